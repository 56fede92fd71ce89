"""Learning which sentences need not be analysed in reports that may well be about something else.

A sentence is right where a statement is annotated on it. Each language's threshold is the highest at which, judged by weights that
have not seen the report, both sieves together lose at most a share of what is annotated in real news; that of a report's best
sentence the highest at which no more is lost, by these weights and by those that are kept. Uses what `learn` has learned of
whole reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from fitting import Vector, fit_numbers
from reports import FOLDS, Annotated

from zusage.dossier import Dossier
from zusage.language.sentences import split_sentences
from zusage.reading.compiled import vocabulary
from zusage.reading.sieve import EVEN
from zusage.reading.sieve.sentences import sentence_numbers

PRIOR = 0.02
LEAST = 8
"""Sentences in which a sign has to stand to be weighed."""
COUNTS = {"wikinews": 4.0, "events": 0.5, "screened": 0.5}
"""How much a sentence of a corpus counts: real news that is annotated is what the threshold is for, and there is little."""
ANNOTATED = frozenset({"wikinews"})
"""Corpora of real news in which every statement is annotated."""
REAL = ANNOTATED | {"screened"}
"""Those too in which only what the reader found was looked at."""
UNQUOTED = -1
"""The place of a statement without a quote: any sentence that is read may give it."""


class Loss(NamedTuple):
    """The thresholds above which a statement is lost: that of its sentences, that of its report's best one."""

    sentence: float
    best: float


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a report: what the weights are for, and for each statement the sentences that it stands on."""

    report: Annotated
    score: float
    numbers: tuple[Mapping[str, float], ...]
    statements: tuple[tuple[int, ...], ...]

    def right(self) -> Vector:
        """For each sentence whether a statement stands on it."""
        on = {place for places in self.statements for place in places}
        return np.array([float(place in on) for place in range(len(self.numbers))])

    def lost_at(self, scores: Sequence[float]) -> list[Loss]:
        """For each statement where it is lost; reports that are read anyway lose none."""
        if self.score >= EVEN:
            return []
        most = max(scores, default=0.0)
        return [Loss(max((scores[place] for place in places), default=most), most) for places in self.statements]


def cut(report: Annotated, score: float, dossier: Dossier) -> Sentences:
    """Cut a report of such a score into sentences."""
    text, language = report.gold.report.text, report.gold.report.language
    runs = split_sentences(text, language)
    numbers = tuple(sentence_numbers(text, runs, vocabulary(language, dossier), score))
    spans = [
        (each.quote.start, each.quote.end) if each.quote is not None else (UNQUOTED, UNQUOTED)
        for each in report.gold.statements
    ]
    on = (tuple(i for i, (low, high) in enumerate(runs) if low < end and start < high) for start, end in spans)
    return Sentences(report, score, numbers, tuple(on))


def names_of(reports: Sequence[Sentences]) -> list[str]:
    """The signs that are weighed; the first is the bias."""
    counts = Counter(name for each in reports for numbers in each.numbers for name in numbers)
    return ["bias", *sorted(name for name, count in counts.items() if count >= LEAST and name != "bias")]


def learn(reports: Sequence[Sentences], names: Sequence[str]) -> Vector:
    """Fit the weights of some names."""
    right = np.concatenate([each.right() for each in reports])
    weight = np.concatenate([np.full(len(each.numbers), COUNTS.get(each.report.corpus, 1.0)) for each in reports])
    return fit_numbers(np.concatenate([_rows(each, names) for each in reports]), right, weight, prior=PRIOR)


def _rows(report: Sentences, names: Sequence[str]) -> Vector:
    return np.array([[numbers.get(name, 0.0) for name in names] for numbers in report.numbers]).reshape(-1, len(names))


def losses(
    reports: Iterable[Sentences], names: Sequence[str], weights: Vector, corpora: Collection[str] = ANNOTATED
) -> Iterator[tuple[str, Loss]]:
    """Yield for each statement of real news its language, and where it is lost by some weights."""
    for each in reports:
        if each.report.corpus in corpora:
            found = each.lost_at([float(score) for score in _rows(each, names) @ weights])
            yield from ((each.report.gold.report.language, loss) for loss in found)


def cross_losses(reports: Sequence[Sentences], names: Sequence[str]) -> Iterator[tuple[str, Loss]]:
    """Yield the same for annotated news by weights that have not seen the report."""
    for fold in range(FOLDS):
        weights = learn([each for each in reports if each.report.fold != fold], names)
        yield from losses((each for each in reports if each.report.fold == fold), names, weights)
