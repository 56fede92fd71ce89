"""Learn how much each kind of evidence tells of what a position is about, from annotated reports.

usage: python training/topics/learn.py            learn, and write src/zusage/reading/topics.json
       python training/topics/learn.py --scores   how often the topic is right, of reports not learned from; writes nothing

An example is a position that the rules find and the annotation has with the same holder and stance in overlapping words: its
evidence (`zusage.reading.topics.Evidence`), and the annotated topic; and one that they do not find, with its quote as content.
Learned from the learn parts of `training/`, from $ZUSAGE_DATA/gold/dev.jsonl, and from `synthetic.jsonl`: short reports on many
subjects, written for this. Learning begins from `elder.json`, the weights that were learned before there was `training/broad`, and
is held near them: `--scores` is clean for broad reports and for the measuring parts, a little too good for the others.
"""

from __future__ import annotations

import argparse
import hashlib
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
sys.path.append(str(ROOT / "training" / "tools"))

from fitting import Numbers, Vector, minimise  # noqa: E402 - a script in a folder beside this one
from reports import DEVELOPMENT, FOLDS, Annotated, load_development, load_reports  # noqa: E402 - as above

import written  # noqa: E402 - a script in a folder beside this one
from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.language.analysis import Clause, Phrase  # noqa: E402 - as above
from zusage.model.codebook import parse_readings  # noqa: E402 - as above
from zusage.model.quote import Quote  # noqa: E402 - as above
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
ELDER = Path(__file__).parent / "elder.json"
WRITTEN, BROAD = "synthetic", "broad"
PRIOR, SUBJECT_PRIOR = 0.03, 0.01
"""Variance of the weights of the numbers and of the subjects around the elder ones, chosen by cross-validation."""
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
"""What an example of the development reports counts: they are few, and decide how readily a topic is `OTHER`.

Where these take what the report is about, those of `training/` often say that it is none of the topics.
"""
KNOWN = 0.5
"""What an example counts that the elder weights were learned from."""
MISSED = 0.5
"""What an example counts that the rules do not find: what of its quote is the content is not known."""


@dataclass(frozen=True, slots=True)
class Example:
    """A position: what speaks for its topics, which it has, and whether the rules find it."""

    report: Annotated
    evidence: Evidence
    right: str
    is_found: bool = True

    @property
    def count(self) -> float:
        """How much it counts."""
        known = 1.0 if self.report.corpus == BROAD else KNOWN
        return known * (GOLD if self.report.corpus == DEVELOPMENT else 1.0) * (1.0 if self.is_found else MISSED)


def make_examples(report: Annotated, dossier: Dossier) -> Iterator[Example]:
    """Read a report, and take what it has in common with its annotation."""
    scene = set_scene(report.gold.report, dossier)
    topics = Listening(scene.context, scene.candidates)
    found: list[Position] = []
    for opinion in find_positions(scene.context, scene.said, scene.candidates, topics=topics):
        right = _annotated(scene.context, opinion, report.gold.positions)
        if right is not None:
            found.append(right)
            if isinstance(opinion.topic, Told):
                yield Example(report, opinion.topic.evidence, right.topic)
    for position in report.gold.positions:
        content = _tokens_in(scene.context, position.quote)
        if position not in found and content:
            yield Example(
                report, topics.evidence(content, scene.context.sentence_at(min(content))), position.topic, False
            )


def _tokens_in(context: Context, quote: Quote) -> frozenset[int]:
    return frozenset(i for i, each in enumerate(context.tokens) if quote.start <= each.start and each.end <= quote.end)


def _annotated(context: Context, opinion: Opinion, gold: Sequence[Position]) -> Position | None:
    """The annotated position that an opinion shares most words with."""
    clauses = [context.clauses[i] for i in opinion.clauses]
    start = context.tokens[min(clause.start for clause in clauses)].start
    end = context.tokens[max(clause.end for clause in clauses) - 1].end
    shared = [
        (min(end, each.quote.end) - max(start, each.quote.start), number)
        for number, each in enumerate(gold)
        if actor_key(each.actor) == actor_key(opinion.actor.actor) and each.stance == opinion.stance
    ]
    length, number = max(shared, default=(0, 0))
    return gold[number] if length > 0 else None


def load_examples(part: str) -> list[Example]:
    """The examples of a part of `training/`; to learn from are the development reports, too, and those written for this."""
    dossier = load_dossier(DOSSIER)
    reports = [*load_reports(part), *((*load_development(), *_synthetic()) if part == "learn" else ())]
    return [example for report in reports if report.gold.positions for example in make_examples(report, dossier)]


