"""``zusage evaluate``: annotated reports in, scores, confusion and differences out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

TEXT = "Oslo will send 40 medics to the coast. Moscow objects to it, and Lima will send nothing but 3 nurses."

PLEDGE = {"actor": "no", "measure": "humanitarian", "firmness": "signalled", "quote": "Oslo will send 40 medics"}
MISSED = {
    "actor": "pe",
    "measure": "humanitarian",
    "firmness": "pledged",
    "quote": "Lima will send nothing but 3 nurses",
}


def record(name: str, *commitments: dict[str, Any], **more: Any) -> str:
    return json.dumps({"id": name, "language": "en", "text": TEXT, "commitments": list(commitments)} | more)


@pytest.fixture
def gold(tmp_path: Path) -> str:
    lines = [
        record("a", PLEDGE, MISSED, split="learn", annotator="b", checked=True),
        record("b", PLEDGE, split="measure"),
        record("c", split="learn", text="Ein Drache wird in Oslo erwartet: a dragon, sagte er.", language="de"),
    ]
    (tmp_path / "gold.jsonl").write_text("\n".join(lines[:2]))
    (tmp_path / "dragon.jsonl").write_text("\n".join(lines))
    return "gold.jsonl"


def test_a_table_for_each_language(run: Run, gold: str) -> None:
    result = run("evaluate", gold)
    assert result.exit_code == 0
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0] == "en (2)"
    assert any(line.startswith("actor, measure .80") and line.endswith("(1.00, .67)") for line in lines)
    assert "firmness .00 of 2" in lines
    assert "signalled · 2 ·" in lines
    assert "pledged · · 1" in lines
    assert "humanitarian 3 2 1" in lines
    assert ".90–1.00 2 2 1.00 .90" in lines
    assert result.stderr == ""


def test_json_has_the_names_of_the_codebooks_scorer(run: Run, gold: str) -> None:
    scores = json.loads(run("evaluate", gold, "--format", "json").stdout)["scores"]["en"]
    assert scores["commitments actor+measure"]["f1"] == 0.8
    assert scores["firmness of matched pairs"] == {"accuracy": 0.0, "of": 2}


def test_errors_are_shown_with_their_words(run: Run, gold: str) -> None:
    out = " ".join(run("evaluate", gold, "--errors").stdout.split())
    assert "- commitment pe humanitarian annotated: Peru, humanitarian, ●●●○○ pledged “Lima will send" in out
    assert "~ commitment no humanitarian firmness: annotated signalled, read pledged" in out
    assert "+ position ru opposes humanitarian-aid read: Russia opposes humanitarian-aid “Moscow objects”" in out


def test_errors_as_json(run: Run, gold: str) -> None:
    found = json.loads(run("evaluate", gold, "--errors", "--format", "json").stdout)["differences"]
    assert {(each["report"], each["difference"]["sort"]) for each in found} >= {("a", "miss"), ("b", "value")}


def test_a_part_only(run: Run, gold: str) -> None:
    assert run("evaluate", gold, "--split", "measure").stdout.split()[:2] == ["en", "(1)"]
    nothing = run("evaluate", gold, "--split", "nonsense")
    assert nothing.exit_code == 1
    assert nothing.stderr == 'No annotated report whose split is "nonsense".\n'


def test_what_cannot_be_read_is_named_and_counts_as_empty(run: Run, gold: str) -> None:
    assert gold
    result = run("evaluate", "dragon.jsonl")
    assert result.exit_code == 1
    assert "the reader failed (KeyError" in result.stderr
    assert result.stdout.split()[:6] == ["de", "(1)", "en", "(2)", "all", "(3)"]


def test_a_report_that_occurs_again_is_scored_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "twice.jsonl").write_text("\n".join([record("a", PLEDGE), record("a", MISSED)]))
    result = run("evaluate", "twice.jsonl")
    assert result.exit_code == 1
    assert result.stderr == "zusage: a: occurs again (the first one is scored)\n"
    assert result.stdout.split()[:2] == ["en", "(1)"]


def test_annotators_fields_are_no_obstacle_to_reading(run: Run, gold: str) -> None:
    result = run("read", gold, "--format", "jsonl")
    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "b"]
    assert "split" not in json.loads(result.stdout.splitlines()[0])


def test_a_report_that_is_not_annotated_is_no_false_alarm(run: Run, tmp_path: Path) -> None:
    plain = json.dumps({"id": "p", "language": "en", "text": TEXT})
    (tmp_path / "plain.jsonl").write_text("\n".join([record("a", PLEDGE), plain]))
    result = run("evaluate", "plain.jsonl", "--format", "json")
    assert result.exit_code == 1
    assert "is not annotated (it has none of attendance, commitments, meetings, positions; zusage read reads it)" in (
        result.stderr
    )
    assert json.loads(result.stdout)["scores"]["en"]["commitments actor+measure"]["predicted"] == 1
    alone = tmp_path / "alone.jsonl"
    alone.write_text(plain)
    assert run("evaluate", "alone.jsonl").stderr.splitlines()[-1] == "No annotated report."
