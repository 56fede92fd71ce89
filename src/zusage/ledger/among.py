"""Queries for many rows at once.

SQLAlchemy looks at each value of a plain list, at none of a parameter; and it makes an object of its own of each row.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam


def among(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Say whether a column has one of some plain values."""
    return column.in_(bindparam("among", list(values), expanding=True, unique=True))


def plain_rows(connection: Connection, query: Select[Any]) -> list[tuple[Any, ...]]:
    """Return rows as the database's driver gives them; the columns hold text, numbers and bytes."""
    result = connection.execute(query)
    rows = [*result.cursor.fetchall()] if result.cursor is not None else []
    result.close()
    return rows
