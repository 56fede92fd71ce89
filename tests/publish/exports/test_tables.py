"""Tables: every column documented, every value as its column says, and back again from every format without loss."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.model.values import (
    Authority,
    Basis,
    Firmness,
    Instrument,
    MeetingKind,
    Mode,
    Role,
    SourceKind,
    Stance,
    Voice,
    Where,
)
from zusage.publish.exports.columns import TYPES, Column, Table, tables
from zusage.publish.exports.dictionary import dictionary_page
from zusage.publish.exports.edition import Edition
from zusage.publish.exports.parquet import write_parquet
from zusage.publish.exports.plain_tables import read_cell, read_csv, write_cell, write_csv, write_jsonl
from zusage.publish.exports.rows import all_rows

ROOT = Path(__file__).resolve().parents[3]
PLAIN = {"string": str, "integer": int, "number": int | float, "boolean": bool, "date": str, "list": list}


def rows(edition: Edition) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each table."""
    return {table.name: found for table, found in all_rows(edition)}


def test_every_table_has_rows_here(edition: Edition) -> None:
    assert all(rows(edition)[table.name] for table in tables() if table.name != "conflicts")


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_values_are_what_their_column_says(table: Table, edition: Edition) -> None:
    assert {"status", "synthetic"} <= {column.name for column in table.columns}
    for row in rows(edition)[table.name]:
        assert list(row) == [column.name for column in table.columns]
        for column in table.columns:
            assert column.type in TYPES
            value = row[column.name]
            if value is not None:
                assert isinstance(value, PLAIN[column.type])
                assert not column.values or str(value) in column.values
                assert column.type != "date" or date.fromisoformat(str(value))


def test_keys_are_unique_and_point_somewhere(edition: Edition) -> None:
    found = rows(edition)
    for table in tables():
        keys = [tuple(row[name] for name in table.key) for row in found[table.name]]
        assert len(set(keys)) == len(keys)
        for column, (other, key) in table.points.items():
            there = {row[key] for row in found[other]} | {None}
            assert all(row[column] in there for row in found[table.name])


def test_listed_values_are_the_codebooks() -> None:
    listed = {(table.name, column.name): column.values for table in tables() for column in table.columns}
    for name, values in (
        (("statements", "firmness"), Firmness), (("statements", "where"), Where), (("statements", "basis"), Basis),
        (("statements", "instrument"), Instrument), (("statements", "authority"), Authority),
        (("statements", "voice"), Voice), (("positions", "stance"), Stance), (("meetings", "kind"), MeetingKind),
        (("attendance", "role"), Role), (("attendance", "mode"), Mode), (("reports", "source_kind"), SourceKind),
    ):  # fmt: skip
        assert set(listed[name]) == {str(each) for each in values}


def test_what_nobody_reviewed_is_called_unreviewed(edition: Edition) -> None:
    found = rows(edition)
    assert {row["quote"]: row["status"] for row in found["positions"]} == {
        "Riga wants sanctions lifted": "unreviewed",
        "Bern doubts it": "rejected",
    }
    statuses = {(row["actor"], row["measure"]): (row["status"], row["synthetic"]) for row in found["entries"]}
    assert statuses["no", "funding"] == ("partly reviewed", True)
    assert statuses["no", "troops"] == ("unreviewed", False)
    assert {row["name"]: row["status"] for row in found["reports"]} == {
        "one": "partly reviewed",
        "two": "partly reviewed",
    }


def test_csv_comes_back_as_it_was(edition: Edition) -> None:
    files = write_csv(edition)
    for table, found in all_rows(edition):
        assert list(read_csv(table, files[f"{table.name}.csv"])) == found
    assert b"\"'=SUM(A1)" in files["statements.csv"] or b"'=SUM(A1)" in files["statements.csv"]


def test_json_lines_come_back_as_they_were(edition: Edition) -> None:
    files = write_jsonl(edition)
    for table, found in all_rows(edition):
        assert [json.loads(line) for line in files[f"{table.name}.jsonl"].splitlines()] == found


def test_parquet_comes_back_as_it_was(edition: Edition) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    files = write_parquet(edition)
    for table, found in all_rows(edition):
        read = parquet.read_table(io.BytesIO(files[f"{table.name}.parquet"]))
        back = [
            {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
            for row in read.to_pylist()
        ]
        assert back == found
        assert read.schema.field("status").metadata[b"description"].startswith((b"what", b"how"))


@pytest.mark.parametrize(("form", "write"), [("csv", write_csv), ("jsonl", write_jsonl), ("parquet", write_parquet)])
def test_the_dictionary_names_every_column(
    edition: Edition, form: str, write: Callable[[Edition], dict[str, bytes]]
) -> None:
    files = write(edition)
    package = json.loads(files["datapackage.json"])
    page = files["dictionary.md"].decode()
    assert page == dictionary_page(edition)
    for resource in package["resources"]:
        content = files[resource["path"]]
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        fields = [field["name"] for field in resource["schema"]["fields"]]
        (table,) = (each for each in tables() if each.name == resource["name"])
        assert fields == [column.name for column in table.columns]
        assert all(field["description"] and f"| `{field['name']}` |" in page for field in resource["schema"]["fields"])
        if form == "csv":
            assert content.split(b"\r\n")[0].decode().split(",") == fields
        if form == "jsonl":
            assert all(list(json.loads(line)) == fields for line in content.splitlines())


def test_the_reference_page_names_every_column() -> None:
    page = (ROOT / "docs/reference/exports.md").read_text("utf-8")
    for table in tables():
        section = page.split(f"\n## {table.name}\n", 1)[1].split("\n## ", 1)[0]
        assert all(f"| `{column.name}` | {column.type} | {column.about}"[:60] in section for column in table.columns)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("before", ["", "'", "''"])
def test_what_a_spreadsheet_would_run_is_guarded_and_read_back(sign: str, before: str) -> None:
    column = Column("quote", "string", (), "")
    words = f"{before}{sign}SUM(A1)"
    assert write_cell(column, words) == f"'{words}"
    assert read_cell(column, f"'{words}") == words


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_cell_is_a_formula_and_none_is_changed(words: str) -> None:
    column = Column("quote", "string", (), "")
    cell = write_cell(column, words)
    assert cell[0] not in "=+-@\t\r\n＝＋－＠"
    assert read_cell(column, cell) == words
