"""By how many first signs of their ids things are told apart, and which actors a ledger knows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import takewhile

from sqlalchemy import func, select

from zusage.ledger import derived
from zusage.workflow.derive.work import Work

LEAST = 4
"""Signs of an id that are shown at least."""


class Sort(StrEnum):
    """What an id is of."""

    ENTRY = "entry"
    CONFLICT = "conflict"


def beginning_in_rows(work: Work, sort: Sort, names: Iterable[str], as_of: str | None) -> int:
    """Return how many first signs tell some ids from each other one; each is compared with its two neighbours."""
    then = (work.tables.entries if as_of is None else work.tables.versions).c.entry
    column = then if sort is Sort.ENTRY else work.tables.conflicts.c.conflict
    own = column.table.alias("own").c[column.name]
    before = select(func.max(column)).where(column < own).scalar_subquery()
    after = select(func.min(column)).where(column > own).scalar_subquery()
    pairs: list[tuple[str, str]] = []
    for row in work.rows(select(own, before, after).distinct(), own, sorted(set(names))):
        others: Sequence[str | None] = row[1:]
        pairs += [(row[0], other) for other in others if other is not None]
    return _told_apart(pairs)


def beginning_in(everything: Iterable[str], names: Iterable[str]) -> int:
    """The same, with all ids at hand."""
    ordered = sorted(set(everything))
    return _told_apart((name, other) for name in names for other in _neighbours(ordered, name))


def _neighbours(ordered: Sequence[str], name: str) -> Sequence[str]:
    place = bisect_left(ordered, name)
    return [*ordered[max(0, place - 1) : place], *ordered[place + 1 : place + 2]]


def _told_apart(pairs: Iterable[tuple[str, str]]) -> int:
    return max([LEAST, *(_shared(*pair) + 1 for pair in pairs)])


def _shared(one: str, other: str) -> int:
    """With how many same signs two ids begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def actors_in_rows(work: Work, as_of: str | None) -> tuple[str, ...]:
    """Return the actors of all entries."""
    actor = (work.tables.entries if as_of is None else work.tables.versions).c.actor
    return tuple(sorted(work.connection.scalars(select(actor).distinct())))


def is_synthetic(work: Work) -> bool:
    """Say whether any of the reports was written as a sample; stories know it, and are fewer."""
    found = select(derived.stories.c.story).where(derived.stories.c.synthetic.is_(True)).limit(1)
    return work.connection.execute(found).first() is not None
