"""The sieve: what is read sentence by sentence, told by the words that stand in it.

Most news is about something else, and analysing it takes most of the time. A logistic regression over how often words of the
lexicons' classes stand in a report (`signs`) tells how likely it holds a statement at all; where that is no more than even, a
second one (`sentences`) tells it for each sentence. The weights are learned on annotated reports and on ordinary news
(`training/sieve`), with thresholds under which hardly a statement is lost.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from zusage.language.sentences import split_sentences
from zusage.model.quote import Span
from zusage.model.report import Report
from zusage.reading.learned import load_learned
from zusage.reading.sieve.sentences import load_sentence_weights, score_sentences
from zusage.reading.sieve.signs import WORDS, Vocabulary

LEAST_WORDS: Final = 100
"""Reports with fewer words are always read: there is little to count, and little to save."""

OPENING: Final = 500
"""Characters of a text that are its opening."""

MOST_DENSE: Final = 3.0
"""Signs per fifty words above which more of them say no more."""

EVEN: Final = 0.0
"""The score of a report, in log-odds, from which every sentence is read."""

PASSED_OVER: Final = "seems to be about something else and was not read sentence by sentence; --all reads it"


PARTLY: Final = "{} of {} sentences seem to be about something else and were not analysed; --all reads them"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: the weight of each sign; ``least``: how much speaks for a report of each language at least."""

    signs: dict[str, float]
    least: dict[str, float]


@dataclass(frozen=True, slots=True)
class Sifted:
    """What need not be read: the whole report, or sentences of it; ``sentences`` is how many it has, 0 where they all count.

    ``score``: how much its signs speak for a statement in it, in log-odds.
    """

    score: float
    is_passed_over: bool = False
    unread: tuple[Span, ...] = ()
    sentences: int = 0

    @property
    def note(self) -> str | None:
        """What is to be said of it."""
        if self.is_passed_over:
            return PASSED_OVER
        return PARTLY.format(len(self.unread), self.sentences) if self.unread else None


def sift(report: Report, vocabulary: Vocabulary, *, whole: bool = False) -> Sifted:
    """Say whether a report so surely holds no statement that it need not be read, or which of its sentences hold none.

    ``whole``: it is only scored; all of it will be read.
    """
    found = vocabulary.signs((report.title, report.text))
    score = score_report(found)
    if whole or score >= EVEN or is_read_anyway(report, vocabulary, found):
        return Sifted(score)
    if score < load_weights().least[report.language]:
        return Sifted(score, is_passed_over=True)
    runs = split_sentences(report.text, report.language)
    least = load_sentence_weights().least[report.language]
    scores = score_sentences(report.text, runs, vocabulary, score)
    if max(scores, default=least) < load_sentence_weights().best[report.language]:
        return Sifted(score, is_passed_over=True)
    unread = tuple(Span(*run) for run, each in zip(runs, scores, strict=True) if each < least)
    return Sifted(score, len(unread) == len(runs), unread, len(runs))


def is_read_anyway(report: Report, vocabulary: Vocabulary, signs: Mapping[str, int]) -> bool:
    """Say whether a report of such signs is read whatever its score: it is short, or what it opens with is told all over it.

    Example: "Der Gipfel in Oslo beginnt am Montag": who was there and when; "Estland wartet auf die Zusage aus Oslo".
    """
    opening = f"{report.title}\n{report.text[:OPENING]}"
    return signs[WORDS] < LEAST_WORDS or vocabulary.tells_more(opening)


def score_report(signs: Mapping[str, int]) -> float:
    """How much the signs of a report speak for a statement in it, in log-odds."""
    known = load_weights().signs
    return sum(known.get(name, 0.0) * value for name, value in numbers(signs).items())


def numbers(signs: Mapping[str, int]) -> dict[str, float]:
    """What the weights are for: of each sign how often it stands there and how densely, and the length; "bias" is 1."""
    words = max(signs.get(WORDS, 0), 1)
    found = {"bias": 1.0, WORDS: math.log1p(words)}
    for sign, count in signs.items():
        if sign != WORDS:
            found[sign] = math.log1p(count)
            found[f"{sign}, dense"] = min(count / words * 50, MOST_DENSE)
    return found


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The packaged weights."""
    found = load_learned("sieve/weights.json")
    return Weights(found["signs"], found["least"])
