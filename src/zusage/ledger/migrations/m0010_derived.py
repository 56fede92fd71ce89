"""Migration 10: derived rows without the indexes by which marks and bands of a report were found.

A report's row tells its bands, as it does its features: they are found by their own keys.
"""

from __future__ import annotations

from sqlalchemy import Connection

from zusage.ledger import derived, past


def upgrade(connection: Connection) -> None:
    """Make all tables of derived rows and of their past anew, empty; the next one who works with the ledger fills them."""
    for metadata in (derived.metadata, past.metadata):
        metadata.drop_all(connection)
        metadata.create_all(connection)
