"""What stands apart from any common effort, though somebody gives, spends or sends something by the words of a clause.

A state that pays its own army, owes money, guards its own streets, buys jets for itself, or would send soldiers if the world were
another contributes nothing. Rules and learned pairs alike meet it. Uses clauses and mentions.
Source: codebook, section 2 (to a common effort or to its recipient; hypotheticals are nothing).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Phrase, Role, Tense
from zusage.model.values import Firmness
from zusage.reading.commitments.case import SENT_OUT, Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.parties import possessors

MACHINES = frozenset({"air", "naval"})
SENT = SENT_OUT | {"arms"}
AHEAD = frozenset({Firmness.CONSIDERING, Firmness.SIGNALLED, Firmness.PLEDGED})
DONE = frozenset({Firmness.DELIVERED, Firmness.CONCRETE})
PAST = frozenset({Tense.PAST, Tense.PLUPERFECT})
FOR = frozenset({"for", "für"})
SOURCES = frozenset({"from", "in", "bei", "von"})
WHERE_TO = frozenset({"to", "into", "in", "an", "nach", "on", "onto", "toward", "towards", "auf", "zu"})
SERVICE_OF_MONEY = frozenset({"on", "for", "für", "into", "in"})
SUPPOSED_BEFORE = 2
"""Sentences before a deed in which the world is supposed to be another."""


def is_apart(context: Context, candidate: Candidate) -> bool:
    """Say whether what was read as a contribution is none to anybody but oneself, or of no real world."""
    if _is_supposed(context, candidate):
        return True
    if _is_demanded(context, candidate) or _is_wished(context, candidate) or _is_seat(context, candidate):
        return True
    if candidate.contribution.rule == "money" or candidate.contribution.measure == "funding":
        return _is_owed(context, candidate) or _is_own_budget(context, candidate) or _is_own_upkeep(context, candidate)
    if candidate.contribution.measure not in SENT:
        return False
    return (
        _is_at_home(context, candidate)
        or _has_been(context, candidate)
        or _is_strength(context, candidate)
        or _is_bought(context, candidate)
    )


def _clause(context: Context, candidate: Candidate) -> Clause:
    return context.clauses[candidate.clauses[0]]


def _heads(context: Context, phrase: Phrase | None) -> set[str]:
    return {context.head(part).lemma.lower() for part in phrase.each()} if phrase is not None else set()


def _ends_in(context: Context, phrase: Phrase | None, name: str) -> bool:
    """Say whether a phrase's head is one of a class of words, or in German a compound that ends in one."""
    lemmas = _heads(context, phrase)
    if not lemmas.isdisjoint(words(name)):
        return True
    return any(context.ends(lemma, word) for lemma in lemmas for word in words(name))


# --- worlds that are only supposed -------------------------------------------------------------------------------


