"""Learn which reports and sentences need not be read, from the annotated reports in `training/` and ordinary news.

usage: python training/sieve/learn.py            learn, and write the weights to src/zusage/reading/sieve
       python training/sieve/learn.py --best     find the threshold of a report's best sentence for the weights that are there
       python training/sieve/learn.py --scores   print what the weights pass over and what is lost with it; writes nothing

The thresholds are, for each language, the highest at which, judged by weights that have not seen them, at most `MOST_LOST` of
the statements that are annotated in its real news are lost, by whole reports and by sentences (`sentences.py`) together; that
of a report's best sentence is the highest at which no more are. The
words of one language tell more than those of the other, so what a score says is not the same. Learned from the learn
parts; ``--scores`` shows both parts. The same reports and lexicons give the same weights. Needs the Wikinews texts in
$ZUSAGE_DATA: without ordinary news there is nothing to tell apart.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: its threads only wait for each other

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "training" / "pairs"))

from fitting import Vector, fit_numbers  # noqa: E402 - a script in a folder beside this one
from reports import FOLDS, Annotated, load_reports  # noqa: E402 - as above

import sentences  # noqa: E402 - beside this one
from zusage.dossier import Dossier, load_dossier  # noqa: E402 - after the line that sets threads
from zusage.model.quote import Quote, Span  # noqa: E402 - as above
from zusage.model.report import Reading  # noqa: E402 - as above
from zusage.reading.compiled import vocabulary  # noqa: E402 - as above
from zusage.reading.report import read_report  # noqa: E402 - as above
from zusage.reading.scoring.agreement import set_keys  # noqa: E402 - as above
from zusage.reading.sieve import Sifted, is_read_anyway, load_weights, numbers, sift  # noqa: E402 - as above
from zusage.reading.sieve.sentences import load_sentence_weights  # noqa: E402 - as above

WEIGHTS = ROOT / "src" / "zusage" / "reading" / "sieve" / "weights.json"
SENTENCES = WEIGHTS.with_name("sentences.json")
DOSSIER = "ukraine-guarantees"
PRIOR = 0.01
MOST_LOST = 0.01
COUNTED = ("commitments actor+measure", "positions actor+stance", "attendance actor+mode")
LANGUAGES = ("de", "en")
CORPORA = ("written", "events", "wire", "broad", "wikinews", "screened")


@dataclass(frozen=True, slots=True)
class Example:
    """A report with what its words say; ``statements`` is a count."""

    report: Annotated
    numbers: dict[str, float]
    is_read_anyway: bool

    @property
    def statements(self) -> int:
        """How many statements are annotated."""
        return len(self.report.gold.statements)

    @property
    def language(self) -> str:
        """The report's language."""
        return self.report.gold.report.language


def make_examples(reports: Sequence[Annotated], dossier: Dossier) -> list[Example]:
    """Count the signs of reports."""
    found = []
    for each in reports:
        report = each.gold.report
        words = vocabulary(report.language, dossier)
        signs = words.signs((report.title, report.text))
        found.append(Example(each, numbers(signs), is_read_anyway(report, words, signs)))
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


def threshold(examples: Sequence[Example], scores: Sequence[float], language: str) -> tuple[float, float]:
    """The score under which at most `MOST_LOST` of the statements in a language's real news stand, and how many more may."""
    found = [
        (score, each)
        for each, score in zip(examples, scores, strict=True)
        if each.report.corpus == "wikinews" and each.language == language
    ]
    left = MOST_LOST * sum(each.statements for _, each in found)
    real = sorted((score, each.statements) for score, each in found if not each.is_read_anyway)
    for score, statements in real:
        if statements > left:
            return score, left
        left -= statements
    return real[-1][0], left


def write_weights(examples: Sequence[Example], dossier: Dossier) -> None:
    """Learn everything and write it."""
    names = ["bias", *sorted({name for each in examples for name in each.numbers} - {"bias"})]
    scores = cross_scores(examples, names)
    bounds = {language: threshold(examples, scores, language) for language in LANGUAGES}
    least = {language: score for language, (score, _) in bounds.items()}
    _write(WEIGHTS, least, dict(zip(names, learn(examples, names), strict=True)))
    cut = cut_up(examples, scores, least, dossier)
    names = sentences.names_of(cut)
    weights, lost = sentences.learn(cut, names), list(sentences.cross_losses(cut, names))
    real = {language: sorted(one.sentence for each, one in lost if each == language) for language in LANGUAGES}
    least = {language: real[language][int(most)] for language, (_, most) in bounds.items()}
    _write(SENTENCES, least, dict(zip(names, weights, strict=True)), best=best_bounds(cut, names, weights, least))


def write_best(examples: Sequence[Example], dossier: Dossier) -> None:
    """Find the threshold of a report's best sentence for the weights and other thresholds that are there, and write it."""
    names = ["bias", *sorted({name for each in examples for name in each.numbers} - {"bias"})]
    cut = cut_up(examples, cross_scores(examples, names), load_weights().least, dossier)
    found = json.loads(SENTENCES.read_text("utf-8"))
    weights = np.array([*found["signs"].values()])
    found["best"] = _floored(best_bounds(cut, list(found["signs"]), weights, found["least"]))
    SENTENCES.write_text(_text(found), "utf-8")


