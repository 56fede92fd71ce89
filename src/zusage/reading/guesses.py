"""Second guesses: of two measures for one contribution the one that the words tell stays, or else the surer one.

Rules and learned pairs read the same words, and pairs guess a measure by the report as a whole. Pure functions over statements.
Source: codebook, section 2 (one record per contribution; money for a stated purpose has its measure).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zusage.model.statement import Commitment, Quantity
from zusage.model.values import Firmness
from zusage.reading.certainty import is_ruled
from zusage.reading.contributions import RELIEF
from zusage.reading.theme import PURPOSES

OF_EFFORT = "what the report's money is for"

SURE, NEAR = 0.5, 60
"""Certainty of a statement, and characters to it, from which what stands beside it is shown."""

GIVEN = frozenset({Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.CONCRETE, Firmness.DELIVERED})
AFTER = 400
"""Characters from an announcement to the sum that tells more of it."""

OF_PEOPLE = frozenset({"troops", "air", "naval", "monitoring", "training"})
"""Measures of people and machines, which a report's words must tell of a sum."""

TOLD = frozenset({"money for a purpose", "handed over", "noun with its load", "adjective", "military aid"})
"""Rules by which the words themselves tell a measure that the noun alone leaves open."""


def for_the_effort(statement: Commitment, effort: str | None) -> Commitment:
    """Give a learned sum without a purpose the purpose that a report's money has: "Oslo versprach mit 40 Millionen mehr"."""
    quantity = statement.quantity
    if effort is None or quantity is None or not quantity.is_money:
        return statement
    if is_ruled(statement) or statement.measure != "funding":
        return statement
    steps = tuple(
        replace(step, rule=f"{step.rule}; {OF_EFFORT}") if step.field == "measure" else step for step in statement.trace
    )
    return replace(statement, measure=effort, trace=steps)


def without_second_guesses(found: Sequence[Commitment]) -> list[Commitment]:
    """Leave out second measures of one contribution, in the order of what stays; what the words tell takes over the certainty."""
    found = [one for one in found if not _is_announcement(one, found)]
    own = _by_actor(found)
    told = [
        _surer(one, own[one.actor])
        for one in found
        if not _is_told_otherwise(one, own[one.actor]) and not _is_anothers(one, found)
    ]
    own = _by_actor(told)
    return [one for one in told if not _is_second_guess(one, own[one.actor])]


def _by_actor(found: Sequence[Commitment]) -> dict[str, list[Commitment]]:
    """Whatever tells two statements of one contribution holds for one actor's only."""
    own: dict[str, list[Commitment]] = {}
    for one in found:
        own.setdefault(one.actor, []).append(one)
    return own


def _is_announcement(statement: Commitment, others: Sequence[Commitment]) -> bool:
    """Say whether money without a sum is what a sum near by tells more of: "sagte Hilfen zu. 40 Millionen seien für Zelte"."""
    if statement.measure != "funding" or statement.quantity is not None or statement.firmness not in GIVEN:
        return False
    return any(
        other.actor == statement.actor
        and other.measure in PURPOSES
        and other.firmness in GIVEN
        and other.quantity is not None
        and other.quantity.is_money
        and abs(other.quote.start - statement.quote.start) < AFTER
        for other in others
    )


def _is_anothers(statement: Commitment, others: Sequence[Commitment]) -> bool:
    """Say whether the rules give a learned amount to somebody else, and to this actor another one, in the same words.

    Example: "Norwegen und Dänemark geben 40 beziehungsweise 25 Millionen Kronen": the 25 are not Norway's.
    """
    if statement.quantity is None or is_ruled(statement):
        return False
    beside = [one for one in others if is_ruled(one) and one.quantity and one.quote.span.overlaps(statement.quote.span)]
    own = {amount_of(one.quantity) for one in beside if one.actor == statement.actor}
    amount = amount_of(statement.quantity)
    return bool(own) and amount not in own and any(amount_of(one.quantity) == amount for one in beside)


def _surer(statement: Commitment, others: Sequence[Commitment]) -> Commitment:
    """Give a statement the certainty of what it tells better, and of the other sorts of help in its words.

    "Financial, humanitarian and military support": whoever gives the one gives the other.
    """
    sure = [o.certainty or 0 for o in others if _tells(statement, o) or _is_of_one_list(statement, o)]
    return replace(statement, certainty=max(statement.certainty or 0, *sure)) if sure else statement


def as_sure_as_their_list(found: Sequence[Commitment]) -> list[Commitment]:
    """Give each sort of help the certainty of the surest one in its words: "financial, humanitarian and military support"."""
    own = _by_actor(found)
    return [_as_sure(one, own[one.actor]) for one in found]


