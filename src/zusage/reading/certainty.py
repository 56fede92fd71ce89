"""Certainty: how sure the reader is of a statement, 0 to 1, from the features of the grammar that made it.

The number is a logistic function of named features; `explain` says which ones spoke for and against. The weights are data
(`weights.json`), learned on annotated reports (see `training/`), not set by hand.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

THRESHOLD = 0.5
"""Statements below are kept back by default; `--all` shows them."""


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


def weights_fingerprint() -> str:
    """A digest of the weights: statements read with other weights are another reader's."""
    return hashlib.sha256(json.dumps(_weights(), sort_keys=True).encode()).hexdigest()[:16]
