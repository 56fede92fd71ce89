"""How much speaks for the pairs of a content: their log-odds, row by row.

The log-odds of a pair are the weights of its features, added up. They are added in parts that many pairs share, each once: of
the clause, the spot and the content by themselves, of what the spot is to the clause, to all contents of one sort in it, and
to this content alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.model.records import record
from zusage.reading.pairs.clausal import parts_of_clause, parts_of_content, parts_of_spot
from zusage.reading.pairs.pairing import Row, Scene
from zusage.reading.pairs.relations import clause_parts, content_parts, rules_part, sort_part, standing
from zusage.reading.pairs.spots import Spot
from zusage.reading.pairs.weights import Weights


@record(frozen=True, slots=True)
class _Side:
    """Somebody beside the contents of a clause: what he and they have in common, and more for each of their sorts."""

    spot: Spot
    stands: tuple[str, str]
    total: float
    of_sort: dict[str, float]


class Totals:
    """The log-odds of the pairs of one report."""

    def __init__(self, scene: Scene, weights: Weights) -> None:
        """Weigh a scene by some weights."""
        self._scene = scene
        self._bias = weights.contributes["bias"]
        self._sums = weights.sums
        self._clauses: dict[int, float] = {}
        self._spots: dict[tuple[int, str, str, str | None], float] = {}
        self._contents: dict[int, float] = {}
        self._row: Row | None = None
        self._sides: tuple[_Side, ...] = ()

    def of_row(self, row: Row) -> list[float]:
        """The log-odds of a content with each of the spots beside it."""
        scene, content, sums = self._scene, row.content, self._sums
        clause, sort = content.clause, content.sort
        base = self._bias + self._of_clause(clause) + self._of_content(row)
        by_rules: dict[str, float] = {}
        same_for_all = scene.givers(content.sentence) is None
        found = []
        for side in self._sides_of(row):
            spot = side.spot
            by_sort = side.of_sort.get(sort)
            if by_sort is None:
                by_sort = side.of_sort[sort] = sums.of_part(sort_part(scene, spot, clause, sort, side.stands))
            whose = "" if same_for_all else spot.ref.actor
            ruled = by_rules.get(whose)
            if ruled is None:
                ruled = by_rules[whose] = sums.of_part(rules_part(scene, whose, content))
            found.append(base + side.total + by_sort + ruled + sums.of(content_parts(scene, spot, content)))
        return found

    def _of_clause(self, clause: int) -> float:
        found = self._clauses.get(clause)
        if found is None:
            found = self._clauses[clause] = self._sums.of(parts_of_clause(self._scene, clause))
        return found

    def _of_content(self, row: Row) -> float:
        token = row.content.token
        found = self._contents.get(token)
        if found is None:
            found = self._contents[token] = self._sums.of(parts_of_content(self._scene, row.content))
        return found

    def _of_spot(self, spot: Spot) -> float:
        who = (spot.token, spot.how, spot.ref.actor, spot.ref.person)
        found = self._spots.get(who)
        if found is None:
            found = self._spots[who] = self._sums.of(parts_of_spot(self._scene, spot))
        return found

    def _sides_of(self, row: Row) -> Sequence[_Side]:
        """Everybody beside the contents of a clause; rows of one clause follow each other with the same spots."""
        last = self._row
        if last is None or last.spots is not row.spots or last.content.clause != row.content.clause:
            self._sides = tuple(self._side(spot, row.content.clause) for spot in row.spots)
        self._row = row
        return self._sides

    def _side(self, spot: Spot, clause: int) -> _Side:
        stands = standing(self._scene, spot, clause)
        total = self._of_spot(spot) + self._sums.of(clause_parts(self._scene, spot, clause, stands))
        return _Side(spot, stands, total, {})
