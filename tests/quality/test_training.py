"""The reports that were written for training and measuring: their format, quotes, parts and events.

They are data that rules, models and floors rest on, so a slip in them is a failure like any other. That their values are
the codebook's is checked by the reader of annotated files, which every ``zusage evaluate`` uses.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from zusage.intake.reports import Intake
from zusage.intake.source import Failure, Source
from zusage.workflow.evaluate import open_annotated


def load() -> ModuleType:
    path = Path(__file__).parents[2] / "training" / "tools" / "written.py"
    spec = importlib.util.spec_from_file_location("training_written", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


written = load()

EACH = [(name, language) for name in written.COLLECTIONS for language in written.LANGUAGES]


@pytest.mark.parametrize(("name", "language"), EACH)
def test_stored_reports_have_no_findings(name: str, language: str) -> None:
    collection = written.COLLECTIONS[name]
    reports = list(written.read_reports(collection, language))
    assert reports
    assert [f"{each.report}: {each.message}" for each in written.check_all(reports, collection, language)] == []


@pytest.mark.parametrize(("name", "language"), EACH)
def test_exported_reports_are_annotated_by_the_codebook(name: str, language: str) -> None:
    reports = list(written.read_reports(written.COLLECTIONS[name], language))
    lines = "\n".join(json.dumps(written.export(each), ensure_ascii=False) for each in reports)
    source = Source(f"{name}.jsonl", lines.encode(), kind="record")
    opened = list(open_annotated(iter([source]), Intake()))
    assert [str(each.error) for each in opened if isinstance(each, Failure)] == []
    assert len(opened) == len(reports)


def test_events_are_reported_in_both_languages() -> None:
    collection = written.COLLECTIONS["events"]
    german, english = (
        {each["event"] for each in written.read_reports(collection, language)} for language in written.LANGUAGES
    )
    assert german == english


def test_reports_of_one_event_are_close_in_time() -> None:
    """Two events under one name, as two writers may choose it, would spoil what grouping is measured on."""
    collection = written.COLLECTIONS["events"]
    days: dict[str, set[date]] = defaultdict(set)
    for language in written.LANGUAGES:
        for each in written.read_reports(collection, language):
            days[each["event"]].add(date.fromisoformat(each["published_on"]))
    assert {event for event, each in days.items() if max(each) - min(each) > timedelta(days=31)} == set()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "event-en-001a"}, "the id does not match"),
        ({"language": "en"}, "its language is en"),
        ({"event": None}, "its event is None"),
        ({"synthetic": False}, "not marked synthetic"),
        ({"split": "neither"}, "its part is"),
        ({"annotator": ""}, "names no annotator"),
        ({"checked": False}, "second pass"),
        ({"text": "Norwegen hilft."}, "it has 15 characters"),
        ({"positions": [{"quote": "Das steht nirgends."}]}, "positions[0]: not in the text"),
        ({"positions": [{"quote": "hilft. "}]}, "positions[0]: not in the text"),
    ],
)
def test_a_slip_is_found(changes: dict[str, Any], message: str) -> None:
    text = "Norwegen hilft. " * 60
    stored = {
        "id": "event-de-001a",
        "language": "de",
        "event": "ev-01",
        "synthetic": True,
        "text": text,
        "annotator": "a",
    }
    stored |= {"split": written.split("event-de-001a"), "checked": True, **{kind: [] for kind in written.KINDS}}
    findings = written.check(stored | changes, written.COLLECTIONS["events"], "de")
    assert any(message in each.message for each in findings)
    assert written.check(stored, written.COLLECTIONS["events"], "de") == []
