"""Rules for dates that name their day, month or year: "4. September 2025", "im Herbst 1998", "the 1990s".

Uses `grammar`, `period`, `holidays` and `setting`.
"""

from __future__ import annotations

from zusage.language.dates.grammar import NAMES
from zusage.language.dates.holidays import holiday
from zusage.language.dates.mention import DateKind
from zusage.language.dates.period import (
    Grain,
    calendar_day,
    century,
    decade,
    half,
    millennium,
    month,
    quarter,
    season,
    span,
    year,
)
from zusage.language.dates.recurring import Make, recurring
from zusage.language.dates.setting import Found, Outcome, Resolve
from zusage.language.numbers.surroundings import LATELY

MONTH = "(?: month:month | short-month:short dot? )"
_OF_YEAR = "(?: of? det? rel:rel u-year )"  # "dieses Jahres", "of last year", "last year"
_NOON = 12
_BESIDE = 6  # pieces from a day to the time of day that belongs to it
_HOURS = 24
_MINUTES = 60
_OLDEST, _NEWEST = 1200, 2100
_NUMBERING = frozenset({"label", "money", "figure", "day", "odd", "decimal"})
_COUNTED = frozenset({"counted", "money", "clock"})
_QUOTES = "'’‘\"„“”»«‹›‚"
_PLURALS = ("en", "er", "e", "n")


def _month(found: Found) -> int:
    return int(found.fact("month", "short"))


def _year_of(found: Found) -> int | None:
    """The year that the words give, by number or as "dieses Jahres"."""
    if found.has("year"):
        return int(found.fact("year"))
    anchor = found.setting.anchor
    return anchor.year + int(found.fact("rel")) if found.has("rel") and anchor is not None else None


def _full(found: Found) -> Outcome | None:
    return Outcome.of(calendar_day(*found.fact("full")))


def _day(found: Found) -> Outcome | None:
    """As in "4. September 2025"; without a year the nearest one."""
    on, number = int(found.fact("day", "ordinal")), _month(found)
    in_year = _year_of(found)
    if in_year is not None:
        return Outcome.of(calendar_day(in_year, number, on))
    if found.has("rel") or calendar_day(2000, number, on) is None:
        return None
    return recurring(found, lambda y: calendar_day(y, number, on), f"XXXX-{number:02}-{on:02}")


def _day_before(found: Found) -> Outcome | None:
    """The second day of "September 4-5, 2025": its month stands before it."""
    at = found.at("day")
    number, on = int(found.tape.facts[at - 3]), int(found.fact("day"))
    if found.has("year"):
        return Outcome.of(calendar_day(int(found.fact("year")), number, on))
    return recurring(found, lambda y: calendar_day(y, number, on), f"XXXX-{number:02}-{on:02}")


def _pair(found: Found) -> Outcome | None:
    """As in "am 3.10."."""
    on, number = found.fact("pair")
    if found.has("year"):
        return Outcome.of(calendar_day(int(found.fact("year")), number, on))
    if calendar_day(2000, number, on) is None:
        return None
    return recurring(found, lambda y: calendar_day(y, number, on), f"XXXX-{number:02}-{on:02}")


def _month_year(found: Found) -> Outcome | None:
    in_year = _year_of(found)
    return Outcome.of(month(in_year, _month(found)) if in_year is not None else None)


def _month_alone(found: Found) -> Outcome | None:
    """As in "im Juni": the nearest one."""
    number = _month(found)
    return recurring(found, lambda y: month(y, number), f"XXXX-{number:02}")


def _month_beside(found: Found) -> Outcome | None:
    """As in "last June", "kommenden Mai", "diesen Mai"."""
    number = _month(found)
    return _beside(found, lambda y: month(y, number), f"XXXX-{number:02}")


def _season_beside(found: Found) -> Outcome | None:
    name = str(found.fact("season"))
    return _beside(found, lambda y: season(y, name), f"XXXX-{name}")


