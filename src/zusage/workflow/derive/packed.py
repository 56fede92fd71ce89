"""Which reports share a mark, a band or a link, many in one row: their ids of 8 bytes stand one behind the other, in order.

A row for each report and thing that it has would be three quarters of all derived rows, and each takes as long to write as a long
one. Here such rows are read, changed and written again; a rebuild writes them once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Table, select

from zusage.ledger import derived
from zusage.workflow.derive.work import Work, batches

ID = 8
"""Bytes of a report's id."""

_PART = np.uint64(48)
"""Bits of a band's number that are left off to find its part: as many parts as a large ledger has room for in small rows."""

_AT_ONCE = 10_000
"""Rows that are made at once."""

Big = NDArray[np.uint64]
Days = NDArray[np.int64]


def pack(reports: Iterable[str]) -> bytes:
    """Write ids of reports one behind the other, in order."""
    return bytes.fromhex("".join(sorted(reports)))


def unpack(written: bytes) -> list[str]:
    """Return the ids that `pack` wrote."""
    digits = written.hex()
    return [digits[at : at + 2 * ID] for at in range(0, len(digits), 2 * ID)]


def ids_of(reports: Sequence[str]) -> Big:
    """Return the ids of reports as numbers, which are in the order of the ids."""
    return np.frombuffer(bytes.fromhex("".join(reports)), dtype=">u8").astype(np.uint64)


# --- Pairs: links and copies ---


def others_of(work: Work, table: Table, reports: Iterable[str]) -> dict[str, set[str]]:
    """Return for some reports those that they are joined with."""
    rows = work.rows(select(table.c.report, table.c.others), table.c.report, reports)
    return {row.report: set(unpack(row.others)) for row in rows}


def join(work: Work, table: Table, one: str, others: Iterable[str]) -> None:
    """Join a report with others."""
    new = set(others)
    if not new:
        return
    found = others_of(work, table, [one, *sorted(new)])
    now = {other: found.get(other, set()) | {one} for other in new} | {one: found.get(one, set()) | new}
    _put(work, table, now)


def part(work: Work, table: Table, reports: set[str]) -> None:
    """Take away what some reports are joined with."""
    gone = others_of(work, table, reports)
    around = set().union(*gone.values()) - gone.keys()
    now = {name: others - reports for name, others in others_of(work, table, sorted(around)).items()}
    _put(work, table, {name: set[str]() for name in gone} | now)


def _put(work: Work, table: Table, now: Mapping[str, set[str]]) -> None:
    work.delete(table, table.c.report, now)
    work.insert_values(table, ("report", "others"), [(name, pack(now[name])) for name in sorted(now) if now[name]])


# --- Marks ---


def enter_marks(work: Work, report: str, day: int, numbers: Iterable[int]) -> None:
    """Write that a report has some marks."""
    _change_marks(work, day, numbers, lambda reports: reports | {report})


def leave_marks(work: Work, report: str, day: int, numbers: Iterable[int]) -> None:
    """Take away that a report has some marks."""
    _change_marks(work, day, numbers, lambda reports: reports - {report})


def _change_marks(work: Work, day: int, numbers: Iterable[int], change: Callable[[set[str]], set[str]]) -> None:
    marks, connection = derived.marks, work.connection
    for batch in batches(numbers):
        here = marks.c.mark.in_(batch) & (marks.c.day == day)
        found = {row.mark: set(unpack(row.reports)) for row in connection.execute(select(marks).where(here))}
        now = {number: change(found.get(number, set())) for number in batch}
        connection.execute(marks.delete().where(here))
        rows = [(number, day, pack(now[number])) for number in sorted(now) if now[number]]
        work.insert_values(marks, ("mark", "day", "reports"), rows)


def mark_rows(numbers: NDArray[np.int64], days: Days, ids: Big) -> Iterator[list[tuple[int, int, bytes]]]:
    """Yield the rows of marks, some at a time; these come in order, those of a mark in the order of their days and reports."""
    is_new = (numbers[1:] != numbers[:-1]) | (days[1:] != days[:-1])
    for starts, contents in _cut([ids], is_new):
        yield list(zip(numbers[starts].tolist(), days[starts].tolist(), contents, strict=True))