def cut_up(
    examples: Sequence[Example], scores: Sequence[float], least: Mapping[str, float], dossier: Dossier
) -> list[sentences.Sentences]:
    """Cut the reports into sentences that are not passed over or read anyway."""
    return [
        sentences.cut(each.report, score, dossier)
        for each, score in zip(examples, scores, strict=True)
        if not each.is_read_anyway and score >= least[each.language]
    ]


def best_bounds(
    cut: Sequence[sentences.Sentences], names: Sequence[str], weights: Vector, least: Mapping[str, float]
) -> dict[str, float]:
    """The score of a report's best sentence under which nothing is lost that the threshold of sentences keeps.

    By weights that have not seen the reports, and by those that are kept; of all real news, annotated or screened.
    """
    losses = [*sentences.cross_losses(cut, names), *sentences.losses(cut, names, weights, sentences.REAL)]
    kept = [(language, one.best) for language, one in losses if one.sentence >= least[language]]
    return {language: min(score for each, score in kept if each == language) for language in LANGUAGES}


def _write(file: Path, least: Mapping[str, float], weights: Mapping[str, float], **more: Mapping[str, float]) -> None:
    """Write weights with thresholds; ``more``: other thresholds, by name."""
    signs = {name: round(float(weight), 3) for name, weight in weights.items()}
    bounds = {name: _floored(scores) for name, scores in {"least": least, **more}.items()}
    file.write_text(_text(bounds | {"signs": signs}), "utf-8")


def _floored(scores: Mapping[str, float]) -> dict[str, float]:
    return {language: math.floor(score * 100) / 100 for language, score in scores.items()}


def _text(found: Mapping[str, Mapping[str, float]]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def show(reports: Sequence[Annotated], dossier: Dossier) -> None:
    """Print for each corpus what is passed over, and what is lost with it of what is annotated, right, found."""
    print(
        f"{'':10} {'passed over':>12} {'text read':>10} {'annotated, lost':>17} {'right, lost':>14} {'found, lost':>14}"
    )
    for corpus in CORPORA:
        rows = [each.gold for each in reports if each.corpus == corpus]
        sifted = [sift(each.report, vocabulary(each.report.language, dossier)) for each in rows]
        whole = [read_report(each.report, dossier, whole=True) for each in rows]
        part = [read_report(each.report, dossier) for each in rows]
        signs = sum(len(each.report.text) for each in rows)
        skipped = sum(map(_signs_passed_over, rows, sifted))
        right = [sum(map(_right, rows, found)) for found in (whole, part)]
        found = [sum(len(each.statements) for each in readings) for readings in (whole, part)]
        print(
            f"{corpus:10} {sum(each.is_passed_over for each in sifted):4} of {len(rows):4} {1 - skipped / signs:10.0%}"
            f" {sum(map(_unseen, rows, sifted)):8} of {sum(len(each.statements) for each in rows):5}"
            f" {right[0] - right[1]:5} of {right[0]:5} {found[0] - found[1]:5} of {found[0]:5}"
        )


def _signs_passed_over(gold: Reading, sifted: Sifted) -> int:
    """How many characters of a report are not analysed."""
    return len(gold.report.text) if sifted.is_passed_over else sum(run.end - run.start for run in sifted.unread)


def _unseen(gold: Reading, sifted: Sifted) -> int:
    """How many annotated statements stand on nothing but what is not analysed."""
    if sifted.is_passed_over:
        return len(gold.statements)
    quotes = [each.quote for each in gold.statements if each.quote is not None]
    return sum(_is_unseen(gold.report.text, quote, sifted.unread) for quote in quotes)


def _is_unseen(text: str, quote: Quote, unread: Sequence[Span]) -> bool:
    left = set(range(quote.start, quote.end)).difference(*(range(run.start, run.end) for run in unread))
    return not any(text[place].isalnum() for place in left)


def _right(gold: Reading, found: Reading) -> int:
    """How many contributions, positions and attendances that were found are annotated."""
    one, other = set_keys(gold), set_keys(found)
    return sum(len(one[name] & other[name]) for name in COUNTED)


def main() -> int:
    """Learn or show."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scores", action="store_true", help="print what is passed over and lost")
    parser.add_argument("--best", action="store_true", help="learn one threshold, for the weights that are there")
    options = parser.parse_args()
    dossier = load_dossier(DOSSIER)
    if not options.scores:
        (write_best if options.best else write_weights)(make_examples(load_reports(), dossier), dossier)
        for name, found in (("reports", load_weights()), ("sentences", load_sentence_weights())):
            print(f"{name}: least {found.least}, {len(found.signs)} signs", file=sys.stderr)
        return 0
    for part in ("learn", "measure"):
        print(f"{part} part")
        show(load_reports(part), dossier)
    return 0


if __name__ == "__main__":
    sys.exit(main())
