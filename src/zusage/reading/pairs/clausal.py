"""Features of a clause, of a spot and of a content by themselves: each is worked out once and serves many pairs."""

from __future__ import annotations

from zusage.language.analysis import VerbGroup
from zusage.reading.operators import is_negated
from zusage.reading.pairs.contents import Content
from zusage.reading.pairs.pairing import Scene
from zusage.reading.pairs.spots import Spot

NAMED_BY_NOUN = frozenset({"thing", "action", "generic", "unknown", "number"})
BESIDE = frozenset(":,()")
OPENING = 2
"""Tokens of a sentence's beginning."""


def sort_of(actor: str) -> str:
    """The sort of an actor: "group", "person", "state", "organisation"."""
    if ":" in actor:
        return actor.split(":", 1)[0]
    return "state" if len(actor) == len("fr") else "organisation"


def use_of(spot: Spot) -> str:
    """How the words stand for the actor: the mention's use, else how the spot came about."""
    mention = spot.ref.mention
    return str(mention.use) if mention is not None and spot.how == "named" else spot.how


def clause_features(scene: Scene, index: int) -> list[str]:
    """What a clause is: its verb, its link, what stands over it, who says it.

    Example: "Estland schickt eine Kompanie" has ``verb give``, ``tense present``.
    """
    context = scene.context
    clause, kind, chain, said = context.clauses[index], scene.kind(index), scene.chain(index), scene.said[index]
    found = [f"verb {kind}", f"link {clause.link}", f"clause {clause.kind}", f"voice {said.voice if said else 'none'}"]
    if clause.verb is not None:
        found.extend(_of_verb(clause.verb, kind))
    sense = context.sense(index)
    if sense is not None and sense.value:
        found.append(f"verb {kind}={sense.value}")
    if is_negated(clause):
        found += ["negated", f"verb {kind} & negated"]
    if clause.question:
        found.append("question")
    if chain.blocked:
        found += ["blocked", f"blocked by {chain.blocked.split(' ')[0]}"]
    if chain.firmness:
        found.append(f"under {chain.firmness}")
    if clause.parent is not None:
        over = scene.kind(clause.parent)
        found += [f"over {over}", f"link {clause.link} & over {over}"]
    return found


def _of_verb(verb: VerbGroup, kind: str) -> list[str]:
    return [
        f"lemma {verb.lemma}",
        f"tense {verb.tense}",
        f"mood {verb.mood}",
        f"passive {verb.voice}",
        f"verb {kind} & tense {verb.tense}",
        f"verb {kind} & passive {verb.voice}",
        *(f"modal {modal}" for modal in verb.modals),
    ]


def spot_features(scene: Scene, spot: Spot) -> list[str]:
    """What somebody is and where he stands.

    Example: "Oslo" in "In Oslo trafen sich die Geber" has ``actor oblique``, ``use place``.
    """
    use, ref = use_of(spot), spot.ref
    found = [
        f"actor {spot.role}",
        f"use {use}",
        f"how {spot.how}",
        f"sort {sort_of(ref.actor)}",
        f"actor {spot.role} & use {use}",
    ]
    if ref.mention is not None:
        found.append(f"mention {ref.mention.kind}")
    if spot.place is not None and spot.place.prep:
        found += [f"actor under {spot.place.prep}", f"actor under {spot.place.prep} & use {use}"]
    if ref.actor == scene.recipient:
        found.append("actor is the recipient")
    if ref.actor == scene.context.adversary:
        found.append("actor is the adversary")
    if ref.person:
        found.append("actor is a person in office")
    return [*found, *_surroundings(scene, spot)]


def _surroundings(scene: Scene, spot: Spot) -> list[str]:
    tokens = scene.context.tokens
    found = []
    following = tokens[spot.token + 1].text if spot.token + 1 < len(tokens) else ""
    if spot.how != "speaker" and following in BESIDE:
        found.append(f"actor before {following}")
    if spot.token - scene.context.analysis.sentences[spot.sentence].start <= OPENING:
        found.append("actor opens the sentence")
    return found


def content_features(scene: Scene, content: Content) -> list[str]:
    """What could be contributed, by its words.

    Example: "fünf Zelte" has ``content thing``, ``quantity``.
    """
    place, sort = content.place, content.sort
    role = place_role(content)
    found = [
        f"content {sort}",
        f"measure {content.measure}",
        f"content {sort} & measure {content.measure}",
        f"content as {role}",
        f"content {sort} & content as {role}",
    ]
    if place is not None:
        if place.prep:
            found.append(f"content under {place.prep}")
        counted = scene.context.quantities_in(place.phrase.start, place.phrase.end)
        if counted:
            found += ["quantity", f"quantity & content {sort}", f"counts {counted[0].kind}"]
        if place.phrase.negated:
            found.append("content negated")
    if sort in NAMED_BY_NOUN:
        found.append(f"noun {scene.context.tokens[content.token].lemma.lower()}")
    return found


def place_role(content: Content) -> str:
    """What the words are to their clause: "object", "genitive below subject", "none" without a phrase of their own."""
    if content.place is None:
        return "none"
    place = content.place
    return str(place.role) if place.depth == 0 else f"{place.role} below {place.top}"
