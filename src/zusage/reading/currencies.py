"""Currencies that only their country tells: "1,6 Milliarden Kronen" in a report on Norway.

Source: codebook, section 2 (quantities: an ISO 4217 code).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from zusage.language.analysis import Token
from zusage.language.numbers import QuantityKind, QuantityMention, resolve_currency
from zusage.reading.actors.mention import Mention
from zusage.reading.quantities import BACK, WORLD_CURRENCIES, is_bare_sum

_CONVERTED = re.compile(
    r"[,\s]*(?:or|equivalent to|equal to|the equivalent of|i\.e\.|oder|also|umgerechnet|das sind|entspricht)"
    r"(?:\s+(?:about|around|roughly|some|approximately|nearly|almost|just over|just under|rund|etwa|knapp|gut|fast|ungefähr))?"
    r"\s*(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3})?\s*",
    re.IGNORECASE,
)
"""What stands between a sum and the same sum in another currency."""

PEOPLE = re.compile(
    r"\s(?:of (?:them|its|their|whom)|in need|have|has|had|are|were|who|need|live|lived|lives|face|fled|more (?:are|were|have)"
    r"|von ihnen|hat|haben|hatten|sind|waren|leben|brauchen|flohen|hungern|leiden|die)\b"
)
"""What follows a number that counts people."""

MOST_BETWEEN = 40
"""Characters between the two."""


def without_conversions(quantities: Sequence[QuantityMention], text: str) -> tuple[QuantityMention, ...]:
    """Leave out sums that only tell the one before in another currency: "2 billion kroner, or about $200 million"."""
    kept: list[QuantityMention] = []
    for one in quantities:
        last = kept[-1] if kept else None
        converted = (
            last is not None
            and None not in (last.currency, one.currency)
            and last.currency != one.currency
            and one.start - last.end < MOST_BETWEEN
            and _CONVERTED.fullmatch(text, last.end, one.number[0]) is not None
        )
        if not converted:
            kept.append(one)
    return tuple(kept)


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


def carry_over(quantities: Sequence[QuantityMention], text: str) -> tuple[QuantityMention, ...]:
    """Let a bare sum be in the currency spoken of before: "Peru gave $70 million. Chile's share is **20 million**".

    Not after numbers of things ("10 million doses"), nor where it counts people: "**20 million** need help".
    """
    found: list[QuantityMention] = []
    counts = False
    for one in quantities:
        carried = None
        if is_bare_sum(one) and not counts and not PEOPLE.match(text, one.end):
            carried = _spoken_of(found)
        counts = one.currency is None and (one.noun is not None or (counts and is_bare_sum(one)))
        found.append(one if carried is None else replace(one, kind=QuantityKind.MONEY, currency=carried))
    return tuple(found)


def _spoken_of(before: Sequence[QuantityMention]) -> str | None:
    """The currency of the last sums: one that anybody tells sums in rather than somebody's own."""
    told = [one.currency for one in reversed(before[-BACK:]) if one.currency]
    return next((one for one in told if one in WORLD_CURRENCIES), told[0] if told else None)


def own_dollars(quantities: Sequence[QuantityMention], publisher: Collection[str]) -> Sequence[QuantityMention]:
    """Let a bare "$" in a state's own official text be its own dollars: "We will give $5 million", says Australia."""
    if len(publisher) != 1:
        return quantities
    (actor,) = publisher
    return tuple(
        replace(one, currency=resolve_currency(one.currency_family, actor) or one.currency)
        if one.currency_family
        else one
        for one in quantities
    )


def _of_nearest(mention: QuantityMention, named: Sequence[tuple[int, str]]) -> str | None:
    at = bisect_right([start for start, _ in named], mention.start)
    for _, actor in (*reversed(named[:at]), *named[at:]):
        currency = resolve_currency(mention.currency_family or "", actor)
        if currency is not None:
            return currency
    return None
