"""Which amount is likely to be a contribution's by all that stands around it: the second way, where the rules find none.

The rules read the number in the words for what is contributed. But a report tells amounts beside it as often: in the clause
behind ("Chile will pay; **the 40 million is budgeted**"), in the next sentence, behind a comma, in the scale of the sum before.
Each of them, and none, is an option, and weights of its signs (`signs`) say how probable it is (a softmax). The weights are
learned by `training/sums`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from zusage.model.statement import Commitment, Quantity, TraceStep
from zusage.reading.choice import chances_of
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.learned import load_learned
from zusage.reading.pairs.weights import Linear
from zusage.reading.sums.signs import Option, options_of

LEAST: Final = 0.2
"""How probable the most probable amount has to be for a contribution to be given it."""

LIKELY: Final = "likely by what stands around"

Origin = tuple[str, str, int, int]
"""Actor, measure and quote of a contribution."""


def with_likely_amounts(
    context: Context, statements: Sequence[Commitment], origins: Mapping[Origin, Candidate]
) -> list[Commitment]:
    """Give contributions without an amount the likely one; ``origins``: what each was made of."""
    weights = _load()
    found = []
    for one, options in open_amounts(context, statements, origins):
        option = most_likely(options, chances_of(options, weights)) if options else None
        found.append(_with_amount(one, option, origins[origin_of(one)]) if option is not None else one)
    return found


def open_amounts(
    context: Context, statements: Sequence[Commitment], origins: Mapping[Origin, Candidate]
) -> list[tuple[Commitment, list[Option]]]:
    """Each contribution with the amounts that it may have; no options for one that has an amount."""
    found: list[tuple[Commitment, list[Option]]] = []
    for one in statements:
        origin = origins.get(origin_of(one)) if one.quantity is None else None
        found.append((one, options_of(context, origin, statements) if origin is not None else []))
    return found


def origin_of(statement: Commitment) -> Origin:
    """By what a contribution is found again among those that it was made of."""
    return statement.actor, statement.measure, statement.quote.start, statement.quote.end


def most_likely(options: Sequence[Option], chances: Sequence[float], least: float = LEAST) -> Option | None:
    """The amount that most likely is a contribution's, None where none is as probable as ``least``."""
    sums: dict[Quantity, float] = {}
    for option, chance in zip(options, chances, strict=True):
        if option.quantity is not None:
            sums[option.quantity] = sums.get(option.quantity, 0.0) + chance
    best = max(sums, key=sums.__getitem__, default=None)
    if best is None or sums[best] < least:
        return None
    return max(
        (pair for pair in zip(options, chances, strict=True) if pair[0].quantity == best), key=lambda pair: pair[1]
    )[0]


def _with_amount(statement: Commitment, option: Option, origin: Candidate) -> Commitment:
    evidence = dict(statement.evidence)
    quantity = option.quantity
    if option.quote is not None:
        evidence["quantity"] = (option.quote,)
    if quantity is not None and origin.shared:
        quantity = replace(quantity, shared=True)
    *steps, sure = statement.trace  # how sure to be stands last
    trace = (*steps, TraceStep("quantity", LIKELY, option.quote), sure)
    return replace(statement, quantity=quantity, evidence=evidence, trace=trace)


@lru_cache(maxsize=1)
def _load() -> Linear:
    found: Linear = load_learned("sums/weights.json")
    return found
