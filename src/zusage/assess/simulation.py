"""How sure it is, on the user's own numbers: many draws of which pledges are honoured, and how much they come to.

Every draw picks for each firmness a share from the user's range, lets each pledge be honoured with that probability and
takes an amount between its sides; then the draw is resolved. All draws are resolved at once, a column for each. The
generator of random numbers is handed in. Uses numpy and the modules beside it.

Source: docs/methodology.md, "Uncertainty".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from zusage.assess.assessment import Aside, Assessment, divide, world_of
from zusage.assess.coverage import is_due
from zusage.assess.formula import (
    Absent,
    All,
    Amount,
    Any,
    AtLeast,
    Atom,
    Event,
    Formula,
    Others,
    Standing,
    Support,
    event_name,
)
from zusage.assess.links import counts_for
from zusage.assess.package import Requirement
from zusage.assess.pledge import Pledge
from zusage.assess.tally import Tally
from zusage.model.values import Firmness

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Draws = NDArray[np.bool_]
    Amounts = NDArray[np.float64]

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
BINS = 20
DRIVERS = 5
"""How many pledges are named as drivers, and below what difference none is."""
LEAST_DIFFERENCE = 0.1
BATCH = 2_000_000
"""Pledges times draws that are worked on at once: some tens of megabytes."""


@dataclass(frozen=True, slots=True)
class Driver:
    """A pledge, and how much likelier a requirement is met in draws in which it is honoured than in the others."""

    pledge: Pledge
    difference: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """What the draws come to for one requirement.

    ``met``: the share of draws that meet it. ``quantiles`` of what stands (in its unit, or contributors where it asks for
    no amount) at `QUANTILES`; ``counts`` of draws in `BINS` equal steps from 0 to ``top``.
    """

    requirement: Requirement
    met: float
    quantiles: tuple[float, ...]
    counts: tuple[int, ...]
    top: float
    drivers: tuple[Driver, ...]


@dataclass(frozen=True, slots=True)
class Simulation:
    """Many draws; ``met``: the share in which the whole package stands. ``silent``: pledges that count without a figure."""

    draws: int
    seed: int
    together: bool
    met: float
    distributions: tuple[Distribution, ...]
    silent: tuple[Pledge, ...]


def simulate(
    base: Assessment, random: np.random.Generator, *, draws: int, seed: int, together: bool = False
) -> Simulation:
    """Draw and resolve; pledges of a firmness without a range are not honoured in any draw."""
    ranges = base.scenario.honouring
    lowest = min(ranges, key=lambda each: each.step or 0)
    offered = [*base.pledges, *base.aside.get(Aside.SOFT, ())]
    pledges = [each for each in divide(offered, replace(base.scenario, firmness=lowest))[0] if each.firmness in ranges]
    size = max(1, min(draws, BATCH // max(1, len(pledges))))
    batches = [_Batch(base, pledges, min(size, draws - start), random) for start in range(0, draws, size)]
    for each in batches:
        each.resolve(together=together)
    honoured = np.concatenate([each.honoured for each in batches], axis=1)
    due = Tally((), world_of(base.package, base.scenario))
    package = np.ones(draws, dtype=bool)
    distributions = []
    for requirement in base.package.requirements:
        amount = np.concatenate([each.amount(requirement) for each in batches])
        met = np.concatenate([each.met(requirement) for each in batches]) & is_due(requirement, due)
        package &= met
        distributions.append(_distribution(requirement, amount, met, honoured, pledges))
    units = {each.need.unit for each in base.package.requirements if each.need}
    silent = [each for each in pledges if each.quantity is None or each.quantity.unit not in units]
    wanted = [each for each in silent if any(need.need and need.counts(each) for need in base.package.requirements)]
    return Simulation(draws, seed, together, float(package.mean()), tuple(distributions), tuple(wanted))


class _Batch:
    """Some draws at once: a row for each pledge, a column for each draw."""

    def __init__(self, base: Assessment, pledges: Sequence[Pledge], draws: int, random: np.random.Generator) -> None:
        self.pledges = pledges
        self.draws = draws
        self.world = base.low.world
        self.honoured, self.amounts = _draw(base.scenario.honouring, pledges, draws, random)
        self.stands = self.honoured

    def amount(self, requirement: Requirement) -> Amounts:
        """What stands for a requirement in each draw: in its unit, or contributors."""
        rows = self._rows(requirement.counts)
        if requirement.need is None:
            return self._actors(rows, self.stands).astype(float)
        return self._sum(rows, requirement.need.unit, self.stands)

    def met(self, requirement: Requirement) -> Draws:
        """Whether each draw meets it."""
        rows = self._rows(requirement.counts)
        enough: Draws = np.asarray(self._actors(rows, self.stands) >= requirement.contributors)
        if requirement.amount:
            enough &= self.amount(requirement) >= requirement.amount
        return enough

    def resolve(self, *, together: bool) -> None:
        """Find what stands in each draw: the least fixpoint, or the greatest."""
        stands = self.honoured.copy() if together else np.zeros_like(self.honoured)
        while True:
            holds = [self._holds(each.condition, each.actor, stands) for each in self.pledges]
            new = self.honoured & np.array(holds, dtype=bool).reshape(self.honoured.shape)
            if np.array_equal(new, stands):
                self.stands = stands
                return
            stands = new

    def _holds(self, formula: Formula, actor: str, stands: Draws) -> Draws:
        match formula:
            case All(parts=parts):
                return np.asarray(self._count(parts, actor, stands) == len(parts))
            case Any(parts=parts):
                return np.asarray(self._count(parts, actor, stands) >= 1)
            case AtLeast(n=n, parts=parts):
                return np.asarray(self._count(parts, actor, stands) >= n)
            case _:
                return self._holds_atom(formula, actor, stands)

    def _count(self, parts: Sequence[Formula], actor: str, stands: Draws) -> NDArray[np.int64]:
        count = np.zeros(self.draws, dtype=np.int64)
        for each in parts:
            count += self._holds(each, actor, stands)
        return count

    def _holds_atom(self, atom: Atom, actor: str, stands: Draws) -> Draws:
        rows = self._rows(lambda each: counts_for(atom, each, actor, self.world.support))
        match atom:
            case Event() | Absent():
                holds = (atom.name in self.world.events) is isinstance(atom, Event)
                return np.full(self.draws, holds, dtype=np.bool_)
            case Support():
                return np.asarray(stands[rows].any(axis=0) | (event_name(atom) in self.world.events))
            case Standing():
                return np.asarray(stands[rows].any(axis=0))
            case Others(n=n):
                return np.asarray(self._actors(rows, stands) >= n)
            case Amount(least=least, unit=unit):
                return np.asarray(self._sum(rows, unit, stands, all_share=True) >= float(least))

    def _rows(self, wanted: Callable[[Pledge], bool]) -> list[int]:
        return [row for row, each in enumerate(self.pledges) if wanted(each)]

    def _actors(self, rows: Sequence[int], stands: Draws) -> NDArray[np.int64]:
        count = np.zeros(self.draws, dtype=np.int64)
        for actor in {self.pledges[row].actor for row in rows}:
            count += stands[[row for row in rows if self.pledges[row].actor == actor]].any(axis=0)
        return count

    def _sum(self, rows: Sequence[int], unit: str, stands: Draws, *, all_share: bool = False) -> Amounts:
        """Sum amounts in one unit; of a joint figure the largest that stands, once."""
        result = np.zeros(self.draws)
        joint: dict[tuple[str, frozenset[str]], list[int]] = {}
        for row in rows:
            each = self.pledges[row]
            if each.quantity is None or each.quantity.unit != unit:
                continue
            if each.quantity.shared:
                joint.setdefault((each.measure, frozenset((each.actor, *each.joint_with))), []).append(row)
            else:
                result += self.amounts[row] * stands[row]
        for (_, who), shared in joint.items():
            most = (self.amounts[shared] * stands[shared]).max(axis=0)
            result += most * (self._actors(shared, stands) == len(who)) if all_share else most
        return result


def _draw(
    ranges: Mapping[Firmness, tuple[float, float]], pledges: Sequence[Pledge], draws: int, random: np.random.Generator
) -> tuple[Draws, Amounts]:
    """For each draw whether each pledge is honoured, and how much it would give; a joint figure is drawn once."""
    shares = {each: random.uniform(*ranges[each], size=draws) for each in Firmness if each in ranges}
    honoured = np.zeros((len(pledges), draws), dtype=bool)
    amounts = np.zeros((len(pledges), draws))
    joint: dict[tuple[str, str, frozenset[str]], Amounts] = {}
    for row, each in enumerate(pledges):
        honoured[row] = random.random(draws) < shares[each.firmness]
        if each.quantity:
            low, high = each.quantity.min or 0, each.quantity.max
            amounts[row] = random.uniform(low, low if high is None else high, size=draws)
            if each.quantity.shared:
                key = (each.measure, each.quantity.unit, frozenset((each.actor, *each.joint_with)))
                amounts[row] = joint.setdefault(key, amounts[row])
    return honoured, amounts


def _distribution(
    requirement: Requirement, amount: Amounts, met: Draws, honoured: Draws, pledges: Sequence[Pledge]
) -> Distribution:
    top = float(max(amount.max(initial=0), requirement.amount or requirement.contributors))
    counts, _ = np.histogram(amount, bins=BINS, range=(0, top))
    drivers = []
    for row, each in enumerate(pledges):
        times = int(honoured[row].sum())
        if 0 < times < len(met):
            difference = float(met[honoured[row]].mean() - met[~honoured[row]].mean())
            drivers.append(Driver(each, difference))
    drivers.sort(key=lambda each: (-abs(each.difference), each.pledge.id))
    return Distribution(
        requirement=requirement,
        met=float(met.mean()),
        quantiles=tuple(float(each) for each in np.quantile(amount, QUANTILES)),
        counts=tuple(int(each) for each in counts),
        top=top,
        drivers=tuple(each for each in drivers[:DRIVERS] if abs(each.difference) >= LEAST_DIFFERENCE),
    )
