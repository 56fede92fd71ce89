"""Rules for lengths of time and what recurs: "seit drei Jahren", "two weeks ago", "the next two years", "jeden Tag".

A length counted from a known day has the days it leads to as its period. Uses `grammar`, `period` and `setting`.

Source: TimeML 1.2.1, DURATION and SET; for German "vor drei Tagen" the length alone is the mention (KRAUTS).
"""

from __future__ import annotations

from zusage.language.dates.grammar import NAMES
from zusage.language.dates.mention import DateKind
from zusage.language.dates.period import Grain, Period, reach, span, unit_of
from zusage.language.dates.setting import Found, Outcome, Resolve

VAGUE_TIMES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_PLURALS = {"de": ("e", "en", "n"), "en": ("s",)}
_SINGULARS = frozenset({"woche", "stunde", "minute", "sekunde", "jahreshälfte", "wochenende"})
_CLOCK_UNITS = {"TH": "H", "TM": "M", "TS": "S"}
_VAGUE_REACH, _LONG_REACH = 4, 10  # how many days or weeks, months or years "the coming …s" may mean


def is_plural(found: Found, label: str = "unit") -> bool:
    """Whether a unit's word is a plural: "Jahren", "weeks"; a dative singular "Jahre" counts as one, too."""
    word = found.word(label).lower()
    if found.language == "de" and word in _SINGULARS:
        return False
    return word.endswith(_PLURALS[found.language])


def duration_of(found: Found, amount: str | None = None) -> str:
    """TIMEX3 of a duration: P3D, PT2H, P0.5Y, PXW."""
    unit = str(found.fact("unit"))
    number = amount or _amount(found)
    if unit in _CLOCK_UNITS:
        return f"PT{number}{_CLOCK_UNITS[unit]}"
    return f"P{number}{unit}"


def _amount(found: Found) -> str:
    value = _count(found)
    if value is None:
        return "X"
    return str(int(value)) if float(value).is_integer() else str(value)


def _count(found: Found) -> float | None:
    """The number of units; None for "einige"."""
    if found.has("half"):
        return float(found.fact("half"))
    if not found.has("count"):
        return None
    at = found.at("count")
    name = NAMES[found.tape.shape[at]]
    return None if name == "vague" else float(found.tape.facts[at])


def _moved(base: Period | None, grain: Grain, steps: float) -> Period | None:
    """The period so many units from a day; half units give the day or month they lead to."""
    goal = reach(base.first, grain, steps) if base else None
    if goal is None:
        return None
    if float(steps).is_integer():
        return unit_of(goal, grain)
    return unit_of(goal, Grain.MONTH if grain is Grain.YEAR else Grain.DAY)


def grain_of(found: Found) -> Grain | None:
    """The length of the captured unit; None for hours and less."""
    unit = str(found.fact("unit"))
    return None if unit in _CLOCK_UNITS else Grain(unit)


def vague_span(found: Found, grain: Grain, step: int) -> Outcome:
    """As in "in the coming weeks": a length unknown, from or up to the text's day; days and weeks are vague dates."""
    if grain in {Grain.WEEK, Grain.DAY}:
        return Outcome(VAGUE_TIMES[(step > 0) - (step < 0)], _reach(found, grain, _VAGUE_REACH, step))
    return Outcome(duration_of(found, "X"), _reach(found, grain, _LONG_REACH, step), DateKind.DURATION)


def _reach(found: Found, grain: Grain, count: float, step: int) -> Period | None:
    """Days from the text's day back or on, so many units far."""
    anchor = found.setting.anchor
    goal = reach(anchor, grain, count if step > 0 else -count) if anchor is not None and step else None
    return span(anchor, goal, duration_of(found)) if anchor is not None and goal is not None else None


def _counted_beside(found: Found) -> Outcome | None:
    """As in "den letzten zehn Jahren", "the next two years"."""
    grain, step = grain_of(found), int(found.fact("rel"))
    count = _count(found)
    period = _reach(found, grain, count, step) if grain is not None and count is not None else None
    return Outcome(duration_of(found), period, DateKind.DURATION)


def _ago(found: Found) -> Outcome | None:
    """As in "vor drei Tagen", "seit zwei Jahren": a length, with the period it leads to; "two weeks ago" is a date."""
    grain, count = grain_of(found), _count(found)
    here = found.setting.here(Grain.DAY)
    period = _moved(here, grain, -count) if grain is not None and count is not None else None
    if found.has("ago") and period is not None:
        return Outcome(period.value, period)
    if found.has("ago"):
        return Outcome("PAST_REF")
    return Outcome(duration_of(found), period, DateKind.DURATION)


