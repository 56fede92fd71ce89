"""How far a package is covered: per requirement what stands, what waits, what is blocked, and what is missing.

Uses the resolution and `zusage.assess.package`.

Source: docs/methodology.md, "Coverage".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from zusage.assess.package import Package, Requirement
from zusage.assess.pledge import Pledge
from zusage.assess.problem import HUNDREDTHS, Side, hundredths
from zusage.assess.resolve import Fate, Resolution
from zusage.assess.tally import Tally


class State(StrEnum):
    """Whether a requirement is covered.

    `met` even at the lower sides of all amounts; `upper` only at the upper ones; `unknown` if pledges without a figure
    could fill it; else `short`.
    """

    MET = "met"
    UPPER = "upper"
    UNKNOWN = "unknown"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Part:
    """Pledges for one requirement and what they come to in its unit.

    ``low`` and ``high`` are sums of known sides; ``unknown`` are the pledges whose upper side nobody names, so that
    ``high`` is no ceiling for them.
    """

    pledges: tuple[Pledge, ...] = ()
    low: float = 0
    high: float = 0
    unknown: tuple[Pledge, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """The contributors, each once."""
        return tuple(dict.fromkeys(each.actor for each in self.pledges))


@dataclass(frozen=True, slots=True)
class Coverage:
    """One requirement under one scenario.

    ``due``: its trigger holds. ``alone``: what stands if everybody moves alone; ``waiting``: what stands besides if those
    that wait for each other move together; ``blocked``: what is firm enough and cannot stand; ``soft``: what is not firm
    enough; ``late``: what would come too late. ``alone_state`` and ``together_state`` are about ``alone``, and about it
    with ``waiting``.
    """

    requirement: Requirement
    due: bool
    alone: Part
    waiting: Part
    blocked: Part
    soft: Part
    late: tuple[Pledge, ...]
    alone_state: State
    together_state: State

    @property
    def missing(self) -> float:
        """What is missing in its unit if everybody moves alone, at the lower sides; 0 if no amount is needed."""
        return max(0, (self.requirement.amount or 0) - self.alone.low)

    @property
    def missing_contributors(self) -> int:
        """How many contributors are missing if everybody moves alone."""
        return max(0, self.requirement.contributors - len(self.alone.actors))

    @property
    def stands(self) -> bool:
        """Whether it is due and met if everybody moves alone."""
        return self.due and self.alone_state is State.MET

    @property
    def stands_together(self) -> bool:
        """Whether it is due and met if those that wait for each other move together."""
        return self.due and self.together_state is State.MET


def cover(package: Package, low: Resolution, high: Resolution, soft: Iterable[Pledge]) -> tuple[Coverage, ...]:
    """Work out the coverage of each requirement, from the resolutions on the low and on the high side of amounts."""
    soft = tuple(soft)
    return tuple(_cover(each, low, high, soft) for each in package.requirements)


def is_due(requirement: Requirement, tally: Tally) -> bool:
    """Say whether a requirement's trigger holds."""
    return tally.holds(requirement.trigger, "")


def is_met(requirement: Requirement, pledges: Iterable[Pledge]) -> bool:
    """Say whether pledges that stand cover a requirement at the lower sides of their amounts."""
    counting = [each for each in pledges if requirement.counts(each)]
    if len({each.actor for each in counting}) < requirement.contributors:
        return False
    if requirement.need is None or requirement.amount is None:
        return True
    return total(counting, requirement.need.unit, Side.LOW) >= requirement.amount


def part_of(requirement: Requirement, low: Sequence[Pledge], high: Sequence[Pledge]) -> Part:
    """Sum up pledges: ``low`` those on the low side of amounts, ``high`` those on the high side."""
    unit = requirement.need.unit if requirement.need else None
    if unit is None:
        return Part(tuple(low))
    unknown = tuple(
        each for each in high if each.quantity is None or each.quantity.unit != unit or each.quantity.max is None
    )
    return Part(tuple(low), total(low, unit, Side.LOW), total(high, unit, Side.HIGH), unknown)


def total(pledges: Iterable[Pledge], unit: str, side: Side) -> float:
    """Add up amounts in one unit; a joint figure counts once, on the low side only if all who share it are there."""
    own, joint = 0, defaultdict[tuple[str, frozenset[str]], list[Pledge]](list)
    for each in pledges:
        if each.quantity and each.quantity.unit == unit:
            if each.quantity.shared:
                joint[each.measure, frozenset((each.actor, *each.joint_with))].append(each)
            else:
                own += hundredths(each.quantity, side)
    for (_, who), sharing in joint.items():
        if side is Side.HIGH or {each.actor for each in sharing} == who:
            own += max(hundredths(each.quantity, side) for each in sharing if each.quantity)
    return own / HUNDREDTHS


def _cover(requirement: Requirement, low: Resolution, high: Resolution, soft: tuple[Pledge, ...]) -> Coverage:
    alone = part_of(requirement, _counting(requirement, low.least), _counting(requirement, high.least))
    both = part_of(requirement, _counting(requirement, low.greatest), _counting(requirement, high.greatest))
    by_fate = {fate: [each for each, one in low.told if one is fate and requirement.counts(each)] for fate in Fate}
    return Coverage(
        requirement=requirement,
        due=is_due(requirement, low.alone),
        alone=alone,
        waiting=part_of(requirement, *[by_fate[Fate.WAITS]] * 2),
        blocked=part_of(requirement, *[by_fate[Fate.BLOCKED]] * 2),
        soft=part_of(requirement, *[_counting(requirement, soft)] * 2),
        late=tuple(each for each in low.pledges if requirement.is_meant_by(each) and requirement.comes_after(each)),
        alone_state=_state(requirement, alone),
        together_state=_state(requirement, both),
    )


def _counting(requirement: Requirement, pledges: Iterable[Pledge]) -> list[Pledge]:
    return [each for each in pledges if requirement.counts(each)]


def _state(requirement: Requirement, part: Part) -> State:
    if len(part.actors) < requirement.contributors:
        return State.SHORT
    needed = requirement.amount
    if needed is None or part.low >= needed:
        return State.MET
    if part.high >= needed:
        return State.UPPER
    return State.UNKNOWN if part.unknown else State.SHORT
