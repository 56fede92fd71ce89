"""Learn how much each kind of evidence tells of what a position is about, from annotated reports.

usage: python training/topics/learn.py            learn, and write src/zusage/reading/topics.json
       python training/topics/learn.py --scores   how often the topic is right, of reports not learned from; writes nothing

An example is a position that the rules find and the annotation has with the same holder and stance in overlapping words: its
evidence (`zusage.reading.topics.Evidence`), and the annotated topic. Learned from the learn parts of `training/`, from
$ZUSAGE_DATA/gold/dev.jsonl, and from `synthetic.jsonl`: short reports on many subjects, written for this.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training" / "pairs"))
sys.path.append(str(ROOT / "training" / "tools"))

from fitting import Numbers, Vector, minimise  # noqa: E402 - a script in a folder beside this one
from reports import FOLDS, Annotated, load_reports  # noqa: E402 - as above

import written  # noqa: E402 - a script in a folder beside this one
from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.language.analysis import Clause, Phrase  # noqa: E402 - as above
from zusage.model.codebook import parse_readings  # noqa: E402 - as above
from zusage.model.statement import Position  # noqa: E402 - as above
from zusage.model.values import TOPICS  # noqa: E402 - as above
from zusage.reading.context import Context  # noqa: E402 - as above
from zusage.reading.effort import ALL  # noqa: E402 - as above
from zusage.reading.positions import Opinion, find_positions  # noqa: E402 - as above
from zusage.reading.report import set_scene  # noqa: E402 - as above
from zusage.reading.scoring.keys import actor_key  # noqa: E402 - as above
from zusage.reading.topics import Evidence, Topic, Topics, Weights, likeliest, tokens_of  # noqa: E402 - as above

WEIGHTS = ROOT / "src" / "zusage" / "reading" / "topics.json"
DOSSIER = "ukraine-guarantees"
SYNTHETIC = Path(__file__).parent / "synthetic.jsonl"
DEVELOPMENT, WRITTEN = "dev", "synthetic"
PRIOR, SUBJECT_PRIOR = 0.1, 0.05
"""Variance of the weights of the numbers and of the subjects, chosen by cross-validation on the learn parts."""
LEAST_REPORTS = 4
"""Reports that a sign of subjects stands in at least, to be learned."""
SMALL = 0.02


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


GOLD = 3.0
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
    """The examples of a part of `training/`; to learn from are the development reports, too, and those written for this."""
    dossier = load_dossier(DOSSIER)
    reports = [*load_reports(part), *((*_development(), *_synthetic()) if part == "learn" else ())]
    return [example for report in reports if report.gold.positions for example in make_examples(report, dossier)]


def _development() -> Iterator[Annotated]:
    path = Path(os.environ["ZUSAGE_DATA"]) / "gold" / "dev.jsonl"
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        for _, gold in parse_readings(line, resource=str(path)):
            yield Annotated(gold, DEVELOPMENT, number % FOLDS)


def _synthetic() -> Iterator[Annotated]:
    for line in SYNTHETIC.read_text("utf-8").splitlines():
        record = json.loads(line)
        fold = int(hashlib.sha256(record["id"].encode()).hexdigest(), 16) % FOLDS
        for _, gold in parse_readings(json.dumps(written.export(record)), resource=record["id"]):
            yield Annotated(gold, WRITTEN, fold)


@dataclass(frozen=True, slots=True)
class Table:
    """Examples as numbers: of each topic, by name; signs of subjects; which topic is right, and how much each counts."""

    names: list[str]
    numbers: Vector
    signs: list[str]
    subjects: Vector
    right: Numbers
    counts: Vector


def lay_out(examples: Sequence[Example]) -> Table:
    """The numbers of some examples."""
    features = [[one.evidence.features(topic) for topic in TOPICS] for one in examples]
    names = sorted({name for row in features for found in row for name in found})
    signs = _common(examples)
    return Table(
        names=names,
        numbers=np.array([[[found.get(name, 0.0) for name in names] for found in row] for row in features]),
        signs=signs,
        subjects=np.array([[float(sign in one.evidence.subjects) for sign in signs] for one in examples]),
        right=np.array([TOPICS.index(one.right) for one in examples]),
        counts=np.array([GOLD if one.report.corpus == DEVELOPMENT else 1.0 for one in examples]),
    )


def _common(examples: Sequence[Example]) -> list[str]:
    """The signs of subjects that stand in enough reports."""
    texts: dict[str, set[str]] = defaultdict(set)
    for one in examples:
        for sign in one.evidence.subjects:
            texts[sign].add(one.report.gold.report.text)
    return sorted(sign for sign, where in texts.items() if len(where) >= LEAST_REPORTS)


def learn(examples: Sequence[Example]) -> Weights:
    """Fit the weights: a choice between all topics."""
    table = lay_out(examples)
    size, rows = len(table.names), np.arange(len(examples))
    flat = table.numbers.reshape(-1, size)

    def loss(weights: Vector) -> tuple[float, Vector]:
        common, own = weights[:size], weights[size:].reshape(len(table.signs), len(TOPICS))
        scores = (flat @ common).reshape(len(rows), len(TOPICS)) + table.subjects @ own
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        share = odds / odds.sum(axis=1, keepdims=True)
        value = -float(table.counts @ np.log(share[rows, table.right])) + float(
            common @ common / PRIOR / 2 + (own * own).sum() / SUBJECT_PRIOR / 2
        )
        share[rows, table.right] -= 1
        share *= table.counts[:, None]
        slopes = flat.T @ share.reshape(-1) + common / PRIOR, table.subjects.T @ share + own / SUBJECT_PRIOR
        return value, np.concatenate([slopes[0], slopes[1].reshape(-1)])

    fitted = minimise(loss, np.zeros(size + len(table.signs) * len(TOPICS)))
    own = fitted[size:].reshape(len(table.signs), len(TOPICS))
    found = {ALL: _named(table.names, fitted[:size])}
    return found | {topic: _named(table.signs, own[:, i]) for i, topic in enumerate(TOPICS)}


def _named(names: Iterable[str], weights: Vector) -> dict[str, float]:
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True) if abs(weight) >= SMALL}


def show_scores() -> None:
    """Print how often the topic is right: of what is learned from by the other folds, of the measuring part by all.

    Reports of one event may lie in both parts, so the measuring part is judged by the other folds, too.
    """
    examples, measured = load_examples("learn"), load_examples("measure")
    judged: list[tuple[Example, Weights]] = []
    apart: list[tuple[Example, Weights]] = []
    for fold in range(FOLDS):
        weights = learn([one for one in examples if one.report.fold != fold])
        judged += [(one, weights) for one in examples if one.report.fold == fold]
        apart += [(one, weights) for one in measured if one.report.fold == fold]
    everything = learn(examples)
    parts = {
        DEVELOPMENT: [row for row in judged if row[0].report.corpus == DEVELOPMENT],
        WRITTEN: [row for row in judged if row[0].report.corpus == WRITTEN],
        "learn": [row for row in judged if row[0].report.corpus not in (DEVELOPMENT, WRITTEN)],
        "measure": [(one, everything) for one in measured],
        "measure, by other events": apart,
    }
    for part, rows in parts.items():
        for language in ("de", "en"):
            of = [row for row in rows if row[0].report.gold.report.language == language]
            right = [likeliest(one.evidence, by) == one.right for one, by in of]
            print(f"{part:24} {language}  {sum(right) / max(1, len(right)):.3f} of {len(right)}")


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
