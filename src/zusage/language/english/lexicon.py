"""The word lists beside this module, read once. Standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from zusage.language.analysis import Link


def read_rows(name: str) -> list[list[str]]:
    """Return the rows of a table without its header and comments."""
    table = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines()[1:] if line and not line.startswith("#")]


@cache
def marker_links() -> Mapping[str, Link]:
    """Return what each conjunction makes of its clause (``markers.tsv``)."""
    return {row[0]: Link(row[1]) for row in read_rows("markers.tsv")}


@cache
def compound_markers() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the conjunctions of several words by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for marker in marker_links():
        words = tuple(marker.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in found.items()}


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """Return the verbs of one kind, as "speech", "object-control", "judged-for" (``verbs.tsv``)."""
    return frozenset(row[0] for row in read_rows("verbs.tsv") if kind in row[1].split(","))
