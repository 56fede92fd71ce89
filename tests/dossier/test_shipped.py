"""The dossier that comes with the program: complete, and verified only where somebody has checked."""

from itertools import pairwise

import pytest

from zusage.dossier import Dossier, load_shipped, shipped_dossiers
from zusage.model.values import Firmness, Mode


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load_shipped("ukraine-guarantees")


def test_it_is_there() -> None:
    assert shipped_dossiers() == ("ukraine-guarantees",)


def test_the_effort_has_its_names_and_its_day(dossier: Dossier) -> None:
    assert dossier.effort.actor == "group:coalition-of-the-willing"
    assert "Koalition der Willigen" in dossier.effort.names.de
    assert "coalition of the willing" in dossier.effort.names.en
    assert (dossier.effort.launched_on, dossier.effort.launched_in) == ("2025-03-02", "London")
    assert dossier.effort.backing.verified


@pytest.mark.parametrize(
    ("day", "actor", "office", "person"),
    [
        ("2025-05-05", "de", "chancellor", "olaf-scholz"),
        ("2025-09-04", "de", "chancellor", "friedrich-merz"),
        ("2023-10-23", "gb", "prime-minister", "rishi-sunak"),
        ("2026-01-06", "gb", "prime-minister", "keir-starmer"),
        ("2018-03-01", "us", "president", "donald-trump"),
        ("2023-03-01", "us", "president", "joe-biden"),
        ("2025-03-01", "us", "president", "donald-trump"),
        ("2024-01-01", "nato", "secretary-general", "jens-stoltenberg"),
        ("2024-01-01", "nl", "prime-minister", "mark-rutte"),
        ("2026-01-06", "nato", "secretary-general", "mark-rutte"),
    ],
)
def test_the_holder_of_an_office_on_a_day(dossier: Dossier, day: str, actor: str, office: str, person: str) -> None:
    assert [term.person for term in dossier.holders(actor, office=office, day=day)] == [person]


def test_the_terms_of_one_office_follow_each_other(dossier: Dossier) -> None:
    for actor, office in {(term.actor, term.office) for term in dossier.terms if term.office != "envoy"}:
        terms = sorted(dossier.holders(actor, office=office), key=lambda term: term.from_ or "")
        for earlier, later in pairwise(terms):
            assert earlier.until is not None
            assert later.from_ is not None
            assert earlier.until <= later.from_


def test_only_what_was_checked_is_verified(dossier: Dossier) -> None:
    assert {meeting.id for meeting in dossier.meetings if meeting.backing.verified} == {
        "paris-2025-09-04",
        "paris-2026-01-06",
    }
    assert not any(claim.backing.verified for claim in dossier.claims)
    assert not any(number.backing.verified for number in dossier.numbers)
    assert not any(economy.backing.verified for economy in dossier.economies)
    assert all(term.backing.verified for term in dossier.terms if term.office != "envoy")
    assert [len(document.components) for document in dossier.documents if document.backing.verified] == [5]


def test_every_term_that_is_verified_has_a_beginning(dossier: Dossier) -> None:
    assert all(term.from_ for term in dossier.terms if term.backing.verified)


def test_merz_and_starmer_came_by_video_in_september(dossier: Dossier) -> None:
    (meeting,) = dossier.meetings_of(day="2025-09-04")
    remote = {who.person for who in meeting.participants if who.mode is Mode.REMOTE}
    assert remote == {"friedrich-merz", "keir-starmer"}


def test_known_claims_tell_measures_apart(dossier: Dossier) -> None:
    said = [said for claim in dossier.claims_of("pl") for said in claim.statements if said.actor == "pl"]
    assert {(one.measure, one.firmness) for one in said} == {
        ("troops", Firmness.REJECTED),
        ("logistics", Firmness.PLEDGED),
    }


def test_a_joint_figure_is_marked(dossier: Dossier) -> None:
    (claim,) = (claim for claim in dossier.claims if claim.id == "france-uk-15000")
    assert all(said.quantity and said.quantity.shared for said in claim.statements)


def test_economies_cover_the_large_contributors(dossier: Dossier) -> None:
    sizes = {economy.actor: economy.billions for economy in dossier.economies}
    assert len(sizes) == 27
    assert sizes["us"] == 29185
    assert sizes["no"] == 484
