"""Migration 2: what pages say beyond their text, what was fetched where, feeds, and tombstones."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, Integer, MetaData, PrimaryKeyConstraint, String, Table, Text, text

_metadata = MetaData()

_visits = Table(
    "visits",
    _metadata,
    Column("address", String, nullable=False),
    Column("capture", String, nullable=False),
    Column("recorded_at", String, nullable=False),
    PrimaryKeyConstraint("address", "capture"),
)

_tombstones = Table(
    "tombstones",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("report", String, nullable=False),
    Column("capture", String, nullable=False),
    Column("address", String),
    Column("who", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("recorded_at", String, nullable=False),
    Index("tombstones_by_report", "report"),
    Index("tombstones_by_capture", "capture"),
)

_feeds = Table(
    "feeds",
    _metadata,
    Column("address", String, primary_key=True),
    Column("etag", String),
    Column("last_modified", String),
    Column("polled_at", String),
    Column("next_at", String),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
)


def upgrade(connection: Connection) -> None:
    """Add the columns and tables."""
    for name, kind in (("byline", "VARCHAR"), ("flags", "TEXT"), ("first_text", "VARCHAR")):
        connection.execute(text(f"ALTER TABLE texts ADD COLUMN {name} {kind}"))
    _metadata.create_all(connection, checkfirst=False)
