"""A whole ledger into one file, and out of it again: the same format for both databases, so that it also moves one.

The file is a ZIP archive with the rows as a SQLite database and the files of the ledger's folder (settings, dossier);
derived rows are left out, for they can be made anew.
Nothing is overwritten, and what is half-done is removed.
"""

from __future__ import annotations

import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, func, insert, select

from zusage.errors import LedgerError
from zusage.ledger import people_tables
from zusage.ledger.checking import Checked, Flaw, check_rows
from zusage.ledger.store import FILE, Ledger, make_ledger, open_ledger
from zusage.ledger.tables import metadata, schema_versions
from zusage.ledger.word_index import rebuild_index

_BATCH = 500
SETTINGS = "zusage.toml"
DOSSIER = "dossier"
"""What else than rows makes a ledger's folder."""

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_MOST_TIMES, _LEAST_BOUND = 100, 100_000_000
"""A backup unpacks to at most so many times its size, and so many bytes more. Its rows hold packed bytes, and texts pack
to a third or a tenth; an archive that was made to fill a disk unpacks to a thousand times its size."""


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

    All or nothing: the rows come in one transaction, and the folder has another name until all of it is there.

    Raises:
        LedgerError: the file is no backup or damaged, or something is there already.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise LedgerError(folder, "is there already", hint="name a new folder")
    whole = folder.resolve()
    partial = whole.with_name(f"{whole.name}.partial")
    with TemporaryDirectory(prefix="zusage-restore-") as unpacked:
        files = _unpack(source, Path(unpacked))
        try:
            _require_no_rest(partial)
            checked = _remake(Path(unpacked), partial, files, source=source, at=at, url=url)
            _put_in_place(partial, whole)
        except OSError as problem:
            words = (problem.strerror or str(problem)).lower()
            raise LedgerError(folder, f"cannot be made: {words}", hint="choose another folder") from problem
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    return Ledger(folder, url=url), checked


def _require_no_rest(partial: Path) -> None:
    """Remove what an earlier run left that was killed."""
    if partial.exists():
        shutil.rmtree(partial)


def _put_in_place(partial: Path, folder: Path) -> None:
    """Give a folder its name, or fill the empty one that is there; its rows come last, since they make it a ledger."""
    if not folder.exists():
        partial.rename(folder)
        return
    for path in sorted(partial.iterdir(), key=lambda each: each.name == FILE):
        path.rename(folder / path.name)


def _remake(
    unpacked: Path, folder: Path, files: Mapping[str, str], *, source: Path, at: str, url: str | None
) -> tuple[Checked, ...]:
    """Make a ledger of the rows of another one; return how many of each table were looked at."""
    old = _open_unpacked(unpacked, source, at)
    checked: list[Checked] = []

    def fill(out: Connection) -> None:
        with old.reading() as rows:
            copy_rows(rows, out)
        rebuild_index(out)
        for each in check_rows(out):
            if isinstance(each, Flaw):
                raise LedgerError(source, f"is damaged: {each.row}: {each.problem}", hint="take an older backup")
            checked.append(each)

    make_ledger(folder, files, at=at, url=url, fill=fill)
    return tuple(checked)


def _open_unpacked(folder: Path, source: Path, at: str) -> Ledger:
    """Open the rows of a backup; what is wrong with them is wrong with the backup."""
    try:
        return open_ledger(folder, at=at)
    except LedgerError as error:
        raise LedgerError(source, error.problem, hint=error.hint) from error


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy all rows into an empty ledger of the same schema, in their order of arrival.

    Not who is signed in, and nothing that is made of other rows.
    """
    for table in (*metadata.sorted_tables, *people_tables.KEPT):
        if table is schema_versions or table.info.get("derived"):
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
    yield from (path for path in (folder / SETTINGS,) if path.is_file())
    yield from (path for path in (folder / DOSSIER).rglob("*") if path.is_file())


def _unpack(source: Path, folder: Path) -> dict[str, str]:
    """Unpack a backup's rows into a folder; return its other files, by name."""
    try:
        with zipfile.ZipFile(source) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
            _require_backup(source, members)
            _require_room(source, sum(each.file_size for each in members), folder)
            archive.extract(FILE, folder)
            return {each.filename: archive.read(each).decode("utf-8") for each in members if each.filename != FILE}
    except FileNotFoundError as problem:
        raise LedgerError(source, "does not exist", hint="give the file that zusage backup wrote") from problem
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError) as problem:
        raise LedgerError(
            source, "is no backup of a ledger, or a damaged one", hint="take an older backup"
        ) from problem


def _require_backup(source: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    """Make sure that an archive holds what a backup holds, each once and packed as a backup packs it."""
    names = [each.filename for each in members]
    is_backup = (
        FILE in names
        and len(names) == len(set(names))
        and all(name in {FILE, SETTINGS} or _is_inside(name) for name in names)
        and all(each.compress_type in _PACKED and not each.flag_bits & _ENCRYPTED for each in members)
    )
    if not is_backup:
        raise LedgerError(source, "is no backup of a ledger", hint="zusage backup FILE writes one")


def _require_room(source: Path, size: int, folder: Path) -> None:
    """Make sure that an archive does not unpack to more than a backup's could, or than the disk holds.

    The size is what the archive says; unpacking reads no byte more than that.
    """
    most = _LEAST_BOUND + _MOST_TIMES * source.stat().st_size
    if size > most:
        problem = f"would unpack to {size:,} bytes, which no backup of its size does"
        raise LedgerError(source, problem, hint="zusage backup FILE writes one")
    free = shutil.disk_usage(folder).free
    if size > free:
        problem = f"unpacks to {size:,} bytes, and the disk of {folder.parent} has {free:,} left"
        raise LedgerError(source, problem, hint="make room, or set TMPDIR to another disk")


def _is_inside(name: str) -> bool:
    """Say whether a name is one of a file in the dossier's folder."""
    path = PurePosixPath(name)
    return path.parts[:1] == (DOSSIER,) and ".." not in path.parts and "\\" not in name


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
