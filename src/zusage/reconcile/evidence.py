"""The words of a report that give a meeting's day, place or number, and how exactly a number is meant.

A reader's own trace comes first; where it left none, the clause is found by the value. Uses `zusage.model`, Babel's
names of months and weekdays, and the lists in `zusage.reconcile.lexicon`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from babel.dates import get_day_names, get_month_names

from zusage.model.quote import Quote
from zusage.model.report import Report
from zusage.model.statement import Meeting, TraceStep
from zusage.reconcile.lexicon import rows, words

_BORDER = re.compile(r"[\n;:]|,(?!\d)|\s[–—-]\s|(?<!\d)(?<!\b[A-Z])[.!?](?=[\s\"“”„»«)]|$)")
_STOP = re.compile(r"\n|(?<!\d)(?<!\b[A-Z])[.!?](?=[\s\"“”„»«)]|$)")
_NEARBY = {
    "de": {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1},
    "en": {"today": 0, "yesterday": -1, "tomorrow": 1},
}
_DATELINE = 90


def sentence_around(text: str, start: int, end: int) -> Quote:
    """Cut the sentence around a run of characters."""
    return _between(_STOP, text, start, end)


def clause_around(text: str, start: int, end: int) -> Quote:
    """Cut the clause around a run of characters: up to the next comma, dash, colon or end of a sentence on both sides.

    Example: around "Freitag" in "Man sei bereit, sagte sie am Freitag in Wien." stands "sagte sie am Freitag in Wien".
    """
    return _between(_BORDER, text, start, end)


def _between(borders: re.Pattern[str], text: str, start: int, end: int) -> Quote:
    starts, ends = _places_of(borders, text)
    before, behind = bisect_right(ends, start), bisect_left(starts, end)
    begin = ends[before - 1] if before else 0
    stop = starts[behind] if behind < len(starts) else len(text)
    return Quote.cut(text, begin, max(stop, end))


@lru_cache(maxsize=64)
def _places_of(borders: re.Pattern[str], text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Where borders start and where they end, in order; kept for the texts at hand, which are asked again and again."""
    found = [border.span() for border in borders.finditer(text)]
    return [start for start, _ in found], [end for _, end in found]


class _Sought(NamedTuple):
    """A pattern, with signs of which some stand in every text that it is found in, in small letters: they are quicker."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...]

    def find(self, report: Report, plain: str) -> Iterable[re.Match[str]]:
        """Find the pattern in a report's text; ``plain`` is that text in small letters."""
        return self.pattern.finditer(report.text) if any(each in plain for each in self.signs) else ()


@cache
def _day_patterns(language: str, day: str) -> tuple[_Sought, ...]:
    when = date.fromisoformat(day)
    months = {get_month_names(width, locale=language)[when.month].rstrip(".") for width in ("wide", "abbreviated")}
    names = "|".join(sorted((re.escape(name) for name in months), key=len, reverse=True))
    numeric = rf"{when.year}-{when.month:02d}-{when.day:02d}|\b0?{when.day}\.\s?0?{when.month}\.(?:\s?{when.year})?"
    day_first = rf"\b0?{when.day}(?:\.|st|nd|rd|th)?\s(?:of\s)?(?:{names})\b"
    named = rf"{day_first}|\b(?:{names})\.?\s0?{when.day}(?:st|nd|rd|th)?\b(?!\d)"
    return (
        _Sought(re.compile(named, re.IGNORECASE), tuple(name.casefold() for name in months)),
        _Sought(re.compile(numeric, re.IGNORECASE), (day, f"{when.day}.")),
    )


@lru_cache(maxsize=1024)
def _relative_patterns(language: str, day: str, published: str | None) -> tuple[_Sought, ...]:
    if published is None:
        return ()
    apart = (date.fromisoformat(day) - date.fromisoformat(published)).days
    found = []
    if -7 <= apart <= 7:  # noqa: PLR2004 - a bare weekday means one within a week
        weekday = get_day_names("wide", locale=language)[date.fromisoformat(day).weekday()]
        found.append(_word_pattern(weekday, "s?"))
    found.extend(_word_pattern(word) for word, offset in _NEARBY.get(language, {}).items() if offset == apart)
    return tuple(found)


@cache
def _word_pattern(word: str, ending: str = "") -> _Sought:
    return _Sought(re.compile(rf"\b{word}{ending}\b", re.IGNORECASE), (word.casefold(),))


def _of_trace(trace: tuple[TraceStep, ...], field: str, text: str) -> Quote | None:
    for step in trace:
        if step.field == field and step.quote is not None:
            return clause_around(text, step.quote.start, step.quote.end)
    return None


def _language(report: Report) -> str:
    return report.language if report.language in _NEARBY else "en"


@cache
def meeting_pattern(language: str) -> re.Pattern[str]:
    """Any word that says that people meet, German for `de`, else English."""
    language = language if language in _NEARBY else "en"
    return re.compile("|".join(map(re.escape, words("meeting_words", "word", language=language))), re.IGNORECASE)


