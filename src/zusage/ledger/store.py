"""A ledger's folder: making it, opening it, and the transactions that everything else runs in.

What was printed after a transaction's end is acknowledged: it is on the disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine

from zusage.errors import LedgerError
from zusage.ledger.database import is_marked, open_engine, prepare_file, require_writable, transaction, translated
from zusage.ledger.migrations import VERSION, check_version, migrate, version_of

FILE = "ledger.sqlite"

_HINT_MAKE = "make one with: zusage init DIR"


@dataclass(frozen=True)
class Ledger:
    """An open ledger. ``resource`` is what messages call it."""

    folder: Path
    busy_seconds: float = field(default=30, kw_only=True)

    @property
    def resource(self) -> str:
        """The folder's name."""
        return f"ledger {self.folder}"

    @property
    def path(self) -> Path:
        """The database's file."""
        return self.folder / FILE

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Run a block in a transaction that may write; it waits for another writer.

        Raises:
            LedgerError: the database cannot write.
        """
        require_writable(self.path, self.resource)
        with transaction(self._engine_to_write, self.resource, write=True) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Run a block that sees one state of the ledger.

        Raises:
            LedgerError: the database cannot be read.
        """
        with transaction(self._engine_to_read, self.resource, write=False) as connection:
            yield connection

    @cached_property
    def _engine_to_write(self) -> Engine:
        return open_engine(self.path, busy_seconds=self.busy_seconds, write=True)

    @cached_property
    def _engine_to_read(self) -> Engine:
        return open_engine(self.path, busy_seconds=self.busy_seconds, write=False)


def make_ledger(folder: Path, files: Mapping[str, str], *, at: str) -> Ledger:
    """Make a folder with an empty ledger and the files given (name to content); nothing is ever overwritten.

    Raises:
        LedgerError: there is one already, a file is in the way, or the folder cannot be written.
    """
    ledger = Ledger(folder)
    for name in (FILE, *files):
        if (folder / name).exists():
            raise LedgerError(folder / name, "is there already", hint="choose another folder")
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                made.append(path)
                file.write(content)
        made.append(ledger.path)
        with translated(ledger.resource):
            prepare_file(ledger._engine_to_write)  # noqa: SLF001 - a file that is being made has no other way in
        with ledger.writing() as connection:
            migrate(connection, ledger.resource, at)
    except (OSError, LedgerError) as problem:
        for path in made:
            path.unlink(missing_ok=True)
        if isinstance(problem, LedgerError):
            raise
        words = (problem.strerror or str(problem)).lower()
        raise LedgerError(folder, f"cannot be made: {words}", hint="choose another folder") from problem
    return ledger


def open_ledger(folder: Path, *, busy_seconds: float = 30, at: str | None = None) -> Ledger:
    """Open a ledger, and bring an older one to today's schema if ``at`` (the time of recording) is given.

    Raises:
        LedgerError: the folder is no ledger, or one that this program cannot read.
    """
    ledger = Ledger(folder, busy_seconds=busy_seconds)
    if not folder.exists():
        raise LedgerError(folder, "does not exist", hint=_HINT_MAKE)
    if not ledger.path.is_file():
        raise LedgerError(folder, "is no ledger", hint=_HINT_MAKE)
    with ledger.reading() as connection:
        if not is_marked(connection):
            raise LedgerError(ledger.path, "is no ledger", hint=_HINT_MAKE)
        version = version_of(connection)
        check_version(version, ledger.resource)
    if version < VERSION:
        if at is None:
            raise LedgerError(
                ledger.resource, f"has an older schema ({version})", hint="zusage add brings it up to date"
            )
        with ledger.writing() as connection:
            migrate(connection, ledger.resource, at)
    return ledger
