"""Resolution against its definition: every subset tried by hand, and the laws that the two fixpoints obey."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zusage.assess.formula import (
    ALWAYS,
    Absent,
    All,
    Amount,
    Any,
    AtLeast,
    Event,
    Formula,
    Others,
    Standing,
    Support,
    all_of,
    any_of,
)
from zusage.assess.lines import parse_line
from zusage.assess.pledge import Pledge
from zusage.assess.problem import Side, World, compile_problem
from zusage.assess.resolve import Fate, holding, resolve, standing
from zusage.model.statement import Quantity
from zusage.model.values import Firmness

ACTORS = ("de", "ee", "fr", "lt", "us")
MEASURES = ("troops", "naval", "backstop")
EVENTS = ("ceasefire", "attack", "parliament:de")


def pledges_of(*lines: str) -> list[Pledge]:
    return [replace(parse_line(line), id=str(number)) for number, line in enumerate(lines)]


def fates(*lines: str, assume: Iterable[str] = ()) -> list[str]:
    return list(resolve(pledges_of(*lines), World(frozenset(assume))).fates)


# ------------------------------------------------------------------------------------------------- random packages

measures = st.sampled_from(MEASURES)
actors = st.sampled_from(ACTORS)
atoms: st.SearchStrategy[Formula] = st.one_of(
    st.builds(Event, st.sampled_from(EVENTS)),
    st.builds(Support, st.sampled_from(("us", "fr"))),
    st.builds(Standing, actors, st.none() | measures),
    st.builds(Others, st.integers(1, 4), st.none() | measures),
    st.builds(Amount, st.integers(1, 9).map(lambda n: Decimal(100 * n)), st.just("persons"), measures),
)


def _joined(parts: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda each: all_of(*each)),
        several.map(lambda each: any_of(*each)),
        several.flatmap(lambda each: st.integers(1, len(each)).map(lambda n: AtLeast(n, tuple(each)))),
    )


monotone: st.SearchStrategy[Formula] = st.recursive(atoms, _joined, max_leaves=4)
conditions = (
    st.just(ALWAYS) | monotone | st.tuples(monotone, st.sampled_from(EVENTS).map(Absent)).map(lambda p: all_of(*p))
)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity | None:
    low = draw(st.none() | st.integers(0, 5))
    high = draw(st.none() | st.integers(low or 0, 8))
    if low is None and high is None:
        return None
    sides = [None if each is None else each * 100 for each in (low, high)]
    return Quantity(sides[0], sides[1], "persons")


@st.composite
def packages(draw: st.DrawFn, *, most: int = 8, wanted: st.SearchStrategy[Formula] = conditions) -> list[Pledge]:
    made = [
        Pledge(
            id=str(number),
            actor=draw(actors),
            measure=draw(measures),
            firmness=draw(st.sampled_from((Firmness.PLEDGED, Firmness.SIGNALLED))),
            condition=draw(wanted),
            quantity=draw(quantities()),
        )
        for number in range(draw(st.integers(0, most)))
    ]
    if len(made) > 1 and draw(st.booleans()):  # a joint figure of the first two actors
        one, other = made[0], made[1]
        joint = Quantity(100, 300, "persons", shared=True)
        made[0] = replace(one, measure="troops", quantity=joint, joint_with=(other.actor,))
        made[1] = replace(other, measure="troops", quantity=joint, joint_with=(one.actor,))
    return made


worlds = st.builds(
    World,
    events=st.frozensets(st.sampled_from((*EVENTS, "us-support"))),
    side=st.sampled_from(Side),
)

# ----------------------------------------------------------------------------------------- the definition, by hand

Holds = Callable[[Formula, str, frozenset[int]], bool]


def definition(pledges: Sequence[Pledge], world: World) -> Holds:  # noqa: C901 - one case for each sort of condition
    """The meaning of a condition, told once more and without any of the program's counting."""

    def given(actor: str, measure: str, unit: str, chosen: frozenset[int]) -> float:
        total, joint_seen = 0.0, set()
        for number in sorted(chosen):
            each = pledges[number]
            if each.measure != measure or each.quantity is None or each.quantity.unit != unit:
                continue
            low, high = each.quantity.min or 0, each.quantity.max
            value = low if world.side is Side.LOW or high is None else high
            who = {each.actor, *each.joint_with}
            if each.quantity.shared:
                key = frozenset(who)
                there = {
                    pledges[other].actor
                    for other in chosen
                    if (quantity := pledges[other].quantity)
                    and quantity.shared
                    and pledges[other].measure == measure
                    and {pledges[other].actor, *pledges[other].joint_with} == who
                }
                if key in joint_seen or there != who:
                    continue
                joint_seen.add(key)
            if actor not in who:
                total += value
        return total

    def holds(formula: Formula, actor: str, chosen: frozenset[int]) -> bool:  # noqa: C901, PLR0911 - as above
        def there(of: str, measure: str | None) -> bool:
            return any(pledges[n].actor == of and measure in {None, pledges[n].measure} for n in chosen)

        match formula:
            case All(parts=parts):
                return all(holds(each, actor, chosen) for each in parts)
            case Any(parts=parts):
                return any(holds(each, actor, chosen) for each in parts)
            case AtLeast(n=n, parts=parts):
                return [holds(each, actor, chosen) for each in parts].count(True) >= n
            case Event(name=name):
                return name in world.events
            case Absent(name=name):
                return name not in world.events
            case Support(of=of):
                assumed = "us-support" if of == "us" else f"support of {of}"
                own = [pledges[n] for n in chosen if pledges[n].actor == of and pledges[n].firmness == "pledged"]
                return assumed in world.events or any(each.measure in {"backstop", "guarantees"} for each in own)
            case Standing(of=of, measure=measure):
                return there(of, measure)
            case Others(n=n, measure=measure):
                return sum(there(each, measure) for each in ACTORS if each != actor) >= n
            case Amount(least=least, unit=unit, measure=measure):
                return given(actor, measure, unit, chosen) >= least

    return holds


