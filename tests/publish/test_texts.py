"""The texts of the tables and of an assessment: both languages have the same blanks, and none is left over."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

PACKAGES = ("zusage.publish.assessment", "zusage.cli")
CODE = "".join(file.read_text("utf-8") for file in (Path(__file__).parents[2] / "src" / "zusage").rglob("*.py"))


def rows_of(package: str) -> list[list[str]]:
    lines = (resources.files(package) / "texts.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


@pytest.mark.parametrize("package", PACKAGES)
def test_both_languages_have_the_same_blanks(package: str) -> None:
    for key, *texts in rows_of(package):
        de, en = (set(re.findall(r"\{(\w+)[^}]*\}", text)) for text in texts)
        assert de == en, key
        assert all(text.strip() for text in texts), key


@pytest.mark.parametrize("package", PACKAGES)
def test_every_text_is_said_somewhere(package: str) -> None:
    """By its key, or by the beginning of one that is put together."""
    made = (
        "fate_",
        "about_",
        "state_",
        "from_",
        "head_",
        "reading_",
        "others_",
        "help_",
        "contributors_",
        "lever_",
        "key_",
        "per_",
        "grammar_",
        "status_",
        "kind_",
        "field_",
    )
    said = set(re.findall(r"""["']([\w-]+)["']""", CODE))
    said |= {f"{each}_{number}" for each in said for number in ("one", "many")}
    assert [key for key, *_ in rows_of(package) if key not in said and not key.startswith(made)] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_each_key_stands_once(package: str) -> None:
    keys = [key for key, *_ in rows_of(package)]
    assert len(keys) == len(set(keys))
