"""``zusage story``: list, show, split, merge, with the small reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

WIRE = (
    "Riga (leta) - The ministry gives 1,340 generators to the hospitals of Zmiivka, Ms Ozolina said on Tuesday. "
    "The first of them leave the harbour of Ventspils on Friday, and the rest follows until Easter. "
    "Parliament was told in the morning and had no questions."
)
COPY = (
    "The ministry gives 1,340 generators to the hospitals of Zmiivka, Ms Ozolina said on Tuesday. The first of them "
    "leave the harbour of Ventspils on Friday, and the rest follows until Easter. Our readers donated two of them."
)
GERMAN = "Riga gibt den Krankenhäusern von Zmiivka 1.340 Generatoren, sagte Frau Ozolina am Dienstag in Ventspils."
FERRY = "A ferry ran aground off Gotland, and nobody was hurt, the coast guard said."


@pytest.fixture
def ledger(run: Any, tmp_path: Path) -> Path:
    records: list[dict[str, Any]] = [
        {"id": "wire", "language": "en", "credit": "leta", "title": "Generators for hospitals", "text": WIRE},
        {"id": "copy", "language": "en", "credit": None, "title": "Generators leave", "text": COPY},
        {"id": "german", "language": "de", "credit": None, "title": "Generatoren", "text": GERMAN},
        {"id": "ferry", "language": "en", "credit": None, "title": "Ferry aground", "text": FERRY},
    ]
    lines = [json.dumps(each | {"published_on": "2025-11-04"}) for each in records]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    run("init", "ledger")
    assert run("add", "reports.jsonl", "--ledger", "ledger").exit_code == 0
    return tmp_path / "ledger"


def names(run: Any) -> list[list[str]]:
    done = run("story", "list", "--all", "--format", "json", "--ledger", "ledger")
    return sorted(sorted(each["reports"]) for each in json.loads(done.stdout))


def test_list_shows_stories_of_several_reports_and_counts_the_others(run: Any, ledger: Path) -> None:
    done = run("story", "list", "--ledger", str(ledger))
    assert "2025-11-04        3      2  de, en" in done.stdout
    assert "Ferry" not in done.stdout
    assert "Told by one report each: 1 more" in done.stderr
    assert "Ferry aground" in run("story", "list", "--all", "--ledger", str(ledger)).stdout


def test_show_says_why_each_belongs_and_what_the_copy_changed(run: Any, ledger: Path) -> None:
    done = run("story", "show", "german", "--changes", "--ledger", str(ledger))
    shown = " ".join(done.stdout.split())
    assert "same amounts: 1,340" in shown
    assert "copy of wire: shares" in shown
    assert "“Parliament was told in the morning and had no questions” → “Our readers donated two of them”" in shown
    record = json.loads(run("story", "show", "copy", "--format", "json", "--ledger", str(ledger)).stdout)[0]
    assert [each["copy_of"] for each in record["members"] if each["report"] == "copy"] == ["wire"]


def test_split_merge_and_undo(run: Any, ledger: Path) -> None:
    together = [["copy", "german", "wire"], ["ferry"]]
    done = run("story", "split", "german", "german", "--why", "another gift", "--ledger", str(ledger))
    assert done.exit_code == 0
    assert "The rest is story" in done.stdout
    assert names(run) == [["copy", "wire"], ["ferry"], ["german"]]
    assert "another gift" in run("story", "show", "german", "--ledger", str(ledger)).stdout
    run("story", "merge", "german", "wire", "--why", "the same after all", "--ledger", str(ledger))
    assert names(run) == together
    merged = run("story", "merge", "ferry", "wire", "--ledger", str(ledger))
    assert names(run) == [["copy", "ferry", "german", "wire"]]
    run("review", "undo", merged.stdout.split()[0], "--ledger", str(ledger))
    assert names(run) == together
    assert run("check", "--ledger", str(ledger)).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("split", "wire", "nope"), "report nope: is not in story"),
        (("split", "ferry", "ferry"), "would have no report left"),
        (("merge", "wire", "copy"), "is one already"),
        (("show", "zz"), "story zz: is not in the ledger"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Any, ledger: Path, arguments: tuple[str, ...], problem: str
) -> None:
    done = run("story", *arguments, "--ledger", str(ledger))
    assert done.exit_code == 1
    assert problem in done.stderr
    assert len(done.stderr.splitlines()) == 1
