"""Which texts may be copies, without comparing all with all: MinHash signatures, in bands.

A signature is made of the smallest number of a text's runs under each of 128 orders; two neighbouring ones make a band.
Two texts are candidates if a band is the same: with resemblance j the chance is 1 - (1 - j²)^64, .99 at a resemblance
of .26 and .0006 at .003. Whether they are depends on the two texts alone, so that candidates are a function of the set
of texts. Uses numpy.

Source: Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3 (bands); decision 12.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

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


def pairs_of(bands: Sequence[Numbers64], together: int) -> Iterator[tuple[Places, Places]]:
    """Yield all pairs of texts that share a band, by their places: the later ones in order, with the earlier ones.

    So many texts ``together``: by chance alone the pairs of a text grow with the number of texts.
    """
    count, ends = len(bands), np.cumsum([0, *map(len, bands)])
    owners = np.repeat(np.arange(count, dtype=np.int32), np.diff(ends))
    numbers = np.concatenate([np.empty(0, dtype=np.uint64), *bands])
    order = np.argsort(numbers, kind="stable").astype(np.int32)  # of equal ones the earlier text comes first
    numbers, there = numbers[order], owners[order]
    places = np.arange(len(order), dtype=np.int32)
    is_new = np.ones(len(order), dtype=bool)
    is_new[1:] = numbers[1:] != numbers[:-1]
    firsts = np.maximum.accumulate(np.where(is_new, places, np.int32(0)))
    at = np.empty_like(places)
    at[order] = places
    del numbers, order, places, is_new
    for start in range(0, count, together):
        part = slice(ends[start], ends[min(start + together, count)])
        first = firsts[at[part]]
        counts = at[part] - first
        behind = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        pairs = np.repeat(owners[part].astype(np.int64), counts) * count + there[np.repeat(first, counts) + behind]
        later, earlier = np.divmod(_distinct(pairs), count)
        is_pair = later != earlier
        yield later[is_pair], earlier[is_pair]


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
