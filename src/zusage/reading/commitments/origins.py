"""Parts of a force by whom they come from: "900 soldiers, **including 120 from Portugal and 80 from Latvia**".

Examples: "300 Soldaten, darunter 60 aus Portugal und 40 Esten"; "of whom 20 are from Peru" is told by its own verb. Each part is a
contribution of its own, as firm as what the sentence tells of the whole, whose number it does not have.
Source: codebook, section 2 (one record per contribution; quantities).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import Phrase, Tense
from zusage.language.numbers import QuantityKind, QuantityMention
from zusage.model.statement import Quantity
from zusage.model.values import Firmness
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import Use
from zusage.reading.commitments.case import SENT_OUT, Candidate, Case, Memory, make
from zusage.reading.commitments.giving import form_of
from zusage.reading.context import Context
from zusage.reading.contributions import Contribution, contributions_in
from zusage.reading.lexicon import words
from zusage.reading.operators import climb
from zusage.reading.parties import Party
from zusage.reading.speech import Said

SOURCES = frozenset({"from", "aus"})
ORIGIN = "where they come from"


def from_origins(context: Context, said: Sequence[Said | None], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the parts of what a sentence counts, behind the words that say that it counts parts."""
    for at, token in enumerate(context.tokens):
        if token.lower not in words("among") or at in context.hidden:
            continue
        index = context.clause_of.get(at)
        parts = tuple(_parts(context, at)) if index is not None else ()
        whole = _whole(context, at) if parts else None
        if index is None or whole is None:
            continue
        main = context.clause_of.get(whole.phrase.head if whole.phrase is not None else at, index)
        case = Case(context, main, climb(context, main), context.sense(main), said[main], Memory())
        value = _value(case, whole, found)
        if case.chain.blocked is not None or value is None:
            continue
        case = replace(case, chain=replace(case.chain, firmness=None, rules=()))
        for refs, phrase, mention in parts:
            part = replace(whole, phrase=phrase, quantity=_quantity(whole, mention))
            yield from make(case, [part], value, rule="part by origin", party=Party(refs[:1], ORIGIN, phrase))


def without_parts(pairs: Sequence[Candidate], parts: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Leave out numbers that were given to the name before them: "700 from Nepal, **450** from Fiji"."""
    taken = {c.contribution.phrase.start for c in parts if c.contribution.phrase is not None}
    return tuple(c for c in pairs if c.contribution.phrase is None or c.contribution.phrase.start not in taken)


def without_whole(found: Sequence[Candidate], parts: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what gave the whole to who has a part of it: "300 Soldaten, darunter 60 **aus Portugal**"."""
    told = {(c.actor.actor, c.contribution.measure, c.clauses[0]) for c in parts}
    return [c for c in found if (c.actor.actor, c.contribution.measure, c.clauses[0]) not in told]


def _parts(context: Context, at: int) -> Iterator[tuple[tuple[ActorRef, ...], Phrase, QuantityMention]]:
    """The bare numbers behind a token, up to the end of its sentence, with whom they come from."""
    end = context.analysis.sentences[context.sentence_at(at)].end
    for mention in context.quantities_in(at + 1, end) if at + 1 < end else ():
        if mention.kind != QuantityKind.COUNT:
            continue
        start, stop = bisect_left(context.token_starts, mention.start), bisect_left(context.token_starts, mention.end)
        refs = _origin(context, stop, end)
        if refs:
            yield refs, Phrase(start, stop, stop - 1), mention


def _origin(context: Context, at: int, end: int) -> tuple[ActorRef, ...]:
    """Whom a number's own words name: "120 **from Portugal**", "40 **Estonians**"."""
    if at + 1 >= end:
        return ()
    if context.tokens[at].lower in SOURCES:
        at += 1 + (context.tokens[at + 1].lower in words("articles") | {"the", "der", "den"})
        return context.who.actors_at(at, places=True) if at < end else ()
    mention = context.who.by_token.get(at)
    return context.who.actors_at(at) if mention is not None and mention.use is Use.PEOPLE else ()


def _whole(context: Context, at: int) -> Contribution | None:
    """What is counted right before the words that open the parts."""
    sentence = context.analysis.sentences[context.sentence_at(at)]
    phrases = [part for i in sentence.clauses for p in context.clauses[i].phrases for part in p.walk()]
    before = [replace(p, end=at, dependents=()) if p.end > at else p for p in phrases if p.head < at]
    named = (c for p in before for c in contributions_in(context, [p]))
    found = [c for c in named if c.rule == "noun" and c.measure in SENT_OUT]
    counted = [c for c in found if c.quantity is not None and c.phrase is not None and not c.negated]
    return max(counted, key=lambda c: c.phrase.head if c.phrase is not None else 0, default=None)


def _value(case: Case, whole: Contribution, found: Sequence[Candidate]) -> Firmness | None:
    """As firm as what the rules read of the whole, else as its verb tells: "stehen 300 Soldaten" is in place."""
    told = [c.firmness for c in found if c.clauses[0] == case.index and c.contribution.measure == whole.measure]
    if told:
        return told[0]
    if case.clause.verb is None or case.clause.verb.lemma not in words("composing") | words("counting-forces"):
        return None  # "killed 40 soldiers, including 12 from Niger"
    form = form_of(case, negated=False) if case.context.is_finite(case.clause) else None
    return Firmness.DELIVERED if form == Firmness.PLEDGED and case.clause.verb.tense != Tense.FUTURE else form


def _quantity(whole: Contribution, mention: QuantityMention) -> Quantity:
    return Quantity(mention.min, mention.max, whole.quantity.unit if whole.quantity is not None else "persons")
