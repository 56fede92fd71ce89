"""Givers with a place of their own and no verb: "Peru will lead a battalion in Mali, **Chile in Chad**, and Kenya in Togo".

Source: codebook, section 2 (one record per contribution).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.reading.actors.mention import Mention
from zusage.reading.commitments.case import SENT_OUT, Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.parties import Party

OPENERS = frozenset({",", ";", "and", "und", "while", "während"})
CLOSERS = frozenset({",", ";", ".", "and", "und"})


def from_places(context: Context, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what others do elsewhere in a sentence, as firmly as the one with the verb; their numbers are not told."""
    for candidate in found:
        phrase = candidate.contribution.phrase
        if candidate.from_context or phrase is None or candidate.contribution.measure not in SENT_OUT:
            continue
        end = context.analysis.sentences[context.sentence_at(phrase.head)].end
        placed = next((at for at in range(phrase.head + 1, end) if _place(context, at) is not None), end)
        if any(t.text in OPENERS for t in context.tokens[phrase.head : placed]):
            continue
        given = replace(candidate.contribution, quantity=None)
        for giver in _givers(context, placed, end):
            for ref in context.who.actors_at(giver.head, places=True):
                party = Party((ref,), "name with a place")
                yield replace(candidate, actor=ref, shared=False, contribution=given, party=party)


def _givers(context: Context, start: int, end: int) -> Iterator[Mention]:
    """The names behind a mark that have a place right behind them, one after the other."""
    at = start
    while at < end:
        opened = context.tokens[at].text in OPENERS
        while at < end and (
            context.tokens[at].text in OPENERS or context.tokens[at].lower in words("articles") | {"the"}
        ):
            at += 1
        giver = context.who.by_token.get(at) if opened else None
        place = _place(context, giver.end) if giver is not None and giver.kind == "state" else None
        if giver is not None and place is not None and _text(context, place.end) in CLOSERS:
            yield giver
            at = place.end
        else:
            at += 1


def _place(context: Context, at: int) -> Mention | None:
    """The place that "in" at a token opens: "in Chad", "in the Baltic states"."""
    if _text(context, at) != "in":
        return None
    return context.who.by_token.get(at + 1 + (_text(context, at + 1) in words("articles") | {"the"}))


def _text(context: Context, at: int) -> str:
    return context.tokens[at].lower if at < len(context.tokens) else ""
