"""In whose view or at whose wish: "Für Algerien ist das eine rote Linie", "auf Drängen Perus", "at the insistence of Chile".

A phrase names who holds the stance, not a verb: the clause says what is wanted, or judges it.

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Link, Phrase, Role
from zusage.model.values import Stance
from zusage.reading.actors import ActorRef
from zusage.reading.context import COPULAS
from zusage.reading.parties import possessors
from zusage.reading.positions.opinions import judgement_in, turned
from zusage.reading.positions.place import Opinion, Place, plain
from zusage.reading.positions.words import words

WILL = frozenset({"nach", "auf", "at", "on", "under", "unter"})
VIEW = frozenset({"für", "for", "to", "aus", "in", "from"})


def at_wish(place: Place) -> Iterator[Opinion]:
    """What is done at somebody's wish he demands: "Auf Drängen Perus wurde der Satz gestrichen", "at Chad's insistence …".

    "Nach dem Willen Kenias sollen keine Soldaten kommen" opposes them.
    """
    context, clause = place.context, place.clause
    if clause.verb is None or clause.link in (Link.CONDITION, Link.QUESTION):
        return
    for at, phrase in enumerate(clause.phrases):
        head = context.head(phrase).lemma.lower()
        if phrase.prep not in WILL or head not in words("at-wish"):
            continue
        own = {ref.actor for ref in context.actors(clause.subject)}
        refs = tuple(
            ref
            for ref in context.actors(phrase) or possessors(context, phrase) or _split_off(place, at)
            if ref.actor not in own
        )
        named = [p for p in clause.phrases if p is not phrase]
        refused = clause.negation is not None and head in words("wills")
        topic = place.topics.of(named, place.content(), clause.sentence)
        yield from plain(
            place, refs, Stance.OPPOSES if refused else Stance.DEMANDS, topic.name, "at wish", sure=topic.sure
        )
        return


def _split_off(place: Place, at: int) -> tuple[ActorRef, ...]:
    """Whose wish it is by a name that passes for a place, or where the parse gave the owner to what follows.

    Examples: "At **Togo**'s insistence the line was cut"; "At the insistence | **of Togo** the line was cut".
    """
    phrases = place.clause.phrases
    for part in phrases[at].dependents:
        if part.role is Role.GENITIVE:
            return place.context.who.actors_at(part.head, places=True)
    if at + 1 >= len(phrases) or phrases[at + 1].start != phrases[at].end:
        return ()
    owners = [p for p in phrases[at + 1].dependents if p.prep == "of" and p.start == phrases[at].end]
    return tuple(ref for p in owners for ref in place.context.actors(p))


def in_view(place: Place) -> Iterator[Opinion]:
    """What somebody is said to see in something: "Für Algerien ist ein Einsatz eine rote Linie", "for Peru the talks are vital"."""
    context, clause = place.context, place.clause
    if (
        clause.verb is None
        or clause.verb.lemma not in COPULAS
        or clause.subject is None
        or context.actors(clause.subject)
    ):
        return
    if clause.link in (Link.CONDITION, Link.QUESTION) or not clause.phrases:
        return
    seen = clause.phrases[0]
    if seen is clause.subject or not _is_view(place, seen) or not (refs := context.actors(seen)):
        return
    judged = judgement_in(context, clause)
    stance = (
        turned(judged.stance, negated=clause.negation is not None) if judged is not None and not judged.felt else None
    )
    if stance is not None:
        topic = place.topics.of([clause.subject], place.content(), clause.sentence)
        yield from plain(place, refs, stance, topic.name, "in view", sure=topic.sure)


def _is_view(place: Place, phrase: Phrase) -> bool:
    if phrase.prep in ("für", "for"):
        return True
    return phrase.prep in VIEW and place.context.head(phrase).lemma.lower() in words("views")
