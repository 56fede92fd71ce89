"""Refusals and names: whose contribution is refused, one's own (a commitment) or somebody else's (a position)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zusage.language.analysis import Clause, Phrase, Pos, Role, Voice
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.parties import possessors

DEFINITE = frozenset({"the", "this", "that", "das", "dieses", "die", "diese"})
"""What stands before an offer that is known: "is studying **the** offer"."""


def refuses_own(context: Context, clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Say whether what is refused is one's own contribution, not what others propose.

    "Italien lehnt eine Beteiligung ab" is one's own; "Moskau lehnt jede Friedenstruppe ab" is not: states and alliances
    refuse taking part, sending, delivering, or what is theirs.
    """
    refs = context.actors(clause.subject)
    if not refs or any(r.actor.startswith("person:") or r.actor == context.adversary for r in refs):
        return False
    sense = context.sense(context.place_of(clause))
    if sense is not None and any(need.kind == "obj" and need.word in words("requests") for need in sense.needs):
        return True  # "lehnte Malis Bitte um Panzer ab": asked of whoever refuses
    if concerns_others(context, clause, phrases):
        return False
    return any(_is_own(context, part) for phrase in phrases for part in phrase.each())


def _is_own(context: Context, part: Phrase) -> bool:
    if context.head(part).pos == Pos.PRON:
        return True
    thing = context.lexicon.thing(context.head(part).lemma, context.before(part))
    takes_part = thing is not None and (thing.kind == "action" or (thing.kind == "generic" and thing.measure is None))
    return takes_part or any(context.tokens[i].lemma.lower() in words("own") for i in context.inner_tokens(part))


def concerns_others(context: Context, clause: Clause, phrases: Iterable[Phrase]) -> bool:
    """Say whether it is somebody else's contribution: "foreign troops", "eine Entsendung westlicher Soldaten"."""
    own = {ref.actor for ref in context.actors(clause.subject)}
    for phrase in phrases:
        for part in phrase.walk():
            if any(context.tokens[i].lemma.lower() in words("foreign") for i in context.inner_tokens(part)):
                return True
            if any(ref.actor not in own for ref in possessors(context, part)):
                return True
    return False


def takes_an_offer(context: Context, clause: Clause) -> bool:
    """Say whether somebody only takes, weighs or declines what others offer: "Chad **accepted the offer** of 40 tents".

    Not what is his own: "renewed its offer", "is considering an offer of 40 tents".
    """
    verb = clause.verb
    if verb is None or verb.voice != Voice.ACTIVE:
        return False
    weighed = verb.lemma in words("weighing-offers")
    if not weighed and verb.lemma not in words("taking-offers"):
        return False
    own = {ref.actor for ref in context.actors(clause.subject)}
    for phrase in clause.with_role(Role.OBJECT):
        if context.head(phrase).lemma.lower() not in words("offers"):
            continue
        definite = context.tokens[phrase.start].lower in DEFINITE
        if (definite or not weighed) and own.isdisjoint(ref.actor for ref in possessors(context, phrase)):
            return True
    return False


def is_called_something(clause: Clause) -> bool:
    """Say whether a clause only gives a name to what others promise: "bezeichnete die Zusagen als Anfang".

    "nannte" with one object names a figure: "nannte keinen Betrag".
    """
    if clause.verb is None or clause.verb.lemma not in words("calling"):
        return False
    bare = [p for p in clause.with_role(Role.OBJECT, Role.PREDICATE, Role.OTHER) if p.prep is None]
    return clause.verb.lemma not in words("naming") or len(bare) > 1
