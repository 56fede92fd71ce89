"""Calendar periods: a day, an ISO week, a month, a season, with TIMEX3 value and days. Standard library only."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

from zusage.model.records import record

_MONTHS = 12
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PARTS = 3
_YEAR_PARTS = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}


class Grain(StrEnum):
    """How long a period is, by TIMEX3's letters."""

    DAY = "D"
    WEEK = "W"
    WEEKEND = "WE"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "S"
    HALF = "H"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"
    MILLENNIUM = "ML"
    SPAN = "-"  # any run of days


_DAYS = {
    Grain.WEEK: 7.0,
    Grain.WEEKEND: 7.0,
    Grain.MONTH: 30.44,
    Grain.QUARTER: 91.3,
    Grain.HALF: 182.6,
    Grain.YEAR: 365.25,
    Grain.DECADE: 3652.5,
}


@record(frozen=True, slots=True)
class Period:
    """Days `first` to `last`, both included, under a TIMEX3 value."""

    value: str
    first: date
    last: date
    grain: Grain

    def shift(self, steps: int) -> Period | None:
        """Return the period of the same length so many steps on; None beyond the calendar."""
        if self.grain is Grain.SEASON:
            return season(self.first.year + steps, self.value[-2:])
        return _OF_GRAIN[self.grain](self.first, steps) if self.grain in _OF_GRAIN else self

    def part(self, which: str) -> Period:
        """Return its START, MID or END third under the same value: "Ende 2026" is September to December 2026."""
        if self.grain is Grain.YEAR:
            first, last = _YEAR_PARTS[which]
            return replace(self, first=self.first.replace(month=first), last=_month_end(self.first.year, last))
        third = max(((self.last - self.first).days + 1) // _PARTS, 1)
        opening, closing = self.first + timedelta(third - 1), self.last - timedelta(third - 1)
        match which:
            case "START":
                return replace(self, last=opening)
            case "END":
                return replace(self, first=closing)
            case _ if opening < closing - timedelta(1):
                return replace(self, first=opening + timedelta(1), last=closing - timedelta(1))
            case _:
                return self


def day(when: date) -> Period:
    """One day."""
    return Period(when.isoformat(), when, when, Grain.DAY)


def day_of(when: date, steps: int = 0) -> Period | None:
    """The day so many days on."""
    ordinal = when.toordinal() + steps
    return day(date.fromordinal(ordinal)) if 1 <= ordinal <= date.max.toordinal() else None


def calendar_day(in_year: int, in_month: int, on: int) -> Period | None:
    """A day by its numbers; None if there is no such day."""
    try:
        return day(date(in_year, in_month, on))
    except ValueError:
        return None


def reach(when: date, grain: Grain, count: float) -> date | None:
    """The day so many units on: "the next two years" from 19 December 2025 reach to 19 December 2027."""
    months = {
        Grain.MONTH: 1,
        Grain.QUARTER: 3,
        Grain.HALF: 6,
        Grain.YEAR: 12,
        Grain.DECADE: 120,
        Grain.CENTURY: 1200,
    }.get(grain)
    if months is None or not float(count).is_integer():
        days = count * _DAYS.get(grain, 1.0)
        moved = day_of(when, round(days)) if abs(days) < date.max.toordinal() else None
        return moved.first if moved else None
    goal = month(when.year, when.month + round(months * count)) if abs(count) < MAXYEAR else None
    return goal.first.replace(day=min(when.day, goal.last.day)) if goal else None


def week_of(when: date, steps: int = 0) -> Period | None:
    """The ISO week of a day, or one so many weeks on."""
    there = day_of(when, 7 * steps - when.weekday())
    if there is None or there.first.toordinal() + 6 > date.max.toordinal():
        return None
    number = there.first.isocalendar()
    return Period(f"{number.year:04}-W{number.week:02}", there.first, there.first + timedelta(6), Grain.WEEK)


def weekend_of(when: date, steps: int = 0) -> Period | None:
    """Saturday and Sunday of the ISO week of a day."""
    week = week_of(when, steps)
    return week and Period(f"{week.value}-WE", week.first + timedelta(5), week.last, Grain.WEEKEND)


def month(in_year: int, number: int) -> Period | None:
    """A month; numbers beyond 1 to 12 count on into other years."""
    return _months(in_year, number, 1, Grain.MONTH)


def quarter(in_year: int, number: int) -> Period | None:
    """A quarter of a year, 1 to 4 and on."""
    return _months(in_year, 3 * number - 2, 3, Grain.QUARTER)


def half(in_year: int, number: int) -> Period | None:
    """Half a year, 1 or 2 and on."""
    return _months(in_year, 6 * number - 5, 6, Grain.HALF)


def season(in_year: int, name: str) -> Period | None:
    """A season, SP SU FA or WI, by whole months; the winter of a year begins in its December."""
    return _months(in_year, _SEASONS[name], 3, Grain.SEASON, name)


def _months(in_year: int, number: int, count: int, grain: Grain, name: str = "") -> Period | None:
    in_year, index = in_year + (number - 1) // _MONTHS, (number - 1) % _MONTHS
    final_year, final = in_year + (index + count - 1) // _MONTHS, (index + count - 1) % _MONTHS
    if not MINYEAR <= in_year <= final_year <= MAXYEAR:
        return None
    label = {
        Grain.MONTH: f"{index + 1:02}",
        Grain.QUARTER: f"Q{index // 3 + 1}",
        Grain.HALF: f"H{index // 6 + 1}",
    }.get(grain, name)
    last = _month_end(final_year, final + 1)
    return Period(f"{in_year:04}-{label}", date(in_year, index + 1, 1), last, grain)


def _month_end(in_year: int, number: int) -> date:
    return date(in_year, number, monthrange(in_year, number)[1])


def year(number: int) -> Period | None:
    """A year."""
    return _years(f"{number:04}", number, number, Grain.YEAR)


def decade(number: int) -> Period | None:
    """A decade: 199 is 1990 to 1999."""
    return _years(f"{number:03}", 10 * number, 10 * number + 9, Grain.DECADE)


def century(number: int) -> Period | None:
    """A century, counted from 0: 19 is 1901 to 2000."""
    return _years(f"{number:02}", 100 * number + 1, 100 * number + 100, Grain.CENTURY)


def millennium(number: int) -> Period | None:
    """A millennium, counted from 0: 2 is 2001 to 3000."""
    return _years(f"{number}", 1000 * number + 1, 1000 * number + 1000, Grain.MILLENNIUM)


def _years(value: str, first: int, last: int, grain: Grain) -> Period | None:
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return Period(value, date(first, 1, 1), date(last, 12, 31), grain)


_OF_GRAIN: dict[Grain, Callable[[date, int], Period | None]] = {
    Grain.DAY: day_of,
    Grain.WEEK: week_of,
    Grain.WEEKEND: weekend_of,
    Grain.MONTH: lambda when, steps: month(when.year, when.month + steps),
    Grain.QUARTER: lambda when, steps: quarter(when.year, (when.month + 2) // 3 + steps),
    Grain.HALF: lambda when, steps: half(when.year, (when.month + 5) // 6 + steps),
    Grain.YEAR: lambda when, steps: year(when.year + steps),
    Grain.DECADE: lambda when, steps: decade(when.year // 10 + steps),
    Grain.CENTURY: lambda when, steps: century((when.year - 1) // 100 + steps),
    Grain.MILLENNIUM: lambda when, steps: millennium((when.year - 1) // 1000 + steps),
}


def unit_of(when: date, grain: Grain) -> Period:
    """The period of a length that a day lies in: its week, its month; the day itself for a season or a run of days."""
    found = _OF_GRAIN[grain](when, 0) if grain in _OF_GRAIN else None
    return found or day(when)


def span(first: date, last: date, value: str) -> Period:
    """Any run of days, both ends included."""
    return Period(value, min(first, last), max(first, last), Grain.SPAN)
