"""Learn what a contribution hangs on by what stands around it, from annotated reports.

usage: python training/terms/learn.py            learn, and write src/zusage/reading/terms/weights.json
       python training/terms/learn.py --scores   by the rules, and with what is learned by threshold, of reports not learned
                                                 from; writes nothing

An example is a contribution that the reader finds and that the annotation has, too, with a type of condition that it may have.
Its options are each clause that may tell it, that no clause in particular does, and that there is no such condition.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training" / "pairs"))

import numpy as np  # noqa: E402 - after the line that sets threads
from fitting import Choice, Numbers, Vector, Vocabulary, fit  # noqa: E402 - a script in a folder beside this one
from reports import FOLDS, Annotated, load_lessons  # noqa: E402 - as above

from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.model.statement import Commitment  # noqa: E402 - as above
from zusage.reading.pairs.weights import logistic  # noqa: E402 - as above
from zusage.reading.report import read_report, terms_told  # noqa: E402 - as above
from zusage.reading.scoring.keys import Pair, actor_key, pairs_of  # noqa: E402 - as above
from zusage.reading.terms.likely import ADDED, UNPLACED  # noqa: E402 - as above
from zusage.reading.terms.signs import kind_of  # noqa: E402 - as above

WEIGHTS = ROOT / "src" / "zusage" / "reading" / "terms" / "weights.json"
DOSSIER = "ukraine-guarantees"
PRIOR = 0.1
LEAST_OPTIONS = 5
SMALL = 0.02
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Example:
    """A type of condition that a contribution may have: its options as encoded features, the first one that it has none.

    ``found``: report, actor and measure, the pair that it is scored with. ``gold`` and ``ruled``: whether the annotation and the
    rules have it.
    """

    corpus: str
    language: str
    fold: int
    found: tuple[int, Pair]
    kind: str
    options: tuple[Numbers, ...]
    gold: bool
    ruled: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """Types of conditions by pair, of all that is annotated: what F1 is counted over."""

    annotated: Mapping[tuple[str, str], int]
    gold: Mapping[tuple[int, Pair], frozenset[str]]


def make_examples(number: int, one: Annotated, dossier: Dossier, known: Vocabulary) -> Iterator[Example]:
    """Read a report for what its contributions may hang on, and yield those that the annotation has."""
    gold = pairs_of(one.gold)
    shown = pairs_of(read_report(one.gold.report, dossier))
    if gold.keys().isdisjoint(shown):
        return
    for commitment, terms in terms_told(one.gold.report, dossier):
        pair = (actor_key(commitment.actor), commitment.measure)
        if pair not in gold or pair not in shown or not _overlapping(commitment, shown[pair]):
            continue
        right = _kinds(_overlapping(commitment, gold[pair]) or gold[pair])
        ruled = _kinds([commitment])
        for term in terms:
            whole = known.encode([*term.whole, UNPLACED])
            places = [known.encode([*term.whole, *place.features]) for place in term.places]
            yield Example(
                corpus=one.corpus,
                language=one.gold.report.language,
                fold=one.fold,
                found=(number, pair),
                kind=term.kind,
                options=(known.encode([]), whole, *places),
                gold=term.kind in right,
                ruled=term.kind in ruled,
            )


def _overlapping(commitment: Commitment, others: Sequence[Commitment]) -> list[Commitment]:
    quote = commitment.quote
    return [one for one in others if max(quote.start, one.quote.start) < min(quote.end, one.quote.end)]


def _kinds(commitments: Sequence[Commitment]) -> frozenset[str]:
    return frozenset(kind_of(condition.type) for one in commitments for condition in one.conditions)


def load_examples(dossier: Dossier) -> tuple[list[Example], Counted, Vocabulary]:
    """The examples of the learn parts and of the development reports."""
    known, examples = Vocabulary(), []
    annotated: Counter[tuple[str, str]] = Counter()
    gold: dict[tuple[int, Pair], frozenset[str]] = {}
    for number, one in enumerate(load_lessons()):
        kinds = {pair: _kinds(each) for pair, each in pairs_of(one.gold).items()}
        annotated[one.corpus, one.gold.report.language] += sum(len(each) for each in kinds.values())
        gold |= {(number, pair): each for pair, each in kinds.items()}
        examples += make_examples(number, one, dossier, known)
    return examples, Counted(annotated, gold), known


def learn(examples: Sequence[Example], known: Vocabulary) -> Vector:
    """Fit the weights, by feature number."""
    choices = []
    for one in examples:
        right = frozenset(range(1, len(one.options))) if one.gold else frozenset({0})
        choices.append(Choice(one.options, right))
    return fit(choices, len(known.numbers), prior=PRIOR, least=LEAST_OPTIONS)


def show_scores(examples: Sequence[Example], counted: Counted, known: Vocabulary) -> None:
    """Print hits, found and F1 over all that is annotated, judged by folds."""
    judged: list[tuple[Example, float]] = []
    for fold in range(FOLDS):
        weights = learn([one for one in examples if one.fold != fold], known)
        judged += [(one, _chance(one, weights)) for one in examples if one.fold == fold]
    groups: dict[str, set[tuple[str, str]]] = {
        f"{group[0]:9} {group[1]}": {group} for group in sorted(counted.annotated)
    }
    groups["all"] = set(counted.annotated)
    for name, group in groups.items():
        rows = [row for row in judged if (row[0].corpus, row[0].language) in group]
        annotated = sum(counted.annotated[each] for each in group)
        print(f"{name:12} rules {_score([(one, one.ruled) for one, _ in rows], counted, annotated)}")
        for least in THRESHOLDS:
            found = [(one, one.ruled or (one.kind in ADDED and chance >= least)) for one, chance in rows]
            print(f"{'':12} {least:5} {_score(found, counted, annotated)}")


def _chance(one: Example, weights: Vector) -> float:
    scores = np.array([float(weights[option].sum()) for option in one.options[1:]])
    return logistic(float(np.logaddexp.reduce(scores)))


def _score(rows: Sequence[tuple[Example, bool]], counted: Counted, annotated: int) -> str:
    found = {(one.found, one.kind) for one, chosen in rows if chosen}
    hits = sum(1 for place, kind in found if kind in counted.gold[place])
    return f"right {hits} of {annotated}, found {len(found)}, F1 {2 * hits / max(1, annotated + len(found)):.3f}"


def main() -> int:
    """Learn or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true", help="measure by folds, write nothing")
    only_scores = parser.parse_args().scores
    if not WEIGHTS.exists():
        WEIGHTS.write_text("{}\n", "utf-8")
    examples, counted, known = load_examples(load_dossier(DOSSIER))
    if only_scores:
        show_scores(examples, counted, known)
        return 0
    write(learn(examples, known), examples, known)
    return 0


def write(weights: Vector, examples: Sequence[Example], known: Vocabulary) -> None:
    """Write the weights that make a difference to the types that reading adds."""
    asked = {int(i) for one in examples if one.kind in ADDED for option in one.options for i in option}
    kept = {
        name: round(float(weights[i]), 2)
        for name, i in sorted(known.numbers.items())
        if i in asked and abs(weights[i]) >= SMALL
    }
    WEIGHTS.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
