"""What the rules give to somebody else: one contribution has the giver that its sentence says, and nobody who stands near.

Source: codebook, section 2 (one record per contribution).
"""

from __future__ import annotations

from zusage.language.analysis import Phrase
from zusage.reading.commitments import Candidate
from zusage.reading.pairs.pairing import Pair, Scene

SOURCES = frozenset({"from", "aus", "von"})
ARTICLES = frozenset({"the", "der", "den", "dem"})
VERBS = frozenset({"verb", "empty", "other verb"})
"""Sorts of contents that are a verb."""


def is_taken(scene: Scene, pair: Pair) -> bool:
    """Say whether the rules have the content of a pair as the contribution of others, and the pair's actor is none of them.

    Example: in "Chile pledged 10 million dollars to help Chad, according to Quito" the money is Chile's, not Chad's or Ecuador's;
    in "… , the Peruvian president announced" the announcing is no pledge of Peru's.
    """
    ruled = [c for c in scene.ruled.get(pair.content.sentence, ()) if not c.from_context]
    holding = [c for c in ruled if _holds(scene, c, pair)]
    actor = pair.spot.ref.actor
    return bool(holding) and not any(c.actor.actor == actor or _is_among(c.party.phrase, pair) for c in holding)


def is_passed_by(scene: Scene, pair: Pair) -> bool:
    """Say whether the words themselves make an actor the one who gets something, or make somebody else the giver.

    Examples: "Chile sent blankets to aid **Chad**"; "5 million dollars from Kenya, 3 million from **Uganda**": each its own.
    """
    spot, content, context = pair.spot, pair.content, scene.context
    verb = context.clauses[content.clause].verb
    here = spot.clause == content.clause and spot.how == "named" and verb is not None and verb.voice == "active"
    if (
        here
        and content.sort in VERBS
        and spot.place is not None
        and (spot.place.role, spot.place.depth) == ("object", 0)
    ):
        return True
    at = content.token + 1
    if content.sort != "money" or at + 1 >= len(context.tokens) or context.tokens[at].lower not in SOURCES:
        return False
    at += 1 + (context.tokens[at + 1].lower in ARTICLES)
    refs = context.who.actors_at(at, places=True) if at < len(context.tokens) else ()
    return bool(refs) and all(ref.actor != spot.ref.actor for ref in refs)


def _holds(scene: Scene, candidate: Candidate, pair: Pair) -> bool:
    """Say whether a content is what a candidate contributes, its verb, or the words that say who tells of it."""
    content, phrase = pair.content, candidate.contribution.phrase
    if phrase is not None and phrase.start <= content.token < phrase.end:
        return content.token == phrase.head or content.sort == "money"
    if candidate.said is not None and any(start <= content.token < end for start, end in candidate.said.told):
        return True
    verb = scene.context.clauses[candidate.clauses[0]].verb
    return content.sort in VERBS and verb is not None and content.token == verb.head


def _is_among(phrase: Phrase | None, pair: Pair) -> bool:
    """Say whether the actor is named in the words that name the giver: "Peru and the governments of Chile and Ghana"."""
    return phrase is not None and phrase.start <= pair.spot.token < phrase.end
