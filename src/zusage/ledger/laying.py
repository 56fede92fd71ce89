"""Indexes of derived tables that are laid aside while a table is filled from nothing, and made when its rows are there.

A SQLite index that is made at once is sorted, one that grows with its rows is searched for each. PostgreSQL would make
readers wait for the table until the end of the transaction, so that its indexes stay.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, Index, Table

CACHE = 96_000
"""Kilobytes of a SQLite file that are held while all is made anew."""


class LaidAside:
    """Indexes of some empty tables that are yet to be made."""

    def __init__(self, connection: Connection, tables: Collection[Table]) -> None:
        """Take the indexes away."""
        self._connection = connection
        self._left: dict[str, Index] = {}
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE}")
            self._left = {str(index.name): index for table in tables for index in table.indexes}
            for index in self._left.values():
                index.drop(connection, checkfirst=True)

    def make(self, *names: str) -> None:
        """Make the named indexes, or all that are left."""
        for name in names or list(self._left):
            index = self._left.pop(name, None)
            if index is not None:
                index.create(self._connection)