def _beside(found: Found, make: Make, fallback: str) -> Outcome | None:
    """The last one before, the next one after, or the anchor's year's own."""
    setting, step = found.setting, int(found.fact("rel"))
    if setting.anchor is None:
        return Outcome(fallback)
    if step == 0:
        return Outcome.of(make(setting.anchor.year))
    options = [
        period for y in range(setting.anchor.year - 2, setting.anchor.year + 3) if (period := make(y)) is not None
    ]
    if step < 0:
        past = [period for period in options if period.last < setting.anchor]
        return Outcome.of(past[step] if len(past) >= -step else None)
    coming = [period for period in options if period.first > setting.anchor]
    return Outcome.of(coming[step - 1] if len(coming) >= step else None)


def _season(found: Found) -> Outcome | None:
    name = str(found.fact("season"))
    in_year = _year_of(found)
    if in_year is not None:
        return Outcome.of(season(in_year, name))
    return recurring(found, lambda y: season(y, name), f"XXXX-{name}")


def _quarter(found: Found) -> Outcome | None:
    """As in "im dritten Quartal 2025", "Q1", "the second half of this year"."""
    number = int(found.fact("number", "ordinal", "day"))
    halves = found.has("half")
    if not 1 <= number <= (2 if halves else 4):
        return None
    make = half if halves else quarter
    in_year = _year_of(found)
    if in_year is None and found.has("own") and found.setting.anchor:
        in_year = found.setting.anchor.year
    if in_year is not None:
        return Outcome.of(make(in_year, number))
    if halves:
        return None
    return recurring(found, lambda y: make(y, number), f"XXXX-Q{number}")


