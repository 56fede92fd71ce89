"""What a contribution likely hangs on by all that stands around it: the second way, with what the rules tell as one of its signs.

Rules find a condition where the clause hangs on the contribution as they know it; news tells it a sentence later, in a clause
that was not told apart, or of all who take part. For each type every clause that may tell it is an option, and there being no
such condition one more; weights of their signs (`signs`) say how probable each is. What the rules tell stays. The weights are
learned by `training/terms`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import exp
from typing import Final

from zusage.model.statement import Condition
from zusage.model.values import ConditionType
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.learned import load_learned
from zusage.reading.pairs.weights import Linear, add_up
from zusage.reading.terms.signs import Around, Term, kind_of, terms_of

LEAST: Final = 0.3
"""How probable a condition has to be that no rule tells; cross-validated, it makes no difference from .15 to here."""

ADDED: Final = tuple(
    [
        str(kind)
        for kind in (
            ConditionType.CEASEFIRE,
            ConditionType.PARLIAMENT,
            ConditionType.UN_MANDATE,
            ConditionType.HOST_REQUEST,
        )
    ]
)
"""Types that are found so. Of the others too few were right, cross-validated: `other` is told by no word in particular."""

UNPLACED: Final = "unplaced"
"""What speaks for a condition that none of the clauses tells."""


def likely_terms(context: Context, candidate: Candidate, around: Around) -> Iterator[Condition]:
    """Yield the conditions that a contribution likely has beside those of the rules, each in the words that tell it most."""
    ruled = {kind_of(condition.type) for condition in candidate.conditions}
    kinds = [kind for kind in ADDED if kind not in ruled]
    weights = _load()
    for term in terms_of(context, candidate, around, kinds):
        chances = chances_of(term, weights)
        if sum(chances) < LEAST:
            continue
        kind = ConditionType(term.kind)
        best = max(range(len(chances)), key=chances.__getitem__)
        if best == 0:
            yield Condition(kind)
            continue
        clause = context.clauses[term.places[best - 1].clause]
        yield Condition(kind, quote=context.quote(clause.start, clause.end))


def chances_of(term: Term, weights: Linear) -> list[float]:
    """How probable it is that a condition is told by no clause in particular, and by each place; their sum: that there is one."""
    whole = add_up(weights, set(term.whole))
    odds = [exp(whole + weights.get(UNPLACED, 0.0))]
    odds += [exp(whole + add_up(weights, set(place.features))) for place in term.places]
    total = 1.0 + sum(odds)
    return [each / total for each in odds]


@lru_cache(maxsize=1)
def _load() -> Linear:
    found: Linear = load_learned("terms/weights.json")
    return found
