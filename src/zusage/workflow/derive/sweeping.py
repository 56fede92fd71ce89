"""Links between all reports at once, day after day: what a full rebuild does instead of asking the database for each.

Reports come in the order of their days, so that only the last days' features are held. Those without a day, and those whose
event an input file names, may belong to any day, and stay.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from zusage.reconcile import Features
from zusage.reconcile.likeness import DAYS, LATE, at_most
from zusage.reconcile.marks import Marks
from zusage.reconcile.parting import Decided
from zusage.reconcile.stories import Key, keys_of, points_untold, weigh
from zusage.workflow.derive.features import ANYWHEN

Pair = tuple[str, str]

_NOTHING = Marks({}, {}, {})


class Sweep:
    """Links reports that come in the order of their days, those without a day first."""

    def __init__(self, decided: Decided) -> None:
        """Start without a report; ``decided`` is what people said about stories."""
        self._decided = decided
        self._features: dict[str, Features] = {}
        self._untold: dict[str, float] = {}
        self._always: dict[Key, list[str]] = defaultdict(list)
        self._lately: dict[Key, deque[tuple[int, str]]] = defaultdict(deque)
        self._days: deque[tuple[int, str]] = deque()
        self._cleared = 0

    def add(self, features: Features) -> Iterator[Pair]:
        """Add a report; yield the pairs that it makes with those before it."""
        report, day, keys = features.report, features.when_number, keys_of(features)
        if day is not None:
            self._forget(day)
        untold = points_untold(features)
        for other, points in self._candidates(keys, day).items():
            known = self._features[other]
            may_be = self._may_reach(features, known, points + untold + self._untold[other])
            if may_be and weigh(features, known, self._decided) >= 0:
                yield report, other
        self._features[report] = replace(features, marks=_NOTHING) if features.event else features
        self._untold[report] = untold
        if day is None or features.event is not None:
            for key in keys:
                self._always[key].append(report)
        else:
            self._days.append((day, report))
            for key in keys:
                self._lately[key].append((day, report))

    def _may_reach(self, one: Features, other: Features, points: float) -> bool:
        """Say whether two reports can be linked; most cannot, and need not be compared in full."""
        is_given = one.event is not None or other.event is not None or one.report in self._decided.of
        return is_given or at_most(one, other, points) >= 0

    def _candidates(self, keys: Mapping[Key, float], day: int | None) -> Mapping[str, float]:
        """The reports that share a mark in the same days, and those without a day that share one.

        Each with the most points that what they share may give.
        """
        found: dict[str, float] = defaultdict(float)
        for key, points in keys.items():
            for report in self._always.get(key, ()):
                found[report] += points
            if day is None or key not in self._lately:
                continue
            held = self._lately[key]
            least = day - (LATE if key[0] in ANYWHEN else DAYS)
            while held and held[0][0] < least:
                held.popleft()
            for _, report in held:
                found[report] += points
        return found

    def _forget(self, day: int) -> None:
        """Let go of reports that are too old to be linked with any that still comes."""
        while self._days and self._days[0][0] < day - LATE:
            _, report = self._days.popleft()
            del self._features[report], self._untold[report]
        if day - self._cleared > LATE:
            self._cleared = day
            old = [key for key, held in self._lately.items() if not held or held[-1][0] < day - LATE]
            for key in old:
                del self._lately[key]


def decided_links(decided: Decided, there: Iterable[str]) -> Iterator[Pair]:
    """Yield the pairs of reports on which people decided: they are looked at together whatever they share."""
    known = set(there)
    for one, others in decided.of.items():
        yield from ((one, other) for other in others if one in known and other in known and one < other)
