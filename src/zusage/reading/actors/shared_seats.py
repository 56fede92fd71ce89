"""Words that stand for two actors: "Brüssel" is the EU's seat and Belgium's capital, "Union" a party group or the EU.

"Bundesrat" is the Swiss government or the German upper house. The report's other words decide. Uses mentions only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from zusage.language.analysis import Analysis
from zusage.model.values import Authority
from zusage.reading.actor_tables import words
from zusage.reading.actors.folding import fold
from zusage.reading.actors.mention import Mention, Use

_BRUSSELS = words("belgian-seat")
_NEAR = 250
_COUNCIL = "bundesrat"
_FRANCS = re.compile(r"\b(?:Franken|CHF)\b")
_OWN = frozenset({"cdu", "csu", "cdu-csu"})


def settle_seats(analysis: Analysis, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions with Brussels and "Union" given to whom the report means."""
    settled = []
    for index, mention in enumerate(mentions):
        word = fold(analysis.text[mention.char_start : mention.char_end])
        if {word, word.removesuffix("s")} & _BRUSSELS and _is_belgium(analysis, mentions, index):
            settled.append(replace(mention, actor="be", reason="Brussels as Belgium's capital"))
        elif word.startswith(_COUNCIL) and mention.actor == "de" and _is_swiss(analysis, mentions):
            settled.append(replace(mention, actor="ch", authority=Authority.HEAD, reason="Switzerland's government"))
        elif word == "union" and (named := _union(analysis, mentions, index)):
            settled.append(replace(mention, actor=named, reason="the union that the report speaks of"))
        else:
            settled.append(mention)
    return tuple(settled)


def _is_swiss(analysis: Analysis, mentions: Sequence[Mention]) -> bool:
    """Say whether the Federal Council is the Swiss one: Switzerland or its francs are spoken of, no German house is.

    Example: "Der Bundesrat bewilligt zehn Millionen Franken."
    """
    words_of = {fold(analysis.text[m.char_start : m.char_end]): m.actor for m in mentions}
    german = any(actor == "de" and not word.startswith(_COUNCIL) for word, actor in words_of.items())
    swiss = "ch" in words_of.values()
    return (swiss and not german) or (_FRANCS.search(analysis.text) is not None and not german)


def _union(analysis: Analysis, mentions: Sequence[Mention], index: int) -> str | None:
    """Return the union that was named in full before, or the EU where no German party is spoken of.

    Example: "Die Afrikanische Union berät. Die Union wartet."
    """
    for mention in reversed(mentions[:index]):
        if analysis.text[mention.char_start : mention.char_end].lower().endswith(" union"):
            return mention.actor
    named = {(mention.actor, analysis.text[mention.char_start : mention.char_end]) for mention in mentions}
    actors = {actor for actor, _ in named}
    parties = any(actor in _OWN and word != "Union" for actor, word in named)
    return "eu" if "eu" in actors and not parties else None


_ROW = 12
"""Mentions on either side that a row of capitals may have."""


def _is_belgium(analysis: Analysis, mentions: Sequence[Mention], index: int) -> bool:
    """Say whether Brussels stands for Belgium: Belgium was named just before, or it stands in a row of capitals.

    Examples: "Die belgische Ministerin zögert. Brüssel rechnet noch."; "Oslo gibt Geld, Rom Schiffe, Brüssel Jets."
    """
    mention = mentions[index]
    near = [other for other in mentions[:index] if mention.char_start - other.char_end < _NEAR]
    for other in reversed(near):
        if other.actor == "be":
            return True
        if other.actor == "eu":
            return False
    around = mentions[max(0, index - _ROW) : index + _ROW]  # a row of capitals stands within one sentence
    row = [
        other
        for other in around
        if other is not mention
        and other.use is Use.METONYM
        and other.reason.startswith("capital")
        and not set(".!?\n")
        & set(analysis.text[min(other.char_end, mention.char_end) : max(other.char_start, mention.char_start)])
    ]
    return len(row) > 1
