"""Exporting a ledger: cut by day, time of recording and review, and put where nothing is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zusage.errors import InputError
from zusage.intake.reports import Item
from zusage.intake.source import Failure
from zusage.publish.exports.edition import Edition
from zusage.publish.exports.formats import FORMATS
from zusage.workflow import judge
from zusage.workflow.add import add_items
from zusage.workflow.export import cut_edition, export, save
from zusage.workflow.steps import ReadReport
from zusage.workflow.workspace import Workspace

Texts = Callable[..., Iterator[Item | Failure]]

FIRST = "Graz, 4 March 2025 (apa) - Oslo will send 40 medics, and they met in Graz."
SECOND = "Graz, 9 March 2025 (apa) - Riga will send 20 medics."


@pytest.fixture
def filled(workspace: Workspace, reader: ReadReport, texts_in: Texts) -> Workspace:
    """Two reports, of 4 and 9 March."""
    list(add_items(workspace, texts_in(FIRST, SECOND), reader))
    return workspace


def actors(edition: Edition) -> list[str]:
    return [entry.actor for entry in edition.entries]


def test_an_edition_as_of_a_day_has_what_had_been_said(filled: Workspace) -> None:
    assert actors(cut_edition(filled)) == ["lv", "no"]
    early = cut_edition(filled, as_of="2025-03-05")
    assert actors(early) == ["no"]
    assert len(early.reports) == 1
    assert cut_edition(filled, as_of="2025-03-01").claims == ()


def test_an_edition_as_known_at_a_time_has_what_was_recorded(filled: Workspace) -> None:
    assert cut_edition(filled, known_at="2024-12-31T23:59:59.999Z").reports == ()
    assert len(cut_edition(filled, known_at="2025-01-01T23:59:59.999Z").reports) == 2


def test_a_reviewed_edition_has_nothing_that_nobody_accepted(filled: Workspace) -> None:
    assert cut_edition(filled, reviewed=True).claims == ()
    whole = cut_edition(filled)
    (riga,) = (entry for entry in whole.entries if entry.actor == "lv")
    judge.accept(filled, riga.statements[0].id, who="mona")
    reviewed = cut_edition(filled, reviewed=True)
    assert actors(reviewed) == ["lv"]
    assert [claim.status for claim in reviewed.claims] == ["accepted"]
    assert reviewed.cut() == {"reviewed": "only"}


def test_files_go_where_nothing_is(filled: Workspace, tmp_path: Path) -> None:
    edition = cut_edition(filled)
    files = export(edition, "csv")
    save(files, tmp_path / "tables", as_folder=True)
    assert {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()} == files
    with pytest.raises(InputError, match="is there already"):
        save(files, tmp_path / "tables", as_folder=True)
    with pytest.raises(InputError, match="cannot be written: no such file"):
        save(export(edition, "graphml"), tmp_path / "no" / "ledger.graphml", as_folder=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ledger", "tables"]


def test_an_empty_ledger_is_exported_too(workspace: Workspace) -> None:
    edition = cut_edition(workspace)
    assert all(export(edition, form) for form in FORMATS if form != "iati")
