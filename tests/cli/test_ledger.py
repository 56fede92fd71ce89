"""A ledger from the command line: made, filled, shown, judged."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from zusage.settings import load_settings
from zusage.workflow import judge
from zusage.workflow.workspace import open_workspace

Run = Callable[..., Result]


def test_init_makes_a_ledger_once(run: Run, tmp_path: Path) -> None:
    assert run("init", "here").exit_code == 0
    assert (tmp_path / "here" / "zusage.toml").read_text().endswith('dossier = "ukraine-guarantees"\n')
    again = run("init", "here")
    assert again.exit_code == 1
    assert "is there already" in again.stderr


def test_adding_tells_what_came_of_each_report(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00" * 9)
    result = filled("add", "../report.txt", "../bad.txt")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert "unchanged    4 statements  ../report.txt" in line
    assert (
        "zusage: ../bad.txt: is no text but binary data (give .txt, .md, .json or .jsonl)" in result.stderr.splitlines()
    )
    assert result.stderr.splitlines()[-1] == "1 unchanged, 1 failed"


def test_the_ledger_shows_entries_with_their_quotes(filled: Run) -> None:
    result = filled("ledger")
    assert result.exit_code == 0
    for words in (
        "Humanitarian aid",
        "Norway",
        "●●●○○ pledged",
        "a ceasefire",
        "“Oslo will send 40 medics”",
        "2025-03-04",
    ):
        assert words in result.stdout
    assert "not reviewed" in result.stderr or "Machine-read" in result.stderr


def test_formats_of_the_ledger_hold_the_same(filled: Run) -> None:
    (from_json,) = json.loads(filled("ledger", "--format", "json").stdout)
    from_lines = json.loads(filled("ledger", "--format", "jsonl").stdout)
    (from_csv,) = csv.DictReader(io.StringIO(filled("ledger", "--format", "csv").stdout))
    assert from_json == from_lines
    assert (from_json["actor"], from_json["firmness"], from_json["roots"]) == ("no", "pledged", 1)
    assert from_csv["quote"] == from_json["quote"] == "Oslo will send 40 medics"
    assert json.loads(from_csv["conditions"]) == [{"type": "ceasefire"}]


@pytest.mark.parametrize(
    ("option", "number"),
    [
        (("--actor", "no"), 1),
        (("--actor", "fr"), 0),
        (("--measure", "humanitarian"), 1),
        (("--firmness", "concrete"), 0),
        (("--condition", "ceasefire"), 1),
        (("--roots", "2"), 0),
        (("--as-of", "2025-03-03"), 0),
        (("--as-of", "2025-03-04"), 1),
        (("--known-at", "2001-01-01"), 0),
        (("--day", "2025-03-04"), 1),
        (("--day", "2025-03-05..2025-04-01"), 0),
        (("--day", "2025-03-01..2025-03-31"), 1),
        (("--reviewed",), 0),
        (("--unreviewed",), 1),
    ],
)
def test_the_ledger_is_filtered(filled: Run, option: tuple[str, ...], number: int) -> None:
    assert len(json.loads(filled("ledger", "--format", "json", *option).stdout)) == number


@pytest.mark.parametrize("days", ["soon", "2025-03-04..", "2025-03-04..2025-03-01", "2025-03-04..x"])
def test_days_have_to_be_days(filled: Run, days: str) -> None:
    result = filled("ledger", "--day", days)
    assert (result.exit_code == 2) is (days != "2025-03-04..")


def test_an_entry_shows_its_quotes_in_context_and_why_they_were_read_so(filled: Run) -> None:
    (record,) = json.loads(filled("ledger", "--format", "json").stdout)
    out = " ".join(filled("entry", record["id"]).stdout.split())
    assert "Bergen, 4 March 2025 (ntb) - “Oslo will send 40 medics” after a ceasefire, Ms Holm said." in out
    (read,) = json.loads(filled("entry", record["id"], "--format", "json").stdout)["readings"].values()
    assert set(read) == {"trace", "context", "second_look"}
    assert "Oslo will send 40 medics" in read["context"]


def test_an_entry_is_found_by_the_beginning_of_its_id(filled: Run) -> None:
    (record,) = json.loads(filled("ledger", "--format", "json").stdout)
    out = filled("entry", record["id"][:4]).stdout
    for words in (
        "Norway: humanitarian aid",
        "History",
        "1 independent root",
        "“Oslo will send 40 medics”",
        "not reviewed",
    ):
        assert words in " ".join(out.split())
    assert json.loads(filled("entry", record["id"], "--format", "json").stdout)["entry"]["actor"] == "no"
    assert filled("entry", "zzzz").exit_code == 1


def test_meetings_show_who_came_how(filled: Run) -> None:
    out = filled("meetings").stdout
    for words in (
        "Bergen, summit",
        "2025-03-04  stated",
        "not after 2025-03-04",
        "Kari Holm (host)",
        "● in person (1)",
    ):
        assert words in out
    (record,) = json.loads(filled("meetings", "--format", "json").stdout)
    assert record["attendance"][0]["person"] == "kari-holm"


def test_conflicts_have_the_words_of_each_side(filled: Run, tmp_path: Path) -> None:
    assert "No conflicts" in filled("conflicts").stderr
    record = {"text": (tmp_path / "report.txt").read_text(), "id": "other", "event": "x", "published_on": "2025-03-09"}
    own = {
        "text": record["text"].replace("40 medics", "90 medics"),
        "id": "one",
        "event": "x",
        "published_on": "2025-03-04",
    }
    (tmp_path / "two.jsonl").write_text(f"{json.dumps(record)}\n{json.dumps(own)}\n")
    assert filled("add", "../two.jsonl").exit_code == 0
    (conflict,) = (
        json.loads(line) for line in filled("conflicts", "--slot", "date", "--format", "jsonl").stdout.splitlines()
    )
    assert {each["report"] for each in conflict["values"]} >= {"one", "other"}
    assert all(each["quote"] in record["text"] for each in conflict["values"])
    assert "2025-03-09" in filled("conflicts").stdout
    assert "No conflicts" in filled("conflicts", "--slot", "date", "--as-of", "2025-03-08").stderr
    assert "2025-03-09" in filled("conflicts", "--slot", "date", "--as-of", "2025-03-09").stdout
    assert "No conflicts" in filled("conflicts", "--known-at", "2020-01-01").stderr
    assert "2025-03-09" not in filled("meetings", "--as-of", "2025-03-08").stdout


def test_reports_are_listed_and_shown_with_their_quotes_numbered(filled: Run) -> None:
    (record,) = json.loads(filled("report", "list", "--format", "json").stdout)
    assert (record["title"], record["statements"]) == ("The medics", 4)
    assert "The medics" in filled("report", "list").stdout
    out = filled("report", "show", record["id"][:6]).stdout
    assert "Oslo will send 40 medics[1] after a ceasefire" in " ".join(out.split())
    assert "[1] " in out
    shown = json.loads(filled("report", "show", record["id"], "--format", "json").stdout)
    assert shown["commitments"][0]["quote"] == "Oslo will send 40 medics"
    assert filled("report", "show", "nothing").exit_code == 1


def test_coding_and_judging_by_hand(filled: Run) -> None:
    (record,) = json.loads(filled("report", "list", "--format", "json").stdout)
    options = ["--quote", "Ms Holm was in the room", "--actor", "no", "--measure", "funding", "--firmness", "concrete"]
    more = [
        "--basis",
        "signed",
        "--quantity",
        "5-10",
        "--unit",
        "EUR",
        "--condition",
        "parliament:no",
        "--recipient",
        "ua",
    ]
    coded = filled("code", record["id"], *options, *more, "--why", "missed")
    assert coded.exit_code == 0, coded.stderr
    assert coded.stdout.startswith("no funding concrete")
    (entry,) = json.loads(filled("ledger", "--measure", "funding", "--format", "json").stdout)
    assert entry["quantity"] == {"min": 5, "max": 10, "unit": "EUR", "shared": False}
    assert entry["conditions"] == [{"type": "parliament", "of": "no"}]
    wrong = filled("code", record["id"], *options[:-1], "sure")
    assert wrong.exit_code == 1
    assert "commitments[0].firmness" in wrong.stderr

    name = open_claims()[0]
    assert "accept" in filled("review", "accept", name, "--why", "checked").stdout
    assert "(already)" in filled("review", "accept", name, "--why", "checked").stdout
    assert filled("review", "correct", name, "--set", "firmness=signalled").exit_code == 0
    assert filled("review", "correct", name, "--set", "firmness").exit_code == 1
    log = filled("review", "log").stdout
    assert "“checked”" in log
    judgement = log.splitlines()[-1].split()[0]
    assert "undo" in filled("review", "undo", judgement).stdout
    assert filled("review", "reject", name).exit_code == 0
    assert json.loads(filled("ledger", "--measure", "humanitarian", "--format", "json").stdout) == []
    assert "rejected" in filled("report", "show", record["id"]).stdout


def test_entries_are_split_and_merged(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text(
        "Nurses\n\nBergen, 5 March 2025 (ntb) - Oslo will send 9 medics, Ms Holm said.\n"
    )
    assert filled("add", "../more.txt").exit_code == 0
    (entry,) = json.loads(filled("ledger", "--format", "json").stdout)
    shown = json.loads(filled("entry", entry["id"], "--format", "json").stdout)["entry"]["statements"]
    one, other = (each["id"] for each in shown)
    assert f"different {one[:8]} ≠ {other[:8]}" in filled("review", "split", entry["id"], one).stdout
    first, second = (each["id"] for each in json.loads(filled("ledger", "--format", "json").stdout))
    assert filled("review", "differ", first, second).exit_code == 0
    assert "same" in filled("review", "merge", first, second, "--why", "one convoy").stdout
    assert "“one convoy”" in filled("review", "log").stdout
    assert filled("review", "merge", first).exit_code == 1


def open_claims() -> list[str]:
    """Return the ids of what nobody has judged, in the order of the text."""
    claims = judge.open_claims(open_workspace(load_settings({}, {})))
    return [claim.id for claim in claims]


def test_review_needs_a_terminal(filled: Run) -> None:
    result = filled("review")
    assert result.exit_code == 2
    assert "zusage review accept ID" in result.stderr


def test_rereading_changes_nothing_when_nothing_changed(filled: Run) -> None:
    result = filled("reread")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1] == "1 unchanged"


def test_config_says_where_each_value_is_from(filled: Run) -> None:
    assert "zusage.toml" in filled("config").stdout
    records = {each["name"]: each for each in json.loads(filled("config", "--format", "json").stdout)}
    assert records["dossier"]["value"] == "ukraine-guarantees"
    assert records["language"]["from"] == "default"


def test_config_shows_no_password(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZUSAGE_SMTP_PASSWORD", "swordfish")
    for form in ("table", "json"):
        result = filled("config", "--format", form)
        assert "smtp_password" in result.stdout
        assert "swordfish" not in result.stdout + result.stderr


def test_the_demo_marks_what_is_synthetic_and_ends_with_ones_own_file(run: Run) -> None:
    result = run("demo")
    assert result.exit_code == 0, result.stderr
    assert "nobody said this" in result.stdout
    assert "Ledger" in result.stdout
    assert result.stdout.rstrip().splitlines()[-2].endswith("zusage read FILE")


def test_an_actor_may_be_named_as_people_do(filled: Run) -> None:
    for name in ("no", "Norway", "norwegen"):
        assert len(json.loads(filled("ledger", "--actor", name, "--format", "json").stdout)) == 1
    assert json.loads(filled("ledger", "--actor", "Peru", "--format", "json").stdout) == []


def test_a_value_that_no_entry_can_have_is_refused(filled: Run) -> None:
    result = filled("ledger", "--measure", "humanitarien")
    assert result.exit_code == 2
    assert "there is no measure 'humanitarien'; did you mean humanitarian?" in result.stderr
    assert "one of: rejected, withdrawn" in filled("ledger", "--firmness", "xyz").stderr


def test_where_there_is_no_room_for_columns_a_row_is_a_paragraph(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    lines = filled("ledger").stdout.splitlines()
    assert all(len(line) <= 44 for line in lines)
    assert any("Norway · ●●●○○ pledged" in line for line in lines)


def test_log_check_backup_restore(filled: Run) -> None:
    assert "reading" in filled("log").stdout
    assert json.loads(filled("log", "--last", "1", "--format", "json").stdout)[0]["kind"] == "reading"
    checked = filled("check")
    assert checked.exit_code == 0
    assert "No flaw found." in checked.stderr
    assert filled("backup", "../copy.zip").exit_code == 0
    restored = filled("restore", "../copy.zip", "../again")
    assert restored.exit_code == 0, restored.stderr
    assert filled("ledger", "--ledger", "../again").stdout == filled("ledger").stdout


def test_what_is_too_unsure_to_count_is_left_out_and_said(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "vague.txt").write_text(
        "Markets\n\nOSLO - The report said on Monday that shares of Norway fell and two million watched.\n", "utf-8"
    )
    filled("add", "../vague.txt")
    shown = filled("ledger", "--format", "json")
    everything = filled("ledger", "--all", "--format", "json")
    few, all_of_them = json.loads(shown.stdout), json.loads(everything.stdout)
    assert [each for each in all_of_them if each["roots"]] == few
