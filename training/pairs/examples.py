"""Examples: the pairs of annotated reports with their features, and which of them an annotation makes right.

A pair is right if the annotation has a contribution of that actor whose quote holds the content. Of several contents in the
quote those count that the lexicon gives the annotated measure; if there is none, those that leave the measure open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from fitting import Choice, Numbers, Vocabulary
from reports import Annotated

from zusage.dossier import Dossier
from zusage.model.statement import Commitment
from zusage.model.values import Firmness
from zusage.reading.pairs.judgement import pair_features
from zusage.reading.pairs.measures import Measures
from zusage.reading.pairs.pairing import Pair, Scene, propose
from zusage.reading.pairs.sureness import Key
from zusage.reading.pairs.wording import wording_features, wording_steps
from zusage.reading.report import ruled_features, set_scene
from zusage.reading.scoring.keys import actor_key

OPEN = frozenset({"money", "generic", "modifier", "number", "unknown", "empty", "action"})
"""Sorts of contents that leave the measure open."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair, encoded: its features, what speaks for each measure, its wording; the annotations that it is right for."""

    pair: Pair
    features: Numbers
    measures: Mapping[str, Numbers]
    wording: Numbers
    steps: Mapping[str, Numbers]
    right: tuple[Commitment, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A report with its examples; ``ruled``: what the rules have, with features; ``excluded``: who cannot contribute."""

    report: Annotated
    examples: tuple[Example, ...]
    ruled: Mapping[Key, frozenset[str]]
    firmness: Mapping[Key, frozenset[str]]
    excluded: frozenset[str | None]
    sentences: int

    @property
    def gold(self) -> frozenset[Key]:
        """What the annotation has, as scores compare it."""
        return frozenset((actor_key(c.actor), c.measure) for c in self.report.gold.commitments)


@dataclass(slots=True)
class Vocabularies:
    """The features of the three judgements, by number."""

    contributes: Vocabulary
    measure: Vocabulary
    wording: Vocabulary
    steps: Vocabulary


def make_lesson(report: Annotated, dossier: Dossier, known: Vocabularies, *, rules: bool = True) -> Lesson:
    """Make the examples of a report; without ``rules`` no feature tells what the rules found."""
    scene = set_scene(report.gold.report, dossier, rules=rules)
    pairs = tuple(propose(scene))
    right = _right(scene, pairs, report.gold.commitments)
    measures = Measures(scene)
    examples = tuple(
        Example(
            pair,
            known.contributes.encode(pair_features(scene, pair)),
            {name: known.measure.encode(what) for name, what in sorted(measures.evidence(pair).items())},
            known.wording.encode(wording_features(scene, pair)),
            {step: known.steps.encode(what) for step, what in wording_steps(scene, pair).items()},
            right[i],
        )
        for i, pair in enumerate(pairs)
    )
    firmness: dict[Key, frozenset[str]] = {}
    for candidate in scene.candidates:
        key = (candidate.actor.actor, candidate.contribution.measure)
        firmness[key] = firmness.get(key, frozenset()) | {str(candidate.firmness)}
    return Lesson(
        report,
        examples,
        ruled_features(scene),
        firmness,
        frozenset({scene.recipient, dossier.adversary}),
        len(scene.spots),
    )


def _right(scene: Scene, pairs: Sequence[Pair], gold: Sequence[Commitment]) -> list[tuple[Commitment, ...]]:
    found: list[tuple[Commitment, ...]] = [()] * len(pairs)
    for commitment in gold:
        quoted = [
            i
            for i, pair in enumerate(pairs)
            if actor_key(pair.spot.ref.actor) == actor_key(commitment.actor) and _holds(scene, commitment, pair)
        ]
        named = [i for i in quoted if _names(pairs[i], commitment)]
        meant = named or [i for i in quoted if pairs[i].content.sort in OPEN] or quoted
        for i in meant:
            found[i] = (*found[i], commitment)
    return found


def _holds(scene: Scene, commitment: Commitment, pair: Pair) -> bool:
    token = scene.context.tokens[pair.content.token]
    return token.start < commitment.quote.end and token.end > commitment.quote.start


def _names(pair: Pair, commitment: Commitment) -> bool:
    return pair.content.measure == commitment.measure and pair.content.sort != "other verb"


def contributing(lessons: Sequence[Lesson], nothing: Numbers) -> list[Choice]:
    """Each pair: a contribution or none."""
    return [
        Choice((example.features, nothing), frozenset({0 if example.right else 1}), min(lesson.report.weight, 1.0))
        for lesson in lessons
        for example in lesson.examples
    ]


def measuring(lessons: Sequence[Lesson]) -> list[Choice]:
    """Each right pair: which measure, of those that something speaks for."""
    found = []
    for example in (example for lesson in lessons for example in lesson.examples if example.right):
        annotated = {commitment.measure for commitment in example.right}
        right = frozenset(i for i, name in enumerate(example.measures) if name in annotated)
        if right and len(example.measures) > 1:
            found.append(Choice(tuple(example.measures.values()), right))
    return found


STEPS = tuple(str(step) for step in Firmness)


def step_option(example: Example, k: int, size: int) -> Numbers:
    """The features of step k."""
    shared = example.steps.get(STEPS[k])
    own = example.wording + k * size
    return own if shared is None else np.concatenate([own, shared + len(STEPS) * size])


def weighing(lessons: Sequence[Lesson], size: int) -> list[Choice]:
    """Each right pair: how firm. Features of step k are numbered from k times ``size`` on, the shared ones behind all of these.

    However many pairs are right for one annotated contribution, together they count once.
    """
    found = []
    for lesson in lessons:
        counts: dict[int, int] = {}
        for example in lesson.examples:
            for commitment in example.right:
                counts[id(commitment)] = counts.get(id(commitment), 0) + 1
        for example in lesson.examples:
            for commitment in example.right:
                options = tuple(step_option(example, k, size) for k in range(len(STEPS)))
                right = frozenset({STEPS.index(str(commitment.firmness))})
                found.append(Choice(options, right, 1 / counts[id(commitment)]))
    return found
