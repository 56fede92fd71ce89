"""Settling how sure the reader is of each statement of a report, and which are shown by default.

A statement is shown if its own words say enough, as before the report as a whole was known, or stand beside sure ones, and the
report as a whole does not make it unlikely; or if it is sure in the light of the report. Its certainty is the one in that light,
whether it is shown or not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from zusage.model.statement import Commitment, Position, TraceStep
from zusage.reading.certainty import CERTAINTY, KEPT_BACK, OVERALL, is_likely, least_overall
from zusage.reading.guesses import as_sure_as_their_list, is_beside_sure
from zusage.reading.overall.curves import Model, load_models, weigh
from zusage.reading.overall.signs import commitment_signs, position_signs
from zusage.reading.overall.whole import Whole

Settled = TypeVar("Settled", Commitment, Position)


class Example(NamedTuple):
    """A statement as its own words have it, its signs, and whether these words are enough to show it."""

    statement: Commitment | Position
    signs: dict[str, float]
    is_told: bool


def settle(
    whole: Whole, commitments: Sequence[Commitment], positions: Sequence[Position]
) -> tuple[list[Commitment], list[Position]]:
    """Give each statement its certainty in the light of the report, with the reasons, and mark what is kept back."""
    of_commitments, of_positions = load_models()["commitment"], load_models()["position"]
    settled = [
        _settled(one, of_commitments, commitment_signs(whole, one), is_told=_is_told(one, commitments))
        for one in commitments
    ]
    opinions = [_settled(one, of_positions, position_signs(whole, one), is_told=is_likely(one)) for one in positions]
    return as_sure_as_their_list(settled), opinions


def examples_of(whole: Whole) -> list[Example]:
    """What is learned from: the statements that count for others."""
    return [
        *(Example(one, commitment_signs(whole, one), _is_told(one, whole.commitments)) for one in whole.commitments),
        *(Example(one, position_signs(whole, one), is_likely(one)) for one in whole.positions),
    ]


def _is_told(statement: Commitment, others: Sequence[Commitment]) -> bool:
    return is_likely(statement) or is_beside_sure(statement, others)


def _settled(statement: Settled, model: Model, signs: Mapping[str, float], *, is_told: bool) -> Settled:
    sure = weigh(model, signs)
    is_shown = (is_told and sure.certainty >= least_overall(statement)) or sure.certainty >= OVERALL
    reasons = sure.words if is_shown else f"{KEPT_BACK}; {sure.words}"
    return replace(statement, certainty=sure.certainty, trace=(*statement.trace, TraceStep(CERTAINTY, reasons)))
