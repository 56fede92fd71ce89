"""The meetings that rules find: what the report is about or mentions with a date or a place; the main one first.

A meeting is made of mentions: nouns ("Gipfel", "talks"), verbs ("came together in", "tagen") and deeds ("signed in Lugano"), each
with the days and cities of its words. Mentions that agree (no other day, no other city, both calls or both not) are one
meeting; the one that is named most, first and best, and in the title, is the one that the report is about.
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from zusage.language.analysis import Clause
from zusage.model.quote import Quote
from zusage.model.statement import Meeting, TraceStep
from zusage.model.values import MeetingKind
from zusage.reading.context import Context
from zusage.reading.meetings.afar import takes_up
from zusage.reading.meetings.assemblies import TOGETHER, find_assemblies
from zusage.reading.meetings.cities import Dateline, Placed, dateline, places_in
from zusage.reading.meetings.counts import count_in
from zusage.reading.meetings.days import Dated, days_in, lead_day
from zusage.reading.meetings.encounters import find_encounters
from zusage.reading.meetings.kinds import speaks_of_donors
from zusage.reading.meetings.lengths import first_day
from zusage.reading.meetings.mentions import NOUN, Mention, find_mentions, is_of_next
from zusage.reading.places import cities

_LEAD = 4  # sentences
_MONTH = 31  # days
_DAYS_BEFORE = 3
_GENERAL = frozenset({MeetingKind.SUMMIT, MeetingKind.OTHER, MeetingKind.BILATERAL})
_CALLS_WEIGH = 0.6
_REMOTE_WEIGHS = 0.5
_TITLED = 2.0
_NAMED = 1.5

Group = list[Mention]


def ruled_meetings(context: Context) -> tuple[Meeting, ...]:
    """Find the meetings of a report by rules alone; the main one comes first."""
    opening = dateline(context.analysis.text)
    groups: list[Group] = []
    told = list(find_mentions(context, opening))
    told.extend(find_encounters(context, opening, frozenset(m.clause for m in told)))
    for mention in sorted(told, key=_place_of):
        _put(context, groups, mention)
    groups = [_dated_by_city(context, _completed(context, group, opening), opening) for group in groups]
    groups = [g for g in _joined(groups) if _has_bearings(g)]
    only_late = bool(groups) and not all(_is_remote(g) for g in groups)
    if all(_is_remote(g) or _is_late(context, g) for g in groups):
        gathered: list[Group] = []
        for mention in find_assemblies(context, opening):
            if not only_late or mention.rule == TOGETHER:
                _put(context, gathered, mention)
        nearer = [_completed(context, group, opening) for group in gathered[:1]]
        groups = [*(g for g in nearer if _town(g) is not None or (not groups and _has_bearings(g))), *groups]
    else:
        groups.extend(_opening_assembly(context, opening, groups))
    first = min((g[0].token for g in groups), default=0)
    groups.sort(key=lambda g: (g[0].rule != TOGETHER, -_weight(context, g, first=g[0].token == first), g[0].token))
    groups = [_placed(context, group, opening) if i == 0 else group for i, group in enumerate(groups)]
    return tuple(_meeting(context, group, main=i == 0) for i, group in enumerate(groups))


def _opening_assembly(context: Context, opening: Dateline | None, groups: Sequence[Group]) -> list[Group]:
    """What many did together as the report opens, on a day and in a city of which no meeting is told.

    "LIMA - Donors **promised** a billion **on Thursday** … talks in Quito were broken off the day before": it is about the donors.
    """
    mention = next((m for m in find_assemblies(context, opening) if m.rule == TOGETHER), None)
    dated = mention is not None and mention.day is not None and mention.day.firm
    group = _completed(context, [mention], opening) if mention is not None and dated else []
    day, town = (_day(group), _town(group)) if group else (None, None)
    if day is None or town is None:
        return []
    told = [(_day(one), _town(one)) for one in groups if not _is_remote(one)]
    return [] if any((d or day).day == day.day or (t is not None and t.city == town.city) for d, t in told) else [group]


def _placed(context: Context, group: Group, opening: Dateline | None) -> Group:
    """Give the main meeting without a city the one that the first sentences are set in: "The deal, struck in Lima, …".

    One that has just been and is told of further on is where the report comes from: "LIMA - … The conference brought in …".
    """
    first = group[0]
    if _town(group) is not None or _is_afar(group):
        return group
    if context.clauses[first.clause].sentence <= _LEAD:
        end = context.analysis.sentences[min(_LEAD, len(context.analysis.sentences)) - 1].end
        told = list(places_in(context, 0, end))
        town = next((p for p in told if p.firm), next(iter(told), None))
        if town is not None:
            return [replace(first, city=replace(town, firm=False)), *group[1:]]
    if opening is not None and _has_just_been(context, group):
        return [replace(first, city=_of_dateline(context, opening)), *group[1:]]
    return group


def _has_just_been(context: Context, group: Group) -> bool:
    """Say whether a meeting was on the report's day or at most a few days before."""
    day, published = _day(group), context.report.published_on
    if day is None or published is None:
        return False
    return 0 <= (date.fromisoformat(published) - day.day).days <= _DAYS_BEFORE


