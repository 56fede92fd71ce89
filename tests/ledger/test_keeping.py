"""Checking every row, and a whole ledger in one file and out again."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import dying_worker
import pytest
from dying_worker import NEVER
from sample_ledger import make_sample
from sqlalchemy import Table, delete, insert, select, update

from zusage.errors import LedgerError
from zusage.ledger.checking import Checked, Flaw, check_rows
from zusage.ledger.copying import back_up, restore
from zusage.ledger.journal import events
from zusage.ledger.store import Ledger, make_ledger
from zusage.ledger.tables import captures, findings, judgements, metadata, readings, schema_versions, statements, texts
from zusage.ledger.writing import SavedReading, save_judgement
from zusage.model.ledger import Act, Judgement
from zusage.model.report import Reading

AT = "2025-01-03T00:00:00.000Z"
Keep = Callable[..., SavedReading]


@pytest.fixture
def filled(ledger: Ledger, keep: Keep, reading: Reading) -> Ledger:
    """A ledger with a report and a judgement."""
    saved = keep(reading)
    judgement = Judgement(who="mona", when=AT, what=Act.ACCEPT, target=saved.found[0], why="so it stands there")
    with ledger.writing() as connection:
        save_judgement(connection, judgement, report=reading.report.id, body=reading.report.text)
    return ledger


@pytest.fixture
def sqlite_filled(tmp_path: Path) -> Ledger:
    """A file with rows in every table."""
    return make_sample(tmp_path / "sample", None).ledger


def flaws(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return [f"{each.row}: {each.problem}" for each in check_rows(connection) if isinstance(each, Flaw)]


def test_a_whole_ledger_has_no_flaw(filled: Ledger) -> None:
    with filled.reading() as connection:
        found = list(check_rows(connection))
    counts = {each.table: each.rows for each in found if isinstance(each, Checked)}
    assert len(counts) == len(found)
    expected = {"captures": 1, "texts": 1, "statements": 4, "readings": 1, "judgements": 1, "findings": 4, "words": 4}
    assert counts == expected


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        (captures, "content", b"rubbish", "cannot be unpacked"),
        (captures, "size", 3, "not those that were captured"),
        (texts, "body", "other words", "do not make its id"),
        (statements, "payload", '{"actor": "no"}', "does not stand in its report"),
        (statements, "quote_start", 7, "not at its place"),
        (readings, "notes", "[]", "is not complete"),
        (readings, "content", "0" * 64, "a reading before it is missing"),
        (judgements, "target", "nobody", "is not there: nobody"),
    ],
)
def test_each_damage_is_named(filled: Ledger, table: Table, column: str, value: object, said: str) -> None:
    with filled.writing() as connection:
        connection.execute(update(table).values({column: value}))
    assert any(said in each and each.startswith(table.name) for each in flaws(filled)), flaws(filled)


def test_a_lost_finding_is_noticed(filled: Ledger) -> None:
    with filled.writing() as connection:
        connection.execute(delete(findings).where(findings.c.kind == "position"))
    assert any("what it found is not complete" in each for each in flaws(filled))


def rows_of(ledger: Ledger) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    with ledger.reading() as connection:
        for table in metadata.sorted_tables:
            if table.name != "schema_versions" and not table.info.get("derived"):
                yield table.name, sorted((tuple(row) for row in connection.execute(select(table))), key=repr)


@pytest.mark.parametrize("target", ["sqlite", "postgres"])
def test_a_backup_gives_the_same_ledger(
    filled: Ledger, tmp_path: Path, target: str, database: Callable[[str], str | None]
) -> None:
    (filled.folder / "dossier").mkdir()
    (filled.folder / "dossier" / "dossier.yaml").write_text("id: mine\n")
    assert back_up(filled, tmp_path / "backup.zip", at=AT) > 0
    restored, checked = restore(tmp_path / "backup.zip", tmp_path / "again", at=AT, url=database(target))
    assert sum(each.rows for each in checked) == 16
    assert dict(rows_of(restored)) == dict(rows_of(filled))
    assert (tmp_path / "again" / "dossier" / "dossier.yaml").read_text() == "id: mine\n"
    judgement = Judgement(who="jo", when=AT, what=Act.UNDO, target="x")
    with restored.writing() as connection:  # the next row gets the next number
        assert save_judgement(connection, judgement, report=None, body="")


def test_nothing_is_overwritten(filled: Ledger, tmp_path: Path) -> None:
    (tmp_path / "backup.zip").write_text("mine")
    with pytest.raises(LedgerError, match="is there already"):
        back_up(filled, tmp_path / "backup.zip", at=AT)
    assert (tmp_path / "backup.zip").read_text() == "mine"
    back_up(filled, tmp_path / "good.zip", at=AT)
    with pytest.raises(LedgerError, match="is there already"):
        restore(tmp_path / "good.zip", filled.folder, at=AT)
    assert flaws(filled) == []


def test_a_place_that_cannot_be_written_leaves_no_half_file(filled: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be written"):
        back_up(filled, tmp_path / "no" / "such" / "folder.zip", at=AT)
    assert list(tmp_path.glob("*.partial")) == []


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"PK\x03\x04broken"])
def test_what_is_no_backup(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file.zip").write_bytes(content)
    with pytest.raises(LedgerError, match="is no backup of a ledger"):
        restore(tmp_path / "file.zip", tmp_path / "again", at=AT)
    with pytest.raises(LedgerError, match="does not exist"):
        restore(tmp_path / "missing.zip", tmp_path / "again", at=AT)
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    "name",
    ["../outside.txt", "/outside.txt", "dossier/../../outside.txt", "dossier\\..\\x", "ledger.sqlite-wal", "x.txt"],
)
def test_an_archive_with_other_files_is_refused(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("ledger.sqlite", b"")
        archive.writestr(name, "x")
    with pytest.raises(LedgerError, match="is no backup of a ledger"):
        restore(tmp_path / "bad.zip", tmp_path / "again", at=AT)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["bad.zip"]


def test_an_archive_packed_otherwise_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("ledger.sqlite", b"x" * 1000)
    with pytest.raises(LedgerError, match="is no backup of a ledger"):
        restore(tmp_path / "bad.zip", tmp_path / "again", at=AT)


def test_settings_that_are_no_text_are_refused(tmp_path: Path, filled: Ledger) -> None:
    back_up(filled, tmp_path / "backup.zip", at=AT)
    with zipfile.ZipFile(tmp_path / "backup.zip", "a") as archive:
        archive.writestr("dossier/actors.yaml", b"\xff\xfe\x00")
    with pytest.raises(LedgerError, match="is no backup of a ledger, or a damaged one"):
        restore(tmp_path / "backup.zip", tmp_path / "again", at=AT)
    assert not (tmp_path / "again").exists()


def test_an_archive_made_to_fill_the_disk_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("ledger.sqlite", "w") as out,
    ):
        for _ in range(150):
            out.write(bytes(1_000_000))
    assert (tmp_path / "bomb.zip").stat().st_size < 200_000
    with pytest.raises(LedgerError, match=r"bomb.zip: would unpack to 150,000,000 bytes, which no backup"):
        restore(tmp_path / "bomb.zip", tmp_path / "again", at=AT)


def test_an_archive_that_says_less_than_it_holds_is_damaged(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "liar.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ledger.sqlite", bytes(3_000_000))
    content = (
        (tmp_path / "liar.zip").read_bytes().replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    )
    (tmp_path / "liar.zip").write_bytes(content)
    with pytest.raises(LedgerError, match="is no backup of a ledger, or a damaged one"):
        restore(tmp_path / "liar.zip", tmp_path / "again", at=AT)


def test_a_backup_that_the_disk_has_no_room_for(
    tmp_path: Path, filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(filled, tmp_path / "backup.zip", at=AT)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(LedgerError, match=r"and the disk of .* has 1,000 left"):
        restore(tmp_path / "backup.zip", tmp_path / "again", at=AT)


def test_a_newer_backup_is_named(tmp_path: Path, sqlite_ledger: Ledger) -> None:
    with sqlite_ledger.writing() as connection:
        connection.execute(insert(schema_versions).values(version=99, recorded_at=AT))
    sqlite_ledger.settle()
    with zipfile.ZipFile(tmp_path / "newer.zip", "w") as archive:
        archive.write(sqlite_ledger.path, "ledger.sqlite")
    with pytest.raises(LedgerError, match=r"newer.zip: was made by a newer Zusage"):
        restore(tmp_path / "newer.zip", tmp_path / "again", at=AT)


def test_an_empty_folder_is_filled_and_an_abandoned_one_removed(
    tmp_path: Path, filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(filled, tmp_path / "backup.zip", at=AT)
    (tmp_path / "here").mkdir()
    (tmp_path / "here.partial").mkdir()
    (tmp_path / "here.partial" / "ledger.sqlite").write_text("half")
    monkeypatch.chdir(tmp_path / "here")
    restored, _ = restore(tmp_path / "backup.zip", Path(), at=AT)
    assert flaws(restored) == []
    assert not (tmp_path / "here.partial").exists()
    with restored.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_damaged_backup_is_refused_whole(tmp_path: Path, keep: Keep, reading: Reading, ledger: Ledger) -> None:
    keep(reading)
    with ledger.writing() as connection:
        connection.execute(update(texts).values(body="other words"))
    back_up(ledger, tmp_path / "backup.zip", at=AT)
    with pytest.raises(LedgerError, match="is damaged: texts"):
        restore(tmp_path / "backup.zip", tmp_path / "again", at=AT)
    assert not (tmp_path / "again").exists()
    make_ledger(tmp_path / "again", {}, at=AT)


def is_there(ledger: Ledger) -> bool:
    try:
        with ledger.reading() as connection:
            return ledger.is_marked(connection)
    except LedgerError:
        return False


def restore_until_killed(
    filled: Ledger, folder: Path, make_url: Callable[[], str | None], counts: Callable[[int], Iterable[int]]
) -> None:
    backup = folder / "backup.zip"
    back_up(filled, backup, at=AT)
    total = dying_worker.run(NEVER, "restore", str(backup), str(folder / "first"), *filter(None, [make_url()]))
    assert total is not None
    url = make_url()
    command = ("restore", str(backup), str(folder / "again"), *filter(None, [url]))
    for count in counts(total):
        assert dying_worker.run(count, *command) is None
        assert not (folder / "again").exists()
        assert not is_there(Ledger(folder / "again", url=url)), f"half restored after {count} statements"
    assert dying_worker.run(NEVER, *command) == total
    assert dict(rows_of(Ledger(folder / "again", url=url))) == dict(rows_of(filled))
    assert not list(folder.glob("*.partial"))


@pytest.mark.parametrize("target", ["sqlite", "postgres"])
def test_a_killed_restore_leaves_nothing_and_can_be_run_again(
    sqlite_filled: Ledger, tmp_path: Path, target: str, database: Callable[[str], str | None]
) -> None:
    restore_until_killed(
        sqlite_filled, tmp_path, lambda: database(target), lambda total: range(0, total, max(total // 3, 1))
    )


@pytest.mark.long
@pytest.mark.parametrize("target", ["sqlite", "postgres"])
def test_a_restore_killed_between_any_two_steps_leaves_nothing(
    sqlite_filled: Ledger, tmp_path: Path, target: str, database: Callable[[str], str | None]
) -> None:
    restore_until_killed(sqlite_filled, tmp_path, lambda: database(target), range)


def test_the_log_tells_what_was_recorded(filled: Ledger, reading: Reading) -> None:
    with filled.reading() as connection:
        found = events(connection)
        newest = events(connection, last=1)
        assert events(connection, report="none") == ()
        assert events(connection, report=reading.report.id) == found
    assert [each.kind for each in found] == ["text", "reading", "judgement"]
    assert "by mona: so it stands there" in found[-1].words
    assert newest == found[-1:]
