"""A choice between options by learned weights of what speaks for each: conditional logistic regression, as it is read.

Who says a contribution, which amount it has, on which day a report's meeting was: each is such a choice. Source: McFadden 1974.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Protocol

from zusage.reading.pairs.weights import Linear, add_up


class Choosable(Protocol):
    """An option with what speaks for it."""

    @property
    def features(self) -> tuple[str, ...]:
        """The names of its signs."""
        ...


def chances_of(options: Sequence[Choosable], weights: Linear) -> list[float]:
    """How probable each option is, of which there is at least one; several may stand for one answer."""
    scores = [add_up(weights, set(option.features)) for option in options]
    top = max(scores)
    odds = [exp(score - top) for score in scores]
    total = sum(odds)
    return [each / total for each in odds]
