"""What stands behind a colon: the names that a collective has, or the thing that a sentence only announces.

Examples: "Zwei Geber hielten sich zurück: Oslo und Bern"; "Bern öffnet die Schatulle: 60 Millionen Franken".
Source: codebook, section 2 (one record per actor and contribution).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import ClauseKind, Link
from zusage.model.values import Firmness
from zusage.reading.commitments.case import Candidate, Case, make
from zusage.reading.contributions import Contribution, contributions_in
from zusage.reading.firmness import of_giving
from zusage.reading.operators import is_negated
from zusage.reading.parties import Party

CLOSED = frozenset({"position", "expect", "deny", "ask", "say", "consult", "judge", "condition"})
"""Classes of verbs whose sentence does not announce a contribution."""


def from_colon(case: Case, before: Sequence[Candidate]) -> Iterator[Candidate]:
    """Read a verbless clause behind the colon of another; ``before``: the candidates of that other clause."""
    clause, context = case.clause, case.context
    if clause.kind != ClauseKind.FRAGMENT or clause.link != Link.OTHER or clause.parent is None or not clause.start:
        return
    if context.tokens[clause.start - 1].text != ":" and context.tokens[clause.start].text != ":":
        return
    things = [c for c in contributions_in(context, [p for p in clause.phrases if p.prep is None]) if c.quantity]
    if things:
        yield from _announced(case, clause.parent, things, before)
        return
    named = tuple(r for p in clause.phrases for r in context.actors(p) if not r.actor.startswith(("group:", "person:")))
    for candidate in before:
        if candidate.actor.actor.startswith("group:"):
            for ref in named:
                yield replace(candidate, actor=ref, shared=len(named) > 1)


def _announced(
    case: Case, parent: int, things: Sequence[Contribution], before: Sequence[Candidate]
) -> Iterator[Candidate]:
    context = case.context
    outer, sense = context.clauses[parent], context.sense(parent)
    refs = context.actors(outer.subject)
    if not refs or any(c.contribution.quantity is not None for c in before):
        return
    if sense is not None and sense.kind in CLOSED:
        return
    form = of_giving(outer, negated=is_negated(outer), conditional=False, reported=case.said is not None)
    value = before[0].firmness if before else _forward(form)
    if value is not None:
        party = Party(refs, "subject", outer.subject)
        yield from make(case, things, value, rule="behind a colon", party=party)


def _forward(form: Firmness | None) -> Firmness | None:
    """What has been announced in the past tense is pledged, not delivered."""
    return Firmness.PLEDGED if form == Firmness.DELIVERED else form
