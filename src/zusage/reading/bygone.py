"""What is told of years long gone: history, and no contribution to what a report is about.

Example: "**In 1994**, Belgium withdrew its soldiers from Rwanda", in a report of 2024.
Source: codebook, section 2 (earlier contributions to the same effort count; history before it does not).
"""

from __future__ import annotations

from bisect import bisect_left

from zusage.language.analysis import Link, Pos, Tense
from zusage.model.statement import Commitment
from zusage.model.values import Firmness
from zusage.reading.context import Context
from zusage.reading.lexicon import words

LONG_AGO = 8
"""Years before a report from which on what was done is history."""

EARLIEST = 1800
DONE = frozenset({Firmness.DELIVERED, Firmness.WITHDRAWN})
PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})


def is_bygone(context: Context, commitment: Commitment) -> bool:
    """Say whether a contribution's own words put it into a year long gone: "In 1994 …", "im Jahr 1994", not "since 1994"."""
    published = context.report.published_on
    if published is None or commitment.firmness not in DONE:
        return False
    latest = int(published[:4]) - LONG_AGO
    first = bisect_left(context.token_starts, commitment.quote.start)
    end = bisect_left(context.token_starts, commitment.quote.end)
    return any(_is_year_of_deed(context, i, latest) for i in range(first, end))


def _is_year_of_deed(context: Context, at: int, latest: int) -> bool:
    text = context.tokens[at].text
    if len(text) != len("1994") or not text.isdigit() or not EARLIEST <= int(text) <= latest:
        return False
    if not _is_in_year(context, at):
        return False
    index = context.clause_of.get(at)
    clause = context.clauses[index] if index is not None else None
    told = clause is not None and clause.link != Link.RELATIVE  # "Peru, **which Chile invaded in 1990**, has sent …"
    return told and clause is not None and clause.verb is not None and clause.verb.tense in PAST


def _is_in_year(context: Context, at: int) -> bool:
    """Say whether a figure is a year and counts nothing: "in 1994", "im Jahr 1994", "**1994** zog Belgien …"."""
    behind = context.tokens[at + 1].pos if at + 1 < len(context.tokens) else None
    if at in context.sentence_starts:
        return behind in (Pos.VERB, Pos.AUX)
    return context.tokens[at - 1].lower in words("in-year") and behind not in (Pos.NOUN, Pos.ADJ)
