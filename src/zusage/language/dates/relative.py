"""Rules for dates that need another day: weekdays, "gestern", "last month", "am Tag danach", "Ende des Jahres".

Uses `clause`, `durations`, `grammar`, `period` and `setting`.
"""

from __future__ import annotations

from datetime import timedelta

from zusage.language.dates.clause import direction, is_nowadays
from zusage.language.dates.durations import VAGUE_TIMES, duration_of, grain_of, is_plural, vague_span
from zusage.language.dates.grammar import NAMES
from zusage.language.dates.mention import DateKind
from zusage.language.dates.period import Grain, day, day_of, unit_of
from zusage.language.dates.setting import Found, Outcome, Resolve

_WEEK = 7


def _deictic(found: Found) -> Outcome | None:
    """As in "gestern", "tomorrow"; "heute" is the text's day: `is_nowadays` tells the other sense."""
    here = found.setting.here(Grain.DAY)
    steps = int(found.fact("deictic", "today"))
    period = here.shift(steps) if here else None
    if steps == 0 and not found.has("daytime") and found.language == "de" and is_nowadays(found):
        return Outcome("PRESENT_REF", period)
    if not found.has("daytime"):
        return Outcome.of(period, VAGUE_TIMES[(steps > 0) - (steps < 0)])
    return Outcome(f"{period.value if period else 'XXXX-XX-XX'}T{found.fact('daytime')}", period, DateKind.TIME)


def _tonight(found: Found) -> Outcome:
    here = found.setting.here(Grain.DAY)
    return Outcome(f"{here.value if here else 'XXXX-XX-XX'}TNI", here, DateKind.TIME)


def _weekday(found: Found) -> Outcome | None:
    """As in "am Donnerstag": the last one up to the text's day, or the coming one when looking ahead."""
    number, time = _weekday_time(found)
    setting = found.setting
    if setting.anchor is None:
        return Outcome(f"XXXX-WXX-{number + 1}", kind=DateKind.TIME if time else DateKind.DATE)
    back = (setting.anchor.weekday() - number) % _WEEK
    earlier, later = day_of(setting.anchor, -back), day_of(setting.anchor, (_WEEK - back) % _WEEK)
    chosen = later if (setting.prefer or direction(found)) == "future" else earlier
    if chosen is None:
        return None
    value = f"{chosen.value}T{time}" if time else chosen.value
    return Outcome(value, chosen, DateKind.TIME if time else DateKind.DATE, earlier=earlier, later=later)


def _weekday_time(found: Found) -> tuple[int, str]:
    fact = found.fact("compound")
    if fact is not None:
        number, _, time = str(fact).partition("T")
        return int(number), time
    return int(found.fact("weekday", "short")), str(found.fact("daytime") or "")


def _weekday_beside(found: Found) -> Outcome | None:
    """As in "vergangenen Donnerstag", before the text's day; "next Monday", after it; "diesen Freitag", on or after."""
    number, time = _weekday_time(found)
    anchor, step = found.setting.anchor, int(found.fact("rel"))
    if anchor is None:
        return Outcome(f"XXXX-WXX-{number + 1}")
    ahead = (number - anchor.weekday()) % _WEEK
    if step < 0:
        moved = ahead - _WEEK + _WEEK * (step + 1)
    elif step == 0:
        moved = ahead
    else:
        moved = (ahead or _WEEK) + _WEEK * (step - 1)
    chosen = day_of(anchor, moved)
    if chosen is None:
        return None
    return Outcome(f"{chosen.value}T{time}", chosen, DateKind.TIME) if time else Outcome(chosen.value, chosen)


def _weekday_of_week(found: Found) -> Outcome | None:
    """As in "Dienstag vergangener Woche", "Thursday of next week"."""
    here = found.setting.here(Grain.WEEK)
    week = here.shift(int(found.fact("rel"))) if here else None
    return Outcome.of(day(week.first + timedelta(int(found.fact("weekday"))))) if week else None


def _unit_beside(found: Found) -> Outcome | None:
    """As in "vergangene Woche", "next month", "dieses Jahr"; plurals are vague lengths: "den vergangenen Jahren"."""
    setting, grain, step = found.setting, grain_of(found), int(found.fact("rel"))
    if grain is None:
        return Outcome(duration_of(found, "1"), kind=DateKind.DURATION)
    if is_plural(found):
        bare = NAMES[found.match["SPAN"][0]] == "last" and found.language == "en"
        return None if bare else vague_span(found, grain, step)  # "may last months"
    told = grain is Grain.DAY and step >= 0  # "am nächsten Tag", "this day": of what is told
    here = setting.there(grain) if told else setting.here(grain)
    return Outcome.of(here.shift(step) if here else None, VAGUE_TIMES[(step > 0) - (step < 0)])


def _narrative(found: Found) -> Outcome | None:
    """As in "am selben Tag", "the following year", "that day": by the last mentioned day."""
    grain, step = grain_of(found), int(found.fact("way"))
    if grain is None or is_plural(found):
        return None
    there = found.setting.there(grain)
    return Outcome.of(there.shift(step) if there else None, "PAST_REF")


def _day_beside(found: Found) -> Outcome | None:
    """As in "am Tag danach", "the day before"."""
    step = -1 if NAMES[found.tape.shape[found.at("way")]] in {"earlier", "before"} else 1
    grain = grain_of(found)
    there = found.setting.there(grain) if grain else None
    return Outcome.of(there.shift(step) if there else None, "PAST_REF")


