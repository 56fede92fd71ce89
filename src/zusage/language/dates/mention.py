"""What a time expression in a text is. Standard library only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from zusage.language.dates.period import Period
from zusage.model.records import record


class DateKind(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Bound(StrEnum):
    """What the words before an expression make of it: "bis 2027", "by Friday", "seit März"."""

    UNTIL = "until"  # German "bis" is deadline and end alike
    BY = "by"
    FROM = "from"
    BEFORE = "before"
    AFTER = "after"


@record(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A time expression, `text[start:end]`.

    ``value``: as TIMEX3 has it ("2025-09-04", "2025-W36", "1999-SU", "199", "PRESENT_REF", "P3D"; "XXXX-09-04" when
    there is nothing to resolve it against). ``period``: the days it stands for, None if none can be told; a duration
    has one where it is counted from a known day ("vor drei Tagen"). ``mod``: START, MID or END of the value ("Ende
    März"; the period is narrowed). ``rule``: how it was read. ``earlier``, ``later``: both readings of an expression
    that looks either way ("am Donnerstag", "im Juni"). ``bound``: see `Bound`.

    Source: TimeML 1.2.1; It-TimeML 1.4 with the German annex of KRAUTS for spans and values.
    """

    start: int
    end: int
    kind: DateKind
    value: str
    rule: str
    period: Period | None = None
    mod: str | None = None
    bound: Bound | None = None
    earlier: Period | None = None
    later: Period | None = None

    @property
    def first(self) -> date | None:
        """The first day it stands for."""
        return self.period.first if self.period else None

    @property
    def last(self) -> date | None:
        """The last day it stands for, itself included."""
        return self.period.last if self.period else None

    @property
    def day(self) -> date | None:
        """The day, if it stands for exactly one."""
        return self.first if self.first == self.last else None

    def looking(self, direction: str) -> DateMention:
        """Return the mention read towards the "past" or the "future"; itself where the words leave no choice."""
        period = self.earlier if direction == "past" else self.later
        return self if period is None else replace(self, period=period, value=period.value)
