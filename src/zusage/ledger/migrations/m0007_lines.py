"""Migration 7: what a line of the ledger shows is kept, and indexes that serve its filters together with its order.

Derived rows are made anew by the next one who works with the ledger.
"""

from __future__ import annotations

from sqlalchemy import Connection

from zusage.ledger.derived import metadata


def upgrade(connection: Connection) -> None:
    """Make all tables of derived rows anew, empty."""
    metadata.drop_all(connection)
    metadata.create_all(connection)