def _place_of(mention: Mention) -> int:
    return mention.clause


# --- grouping ----------------------------------------------------------------------------------------------------


def _put(context: Context, groups: list[Group], mention: Mention) -> None:
    """Put a mention to the last group that it agrees with and shares a day or city with, else to the first it agrees with."""
    fitting = [g for g in groups if _agrees(g, mention) or _is_taken_up(context, g, mention)]
    close = [g for g in fitting if _shares(g, mention)]
    if close or fitting:
        (close[-1] if close else fitting[0]).append(mention)
    else:
        groups.append([mention])


def _joined(groups: list[Group]) -> list[Group]:
    """Join groups that agree once their days and cities are completed."""
    joined: list[Group] = []
    for group in groups:
        for other in joined:
            if all(_agrees(other, mention) for mention in group) and any(_shares(other, mention) for mention in group):
                other.extend(group)
                break
        else:
            joined.append(list(group))
    return joined


def _shares(group: Group, mention: Mention) -> bool:
    return any(
        (mention.city is not None and m.city is not None and m.city.city == mention.city.city)
        or (mention.day is not None and m.day is not None and m.day.day == mention.day.day)
        for m in group
    )


def _agrees(group: Group, mention: Mention) -> bool:
    """Say whether a mention can be of the same meeting: another firm day or another city makes another meeting."""
    if (group[0].kind is MeetingKind.CALL) != (mention.kind is MeetingKind.CALL) and not _takes_up(group, mention):
        return False
    if _is_apart(group, mention):
        return False
    towns = {m.city.city for m in group if m.city is not None}
    if mention.city is not None and (mention.city.city not in towns if towns else _is_earlier(group, mention)):
        return False
    days = {m.day.day for m in group if m.day is not None and m.day.firm}
    if mention.day is None or not mention.day.firm or not days or mention.day.day in days:
        return True
    near = min(abs((mention.day.day - d).days) for d in days) <= 1
    return near and mention.city is not None and mention.city.city in towns


def _is_earlier(group: Group, mention: Mention) -> bool:
    """Say whether what had been elsewhere is another meeting than the report's: "the summit …; talks in Lima **had** failed"."""
    return mention.background and not any(m.background for m in group)


def _takes_up(group: Group, mention: Mention) -> bool:
    """Say whether a bare noun takes up a call: "die Konferenz" after "eine Videokonferenz"."""
    bare = mention.city is None and (mention.day is None or not mention.day.firm)
    return bare and group[0].kind is MeetingKind.CALL and any(m.word.endswith(mention.word) for m in group)


def _is_taken_up(context: Context, group: Group, mention: Mention) -> bool:
    """Say whether a known call is the meeting that opened the report: "a donor conference raised … **The video call** was led"."""
    if mention.kind is not MeetingKind.CALL or group[0].kind is MeetingKind.CALL:
        return False
    if any(m.city is not None and m.city.firm for m in group) or not takes_up(context, mention.token):
        return False
    first, here = (context.clauses[m.clause].sentence for m in (group[0], mention))
    same = mention.day is None or not mention.day.firm or _shares(group, mention)
    return group[0].rule == NOUN and first < here <= _LEAD and same


