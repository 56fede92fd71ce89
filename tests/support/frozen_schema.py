"""Ledgers of earlier versions as SQL text: writing one down, and making a database of it again."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

from postgres_server import Server
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from zusage.ledger.database import APPLICATION
from zusage.ledger.postgres import parse_url
from zusage.ledger.store import FILE, Ledger

FOLDER = Path(__file__).parents[1] / "ledger" / "schemas"
KINDS = ("sqlite", "postgresql")

_SETTING = re.compile(r"SET |SELECT pg_catalog\.set_config|--|\\|$")
"""Lines of a dump that are the server's own, not the ledger's."""


def path_of(version: int, kind: str) -> Path:
    """Return the file of a version's ledger on one database."""
    return FOLDER / f"{version:04}.{kind}.sql"


def write_sqlite(database: Path) -> str:
    """Write a SQLite database as SQL text."""
    connection = sqlite3.connect(database)
    try:
        rows = "\n".join(_with_index(connection))
    finally:
        connection.close()
    return f"PRAGMA application_id = {APPLICATION};\nPRAGMA journal_mode = WAL;\n{rows}\n"


def _with_index(connection: sqlite3.Connection) -> Iterator[str]:
    """Leave out the index of words' own tables, which its making makes, and give its rows their numbers."""
    for line in connection.iterdump():
        if line.startswith("INSERT INTO sqlite_master") and "search_terms" in line:
            (made,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'search_terms'").fetchone()
            yield f"{made};"
            columns = " || ',' || ".join(f"quote({name})" for name in ("rowid", "title", "body", "more"))
            for (values,) in connection.execute(f"SELECT {columns} FROM search_terms ORDER BY rowid"):  # noqa: S608 - ours
                yield f"INSERT INTO search_terms (rowid, title, body, more) VALUES ({values});"  # noqa: S608 - ours
        elif not line.startswith(
            ("CREATE TABLE 'search_terms_", 'INSERT INTO "search_terms', "PRAGMA writable_schema")
        ):
            yield line


def write_postgres(server: Server, database: str) -> str:
    """Write a PostgreSQL database as SQL text, without what differs between servers."""
    where = ["-h", "127.0.0.1", "-p", str(server.port), "-U", "zusage"]
    form = ["--inserts", "--column-inserts", "--no-owner", "--no-privileges"]
    command = [str(server.binaries / "pg_dump"), *where, *form, database]
    written = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - the server's own
    return "".join(_without_settings(written))


def _without_settings(dump: str) -> Iterator[str]:
    """Leave out settings and comments, but no line that is in the middle of a text."""
    inside = False
    for line in dump.splitlines(keepends=True):
        if inside or not _SETTING.match(line):
            yield line
            inside ^= line.count("'") % 2 == 1


def read_sqlite(version: int, folder: Path) -> Ledger:
    """Make a ledger's folder of what a version wrote."""
    folder.mkdir()
    connection = sqlite3.connect(folder / FILE)
    try:
        connection.executescript(path_of(version, "sqlite").read_text("utf-8"))
    finally:
        connection.close()
    return Ledger(folder)


def read_postgres(version: int, folder: Path, url: str) -> Ledger:
    """Make a ledger of what a version wrote, its rows in an empty database."""
    folder.mkdir()
    engine = create_engine(parse_url(url), poolclass=NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(path_of(version, "postgresql").read_text("utf-8").replace("%", "%%"))
    return Ledger(folder, url=url)
