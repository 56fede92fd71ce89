"""The tables as CSV and as JSON lines, each with the dictionary beside it; and CSV cells read back.

In CSV a text that a spreadsheet would take for a formula gets an apostrophe in front (`zusage.publish.formulas`);
`read_cell` takes it away again.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from zusage.publish.exports.columns import Column, Table
from zusage.publish.exports.dictionary import describe
from zusage.publish.exports.edition import Edition
from zusage.publish.exports.rows import all_rows
from zusage.publish.formulas import guarded, unguarded


def write_csv(edition: Edition) -> dict[str, bytes]:
    """Return the tables as CSV (RFC 4180, UTF-8, one line of names), with the dictionary."""
    files = {f"{table.name}.csv": _as_csv(table, rows) for table, rows in all_rows(edition)}
    return files | describe(files, edition, "csv")


def write_jsonl(edition: Edition) -> dict[str, bytes]:
    """Return the tables as JSON lines, one object per row with all columns, with the dictionary."""
    files = {f"{table.name}.jsonl": _as_jsonl(rows) for table, rows in all_rows(edition)}
    return files | describe(files, edition, "jsonl")


def read_csv(table: Table, content: bytes) -> Iterator[dict[str, Any]]:
    """Yield the rows of a CSV file as they were before it was written."""
    columns = {column.name: column for column in table.columns}
    for row in csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")):
        yield {name: read_cell(columns[name], cell) for name, cell in row.items()}


def _as_csv(table: Table, rows: Iterable[Mapping[str, Any]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([[write_cell(column, row[column.name]) for column in table.columns] for row in rows])
    return out.getvalue().encode()


def _as_jsonl(rows: Iterable[Mapping[str, Any]]) -> bytes:
    return "".join(f"{json.dumps(row, ensure_ascii=False, allow_nan=False)}\n" for row in rows).encode()


def write_cell(column: Column, value: Any) -> str:
    """Write a value as a CSV cell; None and an empty text are an empty cell."""
    if value is None:
        return ""
    if column.type == "boolean":
        return "true" if value else "false"
    if column.type == "list":
        return json.dumps(value, ensure_ascii=False)
    if column.type in {"integer", "number"}:
        return str(int(value)) if float(value).is_integer() else repr(float(value))
    return guarded(value)


def read_cell(column: Column, cell: str) -> Any:
    """Read a CSV cell back."""
    if cell == "":
        return None
    if column.type == "boolean":
        return cell == "true"
    if column.type == "list":
        return json.loads(cell)
    if column.type == "integer":
        return int(cell)
    if column.type == "number":
        return float(cell)
    return unguarded(cell)
