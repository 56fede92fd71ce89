"""What would help: the smallest sets of events and pledges that make a requirement, or the package, stand.

The resolver itself is asked whether a set is enough; sets for "everybody moves alone" and for "those that wait for each
other move together" are looked for separately. Uses the modules beside it.

Source: docs/methodology.md, "What would help".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from zusage.assess.assessment import Aside, Assessment, assess, world_of
from zusage.assess.coverage import is_due, is_met, part_of
from zusage.assess.formula import (
    ALWAYS,
    Absent,
    Atom,
    Event,
    Formula,
    Support,
    atoms,
    event_name,
)
from zusage.assess.hitting import minimal_sets
from zusage.assess.links import is_meant
from zusage.assess.package import Requirement, Scenario, events_under
from zusage.assess.pledge import Origin, Pledge
from zusage.assess.problem import World, compile_problem
from zusage.assess.resolve import holding, standing
from zusage.assess.tally import Tally
from zusage.model.statement import Quantity
from zusage.model.values import ConditionType, Firmness

MOST = 5
"""How many sets are shown for one goal."""
QUESTIONS = 1_500
"""How often the resolver is asked for one goal before the search says that it has stopped early."""
WORK = 500_000
"""How many pledges may be resolved for one goal, all questions together; large packages get fewer questions."""
FEW = 1_000
"""Of so many pledges it is kept which count; what more of them take would be too much."""
_UNWIRED = -1
NEWCOMER = "new-"
"""How the actors of pledges that nobody has made begin."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, or an actor's backing, that would come."""

    event: str


@dataclass(frozen=True, slots=True)
class Raising:
    """A pledge that is not firm enough yet and would become so, and at least `pledged`."""

    pledge: Pledge


@dataclass(frozen=True, slots=True)
class Newcomers:
    """New pledges for a requirement by actors that have none: how many at least, and how much together."""

    requirement: str
    actors: int
    quantity: Quantity | None


Help = Happening | Raising | Newcomers


@dataclass(frozen=True, slots=True)
class Unlocking:
    """What would make a goal stand: a requirement's id, or None for the whole package.

    ``sets`` are minimal: leave out any one thing, and it is not enough. Empty: nothing that is known would do.
    ``complete``: there are no other minimal sets. ``already``: it stands as it is.
    """

    goal: str | None
    together: bool
    sets: tuple[tuple[Help, ...], ...]
    complete: bool
    already: bool = False


@dataclass(frozen=True, slots=True)
class Lever:
    """One event, or everything that one actor has offered, and what would come to stand with it alone."""

    event: str | None
    actor: str | None
    pledges: tuple[str, ...]
    requirements: tuple[str, ...]


