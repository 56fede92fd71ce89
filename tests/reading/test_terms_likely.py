"""What a contribution likely hangs on by what stands around it, where no rule tells it."""

from __future__ import annotations

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.reading.report import read_report, terms_told
from zusage.reading.terms.likely import UNPLACED, chances_of
from zusage.reading.terms.signs import Place, Term

GREEN_LIGHT = (
    "Peru will 400 Soldaten nach Haiti schicken, wofür allerdings das Parlament in Lima noch grünes Licht geben muss."
)
MONEY = "Chile stellt 40 Millionen Euro bereit, wofür noch der Kongress stimmen muss."


def conditions(text: str, language: str, *, rules_only: bool = False) -> list[str]:
    report = Report(text=text, language=language, published_on="2024-05-14")
    reading = read_report(report, load_shipped("ukraine-guarantees"), whole=True, rules_only=rules_only)
    return [str(condition.type) for one in reading.commitments for condition in one.conditions]


@pytest.mark.parametrize("text", [GREEN_LIGHT, MONEY])
def test_a_decision_that_no_rule_knows_is_a_condition(text: str) -> None:
    assert conditions(text, "de") == ["parliament"]
    assert conditions(text, "de", rules_only=True) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Peru will send 400 soldiers to Haiti. Chile's congress votes in May.", id="another's"),
        pytest.param("en", "Peru sent 400 soldiers to Haiti, on which parliament had voted.", id="met"),
        pytest.param("de", "Peru schickt 400 Zelte. Das Parlament tagt in Lima.", id="no condition"),
    ],
)
def test_what_is_told_beside_it_need_not_be_one(language: str, text: str) -> None:
    assert conditions(text, language) == []


def test_a_refusal_hangs_on_nothing_that_is_told_beside_it() -> None:
    text = "Peru, too, rules out soldiers, but it will open its bases after a ceasefire."
    reading = read_report(Report(text=text, language="en"), load_shipped("ukraine-guarantees"), whole=True)
    told = {str(one.firmness): [str(condition.type) for condition in one.conditions] for one in reading.commitments}
    assert told["rejected"] == []


def test_its_words_are_the_clause_that_tells_it() -> None:
    report = Report(text=GREEN_LIGHT, language="de")
    (one,) = read_report(report, load_shipped("ukraine-guarantees"), whole=True).commitments
    (condition,) = one.conditions
    assert condition.quote is not None
    assert condition.quote.exact.startswith("wofür allerdings")


def test_chances_add_up_over_places() -> None:
    term = Term("parliament", ("whole",), (Place(0, ("near",)), Place(1, ("far",))))
    none, near, far = chances_of(term, {"whole": -1.0, "near": 3.0, "far": 0.0, UNPLACED: -2.0})
    assert none < far < near
    assert none + near + far < 1


def signs(text: str, language: str, kind: str) -> set[str]:
    told = terms_told(Report(text=text, language=language), load_shipped("ukraine-guarantees"))
    terms = [term for _, found in told for term in found if term.kind == kind]
    return {sign for term in terms for place in term.places for sign in (*term.whole, *place.features)}


def test_signs_say_where_and_of_whom() -> None:
    found = signs(
        "Togo gives tents. Parliament has yet to vote on it. Peru would send soldiers if asked.", "en", "parliament"
    )
    assert "at +1 beside typed" in found
    assert any(sign.startswith("cue yet") for sign in found)


def test_signs_say_what_others_hang_on() -> None:
    found = signs("Peru will send 40 soldiers if there is a ceasefire. Chile will send 30 soldiers.", "en", "ceasefire")
    assert {"others ceasefire", "others other 1", "others alike True"} <= found


def test_broken_texts_are_no_error() -> None:
    for text in (
        "if",
        "Peru will, if. until",
        "Wenn\n\nPeru\n\nsofern 40 Soldaten wenn",
        "unless unless, Peru sends if tents",
    ):
        conditions(text, "en")
        conditions(text, "de")
