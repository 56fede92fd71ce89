"""The learned weights: linear functions of named features, as data (`weights.json`), made by `training/pairs/learn.py`.

Reading needs additions and one exponential; nothing of what learned the weights is needed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from zusage.reading.learned import load_learned

SHARED = "every step"
OWN = " ~ "
"""Stands between a measure and what speaks for it alone."""

OF_REPORT = ("main", "words", "share", "word share", "civil", "lead", "money", "beside", "last")
"""How signs begin that each measure weighs for itself, too; most of what it weighs for itself are single words."""

Linear = dict[str, float]
"""Feature → weight in log-odds."""


MOST_SUMS = 200_000
"""Sums that are kept."""


class Features(Protocol):
    """Features that depend on nothing but a few values."""

    def features(self) -> Iterable[str]:
        """The features, each once."""
        ...


Part = tuple[Callable[..., Features], tuple[Hashable, ...]]
"""What makes features, with the values that they depend on."""


class Sums:
    """The sums of the weights of parts; each is added up once."""

    def __init__(self, weights: Linear) -> None:
        """Add up these weights."""
        self._weights = weights
        self._known: dict[Part, float] = {}

    def of(self, parts: Iterable[Part]) -> float:
        """The sum of the weights of some parts."""
        total, known = 0.0, self._known
        for part in parts:
            found = known.get(part)
            total += self._add(part) if found is None else found
        return total

    def of_part(self, part: Part) -> float:
        """The sum of the weights of one part."""
        found = self._known.get(part)
        return self._add(part) if found is None else found

    def _add(self, part: Part) -> float:
        if len(self._known) >= MOST_SUMS:
            self._known.clear()
        make, values = part
        found = self._known[part] = add_up(self._weights, make(*values).features())
        return found


@dataclass(eq=False)
class Weights:
    """What was learned.

    ``contributes``: whether somebody contributes something. ``measure``: which measure it has. ``firmness``: for each step
    how firm it is, with the weights that all steps share under `SHARED`. ``certainty``: how sure the reader is, from the
    probabilities of the others (see `zusage.reading.pairs.sureness`).

    Made of these: ``sums``, the sums of parts for ``contributes``; ``of_words``, measure → the weights that words have for it
    alone; ``measures_of``, word → the measures that it has a weight for alone, each with it; ``steps_of``, feature → the steps
    of firmness that it counts for, each with its weight (what the steps share is left out).
    """

    contributes: Linear
    measure: Linear
    firmness: Mapping[str, Linear]
    certainty: Linear
    sums: Sums = field(init=False, repr=False)
    of_words: dict[str, Linear] = field(init=False, repr=False)
    measures_of: dict[str, list[tuple[str, float]]] = field(init=False, repr=False)
    steps_of: dict[str, list[tuple[str, float]]] = field(init=False, repr=False)
    _shared: dict[str, Linear] = field(default_factory=dict, repr=False)
    _signs: dict[tuple[str, str], Linear] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Order the weights by what asks for them."""
        self.sums = Sums(self.contributes)
        self.of_words = _of_words(self.measure)
        self.measures_of = _turned(self.of_words)
        self.steps_of = _turned({step: weights for step, weights in self.firmness.items() if step != SHARED})

    def of_signs(self, measure: str, sort: str) -> Linear:
        """What speaks for a measure → its weight for this one and contents of a sort."""
        found = self._signs.get((measure, sort))
        if found is None:
            found, alone = {**self._shared_signs(sort)}, self.of_words.get(measure, {})
            for sign in alone:
                if sign.startswith(OF_REPORT):
                    found[sign] = found.get(sign, 0.0) + alone[sign]
            self._signs[measure, sort] = found
        return found

    def _shared_signs(self, sort: str) -> Linear:
        """What speaks for any measure → its weight for contents of a sort."""
        if sort not in self._shared:
            ending, found = f" & {sort}", {}
            for feature in self.measure:
                if OWN not in feature:
                    sign = feature.removesuffix(ending)
                    found[sign] = self.measure.get(sign, 0.0) + self.measure.get(sign + ending, 0.0)
            self._shared[sort] = found
        return self._shared[sort]


def _of_words(weights: Linear) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for feature, weight in weights.items():
        measure, is_own, what = feature.partition(OWN)
        if is_own:
            found.setdefault(measure, {})[what] = weight
    return found


def _turned(weights: Mapping[str, Linear]) -> dict[str, list[tuple[str, float]]]:
    """Feature → what it has a weight for, each with it; from what has weights for features."""
    found: dict[str, list[tuple[str, float]]] = {}
    for name, own in weights.items():
        for feature, weight in own.items():
            found.setdefault(feature, []).append((name, weight))
    return found


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The packaged weights."""
    found = load_learned("pairs/weights.json")
    return Weights(found["contributes"], found["measure"], found["firmness"], found["certainty"])


def add_up(weights: Linear, features: Iterable[str]) -> float:
    """The sum of the weights of some features; the caller gives each once."""
    return sum([weights.get(feature, 0.0) for feature in features])


def features_of(parts: Iterable[Part]) -> list[str]:
    """The features that parts stand for."""
    return [feature for make, values in parts for feature in make(*values).features()]


def logistic(score: float) -> float:
    """The probability of log-odds."""
    return 1 / (1 + math.exp(-score)) if score >= 0 else 1 - 1 / (1 + math.exp(score))


def log_odds(probability: float, least: float = 1e-4) -> float:
    """The log-odds of a probability, kept away from 0 and 1 by ``least``."""
    if probability < least:
        probability = least
    elif probability > 1 - least:
        probability = 1 - least
    return math.log(probability / (1 - probability))


def share_out(scores: Mapping[str, float]) -> dict[str, float]:
    """Probabilities that add up to 1, from scores in log-odds; empty for none."""
    if not scores:
        return {}
    most = max(scores.values())
    odds = {name: math.exp(score - most) for name, score in scores.items()}
    total = sum(odds.values())
    return {name: value / total for name, value in odds.items()}
