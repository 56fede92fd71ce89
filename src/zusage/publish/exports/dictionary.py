"""The data dictionary beside the tables: a Frictionless data package for programs, and a page for people.

Source: https://specs.frictionlessdata.io/data-package, tabular-data-resource and table-schema (version 1).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from zusage.publish.exports.columns import Column, Table, tables
from zusage.publish.exports.edition import NOTE, Edition

PACKAGE = "datapackage.json"
PAGE = "dictionary.md"

_MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}


def describe(files: Mapping[str, bytes], edition: Edition, form: str) -> dict[str, bytes]:
    """Return the two files of the dictionary for table files of one format (csv, jsonl or parquet)."""
    package = {
        "profile": "tabular-data-package" if form == "csv" else "data-package",
        "name": f"zusage-{edition.dossier.id}",
        "title": edition.title,
        "description": NOTE,
        "zusage:cut": dict(edition.cut()),
        "resources": [_resource(table, files[f"{table.name}.{form}"], form) for table in tables()],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    return {PACKAGE: text.encode(), PAGE: dictionary_page(edition).encode()}


def _resource(table: Table, content: bytes, form: str) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": table.name,
        "path": f"{table.name}.{form}",
        "description": table.about,
        "format": form,
        "mediatype": _MEDIA[form],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema_of(table),
    }
    if form == "csv":
        resource |= {"profile": "tabular-data-resource", "encoding": "utf-8"}
        resource |= {"dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}}
    return resource


def schema_of(table: Table) -> dict[str, Any]:
    """Return a table's schema: fields, key and where columns point."""
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if table.points:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [key]}}
            for column, (other, key) in table.points.items()
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": "array" if column.type == "list" else column.type}
    field["description"] = column.about
    if column.values:
        values: Sequence[object] = column.values if column.type == "string" else [int(each) for each in column.values]
        field["constraints"] = {"enum": list(values)}
    return field


def dictionary_page(edition: Edition) -> str:
    """Write the dictionary as a page of Markdown."""
    cut = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in edition.cut().items())
    head = [f"# {edition.title}", "", NOTE, "", *([f"Cut: {cut}.", ""] if cut else [])]
    return "\n".join((*head, *columns_page())) + "\n"


def columns_page() -> Iterator[str]:
    """Yield the lines that explain every table and column."""
    for table in tables():
        yield from (f"## {table.name}", "", table.about, f"Key: {', '.join(f'`{name}`' for name in table.key)}.", "")
        yield from ("| column | type | what | values |", "|---|---|---|---|")
        for column in table.columns:
            points = table.points.get(column.name)
            about = f"{column.about} (→ {points[0]}.{points[1]})" if points else column.about
            values = ", ".join(f"`{value}`" for value in column.values)
            yield f"| `{column.name}` | {column.type} | {about.replace('|', '/')} | {values} |"
        yield ""
