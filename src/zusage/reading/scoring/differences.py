"""Where a reading differs from the annotated one: what was missed, what is a false alarm, what differs in a value.

Source: codebook, section 7 (matched pairs).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from zusage.model.report import Reading
from zusage.model.statement import Attendance, Commitment, Position, Statement
from zusage.model.values import Firmness
from zusage.reading.scoring.agreement import Counts
from zusage.reading.scoring.keys import (
    Pair,
    actor_key,
    condition_keys,
    firmness_keys,
    pairs_of,
    place_key,
    quantity_keys,
    speaker_keys,
)


class Sort(StrEnum):
    """What a difference is."""

    MISS = "miss"
    FALSE_ALARM = "false alarm"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: ``key`` says of what ("ee troops"), ``values`` for each field what gold and reading have."""

    sort: Sort
    kind: str
    key: str
    gold: tuple[Statement, ...] = ()
    predicted: tuple[Statement, ...] = ()
    values: Mapping[str, tuple[str, str]] | None = None


def find_differences(gold: Reading, predicted: Reading) -> tuple[Difference, ...]:
    """Find all differences of one report: commitments, positions, attendance, the main meeting."""
    return (
        *_of_commitments(pairs_of(gold), pairs_of(predicted)),
        *_of_sets("position", gold.positions, predicted.positions),
        *_of_sets("attendance", gold.attendance, predicted.attendance),
        *_of_meeting(gold, predicted),
    )


def confuse_firmness(pairs: Iterable[tuple[Reading, Reading]]) -> Counter[tuple[Firmness | None, Firmness | None]]:
    """Count (gold, read) firmness over actor and measure; None: nothing was annotated, or nothing was read.

    Where a pair has several records, equal ones go together first, then the rest in the order of the ladder.
    """
    found: Counter[tuple[Firmness | None, Firmness | None]] = Counter()
    for gold, predicted in pairs:
        gold_pairs, found_pairs = pairs_of(gold), pairs_of(predicted)
        for pair in gold_pairs.keys() | found_pairs.keys():
            right = firmness_keys(gold_pairs.get(pair, ()))
            read = firmness_keys(found_pairs.get(pair, ()))
            found.update((each, each) for each in right & read)
            left, over = _in_order(right - read), _in_order(read - right)
            for index in range(max(len(left), len(over))):
                found[left[index] if index < len(left) else None, over[index] if index < len(over) else None] += 1
    return found


def count_measures(pairs: Iterable[tuple[Reading, Reading]]) -> Mapping[str, Counts]:
    """Count annotated and read contributions by measure, in the order of their number."""
    found: dict[str, Counts] = {}
    for gold, predicted in pairs:
        right, read = pairs_of(gold).keys(), pairs_of(predicted).keys()
        for _, measure in (*sorted(right), *sorted(read - right)):
            found.setdefault(measure, Counts())
        for pair in sorted(right | read):
            found[pair[1]] = found[pair[1]].plus(Counts(pair in right and pair in read, pair in right, pair in read))
    return dict(sorted(found.items(), key=lambda item: (-item[1].gold, item[0])))


def _in_order(values: Iterable[Firmness]) -> Sequence[Firmness]:
    order = list(Firmness)
    return sorted(values, key=order.index)


def _of_commitments(
    gold: Mapping[Pair, tuple[Commitment, ...]], predicted: Mapping[Pair, tuple[Commitment, ...]]
) -> Iterator[Difference]:
    for pair in sorted(gold.keys() | predicted.keys()):
        right, read, key = gold.get(pair, ()), predicted.get(pair, ()), " ".join(pair)
        if not read:
            yield Difference(Sort.MISS, "commitment", key, right)
        elif not right:
            yield Difference(Sort.FALSE_ALARM, "commitment", key, (), read)
        elif values := dict(_values(right, read)):
            yield Difference(Sort.VALUE, "commitment", key, right, read, values)


def _values(gold: Sequence[Commitment], predicted: Sequence[Commitment]) -> Iterator[tuple[str, tuple[str, str]]]:
    for name, of in (
        ("firmness", firmness_keys),
        ("conditions", condition_keys),
        ("quantity", quantity_keys),
        ("speaker", speaker_keys),
    ):
        right, read = of(gold), of(predicted)
        if right != read and (right or name != "speaker"):
            yield name, (_listed(right), _listed(read))


def _listed(values: Iterable[object]) -> str:
    words = sorted(_amount(value) if isinstance(value, tuple) else str(value) for value in values)
    return ", ".join(words) or "none"


def _amount(value: tuple[float | None, float | None, str]) -> str:
    low, high = ("" if side is None else f"{side:,.12g}" for side in value[:2])
    return f"{low if low == high else f'{low}..{high}'} {value[2]}"


def _of_sets(
    kind: str, gold: Sequence[Position | Attendance], predicted: Sequence[Position | Attendance]
) -> Iterator[Difference]:
    right, read = _grouped(gold), _grouped(predicted)
    for key in sorted(right.keys() | read.keys()):
        if key not in read:
            yield Difference(Sort.MISS, kind, " ".join(key), right[key])
        elif key not in right:
            yield Difference(Sort.FALSE_ALARM, kind, " ".join(key), (), read[key])


def _grouped(statements: Iterable[Position | Attendance]) -> dict[tuple[str, ...], tuple[Position | Attendance, ...]]:
    found: dict[tuple[str, ...], tuple[Position | Attendance, ...]] = {}
    for each in statements:
        more = (str(each.stance), each.topic) if isinstance(each, Position) else (str(each.mode),)
        key = (actor_key(each.actor), *more)
        found[key] = (*found.get(key, ()), each)
    return found


def _of_meeting(gold: Reading, predicted: Reading) -> Iterator[Difference]:
    if not gold.meetings:
        return
    right, read = gold.meetings[0], predicted.meetings[:1]
    key = f"{right.date or 'no day'} {right.place or 'no place'}"
    if not read:
        yield Difference(Sort.MISS, "meeting", key, (right,))
        return
    fields = {
        "date": (right.date or "none", read[0].date or "none"),
        "place": (place_key(right.place) or "none", place_key(read[0].place) or "none"),
    }
    values = {name: sides for name, sides in fields.items() if sides[0] != sides[1]}
    if values:
        yield Difference(Sort.VALUE, "meeting", key, (right,), read, values)
