"""Receivers: who is named beside a contribution because it goes to him. What is learned must not take him for its giver.

Pairs are weighed by many small signs, and a recipient shares most of them with the giver: he is a state, beside a sum,
in a sentence about a promise. The grammar knows better. Uses clauses, their verbs' senses, and mentions.
"""

from __future__ import annotations

from zusage.language.analysis import Role, Voice
from zusage.reading.pairs.pairing import Pair, Scene
from zusage.reading.pairs.spots import is_goal

GIVING = frozenset({"give", "commit", "deliver"})
"""Classes of verbs whose indirect object is whom something goes to."""


def is_receiver(scene: Scene, pair: Pair) -> bool:
    """Say whether what is named goes to whom is named, by the words of their clause."""
    return is_goal(pair.spot) or (
        pair.spot.clause == pair.content.clause
        and (_gets(scene, pair) or _is_given(scene, pair) or _beside(scene, pair))
    )


def _gets(scene: Scene, pair: Pair) -> bool:
    """Say whether he is the subject of a verb of getting: "Der Sudan erhält 20 Millionen Euro", "Chad receives tents"."""
    place = pair.spot.place
    return (
        place is not None
        and place.depth == 0
        and place.role == Role.SUBJECT
        and scene.kind(pair.content.clause) == "receive"
    )


def _is_given(scene: Scene, pair: Pair) -> bool:
    """Say whether he is the indirect object beside a giver: "Oslo sagte dem Sudan Geld zu", "gave Chad tents"."""
    place, clause = pair.spot.place, pair.content.clause
    if place is None or place.depth or place.role != Role.INDIRECT or scene.kind(clause) not in GIVING:
        return False
    verb = scene.context.clauses[clause].verb
    passive = verb is not None and verb.voice != Voice.ACTIVE
    return passive or bool(scene.subjects(clause) - {pair.spot.ref.actor})


def _beside(scene: Scene, pair: Pair) -> bool:
    """Say whether he stands right behind another state's name: "gestern sagte Norwegen Armenien zwei Millionen Euro zu"."""
    context, clause = scene.context, pair.content.clause
    named = context.who.by_token
    own = named.get(pair.spot.token)
    if own is None or own.kind != "state" or not own.start or scene.kind(clause) not in GIVING:
        return False
    before = named.get(own.start - 1)
    if before is None or before.kind != "state" or before.end != own.start or before.actor == own.actor:
        return False
    subject = context.clauses[clause].subject
    return subject is not None and subject.start <= before.head < subject.end and subject.head != own.head
