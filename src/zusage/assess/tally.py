"""What a set of pledges comes to, and whether a condition holds in it: the definition that the worklist has to meet.

Uses `zusage.assess.formula` and `zusage.assess.problem`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from zusage.assess.formula import (
    ALWAYS,
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
    all_of,
    any_of,
    event_name,
)
from zusage.assess.pledge import Pledge
from zusage.assess.problem import HUNDREDTHS, World, amount


class Tally:
    """The pledges that are taken to stand, under what a scenario assumes."""

    def __init__(self, standing: Iterable[Pledge], world: World) -> None:
        """Count actors and amounts."""
        self.world = world
        self._actors: dict[str | None, set[str]] = defaultdict(set)
        self._given: dict[tuple[str, str], list[tuple[frozenset[str], int]]] = defaultdict(list)
        joint: dict[tuple[str, str, frozenset[str]], list[Pledge]] = defaultdict(list)
        self._backers: set[str] = set()
        for each in standing:
            if each.is_firm and each.measure in world.support:
                self._backers.add(each.actor)
            self._actors[each.measure].add(each.actor)
            self._actors[None].add(each.actor)
            if each.quantity and each.quantity.shared:
                joint[each.measure, each.quantity.unit, frozenset((each.actor, *each.joint_with))].append(each)
            elif each.quantity:
                self._given[each.measure, each.quantity.unit].append(
                    (frozenset((each.actor,)), amount(each, world.side))
                )
        for (measure, unit, who), pledges in joint.items():
            if {each.actor for each in pledges} == who:  # a joint figure needs all who share it
                self._given[measure, unit].append((who, max(amount(each, world.side) for each in pledges)))

    def others(self, actor: str, measure: str | None) -> frozenset[str]:
        """The other actors that stand with a measure, or with anything."""
        return frozenset(self._actors[measure] - {actor})

    def amount(self, actor: str, measure: str, unit: str) -> float:
        """How much other actors give."""
        return sum(given for who, given in self._given[measure, unit] if actor not in who) / HUNDREDTHS

    def holds(self, formula: Formula, actor: str) -> bool:
        """Say whether a condition of an actor holds."""
        match formula:
            case All(parts=parts):
                return all(self.holds(each, actor) for each in parts)
            case Any(parts=parts):
                return any(self.holds(each, actor) for each in parts)
            case AtLeast(n=n, parts=parts):
                return sum(self.holds(each, actor) for each in parts) >= n
            case _:
                return self._holds_atom(formula, actor)

    def missing(self, formula: Formula, actor: str) -> Formula:
        """What of a condition does not hold, as a condition; `ALWAYS` if nothing is missing."""
        if self.holds(formula, actor):
            return ALWAYS
        match formula:
            case All(parts=parts):
                return all_of(*(self.missing(each, actor) for each in parts))
            case Any(parts=parts):
                return any_of(*(self.missing(each, actor) for each in parts))
            case AtLeast(n=n, parts=parts):
                open_ = [self.missing(each, actor) for each in parts if not self.holds(each, actor)]
                left = n - (len(parts) - len(open_))
                return AtLeast(left, tuple(open_)) if left < len(open_) else all_of(*open_)
            case _:
                return formula

    def _holds_atom(self, atom: Atom, actor: str) -> bool:
        match atom:
            case Event(name=name):
                return name in self.world.events
            case Absent(name=name):
                return name not in self.world.events
            case Support(of=of):
                return of in self._backers or event_name(atom) in self.world.events
            case Standing(of=of, measure=measure):
                return of in self._actors[measure]
            case Others(n=n, measure=measure):
                return len(self.others(actor, measure)) >= n
            case Amount(least=least, unit=unit, measure=measure):
                return round(self.amount(actor, measure, unit) * HUNDREDTHS) >= int(least * HUNDREDTHS)
