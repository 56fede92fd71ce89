"""Many pairs of texts compared at once, as `zusage.reconcile.copies.compare_runs` compares two. Uses numpy.

Which run of words stands in which text is one table; of many pairs what the one has of the other is looked up in it together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from zusage.reconcile.copies import CONTAINED, LEAST, Copying
from zusage.reconcile.shingles import RUN, Numbers32

Pair = tuple[str, str]
Compared = tuple[str, str, Copying]
Places = NDArray[np.int32]
Flags = NDArray[np.bool_]

_LARGEST = 1 << 26
"""Texts times runs of a table, at most: more pairs are looked at in parts, so that they take no more room."""

_AT_ONCE = 512
"""Pairs that are looked up together."""


def compare_pairs(runs: Mapping[str, Numbers32], pairs: Sequence[Pair]) -> Iterator[Compared]:
    """Yield each pair with what the two share; ``runs`` are those of all texts that are named."""
    names = {name: place for place, name in enumerate(dict.fromkeys(name for pair in pairs for name in pair))}
    if len(pairs) > 1 and len(names) * sum(len(runs[name]) for name in names) > _LARGEST:
        half = len(pairs) // 2
        yield from compare_pairs(runs, pairs[:half])
        yield from compare_pairs(runs, pairs[half:])
    elif pairs:
        texts = _Texts([runs[name] for name in names])
        first, second = (np.array([names[pair[side]] for pair in pairs], dtype=np.int32) for side in (0, 1))
        for start in range(0, len(pairs), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            found = texts.compare(first[part], second[part])
            yield from ((one, other, copying) for (one, other), copying in zip(pairs[part], found, strict=True))


class _Texts:
    """Some texts' runs as small numbers: a row for each text, filled up with a number that stands in none."""

    def __init__(self, runs: Sequence[Numbers32]) -> None:
        """Number the different runs."""
        lengths = np.array([len(each) for each in runs], dtype=np.int32)
        numbers, found = np.unique(np.concatenate(runs), return_inverse=True)
        rows = np.repeat(np.arange(len(runs)), lengths)
        places = np.arange(len(found)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        self._runs = np.full((len(runs), lengths.max()), len(numbers), dtype=np.int32)
        self._runs[rows, places] = found
        self._there = np.zeros((len(runs), len(numbers) + 1), dtype=bool)
        self._there[rows, found] = True
        self._counted = np.zeros(self._runs.shape, dtype=bool)
        """Where in a text a run stands for the last time, so that each is counted once."""
        last = np.empty(len(numbers) + 1, dtype=np.int32)
        order = np.arange(self._runs.shape[1], dtype=np.int32)
        for length, own, counted in zip(lengths.tolist(), self._runs, self._counted, strict=True):
            last[own] = order
            counted[:length] = last[own[:length]] == order[:length]
        keys = [(len(each), each.astype(">u4").tobytes()) for each in runs]
        self._ranks = np.empty(len(runs), dtype=np.int32)
        """Each text's place in the order of their lengths, of equal ones in that of their runs."""
        self._ranks[sorted(range(len(runs)), key=keys.__getitem__)] = np.arange(len(runs))

    def compare(self, first: Places, second: Places) -> Iterator[Copying]:
        """Yield what the texts of some pairs share."""
        is_longer = self._ranks[first] > self._ranks[second]
        shorter, longer = np.where(is_longer, second, first), np.where(is_longer, first, second)
        is_there = self._there[longer[:, None], self._runs[shorter]]
        counted = self._counted[shorter]
        shared = (is_there & counted).sum(axis=1)
        shares = shared / np.maximum(counted.sum(axis=1), 1)
        is_asked = (shared >= LEAST) & (shares < CONTAINED)
        longest = np.zeros(len(first), dtype=np.int32)
        longest[is_asked] = _longest(is_there[is_asked]) + RUN - 1
        return map(Copying, shared.tolist(), shares.tolist(), longest.tolist())


def _longest(is_there: Flags) -> Places:
    """The most in a row that are there, for each row."""
    counts = np.cumsum(is_there, axis=1, dtype=np.int32)
    before = np.maximum.accumulate(np.where(is_there, 0, counts), axis=1)
    longest: Places = (counts - before).max(axis=1, initial=0)
    return longest
