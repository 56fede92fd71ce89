"""What a guarantee needs: a package of requirements in components, and the scenarios that it is assessed under.

Uses `zusage.assess.formula`, `zusage.dossier.records` and `zusage.model`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from zusage.assess.formula import ALWAYS, Formula
from zusage.assess.pledge import Pledge
from zusage.assess.problem import SUPPORT_MEASURES
from zusage.dossier.records import Backing, Words
from zusage.model.statement import Quantity
from zusage.model.values import Firmness


@dataclass(frozen=True, slots=True)
class PackageEvent:
    """Something that can happen and that conditions name; ``implies``: what else is then the case."""

    id: str
    wording: Words
    implies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """An assumption or a figure of the package's authors, shown with every result."""

    id: str
    wording: Words
    backing: Backing
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that the package needs.

    ``need``: how much, in what unit (its lower side counts); ``rotation``: how many have to be there for each one in
    place. ``contributors``: at least so many different actors. ``measures``, ``actors``, ``where`` and ``object`` say
    which pledges count; empty means any. ``by``: pledges that come later do not count. ``trigger``: when it is due.
    """

    id: str
    title: Words
    measures: tuple[str, ...]
    need: Quantity | None = None
    contributors: int = 1
    rotation: float = 1
    actors: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    object: str | None = None
    by: str | None = None
    trigger: Formula = ALWAYS
    backing: Backing | None = None

    @property
    def amount(self) -> float | None:
        """How much is needed in all, rotation included; None if only contributors count."""
        if self.need is None:
            return None
        return (self.need.min if self.need.min is not None else self.need.max or 0) * self.rotation

    def counts(self, pledge: Pledge) -> bool:
        """Say whether a pledge counts for it: its place and day only if the pledge gives one."""
        return self.is_meant_by(pledge) and not self.comes_after(pledge)

    def comes_after(self, pledge: Pledge) -> bool:
        """Say whether a pledge is for a later day than it is needed."""
        return bool(self.by and pledge.by and pledge.by > self.by)

    def is_meant_by(self, pledge: Pledge) -> bool:
        """Say whether a pledge is one for it, late or not."""
        return (
            pledge.measure in self.measures
            and (not self.actors or pledge.actor in self.actors)
            and (not self.where or pledge.where is None or pledge.where in self.where)
            and (self.object is None or self.object.casefold() in (pledge.object or "").casefold())
        )


@dataclass(frozen=True, slots=True)
class Component:
    """Requirements that belong together."""

    id: str
    title: Words
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package of requirements; ``pledges`` are its own, in every state over time that its file has."""

    id: str
    title: Words
    components: tuple[Component, ...]
    description: Words | None = None
    events: tuple[PackageEvent, ...] = ()
    support: tuple[str, ...] = SUPPORT_MEASURES
    notes: tuple[Note, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    names: Mapping[str, Words] = field(default_factory=lambda: MappingProxyType({}))
    backing: Backing | None = None

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """All requirements, in the file's order."""
        return tuple(each for component in self.components for each in component.requirements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is assumed: events, who is left out, what is added, from which firmness on pledges count.

    ``honouring``: for a firmness the lowest and highest share of such pledges that the user thinks will be honoured;
    empty: no uncertainty is reckoned with.
    """

    title: Words | None = None
    events: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    added: tuple[Pledge, ...] = ()
    firmness: Firmness = Firmness.PLEDGED
    as_of: str | None = None
    honouring: Mapping[Firmness, tuple[float, float]] = field(default_factory=lambda: MappingProxyType({}))

    def assuming(self, *events: str) -> Scenario:
        """Return the scenario with further events."""
        return replace(self, events=tuple(dict.fromkeys((*self.events, *events))))


def state_of(pledges: tuple[Pledge, ...], day: str | None) -> tuple[Pledge, ...]:
    """The pledges as they were on a day (None: as of now): of each id the newest record that had been said by then.

    A record without a day is older than all others; a month or a year counts from its end.
    """
    newest: dict[str, Pledge] = {}
    for each in pledges:
        said = _end(each.said_on)
        if day is not None and said > day:
            continue
        if each.id not in newest or said >= _end(newest[each.id].said_on):
            newest[each.id] = each
    return tuple(newest.values())


def _end(day: str | None) -> str:
    """The last day of a day, month or year as a string that compares; empty for none."""
    if day is None:
        return ""
    return day + "-99-99"[: len("2025-01-01") - len(day)]


def events_under(scenario: Scenario, package: Package) -> frozenset[str]:
    """The events that a scenario assumes, with everything that they imply."""
    implied = {each.id: each.implies for each in package.events}
    found: set[str] = set()
    open_ = list(scenario.events)
    while open_:
        each = open_.pop()
        if each not in found:
            found.add(each)
            open_.extend(implied.get(each, ()))
    return frozenset(found)
