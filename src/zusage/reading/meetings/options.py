"""The days and cities that may be those of a report's main meeting, each with its signs.

Days: what the rules tell, every day that the text names, read towards the past and towards the future where the words leave it
open ("am Donnerstag"), the first of several days that end on one, the report's own day and the eve, and none. Cities: what the
rules tell, every city that is named, the dateline's, the title's, and none. Several options may be of one value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from zusage.language.analysis import Clause, Pos
from zusage.language.dates import DateMention
from zusage.model.records import record
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.cities import Dateline, city_at, city_beside, places_in, unknown_city
from zusage.reading.meetings.lengths import days_told
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.meetings.signs import Setting, around, how_ruled, is_day, is_titled, place_in, rule_of, title_words
from zusage.reading.places import cities, city_named, state_of

_MOST_RULED = 3
_MOST_TOLD = 4
_LONGEST_NAME = 3  # words
_OPENING = re.compile(r"\s*([^\W\d_][^\W\d_.]*(?:[ '’-][^\W\d_]+){0,3})(?:, [^\n–—.:(-]{2,24})?\s*([–—-](?= )|[.(:/])")
"""A name at the beginning of a text, up to the sign behind it, a country between them allowed."""
_AGES = (
    (-30, "far off"),
    (-7, "weeks off"),
    (-2, "to come"),
    (-1, "tomorrow"),
    (0, "today"),
    (1, "yesterday"),
    (2, "two days ago"),
    (6, "days ago"),
    (10, "a week ago"),
    (40, "weeks ago"),
)


@record(frozen=True, slots=True)
class Option:
    """A day (ISO) or a city (its English name) that may be the main meeting's, None for none, and what speaks for it.

    ``start``, ``end``: the characters that name it; equal where no words do.
    """

    value: str | None
    start: int
    end: int
    features: tuple[str, ...]


def _crossed(kind: str, whole: Sequence[str]) -> tuple[str, ...]:
    return (kind, *[f"{kind} & {sign}" for sign in whole])


def _ruled(setting: Setting, name: str, value: str | None) -> str:
    """Whether the rules tell a value: of the main meeting, of another, or not."""
    for i, meeting in enumerate(setting.ruled[:_MOST_RULED]):
        if value is not None and (meeting.date if name == "date" else meeting.place) == value:
            return "other ruled" if i else "ruled"
    return "not ruled"


def _of_rules(setting: Setting, name: str, other: str) -> Iterator[Option]:
    """What the rules tell of a field (``name``), crossed with how they tell the ``other``."""
    for i, meeting in enumerate(setting.ruled[:_MOST_RULED]):
        value = meeting.date if name == "date" else meeting.place
        if value is None and i:
            continue
        step = next((step for step in meeting.trace if step.field == name), None)
        quote = step.quote if step is not None else None
        rule, told = rule_of(meeting, name), f"ruled {i}"
        age = _age(setting, value) if name == "date" else ""
        features = [
            told,
            f"{told} {rule}",
            f"{told} {rule} {age}",
            f"{told} {age}",
            f"{told} {rule} {rule_of(meeting, 'meeting')}",
            f"{told} {rule} {meeting.kind_of}",
            f"{told} sure {round(meeting.certainty or 0.0, 1)}",
            f"{told} with {rule_of(meeting, other)}",
            f"{told} {rule} with {rule_of(meeting, other)}",
            *[f"{told} & {sign}" for sign in setting.whole],
        ]
        yield Option(value, quote.start if quote else 0, quote.end if quote else 0, tuple(features))


# --- days --------------------------------------------------------------------------------------------------------


def days_of(setting: Setting) -> list[Option]:
    """The days that may be the main meeting's."""
    found = [Option(None, 0, 0, _crossed("no day", setting.whole))]
    if setting.on is not None:
        eve = setting.on - timedelta(days=1)
        found.append(Option(setting.on.isoformat(), 0, 0, _crossed("own day", setting.whole)))
        found.append(Option(eve.isoformat(), 0, 0, _crossed("eve", setting.whole)))
    found.extend(_of_rules(setting, "date", "place"))
    most_named = _most_named(setting)
    days = [(mention, _readings(mention)) for mention in setting.context.dates if is_day(mention)]
    counts = Counter(day for _, readings in days for day in readings)
    for order, (mention, readings) in enumerate(days):
        for day, reading in readings.items():
            told = (f"{mention.rule} {reading}", order, counts[day])
            found.append(_named_day(setting, mention, day, told, most_named))
    found.extend(_first_days(setting, [mention for mention, _ in days]))
    return found


def _readings(mention: DateMention) -> dict[str, str]:
    """The first days that a mention may stand for, each with how it is read."""
    found: dict[str, str] = {}
    for period, name in ((mention.period, "as read"), (mention.earlier, "past"), (mention.later, "coming")):
        if period is not None:
            found.setdefault(period.first.isoformat(), name)
    return found


