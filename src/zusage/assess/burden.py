"""Who carries how much: amounts by actor, measure, unit and object, and what they are against the size of an economy.

Sums are only made where unit and object agree; an actor without a sourced figure for its economy has no ratio. Uses
`zusage.assess.coverage` and `zusage.dossier.records`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zusage.assess.coverage import total
from zusage.assess.pledge import Pledge
from zusage.assess.problem import Side
from zusage.dossier.records import Economy


@dataclass(frozen=True, slots=True)
class Load:
    """One actor's part in a group: amounts of known sides, and their ratio to its economy.

    ``high`` None: an upper side is not known. ``ratio``: ``low`` per billion of the economy's currency, or for money in
    that currency the share of the economy; None without a sourced figure. ``joint``: some of it is given jointly, which
    is shown with each and counted once in the group's sum. ``uncounted``: pledges without a figure in this unit.
    """

    actor: str
    low: float
    high: float | None
    ratio: float | None
    economy: Economy | None
    joint: bool
    uncounted: int


@dataclass(frozen=True, slots=True)
class Burden:
    """Contributions that can be added up: one measure, one unit, one object. ``is_share``: ratios are shares of 1."""

    measure: str
    unit: str
    object: str | None
    loads: tuple[Load, ...]
    low: float
    is_share: bool


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A measure to which actors contribute without any figure."""

    measure: str
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Burdens:
    """Contributions that can be added up, and those that nobody puts into figures."""

    burdens: tuple[Burden, ...]
    uncounted: tuple[Uncounted, ...]


def find_burdens(pledges: Iterable[Pledge], economies: Mapping[str, Economy]) -> Burdens:
    """Group pledges that can be added up; and the measures with contributors that give no figure at all."""
    pledges = tuple(pledges)
    groups: dict[tuple[str, str, str | None], list[Pledge]] = defaultdict(list)
    for each in pledges:
        if each.quantity:
            groups[each.measure, each.quantity.unit, each.object].append(each)
    burdens = tuple(_burden(key, group, pledges, economies) for key, group in groups.items())
    silent: dict[str, list[str]] = defaultdict(list)
    counted = {(each.actor, each.measure) for each in pledges if each.quantity}
    for each in pledges:
        if (each.actor, each.measure) not in counted and each.actor not in silent[each.measure]:
            silent[each.measure].append(each.actor)
    left = tuple(Uncounted(measure, tuple(actors)) for measure, actors in silent.items() if actors)
    return Burdens(burdens, left)


def _burden(
    key: tuple[str, str, str | None], group: list[Pledge], pledges: tuple[Pledge, ...], economies: Mapping[str, Economy]
) -> Burden:
    measure, unit, thing = key
    by_actor: dict[str, list[Pledge]] = defaultdict(list)
    for each in group:
        by_actor[each.actor].append(each)
    loads = []
    for actor, own in by_actor.items():
        economy = economies.get(actor)
        low = _sides(own, unit, Side.LOW)
        open_ = any(each.quantity and each.quantity.max is None for each in own)
        silent = sum(each.actor == actor and each.measure == measure and each.quantity is None for each in pledges)
        loads.append(
            Load(
                actor=actor,
                low=low,
                high=None if open_ else _sides(own, unit, Side.HIGH),
                ratio=_ratio(low, unit, economy),
                economy=economy,
                joint=any(each.quantity and each.quantity.shared for each in own),
                uncounted=silent,
            )
        )
    loads.sort(key=lambda each: (-each.low, -(each.high or 0), each.actor))
    currencies = {each.economy.currency for each in loads if each.economy}
    return Burden(measure, unit, thing, tuple(loads), total(group, unit, Side.LOW), currencies == {unit})


def _sides(pledges: Iterable[Pledge], unit: str, side: Side) -> float:
    """The sum of an actor's own amounts, a joint one in full."""
    amounts = [each.quantity for each in pledges if each.quantity and each.quantity.unit == unit]
    return sum((each.min if side is Side.LOW else each.max) or 0 for each in amounts)


def _ratio(low: float, unit: str, economy: Economy | None) -> float | None:
    if economy is None or not economy.billions or not low:
        return None
    per_billion = low / economy.billions
    return per_billion / 1e9 if unit == economy.currency else per_billion
