"""A ledger that reports come to one by one, each with its own time."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Failure, Source
from zusage.workflow.add import add_items
from zusage.workflow.lookups import Lookups
from zusage.workflow.steps import ReadReport
from zusage.workflow.workspace import Workspace, init_ledger

Add = Callable[..., None]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty ledger in a file, whose clock ticks by the second."""
    ticks = itertools.count()
    return init_ledger(
        tmp_path / "ledger",
        dossier="ukraine-guarantees",
        clock=lambda: f"2025-01-01T00:00:{next(ticks):02}.000Z",
    )


@pytest.fixture
def add(workspace: Workspace, reader: ReadReport) -> Add:
    """Add a report: its text, its day, its name."""

    def run(text: str, day: str = "2025-03-04", name: str = "r", *, synthetic: bool = False) -> None:
        items = []
        for item in read_reports(Source(f"{name}.txt", text.encode()), Intake(language="en")):
            assert isinstance(item, Item)
            made = replace(
                item.report, name=name, published_on=day, outlet="The Bugle", title=name.title(), synthetic=synthetic
            )
            items.append(replace(item, report=made))
        assert not [each for each in add_items(workspace, iter(items), reader) if isinstance(each, Failure)]

    return run


@pytest.fixture
def lookups(workspace: Workspace) -> Lookups:
    return Lookups(workspace)