def _prior(found: Found) -> Outcome | None:
    """As in "im Vorjahr", "am Vortag", "die Folgewoche"."""
    code = str(found.fact("prior"))
    grain, step = Grain(code[0]), int(code[1:])
    base = found.setting.there(grain) if grain is Grain.DAY else found.setting.here(grain)
    return Outcome.of(base.shift(step) if base else None, "PAST_REF")


def _part(found: Found) -> Outcome | None:
    """As in "Ende des Jahres", "by the end of the month", "Jahresende 2026"."""
    mod, unit = str(found.fact("part")), str(found.fact("unit") or "")
    if not unit:
        mod, _, unit = mod.partition("-")
    here = found.setting.here(Grain(unit)) if unit in set(Grain) else None
    if found.has("year") and here is not None:
        here = here.shift(int(found.fact("year")) - here.first.year)
    if here is None:
        return None
    return Outcome(here.value, here.part(mod), mod=mod)


def _genitive_part(found: Found) -> Outcome | None:
    """As in "Ende des Jahres"; not "to end the day"."""
    return _part(found) if found.language == "de" else None


def _daytime_beside(found: Found) -> Outcome:
    """As in "am nächsten Morgen", "the following morning"."""
    there = found.setting.there(Grain.DAY)
    moved = there.shift(int(found.fact("way"))) if there else None
    return Outcome(f"{moved.value if moved else 'XXXX-XX-XX'}T{found.fact('daytime')}", moved, DateKind.TIME)


def _weekend(found: Found) -> Outcome | None:
    """As in "am Wochenende": the last one that is over or on, or the coming one when looking ahead."""
    setting = found.setting
    if setting.anchor is None:
        return Outcome("XXXX-WXX-WE")
    this = unit_of(setting.anchor, Grain.WEEKEND)
    earlier = this if this.first <= setting.anchor else this.shift(-1)
    chosen = this if (setting.prefer or direction(found)) == "future" else earlier
    return Outcome(chosen.value, chosen, earlier=earlier, later=this) if chosen else None


def _daytime(found: Found) -> Outcome:
    there = found.setting.focus or found.setting.here(Grain.DAY)
    there = there if there is not None and there.grain is Grain.DAY else None
    return Outcome(f"{there.value if there else 'XXXX-XX-XX'}T{found.fact('daytime')}", there, DateKind.TIME)


def _ref(found: Found) -> Outcome | None:
    if found.tape.joined(found.at("ref")):
        return None  # "NS-Vergangenheit"
    value = str(found.fact("ref"))
    return Outcome(value, found.setting.here(Grain.DAY) if value == "PRESENT_REF" else None)


def _skip(found: Found) -> None:
    """Words that look like a time and are none: "früher als"."""
    del found


RULES: tuple[tuple[str, str, Resolve], ...] = (
    ("no-time", "«not-ref»", _skip),
    # "heute Abend", "gestern", "tomorrow morning", "tonight"
    ("day-from-here", "«(?: today:today | deictic:deictic ) daytime:daytime?»", _deictic),
    ("day-from-here", "«todays:today»", _deictic),
    ("day-from-here", "«deictics:deictic»", _deictic),
    ("tonight", "«tonight»", _tonight),
    # "Dienstag vergangener Woche", "Thursday of next week"
    ("weekday-of-week", "«weekday:weekday of? det? rel:rel u-week»", _weekday_of_week),
    # "vergangenen Donnerstag", "next Monday"
    (
        "weekday-beside",
        "«det? rel:rel (?: weekday:weekday daytime:daytime? | weekday-time:compound )»",
        _weekday_beside,
    ),
    # "Dienstagabend", "Thursday night", "am Donnerstag"
    ("weekday", "«weekday-time:compound»", _weekday),
    ("weekday", "«weekday:weekday daytime:daytime?»", _weekday),
    ("weekday", "«short-weekday:short» dot? comma? (?= day | any-month )", _weekday),
    # "vergangene Woche", "next month", "dieses Jahr", "den vergangenen Jahren"
    ("unit-beside", "«det? rel:rel adjective? any-unit:unit» (?! of any-month )", _unit_beside),
    # "am selben Tag", "the following year", "am Tag danach", "the day before"
    ("narrative", "«det? (?: same:way | that:way | following:way | preceding:way ) unit:unit»", _narrative),
    ("day-beside", "«det? unit:unit (?: later:way | earlier:way )»", _day_beside),
    ("day-beside", "«det unit:unit (?: before:way | after:way )» (?! det | one | cap | word )", _day_beside),
    # "im Vorjahr", "am Vortag"
    ("prior", "«det? prior:prior»", _prior),
    # "Ende des Jahres", "the end of the month", "Jahresende 2026"
    ("part", "«det? part:part of det? unit:unit»", _part),
    ("part", "«part:part det unit:unit»", _genitive_part),
    ("part", "«part-unit:part year:year?»", _part),
    # "am Wochenende", "over the weekend"
    ("weekend", "prep «det? u-weekend»", _weekend),
    # "am nächsten Morgen", "the following morning", "am frühen Abend", "in the morning"
    ("daytime", "«det? (?: next:way | same:way | following:way ) daytime:daytime»", _daytime_beside),
    ("daytime", "(?: on | in | since | until ) «det? adjective? daytime:daytime»", _daytime),
    # "jetzt", "damals", "in Zukunft"
    ("vague", "«ref:ref»", _ref),
    ("vague", "«det? ref-noun:ref»", _ref),
)
