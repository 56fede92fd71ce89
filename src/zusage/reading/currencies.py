"""Currencies that only their country tells: "1,6 Milliarden Kronen" in a report on Norway.

Source: codebook, section 2 (quantities: an ISO 4217 code).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from zusage.language.analysis import Token
from zusage.language.numbers import QuantityMention, resolve_currency
from zusage.reading.actors.mention import Mention


def settle_currencies(
    quantities: Sequence[QuantityMention], mentions: Sequence[Mention], tokens: Sequence[Token]
) -> tuple[QuantityMention, ...]:
    """Give sums whose currency several countries have that of the one named last, or else first, which has it.

    Example: "Norwegen gibt Hilfe im Wert von 30 Millionen Kronen" is NOK. Both sequences are in the order of the text.
    """
    if all(one.currency is not None or one.currency_family is None for one in quantities):
        return tuple(quantities)
    named = [(tokens[one.start].start, one.actor) for one in mentions if one.actor is not None]
    return tuple(
        replace(one, currency=_of_nearest(one, named)) if one.currency is None and one.currency_family else one
        for one in quantities
    )


def _of_nearest(mention: QuantityMention, named: Sequence[tuple[int, str]]) -> str | None:
    at = bisect_right([start for start, _ in named], mention.start)
    for _, actor in (*reversed(named[:at]), *named[at:]):
        currency = resolve_currency(mention.currency_family or "", actor)
        if currency is not None:
            return currency
    return None
