"""The state that an address holds: language, page, form, day and filters; reading it out of one, and making links.

What is not in an address is no state: a page that is bookmarked, cited or sent around shows the same again. Standard
library only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlencode

from zusage.errors import ZusageError, wording

LANGUAGES = ("de", "en")

DAYS = ("as_of", "since", "from", "until", "compare")
"""Parameters that are ISO days."""

NUMBERS = ("page", "roots")
"""Parameters that are whole numbers from 0 on."""

TOKENS = (
    "actor",
    "measure",
    "firmness",
    "condition",
    "reviewed",
    "all",
    "slot",
    "severity",
    "sort",
    "q",
    "kind",
    "outlet",
    "in",
    "topic",
)
"""Parameters that are words: names of values, words looked for."""

SCENARIO = ("assume", "without", "add", "scenario", "least", "honour", "other")
"""Parameters of an assessment; each may stand more than once."""

KNOWN = frozenset((*DAYS, *NUMBERS, *TOKENS, *SCENARIO))
"""Every parameter that a page may look at; others are dropped, so that they make no second address of the same thing."""

TRAVELLING = ("as_of", "since")
"""Parameters that links to other pages take along."""

LONGEST = 200
"""Signs that a value may have."""

_NO_WORDS = re.compile(r"[\x00-\x1f\x7f]")


class AddressError(ZusageError):
    """An address whose parameters cannot be understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address: ``path`` is what stands after the language (``/entries/3fa2``), ``form`` what is asked for.

    ``query`` holds the known parameters, sorted, each value once. ``root`` is a prefix under which the pages stand.
    """

    language: str
    path: str = "/"
    form: str = "html"
    query: tuple[tuple[str, str], ...] = ()
    root: str = ""

    def get(self, name: str, default: str | None = None) -> str | None:
        """The (first) value of a parameter."""
        return next((value for key, value in self.query if key == name), default)

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a parameter."""
        return tuple(value for key, value in self.query if key == name)

    def number(self, name: str, default: int = 0) -> int:
        """A parameter that is a whole number."""
        value = self.get(name)
        return default if value is None else int(value)

    @property
    def as_of(self) -> str | None:
        """The day up to which things were said; None for everything."""
        return self.get("as_of")

    @property
    def since(self) -> str | None:
        """The day since which changes are shown."""
        return self.get("since")

    @property
    def page(self) -> int:
        """Which page of a long table, from 1 on."""
        return max(1, self.number("page", 1))

    def link(self, path: str, **parameters: str | int | None) -> str:
        """An address of another page in the same language, as of the same day; ``parameters`` are added."""
        kept = _travelling(self.query)
        return self._written(path, "html", _merged(kept, parameters) if parameters else kept)

    def drawing(self, path: str, form: str = "svg") -> str:
        """The address of the chart of another page, as of the same day."""
        return self._written(path, form, [pair for pair in self.query if pair[0] == "as_of"])

    def here(self, **parameters: str | int | None) -> str:
        """This address with some parameters set, or left out where the value is None; always from its first page on."""
        kept = [pair for pair in self.query if pair[0] != "page"]
        return self._written(self.path, self.form, _merged(kept, parameters))

    def bare(self) -> str:
        """This address without any parameter: where a form of filters is sent to."""
        return self._written(self.path, "html", ())

    def to_form(self, form: str) -> str:
        """This address in another form: html, json, csv, svg, atom …."""
        return self._written(self.path, form, self.query)

    def in_language(self, language: str) -> str:
        """This address in another language."""
        return replace(self, language=language).here(page=self.get("page"))

    @property
    def canonical(self) -> str:
        """The one spelling of this address: the cache's key, and what is cited."""
        return self._written(self.path, self.form, self.query)

    def _written(self, path: str, form: str, query: Iterable[tuple[str, str]]) -> str:
        return f"{self.root}/{self.language}{path_in_form(path, form)}{_words(tuple(query))}"


_KEPT = 1 << 13
"""Paths and queries of which it is kept how they are written: a page has hundreds of links, and the next one the same."""


@lru_cache(_KEPT)
def _words(query: tuple[tuple[str, str], ...]) -> str:
    """Parameters as they are written behind a path."""
    return f"?{urlencode(query, quote_via=quote, safe=':,')}" if query else ""


@lru_cache(_KEPT)
def _travelling(query: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The parameters that links to other pages take along, each once."""
    return tuple(sorted({name: value for name, value in query if name in TRAVELLING}.items()))


@lru_cache(_KEPT)
def path_in_form(path: str, form: str) -> str:
    """A path with the ending of a form; the root of a language is called ``overview`` where it needs a name.

    ``/ledger``, json → ``/ledger.json``; ``/``, csv → ``/overview.csv``.
    """
    if form == "html":
        return quote(path, safe="/:")
    return f"{quote('/overview' if path == '/' else path, safe='/:')}.{form}"


def read_query(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Check and sort the parameters of an address; unknown and empty ones are left out.

    Raises:
        AddressError: a day that is none, a number that is none, control signs, or more than `LONGEST` signs.
    """
    kept = {(name, value.strip()) for name, value in pairs if name in KNOWN and value.strip()}
    for name, value in kept:
        _check(name, value)
    single = [pair for pair in sorted(kept) if pair[0] not in SCENARIO]
    names = [name for name, _ in single]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise AddressError(twice, "is given more than once", hint="give it once")
    return tuple(sorted(kept))


def _check(name: str, value: str) -> None:
    if len(value) > LONGEST or _NO_WORDS.search(value):
        raise AddressError(
            name, wording("is longer than {longest} signs, or not words", longest=LONGEST), hint="give a shorter one"
        )
    if name in DAYS:
        try:
            is_day = date.fromisoformat(value).isoformat() == value
        except ValueError:
            is_day = False
        if not is_day:
            raise AddressError(
                wording("{name} = {value}", name=name, value=value), "is no day", hint="write it as 2025-09-04"
            )
    if name in NUMBERS and not (value.isascii() and value.isdigit() and len(value) <= 9):  # noqa: PLR2004 - an int
        raise AddressError(wording("{name} = {value}", name=name, value=value), "is no whole number")


def _merged(pairs: Iterable[tuple[str, str]], changes: Mapping[str, str | int | None]) -> tuple[tuple[str, str], ...]:
    named = {name.rstrip("_"): value for name, value in changes.items()}  # from_ is a word of Python's
    kept = [pair for pair in pairs if pair[0] not in named]
    return tuple(sorted([*kept, *((name, str(value)) for name, value in named.items() if value not in (None, ""))]))
