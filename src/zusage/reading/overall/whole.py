"""A report as a whole, once its statements are known: counts that the signs of each statement are made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from zusage.language.analysis import Pos
from zusage.model.quote import Quote
from zusage.model.statement import Commitment, Position
from zusage.reading.pairs.judgement import Judge
from zusage.reading.pairs.sureness import Hit, Key
from zusage.reading.pairs.weights import log_odds

POOL = 0.2
"""How much a statement's own words have to speak for it to be looked at at all, and to count for others."""
LEAST_SCORE = 0.02

Stance = tuple[str, str]
"""Actor and stance."""


class Beside(NamedTuple):
    """What else was read in a report.

    ``told``: how often the rules read each actor's stance; ``attending``: who attends; ``meets``: whether there is a meeting;
    ``relevance``: the score of the sieve.
    """

    told: Mapping[Stance, int]
    attending: AbstractSet[str]
    meets: bool
    relevance: float


class Whole:
    """What is looked up for every statement of a report; of its statements those of the pool count."""

    def __init__(
        self,
        judge: Judge,
        commitments: Sequence[Commitment],
        positions: Sequence[Position],
        beside: Beside,
    ) -> None:
        """Count the statements."""
        self.context = judge.scene.context
        self.scene = judge.scene
        self.gathered = judge.gathered
        self.beside = beside
        self.commitments = [one for one in commitments if is_in_pool(one)]
        self.positions = [one for one in positions if is_in_pool(one)]
        self.measures: dict[str, int] = {}
        self.givers: dict[str, set[str]] = {}
        self.pledged: dict[str, int] = {}
        for commitment in self.commitments:
            self.measures[commitment.measure] = self.measures.get(commitment.measure, 0) + 1
            self.givers.setdefault(commitment.measure, set()).add(commitment.actor)
            self.pledged[commitment.actor] = self.pledged.get(commitment.actor, 0) + 1
        self.opined: dict[str, int] = {}
        self.stances: dict[Stance, int] = {}
        for position in self.positions:
            key = (position.actor, str(position.stance))
            self.opined[position.actor] = self.opined.get(position.actor, 0) + 1
            self.stances[key] = self.stances.get(key, 0) + 1
        self.odds = sum([log_odds(one.certainty or 0.0, LEAST_SCORE) for one in self.positions])
        self.weights: dict[str, float] = {}
        for (_, measure), hits in self.gathered.items():
            self.weights[measure] = self.weights.get(measure, 0.0) + hits[0].score
        self.weight = sum(self.weights.values())
        self._here: dict[tuple[str, int], dict[str, float]] | None = None
        self._sentences: list[int] | None = None
        self._words: int | None = None
        self._mentions: dict[str, tuple[int, int]] | None = None

    def hits(self, key: Key) -> Sequence[Hit]:
        """The pairs of an actor with a measure, the best first."""
        return self.gathered.get(key, ())

    def here(self, actor: str, sentence: int) -> Mapping[str, float]:
        """The best score of each measure that pairs give an actor in a sentence."""
        if self._here is None:
            self._here = {}
            for (name, measure), hits in self.gathered.items():
                for hit in hits:
                    row = self._here.setdefault((name, hit.pair.content.sentence), {})
                    row[measure] = max(row.get(measure, 0.0), hit.score)
        return self._here.get((actor, sentence), {})

    def sentence_of(self, quote: Quote) -> int:
        """The number of the sentence that a quote begins in."""
        if self._sentences is None:
            tokens = self.context.tokens
            self._sentences = [tokens[one.start].start for one in self.context.analysis.sentences]
        return max(0, bisect_right(self._sentences, quote.start) - 1)

    @property
    def words(self) -> int:
        """How many words of the report are analysed."""
        if self._words is None:
            self._words = sum([token.pos != Pos.PUNCT for token in self.context.tokens])
        return self._words

    def mentions(self, actor: str) -> tuple[int, int]:
        """How often an actor is named, and the token that he is first named at (0 where he is not)."""
        if self._mentions is None:
            self._mentions = {}
            for mention in self.context.who.mentions:
                if mention.actor is not None:
                    times, first = self._mentions.get(mention.actor, (0, mention.start))
                    self._mentions[mention.actor] = (times + 1, first)
        return self._mentions.get(actor, (0, 0))


def is_in_pool(statement: Commitment | Position) -> bool:
    """Say whether a statement's own words speak for it enough to count for others."""
    return (statement.certainty or 0.0) >= POOL
