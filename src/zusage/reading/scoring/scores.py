"""From the comparisons of single reports to scores with bootstrap intervals.

Source: codebook, section 7; percentile bootstrap over reports (Efron and Tibshirani 1993, chapter 13).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zusage.reading.scoring.agreement import CONDITIONS, MEANS, OVERLAP, PAIRS, ROWS, Comparison, Counts

Draws = Sequence[Sequence[int]]
"""Resamples: for each, the positions of the reports that were drawn."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and F1, None where the annotation holds nothing to be found; ``low`` to ``high`` holds 95 %."""

    precision: float | None
    recall: float | None
    f1: float | None
    gold: int
    predicted: int
    low: float | None = None
    high: float | None = None

    @property
    def value(self) -> float | None:
        """The number that counts."""
        return self.f1


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean agreement over ``of`` pairs or meetings; None where there is nothing to be found."""

    value: float | None
    of: int


@dataclass(frozen=True, slots=True)
class Scores:
    """All measures of some reports, in the codebook's order."""

    reports: int
    missing: int
    rows: Mapping[str, Rate | Mean]


def add_up(comparisons: Sequence[Comparison], draws: Draws) -> Scores:
    """Micro-average over reports; ``draws`` are the resamples of the intervals, none for no intervals."""
    rows: dict[str, Rate | Mean] = {}
    totals = _totals(comparisons)
    has_pairs = bool(totals[PAIRS].gold)
    for name in ROWS:
        if name in MEANS:
            agreements = [value for each in comparisons for value in each.agreements[name]]
            is_there = bool(agreements) if name.startswith("main meeting") else has_pairs
            mean = sum(agreements) / len(agreements) if agreements else 0.0
            rows[name] = Mean(mean if is_there else None, len(agreements))
        else:
            rows[name] = _rate(name, totals, comparisons, draws)
    return Scores(len(comparisons), sum(each.is_missing for each in comparisons), rows)


def numbers_of(scores: Scores) -> dict[str, Any]:
    """Scores as JSON, four decimals, with the names of the codebook's scorer."""
    found: dict[str, Any] = {"reports": scores.reports, "reports missing": scores.missing}
    for name, row in scores.rows.items():
        if isinstance(row, Mean):
            found[name] = {"mean" if name == OVERLAP else "accuracy": _rounded(row.value), "of": row.of}
        else:
            fractions = {"p": row.precision, "r": row.recall, "f1": row.f1, "lo": row.low, "hi": row.high}
            rounded = {key: _rounded(value) for key, value in fractions.items()}
            found[name] = {**rounded, "gold": row.gold, "predicted": row.predicted}
    return found


def _totals(comparisons: Iterable[Comparison]) -> dict[str, Counts]:
    totals = {name: Counts() for name in ROWS if name not in MEANS}
    for each in comparisons:
        for name, counts in each.counts.items():
            totals[name] = totals[name].plus(counts)
    return totals


def _rate(name: str, totals: Mapping[str, Counts], comparisons: Sequence[Comparison], draws: Draws) -> Rate:
    total = totals[name]
    if total.gold:
        precision = total.hits / total.predicted if total.predicted else 0.0
        low, high = _interval([each.counts[name] for each in comparisons], draws)
        return Rate(precision, total.hits / total.gold, _f1(total), total.gold, total.predicted, low, high)
    if name == CONDITIONS and totals[PAIRS].gold:  # no condition in any matched pair: right if none was found
        same = 1.0 if totals[PAIRS].hits and not total.predicted else 0.0
        low, high = _interval([each.counts[name] for each in comparisons], draws)
        return Rate(same, same, same, 0, total.predicted, low, high)
    return Rate(None, None, None, 0, total.predicted)


def _interval(counts: Sequence[Counts], draws: Draws) -> tuple[float | None, float | None]:
    found = []
    for draw in draws:
        hits = gold = predicted = 0
        for index in draw:
            one = counts[index]
            hits, gold, predicted = hits + one.hits, gold + one.gold, predicted + one.predicted
        value = _f1(Counts(hits, gold, predicted))
        if value is not None:
            found.append(value)
    if not found:
        return None, None
    found.sort()
    return found[int(0.025 * len(found))], found[min(int(0.975 * len(found)), len(found) - 1)]


def _f1(counts: Counts) -> float | None:
    size = counts.gold + counts.predicted
    return 2 * counts.hits / size if size else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
