"""A report that is taken down leaves with its words and bytes; a tombstone stays and keeps it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from zusage.errors import LedgerError
from zusage.intake.reports import Intake, Item
from zusage.intake.source import Failure, Source
from zusage.ledger.checking import Flaw, check_rows
from zusage.ledger.fetched import all_captures, find_tombstone
from zusage.ledger.queries import reports_in_order
from zusage.model.ledger import Act
from zusage.model.report import Reader
from zusage.workflow import judge
from zusage.workflow.add import add_items, add_sources, reread
from zusage.workflow.steps import ReadReport
from zusage.workflow.takedown import take_down
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace

TextsIn = Callable[..., Iterator[Item | Failure]]
HIDDEN = "Oslo will send 40 medics to the harbour, which nobody was to know."
OTHER = "Riga will send 30 medics."


@pytest.fixture
def filled(workspace: Workspace, reader: ReadReport, texts_in: TextsIn) -> Workspace:
    list(add_items(workspace, texts_in(HIDDEN, OTHER), reader))
    view = view_ledger(workspace)
    (statement,) = [each.id for entry in view.entries if entry.actor == "no" for each in entry.statements]
    judge.accept(workspace, statement, who="ada")
    return workspace


def taken(workspace: Workspace) -> str:
    with workspace.ledger.reading() as connection:
        (report,) = [each for each, _ in reports_in_order(connection) if each.text == HIDDEN]
    done = take_down(workspace, report.id[:8], who="ada", why="asked for")
    assert (done.removed.statements, done.removed.captures) == (1, 1)
    assert done.removed.judgements > 0
    return report.id


def test_words_bytes_statements_and_judgements_are_gone(filled: Workspace) -> None:
    report = taken(filled)
    view = view_ledger(filled)
    assert [entry.actor for entry in view.entries] == ["lv"]
    assert view.judgements == ()
    with filled.ledger.reading() as connection:
        assert [each.content for each in all_captures(connection)] == [OTHER.encode()]
        stone = find_tombstone(connection, report=report)
        assert not [each for each in check_rows(connection) if isinstance(each, Flaw)]
    assert stone is not None
    assert (stone.who, stone.why) == ("ada", "asked for")


def test_nothing_of_it_is_left_in_the_files(filled: Workspace) -> None:
    if filled.ledger.url is not None:
        pytest.skip("PostgreSQL's files are its server's")
    taken(filled)
    for path in filled.ledger.folder.rglob("*"):
        if path.is_file():
            assert b"nobody was to know" not in path.read_bytes(), path


def test_it_does_not_come_back(filled: Workspace, reader: ReadReport, texts_in: TextsIn) -> None:
    taken(filled)
    (failure,) = add_items(filled, texts_in(HIDDEN), reader)
    assert isinstance(failure, Failure)
    assert "was taken down on 2025-01-01 by ada: asked for" in str(failure.error)
    assert all(not isinstance(each, Failure) for each in reread(filled, Intake(language="en"), reader))
    assert len(view_ledger(filled).readings) == 1


def test_nor_does_its_address(workspace: Workspace, reader: ReadReport) -> None:
    page = (
        "<html><head><title>t</title></head><body><article><p>"
        + "Oslo will send 40 medics, the ministry said. " * 9
        + "</p></article></body></html>"
    )

    def source(content: str) -> Iterator[Source | Failure]:
        yield Source(
            "https://a.example/1", content.encode(), address="https://a.example/1", fetched_at="2025-01-01T00:00:00Z"
        )

    list(add_sources(workspace, source(page), Intake(), reader, who=Reader("small", "1")))
    (reading,) = view_ledger(workspace).readings
    take_down(workspace, reading.report.id, who="ada", why="asked for")
    (failure,) = add_sources(workspace, source(page.replace("40", "41")), Intake(), reader)
    assert isinstance(failure, Failure)
    with workspace.ledger.reading() as connection:
        assert list(all_captures(connection)) == []


def test_nor_does_any_address_that_led_to_it(workspace: Workspace, reader: ReadReport) -> None:
    """A page that names another address as its own, asked for by a third."""
    words = "Oslo will send 40 medics, the ministry said. " * 9
    page = f"<html><head><link rel='canonical' href='https://a.example/own'></head><body><article><p>{words}</p></article></body></html>"

    def source(address: str, number: int) -> Iterator[Source | Failure]:
        content = page.replace("40", str(number)).encode()
        yield Source(
            address, content, address="https://a.example/fetched", headers={"asked": "https://a.example/asked"}
        )

    list(add_sources(workspace, source("x", 40), Intake(), reader))
    (reading,) = view_ledger(workspace).readings
    assert reading.report.address == "https://a.example/own"
    take_down(workspace, reading.report.id, who="ada", why="asked for")
    (failure,) = add_sources(workspace, source("x", 41), Intake(), reader)
    assert isinstance(failure, Failure)
    with workspace.ledger.reading() as connection:
        assert list(all_captures(connection)) == []
        for name in ("own", "fetched", "asked"):
            assert find_tombstone(connection, addresses=[f"https://a.example/{name}"]) is not None


def test_bytes_that_another_report_needs_stay(workspace: Workspace, reader: ReadReport) -> None:
    """Two reports of one page: read in two languages."""
    page = (
        "<html><body><article><p>"
        + "Oslo will send 40 medics, the ministry said. " * 9
        + "</p></article></body></html>"
    )
    for number in (1, 2):
        address = f"https://a.example/{number}"
        sources: Iterator[Source | Failure] = iter((Source(address, page.encode(), address=address),))
        list(add_sources(workspace, sources, Intake(), reader))
    first, _ = view_ledger(workspace).readings
    take_down(workspace, first.report.id, who="ada", why="asked for")
    with workspace.ledger.reading() as connection:
        assert len(list(all_captures(connection))) == 1


def test_what_was_judged_and_taken_back_goes_with_it(filled: Workspace) -> None:
    undone = [judge.undo(filled, each.id, who="ada") for each in judge.log(filled)]
    for claim in judge.open_claims(filled):
        judge.accept(filled, claim.id, who="ada")
    taken(filled)
    with filled.ledger.reading() as connection:
        assert [each for each in check_rows(connection) if isinstance(each, Flaw)] == []
    assert [each.what for each in judge.log(filled)] == [Act.ACCEPT]
    assert undone


def test_a_report_that_is_not_there(workspace: Workspace) -> None:
    with pytest.raises(LedgerError, match="is not in the ledger"):
        take_down(workspace, "beef", who="ada", why="x")
