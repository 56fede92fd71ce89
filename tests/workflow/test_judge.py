"""Judgements: accepted, rejected, corrected, coded, undone; never overwritten, and stronger than a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from zusage.errors import FormatError, LedgerError
from zusage.intake.reports import Intake, Item
from zusage.intake.source import Failure
from zusage.model.ledger import Act, Entry, statement_id
from zusage.model.statement import Commitment, Position
from zusage.model.values import ConditionType, Firmness
from zusage.workflow import judge
from zusage.workflow.add import Outcome, add_items, reread
from zusage.workflow.steps import ReadReport
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace

TEXT = "Oslo will send 40 medics, Ms Holm said. Moscow objects. Bern wavers."

Texts = Callable[..., Iterator[Item | Failure]]


@pytest.fixture
def statement(workspace: Workspace, reader: ReadReport, texts_in: Texts) -> str:
    """The id of the one statement in the ledger."""
    (outcome,) = add_items(workspace, texts_in(TEXT), reader)
    assert isinstance(outcome, Outcome)
    return statement_id(outcome.reading.report.id, outcome.reading.commitments[0])


def entries(workspace: Workspace) -> tuple[Entry, ...]:
    """Return the ledger's entries."""
    return view_ledger(workspace).entries


def test_accepting_twice_is_one_judgement(workspace: Workspace, statement: str) -> None:
    first = judge.accept(workspace, statement[:8], who="mona", why="checked")
    again = judge.accept(workspace, statement, who="mona", why="checked")
    assert (first.is_new, again.is_new) == (True, False)
    assert first.judgement == again.judgement
    assert entries(workspace)[0].reviewed
    assert judge.open_claims(workspace) == ()


def test_rejecting_takes_the_entry_away_and_undoing_brings_it_back(workspace: Workspace, statement: str) -> None:
    judged = judge.reject(workspace, statement, who="mona", why="a rumour")
    assert entries(workspace) == ()
    judge.undo(workspace, judged.judgement.id[:8], who="ole")
    assert len(entries(workspace)) == 1
    assert [each.what for each in judge.log(workspace)] == [Act.REJECT, Act.UNDO]
    assert judge.reject(workspace, statement, who="mona", why="a rumour").is_new


def test_correcting_sets_fields_and_keeps_the_old_ones_in_the_log(workspace: Workspace, statement: str) -> None:
    changes = {"firmness": "signalled", "conditions": [{"type": "parliament", "of": "no"}], "speaker": "kari-holm"}
    judge.correct(workspace, statement, changes, who="mona")
    (entry,) = entries(workspace)
    assert entry.firmness is Firmness.SIGNALLED
    assert [(each.type, each.of) for each in entry.conditions] == [(ConditionType.PARLIAMENT, "no")]
    (logged,) = judge.log(workspace)
    assert set(logged.changes) == {"firmness", "conditions", "speaker"}


@pytest.mark.parametrize("changes", [{"firmness": "sure"}, {"colour": "red"}, {"quote": "Oslo refuses"}])
def test_a_correction_has_to_be_the_codebooks(workspace: Workspace, statement: str, changes: dict[str, str]) -> None:
    with pytest.raises(FormatError):
        judge.correct(workspace, statement, changes, who="mona")
    with pytest.raises(FormatError, match="says that already"):
        judge.correct(workspace, statement, {"firmness": "pledged"}, who="mona")
    assert judge.log(workspace) == ()


def test_coding_by_hand_makes_an_entry(workspace: Workspace, statement: str) -> None:
    assert statement
    report = view_ledger(workspace).readings[0].report.id
    record = {"quote": "Bern wavers", "actor": "ch", "measure": "funding", "firmness": "considering", "recipient": "ua"}
    made = judge.code(workspace, report[:6], record, who="mona")
    assert isinstance(made.statement, Commitment)
    position = {"quote": "Moscow objects", "actor": "ru", "stance": "opposes", "topic": "other"}
    assert isinstance(judge.code(workspace, report, position, who="mona").statement, Position)
    found = {entry.actor: entry for entry in entries(workspace)}
    assert found["ch"].reviewed
    assert found["ch"].firmness is Firmness.CONSIDERING
    with pytest.raises(FormatError, match="does not stand in text"):
        judge.code(workspace, report, record | {"quote": "Bern agrees"}, who="mona")


def test_what_a_person_accepted_stays_when_a_reader_loses_it(
    workspace: Workspace, statement: str, later_reader: ReadReport
) -> None:
    judge.accept(workspace, statement, who="mona")
    list(reread(workspace, Intake(), later_reader))
    (entry,) = entries(workspace)
    assert (entry.actor, entry.reviewed) == ("no", True)


def test_what_is_not_there_is_said(workspace: Workspace) -> None:
    for judged in (judge.accept, judge.reject):
        with pytest.raises(LedgerError, match="is not in the ledger"):
            judged(workspace, "ffff", who="mona")
    with pytest.raises(LedgerError, match="is not in the ledger"):
        judge.undo(workspace, "ffff", who="mona")
    with pytest.raises(LedgerError, match="is not in the ledger"):
        judge.code(workspace, "ffff", {"quote": "x"}, who="mona")
