"""Words of the pages in German and English: catalogues as plain ``.po`` files, read when the program starts.

English is the language of the sources, so that it needs no catalogue. A group of pages has a file of its own in
``translations/<language>/``; all of one language are taken together. Days and numbers are written by Babel.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache, lru_cache
from gettext import NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.dates import format_date, format_datetime
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal
from babel.support import Translations

from zusage.model.statement import Quantity
from zusage.reconcile.wording import label

LOCALES = {"de": "de", "en": "en_GB"}
"""Whose customs days and numbers follow."""

_DAY, _MONTH = len("2025-01-01"), len("2025-01")
_LARGE = 1_000_000


def to_translate(words: str) -> str:
    """Mark words in code that are translated where they are shown; they stay as they are."""
    return words


def catalogues(language: str) -> Iterator[tuple[str, Catalog]]:
    """Yield the catalogues of a language with their files' names."""
    folder = files("zusage.web") / "translations" / language
    if folder.is_dir():
        for file in sorted(folder.iterdir(), key=lambda each: each.name):
            if file.name.endswith(".po"):
                yield file.name, read_po(BytesIO(file.read_bytes()), locale=language, domain="zusage")


@cache
def translations(language: str) -> NullTranslations:
    """What `gettext` and `ngettext` need for a language; words without a translation stay English."""
    whole: Translations | None = None
    for _, catalogue in catalogues(language):
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        part = Translations(compiled, domain="zusage")
        whole = part if whole is None else whole.merge(part)
    return whole or NullTranslations()


@lru_cache(4096)
def day_words(day: str | None, form: str = "medium", *, language: str) -> str:
    """A day by the customs of a language: "4. September 2025"; a month, a year or anything else stays as it is."""
    if day is None:
        return ""
    try:
        if len(day) == _DAY:
            return str(format_date(date.fromisoformat(day), form, locale=LOCALES[language]))
        if len(day) == _MONTH:
            return str(format_date(date.fromisoformat(f"{day}-01"), "MMMM y", locale=LOCALES[language]))
    except ValueError:
        return day
    return day


def sided_day_words(words: str, *, language: str) -> str:
    """A day with a sign in front, as a conflict has it: "≥ 2 March 2025"; anything else stays as it is."""
    sign, _, day = words.rpartition(" ")
    return f"{sign} {day_words(day, language=language)}".strip()


def time_words(moment: str, *, language: str) -> str:
    """A time of recording (ISO, UTC) by the customs of a language."""
    words = format_datetime(datetime.fromisoformat(moment), "medium", locale=LOCALES[language])
    return f"{words} UTC"


@lru_cache(4096)
def number_words(value: float, *, language: str) -> str:
    """A number with the marks of a language."""
    return str(format_decimal(value, locale=LOCALES[language]))


def amount_words(quantity: Quantity | None, per: str | None = None, *, language: str) -> str:
    """An amount as a table has it: "≤ 15.000 Personen", "2.5bn EUR"; empty without one."""
    if quantity is None:
        return ""
    low, high = (None if side is None else _side(side, language) for side in (quantity.min, quantity.max))
    if low is None:
        amount = f"≤ {high}"
    elif high is None:
        amount = f"≥ {low}"
    else:
        amount = low if low == high else f"{low}–{high}"
    unit = "" if quantity.unit == "items" else f" {label('unit', quantity.unit, language)}"
    return f"{amount}{unit}{f'/{per}' if per else ''}"


def _side(value: float, language: str) -> str:
    if abs(value) >= _LARGE:
        return str(format_compact_decimal(value, locale=LOCALES[language], fraction_digits=2))
    return number_words(value, language=language)
