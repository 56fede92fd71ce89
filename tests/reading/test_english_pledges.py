"""Constructions of English news on conferences of donors and senders of troops, each with a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru sought funds to cover half of the bill.", ""),
        ("Peru's president sought $8bn from Norway over three years to rebuild the country.", ""),
        ("Peru aims to raise 40 million dollars for the victims of the earthquake.", ""),
        ("Peru secured pledges of 40 million dollars.", "group:donors funding"),
        ("Peru has already provided more than USD 10 billion in military assistance to Chad.", "pe funding"),
    ],
)
def test_who_only_looks_for_money(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en", "actor", "measure") == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Two NATO members, Norway and Spain, said that their troops will lead the battalion.", {"no", "es"}),
        ("Two African countries, Chad and Mali, will send 40 soldiers.", {"td", "ml"}),
        ("Countries offering troops include Peru and Chile.", {"pe", "cl"}),
        ("Norway joined the Peruvian-led coalition that sends soldiers to Chad.", {"no"}),
        ("The UN still lacks 40 million dollars for the mission to which Peru sends soldiers.", {"pe"}),
    ],
)
def test_who_acts(tell: Tell, text: str, actors: set[str]) -> None:
    assert {line.split(" ")[0] for line in tell(text, "en").split("; ")} == actors
