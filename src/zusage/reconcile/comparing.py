"""Many pairs of texts compared at once, as `zusage.reconcile.copies.compare_runs` compares two. Uses numpy.

Which run of words stands in which text is one table; of many pairs what the one has of the other is looked up in it together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

from zusage.reconcile.copies import CONTAINED, LEAST, LONG, REWORDED, Copying
from zusage.reconcile.shingles import RUN, Numbers32

Pair = tuple[str, str]
Compared = tuple[str, str, Copying]
Places = NDArray[np.int32]
Flags = NDArray[np.bool_]

_LARGEST = 1 << 26
"""Texts times runs of a table, at most: more pairs are looked at in parts, so that they take no more room."""

_AT_ONCE = 512
"""Pairs that are looked up together."""

_BELOW = np.uint64((1 << 32) - 1)
_HALF = np.uint64(32)


def compare_pairs(runs: Mapping[str, Numbers32], pairs: Sequence[Pair]) -> Iterator[Compared]:
    """Yield each pair with what the two share; ``runs`` are those of all texts that are named."""
    if not pairs:
        return
    names = {name: place for place, name in enumerate(dict.fromkeys(name for pair in pairs for name in pair))}
    numbered = _Numbered.of([runs[name] for name in names])
    if len(pairs) > 1 and len(names) * numbered.columns > _LARGEST:
        half = len(pairs) // 2
        yield from compare_pairs(runs, pairs[:half])
        yield from compare_pairs(runs, pairs[half:])
        return
    texts = _Texts([runs[name] for name in names], numbered)
    first, second = (np.array([names[pair[side]] for pair in pairs], dtype=np.int32) for side in (0, 1))
    for start in range(0, len(pairs), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        found = texts.compare(first[part], second[part])
        yield from ((one, other, copying) for (one, other), copying in zip(pairs[part], found, strict=True))


@dataclass(frozen=True, slots=True)
class _Numbered:
    """The runs of some texts, one text behind the other, by columns of a table of those that stand in several texts.

    ``found``: the column of each, that behind the last one (``columns``) if no other text has the run; ``counted``: whether
    it stands for the last time in its text, so that each is counted once; ``rows``: its text.
    """

    columns: int
    rows: NDArray[np.int64]
    found: Places
    counted: Flags

    @classmethod
    def of(cls, runs: Sequence[Numbers32]) -> Self:
        """Number the runs: sorted with their places behind them, equal ones stand together, those of one text in order."""
        rows = np.repeat(np.arange(len(runs)), [len(each) for each in runs])
        ordered = np.sort(np.concatenate(runs).astype(np.uint64) << _HALF | np.arange(len(rows), dtype=np.uint64))
        order = (ordered & _BELOW).astype(np.int64)
        numbers, owners = ordered >> _HALF, rows[order]
        is_last = np.ones(len(rows), dtype=bool)
        is_last[:-1] = numbers[1:] != numbers[:-1]
        ends = np.flatnonzero(is_last)
        starts = np.append(0, ends[:-1] + 1)[: len(ends)]
        is_shared = owners[starts] != owners[ends]
        columns = int(is_shared.sum())
        of_number = np.where(is_shared, np.cumsum(is_shared) - 1, columns).astype(np.int32)
        found, counted = np.empty(len(rows), dtype=np.int32), np.empty(len(rows), dtype=bool)
        found[order] = np.repeat(of_number, ends - starts + 1)
        is_last[:-1] |= owners[1:] != owners[:-1]
        counted[order] = is_last
        return cls(columns, rows, found, counted)


class Sieve:
    """Which of many pairs of texts may be copies at all; none that is a copy is ever left out.

    Of many texts most pairs share a band by chance, and few runs besides. Which halves of numbers a text has is marked in a
    small table, and looked up for all runs of the others: so many are found as the two share, or more.
    """

    def __init__(self, runs: Sequence[Numbers32]) -> None:
        """Count the different runs of each text."""
        self._runs = runs
        self._lengths = np.array([len(each) for each in runs], dtype=np.int64)
        self._distinct = np.array([_distinct_in(each) for each in runs], dtype=np.int64)

    def may_be_copies(self, later: NDArray[np.int64], earlier: NDArray[np.int64]) -> Flags:
        """Say which pairs may be, by the places of their texts; the later ones come in order, and all have runs."""
        shared, marked = np.zeros(len(later), dtype=np.int64), np.zeros(1 << 16, dtype=np.uint8)
        edges = [*np.flatnonzero(np.diff(later, prepend=-1)).tolist(), len(later)]
        for start, end in pairwise(edges):
            own, others = self._runs[later[start]].astype(np.uint16), earlier[start:end]
            marked[own] = 1
            found = marked[np.concatenate([self._runs[place] for place in others.tolist()]).astype(np.uint16)]
            marked[own] = 0
            ends = np.cumsum(self._lengths[others])
            shared[start:end] = np.add.reduceat(found, ends - self._lengths[others], dtype=np.int64)
        return shared >= self._needed(later, earlier)

    def _needed(self, later: NDArray[np.int64], earlier: NDArray[np.int64]) -> NDArray[np.float64]:
        """How many runs of the earlier text have to stand in the later one; what this one repeats may stand there once."""
        share = np.floor(REWORDED * np.minimum(self._distinct[later], self._distinct[earlier]))
        in_a_row = LONG - RUN + 1 - (self._lengths - self._distinct)[later]
        needed: NDArray[np.float64] = np.maximum(LEAST, np.minimum(share, in_a_row))
        return needed


def _distinct_in(runs: Numbers32) -> int:
    ordered = np.sort(runs)
    return int(np.count_nonzero(ordered[1:] != ordered[:-1])) + bool(len(ordered))


class _Texts:
    """Some texts' runs as small numbers: a row for each text, filled up with a number that stands in none."""

    def __init__(self, runs: Sequence[Numbers32], numbered: _Numbered) -> None:
        """Lay out the numbered runs."""
        lengths = np.array([len(each) for each in runs])
        rows, found, none = numbered.rows, numbered.found, numbered.columns
        places = np.arange(len(found)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        self._runs = np.full((len(runs), lengths.max()), none, dtype=np.int32)
        self._runs[rows, places] = found
        self._there = np.zeros((len(runs), none + 1), dtype=bool)
        self._there[rows, found] = True
        self._there[:, none] = False
        self._counted = np.zeros(self._runs.shape, dtype=bool)
        self._counted[rows, places] = numbered.counted
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
