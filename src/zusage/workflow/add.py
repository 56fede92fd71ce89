"""Adding reports to a ledger, and reading those in it again.

Each report is read first and then kept in one transaction: capture, text and reading together or not at all. Whatever
fails is recorded and the others go on. What the same reader has read already is not read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from zusage.intake.reports import Intake, Item, reopen
from zusage.intake.source import Failure
from zusage.ledger.queries import captures_in_order, newest_reading, readings_in_force
from zusage.ledger.writing import SavedReading, save_failure, save_reading, save_report
from zusage.model.report import Reader, Reading, Report
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


_GIVEN = (
    "language",
    "title",
    "name",
    "address",
    "outlet",
    "byline",
    "credit",
    "source_kind",
    "genre",
    "event",
    "synthetic",
)
"""What a reader leaves as it was handed in (it may find a credit only where intake finds the same)."""


def add_items(
    workspace: Workspace, items: Iterator[Item | Failure], reader: ReadReport, *, who: Reader | None = None
) -> Iterator[Outcome | Failure]:
    """Read and keep each report; yield what came of it once it is on the disk.

    ``who`` is the reader's identity: a report that is in the ledger and whose newest reading is by the same reader is
    passed over. Without it every report is read.

    Raises:
        LedgerError: the ledger cannot be written; nothing after that would be kept either.
    """
    for item in items:
        if isinstance(item, Failure):
            yield item
        else:
            yield _known(workspace, item, who) or _keep(workspace, item, reader)


def reread(workspace: Workspace, intake: Intake, reader: ReadReport) -> Iterator[Outcome | Failure]:
    """Read every report in the ledger again, from its capture, with today's program and dossier."""
    with workspace.ledger.reading() as connection:
        kept = list(captures_in_order(connection))
    yield from add_items(workspace, (reopen(resource, capture, intake) for resource, capture in kept), reader)


def _known(workspace: Workspace, item: Item, who: Reader | None) -> Outcome | None:
    """What is in the ledger of a report that has been read by this reader as it is handed in now."""
    if who is None:
        return None
    with workspace.ledger.reading() as connection:
        found = next(readings_in_force(connection, reports=[item.report.id]), None)
        stored = newest_reading(connection, item.report.id)
    if found is None or stored is None or found.reader != who or not _is_same(found.report, item.report):
        return None
    saved = SavedReading(stored.id, is_new=False)
    return Outcome(item.resource, found, Change.UNCHANGED, saved, (*item.notes, *found.notes))


def _is_same(kept: Report, given: Report) -> bool:
    """Say whether a report was handed in as it is now; a day that the reader found in the text is no difference."""
    is_same_day = kept.published_on == given.published_on or (
        given.published_on is None and kept.published_how == "text"
    )
    return is_same_day and all(getattr(kept, name) == getattr(given, name) for name in _GIVEN)


def _keep(workspace: Workspace, item: Item, reader: ReadReport) -> Outcome | Failure:
    reading = read_safely(item.resource, item.report, workspace.dossier, reader)
    at = workspace.clock()
    with workspace.ledger.writing() as connection:
        if isinstance(reading, Failure):
            save_report(connection, item.capture, item.report, resource=item.resource, at=at, extractor=item.extractor)
            save_failure(connection, item.report.id, str(reading.error), at=at)
            return reading
        text, is_new = save_report(
            connection, item.capture, reading.report, resource=item.resource, at=at, extractor=item.extractor
        )
        saved = save_reading(connection, reading, text=text, at=at)
    changed = Change.ADDED if is_new else Change.REREAD
    change = changed if saved.is_new else Change.UNCHANGED
    return Outcome(item.resource, reading, change, saved, (*item.notes, *reading.notes))
