"""The texts of an assessment, from ``texts.tsv``."""

from __future__ import annotations

from zusage.publish.texts import find_text


def text(key: str, language: str, **values: object) -> str:
    """Return a text in a language, with its blanks filled."""
    return find_text("zusage.publish.assessment", key, language, **values)
