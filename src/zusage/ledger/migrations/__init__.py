"""Numbered changes of the schema, each run once, in order, inside one transaction with its own record.

A migration is a module ``mNNNN_name`` with ``upgrade(connection)``; once released it is never edited. One that only made
the tables of derived rows anew is `_overtaken` once a later one does so, too.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select

from zusage.errors import LedgerError
from zusage.ledger.migrations import (
    m0001_first,
    m0002_fetching,
    m0003_people,
    m0004_search,
    m0005_following,
    m0006_derived,
    m0009_additions,
    m0011_derived,
)
from zusage.ledger.tables import schema_versions


def _overtaken(connection: Connection) -> None:
    """Do nothing: this one made the tables of derived rows anew, as a later one does."""


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    m0001_first.upgrade,
    m0002_fetching.upgrade,
    m0003_people.upgrade,
    m0004_search.upgrade,
    m0005_following.upgrade,
    m0006_derived.upgrade,
    _overtaken,  # 7
    _overtaken,  # 8
    m0009_additions.upgrade,
    _overtaken,  # 10
    m0011_derived.upgrade,
)
"""Version n is reached by running the first n."""

VERSION = len(MIGRATIONS)


def version_of(connection: Connection) -> int:
    """Return the version of a database's schema, 0 for an empty one."""
    if not inspect(connection).has_table(schema_versions.name):
        return 0
    return max(connection.scalars(select(schema_versions.c.version)), default=0)


def check_version(version: int, resource: str) -> None:
    """Make sure that this program knows a schema.

    Raises:
        LedgerError: the schema is newer.
    """
    if version > VERSION:
        problem = f"was made by a newer Zusage (schema {version}; this one knows {VERSION})"
        raise LedgerError(resource, problem, hint="update Zusage; the ledger is unharmed")


def migrate(connection: Connection, resource: str, at: str) -> None:
    """Bring a database to today's schema, inside the caller's transaction.

    Raises:
        LedgerError: it is newer.
    """
    version = version_of(connection)
    check_version(version, resource)
    for number, upgrade in enumerate(MIGRATIONS[version:], version + 1):
        upgrade(connection)
        connection.execute(insert(schema_versions).values(version=number, recorded_at=at))
