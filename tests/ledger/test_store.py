"""Making and opening a ledger, and what is said when that is not possible."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from postgres_server import Server, start_server
from sqlalchemy import create_engine, func, insert, inspect, select
from sqlalchemy.pool import NullPool

from zusage.errors import LedgerError
from zusage.ledger import derived, past, people_tables
from zusage.ledger.migrations import VERSION
from zusage.ledger.postgres import parse_url
from zusage.ledger.store import FILE, Ledger, make_ledger, open_ledger
from zusage.ledger.tables import metadata, readings, schema_versions, statements, tombstones

AT = "2025-01-01T00:00:00.000Z"


def test_connections_that_stay_open_see_what_others_write_and_hold_nothing_up(tmp_path: Path) -> None:
    make_ledger(tmp_path / "ledger", {}, at=AT)
    standing, other = Ledger(tmp_path / "ledger", stands=True), open_ledger(tmp_path / "ledger")
    counts = []
    for number in range(2):
        with standing.reading() as connection:
            counts.append(connection.scalar(select(func.count()).select_from(tombstones)))
        with other.writing() as connection:
            row = {"report": "r", "capture": f"{number}", "who": "mona", "why": "asked to", "recorded_at": AT}
            connection.execute(insert(tombstones).values(**row))
        other.forget()
    assert counts == [0, 1]


def test_a_new_ledger_has_todays_schema(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        assert connection.scalar(select(func.max(schema_versions.c.version))) == VERSION
        looking = inspect(connection)
        tables = {**metadata.tables, **people_tables.metadata.tables, **derived.metadata.tables, **past.metadata.tables}
        made_tables = {name for name in looking.get_table_names() if not name.startswith("search_terms")}
        assert made_tables == set(tables)
        for name, table in tables.items():
            made = {column["name"]: column for column in looking.get_columns(name)}
            assert set(made) == set(table.columns.keys())
            for column in table.columns:
                assert made[column.name]["type"]._type_affinity is column.type._type_affinity, column
                if not column.primary_key:
                    assert made[column.name]["nullable"] == column.nullable, column
            assert {index["name"] for index in looking.get_indexes(name)} >= {index.name for index in table.indexes}


def test_the_log_is_written_ahead_and_commits_are_synchronous(sqlite_ledger: Ledger) -> None:
    with sqlite_ledger.writing() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_nothing_is_overwritten(sqlite_ledger: Ledger) -> None:
    before = sqlite_ledger.path.read_bytes()
    with pytest.raises(LedgerError, match="is there already"):
        make_ledger(sqlite_ledger.folder, {"zusage.toml": "dossier = 'other'"}, at=AT)
    assert sqlite_ledger.path.read_bytes() == before
    assert (sqlite_ledger.folder / "zusage.toml").read_text() == ""


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
        open_ledger(ledger.folder, at=AT, url=ledger.url)


def test_a_damaged_file(sqlite_ledger: Ledger) -> None:
    with sqlite_ledger.reading():
        pass
    content = bytearray(sqlite_ledger.path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    sqlite_ledger.path.write_bytes(bytes(content))
    with (
        pytest.raises(LedgerError, match=r"is damaged|is no ledger"),
        open_ledger(sqlite_ledger.folder).reading() as connection,
    ):
        connection.execute(select(statements)).all()


def test_a_full_disk(sqlite_ledger: Ledger) -> None:
    def fill() -> None:
        with sqlite_ledger.writing() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.execute(insert(schema_versions).values(version=99, recorded_at="x" * 20_000))

    with pytest.raises(LedgerError, match="the disk is full"):
        fill()
    with sqlite_ledger.reading() as connection:
        assert connection.scalar(select(func.max(schema_versions.c.version))) == VERSION


def test_a_read_only_disk_can_be_read_but_not_written(sqlite_ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zusage.ledger.sqlite._is_writable", lambda _: False)
    opened = open_ledger(sqlite_ledger.folder)
    with opened.reading() as connection:
        assert connection.execute(select(readings)).all() == []
    with pytest.raises(LedgerError, match="read-only"), opened.reading() as connection:
        connection.execute(insert(schema_versions).values(version=9, recorded_at=AT))
    with pytest.raises(LedgerError, match="read-only"), opened.writing():
        pass


def test_a_writer_waits_for_another_and_says_so_when_it_takes_too_long(ledger: Ledger) -> None:
    hasty = Ledger(ledger.folder, busy_seconds=0, url=ledger.url)
    with ledger.writing(), pytest.raises(LedgerError, match="in use by another process"), hasty.writing():
        pass


def test_readers_do_not_wait(ledger: Ledger) -> None:
    hasty = Ledger(ledger.folder, busy_seconds=0, url=ledger.url)
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
ledger = open_ledger(Path(sys.argv[1]), url=sys.argv[3] or None)
for number in range(40):
    with ledger.writing() as connection:
        connection.execute(insert(failures).values(report=sys.argv[2], problem=str(number), recorded_at="t"))
"""


