"""Soldiers, machines and arms that serve nobody else: at home, in a fight, bought for oneself. Source: codebook, section 2."""

from __future__ import annotations

from zusage.language.analysis import Clause, ClauseKind, Role, Tense
from zusage.model.values import Firmness
from zusage.reading.apart.shared import DONE, FOR, SENT, clause_of, ends_in, heads, parts_of
from zusage.reading.commitments.case import Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import words

FIRM = DONE | {Firmness.PLEDGED}
PAST = frozenset({Tense.PAST, Tense.PLUPERFECT})
SOURCES = frozenset({"from", "in", "bei", "von"})
LEFT = frozenset({"from", "aus", "von"})
WHERE_TO = frozenset({"to", "into", "in", "an", "nach", "on", "onto", "toward", "towards", "auf", "zu"})


def is_at_home(context: Context, candidate: Candidate) -> bool:
    """Say whether own forces are moved against somebody or at home: "Peru moved tanks **into position**".

    An army or a coast guard does so at any place that bears no state's name: "**Chile's navy** sent two ships **to the reef**".
    """
    clause = clause_of(context, candidate)
    sense = context.sense(candidate.clauses[0])
    if clause.verb is None or sense is None or sense.kind not in ("give", "deliver"):
        return False
    if _names_others(context, clause, candidate.actor.actor):
        return False
    others = (p for p in clause.phrases if p is not clause.subject)
    goals = [part for p in others for part in p.walk() if part.prep in WHERE_TO]
    if candidate.contribution.measure in ("troops", "arms") and any(ends_in(context, p, "borders") for p in goals):
        return True
    fights = any(context.head(part).lower in words("fighting-places") for part in goals)
    if fights and candidate.firmness in FIRM and not candidate.operator_rules:
        return True
    if candidate.firmness not in DONE:
        return False
    if not ends_in(context, clause.subject, "own-services"):
        return False
    return any(ends_in(context, part, "home-places") for part in goals)


def is_combat(context: Context, candidate: Candidate) -> bool:
    """Say whether forces fight or leave the field: "**flew 40 strikes** and sent jets", "**pulled back from** two posts"."""
    clause = clause_of(context, candidate)
    if clause.verb is not None and candidate.firmness is Firmness.WITHDRAWN:
        if any(ends_in(context, p, "strikes") for p in clause.with_role(Role.OBJECT, Role.OTHER)):
            return True  # "returned fire"
        return any(part.prep in LEFT and heads(context, part) & words("posts") for part in parts_of(clause))
    if candidate.firmness is not Firmness.DELIVERED or candidate.contribution.measure not in SENT:
        return False
    for index in context.analysis.sentences[clause.sentence].clauses:
        other = context.clauses[index]
        if not any(ends_in(context, p, "strikes") for p in other.with_role(Role.OBJECT, Role.OTHER)):
            continue
        if any(ref.actor == candidate.actor.actor for ref in context.actors(other.subject)):
            return True
    return False


def _names_others(context: Context, clause: Clause, actor: str) -> bool:
    """Say whether a clause names another state or organisation than who acts."""
    named = (context.who.by_token.get(i) for i in context.own_tokens(clause))
    return any(mention is not None and mention.actor not in (None, actor) for mention in named)


def has_been(context: Context, candidate: Candidate) -> bool:
    """Say whether soldiers were somewhere once: "Russia **had** 20,000 soldiers there **then**", "hatte **damals** …"."""
    clause = clause_of(context, candidate)
    if clause.verb is None or clause.verb.tense not in PAST or clause.verb.lemma not in words("having"):
        return False
    return any(context.tokens[i].lower in words("back-then") for i in context.own_tokens(clause))


def is_strength(context: Context, candidate: Candidate) -> bool:
    """Say whether a number is how many a state could call to arms: "Finland **can call up** 280,000 soldiers"."""
    verb = clause_of(context, candidate).verb
    if verb is None or candidate.contribution.measure != "troops" or verb.lemma not in words("calling-up"):
        return False
    return not words("can").isdisjoint(verb.modals)


def is_bought(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody buys machines for himself: "Peru **bought** 24 jets **from Sweden**", not "… **for** Chad"."""
    clause = clause_of(context, candidate)
    if clause.verb is None or clause.verb.lemma not in words("buying-verbs") or clause.kind == ClauseKind.PARTICIPLE:
        return False
    parts = [part for p in clause.phrases if p is not clause.subject for part in p.walk()]
    if any(part.prep in FOR and not context.has_money(part) for part in parts):
        return False
    own = candidate.actor.actor
    sellers = [context.who.actors_at(part.head, places=True) for part in parts if part.prep in SOURCES]
    return any(refs and all(ref.actor != own for ref in refs) for refs in sellers)
