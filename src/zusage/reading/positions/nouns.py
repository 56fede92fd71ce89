"""Nouns of stance and lines without a verb: whose demand is answered, with whom something meets what.

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import ClauseKind, Link, Phrase, Pos
from zusage.model.values import Stance
from zusage.reading.context import COPULAS
from zusage.reading.parties import possessors
from zusage.reading.positions.meeting import meeting
from zusage.reading.positions.opinions import judgement_of, owned_stances, stance_of_form
from zusage.reading.positions.place import Opinion, Place, plain
from zusage.reading.positions.words import words
from zusage.reading.topics import TOPIC_OF_MEASURE, WEIGHTS

CONTRIBUTED = frozenset(TOPIC_OF_MEASURE.values()) - {"sanctions"}
"""Topics of contributions: whose support or refusal of them it is decides as a commitment."""

REACH = 8
"""Tokens behind a name in which its verb must stand."""


def nouns(place: Place) -> Iterator[Opinion]:
    """Yield whose a noun of stance is, and with whom something meets what.

    Examples: "turned down an American request for ships"; "Chile's calls for a truce went unheard"; "stößt bei der
    Weltbank auf Widerstand".
    """
    context, clause = place.context, place.clause
    sense = context.sense(place.index) if clause.verb is not None else None
    met = tuple(meeting(place))
    if met:
        yield from met
        return
    answers = sense is not None and (sense.kind in ("refuse", "position") or sense.lemma in words("answering"))
    for part, stance, refs in owned_stances(context, clause):
        anchored = [context.clauses[c] for c in context.children[place.index] if context.clauses[c].anchor == part.head]
        content = _content_of(place, part)
        if not anchored and not content and not (answers and stance is Stance.DEMANDS and part is not clause.subject):
            continue
        takes_up = any(context.head(p).lemma.lower() in words("proposals") for p in content)
        if not (anchored or takes_up or answers) and not place.topics.names(content or [part], least=WEIGHTS[1]):
            continue  # "China's demand for steel"
        topic = place.topics.of(content or [part], anchored, clause.sentence)
        outward = context.head(part).lemma.lower() in words("outward-stances")
        if stance is not Stance.DEMANDS and topic.name in CONTRIBUTED and not outward:
            continue  # "Peru's support for the budget", "Peru's hesitation over troops"
        for opinion in plain(place, refs, stance, topic.name, "noun of stance", sure=topic.sure):
            yield replace(opinion, clauses=(place.index,))
    yield from _proposed(place)


def _proposed(place: Place) -> Iterator[Opinion]:
    """Yield who has proposed what is told of: "**Norwegens** Vorschlag, einen Fonds zu gründen", "a proposal by Chad to …".

    What somebody proposes and gives himself is a contribution.
    """
    context, clause = place.context, place.clause
    for phrase in clause.phrases:
        for part in phrase.walk():
            if context.head(part).lemma.lower() not in words("own-proposals"):
                continue
            anchored = [c for i in context.children[place.index] if (c := context.clauses[i]).anchor == part.head]
            said = [c for c in anchored if c.kind is not ClauseKind.RELATIVE]
            about = [p for p in part.dependents if p.prep in ("for", "für", "zu", "nach", "to")]
            refs = possessors(context, part)
            if not refs or not (said or about):
                continue
            if any(place.topics.contributes(ref.actor, context.place_of(c)) for ref in refs for c in said):
                continue
            topic = place.topics.of(about, said, clause.sentence)
            yield from plain(place, refs, Stance.DEMANDS, topic.name, "own proposal", sure=topic.sure)


def _content_of(place: Place, part: Phrase) -> list[Phrase]:
    """What a noun of stance is about: "die Forderung **nach einer Waffenruhe**", "calls from Oslo **for a truce**"."""
    beside = [p for p in place.clause.phrases if p.start >= part.end and p.start <= part.end + 1]
    found = [p for p in (*part.dependents, *beside) if p.prep in words("about-stances")]
    if found or part is not place.clause.subject or place.clause.verb is None:
        return found
    if place.clause.verb.lemma in COPULAS:  # "Die Hauptforderung der Rebellen ist der Abzug"
        return [p for p in place.clause.phrases if p is not part and p.prep is None]
    return []


def verbless(place: Place) -> Iterator[Opinion]:
    """Yield the stance of a line whose verb passes for a noun.

    Examples: "The economist Jane Doe doubts that …"; "Oslo and Rome, however, voiced doubts about the mission"; "Peru considers
    the sanctions insufficient".
    """
    clause, context = place.clause, place.context
    if clause.verb is not None or context.analysis.language != "en" or clause.link != Link.ROOT:
        return
    start = next((i for i in range(clause.start, clause.end) if not context.who.actors_at(i)), clause.end)
    for i in range(clause.start + 1, min(start + REACH, clause.end)):
        refs = context.who.actors_in(clause.start, i)
        stance = (stance_of_form(context, i, clause.end) or _judged(place, i)) if refs else None
        if stance is not None:
            rest = Phrase(i + 1, clause.end, i) if i + 1 < clause.end else None
            inside = [context.clauses[c] for c in context.children[place.index]]
            topic = place.topics.of([rest] if rest is not None else [], inside, clause.sentence)
            yield from plain(place, refs, stance, topic.name, "verbless", sure=topic.sure * 0.8)
            return


def _judged(place: Place, i: int) -> Stance | None:
    """The judgement that ends a sentence whose verb of calling passes for a noun: "Peru **considers** the cuts insufficient"."""
    context = place.context
    word = context.tokens[i].lower
    if not word.endswith("s") or not any(sense.kind == "judge" for sense in context.lexicon.senses(word[:-1])):
        return None
    last = context.analysis.sentences[place.clause.sentence].end - 1
    while last > i and context.tokens[last].pos is Pos.PUNCT:
        last -= 1
    found = judgement_of(context, last) if last > i + 1 else None
    return found.stance if found is not None and not found.felt else None
