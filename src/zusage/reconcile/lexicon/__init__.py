"""Word lists as data files, one fact per line, and the one function that reads them.

Every file is tab-separated, with `#` comments and a header line. Uses the standard library only.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Read the lines of one list, each as its columns by name."""
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


@cache
def words(name: str, column: str, **wanted: str) -> tuple[str, ...]:
    """One column of a list, of the lines that have the wanted values in other columns."""
    return tuple(row[column] for row in rows(name) if all(row[key] == value for key, value in wanted.items()))
