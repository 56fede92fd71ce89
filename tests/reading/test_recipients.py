"""For whom a contribution is: in its own words, or else by what the report is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Portugal liefert der Ukraine Drohnen.", "pt ua"),
        ("de", "Portugal schickt Ausbilder in die Ukraine.", "pt ua"),
        ("de", "Portugal liefert Drohnen an Kiew.", "pt ua"),
        ("de", "Portugal zahlt 5 Millionen Euro für Moldau.", "pt md"),
        ("de", "Portugal liefert Drohnen.", "pt -"),
        ("de", "Die Ukraine hofft auf Hilfe. Portugal liefert Drohnen.", "pt ua"),
        ("de", "Portugal zahlt 5 Millionen Euro für Malawi. Spanien gibt 2 Millionen für Malawi.", "pt mw; es mw"),
        ("en", "Portugal will give Ukraine drones.", "pt ua"),
        ("en", "Portugal will send instructors to Ukraine.", "pt ua"),
        ("en", "Portugal will pay 5 million euros for Moldova.", "pt md"),
        ("en", "Portugal will supply drones.", "pt -"),
        ("en", "Ukraine hopes for help. Portugal will supply drones.", "pt ua"),
        ("en", "Portugal will supply drones to its neighbours and to Ukraine.", "pt ua"),
    ],
)
def test_recipient(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language, "actor", "recipient") == expected


MET = (
    "NAIROBI – Countries meeting in Nairobi promised 900 soldiers for Chad. Kenya will send 300 troops. "
    "Kenya has 4,000 soldiers abroad, Kenya's army said."
)


def test_where_donors_met_is_no_recipient(tell: Tell) -> None:
    assert "ke troops" in tell(MET, "en", "actor", "measure")
    assert "ke" not in tell(MET, "en", "recipient").replace(";", " ").split()
