"""The finer sieve: which sentences are analysed in a report that may well be about something else.

A report with one word of help and one state is read, but not the thirty sentences of it that tell of a match. A logistic
regression over what classes of words stand in a sentence, in the ones beside it, and over the report's own score tells how
likely a sentence holds a statement; the weights are learned with those of whole reports (`training/sieve`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from zusage.reading.learned import load_learned
from zusage.reading.sieve.signs import Vocabulary

OPENING: Final = 3
"""Sentences that are a report's opening."""

_ACTS: Final[Mapping[str, str]] = {
    "give": "giving",
    "deliver": "giving",
    "withdraw": "giving",
    "commit": "promising",
    "join": "joining",
    **dict.fromkeys(("position", "judge", "ask", "refuse", "deny"), "stance"),
    **dict.fromkeys(("attend", "host", "absent", "meet", "held", "consult"), "presence"),
    "say": "saying",
}
_PERSONS: Final = frozenset({"introducer", "description", "role", "title", "surname", "acting", "former"})
_GROUPS: Final[Mapping[str, str]] = {
    "hint": "hint",
    "opinion": "stance",
    "topic": "topic",
    "meeting": "meeting",
    "money": "money",
    "number": "number",
    "recipient": "actor",
}


@dataclass(frozen=True, slots=True)
class SentenceWeights:
    """What was learned: the weight of each sign of a sentence, and how much speaks for one of each language at least.

    ``best``: how much speaks at least for one sentence of a report, or none of it is read.
    """

    signs: dict[str, float]
    least: dict[str, float]
    best: dict[str, float]


def score_sentences(text: str, runs: Sequence[tuple[int, int]], vocabulary: Vocabulary, score: float) -> list[float]:
    """How much speaks for each sentence, in log-odds; ``score``: that of the report as a whole.

    What the weights of `sentence_numbers` add up to; those of groups are looked up once for all sentences that have them.
    """
    known = load_sentence_weights().signs
    counted = [vocabulary.signs_of(text[start:end]) for start, end in runs]
    groups = [_groups(signs) for signs, _ in counted]
    around = (frozenset[str](), *groups, frozenset[str]())
    same = known.get("bias", 0.0), known.get("report", 0.0) * score
    by_words, opening = known.get("words", 0.0), known.get("opening", 0.0)
    found = []
    for place, (signs, words) in enumerate(counted):
        weights = [*same, by_words * math.log1p(words), *[known.get(sign, 0.0) for sign in signs]]
        weights += _weights_of(around[place + 1]).pairs
        weights += _weights_of(around[place]).before
        weights += _weights_of(around[place + 2]).behind
        if place < OPENING:
            weights.append(opening)
        found.append(math.fsum(weights))  # an exact sum is the same in any order: the signs of a sentence have none
    return found


class _OfGroups(NamedTuple):
    """The weights of groups: of pairs of them in a sentence, of each in the sentence before, and in the one behind."""

    pairs: tuple[float, ...]
    before: tuple[float, ...]
    behind: tuple[float, ...]


@lru_cache(maxsize=16_384)
def _weights_of(groups: frozenset[str]) -> _OfGroups:
    known = load_sentence_weights().signs
    return _OfGroups(
        tuple([known.get(f"{one} & {other}", 0.0) for one, other in combinations(sorted(groups), 2)]),
        tuple([known.get(f"before {group}", 0.0) for group in groups]),
        tuple([known.get(f"behind {group}", 0.0) for group in groups]),
    )


def sentence_numbers(
    text: str, runs: Sequence[tuple[int, int]], vocabulary: Vocabulary, score: float
) -> Iterator[dict[str, float]]:
    """For each sentence what the weights are for: its signs, pairs of their groups, the groups beside it; "bias" is 1.

    Example: "Oslo gibt Geld" has ``verb give``, ``actor & giving``.
    """
    counted = [vocabulary.signs_of(text[start:end]) for start, end in runs]
    groups = [_groups(signs) for signs, _ in counted]
    around = (frozenset(), *groups, frozenset())
    for place, (signs, words) in enumerate(counted):
        found = {"bias": 1.0, "report": score, "words": math.log1p(words), **dict.fromkeys(signs, 1.0)}
        found.update((f"{one} & {other}", 1.0) for one, other in combinations(sorted(groups[place]), 2))
        found.update((f"before {group}", 1.0) for group in around[place])
        found.update((f"behind {group}", 1.0) for group in around[place + 2])
        if place < OPENING:
            found["opening"] = 1.0
        yield found


def _groups(signs: Iterable[str]) -> frozenset[str]:
    """Who, what and which acts some signs are of, in a dozen groups."""
    return frozenset(group for sign in signs if (group := _group(sign)) is not None)


@lru_cache(maxsize=1024)
def _group(sign: str) -> str | None:
    sort, _, kind = sign.partition(" ")
    match sort:
        case "verb":
            return _ACTS.get(kind, "act")
        case "actor":
            return (
                None if kind == "decoy" else "person" if kind in _PERSONS else "office" if kind == "office" else "actor"
            )
        case "thing":
            return "money" if kind == "money" else "thing"
        case "promise":
            return None if kind == "none" else "promise"
        case _:
            return _GROUPS.get(sort)


@lru_cache(maxsize=1)
def load_sentence_weights() -> SentenceWeights:
    """The packaged weights."""
    found = load_learned("sieve/sentences.json")
    return SentenceWeights(found["signs"], found["least"], found["best"])
