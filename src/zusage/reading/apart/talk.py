"""What is only supposed, demanded, wished or proposed, and words of two senses. Source: codebook, section 2."""

from __future__ import annotations

from zusage.language.analysis import Link, Mood, Pos, Role, Tense
from zusage.model.values import Firmness
from zusage.reading.apart.shared import clause_of
from zusage.reading.commitments.case import Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.parties import possessors
from zusage.reading.quantities import PERSON_MEASURES

BESIDE_AMOUNTS = frozenset({"name beside an amount", "name with an amount"})
AHEAD = frozenset({Firmness.CONSIDERING, Firmness.SIGNALLED, Firmness.PLEDGED})
AGAINST = frozenset({Firmness.WITHHELD, Firmness.REJECTED})
WANTED = frozenset({Firmness.SIGNALLED, Firmness.PLEDGED})
ASKED_FOR = frozenset({"arms", "funding"})
SUPPOSED_BEFORE = 2
"""Sentences before a deed in which the world is supposed to be another."""


def is_supposed(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody only would or could if the sentence before were true, by the outlet's own words.

    Example: "If Washington **were to leave**, Europe would need 30,000 soldiers. Norway **might** send 2,000 of them."
    """
    clause = clause_of(context, candidate)
    if candidate.said is not None or candidate.firmness not in AHEAD or clause.verb is None:
        return False
    if clause.verb.mood != Mood.HYPOTHETICAL:
        return False
    first = max(0, clause.sentence - SUPPOSED_BEFORE)
    place = context.paragraph_of[clause.sentence]
    before = (n for n in range(first, clause.sentence) if context.paragraph_of[n] == place)
    return any(_supposes(context, number) for number in before)


def _supposes(context: Context, sentence: int) -> bool:
    """Say whether a sentence tells what would follow from what is not so: "Zöge Peru ab, müsste Chile einspringen"."""
    for index in context.analysis.sentences[sentence].clauses:
        clause = context.clauses[index]
        if clause.link != Link.CONDITION or clause.parent is None or clause.verb is None:
            continue
        outer = context.clauses[clause.parent].verb
        unreal = clause.verb.mood == Mood.HYPOTHETICAL or clause.verb.tense == Tense.PAST
        if unreal and outer is not None and outer.mood == Mood.HYPOTHETICAL:
            return True
    return False


def is_demanded(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody else says that the actor has to: "**Peru must** help us, a doctor in Lima said"."""
    verb, said = clause_of(context, candidate).verb, candidate.said
    if verb is None or said is None or words("has-to").isdisjoint(verb.modals):
        return False
    if candidate.firmness in (Firmness.REJECTED, Firmness.WITHHELD):
        return False
    return bool(said.told) and all(ref.actor != candidate.actor.actor for ref in said.speakers)


def is_wished(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody wants to have something, or wants what is another's.

    Examples: "Chad **wants 300 tanks**" (but "wants 20,000 refugees" takes them in, and "wants 400 **of its men**" sends
    them); "**wants the Peruvian force** to stay"; "möchte, **dass** die Truppe bleibt".
    """
    clause, actor = clause_of(context, candidate), candidate.actor.actor
    if clause.verb is None or clause.verb.lemma not in words("wanting-others"):
        return False
    phrase = candidate.contribution.phrase
    if len(candidate.clauses) == 1 and candidate.firmness in WANTED and _is_asked_for(context, candidate):
        return True
    whose = possessors(context, phrase) if phrase is not None else ()
    if whose and all(ref.actor != actor for ref in whose):
        return True
    below = (context.clauses[i] for i in context.linked(candidate.clauses[0], Link.COMPLEMENT))
    others = [one.subject for one in below if context.is_finite(one) and one.subject is not None]
    return any(actor not in {ref.actor for ref in context.actors(subject)} for subject in others)


def _is_asked_for(context: Context, candidate: Candidate) -> bool:
    """Say whether a thing that somebody wants is nothing of the own, and no people whom he wants to take in."""
    phrase, contribution = candidate.contribution.phrase, candidate.contribution
    objects = clause_of(context, candidate).with_role(Role.OBJECT)
    if phrase is None:  # "Peru and Chile would like some", in a report on frigates
        return context.analysis.language == "en" and any(context.head(one).pos != Pos.NUM for one in objects)
    if not any(one.start <= phrase.start < one.end for one in objects):
        return False
    if contribution.measure in ASKED_FOR or context.analysis.language != "en":
        return contribution.measure in ASKED_FOR
    counted = contribution.quantity
    taken_in = contribution.measure == "humanitarian" and counted is not None and counted.unit == "persons"
    own = any(context.tokens[i].lower in words("own-of-it") for i in range(phrase.start, phrase.end))
    return not taken_in and not own and context.head(phrase).pos != Pos.NUM  # "Peru wants 2,000"


def is_seat(context: Context, candidate: Candidate) -> bool:
    """Say whether "capital" is a city: "Peru is moving **its capital**"."""
    phrase = candidate.contribution.phrase
    if phrase is None or context.analysis.language != "en" or context.head(phrase).lower != "capital":
        return False
    before = {context.tokens[i].lower for i in range(phrase.start, phrase.head)}
    return not context.has_money(phrase) and not before.isdisjoint(words("own-of-it"))


def gets_too(context: Context, candidate: Candidate) -> bool:
    """Say whether a name with an amount is one of those who get: "Chad would **receive** 9 million, **Mali 6 million**"."""
    if candidate.party.rule not in BESIDE_AMOUNTS:
        return False
    sentence = context.analysis.sentences[clause_of(context, candidate).sentence]
    kinds = {sense.kind for i in sentence.clauses if (sense := context.sense(i)) is not None}
    return "receive" in kinds and kinds.isdisjoint(("give", "commit", "deliver"))


def is_staying_away(context: Context, candidate: Candidate) -> bool:
    """Say whether nobody comes to a meeting, where money was spoken of: "Togo, which exports oil, **sent nobody**"."""
    if candidate.contribution.measure in PERSON_MEASURES or candidate.firmness not in AGAINST:
        return False
    objects = clause_of(context, candidate).with_role(Role.OBJECT)
    return any(context.head(phrase).lower in words("no-people") for phrase in objects)


def is_lacking(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody has none of it left: "Peru **ran short of** water bombers"."""
    clause = clause_of(context, candidate)
    if clause.verb is None or clause.verb.lemma.split(" ")[0] != "run":
        return False
    return any(context.tokens[i].lower in ("short", "out") for i in context.own_tokens(clause))


def is_unconcerned(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody only has nothing to do with it: "Lima sagte, es **habe damit nichts zu tun**"."""
    clause = clause_of(context, candidate)
    if clause.verb is None or clause.verb.lemma not in words("doing"):
        return False
    own = [context.tokens[i].lower for i in context.own_tokens(clause)]
    nothing = not words("nothing-words").isdisjoint(own)
    return nothing and not clause.verb.modals and not words("with-that").isdisjoint(own)


def is_proposed(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody only proposes a mission or a sum: "**Vorgeschlagen** hatte den Einsatz Peru"; not to give it oneself."""
    verb = clause_of(context, candidate).verb
    return verb is not None and verb.lemma in words("proposing") and len(candidate.clauses) == 1


def is_usual_tie(context: Context, candidate: Candidate) -> bool:
    """Say whether diplomats only come or go, or a state has long been recognised.

    Examples: "its **special envoy left** before the signing"; "Peru, which **recognises** Taiwan".
    """
    verb = clause_of(context, candidate).verb
    if candidate.contribution.measure != "political" or verb is None or context.analysis.language != "en":
        return False
    if verb.lemma in words("recognising"):
        return verb.tense == Tense.PRESENT and not verb.modals and candidate.firmness not in AGAINST
    phrase = candidate.contribution.phrase
    diplomats = phrase is not None and context.head(phrase).lemma.lower() in words("diplomats")
    return diplomats and verb.lemma in words("coming-and-going") | words("travelling-verbs")
