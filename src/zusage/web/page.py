"""What a page function returns, and how its view becomes JSON, its table CSV."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, cast

from zusage.publish.formulas import guarded


@dataclass(frozen=True, slots=True)
class Table:
    """A table as CSV has it: names of columns, and rows of tokens, numbers and days (None: an empty cell)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Titled:
    """What a bibliography calls a page: a name within the ledger, a title; whether a person has reviewed it, or it is a sample."""

    name: str
    title: str
    reviewed: bool = False
    synthetic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An answer before it has a form.

    ``view`` is a frozen dataclass: the template's ``view``, and the JSON. ``table`` is the CSV, or makes it; ``drawing`` draws
    the page's chart in a width, for the SVG; a form that a page does not have is an address that does not exist. ``others``
    are texts in further forms by their endings, as ``bib`` or ``atom``. ``is_part``: as data there is more than it shows, so
    that it is made anew for that. ``titled``: what it is cited as, where making it has told.
    """

    template: str
    view: Any
    table: Table | Callable[[], Table] | None = None
    drawing: Callable[[float], str] | None = None
    others: Mapping[str, str] = dataclasses.field(default_factory=dict)
    is_part: bool = False
    titled: Titled | None = None
    status: int = 200


def plain(value: Any) -> Any:
    """Make JSON of a view: dataclasses are objects with all their fields, values of lists tokens."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if names := _fields_of(cast("Hashable", kind)):
        return {shown: plain(getattr(value, name)) for name, shown in names}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(each) for each in value]
    return value


_AS_THEY_ARE = frozenset({str, int, float, bool, NoneType})


@cache
def _fields_of(kind: Hashable) -> tuple[tuple[str, str], ...]:
    """The names of a dataclass's fields, each with the one that JSON has for it; none of another class."""
    if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
        return ()
    return tuple((each.name, each.name.rstrip("_")) for each in dataclasses.fields(kind))


def as_json(view: Any) -> str:
    """A view as JSON."""
    return json.dumps(plain(view), ensure_ascii=False, separators=(",", ":")) + "\n"


def as_csv(table: Table | Callable[[], Table]) -> str:
    """A table as CSV (RFC 4180); nothing in it is a formula."""
    table = table if isinstance(table, Table) else table()
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(table.columns)
    rows.writerows([_cell(each) for each in row] for row in table.rows)
    return written.getvalue()


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, tuple | list | Mapping):
        return json.dumps(plain(value), ensure_ascii=False)
    return guarded(str(value))
