"""What certainty is learned over: features of what the rules made, by name.

A feature is a string that is there or not. For what only the learned judgement of pairs finds see `zusage.reading.pairs`.
"""

from __future__ import annotations

from typing import Final

from zusage.language.analysis import Pos
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.positions import Opinion
from zusage.reading.positions.strangers import STRANGER
from zusage.reading.topics import OTHER

MOST_OPERATORS: Final = 2
"""Operators over a clause that are counted."""

NAMED: Final = 0.8
"""How sure a topic is that words of the content name."""

STATE: Final = "state"

STEPS: Final = (-3, -2, -1, 0, 1)
"""Scores of the sieve that a report is over or not: ordinary news is under most, reports on conferences are over most."""


def of_candidate(context: Context, candidate: Candidate) -> frozenset[str]:
    """What the rules, the words and the form of the clause were."""
    contribution, said, party = candidate.contribution, candidate.said, candidate.party
    clause = context.clauses[candidate.clauses[0]]
    sense = context.sense(candidate.clauses[0])
    mention = candidate.actor.mention
    verb = clause.verb
    found = {
        f"rule:{candidate.rule.split(' ')[0]}",
        f"sense:{sense.kind if sense is not None else 'none'}",
        f"contribution:{contribution.rule}",
        f"party:{party.rule}",
        f"party is {mention.use if mention is not None else 'inferred'}",
        f"actor:{_sort_of(candidate.actor.actor)}",
        f"measure:{contribution.measure}",
        f"firmness:{candidate.firmness}",
        f"said:{said.rule if said is not None else 'nobody'}",
        f"link:{clause.link}",
        f"form:{verb.tense}" if verb is not None else "form:none",
        f"operators:{min(len(candidate.operator_rules), MOST_OPERATORS)}",
    }
    if verb is not None and verb.voice != "active":
        found.add("passive")
    if contribution.quantity is not None:
        found.add("quantity")
    if candidate.conditions:
        found.add("conditions")
    if party.phrase is not None and context.head(party.phrase).pos == Pos.PRON:
        found.add("party is a pronoun")
    return frozenset(found)


def of_opinion(context: Context, opinion: Opinion, relevance: float) -> frozenset[str]:
    """What the rule, its holder and its topic were; ``relevance`` is what the sieve makes of the report, in log-odds.

    Ordinary news is full of demands and complaints; those of reports that tell of efforts and conferences matter, those of
    states more than those of parties and associations.
    """
    mention, said, actor = opinion.actor.mention, opinion.said, _sort_of(opinion.actor.actor)
    sentence = context.analysis.sentences[context.clauses[opinion.clauses[0]].sentence]
    here = mention is not None and sentence.start <= mention.start < sentence.end
    is_stranger = opinion.actor.reason.startswith(STRANGER)
    over = [f"over {step}" for step in STEPS if relevance >= step]
    return frozenset(
        {
            f"rule:{opinion.rule}",
            f"rule:{opinion.rule.split(' ')[0]}",
            f"said:{said.rule if said is not None else 'nobody'}",
            f"stance:{opinion.stance}",
            f"actor:{actor}",
            "topic named" if opinion.sure >= NAMED else "topic guessed",
            "topic of its own" if opinion.topic == OTHER else "topic of the codebook",
            "a stranger" if is_stranger else "actor here" if here else "actor from elsewhere",
            *over,
            *(f"{actor}, {each}" for each in over if actor == STATE),
        }
    )


def _sort_of(actor: str) -> str:
    """The sort of an actor by its id: the EU and the UN act as states do, and their ids are as short."""
    if ":" in actor:
        return actor.split(":", 1)[0]
    return STATE if len(actor) == len("fr") else "organisation"
