"""Adding reports to a ledger, and reading those in it again.

Each report is read first and then kept in one transaction: capture, text and reading together or not at all. Whatever
fails is recorded and the others go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from zusage.intake.reports import Intake, Item, reopen
from zusage.intake.source import Failure
from zusage.ledger.queries import captures_in_order
from zusage.ledger.writing import SavedReading, save_failure, save_reading, save_report
from zusage.model.report import Reading
from zusage.workflow.steps import ReadReport, read_safely
from zusage.workflow.workspace import Workspace


class Change(StrEnum):
    """What adding a report changed."""

    ADDED = "added"
    REREAD = "reread"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One report that is now in the ledger; ``saved`` has what its reading found and retracted."""

    resource: str
    reading: Reading
    change: Change
    saved: SavedReading
    notes: tuple[str, ...] = ()


def add_items(workspace: Workspace, items: Iterator[Item | Failure], reader: ReadReport) -> Iterator[Outcome | Failure]:
    """Read and keep each report; yield what came of it once it is on the disk.

    Raises:
        LedgerError: the ledger cannot be written; nothing after that would be kept either.
    """
    for item in items:
        yield item if isinstance(item, Failure) else _keep(workspace, item, reader)


def reread(workspace: Workspace, intake: Intake, reader: ReadReport) -> Iterator[Outcome | Failure]:
    """Read every report in the ledger again, from its capture, with today's program and dossier."""
    with workspace.ledger.reading() as connection:
        kept = list(captures_in_order(connection))
    yield from add_items(workspace, (reopen(resource, capture, intake) for resource, capture in kept), reader)


def _keep(workspace: Workspace, item: Item, reader: ReadReport) -> Outcome | Failure:
    reading = read_safely(item.resource, item.report, workspace.dossier, reader)
    at = workspace.clock()
    with workspace.ledger.writing() as connection:
        if isinstance(reading, Failure):
            save_report(connection, item.capture, item.report, resource=item.resource, at=at)
            save_failure(connection, item.report.id, str(reading.error), at=at)
            return reading
        text, is_new = save_report(connection, item.capture, reading.report, resource=item.resource, at=at)
        saved = save_reading(connection, reading, text=text, at=at)
    changed = Change.ADDED if is_new else Change.REREAD
    change = changed if saved.is_new else Change.UNCHANGED
    return Outcome(item.resource, reading, change, saved, (*item.notes, *reading.notes))
