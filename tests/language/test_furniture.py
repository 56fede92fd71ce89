"""Furniture is found by shape, vocabulary, address and place; the report itself stays unmarked."""

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.language.furniture import mark_furniture

BODY_DE = (
    "Die Hafenstadt bekommt eine neue Brücke, das hat der Gemeinderat am Montag nach langer Debatte beschlossen.",
    "Ein Sprecher der Verwaltung sagte, die Arbeiten könnten schon im kommenden Frühjahr beginnen.",
)
BODY_EN = (
    "The harbour town will get a new bridge, the council decided on Monday after a long and bitter debate.",
    "A spokesman for the administration said that work could start as early as next spring.",
)


def marked(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[one.span.start : one.span.end], one.rule) for one in mark_furniture(text, language)]


GERMAN = [
    ("Elektroniker (m/w/d) für Schaltanlagen", "job-ad"),
    ("Stellenmarkt: Köchin in Vollzeit, Hausmeister", "job-ad"),
    ("Lesen Sie auch: Warum die alte Brücke gesperrt wurde", "related"),
    ("+++ Mehr zum Thema: Brücken im Norden +++", "related"),
    ("Melden Sie sich hier für unseren Newsletter an!", "newsletter"),
    ("Noch kein Abo? Gleich vier Wochen gratis lesen.", "subscription"),
    ("Unterstützen Sie unsere Redaktion mit einem Abonnement!", "subscription"),
    ("Kommentare (7)", "comments"),
    ("Alle Kommentare werden vor der Freigabe geprüft.", "comments"),
    ("ANZEIGE", "advert"),
    ("Wir verwenden Cookies, um Inhalte zu personalisieren.", "cookies"),
    ("Start | Lokales | Sport | Kultur", "navigation"),
    ("Artikel teilen", "share"),
    ("© Hafenbote, alle Rechte vorbehalten", "copyright"),
    ("Wetter: Morgen bewölkt, am Abend Schauer", "service"),
    ("Dieser Text wurde mit Hilfe künstlicher Intelligenz verfasst.", "disclosure"),
    ("Stand: 4. März 2025, 17:23 Uhr", "editorial"),
    ("Redaktion: Ada Hafner, Emil Fischer", "editorial"),
]
ENGLISH = [
    ("Welder (m/f/d), full-time", "job-ad"),
    ("Read next: Why the old bridge was closed", "related"),
    ("Related: A history of the harbour", "related"),
    ("Sign up for our weekly newsletter!", "newsletter"),
    ("Subscribers get ten per cent off all maps.", "subscription"),
    ("Comments are closed.", "comments"),
    ("Advertisement", "advert"),
    ("Accept cookies | Manage preferences", "cookies"),
    ("Home > Local > Harbour", "navigation"),
    ("Follow us on social media.", "share"),
    ("© The Harbour Gazette", "copyright"),
    ("Weather: drizzle at first, brighter later", "service"),
    ("This article was generated automatically.", "disclosure"),
    ("Reporting by Ada Harbour and Emil Fisher; Editing by Iris Quay", "editorial"),
    ("Last updated 4 March 2025", "editorial"),
]


@pytest.mark.parametrize(("line", "rule"), GERMAN)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_german_furniture_is_found_anywhere(line: str, rule: str, place: int) -> None:
    lines = [*BODY_DE[:place], line, *BODY_DE[place:]]
    found = marked("\n\n".join(lines), "de")
    assert len(found) == 1
    assert found[0][0].strip("+ ") == line.strip("+ ")
    assert found[0][1] == rule


@pytest.mark.parametrize(("line", "rule"), ENGLISH)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_english_furniture_is_found_anywhere(line: str, rule: str, place: int) -> None:
    lines = [*BODY_EN[:place], line, *BODY_EN[place:]]
    assert marked("\n".join(lines), "en") == [(line, rule)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Newsletter der Regierung habe zuletzt viele Leser verloren, räumte eine Sprecherin ein.",
        "In einem Kommentar nannte die Zeitung den Beschluss einen Fehler.",
        "„Abonnieren Sie doch den Newsletter!“, rief ein Zuhörer der Ministerin zu.",
        "Jetzt muss der Bundestag zustimmen.",
        "Mehr zum Thema sagte der Minister nicht; auch Fragen nach Kosten ließ er unbeantwortet und ging.",
        "Hier sollen Soldaten aus fünf Ländern ausgebildet werden.",
        "Sie haben bereits zugesagt, Schiffe zu schicken.",
        "Berichtigung: In einer früheren Fassung war die Brücke zu lang.",
        "Im Februar lag die Zahl der Stellen in der Werft bei 300.",
    ],
)
def test_german_sentences_of_a_report_stay(sentence: str) -> None:
    assert marked("\n".join((*BODY_DE, sentence)), "de") == []
    assert marked("\n".join((sentence, *BODY_DE)), "de") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The subscription model has failed, the minister said.",
        "Britain and France said more would follow.",
        "Countries that register now will be invited to the next meeting of donors in the spring.",
        '"Please follow us," she told the crowd.',
        "An earlier version of this report misstated the length of the bridge.",
        "Officials declined to comment.",
        "Ten nations offered ships | planes | drones.",
        "Home affairs remain with the provinces.",
    ],
)
def test_english_sentences_of_a_report_stay(sentence: str) -> None:
    assert marked("\n".join((*BODY_EN, sentence)), "en") == []
    assert marked("\n".join((sentence, *BODY_EN)), "en") == []


