"""Keystones: what falls if one actor, or two, withdraw everything they have pledged and any backing that was assumed.

Uses the modules beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from zusage.assess.assessment import Assessment, divide, world_of
from zusage.assess.coverage import is_due, is_met
from zusage.assess.formula import US_SUPPORT
from zusage.assess.pledge import Pledge
from zusage.assess.resolve import standing
from zusage.assess.tally import Tally

PAIRS = 60
"""Up to so many actors pairs are tried: two thousand resolutions."""


@dataclass(frozen=True, slots=True)
class Keystone:
    """Actors without whom something falls that is not their own: pledges of others, and requirements.

    ``together``: it falls from what stands together, not only from what stands alone. For a pair only what falls with
    neither of the two alone.
    """

    actors: tuple[str, ...]
    together: bool
    pledges: tuple[str, ...]
    requirements: tuple[str, ...]


def find_keystones(base: Assessment) -> tuple[Keystone, ...]:
    """Return single actors first, then pairs, each with the most important first."""
    return tuple(each for together in (False, True) for each in _find(base, together=together))


def _find(base: Assessment, *, together: bool) -> list[Keystone]:
    actors = sorted({each.actor for each in base.low.greatest} | set(_assumed_backers(base)))
    pledges, requirements = _left(base, (), together=together)
    losses: dict[tuple[str, ...], tuple[set[str], set[str]]] = {}
    pairs = combinations(actors, 2) if len(actors) <= PAIRS else ()
    for who in (*((each,) for each in actors), *pairs):
        left, met = _left(base, who, together=together)
        fallen = {each.id for each in pledges if each.actor not in who} - {each.id for each in left}
        losses[who] = (fallen, requirements - met)
    found = []
    for who, loss in losses.items():
        alone = [losses[each,] for each in who] if len(who) > 1 else []
        fallen = loss[0].difference(*(each for each, _ in alone))
        unmet = loss[1].difference(*(each for _, each in alone))
        if fallen or unmet:
            order = [each.id for each in base.package.requirements if each.id in unmet]
            found.append(Keystone(who, together, tuple(sorted(fallen)), tuple(order)))
    return sorted(found, key=lambda each: (len(each.actors), -len(each.requirements), -len(each.pledges), each.actors))


def _left(base: Assessment, who: Iterable[str], *, together: bool) -> tuple[list[Pledge], set[str]]:
    """What still stands without somebody, and which requirements are still met."""
    scenario = replace(base.scenario, without=(*base.scenario.without, *who))
    counting, _ = divide(base.pledges, scenario)
    world = world_of(base.package, scenario)
    there = standing(counting, world, together=together)
    tally = Tally((), world)
    return there, {each.id for each in base.package.requirements if is_due(each, tally) and is_met(each, there)}


def _assumed_backers(base: Assessment) -> list[str]:
    events = base.low.world.events
    named = [each.removeprefix("support of ") for each in events if each.startswith("support of ")]
    return [*named, "us"] if US_SUPPORT in events else named
