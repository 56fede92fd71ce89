"""Sharing amounts out among several givers: "Finland and Portugal pledged 17 and 10 million dollars, respectively".

Source: codebook, section 2 (one record per contribution).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from zusage.language.analysis import Clause
from zusage.language.numbers import QuantityKind, QuantityMention, scale_of
from zusage.model.statement import Quantity
from zusage.reading.context import Context
from zusage.reading.contributions import Contribution
from zusage.reading.lexicon import words

SEVERAL = 2
THOUSAND = 1000
"""A number from here on is counted by itself, not in the millions of the sum behind it."""


def share_out(
    context: Context, clause: Clause, givers: Sequence[str], contributions: Sequence[Contribution]
) -> tuple[Contribution, ...] | None:
    """What each of several givers gives where a clause lists as many amounts as givers; None where all give the same.

    Examples: "Peru and Chile sent 20 and 30 doctors"; "zahlen Peru mit 20 sowie Chile mit 30 Millionen".
    """
    measures = {contribution.measure for contribution in contributions}
    if len(givers) < SEVERAL or len(measures) != 1:
        return None
    amounts = _listed(context, clause) or _each_with_its_own(context, clause, givers)
    counted = next((c for c in contributions if c.quantity is not None), None)
    if len(amounts) != len(givers) or counted is None or counted.quantity is None:
        return None
    unit = counted.quantity.unit
    shares = [_share(context, amount, amounts[-1], unit) for amount in amounts]
    return tuple(replace(counted, quantity=share) for share in shares)


def _share(context: Context, amount: QuantityMention, last: QuantityMention, unit: str) -> Quantity:
    """One of the amounts; the last tells in what all are counted: "Peru mit 40 sowie Chile mit 60 Millionen Euro"."""
    bare = amount.kind == QuantityKind.COUNT and amount.noun is None and last.kind == QuantityKind.MONEY
    told = scale_of(context.analysis.text, last, context.analysis.language)
    scale = told if told is not None and bare and (amount.max or 0) < THOUSAND else 1
    low, high = (None if side is None else side * scale for side in (amount.min, amount.max))
    return Quantity(low, high, amount.currency or unit)


def _each_with_its_own(context: Context, clause: Clause, givers: Sequence[str]) -> Sequence[QuantityMention]:
    """The amount behind each giver, in the order of the givers: "Peru mit 40 Millionen sowie Chile mit 60 Millionen Euro"."""
    within = [m for m in context.who.mentions if clause.start <= m.start and m.end <= clause.end]
    named = [next((m for m in within if m.actor == giver), None) for giver in givers]
    if None in named:
        return ()
    places = [m.end for m in named if m is not None]
    ends = [min((m.start for m in within if m.start >= place), default=clause.end) for place in places]
    found = [_behind_with(context, place, end) for place, end in zip(places, ends, strict=True)]
    return [amount for amount in found if amount is not None]


def _behind_with(context: Context, start: int, end: int) -> QuantityMention | None:
    """The one amount behind "mit" right behind a name."""
    if start + 1 >= end or context.tokens[start].lower not in ("mit", "with"):
        return None
    amounts = [a for a in context.quantities_in(start + 1, end) if a.min is not None or a.max is not None]
    return amounts[0] if len(amounts) == 1 else None


def _listed(context: Context, clause: Clause) -> Sequence[QuantityMention]:
    """The amounts of a clause if they are a list: joined by nothing but a conjunction, or shared out "respectively"."""
    amounts = [
        amount
        for start, end in clause.own
        for amount in context.quantities_in(start, end)
        if amount.kind in (QuantityKind.MONEY, QuantityKind.COUNT)
        and (amount.min is not None or amount.max is not None)
    ]
    told = any(context.tokens[i].lower in words("respectively") for i in context.own_tokens(clause))
    between = [context.analysis.text[one.end : other.start].strip(" ,") for one, other in pairwise(amounts)]
    return amounts if told or (between and between[-1] in words("and") and not any(between[:-1])) else ()
