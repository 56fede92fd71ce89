"""Nouns of stance and lines without a verb: whose demand is answered, with whom something meets what.

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import Link, Phrase
from zusage.reading.positions.opinions import met_with, possessed_stances, stance_of_form
from zusage.reading.positions.place import Opinion, Place, plain
from zusage.reading.positions.words import words

REACH = 8
"""Tokens behind a name in which its verb must stand."""


def nouns(place: Place) -> Iterator[Opinion]:
    """Yield whose demand is answered, and with whom something meets what.

    Examples: "turned down an American request for ships"; "stößt bei der Weltbank auf Widerstand".
    """
    context, clause = place.context, place.clause
    sense = context.sense(place.index) if clause.verb is not None else None
    met = met_with(context, clause)
    if met is not None:
        stance, refs = met
        topic = place.topics.of([clause.subject] if clause.subject is not None else [], (), clause.sentence)
        yield from plain(place, refs, stance, topic.name, "met with", sure=topic.sure)
        return
    if sense is None or (sense.kind not in ("refuse", "position") and sense.lemma not in words("answering")):
        return
    for part, stance, ref in possessed_stances(context, clause):
        anchored = [context.clauses[c] for c in context.children[place.index] if context.clauses[c].anchor == part.head]
        topic = place.topics.of([part], anchored, clause.sentence)
        yield replace(
            next(plain(place, (ref,), stance, topic.name, "noun of stance", sure=topic.sure)), clauses=(place.index,)
        )


def verbless(place: Place) -> Iterator[Opinion]:
    """Yield the stance of a line whose verb passes for a noun.

    Examples: "The economist Jane Doe doubts that …"; "Oslo and Rome, however, voiced doubts about the mission".
    """
    clause, context = place.clause, place.context
    if clause.verb is not None or context.analysis.language != "en" or clause.link != Link.ROOT:
        return
    start = next((i for i in range(clause.start, clause.end) if not context.who.actors_at(i)), clause.end)
    for i in range(clause.start + 1, min(start + REACH, clause.end)):
        refs = context.who.actors_in(clause.start, i)
        stance = stance_of_form(context, i, clause.end) if refs else None
        if stance is not None:
            rest = Phrase(i + 1, clause.end, i) if i + 1 < clause.end else None
            inside = [context.clauses[c] for c in context.children[place.index]]
            topic = place.topics.of([rest] if rest is not None else [], inside, clause.sentence)
            yield from plain(place, refs, stance, topic.name, "verbless", sure=topic.sure * 0.8)
            return
