"""Quotes found again in a text that may have changed. Uses `zusage.model`.

Source: W3C Web Annotation Data Model, TextQuoteSelector.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from zusage.model.quote import CONTEXT, Quote, Span
from zusage.model.statement import Commitment, Condition, Statement


def find_place(quote: Quote, text: str) -> Span | None:
    """Find where a quote stands in a text that may have changed: by its words, else between its prefix and suffix."""
    again = anchor(quote, text)
    if again is not None:
        return again.span
    if not quote.prefix or not quote.suffix:
        return None
    start = text.find(quote.prefix)
    if start < 0:
        return None
    start += len(quote.prefix)
    end = text.find(quote.suffix, start)
    return Span(start, end) if start < end <= start + 2 * len(quote.exact) + CONTEXT else None


def anchor(quote: Quote, text: str) -> Quote | None:
    """Find a quote's exact words in a text: in their place, else where most of what stands around them agrees."""
    if text[quote.start : quote.end] == quote.exact:
        return quote
    places = []
    at = text.find(quote.exact)
    while at >= 0:
        places.append(Quote.cut(text, at, at + len(quote.exact)))
        at = text.find(quote.exact, at + 1)
    return max(
        places,
        key=lambda each: (_agreement(quote, each), -abs(each.start - quote.start), -each.start),
        default=None,
    )


def _agreement(quote: Quote, other: Quote) -> int:
    """How many characters before and after two quotes agree."""
    pairs = (zip(quote.prefix[::-1], other.prefix[::-1], strict=False), zip(quote.suffix, other.suffix, strict=False))
    return sum(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], each)) for each in pairs)


def anchored(statement: Statement, text: str) -> Statement | None:
    """Put a statement to its words in a text; None if they are gone. Moved, it keeps only what stands in its quote."""
    if statement.quote is None:
        return statement
    quote = anchor(statement.quote, text)
    if quote is None:
        return None
    if quote is statement.quote:
        return statement
    if isinstance(statement, Commitment):
        bare: tuple[Condition, ...] = tuple(replace(each, quote=None) for each in statement.conditions)
        return replace(statement, quote=quote, trace=(), evidence={}, conditions=bare)
    return replace(statement, quote=quote, trace=())
