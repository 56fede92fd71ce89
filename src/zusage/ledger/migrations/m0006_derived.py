"""Migration 6: tables of derived rows, and indexes by which judgements on one report are found.

The tables are made as they are today; the next one who works with the ledger fills them. Derived rows can be
thrown away at any time, so that a later change of these tables is a migration that makes all of them anew.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from zusage.ledger.derived import metadata


def upgrade(connection: Connection) -> None:
    """Make all tables of derived rows anew, empty."""
    metadata.drop_all(connection)
    metadata.create_all(connection)
    connection.execute(text("CREATE INDEX judgements_by_report ON judgements (report)"))
    connection.execute(text("CREATE INDEX judgements_by_act ON judgements (act)"))
