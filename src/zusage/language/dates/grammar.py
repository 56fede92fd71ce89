"""Classes of time words and the tape that the date rules run over. Uses `zusage.language.numbers` for both.

German and English share the classes; their lexicons say which words have which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from zusage.language.numbers.lexicon import Lexicon, build, read_rows
from zusage.language.numbers.tape import Alphabet, Tape, read_tape

_CLASSES = (
    *(
        "adjective",
        "after",
        "ago",
        "already",
        "always",
        "and",
        "approx",
        "before",
        "born",
        "break",
        "by",
        "cap",
        "clock",
        "close",
    ),
    *(
        "code",
        "colon",
        "comma",
        "counted",
        "dash",
        "day",
        "daytime",
        "daytimes",
        "decade",
        "decades",
        "decimal",
        "deictic",
    ),
    *(
        "deictics",
        "det",
        "dot",
        "dotted",
        "earlier",
        "er",
        "every",
        "figure",
        "following",
        "from",
        "half",
        "holiday",
        "in",
    ),
    *(
        "iso",
        "label",
        "last",
        "lasting",
        "later",
        "money",
        "month",
        "next",
        "not-ref",
        "number",
        "odd",
        "of",
        "on",
        "one",
    ),
    *(
        "open",
        "or",
        "ordinal",
        "other-prep",
        "pair",
        "part",
        "part-unit",
        "per",
        "preceding",
        "prior",
        "q",
        "ref",
        "ref-noun",
    ),
    *(
        "s",
        "same",
        "season",
        "short-month",
        "short-weekday",
        "sign",
        "since",
        "slash",
        "slashed",
        "small",
        "suffix",
        "that",
        "this",
    ),
    *("time", "to", "today", "todays", "tonight", "u-century", "u-day", "u-decade", "u-half", "u-hour", "u-millennium"),
    *("u-minute", "u-month", "u-quarter", "u-second", "u-week", "u-weekend", "u-year", "until", "vague", "weekday"),
    *("weekday-time", "weekdays", "word", "year", "zu"),
)
_UNITS = (
    "u-day",
    "u-week",
    "u-weekend",
    "u-month",
    "u-quarter",
    "u-half",
    "u-year",
    "u-decade",
    "u-century",
    "u-millennium",
)
_GROUPS = {
    "unit": _UNITS,
    "any-unit": (*_UNITS, "u-hour", "u-minute", "u-second"),
    "rel": ("last", "next", "this"),
    "narrative": ("same", "that", "following", "preceding"),
    "count": ("day", "figure", "small", "one", "vague", "decimal", "year"),
    "sure-count": ("day", "figure", "small", "vague", "decimal"),
    "prep": (
        "in",
        "on",
        "zu",
        "before",
        "after",
        "since",
        "until",
        "by",
        "from",
        "of",
        "other-prep",
        "to",
        "and",
        "or",
    ),
    "nearly": ("approx", "already"),
    "any-month": ("month", "short-month"),
    "into": ("in", "on", "zu", "before", "after", "since", "until", "by", "from", "of", "other-prep"),
    "join": ("dash", "to", "and", "or", "comma", "until"),
}
ALPHABET = Alphabet.of(_CLASSES, _GROUPS)
NAMES = {letter: name for name, letter in ALPHABET.letters.items()}

_SIGNS = {
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "‑": "dash",
    ".": "dot",
    ",": "comma",
    "(": "open",
    ")": "close",
    "/": "slash",
}
_SIGNS |= {
    "[": "open",
    "]": "close",
    ":": "colon",
    "$": "money",
    "€": "money",
    "£": "money",
    "%": "counted",
    "§": "label",
}
_PAIR = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?")
_LAST_DAY = 31
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_PIVOT = 50  # two figures: 00 to 49 is the 21st century


@cache
def lexicon(language: str) -> Lexicon:
    """The word classes of a language, holidays and compounds included."""
    rows = chain(
        _holidays(language),
        read_rows("dates", f"numerals-{language}.tsv", 3),
        read_rows("dates", f"words-{language}.tsv", 3),
    )
    return build(chain(((name, value, forms) for name, value, forms in rows), _weekday_times(language)))


def _holidays(language: str) -> Iterator[tuple[str, str, str]]:
    for code, of, forms in read_rows("dates", "holidays.tsv", 3):
        if of == language:
            yield "holiday", code, forms


def _weekday_times(language: str) -> Iterator[tuple[str, str, str]]:
    """German writes weekday and time of day as one word: "Dienstagabend", "Mittwochvormittag"."""
    if language != "de":
        return
    rows = read_rows("dates", "words-de.tsv", 3)
    for weekday in (row for row in rows if row[0] == "weekday"):
        for time in (row for row in rows if row[0] == "daytime"):
            forms = [
                day.removesuffix("[,s]") + part.lower()
                for day in weekday[2].split(" | ")
                for part in time[2].split(" | ")
                if part[0].isupper()
            ]
            yield "weekday-time", f"{weekday[1]}T{time[1]}", " | ".join(forms)


def read_dates(text: str, language: str) -> Tape:
    """Classify the pieces of a text for the date rules."""

    def classify(piece: str, before: str) -> tuple[str, Any]:
        first = piece[0]
        if "0" <= first <= "9":
            return ("code", piece) if before in {"word", "cap", "label", "q"} else _figures(piece, language)
        if first.isalpha():
            return ("cap" if first.isupper() else "word"), 0
        return ("break" if first == "\n" else _SIGNS.get(piece, "sign")), 0

    return read_tape(text, lexicon(language), ALPHABET.letters, classify, attached=frozenset({"suffix", "er", "s"}))


def _figures(piece: str, language: str) -> tuple[str, Any]:
    """Class and value of a piece of figures: a day of the month, a year, a full date, a time of day."""
    if piece.isdigit():
        return _plain(piece)
    if "-" in piece or "/" in piece:
        return _full(piece, language)
    if found := _CLOCK.fullmatch(piece):
        return "time", (int(found[1]), int(found[2]))
    if found := _DOTTED.fullmatch(piece):
        return "dotted", (full_year(found[3]), int(found[2]), int(found[1]))
    if found := _PAIR.fullmatch(piece):
        return "pair", (int(found[1]), int(found[2]))
    return ("decimal" if piece.count(",") + piece.count(".") == 1 else "odd"), _decimal(piece, language)


def _plain(piece: str) -> tuple[str, Any]:
    if len(piece) > 4:  # noqa: PLR2004 (longer than a year)
        return "odd", 0
    value = int(piece)
    if len(piece) == 4 and _FIRST_YEAR <= value < _LAST_YEAR:  # noqa: PLR2004
        return "year", value
    return ("day" if len(piece) <= 2 and 1 <= value <= _LAST_DAY else "figure"), value  # noqa: PLR2004


def _full(piece: str, language: str) -> tuple[str, Any]:
    if "-" in piece:
        year, month, day = (int(part) for part in piece.split("-"))
        return "iso", (year, month, day)
    first, second, year_of = piece.split("/")
    month, day = int(first), int(second)
    if language == "de" or month > 12:  # noqa: PLR2004 (31/12/2025)
        month, day = day, month
    return "slashed", (full_year(year_of), month, day)


def _decimal(piece: str, language: str) -> float:
    if len(piece) > 12:  # noqa: PLR2004 (no number of days or years)
        return 0.0
    mark, other = (",", ".") if language == "de" else (".", ",")
    try:
        return float(piece.replace(other, "").replace(mark, "."))
    except ValueError:
        return 0.0


def full_year(figures: str) -> int:
    """A year of two or four figures: 26 is 2026, 89 is 1989."""
    value = int(figures)
    if len(figures) > 2:  # noqa: PLR2004
        return value
    return value + (2000 if value < _PIVOT else 1900)


def valid(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
