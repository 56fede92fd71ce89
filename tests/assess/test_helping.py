"""What would help, on whom it hangs, who carries how much, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zusage.assess.assessment import Assessment, assess
from zusage.assess.burden import find_burdens
from zusage.assess.hitting import minimal_sets
from zusage.assess.keystones import find_keystones
from zusage.assess.package import Package
from zusage.assess.simulation import simulate
from zusage.assess.unlocking import (
    Happening,
    Help,
    Newcomers,
    Raising,
    Unlocking,
    find_levers,
    find_unlocking,
    new_pledges,
)
from zusage.dossier.records import Backing, Economy
from zusage.model.values import Firmness

Make = Callable[..., Package]
Assess = Callable[..., Assessment]

FORCE = "{id: force, title: Force, measure: troops, need: 500 persons, contributors: 2, trigger: ceasefire}"
SHIPS = "{id: ships, title: Ships, measure: naval}"


# ----------------------------------------------------------------------------------------------------- hitting sets

families = st.lists(st.frozensets(st.integers(0, 6), min_size=1, max_size=4), min_size=1, max_size=5)


@given(families)
def test_all_minimal_sets_are_found(family: list[frozenset[int]]) -> None:
    """Something works if one of these sets is there: exactly the minimal ones among them are found, smallest first."""
    minimal = {each for each in family if not any(other < each for other in family)}
    result = minimal_sets(7, lambda chosen: any(each <= chosen for each in family), most=99, questions=9_999)
    assert result.complete
    assert set(result.found) == minimal
    assert [len(each) for each in result.found] == sorted(len(each) for each in minimal)


@given(families, st.lists(st.frozensets(st.integers(0, 6)), max_size=6))
def test_what_is_thought_to_be_cuts_changes_no_set(family: list[frozenset[int]], likely: list[frozenset[int]]) -> None:
    def works(chosen: frozenset[int]) -> bool:
        return any(each <= chosen for each in family)

    plain = minimal_sets(7, works, most=99, questions=9_999)
    told = minimal_sets(7, works, most=99, questions=9_999, likely=likely)
    assert (set(told.found), told.complete) == (set(plain.found), plain.complete)
    assert all(not works(frozenset(range(7)) - cut) for cut in told.cuts)


def test_a_search_that_stops_early_says_so() -> None:
    def works(chosen: frozenset[int]) -> bool:
        return len(chosen) >= 3

    assert not minimal_sets(9, works, most=5, questions=9_999).complete
    assert not minimal_sets(9, works, most=999, questions=50).complete
    assert minimal_sets(4, works, most=4, questions=9_999).complete
    assert minimal_sets(4, lambda _: False, most=4, questions=99) == minimal_sets(
        0, lambda _: False, most=1, questions=9
    )


# --------------------------------------------------------------------------------------------------------- unlocking


def helped(base: Assessment, goal: str | None, helps: Sequence[Help], *, together: bool) -> bool:
    """Assess again with helps, by the plain way, and say whether the goal stands."""
    scenario = base.scenario.assuming(*(each.event for each in helps if isinstance(each, Happening)))
    chosen = {each.pledge.id for each in helps if isinstance(each, Raising)}
    firm = max(Firmness.PLEDGED, scenario.firmness, key=lambda each: each.step or 0)
    every = [*base.pledges, *(each for aside in base.aside.values() for each in aside)]
    pledges = [replace(each, firmness=firm) if each.id in chosen else each for each in every]
    needs = {each.id: each for each in base.package.requirements}
    pledges += [
        new for each in helps if isinstance(each, Newcomers) for new in new_pledges(each, needs[each.requirement])
    ]
    found = assess(base.package, pledges, replace(scenario, added=()))
    states = {each.requirement.id: each.stands_together if together else each.stands for each in found.coverage}
    return states[goal] if goal else all(states.values())


actors = st.sampled_from(("fr", "gb", "ee", "lt", "us"))
measures = st.sampled_from(("troops", "naval", "backstop"))
conditions = st.sampled_from((
    "", " if ceasefire", " if us-support", " if parliament:de", " if 2 others with troops", " if troops of gb",
    " if ceasefire and (naval of ee or 300 persons of troops from others)", " if not un-mandate",
))  # fmt: skip
quantities = st.sampled_from(("", " 200 persons", " up to 400 persons", " 300 persons"))
firmnesses = st.sampled_from(("pledged", "signalled", "pledged"))
lines = st.builds("{}: {}{}, {}{}".format, actors, measures, quantities, firmnesses, conditions)


@settings(max_examples=40, deadline=None)
@given(made=st.lists(lines, max_size=6))
def test_unlocking_sets_are_sufficient_and_minimal(made: list[str], package_of: Make, assessed: Assess) -> None:
    """Resolved again, each set is enough; leave any one thing out, and it is not."""
    base = assessed(package_of(FORCE, SHIPS), made)
    for each in find_unlocking(base, most=3):
        for helps in each.sets:
            assert helped(base, each.goal, helps, together=each.together)
            for left_out in range(len(helps)):
                rest = [*helps[:left_out], *helps[left_out + 1 :]]
                assert not helped(base, each.goal, rest, together=each.together)


def unlocked(base: Assessment, goal: str, *, together: bool = False) -> Unlocking:
    return next(each for each in find_unlocking(base) if each.goal == goal and each.together is together)


def test_what_would_help_a_ring_is_not_let_in_for_free(package_of: Make, assessed: Assess) -> None:
    """Two that wait for each other: together nothing is missing, alone something has to come from outside."""
    base = assessed(package_of(SHIPS), ["fr: naval if troops of gb", "gb: troops if naval of fr"])
    assert unlocked(base, "ships", together=True).already
    assert [[type(one) for one in helps] for helps in unlocked(base, "ships").sets] == [[Newcomers]]


def test_new_pledges_are_as_large_as_the_rest_leaves_them(package_of: Make, assessed: Assess) -> None:
    base = assessed(package_of(FORCE), ["fr: troops 200 persons if ceasefire"])
    (helps,) = unlocked(base, "force").sets
    new = next(each for each in helps if isinstance(each, Newcomers))
    assert (new.actors, new.quantity and new.quantity.min) == (1, 300)


def test_an_attack_is_no_help(package_of: Make, assessed: Assess) -> None:
    base = assessed(package_of(SHIPS), ["fr: naval if attack"])
    assert not any(isinstance(one, Happening) for helps in unlocked(base, "ships").sets for one in helps)


def test_named_actors_cannot_be_replaced(package_of: Make, assessed: Assess) -> None:
    base = assessed(package_of("{id: ships, title: Ships, measure: naval, actors: [us]}"), ["fr: naval"])
    assert unlocked(base, "ships").sets == ()


def test_the_event_that_unlocks_most_comes_first(package_of: Make, assessed: Assess) -> None:
    lines = ["fr: naval if ceasefire", "gb: naval if ceasefire", "ee: naval if parliament:ee"]
    levers = find_levers(assessed(package_of(SHIPS), lines))
    assert (levers[0].event, levers[0].pledges, levers[0].requirements) == ("ceasefire", ("0", "1"), ("ships",))


# --------------------------------------------------------------------------------------------------------- keystones


def test_a_keystone_is_somebody_without_whom_others_fall(package_of: Make, assessed: Assess) -> None:
    base = assessed(package_of(SHIPS), ["fr: troops", "ee: naval if troops of fr"])
    alone = {each.actors: each for each in find_keystones(base).found if not each.together}
    assert (alone["fr",].pledges, alone["fr",].requirements) == (("1",), ("ships",))
    assert alone["ee",].requirements == ("ships",)


def test_a_pair_is_told_only_for_what_neither_brings_down_alone(package_of: Make, assessed: Assess) -> None:
    base = assessed(package_of(SHIPS), ["fr: naval", "gb: naval"])
    found = [each for each in find_keystones(base).found if not each.together]
    assert [(each.actors, each.requirements) for each in found] == [(("fr", "gb"), ("ships",))]


def test_assumed_backing_falls_with_its_actor(package_of: Make, assessed: Assess) -> None:
    base = assessed(package_of(SHIPS), ["be: naval if us-support"], "us-support")
    assert ("us",) in {each.actors for each in find_keystones(base).found}


# ------------------------------------------------------------------------------------------------------------ burden

ECONOMIES = {"ee": Economy("ee", 43, "USD", "2024", Backing(("World Bank",), verified=False))}


def test_sums_only_where_unit_and_object_agree(package_of: Make, assessed: Assess) -> None:
    lines = [
        "ee: troops 100 persons",
        "fr: troops 300 persons",
        "gb: troops 5 million USD",
        "lt: troops",
        "ee: air 2 items",
    ]
    found = find_burdens(assessed(package_of(SHIPS), lines).pledges, ECONOMIES)
    assert [(each.measure, each.unit, each.low) for each in found.burdens] == [
        ("troops", "persons", 400),
        ("troops", "USD", 5e6),
        ("air", "items", 2),
    ]
    ratios = {load.actor: load.ratio for load in found.burdens[0].loads}
    assert ratios == {"fr": None, "ee": pytest.approx(100 / 43)}
    assert [(each.measure, each.actors) for each in found.uncounted] == [("troops", ("lt",))]


def test_money_in_the_economy_s_currency_is_a_share(package_of: Make, assessed: Assess) -> None:
    found = find_burdens(assessed(package_of(SHIPS), ["ee: funding 43 million USD"]).pledges, ECONOMIES)
    assert found.burdens[0].is_share
    assert found.burdens[0].loads[0].ratio == pytest.approx(0.001)


# ------------------------------------------------------------------------------------------------------- simulation


def test_draws_follow_the_user_s_ranges(package_of: Make, assessed: Assess) -> None:
    base = assessed(package_of(SHIPS), ["fr: naval"], honouring={Firmness.PLEDGED: (0.25, 0.25)})
    found = simulate(base, np.random.default_rng(1), draws=20_000, seed=1)
    assert found.met == pytest.approx(0.25, abs=0.02)
    assert found.distributions[0].drivers[0].difference == 1


def test_the_same_seed_gives_the_same_draws(package_of: Make, assessed: Assess) -> None:
    base = assessed(package_of(FORCE), ["fr: troops 0-900 persons"], "ceasefire", honouring={Firmness.PLEDGED: (0, 1)})
    one, two = (simulate(base, np.random.default_rng(7), draws=500, seed=7) for _ in range(2))
    assert one == two


@settings(max_examples=60, deadline=None)
@given(made=st.lists(lines, max_size=7), together=st.booleans())
def test_a_sure_draw_is_the_resolution(made: list[str], together: bool, package_of: Make, assessed: Assess) -> None:  # noqa: FBT001 - drawn
    """Where everything is honoured and nothing is uncertain, a draw comes to what the resolver says."""
    sure = [line.replace("up to 400", "400") for line in made]
    base = assessed(package_of(FORCE, SHIPS), sure, "ceasefire", honouring={Firmness.PLEDGED: (1, 1)})
    found = simulate(base, np.random.default_rng(1), draws=3, seed=1, together=together)
    for distribution, each in zip(found.distributions, base.coverage, strict=True):
        assert distribution.met == float(each.stands_together if together else each.stands)
