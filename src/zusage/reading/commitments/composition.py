"""What a package or a force is made of, told by a verb that gives nothing itself.

Examples: "Norway's new package includes 200 tents"; "The package comprises 30 tanks"; "The battalion will be made up of 500 British
soldiers, 200 from Denmark and 150 troops from France"; "Die Truppe besteht aus 300 Peruanern und 150 Ghanaern".
Source: codebook, section 2 (one record per contribution).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import ClauseKind, Phrase, Tense
from zusage.model.values import Firmness
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import Use
from zusage.reading.commitments.case import Candidate, Case, make
from zusage.reading.commitments.giving import form_of
from zusage.reading.contributions import Contribution, contributions_in
from zusage.reading.lexicon import Thing, words
from zusage.reading.operators import is_negated
from zusage.reading.parties import Party, possessors
from zusage.reading.quantities import quantity_in

PROMISED = frozenset({Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.CONCRETE, Firmness.DELIVERED})


def from_composition(case: Case) -> Iterator[Candidate]:
    """Read the parts of a package, which are its giver's, or of a force, each of whom it comes from."""
    clause, verb = case.clause, case.clause.verb
    if verb is None or clause.subject is None or verb.lemma not in words("composing") or is_negated(clause):
        return
    whole = _whole(case)
    if whole == "it" and _is_package_told(case):
        whole = "package"
    parts = [part for p in clause.phrases if p is not clause.subject for part in p.each()]
    if whole in words("packages"):
        yield from _of_package(case, parts)
    elif whole in words("forces"):
        yield from _of_force(case, parts)


def _is_package_told(case: Case) -> bool:
    """Say whether "it" is what one giver has just promised: "Peru unveiled a package. **It** comprises 40 trucks"."""
    near = 0 <= case.clause.sentence - case.memory.sentence <= 1 and len(case.memory.refs) == 1
    return near and any(c.quantity is not None and c.quantity.is_money for c in case.memory.last)


def _whole(case: Case) -> str:
    """What a clause tells the parts of, a relative pronoun taking up its noun: "the force, **which** consists of …"."""
    clause, context = case.clause, case.context
    at = clause.anchor if clause.kind is ClauseKind.RELATIVE and clause.anchor is not None else None
    subject = context.head(clause.subject) if clause.subject is not None else context.tokens[clause.start]
    return (
        context.tokens[at] if at is not None and subject.lower in words("relatives-of-things") else subject
    ).lemma.lower()


def _of_package(case: Case, parts: list[Phrase]) -> Iterator[Candidate]:
    found = contributions_in(case.context, parts)
    named = [c for c in found if (c.rule == "noun" and c.sure >= 1) or (c.rule == "money" and c.quantity is not None)]
    refs, rule = _givers(case)
    if named and refs:
        noun = case.context.lexicon.promise(_whole(case))  # an offer is an offer
        told = Firmness(noun.value) if noun is not None else case.memory.firmness
        firmness = told if told in PROMISED else Firmness.PLEDGED
        yield from make(case, named, firmness, rule="part of a package", party=Party(refs, rule, case.clause.subject))


def _givers(case: Case) -> tuple[tuple[ActorRef, ...], str]:
    """Whose a package is: of whom its words name, or of whom the sentences before had promise something."""
    subject = case.clause.subject
    assert subject is not None  # noqa: S101 - the caller looked
    if refs := possessors(case.context, subject):
        return refs, "whose it is"
    near = 0 <= case.clause.sentence - case.memory.sentence <= 1
    return (case.memory.refs, "spoken of before") if near and len(case.memory.refs) == 1 else ((), "")


def _of_force(case: Case, parts: list[Phrase]) -> Iterator[Candidate]:
    form = form_of(case, negated=False)
    future = case.clause.verb is not None and case.clause.verb.tense == Tense.FUTURE
    for part in parts:
        refs = possessors(case.context, part) or case.context.who.actors_at(part.head, places=True)
        for contribution in _counted(case, part) if refs and form is not None else ():
            firmness = Firmness.DELIVERED if form == Firmness.PLEDGED and not future else form
            yield from make(
                case, [contribution], firmness, rule="part of a force", party=Party(refs, "whose it is", part)
            )


def _counted(case: Case, part: Phrase) -> list[Contribution]:
    mention = case.context.who.by_token.get(part.head)
    if mention is not None and mention.use is Use.PEOPLE:  # "is made up of 400 Fijians and 200 Nepalese"
        quantity = quantity_in(case.context, part, Thing("thing", "troops"))
        return [Contribution("troops", "noun", part, quantity)] if quantity is not None else []
    found = [c for c in contributions_in(case.context, [part]) if c.rule == "noun"]
    return [c for c in found if c.quantity is not None or (c.measure == "troops" and c.sure >= 1)]
