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
