"""Links between all reports at once, day after day: what a full rebuild does instead of asking the database for each.

Reports come in the order of their days, so that only the last days' features are held. Those without a day, and those whose
event an input file names, may belong to any day, and stay.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from zusage.reconcile import Features
from zusage.reconcile.likeness import DAYS, LATE
from zusage.reconcile.marks import Marks
from zusage.reconcile.parting import Decided
from zusage.reconcile.stories import Key, day_number, keys_of, weigh
from zusage.workflow.derive.features import ANYWHEN

Pair = tuple[str, str]

_NOTHING = Marks({}, {}, {})


class Sweep:
    """Links reports that come in the order of their days, those without a day first."""

    def __init__(self, decided: Decided) -> None:
        """Start without a report; ``decided`` is what people said about stories."""
        self._decided = decided
        self._features: dict[str, Features] = {}
        self._always: dict[Key, list[str]] = defaultdict(list)
        self._lately: dict[Key, deque[tuple[int, str]]] = defaultdict(deque)
        self._days: deque[tuple[int, str]] = deque()
        self._cleared = 0

    def add(self, features: Features) -> Iterator[Pair]:
        """Add a report; yield the pairs that it makes with those before it."""
        day = day_number(features)
        keys = list(keys_of(features))
        stays = day is None or features.event is not None
        if day is not None:
            self._forget(day)
        for other in self._candidates(keys, day):
            if weigh(features, self._features[other], self._decided) >= 0:
                yield features.report, other
        self._features[features.report] = replace(features, marks=_NOTHING) if features.event else features
        for key in keys:
            if stays or day is None:
                self._always[key].append(features.report)
            else:
                self._lately[key].append((day, features.report))
        if day is not None and not stays:
            self._days.append((day, features.report))

    def _candidates(self, keys: Iterable[Key], day: int | None) -> set[str]:
        """The reports that share a mark in the same days, and those without a day that share one."""
        found: set[str] = set()
        for key in keys:
            if key in self._always:
                found.update(self._always[key])
            if day is None or key not in self._lately:
                continue
            held = self._lately[key]
            least = day - (LATE if key[0] in ANYWHEN else DAYS)
            while held and held[0][0] < least:
                held.popleft()
            found.update(report for _, report in held)
        return found

    def _forget(self, day: int) -> None:
        """Let go of reports that are too old to be linked with any that still comes."""
        while self._days and self._days[0][0] < day - LATE:
            del self._features[self._days.popleft()[1]]
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
