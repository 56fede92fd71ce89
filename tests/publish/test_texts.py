"""The texts of an assessment: both languages have the same blanks, and none is left over."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

FILE = resources.files("zusage.publish.assessment") / "texts.tsv"
ROWS = [line.split("\t") for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")][1:]
CODE = "".join(file.read_text("utf-8") for file in (Path(__file__).parents[2] / "src" / "zusage").rglob("*.py"))


def test_both_languages_have_the_same_blanks() -> None:
    for key, *texts in ROWS:
        de, en = (set(re.findall(r"\{(\w+)\}", text)) for text in texts)
        assert de == en, key
        assert all(text.strip() for text in texts), key


def test_every_text_is_said_somewhere() -> None:
    """By its key, or by the beginning of one that is put together."""
    made = (
        "fate_",
        "about_",
        "state_",
        "from_",
        "head_",
        "reading_",
        "others_",
        "help_new_",
        "contributors_",
        "lever_",
    )
    said = set(re.findall(r"""["'](\w+)["']""", CODE))
    assert [key for key, *_ in ROWS if key not in said and not key.startswith(made)] == []


def test_each_key_stands_once() -> None:
    keys = [key for key, *_ in ROWS]
    assert len(keys) == len(set(keys))
