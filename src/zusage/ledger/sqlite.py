"""The ledger in a single SQLite file with a write-ahead log: what is particular to that database.

A writer takes the lock when it begins (``BEGIN IMMEDIATE``) and waits for another one up to the busy time; a reader sees
one state from begin to end.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from zusage.errors import LedgerError
from zusage.ledger.database import APPLICATION, WRITE, Problem

_STANDING = 4
"""Connections that stay open; more are made while they are needed."""
_KEPT = 48_000
"""KiB of the file that each of them keeps in memory."""

PROBLEMS: tuple[Problem, ...] = (
    (("locked", "busy"), "is in use by another process", "try again when it is done"),
    (
        ("readonly", "read-only"),
        "cannot be written: its file or disk is read-only",
        "copy it to a disk that can be written",
    ),
    (("disk is full", "no space"), "cannot be written: the disk is full", "make room; what was acknowledged is safe"),
    (("not a database", "file is encrypted"), "is no ledger: its file is no database", "restore it from a backup"),
    (("malformed", "corrupt"), "is damaged", "restore it from a backup"),
    (("unable to open",), "cannot be opened", "check the permissions of the folder"),
    (("disk i/o",), "cannot be read or written: the disk reports an error", "look whether it is full"),
    (("no such table", "no such column"), "is no ledger, or a damaged one", "restore it from a backup"),
    (("interrupted",), "was interrupted", "run the command again"),
)


def open_engine(path: Path, *, busy_seconds: float, write: bool, stands: bool = False) -> Engine:
    """Return an engine on a SQLite file; without ``write`` it can also stand on a read-only disk.

    ``stands``: connections are kept open between transactions, with what they have read of the file.
    """
    engine = create_engine(
        f"sqlite:///{_uri_of(path, write=write)}&uri=true",
        poolclass=QueuePool if stands else NullPool,
        connect_args={"timeout": busy_seconds, "check_same_thread": not stands},
        **({"pool_size": _STANDING, "max_overflow": -1} if stands else {}),
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, record: object) -> None:  # noqa: ARG001 - SQLAlchemy's signature
        connection.isolation_level = None  # this module begins transactions, not the driver
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(busy_seconds * 1000)}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA secure_delete = ON")  # what a takedown removes is overwritten, not only forgotten
        cursor.execute("PRAGMA temp_store = FILE")  # temporary tables grow as large as the ledger
        if stands:
            cursor.execute(f"PRAGMA cache_size = -{_KEPT}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get(WRITE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def open_watch(path: Path, *, busy_seconds: float) -> sqlite3.Connection:
    """A connection that is held open to ask ``PRAGMA data_version``: another number whenever anybody else wrote."""
    uri = _uri_of(path, write=False)
    return sqlite3.connect(uri, uri=True, check_same_thread=False, timeout=busy_seconds)


def _uri_of(path: Path, *, write: bool) -> str:
    """Return a file's address for SQLite; read-only disks are read without the log that stands beside the file."""
    mode = "rwc" if write else "rw"
    if not write and not _is_writable(path):
        mode = "ro&immutable=1"
    return f"file:{_quoted(path)}?mode={mode}"


def require_writable(path: Path, resource: object) -> None:
    """Make sure that a file that is there can be written.

    Raises:
        LedgerError: it or its disk is read-only.
    """
    if path.exists() and not _is_writable(path):
        (_, problem, hint) = next(each for each in PROBLEMS if "readonly" in each[0])
        raise LedgerError(resource, problem, hint=hint)


def empty_log(engine: Engine) -> None:
    """Write the log into the file and empty it, so that nothing that was removed stands in it any more."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()


def prepare_file(engine: Engine) -> None:
    """Mark a new file as a ledger and switch on its write-ahead log; outside of any transaction."""
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA application_id = {APPLICATION}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.close()
    finally:
        raw.close()


def settle_file(engine: Engine) -> None:
    """Move the write-ahead log into the file, so that it can be copied alone."""
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA journal_mode = DELETE")
        cursor.close()
    finally:
        raw.close()


def is_marked(connection: Connection) -> bool:
    """Say whether a file is marked as a ledger."""
    return bool(connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION)


def _is_writable(path: Path) -> bool:
    """Say whether SQLite may write beside the file: the disk is asked too, not the permissions alone.

    The file is not opened for it: closing it again would take the locks of every connection in this program away, so that
    another program would think itself alone and delete the log from under them.

    Source: sqlite.org/howtocorrupt.html, section 2.2.
    """
    return os.access(path, os.W_OK)


def _quoted(path: Path) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - one use

    return quote(str(path.resolve()))
