"""English tokens as UD English EWT cuts them, with exact offsets.

Clitics stand alone ("do|n't", "can|not", "Ottawa|'s"), abbreviations keep their full stops ("U.S."), hyphenated
words fall apart ("US|-|led") but for prefixes ("non-lethal", "mid-July") and makes ("F-16s"), sums too ("$|1.5|bn").
Standard library only; time is linear in the length of the text, all repetitions with a look-ahead are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Final

Span = tuple[int, int]

_MARKS: Final = "\u0300-\u036f\u00ad\u200c\u200d\u2060"
_LETTER: Final = r"[^\W\d_]"
_PREFIXES: Final = (
    "afro|anti|bi|bio|co|counter|cyber|de|e|eco|ex|extra|hyper|inter|intra|macro|mega|micro|mid|mini|multi|neo|non|pan|post|"
    "pre|pro|proto|pseudo|quasi|re|semi|sub|super|trans|ultra|un|uni|vice"
)
_UNITS: Final = "bn|tn|mn|m|b|k|t|km|cm|mm|kg|ft|lb|lbs|mph|kph|am|pm|mw|gw|kw|hrs?|mins?"
_MAKE: Final = r"(?:[A-Z]{1,3}(?:/[A-Z])?|MiG|Mig|Su|Mi|Tu|Ka)-\d{1,3}[A-Z]?"
_MACHINES: Final = (
    "aircraft|bombers?|fighters?|gunships?|helicopters?|jets?|planes?|tankers?|transporters?|transports?|warplanes?"
)
_BEHIND: Final = f"and|at|for|from|has|in|is|of|on|or|over|that|to|was|which|will|with|{_MACHINES}"
"""Words behind the make of a machine that is told by its make alone, or by what it is."""

_TOKEN: Final = re.compile(
    rf"""
    [\s\u200b\ufeff]*+(                                                 # no token begins so: nothing is tried there
      [A-Za-z]{{1,64}}+(?=[\s,])                                         # the common case first
    | (?-i:{_MAKE}(?:s|(?=[,.;]|\ (?:{_BEHIND})\b)))(?![\w-])         # F-16s, a C-17 at
    | no-one\b
    | https?://[^\s<>"”’)\]]{{1,2000}}(?<![.,;:!?]) | www\.[^\s<>"”’)\]]{{1,2000}}(?<![.,;:!?])
    | [\w.+-]{{1,64}}+@[\w-]{{1,64}}+(?:\.[\w-]{{1,64}}+){{1,4}}
    | [\w-]{{1,64}}+\.(?:com|org|net|gov|edu|info|pdf|docx?|xlsx?|html?|jpe?g|png|zip)\b
    | @\w{{1,64}}
    | (?:US|USD|AU|CA|NZ|HK|[ACR])\$
    | \d{{1,4}}(?:[/-]\d{{1,4}}){{2,4}}(?![\w/-])                       # 2025-09-04, 09/16/99
    | \d{{1,2}}/\d{{1,4}}(?![\w/])
    | \d{{1,30}}(?:[.,:]\d{{1,12}}){{0,20}}(?:(?:st|nd|rd|th|s)\b)?(?=(?:{_UNITS})?(?![^\W\d_]))   # 1.5, 1990s, then bn
    | (?:{_LETTER}\.){{2,12}}(?!\w)                                     # U.S., p.m., i.e.
    | (?:[A-Z]\.){{1,12}}[A-Z]\b
    | [A-Z]{{1,4}}&[A-Z]{{1,4}}\b
    | (?:{_PREFIXES})-(?=\w)\w(?:[\w{_MARKS}]|['’](?=\w))*
    | [\w{_MARKS}](?:[\w{_MARKS}]|['’](?=\w))*(?:\.(?!\.))?
    | (?<=[\w.”"'’)])['’]s\b
    | [:;]-?[()DPp](?!\w)
    | \.{{2,}}|[!?]+|-{{2,}}|\*{{2,}}|={{2,}}|~{{2,}}|['’]{{2}}|``
    | [^\s\u200b\ufeff][\ufe0e\ufe0f\u20e3{_MARKS}]*
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CLITIC: Final = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_FUSED: Final = re.compile(
    r"^(?:(can)(?:not)|(gon|wan)(?:na)|(got)(?:ta)|(do|did|does|is|was|were|could|would|should|have|has|had|are)(?:nt))$",
    re.IGNORECASE,
)
_FUSED_ENDINGS: Final = frozenset({"ot", "na", "ta", "nt"})
_INITIAL: Final = re.compile(r"[A-HJ-Z]\.\Z")


@cache
def load_abbreviations() -> frozenset[str]:
    """Return the abbreviations that keep their full stop, lower case, without it (``abbreviations.tsv``)."""
    table = resources.files(__package__).joinpath("abbreviations.tsv").read_text(encoding="utf-8")
    rows = (line for line in table.splitlines()[1:] if line and not line.startswith("#"))
    return frozenset(row.split("\t")[0] for row in rows)


def find_tokens(text: str) -> list[Span]:
    """Return the half-open character runs of all tokens, in order; white space and zero-width spaces belong to none."""
    spans: list[Span] = []
    for match in _TOKEN.finditer(text):
        word = match[1]
        if word.isalpha() and word[-2:].lower() not in _FUSED_ENDINGS:
            spans.append(match.span(1))
        else:
            spans.extend(_split(text, *match.span(1)))
    return spans


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut clitics and the full stop off a word: "Kyiv's." is "Kyiv", "'s", "."."""
    if not text[start].isalnum() and text[start] not in "'’":
        yield start, end
        return
    dotted = end - start > 1 and text[end - 1] == "." and text[end - 2] != "."
    stop = end - 1 if dotted and not _keeps_stop(text, start, end) else end
    yield from _split_clitics(text, start, stop)
    if stop < end:
        yield stop, end


def _split_clitics(text: str, start: int, end: int) -> Iterator[Span]:
    word = text[start:end]
    clitic = _CLITIC.search(word)
    if clitic and clitic.start() > 0:
        yield from _split_clitics(text, start, start + clitic.start())
        yield start + clitic.start(), end
        return
    fused = _FUSED.match(word)
    if fused:
        middle = start + len(next(part for part in fused.groups() if part))
        yield start, middle
        yield middle, end
        return
    yield start, end


def _keeps_stop(text: str, start: int, end: int) -> bool:
    """Tell whether the full stop is part of the word: "Gen. Keller", "J. Smith", "No. 10", "the U.S."."""
    word = text[start : end - 1].lower()
    if "." in word:
        return True
    if word == "no":
        return text[end : end + 2].strip()[:1].isdigit()
    if _INITIAL.match(text[start:end]):
        return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return word in load_abbreviations()
