"""How much somebody's share is, told of the share: "Peru's aid stood at $52 million", "China, whose share comes to $480 million".

Also of payments ("disbursements by Peru reached $47 million"), of who is only named with his sum behind another's ("and Peru's
stood at $61 million"), and of everybody together ("contributions have passed 640 million euros").
Source: codebook, section 2 (quantities).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import Phrase, Role
from zusage.model.values import Firmness
from zusage.reading.clause_contributions import with_purpose
from zusage.reading.commitments.case import Candidate, Case, make
from zusage.reading.commitments.nouns import DONORS
from zusage.reading.contributions import Contribution, contributions_in, sort_of_help
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated
from zusage.reading.parties import Party, possessors

GENITIVES = frozenset({"'s", "’s", "'", "’"})
AT = frozenset({None, "at", "to", "by", "of"})
"""Prepositions before the sum, where there is one."""


def from_share(case: Case) -> Iterator[Candidate]:
    """Read a clause whose subject is somebody's share, and that tells how much it is."""
    clause, context = case.clause, case.context
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or context.analysis.language != "en" or is_negated(clause) or clause.question:
        return
    if verb.lemma.split(" ")[0] not in words("share-verbs") or verb.modals:
        return
    party = _owner(case, subject)
    if party is None:
        return
    sums = [
        p for p in clause.phrases if p is not subject and p.prep in AT and p.role != Role.AGENT and context.has_money(p)
    ]
    told = [c for c in contributions_in(context, sums[:1]) if c.quantity is not None and c.quantity.is_money]
    if told:
        yield from make(case, (_sorted(case, subject, told[0]),), _value(case, subject), rule="share", party=party)


def _sorted(case: Case, subject: Phrase, one: Contribution) -> Contribution:
    """A sum has the measure of its purpose, else that of the help it is: "Peru's humanitarian aid stood at $52 million"."""
    told = with_purpose(case.context, case.index, one)
    sort = sort_of_help(case.context, subject) if told.rule == "money" else None
    return told if sort is None else replace(told, measure=sort, rule="money for a purpose")


def _owner(case: Case, subject: Phrase) -> Party | None:
    """Whose share the subject is; the donors' where it is everybody's: "contributions have passed 640 million euros"."""
    context = case.context
    head = context.head(subject)
    if context.tokens[subject.end - 1].text in GENITIVES and subject.end - 2 in context.who.by_token:
        refs = context.who.actors_at(subject.end - 2)  # "and Peru's stood at $61 million"
        return Party(refs, "whose it is", subject) if refs else None
    if head.lemma.lower() not in words("share-nouns"):
        return None
    if refs := possessors(context, subject):
        return Party(refs, "whose it is", subject)
    alone = head.lower.endswith("s") and head.lemma.lower() in words("given-by-all")
    return DONORS if alone and not context.actors(subject) else None


def _value(case: Case, subject: Phrase) -> Firmness:
    """What has been paid is delivered, an offer signalled, any other share pledged."""
    noun = case.context.head(subject).lemma.lower()
    if noun in words("paid-nouns"):
        return Firmness.DELIVERED
    promise = case.context.lexicon.promise(noun)
    return Firmness(promise.value) if promise is not None and promise.kind == "promise" else Firmness.PLEDGED