def find_unlocking(base: Assessment, *, most: int = MOST) -> tuple[Unlocking, ...]:
    """For the package and each of its requirements, alone and together, the smallest sets that would be enough."""
    under = _Under(base)
    questions = max(MOST, min(QUESTIONS, WORK // (len(base.pledges) + 1)))
    found = []
    for together in (False, True):
        cuts: dict[frozenset[Help], None] = {}
        single = [
            _unlock(_Goal(under, (each,), together=together), each.id, cuts, most=most, questions=questions)
            for each in base.package.requirements
        ]
        whole = _Goal(under, base.package.requirements, together=together)
        found += [_unlock(whole, None, cuts, most=most, questions=questions), *single]
    return tuple(found)


def _unlock(
    goal: _Goal, name: str | None, cuts: dict[frozenset[Help], None], *, most: int, questions: int
) -> Unlocking:
    """Find what unlocks a goal; what cut off others is likely to cut off this one, and what cuts it off is added."""
    if goal.works(frozenset()):
        return Unlocking(name, goal.together, (), complete=True, already=True)
    places = {each: place for place, each in enumerate(goal.helps)}
    likely = [frozenset(places[each] for each in cut) for cut in cuts if cut <= places.keys()]
    sets = minimal_sets(len(goal.helps), goal.works, most=most, questions=questions, likely=likely)
    cuts |= dict.fromkeys(frozenset(goal.helps[place] for place in cut) for cut in sets.cuts)
    shown = tuple(sorted((goal.sized(chosen) for chosen in sets.found), key=_least_new))
    return Unlocking(name, goal.together, shown, sets.complete)


def find_levers(base: Assessment) -> tuple[Lever, ...]:
    """What each event, and each actor that would keep all it has offered at once, unlocks alone; the most first.

    An actor's lever is all its pledges, made firm and freed from their conditions.
    """
    stood = {each.id for each in base.low.least}
    met = {each.requirement.id for each in base.coverage if each.stands}
    levers = []
    for event in open_events(base):
        richer = assess(base.package, _all(base), replace(base.scenario.assuming(event), added=()))
        levers.append(_lever(event, None, richer, stood, met))
    for actor in sorted({each.actor for each in _offers(base)}):
        pledges = [_freed(each, base.scenario) if each.actor == actor else each for each in _all(base)]
        richer = assess(base.package, pledges, replace(base.scenario, added=()))
        levers.append(_lever(None, actor, richer, stood, met))
    helping = [each for each in levers if each.pledges or each.requirements]
    return tuple(sorted(helping, key=lambda each: (-len(each.requirements), -len(each.pledges))))


def open_events(base: Assessment) -> tuple[str, ...]:
    """Events that some pledge or trigger waits for and that the scenario does not assume.

    An attack is no help, nor is an event that brings one, or that brings what some pledge excludes.
    """
    formulas: list[Formula] = [each.condition for each in (*base.pledges, *base.aside.get(Aside.SOFT, ()))]
    formulas += [each.trigger for each in base.package.requirements]
    named = [atom for formula in formulas for atom in atoms(formula)]
    excluded = {ConditionType.ATTACK, *(atom.name for atom in named if isinstance(atom, Absent))}
    wanted = [event_name(atom) for atom in named if isinstance(atom, Event | Support)]
    assumed = base.low.world.events
    return tuple(
        event for event in dict.fromkeys(wanted) if event not in assumed and not _brought_by(event, base) & excluded
    )


def _brought_by(event: str, base: Assessment) -> frozenset[str]:
    """An event with everything that it implies."""
    return events_under(Scenario(events=(event,)), base.package)


def _least_new(helps: Sequence[Help]) -> tuple[int, int]:
    return len(helps), sum(isinstance(each, Newcomers) for each in helps)


class _Under:
    """What is asked again and again of one assessment: pledges raised, worlds with further events, and what counts in them.

    All pledges that could help are wired once, with those that are there; a question switches events and pledges on.
    """

    def __init__(self, base: Assessment) -> None:
        self.base = base
        self._worlds: dict[tuple[str, ...], tuple[World, Tally]] = {}
        self.alone = defaultdict[tuple[Requirement, ...], set[frozenset[int]]](set)
        self._raised: dict[str, Pledge] = {}
        self._new: dict[Newcomers, list[Pledge]] = {}
        self._counted = defaultdict[str, dict[int, bool]](dict)
        self._kept: dict[int, Pledge] = {}
        self._helps: dict[tuple[Requirement, ...], tuple[Help, ...]] = {}
        self._events = open_events(base)
        could = [self.raised(each) for each in base.aside.get(Aside.SOFT, ())]
        for each in base.package.requirements:
            if (new := newcomers(each, ())) is not None:
                could += self.new(new, each)
        self._wired = (*base.pledges, *could)
        self._problem = compile_problem(self._wired, self.world(())[0], switches=True)
        is_same = not self._problem.gifts.joint  # what a joint figure comes to depends on which pledges are wired
        self._nodes = {id(each): node for node, each in enumerate(self._wired)} if is_same else {}

    def world(self, events: tuple[str, ...]) -> tuple[World, Tally]:
        """The world of the scenario with further events, and a tally of it without pledges."""
        if events not in self._worlds:
            world = world_of(self.base.package, self.base.scenario.assuming(*events))
            self._worlds[events] = world, Tally((), world)
        return self._worlds[events]

    def raised(self, pledge: Pledge) -> Pledge:
        """A pledge as firm as the scenario asks for."""
        if pledge.id not in self._raised:
            self._raised[pledge.id] = raised(pledge, self.base.scenario)
        return self._raised[pledge.id]

    def new(self, new: Newcomers, requirement: Requirement) -> list[Pledge]:
        """The pledges of newcomers to a requirement."""
        if new not in self._new:
            self._new[new] = new_pledges(new, requirement)
        return self._new[new]

    def helps(self, requirements: tuple[Requirement, ...]) -> tuple[Help, ...]:
        """What could help requirements."""
        if requirements not in self._helps:
            events, pledges = _relevant(self.base, requirements)
            helps: list[Help] = [Happening(event) for event in self._events if event in events]
            helps += [Raising(each) for each in self.base.aside.get(Aside.SOFT, ()) if each.id in pledges]
            helps += [new for each in requirements if (new := newcomers(each, ())) is not None]
            self._helps[requirements] = tuple(helps)
        return self._helps[requirements]

    def counting(self, requirement: Requirement, pledges: Sequence[Pledge]) -> list[Pledge]:
        """Those of some pledges that count for a requirement; of few it is kept which do."""
        if len(pledges) > FEW:
            return [each for each in pledges if requirement.counts(each)]
        known = self._counted[requirement.id]
        found = []
        for each in pledges:
            place = id(each)
            if place not in known:
                self._kept[place] = each  # so that no other one gets its id
                known[place] = requirement.counts(each)
            if known[place]:
                found.append(each)
        return found

    def standing(self, pledges: Sequence[Pledge], events: tuple[str, ...], *, together: bool) -> list[Pledge]:
        """What of some pledges stands with further events."""
        world, _ = self.world(events)
        nodes = [self._nodes.get(id(each), _UNWIRED) for each in pledges]
        if _UNWIRED in nodes:
            return standing(pledges, world, together=together)
        absent = sorted(set(range(len(self.base.pledges), len(self._wired))).difference(nodes))
        stands = holding(self._problem.switched(world.events, absent), together=together).tolist()
        return [each for each, node in zip(pledges, nodes, strict=True) if stands[node]]


class _Goal:
    """Requirements that have to stand, and the things that could help."""

    def __init__(self, under: _Under, requirements: tuple[Requirement, ...], *, together: bool) -> None:
        self._under = under
        self._base = under.base
        self._requirements = requirements
        self._alone = under.alone[requirements]
        self.together = together
        self.helps = under.helps(requirements)

    def works(self, chosen: frozenset[int]) -> bool:
        """Say whether the goal stands with these helps; what stands alone stands together, too."""
        if self.together and chosen in self._alone:
            return True
        stands = self._stands([self.helps[index] for index in sorted(chosen)])
        if stands and not self.together:
            self._alone.add(chosen)
        return stands

    def sized(self, chosen: frozenset[int]) -> tuple[Help, ...]:
        """The helps of a set, new pledges no larger than the others leave them to be."""
        helps = [self.helps[index] for index in sorted(chosen)]
        fixed = [each for each in helps if not isinstance(each, Newcomers)]
        there = self._standing(fixed)
        smaller = [
            newcomers(self._need(each), there) or each if isinstance(each, Newcomers) else each for each in helps
        ]
        return tuple(smaller if self._stands(smaller) else helps)

    def _need(self, new: Newcomers) -> Requirement:
        return next(each for each in self._requirements if each.id == new.requirement)

    def _stands(self, helps: Sequence[Help]) -> bool:
        _, tally = self._under.world(_events_of(helps))
        if not all(is_due(each, tally) for each in self._requirements):
            return False
        pledges = self._standing(helps)
        return all(is_met(each, self._under.counting(each, pledges)) for each in self._requirements)

    def _standing(self, helps: Sequence[Help]) -> list[Pledge]:
        pledges = [
            *self._base.pledges,
            *(self._under.raised(each.pledge) for each in helps if isinstance(each, Raising)),
        ]
        for each in helps:
            if isinstance(each, Newcomers):
                pledges += self._under.new(each, self._need(each))
        return self._under.standing(pledges, _events_of(helps), together=self.together)


def _events_of(helps: Iterable[Help]) -> tuple[str, ...]:
    return tuple(each.event for each in helps if isinstance(each, Happening))


def _relevant(base: Assessment, requirements: Sequence[Requirement]) -> tuple[set[str], set[str]]:
    """The events and pledges on which requirements can hang, however indirectly."""
    offers = _offers(base)
    events = _named_events(each.trigger for each in requirements)
    found: set[str] = set()
    looked_at: set[Atom] = set()
    open_ = [each for each in offers if any(need.counts(each) for need in requirements)]
    while open_:
        pledge = open_.pop()
        if pledge.id in found:
            continue
        found.add(pledge.id)
        events |= _named_events([pledge.condition])
        for atom in set(atoms(pledge.condition)) - looked_at:
            looked_at.add(atom)
            open_ += [each for each in offers if each.id not in found and is_meant(atom, each, base.package.support)]
    for each in open_events(base):
        if _brought_by(each, base) & events:
            events.add(each)
    return events, found


def _named_events(formulas: Iterable[Formula]) -> set[str]:
    named = (atom for formula in formulas for atom in atoms(formula))
    return {event_name(atom) for atom in named if isinstance(atom, Event | Support)}


def newcomers(requirement: Requirement, there: Iterable[Pledge]) -> Newcomers | None:
    """New pledges that fill what is left of a requirement; None if actors are named who alone can fill it."""
    counting = [each for each in there if requirement.counts(each)]
    part = part_of(requirement, counting, counting)
    amount = max(0, (requirement.amount or 0) - part.low)
    actors = max(1 if amount else 0, requirement.contributors - len(part.actors))
    if requirement.actors or not actors:
        return None
    unit = requirement.need.unit if requirement.need else ""
    return Newcomers(requirement.id, actors, Quantity(amount, amount, unit) if amount else None)


def new_pledges(new: Newcomers, requirement: Requirement) -> list[Pledge]:
    """The pledges of newcomers: the first gives all that is needed, the others just take part."""
    return [
        Pledge(
            id=f"{NEWCOMER}{requirement.id}-{number}",
            actor=f"{NEWCOMER}{requirement.id}-{number}",
            measure=requirement.measures[0],
            quantity=new.quantity if number == 0 else None,
            object=requirement.object,
            origin=Origin.ADDED,
        )
        for number in range(new.actors)
    ]


def raised(pledge: Pledge, scenario: Scenario) -> Pledge:
    """A pledge as firm as a scenario asks for, and at least `pledged`."""
    return replace(pledge, firmness=max(pledge.firmness, firm_under(scenario), key=lambda each: each.step or 0))


def firm_under(scenario: Scenario) -> Firmness:
    """What a pledge becomes that becomes firm enough."""
    return max(Firmness.PLEDGED, scenario.firmness, key=lambda each: each.step or 0)


def _lever(event: str | None, actor: str | None, richer: Assessment, stood: set[str], met: set[str]) -> Lever:
    pledges = tuple(each.id for each in richer.low.least if each.id not in stood)
    requirements = tuple(
        each.requirement.id for each in richer.coverage if each.stands and each.requirement.id not in met
    )
    return Lever(event, actor, pledges, requirements)


def _all(base: Assessment) -> list[Pledge]:
    return [*base.pledges, *(each for pledges in base.aside.values() for each in pledges)]


def _offers(base: Assessment) -> list[Pledge]:
    return [*base.pledges, *base.aside.get(Aside.SOFT, ())]


def _freed(pledge: Pledge, scenario: Scenario) -> Pledge:
    """An offer made firm and unconditional; a refusal stays one."""
    if not pledge.firmness.step or pledge.is_collective:
        return pledge
    return replace(raised(pledge, scenario), condition=ALWAYS)
