"""What a sum or a number of an English report is by the sentences around it: its currency, its unit, its purpose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.reading.report import prepare

Tell = Callable[..., str]


def _told(text: str) -> set[tuple[float | None, str | None]]:
    context = prepare(Report(text=text, language="en", published_on="2024-03-04"), load_shipped("ukraine-guarantees"))
    return {(quantity.min, quantity.currency) for quantity in context.quantities}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru gave $70 million. Chile's share is 20 million.", {(7e7, "USD"), (2e7, "USD")}),
        ("Peru gave $70 million. Some 20 million are hungry.", {(7e7, "USD"), (2e7, None)}),
        ("Peru promised another billion dollars, Chile a further million.", {(1e9, "USD"), (1e6, "USD")}),
        ("Peru sent 50 doctors, Chile 30 and Kenya 12.", {(50, None), (30, None), (12, None)}),
    ],
)
def test_currency_spoken_of(text: str, expected: set[tuple[float | None, str | None]]) -> None:
    assert _told(text) == expected


def test_what_comes_on_top_is_no_purpose(tell: Tell) -> None:
    text = "Donors met in Lima. Chile will give 40 million euros, in addition to the doctors of last year."
    assert tell(text, "en", "actor", "measure") == "cl funding"


def test_donors_after_a_disaster_rebuild() -> None:
    text = (
        "Donors promised the island four billion dollars on Monday, the host said. Kenya pledged 80 million dollars, Chile "
        "twice that. The quake of last spring had left the capital without a single bridge. A bank keeps the reconstruction "
        "money, and officials said that contracts would be signed soon."
    )
    report = Report(text=text, language="en", published_on="2024-03-04")
    assert prepare(report, load_shipped("ukraine-guarantees")).money_is_for == "reconstruction"


def test_budgets_beside_famine() -> None:
    text = (
        "A conference on the famine in the north drew 400 million dollars on Monday. Kenya promised 80 million dollars and Chile "
        "20 million. The delegate of Peru said that he could name no figure before the new budget was passed by his parliament."
    )
    report = Report(text=text, language="en", published_on="2024-03-04")
    assert prepare(report, load_shipped("ukraine-guarantees")).money_is_for == "humanitarian"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ghana sent 10 doctors. Peru, Chile and Cuba sent 40, 30 and 20 doctors.",
            {"gh 10 persons", "pe 40 persons", "cl 30 persons", "cu 20 persons"},
        ),
        (
            "Chad, Niger and Mali will contribute 300, 200 and 150 soldiers respectively.",
            {"td 300 persons", "ne 200 persons", "ml 150 persons"},
        ),
        (
            "Peru came up with $40 million, and Chile with $30 million.",
            {"pe 40000000 USD", "cl 30000000 USD"},
        ),
        (
            (
                "Chad gives 20 million dollars. The biggest donor is Peru with 40 million dollars, followed by Chile with 30 "
                "million and Kenya with 10 million spread over three years."
            ),
            {"td 20000000 USD", "pe 40000000 USD", "cl 30000000 USD", "ke 10000000 USD"},
        ),
        (
            "Mali promised 20 million euros; Peru, Chile and Cuba between five and ten million dollars apiece.",
            {"ml 20000000 EUR", "pe 5000000..10000000 USD", "cl 5000000..10000000 USD", "cu 5000000..10000000 USD"},
        ),
        ("Peru's share is 40 million euros, Chile's 30 million.", {"pe 40000000 EUR", "cl 30000000 EUR"}),
        ("Peru sent a rescue team of 75 after the quake.", {"pe 75 persons"}),
        ("Peru supports Kenya, Chad and Mali with 20 million euros.", {"pe 20000000 EUR"}),
    ],
)
def test_rows_of_givers(tell: Tell, text: str, expected: set[str]) -> None:
    assert set(tell(text, "en", "actor", "quantity").split("; ")) >= expected
    assert {line.split(" ")[0] for line in tell(text, "en", "actor").split("; ")} == {e.split(" ")[0] for e in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile sends 200 soldiers and Peru as many again.", "cl 200 persons; pe 200 persons"),
        ("Chile pledged 20 million euros, Peru twice as much.", "cl 20000000 EUR; pe 40000000 EUR"),
        ("Chile pledged 20 million euros, as did Peru.", "cl 20000000 EUR; pe -"),
    ],
)
def test_as_much_as_others(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "quantity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru won pledges of more than $9 billion on Monday.", "group:donors funding pledged"),
        ("Peru drew commitments of $9 billion.", "group:donors funding pledged"),
        ("From Peru came 40 million dollars.", "pe funding pledged"),
    ],
)
def test_what_is_won(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


def test_it_is_the_package(tell: Tell) -> None:
    text = "Peru unveiled a package worth 70 million euros. It comprises 40 tanks and 20,000 shells."
    assert {"pe arms 40 items", "pe arms 20000 items"} <= set(
        tell(text, "en", "actor", "measure", "quantity").split("; ")
    )


@pytest.mark.parametrize(
    "opening",
    [
        "A donors' conference on the reconstruction of Chad ended on Sunday.",
        "The reconstruction conference for Chad ended on Sunday.",
        "Ministers met in Lima for talks about rebuilding Chad on Sunday.",
    ],
)
def test_conferences_on_rebuilding(opening: str) -> None:
    text = f"{opening} Kenya pledged 80 million dollars, Chile 20 million. The delegate of Peru said that he could name no figure."
    report = Report(text=text, language="en", published_on="2024-03-04")
    assert prepare(report, load_shipped("ukraine-guarantees")).money_is_for == "reconstruction"
