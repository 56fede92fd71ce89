"""Certainty: how sure the reader is of a statement, 0 to 1; here what the words of a position alone say, by the rule that made it.

The number is a logistic function of named features; `explain` says which ones spoke for and against. The weights are data
(`weights.json`), learned on annotated reports (`training/pairs`), not set by hand. For commitments see
`zusage.reading.pairs.sureness`, for what the report as a whole adds `zusage.reading.overall`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from zusage.model.statement import Statement
from zusage.model.values import Kind
from zusage.reading.learned import load_learned

OWN = 0.35
"""How much the words of a learned contribution have to say to show it. From .3 to .4 F1 hardly changes, precision does."""

RULED = 0.3
"""The same for a contribution that a rule made: the training reports are harder than news wires, where rules do better."""

OPINION = 0.3
"""The same for positions, which only rules make, and which are calibrated on much ordinary news."""

OVERALL = 0.7
"""Certainty in the light of the whole report from which a statement is shown however little its own words say."""

UNLIKELY = 0.25
"""Certainty in the light of the whole report under which a learned contribution is kept back, whatever its own words say."""

UNLIKELY_RULED = 0.15
"""The same for a contribution that a rule made: it is rarely wrong only because the report is about something else."""

CERTAINTY = "certainty"
"""The field of a trace whose step gives the reasons for a certainty."""

KEPT_BACK = "kept back"
"""How that step begins for what is not shown by default."""

LEARNED = "learned"
"""How the trace of a statement begins that only the learned judgement of pairs made."""


def is_ruled(statement: Statement) -> bool:
    """Say whether a rule made a statement, not the learned judgement alone."""
    return not [step for step in statement.trace if step.rule.startswith(LEARNED)]  # asked for each pair of statements


def is_likely(statement: Statement) -> bool:
    """Say whether a statement's own words speak enough for it; its certainty is still what these say."""
    if statement.certainty is None:
        return True
    if statement.kind is Kind.POSITION:
        return statement.certainty >= OPINION
    return statement.certainty >= (RULED if is_ruled(statement) else OWN)


def least_overall(statement: Statement) -> float:
    """The certainty in the light of the whole report that a statement needs though its own words say enough."""
    if statement.kind is Kind.POSITION:
        return 0.0
    return UNLIKELY_RULED if is_ruled(statement) else UNLIKELY


def is_kept_back(statement: Statement) -> bool:
    """Say whether too little speaks for a statement to be shown by default."""
    return any(step.field == CERTAINTY and step.rule.startswith(KEPT_BACK) for step in statement.trace)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Mapping[str, float]]:
    loaded: dict[str, dict[str, float]] = load_learned("weights.json")
    return loaded


def certainty(kind: str, features: frozenset[str]) -> float:
    """The probability that a statement with these features is right; two decimals."""
    weights = _weights().get(kind, {})
    score = weights.get("bias", 0.0) + sum(weights.get(feature, 0.0) for feature in features)
    return round(1 / (1 + math.exp(-score)), 2)


def explain(kind: str, features: frozenset[str]) -> tuple[tuple[str, float], ...]:
    """The features that count, with their weights in log-odds, the strongest first."""
    weights = _weights().get(kind, {})
    found = [(feature, weights[feature]) for feature in features if weights.get(feature)]
    return tuple(sorted(found, key=lambda pair: (-abs(pair[1]), pair[0])))
