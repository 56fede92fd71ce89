"""Conditions as formulas: what a pledge waits for, and how that is written.

A formula is monotone: more events and more pledges never make it false; only an event may be negated. Printing gives
back what `zusage.assess.parsing` reads. Uses nothing but the standard library.

Source: docs/methodology.md, "Conditions".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a scenario assumes true: ``ceasefire``, ``parliament:de``."""

    name: str


@dataclass(frozen=True, slots=True)
class Absent:
    """An event that a scenario does not assume: ``not attack``."""

    name: str


@dataclass(frozen=True, slots=True)
class Support:
    """The backing of an actor, by its own pledge or assumed: ``us-support``, ``support of nato``."""

    of: str


@dataclass(frozen=True, slots=True)
class Standing:
    """That a pledge of another actor stands: ``troops of fr``; without a measure any: ``anything of fr``."""

    of: str
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class Others:
    """That so many *other* actors stand: ``3 others with troops``; without a measure with anything."""

    n: int
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """That *other* actors give so much in sum: ``10000 persons of troops from others``."""

    least: Decimal
    unit: str
    measure: str


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts it always holds."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least ``n`` parts hold: ``2 of (ceasefire, un-mandate, host-request)``."""

    n: int
    parts: tuple[Formula, ...]


Atom = Event | Absent | Support | Standing | Others | Amount
Formula = Atom | All | Any | AtLeast

ALWAYS = All(())
"""The condition of a pledge without one."""

US_SUPPORT = "us-support"
"""The codebook's short form of ``support of us``."""


def all_of(*parts: Formula) -> Formula:
    """Join formulas by "and"; nested ones are taken apart, a single one stays as it is."""
    flat = tuple(each for part in parts for each in (part.parts if isinstance(part, All) else (part,)))
    return flat[0] if len(flat) == 1 else All(flat)


def any_of(*parts: Formula) -> Formula:
    """Join formulas by "or"; nested ones are taken apart, a single one stays as it is."""
    flat = tuple(each for part in parts for each in (part.parts if isinstance(part, Any) else (part,)))
    return flat[0] if len(flat) == 1 else Any(flat)


def atoms(formula: Formula) -> Iterator[Atom]:
    """Yield a formula's atoms, each once, from left to right."""
    seen: set[Atom] = set()
    open_ = [formula]
    while open_:
        each = open_.pop()
        if isinstance(each, All | Any | AtLeast):
            open_.extend(reversed(each.parts))
        elif each not in seen:
            seen.add(each)
            yield each


def event_name(atom: Event | Absent | Support) -> str:
    """The name under which a scenario assumes an atom."""
    return support_name(atom.of) if isinstance(atom, Support) else atom.name


def support_name(actor: str) -> str:
    """The name under which an actor's backing is assumed."""
    return US_SUPPORT if actor == "us" else f"support of {actor}"


def show(formula: Formula) -> str:
    """Write a formula as `zusage.assess.parsing` reads it; ``always`` for one without parts."""
    match formula:
        case All(parts=()):
            return "always"
        case All(parts=parts):
            return " and ".join(_enclosed(each) if isinstance(each, Any) else show(each) for each in parts)
        case Any(parts=parts):
            return " or ".join(_enclosed(each) if isinstance(each, All) else show(each) for each in parts)
        case AtLeast(n=n, parts=parts):
            return f"{n} of ({', '.join(map(show, parts))})"
        case _:
            return _show_atom(formula)


def _enclosed(formula: Formula) -> str:
    return f"({show(formula)})"


def _show_atom(atom: Atom) -> str:
    match atom:
        case Event(name=name):
            return name
        case Absent(name=name):
            return f"not {name}"
        case Support(of=of):
            return support_name(of)
        case Standing(of=of, measure=measure):
            return f"{measure or 'anything'} of {of}"
        case Others(n=n, measure=measure):
            return f"{n} {'other' if n == 1 else 'others'}{f' with {measure}' if measure else ''}"
        case Amount(least=least, unit=unit, measure=measure):
            return f"{least:f} {unit} of {measure} from others"
