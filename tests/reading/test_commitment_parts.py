"""Parts by origin, what is expected, nothing, struck-out debts, own borders and who is only asked (all texts are ours)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.reading.report import read_report

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The force has 900 soldiers, including 120 from Portugal and 80 from Latvia.", {"pt": 120, "lv": 80}),
        ("de", "Die Mission umfasst 900 Soldaten, davon 120 aus Portugal.", {"pt": 120}),
        ("de", "In Mali stehen 300 Soldaten, darunter 60 aus Portugal und 40 Esten.", {"pt": 60, "ee": 40}),
        (
            "en",
            "About 4,000 peacekeepers serve in Chad, including 700 from Nepal and 450 from Ghana.",
            {"np": 700, "gh": 450},
        ),
        ("en", "The bomb killed 40 soldiers, including 12 from Niger.", {}),
    ],
)
def test_parts_by_origin(language: str, text: str, expected: dict[str, int]) -> None:
    report = Report(text=text, language=language, published_on="2025-09-04")
    found = read_report(report, load_shipped("ukraine-guarantees"), keep_all=True, rules_only=True).commitments
    assert {c.actor: c.quantity.max for c in found if c.quantity is not None} == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In Haiti, 80 Chilean engineers are expected in April.", "cl troops signalled"),
        ("en", "Two Spanish frigates are expected off Lebanon next week.", "es naval signalled"),
        ("de", "Für Juni werden zwei Feldlazarette aus Japan erwartet.", "jp humanitarian signalled"),
        ("de", "Ungarn will in den Fonds nichts einzahlen.", "hu funding rejected"),
        ("en", "Brazil will contribute nothing to the fund.", "br funding rejected"),
        ("en", "Hungary will put nothing into the fund.", "hu funding rejected"),
        (
            "de",
            "Beim Schuldenerlass für Sambia geht es voran. Japan hat bereits 300 Millionen Dollar gestrichen.",
            "jp funding delivered",
        ),
        (
            "en",
            "Debt relief for Zambia is moving. Japan has cancelled 300 million dollars.",
            "jp funding delivered",
        ),
        ("en", "Japan cancelled 300 million dollars in aid for Zambia.", "jp funding withdrawn"),
        ("en", "Lawmakers in Oslo approved 40 million dollars for Chad.", "no funding concrete"),
        (
            "en",
            "The deployment of soldiers to Mali was prolonged for a year by parliament in Dublin.",
            "ie troops concrete",
        ),
        ("en", "Germany sent 200 soldiers to the Polish border with Belarus.", "de troops delivered"),
    ],
)
def test_who_gives_what(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Armenia moved 3,000 soldiers to its border with Azerbaijan on Sunday."),
        ("en", "Thailand deployed troops along the border with Cambodia."),
        ("de", "Peru verlegte am Sonntag 2000 Soldaten an die Grenze zu Ecuador."),
        ("en", "Ghana asked South Korea for 30 ambulances."),
        ("en", "Nepal has requested 20 generators from India."),
        ("de", "Sambia bat Norwegen um 50 Zelte und zwei Hubschrauber."),
    ],
)
def test_nobody_contributes(language: str, text: str) -> None:
    report = Report(text=text, language=language, published_on="2025-09-04")
    assert not read_report(report, load_shipped("ukraine-guarantees")).commitments
