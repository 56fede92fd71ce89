"""Many pairs of texts compared at once, as `zusage.reconcile.copies.compare_runs` compares two. Uses numpy.

Texts that hang together by pairs are a crowd: which run of words stands in which of its texts is one table, and what any two
of them share one product of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from zusage.reconcile.copies import CONTAINED, LEAST, Copying, Runs, compare_runs
from zusage.reconcile.shingles import RUN, Numbers32

Pair = tuple[str, str]
Compared = tuple[str, str, Copying]
Places = NDArray[np.int64]

_LARGEST = 64
"""Texts of a crowd that make a table: in a large ledger chance pairs join many, of which few are to be compared."""

_COLUMNS = 8_192
"""Different runs that are looked at together, so that large crowds take no more room."""


def compare_pairs(runs: Mapping[str, Numbers32], pairs: Iterable[Pair]) -> Iterator[Compared]:
    """Yield each pair with what the two share; ``runs`` are those of all texts that are named."""
    for crowd, inside in crowds_of(pairs):
        if len(crowd) <= _LARGEST:
            yield from _compare_crowd([runs[name] for name in crowd], crowd, inside)
        else:
            plain = {name: Runs.of(runs[name]) for name in crowd}
            yield from ((one, other, compare_runs(plain[one], plain[other])) for one, other in inside)


def crowds_of(pairs: Iterable[Pair]) -> Iterator[tuple[list[str], list[Pair]]]:
    """Yield what hangs together by pairs, with its pairs."""
    crowds: dict[str, tuple[list[str], list[Pair]]] = {}
    for pair in pairs:
        one, other = (crowds.setdefault(name, ([name], [])) for name in pair)
        if one is not other:
            one, other = sorted((one, other), key=lambda crowd: -len(crowd[0]))
            one[0].extend(other[0])
            one[1].extend(other[1])
            crowds.update((name, one) for name in other[0])
        one[1].append(pair)
    yield from {id(crowd): crowd for crowd in crowds.values()}.values()


def _compare_crowd(runs: Sequence[Numbers32], names: Sequence[str], pairs: Sequence[Pair]) -> Iterator[Compared]:
    table = _Table(runs)
    places = {name: place for place, name in enumerate(names)}
    shorter = np.array([places[one] for one, _ in pairs], dtype=np.int64)
    longer = np.array([places[other] for _, other in pairs], dtype=np.int64)
    is_other = table.ranks[shorter] > table.ranks[longer]
    shorter, longer = np.where(is_other, longer, shorter), np.where(is_other, shorter, longer)
    shared = table.shared()[shorter, longer].astype(np.int64)
    shares = shared / np.maximum(table.distinct[shorter], 1)
    rows = zip(pairs, shared.tolist(), shares.tolist(), shorter.tolist(), longer.tolist(), strict=True)
    for (one, other), count, share, first, second in rows:
        is_asked = count >= LEAST and share < CONTAINED
        longest = table.longest(first, second) + RUN - 1 if is_asked else 0
        yield one, other, Copying(count, share, longest)


class _Table:
    """Which of some texts' different runs stand in which text: a row for each text, a column for each run."""

    def __init__(self, runs: Sequence[Numbers32]) -> None:
        """Number the different runs."""
        lengths = [len(each) for each in runs]
        self._ends = np.cumsum(lengths)
        numbers, self._columns = np.unique(np.concatenate(runs), return_inverse=True)
        self._rows = np.repeat(np.arange(len(runs)), lengths)
        self._there = np.zeros((len(runs), len(numbers)), dtype=bool)
        self._there[self._rows, self._columns] = True
        self.distinct: Places = self._there.sum(axis=1)
        """How many different runs each text has."""
        keys = [(len(each), each.astype(">u4").tobytes()) for each in runs]
        order = sorted(range(len(runs)), key=keys.__getitem__)
        self.ranks = np.empty(len(runs), dtype=np.int64)
        """Each text's place in the order of their lengths, of equal ones in that of their runs."""
        self.ranks[order] = np.arange(len(runs))

    def shared(self) -> NDArray[np.float32]:
        """How many different runs each two texts share."""
        found = np.zeros((len(self._there), len(self._there)), dtype=np.float32)
        for start in range(0, self._there.shape[1], _COLUMNS):
            part = self._there[:, start : start + _COLUMNS].astype(np.float32)
            found += part @ part.T
        return found

    def longest(self, one: int, other: int) -> int:
        """The most of one text's runs in a row that stand in the other one."""
        own = self._columns[self._ends[one - 1] if one else 0 : self._ends[one]]
        is_there = np.zeros(len(own) + 2, dtype=bool)
        is_there[1:-1] = self._there[other, own]
        edges = np.flatnonzero(is_there[1:] != is_there[:-1])
        return int((edges[1::2] - edges[0::2]).max(initial=0))