def test_titles_below_a_heading_go_with_it() -> None:
    text = "\n\n".join(
        (*BODY_EN, "Read Previous", "Ferry to run again from May", "Read Next", "Mayor opens flower show")
    )
    assert [words for words, _ in marked(text, "en")] == text.split("\n\n")[2:]


def test_an_english_heading_counts_on_a_german_page() -> None:
    text = "\n\n".join((*BODY_DE, "Read Next", "„Fähre fährt ab Mai wieder“"))
    assert [rule for _, rule in marked(text, "de")] == ["related", "related"]


def test_subheadings_below_a_heading_are_kept_when_paragraphs_follow() -> None:
    text = "\n".join((BODY_DE[0], "Anzeige", "Streit um die Kosten", BODY_DE[1]))
    assert marked(text, "de") == [("Anzeige", "advert")]


def test_a_list_goes_as_a_whole() -> None:
    items = ("- Den Newsletter jetzt bestellen!", "- Zehn gute Romane für den Strand", "- Jetzt die App laden!")
    assert [words for words, _ in marked("\n".join((*BODY_DE, *items)), "de")] == list(items)


def test_a_list_of_the_report_stays() -> None:
    items = ("- 300 Stellen in der Werft", "- zwei neue Fähren", "- keine höheren Gebühren")
    text = "\n".join((*BODY_DE, "Das Wichtigste in Kürze", *items, "Kommentare (3)"))
    assert marked(text, "de") == [("Kommentare (3)", "comments")]


def test_what_stands_among_furniture_after_the_end_goes_too() -> None:
    tail = (
        "Stellenangebote",
        "Duales Studium Wasserbau",
        "Wir wünschen uns eine Diskussion, in der die Leser einander mit Respekt begegnen und Ihre Zeit achten.",
        "Jetzt den Newsletter bestellen!",
    )
    assert [words for words, _ in marked("\n".join((*BODY_DE, *tail)), "de")] == list(tail)


def test_the_last_sentences_of_a_paragraph_can_be_furniture() -> None:
    text = f"{BODY_EN[0]} Work begins in May. Sign up to our evening email here."
    assert marked(text, "en") == [("Sign up to our evening email here.", "newsletter")]


def test_an_unknown_language_is_read_as_english() -> None:
    assert marked("Le port aura un pont.\nAdvertisement", "fr") == [("Advertisement", "advert")]


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "|", "- ", "***"])
def test_nothing_is_found_in_nothing(text: str) -> None:
    assert mark_furniture(text, "de") == ()


@given(st.lists(st.sampled_from([line for line, _ in GERMAN] + [*BODY_DE, "", "–", "Kurzer Titel", "- Punkt"])))
def test_runs_are_in_order_never_overlap_and_never_hold_a_paragraph(lines: list[str]) -> None:
    text = "\n".join(lines)
    runs = [one.span for one in mark_furniture(text, "de")]
    assert all(one.end <= two.start for one, two in pairwise(runs))
    assert all(text[run.start : run.end] not in BODY_DE for run in runs)


@pytest.mark.data
def test_no_annotated_quote_lies_in_furniture() -> None:
    data = os.environ.get("ZUSAGE_DATA")
    if not data:
        pytest.skip("ZUSAGE_DATA is not set: a folder with gold/dev.jsonl")
    for line in (Path(data) / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        text = report["text"]
        runs = [one.span for one in mark_furniture(text, report["language"])]
        for record in (*report["commitments"], *report["positions"], *report["attendance"]):
            start = text.index(record["quote"])
            end = start + len(record["quote"])
            assert not any(run.start < end and start < run.end for run in runs), (report["id"], record["quote"])


@pytest.mark.data
def test_nearly_nothing_of_the_bodies_of_real_pages_is_marked() -> None:
    data = os.environ.get("ZUSAGE_DATA")
    if not data:
        pytest.skip("ZUSAGE_DATA is not set: a folder with data/pages")
    marks = paragraphs = 0
    for file in sorted((Path(data) / "data" / "pages").glob("*/*.json")):
        language = "en" if file.parent.name in {"uk", "us"} else "de"
        for page in json.loads(file.read_text(encoding="utf-8")).values():
            body = page["body"]
            sections = [part for section in body["sections"] for part in (*section["headline"], *section["paragraphs"])]
            lines = [line for line in (*body["summary"], *sections) if line.strip()]
            paragraphs += len(lines)
            marks += len(mark_furniture("\n\n".join(lines), language))
    assert paragraphs > 3000
    assert marks / paragraphs < 0.005


def test_words_without_an_end_are_no_prose() -> None:
    """Lost line breaks, lists of words: nothing that a grammar could read; what stands around them stays."""
    words = "Brücke Hafen Markt " * 1500
    text = f"{BODY_DE[0]}\n\n{words}\n\n{BODY_DE[1]} Und dann: {words}"
    found = mark_furniture(text, "de")
    assert {one.rule for one in found} == {"no-prose"}
    assert [text[one.span.start : one.span.end][:6] for one in found] == ["Brücke", "Und da"]
    assert mark_furniture(f"{' '.join(BODY_EN)} " * 200, "en") == ()
