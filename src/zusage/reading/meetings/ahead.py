"""Weekdays of meetings to come: "at planned talks in Oslo on Friday" is the Friday after the report's day.

A bare weekday is the last one unless the words beside it say otherwise (`zusage.language.dates.clause`). Here the clause is
known: what is told of in the present or the future, or called planned, is to come; and a weekday that is to come in one
clause of a report is so in the others that leave it open.
Source: codebook, section 4 ("work it out from weekday words and the report's own date").
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from zusage.language.analysis import Clause, ClauseKind, Pos, Tense, Token
from zusage.language.dates import DateMention
from zusage.reading.context import Context
from zusage.reading.lexicon import words

_WEEKDAYS = frozenset({"weekday", "weekend"})
_AFTER = frozenset({"after", "following", "since", "seit"})
_REACH, _BESIDE = 8, 2  # tokens before the weekday
_COMING, _PRESENT, _OPEN, _PAST = "coming", "present", "open", "past"
_SAYING = frozenset({"say", "report"})


def looking_ahead(context: Context, mention: DateMention) -> DateMention:
    """Read a bare weekday as the coming one where its clause looks ahead; other mentions as they are."""
    if mention.rule not in _WEEKDAYS or mention.later is None or mention.period == mention.later:
        return mention
    kept: dict[int, DateMention] = context.kept.setdefault("weekdays of meetings", {})
    if mention.start not in kept:
        kept[mention.start] = _read(context, mention)
    return kept[mention.start]


def _read(context: Context, mention: DateMention) -> DateMention:
    told = _tells(context, mention)
    if told in (_PRESENT, _OPEN):
        same = (m for m in context.dates if m.rule in _WEEKDAYS and m.later == mention.later and m is not mention)
        others = {_COMING if other.period == other.later else _tells(context, other) for other in same}
        is_coming = _PAST not in others and (told == _PRESENT or bool(others & {_COMING, _PRESENT}))
        told = _COMING if is_coming else _PAST
    return mention.looking("future") if told == _COMING else mention


def _tells(context: Context, mention: DateMention) -> str:
    """Where the words around a weekday look."""
    at = bisect_right(context.tokens, mention.start, key=lambda token: token.start) - 1
    clause = context.analysis.clause_at(at)
    before = [context.tokens[i] for i in range(max(at - _REACH, _start_of(context, clause, at)), at)]
    planned = [i for i, token in enumerate(before) if token.lower in words("planned") and token.pos is not Pos.NOUN]
    if any(not before[i].lower.startswith("kommend") or i >= len(before) - _BESIDE for i in planned):
        return _COMING  # not "vor einem Gipfel in der kommenden Woche trafen sie sich am Dienstag"
    if before and before[-1].lower in words("starting"):
        return _COMING
    if _is_done(before) or (before and before[-1].lower == "vom") or any(token.lower in _AFTER for token in before):
        return _PAST
    if clause is None or clause.verb is None or clause.verb.tense is Tense.NONE:
        return _OPEN
    if clause.verb.tense is Tense.FUTURE or {*clause.verb.modals} & words("looking-ahead"):
        return _PAST if _is_just_past(context, mention, at) else _COMING
    if clause.verb.tense is Tense.PRESENT and clause.kind is not ClauseKind.PARTICIPLE:
        return _PAST if _is_just_past(context, mention, at) or _says(context, clause) else _PRESENT
    return _PAST


def _is_done(before: list[Token]) -> bool:
    """Say whether what was done stands before the weekday: "how much of what was **pledged at** Monday's conference will come"."""
    return len(before) > 1 and before[-1].pos is Pos.ADP and before[-2].tag == "VBN"


def _is_just_past(context: Context, mention: DateMention, at: int) -> bool:
    """Say whether it is "Tuesday's conference" on a Wednesday: "what was promised at Tuesday's conference will be paid"."""
    owned = at + 1 < len(context.tokens) and context.tokens[at + 1].lower in ("'s", "’s")
    on = context.report.published_on
    if not owned or on is None or mention.period is None:
        return False
    return 0 <= (date.fromisoformat(on) - mention.period.first).days <= 1


def _start_of(context: Context, clause: Clause | None, at: int) -> int:
    """Where the words of a clause begin, with those that an infinitive hangs on: "is due | to be held on Sunday"."""
    if clause is None:
        return at
    if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        return context.clauses[clause.parent].start
    return clause.start


def _says(context: Context, clause: Clause) -> bool:
    """Say whether a clause only tells that something is said: "heißt es am Montag", "reports on Friday say"."""
    assert clause.verb is not None  # noqa: S101 - the caller looked
    return any(sense.kind in _SAYING for sense in context.lexicon.senses(clause.verb.lemma))
