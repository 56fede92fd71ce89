"""Spots: where a report names somebody who could contribute, or takes somebody up ("it", "das Land")."""

from __future__ import annotations

from collections.abc import Sequence

from zusage.model.records import record
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import Mention, Use
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.pairs.layout import Layout, Place
from zusage.reading.recipients import TOWARDS
from zusage.reading.speech import Said


@record(frozen=True, slots=True)
class Spot:
    """Somebody at a token; ``place`` is the phrase that names him, None inside another word's phrase.

    ``how``: "named", "taken up" (a pronoun), "speaker" (who says the clause), "carried" (the subject of a sentence before).
    ``role``: what the words are to their clause: "subject", "genitive below oblique", "inside" a phrase.
    """

    token: int
    ref: ActorRef
    clause: int
    sentence: int
    how: str
    place: Place | None = None
    role: str = "inside"


def is_goal(spot: Spot) -> bool:
    """Say whether the words before an actor make it where something goes or is done: "an Peru", "to Chad", "in Mali"."""
    return spot.place is not None and spot.place.prep in TOWARDS


def find_spots(context: Context, layout: Layout) -> tuple[tuple[Spot, ...], ...]:
    """Find the spots of each sentence, in order."""
    found: list[list[Spot]] = [[] for _ in context.analysis.sentences]
    for mention in context.who.mentions:
        if mention.start not in context.hidden and not _is_where(context, mention):
            _add(context, layout, found, mention.head)
    for token in context.who.links:
        if token not in context.who.by_token and token not in context.hidden:
            _add(context, layout, found, token)
    return tuple(tuple(sorted(row, key=lambda s: s.token)) for row in found)


def _is_where(context: Context, mention: Mention) -> bool:
    """Say whether a name only says where: "at a fund-raiser in the Ethiopian capital", "the Paris conference"."""
    if mention.end >= len(context.tokens):
        return False
    behind = context.tokens[mention.end].lemma.lower()
    if mention.use in (Use.METONYM, Use.PLACE):
        return behind in words("gatherings")
    return mention.use is Use.ADJECTIVE and behind in words("ground-nouns")


def _add(context: Context, layout: Layout, found: Sequence[list[Spot]], token: int) -> None:
    sentence = layout.sentence_of[token]
    how = "named" if token in context.who.by_token else "taken up"
    clause, place = layout.clause_of[token], layout.places.get(token)
    role = _role(place)
    for ref in context.who.actors_at(token, places=True):
        found[sentence].append(Spot(token, ref, clause, sentence, how, place, role))


def _role(place: Place | None) -> str:
    if place is None:
        return "inside"
    return str(place.role) if place.depth == 0 else f"{place.role} below {place.top}"


def carried(spots: Sequence[Sequence[Spot]], sentence: int, reach: int = 2) -> Spot | None:
    """The subject that a sentence may go on about: the last one of the sentences before."""
    for number in range(sentence - 1, max(-1, sentence - 1 - reach), -1):
        for spot in spots[number]:
            if spot.place is not None and spot.place.role == "subject" and spot.place.depth == 0:
                return Spot(spot.token, spot.ref, spot.clause, spot.sentence, "carried", spot.place, spot.role)
    return None


def speaking(layout: Layout, said: Said | None) -> Spot | None:
    """Who says a clause, as somebody whose contribution it may tell of."""
    if said is None or said.speaker is None:
        return None
    token = said.start
    return Spot(token, said.speaker, layout.clause_of[token], layout.sentence_of[token], "speaker")
