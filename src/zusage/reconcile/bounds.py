"""The most points that pairs of reports can come to, for many pairs at once: most pairs need no closer look.

Sets are bits in a few words: where two share no bit they share nothing, where they share one they may. So a bound is never
lower than the points of `zusage.reconcile.likeness`, whose rules it follows. Uses numpy.

Source: Bloom, "Space/time trade-offs in hash coding with allowable errors", Communications of the ACM 13 (1970).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from zusage.model.values import MeetingKind
from zusage.reconcile import likeness
from zusage.reconcile.likeness import DAYS, NEAR_DAYS, Features, day_points, publication_points

Places = NDArray[np.int64]
Points = NDArray[np.float64]
Flags = NDArray[np.bool_]
Bits = NDArray[np.uint64]

_BYTES = 32
"""Bytes of a set: of a report's dozen contributions two seldom fall on one bit by chance."""

_UNKNOWN = 0
"""Number of a day that is not known, and of no place: a day's own number is never that."""


class Bounds:
    """The features of some reports by columns."""

    def __init__(self, features: Sequence[Features], untold: Sequence[float]) -> None:
        """Take them; ``untold`` are the points that each report's other marks may give."""
        names: dict[str | None, int] = {None: _UNKNOWN}
        self._untold = np.array(untold, dtype=np.float64)
        self._when = _numbers(each.when_number for each in features)
        self._day = _numbers(each.day_number for each in features)
        self._place = _numbers(names.setdefault(each.place, len(names)) for each in features)
        self._is_met = np.array([each.kind is not None for each in features], dtype=bool)
        self._is_call = np.array([each.kind is MeetingKind.CALL for each in features], dtype=bool)
        self._circles = _bits(each.circles for each in features)
        self._recipients = _bits(each.recipients for each in features)
        self._pledges = _bits(each.pledges for each in features)
        self._topics = _bits(each.topics for each in features)
        self._modes = _bits(each.modes for each in features)

    def at_most(self, one: Places, other: Places, marks: Points) -> Points:
        """Return for pairs of reports, by their places, points that `likeness.points_of` does not exceed.

        ``marks``: the most that the persons and marks by which they were brought together may come to.
        """
        rounded = 10.0**-likeness.DIGITS
        points = marks + self._untold[one] + self._untold[other] + (likeness.BASE + rounded)
        points += _by_days(self._when, one, other, publication_points, DAYS)
        points += np.where(self._is_met[one] & self._is_met[other], self._of_meetings(one, other), 0.0)
        points += _by_likeness(
            _have(self._recipients, one, other),
            _share(self._recipients, one, other),
            (likeness.SAME_RECIPIENT, likeness.OTHER_RECIPIENT),
        )
        points += likeness.PLEDGE * likeness.PLEDGES * _share(self._pledges, one, other)
        points += likeness.TOPIC * likeness.TOPICS * _share(self._topics, one, other)
        points += likeness.MANNERS * _share(self._modes, one, other)
        return points

    def _of_meetings(self, one: Places, other: Places) -> Points:
        first, second = self._place[one], self._place[other]
        are_placed = (first != _UNKNOWN) & (second != _UNKNOWN)
        points = _by_likeness(are_placed, first == second, (likeness.SAME_PLACE, likeness.OTHER_PLACE))
        points += likeness.OTHER_MEANS * (self._is_call[one] != self._is_call[other])
        points += likeness.SAME_CIRCLE * _share(self._circles, one, other)
        points += _by_days(self._day, one, other, day_points, NEAR_DAYS)
        return points


def _numbers(values: Iterable[int | None]) -> Places:
    return np.array([_UNKNOWN if each is None else each for each in values], dtype=np.int64)


def _bits(sets: Iterable[Collection[object]]) -> Bits:
    """One row of words for each set; equal members have the same bit everywhere."""
    places: dict[object, int] = {}
    rows = bytearray()
    for each in sets:
        bits = 0
        for member in each:
            bits |= 1 << places.setdefault(member, len(places) % (8 * _BYTES))
        rows += bits.to_bytes(_BYTES, "little")
    return np.frombuffer(rows, dtype=np.uint64).reshape(-1, _BYTES // np.dtype(np.uint64).itemsize)


def _share(sets: Bits, one: Places, other: Places) -> Flags:
    return _is_any(sets[one] & sets[other])


def _have(sets: Bits, one: Places, other: Places) -> Flags:
    """Whether neither of two sets is empty."""
    is_there = _is_any(sets)
    return is_there[one] & is_there[other]


def _is_any(sets: Bits) -> Flags:
    found: Flags = np.bitwise_or.reduce(sets, axis=1) != 0
    return found


def _by_likeness(are_known: Flags, are_same: Flags, points: tuple[float, float]) -> Points:
    return np.where(are_known, np.where(are_same, *points), 0.0)


def _by_days(days: Places, one: Places, other: Places, points: Callable[[int | None], float], most: int) -> Points:
    """Points by days apart, which beyond ``most`` are the same for all."""
    first, second = days[one], days[other]
    table = np.array([points(apart) for apart in range(most + 2)])
    apart = np.minimum(np.abs(first - second), most + 1)
    return np.where((first != _UNKNOWN) & (second != _UNKNOWN), table[apart], points(None))
