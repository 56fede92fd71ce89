"""One report against its annotation: how many of each kind were hit, and how far matched pairs agree.

Source: codebook, section 7.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from zusage.model.report import Reading
from zusage.model.statement import Commitment
from zusage.reading.scoring.keys import (
    actor_key,
    condition_keys,
    firmness_keys,
    pairs_of,
    place_key,
    quantity_keys,
    speaker_keys,
    word_overlap,
)

PAIRS = "commitments actor+measure"
CONDITIONS = "conditions of matched pairs"
FIRMNESS = "firmness of matched pairs"
QUANTITY = "quantity of matched pairs"
QUANTITY_GIVEN = "quantity where gold has one"
SPEAKER = "speaker of matched pairs where gold has one"
OVERLAP = "quote overlap of matched pairs"
MEETING_DATE = "main meeting date"
MEETING_PLACE = "main meeting place"

ROWS = (
    PAIRS,
    "commitments actor+measure+firmness",
    FIRMNESS,
    CONDITIONS,
    QUANTITY_GIVEN,
    QUANTITY,
    SPEAKER,
    OVERLAP,
    "positions actor+stance+topic",
    "positions actor+stance",
    "attendance actor+mode",
    MEETING_DATE,
    MEETING_PLACE,
)
"""The codebook's measures in the order in which they are shown."""

MEANS = (FIRMNESS, QUANTITY_GIVEN, QUANTITY, SPEAKER, OVERLAP, MEETING_DATE, MEETING_PLACE)
"""Those that are means over pairs or meetings; the others are F1 over sets."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Sizes of the shared and of both sets."""

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    def plus(self, other: Counts) -> Counts:
        """Add up."""
        return Counts(self.hits + other.hits, self.gold + other.gold, self.predicted + other.predicted)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One report: ``counts`` for each F1 measure, ``agreements`` (each 0 to 1) for each mean."""

    counts: Mapping[str, Counts]
    agreements: Mapping[str, tuple[float, ...]]
    is_missing: bool = False


def compare(gold: Reading, predicted: Reading | None) -> Comparison:
    """Compare a reading with the annotated one; a report that was not read counts as empty."""
    found = predicted if predicted is not None else Reading(report=gold.report)
    gold_keys, found_keys = set_keys(gold), set_keys(found)
    counts = {name: count(gold_keys[name], found_keys[name]) for name in gold_keys}
    counts[CONDITIONS] = Counts()
    agreements: dict[str, tuple[float, ...]] = dict.fromkeys(MEANS, ())
    gold_pairs, found_pairs = pairs_of(gold), pairs_of(found)
    for pair in sorted(gold_pairs.keys() & found_pairs.keys()):
        g, p = gold_pairs[pair], found_pairs[pair]
        counts[CONDITIONS] = counts[CONDITIONS].plus(count(condition_keys(g), condition_keys(p)))
        for name, value in _agreements(g, p):
            agreements[name] += (value,)
    for name, value in _main_meeting(gold, found):
        agreements[name] += (value,)
    return Comparison(counts, agreements, predicted is None)


def set_keys(reading: Reading) -> Mapping[str, frozenset[tuple[str, ...]]]:
    """What is counted for each F1 measure over a report's statements."""
    commitments = [(actor_key(c.actor), c.measure, str(c.firmness)) for c in reading.commitments]
    positions = [(actor_key(p.actor), str(p.stance), p.topic) for p in reading.positions]
    return {
        "commitments actor+measure": frozenset(key[:2] for key in commitments),
        "commitments actor+measure+firmness": frozenset(commitments),
        "positions actor+stance+topic": frozenset(positions),
        "positions actor+stance": frozenset(key[:2] for key in positions),
        "attendance actor+mode": frozenset((actor_key(a.actor), str(a.mode)) for a in reading.attendance),
    }


def count(gold: frozenset[Hashable] | frozenset[str], predicted: frozenset[Hashable] | frozenset[str]) -> Counts:
    """Count two sets and what they share."""
    return Counts(len(gold & predicted), len(gold), len(predicted))


def _agreements(gold: Iterable[Commitment], predicted: Iterable[Commitment]) -> Iterable[tuple[str, float]]:
    yield FIRMNESS, _agreement(firmness_keys(gold), firmness_keys(predicted))
    amounts = _agreement(quantity_keys(gold), quantity_keys(predicted))
    yield QUANTITY, amounts
    if quantity_keys(gold):
        yield QUANTITY_GIVEN, amounts
    if speaker_keys(gold):
        yield SPEAKER, _agreement(speaker_keys(gold), speaker_keys(predicted))
    yield OVERLAP, max(word_overlap(a.quote.exact, b.quote.exact) for a in gold for b in predicted)


def _agreement(gold: frozenset[Hashable], predicted: frozenset[Hashable]) -> float:
    """What two sets share of the larger one; 1 where both are empty."""
    return len(gold & predicted) / max(len(gold), len(predicted)) if gold or predicted else 1.0


def _main_meeting(gold: Reading, predicted: Reading) -> Iterable[tuple[str, float]]:
    """The first meeting, where the annotation names one."""
    if gold.meetings:
        right, found = gold.meetings[0], predicted.meetings[0] if predicted.meetings else None
        yield MEETING_DATE, float(found is not None and found.date == right.date)
        yield MEETING_PLACE, float(found is not None and place_key(found.place) == place_key(right.place))
