"""Rows of readers' remarks, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from zusage.ledger.people_tables import remarks
from zusage.model.remarks import Refusal, Remark, RemarkKind, RemarkState

_PLAIN = ("id", "entry", "statement", "text", "source", "by", "received_at")


def add_remark(connection: Connection, remark: Remark) -> None:
    """Keep a remark; it waits."""
    row = {name: getattr(remark, name) for name in _PLAIN}
    made = insert(remarks).values(**row, kind=str(remark.kind), state=str(RemarkState.WAITING), answer="")
    connection.execute(made)


def find_remark(connection: Connection, name: str) -> Remark | None:
    """Return the remark with this id."""
    row = connection.execute(select(remarks).where(remarks.c.id == name)).first()
    return None if row is None else _remark(row)


def remarks_in(connection: Connection, state: RemarkState, *, last: int | None = None) -> tuple[Remark, ...]:
    """Return the remarks in a state: those that wait the oldest first, others by the time of decision, the newest first."""
    wanted = select(remarks).where(remarks.c.state == str(state))
    order = (remarks.c.seq,) if state is RemarkState.WAITING else (remarks.c.decided_at.desc(), remarks.c.seq.desc())
    return tuple(_remark(row) for row in connection.execute(wanted.order_by(*order).limit(last)))


def published_remarks(connection: Connection, entry: str, statements: Sequence[str]) -> tuple[Remark, ...]:
    """Return what was let through on an entry, also under an id that it had before, the oldest first."""
    on_it = (remarks.c.entry == entry) | remarks.c.statement.in_(statements)
    wanted = select(remarks).where(remarks.c.state == str(RemarkState.PUBLISHED), on_it).order_by(remarks.c.seq)
    return tuple(_remark(row) for row in connection.execute(wanted))


def count_published(connection: Connection, entry: str, statements: Sequence[str]) -> int:
    """Return how many of the remarks on an entry were let through."""
    on_it = (remarks.c.entry == entry) | remarks.c.statement.in_(statements)
    wanted = select(func.count()).select_from(remarks).where(remarks.c.state == str(RemarkState.PUBLISHED), on_it)
    return int(connection.scalar(wanted) or 0)


def last_published(connection: Connection) -> tuple[int, str]:
    """Return how many remarks are shown, and when one was last let through: others whenever what is shown changed."""
    shown = select(func.count(), func.max(remarks.c.decided_at)).where(remarks.c.state == str(RemarkState.PUBLISHED))
    count, last = connection.execute(shown).one()
    return int(count), last or ""


def count_waiting(connection: Connection, entry: str | None = None) -> int:
    """Return how many remarks wait, on an entry or in all."""
    wanted = select(func.count()).select_from(remarks).where(remarks.c.state == str(RemarkState.WAITING))
    if entry is not None:
        wanted = wanted.where(remarks.c.entry == entry)
    return int(connection.scalar(wanted) or 0)


def save_decision(connection: Connection, decided: Remark) -> None:
    """Keep what was decided about a remark: let through, refused, or waiting again."""
    values = {"state": str(decided.state), "reason": None if decided.reason is None else str(decided.reason)}
    values |= {"decided_at": decided.decided_at, "decided_by": decided.decided_by, "answer": decided.answer}
    connection.execute(update(remarks).where(remarks.c.id == decided.id).values(**values))


def erase_remark(connection: Connection, name: str) -> None:
    """Erase a remark: nothing of it stays."""
    connection.execute(delete(remarks).where(remarks.c.id == name))


def _remark(row: Row[Any]) -> Remark:
    return Remark(
        **{name: getattr(row, name) for name in _PLAIN},
        kind=RemarkKind(row.kind),
        state=RemarkState(row.state),
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        reason=None if row.reason is None else Refusal(row.reason),
        answer=row.answer,
    )
