"""What sounds like a contribution and is none, or is somebody else's: loans of others, bans, silence, denials, terms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.model.report import Reading

Tell = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad repaid 40 million dollars."),
        ("en", "Aid groups accused the army of looting aid in Chad."),
        ("en", "Norway sent soldiers to Chad. Chile declined to comment."),
        ("en", "Chad still has to negotiate exact terms of the relief."),
        ("en", "Peru said its ships would stay under Peruvian command."),
        ("en", "Chad received the first tranche of 30 million dollars in March."),
        ("de", "Tschad hat Schulden von 40 Millionen Euro getilgt."),
        ("de", "Peru wies Berichte zurück, es habe angeboten, Soldaten zu schicken."),
        ("de", "Viele Staaten wollen ihre Hilfe für den Tschad nicht an Bedingungen knüpfen."),
        ("de", "Das Geld darf nicht für Waffen ausgegeben werden, sagte Norwegens Ministerin."),
    ],
)
def test_nothing_is_given(tell: Tell, language: str, text: str) -> None:
    found = {line for line in tell(text, language).split("; ") if line and not line.startswith("no ")}
    assert not found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Chad is negotiating a 40 million dollar loan with the IMF.", "imf funding considering"),
        ("de", "Tschad verhandelt mit dem IWF über einen Kredit von 40 Millionen Dollar.", "imf funding considering"),
        (
            "en",
            "Chad reached an agreement with the World Bank on a loan of 40 million dollars.",
            "world-bank funding concrete",
        ),
        (
            "de",
            "Die Gläubiger erließen Tschad Schulden in Höhe von 40 Millionen Dollar.",
            "group:donors funding delivered",
        ),
    ],
)
def test_who_lends(tell: Tell, language: str, text: str, expected: str) -> None:
    assert tell(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru could send up to 200 soldiers to Mali if the UN gives a mandate.", "pe troops considering"),
        ("Peru will not send soldiers to Mali until fighting stops.", "pe troops considering"),
        ("Peru will not send soldiers to Mali until Friday.", "pe troops rejected"),
        ("Peru said it would release 40 million euros for Chad.", "pe funding pledged"),
        ("Peru could release 40 million euros for Chad.", "pe funding signalled"),
        ("Chile pays for trucks, though Peru is not sending soldiers.", "cl funding pledged; pe troops rejected"),
        ("Chile pays for trucks, even if Peru is not sending soldiers.", "cl funding pledged"),
    ],
)
def test_how_firmly(tell: Tell, text: str, expected: str) -> None:
    assert tell(text, "en") == expected


def test_an_appeal_against_a_decision_demands_nothing(read: Callable[..., Reading]) -> None:
    assert not read("Peru is appealing the decision on the mission in Mali.", "en").positions


def test_a_parliament_that_has_still_to_agree_attends_nothing(read: Callable[..., Reading]) -> None:
    text = "Peru und Chile stimmten bei dem Treffen in Oslo dagegen. Sobald das Folketing zugestimmt hat, beginnt der Einsatz."
    assert {found.actor for found in read(text, "de").attendance} == {"pe", "cl"}


@pytest.mark.parametrize("place", ["Oslo - ", "Oslo/Wien – ", "Oslo, 4. Mai 2026 – ", "Oslo (Norwegen), 04.05.2026 – "])
def test_a_dateline_is_no_giver(tell: Tell, place: str) -> None:
    text = f"{place}Peru hat bei einer Konferenz für den Jemen 90 Millionen Euro Hilfe zugesagt."
    assert tell(text, "de", "actor", "quantity") == "pe 90000000 EUR"
