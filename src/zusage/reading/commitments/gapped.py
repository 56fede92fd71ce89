"""Numbers that another place goes with, where the words they count are not said again.

Examples: "Peru hat in Mali 430 Soldaten, **in Niger 300** und **im Tschad 175**"; "20 Soldaten nach Mali und **30 in den Niger**";
"9 Millionen Euro für Nepal und **2 Millionen für Kuba**". Each is a contribution of its own, as firm as the first.
Source: codebook, section 2 (one record per contribution; quantities).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import Phrase, Pos
from zusage.language.numbers import QuantityKind, QuantityMention
from zusage.model.statement import Quantity
from zusage.reading.commitments.case import Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.quantities import is_bare_sum

KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY})
YEARS = range(1900, 2101)
"""Bare numbers that may be years."""


def from_gaps(context: Context, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what stands behind a counted contribution of the same sentence with a number and a place of its own."""
    if context.analysis.language != "de":
        return
    counted = [c for c in found if _is_counted(c)]
    taken = {p.head for c in found if (p := c.contribution.phrase) is not None}
    for candidate in counted:
        phrase = candidate.contribution.phrase
        if phrase is None:
            continue
        end = context.analysis.sentences[context.sentence_at(phrase.head)].end
        for start, stop, mention in _numbers(context, phrase.head + 1, end):
            quantity = _as_much_of(candidate, mention)
            if quantity is None or stop - 1 in taken or not _has_place(context, start, stop):
                continue
            other = replace(
                candidate.contribution, quantity=quantity, phrase=Phrase(start, stop, stop - 1), rule="gapped"
            )
            yield replace(candidate, contribution=other)


def _is_counted(candidate: Candidate) -> bool:
    quantity, phrase = candidate.contribution.quantity, candidate.contribution.phrase
    if quantity is None or phrase is None or candidate.contribution.negated:
        return False
    return quantity.unit == "persons" or quantity.is_money


def _numbers(context: Context, start: int, end: int) -> Iterator[tuple[int, int, QuantityMention]]:
    """The numbers of a token run that count nothing, with their own tokens."""
    starts = context.token_starts
    for mention in context.quantities_in(start, end) if start < end else ():
        if mention.kind in KINDS and mention.noun is None and mention.unit is None:
            yield bisect_left(starts, mention.start), bisect_left(starts, mention.end), mention


def _as_much_of(candidate: Candidate, mention: QuantityMention) -> Quantity | None:
    """A bare number in the unit of the contribution before it: people are counted in numbers, money in millions."""
    first = candidate.contribution.quantity
    if first is None or (mention.min is None and mention.max is None):
        return None
    sums = is_bare_sum(mention) or mention.currency == first.unit
    if first.is_money != sums or (mention.min in YEARS and mention.min == mention.max):
        return None
    return Quantity(mention.min, mention.max, first.unit)


def _has_place(context: Context, start: int, stop: int) -> bool:
    """Say whether a place of its own goes with a number: before it, behind a comma or "und", or right behind it."""
    opening = _before_words_of_measure(context, start)
    if _is_named(context, opening - 1):
        at = opening - 2
        at -= context.tokens[at].pos == Pos.DET
        return (
            at > 0
            and context.tokens[at].lower in words("gap-preps")
            and context.tokens[at - 1].lower in words("gap-joints")
        )
    if context.tokens[opening - 1].lower not in words("gap-joints") or stop + 1 >= len(context.tokens):
        return False
    at = stop + 1 + (context.tokens[stop + 1].pos == Pos.DET)
    return context.tokens[stop].lower in words("gap-preps") and _is_named(context, at)


def _before_words_of_measure(context: Context, start: int) -> int:
    """Where a number begins with the words before it: "rund 300", "bis zu 250", "weitere 30"."""
    while start > 1 and context.tokens[start - 1].lower in words("gap-measures"):
        start -= 1
    return start


def _is_named(context: Context, token: int) -> bool:
    mention = context.who.by_token.get(token) if 0 <= token < len(context.tokens) else None
    return mention is not None and mention.kind == "state"
