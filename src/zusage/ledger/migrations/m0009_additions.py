"""Migration 9: what somebody asked to be added, so that a server that stops loses nothing of it.

It made derived rows anew, too; so does the next one.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, Integer, MetaData, String, Table, Text

_metadata = MetaData()

Table(
    "additions",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("who", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("given", Text, nullable=False),
    Column("asked_at", String, nullable=False),
    Column("state", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("worker", String),
    Column("until", String),
    Column("ended_at", String),
    Column("lines", Text, nullable=False),
    Column("more", Integer, nullable=False),
    Column("error", Text, nullable=False),
    Index("additions_by_state", "state", "seq"),
    Index("additions_by_who", "who", "seq"),
)


def upgrade(connection: Connection) -> None:
    """Add the table."""
    _metadata.create_all(connection, checkfirst=False)
