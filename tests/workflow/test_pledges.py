"""Entries merged, split and told apart by a person, on both databases; every row stays whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from zusage.errors import LedgerError
from zusage.intake.reports import Item
from zusage.intake.source import Failure
from zusage.ledger.checking import Flaw, check_rows
from zusage.model.ledger import Act, Entry
from zusage.workflow import judge, pledges
from zusage.workflow.add import add_items
from zusage.workflow.steps import ReadReport
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace

Texts = Callable[..., Iterator[Item | Failure]]


@pytest.fixture
def found(workspace: Workspace, reader: ReadReport, texts_in: Texts) -> dict[str, Entry]:
    """Entries by actor: of Norway two statements, of Latvia one."""
    list(
        add_items(
            workspace, texts_in("Oslo will send 40 medics.", "Oslo will send 9 nurses, Riga will send 2 cooks."), reader
        )
    )
    return {entry.actor: entry for entry in view_ledger(workspace).entries}


def numbers(workspace: Workspace) -> dict[str, int]:
    """How many statements each entry has, by actor and beginning of its id."""
    return {f"{each.actor} {each.id[:4]}": len(each.statements) for each in view_ledger(workspace).entries}


def test_merging_and_taking_it_back(workspace: Workspace, found: dict[str, Entry]) -> None:
    before = numbers(workspace)
    made = pledges.merge(workspace, [found["lv"].id[:6], found["no"].id], who="mona", why="one convoy")
    (entry,) = view_ledger(workspace).entries
    assert (entry.id, len(entry.statements)) == (found["lv"].id, 3)
    assert judge.log(workspace) == (made,)
    judge.undo(workspace, made.id, who="mona")
    assert numbers(workspace) == before
    with pytest.raises(LedgerError, match="is one entry already"):
        pledges.merge(workspace, [found["lv"].id, found["lv"].id], who="mona")


def test_splitting(workspace: Workspace, found: dict[str, Entry]) -> None:
    one, other = found["no"].statements
    (made,) = pledges.split(workspace, found["no"].id, [one.id[:8]], who="mona")
    assert (made.what, made.target, made.others) == (Act.DIFFERENT, one.id, (other.id,))
    assert sorted(numbers(workspace).values()) == [1, 1, 1]
    with pytest.raises(LedgerError, match="would have nothing left"):
        pledges.split(workspace, found["no"].id, [other.id], who="mona")
    with pytest.raises(LedgerError, match="is not in entry"):
        pledges.split(workspace, found["lv"].id, [other.id], who="mona")


def test_telling_apart_keeps_entries_apart(workspace: Workspace, found: dict[str, Entry]) -> None:
    before = numbers(workspace)
    pledges.tell_apart(workspace, found["no"].id, found["lv"].id, who="mona")
    assert numbers(workspace) == before
    with pytest.raises(LedgerError, match="cannot be told from itself"):
        pledges.tell_apart(workspace, found["no"].id, found["no"].id, who="mona")


def test_such_judgements_leave_statements_unreviewed_and_rows_whole(
    workspace: Workspace, found: dict[str, Entry]
) -> None:
    pledges.merge(workspace, [found["no"].id, found["lv"].id], who="mona")
    assert len(judge.open_claims(workspace)) == 3
    statement = found["lv"].statements[0].id
    assert judge.accept(workspace, statement, who="mona").is_new
    assert not judge.accept(workspace, statement, who="mona").is_new
    with workspace.ledger.reading() as connection:
        assert not [each for each in check_rows(connection) if isinstance(each, Flaw)]
