"""Constructions of English pledge news, each with a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has decided to deploy 300 soldiers.", "pe troops pledged"),
        ("Peru decided not to send soldiers.", "pe troops rejected"),
        ("Peru will decide whether to send soldiers.", "pe troops considering"),
        ("Peru was sending two ships, the minister said.", "pe naval pledged"),
        ("Peru failed to approve new sanctions.", "pe sanctions withheld"),
        ("Peru has joined the initiative to buy ammunition.", "pe arms pledged"),
    ],
)
def test_how_firmly(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru pledged five fighter jets to Chad.", "pe arms"),
        ("Peru pledged five fighter jets to the mission.", "pe air"),
        ("Donors met. Chad seeks help from Norway.", ""),
        ("Two thousand Chadian recruits were trained in Peru.", "pe training"),
        ("Three Peruvian destroyers are on station off Yemen.", "pe naval"),
        (
            "Some 20 countries have joined the purchase of ammunition, including Peru and Chile.",
            "group:20-countries arms; pe arms; cl arms",
        ),
    ],
)
def test_who_gives_what(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru agreed to resettle 10,000.", "10000 persons"),
        ("Peru will accept 300 Syrians.", "300 persons"),
        ("Peru will supply six CV90s to Chad.", "6 items"),
        ("Peru raised its pledge from 20 to 30 million euros.", "30000000 EUR"),
        ("Peru increased its contribution by 15 million euros to 45 million euros.", "45000000 EUR"),
        ("Peru will raise between 200 and 500 million euros.", "200000000..500000000 EUR"),
        ("Three Peruvian destroyers are on station off Yemen.", "3 items"),
    ],
)
def test_how_much(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "quantity") == expected


def test_lines_of_a_list_with_dashes(tell: Tell) -> None:
    text = (
        "Donors pledged troops.\n\nPeru - 500 troops\nSouth Korea – at least two ships\nSpain - 2,000 - 3,000 troops\n"
    )
    found = tell(text, "en", "actor", "measure", "quantity").split("; ")
    assert found[1:] == ["pe troops 500 persons", "kr naval 2.. items", "es troops 2000..3000 persons"]


def test_dated_lines_of_a_list(tell: Tell) -> None:
    text = (
        "These pledges to the replenishment have been announced:\n\n"
        "12 April 2023: Peru, €160 million ($172.9 million)\n3 May 2023: Spain, 20 million euros\n"
    )
    assert tell(text, "en", "actor", "quantity") == "pe 160000000 EUR; es 20000000 EUR"
