"""The signs of a statement in its report: numbers by name, each named by what it is about and what it is.

Source: codebook, section 2: what a report says more than once is one contribution, and money has its stated purpose's measure,
so that a report's statements have much in common, and what is wrong in one is wrong in others.
"""

from __future__ import annotations

import math

from zusage.model.statement import Commitment, Position
from zusage.reading.certainty import is_ruled
from zusage.reading.effort import efforts_of
from zusage.reading.overall.whole import LEAST_SCORE, Whole, is_in_pool
from zusage.reading.pairs.weights import log_odds

LEAST_OWN = 0.01
LEAST_HERE = 0.005
LEAST_EFFORT = 0.01
"""Probabilities below which less says no more."""
SMOOTH = 0.3
LITTLE = 0.1
FURTHEST = 4.0
"""Scores of the sieve beyond which more says no more."""

SORTS = {
    "money": "money",
    "noun": "noun",
    "spoken of before": "taken up",
    "what the report is about": "taken up",
}
"""Rules of contributions by the sort of their words: pairs say more of some than of others."""

ALIKE = (
    frozenset({"funding", "humanitarian", "reconstruction", "arms", "other", "political", "logistics"}),
    frozenset({"troops", "training", "monitoring", "logistics", "air", "naval"}),
)
"""Measures that are taken for each other; the first set for money and goods, the second for people and machines."""
OF_GOODS = frozenset({"funding", "humanitarian", "reconstruction", "arms"})


def commitment_signs(whole: Whole, statement: Commitment) -> dict[str, float]:
    """The signs of a commitment; its certainty is still what its own words say."""
    return (
        _of_words(statement)
        | _of_pairs(whole, statement)
        | _of_money(whole, statement)
        | _of_place(whole, statement)
        | _of_measure(whole, statement)
    )


def _of_words(statement: Commitment) -> dict[str, float]:
    own, ruled = log_odds(statement.certainty or 0.0, LEAST_OWN), is_ruled(statement)
    return {
        "its words: alone": own,
        "its words: by a rule": own if ruled else 0.0,
        "its words: a rule": float(ruled),
    }


def _of_pairs(whole: Whole, statement: Commitment) -> dict[str, float]:
    hits = whole.hits((statement.actor, statement.measure))
    here = whole.here(statement.actor, whole.sentence_of(statement.quote))
    others = [score for measure, score in here.items() if measure != statement.measure]
    found = {
        "pairs: here": log_odds(here.get(statement.measure, 0.0), LEAST_HERE),
        "pairs: another measure here": log_odds(max(others, default=0.0), LEAST_HERE),
    }
    if not hits:
        return found | {"pairs: none": 1.0}
    best = log_odds(hits[0].score)
    return found | {"pairs: best": best, f"pairs: best, {_sort_of(statement)}": best}


def _sort_of(statement: Commitment) -> str:
    if not is_ruled(statement):
        return "learned"
    return next((SORTS.get(step.rule, "other") for step in statement.trace if step.field == "measure"), "other")


def _of_money(whole: Whole, statement: Commitment) -> dict[str, float]:
    efforts = efforts_of(whole.context)
    is_sum = statement.quantity is not None and statement.quantity.is_money
    found = {"what money is for: a sum": float(is_sum)}
    if statement.measure in efforts:
        own = log_odds(efforts[statement.measure], LEAST_EFFORT)
        other = max([share for measure, share in efforts.items() if measure != statement.measure])
        found["what money is for: against others"] = own - log_odds(other, LEAST_EFFORT)
        if is_sum:
            found["what money is for: of a sum"] = own
    return found


def _of_place(whole: Whole, statement: Commitment) -> dict[str, float]:
    return {
        "its place: sentence": _share_of_sentences(whole, statement),
        "its place: actor first named": whole.mentions(statement.actor)[1] / max(1, len(whole.context.tokens)),
    }


def _share_of_sentences(whole: Whole, statement: Commitment | Position) -> float:
    return whole.sentence_of(statement.quote) / max(1, len(whole.context.analysis.sentences))


def _of_measure(whole: Whole, statement: Commitment) -> dict[str, float]:
    measure = statement.measure
    more = 0 if is_in_pool(statement) else 1
    count, same = len(whole.commitments) + more, whole.measures.get(measure, 0) + more
    weight = whole.weights.get(measure, 0.0)
    alike = sum([other for name, other in whole.weights.items() if name in _alike(measure)])
    return {
        "who gives the same: statements": math.log(same),
        "who gives the same: actors": math.log(len(whole.givers.get(measure, ())) or 1),
        "who gives the same: share": math.log(same / count),
        "what the report tells: pairs of the measure": math.log(LITTLE + weight),
        "what the report tells: share of the measure": math.log((weight + SMOOTH) / (whole.weight + SMOOTH)),
        "what the report tells: share among like ones": math.log((weight + SMOOTH) / (alike + SMOOTH)),
        "what the report tells: commitments": math.log(1 + count),
        "what the report tells: how densely": math.log((count + SMOOTH) / (whole.context.sentences + 1)),
        "what the report tells: at first sight": max(-FURTHEST, min(FURTHEST, whole.beside.relevance)),
    }


def _alike(measure: str) -> frozenset[str]:
    if measure in OF_GOODS:
        return ALIKE[0]
    return ALIKE[1] if measure in ALIKE[1] else frozenset({measure})


def position_signs(whole: Whole, statement: Position) -> dict[str, float]:
    """The signs of a position; its certainty is still what the rules say."""
    actor, stance = statement.actor, str(statement.stance)
    own = log_odds(statement.certainty or 0.0, LEAST_SCORE)
    is_one = is_in_pool(statement)
    count = len(whole.positions) + (not is_one)
    others = whole.odds - own if is_one else whole.odds
    beside = any(one.actor == actor and one.quote.span.overlaps(statement.quote.span) for one in whole.commitments)
    sentence = whole.sentence_of(statement.quote)
    row = whole.context.analysis.sentences[sentence]
    return {
        "its words: alone": log_odds(statement.certainty or 0.0, LEAST_OWN),
        "its words: how often": math.log(whole.beside.told.get((actor, stance), 1)),
        "its words: same stance": math.log(whole.stances.get((actor, stance), 0) + (not is_one)),
        "its place: sentence": _share_of_sentences(whole, statement),
        "its place: length of the sentence": math.log(1 + row.end - row.start),
        "its place: things in the sentence": math.log(1 + len(whole.scene.contents[sentence])),
        "who it is: how often named": math.log(1 + whole.mentions(actor)[0]),
        "who it is: commitments": math.log(1 + whole.pledged.get(actor, 0)),
        "who it is: positions": math.log(whole.opined.get(actor, 0) + (not is_one)),
        "who it is: contributes in these words": float(beside),
        "who it is: attends": float(actor in whole.beside.attending),
        "other positions: how sure": others / (count - 1) if count > 1 else 0.0,
        "other positions: how many": math.log(count),
        "other positions: how densely": math.log((count + SMOOTH) / (whole.context.sentences + 1)),
        "what the report tells: commitments": math.log(1 + len(whole.commitments)),
        "what the report tells: a meeting": float(whole.beside.meets),
        "what the report tells: words": math.log(max(1, whole.words)),
    }
