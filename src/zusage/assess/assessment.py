"""A package under a scenario: which pledges count, what becomes of them, and how far the package is covered.

Uses the modules beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from zusage.assess.coverage import Coverage, cover
from zusage.assess.formula import support_name
from zusage.assess.package import Package, Scenario, events_under
from zusage.assess.pledge import Pledge
from zusage.assess.problem import Side, World
from zusage.assess.resolve import Fate, Resolution, resolve
from zusage.model.values import Firmness


class Aside(StrEnum):
    """Why a pledge is not resolved at all."""

    SOFT = "soft"
    AGAINST = "against"
    ABSENT = "absent"
    COLLECTIVE = "collective"
    LEFT_OUT = "left-out"


@dataclass(frozen=True)
class Assessment:
    """A package under a scenario.

    ``low`` and ``high``: the same pledges with the lower and with the upper sides of their amounts. ``aside``: the
    pledges that were not resolved, by why not.
    """

    package: Package
    scenario: Scenario
    low: Resolution
    high: Resolution
    aside: Mapping[Aside, tuple[Pledge, ...]]
    coverage: tuple[Coverage, ...]

    @property
    def pledges(self) -> tuple[Pledge, ...]:
        """The pledges that are firm enough to count."""
        return self.low.pledges

    @property
    def stands(self) -> bool:
        """Whether every requirement is due and met if everybody moves alone."""
        return all(each.stands for each in self.coverage)

    @property
    def stands_together(self) -> bool:
        """Whether every requirement is due and met if those that wait for each other move together."""
        return all(each.stands_together for each in self.coverage)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """For the id of each pledge that counts its place in ``pledges``."""
        return {each.id: place for place, each in enumerate(self.pledges)}

    def fate(self, pledge: Pledge) -> Fate | Aside:
        """What becomes of a pledge."""
        if pledge.id in self.place:
            return self.low.fates[self.place[pledge.id]]
        return next(why for why, pledges in self.aside.items() if pledge in pledges)


def assess(package: Package, pledges: Sequence[Pledge], scenario: Scenario) -> Assessment:
    """Assess a package; ``pledges`` are their state on the scenario's day, without what the scenario adds."""
    counting, aside = divide([*pledges, *numbered(scenario.added, pledges)], scenario)
    world = world_of(package, scenario)
    low, high = resolve(counting, world), resolve(counting, replace(world, side=Side.HIGH))
    coverage = cover(package, low, high, aside.get(Aside.SOFT, ()))
    return Assessment(package, scenario, low, high, aside, coverage)


def world_of(package: Package, scenario: Scenario) -> World:
    """What the scenario assumes; who is left out gives no backing either, even if that was assumed."""
    gone = {support_name(actor) for actor in scenario.without}
    return World(events_under(scenario, package) - gone, package.support)


def divide(pledges: Iterable[Pledge], scenario: Scenario) -> tuple[list[Pledge], Mapping[Aside, tuple[Pledge, ...]]]:
    """Divide pledges into those that count and those set aside, by why."""
    counting: list[Pledge] = []
    aside: dict[Aside, list[Pledge]] = {}
    for each in pledges:
        why = _why_aside(each, scenario)
        if why is None:
            counting.append(each)
        else:
            aside.setdefault(why, []).append(each)
    return counting, {why: tuple(aside[why]) for why in Aside if why in aside}


def numbered(added: Sequence[Pledge], there: Sequence[Pledge]) -> list[Pledge]:
    """Give added pledges ids that nobody has."""
    taken, made = {each.id for each in there}, []
    for each in added:
        name, number = each.id, 2
        while name in taken:
            name, number = f"{each.id}-{number}", number + 1
        taken.add(name)
        made.append(replace(each, id=name))
    return made


def _why_aside(pledge: Pledge, scenario: Scenario) -> Aside | None:
    step, cut = pledge.firmness.step, scenario.firmness.step or 0
    if pledge.actor in scenario.without:
        return Aside.LEFT_OUT
    if step is None:
        return Aside.ABSENT
    if step == 0:
        return Aside.AGAINST
    if pledge.is_collective:
        return Aside.COLLECTIVE
    return None if step >= cut else Aside.SOFT


CUTS = (Firmness.CONSIDERING, Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.CONCRETE, Firmness.DELIVERED)
"""The firmnesses from which on pledges can be counted."""
