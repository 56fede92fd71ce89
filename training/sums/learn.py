"""Learn which amount a contribution has where the rules find none, from annotated reports.

usage: python training/sums/learn.py            learn, and write src/zusage/reading/sums/weights.json
       python training/sums/learn.py --scores   by the rules and by threshold, of reports not learned from; writes nothing

An example is a contribution without an amount that the reader looks at, shown or not, and that the annotation has, too, in
words that overlap, or that are near where the annotation has but one of that actor and measure. Its options are the amounts
around it and none; right is each that tells the annotated one.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training" / "pairs"))

from fitting import Choice, Vocabulary, by_name, fit  # noqa: E402 - a script in a folder beside this one
from reports import FOLDS, Annotated, load_lessons  # noqa: E402 - as above

from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.model.quote import Quote  # noqa: E402 - as above
from zusage.model.statement import Commitment  # noqa: E402 - as above
from zusage.reading.certainty import is_kept_back  # noqa: E402 - as above
from zusage.reading.choice import chances_of  # noqa: E402 - as above
from zusage.reading.report import amounts_of  # noqa: E402 - as above
from zusage.reading.scoring.keys import Pair, actor_key, quantity_key  # noqa: E402 - as above
from zusage.reading.sums import likely  # noqa: E402 - as above
from zusage.reading.sums.signs import Option  # noqa: E402 - as above

WEIGHTS = ROOT / "src" / "zusage" / "reading" / "sums" / "weights.json"
DOSSIER = "ukraine-guarantees"
PRIOR = 0.3
LEAST_OPTIONS = 8
NEAR = 400
"""Characters from what was found to the only annotated contribution of its actor and measure."""
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4)

Amount = tuple[float | None, float | None, str] | None


@dataclass(frozen=True, slots=True)
class Example:
    """A contribution that is found: its actor and measure, its amount by the rules, the options where they find none."""

    pair: Pair
    quote: Quote
    ruled: Amount
    options: Sequence[Option]
    is_shown: bool

    def right(self, gold: Sequence[Commitment]) -> frozenset[int]:
        """The options that tell the amount of the annotated contribution of the same words; none where there is no such."""
        same = [each for each in gold if _pair(each) == self.pair]
        best = max(same, key=lambda each: _shared(each.quote, self.quote), default=None)
        if best is None or _shared(best.quote, self.quote) <= (-NEAR if len(same) == 1 else 0):
            return frozenset()
        amount = quantity_key(best.quantity)
        return frozenset(i for i, option in enumerate(self.options) if quantity_key(option.quantity) == amount)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A report with what is found in it."""

    one: Annotated
    examples: Sequence[Example]

    @property
    def name(self) -> str:
        """The collection and the language."""
        return f"{self.one.corpus:9} {self.one.gold.report.language}"


def _pair(each: Commitment) -> Pair:
    return actor_key(each.actor), each.measure


def _shared(one: Quote, other: Quote) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def read_lessons(dossier: Dossier) -> list[Lesson]:
    """Read the learn parts and the development reports."""
    return [Lesson(one, _examples(one, dossier)) for one in load_lessons()]


def _examples(one: Annotated, dossier: Dossier) -> list[Example]:
    return [
        Example(_pair(each), each.quote, quantity_key(each.quantity), options, not is_kept_back(each))
        for each, options in amounts_of(one.gold.report, dossier)
    ]


def learn(lessons: Iterable[Lesson]) -> dict[str, float]:
    """Fit the weights."""
    known, choices = Vocabulary(), []
    for lesson in lessons:
        for example in lesson.examples:
            right = example.right(lesson.one.gold.commitments)
            if 0 < len(right) < len(example.options):
                choices.append(Choice(tuple(known.encode(option.features) for option in example.options), right))
    weights = fit(choices, len(known.numbers), prior=PRIOR, least=LEAST_OPTIONS)
    return by_name(weights, known)


def show_scores(lessons: Sequence[Lesson]) -> None:
    """Print how far the amounts of matched pairs are right where the annotation has one, of all, and of any, judged by folds."""
    judged = []
    for fold in range(FOLDS):
        weights = learn([lesson for lesson in lessons if lesson.one.fold != fold])
        judged += [(lesson, weights) for lesson in lessons if lesson.one.fold == fold]
    for name in sorted({lesson.name for lesson in lessons}):
        rows = [row for row in judged if row[0].name == name]
        print(f"{name} rules {_score([_agreements(lesson, weights, 2.0) for lesson, weights in rows])}")
        for least in THRESHOLDS:
            print(f"{'':12} {least:5} {_score([_agreements(lesson, weights, least) for lesson, weights in rows])}")


def _agreements(lesson: Lesson, weights: Mapping[str, float], least: float) -> list[tuple[bool, float | None]]:
    """Of each annotated pair whether it has an amount, and how far those read agree, None where the pair is not found."""
    gold: dict[Pair, set[Amount]] = {}
    for each in lesson.one.gold.commitments:
        gold.setdefault(_pair(each), set()).add(quantity_key(each.quantity))
    read: dict[Pair, set[Amount]] = {}
    for example in lesson.examples:
        if example.is_shown:
            read.setdefault(example.pair, set()).add(_amount(example, weights, least))
    return [
        (amounts != {None}, _agreement(amounts - {None}, read[pair] - {None}) if pair in read else None)
        for pair, amounts in gold.items()
    ]


def _amount(example: Example, weights: Mapping[str, float], least: float) -> Amount:
    if not example.options:
        return example.ruled
    chances = chances_of(example.options, dict(weights))
    option = likely.most_likely(example.options, chances, least)
    return quantity_key(option.quantity) if option is not None else None


def _agreement(gold: set[Amount], read: set[Amount]) -> float:
    return len(gold & read) / max(len(gold), len(read)) if gold or read else 1.0


def _score(rows: Iterable[list[tuple[bool, float | None]]]) -> str:
    pairs = [pair for row in rows for pair in row]
    given = [value or 0.0 for has_amount, value in pairs if has_amount]
    found = [value for _, value in pairs if value is not None]
    return (
        f"where there is one {sum(given) / max(1, len(given)):.3f} of {len(given)}, "
        f"of those found {sum(found) / max(1, len(found)):.3f} of {len(found)}"
    )


def main() -> int:
    """Learn or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true", help="measure by folds, write nothing")
    only_scores = parser.parse_args().scores
    if not WEIGHTS.exists():
        WEIGHTS.write_text("{}\n", "utf-8")
    lessons = load_lessons(load_dossier(DOSSIER))
    if only_scores:
        show_scores(lessons)
        return 0
    WEIGHTS.write_text(json.dumps(learn(lessons), indent=0, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
