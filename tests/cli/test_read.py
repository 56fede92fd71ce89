"""``zusage read``: files in, the codebook's JSON out, nothing kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from zusage.model.codebook import decode_reading

Run = Callable[..., Result]

TEXT = "Oslo will send 40 medics, said the minister, who had been asked about it in the morning."


def test_a_text_becomes_the_codebooks_json(run: Run, tmp_path: Path) -> None:
    result = run("read", "report.txt", "--format", "json")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    record = json.loads(line)
    assert record["text"] == (tmp_path / "report.txt").read_text()
    assert (record["title"], record["credit"], record["published_on"]) == ("The medics", "ntb", "2025-03-04")
    assert [each["actor"] for each in record["commitments"]] == ["no"]
    assert decode_reading(record).statements
    assert result.stderr == "note: report.txt: a note of the reader\n"


def test_what_an_input_file_says_is_used(run: Run) -> None:
    record = {"id": "a-7", "title": "Medics", "published_on": "2024-01-01", "text": TEXT}
    for arguments in (("-",), ("-", "--format", "jsonl")):
        assert run("read", *arguments, stdin=json.dumps(record)).exit_code == 0
    read = json.loads(run("read", "-", "--format", "json", stdin=json.dumps(record)).stdout)
    assert {name: read[name] for name in record} == record
    assert read["commitments"][0]["said_on"] == "2024-01-01"


def test_standard_input_may_be_plain(run: Run) -> None:
    read = json.loads(run("read", "-", "--format", "json", stdin=TEXT).stdout)
    assert (read["text"], read["title"], read["published_on"]) == (TEXT, "", None)


def test_all_lines_are_read_and_the_faulty_one_is_named(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"text": TEXT, "id": "a"}), "{", json.dumps({"text": TEXT + " A dragon.", "id": "b"})]
    (tmp_path / "all.jsonl").write_text("\n".join([*lines, json.dumps({"text": TEXT, "id": "c"})]))
    result = run("read", "all.jsonl", "--format", "jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "c"]
    problems = [line for line in result.stderr.splitlines() if line.startswith("zusage: ")]
    assert problems[0].startswith("zusage: all.jsonl:2: is no JSON")
    assert problems[1].startswith("zusage: all.jsonl:3: the reader failed (KeyError")


def test_a_table_shows_every_statement_with_its_quote(run: Run) -> None:
    out = run("read", "report.txt").stdout
    for words in (
        "Norway",
        "●●●○○ pledged",
        "a ceasefire",
        "“Oslo will send 40 medics”",
        "Russia",
        "opposes",
        "Bergen",
        "Kari Holm",
    ):
        assert words in out
    assert all(len(line) <= 80 and line == line.rstrip() for line in out.splitlines())
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\x00\x01\x02" * 50, "binary"),
        (b"Gr\xc3\xb6\xc3\x9fe \xc3", "broken UTF-8"),
        (b"Le ministre a dit que le pont ne serait pas construit avant l'hiver.", "is in French"),
        (b"x" * 300, "more than 200 characters"),
    ],
)
def test_bad_input_is_one_line_and_status_1(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, words: str
) -> None:
    monkeypatch.setenv("ZUSAGE_TEXT_LIMIT", "200")
    (tmp_path / "bad.txt").write_bytes(content)
    result = run("read", "bad.txt", "--format", "json")
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("zusage: bad.txt")
    assert words in line