def _is_supposed(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody only would or could if the sentence before were true, by the outlet's own words.

    Example: "If Washington **were to leave**, Europe would need 30,000 soldiers. Norway **might** send 2,000 of them."
    """
    clause = _clause(context, candidate)
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


# --- what others are to do, and words of two senses --------------------------------------------------------------


def _is_demanded(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody else says that the actor has to: "**Peru must** help us, a doctor in Lima said"."""
    verb, said = _clause(context, candidate).verb, candidate.said
    if verb is None or said is None or words("has-to").isdisjoint(verb.modals):
        return False
    if candidate.firmness in (Firmness.REJECTED, Firmness.WITHHELD):
        return False
    return bool(said.told) and all(ref.actor != candidate.actor.actor for ref in said.speakers)


def _is_wished(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody wants what is another's: "Chad **wants the Peruvian force** to stay", "möchte, **dass** … bleiben"."""
    clause, actor = _clause(context, candidate), candidate.actor.actor
    if clause.verb is None or clause.verb.lemma not in words("wanting-others"):
        return False
    phrase = candidate.contribution.phrase
    whose = possessors(context, phrase) if phrase is not None else ()
    if whose and all(ref.actor != actor for ref in whose):
        return True
    below = (context.clauses[i] for i in context.linked(candidate.clauses[0], Link.COMPLEMENT))
    others = [one.subject for one in below if context.is_finite(one) and one.subject is not None]
    return any(actor not in {ref.actor for ref in context.actors(subject)} for subject in others)


def _is_seat(context: Context, candidate: Candidate) -> bool:
    """Say whether "capital" is a city: "Peru is moving **its capital**"."""
    phrase = candidate.contribution.phrase
    if phrase is None or context.analysis.language != "en" or context.head(phrase).lower != "capital":
        return False
    before = {context.tokens[i].lower for i in range(phrase.start, phrase.head)}
    return not context.has_money(phrase) and not before.isdisjoint(words("own-of-it"))


# --- money ------------------------------------------------------------------------------------------------------


def _is_owed(context: Context, candidate: Candidate) -> bool:
    """Say whether a sum is a debt: "Ghana's **foreign debt** rose to 9 billion dollars", "Perus **Auslandsschulden** betragen …".

    What it costs, too: "zahlt keine **Zinsen** mehr"; and what a creditor has of it: "Die **Schulden** stiegen auf 9 Milliarden,
    davon **entfallen** zwei auf Japan".
    """
    clause = _clause(context, candidate)
    if clause.verb is None or candidate.firmness in (Firmness.REJECTED, Firmness.WITHDRAWN):
        return False
    if any(_ends_in(context, p, "debt-service") for p in clause.with_role(Role.OBJECT, Role.OTHER)):
        return True
    if clause.verb.lemma in words("amounting") and not _is_forgiven(context, clause.sentence):
        return any(_ends_in(context, subject, "owed-things") for subject in _subjects_up(context, candidate.clauses[0]))
    return False


def _is_forgiven(context: Context, sentence: int) -> bool:
    """Say whether the debt is one that is given up, in a sentence or the one before: "Japan **forgives** 2 billion"."""
    sentences = context.analysis.sentences
    first, end = sentences[max(0, sentence - 1)].start, sentences[sentence].end
    return any(lemma in words("forgiving") for lemma in context.lemmas[first:end])


def _subjects_up(context: Context, index: int) -> Iterator[Phrase]:
    """The subjects of a clause and of those that it hangs on."""
    at: int | None = index
    while at is not None:
        clause = context.clauses[at]
        if clause.subject is not None:
            yield clause.subject
        at = clause.parent if clause.parent != at else None


def _is_own_budget(context: Context, candidate: Candidate) -> bool:
    """Say whether a sum is a whole budget: "Parliament passed **a budget of 40 billion** crowns for next year".

    One that is for something is not: "approved a budget of 20 million dollars **for the mission**".
    """
    clause = _clause(context, candidate)
    objects = [p for p in clause.phrases if p is not clause.subject and context.has_money(p)]
    whole = any(_ends_in(context, part, "budgets") for part in objects)
    spent = _ends_in(context, clause.subject, "budgets") and any(_ends_in(context, p, "outlays") for p in objects)
    return (whole or spent) and not any(_is_purpose(context, part) for p in clause.phrases for part in p.walk())


def _is_purpose(context: Context, part: Phrase) -> bool:
    """Say whether a phrase tells what money is for, and not when: "for the mission", not "for next year"."""
    if part.prep not in FOR:
        return False
    return not context.dates_in(part.start, part.end) and context.head(part).lemma.lower() not in words("years")


def _is_own_upkeep(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody spends money on the own forces: "Peru **spent** 4 billion dollars **on its army**".

    What somebody plans to spend may be a target of the alliance, and so what is spent where the report names it (codebook:
    funding, recipient `nato`).
    """
    clause = _clause(context, candidate)
    if clause.verb is None or clause.verb.lemma not in words("spending-verbs") or candidate.firmness not in DONE:
        return False
    if any(mention.actor == "nato" for mention in context.who.mentions):
        return False
    parts = (part for p in clause.phrases for part in p.walk() if part.prep in SERVICE_OF_MONEY)
    return any(_is_own_service(context, part, candidate.actor.actor) for part in parts)


def _is_own_service(context: Context, part: Phrase, actor: str) -> bool:
    """Say whether a phrase names forces as the actor's own: "its army", "defence"; "the army" may be another state's."""
    if _heads(context, part).isdisjoint(words("own-services")) or any(
        ref.actor != actor for ref in possessors(context, part)
    ):
        return False
    return _is_own(context, part) or not _heads(context, part).isdisjoint(words("defence-words"))


def _is_own(context: Context, part: Phrase) -> bool:
    before = {context.tokens[i].lower[:4] for i in range(part.start, part.head)}
    return not before.isdisjoint(words("own-words"))


# --- soldiers, machines, arms -----------------------------------------------------------------------------------


def _is_at_home(context: Context, candidate: Candidate) -> bool:
    """Say whether own forces are moved against somebody or at home: "Peru moved tanks **into position**".

    An army or a coast guard does so at any place that bears no state's name: "**Chile's navy** sent two ships **to the reef**".
    """
    clause = _clause(context, candidate)
    sense = context.sense(candidate.clauses[0])
    if clause.verb is None or sense is None or sense.kind not in ("give", "deliver") or candidate.firmness not in DONE:
        return False
    if _names_others(context, clause, candidate.actor.actor):
        return False
    others = (p for p in clause.phrases if p is not clause.subject)
    goals = [part for p in others for part in p.walk() if part.prep in WHERE_TO]
    if candidate.contribution.measure in ("troops", "arms") and any(_ends_in(context, p, "borders") for p in goals):
        return True
    if any(_heads(context, part) & words("fighting-places") for part in goals):
        return True
    if not _ends_in(context, clause.subject, "own-services"):
        return False
    return any(_ends_in(context, part, "home-places") for part in goals)


def _names_others(context: Context, clause: Clause, actor: str) -> bool:
    """Say whether a clause names another state or organisation than who acts."""
    named = (context.who.by_token.get(i) for i in context.own_tokens(clause))
    return any(mention is not None and mention.actor not in (None, actor) for mention in named)


def _has_been(context: Context, candidate: Candidate) -> bool:
    """Say whether soldiers were somewhere once: "Russia **had** 20,000 soldiers there **then**", "hatte **damals** …"."""
    clause = _clause(context, candidate)
    if clause.verb is None or clause.verb.tense not in PAST or clause.verb.lemma not in words("having"):
        return False
    return any(context.tokens[i].lower in words("back-then") for i in context.own_tokens(clause))


def _is_strength(context: Context, candidate: Candidate) -> bool:
    """Say whether a number is how many a state could call to arms: "Finland **can call up** 280,000 soldiers"."""
    verb = _clause(context, candidate).verb
    if verb is None or candidate.contribution.measure != "troops" or verb.lemma not in words("calling-up"):
        return False
    return not words("can").isdisjoint(verb.modals)


def _is_bought(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody buys machines for himself: "Peru **bought** 24 jets **from Sweden**", not "… **for** Chad"."""
    clause = _clause(context, candidate)
    if clause.verb is None or clause.verb.lemma not in words("buying-verbs") or clause.kind == ClauseKind.PARTICIPLE:
        return False
    parts = [part for p in clause.phrases if p is not clause.subject for part in p.walk()]
    if any(part.prep in FOR and not context.has_money(part) for part in parts):
        return False
    own = candidate.actor.actor
    sellers = [context.who.actors_at(part.head, places=True) for part in parts if part.prep in SOURCES]
    return any(refs and all(ref.actor != own for ref in refs) for refs in sellers)
