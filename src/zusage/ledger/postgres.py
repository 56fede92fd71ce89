"""The ledger in a PostgreSQL database that several people share: what is particular to that database.

Writers come one after the other, like on SQLite: each takes an advisory lock on the ledger when it begins, so that the
order of arrival is the order of commits and two never add the same row. A reader sees one state from begin to end
(``REPEATABLE READ``). A ledger has the schema that the connection's search path puts first, so that one database can
hold several. The driver, psycopg, is an extra.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from zusage.errors import LedgerError
from zusage.ledger.database import APPLICATION, WRITE, Problem

_SCHEMES = frozenset({"postgresql", "postgres", "postgresql+psycopg"})
_HINT_URL = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE"
_AWAY = ("connection refused", "could not translate", "timeout expired", "failed to resolve", "no such file")
_LOST = ("server closed", "terminating connection", "connection is lost", "consuming input failed", "shutting down")

PROBLEMS: tuple[Problem, ...] = (
    (("lock timeout", "lock_timeout"), "is in use by another process", "try again when it is done"),
    (_LOST, "lost its database server", "what was acknowledged is safe; run the command again when it is back"),
    (_AWAY, "cannot be reached: no database server answers there", "start it, or correct ZUSAGE_DATABASE_URL"),
    (
        ("password authentication", "no password supplied"),
        "refuses the user or password",
        "correct ZUSAGE_DATABASE_URL",
    ),
    (("relation ", "column "), "is no ledger, or a damaged one", "restore it from a backup"),
    (("does not exist",), "has no such database or user", "create it, or correct ZUSAGE_DATABASE_URL"),
    (("read-only transaction",), "cannot be written here: it was opened for reading", "report this as a fault"),
    (("permission denied",), "does not let this user do that", "grant the user the rights to create and write tables"),
    (("no space left", "could not extend"), "cannot be written: the disk is full", "make room; nothing is lost"),
    (("too many",), "has too many connections open", "try again later, or raise max_connections"),
    (("serialize access", "deadlock"), "was changed by somebody else meanwhile", "run the command again"),
    (("nul (0x00)", "0x00"), "cannot keep a text with a NUL character", "remove it from the report"),
)


def parse_url(url: str) -> URL:
    """Read a database's address and name the driver in it.

    Raises:
        LedgerError: it is none, or not PostgreSQL's.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as problem:
        raise LedgerError("ZUSAGE_DATABASE_URL", "is no address of a database", hint=_HINT_URL) from problem
    if parsed.drivername not in _SCHEMES:
        words = f"names a database that Zusage does not know ({parsed.drivername})"
        raise LedgerError("ZUSAGE_DATABASE_URL", words, hint=_HINT_URL)
    return parsed.set(drivername="postgresql+psycopg")


def describe(url: str) -> str:
    """Return a database's address without the password, as messages name it."""
    parsed = parse_url(url)
    return f"{parsed.host or 'localhost'}/{parsed.database or parsed.username or ''}"


def open_engine(url: str, *, busy_seconds: float) -> Engine:
    """Return an engine on a PostgreSQL database; each transaction connects anew, like one on a file.

    Raises:
        LedgerError: the address is wrong, or the driver is not installed.
    """
    try:
        engine = create_engine(parse_url(url), poolclass=NullPool, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as problem:
        raise LedgerError(
            describe(url), "needs the driver of PostgreSQL", hint="pip install 'zusage[postgres]'"
        ) from problem

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITE, False):
            # the limit is in milliseconds, and 0 would mean for ever
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(int(busy_seconds * 1000), 1)}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION}, hashtext(current_schema()))")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return engine


def is_marked(connection: Connection) -> bool:
    """Say whether a database holds a ledger."""
    found: Any = inspect(connection)
    return bool(found.has_table("schema_versions"))
