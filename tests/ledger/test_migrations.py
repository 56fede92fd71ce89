"""Ledgers of every earlier version come to today's schema with all they hold, whatever happens on the way."""

from __future__ import annotations

import itertools
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import dying_worker
import frozen_schema
import pytest
from click.testing import CliRunner
from dying_worker import NEVER
from postgres_server import Server
from sqlalchemy import Engine, MetaData, create_engine, inspect, select
from sqlalchemy.pool import NullPool

from zusage.cli.root import zusage
from zusage.errors import LedgerError
from zusage.ledger import people_tables
from zusage.ledger.copying import back_up, restore
from zusage.ledger.judgements import all_judgements
from zusage.ledger.migrations import VERSION, migrate, version_of
from zusage.ledger.postgres import parse_url
from zusage.ledger.queries import readings_in_force
from zusage.ledger.store import Ledger, open_ledger
from zusage.ledger.tables import metadata

AT = "2025-05-01T00:00:00.000Z"
VERSIONS = range(1, VERSION + 1)
KEPT = ("captures", "texts", "readings", "statements", "findings", "judgements")

_NUMBERS = itertools.count()

Rows = dict[str, list[dict[str, Any]]]
Old = Callable[[int], Ledger]


@pytest.fixture(params=frozen_schema.KINDS)
def old(tmp_path: Path, request: pytest.FixtureRequest) -> Old:
    """Makes a ledger that an earlier version wrote."""

    def make(version: int) -> Ledger:
        name = f"old_{next(_NUMBERS)}"
        folder = tmp_path / name
        if request.param == "sqlite":
            return frozen_schema.read_sqlite(version, folder)
        server: Server = request.getfixturevalue("postgres")
        return frozen_schema.read_postgres(version, folder, server.make_database(name))

    return make


def engine_of(ledger: Ledger) -> Engine:
    """Look at the database itself, whatever its version."""
    url = parse_url(ledger.url) if ledger.url else f"sqlite:///{ledger.path}"
    return create_engine(url, poolclass=NullPool)


def rows_of(ledger: Ledger, like: Rows | None = None) -> Rows:
    """All rows of all tables; of those in ``like`` only the columns that they have there."""
    found: Rows = {}
    with engine_of(ledger).connect() as connection:
        tables = MetaData()
        tables.reflect(connection)
        for table in tables.sorted_tables:
            if like is not None and not like.get(table.name):
                continue
            columns = [table.c[name] for name in (like[table.name][0] if like else table.c.keys())]
            found[table.name] = sorted((dict(row) for row in connection.execute(select(*columns)).mappings()), key=repr)
    return found


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", frozen_schema.KINDS)
def test_each_version_is_written_down(version: int, kind: str) -> None:
    path = frozen_schema.path_of(version, kind)
    assert path.exists(), f"schema {version} has no {path.name}: run python tools/freeze_schema.py at that version"


def test_what_is_written_down_of_today_is_todays_schema_with_rows_in_every_table(old: Old) -> None:
    ledger = old(VERSION)
    tables = {**metadata.tables, **people_tables.metadata.tables}
    filled = {name for name, rows in rows_of(ledger).items() if rows and not name.startswith("search_terms")}
    assert filled == set(tables)
    with engine_of(ledger).connect() as connection:
        assert version_of(connection) == VERSION
        for name, table in tables.items():
            columns = {column["name"]: column for column in inspect(connection).get_columns(name)}
            assert set(columns) == set(table.columns.keys()), "python tools/freeze_schema.py --again"
            indexes = {index["name"] for index in inspect(connection).get_indexes(name)}
            assert indexes >= {index.name for index in table.indexes}


def test_a_ledger_that_came_through_all_versions_has_todays_indexes(old: Old) -> None:
    first, today = old(1), old(VERSION)
    with first.writing() as connection:
        migrate(connection, "the ledger", AT)
    assert indexes_of(first) == indexes_of(today)


def indexes_of(ledger: Ledger) -> dict[str, set[str | None]]:
    with engine_of(ledger).connect() as connection:
        seen = inspect(connection)
        return {name: {each["name"] for each in seen.get_indexes(name)} for name in seen.get_table_names()}