def test_two_processes_write_at_once(ledger: Ledger) -> None:
    command = [sys.executable, "-c", WRITER, str(ledger.folder)]
    started = [subprocess.Popen([*command, name, ledger.url or ""], env=os.environ) for name in ("a", "b")]  # noqa: S603 - our own code
    assert [process.wait(timeout=60) for process in started] == [0, 0]
    with ledger.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM failures").scalar() == 80


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("no address", "is no address of a database"),
        ("mysql://somebody@localhost/x", "names a database that Zusage does not know"),
        ("postgresql://somebody:secret@127.0.0.1:1/x", "no database server answers there"),
    ],
)
def test_a_database_that_cannot_be_used(tmp_path: Path, url: str, said: str) -> None:
    with pytest.raises(LedgerError, match=said) as problem:
        make_ledger(tmp_path / "ledger", {}, at=AT, url=url)
    assert "secret" not in str(problem.value)
    assert not (tmp_path / "ledger").exists()


def test_a_database_that_is_not_there(tmp_path: Path, postgres: Server) -> None:
    with pytest.raises(LedgerError, match="no such database"):
        make_ledger(tmp_path / "ledger", {}, at=AT, url=postgres.url("nowhere"))


def test_a_database_that_has_a_ledger_is_left_alone(tmp_path: Path, postgres: Server) -> None:
    url = postgres.make_database("taken")
    made = make_ledger(tmp_path / "one", {}, at=AT, url=url)
    with pytest.raises(LedgerError, match="is there already"):
        make_ledger(tmp_path / "two", {}, at=AT, url=url)
    assert not (tmp_path / "two").exists()
    with made.reading() as connection:
        assert connection.scalar(select(func.max(schema_versions.c.version))) == VERSION


def test_one_database_holds_several_ledgers_by_search_path(tmp_path: Path, postgres: Server) -> None:
    url = postgres.make_database("shared")
    with create_engine(parse_url(url), poolclass=NullPool).begin() as connection:
        connection.exec_driver_sql("CREATE SCHEMA gaza")
    make_ledger(tmp_path / "one", {}, at=AT, url=url)
    other = make_ledger(tmp_path / "two", {}, at=AT, url=f"{url}?options=-csearch_path%3Dgaza")
    with other.writing() as connection:
        connection.execute(insert(schema_versions).values(version=0, recorded_at=AT))
    with open_ledger(tmp_path / "one", url=url).reading() as connection:
        assert connection.scalar(select(func.count()).select_from(schema_versions)) == VERSION


def test_a_server_that_dies_says_so_and_keeps_what_was_committed(tmp_path: Path) -> None:
    server = start_server()
    try:
        ledger = make_ledger(tmp_path / "ledger", {}, at=AT, url=server.make_database("ledger"))

        def lose() -> None:
            with ledger.writing() as connection:
                connection.execute(insert(schema_versions).values(version=77, recorded_at=AT))
                server.kill()
                connection.execute(insert(schema_versions).values(version=78, recorded_at=AT))

        with pytest.raises(LedgerError, match="lost its database server"):
            lose()
        with pytest.raises(LedgerError, match="no database server answers"), ledger.reading():
            pass
        server.start()
        with ledger.reading() as connection:
            assert connection.scalar(select(func.max(schema_versions.c.version))) == VERSION
    finally:
        server.remove()
