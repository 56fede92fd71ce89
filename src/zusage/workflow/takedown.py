"""Taking a report down, with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from zusage.ledger.queries import find_report
from zusage.ledger.removal import Removed, remove_report
from zusage.model.report import Report
from zusage.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TakenDown:
    """The report as it was, and what left the ledger with it."""

    report: Report
    removed: Removed


def take_down(workspace: Workspace, name: str, *, who: str, why: str) -> TakenDown:
    """Remove a report's words and bytes; a tombstone stays, so that it does not come back.

    Raises:
        LedgerError: there is no such report.
    """
    with workspace.writing() as connection:
        report, _ = find_report(connection, name)
        removed = remove_report(connection, report.id, who=who, why=why, at=workspace.clock())
    workspace.ledger.forget()
    return TakenDown(report, removed)