def subsets(count: int) -> Iterator[frozenset[int]]:
    for size in range(count + 1):
        yield from map(frozenset, combinations(range(count), size))


def by_hand(pledges: Sequence[Pledge], world: World) -> tuple[frozenset[int], frozenset[int]]:
    """The least set closed under the conditions, and the largest that supports itself, by trying every set."""
    holds, everything = definition(pledges, world), frozenset(range(len(pledges)))
    least, greatest = everything, frozenset[int]()
    for chosen in subsets(len(pledges)):
        follows = frozenset(n for n in everything if holds(pledges[n].condition, pledges[n].actor, chosen))
        if follows <= chosen:
            least &= chosen
        if chosen <= follows:
            greatest |= chosen
    return least, greatest


def numbers(pledges: Iterable[Pledge]) -> frozenset[int]:
    return frozenset(int(each.id) for each in pledges)


@settings(max_examples=150, deadline=None)
@given(packages(most=7), worlds)
def test_equals_every_subset_tried(pledges: list[Pledge], world: World) -> None:
    found = resolve(pledges, world)
    assert (numbers(found.least), numbers(found.greatest)) == by_hand(pledges, world)
    assert found.least == tuple(standing(pledges, world))
    assert found.greatest == tuple(standing(pledges, world, together=True))


@settings(max_examples=8, deadline=None)
@given(packages(most=12).filter(lambda made: len(made) > 9), worlds)
def test_equals_every_subset_tried_up_to_twelve(pledges: list[Pledge], world: World) -> None:
    found = resolve(pledges, world)
    assert (numbers(found.least), numbers(found.greatest)) == by_hand(pledges, world)


@settings(deadline=None)
@given(packages(most=12), worlds)
def test_what_stands_alone_stands_together(pledges: list[Pledge], world: World) -> None:
    found = resolve(pledges, world)
    assert set(found.least) <= set(found.greatest)


