"""Reports that hang together, parted into groups: average link with what a person decided. Uses numpy.

The result depends on the set of reports alone: they are taken in the order of their ids, and of equal pairs the first
is joined.

Source: Sokal and Michener, "A statistical method for evaluating systematic relationships", 1958 (average link).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

ENOUGH = 1.0
"""Points on average from which two groups are one."""

LARGEST = 120
"""Reports that are weighed all against all; a larger crowd is first parted where its links are weakest."""

TOGETHER = 100.0
"""Points of two reports that have to be one group."""

APART = -1e6
"""Points of two reports that must not be in one group."""

Number = TypeVar("Number", np.float64, np.bool_)
Points = Callable[[str, str], float]
Links = Mapping[str, Mapping[str, float]]


def part(reports: Iterable[str], links: Links, points: Points) -> Iterator[tuple[str, ...]]:
    """Part reports into groups, each in order of the ids.

    ``links`` are the pairs that may hold a group together; ``points`` gives what speaks for any two: `TOGETHER` where they
    have to be one group whatever else is, `APART` where they must not meet.
    """
    for crowd in _crowds(sorted(reports), links, 0.0):
        yield from _average(crowd, points)


def connected(start: str, links: Links, *, among: Collection[str] | None = None, least: float = 0.0) -> set[str]:
    """Return what can be reached from a report over links of so many points or more."""
    found, new = {start}, [start]
    while new:
        for other, points in links.get(new.pop(), {}).items():
            if points >= least and other not in found and (among is None or other in among):
                found.add(other)
                new.append(other)
    return found


def _crowds(reports: list[str], links: Links, least: float) -> Iterator[list[str]]:
    left = set(reports)
    for report in reports:
        if report in left:
            crowd = connected(report, links, among=left, least=least)
            left -= crowd
            if len(crowd) <= LARGEST or least > TOGETHER:
                yield sorted(crowd)
            else:
                yield from _crowds(sorted(crowd), links, least + 1.0)


def _average(crowd: list[str], points: Points) -> Iterator[tuple[str, ...]]:
    groups = [[report] for report in crowd]
    sums = np.zeros((len(crowd), len(crowd)))
    for at, one in enumerate(crowd):
        for further in range(at + 1, len(crowd)):
            sums[at, further] = sums[further, at] = points(one, crowd[further])
    lowest = sums[np.triu_indices(len(crowd), 1)].min(initial=ENOUGH)
    if lowest >= ENOUGH:  # whatever is joined first, all are in the end
        yield tuple(crowd)
        return
    forced = sums >= TOGETHER
    while (pair := _closest(groups, sums, forced)) is not None:
        first, second = pair
        groups[first] = sorted(groups[first] + groups.pop(second))
        sums, forced = _joined(sums, first, second), _joined(forced, first, second)
    yield from (tuple(group) for group in groups)


def _joined(matrix: NDArray[Number], one: int, other: int) -> NDArray[Number]:
    """Put the second row and column into the first: numbers add up, flags stay."""
    matrix[one] += matrix[other]
    matrix[:, one] += matrix[:, other]
    return np.delete(np.delete(matrix, other, axis=0), other, axis=1)


def _closest(groups: list[list[str]], sums: NDArray[np.float64], forced: NDArray[np.bool_]) -> tuple[int, int] | None:
    """The first two groups that have to be one, else the closest two if they are close enough."""
    if len(groups) < 2:  # noqa: PLR2004 - nothing to join
        return None
    upper = np.triu_indices(len(groups), 1)
    must = np.flatnonzero(forced[upper])
    if len(must):
        return int(upper[0][must[0]]), int(upper[1][must[0]])
    sizes = np.array([len(group) for group in groups], dtype=float)
    means = np.round(sums / np.outer(sizes, sizes), 6)[upper]
    best = int(means.argmax())
    return (int(upper[0][best]), int(upper[1][best])) if means[best] >= ENOUGH else None
