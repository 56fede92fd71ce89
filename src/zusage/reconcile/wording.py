"""What actors, persons and values are called in a sentence, German and English.

Uses Babel's names of states, the reader's names of organisations and the labels in `zusage.reconcile.lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from zusage.model.statement import Quantity
from zusage.reading.actor_tables import organisation_names
from zusage.reconcile.lexicon import rows

LANGUAGES = ("de", "en")
CONTRIBUTORS = "group:contributors"
"""The one name of collectives that only say "those who contribute"."""

LONGEST_ABBREVIATION = 5
SMALL = frozenset({"a", "and", "der", "des", "die", "for", "für", "in", "of", "on", "the", "und", "von", "without"})
"""Words inside a name that keep their small letters."""

_DATES = {"de": "de", "en": "en_GB"}
_KEPT = 4096
"""Labels that are kept: the same persons, amounts and days come again and again."""

_AND = {"de": "und", "en": "and"}


@cache
def label(sort: str, value: str, language: str) -> str:
    """The label of a value (sort: measure, firmness, condition, mode, where); the value itself if there is none."""
    return next((row[language] for row in rows("labels") if row["sort"] == sort and row["value"] == value), str(value))


@cache
def reason_words(reason: str, language: str) -> str:
    """A reason of a story or a conflict; its beginning is told in the language, names and numbers behind it stay."""
    if language == "en":
        return reason
    for row in rows("reasons"):
        if reason.startswith(row["en"]):
            return row[language] + reason[len(row["en"]) :]
    return reason


@cache
def actor_label(actor: str, language: str) -> str:
    """A name for an actor id: a state's, an organisation's, a person's name, a collective's words; else the id's words.

    Example: "yellow-harbour-trust" is "Yellow Harbour Trust", "wfx" is "WFX".
    """
    if len(actor) == 2 and (state := Locale.parse(language).territories.get(actor.upper())):  # noqa: PLR2004 - ISO 3166
        return str(state)
    if actor == CONTRIBUTORS:
        return "die Beitragenden" if language == "de" else "the contributors"
    plain = actor.partition(":")[2] or actor
    if actor.startswith("person:"):
        return person_label(plain)
    if actor.startswith("group:"):
        return _collective_label(plain, language)
    if (name := organisation_names(language).get(actor)) is not None:
        return name
    return plain.replace("-", " ") if ":" in actor else _written_out(plain)


def _written_out(plain: str) -> str:
    """An organisation's id as a name: short ones are abbreviations."""
    if "-" not in plain and len(plain) <= LONGEST_ABBREVIATION:
        return plain.upper()
    parts = plain.split("-")
    return " ".join(part if i and part in SMALL else part[:1].upper() + part[1:] for i, part in enumerate(parts))


def _collective_label(plain: str, language: str) -> str:
    """A collective's words: "26-countries" is "26 Länder"."""
    number, _, word = plain.partition("-") if plain[:1].isdigit() else ("", "", plain)
    known = label("collective", word, language)
    return f"{number} {known}".strip() if known != word else plain.replace("-", " ")


@lru_cache(maxsize=_KEPT)
def person_label(slug: str) -> str:
    """A person's name as far as the slug tells it."""
    return " ".join(part.capitalize() for part in slug.split("-"))


@lru_cache(maxsize=_KEPT)
def amount_label(quantity: Quantity, language: str) -> str:
    """An amount as a sentence has it: "bis zu 15.000 Personen", "more than 2,000 persons", "60,000,000 CAD"."""
    low, high = (
        None if side is None else format_decimal(side, locale=language) for side in (quantity.min, quantity.max)
    )
    unit = label("unit", quantity.unit, language)
    if low is None:
        return f"{'bis zu' if language == 'de' else 'up to'} {high} {unit}"
    if high is None:
        return f"{'mindestens' if language == 'de' else 'at least'} {low} {unit}"
    return f"{low} {unit}" if low == high else f"{low}–{high} {unit}"


@lru_cache(maxsize=_KEPT)
def day_label(day: str, language: str) -> str:
    """A day as a sentence has it; a month or a year stays as it is."""
    return (
        format_date(date.fromisoformat(day), "long", locale=_DATES[language]) if len(day) == len("2025-01-01") else day
    )


def joined(parts: Iterable[str], language: str) -> str:
    """Words with commas and a last "and"."""
    found = list(dict.fromkeys(parts))
    if len(found) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(found)
    return f"{', '.join(found[:-1])} {_AND[language]} {found[-1]}"


def both(de: str, en: str) -> Mapping[str, str]:
    """One sentence in both languages."""
    return {"de": de, "en": en}
