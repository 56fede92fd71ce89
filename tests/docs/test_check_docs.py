"""The checks of the documentation: each finds what it is for, and the pages as they are have nothing to be found."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_docs", ROOT / "tools" / "check_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


docs = load()


@pytest.mark.parametrize("page", list(docs.pages()), ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_names_only_what_there_is(page: Path) -> None:
    text = page.read_text("utf-8")
    assert list(docs.check_links(page, text)) == []
    assert list(docs.check_files(page, text)) == []
    assert list(docs.check_commands(page.name, text)) == []


def test_the_page_of_commands_is_up_to_date() -> None:
    assert (ROOT / docs.CLI).read_text("utf-8") == docs.write_reference()


def test_the_page_of_exported_tables_is_up_to_date() -> None:
    assert (ROOT / docs.EXPORTS).read_text("utf-8") == docs.write_exports()


def test_every_variable_is_documented_and_no_machine_is_named() -> None:
    assert list(docs.check_variables((ROOT / docs.CLI).read_text("utf-8"))) == []
    assert list(docs.check_machines()) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("    zusage frobnicate x", "no command frobnicate"),
        ("Run `zusage ledger --colour red`.", "ledger has no option --colour"),
        ("```\n$ zusage review accept ID \\\n    --because x\n```", "review accept has no option --because"),
        ("    cd here && zusage add --force x", "add has no option --force"),
    ],
)
def test_a_command_or_option_that_is_not_there_is_found(text: str, problem: str) -> None:
    (finding,) = docs.check_commands("page.md", text)
    assert problem in finding


@pytest.mark.parametrize(
    "text",
    [
        "zusage frobnicate is no code",
        "    zusage read report.txt --format json | zusage-other --force",
        "`zusage review reject ID --why 'no offer'`",
        "    make zusage",
    ],
)
def test_what_is_there_or_is_no_call_is_not_found(text: str) -> None:
    assert list(docs.check_commands("page.md", text)) == []


def test_a_link_to_nowhere_and_a_missing_heading_are_found() -> None:
    page = ROOT / "README.md"
    text = (
        "[a](docs/nothing.md) [b](CONTRIBUTING.md#no-such-thing) [c](CONTRIBUTING.md#set-up) [d](https://example.org/)"
    )
    assert list(docs.check_links(page, text)) == [
        "README.md: the link docs/nothing.md leads nowhere",
        "README.md: CONTRIBUTING.md has no heading no-such-thing",
    ]


def test_a_file_that_is_not_there_is_found() -> None:
    text = "`tools/check_docs.py`, `src/zusage/nothing.py` and example.org/src/zusage/other.py"
    assert list(docs.check_files(ROOT / "README.md", text)) == ["README.md: src/zusage/nothing.py does not exist"]


def test_the_excerpt_has_the_first_pledges_and_two_conflicts() -> None:
    demo = "Title\n═ Ledger (3) ═\n  id\n  1a2b  A\n      “one”\n  2a2b  B\n  3a2b  C\n\n═ Meetings (0) ═"
    demo += "\n\n═ Conflicts (3) ═\n1111  count  low\n  x\n\n2222  date  high\n  y\n\n3333  attendance  low\n  z\n"
    demo += "\nNow your own: zusage read FILE\n"
    assert docs.excerpt(demo, entries=2).splitlines() == [
        *("Title", "═ Ledger (3) ═", "  id", "  1a2b  A", "      “one”", "  2a2b  B", "  …", ""),
        *("═ Conflicts (3) ═", "2222  date  high", "  y", "", "3333  attendance  low", "  z", "…"),
    ]
