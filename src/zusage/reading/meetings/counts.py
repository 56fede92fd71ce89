"""How many countries come to a meeting: numbers of states, delegations' leaders and ministers that a clause of attending counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zusage.language.analysis import Phrase
from zusage.language.numbers import QuantityMention
from zusage.reading.context import COPULAS, Context
from zusage.reading.meetings.kinds import has_class

_COUNTED = re.compile(
    r"(?:staaten|länder|staats-|countr|nation|states$|leader|regierungschefs|staatschefs)", re.IGNORECASE
)
_COMING = frozenset({"attend", "meet", "held", "host"})
_EXPECTED = frozenset(
    {"erwarten", "expect", "anreisen", "beteiligen", "vertreten", "represent", "sitzen", "come together", "come"}
)
_LEAST, _MOST = 3, 200


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of countries and the characters that say it."""

    number: int
    start: int
    end: int


def count_in(context: Context, index: int) -> Counted | None:
    """The number of countries that a clause says to come, None if it counts none or something else."""
    clause = context.clauses[index]
    verb = clause.verb
    sense = context.sense(index)
    coming = (sense is not None and sense.kind in _COMING) or (verb is not None and verb.lemma in _EXPECTED | COPULAS)
    start, end = context.tokens[clause.start].start, context.tokens[clause.end - 1].end
    for mention in context.quantities_from(start, end):
        found = _counted(context, mention)
        if found is not None and (coming or _is_bound(context, clause.subject, found)):
            return found
    return None


def _is_bound(context: Context, subject: Phrase | None, found: Counted) -> bool:
    """Say whether the number belongs to the subject of a clause on a meeting: "the 32 allies' nations at their summit"."""
    if subject is None:
        return False
    start, end = context.tokens[subject.start].start, context.tokens[subject.end - 1].end
    return start <= found.start < end and any(
        (phrase.head > subject.head and has_class(context, context.head(phrase).lemma, "audience"))
        or context.lexicon.gathering(context.head(phrase).lemma) is not None
        for clause in context.clauses
        if clause.subject is subject
        for phrase in clause.phrases
    )


def _counted(context: Context, mention: QuantityMention) -> Counted | None:
    number = mention.min if mention.min is not None else mention.max
    if number is None or not _LEAST <= number <= _MOST:
        return None
    noun = mention.noun
    words = context.analysis.text[noun[0] : noun[1]] if noun is not None else ""
    end = noun[1] if noun is not None else mention.end
    if not _COUNTED.search(words):
        following = context.analysis.text[mention.end : mention.end + 40]
        match = re.match(
            r"\W*(?:[\w-]+\s){0,2}?[\w-]*?(?:Staaten|Ländern?|countries|nations|states|leaders)\b", following
        )
        if match is None:
            return None
        end = mention.end + match.end()
    return Counted(int(number), mention.start, end)