def _ahead(found: Found) -> Outcome:
    """As in "in drei Tagen", "in two weeks"."""
    grain, count = grain_of(found), _count(found)
    here = found.setting.here(Grain.DAY)
    period = _moved(here, grain, count) if grain is not None and count is not None else None
    return Outcome(duration_of(found), period, DateKind.DURATION)


def _since_vague(found: Found) -> Outcome | None:
    """As in "seit Wochen", "vor Jahren"."""
    return Outcome(duration_of(found, "X"), kind=DateKind.DURATION) if is_plural(found) else None


def _later(found: Found) -> Outcome | None:
    """As in "zwei Jahre später", "three days earlier": from the last mentioned day."""
    grain, count = grain_of(found), _count(found)
    step = -1 if NAMES[found.tape.shape[found.at("way")]] in {"earlier", "before"} else 1
    base = found.setting.focus
    period = _moved(base, grain, step * count) if grain is not None and count is not None else None
    if found.language == "de" or period is None:
        return Outcome(duration_of(found), period, DateKind.DURATION)
    return Outcome(period.value, period)


def _plain_duration(found: Found) -> Outcome | None:
    """As in "gut fünf Jahre", "eine halbe Stunde"."""
    if found.fact("unit") in {"H", "Q"} and found.language == "en":
        return None  # "a half", "a quarter of its value"
    return Outcome(duration_of(found), kind=DateKind.DURATION)


def _lasting(found: Found) -> Outcome:
    return Outcome(duration_of(found, "X"), kind=DateKind.DURATION)


def _set(found: Found) -> Outcome | None:
    """As in "jedes Jahr", "every two weeks", "montags", "täglich"."""
    if found.has("always"):
        return Outcome(str(found.fact("always")), kind=DateKind.SET)
    if found.has("weekday"):
        return Outcome(f"XXXX-WXX-{int(found.fact('weekday')) + 1}", kind=DateKind.SET)
    if found.has("daytime"):
        return Outcome(f"XXXX-XX-XXT{found.fact('daytime')}", kind=DateKind.SET)
    return Outcome(duration_of(found, _amount(found) if found.has("count") else "1"), kind=DateKind.SET)


_COUNT = "(?: count:count | half:half )"

RULES: tuple[tuple[str, str, Resolve], ...] = (
    # "jedes Jahr", "every two weeks", "every Monday", "montags", "Mittwoch vormittags", "täglich"
    ("set", "«every count:count? any-unit:unit»", _set),
    ("set", "«every weekday:weekday»", _set),
    ("set", "«weekdays:weekday»", _set),
    ("set", "«weekday:weekday daytimes»", _set),
    ("set", "«always:always»", _set),
    ("set", "«daytimes:daytime»", _set),
    # "den letzten zehn Jahren", "the next two years", "the past few days"
    ("span-beside", "«det? rel:rel nearly? sure-count:count adjective? any-unit:unit»", _counted_beside),
    ("span-beside", "«det? sure-count:count rel:rel any-unit:unit»", _counted_beside),
    # "vor drei Tagen", "seit gut zwei Jahren"; "two weeks ago"
    ("ago", f"«nearly? {_COUNT} adjective? any-unit:unit ago:ago»", _ago),
    ("later", f"«nearly? {_COUNT} unit:unit (?: later:way | earlier:way )»", _later),
    ("later", f"«nearly? {_COUNT} unit:unit before:way» (?= dot | comma )", _later),
    ("ago", f"(?: before | since ) det? «det? nearly? nearly? {_COUNT} adjective? any-unit:unit»", _ago),
    ("since", "(?: before | since ) «any-unit:unit»", _since_vague),
    # "in drei Tagen", "within two weeks"
    ("ahead", f"in of? «nearly? {_COUNT} adjective? any-unit:unit»", _ahead),
    # "gut fünf Jahre", "eine halbe Stunde", "wochenlang"
    ("duration", "«det? nearly? nearly? one half:half any-unit:unit»", _plain_duration),
    ("duration", f"«det? nearly? nearly? {_COUNT} adjective? any-unit:unit»", _plain_duration),
    ("duration", "«lasting:unit»", _lasting),
)
