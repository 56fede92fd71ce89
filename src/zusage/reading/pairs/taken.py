"""What the rules give to somebody else: one contribution has the giver that its sentence says, and nobody who stands near.

Source: codebook, section 2 (one record per contribution).
"""

from __future__ import annotations

from zusage.language.analysis import Phrase
from zusage.reading.commitments import Candidate
from zusage.reading.pairs.pairing import Pair, Scene

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


def _holds(scene: Scene, candidate: Candidate, pair: Pair) -> bool:
    """Say whether a content is what a candidate contributes, its verb, or the words that say who tells of it."""
    content, phrase = pair.content, candidate.contribution.phrase
    if phrase is not None and phrase.start <= content.token < phrase.end:
        return content.token == phrase.head or content.sort == "money"
    if content.sort not in VERBS:
        return False
    verb = scene.context.clauses[candidate.clauses[0]].verb
    told = candidate.said is not None and any(start <= content.token < end for start, end in candidate.said.told)
    return told or (verb is not None and content.token == verb.head)


def _is_among(phrase: Phrase | None, pair: Pair) -> bool:
    """Say whether the actor is named in the words that name the giver: "Peru and the governments of Chile and Ghana"."""
    return phrase is not None and phrase.start <= pair.spot.token < phrase.end
