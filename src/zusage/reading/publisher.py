"""Who "we" are in an official text: the state from whose capital it is dated.

Example: "Vaduz, 24. Oktober: Wir stellen 200 000 Franken zur Verfügung. … Unsere Delegation …" is Liechtenstein's own word.
Source: codebook, section 5 (first-person official texts are read with the publisher as actor).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import Analysis
from zusage.reading.actors import ActorRef, Who
from zusage.reading.lexicon import words
from zusage.reading.meetings.cities import dateline
from zusage.reading.places import state_of

LEAST = 3
"""Words of the first person outside quotation marks that make a text somebody's own."""

QUESTIONS = 3
"""Paragraphs that ask: from here on the text is an interview, in which "we" are whoever answers."""


def with_publisher(who: Who, analysis: Analysis) -> Who:
    """Let the first person of an official text stand for its publisher; any other text is left as it is."""
    opening = dateline(analysis.text)
    state = state_of(opening.city) if opening is not None else None
    places = list(_first_person(analysis))
    asked = sum(1 for line in analysis.text.split("\n") if line.rstrip().endswith("?"))
    if state is None or len(places) < LEAST or asked >= QUESTIONS:
        return who
    ref = ActorRef(state, None, None, None, "first person of an official text")
    return replace(who, links={**who.links, **dict.fromkeys(places, (ref,))})


def _first_person(analysis: Analysis) -> Iterator[int]:
    """Yield the places of "wir", "unser", "we", "our" that nobody is quoted with."""
    quoted = {i for run in analysis.quoted for i in range(run.start, run.end)}
    for i, token in enumerate(analysis.tokens):
        if i not in quoted and token.lower in words("first-person") and not token.text.isupper():
            yield i
