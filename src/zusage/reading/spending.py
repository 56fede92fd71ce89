"""What a later clause says that a sum is spent on.

Examples: "promised 40 million euros, most of which will be used to repair bridges"; "sagte 40 Millionen Euro zu. Das Geld soll
in den Wiederaufbau fließen."
Source: codebook, section 2 (money for a stated purpose has its measure).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Pos
from zusage.language.numbers import QuantityKind
from zusage.reading.amounts import WITH_IT, is_on_the_money
from zusage.reading.clause_contributions import contributions_of_verb, with_purpose
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.contributions import MONEY_MEASURES, OWN_FORCES, Contribution
from zusage.reading.lexicon import words
from zusage.reading.quantities import is_bare_sum
from zusage.reading.relief import FOR_WHOM

BELOW = 2
"""Clauses under the one that takes up a sum, down to which its purpose may stand: "will be used | to help | repair …"."""

OF_IT = frozenset({"which", "that", "it", "them"})
PURPOSE = "money for a purpose"


def add_purposes(context: Context, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates, sums without a purpose with the one that a later clause gives them."""
    told = {id(each): _told_later(context, each) for each in candidates if _is_bare(each)}
    spent = {(each.actor.actor, told[id(each)]) for each in candidates if told.get(id(each)) is not None}
    candidates = [each for each in candidates if not _is_told(context, each, spent)]
    return tuple(
        replace(each, contribution=replace(each.contribution, measure=measure, rule=PURPOSE))
        if (measure := told.get(id(each))) is not None
        else each
        for each in candidates
    )


def _is_bare(candidate: Candidate) -> bool:
    contribution = candidate.contribution
    money = contribution.quantity is not None and contribution.quantity.is_money
    return money and contribution.rule == "money" and contribution.phrase is not None


def _is_told(context: Context, candidate: Candidate, spent: AbstractSet[tuple[str, str | None]]) -> bool:
    """Say whether a clause tells only what a sum is for: "Peru gab 2 Millionen. **Mit dem Geld sollen Schulen gebaut werden**"."""
    own = candidate.contribution
    again = candidate.party.rule == "spoken of before" and own.quantity is None
    return (
        again
        and (candidate.actor.actor, own.measure) in spent
        and is_on_the_money(context, context.clauses[candidate.clauses[0]])
    )


def _told_later(context: Context, candidate: Candidate) -> str | None:
    """What a sum is for by the clauses behind it in its sentence, and by the first of the next one."""
    phrase = candidate.contribution.phrase
    if phrase is None:
        return None
    for index in _behind(context, phrase):
        if (measure := purpose_in(context, index)) is not None:
            return measure
    return None


def _behind(context: Context, phrase: Phrase) -> Iterator[int]:
    """The clauses that take up a sum before another sum is named."""
    number = context.sentence_at(phrase.head)
    sentences = context.analysis.sentences
    for index in sentences[number].clauses:
        clause = context.clauses[index]
        behind = clause.start > phrase.head and not _has_sum(context, phrase.end, clause.end)
        if behind and _is_of_it(context, clause):
            yield index
    following = number + 1
    if following >= len(sentences) or context.paragraph_of[number] != context.paragraph_of[following]:
        return
    for index in _said_first(context, sentences[following].clauses[:1]):
        clause = context.clauses[index]
        if not _has_sum(context, clause.start, clause.end) and is_on_the_money(context, clause):
            yield index


def _said_first(context: Context, first: Sequence[int]) -> Iterator[int]:
    """The first clause of a sentence and what it says: "Ottawa said | the funds would be used to rebuild two schools"."""
    for index in first:
        yield index
        sense = context.sense(index)
        if sense is not None and sense.kind == "say":
            yield from context.linked(index, Link.COMPLEMENT)


def _has_sum(context: Context, start: int, end: int) -> bool:
    return any(q.kind == QuantityKind.MONEY or is_bare_sum(q) for q in context.quantities_in(start, end))


def _is_of_it(context: Context, clause: Clause) -> bool:
    """Say whether a clause takes up a sum before it: "most of which …", "to be spent on …", "mit denen … sollen".

    What it is not to be spent on says nothing: "die nicht für Waffen verwendet werden dürfen".
    """
    verb = clause.verb
    if verb is None or clause.negation is not None:
        return False
    spending = verb.lemma.split(" ")[0] in words("spending")
    if context.analysis.language == "de":
        itself = clause.subject is not None and context.head(clause.subject).pos == Pos.PRON
        return clause.link == Link.RELATIVE and ((spending and itself) or _is_with_it(context, clause))
    if clause.kind in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE):
        return spending and verb.voice != "active"
    opening = (token.lower for token in context.tokens[clause.start : clause.start + 4])
    return spending and not OF_IT.isdisjoint(opening)


def _is_with_it(context: Context, clause: Clause) -> bool:
    """Say whether a relative clause tells what is done with a sum: "mit denen Brücken repariert werden sollen"."""
    return context.tokens[clause.start].lower in WITH_IT or context.tokens[clause.start + 1].lower in WITH_IT


def purpose_in(context: Context, index: int) -> str | None:
    """What a clause says that money is for: by its phrases, by its own verb, by the infinitives below it."""
    told = with_purpose(context, index, Contribution("funding", "money"))
    if told.measure not in MONEY_MEASURES:
        return None if _is_for_anybody(context, context.clauses[index]) else told.measure
    for below in _below(context, index, BELOW):
        sense = context.sense(below)
        if sense is None or sense.kind != "give":
            continue
        for inner in contributions_of_verb(context, below, sense):
            if inner.sure >= 1 and inner.rule != "money" and inner.measure not in MONEY_MEASURES | OWN_FORCES:
                return inner.measure
    return None


def _is_for_anybody(context: Context, clause: Clause) -> bool:
    """Say whether money is for people of whom nothing says that all are in need: "für die Menschen im Land und Flüchtlinge"."""
    people = words("civilians")
    first = [phrase for phrase in clause.phrases if phrase.prep in FOR_WHOM][:1]
    whom = [part.head for phrase in first for part in phrase.each()]
    plain = [i for i in whom if context.tokens[i].lemma.lower() in people]
    behind = [context.tokens[i + 1].lower for i in plain if i + 1 < len(context.tokens)]
    return bool(plain) and words("stricken").union(words("uprooted")).isdisjoint(behind)


def _below(context: Context, index: int, depth: int) -> Iterator[int]:
    yield index
    for child in context.children[index] if depth else ():
        if context.clauses[child].kind == ClauseKind.INFINITIVE:
            yield from _below(context, child, depth - 1)
