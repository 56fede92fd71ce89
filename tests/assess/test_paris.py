"""The shipped package of the Paris declaration of 6 January 2026, told by its facts.

The facts are the dossier's, as reported and not yet checked; each test names the sources that it rests on.
"""

from __future__ import annotations

from functools import cache

from zusage.assess.assessment import Aside, Assessment
from zusage.assess.formula import Event, Support, atoms, show
from zusage.assess.resolve import Fate
from zusage.settings import Settings
from zusage.workflow.assess import Flags, Material, assess_under, load_material, make_scenario


@cache
def paris() -> Material:
    return load_material("paris-2026", Settings(), pledges="package")


def under(*events: str, firmness: str = "considering", as_of: str | None = "2026-01-06") -> Assessment:
    flags = Flags(assume=events, firmness=firmness, as_of=as_of)
    return assess_under(paris(), make_scenario(paris(), flags))


def actors(base: Assessment, fate: Fate) -> set[str]:
    return {each.actor for each, one in zip(base.pledges, base.low.fates, strict=True) if one is fate}


def missing(base: Assessment, pledge: str) -> str:
    return show(base.low.missing(base.place[pledge]))


def test_it_has_the_five_components() -> None:
    """president.gov.ua parizka-deklaraciya; news.online.ua 900348."""
    assert [each.id for each in paris().package.components] == [
        "ceasefire-monitoring",
        "ukrainian-forces",
        "multinational-force",
        "new-attack",
        "long-term",
    ]


def test_under_no_event_nothing_conditional_stands() -> None:
    base = under()
    assert all(show(each.condition) == "always" for each in base.low.least)
    assert not any(each.due for each in base.coverage)


def test_under_a_ceasefire_those_with_a_us_condition_wait() -> None:
    """Belgium: premier.be der-coalition-willing; Germany: zdfheute.de; France and Britain: independent.co.uk b2895654."""
    base = under("ceasefire", firmness="signalled")
    assert {"fr", "gb"} <= actors(base, Fate.STANDS)
    assert missing(base, "be-air") == "us-support"
    germany = under("ceasefire")
    assert missing(germany, "de-troops") == "us-support and parliament:de"


def test_proposed_us_support_backs_nobody() -> None:
    """eurointegration.com.ua 7228560: the drafted commitment became "proposed" and was not signed: `considering`.

    Even who counts pledges from there on has no backing by it.
    """
    base = under("ceasefire")
    assert "us-backstop" in {each.id for each in base.low.least}
    assert missing(base, "be-naval") == "us-support"


def test_with_us_support_what_is_left_is_for_parliaments() -> None:
    """Estonia: news.err.ee; Lithuania: united24media.com; Spain: thediplomatinspain.com.

    Besides them only what Turkey (middleeasteye) and Sweden (eurointegration.com.ua 7228541) tie to a peace deal, and
    Ireland (echolive.ie) to a mandate.
    """
    base = under("ceasefire", "us-support")
    left = {
        each.id: base.low.missing(place)
        for place, each in enumerate(base.pledges)
        if base.low.fates[place] is Fate.BLOCKED
    }
    parliaments = {name for name, formula in left.items() if "parliament:" in show(formula)}
    assert parliaments == {
        *("de-troops", "ee-troops", "ee-naval", "ee-training", "ee-staff", "lt-troops", "es-troops"),
        *("se-air", "se-naval", "se-training"),
    }
    assert {name: show(left[name]) for name in left.keys() - parliaments} == {
        "tr-naval": "peace-deal",
        "ie-troops": "mandated-mission",
    }
    assert not any(isinstance(atom, Support) for formula in left.values() for atom in atoms(formula))
    assert missing(base, "de-troops") == "parliament:de"


def test_after_peace_with_us_support_only_parliaments_rules_and_a_mandate_are_left() -> None:
    base = under("peace-deal", "us-support")
    left = {atom for place in range(len(base.pledges)) for atom in atoms(base.low.missing(place))}
    assert left == {
        *(Event(f"parliament:{state}") for state in ("de", "ee", "lt", "es", "se")),
        Event("rules-of-engagement"),
        Event("mandated-mission"),
    }


def test_four_months_earlier() -> None:
    """4 September 2025: France and Britain still hung on the US (ukrreality.com); 26 countries are nobody's own pledge."""
    base = under("ceasefire", as_of="2025-09-04")
    assert missing(base, "fr-troops") == "us-support"
    assert {each.actor for each in base.aside[Aside.COLLECTIVE]} == {"group:26-countries"}
    assert {each.actor for each in base.aside[Aside.AGAINST]} == {"it", "pl", "bg", "ro"}
    assert "be" not in {each.actor for each in base.pledges}


def test_a_day_later_britain_has_to_ask_its_parliament() -> None:
    """trtworld.com 0c4bc037f4db, 7 January 2026."""
    assert "gb-troops" in {each.id for each in under("ceasefire").low.least}
    assert missing(under("ceasefire", as_of="2026-01-07"), "gb-troops") == "parliament:gb"


def test_every_pledge_has_its_sources_and_is_marked_unverified() -> None:
    assert all(each.sources and each.verified is False for each in paris().pledges)


def test_pledges_say_what_the_claims_say() -> None:
    """Actor and measure of each record are those of a statement of the claims that it names."""
    told = {(said.actor, said.measure) for claim in paris().dossier.claims for said in claim.statements}
    assert {(each.actor, each.measure) for each in paris().pledges} <= told
