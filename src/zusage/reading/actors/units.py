"""The words of a text as the gazetteer sees them: runs of letters and digits, hyphens and apostrophes apart.

So the lookup does not depend on where an analyser parts its tokens ("US-Präsident", "Ukraine's"); each unit knows its
token. Uses `zusage.language`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zusage.language.analysis import Analysis
from zusage.reading.actors.folding import fold_all

_WORD = re.compile(r"[^\W_]+")
_ABBREVIATION = 3


@dataclass(frozen=True, slots=True)
class Units:
    """Parallel lists over the units of a text.

    ``gaps[i]``: the signs between unit i-1 and unit i without white space ("" between plain words, "-" in a compound,
    the start of the text is "¶", a paragraph break contains "¶"). ``possessive[i]``: "'s" or an apostrophe follows.
    """

    words: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    possessive: list[bool]
    tokens: list[int]

    def joins(self, index: int) -> bool:
        """Say whether unit ``index`` may go on a name that the unit before it began."""
        gap = self.gaps[index]
        return gap in {"", "-", "'", "’", "/", "&"} or (gap == "." and len(self.words[index - 1]) <= _ABBREVIATION)

    def capital(self, index: int) -> bool:
        """Say whether a unit begins with a capital letter."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()


def split_units(analysis: Analysis) -> Units:
    """Return the units of a text, with the index of the token that each belongs to."""
    units = Units([], [], [], [], [], [], [])
    text, previous = analysis.text, 0
    words, gaps, starts, ends, possessive = units.words, units.gaps, units.starts, units.ends, units.possessive
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap, word = text[previous:start], text[start:end]
        previous = end
        if gap == " " and words:  # nearly every word
            gaps.append("")
        elif word in {"s", "S"} and gap in {"'", "’"} and words:
            possessive[-1] = True
            continue
        else:
            gaps.append(_gap(units, gap))
        words.append(word)
        starts.append(start)
        ends.append(end)
        possessive.append(False)
    units.keys.extend(fold_all(words))
    _find_tokens(units, analysis)
    return units


def _find_tokens(units: Units, analysis: Analysis) -> None:
    """Fill in the token of each unit; both run through the text once."""
    tokens, last, at = analysis.tokens, len(analysis.tokens) - 1, 0
    for start in units.starts:
        while at < last and tokens[at + 1].start <= start:
            at += 1
        units.tokens.append(at)


def _gap(units: Units, gap: str) -> str:
    """Return the signs before a unit without white space; an apostrophe after an s makes the word before possessive."""
    if not units.words:
        return "¶"
    if gap[0] in {"'", "’"} and gap[1:2].isspace() and units.words[-1][-1] in "sxzß":
        units.possessive[-1] = True  # "Paris' Zusage"
        gap = gap[1:]
    stripped = "".join(gap.split())
    return stripped + "¶" if "\n\n" in gap or (stripped == "" and "\n" in gap) else stripped
