"""Learn which reports need not be read, from the annotated reports in `training/` and ordinary news.

usage: python training/sieve/learn.py            learn, and write the weights to src/zusage/reading/sieve
       python training/sieve/learn.py --scores   print what the weights pass over and what is lost with it; writes nothing

The threshold is the highest at which, judged by weights that have not seen them, at most `MOST_LOST` of the statements that are
annotated in real news are lost. Learned from the learn parts; ``--scores`` shows both parts. The same reports and lexicons
give the same weights. Needs the Wikinews texts in $ZUSAGE_DATA: without ordinary news there is nothing to tell apart.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training" / "pairs"))

from fitting import Vector, fit_numbers  # noqa: E402 - a script in a folder beside this one
from reports import FOLDS, Annotated, load_reports  # noqa: E402 - as above

from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.reading.report import read_report, vocabulary  # noqa: E402 - as above
from zusage.reading.sieve import LEAST_WORDS, is_passed_over, load_weights, numbers  # noqa: E402 - as above
from zusage.reading.sieve.signs import WORDS  # noqa: E402 - as above

WEIGHTS = ROOT / "src" / "zusage" / "reading" / "sieve" / "weights.json"
DOSSIER = "ukraine-guarantees"
PRIOR = 0.01
MOST_LOST = 0.01
CORPORA = ("written", "events", "wikinews", "screened")


@dataclass(frozen=True, slots=True)
class Example:
    """A report with what its words say; ``words`` and ``statements`` are counts."""

    report: Annotated
    numbers: dict[str, float]
    words: int

    @property
    def statements(self) -> int:
        """How many statements are annotated."""
        return len(self.report.gold.statements)

    @property
    def is_short(self) -> bool:
        """Whether the report is read whatever its words are."""
        return self.words < LEAST_WORDS


def make_examples(reports: Sequence[Annotated], dossier: Dossier) -> list[Example]:
    """Count the signs of reports."""
    found = []
    for each in reports:
        report = each.gold.report
        signs = vocabulary(report.language, dossier).signs((report.title, report.text))
        found.append(Example(each, numbers(signs), signs[WORDS]))
    return found


def learn(examples: Sequence[Example], names: Sequence[str]) -> Vector:
    """Fit the weights of some names; the first is the bias."""
    rows = _rows(examples, names)
    right = np.array([float(each.statements > 0) for each in examples])
    return fit_numbers(rows, right, np.ones(len(rows)), prior=PRIOR)


def _rows(examples: Sequence[Example], names: Sequence[str]) -> Vector:
    return np.array([[each.numbers.get(name, 0.0) for name in names] for each in examples])


def cross_scores(examples: Sequence[Example], names: Sequence[str]) -> list[float]:
    """The score of each report by weights that were learned without the reports of its fold."""
    scores = np.zeros(len(examples))
    folds = np.array([each.report.fold for each in examples])
    for fold in range(FOLDS):
        weights = learn([each for each in examples if each.report.fold != fold], names)
        scores[folds == fold] = _rows([each for each in examples if each.report.fold == fold], names) @ weights
    return [float(score) for score in scores]


def threshold(examples: Sequence[Example], scores: Sequence[float]) -> float:
    """The score under which at most `MOST_LOST` of the statements in real news stand."""
    real = sorted(
        (score, each.statements)
        for each, score in zip(examples, scores, strict=True)
        if each.report.corpus == "wikinews" and not each.is_short
    )
    most, lost = MOST_LOST * sum(each.statements for each in examples if each.report.corpus == "wikinews"), 0
    for score, statements in real:
        lost += statements
        if lost > most:
            return score
    return real[-1][0]


def write_weights(examples: Sequence[Example]) -> None:
    """Learn everything and write it."""
    names = ["bias", *sorted({name for each in examples for name in each.numbers} - {"bias"})]
    least = threshold(examples, cross_scores(examples, names))
    signs = {name: round(float(weight), 3) for name, weight in zip(names, learn(examples, names), strict=True)}
    found = {"least": round(least, 2), "signs": signs}
    WEIGHTS.write_text(json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


def show(reports: Sequence[Annotated], dossier: Dossier) -> None:
    """Print for each corpus what is passed over, and what would have been annotated or found in it."""
    print(f"{'':22} {'passed over':>14} {'annotated, lost':>18} {'found, lost':>16}")
    for corpus in CORPORA:
        rows = [each.gold for each in reports if each.corpus == corpus]
        over = [is_passed_over(each.report, vocabulary(each.report.language, dossier)) for each in rows]
        annotated = [len(each.statements) for each in rows]
        found = [len(read_report(each.report, dossier, whole=True).statements) for each in rows]
        lost = [sum(n for n, is_over in zip(row, over, strict=True) if is_over) for row in (annotated, found)]
        print(
            f"{corpus:22} {sum(over):6} of {len(rows):4} {lost[0]:9} of {sum(annotated):5} {lost[1]:8} of {sum(found):5}"
        )


def main() -> int:
    """Learn or show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true", help="print what is passed over and lost")
    options = parser.parse_args()
    dossier = load_dossier(DOSSIER)
    if not options.scores:
        write_weights(make_examples(load_reports(), dossier))
        print(f"least {load_weights().least}, {len(load_weights().signs)} signs", file=sys.stderr)
        return 0
    for part in ("learn", "measure"):
        print(f"{part} part")
        show(load_reports(part), dossier)
    return 0


if __name__ == "__main__":
    sys.exit(main())
