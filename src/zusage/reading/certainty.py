"""Certainty: how sure the reader is of a statement, 0 to 1; here for positions, from the features of the rules that made them.

The number is a logistic function of named features; `explain` says which ones spoke for and against. The weights are data
(`weights.json`), learned on annotated reports (`training/pairs`), not set by hand. For commitments see
`zusage.reading.pairs.sureness`.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from zusage.model.statement import Statement
from zusage.model.values import Kind

THRESHOLD = 0.35
"""Statements below are kept back by default; `--all` shows them. From .3 to .4 F1 of commitments hardly changes, precision does."""

RULED = 0.3
"""The same for a contribution that a rule made: the training reports are harder than news wires, where rules do better."""

OPINION = 0.3
"""The same for positions, which only rules make, and which are calibrated on much ordinary news."""

LEARNED = "learned"
"""How the trace of a statement begins that only the learned judgement of pairs made."""


def is_ruled(statement: Statement) -> bool:
    """Say whether a rule made a statement, not the learned judgement alone."""
    return not any(step.rule.startswith(LEARNED) for step in statement.trace)


def threshold_of(statement: Statement) -> float:
    """The certainty from which a statement is shown by default."""
    if statement.kind is Kind.POSITION:
        return OPINION
    return RULED if is_ruled(statement) else THRESHOLD


def is_kept_back(statement: Statement) -> bool:
    """Say whether a statement is too unsure to be shown by default; one without a certainty is shown."""
    return statement.certainty is not None and statement.certainty < threshold_of(statement)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Mapping[str, float]]:
    source = resources.files(__package__).joinpath("weights.json")
    loaded: dict[str, dict[str, float]] = json.loads(source.read_text("utf-8"))
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


@lru_cache(maxsize=1)
def weights_fingerprint() -> str:
    """A digest of the weights: statements read with other weights are another reader's."""
    return hashlib.sha256(json.dumps(_weights(), sort_keys=True).encode()).hexdigest()[:16]
