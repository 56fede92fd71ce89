"""The sieve: which reports are read sentence by sentence, told by the words that stand in them.

Most news is about something else, and analysing it takes most of the time. A logistic regression over how often words of the
lexicons' classes stand in a report (`signs`) tells how likely it holds a statement at all; the weights are learned on annotated
reports and on ordinary news (`training/sieve`), with a threshold under which hardly a statement is lost.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

from zusage.model.report import Report
from zusage.reading.sieve.signs import WORDS, Vocabulary

LEAST_WORDS: Final = 40
"""Reports with fewer words are always read: there is little to count, and little to save."""

MOST_DENSE: Final = 3.0
"""Signs per fifty words above which more of them say no more."""

PASSED_OVER: Final = "seems to be about something else and was not read sentence by sentence; --all reads it"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: the weight of each sign, how much speaks for a report at least, and a digest of both."""

    signs: Mapping[str, float]
    least: float
    fingerprint: str


def is_passed_over(report: Report, vocabulary: Vocabulary) -> bool:
    """Say whether a report so surely holds no statement that it need not be read."""
    found = vocabulary.signs((report.title, report.text))
    if found[WORDS] < LEAST_WORDS:
        return False
    weights = load_weights()
    score = sum(weights.signs.get(name, 0.0) * value for name, value in numbers(found).items())
    return score < weights.least


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
    content = resources.files(__package__).joinpath("weights.json").read_bytes()
    found = json.loads(content)
    return Weights(found["signs"], found["least"], hashlib.sha256(content).hexdigest()[:16])