@settings(deadline=None)
@given(packages(most=12), worlds)
def test_resolving_what_stands_again_changes_nothing(pledges: list[Pledge], world: World) -> None:
    greatest = standing(pledges, world, together=True)
    assert standing(greatest, world, together=True) == greatest


@settings(deadline=None)
@given(packages(most=10, wanted=st.just(ALWAYS) | monotone), worlds, packages(most=3), st.sampled_from(EVENTS))
def test_more_never_lets_a_pledge_fall(pledges: list[Pledge], world: World, more: list[Pledge], event: str) -> None:
    """More events, larger quantities and further pledges: whatever stood still stands, alone and together."""
    richer = replace(world, events=world.events | {event})
    larger = [
        replace(each, quantity=replace(q, min=(q.min or 0) + 100, max=None if q.max is None else q.max + 200))
        if (q := each.quantity) and not q.shared
        else each
        for each in pledges
    ]
    more = [replace(each, id=f"more-{each.id}") for each in more if not (each.quantity and each.quantity.shared)]
    for together in (False, True):
        before = {each.id for each in standing(pledges, world, together=together)}
        for changed, there in ((pledges, richer), (larger, world), ([*pledges, *more], world)):
            assert before <= {each.id for each in standing(changed, there, together=together)}


@settings(deadline=None)
@given(packages(most=10, wanted=st.just(ALWAYS) | monotone), worlds, st.data())
def test_switching_equals_wiring_anew(pledges: list[Pledge], world: World, data: st.DataObject) -> None:
    """Events that come and pledges that are not there, in a network that is wired once."""
    pledges = [each for each in pledges if not (each.quantity and each.quantity.shared)]
    wired = compile_problem(pledges, world, switches=True)
    events = world.events | data.draw(st.frozensets(st.sampled_from((*EVENTS, "us-support", "fr-support"))))
    there = data.draw(st.frozensets(st.sampled_from(range(len(pledges))))) if pledges else frozenset()
    switched = wired.switched(events, sorted(set(range(len(pledges))) - there))
    for together in (False, True):
        holds = holding(switched, together=together)
        kept = [pledges[node] for node in sorted(there)]
        assert [each for node, each in enumerate(pledges) if node in there and holds[node]] == standing(
            kept, replace(world, events=events), together=together
        )
        assert not any(holds[node] for node in range(len(pledges)) if node not in there)


@settings(deadline=None)
@given(packages(most=10), worlds)
def test_the_order_of_pledges_does_not_matter(pledges: list[Pledge], world: World) -> None:
    there, back = resolve(pledges, world), resolve(pledges[::-1], world)
    assert there.fates == back.fates[::-1]
    assert {frozenset(pledges[n].id for n in ring) for ring in there.rings} == {
        frozenset(pledges[::-1][n].id for n in ring) for ring in back.rings
    }


@settings(deadline=None)
@given(packages(most=10), worlds)
def test_what_is_missing_is_missing(pledges: list[Pledge], world: World) -> None:
    """A pledge that stands misses nothing; one that waits or is blocked misses something that does not hold."""
    found = resolve(pledges, world)
    for index, (each, fate) in enumerate(zip(pledges, found.fates, strict=True)):
        missing = found.missing(index)
        assert (missing == ALWAYS) == (fate is Fate.STANDS)
        tally = found.alone if fate is Fate.WAITS else found.together
        assert tally.holds(missing, each.actor) == (fate is Fate.STANDS)


# ------------------------------------------------------------------------------------------------- told by example


def test_each_waits_for_the_other() -> None:
    """A if B, B if A: nobody moves first, and both can if they move together. They are a ring."""
    found = resolve(pledges_of("fr: troops if troops of gb", "gb: troops if troops of fr"), World())
    assert list(found.fates) == [Fate.WAITS, Fate.WAITS]
    assert found.rings == ((0, 1),)


def test_a_follower_of_a_ring_is_in_none() -> None:
    found = resolve(
        pledges_of("fr: troops if troops of gb", "gb: troops if troops of fr", "ee: troops if 2 others with troops"),
        World(),
    )
    assert list(found.fates) == [Fate.WAITS] * 3
    assert found.rings == ((0, 1),)