def _age(setting: Setting, day: str | None) -> str:
    """How long before the report a day was."""
    if day is None or setting.on is None:
        return "unknown"
    days = (setting.on - date.fromisoformat(day)).days
    return next((name for most, name in _AGES if days <= most), "long past")


def _named_day(
    setting: Setting, mention: DateMention, day: str, told: tuple[str, int, int], most_named: str | None
) -> Option:
    """A day that the text names; ``told``: how, as which of its days, and how often."""
    context = setting.context
    token = _token_at(context, mention.start)
    ruled, age = _ruled(setting, "date", day), _age(setting, day)
    sort, order, count = told
    reading = sort.split(" ", 1)[1]
    features = [
        "day named",
        f"day by {sort}",
        f"day {age}",
        f"day {sort} {age}",
        f"day order {min(order, _MOST_TOLD)}",
        f"day order {min(order, _MOST_TOLD)} {ruled}",
        f"day told {min(count, _MOST_TOLD)}",
        f"day {ruled}",
        f"day {ruled} {age}",
        f"day {ruled} {reading}",
        f"day {ruled} & rules {how_ruled(setting.ruled)}",
        f"day bound {mention.bound}",
        *around(setting, "day", token, f"{reading} {age}", ruled),
    ]
    index = context.clause_of.get(token)
    if index is not None:
        features.extend(_of_clause(setting, context.clauses[index], most_named))
    return Option(day, mention.start, mention.end, tuple(features))


def _of_clause(setting: Setting, clause: Clause, most_named: str | None) -> Iterator[str]:
    """What stands beside a day in its clause: the city of the dateline, of the rules, the one named most; an end, a beginning."""
    context = setting.context
    towns = {place.city for start, end in clause.own for place in places_in(context, start, end)}
    if towns:
        opening = setting.opening.city if setting.opening is not None else None
        ruled = setting.ruled[0].place if setting.ruled else None
        named = (("opening", opening), ("ruled", ruled), ("most", most_named))
        yield f"day with a city {' '.join([name for name, city in named if city in towns])}"
    if _has(context, clause, words("endings")):
        yield "day at an end"
    if _has(context, clause, words("beginnings")):
        yield "day at a beginning"


def _has(context: Context, clause: Clause, some: frozenset[str]) -> bool:
    return any(context.lemmas[i] in some for i in context.own_tokens(clause))


def _first_days(setting: Setting, mentions: Sequence[DateMention]) -> Iterator[Option]:
    """The first of several days that may end on a named one: "zum Abschluss des zweitägigen Gipfels am Freitag"."""
    context = setting.context
    length = days_told(context)
    if not length:
        return
    seen: set[str] = set()
    for mention in mentions:
        period = mention.period
        if period is None or (last := period.first.isoformat()) in seen:
            continue
        seen.add(last)
        first = (period.first - timedelta(days=length - 1)).isoformat()
        token = _token_at(context, mention.start)
        index = context.clause_of.get(token)
        ends = "at an end" if index is not None and _has(context, context.clauses[index], words("endings")) else ""
        features = (
            "first day",
            f"first day {ends}",
            f"first day {ends} {_age(setting, last)}",
            f"first day {ends} in {place_in(context, token)}",
            f"first day {ends} {_ruled(setting, 'date', first)}",
            f"first day {ends} of {_ruled(setting, 'date', last)}",
        )
        yield Option(first, mention.start, mention.end, features)


def _token_at(context: Context, start: int) -> int:
    return max(bisect_right(context.token_starts, start) - 1, 0)


# --- cities ------------------------------------------------------------------------------------------------------


@record(frozen=True, slots=True)
class _Named:
    """A city, the token at which it is named, and how."""

    city: str
    token: int
    sort: str


def places_of(setting: Setting) -> list[Option]:
    """The cities that may be the main meeting's place."""
    found = [Option(None, 0, 0, _crossed("no city", setting.whole))]
    if setting.opening is not None:
        found.append(_opening_city(setting, setting.opening))
    else:
        found.extend(_unknown_opening(setting))
    found.extend(_of_rules(setting, "place", "date"))
    named = _cities_named(setting)
    counts = Counter(one.city for one in named)
    most = max(counts.values(), default=0)
    for order, one in enumerate(named):
        told = f"{min(counts[one.city], _MOST_TOLD)}{' most' if counts[one.city] == most else ''}"
        found.append(_named_city(setting, one, min(order, _MOST_TOLD), told))
    found.extend(_titled_cities(setting, counts))
    return found


def _most_named(setting: Setting) -> str | None:
    counts = Counter(one.city for one in _cities_named(setting))
    return max(counts, key=counts.__getitem__) if counts else None


def _opening_city(setting: Setting, opening: Dateline) -> Option:
    ruled = _ruled(setting, "place", opening.city)
    sort = "capital" if state_of(opening.city) is not None else "town"
    features = (
        *_crossed("opening city", setting.whole),
        f"opening city {ruled}",
        f"opening city {'bare' if opening.bare else 'agency'} {ruled}",
        f"opening city {sort}",
        f"opening city {sort} {ruled} {how_ruled(setting.ruled)}",
        f"opening city is {opening.city}",
    )
    return Option(opening.city, 0, opening.end, features)


