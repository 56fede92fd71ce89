"""Which pledges stand, which wait for each other, and which cannot stand, under what a scenario assumes.

Uses the worklist and the rings beside it.

Source: docs/methodology.md, "What stands"; Heitzig et al., Games 2025, 16(6), 58.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from zusage.assess.formula import Formula
from zusage.assess.pledge import Pledge
from zusage.assess.problem import Problem, World, compile_problem, uncollected
from zusage.assess.rings import find_rings
from zusage.assess.tally import Tally
from zusage.assess.worklist import fall, rise

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Fate(StrEnum):
    """What becomes of a pledge: stands if everybody moves alone, only if several move together, or not at all."""

    STANDS = "stands"
    WAITS = "waits"
    BLOCKED = "blocked"


_FATES = tuple(Fate)


@dataclass(frozen=True)
class Resolution:
    """The fate of each pledge.

    ``fates`` and ``steps`` go with ``pledges``. A step counts, from 1, the rounds in which pledges come to stand, or in
    which they fall; it is 0 for those that wait. ``rings`` are indices of pledges, rings that wait for no other first.
    """

    pledges: tuple[Pledge, ...]
    world: World
    fates: tuple[Fate, ...]
    steps: tuple[int, ...]
    rings: tuple[tuple[int, ...], ...]

    @property
    def told(self) -> Iterator[tuple[Pledge, Fate]]:
        """Each pledge with its fate."""
        return zip(self.pledges, self.fates, strict=True)

    @cached_property
    def least(self) -> tuple[Pledge, ...]:
        """What stands if everybody moves alone."""
        return tuple(each for each, fate in self.told if fate is Fate.STANDS)

    @cached_property
    def greatest(self) -> tuple[Pledge, ...]:
        """What stands if those that wait for each other move together."""
        return tuple(each for each, fate in self.told if fate is not Fate.BLOCKED)

    @cached_property
    def alone(self) -> Tally:
        """What `least` comes to."""
        return Tally(self.least, self.world)

    @cached_property
    def together(self) -> Tally:
        """What `greatest` comes to."""
        return Tally(self.greatest, self.world)

    def missing(self, index: int) -> Formula:
        """What of a pledge's condition does not hold: for one that waits as long as nobody moves, else in the end."""
        tally = self.alone if self.fates[index] is Fate.WAITS else self.together
        return tally.missing(self.pledges[index].condition, self.pledges[index].actor)


def resolve(pledges: Sequence[Pledge], world: World) -> Resolution:
    """Resolve pledges, all of them taken as firm enough, in O((n + m) log n)."""
    with uncollected():
        return _resolve(tuple(pledges), world)


def _resolve(pledges: tuple[Pledge, ...], world: World) -> Resolution:
    problem = compile_problem(pledges, world)
    risen, fallen = rise(problem), fall(problem)
    waiting = (risen < 0) & (fallen < 0)
    rings = tuple(find_rings(problem, waiting)) if waiting.any() else ()
    up, down = risen[: len(pledges)], fallen[: len(pledges)]
    fates = np.where(up >= 0, 0, np.where(down >= 0, 2, 1))
    steps = np.where(up >= 0, _dense(up), np.where(down >= 0, _dense(down), 0))
    return Resolution(pledges, world, tuple(map(_FATES.__getitem__, fates.tolist())), tuple(steps.tolist()), rings)


def standing(pledges: Sequence[Pledge], world: World, *, together: bool = False) -> list[Pledge]:
    """What stands, alone or together, without the reasons."""
    stands = holding(compile_problem(pledges, world), together=together)
    return [each for each, there in zip(pledges, stands[: len(pledges)].tolist(), strict=True) if there]


def holding(problem: Problem, *, together: bool) -> NDArray[np.bool_]:
    """For each node whether it holds, alone or together."""
    return fall(problem) < 0 if together else rise(problem) >= 0


def _dense(rounds: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number the rounds that occur, from 1."""
    return np.searchsorted(np.unique(rounds[rounds >= 0]), rounds) + 1
