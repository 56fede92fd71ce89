"""Which state a ledger is in, as one word: what was appended last to each of the tables that results depend on."""

from __future__ import annotations

import sqlite3

from sqlalchemy import Connection, func, select

from zusage.ledger.sqlite import uri_of
from zusage.ledger.store import Ledger
from zusage.ledger.tables import failures, judgements, readings, texts, tombstones

_APPENDED = (texts, readings, judgements, failures, tombstones)


def revision_of(connection: Connection) -> str:
    """The revision: the last numbers of arrival, joined; the same on every machine that has the same rows in that order."""
    last = [select(func.coalesce(func.max(table.c.seq), 0)).scalar_subquery() for table in _APPENDED]
    row = connection.execute(select(*last)).one()
    return ".".join(str(each) for each in row)


def open_watch(ledger: Ledger) -> sqlite3.Connection:
    """A connection to a SQLite ledger that is held open to ask ``PRAGMA data_version``: another number after each write."""
    uri = uri_of(ledger.path, write=False)
    return sqlite3.connect(uri, uri=True, check_same_thread=False, timeout=ledger.busy_seconds)