@pytest.mark.parametrize("version", VERSIONS)
def test_content_is_the_same_afterwards_and_whole(old: Old, version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = old(version)
    before = rows_of(ledger)
    assert all(before[name] for name in KEPT)
    monkeypatch.setenv("ZUSAGE_DATABASE_URL", ledger.url or "")
    upgraded = CliRunner().invoke(zusage, ["upgrade", "--ledger", str(ledger.folder)])
    assert upgraded.exit_code == 0, upgraded.output
    after = rows_of(ledger, like=before)
    versions = after.pop("schema_versions")
    assert sorted(row["version"] for row in versions) == list(VERSIONS)
    assert after == {name: rows for name, rows in before.items() if rows and name != "schema_versions"}
    checked = CliRunner().invoke(zusage, ["check", "--ledger", str(ledger.folder)])
    assert checked.exit_code == 0, checked.output
    with ledger.reading() as connection:
        assert len(list(readings_in_force(connection))) == len({row["report"] for row in before["readings"]})
        assert [each.id for each in all_judgements(connection)] == [
            row["id"] for row in sorted(before["judgements"], key=lambda row: row["seq"])
        ]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_backup_of_an_earlier_version_is_restored(tmp_path: Path, version: int) -> None:
    ledger = frozen_schema.read_sqlite(version, tmp_path / "old")
    Ledger(ledger.folder).settle()
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        archive.write(ledger.path, ledger.path.name)
    before = rows_of(ledger)
    restored, _ = restore(tmp_path / "old.zip", tmp_path / "new", at=AT)
    assert rows_of(restored, like={name: before[name] for name in KEPT}) == {name: before[name] for name in KEPT}
    assert back_up(restored, tmp_path / "new.zip", at=AT)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_ledger_says_what_to_do_and_stays_as_it_is(old: Old, version: int) -> None:
    ledger = old(version)
    before = rows_of(ledger)
    with pytest.raises(LedgerError, match=rf"has an older schema \({version}\).*zusage upgrade"):
        open_ledger(ledger.folder, url=ledger.url)
    assert rows_of(ledger) == before


def migrate_until_killed(ledger: Ledger, count: int) -> int | None:
    return dying_worker.run(count, "upgrade", str(ledger.folder), *([ledger.url] if ledger.url else []))


def kill_between_steps(old: Old, version: int, *, every: bool) -> None:
    finished = old(version)
    total = migrate_until_killed(finished, NEVER)
    assert total is not None
    new = rows_of(finished)
    del new["schema_versions"]
    ledger = old(version)
    before = rows_of(ledger)
    for count in range(0, total, 1 if every else max(total // 4, 1)):
        assert migrate_until_killed(ledger, count) is None
        assert rows_of(ledger) == before, f"half-done after {count} statements"
    assert migrate_until_killed(ledger, NEVER) == total
    after = rows_of(ledger)
    del after["schema_versions"]
    assert after == new


def test_a_killed_migration_leaves_the_old_ledger(old: Old) -> None:
    kill_between_steps(old, 1, every=False)


@pytest.mark.long
@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_migration_killed_between_any_two_steps_leaves_the_old_ledger(old: Old, version: int) -> None:
    kill_between_steps(old, version, every=True)


def test_processes_that_migrate_at_once_do_it_once(old: Old) -> None:
    ledger = old(1)
    command = [sys.executable, dying_worker.__file__, str(NEVER), "upgrade", str(ledger.folder)]
    command += [ledger.url] if ledger.url else []
    started = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(3)]  # noqa: S603 - our own
    said = [process.communicate(timeout=120)[1].decode() for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], said
    assert sorted(row["version"] for row in rows_of(ledger)["schema_versions"]) == list(VERSIONS)


def test_a_migration_waits_for_a_writer_and_says_so(old: Old) -> None:
    ledger = old(1)
    with ledger.writing(), pytest.raises(LedgerError, match="in use by another process"):
        open_ledger(ledger.folder, busy_seconds=0.05, at=AT, url=ledger.url)
    assert open_ledger(ledger.folder, at=AT, url=ledger.url)
