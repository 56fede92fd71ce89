"""Reading judgements' rows back, each with the statement that it is about. Runs in the caller's transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, func, select

from zusage.ledger.judged import has_judgements
from zusage.ledger.payload import decode_field, read_payload
from zusage.ledger.reading_rows import KINDS
from zusage.ledger.tables import judgements, statements, texts
from zusage.model.ledger import Act, Judgement

WITH_OTHERS = frozenset({Act.SAME, Act.DIFFERENT, Act.MERGE, Act.SPLIT})
"""Judgements about more than their target."""

_CODED = ("kind", "payload", "quote", "quote_start", "quote_end")
"""Columns of the statement that a judgement is about."""


def all_judgements(
    connection: Connection, *, known_at: str | None = None, target: str | None = None
) -> tuple[Judgement, ...]:
    """Return the judgements (on one target, or all) in the order in which they arrived."""
    return _judgements(connection, None if target is None else judgements.c.target == target, known_at=known_at)


def judgements_on(
    connection: Connection,
    *,
    reports: Sequence[str] | None = None,
    acts: Sequence[Act] = (),
    known_at: str | None = None,
) -> tuple[Judgement, ...]:
    """Return the judgements on statements of some reports, or of some sorts, with all that undo them."""
    wanted: ColumnElement[bool] = judgements.c.act.in_([str(act) for act in acts])
    if reports is not None:
        wanted = judgements.c.report.in_(reports)
    elif not has_judgements(connection, acts):
        return ()
    found = list(_judgements(connection, wanted, known_at=known_at))
    new = [each.id for each in found]
    while new:
        undone = judgements.c.target.in_(new) & (judgements.c.act == str(Act.UNDO))
        undoing = _judgements(connection, undone, known_at=known_at)
        found += undoing
        new = [each.id for each in undoing]
    return tuple(found)


def _judgements(
    connection: Connection, condition: ColumnElement[bool] | None = None, *, known_at: str | None = None
) -> tuple[Judgement, ...]:
    query = (
        select(judgements, *(statements.c[name] for name in _CODED), texts.c.body)
        .outerjoin(statements, statements.c.id == func.coalesce(judgements.c.statement, judgements.c.target))
        .outerjoin(texts, texts.c.seq == _newest_text(judgements.c.report))
        .order_by(judgements.c.seq)
    )
    if condition is not None:
        query = query.where(condition)
    if known_at is not None:
        query = query.where(judgements.c.recorded_at <= known_at)
    rows = connection.execute(query).all()
    return tuple(_make_judgement(row, _body_of(connection, row)) for row in rows)


def _body_of(connection: Connection, row: Row[Any]) -> str | None:
    """Return the text in which a judged statement's quote stands: the newest of its report, else an older one."""
    newest: str | None = row.body
    if row.quote is None or newest is None or newest[row.quote_start : row.quote_end] == row.quote:
        return newest
    older = select(texts.c.body).where(texts.c.report == row.report).order_by(texts.c.seq.desc())
    bodies = connection.scalars(older).all()
    return next((each for each in bodies if each[row.quote_start : row.quote_end] == row.quote), newest)


def _newest_text(report: ColumnElement[str]) -> ScalarSelect[int]:
    others = texts.alias()
    return select(func.max(others.c.seq)).where(others.c.report == report).scalar_subquery()


def _make_judgement(row: Row[Any], body: str | None) -> Judgement:
    statement = None
    changes: dict[str, object] = {}
    if row.statement is not None:
        statement = read_payload(KINDS[row.kind], json.loads(row.payload), body or "")
    elif row.act == Act.CORRECT:
        kind = KINDS[row.kind]
        changes = {name: decode_field(kind, name, value, body or "") for name, value in json.loads(row.changes).items()}
    others = json.loads(row.changes)["others"] if row.act in WITH_OTHERS else ()
    return Judgement(
        who=row.who,
        when=row.recorded_at,
        what=Act(row.act),
        target=row.target,
        why=row.why,
        changes=changes,
        statement=statement,
        others=tuple(others),
    )
