"""The tables as Apache Parquet, for data frames and databases. Needs pyarrow: the extra ``parquet``."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from zusage.errors import InputError
from zusage.publish.exports.columns import Column, Table
from zusage.publish.exports.dictionary import describe
from zusage.publish.exports.edition import NOTE, Edition
from zusage.publish.exports.rows import Row, all_rows

if TYPE_CHECKING:
    import pyarrow as pa


def write_parquet(edition: Edition) -> dict[str, bytes]:
    """Return the tables as Parquet with typed columns and their meaning in the schema, with the dictionary.

    Raises:
        InputError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to import
        import pyarrow.parquet  # noqa: PLC0415 - as above
    except ImportError as problem:
        raise InputError("export parquet", "needs pyarrow", hint="pip install 'zusage[parquet]'") from problem
    files = {f"{table.name}.parquet": _as_parquet(pa, table, rows) for table, rows in all_rows(edition)}
    return files | describe(files, edition, "parquet")


def _as_parquet(arrow: Any, table: Table, rows: Sequence[Row]) -> bytes:
    types = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
        "list": arrow.list_(arrow.string()),
    }
    fields = [
        arrow.field(column.name, types[column.type], metadata={"description": column.about}) for column in table.columns
    ]
    schema = arrow.schema(fields, metadata={"description": table.about, "note": NOTE})
    arrays = {
        column.name: arrow.array([_value(column, row[column.name]) for row in rows], type=types[column.type])
        for column in table.columns
    }
    made: pa.Table = arrow.table(arrays, schema=schema)
    out = io.BytesIO()
    arrow.parquet.write_table(made, out)
    return out.getvalue()


def _value(column: Column, value: Any) -> Any:
    return date.fromisoformat(value) if column.type == "date" and value is not None else value
