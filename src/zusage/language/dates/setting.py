"""What a rule resolves against: the text's day, what was mentioned before, the way one looks. Uses `period` only."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from zusage.language.dates.mention import DateKind
from zusage.language.dates.period import Grain, Period, unit_of
from zusage.language.numbers.tape import Tape
from zusage.model.records import record

_LENGTH = list(Grain)


@dataclass(frozen=True, slots=True)
class Setting:
    """The text's own day, what was mentioned before, and which way to look ("past", "future", None for what is likely).

    ``focus``: the last period mentioned, up to piece ``focus_end``; ``named``: the last day or month with its year.
    """

    language: str
    anchor: date | None = None
    focus: Period | None = None
    focus_end: int = 0
    named: Period | None = None
    prefer: str | None = None

    def here(self, grain: Grain) -> Period | None:
        """The anchor's period of a length."""
        return unit_of(self.anchor, grain) if self.anchor else None

    def there(self, grain: Grain) -> Period | None:
        """The focus's period of a length; the anchor's where nothing as exact was mentioned before."""
        focus = self.focus
        if focus is None or _LENGTH.index(focus.grain) > max(_LENGTH.index(grain), 0):
            return self.here(grain)
        return unit_of(focus.first, grain)


@record(frozen=True, slots=True)
class Outcome:
    """What a rule makes of its words; the fields are those of `DateMention`."""

    value: str
    period: Period | None = None
    kind: DateKind = DateKind.DATE
    mod: str | None = None
    earlier: Period | None = None
    later: Period | None = None

    @classmethod
    def of(cls, period: Period | None, fallback: str = "") -> Outcome | None:
        """The outcome of a period; without one the fallback value, or None."""
        if period is not None:
            return cls(period.value, period)
        return cls(fallback) if fallback else None


@record(frozen=True, slots=True)
class Found:
    """A rule's match on a tape."""

    tape: Tape
    match: re.Match[str]
    setting: Setting

    def _place(self, label: str) -> int:
        """Index of the piece that was captured under a label, in whichever alternative; -1 if none was."""
        groups = self.match.re.groupindex
        for name in (label, f"{label}2", f"{label}3", f"{label}4"):
            if name in groups and (start := self.match.start(name)) >= 0:
                return start
        return -1

    def has(self, label: str) -> bool:
        """Whether the rule captured such a piece."""
        return self._place(label) >= 0

    def at(self, label: str) -> int:
        """Index of a captured piece.

        Raises:
            IndexError: the rule did not capture it.
        """
        place = self._place(label)
        if place < 0:
            raise IndexError(label)
        return place

    def fact(self, *labels: str) -> Any:
        """Value of the first of these pieces that was captured, None if none was."""
        for label in labels:
            if (place := self._place(label)) >= 0:
                return self.tape.facts[place]
        return None

    def word(self, label: str) -> str:
        """The characters of a captured piece, "" if it was not."""
        place = self._place(label)
        return self.tape.word(place) if place >= 0 else ""

    @property
    def language(self) -> str:
        """The text's language."""
        return self.setting.language


Resolve = Callable[[Found], Outcome | None]
