"""Judging the pairs of a report: which are contributions, of which measure, how firm, how sure. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from zusage.model.records import record
from zusage.model.values import Firmness
from zusage.reading.pairs.clausal import parts_of_clause, parts_of_content, parts_of_spot
from zusage.reading.pairs.givers import is_others
from zusage.reading.pairs.measures import Kept, Measures, of_actor
from zusage.reading.pairs.pairing import Pair, Scene, rows
from zusage.reading.pairs.relations import relation_features
from zusage.reading.pairs.sureness import LEAST, LEAST_SHARE, Hit, Key, gather, sureness_features
from zusage.reading.pairs.totals import Totals
from zusage.reading.pairs.weights import (
    SHARED,
    Weights,
    add_up,
    features_of,
    load_weights,
    log_odds,
    logistic,
    share_out,
)
from zusage.reading.pairs.wording import Group, group_features, wording_parts, wording_steps

LEAST_ODDS = log_odds(LEAST)


@record(frozen=True, slots=True)
class Judged:
    """An actor and a measure with the pair that speaks most for it, None where only the rules have it."""

    certainty: float
    best: Hit | None


class Judge:
    """The pairs of one report, judged when asked."""

    def __init__(self, scene: Scene, weights: Weights | None = None) -> None:
        """Judge a scene by some weights, the packaged ones by default."""
        self.scene = scene
        self.weights = weights or load_weights()
        self._hits: tuple[Hit, ...] | None = None
        self._gathered: dict[Key, tuple[Hit, ...]] | None = None
        self._groups: dict[Group, tuple[tuple[str, float], ...]] = {}
        self._kept = Kept()
        self._measures: dict[int, dict[str, float]] = {}
        self._fits: dict[tuple[int, str], dict[str, float]] = {}

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Pairs that may be contributions, with each measure that they may have."""
        if self._hits is None:
            self._hits = tuple(self._find_hits())
        return self._hits

    @property
    def gathered(self) -> Mapping[Key, tuple[Hit, ...]]:
        """The hits by actor and measure, the best first."""
        if self._gathered is None:
            self._gathered = gather(self.hits)
        return self._gathered

    def _find_hits(self) -> list[Hit]:
        measures, totals = Measures(self.scene), Totals(self.scene, self.weights)
        found: list[Hit] = []
        for row in rows(self.scene):
            for spot, odds in zip(row.spots, totals.of_row(row), strict=True):
                if odds < LEAST_ODDS:
                    continue
                pair = Pair(spot, row.content)
                if not is_others(self.scene, pair):
                    contributes, fits = logistic(odds), self.fits(measures, pair)
                    found += [
                        Hit(pair, name, contributes, share) for name, share in fits.items() if share > LEAST_SHARE
                    ]
        return found

    def fits(self, measures: Measures, pair: Pair) -> Mapping[str, float]:
        """The probability of each measure that something speaks for; the same for all actors of one sort."""
        token, actor, of_words = pair.content.token, of_actor(pair.spot), self.weights.of_words
        found = self._fits.get((token, actor))
        if found is None:
            known = self._measures.get(token)
            if known is None:
                known = self._measures[token] = measures.of_content(pair.content).weigh(self.weights, self._kept)
            scores = {name: weight + of_words.get(name, {}).get(actor, 0.0) for name, weight in known.items()}
            found = self._fits[token, actor] = share_out(scores)
        return found

    def firmness(self, pair: Pair) -> Firmness:
        """The firmness that the wording of a pair has most probably."""
        shared, said = self.weights.firmness[SHARED], wording_steps(self.scene, pair)
        scores = {str(step): add_up(shared, dict.fromkeys(said.get(step, ()))) for step in Firmness}
        for part in wording_parts(self.scene, pair):
            for step, weight in self._of_group(part) if isinstance(part, tuple) else self._by_step(part):
                scores[step] += weight
        return Firmness(max(scores, key=lambda step: (scores[step], step)))

    def _of_group(self, group: Group) -> tuple[tuple[str, float], ...]:
        """What a clause or a sentence adds to the steps, for all of its pairs."""
        found = self._groups.get(group)
        if found is None:
            found = self._groups[group] = tuple(self._by_step(group_features(self.scene, group)))
        return found

    def _by_step(self, features: Iterable[str]) -> Iterator[tuple[str, float]]:
        for feature in dict.fromkeys(features):
            yield from self.weights.steps_of.get(feature, ())

    def judge(self, ruled: Mapping[Key, frozenset[str]]) -> dict[Key, Judged]:
        """Judge everything that pairs or rules have; ``ruled`` gives the features of the rules' candidates."""
        gathered = self.gathered
        weights, found = self.weights.certainty, {}
        for key, numbers in sureness_features(gathered, ruled, self.scene.context.sentences).items():
            score = sum([weights.get(name, 0.0) * value for name, value in numbers.items()])
            hits = gathered.get(key)
            found[key] = Judged(round(logistic(score), 2), hits[0] if hits else None)
        return found


def pair_features(scene: Scene, pair: Pair) -> list[str]:
    """All features of a pair, as they are learned."""
    spot, content = pair
    own = (*parts_of_clause(scene, content.clause), *parts_of_spot(scene, spot), *parts_of_content(scene, content))
    return ["bias", *features_of(own), *relation_features(scene, pair)]
