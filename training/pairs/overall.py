"""How sure to be of a statement in the light of its report: a logistic regression over curves of its signs.

A sign with many values counts by straight pieces between its quintiles (a linear spline), another one by its value. Learned
from statements of reports that the weights of pairs, and of what money is for, had not seen; the weights of how much a
statement's own words say are the packaged ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from efforts import Weights as Efforts
from fitting import Vector, fit_numbers
from reports import FOLDS, Annotated

from zusage.dossier import Dossier
from zusage.model.statement import Commitment
from zusage.model.values import Kind
from zusage.reading.certainty import OVERALL
from zusage.reading.overall.curves import BIAS, as_model, weigh
from zusage.reading.pairs.weights import Weights
from zusage.reading.report import signs_of
from zusage.reading.scoring.keys import actor_key

PRIOR: Mapping[str, float] = {Kind.COMMITMENT: 0.01, Kind.POSITION: 0.03}
"""Variance of the weights of signs that vary by 1, chosen by cross-validation."""
QUINTILES = (0.2, 0.4, 0.6, 0.8)
ENDS = (0.01, 0.99)
LEAST_VALUES = 20
"""Different values from which on a sign counts by pieces."""
SURE = 0.8
SMALLEST = 0.005
"""A curve that nowhere adds more is left out."""

Curves = dict[str, list[list[float]]]


@dataclass(frozen=True, slots=True)
class Case:
    """A statement that is looked at: its signs, whether its own words are enough to show it, whether it is right."""

    kind: str
    report: Annotated
    signs: Mapping[str, float]
    is_told: bool
    is_right: bool


def cases_of(
    reports: Sequence[Annotated], dossier: Dossier, pairs: Sequence[Weights], efforts: Sequence[Efforts]
) -> list[Case]:
    """Read each report with the weights that were learned without its fold."""
    found = []
    for report in reports:
        gold, fold = report.gold, report.fold % FOLDS
        right = {(Kind.COMMITMENT, actor_key(one.actor), one.measure) for one in gold.commitments}
        right |= {(Kind.POSITION, actor_key(one.actor), str(one.stance)) for one in gold.positions}
        for one in signs_of(gold.report, dossier, weights=pairs[fold], efforts=efforts[fold]):
            said = one.statement
            what = said.measure if isinstance(said, Commitment) else str(said.stance)
            is_right = (said.kind, actor_key(said.actor), what) in right
            found.append(Case(said.kind, report, one.signs, one.is_told, is_right))
    return found


def learn_overall(cases: Sequence[Case]) -> dict[str, Curves]:
    """The curves of each kind of statement."""
    return {str(kind): _fit([one for one in cases if one.kind == kind], PRIOR[kind]) for kind in PRIOR}


def _fit(cases: Sequence[Case], prior: float) -> Curves:
    names = sorted({name for case in cases for name in case.signs})
    values = {name: np.array([case.signs.get(name, 0.0) for case in cases]) for name in names}
    points = {name: _points(values[name]) for name in names}
    parts = {name: _pieces(values[name], points[name]) for name in names}
    means = {name: part.mean(0) for name, part in parts.items()}
    spreads = {name: part.std(0) + 1e-9 for name, part in parts.items()}
    table = np.hstack([np.ones((len(cases), 1)), *((parts[name] - means[name]) / spreads[name] for name in names)])
    right = np.array([float(case.is_right) for case in cases])
    fitted = fit_numbers(table, right, np.ones(len(cases)), prior=prior)
    curves: Curves = {BIAS: [[0.0, round(float(fitted[0]), 3)]]}
    start = 1
    for name in names:
        weights = fitted[start : start + parts[name].shape[1]]
        start += len(weights)
        heights = ((_pieces(points[name], points[name]) - means[name]) / spreads[name]) @ weights
        if np.abs(heights).max() >= SMALLEST:
            curves[name] = [
                [round(float(at), 3), round(float(y), 3)] for at, y in zip(points[name], heights, strict=True)
            ]
    return curves


def _points(values: Vector) -> Vector:
    """Where a sign's curve bends: its ends, and its quintiles if it has many values."""
    if len(np.unique(values)) < LEAST_VALUES:
        return np.unique([values.min(), values.max()])
    return np.unique(np.round(np.quantile(values, [ENDS[0], *QUINTILES, ENDS[1]]), 3))


def _pieces(values: Vector, points: Vector) -> Vector:
    """The value between the ends, and how far it is over each point between them."""
    held = np.clip(values, points[0], points[-1])
    return np.stack([held, *(np.maximum(0.0, held - point) for point in points[1:-1])], axis=1)


def cross_weigh(cases: Sequence[Case]) -> list[tuple[Case, float]]:
    """How sure to be of each case, by curves that were learned without its fold."""
    found = []
    for fold in range(FOLDS):
        models = {
            kind: as_model(curves)
            for kind, curves in learn_overall([one for one in cases if one.report.fold % FOLDS != fold]).items()
        }
        found += [
            (one, weigh(models[str(one.kind)], one.signs).certainty) for one in cases if one.report.fold % FOLDS == fold
        ]
    return found


def show_sure(judged: Sequence[tuple[Case, float]]) -> list[str]:
    """For each corpus, language and kind: how many are shown, how many of these are right; the same of those it is sure of."""
    lines = ["                                  shown  right   sure  share  right"]
    for corpus in (*sorted({case.report.corpus for case, _ in judged}), "all"):
        for language in ("de", "en"):
            for kind in PRIOR:
                of = [
                    each
                    for each in judged
                    if each[0].kind == kind
                    and corpus in (each[0].report.corpus, "all")
                    and each[0].report.gold.report.language == language
                ]
                lines.append(f"{corpus:12} {language}  {kind!s:14} {_line(of)}")
    return lines


def is_shown(case: Case, sure: float) -> bool:
    """Say whether a statement is shown by default."""
    return case.is_told or sure >= OVERALL


def _line(judged: Sequence[tuple[Case, float]]) -> str:
    shown = [(case, sure) for case, sure in judged if is_shown(case, sure)]
    sure = [case.is_right for case, certainty in shown if certainty >= SURE]
    right = sum(case.is_right for case, _ in shown) / max(1, len(shown))
    return (
        f"{len(shown):6d}   {right:.2f} {len(sure):6d}   {len(sure) / max(1, len(shown)):.2f}"
        f"   {sum(sure) / max(1, len(sure)):.2f}"
    )
