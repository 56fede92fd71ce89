"""How sure the reader is that somebody contributes a measure in a report: one calibrated probability for each.

The best pair counts most; that other pairs say the same, that the report is full of that measure, and that the rules found
it, too, add to it; another measure that fits the actor better takes from it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zusage.reading.pairs.clausal import sort_of
from zusage.reading.pairs.pairing import Pair
from zusage.reading.pairs.weights import log_odds

LEAST = 0.08
"""Probability of contributing under which a pair is not looked at further."""
LEAST_SHARE = 0.02
SMOOTH = 0.3
NONE = -7.0
"""Log-odds that stand for nothing found."""

Key = tuple[str, str]
"""Actor and measure."""


class Hit(NamedTuple):
    """A pair with a measure: ``contributes`` and ``fits`` are probabilities, ``score`` their product."""

    pair: Pair
    measure: str
    contributes: float
    fits: float

    @property
    def score(self) -> float:
        """How probable the pair makes the contribution."""
        return self.contributes * self.fits


def gather(hits: Sequence[Hit]) -> dict[Key, tuple[Hit, ...]]:
    """Hits by actor and measure, the best first."""
    found: dict[Key, list[Hit]] = {}
    for hit in hits:
        found.setdefault((hit.pair.spot.ref.actor, hit.measure), []).append(hit)
    return {key: tuple(sorted(row, key=lambda hit: -hit.score)) for key, row in found.items()}


def sureness_features(
    gathered: Mapping[Key, Sequence[Hit]], ruled: Mapping[Key, frozenset[str]], sentences: int
) -> dict[Key, dict[str, float]]:
    """Numbers for each actor and measure that pairs or rules have.

    ``ruled`` gives the features of the rules' candidates; ``sentences`` is how many the report has: one pledge in a note of
    two sentences is no less likely than ten in a long report.
    """
    best = {key: hits[0].score for key, hits in gathered.items()}
    total = sum(best.values())
    of_measure: dict[str, float] = {}
    of_actor: dict[str, dict[str, float]] = {}
    for (actor, measure), score in best.items():
        of_measure[measure] = of_measure.get(measure, 0.0) + score
        of_actor.setdefault(actor, {})[measure] = score
    found = {}
    for key in (*gathered, *(key for key in ruled if key not in gathered)):
        actor, measure = key
        own = _of_hits(gathered.get(key, ()))
        others = [score for name, score in of_actor.get(actor, {}).items() if name != measure]
        own["other measure"] = log_odds(max(others, default=0.0))
        own["measure's share"] = math.log((of_measure.get(measure, 0.0) + SMOOTH) / (total + SMOOTH))
        own["density"] = math.log((total + SMOOTH) / (sentences + 1))
        own[f"sort {sort_of(actor)}"] = 1.0
        found[key] = own | _of_rules(ruled.get(key), own["best"])
    return found


def _of_hits(hits: Sequence[Hit]) -> dict[str, float]:
    if not hits:
        return {"best": NONE, "bias": 1.0, "no pair": 1.0}
    first, missed = hits[0], math.prod(1 - hit.score for hit in hits)
    return {
        "bias": 1.0,
        "best": log_odds(first.score),
        "contributes": log_odds(first.contributes),
        "fits": log_odds(first.fits),
        "second": log_odds(hits[1].score) if len(hits) > 1 else NONE,
        "any": log_odds(1 - missed),
        "pairs": math.log(len(hits)),
        f"content {first.pair.content.sort}": 1.0,
    }


def _of_rules(features: frozenset[str] | None, best: float) -> dict[str, float]:
    if features is None:
        return {}
    return {"by rules": 1.0, "by rules, best": best} | dict.fromkeys(sorted(features), 1.0)
