"""A ledger's folder: making it, opening it, and the transactions that everything else runs in.

What was printed after a transaction's end is acknowledged: it is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine

from zusage.errors import LedgerError
from zusage.ledger import postgres, sqlite
from zusage.ledger.database import Problem, transaction, translated
from zusage.ledger.migrations import VERSION, check_version, migrate, version_of
from zusage.ledger.word_index import is_outdated, rebuild_index

FILE = "ledger.sqlite"

_HINT_MAKE = "make one with: zusage init DIR"


@dataclass(frozen=True)
class Ledger:
    """An open ledger: its folder, with the database in it or, where there is a ``url``, elsewhere.

    ``stands``: connections for reading are kept open, for a program that goes on looking things up.
    """

    folder: Path
    busy_seconds: float = field(default=30, kw_only=True)
    stands: bool = field(default=False, kw_only=True)
    url: str | None = field(default=None, kw_only=True, repr=False)

    @property
    def resource(self) -> str:
        """What messages call it."""
        return f"ledger {self.folder}" if self.url is None else f"ledger at {postgres.describe(self.url)}"

    @property
    def path(self) -> Path:
        """The SQLite database's file."""
        return self.folder / FILE

    @property
    def problems(self) -> Sequence[Problem]:
        """What the database's messages mean."""
        return sqlite.PROBLEMS if self.url is None else postgres.PROBLEMS

    def is_marked(self, connection: Connection) -> bool:
        """Say whether the database holds a ledger."""
        return sqlite.is_marked(connection) if self.url is None else postgres.is_marked(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Run a block in a transaction that may write; it waits for another writer.

        Raises:
            LedgerError: the database cannot write.
        """
        if self.url is None:
            sqlite.require_writable(self.path, self.resource)
        with transaction(self._engine_to_write, self.resource, self.problems, write=True) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Run a block that sees one state of the ledger.

        Raises:
            LedgerError: the database cannot be read.
        """
        with transaction(self._engine_to_read, self.resource, self.problems, write=False) as connection:
            yield connection

    def prepare(self) -> None:
        """Mark a new SQLite file as a ledger; a PostgreSQL database needs no mark but its tables."""
        if self.url is None:
            with translated(self.resource, self.problems):
                sqlite.prepare_file(self._engine_to_write)

    def forget(self) -> None:
        """Overwrite what was removed, where the database does not do so by itself."""
        if self.url is None:
            with translated(self.resource, self.problems):
                sqlite.empty_log(self._engine_to_write)

    def settle(self) -> None:
        """Bring a SQLite ledger into its one file: the log that was written ahead goes."""
        if self.url is None:
            with translated(self.resource, self.problems):
                sqlite.settle_file(self._engine_to_write)

    @cached_property
    def _engine_to_write(self) -> Engine:
        if self.url is not None:
            return postgres.open_engine(self.url, busy_seconds=self.busy_seconds)
        return sqlite.open_engine(self.path, busy_seconds=self.busy_seconds, write=True)

    @cached_property
    def _engine_to_read(self) -> Engine:
        if self.url is not None:
            return self._engine_to_write
        return sqlite.open_engine(self.path, busy_seconds=self.busy_seconds, write=False, stands=self.stands)


def make_ledger(
    folder: Path,
    files: Mapping[str, str],
    *,
    at: str,
    url: str | None = None,
    fill: Callable[[Connection], None] | None = None,
) -> Ledger:
    """Make a folder with a ledger and the files given (name to content); nothing is ever overwritten.

    With a ``url`` the database is made there, and the folder holds the files only. The ledger is empty, or has the rows
    that ``fill`` adds in the transaction that makes its tables.

    Raises:
        LedgerError: there is one already, a file is in the way, or the folder cannot be written.
    """
    ledger = Ledger(folder, url=url)
    for name in (FILE, *files):
        if (folder / name).exists():
            raise LedgerError(folder / name, "is there already", hint="choose another folder")
    if url is not None:
        _require_empty(ledger)
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                made.append(path)
                file.write(content)
        if url is None:
            made.append(ledger.path)
        ledger.prepare()
        with ledger.writing() as connection:
            migrate(connection, ledger.resource, at)
            if fill is not None:
                fill(connection)
    except (OSError, LedgerError) as problem:
        for path in made:
            path.unlink(missing_ok=True)
        if isinstance(problem, LedgerError):
            raise
        words = (problem.strerror or str(problem)).lower()
        raise LedgerError(folder, f"cannot be made: {words}", hint="choose another folder") from problem
    return ledger


def _require_empty(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        if ledger.is_marked(connection):
            raise LedgerError(
                ledger.resource, "is there already", hint="zusage ledger shows it; or name another database"
            )


def open_ledger(folder: Path, *, busy_seconds: float = 30, at: str | None = None, url: str | None = None) -> Ledger:
    """Open a ledger, and bring an older one to today's schema if ``at`` (the time of recording) is given.

    Raises:
        LedgerError: the folder is no ledger, or one that this program cannot read.
    """
    ledger = Ledger(folder, busy_seconds=busy_seconds, url=url)
    version = _find_version(ledger)
    if version < VERSION:
        if at is None:
            problem = f"has an older schema ({version})"
            raise LedgerError(ledger.resource, problem, hint="zusage upgrade brings it up to date")
        _bring_up_to_date(ledger, at)
    return ledger


def upgrade_ledger(folder: Path, *, busy_seconds: float = 30, at: str, url: str | None = None) -> int:
    """Bring a ledger to today's schema; return the version that it had.

    Raises:
        LedgerError: the folder is no ledger, or one that this program cannot read.
    """
    ledger = Ledger(folder, busy_seconds=busy_seconds, url=url)
    version = _find_version(ledger)
    if version < VERSION:
        _bring_up_to_date(ledger, at)
    return version


def _find_version(ledger: Ledger) -> int:
    """Return the version of a ledger's schema, which is not newer than this program."""
    if not ledger.folder.exists():
        raise LedgerError(ledger.folder, "does not exist", hint=_HINT_MAKE)
    if ledger.url is None and not ledger.path.is_file():
        raise LedgerError(ledger.folder, "is no ledger", hint=_HINT_MAKE)
    with ledger.reading() as connection:
        if not ledger.is_marked(connection):
            resource = ledger.path if ledger.url is None else ledger.resource
            raise LedgerError(resource, "is no ledger", hint=_HINT_MAKE)
        version = version_of(connection)
        check_version(version, ledger.resource)
    return version


def _bring_up_to_date(ledger: Ledger, at: str) -> None:
    with ledger.writing() as connection:
        migrate(connection, ledger.resource, at)
        if is_outdated(connection):
            rebuild_index(connection)
