"""Migration 11: derived rows in which the reports that share a mark, a band or a link stand together.

A row for each was three quarters of all rows, and each took as long to write as a long one. Indexes of statements hold only
what is looked for by them.
"""

from __future__ import annotations

from sqlalchemy import Connection

from zusage.ledger import derived, past


def upgrade(connection: Connection) -> None:
    """Make all tables of derived rows and of their past anew, empty; the next one who works with the ledger fills them."""
    for metadata in (derived.metadata, past.metadata):
        metadata.drop_all(connection)
        metadata.create_all(connection)
