"""The quality gate of copies and stories: what ``benchmarks/copies.py`` and ``benchmarks/stories.py`` measure stays over its floor.

Stories are found with the annotated statements here, so that the gate moves with the rules of grouping and not with the
reader; `benchmarks/stories.py` measures both. Floors only rise: they are frozen in ``grouping_floors.json``.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from zusage.intake.reports import Annotated, Intake
from zusage.intake.source import Source
from zusage.workflow.evaluate import open_annotated

ROOT = Path(__file__).parents[2]
FLOORS = json.loads(Path(__file__).with_name("grouping_floors.json").read_text("utf-8"))


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


@pytest.mark.no_cover  # counting lines takes three times as long as comparing
def test_made_copies_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    copies = load("copies")
    monkeypatch.delenv("ZUSAGE_DATA", raising=False)
    found, precision, _ = copies.measure_copies(list(copies.apart(copies.texts())))
    measured = {kind: share for kind, (_, share) in found.items()} | {"precision": precision}
    under = {name: measured[name] for name, floor in FLOORS["copies"].items() if measured[name] < floor}
    assert under == {}


@pytest.mark.no_cover  # as above
@pytest.mark.parametrize("corpus", ["events", pytest.param("dev", marks=pytest.mark.data)])
def test_reports_of_one_event_are_one_story(corpus: str) -> None:
    stories = load("stories")
    if corpus == "dev" and not os.environ.get("ZUSAGE_DATA"):
        pytest.skip("ZUSAGE_DATA is not set (a folder with gold/dev.jsonl)")
    folder = ROOT / "training" / "events" if corpus == "events" else Path(os.environ["ZUSAGE_DATA"]) / "gold"
    files = sorted(folder.glob("*.jsonl")) if corpus == "events" else [folder / "dev.jsonl"]
    sources = [Source(path.name, path.read_bytes(), kind="record") for path in files]
    annotated = [each.gold for each in open_annotated(iter(sources), Intake()) if isinstance(each, Annotated)]
    readings = [reading for reading in annotated if reading.report.event]
    gold = {reading.report.id: reading.report.event for reading in readings}
    assert stories.b_cubed(stories.stories(readings), gold)[2] >= FLOORS["stories"][corpus]
