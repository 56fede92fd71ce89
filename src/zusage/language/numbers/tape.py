"""A text as a row of classified pieces, so that small grammars run over it as regular expressions.

Every word, number and sign of the text becomes one letter of `Tape.shape` (its class); a grammar is a regular
expression over class names, and a match gives back exact character offsets. One pass, linear in the text. Uses the
lexicons only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from zusage.language.numbers.lexicon import Entry, Lexicon

_PIECES = re.compile(
    r"""
    [\ \t]*+(                                                                   # nothing is tried at blanks
      [^\W\d_]+                                                                # most are words
    | (?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])                              # 2026-01-06
    | (?<![0-9])[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/])            # 1/6/2026
    | (?<![0-9.,])[1-9][0-9]{0,2}(?:[\ \u00a0\u202f\u2009\u2019'][0-9]{3})+      # 15 000
      (?:,[0-9]{1,2})? (?![0-9]|[.,][0-9])
    | [0-9]+(?:[.,:][0-9]+)*
    | \n[\ \t\r]*\n
    | [^\w\s] | _
    )""",
    re.VERBOSE,
)
_NAME = re.compile(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?::([a-z]+))?")
_Piece = tuple[str, int, int]
"""A piece with its first character and the one behind it."""
_FIRST = 0x100  # class letters start here, so that they never meet a regular expression's own signs


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letter of each class; `groups` are unions of classes that rules may name like a class."""

    letters: dict[str, str]
    groups: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, names: Iterable[str], groups: Mapping[str, tuple[str, ...]] | None = None) -> Alphabet:
        """Give each class a letter, in alphabetical order."""
        return cls({name: chr(_FIRST + at) for at, name in enumerate(sorted(set(names)))}, groups or {})

    def pattern(self, rule: str) -> str:
        """Translate a rule over class names into a regular expression over letters.

        `name:field` captures the piece as `field` (a second one of that name as `field2`); `«` and `»` bound the
        mention's span; spaces are ignored; all else is as in regular expressions. "in? «month:month year:year?»".
        """
        marked = rule.replace("«", "(?P<SPAN>").replace("»", ")")
        times: Counter[str] = Counter()

        def translate(found: re.Match[str]) -> str:
            letters, label = self._letters(found[1]), found[2]
            if label is None:
                return f"[{letters}]"
            times[label] += 1
            return f"(?P<{label}{times[label] if times[label] > 1 else ''}>[{letters}])"

        return _NAME.sub(translate, marked).replace(" ", "")

    def _letters(self, name: str) -> str:
        members = self.groups.get(name, (name,))
        try:
            return "".join(self.letters[member] for member in members)
        except KeyError as error:
            raise LookupError(f"rule names an unknown class: {name}") from error


@dataclass(frozen=True, slots=True)
class Tape:
    """Pieces of a text: `shape[i]` is the class letter, `facts[i]` the value, of `text[starts[i]:ends[i]]`."""

    text: str
    shape: str
    starts: list[int]
    ends: list[int]
    facts: list[Any]

    def word(self, at: int) -> str:
        """Return the exact characters of a piece."""
        return self.text[self.starts[at] : self.ends[at]]

    def joined(self, at: int) -> bool:
        """Whether a piece follows the one before without a gap."""
        return 0 < at < len(self.starts) and self.starts[at] == self.ends[at - 1]


Classify = Callable[[str, str], tuple[str, Any]]
"""Class and value of a piece that is not in the lexicon; given too the class of the piece it touches, or ""."""


def read_tape(
    text: str,
    lexicon: Lexicon,
    letters: dict[str, str],
    classify: Classify,
    *,
    attached: frozenset[str] = frozenset(),
) -> Tape:
    """Cut a text into pieces and classify them: by the lexicon's phrases, its words, or else by ``classify``.

    ``attached``: classes of the lexicon that count only right after digits ("bn" in "90bn", "th" in "4th").
    """
    starts: list[int] = []
    ends: list[int] = []
    facts: list[Any] = []
    shape: list[str] = []
    words, phrases = lexicon.words, lexicon.phrases
    pieces = _cut(text)
    at, end, name, digits = 0, -1, "", False
    add_start, add_end, add_fact, add_letter = starts.append, ends.append, facts.append, shape.append
    count = len(pieces)
    while at < count:
        piece, start, stop = pieces[at]
        before = name if start == end else ""
        at, end = at + 1, stop
        entry = words.get(piece)
        group = phrases.get(piece)
        if group is not None:
            longer = _phrase(group, pieces, at)
            if longer is not None:
                entry, at = longer
                end = pieces[at - 1][2]
        if entry is None or (entry.name in attached and not (before and digits)):
            name, fact = classify(piece, before)
        else:
            name, fact = entry.name, entry.value
        digits = "0" <= piece[0] <= "9"
        add_start(start)
        add_end(end)
        add_fact(fact)
        add_letter(letters[name])
    return Tape(text, "".join(shape), starts, ends, facts)


@lru_cache(maxsize=1)
def _cut(text: str) -> tuple[_Piece, ...]:
    """The pieces of a text; those of the last one are kept, because dates and numbers are found one after the other."""
    return tuple([(found[1], *found.span(1)) for found in _PIECES.finditer(text)])


def _phrase(
    group: tuple[tuple[tuple[str, ...], Entry], ...], pieces: Sequence[_Piece], at: int
) -> tuple[Entry, int] | None:
    """Match the rest of a phrase against the coming pieces; says where to go on when it does.

    A single letter touches the sign that it goes with: "A$5" is in Australian dollars, "a $5 loan" is not.
    """
    following = pieces[at][0].lower() if at < len(pieces) else None
    lone = len(pieces[at - 1][0]) == 1 and following is not None and not following.isalpha()
    if lone and pieces[at][1] != pieces[at - 1][2]:
        return None
    for rest, entry in group:
        end = at + len(rest)
        if rest[0] == following and end <= len(pieces) and [p[0].lower() for p in pieces[at:end]] == [*rest]:
            return entry, end
    return None
