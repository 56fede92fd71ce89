"""Sharing amounts out among several givers: "Finland and Portugal pledged 17 and 10 million dollars, respectively".

Source: codebook, section 2 (one record per contribution).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from zusage.language.analysis import Clause
from zusage.language.numbers import QuantityKind, QuantityMention
from zusage.model.statement import Quantity
from zusage.reading.context import Context
from zusage.reading.contributions import Contribution
from zusage.reading.lexicon import words


def share_out(
    context: Context, clause: Clause, givers: int, contributions: Sequence[Contribution]
) -> tuple[Contribution, ...] | None:
    """What each of several givers gives where a clause lists as many amounts as givers; None where all give the same.

    Example: "Peru and Chile sent 20 and 30 doctors".
    """
    measures = {contribution.measure for contribution in contributions}
    amounts = _listed(context, clause)
    counted = next((c for c in contributions if c.quantity is not None), None)
    if givers < 2 or len(amounts) != givers or len(measures) != 1 or counted is None or counted.quantity is None:  # noqa: PLR2004 - several
        return None
    unit = counted.quantity.unit
    shares = [Quantity(amount.min, amount.max, amount.currency or unit) for amount in amounts]
    return tuple(replace(counted, quantity=share) for share in shares)


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
