"""Reading the lexicon's tables: tab-separated, `#` comments, a header line. Uses `zusage.errors` only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from zusage.errors import FormatError

Row = dict[str, str]


@cache
def read_table(name: str) -> tuple[Row, ...]:
    """Return the rows of one of the lexicon's tables, cells by column name.

    Raises:
        FormatError: A row has more or fewer cells than the header.
    """
    text = (files("zusage.reading.lexicon.actors") / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(_row(name, header, line) for line in lines[1:])


def _row(name: str, header: list[str], line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != len(header):
        raise FormatError(f"{name}.tsv", f"a row with {len(cells)} instead of {len(header)} cells: {line[:60]}")
    return dict(zip(header, cells, strict=True))


def alternatives(cell: str) -> tuple[str, ...]:
    """Return the alternatives of a cell, parted by "|"; none for an empty cell."""
    return tuple(part for part in cell.split("|") if part)


@cache
def word_list(name: str, language: str = "") -> tuple[str, ...]:
    """Return a small word list of the rules in its order; one without a language holds for both."""
    return next(
        alternatives(row["words"])
        for row in read_table("words")
        if row["name"] == name and row["language"] in {"", language}
    )


def words(name: str, language: str = "") -> frozenset[str]:
    """Return a small word list as a set."""
    return frozenset(word_list(name, language))


@cache
def organisation_names(language: str) -> Mapping[str, str]:
    """Return what organisations and regions are called in a language, by id; the other language's name where it has none."""
    own, other = ("de", "en") if language == "de" else ("en", "de")
    regions = {row["id"] for row in read_table("organisations") if row["type"] == "region"}
    rows = [(row["id"], row[f"names_{own}"], row[f"names_{other}"]) for row in read_table("organisations")]
    rows += [
        (row["actor"], row[f"forms_{own}"], row[f"forms_{other}"])
        for row in read_table("metonyms")
        if row["actor"] in regions
    ]
    named = ((actor, alternatives(first) or alternatives(second)) for actor, first, second in reversed(rows))
    return {actor: names[0] for actor, names in named if names}