# --- Bands ---


def sharing_bands(work: Work, numbers: Sequence[int]) -> set[str]:
    """Return the reports that have one of some bands."""
    own = np.array(numbers, dtype=np.int64).view(np.uint64)
    there = np.concatenate([np.empty((0, 2), dtype=np.uint64), *_parts(work, own).values()])
    return set(unpack(there[np.isin(there[:, 0], own), 1].astype(">u8").tobytes()))


def enter_bands(work: Work, report: str, numbers: Sequence[int]) -> None:
    """Write that a report's text has some bands."""
    own = _entries(report, numbers)
    there = _parts(work, own[:, 0])
    for number, mine in _by_part(own).items():
        there[number] = np.concatenate([there.get(number, mine[:0]), mine])
    _put_parts(work, there)


def leave_bands(work: Work, report: str, numbers: Sequence[int]) -> None:
    """Take away that a report's text has some bands."""
    there = _parts(work, np.array(numbers, dtype=np.int64).view(np.uint64))
    _put_parts(work, {number: each[each[:, 1] != ids_of([report])] for number, each in there.items()})


def band_rows(numbers: Big, ids: Big) -> Iterator[list[tuple[int, bytes]]]:
    """Yield the rows of bands, some at a time; these come in order, those of one band in the order of the reports."""
    parts = numbers >> _PART
    for starts, contents in _cut([numbers, ids], parts[1:] != parts[:-1]):
        yield list(zip(parts[starts].tolist(), contents, strict=True))


def _entries(report: str, numbers: Sequence[int]) -> Big:
    """One entry for each band: its number, and the report's."""
    own = np.array(numbers, dtype=np.int64).view(np.uint64)
    return np.stack([own, np.repeat(ids_of([report]), len(own))], axis=1)


def _by_part(entries: Big) -> dict[int, Big]:
    found: dict[int, list[Big]] = defaultdict(list)
    for number, entry in zip((entries[:, 0] >> _PART).tolist(), entries, strict=True):
        found[number].append(entry)
    return {number: np.stack(own) for number, own in found.items()}


def _parts(work: Work, numbers: Big) -> dict[int, Big]:
    """Return the parts in which some bands are or would be."""
    bands = derived.bands.c
    wanted = sorted(set((numbers >> _PART).tolist()))
    rows = work.rows(select(bands.part, bands.entries), bands.part, wanted)
    return {row.part: np.frombuffer(row.entries, dtype=">u8").astype(np.uint64).reshape(-1, 2) for row in rows}


def _put_parts(work: Work, parts: Mapping[int, Big]) -> None:
    work.delete(derived.bands, derived.bands.c.part, parts)
    rows = []
    for number, each in sorted(parts.items()):
        if len(each):
            ordered = each[np.lexsort((each[:, 1], each[:, 0]))]
            rows.append((number, ordered.astype(">u8").tobytes()))
    work.insert_values(derived.bands, ("part", "entries"), rows)


# --- Many at once ---


def _cut(columns: Sequence[Big], is_new: NDArray[np.bool_]) -> Iterator[tuple[NDArray[np.int64], list[bytes]]]:
    """Cut columns before each value that is new: where each piece starts, and its bytes; some pieces at a time."""
    if not (count := len(columns[0])):
        return
    starts, width = np.concatenate([[0], np.flatnonzero(is_new) + 1, [count]]), ID * len(columns)
    for first in range(0, len(starts) - 1, _AT_ONCE):
        places = starts[first : first + _AT_ONCE + 1]
        written = np.stack([each[places[0] : places[-1]] for each in columns], axis=1).astype(">u8").tobytes()
        at = ((places - places[0]) * width).tolist()
        yield places[:-1], [written[start:end] for start, end in pairwise(at)]
