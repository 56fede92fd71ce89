"""When the ledger first had something, and when somebody last judged it: the times of feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from zusage.ledger.tables import judgements, readings, statements, texts, tombstones

_AT_ONCE = 500
"""Names in one question: databases limit how many there may be."""


@dataclass(frozen=True, slots=True)
class Times:
    """When something was first recorded, and when it last changed; ISO times."""

    first: str
    last: str


def statement_times(connection: Connection, names: Iterable[str]) -> Mapping[str, Times]:
    """Return for each of these statements when it was recorded and when it was last judged."""
    found: dict[str, Times] = {}
    for batch in _batches(names):
        judged = (
            select(judgements.c.target, func.max(judgements.c.recorded_at).label("at"))
            .where(judgements.c.target.in_(batch))
            .group_by(judgements.c.target)
            .subquery()
        )
        query = select(statements.c.id, statements.c.recorded_at, judged.c.at).outerjoin(
            judged, judged.c.target == statements.c.id
        )
        for name, recorded, at in connection.execute(query.where(statements.c.id.in_(batch))).all():
            found[name] = Times(recorded, max(recorded, at or ""))
    return found


def report_times(connection: Connection, names: Iterable[str]) -> Mapping[str, Times]:
    """Return for each of these reports when its first and its last text was recorded."""
    found: dict[str, Times] = {}
    for batch in _batches(names):
        first, last = func.min(texts.c.recorded_at), func.max(texts.c.recorded_at)
        query = select(texts.c.report, first.label("first"), last.label("last")).where(texts.c.report.in_(batch))
        for row in connection.execute(query.group_by(texts.c.report)):
            found[row.report] = Times(row.first, row.last)
    return found


def last_time(connection: Connection) -> str | None:
    """Return when anything was last recorded; None in an empty ledger."""
    tables = (texts, readings, judgements, tombstones)
    found = [connection.scalar(select(func.max(table.c.recorded_at))) for table in tables]
    return max((each for each in found if each), default=None)


def _batches(names: Iterable[str]) -> Iterator[Sequence[str]]:
    wanted = sorted(set(names))
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]
