"""Judgements over re-reading, and from one ledger to another, also from one database to another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from zusage.dossier import Dossier
from zusage.errors import FormatError
from zusage.intake.reports import Intake, Item
from zusage.intake.source import Failure
from zusage.ledger.checking import Flaw, check_rows
from zusage.model.ledger import Status
from zusage.model.report import Reader, Reading, Report
from zusage.model.values import Firmness
from zusage.reconcile import LookReason
from zusage.workflow import judge, pledges
from zusage.workflow.add import add_items, reread
from zusage.workflow.current import load_current
from zusage.workflow.judgements import export_judgements, import_judgements
from zusage.workflow.steps import ReadReport
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace, init_ledger

Texts = Callable[..., Iterator[Item | Failure]]

FIRST, SECOND = (
    "Oslo will send 40 medics, Ms Holm said. Moscow objects.",
    "Riga will send 9 cooks. Bern will send 2 vans.",
)


@pytest.fixture
def found(workspace: Workspace, reader: ReadReport, texts_in: Texts) -> dict[str, str]:
    """The ids of the ledger's statements by their actor."""
    list(add_items(workspace, texts_in(FIRST, SECOND), reader))
    claims = load_current(workspace).claims()
    return {str(getattr(claim.statement, "actor", "")): claim.id for claim in claims}


def wavering(reader: ReadReport) -> ReadReport:
    """A later reader, to which Norway's pledge is a mere signal."""

    def read(report: Report, dossier: Dossier) -> Reading:
        reading = reader(report, dossier)
        weaker = (
            replace(each, firmness=Firmness.SIGNALLED) if each.actor == "no" else each for each in reading.commitments
        )
        return replace(reading, commitments=tuple(weaker), reader=Reader("small", "3"))

    return read


def test_a_second_look_is_due_until_somebody_took_it(
    workspace: Workspace, found: dict[str, str], reader: ReadReport
) -> None:
    judge.accept(workspace, found["no"], who="mona")
    judge.accept(workspace, found["lv"], who="mona")
    list(reread(workspace, Intake(), wavering(reader)))
    claims = {claim.id: claim for claim in load_current(workspace).claims()}
    assert {claim.status for name, claim in claims.items() if name in {found["no"], found["lv"]}} == {Status.ACCEPTED}
    assert len(claims) == 3
    first, *rest = judge.open_statements(workspace)
    assert first.claim.id == found["no"]
    assert first.look is not None
    assert first.look.reason is LookReason.READ_OTHERWISE
    assert first.other is not None
    assert [each.claim.id for each in rest] == [found["ch"]]
    assert judge.accept(workspace, found["no"], who="mona").is_new
    assert [each.claim.id for each in judge.open_statements(workspace)] == [found["ch"]]
    assert not judge.accept(workspace, found["no"], who="mona").is_new


def test_a_ledger_known_at_a_time_has_the_judgements_of_then(
    workspace: Workspace, found: dict[str, str], reader: ReadReport
) -> None:
    made = judge.accept(workspace, found["no"], who="mona").judgement
    list(reread(workspace, Intake(), wavering(reader)))
    before = view_ledger(workspace, known_at=made.when)
    assert not before.current.carried.looks
    assert {entry.actor for entry in before.entries if entry.reviewed} == {"no"}


def test_judgements_come_out_as_they_went_in(
    workspace: Workspace, found: dict[str, str], reader: ReadReport, texts_in: Texts, tmp_path: Path
) -> None:
    judge.correct(workspace, found["no"], {"conditions": [{"type": "parliament", "quote": "Ms Holm said"}]}, who="mona")
    rejected = judge.reject(workspace, found["lv"], who="ole", why="a joke").judgement
    judge.undo(workspace, rejected.id, who="ole")
    report = load_current(workspace).readings[0].report.id
    record = {"quote": "Moscow objects", "actor": "ru", "stance": "opposes", "topic": "other"}
    judge.code(workspace, report, record, who="mona")
    entries = {entry.actor: entry.id for entry in view_ledger(workspace).entries}
    pledges.merge(workspace, [entries["lv"], entries["ch"]], who="ole")
    exported = export_judgements(workspace)
    text = "\n".join(json.dumps(each) for each in exported)

    other = init_ledger(tmp_path / "other", dossier="ukraine-guarantees", clock=workspace.clock)
    list(add_items(other, texts_in(SECOND), reader))
    first = import_judgements(other, text, resource="x.jsonl")
    assert [each.where for each in first if each.problem] == ["x.jsonl:1", "x.jsonl:4"]
    list(add_items(other, texts_in(FIRST), wavering(reader)))
    assert [each.is_new for each in import_judgements(other, text, resource="x.jsonl")] == [
        True,
        False,
        False,
        True,
        False,
    ]
    assert not any(each.is_new for each in import_judgements(other, text, resource="x.jsonl"))
    assert sorted(map(repr, export_judgements(other))) == sorted(map(repr, exported))
    assert {each.actor: len(each.statements) for each in view_ledger(other).entries} == {"no": 1, "lv": 2}
    with other.ledger.reading() as connection:
        assert not [each for each in check_rows(connection) if isinstance(each, Flaw)]


@pytest.mark.parametrize(
    "line", ["no json", "[]", '{"id": "x"}', '{"id":"x","who":"a","when":"b","act":"c","target":"d"}']
)
def test_what_is_no_judgement_is_refused_and_nothing_taken_in(
    workspace: Workspace, found: dict[str, str], line: str
) -> None:
    judge.accept(workspace, found["no"], who="mona")
    good = json.dumps(export_judgements(workspace)[0])
    judge.undo(workspace, export_judgements(workspace)[0]["id"], who="mona")
    with pytest.raises(FormatError, match=r"x\.jsonl:2"):
        import_judgements(workspace, f"{good}\n{line}\n", resource="x.jsonl")
    assert len(judge.log(workspace)) == 2
