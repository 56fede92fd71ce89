"""Who takes the same stance as the one before: "China echoed that", "Peru schloss sich an", "Chile äußerte sich ähnlich".

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zusage.reading.positions.holders import holders
from zusage.reading.positions.place import Opinion, Place, plain
from zusage.reading.positions.words import words

ALIKE = "likewise"


def likewise(place: Place, before: Sequence[Opinion]) -> Iterator[Opinion]:
    """Yield the stance that a clause repeats, of the last opinion in its sentence or the one before it.

    Examples: "Peru demanded a truce. Chile echoed that."; "Togo kritisierte den Plan, Benin schloss sich dem an."
    """
    context, clause = place.context, place.clause
    if clause.verb is None or clause.negation is not None or clause.verb.modals or not before:
        return
    same = clause.verb.lemma in words("likewise-verbs") or bool(
        place.words & words("likewise-words") and clause.verb.lemma in words("uttering")
    )
    last = before[-1]
    if not same or context.clauses[last.clauses[0]].sentence < clause.sentence - 1 or not _takes_up(place):
        return
    refs = tuple(
        ref
        for ref in holders(context, clause, place.said)
        if ref.actor != last.actor.actor and not place.topics.contributes(ref.actor, place.index)
    )
    yield from plain(place, refs, last.stance, last.topic, ALIKE, sure=last.sure * 0.8)


def _takes_up(place: Place) -> bool:
    """Say whether what somebody joins is an opinion: a pronoun, a word for one or nothing, and no coalition or treaty."""
    context, clause = place.context, place.clause
    objects = [p for p in clause.phrases if p is not clause.subject and p.prep in (None, "in", "zu")]
    return all(
        context.head(p).lower in words("taking-up") | words("likewise-words") | {"dem", "ihm", "ihr", "ihnen", "sich"}
        or context.head(p).lemma.lower() in words("views-held")
        or bool(context.actors(p))
        for p in objects
    )
