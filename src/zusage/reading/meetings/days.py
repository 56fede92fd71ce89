"""When a meeting was or will be: the day that words around a mention of it name.

Uses the dates of the text. Nearer words win: what hangs on the noun ("das Treffen vom Dienstag", "a summit that began on
Thursday"), its clause, its sentence; a distance ("two days after the summit") is counted from the report's own day.
Source: codebook, section 4 ("several days: the first").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from zusage.language.analysis import Clause, ClauseKind, Link, Pos
from zusage.language.dates import Bound, DateKind, DateMention
from zusage.model.quote import Quote
from zusage.reading.context import Context
from zusage.reading.meetings.ahead import looking_ahead

_CLOCKS = frozenset({"clock", "daytime"})
_RANGES = frozenset({"und", "bis", "and", "to", "-", "–", "bis zum", "through", "until"})
_LONGEST = 4  # days
_REACH = 7  # tokens after the noun
_AFTER = frozenset({"nach", "after", "following", "since"})
_BEFORE = frozenset({"vor", "before", "ahead"})
_DAYS = re.compile(r"P(\d{1,2})D")
_LONG = re.compile(r"P(?:[2-9]|\d\d|X)W|P[\d.X]+[MY]")
_SINCE = frozenset({"since", "seit"})
_BESIDE, _AHEAD = 8, 3  # tokens
_WEEKS = timedelta(days=14)
_MONTH, _SEASON = 27, 120  # days
_LEAD_PAST, _LEAD_FUTURE = 7, 1


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, the characters that say it, and the rule; ``firm``: the words speak of the meeting itself."""

    day: date
    start: int
    end: int
    rule: str
    firm: bool = True

    def quote(self, text: str) -> Quote:
        """Quote the words."""
        return Quote.cut(text, self.start, self.end)


def usable(mention: DateMention) -> bool:
    """Say whether a date mention can be the day of a meeting: a day or a few, no hour, no term."""
    if mention.period is None or mention.kind not in (DateKind.DATE, DateKind.TIME) or mention.rule in _CLOCKS:
        return False
    if mention.bound in (Bound.UNTIL, Bound.BY, Bound.BEFORE, Bound.AFTER):
        return False
    return (mention.period.last - mention.period.first).days <= _LONGEST


def days_in(context: Context, start: int, end: int, *, opening: int = 0) -> Iterator[Dated]:
    """Yield the days that a token run names, in order; nothing before the character ``opening`` (the dateline's end)."""
    if start >= end:
        return
    first, last = max(context.tokens[start].start, opening), context.tokens[end - 1].end
    before: DateMention | None = None
    for found in context.dates_in(start, end):
        mention = looking_ahead(context, found)
        if first <= mention.start < last and (usable(mention) or _is_range(context, before, mention)):
            if before is not None and _is_range(context, before, mention):
                continue
            before = mention
            assert mention.period is not None  # noqa: S101 - usable
            yield Dated(mention.period.first, mention.start, mention.end, "day")


def _is_range(context: Context, before: DateMention | None, mention: DateMention) -> bool:
    """Say whether a day only ends what the one before it began: "am 10. und 11. Juli", "from 24 to 26 June"."""
    if before is None:
        return False
    return context.analysis.text[before.end : mention.start].strip(" .").lower() in _RANGES


def day_of(context: Context, index: int, noun: int, *, opening: int = 0) -> Dated | None:
    """Find the day of the meeting that the word ``noun`` of a clause names."""
    clause = context.clauses[index]
    return (
        _distance(context, clause, noun)
        or _hanging(context, index, noun, opening)
        or _beside(context, clause, noun, opening)
        or _of_clause(context, clause, noun, opening)
        or _of_sentence(context, clause, noun, opening)
    )


def _hanging(context: Context, index: int, noun: int, opening: int) -> Dated | None:
    """The day in a clause that hangs on the noun: "a summit that began on Thursday", "the meeting, held on 5 May, …"."""
    for child in context.children[index]:
        clause = context.clauses[child]
        near = clause.anchor is not None and abs(clause.anchor - noun) <= _REACH
        if near and clause.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE):
            for start, end in clause.own:
                for found in days_in(context, start, end, opening=opening):
                    return found
    return None


def _beside(context: Context, clause: Clause, noun: int, opening: int) -> Dated | None:
    """The day right after the noun: "beim Gipfel am 5. September", "the summit in Oslo on Tuesday"; no verb between."""
    end = noun + 1
    while end < min(clause.end, noun + _REACH) and context.tokens[end].pos not in (Pos.VERB, Pos.AUX):
        end += 1
    return next(days_in(context, noun, end, opening=opening), None)


def _of_clause(context: Context, clause: Clause, noun: int, opening: int) -> Dated | None:
    has_deed = context.tokens[noun].pos is Pos.VERB
    firm = has_deed or not _is_later(context, noun)
    found = [d for start, end in clause.own for d in days_in(context, start, end, opening=opening)]
    at = context.tokens[noun].start
    best = min(found, key=lambda d: abs(d.start - at), default=None)
    if best is None and has_deed:
        best = next(days_in(context, clause.start, clause.end, opening=opening), None)
    return Dated(best.day, best.start, best.end, "day of the clause", firm) if best is not None else None