def _synthetic() -> Iterator[Annotated]:
    for line in SYNTHETIC.read_text("utf-8").splitlines():
        record = json.loads(line)
        fold = int(hashlib.sha256(record["id"].encode()).hexdigest(), 16) % FOLDS
        for _, gold in parse_readings(json.dumps(written.export(record)), resource=record["id"]):
            yield Annotated(gold, WRITTEN, fold)


@dataclass(frozen=True, slots=True)
class Table:
    """Examples as numbers: of each topic, by name; signs of subjects; which topic is right, and how much each counts."""

    numbers: Vector
    subjects: Vector
    right: Numbers
    counts: Vector


def lay_out(examples: Sequence[Example], names: Sequence[str], signs: Sequence[str]) -> Table:
    """The numbers of some examples."""
    features = [[one.evidence.features(topic) for topic in TOPICS] for one in examples]
    return Table(
        numbers=np.array([[[found.get(name, 0.0) for name in names] for found in row] for row in features]),
        subjects=np.array([[float(sign in one.evidence.subjects) for sign in signs] for one in examples]),
        right=np.array([TOPICS.index(one.right) for one in examples]),
        counts=np.array([one.count for one in examples]),
    )


def learn(examples: Sequence[Example], elder: Weights) -> Weights:
    """Fit the weights: a choice between all topics, near the elder weights."""
    names = sorted({name for one in examples for topic in TOPICS for name in one.evidence.features(topic)})
    signs = sorted({sign for topic in TOPICS for sign in elder.get(topic, {})})
    table = lay_out(examples, names, signs)
    size, rows = len(names), np.arange(len(examples))
    flat = table.numbers.reshape(-1, size)
    start = np.array(
        [
            *(elder[ALL].get(name, 0.0) for name in names),
            *(elder.get(topic, {}).get(sign, 0.0) for sign in signs for topic in TOPICS),
        ]
    )
    spread = np.concatenate([np.full(size, PRIOR), np.full(len(start) - size, SUBJECT_PRIOR)])

    def loss(weights: Vector) -> tuple[float, Vector]:
        common, own = weights[:size], weights[size:].reshape(len(signs), len(TOPICS))
        scores = (flat @ common).reshape(len(rows), len(TOPICS)) + table.subjects @ own
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        share = odds / odds.sum(axis=1, keepdims=True)
        away = weights - start
        value = -float(table.counts @ np.log(share[rows, table.right])) + float((away * away / spread).sum() / 2)
        share[rows, table.right] -= 1
        share *= table.counts[:, None]
        slopes = np.concatenate([flat.T @ share.reshape(-1), (table.subjects.T @ share).reshape(-1)])
        return value, slopes + away / spread

    fitted = minimise(loss, start)
    own = fitted[size:].reshape(len(signs), len(TOPICS))
    found = {ALL: _named(names, fitted[:size])}
    return found | {topic: _named(signs, own[:, i]) for i, topic in enumerate(TOPICS)}


def _named(names: Iterable[str], weights: Vector) -> dict[str, float]:
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True) if abs(weight) >= SMALL}


def load_elder() -> Weights:
    """The weights that learning begins from."""
    found: Weights = json.loads(ELDER.read_text("utf-8"))
    return found


def show_scores() -> None:
    """Print how often the topic is right: of what is learned from by the other folds, of the measuring part by all.

    Reports of one event may lie in both parts, so the measuring part is judged by the other folds, too.
    """
    examples, measured, elder = load_examples("learn"), load_examples("measure"), load_elder()
    judged: list[tuple[Example, Weights]] = []
    apart: list[tuple[Example, Weights]] = []
    for fold in range(FOLDS):
        weights = learn([one for one in examples if one.report.fold != fold], elder)
        judged += [(one, weights) for one in examples if one.report.fold == fold and one.is_found]
        apart += [(one, weights) for one in measured if one.report.fold == fold and one.is_found]
    everything = learn(examples, elder)
    parts = {
        DEVELOPMENT: [row for row in judged if row[0].report.corpus == DEVELOPMENT],
        WRITTEN: [row for row in judged if row[0].report.corpus == WRITTEN],
        BROAD: [row for row in judged if row[0].report.corpus == BROAD],
        "learn": [row for row in judged if row[0].report.corpus not in (DEVELOPMENT, WRITTEN)],
        "measure": [(one, everything) for one in measured if one.is_found],
        "measure, by other events": apart,
    }
    for part, rows in parts.items():
        for language in ("de", "en"):
            of = [row for row in rows if row[0].report.gold.report.language == language]
            right = [likeliest(one.evidence, by) == one.right for one, by in of]
            before = [likeliest(one.evidence, elder) == one.right for one, _ in of]
            shares = [f"{sum(each) / max(1, len(of)):.3f}" for each in (right, before)]
            print(f"{part:24} {language}  {shares[0]} of {len(of)}, by the elder weights {shares[1]}")


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
    weights = learn(load_examples("learn"), load_elder())
    WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
