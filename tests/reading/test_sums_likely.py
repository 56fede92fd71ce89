"""Which amount is likely a contribution's by what stands around it, where the rules find none."""

from __future__ import annotations

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.model.statement import Commitment, Quantity
from zusage.reading.choice import chances_of
from zusage.reading.report import amounts_of, read_report
from zusage.reading.sums import LIKELY
from zusage.reading.sums.likely import LEAST, most_likely
from zusage.reading.sums.signs import Option


def report_of(text: str, language: str) -> Report:
    return Report(text=text, language=language, published_on="2024-05-14")


def read(text: str, language: str, *, rules_only: bool = False) -> list[Commitment]:
    dossier = load_shipped("ukraine-guarantees")
    return list(read_report(report_of(text, language), dossier, whole=True, rules_only=rules_only).commitments)


BESIDE = [
    pytest.param("en", "Chile will host a headquarters in Lima.", Quantity(1, 1, "items"), id="one of a thing"),
    pytest.param("de", "Griechenland zieht seine Fregatte im August ab.", Quantity(1, 1, "items"), id="its own one"),
    pytest.param(
        "de", "Kanada liefert gepanzerte Fahrzeuge, drei an der Zahl.", Quantity(3, 3, "items"), id="behind a comma"
    ),
    pytest.param(
        "en",
        "Norway promised to send soldiers. There will be 300 of them.",
        Quantity(300, 300, "persons"),
        id="in the next sentence",
    ),
    pytest.param(
        "de",
        "Die EU hat am Montag einen Militäreinsatz in Mali beschlossen. 1500 Soldaten sollen den Flughafen sichern.",
        Quantity(1500, 1500, "persons"),
        id="next sentence, German",
    ),
]


@pytest.mark.parametrize(("language", "text", "amount"), BESIDE)
def test_an_amount_beside_a_contribution_is_its(language: str, text: str, amount: Quantity) -> None:
    (one,) = read(text, language)
    assert one.quantity == amount
    (step,) = [step for step in one.trace if step.field == "quantity"]
    assert step.rule == LIKELY
    assert one.evidence["quantity"] == (step.quote,)
    assert one.trace[-1].field == "certainty"


@pytest.mark.parametrize(("language", "text", "amount"), BESIDE)
def test_the_rules_alone_do_not_tell(language: str, text: str, amount: Quantity) -> None:
    assert amount not in [one.quantity for one in read(text, language, rules_only=True)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Peru will send tents. Some 4,000 people live in the camp.", id="who needs it"),
        pytest.param("de", "Peru will Zelte schicken. In dem Lager leben 4000 Menschen.", id="German"),
        pytest.param("en", "Peru has offered a battalion, its minister said.", id="a unit without a number"),
    ],
)
def test_a_number_that_counts_something_else_is_not(language: str, text: str) -> None:
    assert [one.quantity for one in read(text, language)] == [None]


def test_an_amount_that_several_give_together_is_shared() -> None:
    found = read("Norway and Denmark promised to send soldiers. There will be 300 of them.", "en")
    assert [one.quantity for one in found if one.quantity] == [Quantity(300, 300, "persons", shared=True)] * 2


def amounts(text: str, language: str, actor: str) -> set[Quantity | None]:
    """The amounts that an actor's contribution may have."""
    found = amounts_of(report_of(text, language), load_shipped("ukraine-guarantees"))
    return {option.quantity for one, options in found if one.actor == actor for option in options}


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        pytest.param(
            "en",
            "Chile paid 11 million dollars. Oman promised to send aid, three.",
            Quantity(3e6, 3e6, "USD"),
            id="in the scale of the sum before",
        ),
        pytest.param("en", "Oman will send soldiers. Some 300 left.", Quantity(300, 300, "persons"), id="people"),
        pytest.param("en", "Oman will send soldiers. Some 300 left.", Quantity(300, 300, "items"), id="things"),
        pytest.param("en", "Oman will send tents. Chile paid $5m.", Quantity(5e6, 5e6, "USD"), id="money"),
        pytest.param("en", "Oman will send tents. Chile paid $5m.", None, id="none"),
    ],
)
def test_what_an_amount_may_be(language: str, text: str, amount: Quantity | None) -> None:
    assert amount in amounts(text, language, "om")


def test_chances_of_one_amount_add_up() -> None:
    ten, two = Quantity(10, 10, "persons"), Quantity(2, 2, "items")
    options = [Option(None, ("none",)), Option(ten, ("a", "a")), Option(two, ("b",)), Option(two, ("c",))]
    assert chances_of(options, {"a": 0.0}) == pytest.approx([0.25] * 4)
    assert most_likely(options, [0.2, 0.3, 0.2, 0.3]) is options[3]
    assert most_likely(options, [1 - 1.5 * LEAST, 0.0, LEAST, LEAST / 2]) is options[2]
    assert most_likely(options, [1 - 1.5 * LEAST, LEAST / 2, LEAST, 0.0], 2 * LEAST) is None
    assert most_likely(options[:1], [1.0]) is None
