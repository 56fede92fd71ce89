"""The texts of feeds and digests, from ``texts.tsv``."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def _rows() -> dict[str, dict[str, str]]:
    lines = (resources.files("zusage.workflow.following") / "texts.tsv").read_text("utf-8").splitlines()
    head, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}


def text(key: str, language: str, **values: object) -> str:
    """Return a text in a language, with its blanks filled."""
    return _rows()[key][language].format(**values)
