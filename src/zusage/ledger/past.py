"""Tables of what derived rows were before they changed: what the ledger held at a time, without working it out.

A row here was so until a time of recording; who asks for an earlier time takes it, who asks for a later one the next one, or
the derived row as it is. ``there`` is false where there was none before. They begin when all derived rows were made anew
last, and are forgotten with a takedown. They can be thrown away at any time; then such questions take longer.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Index, MetaData, PrimaryKeyConstraint, String, Table

from zusage.ledger import derived

metadata = MetaData()

ENTRY_COLUMNS = (*(column.name for column in derived.entries.columns if column.name != "entry"), "shown", "days")
REPORT_COLUMNS = (
    "name",
    "title",
    "outlet",
    "language",
    "published_on",
    "address",
    "credit",
    "synthetic",
    "story",
    "root",
    "statements",
)


def _columns(names: tuple[str, ...], *tables: Table) -> list[Column[Any]]:
    """The columns of derived tables, all of which may be empty here."""
    found = {column.name: column for table in tables for column in table.columns}
    return [Column(name, found[name].type, comment=found[name].comment) for name in names]


def _times() -> list[Column[Any]]:
    return [
        Column("since", String, nullable=False, comment="time of recording from which it was so, empty for ever"),
        Column("until", String, nullable=False, comment="time of recording from which it was not so any more"),
        Column("there", Boolean, nullable=False, comment="there was one"),
    ]


entries = Table(
    "past_entries",
    metadata,
    Column("entry", String, nullable=False, comment="id of the entry"),
    *_times(),
    *_columns(ENTRY_COLUMNS, derived.entries, derived.lines),
    PrimaryKeyConstraint("entry", "until"),
    Index("past_entries_by_time", "until", "entry"),
)

reports = Table(
    "past_reports",
    metadata,
    Column("report", String, nullable=False, comment="id of the report"),
    *_times(),
    *_columns(REPORT_COLUMNS, derived.reports),
    PrimaryKeyConstraint("report", "until"),
    Index("past_reports_by_time", "until", "report"),
)

gaps = Table(
    "past_gaps",
    metadata,
    Column("since", String, nullable=False, comment="time of recording, empty for the beginning"),
    Column("until", String, nullable=False, comment="from since on and before this nothing here says how it was"),
    PrimaryKeyConstraint("since", "until"),
)
