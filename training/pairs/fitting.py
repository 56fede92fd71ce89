"""Fitting a linear choice between options by features: conditional logistic regression with an L2 prior, numpy only.

Each example has options, some of which are right; the probability of an option is the softmax of its features' weights
(McFadden 1974). Yes or no is a choice between an option with features and one without; a class is an option whose features
carry its name. Minimised by L-BFGS (Liu and Nocedal 1989); no chance is involved, so the same examples give the same weights.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Numbers = NDArray[np.int64]

MEMORY = 10
ROUNDS = 150
ENOUGH = 1e-5


class Vocabulary:
    """Features by number; numbers are given in the order of first use."""

    def __init__(self) -> None:
        """Start empty."""
        self.numbers: dict[str, int] = {}

    def encode(self, features: Sequence[str]) -> Numbers:
        """The numbers of some features, each once, ascending."""
        known = self.numbers
        return np.array(sorted({known.setdefault(feature, len(known)) for feature in features}), dtype=np.int64)

    def names(self) -> list[str]:
        """The features in the order of their numbers."""
        return list(self.numbers)


SMALL = 0.02
"""Weights below are left out: together they change no probability by a hundredth."""


def by_name(weights: Vector, known: Vocabulary) -> dict[str, float]:
    """The weights that are written, by the names of their features."""
    named = sorted(zip(known.names(), weights, strict=True))
    return {name: round(float(weight), 2) for name, weight in named if abs(weight) >= SMALL}


@dataclass(frozen=True, slots=True)
class Choice:
    """One example: its options as encoded features, which are right, and how much it counts."""

    options: tuple[Numbers, ...]
    right: frozenset[int]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class _Table:
    """The options of all examples as rows: feature numbers, their rows, the example of each row."""

    columns: Numbers
    rows: Numbers
    starts: Numbers
    example: Numbers
    right: Vector
    weight: Vector


def fit(choices: Sequence[Choice], size: int, *, prior: float | Vector, least: int = 3) -> Vector:
    """Fit weights by feature number; features of fewer than ``least`` options stay 0.

    ``prior``: the variance of the weights, of all or of each; smaller pulls them harder to 0.
    """
    table = _lay_out(choices)
    counts = np.bincount(table.columns, minlength=size)
    kept = counts >= least
    usable = kept[table.columns]
    columns, rows = table.columns[usable], table.rows[usable]
    count = len(table.example)

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = np.bincount(rows, weights=weights[columns], minlength=count)
        scores -= np.maximum.reduceat(scores, table.starts)[table.example]
        odds = np.exp(scores)
        total = np.add.reduceat(odds, table.starts)
        good = np.add.reduceat(odds * table.right, table.starts)
        slope = (odds / total[table.example] - odds * table.right / good[table.example]) * table.weight[table.example]
        gradient = np.bincount(columns, weights=slope[rows], minlength=size) + weights / prior
        value = float((table.weight * (np.log(total) - np.log(good))).sum() + (weights * weights / prior).sum() / 2)
        return value, gradient

    return minimise(loss, np.zeros(size))


def _lay_out(choices: Sequence[Choice]) -> _Table:
    options = [option for choice in choices for option in choice.options]
    sizes = np.array([len(choice.options) for choice in choices])
    return _Table(
        columns=np.concatenate(options),
        rows=np.repeat(np.arange(len(options)), [len(option) for option in options]),
        starts=np.concatenate([[0], np.cumsum(sizes)[:-1]]),
        example=np.repeat(np.arange(len(choices)), sizes),
        right=np.array([float(i in choice.right) for choice in choices for i in range(len(choice.options))]),
        weight=np.array([choice.weight for choice in choices]),
    )


def minimise(loss: Callable[[Vector], tuple[float, Vector]], start: Vector) -> Vector:
    """Minimise a smooth convex function by L-BFGS with backtracking."""
    at, (value, gradient) = start, loss(start)
    steps: list[tuple[Vector, Vector]] = []
    for _ in range(ROUNDS):
        direction = _direction(gradient, steps)
        length, descent = 1.0 if steps else 1 / max(1.0, float(np.abs(gradient).max())), float(gradient @ direction)
        while True:
            moved = at + length * direction
            new_value, new_gradient = loss(moved)
            if new_value <= value + 1e-4 * length * descent or length < ENOUGH**2:
                break
            length /= 2
        change, turn = moved - at, new_gradient - gradient
        if float(change @ turn) > 0:
            steps = [*steps[1 - MEMORY :], (change, turn)]
        done = value - new_value < ENOUGH * max(1.0, abs(value))
        at, value, gradient = moved, new_value, new_gradient
        if done:
            break
    return at


def _direction(gradient: Vector, steps: Sequence[tuple[Vector, Vector]]) -> Vector:
    """The two-loop recursion."""
    found = -gradient
    factors = []
    for change, turn in reversed(steps):
        factor = float(change @ found) / float(change @ turn)
        found = found - factor * turn
        factors.append(factor)
    if steps:
        change, turn = steps[-1]
        found = found * (float(change @ turn) / float(turn @ turn))
    for (change, turn), factor in zip(steps, reversed(factors), strict=True):
        found = found + change * (factor - float(turn @ found) / float(change @ turn))
    return found


def fit_numbers(rows: Vector, right: Vector, weight: Vector, *, prior: float) -> Vector:
    """Fit a logistic regression over few numbers; the first column is the intercept, which no prior holds."""
    penalty = np.full(rows.shape[1], 1 / prior)
    penalty[0] = 1e-6

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = rows @ weights
        p = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        value = float(
            (weight * (np.logaddexp(0, scores) - right * scores)).sum() + (penalty * weights * weights).sum() / 2
        )
        return value, rows.T @ (weight * (p - right)) + penalty * weights

    return minimise(loss, np.zeros(rows.shape[1]))
