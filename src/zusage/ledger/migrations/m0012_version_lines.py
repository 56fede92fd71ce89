"""Migration 12: what a line shows of an entry is kept as it was on each day, too.

Derived rows are made anew by the next one who works with the ledger.
"""

from __future__ import annotations

from sqlalchemy import Connection

from zusage.ledger import derived, past


def upgrade(connection: Connection) -> None:
    """Make all tables of derived rows and of their past anew, empty."""
    for metadata in (derived.metadata, past.metadata):
        metadata.drop_all(connection)
        metadata.create_all(connection)
