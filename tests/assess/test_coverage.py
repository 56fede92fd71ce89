"""Coverage: what stands of what is needed, with known and unknown figures, and the parts of a package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from zusage.assess.assessment import Aside, Assessment, assess
from zusage.assess.coverage import State
from zusage.assess.package import Package
from zusage.assess.resolve import Fate
from zusage.model.values import Firmness

Make = Callable[..., Package]
Assess = Callable[..., Assessment]

FORCE = "{id: force, title: Force, measure: troops, need: 5000 persons}"


@pytest.mark.parametrize(
    ("lines", "state", "low", "high"),
    [
        (["fr: troops 5000 persons"], State.MET, 5000, 5000),
        (["fr: troops 2000-6000 persons"], State.UPPER, 2000, 6000),
        (["fr: troops at least 2000 persons"], State.UNKNOWN, 2000, 2000),
        (["fr: troops"], State.UNKNOWN, 0, 0),
        (["fr: troops up to 4000 persons"], State.SHORT, 0, 4000),
        (["fr: troops 200 million EUR"], State.UNKNOWN, 0, 0),
        (["fr: air 5000 persons"], State.SHORT, 0, 0),
        (["fr: troops 2000 persons", "gb: troops 3000 persons"], State.MET, 5000, 5000),
    ],
)
def test_an_unknown_side_stays_unknown(
    lines: list[str], state: State, low: float, high: float, *, package_of: Make, assessed: Assess
) -> None:
    (each,) = assessed(package_of(FORCE), lines).coverage
    assert (each.alone_state, each.alone.low, each.alone.high) == (state, low, high)


def test_a_rotation_multiplies_what_is_needed(package_of: Make, assessed: Assess) -> None:
    need = "{id: force, title: Force, measure: troops, need: 5000 persons, rotation: '3:1'}"
    (each,) = assessed(package_of(need), ["fr: troops 6000 persons"]).coverage
    assert (each.alone_state, each.missing) == (State.SHORT, 9000)


def test_contributors_are_actors_not_pledges(package_of: Make, assessed: Assess) -> None:
    need = "{id: air, title: Air, measure: air, contributors: 2}"
    (each,) = assessed(package_of(need), ["fr: air", "fr: air"]).coverage
    assert (each.alone_state, each.missing_contributors) == (State.SHORT, 1)


def test_where_and_when_a_pledge_counts(package_of: Make, assessed: Assess) -> None:
    need = "{id: force, title: Force, measure: troops, actors: [fr, de], object: engineers}"
    (each,) = assessed(package_of(need), ["fr: troops", "gb: troops"]).coverage
    assert each.alone.actors == ()


def test_the_parts_of_a_requirement(package_of: Make, assessed: Assess) -> None:
    """One stands, two wait for each other, one is blocked, one is not firm enough, others are set aside."""
    lines = [
        "fr: troops 1000 persons",
        "ee: troops 200 persons if troops of lt",
        "lt: troops 300 persons if troops of ee",
        "de: troops 4000 persons if ceasefire",
        "es: troops 900 persons, signalled",
        "it: troops, rejected",
        "us: troops, withheld",
        "group:donors: troops 9000 persons",
    ]
    base = assessed(package_of(FORCE), lines)
    (each,) = base.coverage
    parts = (each.alone, each.waiting, each.blocked, each.soft)
    assert [(part.actors, part.low) for part in parts] == [
        (("fr",), 1000),
        (("ee", "lt"), 500),
        (("de",), 4000),
        (("es",), 900),
    ]
    assert [base.fate(pledge) for pledge in base.pledges] == [Fate.STANDS, Fate.WAITS, Fate.WAITS, Fate.BLOCKED]
    assert set(base.aside) == {Aside.SOFT, Aside.AGAINST, Aside.ABSENT, Aside.COLLECTIVE}
    assert each.missing == 4000


def test_a_requirement_is_due_with_its_trigger(package_of: Make, assessed: Assess) -> None:
    package = package_of("{id: air, title: Air, measure: air, trigger: ceasefire}")
    assert not assessed(package, ["fr: air"]).stands
    assert assessed(package, ["fr: air"], "ceasefire").stands


def test_an_event_brings_what_it_implies(package_of: Make, assessed: Assess) -> None:
    events = "events: [{id: peace-deal, wording: peace, implies: [ceasefire]}]\n"
    package = package_of("{id: air, title: Air, measure: air, trigger: ceasefire}", more=events)
    assert assessed(package, ["fr: air if ceasefire"], "peace-deal").stands


@pytest.mark.parametrize(
    ("cut", "count"), [("considering", 5), ("signalled", 4), ("pledged", 3), ("concrete", 2), ("delivered", 1)]
)
def test_only_what_is_firm_enough_counts(cut: str, count: int, package_of: Make, assessed: Assess) -> None:
    lines = [
        f"{actor}: air, {each}" for actor, each in zip(("fr", "gb", "de", "it", "es"), list(Firmness)[3:], strict=True)
    ]
    base = assessed(package_of("{id: air, title: Air, measure: air}"), lines, firmness=Firmness(cut))
    assert len(base.low.least) == count


def test_who_is_left_out_gives_no_backing_either(package_of: Make, assessed: Assess) -> None:
    package = package_of("{id: air, title: Air, measure: air}")
    assert assessed(package, ["be: air if us-support"], "us-support").stands
    assert not assessed(package, ["be: air if us-support"], "us-support", without=("us",)).stands


def test_what_comes_too_late_is_named(package_of: Make, assessed: Assess) -> None:
    package = package_of("{id: air, title: Air, measure: air, by: 2027-06}")
    base = assessed(package, ["fr: air"])
    late = replace(base.pledges[0], by="2028")
    (each,) = assess(package, [late], base.scenario).coverage
    assert (each.late, each.alone.pledges, each.alone_state) == ((late,), (), State.SHORT)
