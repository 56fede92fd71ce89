"""What records of every dossier file have in common: sources, wordings, names, keys that may be missing.

Uses `zusage.dossier.yaml_values` and `zusage.dossier.records`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from zusage.dossier.records import Backing, Names, Words
from zusage.dossier.yaml_values import Table, Value

BACKING = {"sources", "verified"}
"""The keys of every record that says something about the world."""

Listed = TypeVar("Listed", bound=StrEnum)


def read_backing(table: Table) -> Backing:
    """Read sources and verified."""
    return Backing(table["sources"].texts(), table["verified"].flag())


def read_words(value: Value) -> Words:
    """Read one wording in both languages."""
    table = value.table({"de", "en"})
    return Words(de=table["de"].text(), en=table["en"].text())


def read_names(value: Value) -> Names:
    """Read a list of names that both languages share, or a table with a list for each."""
    if not value.is_table():
        names = value.texts()
        return Names(names, names)
    table = value.table({"de", "en"})
    return Names(table["de"].texts(), table["en"].texts())


def actor_at(table: Table, key: str) -> str | None:
    """Return an actor id, None if the key is missing."""
    value = table.get(key)
    return value.actor() if value else None


def text_at(table: Table, key: str) -> str | None:
    """Return text, None if the key is missing."""
    value = table.get(key)
    return value.text() if value else None


def day_at(table: Table, key: str) -> str | None:
    """Return a day, None if the key is missing."""
    value = table.get(key)
    return value.day() if value else None


def partial_day_at(table: Table, key: str) -> str | None:
    """Return a day, month or year, None if the key is missing."""
    value = table.get(key)
    return value.partial_day() if value else None


def listed_at(table: Table, key: str, values: type[Listed]) -> Listed | None:
    """Return one of the listed values, None if the key is missing."""
    value = table.get(key)
    return values(value.one_of(tuple(values))) if value else None
