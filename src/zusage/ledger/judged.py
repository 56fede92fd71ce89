"""Looking at the newest judgements only, so that a queue of work need not go through all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from zusage.ledger.tables import judgements, readings, texts, tombstones
from zusage.model.ledger import Act

_BACK = 50
"""How far back a person may undo his own judgements, one after the other."""


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A judgement without its statement: enough to know what has been decided."""

    seq: int
    id: str
    who: str
    act: Act
    target: str
    why: str
    recorded_at: str
    report: str | None


def reading_revision(connection: Connection) -> str:
    """Return words that are others whenever something was added, read or taken down; judgements do not count."""
    tables = (texts, readings, tombstones)
    last = [select(func.coalesce(func.max(table.c.seq), 0)).scalar_subquery() for table in tables]
    return ".".join(str(each) for each in connection.execute(select(*last)).one())


def last_judgement(connection: Connection) -> int:
    """Return the number of the last judgement that arrived, 0 for none."""
    return int(connection.scalar(select(func.coalesce(func.max(judgements.c.seq), 0))) or 0)


def judged_since(connection: Connection, seq: int) -> tuple[JudgedRow, ...]:
    """Return the judgements that arrived after a number, in order."""
    return _rows(connection, judgements.c.seq > seq)


def deciders(connection: Connection) -> tuple[JudgedRow, ...]:
    """Return all judgements on statements and what undoes them, in order."""
    acts = [str(each) for each in (Act.ACCEPT, Act.REJECT, Act.CORRECT, Act.UNDO)]
    return _rows(connection, judgements.c.act.in_(acts))


def judged_by_several(connection: Connection) -> frozenset[str]:
    """Return the statements that more than one person has accepted, rejected or corrected at some time."""
    acts = [str(each) for each in (Act.ACCEPT, Act.REJECT, Act.CORRECT)]
    several = func.count(judgements.c.who.distinct()) > 1
    query = select(judgements.c.target).where(judgements.c.act.in_(acts)).group_by(judgements.c.target).having(several)
    return frozenset(connection.scalars(query))


def decisions_on(connection: Connection, statement: str) -> tuple[JudgedRow, ...]:
    """Return what people decided on a statement and nobody has undone, in order."""
    acts = [str(each) for each in (Act.ACCEPT, Act.REJECT, Act.CORRECT)]
    return _standing(connection, _rows(connection, judgements.c.target == statement, judgements.c.act.in_(acts)))


def judged_by(connection: Connection, who: str, *, since: str) -> tuple[JudgedRow, ...]:
    """Return a person's judgements since a time that nobody has undone, the newest first; undoing itself is none."""
    last = select(judgements.c.seq).where(judgements.c.who == who, judgements.c.recorded_at >= since)
    last = last.order_by(judgements.c.seq.desc()).limit(_BACK)
    own = _rows(connection, judgements.c.seq.in_(last))
    return tuple(row for row in reversed(_standing(connection, own)) if row.act is not Act.UNDO)


def _standing(connection: Connection, rows: tuple[JudgedRow, ...]) -> tuple[JudgedRow, ...]:
    names = [row.id for row in rows]
    undone = select(judgements.c.target).where(judgements.c.act == str(Act.UNDO), judgements.c.target.in_(names))
    gone = set(connection.scalars(undone))
    return tuple(row for row in rows if row.id not in gone)


def _rows(connection: Connection, *conditions: object) -> tuple[JudgedRow, ...]:
    columns = [judgements.c[name] for name in ("seq", "id", "who", "act", "target", "why", "recorded_at", "report")]
    wanted = select(*columns).where(*conditions).order_by(judgements.c.seq)  # type: ignore[arg-type]  # SQLAlchemy's union of clauses
    return tuple(
        JudgedRow(row.seq, row.id, row.who, Act(row.act), row.target, row.why, row.recorded_at, row.report)
        for row in connection.execute(wanted)
    )


def has_judgements(connection: Connection, acts: Iterable[Act]) -> bool:
    """Say whether there are judgements of some sorts; asks an index, where reading them would join their texts."""
    query = select(judgements.c.seq).where(judgements.c.act.in_([str(act) for act in acts])).limit(1)
    return connection.execute(query).first() is not None
