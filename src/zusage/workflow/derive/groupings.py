"""By what reports are grouped with others, and in which form that goes from one process to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from zusage.reconcile.copies import Source
from zusage.reconcile.shingles import Numbers32, Numbers64

Number = TypeVar("Number", np.uint32, np.uint64, np.int64)


@dataclass(frozen=True, slots=True)
class Grouping:
    """A report's day (0 for unknown), event, source, runs of words, bands and marks."""

    day: int
    event: str | None
    source: Source
    runs: Numbers32
    bands: Numbers64
    marks: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Groupings:
    """Those of some reports by columns: many short arrays are slow to hand over."""

    plain: list[tuple[int, str | None, tuple[Any, ...]]]
    runs: Ragged[np.uint32]
    bands: Ragged[np.uint64]
    marks: Ragged[np.int64]

    @classmethod
    def of(cls, made: Sequence[Grouping]) -> Self:
        """Put them together."""
        return cls(
            [(each.day, each.event, tuple(each.source)) for each in made],
            Ragged.of([each.runs for each in made]),
            Ragged.of([each.bands for each in made]),
            Ragged.of([each.marks for each in made]),
        )

    def __iter__(self) -> Iterator[Grouping]:
        """Yield one for each report."""
        columns = zip(self.plain, self.runs, self.bands, self.marks, strict=True)
        for (day, event, source), runs, bands, marks in columns:
            yield Grouping(day, event, Source(*source), runs, bands, marks)


@dataclass(frozen=True, slots=True)
class Ragged(Generic[Number]):
    """Arrays of different lengths, one behind the other."""

    numbers: NDArray[Number]
    ends: list[int]

    @classmethod
    def of(cls, arrays: Sequence[NDArray[Number]]) -> Self:
        """Put arrays together, of which there is at least one."""
        return cls(np.concatenate(arrays), np.cumsum([len(each) for each in arrays]).tolist())

    def __iter__(self) -> Iterator[NDArray[Number]]:
        """Yield each array, without copying it."""
        start = 0
        for end in self.ends:
            yield self.numbers[start:end]
            start = end
