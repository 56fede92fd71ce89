"""What the effort that a report tells of is for, by all its words: relief, rebuilding, arms, or money for anything.

"Berlin sagte 244 Millionen Euro zu" says no purpose; that the report is on a famine does. Rules read what a report says
outright (`zusage.reading.money_purpose`); where they find nothing, a multinomial logistic regression over the words that
stand in the report, names left out, over how many of them go with each measure and over the subjects that it and its opening
name (`lexicon/subjects.tsv`) tells the likeliest purpose. Its weights are learned by `training/effort`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from zusage.language.analysis import Pos
from zusage.language.numbers import QuantityKind
from zusage.reading.context import Context
from zusage.reading.learned import load_learned
from zusage.reading.lexicon import subjects_of
from zusage.reading.pairs.weights import Linear, add_up, share_out

FUNDING: Final = "funding"
EFFORTS: Final = (FUNDING, "humanitarian", "reconstruction", "arms")
"""What money may be for; funding is money for anything."""

LEAST: Final = 0.5
"""Probability from which an effort is what a report's money is for."""

LEAST_TOKENS: Final = 40
"""Tokens of a report under which its words tell too little."""

WORDS: Final = frozenset({Pos.NOUN, Pos.ADJ, Pos.VERB})
NAMES: Final = frozenset({Pos.PROPN})
SHARES: Final = 6
MOST: Final = 4
"""Words of a measure above which more say no more."""

OPENING: Final = 2
"""Sentences that tell best what a report is about."""

STEPS: Final = (1, 2, 4)
"""Words of a subject from which on it speaks, speaks louder, and louder still."""

BIAS: Final = "bias"
ALL: Final = "every effort"


@dataclass(frozen=True, slots=True)
class Signs:
    """What a report says of its effort: ``words`` are the lemmas in it, ``hints`` counts its words that go with each effort.

    ``subjects`` counts its different words on each subject, ``opening`` has the subjects of its first sentences.
    """

    words: frozenset[str]
    hints: Mapping[str, int]
    subjects: Mapping[str, int] = field(default_factory=dict)
    opening: frozenset[str] = frozenset()

    def shares(self, effort: str) -> tuple[str, str]:
        """How many of the words that go with some effort go with this one: their share, and their number."""
        total = sum(self.hints.get(one, 0) for one in EFFORTS) or 1
        count = self.hints.get(effort, 0)
        return f"share {min(SHARES - 1, SHARES * count // total)}", f"words {min(MOST, count)}"

    def features(self, effort: str) -> dict[str, list[str]]:
        """What speaks for an effort, as it is learned: what every effort weighs alike under `ALL`, what it weighs for itself."""
        shares = self.shares(effort)
        about = [f"on {one} {step}" for one in sorted(self.subjects) for step in STEPS if self.subjects[one] >= step]
        opening = [f"opens on {one}" for one in sorted(self.opening)]
        return {ALL: [*shares], effort: [BIAS, *shares, *about, *opening, *sorted(self.words)]}


def signs_of(context: Context) -> Signs:
    """The signs of a report's effort, in what is no furniture of its page."""
    seen = [(i, token) for i, token in enumerate(context.tokens) if i not in context.hidden]
    names = {context.lemmas[i] for i, token in seen if token.pos in NAMES}
    words = {context.lemmas[i] for i, token in seen if token.pos in WORDS}
    opening = context.analysis.sentences[min(OPENING, len(context.analysis.sentences)) - 1].end if seen else 0
    first = {context.lemmas[i] for i, token in seen if i < opening and token.pos in WORDS | NAMES}
    hints = Counter(
        context.lexicon.hint(token.lemma, context.tokens[i - 1].lemma if i else "")
        for i, token in seen
        if token.pos in WORDS | NAMES
    )
    counts = {one: hints[one] for one in EFFORTS}
    return Signs(frozenset(words - names), counts, subjects_in(words | names), frozenset(subjects_in(first)))


def subjects_in(lemmas: Iterable[str]) -> dict[str, int]:
    """How many of some different words are on each subject."""
    return dict(Counter(subject for lemma in lemmas for subject in subjects_of(lemma)))


def weigh_efforts(context: Context, weights: Mapping[str, Linear]) -> dict[str, float]:
    """How probable each effort is by all the words of a report; nothing where no sum is named or little is said."""
    if len(context.tokens) < LEAST_TOKENS or not any(
        quantity.kind == QuantityKind.MONEY for quantity in context.quantities
    ):
        return {}
    return shares_of_signs(signs_of(context), weights)


def efforts_of(context: Context) -> Mapping[str, float]:
    """How probable each effort is by the packaged weights, or by those that the report was prepared with."""
    if context.efforts is None:
        context.efforts = weigh_efforts(context, _load())
    return context.efforts


def effort_of(context: Context) -> str | None:
    """What a report's money is for by all its words; None where it may be for anything, no sum is named or little is said."""
    return _likeliest(efforts_of(context))


def shares_of_signs(signs: Signs, weights: Mapping[str, Linear]) -> dict[str, float]:
    """How probable each effort is by some weights."""
    return share_out(
        {
            effort: sum(add_up(weights[of], features) for of, features in signs.features(effort).items())
            for effort in EFFORTS
        }
    )


def effort_of_signs(signs: Signs, weights: Mapping[str, Linear]) -> str | None:
    """The likeliest effort by some weights, None if it is funding or less than even."""
    return _likeliest(shares_of_signs(signs, weights))


def _likeliest(shares: Mapping[str, float]) -> str | None:
    best = max(EFFORTS, key=lambda effort: shares.get(effort, 0.0))
    return best if best != FUNDING and shares.get(best, 0.0) >= LEAST else None


@lru_cache(maxsize=1)
def _load() -> Mapping[str, Linear]:
    found: dict[str, Linear] = load_learned("effort.json")
    return found
