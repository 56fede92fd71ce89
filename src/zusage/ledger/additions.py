"""Rows of what is being added for somebody, in the caller's transaction.

Who works at one holds it for a while and says again and again that he still does: what a server left behind that stopped
is taken by the next one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from zusage.errors import ZusageError, kept, remade
from zusage.ledger.people_tables import additions
from zusage.model.additions import Addition, Given, Line, State

_OPEN = (str(State.WAITING), str(State.RUNNING))


def add(connection: Connection, asked: Addition) -> None:
    """Keep an addition; it waits."""
    row = {"id": asked.id, "who": asked.who, "name": asked.name, "given": json.dumps(asdict(asked.given))}
    row |= {"asked_at": asked.asked_at, "state": str(asked.state), "lines": "[]", "error": ""}
    connection.execute(insert(additions).values(**row, tries=0, more=0))


def find(connection: Connection, name: str, who: str) -> Addition | None:
    """Return somebody's own addition; None if it is not there, or not his."""
    row = connection.execute(select(additions).where(additions.c.id == name, additions.c.who == who)).first()
    return None if row is None else _addition(row)


def last_of(connection: Connection, who: str, most: int) -> tuple[Addition, ...]:
    """Return what somebody asked for last, the newest first."""
    wanted = select(additions).where(additions.c.who == who).order_by(additions.c.seq.desc()).limit(most)
    return tuple(_addition(row) for row in connection.execute(wanted))


def count_open(connection: Connection, who: str) -> int:
    """Return how many additions of somebody are not finished."""
    wanted = select(func.count()).select_from(additions)
    return int(connection.scalar(wanted.where(additions.c.who == who, additions.c.state.in_(_OPEN))) or 0)


def take(connection: Connection, worker: str, *, now: str, until: str) -> Addition | None:
    """Take the oldest addition that nobody works at, so that nobody else does before ``until``; None if none is."""
    is_free = or_(additions.c.state == str(State.WAITING), additions.c.until <= now)
    wanted = select(additions).where(additions.c.state.in_(_OPEN), is_free).order_by(additions.c.seq).limit(1)
    row = connection.execute(wanted).first()
    if row is None:
        return None
    values = {"state": str(State.RUNNING), "worker": worker, "until": until, "tries": row.tries + 1}
    connection.execute(update(additions).where(additions.c.seq == row.seq).values(**values))
    return find(connection, row.id, row.who)


def is_open(connection: Connection) -> bool:
    """Say whether there is any addition that is not finished."""
    return connection.execute(select(additions.c.seq).where(additions.c.state.in_(_OPEN)).limit(1)).first() is not None


def hold(connection: Connection, name: str, worker: str, *, until: str) -> None:
    """Go on holding an addition."""
    _change(connection, name, worker, {"until": until})


def release(connection: Connection, name: str, worker: str) -> None:
    """Leave an addition to the next who is there, as if it had not been begun."""
    values = {"state": str(State.WAITING), "worker": None, "until": None, "tries": additions.c.tries - 1}
    _change(connection, name, worker, values)


def note(connection: Connection, made: Addition, worker: str, *, at: str) -> None:
    """Keep what came of an addition so far; what is to be added is forgotten once it is finished."""
    values: dict[str, Any] = {"state": str(made.state), "more": made.more}
    values |= {"lines": json.dumps([_record(each) for each in made.lines], ensure_ascii=False)}
    if not made.is_open:
        values |= {"given": "", "worker": None, "until": None, "ended_at": at}
        values |= {"error": json.dumps(kept(made.error)) if made.error else ""}
    _change(connection, made.id, worker, values)


def forget(connection: Connection, *, before: str) -> None:
    """Erase what was finished before a time."""
    connection.execute(delete(additions).where(additions.c.ended_at < before))


def forget_report(connection: Connection, report: str) -> None:
    """Erase what tells of a report that is taken down: its headline stands there."""
    tells = additions.c.lines.contains(report, autoescape=True)
    connection.execute(delete(additions).where(additions.c.ended_at.is_not(None), tells))


def _change(connection: Connection, name: str, worker: str, values: Mapping[str, Any]) -> None:
    held = (additions.c.id == name, additions.c.worker == worker)
    connection.execute(update(additions).where(*held).values(**values))


def _addition(row: Row[Any]) -> Addition:
    return Addition(
        id=row.id,
        who=row.who,
        name=row.name,
        given=Given(**json.loads(row.given)) if row.given else Given(),
        asked_at=row.asked_at,
        state=State(row.state),
        tries=row.tries,
        lines=tuple(_line(each) for each in json.loads(row.lines)),
        more=row.more,
        error=_error(json.loads(row.error)) if row.error else None,
    )


def _record(line: Line) -> dict[str, object]:
    return {name: getattr(line, name) for name in Line.__slots__} | {"error": kept(line.error) if line.error else None}


def _line(record: Mapping[str, Any]) -> Line:
    notes: Sequence[str] = record["notes"]
    return Line(**{**record, "notes": tuple(notes), "error": _error(record["error"])})


def _error(record: Mapping[str, Any] | None) -> ZusageError | None:
    return None if record is None else remade(record)
