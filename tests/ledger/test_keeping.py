"""Checking every row, and a whole ledger in one file and out again."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Table, delete, select, update

from zusage.errors import LedgerError
from zusage.ledger.checking import Checked, Flaw, check_rows
from zusage.ledger.copying import back_up, restore
from zusage.ledger.queries import events
from zusage.ledger.store import Ledger, make_ledger
from zusage.ledger.tables import captures, findings, judgements, metadata, readings, statements, texts
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


def flaws(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return [f"{each.row}: {each.problem}" for each in check_rows(connection) if isinstance(each, Flaw)]


def test_a_whole_ledger_has_no_flaw(filled: Ledger) -> None:
    with filled.reading() as connection:
        found = list(check_rows(connection))
    counts = {each.table: each.rows for each in found if isinstance(each, Checked)}
    assert len(counts) == len(found)
    assert counts == {"captures": 1, "texts": 1, "statements": 4, "readings": 1, "judgements": 1, "findings": 4}


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
            if table.name != "schema_versions":
                yield table.name, sorted((tuple(row) for row in connection.execute(select(table))), key=repr)


@pytest.mark.parametrize("target", ["sqlite", "postgres"])
def test_a_backup_gives_the_same_ledger(
    filled: Ledger, tmp_path: Path, target: str, database: Callable[[str], str | None]
) -> None:
    (filled.folder / "dossier").mkdir()
    (filled.folder / "dossier" / "dossier.yaml").write_text("id: mine\n")
    assert back_up(filled, tmp_path / "backup.zip", at=AT) > 0
    restored, checked = restore(tmp_path / "backup.zip", tmp_path / "again", at=AT, url=database(target))
    assert sum(each.rows for each in checked) == 12
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


def test_an_archive_that_reaches_outside_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("ledger.sqlite", b"")
        archive.writestr("../outside.txt", "x")
    with pytest.raises(LedgerError, match="is no backup of a ledger"):
        restore(tmp_path / "bad.zip", tmp_path / "again", at=AT)
    assert not (tmp_path / "outside.txt").exists()


def test_a_damaged_backup_is_refused_whole(tmp_path: Path, keep: Keep, reading: Reading, ledger: Ledger) -> None:
    keep(reading)
    with ledger.writing() as connection:
        connection.execute(update(texts).values(body="other words"))
    back_up(ledger, tmp_path / "backup.zip", at=AT)
    with pytest.raises(LedgerError, match="is damaged: texts"):
        restore(tmp_path / "backup.zip", tmp_path / "again", at=AT)
    assert not (tmp_path / "again").exists()
    make_ledger(tmp_path / "again", {}, at=AT)


def test_the_log_tells_what_was_recorded(filled: Ledger, reading: Reading) -> None:
    with filled.reading() as connection:
        found = events(connection)
        newest = events(connection, last=1)
        assert events(connection, report="none") == ()
        assert events(connection, report=reading.report.id) == found
    assert [each.kind for each in found] == ["text", "reading", "judgement"]
    assert "by mona: so it stands there" in found[-1].words
    assert newest == found[-1:]
