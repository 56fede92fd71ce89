"""Whether a ledger has changed since one last looked, for whatever keeps what was worked out of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from threading import Lock

from zusage.ledger.sqlite import open_watch
from zusage.ledger.store import Ledger


class Watch:
    """Tells a ledger's revision; on SQLite asking again costs microseconds as long as nobody wrote. Safe for threads."""

    def __init__(self, ledger: Ledger, read: Callable[[], str]) -> None:
        """Begin to watch; ``read`` works the revision out anew, and is first asked when the revision is."""
        self._ledger = ledger
        self._read = read
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._seen: int | None = None
        self._revision = ""

    def revision(self) -> str:
        """The revision: words that are others whenever anything in the ledger has changed."""
        if self._ledger.url is not None:
            return self._read()
        with self._lock:
            if self._connection is None:
                self._connection = open_watch(self._ledger.path, busy_seconds=self._ledger.busy_seconds)
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            if version != self._seen:
                self._revision = self._read()
                self._seen = version
            return self._revision
