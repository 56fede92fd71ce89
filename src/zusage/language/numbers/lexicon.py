"""Lexicons of word classes: which words mean which class of number or time word, and with which value.

A file has three tab-separated columns, `class`, `value`, `forms`, a header line and `#` comments. Forms stand between
` | `; `vergangen[*]` stands for the adjective endings (e, en, er, es, em), `Jahr[,e,en]` for the listed ones. A form in
lower case is found in any case, one with a capital only so ("Mai", "March") or in capitals throughout ("MAI"). Uses
`zusage.errors` only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from zusage.errors import FormatError

_ADJECTIVE = ("e", "en", "er", "es", "em")
_ENDINGS = re.compile(r"\[([^\]]*)\]")
_PIECE = re.compile(r"[^\W\d_]+|[0-9]+|[^\w\s]|_")

Value = str | float


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word is: its class and a value (a number where the file has one)."""

    name: str
    value: Value


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by their spelling; phrases by their first word: (further pieces in lower case, entry), longest first."""

    words: dict[str, Entry]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The classes that occur, sorted."""
        found = {entry.name for entry in self.words.values()}
        found |= {entry.name for group in self.phrases.values() for _, entry in group}
        return tuple(sorted(found))


@cache
def read_rows(folder: str, name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """Read a packaged TSV file (`folder` under `zusage.language`), without its header line and comments.

    Raises:
        FormatError: a line with another number of columns.
    """
    text = (files("zusage.language") / folder / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    rows = tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines[1:])
    for row in rows:
        if len(row) != columns:
            raise FormatError(f"{folder}/data/{name}", f"has {len(row)} columns in {row!r}", hint=f"write {columns}")
    return rows


def expand(form: str) -> Iterator[str]:
    """Yield the spellings of one form: `Jahr[,e,en]` gives Jahr, Jahre, Jahren."""
    found = _ENDINGS.search(form)
    if found is None:
        yield form
        return
    endings = _ADJECTIVE if found[1] == "*" else [ending.strip() for ending in found[1].split(",")]
    for ending in endings:
        yield from expand(form[: found.start()] + ending + form[found.end() :])


def build(rows: Iterator[tuple[str, str, str]]) -> Lexicon:
    """Make a lexicon of (class, value, forms) rows; of two rows for one form the first one counts."""
    words: dict[str, Entry] = {}
    phrases: dict[str, dict[tuple[str, ...], Entry]] = {}
    for name, value, forms in rows:
        entry = Entry(name, _typed(value))
        for form in (spelled for part in forms.split(" | ") for spelled in expand(part.strip())):
            pieces = _PIECE.findall(form)
            if len(pieces) == 1:
                for spelling in _cases(form):
                    words.setdefault(spelling, entry)
            else:
                rest = tuple(piece.lower() for piece in pieces[1:])
                for first in _cases(pieces[0]):
                    phrases.setdefault(first, {}).setdefault(rest, entry)
    ordered = {
        first: tuple(sorted(group.items(), key=lambda item: (-len(item[0]), item[0])))
        for first, group in phrases.items()
    }
    return Lexicon(words, ordered)


def _typed(value: str) -> Value:
    try:
        return float(value) if "." in value or "e" in value else int(value)
    except ValueError:
        return value


def _cases(form: str) -> tuple[str, ...]:
    if form.islower():
        return (form, form.capitalize(), form.upper())
    return (form, form.upper())
