"""Sentences with exact offsets: stops, abbreviations, ordinals, headlines, lists, datelines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.language.sentences import split_sentences


def parts(text: str, language: str = "de") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Das Treffen am 3. Oktober in Oslo dauerte lang.",
        "Frau Dr. Anders und Prof. Berg kamen.",
        "Oslo liefert Boote, d. h. drei Kutter, und z. B. Bojen.",
        "Am 6. Januar unterzeichnete der 2. Ausschuss.",
        "Die Kosten betragen 3,5 Mio. Euro bzw. 4.000.000 Kronen.",
        "J. R. Beispiel sprach.",
        "König Harald V. Beispiel kam im 19. Jahrhundert n. Chr. an die Macht.",
        "„Kommt ihr?“, fragte sie.",
        "Er rief „Halt!“ und ging.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Oslo liefert. Bergen zahlt.", 2),
        ("„Wir liefern.“ Mehr sagte sie nicht.", 2),
        ("Liefert Oslo? Ja! Und Bergen?", 3),
        ("Er kam bis Platz 3. Die Ministerin kam weiter.", 2),
        ("Das war 2004. Danach kam nichts.", 2),
        ("Italien schickt 15 Helfer, Ungarn 20. Kuba bietet Zelte an.", 2),
        ("Peru gibt 30 Boote, Chile ist dabei mit 15. Kuba zahlt.", 2),
        ("Erste Zeile ohne Punkt\nZweite Zeile ohne Punkt\n\nDritter Absatz.", 3),
        ("Titel des Berichts\n\nOslo liefert.", 2),
        ("- drei Boote\n- zwei Bojen\n- ein Kran", 3),
        ("OSLO / BERGEN (Redaktion) – Norwegen liefert Boote.", 2),
        ("Oslo, 4. September (xyz) - Norwegen liefert Boote.", 2),
        ("", 0),
    ],
)
def test_counts(text: str, count: int) -> None:
    assert len(parts(text)) == count


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Die Ministerin hat am Montag in Oslo erklärt, dass ihr Land in den\n"
        "kommenden Monaten drei Boote und die dazu gehörenden Mannschaften nach\n"
        "Süden verlegen und für zwei Jahre bezahlen will."
    )
    assert parts(text) == [text]


def test_english_abbreviations() -> None:
    assert len(parts("Mr. Example met Gen. Sample in the U.S. Senate. They left.", "en")) == 2


@given(st.text(alphabet="aB1 .!?\n\r„“(),-–:", max_size=120))
def test_offsets_cover_all_but_white_space(text: str) -> None:
    runs = split_sentences(text)
    at = 0
    kept = ""
    for start, end in runs:
        assert at <= start < end
        assert not text[at:start].strip()
        kept += text[start:end]
        at = end
    assert not text[at:].strip()
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "place", ["Lima", "LIMA", "Lima, Peru", "Port-au-Prince, Haiti", "San Salvador", "Rio de Janeiro", "Lima (Agency)"]
)
def test_a_dateline_is_a_sentence_of_its_own(place: str) -> None:
    said = "Peru has pledged 20 million euros in new aid for Chad at a conference, its minister said."

    assert parts(f"{place} — {said}", "en") == [f"{place} —", said]


@pytest.mark.parametrize("place", ["Lima -", "Lima/Rom –", "Lima, 4. Mai 2026 –", "Lima (Peru), 04.05.2026 –"])
def test_a_dateline_with_a_hyphen_two_places_or_a_day(place: str) -> None:
    said = "Peru hat auf einer Konferenz 20 Millionen Euro neue Hilfe für den Tschad zugesagt, sagte die Ministerin."

    assert parts(f"{place} {said}") == [place, said]


@pytest.mark.parametrize("place", ["Lima, 4. Mai 2026 -", "Lima, May 4, 2026 -", "Lima (Peru), 04.05.2026 –"])
def test_a_dateline_with_a_day_stands_below_a_headline_too(place: str) -> None:
    said = "Peru hat auf einer Konferenz 20 Millionen Euro neue Hilfe für den Tschad zugesagt, sagte die Ministerin."

    assert parts(f"Neue Hilfe\n\n{place} {said}") == ["Neue Hilfe", place, said]


@pytest.mark.parametrize("place", ["Quito (epd)", "Lima/Quito (APA/sda)"])
def test_a_dateline_with_an_agency_needs_no_dash(place: str) -> None:
    said = "Für den Tschad hat Peru auf einer Konferenz 20 Millionen Euro neue Hilfe zugesagt, sagte die Ministerin."

    assert parts(f"{place} {said}") == [place, said]


def test_a_place_alone_below_a_headline_may_be_an_item() -> None:
    said = "Peru – Die Regierung in Lima gibt 20 Millionen Euro für neue Hilfe im Tschad, sagte die Ministerin."

    assert parts(f"Neue Hilfe\n\n{said}") == ["Neue Hilfe", said]


def test_a_line_of_a_list_has_no_dateline() -> None:
    assert parts("Peru — Two frigates", "en") == ["Peru — Two frigates"]
