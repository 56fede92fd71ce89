"""Learn who is likely to attend a meeting by what a report tells of him, from annotated reports.

usage: python training/attendance/learn.py            learn, and write src/zusage/reading/attendance/weights.json
       python training/attendance/learn.py --scores   precision and F1 by threshold, of reports not learned from; writes nothing

An example is an actor whom a report names and of whom the rules do not tell; he attends if the annotation has him in person or
by video. His options are the places that the report tells of him at and not attending: where he attends, any of the places is
right. The reports that the rules were made on count less: what their rules leave over says little.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

import sys

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training" / "pairs"))

from fitting import Choice, Vocabulary, by_name, fit  # noqa: E402 - a script in a folder beside this one
from reports import FOLDS, Annotated, load_lessons  # noqa: E402 - as above

from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.model.values import Mode  # noqa: E402 - as above
from zusage.reading.attendance import ruled_presences  # noqa: E402 - as above
from zusage.reading.attendance.likely import chances_of  # noqa: E402 - as above
from zusage.reading.attendance.occasion import Occasion  # noqa: E402 - as above
from zusage.reading.attendance.signs import Signs, signs_of  # noqa: E402 - as above
from zusage.reading.meetings.ruled import ruled_meetings  # noqa: E402 - as above
from zusage.reading.report import set_scene  # noqa: E402 - as above
from zusage.reading.scoring.keys import actor_key  # noqa: E402 - as above

WEIGHTS = ROOT / "src" / "zusage" / "reading" / "attendance" / "weights.json"
DOSSIER = "ukraine-guarantees"
PRIOR = 0.15
LEAST_OPTIONS = 4
COUNTS = {"broad": 1.0, "wikinews": 2.0, "dev": 1.0}
"""How much an actor of a report counts; rules were made on the others."""
OTHERS_COUNT = 0.5
THRESHOLDS = (0.6, 0.5, 0.45, 0.42, 0.4, 0.35, 0.3)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A report: the signs of its actors, who attends by the annotation and by the rules, each with the mode."""

    corpus: str
    language: str
    fold: int
    signs: Mapping[str, Signs]
    gold: frozenset[Pair]
    ruled: frozenset[Pair]

    def attends(self, actor: str) -> bool:
        """Say whether the annotation has an actor there."""
        key = actor_key(actor)
        return (key, Mode.IN_PERSON) in self.gold or (key, Mode.REMOTE) in self.gold


def make_example(one: Annotated, dossier: Dossier) -> Example:
    """Read a report for what its actors do in it."""
    scene = set_scene(one.gold.report, dossier)
    occasion = Occasion(scene.context, ruled_meetings(scene.context))
    ruled = ruled_presences(scene.context, occasion)
    givers = frozenset(candidate.actor.actor for candidate in scene.candidates)
    return Example(
        one.corpus,
        one.gold.report.language,
        one.fold,
        signs_of(scene.context, occasion, scene.said, ruled, givers),
        frozenset((actor_key(each.actor), str(each.mode)) for each in one.gold.attendance),
        frozenset((actor_key(each.ref.actor), str(each.mode)) for each in ruled),
    )


def load_examples(dossier: Dossier) -> list[Example]:
    """The examples of the learn parts; of reports in which only what was found was looked at nothing is learned."""
    return [make_example(one, dossier) for one in load_lessons()]


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Fit the weights."""
    known, choices = Vocabulary(), []
    for one in examples:
        for actor, signs in one.signs.items():
            options = tuple(known.encode([*signs.whole, *place.features]) for place in signs.places)
            right = frozenset(range(len(options))) if one.attends(actor) else frozenset({len(options)})
            weight = COUNTS.get(one.corpus, OTHERS_COUNT)
            choices.append(Choice((*options, known.encode([])), right, weight))
    weights = fit(choices, len(known.numbers), prior=PRIOR, least=LEAST_OPTIONS)
    return by_name(weights, known)


def show_scores(examples: Sequence[Example]) -> None:
    """Print precision and F1 of (actor, mode) by threshold, judged by folds; a mode that is learned counts as in person."""
    judged: list[tuple[Example, dict[str, float]]] = []
    for fold in range(FOLDS):
        weights = learn([one for one in examples if one.fold != fold])
        judged += [
            (one, {actor: sum(chances_of(signs, weights)) for actor, signs in one.signs.items()})
            for one in examples
            if one.fold == fold
        ]
    for corpus, language in sorted({(one.corpus, one.language) for one in examples}):
        rows = [row for row in judged if (row[0].corpus, row[0].language) == (corpus, language)]
        print(f"{corpus:9} {language}", "  ".join(_score(rows, least) for least in (1.1, *THRESHOLDS)))


def _score(rows: Sequence[tuple[Example, dict[str, float]]], least: float) -> str:
    hits = found = annotated = 0
    for one, chances in rows:
        likely = {(actor_key(actor), str(Mode.IN_PERSON)) for actor, chance in chances.items() if chance >= least}
        read = one.ruled | likely
        hits, found, annotated = hits + len(read & one.gold), found + len(read), annotated + len(one.gold)
    return f"{least}: P {hits / max(1, found):.2f} F1 {2 * hits / max(1, found + annotated):.3f}"


def main() -> int:
    """Learn or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true", help="measure by folds, write nothing")
    examples = load_examples(load_dossier(DOSSIER))
    if parser.parse_args().scores:
        show_scores(examples)
        return 0
    WEIGHTS.write_text(json.dumps(learn(examples), indent=0, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
