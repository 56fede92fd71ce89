"""Learning from lessons, and judging lessons by what was learned: everything by feature number, for whole folds at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from examples import STEPS, Example, Lesson, Vocabularies, contributing, measuring, step_option, weighing
from fitting import Vector, fit, fit_numbers
from reports import FOLDS

from zusage.reading.pairs.sureness import LEAST, LEAST_SHARE, Hit, Key, gather, sureness_features
from zusage.reading.pairs.weights import logistic, share_out
from zusage.reading.scoring.keys import actor_key

PRIORS = {"contributes": 0.1, "measure": 0.1, "firmness": 0.1, "every step": 3.0, "certainty": 0.1}
"""Variances of the weights, chosen by cross-validation."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature number; ``firmness`` holds the steps one after the other, ``size`` each, then what they share."""

    contributes: Vector
    measure: Vector
    firmness: Vector
    size: int


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of an actor and a measure in a report: numbers for certainty, whether it is right, the best hit."""

    lesson: Lesson
    key: Key
    numbers: dict[str, float]
    right: bool
    hit: Hit | None
    firmness: str | None


def learn(lessons: Sequence[Lesson], known: Vocabularies, *, firmness: bool = True) -> Model:
    """Learn the three judgements from some lessons."""
    nothing = known.contributes.encode([])
    size = len(known.wording.numbers)
    total = size * len(STEPS) + len(known.steps.numbers)
    spread = np.full(total, PRIORS["firmness"])
    spread[size * len(STEPS) :] = PRIORS["every step"]
    return Model(
        fit(contributing(lessons, nothing), len(known.contributes.numbers), prior=PRIORS["contributes"]),
        fit(measuring(lessons), len(known.measure.numbers), prior=PRIORS["measure"]),
        fit(weighing(lessons, size), total, prior=spread) if firmness else np.zeros(0),
        size,
    )


def rows_of(lesson: Lesson, model: Model) -> list[Row]:
    """Judge a lesson: a row for each actor and measure that pairs or rules have."""
    hits: list[Hit] = []
    examples = {id(example.pair): example for example in lesson.examples}
    for example in lesson.examples:
        contributes = logistic(float(model.contributes[example.features].sum()))
        if contributes >= LEAST:
            fits = share_out({name: float(model.measure[what].sum()) for name, what in example.measures.items()})
            hits.extend(Hit(example.pair, name, contributes, s) for name, s in fits.items() if s > LEAST_SHARE)
    gathered = gather(hits)
    found = []
    for key, numbers in sureness_features(gathered, lesson.ruled, lesson.sentences).items():
        if key[0] not in lesson.excluded:
            hit = gathered[key][0] if key in gathered else None
            firmness = _firmness(examples[id(hit.pair)], model) if hit is not None else None
            found.append(Row(lesson, key, numbers, (actor_key(key[0]), key[1]) in lesson.gold, hit, firmness))
    return found


def _firmness(example: Example, model: Model) -> str | None:
    if not len(model.firmness):
        return None
    scores = [model.firmness[step_option(example, k, model.size)].sum() for k in range(len(STEPS))]
    return STEPS[int(np.argmax(scores))]


def cross_judge(
    lessons: Sequence[Lesson], known: Vocabularies, *, folds: int = FOLDS, firmness: bool = False
) -> list[Row]:
    """Judge each lesson by a model that was learned without its fold."""
    found = []
    for fold in range(folds):
        model = learn([one for one in lessons if one.report.fold % folds != fold], known, firmness=firmness)
        for lesson in lessons:
            if lesson.report.fold % folds == fold:
                found.extend(rows_of(lesson, model))
    return found


def learn_certainty(rows: Sequence[Row]) -> dict[str, float]:
    """Learn how sure to be from rows that were judged by models that had not seen them."""
    names = ["bias", *sorted({name for row in rows for name in row.numbers} - {"bias"})]
    table = np.array([[row.numbers.get(name, 0.0) for name in names] for row in rows])
    right = np.array([float(row.right) for row in rows])
    weight = np.array([row.lesson.report.weight for row in rows])
    fitted = fit_numbers(table, right, weight, prior=PRIORS["certainty"])
    return {name: round(float(value), 3) for name, value in zip(names, fitted, strict=True)}


def certainty_of(row: Row, weights: dict[str, float]) -> float:
    """How sure a row is."""
    return logistic(sum(weights.get(name, 0.0) * value for name, value in row.numbers.items()))
