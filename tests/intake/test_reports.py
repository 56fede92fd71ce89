"""From files and standard input to reports."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from zusage.intake.reports import Intake, Item, read_reports, reopen
from zusage.intake.source import Failure, Source, find_sources
from zusage.model.quote import Span
from zusage.model.report import Furniture

GERMAN = "Kein Bau vor dem Winter\n\nGraz, 7. Mai 2025 (apa) - Die Brücke wird nicht gebaut, sagte der Minister."


def read(content: str | bytes, name: str = "report.txt", intake: Intake | None = None) -> list[Item | Failure]:
    """Read one source."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    return list(read_reports(Source(name, data), intake or Intake()))


def test_a_plain_text_keeps_its_words_and_says_what_its_head_says() -> None:
    (item,) = read(GERMAN)
    assert isinstance(item, Item)
    report = item.report
    assert report.text == GERMAN
    assert (report.title, report.language, report.credit) == ("Kein Bau vor dem Winter", "de", "apa")
    assert (report.published_on, report.published_how) == ("2025-05-07", "dateline")
    assert report.furniture == (Furniture(Span(0, 23), "headline"),)


def test_furniture_is_marked_by_whom_it_is_handed_to() -> None:
    def mark(text: str, language: str) -> tuple[Furniture, ...]:
        assert language == "de"
        return (Furniture(Span(len(text) - 3, len(text)), "tail"),)

    (item,) = read(GERMAN, intake=Intake(mark=mark))
    assert isinstance(item, Item)
    assert [each.rule for each in item.report.furniture] == ["headline", "tail"]


def test_a_record_keeps_what_its_file_says() -> None:
    record = {"id": "x-1", "text": "Graz (apa) - Es regnet.", "published_on": "2025-01-02", "title": "Regen"}
    (item,) = read(json.dumps(record), "r.json")
    assert isinstance(item, Item)
    report = item.report
    assert (report.name, report.title, report.published_on) == ("x-1", "Regen", "2025-01-02")
    assert (report.published_how, report.language, report.credit) == ("given", "de", "apa")


def test_a_line_that_fails_is_named_and_the_others_go_on() -> None:
    good = json.dumps({"text": "The bridge will not be built before the winter, he said."})
    lines = "\n".join(
        [good, json.dumps({"text": "x", "lang": "en"}), json.dumps({"text": "…"}), good.replace("he", "she")]
    )
    found = read(lines, "all.jsonl")
    assert [each.resource for each in found] == ["all.jsonl:1", "all.jsonl:2", "all.jsonl:3", "all.jsonl:4"]
    assert [type(each) for each in found] == [Item, Failure, Failure, Item]


def test_a_third_language_is_refused_unless_told_otherwise() -> None:
    french = "Le ministre a dit que le pont ne serait pas construit avant l'hiver."
    (failure,) = read(french)
    assert isinstance(failure, Failure)
    assert "French" in str(failure.error)
    (declared,) = read(json.dumps({"text": french, "language": "fr"}), "r.json")
    assert isinstance(declared, Failure)
    (item,) = read(french, intake=Intake(language="en"))
    assert isinstance(item, Item)


def test_a_capture_makes_the_same_report_again() -> None:
    record = json.dumps({"id": "x-1", "text": "Graz (apa) - Es regnet.", "published_on": "2025-01-02"})
    french = "Le ministre a dit que le pont ne serait pas construit avant l'hiver."
    for content, name, intake in (
        (GERMAN, "report.txt", Intake()),
        (record, "r.jsonl", Intake()),
        (french, "f.txt", Intake(language="en")),
    ):
        (item,) = read(content, name, intake)
        assert isinstance(item, Item)
        again = reopen(item.resource, item.capture, Intake())
        assert isinstance(again, Item)
        assert again.report == item.report
        assert again.capture.id == item.capture.id


def test_files_folders_and_standard_input(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.md").write_text("zwei")
    (tmp_path / "one.txt").write_text("eins")
    (tmp_path / "three.pdf").write_text("no")
    found = list(find_sources([str(tmp_path), "-"], io.BytesIO(b"drei"), limit=100))
    assert [Path(each.resource).name for each in found] == ["two.md", "one.txt", "standard input"]
    assert all(isinstance(each, Source) for each in found)


def test_standard_input_may_hold_records() -> None:
    assert Source("standard input", b'\xef\xbb\xbf {"text": "a"}').form == "record"
    assert Source("standard input", b"Es regnet.").form == "plain"
    assert Source("brace.txt", b"{").form == "plain"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no file can have such a name")
def test_a_file_name_that_is_no_text_is_shown_by_its_bytes(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/gr\xfcn.txt")).write_text("Oslo helps.")
    (found,) = find_sources([str(tmp_path)], io.BytesIO(), limit=100)
    assert found.resource == f"{tmp_path}/gr\\xfcn.txt"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no file without an end here")
def test_a_file_without_an_end_is_refused() -> None:
    (found,) = find_sources(["/dev/zero"], io.BytesIO(), limit=100)
    assert isinstance(found, Failure)
    assert "more than 100 characters" in str(found.error)


def test_what_cannot_be_opened_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "long.txt").write_text("x" * 500)
    names = [str(tmp_path / name) for name in ("missing.txt", "empty", "long.txt")]
    found = list(find_sources(names, io.BytesIO(), limit=100))
    assert all(isinstance(each, Failure) for each in found)
    words = " ".join(str(each.error) for each in found if isinstance(each, Failure))
    assert "does not exist" in words
    assert "holds no report" in words
    assert "more than 100 characters" in words


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"\x89PNG\x00"])
def test_junk_is_a_failure(content: bytes) -> None:
    (failure,) = read(content)
    assert isinstance(failure, Failure)
