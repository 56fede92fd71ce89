"""Whom phrases, pronouns and offices alone stand for."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import pytest


class Found(Protocol):
    def actors(self, word: str, nth: int = 0) -> list[tuple[str, str | None]]: ...
    def subjects(self) -> list[list[str]]: ...


class Read(Protocol):
    def __call__(self, text: str, language: str = "de", on: date | None = date(2025, 9, 4)) -> Found: ...


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Schweden, Norwegen und Dänemark zahlen.", "de", ["se", "no", "dk"]),
        ("Britain and France will lead.", "en", ["gb", "fr"]),
        ("Die Zusage Norwegens gilt.", "de", ["no"]),
        ("Berlins Zusage gilt.", "de", ["de"]),
        ("Ottawa's pledge stands.", "en", ["ca"]),
        ("Das deutsche Angebot steht.", "de", ["de"]),
        ("Estonian troops are ready.", "en", ["ee"]),
        ("The governments of Japan, Chile and Peru will pay.", "en", ["jp", "cl", "pe"]),
        ("Die Regierungen Japans und Chiles zahlen.", "de", ["jp", "cl"]),
        ("The Danish, Dutch and Belgian governments will pay.", "en", ["dk", "nl", "be"]),
        ("The Peruvian and Chilean foreign ministers will pay.", "en", ["pe", "cl"]),
        ("Die peruanische und chilenische Regierung zahlen.", "de", ["pe", "cl"]),
        ("Peru zahlt, und die chilenische Regierung auch.", "de", ["pe"]),
    ],
)
def test_subjects(read: Read, text: str, language: str, expected: list[str]) -> None:
    assert read(text, language).subjects() == [expected]


@pytest.mark.parametrize(
    ("text", "language", "word", "expected"),
    [
        ("Die Ministerin sprach mit den Esten. Sie zögern noch.", "de", "Sie", [("ee", None)]),
        ("Das Friedensforum Kassel tagt. Es lehnt den Einsatz ab.", "de", "Es", [("friedensforum-kassel", None)]),
        ("Der lettische Außenminister Rolf Ozols kam. Sein Land zahlt.", "de", "Land", [("lv", "rolf-ozols")]),
        ("Sweden hesitates. It wants a mandate first.", "en", "It", [("se", None)]),
        ("Norway and Denmark met. Both countries will pay.", "en", "Both", [("no", None), ("dk", None)]),
        ("Oslo und Kopenhagen zahlen. Beide Länder liefern auch.", "de", "Länder", [("no", None), ("dk", None)]),
        ("Giorgia Meloni sagte ab. Ihr Außenminister kommt.", "de", "Außenminister", [("it", "antonio-tajani")]),
        (
            "Man muss nach Rom schauen. Die Regierungschefin bleibt hart.",
            "de",
            "Regierungschefin",
            [("it", "giorgia-meloni")],
        ),
        (
            "Der dänische Minister Nils Aarfeldt war in Rom. Das sei gut, sagte der SPD-Politiker der Zeitung.",
            "de",
            "SPD-Politiker",
            [("dk", "nils-aarfeldt")],
        ),
        ("Friedrich Merz reiste ab. Der Kanzler blieb vage.", "de", "Kanzler", [("de", "friedrich-merz")]),
        ("Die NATO berät. Das Bündnis wartet.", "de", "Bündnis", [("nato", None)]),
        ("In Oslo heißt es, man prüfe das.", "de", "man", [("no", None)]),
        ("Emmanuel Macron sprach mit seinem ukrainischen Kollegen.", "de", "Kollegen", [("ua", "volodymyr-zelensky")]),
        ("„Wir zahlen“, sagte der dänische Botschafter Nils Aarfeldt.", "de", "Wir", [("dk", "nils-aarfeldt")]),
    ],
)
def test_taken_up(read: Read, text: str, language: str, word: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text, language).actors(word) == expected


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Dänemark wartet. Es gibt keine Zusage.", "de", "Es"),
        ("Sie trafen sich in Paris.", "de", "Paris"),
        ("Russland will bereit sein.", "de", "sein"),
    ],
)
def test_stands_for_nobody(read: Read, text: str, language: str, word: str) -> None:
    assert read(text, language).actors(word) == []


def test_the_state_told_of_is_not_the_speakers(read: Read) -> None:
    """The prime minister of Denmark … Estonia, the prime minister said, had offered a company."""
    text = (
        "Prime Minister Mette Frederiksen opened the debate. Frederiksen was calm. She had news, she said. "
        "Estonia, the prime minister said, had offered a company."
    )
    assert read(text, "en").actors("minister") == [("dk", "mette-frederiksen")]


def test_a_remark_behind_a_second_clause_is_of_the_state_of_the_first(read: Read) -> None:
    """Dänemark gibt 36; das Geld sei eingeplant, sagte die Sahelbeauftragte Birgit Lund."""
    text = "Norwegen gibt 60 Zelte. Dänemark gibt 36; das Geld sei eingeplant, sagte die Sahelbeauftragte Birgit Lund."
    assert read(text).actors("Lund") == [("dk", "birgit-lund")]


def test_a_stranger_is_of_the_state_whose_deed_he_tells(read: Read) -> None:
    """Qatar is giving $50 million, Foreign Minister Hamad Al-Sulaiti said."""
    text = "Israel did not come. Qatar is giving $50 million, Foreign Minister Hamad Al-Sulaiti said."
    assert read(text, "en").actors("Minister") == [("qa", "hamad-al-sulaiti")]


def test_an_office_in_a_capital_is_of_the_state_told_of(read: Read) -> None:
    """Guinea macht nicht mit: Man setze auf Überredung, sagte ein Berater des Präsidenten in Conakry."""
    text = "Ghana und Togo schicken Soldaten. Guinea macht nicht mit: Man warte ab, sagte ein Berater des Präsidenten in Conakry."
    assert read(text).actors("Präsidenten") == [("gn", None)]


def test_a_relative_pronoun_stands_for_its_noun(read: Read) -> None:
    """Norway, which borders Russia, will pay."""
    assert ["no"] in read("Norway, which borders Russia, will pay.", "en").subjects()
