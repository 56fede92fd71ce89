"""One JSON object whose fields are read by name and checked, each fault naming the place and the mend.

Standard library only.

Source: codebook, sections 1, 2 and 6.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Literal, NoReturn, TypeVar, overload

from zusage.errors import FormatError, QuoteError, wording
from zusage.model.quote import Quote
from zusage.model.values import MEASURES, TOPICS

Choice = TypeVar("Choice", bound=StrEnum)

ACTOR = re.compile(r"(?:group:|person:)?[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"\d{4}")
_UNIT = re.compile(r"persons|items|[A-Z]{3}")
_LANGUAGE = re.compile(r"[a-z]{2}")

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")

_STATES = dict(
    first.split(":")
    for first in (  # noqa: SIM905 - the letters as strings read better than 24 lines
        "a:defgilmoqrstuwxz b:abdefghijlmnoqrstvwyz c:acdfghiklmnoruvwxyz d:ejkmoz e:ceghrst f:ijkmor "
        "g:abdefghilmnpqrstuwy h:kmnrtu i:delmnoqrst j:emop k:eghimnprwyz l:abcikrstuvy "
        "m:acdefghklmnopqrstuvwxyz n:acefgilopruz o:m p:aefghklmnrstwy q:a r:eosuw s:abcdeghijklmnorstvxyz "
        "t:cdfghjklmnortvwz u:agmsyz v:aceginu w:fs y:et z:amw "
    ).split()
)
"""ISO 3166-1 alpha-2: the second letters for each first one."""

_TWO_LETTERS = frozenset({"eu", "un", "g7"})


def is_actor(value: str) -> bool:
    """Say whether a string is an actor id; a plain one of two letters has to be a state, the EU, the UN or the G7."""
    if not ACTOR.fullmatch(value):
        return False
    return len(value) != 2 or value in _TWO_LETTERS or value[1] in _STATES.get(value[0], "")  # noqa: PLR2004 - ISO alpha-2


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object with its place in the file."""

    where: str
    values: Mapping[str, Any]

    @classmethod
    def of(cls, value: object, where: str) -> Record:
        """Wrap a JSON value.

        Raises:
            FormatError: it is no object.
        """
        if not isinstance(value, Mapping):
            problem = wording("is no JSON object but {value}", value=_shown(value))
            raise FormatError(where, problem, hint='write {"field": value, …}')
        return cls(where, value)

    def fail(self, problem: str, mend: str = "", field: str = "") -> NoReturn:
        """Raise the `FormatError` of this record or of one of its fields."""
        where = f"{self.where}.{field}" if field else self.where
        raise FormatError(where, problem, hint=mend)

    def names(self) -> Iterator[str]:
        """Yield the names of the fields."""
        return iter(self.values)

    def get(self, field: str) -> Any:
        """Return a field's value as it stands, None where it is missing."""
        return self.values.get(field)

    def refuse_unknown(self, known: Sequence[str]) -> None:
        """Make sure that no field has a name outside of ``known``."""
        for field in self.values:
            if field not in known:
                self.fail("is no field of the codebook", _suggest(field, known), field)

    # ------------------------------------------------------------------------------------------------ plain values

    def text(self, field: str) -> str:
        """Return a string that is not empty, as it stands."""
        value = self.get(field)
        if not isinstance(value, str) or not value:
            self.fail("is missing or empty", "give the report's words as a string", field)
        if _UNWRITABLE.search(value):
            self.fail("holds signs that are no characters (NUL or half a surrogate pair)", "leave them out", field)
        return value

    def words(self, field: str, *, blank: bool = False) -> str | None:
        """Return a string or None; an empty one is an error unless ``blank``."""
        value = self.get(field)
        if value is None:
            return None
        if not isinstance(value, str) or not (blank or value.strip()):
            self.fail(wording("is {value}, not words", value=_shown(value)), "give a string, or null", field)
        return value

    def flag(self, field: str) -> bool:
        """Return true or false; null and missing are false."""
        value = self.get(field)
        if value is not None and not isinstance(value, bool):
            self.fail(_is(value), "true or false", field)
        return bool(value)

    def number(self, field: str) -> float | None:
        """Return a number that is not negative, or None."""
        value = self.get(field)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < math.inf:
            problem = wording("is {value}, no number of 0 or more", value=_shown(value))
            self.fail(problem, "a plain number, or null", field)
        return value

    def count(self, field: str, *, least: int) -> int | None:
        """Return a whole number of at least ``least``, or None."""
        value = self.get(field)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            self.fail(_is(value), wording("a whole number of at least {least}, or null", least=least), field)
        return value

    # ------------------------------------------------------------------------------------------------ the codebook's

    @overload
    def choice(self, field: str, values: type[Choice]) -> Choice | None: ...
    @overload
    def choice(self, field: str, values: type[Choice], *, needed: Literal[True]) -> Choice: ...
    def choice(self, field: str, values: type[Choice], *, needed: bool = False) -> Choice | None:
        """Return one of the values of a list, or None unless it is needed."""
        value = self._one_of(field, tuple(values), needed=needed)
        return None if value is None else values(value)

    @overload
    def measure(self, field: str) -> str | None: ...
    @overload
    def measure(self, field: str, *, needed: Literal[True]) -> str: ...
    def measure(self, field: str, *, needed: bool = False) -> str | None:
        """Return a measure of the codebook."""
        return self._one_of(field, MEASURES, needed=needed)

    def topic(self, field: str) -> str:
        """Return a topic of the codebook."""
        value = self._one_of(field, TOPICS, needed=True)
        assert value is not None  # noqa: S101 - for the type checker: a needed value is never None
        return value

    @overload
    def actor(self, field: str) -> str | None: ...
    @overload
    def actor(self, field: str, *, needed: Literal[True]) -> str: ...
    def actor(self, field: str, *, needed: bool = False) -> str | None:
        """Return an actor id (or a person's slug, which has the same form)."""
        value = self.get(field)
        if value is None and not needed:
            return None
        if not isinstance(value, str) or not is_actor(value):
            mend = "a state's ISO code such as fr, an organisation such as nato, group:… or person:first-last"
            self.fail(_is_no_actor(value), mend, field)
        return value

    def slug(self, field: str) -> str | None:
        """Return a lower-case name, words joined by hyphens, or None."""
        value = self.get(field)
        if value is None:
            return None
        if not isinstance(value, str) or not SLUG.fullmatch(value):
            self.fail(_is(value), "lower-case letters, words joined by -, or null", field)
        return value

    def language(self, field: str) -> str | None:
        """Return an ISO 639-1 code or None."""
        value = self.get(field)
        if value is None:
            return None
        if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
            self.fail(
                wording("is {value}, no language", value=_shown(value)), "an ISO 639-1 code such as de or en", field
            )
        return value

    def day(self, field: str) -> str | None:
        """Return an ISO day or None."""
        value = self.get(field)
        if value is not None and not _is_day(value):
            self.fail(wording("is {value}, no day", value=_shown(value)), "a day as 2025-09-04, or null", field)
        return None if value is None else str(value)

    def day_or_year(self, field: str) -> str | None:
        """Return an ISO day, a year, or None."""
        value = self.get(field)
        if value is not None and not _is_day(value) and not (isinstance(value, str) and _YEAR.fullmatch(value)):
            self.fail(
                wording("is {value}, neither day nor year", value=_shown(value)), "2025-09-04, 2025, or null", field
            )
        return None if value is None else str(value)

    def unit(self, field: str) -> str:
        """Return persons, items, or the code of a currency."""
        value = self.get(field)
        if not isinstance(value, str) or not _UNIT.fullmatch(value):
            problem = wording("is {value}, no unit", value=_shown(value)) if value else "is missing"
            self.fail(problem, "persons, items, or a currency such as EUR", field)
        return value

    def quote(self, field: str, text: str, *, near: int = 0) -> Quote:
        """Return the quote of the words in a field; of several places the one closest to ``near``."""
        return self._find(self.get(field), field, text, near)

    def quotes(self, field: str, text: str, *, near: int = 0) -> tuple[Quote, ...]:
        """Return the quotes of a field that holds words or a list of them."""
        value = self.get(field)
        return tuple(self._find(each, field, text, near) for each in (value if isinstance(value, list) else [value]))

    # ------------------------------------------------------------------------------------------------ nested ones

    def record(self, field: str) -> Record | None:
        """Return the object in a field, or None."""
        value = self.get(field)
        return None if value is None else Record.of(value, f"{self.where}.{field}")

    def records(self, field: str, *, short: str = "") -> Iterator[Record]:
        """Yield the objects of a list; with ``short``, a plain string stands for an object with that one field."""
        values = self.get(field)
        if values is None:
            return
        if not isinstance(values, list):
            self.fail(
                wording("is {value}, no list", value=_shown(values)), "write [ … ], empty if there is nothing", field
            )
        seen: set[str] = set()
        for index, value in enumerate(values):
            where = f"{self.where}.{field}[{index}]"
            full = {short: value} if short and isinstance(value, str) else value
            same = json.dumps(full, sort_keys=True)
            if same in seen:
                raise FormatError(where, "occurs twice", hint="leave one of the two out")
            seen.add(same)
            yield Record.of(full, where)

    # ------------------------------------------------------------------------------------------------ inside

    def _one_of(self, field: str, values: Sequence[str], *, needed: bool) -> str | None:
        value = self.get(field)
        if value is None and not needed:
            return None
        if not isinstance(value, str) or value not in values:
            self.fail(_is(value), _suggest(value, values), field)
        return value

    def _find(self, value: object, field: str, text: str, near: int) -> Quote:
        if not isinstance(value, str) or not value.strip():
            self.fail("is empty", "give the exact words of the report", field)
        if value != value.strip():
            self.fail("has white space at an end", "begin and end with a word or sign", field)
        try:
            return Quote.find(text, value, near=near)
        except QuoteError as problem:
            where = f"{self.where}.{field}"
            raise FormatError(where, "does not stand in text", hint="copy the words exactly") from problem


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _suggest(value: object, values: Iterable[str]) -> str:
    names = [str(each) for each in values]
    close = get_close_matches(value, names, n=1) if isinstance(value, str) else []
    if close:
        return wording("did you mean {name}?", name=close[0])
    return wording("one of: {names}", names=" ".join(names))


def _is(value: object) -> str:
    return "is missing" if value is None else wording("is {value}", value=_shown(value))


def _is_no_actor(value: object) -> str:
    return "is missing" if value is None else wording("is {value}, no actor id", value=_shown(value))


def _shown(value: object, width: int = 40) -> str:
    if value is None:
        return "null"
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= width else shown[: width - 1] + "…"
