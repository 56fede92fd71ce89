"""Receivers: whom a contribution goes to is not read as its giver, whatever is learned from the rest of the sentence."""

from __future__ import annotations

import pytest

from zusage.dossier import load_shipped
from zusage.model.report import Report
from zusage.reading.report import read_report


def givers(text: str, language: str) -> set[str]:
    report = Report(text=text, language=language, published_on="2026-03-03")
    return {found.actor for found in read_report(report, load_shipped("ukraine-guarantees"), keep_all=True).commitments}


@pytest.mark.parametrize(
    ("text", "language", "giver"),
    [
        ("Oslo sagte dem Sudan 20 Millionen Euro zu.", "de", "no"),
        ("Gestern sagte Norwegen Armenien zwei Millionen Euro zu.", "de", "no"),
        ("Der Sudan erhält 20 Millionen Euro von Norwegen.", "de", "no"),
        ("Die EU-Kommission hat Peru drei Millionen Euro Soforthilfe zugesagt.", "de", "eu"),
        ("Peru erhielt von Norwegen Zusagen über 20 Millionen Euro.", "de", "no"),
        ("Peru hat Zusagen über 20 Millionen Euro bekommen.", "de", "group:donors"),
        ("Norwegen plant, Peru 50 Panzer zu schicken.", "de", "no"),
        ("Norwegen schickt 50 Soldaten. Peru duldet keine norwegischen Soldaten.", "de", "no"),
        ("Norwegen verhängt Sanktionen. Der Vertreter Perus nannte die Sanktionen eine Hilfe.", "de", "no"),
        (
            "Norwegen hat dem von Kriegen und Krisen erschütterten Tschad 20 Millionen Euro an Soforthilfe zugesichert.",
            "de",
            "no",
        ),
        ("Norwegen hat mit Peru einen Kredit über 20 Millionen Euro vereinbart.", "de", "no"),
        (
            "Bis auf die Schweiz, Peru, die Tschechische Republik und Kuba haben alle Staaten Soldaten zugesagt.",
            "de",
            "group:countries",
        ),
        ("Norwegen liefert keine Panzer, auch wenn Chile Panzer liefern sollte.", "de", "no"),
        ("Das Nato-Mitglied Albanien gibt 20 Millionen Euro.", "de", "al"),
        ("Nato member Albania pledged 20 million euros.", "en", "al"),
        ("Norway gave Chad 40 tents.", "en", "no"),
    ],
)
def test_whom_it_goes_to_does_not_give_it(text: str, language: str, giver: str) -> None:
    assert givers(text, language) == {giver}


@pytest.mark.parametrize(
    "text",
    [
        "Norwegen zögert. Auch in Lima, das 250 Soldaten angeboten hat, hat das Parlament das letzte Wort.",
        "Norwegen zögert. 40 Millionen Euro seien nach Angaben einer Sprecherin des Entwicklungsministeriums in Lima gebunden.",
    ],
)
def test_who_stands_behind_a_word_of_place_may_give(text: str) -> None:
    """Not a goal: whom a relative clause tells of, and whose words "nach" names."""
    assert "pe" in givers(text, "de")
