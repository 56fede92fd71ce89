"""Taking a report down: its words and bytes leave the ledger, a tombstone stays.

The only place where rows are removed. Statements, readings and judgements go with the words that they quote.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select

from zusage.ledger import additions
from zusage.ledger.tables import (
    captures,
    failures,
    findings,
    judgements,
    readings,
    statements,
    texts,
    tombstones,
    visits,
)
from zusage.ledger.word_index import forget_report
from zusage.model.ledger import Act


@dataclass(frozen=True, slots=True)
class Removed:
    """How many statements, judgements and captures left the ledger with a report."""

    statements: int
    judgements: int
    captures: int


def remove_report(connection: Connection, report: str, *, who: str, why: str, at: str) -> Removed:
    """Remove a report with its texts, readings, statements, judgements and words, and the bytes that nothing else needs.

    Tombstones are put up for each capture and each address that led to it, also where another report needs the capture
    and it stays therefore.
    """
    rows = connection.execute(select(texts.c.capture, texts.c.address).where(texts.c.report == report)).all()
    made_of = {row.capture: _addresses(connection, row.capture, row.address) for row in rows}
    own = select(readings.c.id).where(readings.c.report == report)
    of_it = select(judgements.c.id).where(judgements.c.report == report)
    _delete(connection, judgements, judgements.c.act == str(Act.UNDO), judgements.c.target.in_(of_it))
    judged = _delete(connection, judgements, judgements.c.report == report)
    connection.execute(delete(findings).where(findings.c.reading.in_(own)))
    connection.execute(delete(readings).where(readings.c.report == report))
    found = _delete(connection, statements, statements.c.report == report)
    connection.execute(delete(failures).where(failures.c.report == report))
    connection.execute(delete(texts).where(texts.c.report == report))
    forget_report(connection, report)
    additions.forget_report(connection, report)
    gone = 0
    for capture, addresses in made_of.items():
        stone = {"report": report, "capture": capture, "who": who, "why": why, "recorded_at": at}
        connection.execute(insert(tombstones), [stone | {"address": address} for address in addresses])
        if connection.execute(select(texts.c.seq).where(texts.c.capture == capture)).first() is None:
            connection.execute(delete(visits).where(visits.c.capture == capture))
            gone += _delete(connection, captures, captures.c.id == capture)
    return Removed(found, judged, gone)


def _addresses(connection: Connection, capture: str, canonical: str | None) -> list[str | None]:
    """Return every address that led to bytes; without any a tombstone has none."""
    found = [canonical, connection.scalar(select(captures.c.address).where(captures.c.id == capture))]
    found += connection.scalars(select(visits.c.address).where(visits.c.capture == capture))
    return [each for each in dict.fromkeys(found) if each] or [None]


def _delete(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    return connection.execute(delete(table).where(*conditions)).rowcount
