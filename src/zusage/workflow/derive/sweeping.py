"""Links between many reports at once, day after day: what a full rebuild does instead of asking the database for each.

Reports come in the order of their days, so that only the last days' features are held; those without a day may belong to any
day, and stay. A stretch of days can be swept by itself, if those before it that reach into it are entered first. Needs no
database. Reports whose event an input file names are linked with those of that event, whatever else they share.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple, Self

from zusage.reconcile import Features
from zusage.reconcile.clusters import APART, TOGETHER
from zusage.reconcile.likeness import DAYS, LATE, at_most
from zusage.reconcile.parting import Decided
from zusage.reconcile.stories import Key, Linked, keys_of, points_untold, weigh
from zusage.workflow.derive.features import ANYWHEN, decode_features

Written = Sequence[tuple[str, str]]
"""Reports with their features, as they are written."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Reports of some days, those ``before`` them that reach into these days, and what people decided about stories."""

    before: Written
    reports: Written
    decided: Decided


def sweep(stretch: Stretch) -> list[Linked]:
    """Return the links of the reports of a stretch with each other and with those before them."""
    broom = Sweep(stretch.decided)
    for name, written in stretch.before:
        broom.enter(Swept.of(decode_features(name, written)))
    found: list[Linked] = []
    for name, written in stretch.reports:
        report = Swept.of(decode_features(name, written))
        found += broom.links(report)
        broom.enter(report)
    return found


class Swept(NamedTuple):
    """A report with what it may share, and with the most points that its other marks give."""

    features: Features
    keys: Mapping[Key, float]
    untold: float

    @classmethod
    def of(cls, features: Features) -> Self:
        """Work it out."""
        return cls(features, keys_of(features), points_untold(features))


class Sweep:
    """Links reports that come in the order of their days, those without a day first."""

    def __init__(self, decided: Decided) -> None:
        """Start without a report; ``decided`` is what people said about stories."""
        self._decided = decided
        self._there: dict[str, Swept] = {}
        self._always: dict[Key, list[str]] = defaultdict(list)
        self._lately: dict[Key, deque[tuple[int, str]]] = defaultdict(deque)

    def enter(self, swept: Swept) -> None:
        """Add a report."""
        report, day = swept.features.report, swept.features.when_number
        self._there[report] = swept
        for key in swept.keys:
            if day is None:
                self._always[key].append(report)
            else:
                self._lately[key].append((day, report))

    def links(self, swept: Swept) -> Iterator[Linked]:
        """Yield the links of a report with those that are there."""
        features, _, untold = swept
        is_decided = features.report in self._decided.of
        for other, points in self._candidates(swept).items():
            known, _, others = self._there[other]
            # most pairs cannot be linked, and need not be compared in full
            if not is_decided and at_most(features, known, points + untold + others) < 0:
                continue
            weight = weigh(features, known, self._decided)
            if weight >= 0:
                yield features.report, other, weight

    def _candidates(self, swept: Swept) -> Mapping[str, float]:
        """The reports that share a mark in the same days, and those without a day that share one.

        Each with the most points that what they share may give.
        """
        day = swept.features.when_number
        found: dict[str, float] = defaultdict(float)
        for key, points in swept.keys.items():
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


def decided_links(decided: Decided, there: Iterable[str]) -> Iterator[Linked]:
    """Yield the pairs of reports on which people decided: they are looked at together whatever they share."""
    known = set(there)
    for one, others in decided.of.items():
        for other in others:
            if one < other and one in known and other in known:
                yield one, other, TOGETHER if decided.are_together(one, other) else APART


def links_by_event(events: Mapping[str, Sequence[str]], decided: Decided) -> Iterator[Linked]:
    """Yield the pairs of reports whose event is the same by input files, and that nobody keeps apart."""
    for reports in events.values():
        yield from ((*pair, TOGETHER) for pair in combinations(reports, 2) if not decided.are_apart(*pair))
