"""Many pairs of texts compared at once, as `zusage.reconcile.copies.compare_runs` compares two. Uses numpy.

A text's runs are put into a table by the lower half of their numbers; all runs of the texts that it is compared with are looked
up there together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from zusage.reconcile.copies import CONTAINED, LEAST, LONG, REWORDED, Copying
from zusage.reconcile.shingles import RUN, Numbers32

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

_AT_ONCE = 128
"""Texts with which one is compared together, at most: long ones take much room."""

_SLOTS = 1 << 16

_IN_A_ROW = LONG - RUN + 1
"""Runs that are as many words in a row as nobody writes twice."""


Measured = tuple[int, float, int]
"""The values of `zusage.reconcile.copies.Copying`."""


class Copies(NamedTuple):
    """Pairs of copies by columns: the places of their texts, and the values of `zusage.reconcile.copies.Copying`."""

    later: Sequence[int]
    earlier: Sequence[int]
    shared: Sequence[int]
    shares: Sequence[float]
    longest: Sequence[int]

    def pairs(self, known: dict[Measured, Copying]) -> Iterator[tuple[int, int, Copying]]:
        """Yield each pair with what the two share; what many share alike is made once, and kept in ``known``."""
        measured = zip(self.shared, self.shares, self.longest, strict=True)
        found = (known.get(each) or known.setdefault(each, Copying(*each)) for each in measured)
        return zip(self.later, self.earlier, found, strict=True)


def find_copies(texts: Texts, later: Places, earlier: Places) -> Copies:
    """Return which pairs of some texts are copies, by their places; pairs with the same later text stand together."""
    found, table = [], np.zeros(_SLOTS, dtype=np.int32)
    runs, lengths, distinct = texts.runs, texts.lengths, texts.distinct
    for start, end in _stretches(later):
        own = _Text(runs[later[start]], int(distinct[later[start]]), table)
        for first in range(start, end, _AT_ONCE):
            others = earlier[first : min(first + _AT_ONCE, end)]
            there = [runs[place] for place in others.tolist()]
            shared, shares, longest = own.compare(there, lengths[others], distinct[others])
            copies = np.flatnonzero((shared >= LEAST) & ((shares >= REWORDED) | (longest >= LONG)))
            found.append([later[first + copies], others[copies], shared[copies], shares[copies], longest[copies]])
        own.leave()
    return Copies(*(np.concatenate(each).tolist() for each in zip(*found, strict=True))) if found else _NONE


_NONE = Copies((), (), (), (), ())


def _stretches(later: Places) -> Iterator[tuple[int, int]]:
    """Yield from where to where pairs have the same later text."""
    yield from pairwise([*np.flatnonzero(np.diff(later, prepend=-1)).tolist(), len(later)])


class _Text:
    """A text whose runs others' are looked up in.

    ``_table`` has for each lower half of a number the place of a run that ends in it, ``_at`` for each run the place under
    which it is found; those in ``_beside`` lost their slot to another number and are looked for one by one.
    """

    def __init__(self, runs: Numbers32, distinct: int, table: NDArray[np.int32]) -> None:
        """Fill the table, which is empty; ``distinct`` of the runs are different."""
        self._runs, self._distinct, self._table = runs, distinct, table
        self._slots = runs.astype(np.uint16)
        table[self._slots] = np.arange(len(runs), dtype=np.int32)
        self._at = table[self._slots]
        self._beside: list[int] = []
        for number in set(runs[runs[self._at] != runs].tolist()):
            places = np.flatnonzero(runs == number)
            self._at[places] = places[0]
            self._beside.append(int(places[0]))

    def leave(self) -> None:
        """Empty the table for another text: to make one for each took longer than to fill it."""
        self._table[self._slots] = 0

    def compare(
        self, others: Sequence[Numbers32], lengths: Places, distinct: Places
    ) -> tuple[Places, NDArray[np.float64], NDArray[np.int32]]:
        """Return what the text shares with each of some: runs, their share of the shorter text's, and the most words in a row.

        ``lengths`` and ``distinct``: how many runs each of these has, and how many of them are different. Unbroken words are
        measured only where they decide whether it is a copy.
        """
        is_there, held = self._look_up(np.concatenate(others), lengths)
        shared = held.sum(axis=1)
        is_shorter = lengths > len(self._runs)
        if (as_long := lengths == len(self._runs)).any():
            is_shorter[as_long] = self._come_before([others[place] for place in np.flatnonzero(as_long).tolist()])
        shares = shared / np.maximum(np.where(is_shorter, self._distinct, distinct), 1)
        is_asked = (shared >= LEAST) & (shares < CONTAINED)
        longest = np.zeros(len(others), dtype=np.int32)
        if (mine := is_asked & is_shorter).any():
            longest[mine] = _longest(held[mine][:, self._at]) + RUN - 1
        if (theirs := is_asked & ~is_shorter).any():
            longest[theirs] = _longest(_in_rows(is_there[np.repeat(theirs, lengths)], lengths[theirs])) + RUN - 1
        return shared, shares, longest

    def _look_up(self, numbers: Numbers32, lengths: Places) -> tuple[Flags, Flags]:
        """Say which runs of other texts of some lengths stand in this one, and for each text which of this one's it has."""
        held = np.zeros((len(lengths), len(self._runs)), dtype=bool)
        places = self._table[numbers.astype(np.uint16)]
        is_there = self._runs[places] == numbers
        for place in self._beside:
            is_same = numbers == self._runs[place]
            places[is_same] = place
            is_there |= is_same
        places += np.repeat(
            np.arange(0, held.size, len(self._runs), dtype=np.int32), lengths
        )  # in all rows as they lie
        held.reshape(-1)[places[is_there]] = True
        return is_there, held

    def _come_before(self, others: Sequence[Numbers32]) -> Flags:
        """Say for equally long texts whether this one counts as the shorter: its runs come first."""
        rows = np.stack(others)
        differing = (rows != self._runs).argmax(axis=1)
        is_less: Flags = self._runs[differing] < rows[np.arange(len(rows)), differing]
        return is_less


