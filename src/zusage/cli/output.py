"""How results are written: records as JSON, CSV or JSON lines; the rest on a console, plain where it is a pipe."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import IO, TYPE_CHECKING, Any, TextIO, cast

import click

from zusage.cli.visible import make_visible
from zusage.publish.formulas import guarded

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH = 100
"""Columns where standard output is no terminal and $COLUMNS is not set."""


def write_records(records: Iterable[Mapping[str, Any]], form: str) -> None:
    """Write records to standard output as ``json`` (one list), ``jsonl`` or ``csv`` (nested values as JSON)."""
    if form == "jsonl":
        for record in records:
            _echo(json.dumps(record, ensure_ascii=False))
    elif form == "json":
        _echo(json.dumps(list(records), ensure_ascii=False, indent=2))
    else:
        _echo(_as_csv(list(records)), nl=False)


def _echo(words: str, *, nl: bool = True) -> None:
    """Write words as they are; on a terminal nothing in them steers it."""
    click.echo(make_visible(words) if sys.stdout.isatty() else words, nl=nl)


def plain(value: Any) -> Any:
    """Make JSON of model objects; fields without a value stay, as null."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(each) for each in value]
    return value


def make_console(*, stderr: bool = False) -> Console:
    """Return a console; on a pipe it writes neither colours nor control signs, $COLUMNS or 100 columns wide.

    Brackets and colons in words of others ("[/x]", ":x:") are printed as they are.
    """
    from zusage.cli.console import PatientConsole  # noqa: PLC0415 - not needed for JSON

    stream = sys.stderr if stderr else sys.stdout
    if stream.isatty():
        return PatientConsole(stderr=stderr, highlight=False, markup=False, emoji=False)
    width = os.environ.get("COLUMNS", "")
    columns = int(width) if width.isdigit() and int(width) > 0 else PIPE_WIDTH
    stripped = cast("IO[str]", _Stripped(stream))
    return PatientConsole(
        file=stripped,
        width=columns,
        force_terminal=False,
        no_color=True,
        highlight=False,
        markup=False,
        emoji=False,
    )


class _Stripped(io.TextIOBase):
    """A stream without the blanks at the ends of lines that fill a table's columns."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, words: str) -> int:
        """Write whole lines; Rich never splits one."""
        self._stream.write("\n".join(line.rstrip() for line in words.split("\n")))
        return len(words)

    def flush(self) -> None:
        """Flush the stream underneath."""
        self._stream.flush()


def _as_csv(records: list[Mapping[str, Any]]) -> str:
    names = list(dict.fromkeys(name for record in records for name in record))
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in record.items()} for record in records)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return guarded(value) if isinstance(value, str) else value
