"""Whether certainty keeps its word: of what was read with a certainty near .8, are eight in ten right?

A commitment is right if the annotation has its actor and measure, a position if it has its actor and stance.

Source: codebook, section 7 (matched pairs).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zusage.model.report import Reading
from zusage.reading.scoring.keys import actor_key

EDGES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Where the bins begin and end; the last one holds its end."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of a certainty from ``low`` to under ``high``: how many, how many are right, the mean certainty."""

    low: float
    high: float
    found: int
    right: int
    mean: float


def calibrate(pairs: Iterable[tuple[Reading, Reading]]) -> tuple[Bin, ...]:
    """Sort what was read by certainty, in ascending order of the bins; bins that hold nothing are left out."""
    sure = [each for gold, predicted in pairs for each in _judged(gold, predicted)]
    bins = []
    for low, high in pairwise(EDGES):
        inside = [each for each in sure if low <= each[0] < high or each[0] == high == 1]
        if inside:
            mean = sum(certainty for certainty, _ in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), sum(right for _, right in inside), mean))
    return tuple(bins)


def _judged(gold: Reading, predicted: Reading) -> Sequence[tuple[float, bool]]:
    """Certainty of each commitment and position, and whether it is right."""
    commitments = {(actor_key(each.actor), each.measure) for each in gold.commitments}
    positions = {(actor_key(each.actor), each.stance) for each in gold.positions}
    found = [
        (each.certainty, (actor_key(each.actor), each.measure) in commitments) for each in predicted.commitments
    ] + [(each.certainty, (actor_key(each.actor), each.stance) in positions) for each in predicted.positions]
    return [(certainty, right) for certainty, right in found if certainty is not None]
