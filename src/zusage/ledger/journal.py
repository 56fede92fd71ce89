"""What was recorded in a ledger, of all sorts, in the order of time: what `zusage log` lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal, select, union_all

from zusage.ledger.tables import failures, judgements, readings, texts


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was recorded: when, what (text, reading, judgement, failure), on which report, and what it says."""

    recorded_at: str
    kind: str
    report: str
    name: str
    words: str


def events(connection: Connection, *, report: str | None = None, last: int | None = None) -> tuple[Event, ...]:
    """Return what was recorded, oldest first; ``last`` only the newest so many, ``report`` of one report only."""
    parts = [
        select(texts.c.recorded_at, literal("text"), texts.c.report, texts.c.id, texts.c.resource),
        select(
            readings.c.recorded_at,
            literal("reading"),
            readings.c.report,
            readings.c.id,
            readings.c.reader + " " + readings.c.reader_version,
        ),
        select(
            judgements.c.recorded_at,
            literal("judgement"),
            func.coalesce(judgements.c.report, ""),
            judgements.c.id,
            judgements.c.act + " " + judgements.c.target + " by " + judgements.c.who + ": " + judgements.c.why,
        ),
        select(failures.c.recorded_at, literal("failure"), failures.c.report, literal(""), failures.c.problem),
    ]
    named = [part.with_only_columns(*_labelled(part)) for part in parts]
    table = union_all(*named).subquery()
    query = select(table).order_by(table.c.recorded_at.desc(), table.c.kind, table.c.name)
    if report is not None:
        query = query.where(table.c.report == report)
    rows = connection.execute(query.limit(last) if last is not None else query).all()
    return tuple(Event(*row) for row in reversed(rows))


def _labelled(part: Select[Any]) -> list[ColumnElement[Any]]:
    names = ("recorded_at", "kind", "report", "name", "words")
    return [column.label(name) for column, name in zip(part.selected_columns, names, strict=True)]
