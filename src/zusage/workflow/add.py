"""Adding reports to a ledger, and reading those in it again.

Each report is read first and then kept in one transaction: capture, text and reading together or not at all. Whatever
fails is recorded and the others go on. What the same reader has read already is not read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from zusage.errors import InputError, wording
from zusage.intake.reports import EXTRACTED, Intake, Item, capture_of, read_reports, reopen
from zusage.intake.source import Failure, Source
from zusage.ledger.fetched import Tombstone, captures_without_text, find_tombstone, is_visited, load_capture
from zusage.ledger.queries import KeptReport, load_kept, newest_reading, readings_in_force, reports_to_reread
from zusage.ledger.writing import SavedReading, save_capture, save_failure, save_reading, save_report
from zusage.model.report import Reader, Reading, Report, digest
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


ROWS = "spreadsheet 1"
"""What makes reports of a spreadsheet's rows."""

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
            yield _refused(workspace, item) or _known(workspace, item, who) or _keep(workspace, item, reader)


def add_sources(
    workspace: Workspace,
    sources: Iterator[Source | Failure],
    intake: Intake,
    reader: ReadReport,
    *,
    who: Reader | None = None,
) -> Iterator[Outcome | Failure]:
    """Keep the bytes of each source, then read its reports and keep them; yield what came of each.

    What was fetched is kept even if no report can be made of it today.
    """
    for source in sources:
        if isinstance(source, Failure):
            yield source
            continue
        failure = _keep_bytes(workspace, source, intake) if source.address or source.form in EXTRACTED else None
        yield from (failure,) if failure else add_items(workspace, read_reports(source, intake), reader, who=who)


def is_known(workspace: Workspace, address: str) -> bool:
    """Say whether an address that a feed names has been fetched before, or what it led to was taken down."""
    with workspace.ledger.reading() as connection:
        return is_visited(connection, address) or find_tombstone(connection, addresses=(address,)) is not None


def _keep_bytes(workspace: Workspace, source: Source, intake: Intake) -> Failure | None:
    """Keep a source's bytes, unless they or their address were taken down."""
    capture, asked = capture_of(source, intake), source.headers.get("asked")
    with workspace.writing() as connection:
        stone = find_tombstone(connection, capture=capture.id, addresses=(source.address or "", asked or ""))
        if stone is not None:
            return Failure(source.resource, _taken_down(source.resource, stone))
        save_capture(connection, capture, at=workspace.clock(), asked=asked)
    return None


def _taken_down(resource: str, stone: Tombstone) -> InputError:
    told = {"day": stone.recorded_at[:10], "who": stone.who, "why": stone.why}
    problem = wording(
        "was taken down on {day} by {who}: {why}" if stone.why else "was taken down on {day} by {who}", **told
    )
    return InputError(resource, problem, hint="what was taken down does not come back")


@dataclass(frozen=True, slots=True)
class Remaking:
    """What `reread` goes through: reports, then captures without one; by their ids."""

    reports: tuple[str, ...]
    captures: tuple[str, ...]

    def __len__(self) -> int:
        """How many they are."""
        return len(self.reports) + len(self.captures)


def find_remaking(workspace: Workspace) -> Remaking:
    """Return what `reread` has to go through; rows of spreadsheets were coded by a person, no reader reads them."""
    with workspace.ledger.reading() as connection:
        return Remaking(reports_to_reread(connection, but=ROWS), captures_without_text(connection))


def reread(
    workspace: Workspace, intake: Intake, reader: ReadReport, *, remaking: Remaking | None = None
) -> Iterator[Outcome | Failure]:
    """Make every report in the ledger anew from its bytes and read it, with today's program and dossier.

    Where today's extractor makes another text of a page, the report gets it, unless people have judged its statements:
    their quotes stand in the old one. Bytes out of which no report could be made are tried again.
    """
    remaking = remaking or find_remaking(workspace)
    for name in remaking.reports:
        with workspace.ledger.reading() as connection:
            kept = load_kept(connection, name)
        if kept is not None:
            yield from add_items(workspace, iter((_reopen(kept, intake),)), reader)
    for name in remaking.captures:
        with workspace.ledger.reading() as connection:
            capture = load_capture(connection, name)
        if capture is not None:
            item = reopen(capture.address or f"capture {name[:8]}", capture, intake)
            yield from add_items(workspace, iter((item,)), reader)


def _reopen(kept: KeptReport, intake: Intake) -> Item | Failure:
    """Make a report anew; it stays the same one, whatever its text is now."""
    item = reopen(kept.resource, kept.capture, intake)
    if isinstance(item, Failure) or item.report.id == kept.report.id or item.capture.headers.get("form") == "record":
        return item
    if kept.is_judged:
        note = "today's extractor makes another text of it; it is kept as it is because people judged its statements"
        return replace(item, report=kept.report, extractor=kept.extractor, notes=(*item.notes, note))
    first = kept.report.first_text or digest(kept.report.text)
    report = replace(item.report, address=kept.report.address, name=kept.report.name, first_text=first)
    return replace(item, report=report)


def _refused(workspace: Workspace, item: Item) -> Failure | None:
    """Refuse a report that was taken down, however it is handed in."""
    with workspace.ledger.reading() as connection:
        stone = find_tombstone(
            connection, report=item.report.id, capture=item.capture.id, addresses=(item.report.address or "",)
        )
    return Failure(item.resource, _taken_down(item.resource, stone)) if stone is not None else None


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
    with workspace.writing() as connection:
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
