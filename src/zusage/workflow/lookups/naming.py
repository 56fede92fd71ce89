"""Finding one row by its id or the beginning of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ColumnElement, Row, Select, and_

from zusage.errors import MissingError, wording
from zusage.workflow.derive.work import Work

_AFTER = "~"
"""Comes after every sign that an id has."""


def begins(column: Column[Any], name: str) -> ColumnElement[bool]:
    """An id begins so: asked for as a range, which an index answers."""
    return and_(column >= name, column < name + _AFTER)


def one_row(work: Work, query: Select[Any], what: str, name: str, hint: str) -> Row[Any]:
    """Return the only row of a query.

    Raises:
        MissingError: there is none, or more than one.
    """
    rows = work.connection.execute(query).all() if name else []
    if not rows:
        raise MissingError(wording("{kind} {name}", kind=what, name=name), "is not in the ledger", hint=hint)
    if len(rows) > 1:
        raise MissingError(
            wording("{kind} {name}", kind=what, name=name),
            wording("is the beginning of {count} ids", count=len(rows)),
            hint="give more of it",
        )
    return rows[0]
