"""What signs count: for each a curve of straight pieces, as data (`weights.json`), made by `training/pairs/learn.py`.

A curve gives the log-odds that a sign adds at each of its values, 0 on average over what was learned from; outside of the
values that were seen it goes on as it ended. The sum of all is how sure the reader is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from zusage.reading.learned import load_learned
from zusage.reading.pairs.weights import logistic

BIAS = "bias"
GROUP = ": "
"""Stands between what a sign is about, in words that people read, and the sign itself."""
LEAST_REASON = 0.1
"""Log-odds from which on what signs are about is a reason."""
NO_REASON = "as reports go"


class Curve(NamedTuple):
    """Values, ascending, and what is added at each."""

    at: tuple[float, ...]
    adds: tuple[float, ...]

    def height(self, value: float) -> float:
        """What a value adds."""
        if value <= self.at[0]:
            return self.adds[0]
        if value >= self.at[-1]:
            return self.adds[-1]
        i = bisect_right(self.at, value)
        share = (value - self.at[i - 1]) / (self.at[i] - self.at[i - 1])
        return self.adds[i - 1] + share * (self.adds[i] - self.adds[i - 1])


class Model(NamedTuple):
    """What is learned for one kind of statement: where the sum begins, the curve of each sign, and what each sign is about."""

    bias: float
    curves: dict[str, Curve]
    groups: dict[str, str]


class Sure(NamedTuple):
    """How sure the reader is, two decimals, and the reasons: what signs are about, with log-odds, the strongest first."""

    certainty: float
    reasons: tuple[tuple[str, float], ...]

    @property
    def words(self) -> str:
        """The reasons in words: "its words +1.2; where it stands −0.3"."""
        told = [f"{name} {weight:+.1f}".replace("-", "−") for name, weight in self.reasons]
        return "; ".join(told) if told else NO_REASON


def weigh(model: Model, signs: Mapping[str, float]) -> Sure:
    """Add up what the signs of a statement count; one that is not among them is 0."""
    score, groups = model.bias, dict[str, float]()
    for name, curve in model.curves.items():
        added = curve.height(signs.get(name, 0.0))
        score += added
        group = model.groups[name]
        groups[group] = groups.get(group, 0.0) + added
    reasons = [(group, weight) for group, weight in groups.items() if abs(weight) >= LEAST_REASON]
    reasons.sort(key=lambda reason: (-abs(reason[1]), reason[0]))
    return Sure(round(logistic(score), 2), tuple(reasons))


@lru_cache(maxsize=1)
def load_models() -> Mapping[str, Model]:
    """The packaged models by kind of statement."""
    found = load_learned("overall/weights.json")
    return {kind: as_model(curves) for kind, curves in found.items()}


def as_model(curves: Mapping[str, list[list[float]]]) -> Model:
    """A model as it is stored: points by sign; the first value of the bias is its weight."""
    own = {
        name: Curve(tuple([at for at, _ in points]), tuple([added for _, added in points]))
        for name, points in curves.items()
        if name != BIAS
    }
    return Model(curves[BIAS][0][1], own, {name: name.partition(GROUP)[0] for name in own})
