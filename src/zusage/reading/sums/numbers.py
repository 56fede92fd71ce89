"""What a number near a contribution may count where nothing tells: people, things, or money in which currency.

Source: codebook, section 2 (quantities).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from zusage.language.numbers import QuantityKind, QuantityMention, scale_of
from zusage.model.statement import Quantity
from zusage.reading.context import Context
from zusage.reading.quantities import BACK, COUNTED, currency_beside, is_bare_sum

MOST_SCALED = 1000
"""Numbers from here on are told in full, not in millions."""
SUMS_BEFORE = 3
"""Numbers that one without a scale looks back for it."""

Bounds = tuple[float | None, float | None]
"""The least and the most of a number."""


def counts(mention: QuantityMention) -> bool:
    """Say whether a number counts something; "two battalions" tells no number (codebook, section 2)."""
    low, high = mention.min, mention.max
    if mention.kind not in COUNTED or (low is None and high is None):
        return False
    return low is None or high is None or low <= high


def readings_of(context: Context, mention: QuantityMention, bounds: Bounds) -> Iterator[tuple[Quantity, str]]:
    """What a number may count, and by what it does: people, things, the currency that it has, or that of the sum before."""
    if mention.kind is QuantityKind.MONEY:
        if mention.currency is not None:
            yield Quantity(*bounds, mention.currency), "money"
        return
    if is_bare_sum(mention):
        currency = currency_beside(context, mention) or _currency_told(context, mention)
        if currency is not None:
            yield Quantity(*bounds, currency), "bare sum"
            return
    yield Quantity(*bounds, "persons"), "people"
    yield Quantity(*bounds, "items"), "things"
    yield from _scaled(context, mention, bounds)


def _currency_told(context: Context, mention: QuantityMention) -> str | None:
    """The currency of the next sum that has one, else of the first: "eine Milliarde" before any sum is told in full."""
    at = bisect_left(context.quantities, mention.start, key=lambda q: q.start)
    told = (q.currency for q in (*context.quantities[at : at + BACK], *context.quantities[:BACK]))
    return next((currency for currency in told if currency is not None), None)


def _scaled(context: Context, mention: QuantityMention, bounds: Bounds) -> Iterator[tuple[Quantity, str]]:
    """A number in the scale of the sum before it: "Spain gave 11 million euros, **Oman three**"."""
    low, high = bounds
    if mention.noun is not None or mention.vague or max(low or 0, high or 0) >= MOST_SCALED:
        return
    at = bisect_left(context.quantities, mention.start, key=lambda q: q.start)
    for before in reversed(context.quantities[max(0, at - SUMS_BEFORE) : at]):
        scale = scale_of(context.analysis.text, before, context.analysis.language)
        if before.currency is not None and scale is not None:
            bounds = (low * scale if low is not None else None, high * scale if high is not None else None)
            yield Quantity(*bounds, before.currency), "scaled"
            return


def digits_of(quantity: Quantity) -> int:
    """How many digits an amount has; 0 for one."""
    number = quantity.min if quantity.min is not None else quantity.max or 0.0
    return len(f"{number:.0f}") if number > 1 else 0
