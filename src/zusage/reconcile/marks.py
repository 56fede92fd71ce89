"""What of a report's words means the same in German and in English: places, names and amounts.

A mark weighs by how much it tells: a state that every other report names tells nothing, a village nearly all. What is
everyday is a word list, made of texts written for training, so that a weight depends on no other report of the ledger. Uses
`zusage.model`, Babel's names of states and the cities of `zusage.reading.places`.

Source: docs/methodology.md, "Stories".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from babel import Locale

from zusage.model.records import record
from zusage.model.report import Report
from zusage.reading.places import cities
from zusage.reconcile.lexicon import rows

LANGUAGES = ("de", "en")

LEAST_LETTERS = 4
"""Letters of a name; shorter ones are abbreviations that stand for many things."""

SMALL = 12
"""Numbers up to this one tell nothing: months, parties, years of a term."""

_NAME = re.compile(r"[^\W\d_a-zäöüßàâçéèêëîïôûœ](?<![\w’'-].)[\w’'-]*\w")
_LONGEST_NAME = 4
_NUMBER = re.compile(
    r"(?P<whole>\d(?<![\w.,]\d)(?:\d{0,2}(?:[.,\u00a0\u202f ]\d{3})+|\d*))(?:[.,](?P<part>\d{1,2}))?(?!\w)"
    r"(?:[\s\u00a0-]?(?P<unit>thousand|million|billion|trillion|bn|m|tausend|mill?ionen|milliarden?|billionen?|mio|mrd)\b)?",
    re.IGNORECASE,
)
"""Both begin with the sign that they need, and look back from there: so they are found several times as quickly."""

_NO_DIGIT = re.compile(r"\D")
_UNITS = {
    "thousand": 1e3,
    "tausend": 1e3,
    "m": 1e6,
    "mio": 1e6,
    "million": 1e6,
    "millionen": 1e6,
    "bn": 1e9,
    "mrd": 1e9,
    "milliarde": 1e9,
    "milliarden": 1e9,
    "trillion": 1e12,
    "billionen": 1e12,
}
_BILLION = {"de": 1e12, "en": 1e9}
_YEARS = frozenset(range(1900, 2101))
_BEFORE_SENTENCES = frozenset(("", ".", "!", "?", ":", "\n", "–", "-", "•"))


@record(frozen=True, slots=True)
class Marks:
    """A report's marks, each with its weight: states (ISO codes) and cities, other names, amounts as numbers."""

    places: Mapping[str, float]
    names: Mapping[str, float]
    numbers: Mapping[float, float]


def marks_of(report: Report) -> Marks:
    """Find the marks of a report's title and text, marked furniture left out.

    Example: "In Tokio sagten die Geber 16 Milliarden Dollar zu" and "Donors meeting in Tokyo pledged $16 billion" share
    Tokyo and 16,000,000,000.
    """
    text = f"{report.title}.\n{_body(report)}"
    places: dict[str, float] = {}
    names: dict[str, float] = {}
    for name, place, start in _named(text):
        if place is not None:
            if place not in places:
                places[place] = _weight("place", place)
        elif name not in names and len(name) >= LEAST_LETTERS and not _begins_sentence(text, start):
            weight = _weight(report.language, name)
            if weight > 0:
                names[name] = weight
    numbers = {value: _telling(value) for value in numbers_in(text, report.language)}
    return Marks(places, names, numbers)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A name without case, accents and a genitive's sign, for comparing across languages."""
    letters = unicodedata.normalize("NFKD", word.replace("ß", "ss"))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
    return re.sub(r"['’]s?$", "", plain)


def numbers_in(text: str, language: str) -> Iterator[float]:
    """Yield the amounts of a text, each way of writing one once: no years, and nothing up to `SMALL`.

    Example: "4,2 Milliarden" and "$4.2 billion" are 4,200,000,000; "5.000" and "5,000" are 5,000.
    """
    for whole, part, unit in dict.fromkeys(_NUMBER.findall(text)):
        if (value := _amount(whole, part, unit, language)) is not None:
            yield value


@lru_cache(maxsize=1 << 14)
def _amount(written: str, part: str, unit: str, language: str) -> float | None:
    """What a number comes to of which a whole part, decimals and a unit are written; None if it tells nothing."""
    whole = written if written.isdecimal() else _NO_DIGIT.sub("", written)
    value = float(f"{whole}.{part}" if part else whole)
    if unit:
        unit = unit.casefold()
        value *= _BILLION.get(language, 1e9) if unit == "billion" else _UNITS.get(unit, 1.0)
    elif value <= SMALL or (len(written) == len("2025") and value in _YEARS):
        return None
    return round(value, 2)


@lru_cache(maxsize=1 << 14)
def _telling(value: float) -> float:
    """How much an amount tells: 200 million stands in many reports, 178 million in few."""
    digits = len(f"{value:.12g}".replace(".", "").strip("0"))
    return (0.3, 0.8, 1.3)[min(digits, 3) - 1]


def _body(report: Report) -> str:
    kept, at = [], 0
    for piece in sorted(report.furniture, key=lambda each: each.span):
        kept.append(report.text[at : max(at, piece.span.start)])
        at = max(at, piece.span.end)
    return "\n".join([*kept, report.text[at:]])


def _begins_sentence(text: str, start: int) -> bool:
    """Say whether a sentence begins somewhere in a text."""
    return text[max(0, start - 4) : start].rstrip(" \u00a0„“”\"»«‚‘'")[-1:] in _BEFORE_SENTENCES


def _named(text: str) -> Iterator[tuple[str, str | None, int]]:
    """Yield each capitalised word, folded, the place that it (and the words after it) names, and where it stands."""
    words = [(found.start(), fold(found[0])) for found in _NAME.finditer(text)]
    known, lengths = _places(), _lengths_of_places()
    end = 0
    for at, (start, name) in enumerate(words):
        if at < end:
            continue
        for count in lengths.get(name, ()):
            run = words[at : at + count]
            key = " ".join(word for _, word in run)
            if key in known and text[start : run[-1][0]].count(" ") == count - 1:
                yield key, known[key], start
                end = at + count
                break
        else:
            yield name, None, start


@cache
def _places() -> Mapping[str, str]:
    """Names of states and cities, folded: ISO code of the state, English name of the city."""
    found = {fold(name): city for name, city in cities().items()}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2:  # noqa: PLR2004 - ISO 3166
                found[fold(str(name))] = code.lower()
    return found


@cache
def _lengths_of_places() -> Mapping[str, tuple[int, ...]]:
    """For each word with which places begin, how many words these have, the longest first."""
    found: dict[str, set[int]] = {}
    for name in _places():
        parts = name.split(" ")
        if len(parts) <= _LONGEST_NAME:
            found.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


@cache
def _everyday() -> Mapping[tuple[str, str], float]:
    return {(row["of"], row["mark"]): float(row["weight"]) for row in rows("everyday")}


def _weight(of: str, mark: str) -> float:
    return _everyday().get((of, mark), 1.0)
