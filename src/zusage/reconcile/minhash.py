"""Which texts may be copies, without comparing all with all: MinHash signatures, in bands.

A signature is made of the smallest number of a text's runs under each of 128 orders; two neighbouring ones make a band.
Two texts are candidates if a band is the same: with resemblance j the chance is 1 - (1 - j²)^64, .99 at a resemblance
of .26 and .0006 at .003. Whether they are depends on the two texts alone, so that candidates are a function of the set
of texts. Uses numpy.

Source: Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3 (bands); decision 12.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from zusage.reconcile.shingles import Numbers32, Numbers64, Places

BANDS = 64
ROWS = 2

_FIRST = 10
"""The table begins with room for 2 to this power of texts, and doubles."""

_SEEDS = np.random.default_rng(1997).integers(1 << 63, size=BANDS * ROWS + BANDS, dtype=np.int64).astype(np.uint64)
_FACTORS = (_SEEDS[: BANDS * ROWS] >> np.uint64(16)).astype(np.uint32)[:, None] | np.uint32(1)
_OF_BAND = _SEEDS[BANDS * ROWS :] | np.uint64(1)
_BANDS = np.arange(BANDS, dtype=np.int64)
_HALF = np.uint64(32)


def bands_of(runs: Numbers32) -> Numbers64:
    """Return the numbers of a text's bands, `BANDS` of them; none for a text without a run."""
    if not len(runs):
        return np.empty(0, dtype=np.uint64)
    smallest = (runs[None, :] * _FACTORS).min(axis=1).astype(np.uint64)
    bands: Numbers64 = (smallest[0::2] << _HALF | smallest[1::2]) * _OF_BAND
    bands ^= bands >> _HALF
    return bands


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Which of many texts share a band, in arrays that are quickly handed to another process.

    Bands lie in the order of their numbers, those of one number in the order of their texts. ``texts`` has the text of each,
    ``first`` and ``before`` for each band as it comes in the texts: where its number begins there, and how many texts before
    have it. ``ends``: where each text's bands begin and end.
    """

    ends: Places
    texts: NDArray[np.int32]
    first: NDArray[np.int32]
    before: NDArray[np.int32]

    @classmethod
    def of(cls, bands: Sequence[Numbers64]) -> Self:
        """Put the bands of texts in order."""
        count, ends = len(bands), np.cumsum([0, *map(len, bands)])
        numbers = np.concatenate([np.empty(0, dtype=np.uint64), *bands])
        order = np.argsort(numbers, kind="stable").astype(np.int32)  # of equal ones the earlier text comes first
        numbers = numbers[order]
        places = np.arange(len(order), dtype=np.int32)
        is_new = np.ones(len(order), dtype=bool)
        is_new[1:] = numbers[1:] != numbers[:-1]
        begins = np.maximum.accumulate(np.where(is_new, places, np.int32(0)))
        first, before = np.empty_like(places), np.empty_like(places)
        first[order], before[order] = begins, places - begins
        return cls(ends, np.repeat(np.arange(count, dtype=np.int32), np.diff(ends))[order], first, before)

    def pairs(self, start: int, end: int) -> tuple[Places, Places]:
        """Return the pairs of some texts with those before them that share a band: the later ones in order, with the earlier ones.

        By chance alone the pairs of a text grow with the number of texts, so ask for some texts at a time.
        """
        count = len(self.ends) - 1
        part = slice(self.ends[start], self.ends[end])
        counts = self.before[part].astype(np.int64)
        behind = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        earlier = self.texts[np.repeat(self.first[part], counts) + behind]
        own = np.repeat(np.arange(start, end, dtype=np.int64), np.diff(self.ends[start : end + 1]))
        later, earlier = np.divmod(_distinct(np.repeat(own, counts) * count + earlier), count)
        is_pair = later != earlier
        return later[is_pair], earlier[is_pair]


def _distinct(numbers: Places) -> Places:
    """Return numbers in order, each once; sorting them is several times as quick as `numpy.unique`, which hashes them."""
    ordered = np.sort(numbers)
    is_new = np.ones(len(ordered), dtype=bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_new]


class Bands:
    """Finds the texts that share a band; texts are numbered in the order in which they are added.

    A hash table with chains in flat arrays: for each band its own part of the heads, so that one text never meets
    itself. It takes about a kilobyte for a text, and a text is looked up in the same time however many there are.
    """

    def __init__(self) -> None:
        """Start without a text."""
        self._count = 0
        self._power = _FIRST
        self._make_room()

    def add(self, bands: Numbers64) -> None:
        """Add the next text."""
        if self._count == 1 << self._power:
            self._power += 1
            self._make_room()
        if len(bands):
            entries = self._count * BANDS + _BANDS
            slots = self._slots(bands)
            self._keys[entries] = bands
            self._next[entries] = self._heads[slots]
            self._heads[slots] = entries
        self._count += 1

    def find(self, bands: Numbers64) -> Places:
        """Return the numbers of the texts that share a band, each once, in order."""
        if not len(bands):
            return np.empty(0, dtype=np.int64)
        entries, keys = self._heads[self._slots(bands)], bands
        found = []
        while len(entries):
            is_there = entries >= 0
            entries, keys = entries[is_there], keys[is_there]
            found.append(entries[self._keys[entries] == keys] // BANDS)
            entries = self._next[entries]
        return np.unique(np.concatenate(found)).astype(np.int64)

    def _slots(self, bands: Numbers64) -> Places:
        return (_BANDS << self._power) + (bands & np.uint64((1 << self._power) - 1)).astype(np.int64)

    def _make_room(self) -> None:
        """Make the arrays twice as large and chain the entries again."""
        size = BANDS << self._power
        old = self._count * BANDS
        keys, self._keys = getattr(self, "_keys", None), np.zeros(size, dtype=np.uint64)
        self._next = np.full(size, -1, dtype=np.int32)
        self._heads = np.full(size, -1, dtype=np.int32)
        if keys is None:
            return
        self._keys[:old] = keys[:old]
        filled = np.flatnonzero(self._keys[:old])
        slots = (filled % BANDS << self._power) + (self._keys[filled] & np.uint64((1 << self._power) - 1)).astype(
            np.int64
        )
        order = np.argsort(slots, kind="stable")
        filled, slots = filled[order], slots[order]
        is_same = slots[1:] == slots[:-1]
        self._next[filled[1:][is_same]] = filled[:-1][is_same]
        self._heads[slots] = filled  # of several with one slot the last one stays
