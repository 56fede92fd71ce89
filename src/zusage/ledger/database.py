"""What any database under the ledger has to do: transactions that are whole or nothing, and its errors in words.

What is particular to one is in `zusage.ledger.sqlite` and `zusage.ledger.postgres`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from zusage.errors import LedgerError

APPLICATION = 0x5A757361
"""The number by which a ledger is known: "Zusa"."""

WRITE = "zusage_write"
"""Execution option of a connection whose transaction may write."""

Problem = tuple[tuple[str, ...], str, str]
"""Signs in a database's message, the problem and its mend in our words."""


@contextmanager
def transaction(engine: Engine, resource: object, problems: Sequence[Problem], *, write: bool) -> Iterator[Connection]:
    """Run a block in one transaction: committed as a whole or not at all.

    Raises:
        LedgerError: the database cannot do it, in words that say why.
    """
    with translated(resource, problems), engine.connect() as bare:
        connection = bare.execution_options(**{WRITE: write})
        with connection.begin():
            yield connection


@contextmanager
def translated(resource: object, problems: Sequence[Problem]) -> Iterator[None]:
    """Turn the database's errors into a `LedgerError`."""
    try:
        yield
    except DBAPIError as error:
        words = str(error.orig).strip()
        for signs, problem, hint in problems:
            if any(sign in words.lower() for sign in signs):
                raise LedgerError(resource, problem, hint=hint) from error
        raise LedgerError(resource, f"fails: {' '.join(words.split())}") from error
