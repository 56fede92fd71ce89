"""The names that a package file may use, and the check that whatever names one names one of these.

Uses `zusage.assess.formula`, Babel's list of states and currencies, and `zusage.dossier`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import NoReturn

from babel import Locale
from babel.core import get_global

from zusage.assess.formula import Amount, Event, Formula, Others, Standing, Support, atoms, show
from zusage.assess.pledge import Pledge
from zusage.dossier import Dossier
from zusage.errors import FormatError
from zusage.model.values import MEASURES, ConditionType

EVENTS = (
    ConditionType.CEASEFIRE,
    ConditionType.PEACE_DEAL,
    ConditionType.ATTACK,
    ConditionType.UN_MANDATE,
    ConditionType.HOST_REQUEST,
)
"""The codebook's events that need no definition; `parliament:` and an actor is one, too."""

PARLIAMENT = f"{ConditionType.PARLIAMENT}:"
UNITS = ("persons", "items")

Fail = Callable[[str, str], NoReturn]
"""Raises an error at the place that is being read: what is wrong, and the mend."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Measures, actors and events that exist for a package."""

    measures: tuple[str, ...] = MEASURES
    actors: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset(map(str, EVENTS))
    names: dict[str, str] = field(default_factory=dict, compare=False)

    def with_events(self, events: Iterable[str]) -> Vocabulary:
        """Return it with events that a package defines."""
        return replace(self, events=self.events | frozenset(events))

    def with_actors(self, actors: Iterable[str]) -> Vocabulary:
        """Return it with actors that a package names."""
        return replace(self, actors=self.actors | frozenset(actors))

    def check_measure(self, measure: str, fail: Fail) -> None:
        """Refuse a measure that neither codebook nor dossier has."""
        if measure not in self.measures:
            fail(f"{measure} is no measure", near(measure, self.measures))

    def check_actor(self, actor: str, fail: Fail) -> None:
        """Refuse an actor that is neither a state nor known to dossier or package."""
        if actor in self.actors or actor.startswith(("group:", "person:")):
            return
        known = self.names.get(actor.casefold())
        if known is None:
            close = get_close_matches(actor.casefold(), self.names, n=1, cutoff=0.75)
            known = self.names[close[0]] if close else None
        mend = f"did you mean {known}?" if known else near(actor, self.actors, "states by their two letters, as de")
        fail(f"{actor} is no actor that is known here", f"{mend}; others go under actors: in the package file")

    def check_unit(self, unit: str, fail: Fail) -> None:
        """Refuse a unit that is neither persons, items nor a currency."""
        if unit not in UNITS and unit not in get_global("all_currencies"):
            known = (*UNITS, "EUR", "USD", "GBP")
            fail(f"{unit} is no unit", near(unit, (*known, *get_global("all_currencies")), f"as {', '.join(known)}"))

    def check_event(self, event: str, fail: Fail) -> None:
        """Refuse an event that nobody defines."""
        if event.startswith(PARLIAMENT):
            self.check_actor(event.removeprefix(PARLIAMENT), fail)
        elif event not in self.events:
            known = sorted((*self.events, f"{PARLIAMENT}de", "us-support"))
            fail(
                f"no event is called {event}",
                f"{near(event, known)}; further ones go under events: in the package file",
            )

    def check_condition(self, formula: Formula, fail: Fail, *, events_only: bool = False) -> None:
        """Refuse a condition that names what does not exist, or, for a trigger, what is no event."""
        for atom in atoms(formula):
            match atom:
                case Support(of=of):
                    self.check_actor(of, fail)
                case Standing(of=of, measure=measure):
                    self.check_actor(of, fail)
                    if measure:
                        self.check_measure(measure, fail)
                case Others(measure=measure):
                    if measure:
                        self.check_measure(measure, fail)
                case Amount(unit=unit, measure=measure):
                    self.check_unit(unit, fail)
                    self.check_measure(measure, fail)
                case _:
                    self.check_event(atom.name, fail)
            if events_only and not isinstance(atom, Event | Support):
                fail(f"{show(atom)} cannot trigger a requirement", "name events only, as ceasefire")

    def check_pledge(self, pledge: Pledge, fail: Fail) -> None:
        """Refuse a pledge that names what does not exist, or hangs on itself."""
        self.check_actor(pledge.actor, fail)
        self.check_measure(pledge.measure, fail)
        if pledge.quantity:
            self.check_unit(pledge.quantity.unit, fail)
        self.check_condition(pledge.condition, fail)
        for atom in atoms(pledge.condition):
            if isinstance(atom, Standing) and atom.of == pledge.actor and atom.measure in {None, pledge.measure}:
                fail(f"{pledge.actor} would wait for itself: {show(atom)}", "name another actor, or another measure")


def vocabulary_of(dossier: Dossier) -> Vocabulary:
    """The names of a dossier, of the codebook, and of all states."""
    states = {code.lower() for code in get_global("territory_languages") if len(code) == len("DE") and code.isalpha()}
    known = {each.id for each in dossier.actors} | {term.actor for term in dossier.terms}
    known |= {each.actor for each in dossier.economies} | {"eu", "un", "g7", "nato", dossier.effort.actor}
    names = {
        name.casefold(): code.lower()
        for language in ("de", "en")
        for code, name in Locale.parse(language).territories.items()
        if code.lower() in states
    }
    for each in dossier.actors:
        names |= {name.casefold(): each.id for name in (*each.names.de, *each.names.en)}
    return Vocabulary(dossier.measures, frozenset(states | known), names=names)


def near(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A suggestion for a near miss, else the list (or what is given in its place)."""
    names = [str(each) for each in known]
    close = get_close_matches(word.casefold(), names, n=1, cutoff=0.6) or get_close_matches(word.upper(), names, n=1)
    return f"did you mean {close[0]}?" if close else otherwise or f"one of: {', '.join(names)}"


def failing_at(resource: str) -> Fail:
    """Raise errors that name a place without a line: the command line."""

    def fail(problem: str, hint: str) -> NoReturn:
        raise FormatError(resource, problem, hint=hint)

    return fail