def _unknown_opening(setting: Setting) -> Iterator[Option]:
    """What may be a dateline's town that nobody knows: "CÁDIZ – Heads of state …", "Chemnitz. Zum zweiten Gipfel …"."""
    match = _OPENING.match(setting.context.analysis.text)
    if match is None:
        return
    name = match.group(1)
    town = name.title() if name.isupper() else name
    sign = f"{'capitals' if name.isupper() else 'name'} {match.group(2).strip()}"
    signs = ("unknown opening", f"unknown opening {sign}", f"unknown opening & rules {how_ruled(setting.ruled)}")
    length = f"unknown opening {sign} {min(len(name.split()), _LONGEST_NAME)}"
    yield Option(town, match.start(1), match.end(1), (*signs, length))


def _named_city(setting: Setting, one: _Named, order: int, told: str) -> Option:
    """A city that the text names; ``told``: how often, and whether most."""
    context = setting.context
    ruled = _ruled(setting, "place", one.city)
    at = one.token if one.sort == "name" else min(one.token + 1, len(context.tokens) - 1)
    mention = context.who.by_token.get(at)
    use = f"{mention.use} {'acts' if mention.acts else ''}" if mention is not None else "nobody"
    features = [
        "city named",
        f"city by {one.sort}",
        f"city by {one.sort} {use}",
        f"city by {one.sort} {ruled}",
        f"city order {order}",
        f"city order {order} {ruled}",
        f"city told {told}",
        f"city told {told} {ruled}",
        f"city {ruled}",
        f"city {ruled} {use}",
        f"city {ruled} & rules {how_ruled(setting.ruled)}",
        *around(setting, "city", one.token, one.sort, ruled),
    ]
    for sign in _of_city(setting, one.city):
        features += [f"city {sign}", f"city {sign} {one.sort}", f"city {sign} {ruled}"]
    token = context.tokens[one.token]
    return Option(one.city, token.start, token.end, tuple(features))


def _of_city(setting: Setting, city: str) -> Iterator[str]:
    yield "a capital" if state_of(city) is not None else "no capital"
    if setting.opening is not None:
        yield "the dateline's" if setting.opening.city == city else "not the dateline's"


def _titled_cities(setting: Setting, counts: Counter[str]) -> Iterator[Option]:
    title = title_words(setting.context)
    for i, word in enumerate(title):
        runs = (" ".join(title[i : i + length]) for length in range(_LONGEST_NAME, 0, -1))
        city = next((known for run in runs if (known := city_named(run)) is not None), None)
        if city is None or not word[:1].isupper():
            continue
        features = (
            *_crossed("title city", setting.whole),
            f"title city {_ruled(setting, 'place', city)}",
            f"title city told {min(counts[city], _MOST_TOLD)}",
            *[f"title city {sign}" for sign in _of_city(setting, city)],
            f"title city {'with' if is_titled(setting.context) else 'without'} a meeting",
        )
        yield Option(city, 0, 0, features)


def _cities_named(setting: Setting) -> list[_Named]:
    """The cities that the text names, in order: behind a preposition, by name, beside a noun of meeting, new ones after "in"."""
    context = setting.context
    kept: dict[int, list[_Named]] = context.kept.setdefault("cities named", {})
    if 0 not in kept:
        kept[0] = list(_find_cities(setting))
    return kept[0]


def _find_cities(setting: Setting) -> Iterator[_Named]:
    context, end = setting.context, 0
    after = setting.opening.end if setting.opening is not None else 0
    where = {place.start: place for place in places_in(context, 0, len(context.tokens))}
    for i, token in enumerate(context.tokens):
        if i < end or token.start < after or i in context.hidden:
            continue
        sort, place = f"where {token.lower}", where.get(i)
        if place is None and token.text[:1].isupper() and _may_name(token.lower):
            sort, place = "name", city_at(context, i)
        if place is None and token.lower == "in":
            sort, place = "new name", unknown_city(context, i, i + 1)
        if place is None and token.pos in (Pos.NOUN, Pos.PROPN) and gathering_at(context, i) is not None:
            sort, place = "beside", city_beside(context, i)
            if place is not None and place.start < end:
                continue
        if place is not None:
            yield _Named(place.city, i, sort)
            end = max(place.end, i + 1)


def _may_name(word: str) -> bool:
    first, word = _first_words(), word.split("-", maxsplit=1)[0].rstrip(".")
    return word in first or (word.endswith("s") and word[:-1] in first)


@cache
def _first_words() -> frozenset[str]:
    """The first words of the names of cities."""
    return frozenset(name.replace(".", " ").replace("-", " ").replace("'", " ").split()[0] for name in cities())
