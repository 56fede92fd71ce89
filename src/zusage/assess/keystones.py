"""Keystones: what falls if one actor, or two, withdraw everything they have pledged and any backing that was assumed.

Uses the modules beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from zusage.assess.assessment import Assessment, divide, world_of
from zusage.assess.coverage import is_due, is_met
from zusage.assess.formula import US_SUPPORT
from zusage.assess.pledge import Pledge
from zusage.assess.resolve import standing
from zusage.assess.tally import Tally

WORK = 300_000
"""Pairs are tried if that takes no more than so many pledges to be resolved, all resolutions together."""


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


@dataclass(frozen=True, slots=True)
class Keystones:
    """What was found; ``pairs_tried``: pairs of actors were looked at, too."""

    found: tuple[Keystone, ...]
    pairs_tried: bool


def find_keystones(base: Assessment) -> Keystones:
    """Find single actors first, then pairs, each with the most important first."""
    actors = sorted({each.actor for each in base.low.greatest} | set(_assumed_backers(base)))
    tries = len(actors) * len(actors) * len(base.pledges)
    found = [each for together in (False, True) for each in _find(base, actors, together=together, pairs=tries <= WORK)]
    return Keystones(tuple(found), pairs_tried=tries <= WORK)


def _find(base: Assessment, actors: Sequence[str], *, together: bool, pairs: bool) -> list[Keystone]:
    pledges, requirements = _left(base, (), together=together)
    losses: dict[tuple[str, ...], tuple[set[str], set[str]]] = {}
    both = combinations(actors, 2) if pairs else ()
    for who in (*((each,) for each in actors), *both):
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
