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

import numpy as np

from zusage.reconcile import Features
from zusage.reconcile.bounds import Bounds
from zusage.reconcile.clusters import APART, TOGETHER
from zusage.reconcile.likeness import DAYS, LATE
from zusage.reconcile.parting import Decided
from zusage.reconcile.stories import Key, Linked, keys_of, points_untold, weigh
from zusage.workflow.derive.features import ANYWHEN, decode_features

_AT_ONCE = 200_000
"""Pairs that are looked at together."""

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
    there = [decode_features(name, written) for name, written in (*stretch.before, *stretch.reports)]
    bounds = Bounds(there, [points_untold(each) for each in there])
    broom, found = Sweep(), Pairs()
    links: list[Linked] = []
    for place, features in enumerate(there):
        keys = keys_of(features)
        if place >= len(stretch.before):
            found.add(place, broom.candidates(features, keys))
        broom.enter(place, features, keys)
        if len(found) >= _AT_ONCE:
            links += found.links(there, bounds, stretch.decided)
            found = Pairs()
    return links + found.links(there, bounds, stretch.decided)


class Pairs:
    """Pairs of reports that share a mark, by their places, each with the most points that what they share may give."""

    def __init__(self) -> None:
        """Start without a pair."""
        self._ones: list[int] = []
        self._counts: list[int] = []
        self._others: list[int] = []
        self._points: list[float] = []

    def __len__(self) -> int:
        """How many there are."""
        return len(self._others)

    def add(self, one: int, others: Mapping[int, float]) -> None:
        """Add the pairs of one report with others."""
        self._ones.append(one)
        self._counts.append(len(others))
        self._others += others
        self._points += others.values()

    def links(self, there: Sequence[Features], bounds: Bounds, decided: Decided) -> list[Linked]:
        """Return those that may be about one event; most cannot, and need not be compared in full."""
        ones, others = np.repeat(self._ones, self._counts), np.array(self._others, dtype=np.int64)
        is_near = bounds.at_most(ones, others, np.array(self._points, dtype=np.float64)) >= 0
        if decided.of:
            is_near |= np.array([each.report in decided.of for each in there], dtype=bool)[ones]
        found = []
        for one, other in zip(ones[is_near].tolist(), others[is_near].tolist(), strict=True):
            features, known = there[one], there[other]
            if (weight := weigh(features, known, decided)) >= 0:
                found.append((features.report, known.report, weight))
        return found


class Sweep:
    """Brings reports together that come in the order of their days, those without a day first; each has a place."""

    def __init__(self) -> None:
        """Start without a report."""
        self._always: dict[Key, list[int]] = defaultdict(list)
        self._lately: dict[Key, deque[tuple[int, int]]] = defaultdict(deque)

    def enter(self, place: int, features: Features, keys: Iterable[Key]) -> None:
        """Add a report."""
        day = features.when_number
        for key in keys:
            if day is None:
                self._always[key].append(place)
            else:
                self._lately[key].append((day, place))

    def candidates(self, features: Features, keys: Mapping[Key, float]) -> Mapping[int, float]:
        """Return the reports that share a mark in the same days, and those without a day that share one.

        Each with the most points that what they share may give.
        """
        day = features.when_number
        found: dict[int, float] = defaultdict(float)
        for key, points in keys.items():
            for place in self._always.get(key, ()):
                found[place] += points
            if day is None or key not in self._lately:
                continue
            held = self._lately[key]
            least = day - (LATE if key[0] in ANYWHEN else DAYS)
            while held and held[0][0] < least:
                held.popleft()
            for _, place in held:
                found[place] += points
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
