"""Why a clause gave no statement, in words: the first reason that holds, from the outside to the inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zusage.errors import wording
from zusage.language.analysis import VerbGroup
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import Need, Sense

GIVING = ("give", "join", "join-not", "withdraw", "freeze", "receive", "deliver", "commit", "refuse")
"""Classes of verbs over a contribution."""

SILENT: Mapping[str, str] = {
    "say": "only tells who says it",
    "none": "the lexicon says that this verb means nothing here",
    "condition": "states what something hangs on",
    "exist": "says that something is there",
    "absent": "says that something is missing",
    "host": "tells of a meeting",
    "held": "tells of a meeting",
    "meet": "tells of a meeting",
    "attend": "tells who attends",
}
"""What a clause does whose verb is of a class that makes no commitment and no position by itself."""

NEEDS = {
    "refl": "a reflexive",
    "neg": "a negation",
    "opinion": "a word of opinion",
    "thing": "something that can be contributed",
    "stance": "a noun of stance",
}
"""What must stand beside a verb, by kind."""


def why_nothing(context: Context, index: int, blocked: str | None, candidates: Sequence[Candidate]) -> str:
    """Say why a clause gave nothing; ``blocked`` is what its operators say, ``candidates`` what the report gave."""
    clause = context.clauses[index]
    start = context.tokens[clause.start].start
    for furniture in context.report.furniture:
        if furniture.span.start <= start < furniture.span.end:
            return wording("it is furniture, no part of the report: {rule}", rule=furniture.rule)
    for candidate in candidates:
        if index in candidate.clauses[1:]:
            return wording("stands over clause {number}, which gave a commitment", number=candidate.clauses[0])
    if clause.verb is None:
        return "it has no verb"
    if blocked is not None:
        return "blocked: it is a question" if clause.question else wording("blocked: {what}", what=blocked)
    return _of_verb(context, index, clause.verb)


def need_words(need: Need) -> str:
    """Say what must stand beside a verb."""
    if need.kind in NEEDS:
        return NEEDS[need.kind]
    shown = " ".join(part for part in (need.prep, need.word) if part)
    return f"the object “{shown}”" if need.kind == "obj" else f"“{shown}”"


def _of_verb(context: Context, index: int, verb: VerbGroup) -> str:
    sense = context.sense(index)
    if sense is None:
        senses = context.lexicon.senses(verb.lemma)
        needs = " / ".join(dict.fromkeys(" + ".join(map(need_words, each.needs)) for each in senses if each.needs))
        if not needs:
            return wording("“{verb}” is not in the lexicon", verb=verb.lemma)
        return wording("“{verb}” would need {needs}", verb=verb.lemma, needs=needs)
    if sense.kind in SILENT:
        return SILENT[sense.kind]
    if sense.kind in GIVING and sense.measure is None and (missing := _nothing_to_give(context, index, sense)):
        return missing
    if not context.actors(context.clauses[index].subject):
        return "no actor is known for its subject"
    return "no rule of the grammar takes it up"


def _nothing_to_give(context: Context, index: int, sense: Sense) -> str:
    """Say that no phrase names something that can be contributed; empty if one does."""
    phrases = context.content_phrases(index, sense)
    for part in (part for phrase in phrases for part in phrase.walk()):
        if context.has_money(part) or context.lexicon.thing(context.head(part).lemma, context.before(part)) is not None:
            return ""
    named = ", ".join(f"“{context.words(phrase)}”" for phrase in phrases)
    if not named:
        return "it does not say what is contributed"
    return wording("nothing in it can be contributed: {named}", named=named)
