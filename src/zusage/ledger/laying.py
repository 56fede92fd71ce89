"""Derived tables that are filled from nothing: in SQLite beside the ledger's file, and brought into it when they are done.

What a transaction has written to SQLite's log is looked up in all of the log for each page that is read or written, and a page
that it writes twice makes it sum up all of the log again at its end: rows that are changed, sorted and read again while they
are made do not belong there. So they are made in temporary tables, which have the names of the ledger's own and come before
them wherever one is named; other processes see the old rows meanwhile. Whole tables are copied, page after page in their
order, as SQLite does where two tables and their indexes are alike, in the transaction of all the rest.

Some indexes are made when their rows are there: one that is made at once is sorted, one that grows with its rows is searched
for each. PostgreSQL would make readers wait for the table until the end of the transaction: there rows go where they belong,
and indexes stay.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Table

CACHE, KEPT = 72_000, 8_000
"""Kilobytes that are held while all is made anew: of the temporary tables, of the ledger's file."""


class Beside:
    """Derived tables that are filled anew; ``bare``: those without indexes for the time being."""

    def __init__(self, connection: Connection, tables: Collection[Table], bare: Collection[Table]) -> None:
        """Lay out empty tables."""
        self._connection = connection
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="disk")
        self._indexes: dict[str, str] = {}
        self._tables: list[str] = []
        if connection.dialect.name != "sqlite":
            for table in tables:
                connection.execute(table.delete())
            return
        self._run(f"PRAGMA main.cache_size = -{KEPT}")
        self._run(f"PRAGMA temp.cache_size = -{CACHE}")
        self._run("PRAGMA temp.secure_delete = OFF")  # its file goes with the connection
        without = {table.name for table in bare}
        for name in [table.name for table in tables]:
            made = self._made(name)
            self._run(made.pop(name).replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
            self._tables.append(name)
            self._indexes |= made
            self.make(*(made if name not in without else ()))

    def _made(self, table: str) -> dict[str, str]:
        """By what the ledger's own table and its indexes were made."""
        query = "SELECT name, sql FROM main.sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL"
        return {row.name: row.sql for row in self._connection.exec_driver_sql(query, (table,))}

    def make(self, *names: str) -> None:
        """Make the named indexes."""
        for name in names:
            if name in self._indexes:
                self._run(self._indexes.pop(name).replace(f"INDEX {name}", f"INDEX temp.{name}", 1))

    def bring(self, table: Table) -> None:
        """Put a table, all of whose indexes have been made, in the place of the ledger's own.

        What was there is overwritten, page by page: SQLite would leave old words at the end of pages that it takes again.
        """
        if (name := table.name) in self._tables:
            self._tables.remove(name)
            if self._connection.exec_driver_sql(f"SELECT 1 FROM main.{name} LIMIT 1").first():  # noqa: S608 - our own names
                self._run(f"DELETE FROM main.{name}")  # noqa: S608 - as above
            self._run(f"INSERT INTO main.{name} SELECT * FROM temp.{name}")  # noqa: S608 - as above
            self._run(f"DROP TABLE temp.{name}")
            self._disk.submit(_write_out, self._log)

    @cached_property
    def _log(self) -> Path:
        """The log of the ledger's file."""
        files = self._connection.exec_driver_sql("PRAGMA database_list")
        return Path(next(f"{row.file}-wal" for row in files if row.name == "main"))

    def finish(self, tables: Collection[Table]) -> None:
        """Bring what is left of all tables, with all indexes."""
        self.make(*list(self._indexes))
        for table in tables:
            self.bring(table)
        self._disk.shutdown()

    def _run(self, sql: str) -> None:
        self._connection.exec_driver_sql(sql)


def _write_out(path: Path) -> None:
    """Have the disk write what it has been given of a file, so that the end of the transaction need not wait for all of it.

    SQLite has no lock on its log that would go when the file is closed here.
    """
    if hasattr(os, "fdatasync"):
        file = os.open(path, os.O_RDONLY)
        try:
            os.fdatasync(file)
        finally:
            os.close(file)
