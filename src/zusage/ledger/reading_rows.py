"""Readings and reports made of their rows. Needs no database, so that processes can do it that have none."""

from __future__ import annotations

from typing import Any, NamedTuple

from zusage.errors import LedgerError, wording
from zusage.ledger.payload import read_json, read_payload
from zusage.model.quote import Span
from zusage.model.report import Furniture, Reader, Reading, Report
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Statement
from zusage.model.values import Kind, SourceKind

KINDS: dict[str, type[Statement]] = {
    Kind.COMMITMENT: Commitment,
    Kind.POSITION: Position,
    Kind.MEETING: Meeting,
    Kind.ATTENDANCE: Attendance,
}


class TextRow(NamedTuple):
    """What a reading is made of beside what it found: columns of its text, then its own."""

    report: str
    body: str
    language: str
    title: str
    name: str | None
    address: str | None
    outlet: str | None
    published_on: str | None
    published_how: str | None
    credit: str | None
    source_kind: str | None
    genre: str | None
    event: str | None
    synthetic: bool
    furniture: str
    byline: str | None
    flags: str | None
    first_text: str | None
    text: str
    reader: str
    reader_version: str
    fingerprint: str
    notes: str
    id: str


OF_READING = ("text", "reader", "reader_version", "fingerprint", "notes", "id")
"""The last columns of `TextRow`: the reading's own."""


class Found(NamedTuple):
    """What a reading found, by columns, in the order of `Reading.statements`.

    Rows that go from one process to another are quicker so.
    """

    statements: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    certainties: tuple[float | None, ...] = ()
    details: tuple[str, ...] = ()
    payloads: tuple[str, ...] = ()


ReadingRows = tuple[TextRow, Found]
"""A reading's row with its text's, and those of what it found."""

NOTHING = Found()


def make_reading(rows: ReadingRows) -> Reading:
    """Make a reading of its rows.

    Raises:
        LedgerError: a row is damaged.
    """
    row, found = rows
    report = make_report(row, row.text)
    groups: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    payloads = read_json(f"[{','.join(found.payloads)}]")  # all at once, which is quicker
    for kind, written, certainty, details in zip(found.kinds, payloads, found.certainties, found.details, strict=True):
        groups[kind].append(read_payload(KINDS[kind], fields_of(written, certainty, details), report.text))
    return Reading(
        report=report,
        commitments=tuple(groups[Kind.COMMITMENT]),
        positions=tuple(groups[Kind.POSITION]),
        meetings=tuple(groups[Kind.MEETING]),
        attendance=tuple(groups[Kind.ATTENDANCE]),
        reader=Reader(row.reader, row.reader_version, row.fingerprint),
        notes=tuple(_list_in(row.notes)),
    )


def names_in(rows: ReadingRows) -> tuple[str, ...]:
    """Return the ids of the statements of a reading's rows, in the order of `Reading.statements`."""
    return rows[1].statements


def fields_of(written: dict[str, Any], certainty: float | None, details: str) -> dict[str, Any]:
    """The fields of a statement as one reading found it; what is ``written`` of it is changed."""
    if details != "{}":
        written |= read_json(details)
    written["certainty"] = certainty
    return written


def _list_in(written: str) -> list[Any]:
    """Read a list, which mostly is empty."""
    found: list[Any] = [] if written == "[]" else read_json(written)
    return found


def make_report(row: Any, text: str) -> Report:
    """Make a report of a text's row: one of its table, or a `TextRow`.

    Raises:
        LedgerError: the row is damaged.
    """
    runs = _list_in(row.furniture)
    report = Report(
        text=row.body,
        language=row.language,
        title=row.title,
        name=row.name,
        address=row.address,
        outlet=row.outlet,
        published_on=row.published_on,
        published_how=row.published_how,
        credit=row.credit,
        source_kind=SourceKind(row.source_kind) if row.source_kind else None,
        genre=row.genre,
        event=row.event,
        synthetic=row.synthetic,
        furniture=tuple(Furniture(Span(start, end), rule) for start, end, rule in runs),
        byline=row.byline,
        flags=tuple(_list_in(row.flags)) if row.flags else (),
        first_text=row.first_text,
    )
    if report.id != row.report:
        raise LedgerError(
            wording("text {text}", text=text[:16]),
            "is damaged: its words do not make its id",
            hint="restore it from a backup",
        )
    return report
