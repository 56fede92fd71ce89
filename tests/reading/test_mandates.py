"""Mandates: how many a decision allows, and what a parliament or a budget has made firm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Bundestag hat den Einsatz der Bundeswehr im Kosovo verlängert. Die Mandatsobergrenze bleibt bei 400 Soldaten.",
            "de troops concrete ..400 persons",
        ),
        (
            "Die Bundesregierung legt dem Bundestag ein Mandat vor. Das Mandat sieht eine Personalobergrenze von 700 Soldaten vor.",
            "de troops pledged ..700 persons",
        ),
        ("Die Obergrenze wird von 800 auf 400 deutsche Soldaten gesenkt.", "de troops pledged ..400 persons"),
    ],
)
def test_how_many_a_mandate_allows(tell: Tell, text: str, expected: str) -> None:
    assert expected in tell(text, "de", "actor", "measure", "firmness", "quantity").split("; ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Bundestag hat die Entsendung von 40 Soldaten verlängert.", "concrete"),
        ("Litauen hat die Entsendung von 40 Soldaten verlängert.", "pledged"),
        ("Litauen hat 40 Millionen Euro bereitgestellt.", "concrete"),
        ("Litauen hat ein Schiff bereitgestellt.", "delivered"),
    ],
)
def test_what_is_decided(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "de", "firmness") == expected


def test_missions_are_not_counted_as_people(tell: Tell) -> None:
    assert tell("Litauen verlängert zwei Auslandseinsätze.", "de", "measure", "quantity") == "troops -"


def test_aircraft_with_helpers_aboard_are_relief(tell: Tell) -> None:
    assert tell("Litauen schickt drei Flugzeuge mit Rettungskräften nach Peru.", "de", "measure") == "humanitarian"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru will send rescuers and tents to the flooded towns. Chile sent two helicopters.", "cl air delivered"),
        ("Peru sent rescuers and tents after the quake. Chile sent a ship with rice.", "cl humanitarian delivered"),
        ("Peru will send rescuers. Chile will send two water bombers.", "cl air pledged"),
    ],
)
def test_own_aircraft_and_ships_in_relief(tell: Tell, text: str, expected: str) -> None:
    assert expected in tell(text, "en").split("; ")
