"""``zusage search``: actors, quotes and reports by their words, with the small reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

HOUSES = "Das Land Norwegen gibt den Häusern von Zmiivka 40 Generatoren, sagte Frau Holm. Die Garantie bleibt offen."
FERRY = "A ferry ran aground off Gotland, and nobody was hurt, the coast guard said."


@pytest.fixture
def ledger(run: Any, tmp_path: Path) -> Path:
    records = [
        {"id": "houses", "language": "de", "title": "Strom für Häuser [/x]", "text": HOUSES},
        {"id": "ferry", "language": "en", "title": "Ferry aground", "text": FERRY},
    ]
    lines = [json.dumps(each | {"published_on": "2025-11-04"}) for each in records]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    run("init", "ledger")
    assert run("add", "reports.jsonl", "--ledger", "ledger").exit_code == 0
    return tmp_path / "ledger"


def found(run: Any, *words: str) -> list[dict[str, Any]]:
    done = run("search", *words, "--format", "json", "--ledger", "ledger")
    assert done.exit_code == 0, done.stderr
    records: list[dict[str, Any]] = json.loads(done.stdout)
    return records


def test_a_word_is_found_in_any_form(run: Any, ledger: Path) -> None:  # noqa: ARG001 - the ledger is made
    assert [each["report"] for each in found(run, "haus") if each["kind"] == "report"] == ["houses"]
    assert [each["report"] for each in found(run, "ferries")] == ["ferry"]
    assert found(run, "haus", "ferry") == []


def test_where_is_looked(run: Any, ledger: Path) -> None:  # noqa: ARG001 - as above
    assert {each["kind"] for each in found(run, "haus", "--in", "reports")} == {"report"}
    assert {each["kind"] for each in found(run, "haus", "--in", "quotes")} <= {"quote"}


def test_the_table_shows_words_and_where_they_stand(run: Any, ledger: Path) -> None:
    shown = run("search", "Häuser", "--ledger", str(ledger)).stdout
    assert "Reports (1)" in shown
    assert "Strom für Häuser [/x]" in shown
    assert "40 Generatoren" in shown


def test_nothing_found_and_nothing_asked(run: Any, ledger: Path) -> None:
    done = run("search", "Bahnhof", "--ledger", str(ledger))
    assert done.exit_code == 0
    assert "Nothing has “Bahnhof”." in done.stderr
    asked = run("search", "--ledger", str(ledger))
    assert asked.exit_code == 1
    assert "names nothing to look for" in asked.stderr


def test_the_index_is_made_anew(run: Any, ledger: Path) -> None:
    done = run("search", "--rebuild", "--ledger", str(ledger))
    assert done.exit_code == 0
    assert "The index has" in done.stderr
    assert found(run, "haus")
