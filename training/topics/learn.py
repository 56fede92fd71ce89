"""Learn how much each kind of evidence tells of what a position is about, from annotated reports.

usage: python training/topics/learn.py            learn, and write src/zusage/reading/topics.json
       python training/topics/learn.py --scores   how often the topic is right, of reports not learned from; writes nothing

An example is a position that the rules find and the annotation has with the same holder and stance in overlapping words: its
evidence (`zusage.reading.topics.Evidence`), and the annotated topic. Learned from the learn parts of `training/` and from
$ZUSAGE_DATA/gold/dev.jsonl.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training" / "pairs"))

from fitting import Vector, minimise  # noqa: E402 - a script in a folder beside this one
from reports import FOLDS, Annotated, load_reports  # noqa: E402 - as above

from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.language.analysis import Clause, Phrase  # noqa: E402 - as above
from zusage.model.codebook import parse_readings  # noqa: E402 - as above
from zusage.model.statement import Position  # noqa: E402 - as above
from zusage.reading.context import Context  # noqa: E402 - as above
from zusage.reading.pairs.weights import Linear  # noqa: E402 - as above
from zusage.reading.positions import Opinion, find_positions  # noqa: E402 - as above
from zusage.reading.report import set_scene  # noqa: E402 - as above
from zusage.reading.scoring.keys import actor_key  # noqa: E402 - as above
from zusage.reading.topics import Evidence, Topic, Topics, tokens_of, weigh  # noqa: E402 - as above

WEIGHTS = ROOT / "src" / "zusage" / "reading" / "topics.json"
DOSSIER = "ukraine-guarantees"
DEVELOPMENT = "dev"
PRIOR = 0.2
"""Variance of the weights, chosen by cross-validation on the learn parts."""


class Told(str):
    """A topic with what spoke for it."""

    __slots__ = ("evidence",)
    evidence: Evidence


class Listening(Topics):
    """Tells topics as the reader does, with the evidence for each."""

    def of(self, phrases: Iterable[Phrase], clauses: Iterable[Clause], sentence: int) -> Topic:
        """Find a topic, and keep what speaks for it."""
        named, told = tuple(phrases), tuple(clauses)
        found = super().of(named, told, sentence)
        name = Told(found.name)
        name.evidence = self.evidence(tokens_of(named, told), sentence)
        return Topic(name, found.sure)


GOLD = 5.0
"""What an example of the development reports counts: they are a sixth of all, and decide how readily a topic is `OTHER`.

Where these take what the report is about, those of `training/` often say that it is none of the topics.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A position: what speaks for its topics, and which it has."""

    report: Annotated
    evidence: Evidence
    right: str


def make_examples(report: Annotated, dossier: Dossier) -> Iterator[Example]:
    """Read a report, and take what it has in common with its annotation."""
    scene = set_scene(report.gold.report, dossier)
    topics = Listening(scene.context, scene.candidates)
    for opinion in find_positions(scene.context, scene.said, scene.candidates, topics=topics):
        right = _annotated(scene.context, opinion, report.gold.positions)
        if right is not None and isinstance(opinion.topic, Told):
            yield Example(report, opinion.topic.evidence, right)


def _annotated(context: Context, opinion: Opinion, gold: Iterable[Position]) -> str | None:
    """The topic of the annotated position that an opinion shares most words with."""
    clauses = [context.clauses[i] for i in opinion.clauses]
    start = context.tokens[min(clause.start for clause in clauses)].start
    end = context.tokens[max(clause.end for clause in clauses) - 1].end
    shared = [
        (min(end, each.quote.end) - max(start, each.quote.start), each.topic)
        for each in gold
        if actor_key(each.actor) == actor_key(opinion.actor.actor) and each.stance == opinion.stance
    ]
    length, topic = max(shared, default=(0, ""))
    return topic if length > 0 else None


def load_examples(part: str) -> list[Example]:
    """The examples of a part of `training/`; the development reports are to learn from, too."""
    dossier = load_dossier(DOSSIER)
    reports = [*load_reports(part), *(_development() if part == "learn" else ())]
    return [example for report in reports if report.gold.positions for example in make_examples(report, dossier)]


def _development() -> Iterator[Annotated]:
    path = Path(os.environ["ZUSAGE_DATA"]) / "gold" / "dev.jsonl"
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        for _, gold in parse_readings(line, resource=str(path)):
            yield Annotated(gold, DEVELOPMENT, number % FOLDS)


def learn(examples: Sequence[Example]) -> Linear:
    """Fit the weights: a choice between all topics that something speaks for, `OTHER` and the right one."""
    options = [{*example.evidence.topics, example.right} for example in examples]
    rows = [
        (i, topic == example.right, example.evidence.features(topic))
        for i, example in enumerate(examples)
        for topic in sorted(options[i])
    ]
    names = sorted({name for _, _, features in rows for name in features})
    table = np.array([[features.get(name, 0.0) for name in names] for _, _, features in rows])
    number, right = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    counts = np.array([GOLD if one.report.corpus == DEVELOPMENT else 1.0 for one in examples])
    starts = np.concatenate([[0], np.flatnonzero(np.diff(number)) + 1])

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = table @ weights
        scores -= np.maximum.reduceat(scores, starts)[number]
        odds = np.exp(scores)
        share = odds / np.add.reduceat(odds, starts)[number]
        value = -float(counts @ np.log(share[right])) + float(weights @ weights) / PRIOR / 2
        return value, table.T @ ((share - right) * counts[number]) + weights / PRIOR

    fitted = minimise(loss, np.zeros(len(names)))
    return {name: round(float(value), 2) for name, value in zip(names, fitted, strict=True)}


def show_scores() -> None:
    """Print how often the topic is right: of what is learned from by the other folds, of the measuring part by all."""
    examples, measured = load_examples("learn"), load_examples("measure")
    judged = []
    for fold in range(FOLDS):
        weights = learn([one for one in examples if one.report.fold != fold])
        judged += [(one, weights) for one in examples if one.report.fold == fold]
    everything = learn(examples)
    parts = {
        DEVELOPMENT: [row for row in judged if row[0].report.corpus == DEVELOPMENT],
        "learn": [row for row in judged if row[0].report.corpus != DEVELOPMENT],
        "measure": [(one, everything) for one in measured],
    }
    for part, rows in parts.items():
        for language in ("de", "en"):
            right = [told(one, by) == one.right for one, by in rows if one.report.gold.report.language == language]
            print(f"{part:8} {language}  {sum(right) / max(1, len(right)):.3f} of {len(right)}")


def told(example: Example, weights: Linear) -> str:
    """The topic by some weights."""
    return max(example.evidence.topics, key=lambda topic: weigh(example.evidence.features(topic), weights))


def main() -> int:
    """Learn or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true", help="print how often the topic is right")
    scores = parser.parse_args().scores
    if "ZUSAGE_DATA" not in os.environ:
        parser.error("ZUSAGE_DATA is not set: name the folder with gold/dev.jsonl in it")
    if scores:
        show_scores()
        return 0
    weights = learn(load_examples("learn"))
    WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
