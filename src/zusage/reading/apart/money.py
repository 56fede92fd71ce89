"""Sums that nobody gives: debts, trade, whole budgets, the upkeep of own forces. Source: codebook, section 2."""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Phrase, Role, Tense
from zusage.model.values import Firmness
from zusage.reading.apart.shared import DONE, FOR, clause_of, ends_in, heads, parts_of
from zusage.reading.commitments.case import Candidate
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.parties import possessors

TO_CREDITORS = frozenset({"to", "an", "bei", "with"})
SERVICE_OF_MONEY = frozenset({"on", "for", "für", "into", "in"})


def is_owed(context: Context, candidate: Candidate) -> bool:
    """Say whether a sum is a debt: "Ghana's **foreign debt** rose to 9 billion dollars", "Perus **Auslandsschulden** betragen …".

    What it costs, too: "zahlt keine **Zinsen** mehr"; and what a creditor has of it: "Die **Schulden** stiegen auf 9 Milliarden,
    davon **entfallen** zwei auf Japan".
    """
    clause = clause_of(context, candidate)
    if clause.verb is None or candidate.firmness in (Firmness.REJECTED, Firmness.WITHDRAWN):
        return False
    if any(ends_in(context, p, "debt-service") for p in clause.with_role(Role.OBJECT, Role.OTHER)):
        return True
    if any(part.prep in TO_CREDITORS and heads(context, part) & words("creditors") for part in parts_of(clause)):
        return True
    if clause.verb.lemma not in words("amounting") or _is_forgiven(context, clause.sentence):
        return False
    subjects = [*_subjects_up(context, candidate.clauses[0]), *_subjects_before(context, clause)]
    return any(
        ends_in(context, one, "owed-things") or heads(context, one) & words("sums-of-nobody") for one in subjects
    )


def _subjects_before(context: Context, clause: Clause) -> Iterator[Phrase]:
    """The subject of the sentence before a share of it: "**Military spending** rose. Peru **accounted for** 9 billion"."""
    if clause.verb is None or clause.verb.lemma not in words("having-shares") or not clause.sentence:
        return
    for index in context.analysis.sentences[clause.sentence - 1].clauses:
        subject = context.clauses[index].subject
        if subject is not None:
            yield subject


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


def is_trade(context: Context, candidate: Candidate) -> bool:
    """Say whether a clause tells how trade, losses or a whole budget grow: "Perus **Exporte** haben sich **verdoppelt**"."""
    clause = clause_of(context, candidate)
    if clause.verb is None or clause.verb.lemma not in words("amounting") or clause.verb.lemma in COPULAS:
        return False
    return bool(heads(context, clause.subject) & words("sums-of-nobody"))


def is_own_budget(context: Context, candidate: Candidate) -> bool:
    """Say whether a sum is a whole budget: "Parliament passed **a budget of 40 billion** crowns for next year".

    One that is for something is not: "approved a budget of 20 million dollars **for the mission**".
    """
    clause = clause_of(context, candidate)
    objects = [p for p in clause.phrases if p is not clause.subject and p.prep in (None, "über", "of", "von", "für")]
    passes = clause.verb is not None and clause.verb.lemma in words("passing-bills")
    whole = passes and any(p.prep is None and ends_in(context, p, "budgets") for p in objects)
    spent = ends_in(context, clause.subject, "budgets") and any(ends_in(context, p, "outlays") for p in objects)
    return (whole or spent) and not any(_is_purpose(context, part) for p in clause.phrases for part in p.walk())


def _is_purpose(context: Context, part: Phrase) -> bool:
    """Say whether a phrase tells what money is for, and not when: "for the mission", not "for next year"."""
    if part.prep not in FOR:
        return False
    return not context.dates_in(part.start, part.end) and context.head(part).lemma.lower() not in words("years")


def is_own_upkeep(context: Context, candidate: Candidate) -> bool:
    """Say whether somebody spends money on the own forces: "Peru **spent** 4 billion dollars **on its army**".

    What somebody plans to spend may be a target of the alliance, and so what is spent where the report names it (codebook:
    funding, recipient `nato`).
    """
    clause = clause_of(context, candidate)
    verb = clause.verb
    if verb is None or verb.lemma not in words("spending-verbs"):
        return False
    if candidate.firmness not in DONE and (verb.tense != Tense.PRESENT or verb.modals or candidate.operator_rules):
        return False
    if any(mention.actor == "nato" for mention in context.who.mentions):
        return False
    told = clause
    if clause.kind == ClauseKind.FRAGMENT and clause.parent is not None:  # "…, **Chile 3 Milliarden**"
        told = context.clauses[clause.parent]
    parts = (part for p in told.phrases for part in p.walk() if part.prep in SERVICE_OF_MONEY)
    return any(_is_own_service(context, part, candidate.actor.actor) for part in parts)


def _is_own_service(context: Context, part: Phrase, actor: str) -> bool:
    """Say whether a phrase names forces as the actor's own: "its army", "defence"; "the army" may be another state's."""
    if heads(context, part).isdisjoint(words("own-services")) or any(
        ref.actor != actor for ref in possessors(context, part)
    ):
        return False
    return _is_own(context, part) or not heads(context, part).isdisjoint(words("defence-words"))


def _is_own(context: Context, part: Phrase) -> bool:
    before = {context.tokens[i].lower[:4] for i in range(part.start, part.head)}
    return not before.isdisjoint(words("own-words"))
