"""Reports into the ledger: once, with failures recorded and passed over."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from zusage.dossier import Dossier
from zusage.errors import DossierError, InputError, LedgerError
from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Failure, Source
from zusage.ledger.tables import failures, readings, texts
from zusage.model.report import Reader, Reading, Report
from zusage.settings import load_settings
from zusage.workflow import judge
from zusage.workflow.add import Change, Outcome, add_items, add_sources, reread
from zusage.workflow.steps import ReadReport
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace, init_ledger, open_workspace

OSLO = "Oslo will send 40 medics, the minister said."
RIGA = "Riga will send 10 cooks. They met in Graz."

Texts = Callable[..., Iterator[Item | Failure]]


def changes(outcomes: Iterator[Outcome | Failure]) -> list[str]:
    """Say what came of each report."""
    return [each.change if isinstance(each, Outcome) else "failed" for each in outcomes]


def test_reports_are_added_once(workspace: Workspace, reader: ReadReport, texts_in: Texts) -> None:
    assert changes(add_items(workspace, texts_in(OSLO, RIGA, OSLO), reader)) == ["added", "added", "unchanged"]
    assert changes(add_items(workspace, texts_in(RIGA, OSLO), reader)) == ["unchanged", "unchanged"]
    assert [entry.actor for entry in view_ledger(workspace).entries] == ["lv", "no"]


def test_one_report_that_fails_leaves_the_others(workspace: Workspace, reader: ReadReport, texts_in: Texts) -> None:
    outcomes = list(add_items(workspace, texts_in(OSLO, "", "A dragon, he said.", RIGA), reader))
    assert changes(iter(outcomes)) == ["added", "failed", "failed", "added"]
    broken = outcomes[2]
    assert isinstance(broken, Failure)
    assert str(broken.error).startswith("2.txt: the reader failed (ZeroDivisionError, at conftest.py:")
    with workspace.ledger.reading() as connection:
        assert connection.scalars(select(failures.c.problem)).all() == [str(broken.error)]
        assert len(connection.execute(select(texts)).all()) == 3  # what could not be read is kept all the same
        assert len(connection.execute(select(readings)).all()) == 2


def test_a_later_reader_retracts_and_history_is_kept(
    workspace: Workspace, reader: ReadReport, later_reader: ReadReport, texts_in: Texts
) -> None:
    list(add_items(workspace, texts_in(OSLO), reader))
    (outcome,) = reread(workspace, Intake(), later_reader)
    assert isinstance(outcome, Outcome)
    assert (outcome.change, len(outcome.saved.retracted)) == (Change.REREAD, 1)
    assert view_ledger(workspace).entries == ()
    assert len(view_ledger(workspace, known_at="2025-01-01T00:00:01.000Z").entries) == 1
    assert changes(reread(workspace, Intake(), later_reader)) == ["unchanged"]


def test_a_dossier_of_ones_own(tmp_path: Path, reader: ReadReport, texts_in: Texts) -> None:
    made = init_ledger(tmp_path / "l", dossier="", new_dossier="river-fund", clock=lambda: "t")
    assert made.dossier.id == "river-fund"
    opened = open_workspace(load_settings({"ledger": str(tmp_path / "l")}, {}))
    assert opened.dossier.id == "river-fund"
    assert changes(add_items(made, texts_in(OSLO), reader)) == ["added"]


def test_no_ledger_is_made_on_a_dossier_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(DossierError):
        init_ledger(tmp_path / "l", dossier="no-such")
    assert not (tmp_path / "l").exists()


def test_what_can_no_longer_be_written_stops(workspace: Workspace, reader: ReadReport, texts_in: Texts) -> None:
    with workspace.ledger.writing() as connection:
        connection.exec_driver_sql("DROP TABLE findings")
    with pytest.raises(LedgerError, match="damaged"):
        list(add_items(workspace, texts_in(OSLO), reader))
    with workspace.ledger.reading() as connection:
        assert connection.execute(select(texts)).all() == []


def test_what_the_same_reader_has_read_is_not_read_again(
    workspace: Workspace, reader: ReadReport, texts_in: Texts
) -> None:
    who = Reader("small", "1")
    list(add_items(workspace, texts_in(OSLO), reader, who=who))

    def unread(report: Report, dossier: Dossier) -> Reading:
        raise AssertionError(report.text, dossier.id)

    (known,) = add_items(workspace, texts_in(OSLO), unread, who=who)
    assert isinstance(known, Outcome)
    assert (known.change, len(known.reading.statements)) == (Change.UNCHANGED, 1)
    assert changes(add_items(workspace, texts_in(OSLO), reader, who=Reader("small", "2"))) == ["unchanged"]
    assert changes(add_items(workspace, texts_in(RIGA), unread, who=who)) == ["failed"]


def test_what_is_handed_in_otherwise_is_read_again(workspace: Workspace, reader: ReadReport) -> None:
    who = Reader("small", "1")
    for number, day in enumerate((None, "2025-02-03", "2025-02-03")):
        record = json.dumps({"id": "a", "language": "en", "text": OSLO, "published_on": day})
        items = read_reports(Source("a.json", record.encode()), Intake())
        expected = ("added", "added", "unchanged")[number]
        assert changes(add_items(workspace, items, reader, who=who)) == [expected]


def page_of(words: str, title: str = "A") -> Iterator[Source | Failure]:
    body = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p></article></body></html>"
    yield Source("https://a.example/1", body.encode(), address="https://a.example/1", fetched_at="2025-01-01T00:00:00Z")


PLEDGED = "Oslo will send 40 medics to the harbour town, said the ministry in the evening. " * 4


def test_a_better_extractor_makes_another_text_of_the_same_report(
    workspace: Workspace, reader: ReadReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(add_sources(workspace, page_of(PLEDGED), Intake(), reader))
    (before,) = view_ledger(workspace).readings
    monkeypatch.setattr(
        "zusage.intake.pages.join_blocks", lambda blocks: "Better. " + " ".join(each.words for each in blocks)
    )
    (outcome,) = reread(workspace, Intake(), reader)
    assert isinstance(outcome, Outcome)
    (after,) = view_ledger(workspace).readings
    assert after.report.id == before.report.id
    assert after.report.text.startswith("Better. Oslo")
    assert [each.quote.exact for each in after.commitments] == [each.quote.exact for each in before.commitments]
    assert [each.change for each in reread(workspace, Intake(), reader) if isinstance(each, Outcome)] == [
        Change.UNCHANGED
    ]


def test_a_report_whose_statements_people_judged_keeps_its_text(
    workspace: Workspace, reader: ReadReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(add_sources(workspace, page_of(PLEDGED), Intake(), reader))
    (entry, *_) = view_ledger(workspace).entries
    judge.accept(workspace, entry.statements[0].id, who="ada")
    monkeypatch.setattr(
        "zusage.intake.pages.join_blocks", lambda blocks: "Better. " + " ".join(each.words for each in blocks)
    )
    (outcome,) = reread(workspace, Intake(), reader)
    assert isinstance(outcome, Outcome)
    assert "people judged its statements" in outcome.notes[0]
    assert not view_ledger(workspace).readings[0].report.text.startswith("Better")


def test_bytes_without_a_report_are_tried_again(
    workspace: Workspace, reader: ReadReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise InputError("x", "holds no report")

    with monkeypatch.context() as patch:
        patch.setattr("zusage.intake.published.read_page", fail)
        (failure,) = add_sources(workspace, page_of(PLEDGED), Intake(), reader)
        assert isinstance(failure, Failure)
    (outcome,) = reread(workspace, Intake(), reader)
    assert isinstance(outcome, Outcome)
    assert outcome.change is Change.ADDED
    assert outcome.reading.report.address == "https://a.example/1"
