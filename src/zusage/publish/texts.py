"""Texts in both languages from a package's ``texts.tsv``: a key, then German and English with blanks."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def _rows(package: str) -> dict[str, dict[str, str]]:
    lines = (resources.files(package) / "texts.tsv").read_text("utf-8").splitlines()
    head, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}


def find_text(package: str, key: str, language: str, **values: object) -> str:
    """Return a text of a package in a language, with its blanks filled."""
    return _rows(package)[key][language].format(**values)
