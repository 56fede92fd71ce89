"""What the learned judgement made of a clause: each pair of somebody and something, with the reasons for and against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zusage.errors import wording
from zusage.reading.certainty import OWN
from zusage.reading.pairs.judgement import Judge, Judged
from zusage.reading.pairs.plain import plain, weighed
from zusage.reading.pairs.sureness import Hit, Key
from zusage.reading.report import ruled_features

LEAST = 0.1
"""Probability of contributing under which a pair is not shown."""
MOST = 4
"""Pairs of a clause, and reasons of a pair, that are shown."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair: who, by which words; what; the probabilities that he contributes it and of the measure; what came of it."""

    actor: str
    actor_words: str
    content: str
    measure: str
    contributes: float
    fits: float
    outcome: str
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]


class Weighing:
    """The pairs of a report by the clause of their content."""

    def __init__(self, judge: Judge) -> None:
        """Judge the pairs."""
        self.judge = judge
        self.ruled = ruled_features(judge.scene)
        self.judged: Mapping[Key, Judged] = judge.judge(self.ruled)

    def of_clause(self, index: int) -> tuple[Weighed, ...]:
        """The likeliest pairs of a clause, the best first; each with its likeliest measure."""
        best: dict[int, Hit] = {}
        for hit in self.judge.hits:
            if hit.pair.content.clause == index and hit.contributes >= LEAST:
                known = best.get(id(hit.pair))
                best[id(hit.pair)] = hit if known is None or hit.fits > known.fits else known
        order = sorted(best.values(), key=lambda hit: (-hit.score, hit.pair.content.token, hit.pair.spot.token))
        return tuple(self._weighed(hit) for hit in order[:MOST])

    def _weighed(self, hit: Hit) -> Weighed:
        pair, tokens = hit.pair, self.judge.scene.context.tokens
        speaks_for, speaks_against = (weighed(self.judge, pair, sign=sign)[:MOST] for sign in (1, -1))
        return Weighed(
            actor=pair.spot.ref.actor,
            actor_words=tokens[pair.spot.token].text,
            content=tokens[pair.content.token].text,
            measure=hit.measure,
            contributes=round(hit.contributes, 2),
            fits=round(hit.fits, 2),
            outcome=self._outcome(hit),
            reasons_for=tuple(plain(name) for name, _ in speaks_for),
            reasons_against=tuple(plain(name) for name, _ in speaks_against),
        )

    def _outcome(self, hit: Hit) -> str:
        key = (hit.pair.spot.ref.actor, hit.measure)
        judged = self.judged[key]
        if key in self.ruled:
            return wording("the rules have it, by its own words {sure:.2f}", sure=judged.certainty)
        if judged.best is not None and judged.best.pair is not hit.pair:
            return wording("said more surely elsewhere, by its own words {sure:.2f}", sure=judged.certainty)
        if judged.certainty < OWN:
            return wording("not taken: its own words say {sure:.2f}, under {least}", sure=judged.certainty, least=OWN)
        return wording("taken, by its own words {sure:.2f}", sure=judged.certainty)