def test_a_ring_that_waits_for_a_ring_comes_after_it() -> None:
    found = resolve(
        pledges_of(
            "fr: air if air of de and troops of gb",
            "de: air if air of fr",
            "gb: troops if troops of lt",
            "lt: troops if troops of gb",
        ),
        World(),
    )
    assert found.rings == ((2, 3), (0, 1))


def test_if_others_join_alone_never_stands() -> None:
    assert fates("lt: troops if others") == [Fate.BLOCKED]
    assert fates("lt: troops if others", "lt: naval", "lt: air") == [Fate.BLOCKED, Fate.STANDS, Fate.STANDS]


def test_an_actor_is_never_one_of_its_own_others() -> None:
    lines = ("lt: troops if 2 others with troops", "lt: naval", "ee: troops", "lt: troops if ceasefire")
    assert fates(*lines, assume=["ceasefire"])[0] is Fate.BLOCKED
    assert fates(*lines, "lv: troops", assume=["ceasefire"])[0] is Fate.STANDS


def test_an_actors_own_contribution_is_not_from_others() -> None:
    lines = ("fr: troops 500 persons", "fr: naval if 400 persons of troops from others", "gb: troops 300 persons")
    assert fates(*lines)[1] is Fate.BLOCKED
    assert fates(*lines, "ee: troops 100 persons")[1] is Fate.STANDS


def test_everybody_if_three_others_do() -> None:
    """Four states that each ask for three others: k of n, which stands if all move together."""
    lines = [f"{actor}: troops if 3 others with troops" for actor in ("ee", "lt", "lv", "fi")]
    assert fates(*lines) == [Fate.WAITS] * 4
    assert fates(*lines[:3]) == [Fate.BLOCKED] * 3
    assert resolve(pledges_of(*lines), World()).rings == ((0, 1, 2, 3),)


def test_support_is_the_backers_own_pledge_or_assumed() -> None:
    lines = ("de: troops if us-support", "us: backstop if attack")
    assert fates(*lines) == [Fate.BLOCKED, Fate.BLOCKED]
    assert fates(*lines, assume=["us-support"]) == [Fate.STANDS, Fate.BLOCKED]
    assert fates(*lines, assume=["attack"]) == [Fate.STANDS, Fate.STANDS]


def test_falling_in_order() -> None:
    """Estonia waits for Latvia, Latvia for Lithuania, Lithuania for a ceasefire: they fall from the end."""
    found = resolve(
        pledges_of("ee: troops if troops of lv", "lv: troops if troops of lt", "lt: troops if ceasefire"), World()
    )
    assert found.steps == (3, 2, 1)


@pytest.mark.parametrize(("first", "fate"), [("", Fate.STANDS), (" if ceasefire", Fate.BLOCKED)])
def test_a_chain_of_a_hundred_thousand(first: str, fate: Fate) -> None:
    """Each waits for the one before; with the first all stand, without it all fall, one by one."""
    length = 100_000
    chain = [replace(parse_line(f"group:link-0: troops{first}"), id="0")]
    chain += [
        Pledge(
            id=str(n), actor=f"group:link-{n}", measure="troops", condition=Standing(f"group:link-{n - 1}", "troops")
        )
        for n in range(1, length)
    ]
    found = resolve(chain, World())
    assert set(found.fates) == {fate}
    assert found.steps == tuple(range(1, length + 1))


def test_a_ring_of_a_hundred_thousand() -> None:
    """The same chain closed to a ring: it waits as a whole, and is one ring."""
    length = 100_000
    ring = [
        Pledge(
            id=str(n), actor=f"group:link-{n}", measure="troops", condition=Standing(f"group:link-{n - 1}", "troops")
        )
        for n in range(1, length)
    ]
    ring.append(Pledge(id="0", actor="group:link-0", measure="troops", condition=Standing(f"group:link-{length - 1}")))
    found = resolve(ring, World())
    assert set(found.fates) == {Fate.WAITS}
    assert [len(each) for each in found.rings] == [length]
