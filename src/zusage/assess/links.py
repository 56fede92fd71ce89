"""Which pledges the condition of another one can hang on, and which count for it: the one place that says so of each atom.

Uses `zusage.assess.formula` and `zusage.assess.resolve`.
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.assess.formula import Amount, Atom, Others, Standing, Support, atoms
from zusage.assess.pledge import Pledge
from zusage.assess.resolve import Resolution


def is_meant(atom: Atom, pledge: Pledge, support: Sequence[str]) -> bool:
    """Say whether an atom can hang on a pledge."""
    match atom:
        case Standing(of=of, measure=measure):
            return pledge.actor == of and measure in {None, pledge.measure}
        case Support(of=of):
            return pledge.actor == of and pledge.measure in support
        case Others(measure=measure):
            return measure in {None, pledge.measure}
        case Amount(measure=measure):
            return measure == pledge.measure
        case _:
            return False


def counts_for(atom: Atom, pledge: Pledge, own: str, support: Sequence[str]) -> bool:
    """Say whether a pledge that stands counts for an atom in a condition of an actor's own."""
    if not is_meant(atom, pledge, support):
        return False
    match atom:
        case Support():
            return pledge.is_firm
        case Others():
            return pledge.actor != own
        case Amount():
            return own not in {pledge.actor, *pledge.joint_with}
        case _:
            return True


def waits_for(resolution: Resolution, place: int, among: Sequence[int]) -> tuple[int, ...]:
    """Which of some pledges another one waits for as long as nobody moves; its own actor's never."""
    pledge = resolution.pledges[place]
    missing = tuple(atoms(resolution.missing(place)))
    return tuple(
        other
        for other in among
        if resolution.pledges[other].actor != pledge.actor
        and any(is_meant(atom, resolution.pledges[other], resolution.world.support) for atom in missing)
    )
