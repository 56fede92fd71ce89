"""A spreadsheet of pledges kept by hand, as CSV with a column map: each row becomes a small report and its statement.

The map is TOML: ``[columns]`` names for each field of a statement the column that has it, ``[values.FIELD]`` what a cell's
words stand for, ``[fixed]`` what holds for all rows, ``[format]`` how numbers and days are written. The report is the row
itself, one line a cell, so that the statement quotes what the person wrote.

Source: the fields are the codebook's, section 2.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from zusage.errors import FormatError, InputError, ZusageError
from zusage.intake.decoding import decode_text
from zusage.intake.pages.days import read_day
from zusage.intake.source import Failure
from zusage.model.report import Capture, Report

FIELDS = (
    *(
        "actor",
        "speaker",
        "measure",
        "object",
        "where",
        "firmness",
        "basis",
        "instrument",
        "recipient",
        "said_on",
        "by",
    ),
    *(
        "from",
        "until",
        "per",
        "authority",
        "voice",
        "quote",
        "amount",
        "unit",
        "condition",
        "title",
        "source",
        "stance",
    ),
    *("topic", "aim", "addressee"),
)
"""Fields that a map may name: the codebook's, and ``amount`` with ``unit``, one ``condition``, ``title`` and ``source``."""

_NEEDED = ("actor",)
_DAYS = ("said_on", "by", "from", "until")
_SECTIONS = ("columns", "values", "fixed", "format")
_EMPTY = {"", "-", "–", "—", ".", "n/a", "na", "none", "null", "keine", "k.a."}
_WIDE = 500
"""Columns above which a file is no table of pledges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Which column has which field, what cells stand for, what is the same in all rows, and how numbers are written."""

    columns: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    decimal: str = "."
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row as a report, with the record of its statement in the codebook's fields; its bytes are kept."""

    resource: str
    report: Report
    record: Mapping[str, Any]
    capture: Capture


def read_map(text: str, resource: str) -> ColumnMap:
    """Read a column map.

    Raises:
        FormatError: it is no TOML, or names a field that there is not.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise FormatError(resource, f"is no TOML: {problem}", hint='a line is: field = "column"') from problem
    for name in found:
        if name not in _SECTIONS:
            raise FormatError(f"{resource}: {name}", "is no section", hint=f"one of: {', '.join(_SECTIONS)}")
    columns, fixed = found.get("columns", {}), found.get("fixed", {})
    for name in (*columns, *fixed, *found.get("values", {})):
        if name not in FIELDS:
            raise FormatError(f"{resource}: {name}", "is no field", hint=f"one of: {', '.join(FIELDS)}")
    for name in _NEEDED:
        if name not in columns and name not in fixed:
            raise FormatError(resource, f"does not say where {name} is", hint=f'add under [columns]: {name} = "…"')
    shape = found.get("format", {})
    values = {
        name: {_key(cell): str(value) for cell, value in each.items()} for name, each in found.get("values", {}).items()
    }
    return ColumnMap(
        columns={name: str(column) for name, column in columns.items()},
        values=values,
        fixed={name: str(value) for name, value in fixed.items()},
        decimal=str(shape.get("decimal", ".")),
        date=shape.get("date"),
    )


def read_rows(
    content: bytes, resource: str, columns: ColumnMap, *, language: str, limit: int
) -> Iterator[Row | Failure]:
    """Yield the rows of a CSV file; a row that cannot be understood is a failure.

    Raises:
        InputError: it is no table, or lacks a column that the map names.
    """
    text, _ = decode_text(content, resource, limit=limit)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        head = [name.strip() for name in next(table, [])]
        if not 1 < len(head) <= _WIDE:
            raise InputError(resource, "is no table", hint="save it as CSV with names in the first row")
        for name in columns.columns.values():
            if name not in head:
                raise InputError(resource, f'has no column "{name}"', hint=f"it has: {', '.join(head)[:200]}")
        for number, cells in enumerate(table, 2):
            row = {name: cell.strip() for name, cell in zip(head, cells, strict=False) if name}
            if any(row.values()):
                yield _read_row(row, f"{resource}:{number}", columns, language)
    except csv.Error as problem:
        raise InputError(resource, f"is broken CSV: {problem}", hint="save it as CSV again") from problem


def _read_row(row: Mapping[str, str], where: str, columns: ColumnMap, language: str) -> Row | Failure:
    try:
        text = "\n".join(f"{name}: {' '.join(cell.split())}" for name, cell in row.items() if cell)
        given = dict(columns.fixed)
        for name, column in columns.columns.items():
            cell = " ".join(row.get(column, "").split())
            value = columns.values.get(name, {}).get(_key(cell), cell)
            if _key(value) not in _EMPTY:
                given[name] = value
        record = _make_record(given, where, columns)
        quote = given.get("quote", "")
        record["quote"] = quote if quote and quote in text else text
        day = record.get("said_on")
        how = "given" if day else None
        title = given.get("title", "")
        report = Report(text=text, language=language, title=title, published_on=day, published_how=how)
    except ZusageError as error:
        return Failure(where, error)
    kept = json.dumps(dict(row), ensure_ascii=False, sort_keys=True).encode("utf-8")
    return Row(where, report, record, Capture(kept, headers={"form": "row"}))


def _make_record(given: Mapping[str, str], where: str, columns: ColumnMap) -> dict[str, Any]:
    """Make a record of the codebook's fields."""
    others = {"amount", "unit", "condition", "title", "source", "quote"}
    record: dict[str, Any] = {name: value for name, value in given.items() if name not in others}
    for name in _DAYS:
        if name in record:
            record[name] = _read_day(record[name], where, columns)
    if "amount" in given:
        number = read_number(given["amount"], columns.decimal)
        if number is None:
            raise InputError(
                where, f'"{given["amount"]}" is no number', hint="[format] decimal says how numbers are written"
            )
        if "unit" not in given:
            raise InputError(where, "its amount has no unit", hint='say it under [columns] or [fixed]: unit = "EUR"')
        record["quantity"] = {"min": number, "max": number, "unit": given["unit"]}
    if "condition" in given:
        kind, _, of = given["condition"].partition(":")
        record["conditions"] = [{"type": kind} | ({"of": of} if of else {})]
    return record


def _read_day(value: str, where: str, columns: ColumnMap) -> str:
    try:
        day = datetime.strptime(value, columns.date).date().isoformat() if columns.date else read_day(value)  # noqa: DTZ007 - a day has no zone
    except ValueError:
        day = None
    if day is None:
        raise InputError(
            where, f'"{value}" is no day', hint='write 2025-09-10, or say how under [format]: date = "%d/%m/%Y"'
        )
    return day


def read_number(value: str, decimal: str) -> float | None:
    """Read a number as a spreadsheet shows it: "1.234.567,8", "€ 1,234,567.8", "1 234 567"; None if it is none."""
    bare = re.sub(r"[^\d.,\-]", "", value)
    bare = bare.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    return float(bare) if re.fullmatch(r"-?\d+(\.\d+)?", bare) else None


def _delimiter(text: str) -> str:
    """Return the sign that parts cells: the one that the first line has most of."""
    first = text.split("\n", 1)[0]
    return max(",;\t|", key=first.count)


def _key(cell: str) -> str:
    return " ".join(cell.split()).casefold()
