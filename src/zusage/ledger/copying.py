"""A whole ledger into one file, and out of it again: the same format for both databases, so that it also moves one.

The file is a ZIP archive with the rows as a SQLite database and the files of the ledger's folder (settings, dossier).
Nothing is overwritten, and what is half-done is removed.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, func, insert, select

from zusage.errors import LedgerError
from zusage.ledger import people_tables
from zusage.ledger.checking import Checked, Flaw, check_rows
from zusage.ledger.store import FILE, Ledger, make_ledger, open_ledger
from zusage.ledger.tables import metadata, schema_versions

_BATCH = 500
_NOT_KEPT = (FILE, f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal")


def back_up(ledger: Ledger, target: Path, *, at: str) -> int:
    """Write a ledger's rows, as they are at one moment, and the files of its folder to one file; return its size.

    Raises:
        LedgerError: the file is there already or cannot be written, or the ledger cannot be read.
    """
    _require_new(target)
    with TemporaryDirectory(prefix="zusage-backup-") as folder, _written(target) as partial:
        copy = make_ledger(Path(folder) / "copy", {}, at=at)
        with ledger.reading() as source, copy.writing() as out:
            copy_rows(source, out)
        copy.settle()
        with zipfile.ZipFile(partial, "x", zipfile.ZIP_DEFLATED) as archive:
            archive.write(copy.path, FILE)
            for path in sorted(_files(ledger.folder)):
                archive.write(path, path.relative_to(ledger.folder).as_posix())
    return target.stat().st_size


def restore(source: Path, folder: Path, *, at: str, url: str | None = None) -> tuple[Ledger, tuple[Checked, ...]]:
    """Make a ledger of a backup in a new folder, its rows at ``url`` if one is given; check every row.

    Raises:
        LedgerError: the file is no backup or damaged, or something is there already.
    """
    with TemporaryDirectory(prefix="zusage-restore-") as unpacked:
        files = _unpack(source, Path(unpacked))
        old = open_ledger(Path(unpacked), at=at)
        ledger = make_ledger(
            folder, {name: (Path(unpacked) / name).read_text("utf-8") for name in files}, at=at, url=url
        )
        try:
            with old.reading() as rows, ledger.writing() as out:
                copy_rows(rows, out)
            with ledger.reading() as connection:
                found = tuple(check_rows(connection))
        except BaseException:
            _remove(ledger, files)
            raise
    flaw = next((each for each in found if isinstance(each, Flaw)), None)
    if flaw is not None:
        _remove(ledger, files)
        raise LedgerError(source, f"is damaged: {flaw.row}: {flaw.problem}", hint="take an older backup")
    return ledger, tuple(each for each in found if isinstance(each, Checked))


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy all rows into an empty ledger of the same schema, in their order of arrival; not who is signed in."""
    for table in (*metadata.sorted_tables, *people_tables.KEPT):
        if table is schema_versions:
            continue
        order = table.c["seq"] if "seq" in table.c else next(iter(table.primary_key))
        rows = source.execution_options(yield_per=_BATCH).execute(select(table).order_by(order))
        for batch in rows.mappings().partitions(_BATCH):
            target.execute(insert(table), [dict(row) for row in batch])
        if target.dialect.name == "postgresql" and "seq" in table.c:
            last = select(func.coalesce(func.max(table.c["seq"]), 0) + 1).scalar_subquery()
            target.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "seq"), last, False)))


def _files(folder: Path) -> Iterator[Path]:
    """The files of a ledger's folder that make it: settings and a dossier of its own; no database."""
    yield from (path for path in (folder / "zusage.toml",) if path.is_file())
    yield from (path for path in (folder / "dossier").rglob("*") if path.is_file())


def _unpack(source: Path, folder: Path) -> list[str]:
    """Unpack a backup; return the names of its files other than the rows."""
    try:
        with zipfile.ZipFile(source) as archive:
            names = archive.namelist()
            if FILE not in names or any(_is_outside(name) for name in names):
                raise LedgerError(source, "is no backup of a ledger", hint="zusage backup FILE writes one")
            archive.extractall(folder)
    except FileNotFoundError as problem:
        raise LedgerError(source, "does not exist", hint="give the file that zusage backup wrote") from problem
    except (OSError, zipfile.BadZipFile, EOFError) as problem:
        raise LedgerError(
            source, "is no backup of a ledger, or a damaged one", hint="take an older backup"
        ) from problem
    return sorted(name for name in names if name not in _NOT_KEPT and not name.endswith("/"))


def _is_outside(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name


def _require_new(target: Path) -> None:
    if target.exists():
        raise LedgerError(target, "is there already", hint="choose another name")


@contextmanager
def _written(target: Path) -> Iterator[Path]:
    """Hand out a file beside the target that takes its name when it is whole and on the disk."""
    partial = target.with_name(target.name + ".partial")
    try:
        partial.unlink(missing_ok=True)
        yield partial
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        _require_new(target)
        partial.rename(target)
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise LedgerError(target, f"cannot be written: {words}", hint="choose another place") from problem
    finally:
        partial.unlink(missing_ok=True)


def _remove(ledger: Ledger, files: list[str]) -> None:
    """Remove what a restore that failed has made."""
    for name in (*files, *_NOT_KEPT):
        (ledger.folder / name).unlink(missing_ok=True)
    if ledger.url is not None:
        with ledger.writing() as connection:
            people_tables.metadata.drop_all(connection)
            metadata.drop_all(connection)
    shutil.rmtree(ledger.folder / "dossier", ignore_errors=True)
    if ledger.folder.is_dir() and not any(ledger.folder.iterdir()):
        ledger.folder.rmdir()