def _is_apart(group: Group, mention: Mention) -> bool:
    """Say whether one is between two and the other a summit, and nothing joins them: "after talks with her", "at the G7 summit"."""
    kinds = {m.kind for m in group}
    pair = mention.kind is MeetingKind.BILATERAL and MeetingKind.BILATERAL not in kinds
    other = mention.kind is not MeetingKind.BILATERAL and kinds == {MeetingKind.BILATERAL}
    return (pair or other) and not _shares(group, mention)


def _has_bearings(group: Group) -> bool:
    return any(m.day is not None or m.city is not None for m in group)


def _is_afar(group: Group) -> bool:
    """Say whether nobody travels to a meeting: a call, or one that is told to be held from afar."""
    return any(m.afar for m in group)


def _is_remote(group: Group) -> bool:
    """Say whether a meeting is told only as one of weeks ago or months to come: "der Londoner Gipfel im Februar"."""
    return any(m.remote for m in group) and not any(m.day is not None and m.day.firm for m in group)


def _is_late(context: Context, group: Group) -> bool:
    """Say whether a meeting is told of only behind the first sentences, and so may be another than what the report is about."""
    return all(context.clauses[m.clause].sentence > _LEAD for m in group)


def _completed(context: Context, group: Group, opening: Dateline | None) -> Group:
    """Give a group of the first sentences the dateline's city and the first day of the report, where it has none of its own."""
    first = group[0]
    if context.clauses[first.clause].sentence > _LEAD or first.kind is MeetingKind.CALL:
        return group
    if _is_remote(group):
        return group
    if all(m.city is None for m in group) and opening is not None and not _is_afar(group):
        first = replace(first, city=_of_dateline(context, opening))
    if _day(group) is None and not any(_is_of_a_week(context, m) for m in group):
        first = replace(first, day=lead_day(context, opening.end if opening is not None else 0, _LEAD))
    return [first, *group[1:]]


def _is_of_a_week(context: Context, mention: Mention) -> bool:
    """Say whether a mention is only dated by its week or month: "beim Gipfel in dieser Woche", "next month's summit"."""
    runs = context.clauses[mention.clause].own
    periods = (found.period for start, end in runs for found in context.dates_in(start, end))
    if is_of_next(context, mention):
        return True
    return any(p is not None and 1 < (p.last - p.first).days <= _MONTH for p in periods)


def _dated_by_city(context: Context, group: Group, opening: Dateline | None) -> Group:
    """Give a group without a day the day that another clause names with its city: "promises made in New York on Thursday"."""
    town = _town(group)
    if _day(group) is not None or town is None:
        return group
    after = opening.end if opening is not None else 0
    for clause in _set_in(context, town.city):
        day = next((d for s, e in clause.own for d in days_in(context, s, e, opening=after)), None)
        if day is not None:
            return [replace(group[0], day=replace(day, rule="day with its city", firm=False)), *group[1:]]
    if opening is not None and not opening.bare and opening.city == town.city and not _is_remote(group):
        return [replace(group[0], day=lead_day(context, after, _LEAD)), *group[1:]]
    return group


def _set_in(context: Context, city: str) -> Sequence[Clause]:
    """The clauses that tell of something in a city, in order; looked up once for all cities."""
    found = context.kept.get("clauses by their cities")
    if found is None:
        found = context.kept["clauses by their cities"] = {}
        for clause in context.clauses:
            if not context.is_hidden(clause):
                named = {p.city for start, end in clause.own for p in places_in(context, start, end) if p.firm}
                for name in named:
                    found.setdefault(name, []).append(clause)
    clauses: Sequence[Clause] = found.get(city, ())
    return clauses


def _of_dateline(context: Context, opening: Dateline) -> Placed:
    last = next((i for i, token in enumerate(context.tokens) if token.end >= opening.end), 0)
    return Placed(opening.city, 0, min(last + 1, len(context.tokens)), firm=False)