def _in_rows(flags: Flags, lengths: Places) -> Flags:
    """Lay flags that stand one behind the other in rows of different lengths, filled up with False."""
    rows = np.zeros((len(lengths), lengths.max()), dtype=bool)
    rows[np.arange(rows.shape[1]) < lengths[:, None]] = flags
    return rows


def _longest(is_there: Flags) -> NDArray[np.int32]:
    """The most in a row that are there, for each row."""
    counts = np.cumsum(is_there, axis=1, dtype=np.int32)
    before = np.maximum.accumulate(np.where(is_there, 0, counts), axis=1)
    longest: NDArray[np.int32] = (counts - before).max(axis=1, initial=0)
    return longest


class Texts:
    """Texts of which many pairs are compared: the runs of each, how many these are, and how many of them are different."""

    def __init__(self, runs: Sequence[Numbers32]) -> None:
        """Count the runs."""
        self.runs = runs
        self.lengths = np.array([len(each) for each in runs], dtype=np.int64)
        self.distinct = distinct_in(runs)

    def may_be_copies(self, later: NDArray[np.int64], earlier: NDArray[np.int64]) -> Flags:
        """Say which pairs may be copies at all, by the places of their texts; none that is one is ever left out.

        The later ones come in order, and all have runs. Of many texts most pairs share a band by chance, and few runs
        besides. Which halves of numbers a text has is marked in a small table, and looked up for all runs of the others: so
        many are found as the two share, or more. Of words in a row in the earlier text each run is found; of those in the
        later one each that this does not say again.
        """
        shared, marked = np.zeros(len(later), dtype=np.int64), np.zeros(_SLOTS, dtype=np.uint8)
        for start, end in _stretches(later):
            own, others = self.runs[later[start]].astype(np.uint16), earlier[start:end]
            marked[own] = 1
            found = marked[np.concatenate([self.runs[place] for place in others.tolist()]).astype(np.uint16)]
            marked[own] = 0
            ends = np.cumsum(self.lengths[others])
            shared[start:end] = np.add.reduceat(found, ends - self.lengths[others], dtype=np.int64)
        return shared >= self._needed(later, earlier)

    def _needed(self, later: Places, earlier: Places) -> NDArray[np.float64]:
        """How many runs of the earlier text have to stand in the later one."""
        share = np.floor(REWORDED * np.minimum(self.distinct[later], self.distinct[earlier]))
        is_longer = self.lengths[later] > self.lengths[earlier]
        in_a_row = _IN_A_ROW - np.where(is_longer, 0, self.lengths[later] - self.distinct[later])
        needed: NDArray[np.float64] = np.maximum(LEAST, np.minimum(share, in_a_row))
        return needed


def distinct_in(runs: Sequence[Numbers32]) -> Places:
    """Return how many runs of each text are different."""
    ordered = map(np.sort, runs)
    return np.array([np.count_nonzero(each[1:] != each[:-1]) + bool(len(each)) for each in ordered], dtype=np.int64)