def _decade(found: Found) -> Outcome | None:
    """As in "die neunziger Jahre", "the 1990s", "die 2020er"."""
    value = int(found.fact("decade", "four", "two", "day"))
    if value % 10:
        return None
    if not found.has("four"):
        value += 1900 if value >= 20 or found.has("decade") else 2000  # noqa: PLR2004 (die zwanziger Jahre)
    return Outcome.of(decade(value // 10))


def _century(found: Found) -> Outcome | None:
    return Outcome.of(century(int(found.fact("day", "ordinal")) - 1))


def _millennium(found: Found) -> Outcome | None:
    return Outcome.of(millennium(int(found.fact("day", "ordinal")) - 1))


def _named_year(found: Found) -> Outcome | None:
    """As in "im Jahr 2001", "im Jahr 578"."""
    if found.has("figure"):
        after = found.match.end()
        if after < len(found.tape.shape) and NAMES[found.tape.shape[after]] in {
            "cap",
            "counted",
            "money",
            "dot",
            "u-year",
        }:
            return None
    return Outcome.of(year(int(found.fact("year", "figure"))))


def _year_pair(found: Found) -> Outcome | None:
    """As in "2024/25": both years, under the first one's value."""
    first = int(found.fact("year"))
    text = found.word("second")
    last = int(text) if len(text) > 2 else first // 100 * 100 + int(text)  # noqa: PLR2004
    one, other = year(first), year(last)
    if one is None or other is None or last != first + 1:
        return None
    return Outcome(one.value, span(one.first, other.last, one.value))


def _bare_year(found: Found) -> Outcome | None:
    """As in "seit 2022", "der Haushalt 2026"; not "2000 Soldaten", "Artikel 2000", "Windows-2000"."""
    tape, at = found.tape, found.at("year")
    value = int(found.fact("year"))
    if not _OLDEST <= value <= _NEWEST or _is_figure(tape_names(found, at - 2, at + 4), found, at):
        return None
    word = tape.word(at + 1) if at + 1 < len(tape.shape) else ""
    if found.language == "de" and value < LATELY and _counts_with_adjective(tape_names(found, at + 1, at + 3), word):
        return None  # "bis zu 1850 deutsche Soldaten"
    if value % 100 == 0 and word[:1].isalpha():
        plural = word.endswith(_PLURALS) and word[0].isupper() if found.language == "de" else word.endswith("s")
        if plural and not (at and NAMES[tape.shape[at - 1]] in {"in", "since"}):
            return None
    return Outcome.of(year(value))


def _counts_with_adjective(names: list[str], word: str) -> bool:
    """Whether an adjective and something counted follow: "1850 deutsche Soldaten"."""
    adjective = names[0] in {"word", "nation"} and word[:1].islower() and word.endswith(("e", "en", "er"))
    return adjective and names[1] in _COUNTED


def tape_names(found: Found, start: int, end: int) -> list[str]:
    """Classes of the pieces around, "" beyond the text."""
    shape = found.tape.shape
    return [NAMES[shape[at]] if 0 <= at < len(shape) else "" for at in range(start, end)]


def _is_figure(names: list[str], found: Found, at: int) -> bool:
    """Whether four figures count or number something, by the two pieces before and the three after."""
    second, before, _, after, next_but_one, third = names
    if before in _NUMBERING or after in _COUNTED or (before == "approx" and after == "cap"):
        return True
    if after in {"until", "to", "dash", "and"} and next_but_one == "year" and third in {"counted", "money"}:
        return True
    return _is_joined_before(found, at, before, second) or _is_joined_after(found, at, after, next_but_one)


def _is_joined_before(found: Found, at: int, before: str, second: str) -> bool:
    """As in "#2000", "Windows-2000"; but "mid-2026", "2020-2024"."""
    tape = found.tape
    if not tape.joined(at):
        return False
    if before in {"sign", "colon"}:
        return tape.word(at - 1) not in _QUOTES
    return before == "dash" and tape.joined(at - 1) and second in {"cap", "word", "code", "figure", "odd", "day"}


def _is_joined_after(found: Found, at: int, after: str, next_but_one: str) -> bool:
    """As in "2000er", "2000-Meter-Lauf"."""
    if not after or not found.tape.joined(at + 1):
        return False
    if after == "dash":
        return next_but_one in {"cap", "word", "u-year", "figure"} and found.tape.joined(at + 2)
    return after in {"cap", "word", "s", "suffix"}


def _holiday(found: Found) -> Outcome | None:
    code = str(found.fact("code"))
    if found.has("year"):
        return Outcome.of(holiday(code, int(found.fact("year"))))
    fixed = "" if code[0].isalpha() else code
    return recurring(found, lambda y: holiday(code, y), f"XXXX-{fixed or 'XX-XX'}")


def _clock(found: Found) -> Outcome | None:
    """As in "21:34 Uhr", "14.30 Uhr", "neun Uhr", "9 p.m."."""
    hour, minute = found.fact("time", "pair") or (int(found.fact("day", "small")), 0)
    if (found.word("clock") or found.word("after")).lower().startswith("p") and hour < _NOON:
        hour += _NOON
    if hour > _HOURS or minute >= _MINUTES:
        return None
    beside = found.match.start() - found.setting.focus_end <= _BESIDE
    here = found.setting.there(Grain.DAY) if beside else found.setting.here(Grain.DAY)
    value = f"{here.value if here else 'XXXX-XX-XX'}T{hour:02}:{minute:02}"
    return Outcome(value, here, DateKind.TIME)


_NTH = "(?: ordinal:ordinal | day:day (?: dot | suffix ) )"
_JOINED = "(?: join{1,2} det? day (?:dot|suffix)? ){1,3}"

RULES: tuple[tuple[str, str, Resolve], ...] = (
    # "2026-01-06", "06.01.2026", "1/6/2026"
    ("iso-day", "«iso:full»", _full),
    ("figures", "«dotted:full»", _full),
    ("figures", "«slashed:full»", _full),
    # hours and minutes: "21:34 Uhr", "neun Uhr", "9 p.m."
    ("clock", "«(?: time:time clock:clock? | (?: pair:pair | day:day | small:small ) clock:after )»", _clock),
    # "5. Mai dieses Jahres", "May 5 last year"
    ("day-of-year", f"«day:day (?: dot | suffix )? of? {MONTH} {_OF_YEAR}»", _day),
    ("day-of-year", f"«{MONTH} day:day suffix? {_OF_YEAR}»", _day),
    # "4. September 2025", "4th of September, 2025", "6. Januar"
    ("day", f"«day:day (?: dot | suffix )? of? {MONTH} (?: comma? year:year )?»", _day),
    ("day", f"«ordinal:ordinal of? {MONTH} (?: comma? year:year )?»", _day),
    # "vom 3. bis 5. Mai", "on 4 and 5 September": the first day
    ("first-day", f"«day:day (?: dot | suffix )?» (?= {_JOINED} of? {MONTH} (?: comma? year:year )? )", _day),
    # "September 4-5, 2025": the first day, then the second
    ("first-day", f"«{MONTH} day:day» (?= (?: dash | to | and ) day (?: comma? year:year ) )", _day),
    ("second-day", "(?<= any-month day dash )«day:day (?: comma? year:year )?»", _day_before),
    ("second-day", "(?<= any-month day and )«day:day (?: comma year:year )»", _day_before),
    # "Jan 6, 2026", "Sept 4"
    ("day", f"«{MONTH} day:day suffix? (?: comma? year:year )?» (?! day )", _day),
    # "von Januar bis Juli 2017": the first month
    ("first-month", "prep «any-month:month» (?= join any-month (?: of | comma )? year:year )", _month_year),
    # after a preposition: 3.10. as day and month
    (
        "day-in-figures",
        "(?: on | until | of | since | from | to | by | zu | open ) «pair:pair dot (?: year:year )?»",
        _pair,
    ),
    # "dem Juni des vergangenen Jahres", "March 2025", "im Oktober 2023"
    ("month-of-year", f"«det? {MONTH} {_OF_YEAR}»", _month_year),
    ("month-of-year", f"«{MONTH} (?: of | comma )? year:year»", _month_year),
    # "vergangenen Juni", "last June"
    ("month-beside", f"«det? rel:rel {MONTH}»", _month_beside),
    # "im Juni", "by April"
    ("month", f"prep «det? {MONTH}» (?! of? comma? year | day | of? det? rel u-year )", _month_alone),
    ("month", "part «month:month» (?! of? comma? year | day | of? det? rel u-year )", _month_alone),
    # "im ersten Quartal 2026", "Q1 2026", "the second half of the year"
    (
        "quarter",
        f"«det? {_NTH} (?: u-quarter | u-half:half ) (?: of? year:year | {_OF_YEAR} | of? det u-year:own )?»",
        _quarter,
    ),
    ("quarter", "«q code:number year:year?»", _quarter),
    # "Herbst 1998", "the summer of 2026", "im Winter 2010/11", "diesen Sommer", "im Frühjahr"
    ("season", f"«season:season (?: of? year:year (?: slash (?: day | figure ) )? | {_OF_YEAR} )»", _season),
    ("season-beside", "«det? rel:rel season:season»", _season_beside),
    ("season", "(?: into | part ) «det? season:season» (?! of? year | of? det? rel u-year )", _season),
    # "den neunziger Jahren", "die 90er Jahre", "the 1990s"
    ("decade", "«det? decade:decade u-year»", _decade),
    ("decade", "«det? decades:decade»", _decade),
    ("decade", "«det decade:decade»", _decade),
    ("decade", "«det? (?: year:four | figure:two | day:day ) dash? (?: er | s ) (?: dash? u-year )?»", _decade),
    # "dem 20. Jahrhundert", "the twentieth century", "das dritte Jahrtausend"
    ("century", "«det? (?: day:day (?: dot | suffix ) | ordinal:ordinal ) dash? u-century»", _century),
    ("millennium", "«det? (?: day:day (?: dot | suffix ) | ordinal:ordinal ) u-millennium»", _millennium),
    # "Ostern 2026", "an Silvester"
    ("holiday", "«holiday:code (?: year:year )?»", _holiday),
    # "im Jahr 2001", "the year 2025", "2024/25", "seit 2022"
    ("year", "«det? u-year (?: year:year | figure:figure )»", _named_year),
    ("year-pair", "«year:year slash (?: day:second | figure:second | year:second )»", _year_pair),
    ("year", "«year:year»", _bare_year),
)
