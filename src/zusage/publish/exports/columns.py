"""What the exported tables have in their columns: read from ``columns.tsv`` and ``tables.tsv``, the one place for it.

The rows, the files, the dictionaries beside them and the reference page are all made of these. Standard library only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TYPES = ("string", "integer", "number", "boolean", "date", "list")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type (one of `TYPES`; a list is one of strings), the values it can have (empty: open), its meaning."""

    name: str
    type: str
    values: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its key, and for the columns that point elsewhere the table and column they point at."""

    name: str
    about: str
    key: tuple[str, ...]
    points: Mapping[str, tuple[str, str]]
    columns: tuple[Column, ...]


@cache
def tables() -> tuple[Table, ...]:
    """Return the tables in the order in which they are documented."""
    columns: dict[str, list[Column]] = {}
    for row in _rows("columns"):
        values = tuple(row["values"].split("|")) if row["values"] else ()
        columns.setdefault(row["table"], []).append(Column(row["column"], row["type"], values, row["about"]))
    return tuple(
        Table(
            row["table"],
            row["about"],
            tuple(row["key"].split(",")),
            _points(row["points"]),
            tuple(columns[row["table"]]),
        )
        for row in _rows("tables")
    )


def _points(words: str) -> Mapping[str, tuple[str, str]]:
    found = {}
    for each in filter(None, words.split(",")):
        column, _, target = each.partition(">")
        table, _, key = target.partition(".")
        found[column] = (table, key)
    return found


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    header, *lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    for line in lines:
        yield dict(zip(header, line, strict=True))
