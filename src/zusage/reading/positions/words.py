"""The small word lists of the rules for positions. Packaged data (`words.tsv`): German and English together."""

from __future__ import annotations

from functools import cache
from importlib import resources

from zusage.reading.lexicon import Sense, parse_needs


@cache
def words(name: str) -> frozenset[str]:
    """Return a list by its name; raises KeyError for a name that is none."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = resources.files(__package__).joinpath("words.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {name: frozenset(cell.split("|")) for name, cell, _ in rows[1:]}


@cache
def idioms(language: str) -> dict[str, tuple[Sense, ...]]:
    """Verb → the idioms in which it takes a stance (`idioms.tsv`)."""
    found: dict[str, tuple[Sense, ...]] = {}
    text = resources.files(__package__).joinpath("idioms.tsv").read_text("utf-8")
    for line in [line for line in text.splitlines() if line and not line.startswith("#")][1:]:
        spoken, lemma, with_, value, content = line.split("\t")
        if spoken == language:
            sense = Sense(
                lemma=lemma,
                needs=parse_needs(with_),
                kind="position",
                value=None if value == "-" else value,
                measure=None,
                own_measure=False,
                content=() if content == "-" else tuple(content.split(",")),
            )
            found[lemma] = (*found.get(lemma, ()), sense)
    return found


@cache
def crowds(language: str) -> dict[str, tuple[str, bool]]:
    """Noun → the label of the people that it names, and whether the singular names them together ("the opposition")."""
    text = resources.files(__package__).joinpath("crowds.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    column = rows[0].index(language)
    return {word: (row[0], row[1] == "sg") for row in rows[1:] for word in row[column].split("|") if word}
