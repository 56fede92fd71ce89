"""Finding by words: the same on both databases, in step with the rows, gone with a takedown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import frozen_schema
import pytest
from sqlalchemy import delete, text, update

from zusage.language.question import parse_question
from zusage.ledger import searching
from zusage.ledger.checking import Flaw, check_rows
from zusage.ledger.copying import back_up, restore
from zusage.ledger.removal import remove_report
from zusage.ledger.searching import find_by_words
from zusage.ledger.store import Ledger, open_ledger
from zusage.ledger.tables import search_documents, texts
from zusage.ledger.word_index import Sort, count_documents, is_outdated, rebuild_index
from zusage.ledger.writing import SavedReading
from zusage.model.quote import Quote
from zusage.model.report import Reading, Report
from zusage.model.statement import Position
from zusage.model.values import Stance

AT = "2025-01-03T00:00:00.000Z"
Keep = Callable[..., SavedReading]

HOUSES = "Die Ministerin besuchte die Häuser. Sicherheitsgarantien lehnt Bergland ab, Türkiye nicht."
PLEDGE = "Seeland pledged security guarantees. It's no guarantee of security, said the U.S. envoy's staff."
TRAIN = "Der Zug hält im Norden. Ein Haus mit Garantie."


def report(body: str, language: str, title: str = "") -> Reading:
    found: tuple[Position, ...] = ()
    if "lehnt" in body:
        quote = Quote.find(body, "Sicherheitsgarantien lehnt Bergland ab")
        found = (Position(actor="group:highlands", stance=Stance.OPPOSES, topic="security-guarantees", quote=quote),)
    return Reading(report=Report(text=body, language=language, title=title, name=title), positions=found)


@pytest.fixture
def filled(ledger: Ledger, keep: Keep) -> Ledger:
    for made in (report(HOUSES, "de", "Besuch"), report(PLEDGE, "en", "A pledge"), report(TRAIN, "de", "Züge im Haus")):
        keep(made)
    return ledger


def found(ledger: Ledger, question: str, sort: Sort = Sort.REPORT) -> list[str]:
    """Titles of the reports, or quotes, that are found, best first."""
    with ledger.reading() as connection:
        hits = find_by_words(connection, parse_question(question), sort, limit=10).hits
        query = "SELECT title FROM texts WHERE report = :name"
        if sort is Sort.QUOTE:
            query = "SELECT quote FROM statements WHERE id = :name"
        return [str(connection.scalar(text(query), {"name": name})) for name, _ in hits]


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("Häuser", {"Besuch", "Züge im Haus"}),
        ("haus", {"Besuch", "Züge im Haus"}),
        ("Garantie", {"Besuch", "Züge im Haus"}),
        ("garantie -Zug", {"Besuch"}),
        ("Sicherheitsgarantie", {"Besuch"}),
        ("turkiye", {"Besuch"}),
        ("pledges guarantee", {"A pledge"}),
        ('"security guarantee"', {"A pledge"}),
        ('"guarantees of security"', {"A pledge"}),
        ('"guarantee security"', set()),
        ('"pledge Seeland"', set()),  # from the title into the body is no row
        ("Garantie Zug -Haus", set()),
        ("envoy", {"A pledge"}),
        ("it's", {"A pledge"}),
        ("Bahnhof", set()),
        ("' OR 1=1 --", set()),
        ('a" OR "Haus', set()),
        ("title:Haus*", set()),
        ("Haus\\ & | ! <-> :*", {"Besuch", "Züge im Haus"}),
    ],
)
def test_what_a_question_finds(filled: Ledger, question: str, titles: set[str]) -> None:
    assert set(found(filled, question)) == titles


def test_a_title_weighs_more(filled: Ledger) -> None:
    assert found(filled, "Haus") == ["Züge im Haus", "Besuch"]


def test_quotes_are_found_apart(filled: Ledger) -> None:
    assert found(filled, "Garantie Bergland", Sort.QUOTE) == ["Sicherheitsgarantien lehnt Bergland ab"]
    assert found(filled, "Haus", Sort.QUOTE) == []


def test_pages_of_results(filled: Ledger) -> None:
    with filled.reading() as connection:
        pages = [find_by_words(connection, parse_question("Haus"), Sort.REPORT, limit=1, offset=at) for at in (0, 1)]
    assert [page.total for page in pages] == [2, 2]
    assert len({page.hits for page in pages}) == 2


def test_of_words_that_are_everywhere_only_the_hits_added_last_are_ranked(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled.reading() as connection:
        whole = find_by_words(connection, parse_question("Haus"), Sort.REPORT, limit=10)
        monkeypatch.setattr(searching, "RANKED", 1)
        part = find_by_words(connection, parse_question("Haus"), Sort.REPORT, limit=10)
        monkeypatch.setattr(searching, "RANKED", 2)
        just = find_by_words(connection, parse_question("Haus"), Sort.REPORT, limit=10)
    assert (whole.is_part, whole.total) == (False, 2)
    assert (part.is_part, part.total) == (True, 1)
    assert not just.is_part
    last = report(TRAIN, "de", "Züge im Haus").report.id
    assert part.hits == ((last, last),)


def test_an_index_made_anew_has_quotes_in_the_order_of_their_reports(filled: Ledger) -> None:
    with filled.reading() as connection:
        query = text("SELECT report FROM search_documents WHERE kind = 'quote' ORDER BY seq")
        before = connection.scalars(query).all()
    with filled.writing() as connection:
        rebuild_index(connection)
        assert connection.scalars(query).all() == before


def test_only_the_newest_text_of_a_report_is_found(ledger: Ledger, keep: Keep) -> None:
    keep(report(HOUSES, "de", "Besuch"))
    old = Reading(report=Report(text=HOUSES, language="de", title="Besuche am Morgen", name="Besuch"))
    keep(old)
    assert found(ledger, "Morgen") != []
    with ledger.reading() as connection:
        assert find_by_words(connection, parse_question("Haus"), Sort.REPORT, limit=9).total == 1


def test_what_is_taken_down_is_not_found_and_no_word_is_left(filled: Ledger) -> None:
    name = report(HOUSES, "de", "Besuch").report.id
    with filled.writing() as connection:
        remove_report(connection, name, who="mona", why="asked to", at=AT)
    filled.forget()
    assert found(filled, "Ministerin") == []
    assert found(filled, "Bergland", Sort.QUOTE) == []
    assert found(filled, "Haus") == ["Züge im Haus"]
    assert flaws(filled) == []
    if filled.url is None:
        assert b"sicherheitsgarantie" not in filled.path.read_bytes()


def flaws(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return [f"{each.row}: {each.problem}" for each in check_rows(connection) if isinstance(each, Flaw)]


def test_what_is_wrong_with_the_index_is_named_and_mended(filled: Ledger) -> None:
    assert flaws(filled) == []
    with filled.writing() as connection:
        connection.execute(delete(search_documents).where(search_documents.c.kind == "quote"))
        connection.execute(update(texts).where(texts.c.title == "A pledge").values(title="A promise"))
        made = {"kind": "report", "name": "0" * 16, "report": "0" * 16, "version": "terms 0"}
        connection.execute(search_documents.insert().values(**made))
        assert is_outdated(connection)
    said = "\n".join(flaws(filled))
    assert "is not in it" in said
    assert "has other words in it" in said
    assert "is in it and not in the ledger" in said
    assert "zusage search --rebuild" in said
    with filled.writing() as connection:
        assert rebuild_index(connection) == 4
    assert [each for each in flaws(filled) if each.startswith("index of words")] == []


def test_a_ledger_of_an_older_schema_is_indexed_when_it_is_opened_for_writing(tmp_path: Path) -> None:
    frozen_schema.read_sqlite(3, tmp_path / "old")
    opened = open_ledger(tmp_path / "old", at=AT)
    with opened.reading() as connection:
        assert count_documents(connection) > 0
    assert flaws(opened) == []


def test_a_backup_is_searched_when_it_is_restored(filled: Ledger, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "b.zip", at=AT)
    restored, _ = restore(tmp_path / "b.zip", tmp_path / "again", at=AT)
    assert set(found(restored, "Haus")) == {"Besuch", "Züge im Haus"}


def test_a_text_that_is_too_long_for_an_index_is_kept(ledger: Ledger, keep: Keep) -> None:
    words = " ".join(f"Wort{number:x}ümläutéå" for number in range(120_000))
    keep(report(words, "fr", "long"))
    assert found(ledger, "Wort7") == []
    assert found(ledger, "Wort7ümläutéå") == ["long"]
    with ledger.reading() as connection:
        assert count_documents(connection) == 1
