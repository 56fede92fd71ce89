"""The German lexicon files, read once.

Tab-separated files in `data/`, `#` begins a comment, the first other line names the columns. Standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from zusage.errors import FormatError


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a lexicon file without its header.

    Raises:
        FormatError: A row has another number of columns than the header.
    """
    source = resources.files("zusage.language.german") / "data" / name
    rows = [line.split("\t") for line in source.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    width = len(rows[0])
    for row in rows:
        if len(row) != width:
            raise FormatError(
                name, f"a row has {len(row)} columns, not {width}: {row[0]}", hint="separate columns by tabs"
            )
    return tuple(tuple(row) for row in rows[1:])


@cache
def word_set(kind: str) -> frozenset[str]:
    """Return the words of a kind in `sets.tsv`; an unknown kind is empty."""
    return frozenset(word for name, words in read_table("sets.tsv") if name == kind for word in words.split())


@cache
def is_animate(lemma: str) -> bool:
    """Say whether a noun is somebody who acts: "Minister", compounds by their last part ("EU-Kommission", "Bundesregierung")."""
    if lemma in word_set("animate") or lemma.rpartition("-")[2] in word_set("animate"):
        return True
    return any(lemma.endswith(ending) for ending in word_set("animate_ending"))


@cache
def closed_lemmas() -> Mapping[tuple[str, str], str]:
    """Return the lemmas of closed classes: (tag or "*", form in lower case) to lemma."""
    table: dict[tuple[str, str], str] = {}
    for tag, lemma, forms in read_table("lemmas.tsv"):
        for form in forms.split():
            table[tag, form] = lemma
    return table


@cache
def clause_markers() -> Mapping[str, str]:
    """Return the link (a value of `Link`) that each subordinating conjunction makes."""
    return {marker: link for marker, link in read_table("markers.tsv")}  # noqa: C416 - rows are longer tuples