def _is_later(context: Context, noun: int) -> bool:
    """Say whether the noun stands after "nach", "after": what the clause tells was then on another day, maybe."""
    words = {context.tokens[i].lower for i in range(max(noun - 5, 0), noun)}
    return bool(words & (_AFTER | _BEFORE))


def _of_sentence(context: Context, clause: Clause, noun: int, opening: int) -> Dated | None:
    sentence = context.analysis.sentences[clause.sentence]
    at = context.tokens[noun].start
    found = sorted(days_in(context, sentence.start, sentence.end, opening=opening), key=lambda d: abs(d.start - at))
    return Dated(found[0].day, found[0].start, found[0].end, "day of the sentence", firm=False) if found else None


def _distance(context: Context, clause: Clause, noun: int) -> Dated | None:
    """Count from the report's day: "zwei Tage nach dem Gipfel", "a week before the conference"."""
    published = context.report.published_on
    if published is None:
        return None
    for i in range(noun - 1, max(noun - 7, clause.start), -1):
        word = context.tokens[i].lower
        if word not in _AFTER | _BEFORE:
            continue
        term = next(
            (m for m in context.dates if m.kind is DateKind.DURATION and m.end == context.tokens[i - 1].end), None
        )
        number = _DAYS.fullmatch(term.value) if term is not None else None
        if term is None or number is None:
            return None
        away = timedelta(days=int(number.group(1)))
        day = date.fromisoformat(published) + (away if word in _BEFORE else -away)
        return Dated(day, term.start, context.tokens[i].end, "distance from the report's day")
    return None


def is_remote(context: Context, index: int, noun: int) -> bool:
    """Say whether words beside a meeting put it weeks away: "im Juni beim Gipfel", "half a year after the conference"."""
    published = context.report.published_on
    if published is None:
        return False
    clause, on = context.clauses[index], date.fromisoformat(published)
    near = range(max(noun - _BESIDE, clause.start), min(noun + _BESIDE, clause.end))
    first, last = context.tokens[near.start].start, context.tokens[near.stop - 1].end
    if any(context.tokens[i].lower in _SINCE for i in range(max(noun - _AHEAD, clause.start), noun)):
        return True
    for found in context.dates_in(clause.start, clause.end):
        if first <= found.start < last and (_is_weeks_away(found, on) or _is_weeks_from(context, found, noun)):
            return True
    return _is_years_away(context, clause, noun, on)


def _is_years_away(context: Context, clause: Clause, noun: int, on: date) -> bool:
    """Say whether another year stands right behind a meeting that has no day: "at the conference in Lima two years ago"."""
    behind = context.dates_in(noun + 1, min(noun + _REACH, clause.end))
    years = (m for m in behind if m.period is not None and m.kind is DateKind.DATE)
    long_ago = any(
        (m.period.last - m.period.first).days > _SEASON and m.period.last < on - _WEEKS
        for m in years
        if m.period is not None
    )
    return long_ago and next(days_in(context, clause.start, clause.end), None) is None


def _is_weeks_away(found: DateMention, on: date) -> bool:
    """Say whether a month, season does not touch the weeks around the report's day."""
    if found.period is None or found.kind is not DateKind.DATE:
        return False
    if not _MONTH <= (found.period.last - found.period.first).days <= _SEASON:
        return False
    return found.period.first > on + _WEEKS or found.period.last < on - _WEEKS


def _is_weeks_from(context: Context, found: DateMention, noun: int) -> bool:
    """Say whether a distance of weeks or months leads to the noun: "drei Wochen nach dem Gipfel"."""
    following = next((i for i in range(max(noun - _REACH, 0), noun) if context.tokens[i].start >= found.end), None)
    is_distance = following is not None and context.tokens[following].lower in _AFTER | _BEFORE
    return is_distance and found.kind is DateKind.DURATION and _LONG.fullmatch(found.value) is not None


def lead_day(context: Context, opening: int, sentences: int) -> Dated | None:
    """The first day that the first sentences name, if it lies close before the report: the day of the event it tells."""
    published = context.report.published_on
    on = date.fromisoformat(published) if published is not None else None
    for sentence in context.analysis.sentences[:sentences]:
        for found in days_in(context, sentence.start, sentence.end, opening=opening):
            clause = context.analysis.clause_at(_token_at(context, found.start))
            if clause is not None and clause.link is Link.CONDITION:
                continue
            if on is None or -_LEAD_FUTURE <= (on - found.day).days <= _LEAD_PAST:
                return Dated(found.day, found.start, found.end, "first day of the report", firm=False)
    return None


def _token_at(context: Context, char: int) -> int:
    return next(i for i, token in enumerate(context.tokens) if token.end > char)
