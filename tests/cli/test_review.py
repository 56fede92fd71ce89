"""The review at a terminal, second looks, judgements from ledger to ledger, agreement between reviewers."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from rich.console import Console

from zusage.cli.reviewing import review_all
from zusage.model.ledger import Act
from zusage.settings import load_settings
from zusage.workflow import judge
from zusage.workflow.workspace import open_workspace

Run = Callable[..., Result]


def open_claims() -> list[str]:
    """Return the ids of what nobody has judged, in the order of the text."""
    claims = judge.open_claims(open_workspace(load_settings({}, {})))
    return [claim.id for claim in claims]


@pytest.fixture
def sit(filled: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Review with keys and lines as a person types them; return what is shown."""
    filled("config")

    def sitting(keys: str, *lines: str) -> str:
        out = io.StringIO()
        monkeypatch.setattr("zusage.cli.reviewing.make_console", lambda: Console(file=out, width=80))
        settings = load_settings({"reviewer": "mona"}, {})
        typed, written = iter(keys), iter(lines)
        review_all(open_workspace(settings), settings, lambda: next(typed, "q"), lambda _: next(written))
        return out.getvalue()

    return sitting


def acts() -> list[Act]:
    """Return what was judged, in order."""
    return [each.what for each in judge.log(open_workspace(load_settings({}, {})))]


def test_the_review_at_a_terminal(sit: Callable[..., str]) -> None:
    shown = sit("?a\x7fx aq")
    assert acts() == [Act.ACCEPT, Act.UNDO, Act.REJECT, Act.ACCEPT]
    assert "2 judged, 2 left." in shown
    assert "a accept · x reject · e edit · n new · space skip · backspace undo · ? help" in shown
    assert all(f"\n  {key}" in shown for key in ("a   ", "x   ", "e   ", "n   ", "space", "backspace"))
    assert "2 judged, 0 left." in sit("aaa")
    assert "Everything has been reviewed." in sit("")


def test_editing_and_coding_in_the_review(sit: Callable[..., str], filled: Run) -> None:
    shown = sit(
        "een\x7f",
        "firmness=sure",
        "firmness=signalled",
        "Moscow objects to that",
        "actor=ru measure=air firmness=rejected",
    )
    assert "firmness: is 'sure'" in shown or "firmness" in shown
    assert acts() == [Act.CORRECT, Act.CODE, Act.UNDO]
    assert json.loads(filled("ledger", "--format", "json").stdout)[0]["firmness"] == "signalled"
    assert "has no =" in sit("e", "firmness")
    assert "does not stand in" in sit("n", "not there", "actor=ru measure=air firmness=rejected")
    assert "nothing to undo" in sit("e\x7f", "")


def test_a_second_look_is_shown_in_the_review_and_in_the_entry(
    sit: Callable[..., str], filled: Run, firmer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit("a")
    monkeypatch.setattr("zusage.workflow.steps.load_reader", lambda **_: firmer)
    assert filled("reread").exit_code == 0
    (entry,) = json.loads(filled("ledger", "--format", "json").stdout)
    assert entry["firmness"] == "pledged"
    assert "second look: read otherwise since it was accepted" in " ".join(filled("entry", entry["id"]).stdout.split())
    shown = sit("a")
    assert "second look: read otherwise since it was accepted" in " ".join(shown.split())
    assert "⇄ Norway" in " ".join(shown.split())
    assert "second look" not in sit("")


def test_judgements_go_from_ledger_to_ledger(filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name, second, *_ = open_claims()
    filled(
        "review",
        "correct",
        name,
        "--set",
        "firmness=signalled",
        "--set",
        'conditions=[{"type":"ceasefire","quote":"after a ceasefire"}]',
    )
    monkeypatch.setenv("ZUSAGE_REVIEWER", "ole")
    filled("review", "reject", name)
    filled("review", "accept", second)
    (report,) = json.loads(filled("report", "list", "--format", "json").stdout)
    filled(
        "code", report["id"], "--quote", "Moscow objects", "--actor", "ru", "--stance", "opposes", "--topic", "other"
    )
    undone = filled("review", "log").stdout.splitlines()[1].split()[0]
    filled("review", "undo", undone)
    exported = filled("judgements", "export")
    (tmp_path / "judgements.jsonl").write_text(exported.stdout, "utf-8")
    assert len(exported.stdout.splitlines()) == 5
    assert filled("init", "../other").exit_code == 0
    monkeypatch.chdir(tmp_path / "other")
    early = filled("judgements", "import", "../judgements.jsonl")
    assert early.exit_code == 1
    assert "judgements.jsonl:1: report" in early.stderr
    assert filled("add", "../report.txt").exit_code == 0
    assert "5 new, 0 already there, 0 left out." in filled("judgements", "import", "../judgements.jsonl").stderr
    assert "0 new, 5 already there" in filled("judgements", "import", "../judgements.jsonl").stderr
    assert filled("judgements", "export").stdout == exported.stdout
    assert filled("check").exit_code == 0
    broken = exported.stdout.replace('"who": "ole"', '"who": "eve"')
    refused = filled("judgements", "import", "-", stdin=broken)
    assert refused.exit_code == 1
    assert "does not make its id" in refused.stderr


def test_agreement_between_reviewers(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No statement has been judged by two people" in filled("review", "agreement").stderr
    name, second, *_ = open_claims()
    for who in ("mona", "ole"):
        monkeypatch.setenv("ZUSAGE_REVIEWER", who)
        filled("review", "accept", name)
        filled("review", "accept" if who == "ole" else "reject", second)
    found = {each["point"]: each for each in json.loads(filled("review", "agreement", "--format", "json").stdout)}
    assert (found["decision"]["units"], found["decision"]["alpha"], found["decision"]["differing"]) == (2, 0, [second])
    assert f"decision 2 0.000 {second[:8]}" in " ".join(filled("review", "agreement").stdout.split())


def test_words_that_are_no_utf8_are_refused_in_one_line(filled: Run) -> None:
    result = filled("review", "accept", open_claims()[0], "--why", "caf\udce9")
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (1, "", 1)
    assert "caf\\udce9: is no UTF-8" in result.stderr
    assert acts() == []
