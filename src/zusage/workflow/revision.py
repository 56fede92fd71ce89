"""Whether a ledger has changed since one last looked, for whatever keeps what was worked out of it."""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Callable
from threading import Lock

from zusage.ledger.sqlite import open_watch
from zusage.ledger.store import Ledger


class Watch:
    """Tells a ledger's revision; on SQLite asking again costs microseconds as long as nobody wrote. Safe for threads."""

    def __init__(self, ledger: Ledger, read: Callable[[], str], *, patience: float = 0) -> None:
        """Begin to watch; ``read`` works the revision out anew, at most once in ``patience`` seconds."""
        self._ledger = ledger
        self._read = read
        self._patience = patience
        self._looked = -math.inf
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._seen: int | None = None
        self._revision = ""

    def revision(self) -> str:
        """The revision: words that are others whenever anything in the ledger has changed."""
        now = time.monotonic()
        if now - self._looked < self._patience:
            return self._revision
        with self._lock:
            if self._ledger.url is not None or self._has_changed():
                self._revision = self._read()
            self._looked = now
            return self._revision

    def _has_changed(self) -> bool:
        if self._connection is None:
            self._connection = open_watch(self._ledger.path, busy_seconds=self._ledger.busy_seconds)
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        before, self._seen = self._seen, version
        return bool(version != before)
