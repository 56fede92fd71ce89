"""Making and opening a ledger, and what is said when that is not possible."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from zusage.errors import LedgerError
from zusage.ledger.migrations import VERSION
from zusage.ledger.store import FILE, Ledger, make_ledger, open_ledger
from zusage.ledger.tables import metadata, readings, schema_versions, statements

AT = "2025-01-01T00:00:00.000Z"


def test_a_new_ledger_has_todays_schema(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        assert connection.scalar(select(func.max(schema_versions.c.version))) == VERSION
        raw = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all()
        made = {name: sql for name, sql in raw if not name.startswith("sqlite_")}
    assert set(made) == set(metadata.tables)
    for name, table in metadata.tables.items():
        for column in table.columns:
            assert f"{column.name} " in made[name]
            assert (f"{column.name} {column.type} NOT NULL" in made[name]) == (not column.nullable), column


def test_the_log_is_written_ahead_and_commits_are_synchronous(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_nothing_is_overwritten(ledger: Ledger) -> None:
    before = ledger.path.read_bytes()
    with pytest.raises(LedgerError, match="is there already"):
        make_ledger(ledger.folder, {"zusage.toml": "dossier = 'other'"}, at=AT)
    assert ledger.path.read_bytes() == before
    assert (ledger.folder / "zusage.toml").read_text() == ""


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    make_ledger(tmp_path, {}, at=AT)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match="cannot be made"):
        make_ledger(tmp_path / "file" / "ledger", {}, at=AT)


@pytest.mark.parametrize("folder", ["missing", "."])
def test_a_folder_that_is_no_ledger(tmp_path: Path, folder: str) -> None:
    with pytest.raises(LedgerError, match="zusage init DIR"):
        open_ledger(tmp_path / folder)


@pytest.mark.parametrize("content", [b"", b"just words, no database" * 100])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(LedgerError, match="is no ledger"):
        open_ledger(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


def test_another_programs_database(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("CREATE TABLE cars (name TEXT)")
    other.commit()
    other.close()
    with pytest.raises(LedgerError, match="is no ledger"):
        open_ledger(tmp_path)


def test_a_newer_ledger_is_left_alone(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        connection.execute(insert(schema_versions).values(version=VERSION + 7, recorded_at=AT))
    with pytest.raises(LedgerError, match="newer Zusage"):
        open_ledger(ledger.folder, at=AT)


def test_a_damaged_file(ledger: Ledger) -> None:
    with ledger.reading():
        pass
    content = bytearray(ledger.path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    ledger.path.write_bytes(bytes(content))
    with (
        pytest.raises(LedgerError, match=r"is damaged|is no ledger"),
        open_ledger(ledger.folder).reading() as connection,
    ):
        connection.execute(select(statements)).all()


def test_a_full_disk(ledger: Ledger) -> None:
    def fill() -> None:
        with ledger.writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.execute(insert(schema_versions).values(version=99, recorded_at="x" * 20_000))

    with pytest.raises(LedgerError, match="the disk is full"):
        fill()
    with ledger.reading() as connection:
        assert connection.scalar(select(func.max(schema_versions.c.version))) == VERSION


def test_a_read_only_disk_can_be_read_but_not_written(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zusage.ledger.database._is_writable", lambda _: False)
    opened = open_ledger(ledger.folder)
    with opened.reading() as connection:
        assert connection.execute(select(readings)).all() == []
    with pytest.raises(LedgerError, match="read-only"), opened.reading() as connection:
        connection.execute(insert(schema_versions).values(version=9, recorded_at=AT))
    with pytest.raises(LedgerError, match="read-only"), opened.writing():
        pass


def test_a_writer_waits_for_another_and_says_so_when_it_takes_too_long(ledger: Ledger) -> None:
    hasty = Ledger(ledger.folder, busy_seconds=0)
    with ledger.writing(), pytest.raises(LedgerError, match="in use by another process"), hasty.writing():
        pass


def test_readers_do_not_wait(ledger: Ledger) -> None:
    hasty = Ledger(ledger.folder, busy_seconds=0)
    with ledger.writing() as writer:
        writer.execute(insert(schema_versions).values(version=0, recorded_at=AT))
        with hasty.reading() as reader:
            assert reader.scalar(select(func.count()).select_from(schema_versions)) == VERSION


def test_what_fails_halfway_leaves_nothing(ledger: Ledger) -> None:
    def fail() -> None:
        with ledger.writing() as connection:
            connection.execute(insert(schema_versions).values(version=0, recorded_at=AT))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with ledger.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(schema_versions)) == VERSION


WRITER = """
import sys
from pathlib import Path
from sqlalchemy import insert
from zusage.ledger.store import open_ledger
from zusage.ledger.tables import failures
ledger = open_ledger(Path(sys.argv[1]))
for number in range(40):
    with ledger.writing() as connection:
        connection.execute(insert(failures).values(report=sys.argv[2], problem=str(number), recorded_at="t"))
"""


def test_two_processes_write_at_once(ledger: Ledger) -> None:
    command = [sys.executable, "-c", WRITER, str(ledger.folder)]
    started = [subprocess.Popen([*command, name], env=os.environ) for name in ("a", "b")]  # noqa: S603 - our own code
    assert [process.wait(timeout=60) for process in started] == [0, 0]
    with ledger.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM failures").scalar() == 80
