"""Meetings: what the report is about or mentions with a date or a place; the main one first.

A meeting is made of mentions: nouns ("Gipfel", "talks") and verbs ("came together in", "tagen"), each with the days and
cities of its clause. Mentions that agree (no other day, no other city, both calls or both not) are one meeting.
Source: codebook, section 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from zusage.language.analysis import Clause, Phrase, Pos
from zusage.language.dates import DateKind, DateMention
from zusage.model.quote import Quote
from zusage.model.statement import Meeting, TraceStep
from zusage.model.values import MeetingKind
from zusage.reading.context import Context
from zusage.reading.places import city_named

PLACE_PREPS = frozenset({"in", "nach", "zu", "bei", "at", "to", "from", "aus"})
MEETING_VERBS = frozenset({"meet", "held", "host"})
COUNT = re.compile(r"(?:staat|land|länd|countr|nation|state|leader|regierungschef|delegation)", re.IGNORECASE)
REPRESENTING = frozenset({"vertreter", "delegation", "leader", "teilnehmer", "chef", "minister", "staats", "official"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that speaks of a meeting."""

    clause: int
    token: int
    kind: MeetingKind
    rank: int
    day: date | None
    city: str | None
    countries: int | None = None


def find_meetings(context: Context) -> tuple[Meeting, ...]:
    """Find the meetings of a report; the main one comes first."""
    groups: list[list[Mention]] = []
    for mention in _mentions(context):
        for group in groups:
            if _agrees(group, mention):
                group.append(mention)
                break
        else:
            groups.append([mention])
    groups = [g for g in groups if any(m.day is not None or m.city is not None for m in g)]
    groups.sort(key=lambda g: (-_weight(context, g), g[0].token))
    return tuple(_meeting(context, group) for group in groups)


def _weight(context: Context, group: list[Mention]) -> float:
    """How much a report is about a meeting: mentions, early ones more, with day and city more, calls less."""
    length = max(len(context.tokens), 1)
    score = sum(m.rank * (1.5 - m.token / length) for m in group)
    score += 2.0 * any(m.city is not None for m in group) + 1.0 * any(m.day is not None for m in group)
    return score * (0.4 if group[0].kind == MeetingKind.CALL else 1.0)


def _agrees(group: list[Mention], mention: Mention) -> bool:
    if (group[0].kind == MeetingKind.CALL) != (mention.kind == MeetingKind.CALL):
        return False
    days = {m.day for m in group if m.day is not None}
    cities = {m.city for m in group if m.city is not None}
    if mention.day is not None and days and mention.day not in days:
        nearest = min(abs((mention.day - d).days) for d in days)
        if nearest > 1 or (mention.city is not None and mention.city not in cities):
            return False
    return not (mention.city is not None and cities and mention.city not in cities)


def _mentions(context: Context) -> Iterator[Mention]:
    dateline = _dateline_city(context)
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause):
            continue
        found = _noun_of(context, clause) or _verb_of(context, index)
        if found is None:
            continue
        token, kind, rank = found
        city = _city_in(context, clause)
        if city is None and dateline is not None and clause.sentence <= 2:
            city = dateline
        yield Mention(index, token, kind, rank, _day_in(context, clause), city, _countries_in(context, clause))


def _noun_of(context: Context, clause: Clause) -> tuple[int, MeetingKind, int] | None:
    best: tuple[int, MeetingKind, int] | None = None
    for i in context.own_tokens(clause):
        token = context.tokens[i]
        if token.pos not in (Pos.NOUN, Pos.PROPN):
            continue
        found = context.lexicon.gathering(token.lemma, context.tokens[i - 1].lemma if i else "")
        if found is None or found.kind == "none":
            continue
        if best is None or found.rank > best[2]:
            best = (i, MeetingKind(found.kind), found.rank)
    return best


def _verb_of(context: Context, index: int) -> tuple[int, MeetingKind, int] | None:
    sense = context.sense(index)
    verb = context.clauses[index].verb
    if sense is None or verb is None or sense.kind not in MEETING_VERBS:
        return None
    return verb.head, MeetingKind.CALL if sense.value == "remote" else MeetingKind.SUMMIT, 1


