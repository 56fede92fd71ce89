"""Whether a column has one of many values: SQLAlchemy looks at each value of a plain list, at none of a parameter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, bindparam


def among(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Say whether a column has one of some plain values."""
    return column.in_(bindparam("among", list(values), expanding=True, unique=True))
