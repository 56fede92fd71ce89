"""Days of holidays: fixed, and counted from Easter or the fourth Sunday of Advent. Standard library only."""

from __future__ import annotations

from datetime import date, timedelta

from zusage.language.dates.period import Period, calendar_day, day_of

_FIRST_EASTER = 1583  # the Gregorian calendar's first


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year.

    Source: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
    """
    golden, rest = year % 19, year % 100
    century = year // 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    months, days = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, months, days + 1)


def holiday(code: str, year: int) -> Period | None:
    """The day of a holiday in a year; codes: "12-24", "easter-46", "advent-21" (see `data/holidays.tsv`)."""
    if code.startswith("easter"):
        return (
            day_of(easter(year), int(code.removeprefix("easter"))) if _FIRST_EASTER <= year <= date.max.year else None
        )
    if code.startswith("advent"):
        christmas = calendar_day(year, 12, 25)
        if christmas is None:
            return None
        fourth = christmas.first - timedelta(christmas.first.weekday() + 1)
        return day_of(fourth, int(code.removeprefix("advent")))
    month, day = code.split("-")
    return calendar_day(year, int(month), int(day))
