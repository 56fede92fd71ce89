"""What is told of years long gone: history, and no contribution to what a report is about.

Example: "**In 1994**, Belgium withdrew its soldiers from Rwanda", in a report of 2024.
Source: codebook, section 2 (earlier contributions to the same effort count; history before it does not).
"""

from __future__ import annotations

from bisect import bisect_left

from zusage.language.analysis import Link, Pos, Tense
from zusage.language.dates import DateKind
from zusage.model.statement import Commitment
from zusage.model.values import Firmness
from zusage.reading.context import Context
from zusage.reading.lexicon import words

LONG_AGO = 8
"""Years before a report from which on what was done is history."""

EARLIEST = 1800
DONE = frozenset({Firmness.DELIVERED, Firmness.WITHDRAWN})
GOES_ON = frozenset({Tense.PAST, Tense.PLUPERFECT})
"""Tenses in which the next sentence goes on with history; the perfect tells what counts now."""
DECADE = frozenset({"s", "er", "ern"})
"""What stands behind the first year of a decade: "1990s", "1990ern"."""
SPAN = 9
PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})


def is_bygone(context: Context, commitment: Commitment) -> bool:
    """Say whether a contribution's own words put it into a year long gone: "In 1994 …", "im Jahr 1994", not "since 1994"."""
    published = context.report.published_on
    if published is None or commitment.firmness not in DONE:
        return False
    latest = int(published[:4]) - LONG_AGO
    first = bisect_left(context.token_starts, commitment.quote.start)
    end = bisect_left(context.token_starts, commitment.quote.end)
    if any(_is_year_of_deed(context, i, latest) for i in range(first, end)):
        return True
    return _is_of_an_epoch(context, context.sentence_at(first), latest)


def _is_of_an_epoch(context: Context, number: int, latest: int) -> bool:
    """Say whether a sentence tells of a time long gone by its name, or goes on with one that does.

    Examples: "**In the Second World War** Britain sent 300 tanks. **Canada sent** trucks."; "**in den Neunzigern**".
    """
    if _opens_epoch(context, number, latest):
        return True
    sentence, before = context.analysis.sentences[number], number - 1
    if before < 0 or context.paragraph_of[before] != context.paragraph_of[number]:
        return False
    if not _opens_epoch(context, before, latest) or _names_day(context, sentence.start, sentence.end):
        return False
    verbs = [context.clauses[i].verb for i in sentence.clauses]
    return all(verb.tense in GOES_ON for verb in verbs if verb is not None)


def _names_day(context: Context, start: int, end: int) -> bool:
    return any(day.kind == DateKind.DATE for day in context.dates_in(start, end))


def _opens_epoch(context: Context, number: int, latest: int) -> bool:
    sentence = context.analysis.sentences[number]
    tokens = range(sentence.start, sentence.end)
    return any(_is_epoch(context, i, latest) or _is_year_of_deed(context, i, latest) for i in tokens)


def _is_epoch(context: Context, at: int, latest: int) -> bool:
    """Say whether a time with a name stands at a token: "in the **1990s**", "im Zweiten **Weltkrieg**"."""
    text, before = context.tokens[at].lower, context.tokens[at - 1].lower if at else ""
    if text in words("epochs"):
        return text not in words("wars") or before in words("wars-of-old")
    year, end = text[:4], text[4:]
    return end in DECADE and year.isdigit() and EARLIEST <= int(year) <= latest - SPAN


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
