"""The strongest features of a pair in plain words, for traces and explanations."""

from __future__ import annotations

from collections.abc import Iterable

from zusage.reading.pairs.judgement import Judge, pair_features
from zusage.reading.pairs.pairing import Pair

MOST = 3
LEAST = 0.1
"""Log-odds under which a feature is not worth naming."""

PLAIN = (
    ("is ", "the actor is {} of the clause"),
    ("path ", "from actor to content: {}"),
    ("actor under ", "the actor stands behind “{}”"),
    ("actor before ", "“{}” follows the actor"),
    ("actors between ", "actors between the two: {}"),
    ("contents between ", "contents between the two: {}"),
    ("actors here ", "actors in the sentence: {}"),
    ("actor with ", "the actor's own clause: {}"),
    ("verb ", "verb of the class {}"),
    ("lemma ", "the verb “{}”"),
    ("noun ", "the noun “{}”"),
    ("content as ", "the content is {}"),
    ("content under ", "the content stands behind “{}”"),
    ("content ", "the content is of the sort {}"),
    ("measure ", "the lexicon's measure: {}"),
    ("modal ", "the modal “{}”"),
    ("tense ", "{} tense"),
    ("mood ", "{} mood"),
    ("passive ", "{} voice"),
    ("voice ", "words: {}"),
    ("link ", "the clause is linked by {}"),
    ("over ", "under a verb of the class {}"),
    ("under ", "under an operator: {}"),
    ("use ", "the actor is named by {}"),
    ("how ", "the actor is {}"),
    ("sort ", "the actor is a {}"),
    ("mention ", "the mention is a {}"),
    ("counts ", "it counts {}"),
    ("before by ", "the actor stands before the content"),
    ("behind by ", "the actor stands behind the content"),
    ("between ", "in between, actors and contents: {}"),
    ("actor is ", "the actor is {}"),
    ("actor ", "the actor is {}"),
)
"""Beginnings of features with their plain words; the first that fits counts."""


def strongest(judge: Judge, pair: Pair) -> str:
    """What speaks most for a pair: "the actor is subject of the clause; the content is of the sort money"."""
    return "; ".join(plain(name) for name, _ in weighed(judge, pair)[:MOST]) or "many small signs"


def weighed(judge: Judge, pair: Pair, *, sign: int = 1) -> list[tuple[str, float]]:
    """The features that speak for a pair (``sign`` 1) or against it (-1), with their log-odds, the strongest first."""
    weights = judge.weights.contributes
    names: Iterable[str] = dict.fromkeys(pair_features(judge.scene, pair))
    found = [(name, weights.get(name, 0.0)) for name in names if name != "bias"]
    return sorted((one for one in found if one[1] * sign >= LEAST), key=lambda one: (-abs(one[1]), one[0]))


def plain(feature: str) -> str:
    """A feature in plain words; of two joined ones each."""
    return " and ".join(_plain(part) for part in feature.split(" & "))


SAYINGS = {
    "nearest actor": "no other actor is nearer to the content",
    "rules have the pair": "the rules have the pair",
    "content as none": "the content is no phrase of its own",
    "measure None": "the lexicon gives it no measure",
    "actor opens the sentence": "the actor opens the sentence",
    "actor within the content": "the actor stands within the content",
    "blocked": "an operator makes it no statement",
    "negated": "it is negated",
    "voice none": "the outlet's own words",
    "path same clause": "both stand in one clause",
}
"""Features that are said as a whole."""


def _plain(feature: str) -> str:
    if feature in SAYINGS:
        return SAYINGS[feature]
    for beginning, words in PLAIN:
        if feature.startswith(beginning):
            return words.format(feature.removeprefix(beginning))
    return feature
