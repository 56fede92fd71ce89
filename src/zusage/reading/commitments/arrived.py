"""What has come of a promise just told: a part of it that is paid, delivered or in place, with nobody named for it.

Examples: "Peru pledged 40 million dollars, **half of which has been paid**"; "Peru will send 300 soldiers. **The first 40 landed on
Monday**"; "Peru sagte 30 Lastwagen zu, **geliefert wurde bisher die Hälfte**"; "**Bereits geflossen sind zehn Millionen**". It
is of whoever made the promise, and a record of its own.
Source: codebook, section 2 (one record per object or announcement; `delivered`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from zusage.language.analysis import ClauseKind, Link, Phrase, Pos, Role, Tense
from zusage.model.statement import Quantity
from zusage.model.values import Firmness
from zusage.reading.commitments.case import PAST, Candidate, Case, make, recalled_number
from zusage.reading.contributions import Contribution
from zusage.reading.lexicon import Thing, words
from zusage.reading.operators import Chain, is_negated
from zusage.reading.parties import Party
from zusage.reading.quantities import quantity_in

OF = frozenset({"of", "von", "aus"})
SOURCES = frozenset({"aus", "von", "from", "by"})
TOLD = frozenset({Link.ROOT, Link.COORDINATE, Link.COMPLEMENT, Link.RELATIVE, Link.QUESTION, Link.OTHER})
KEPT = frozenset({Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.CONCRETE, Firmness.DELIVERED})
COUNTING = frozenset({Pos.NUM, Pos.ADV, Pos.PART, Pos.DET, Pos.ADP, Pos.PUNCT, Pos.AUX})
"""Words that may stand beside a bare number: "some 90", "bisher gut 40"."""
BACK = 3
"""Tokens before a clause that may belong to its subject: "to Chad, **40 of whom** are there already"."""


def from_arrived(case: Case) -> Iterator[Candidate]:
    """Read what a clause tells to have come of what was promised last by one giver."""
    clause, memory = case.clause, case.memory
    near = 0 <= clause.sentence - memory.sentence <= 1 and len(memory.refs) == 1 and bool(memory.last)
    if not near or memory.newest not in KEPT or clause.verb is None or clause.question or clause.link not in TOLD:
        return
    if is_negated(clause) or not case.context.is_finite(clause):
        return  # "wants 25 million of it spent on schools"
    value = _come(case)
    if value is None or not _is_part(case):
        return
    told = _told_of(case)
    named = [clause.subject, *(each for each in clause.with_role(Role.OBLIQUE) if _is_source(case, each))]
    if any(ref.actor not in told for each in named for ref in case.context.actors(each)):
        return  # "aus Algerien 20": what others have given
    party = Party(memory.refs, "spoken of before", clause.subject)
    free = replace(case, chain=Chain(None, (case.index,)))  # a relative clause, or a question by its form
    yield from make(free, [_as_much_of_it(case)], value, rule="what has come of it", party=party)


def _is_source(case: Case, part: Phrase) -> bool:
    return case.context.tokens[part.start].lower in SOURCES


def _told_of(case: Case) -> set[str]:
    """Whose it is; a subject that a clause has not of its own is the one before, which it is not."""
    own = case.clause.subject
    shared = own is None or case.clause.subject_shared or own.start < case.clause.start
    return {ref.actor for ref in case.memory.refs} | (
        {ref.actor for ref in case.context.actors(own)} if shared else set()
    )


def _come(case: Case) -> Firmness | None:
    """As firm as the verb tells: paid, arrived or there is delivered, set out is on its way; what is to come is told otherwise."""
    verb, context = case.clause.verb, case.context
    if verb is None or verb.modals or verb.tense == Tense.FUTURE:
        return None
    done = verb.tense in PAST or verb.voice == "stative"
    if verb.lemma in words("departing"):
        return Firmness.CONCRETE if done else None
    if verb.lemma in words("coming-true"):
        own_deed = verb.voice == "active" and bool(case.clause.with_role(Role.OBJECT)) and verb.lemma != "reach"
        return None if not done or (own_deed and context.analysis.language == "en") else Firmness.DELIVERED
    if case.sense is not None and case.sense.kind == "give" and verb.voice != "active":
        return Firmness.DELIVERED if done and verb.lemma not in words("allocating") else None
    own = [context.tokens[i].lower for i in context.own_tokens(case.clause)]
    if verb.lemma in ("be", "sein") and not words("there-already").isdisjoint(own):
        return Firmness.DELIVERED
    return None


def _is_part(case: Case) -> bool:
    """Say whether a clause tells of a part of what was promised: "half of which", "the first 40", "davon zehn", "Twelve"."""
    clause, context = case.clause, case.context
    run = _run(case)
    low = [context.tokens[i].lower for i in run]
    own = [context.tokens[i].lower for i in context.own_tokens(clause)]
    if clause.link is Link.QUESTION or clause.kind is ClauseKind.RELATIVE:
        first = not words("first-of-them").isdisjoint(low[:2]) and _is_of_it(case, run)  # "…, die erste ist überwiesen"
        return first or _points_back(low) or not words("of-which").isdisjoint(own)
    if not _is_of_it(case, run):
        return False
    if _points_back(low) or not words("of-which").isdisjoint(own):
        return True
    heads = [context.lemmas[i] for i in run]
    if not words("first-of-them").isdisjoint(low) or not words("part-of-it").isdisjoint(heads):
        return True
    numbers = any(context.tokens[i].pos is Pos.NUM for i in run)
    return numbers and all(context.tokens[i].pos in COUNTING or _is_sum_word(case, i) for i in run)


def _points_back(low: list[str]) -> bool:
    return any(one in OF and other in words("back-pointers") for one, other in pairwise(low))


def _is_sum_word(case: Case, i: int) -> bool:
    return case.context.lemmas[i] in words("bare-millions") or any(
        q.currency is not None for q in case.context.quantities_in(i, i + 1)
    )


def _is_of_it(case: Case, run: list[int]) -> bool:
    """Say whether no noun of the run names something else than what was promised: not "the first ministers arrived"."""
    context, last = case.context, case.memory.last[0]
    for i in run:
        token = context.tokens[i]
        if token.pos is Pos.PROPN:
            return False
        if token.pos is not Pos.NOUN or _is_sum_word(case, i):
            continue
        lemma = context.lemmas[i]
        if lemma in words("part-of-it") or lemma in words("batches") or token.lower in words("first-of-them"):
            continue
        thing = context.lexicon.thing(token.lemma, context.tokens[i - 1].lemma if i else "")
        money = thing is not None and thing.kind == "money" and last.quantity is not None and last.quantity.is_money
        if not money and (thing is None or thing.measure != last.measure):
            return False
    return True


def _run(case: Case) -> list[int]:
    """The tokens that may name the part: those before the verb and the subject's, with what was left in the clause before."""
    clause, context, verb = case.clause, case.context, case.clause.verb
    assert verb is not None  # noqa: S101 - the caller looked
    first = min(verb.tokens, default=verb.head)
    start = clause.start
    before = [context.tokens[i].lower for i in range(max(0, start - BACK), start)]
    if before[-2:-1] and before[-2] in OF and before[-1] in words("back-pointers"):
        start = max(0, start - BACK)
    found = [i for i in range(start, first) if context.tokens[i].text != ","]
    subject = clause.subject
    if subject is not None and subject.start >= clause.start:
        found.extend(i for i in range(subject.start, subject.end) if i not in found)
    return [
        i for i in found if context.tokens[i].pos is not Pos.ADV or context.tokens[i].lower in words("first-of-them")
    ]


def _as_much_of_it(case: Case) -> Contribution:
    """What was promised, as much of it as the words say; half of it is half its number."""
    last, run = case.memory.last[0], _run(case)
    quantity = None
    if run:
        whole = Phrase(min(run), max(run) + 1, max(run))
        money = last.quantity is not None and last.quantity.is_money
        quantity = quantity_in(case.context, whole, Thing("money" if money else "thing", last.measure))
        numbers = [Phrase(i, i + 1, i) for i in run if case.context.tokens[i].pos is Pos.NUM]
        counted = None if money or quantity is not None else recalled_number(case, numbers)
        quantity = counted.quantity if counted is not None else quantity
        quantity = quantity or _fraction(case, run)
    return replace(last, quantity=quantity, phrase=case.clause.subject, rule="spoken of before", negated=False)


def _fraction(case: Case, run: list[int]) -> Quantity | None:
    whole = case.memory.last[0].quantity
    if whole is None or not any(case.context.lemmas[i] in ("half", "hälfte") for i in run):
        return None
    low, high = (None if side is None else side / 2 for side in (whole.min, whole.max))
    return Quantity(low, high, whole.unit)