def _as_sure(one: Commitment, others: Sequence[Commitment]) -> Commitment:
    sure = max([other.certainty or 0.0 for other in others if other is one or _is_of_one_list(one, other)])
    return one if sure == one.certainty else replace(one, certainty=sure)


def _is_of_one_list(one: Commitment, other: Commitment) -> bool:
    words, others = one.evidence.get("measure", ()), other.evidence.get("measure", ())
    same = one.actor == other.actor and one.firmness == other.firmness and bool(words) and words == others
    return same and _measure_rule(one) == _measure_rule(other) == "adjective"


def _is_of_people(guessed: Commitment, told: Commitment) -> bool:
    """Say whether a pair takes for soldiers what the rules read as money: "is providing $45 million in assistance"."""
    amount = guessed.quantity
    sums = amount is not None and amount.is_money and not is_ruled(guessed) and guessed.measure in OF_PEOPLE
    same = told.actor == guessed.actor and amount_of(told.quantity) == amount_of(amount)
    return sums and same and is_ruled(told) and told.measure not in OF_PEOPLE


def _measure_rule(statement: Commitment) -> str:
    return next((step.rule for step in statement.trace if step.field == "measure"), "")


def _is_told_otherwise(statement: Commitment, others: Sequence[Commitment]) -> bool:
    """Say whether a learned measure is another one than the words tell: "pledged 5 million to help the victims" is no funding."""
    return any(_tells(other, statement) for other in others)


def _is_for_effort(told: Commitment, guessed: Commitment) -> bool:
    """Say whether the rules know the purpose of money that a pair guesses to have none: "Peru also made a contribution"."""
    money = guessed.measure == "funding" and guessed.quantity is None and not is_ruled(guessed)
    same = told.actor == guessed.actor and told.quote.span.overlaps(guessed.quote.span)
    return money and same and is_ruled(told) and told.measure in RELIEF and told.quantity is None


def _tells(told: Commitment, guessed: Commitment) -> bool:
    if _is_of_people(guessed, told):
        return True
    return _is_for_effort(told, guessed) or (
        told.actor == guessed.actor
        and told.measure != guessed.measure
        and any(step.field == "measure" and step.rule in TOLD for step in told.trace)
        and not is_ruled(guessed)
        and _is_same(told, guessed)
    )


def _is_same(one: Commitment, other: Commitment) -> bool:
    """Say whether two statements have one amount, or the same words for what is contributed."""
    if one.quantity is not None and amount_of(one.quantity) == amount_of(other.quantity):
        return True
    words, others = one.evidence.get("measure", ()), other.evidence.get("measure", ())
    return any(a.span.overlaps(b.span) for a in words for b in others)


def _counts_the_same(statement: Commitment, ruled: Commitment) -> bool:
    """Say whether a learned statement counts by the same words what the rules read: "Norwegen stellt zwei" officers, not ships."""
    own, other = statement.quantity, ruled.quantity
    if own is None or other is None or own.is_money or (own.min, own.max) != (other.min, other.max):
        return False
    return is_ruled(ruled) and not is_ruled(statement) and ruled.quote.span.overlaps(statement.quote.span)


def _is_second_guess(statement: Commitment, others: Sequence[Commitment]) -> bool:
    """Say whether a surer statement has the same amount of the same actor for another measure, and one of both is learned.

    Example: "Norwegen gibt 40 Millionen Kronen" is funding or humanitarian, not both.
    """
    return statement.quantity is not None and any(
        other.actor == statement.actor
        and other.measure != statement.measure
        and (
            _counts_the_same(statement, other)
            or (
                amount_of(other.quantity) == amount_of(statement.quantity)
                and (other.certainty or 0) > (statement.certainty or 0)
                and not (is_ruled(other) and is_ruled(statement))
            )
        )
        for other in others
    )


def is_beside_sure(statement: Commitment, others: Sequence[Commitment]) -> bool:
    """Say whether a rule read a statement right beside a sure one of the same actor.

    Example: "26 Staaten wollen Soldaten schicken oder zur See und in der Luft dabei sein": alone the second half says little.
    """
    return is_ruled(statement) and any(
        other.actor == statement.actor
        and other is not statement
        and (other.certainty or 0) >= SURE
        and is_ruled(other)
        and other.quote.start - NEAR < statement.quote.end
        and statement.quote.start - NEAR < other.quote.end
        for other in others
    )


def amount_of(quantity: Quantity | None) -> tuple[float | None, float | None, str] | None:
    """An amount as statements are compared by it."""
    return (quantity.min, quantity.max, quantity.unit) if quantity is not None else None