# --- the main one ------------------------------------------------------------------------------------------------


def _weight(context: Context, group: Group, *, first: bool) -> float:
    """How much a report is about a meeting: mentions, early and dated ones more, those of the title more, calls less."""
    length = max(len(context.tokens), 1)
    title = (context.report.title or "").lower()
    score = sum(m.rank * (1.5 - m.token / length) for m in group)
    score += 2.0 * any(m.city is not None for m in group) + 1.0 * any(m.day is not None for m in group)
    score += _TITLED * _is_titled(context, group) + _NAMED * any(m.rank > 1 and m.word in title for m in group)
    score *= _REMOTE_WEIGHS if _is_remote(group) else 1.0
    return score * (_CALLS_WEIGH if group[0].kind is MeetingKind.CALL and not first else 1.0)


def _is_titled(context: Context, group: Group) -> bool:
    """Say whether the title names the meeting's city."""
    title = (context.report.title or "").lower()
    towns = {m.city.city for m in group if m.city is not None}
    return any(name in title for name, city in cities().items() if city in towns and len(name) > 2)  # noqa: PLR2004 - no city is shorter


# --- fields ------------------------------------------------------------------------------------------------------


def _day(group: Group) -> Dated | None:
    days = [m.day for m in group if m.day is not None]
    firm = [d for d in days if d.firm]
    return firm[0] if firm else next(iter(days), None)


def _town(group: Group) -> Placed | None:
    if group[0].kind is MeetingKind.CALL:
        return None
    afar = _is_afar(group)  # "a virtual conference run from Lima" has a place, one told of in Lima has none
    towns = [m.city for m in group if m.city is not None and (m.city.firm or not afar)]
    return next((t for t in towns if t.firm), next(iter(towns), None))


def _kind(context: Context, group: Group) -> MeetingKind:
    named = [m for m in group if m.rule == NOUN] or group
    kind = next((m.kind for m in named if m.kind not in _GENERAL), max(named, key=lambda m: m.rank).kind)
    return MeetingKind.DONORS if kind is MeetingKind.SUMMIT and speaks_of_donors(context) else kind


def _meeting(context: Context, group: Group, *, main: bool) -> Meeting:
    day, town = _day(group), _town(group)
    best = max(
        group, key=lambda m: (_names(m), m.day is not None and m.day == day, m.city is not None, m.rank, -m.token)
    )
    clause = context.clauses[best.clause]
    steps = [TraceStep("meeting", best.rule, context.quote(best.token, best.token + 1))]
    day = first_day(context, group, day) if day is not None else None
    if day is not None:
        steps.append(TraceStep("date", day.rule, day.quote(context.analysis.text)))
    if town is not None:
        steps.append(
            TraceStep("place", "city" if town.firm else "dateline or direction", context.quote(town.start, town.end))
        )
    counted = next((m.countries for m in group if m.countries is not None), None)
    if counted is None and main:
        counted = next((c for i in range(len(context.clauses)) if (c := count_in(context, i)) is not None), None)
    if counted is not None:
        quote = Quote.cut(context.analysis.text, counted.start, counted.end)
        steps.append(TraceStep("countries", "countries that come", quote))
    return Meeting(
        date=day.day.isoformat() if day is not None else None,
        place=town.city if town is not None else None,
        kind_of=_kind(context, group),
        quote=context.quote(clause.start, clause.end),
        countries=counted.number if counted is not None else None,
        trace=tuple(steps),
        certainty=_certainty(day, town, group),
    )


def _names(mention: Mention) -> bool:
    """Say whether a mention names a meeting or its city, so that it can be quoted: "der Sicherheitsrat" names neither."""
    return mention.rank > 1 or mention.city is not None


def _certainty(day: Dated | None, town: Placed | None, group: Sequence[Mention]) -> float:
    """Sure where day and city are said of the meeting itself, and the more the oftener it is named."""
    score = 0.55 + 0.1 * (day is not None and day.firm) + 0.15 * (town is not None and town.firm)
    return round(min(score + 0.05 * (len(group) - 1), 0.95), 2)
