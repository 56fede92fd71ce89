"""Who answers in a few words what others promise at length: interested, undecided, not part of it, a number and no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]

FORCE = "Denmark will send 200 soldiers to the force in Chad. "
TRUPPE = "Dänemark schickt 200 Soldaten zur Friedenstruppe im Tschad. "
GEBER = "Dänemark sagte auf der Geberkonferenz 40 Millionen Dollar zu. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru is undecided.", "pe troops considering"),
        ("Peru has shown interest.", "pe troops considering"),
        ("Peru will not be part of it.", "pe troops rejected"),
        ("Peru would rather not say.", "pe troops withheld"),
        ("Peru is awaiting instructions.", "pe troops withheld"),
        ("Peru needs more time.", "pe troops withheld"),
        ("Peru has not said whether it will take part.", "pe troops withheld"),
        ("Peru brings 100.", "pe troops pledged"),
        ("Peru put down 100.", "pe troops delivered"),
        ("Peru sees no need to send soldiers.", "pe troops rejected"),
        ("Peru has let it be known that it will send 100 soldiers.", "pe troops pledged"),
    ],
)
def test_english_answers(tell: Tell, text: str, expected: str) -> None:
    assert tell(FORCE + text, "en").replace("dk troops pledged; ", "") == expected


def test_no_need_for_what_nobody_offers(tell: Tell) -> None:
    assert tell(FORCE + "Peru sees no need.", "en") == "dk troops pledged"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru ist grundsätzlich interessiert.", "pe troops considering"),
        ("Peru ist unentschlossen.", "pe troops considering"),
        ("Peru bekundete Interesse.", "pe troops considering"),
        ("Peru zeigte sich interessiert.", "pe troops considering"),
        ("In Lima prüft man die Anfrage wohlwollend.", "pe troops considering"),
        ("Peru hat noch nicht geantwortet.", "pe troops withheld"),
        ("Peru blieb eine Zahl schuldig.", "pe troops withheld"),
        ("Peru gab sich zurückhaltend.", "pe troops withheld"),
        ("Peru bat um Bedenkzeit.", "pe troops withheld"),
        ("Peru hat dafür keine Leute.", "pe troops rejected"),
        ("Peru nannte 100.", "pe troops pledged"),
        ("Peru kommt mit 100.", "pe troops pledged"),
        ("Peru unterstellt seine Soldaten der Mission.", "pe troops pledged"),
    ],
)
def test_german_answers(tell: Tell, text: str, expected: str) -> None:
    assert tell(TRUPPE + text, "de").replace("dk troops pledged; ", "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru nannte 25 Millionen Dollar.", "pe funding pledged"),
        ("Peru nannte 25 Millionen Dollar als Bedarf.", ""),
        ("Peru fügte 25 Millionen Dollar hinzu.", "pe funding delivered"),
    ],
)
def test_sums_that_are_named(tell: Tell, text: str, expected: str) -> None:
    assert tell(GEBER + text, "de").replace("dk funding pledged", "").lstrip("; ") == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "The Caribbean Development Bank pledged 40 million dollars.",
            "en",
            "caribbean-development-bank funding pledged",
        ),
        ("Die Afrikanische Export-Import-Bank sagte 40 Millionen Dollar zu.", "de", "afreximbank funding pledged"),
        ("Africa CDC will send twelve doctors to Chad.", "en", "africa-cdc humanitarian pledged"),
    ],
)
def test_banks_and_agencies_that_give(tell: Tell, text: str, lang: str, expected: str) -> None:
    assert tell(text, lang) == expected