def _best(report: Report, patterns: Sequence[_Sought], place: str | None) -> Quote | None:
    """The clause most about the meeting: with a word for it, with the place, outside of the dateline, the first."""
    found = []
    meeting, plain = meeting_pattern(_language(report)), report.text.casefold()
    for order, pattern in enumerate(patterns):
        for run in pattern.find(report, plain):
            clause = clause_around(report.text, run.start(), run.end())
            score = bool(meeting.search(clause.exact)) + bool(place and place in clause.exact)
            dateline = clause.end < _DATELINE and len(clause.exact) < _DATELINE // 3
            found.append((dateline, -score, order, clause.start, clause))
    return min(found, key=lambda each: each[:4])[-1] if found else None


@lru_cache(maxsize=1024)
def day_words(report: Report, meeting: Meeting) -> Quote | None:
    """The clause that gives a meeting's day; None if the meeting has none, or no words for it are found.

    Kept for the reports at hand: bounds, stated days and conflicts ask for the same words.
    """
    if meeting.date is None:
        return None
    traced = _of_trace(meeting.trace, "date", report.text)
    if traced is not None:
        return traced
    language = _language(report)
    patterns: list[_Sought] = []
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", meeting.date):
        patterns = [
            *_relative_patterns(language, meeting.date, report.published_on),
            *_day_patterns(language, meeting.date),
        ]
    return _best(report, patterns, meeting.place) or meeting.quote


def place_words(report: Report, meeting: Meeting) -> Quote | None:
    """The clause that gives a meeting's place; where the place is not named in it, the one that gives the day."""
    if meeting.place is None:
        return None
    traced = _of_trace(meeting.trace, "place", report.text)
    if traced is not None:
        return traced
    named = _Sought(re.compile(rf"\b{re.escape(meeting.place)}\b"), (meeting.place.casefold(),))
    found = _best(report, [named], meeting.place)
    day = day_words(report, meeting)
    if found is not None and meeting_pattern(_language(report)).search(found.exact):
        return found
    return day or found or meeting.quote


class Counted:
    """A number of participants as a report words it: the words, what is counted, and the interval that is meant."""

    __slots__ = ("kind", "max", "min", "quote")

    def __init__(self, quote: Quote | None, kind: str | None, low: float, high: float) -> None:
        """Keep the parts."""
        self.quote, self.kind, self.min, self.max = quote, kind, low, high

    def fits(self, other: Counted) -> bool:
        """Say whether both can be right: different things are counted, or the intervals meet."""
        if self.kind and other.kind and self.kind != other.kind:
            return True
        return self.min <= other.max and other.min <= self.max


@cache
def _counted_pattern(language: str) -> re.Pattern[str]:
    nouns = sorted(words("counted", "word", language=language), key=len, reverse=True)
    return re.compile(r"(?:[\w'’-]+\s+){0,3}?\b(" + "|".join(map(re.escape, nouns)) + r")\b", re.IGNORECASE)


def counted_words(report: Report, meeting: Meeting) -> Counted | None:
    """How a report words the number of countries at a meeting; None if the meeting has no number.

    Example: "mehr als 40 Delegationen" counts delegations, from 40 upwards.
    """
    number = meeting.countries
    if number is None:
        return None
    language, text = _language(report), report.text
    classes = {row["word"]: row["class"] for row in rows("counted") if row["language"] == language}
    for run in re.finditer(rf"(?<![\d.,]){number}\b(?![.,]\d)", text):
        noun = _counted_pattern(language).match(text, run.end() + 1)
        if noun:
            low, high = hedged_interval(text[: run.start()], number, language)
            return Counted(clause_around(text, run.start(), noun.end()), classes[noun[1].lower()], low, high)
    traced = _of_trace(meeting.trace, "countries", text) or meeting.quote
    return Counted(traced, None, number, number)


@cache
def _hedge_pattern(language: str) -> re.Pattern[str]:
    hedges = sorted(words("hedges", "words", language=language), key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, hedges)) + r")\s+(?:the\s+)?[€$£]?$", re.IGNORECASE)


def hedge_before(text: str, language: str) -> str | None:
    """The sense (`about`, `at-least`, `at-most`) of the word that ends a text before a number, None without one."""
    found = _hedge_pattern(language if language in _NEARBY else "en").search(text)
    if found is None:
        return None
    senses = {row["words"]: row["sense"] for row in rows("hedges")}
    return senses[found[1].lower()]


def hedged_interval(before: str, number: float, language: str) -> tuple[float, float]:
    """The interval that a number with the words before it can mean; "about" is a tenth to both sides."""
    sense = hedge_before(before, language)
    if sense == "about":
        return number * 0.9, number * 1.1
    if sense == "at-least":
        return number + 1, float("inf")
    return (0, number) if sense == "at-most" else (number, number)


@lru_cache(maxsize=4096)
def is_approximate(quote: str, language: str) -> bool:
    """Say whether a number in these words is only meant roughly ("about 7,000", "rund 300 Millionen", "knapp 2")."""
    return any(hedge_before(quote[: run.start()], language) == "about" for run in re.finditer(r"(?<![\d.,])\d", quote))
