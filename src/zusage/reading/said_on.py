"""The day on which something was said or done.

In this order, the first that tells:

1. a day in the words that say who says it: "sagte sie am Donnerstag", "she said on Thursday", also for what goes on after them;
2. a day in the statement's own clause or in one that it hangs on, unless it is still to come: "sagte am Mittwoch zu";
3. a live ticker's day (its paragraphs open with the time);
4. the day of the meeting that the report is about, where the report is of the same day and tells, in its past tense or as
   somebody's words, what a state or a group said or did, and no word puts it before ("already", "im März").

Source: codebook, section 2 (`said_on`: null if the report gives no way to tell).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from zusage.language.analysis import Pos, Tense
from zusage.language.dates import DateMention
from zusage.model.statement import Meeting
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.speech import Run, Said

_CLOCK = re.compile(r"\W{0,5}(?:\d{1,2}[.:]\d{2}|\d{1,2} Uhr)\b")
LEAST_CLOCKS = 3
OF_NOUN = "vom "
BEFORE = words("before-now")
AT = words("definite-articles") | {"dem", "den", "beim", "zum", "this", "diesem", "dieser"}
DONE = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})

APART = frozenset({"nach", "vor", "seit", "after", "before", "since", "of"})
"""What puts something beside a meeting, not at it: "nach dem Treffen"."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """The days that the report as a whole gives: of a live ticker, of its main meeting, and whether it is of that day."""

    ticker: str | None = None
    meeting: str | None = None
    of_day: bool = False


def occasion(context: Context, meetings: Sequence[Meeting]) -> Occasion:
    """Find what day the report's form and its main meeting give."""
    on = context.report.published_on
    clocks = sum(1 for line in context.analysis.text.split("\n") if _CLOCK.match(line))
    meeting = meetings[0].date if meetings else None
    if meeting is not None and on is not None and meeting > on:
        meeting = None
    return Occasion(on if clocks >= LEAST_CLOCKS else None, meeting, meeting is not None and meeting == on)


def said_on(context: Context, clauses: Iterable[int], said: Said | None, setting: Occasion) -> str | None:
    """The day, ISO; None if the report gives no way to tell."""
    indices = sorted(clauses)
    told = said.told if said is not None else ()
    if (day := _past_day(context, told)) is not None:
        return day
    upwards = [place for index in indices for place in _upwards(context, index)]
    own = [run for place in upwards if not _is_to_come(context, place) for run in context.clauses[place].own]
    if (day := _past_day(context, own)) is not None or setting.ticker is not None:
        return day or setting.ticker
    if _names_meeting(context, (*told, *own)) or (setting.of_day and _is_of_meeting(context, indices, said)):
        return setting.meeting
    return None


def _upwards(context: Context, index: int) -> list[int]:
    """The clause and those that it hangs on, from the inside to the outside."""
    found = [index]
    while (parent := context.clauses[found[-1]].parent) is not None and parent not in found:
        found.append(parent)
    return found


def _is_of_meeting(context: Context, indices: Sequence[int], said: Said | None) -> bool:
    sentences = [context.analysis.sentences[context.clauses[index].sentence] for index in indices]
    on = date.fromisoformat(context.report.published_on or "")
    mentions = (m for s in sentences for m in context.dates_in(s.start, s.end))
    if any(m.last is not None and m.last < on for m in mentions):
        return False
    if any(context.tokens[i].lower in BEFORE for s in sentences for i in range(s.start, s.end)):
        return False
    return said is not None or any(_is_done(context, index) for index in indices)


def _names_meeting(context: Context, runs: Iterable[Run]) -> bool:
    """Say whether words place it at a meeting: "told the meeting", "auf der Konferenz"."""
    for start, end in runs:
        for i in range(start + 1, end):
            token = context.tokens[i]
            before, prep = context.tokens[i - 1].lower, context.tokens[max(i - 2, 0)].lower
            if (
                token.pos is Pos.NOUN
                and before in AT
                and prep not in APART
                and context.lexicon.gathering(token.lemma) is not None
            ):
                return True
    return False


def _past_day(context: Context, runs: Iterable[Run]) -> str | None:
    """The one day of the past that some words name, None without one."""
    for start, end in runs:
        for mention in context.dates_in(start, end) if start < end else ():
            if _is_when(context, mention) and (day := _day(context, mention.looking("past"))) is not None:
                return day
    return None


def _is_when(context: Context, mention: DateMention) -> bool:
    """Say whether a day is when something happens: not "until today", not "now", not "das Treffen vom Dienstag"."""
    if mention.bound is not None or mention.value == "PRESENT_REF":
        return False
    return OF_NOUN not in context.analysis.text[max(0, mention.start - len(OF_NOUN)) : mention.end]


def _day(context: Context, mention: DateMention) -> str | None:
    on = context.report.published_on
    if mention.day is None or (on is not None and mention.day.isoformat() > on):
        return None
    return mention.day.isoformat()


def _is_to_come(context: Context, index: int) -> bool:
    verb = context.clauses[index].verb
    return verb is not None and (verb.tense is Tense.FUTURE or bool(verb.modals))


def _is_done(context: Context, index: int) -> bool:
    verb = context.clauses[index].verb
    return verb is not None and verb.tense in DONE