def _day_in(context: Context, clause: Clause) -> date | None:
    """The single day that a clause names, else the one its sentence names."""
    start, end = context.tokens[clause.start].start, context.tokens[clause.end - 1].end
    day = _one_day(context.dates, start, end)
    if day is not None:
        return day
    sentence = context.analysis.sentences[clause.sentence]
    return _one_day(context.dates, context.tokens[sentence.start].start, context.tokens[sentence.end - 1].end)


def _one_day(dates: Sequence[DateMention], start: int, end: int) -> date | None:
    for mention in dates:
        if start <= mention.start < end and mention.period is not None and mention.kind in (DateKind.DATE, DateKind.TIME):
            if (mention.period.last - mention.period.first).days <= 2:
                return mention.period.first
    return None


def _city_in(context: Context, clause: Clause) -> str | None:
    for phrase in clause.phrases:
        for part in phrase.walk():
            if part.prep in PLACE_PREPS and (city := city_of(context, part)) is not None:
                return city
    for i in context.own_tokens(clause):
        if context.tokens[i].lemma.lower() in PLACE_PREPS | {"im"} and i + 1 < len(context.tokens):
            city = _city_at(context, i + 1)
            if city is not None:
                return city
        if context.tokens[i].lower.endswith("er") and context.tokens[i].pos in (Pos.ADJ, Pos.PROPN):
            city = city_named(context.tokens[i].lower.removesuffix("er"))
            if city is not None:
                return city
    return None


def city_of(context: Context, phrase: Phrase) -> str | None:
    """The English name of the city that a phrase names, None if it names none."""
    return _city_at(context, phrase.start) or _city_at(context, phrase.head) or _city_at(context, phrase.start + 1)


def _city_at(context: Context, i: int) -> str | None:
    if i >= len(context.tokens):
        return None
    for length in (3, 2, 1):
        if i + length <= len(context.tokens) and context.tokens[i].text[:1].isupper():
            city = city_named(context.analysis.words(i, i + length))
            if city is not None:
                return city
    return None


def _dateline_city(context: Context) -> str | None:
    """The city of an agency's dateline: "PARIS (Reuters) -", "Paris, 4. September 2025 (dpa) –"."""
    head = context.analysis.text[:200]
    match = re.match(r"(?:[^\n]{0,40}\n+)?\s*([A-ZÄÖÜ][\wÄÖÜäöüß .-]{2,30}?)\s*(?:,|/|\()", head)
    if match is None or not re.search(r"\((?:[A-Za-z/]{2,20})\)\s*[-–—]|^[A-ZÄÖÜ ]{3,}[,(]", head):
        return None
    return city_named(match.group(1).strip())


def _countries_in(context: Context, clause: Clause) -> int | None:
    """The number of countries or leaders that a clause counts."""
    start, end = context.tokens[clause.start].start, context.tokens[clause.end - 1].end
    for mention in context.quantities:
        if start <= mention.start < end and mention.noun is not None:
            noun = context.analysis.text[mention.noun[0] : mention.noun[1]]
            number = mention.min if mention.min is not None else mention.max
            if COUNT.search(noun) and number is not None and 3 <= number <= 200:
                return int(number)
    return None


def _meeting(context: Context, group: list[Mention]) -> Meeting:
    day = next((m.day for m in group if m.day is not None), None)
    city = next((m.city for m in group if m.city is not None), None)
    best = max(group, key=lambda m: (m.day is not None, m.city is not None, m.rank, -m.token))
    clause = context.clauses[best.clause]
    quote: Quote = context.quote(clause.start, clause.end)
    kind = next((m.kind for m in group if m.rank == 2), group[0].kind)
    if kind == MeetingKind.CALL:
        city = None
    return Meeting(
        date=day.isoformat() if day is not None else None,
        place=city,
        kind_of=kind,
        quote=quote,
        countries=next((m.countries for m in group if m.countries is not None), None),
        trace=(TraceStep("meeting", "noun or verb of meeting", context.quote(best.token, best.token + 1)),),
    )


def with_day(meeting: Meeting, day: str) -> Meeting:
    """Return the meeting with a day worked out from elsewhere (the report's own day for a meeting "today")."""
    return replace(meeting, date=day)
