"""The agency that a text credits, in the many forms in which texts do."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.reading.credit import find_credit

DE = "Die Geber haben am Dienstag neue Hilfen beschlossen. Ein Termin für die Auszahlung steht nicht fest."
EN = "Donors agreed on new aid on Tuesday. No date has been set for the payments."


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        (f"Lima (dpa) - {DE}", "dpa"),
        (f"Lima, 8. Mai 2024 (dpa) – {DE}", "dpa"),
        (f"LIMA (dpa-AFX) - {DE}", "dpa-afx"),
        (f"Lima, 8. Mai (epd). {DE}", "epd"),
        (f"Wien/Lima (APA/dpa) – {DE}", "apa"),
        (f"Bern (sda) – {DE}", "sda"),
        (f"Bern (Keystone-SDA): {DE}", "sda"),
        (f"(KNA) – {DE}", "kna"),
        (f"dpa – {DE}", "dpa"),
        (f"Hilfen beschlossen\n\n08.05.2024, 14:10 Uhr\n\nLima (dpa) - {DE}", "dpa"),
        (f"LIMA / QUITO (DER ANDENBOTE) – {DE}", "der-andenbote"),
        (f"LIMA (Übersee-Blatt) – {DE}", "uebersee-blatt"),
        (f"Von Eva Beispiel, dpa\n\n{DE}", "dpa"),
        (f"Newsblog am Mittwoch (Quelle: AFP und eigene Recherche)\n\n{DE}", "afp"),
        (f"{DE}\n\n(Mit Material von Reuters)", "reuters"),
        (f"{DE} Mit Informationen der Deutschen Presse-Agentur", "dpa"),
        (f"{DE}\nQuelle: bote.example, abc/AFP", "afp"),
        (f"{DE}\n/evs/DP/jha", "dpa-afx"),
        (f"{DE} abc/dpa", "dpa"),
        (f"{DE}\n(SDA)", "sda"),
        (f"{DE} (APA, red, 8.5.2024)", "apa"),
        (f"{DE}\n© dpa-infocom, dpa:240508-930-106337/1", "dpa"),
        (f"{DE}\n--- Von Eva Beispiel, dpa-AFX ---", "dpa-afx"),
        (f"{DE}\n© Agence France-Presse", "afp"),
        (f"{DE} Wie die Nachrichtenagentur Ukrinform berichtet, fehlen noch zwei Länder.", "ukrinform"),
    ],
)
def test_german_forms(text: str, credit: str) -> None:
    assert find_credit(text, "de") == credit


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        (f"LIMA (AP) — {EN}", "ap"),
        (f"LIMA, Peru (AP) — {EN}", "ap"),
        (f"LIMA, May 8 (Reuters) - {EN}", "reuters"),
        (f"LIMA, May 8, 2024 (AFP) - {EN}", "afp"),
        (f"LIMA, May 8, 2024. /TASS/. {EN}", "tass"),
        (f"LIMA, May 8 (Xinhua) -- {EN}", "xinhua"),
        (f"LIMA (THE COURIER) – {EN}", "the-courier"),
        (f"By Jane Doe, The Associated Press\n\n{EN}", "ap"),
        (f"{EN}\n\nThe Canadian Press", "the-canadian-press"),
        (f"{EN}\n— With files from The Canadian Press", "the-canadian-press"),
        (
            f"{EN}\nThis report by The Canadian Press was first published May 8.\n© 2024 The Canadian Press",
            "the-canadian-press",
        ),
        (f"{EN}\nOur Standards: The Thomson Reuters Trust Principles.", "reuters"),
        (f"{EN} As Ukrinform reported, two countries have not yet answered.", "ukrinform"),
        (f"Two countries have not yet answered, Interfax-Ukraine reports.\n{EN}", "interfax-ukraine"),
        (f"{EN}\nSource: Anadolu Agency", "anadolu"),
    ],
)
def test_english_forms(text: str, credit: str) -> None:
    assert find_credit(text, "en") == credit


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (DE, "de"),
        (EN, "en"),
        (f"LIMA / QUITO (Redaktion) – {DE}", "de"),
        (f"LIMA (eigener Bericht) – {DE}", "de"),
        (f"LIMA (Staff) – {EN}", "en"),
        (f"{EN} The figure is too low, a diplomat told Reuters on Monday.", "en"),
        (f"A memo seen by AFP puts the sum higher. {EN}", "en"),
        (f"Das sagte eine Sprecherin der dpa. {DE}", "de"),
        (f"Die Lage im Nahen Osten (MENA) – ein Überblick. {DE}", "de"),
        (f"{EN} Jane Doe once worked for AP.", "en"),
        (f"Lima (Peru) – {DE}", "de"),
        ("", "de"),
    ],
)
def test_a_source_of_one_sentence_is_no_credit(text: str, language: str) -> None:
    assert find_credit(text, language) is None


@given(st.text(max_size=300), st.sampled_from(["de", "en", "fr"]))
def test_any_text_is_read(text: str, language: str) -> None:
    credit = find_credit(text, language)
    assert credit is None or credit == credit.lower().strip("-")


@pytest.mark.data
def test_the_gold_reports() -> None:
    data = os.environ.get("ZUSAGE_DATA")
    if not data:
        pytest.skip("ZUSAGE_DATA is not set: a folder with gold/dev.jsonl")
    lines = (Path(data) / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [json.loads(line) for line in lines]
    right = sum(find_credit(report["text"], report["language"]) == report["credit"] for report in reports)
    assert right / len(reports) >= 0.95
