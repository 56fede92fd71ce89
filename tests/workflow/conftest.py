"""A ledger with a small reader: "Oslo will send 40 medics" is a pledge of Norway, "met in Graz" a meeting."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zusage.dossier import Dossier
from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Failure, Source
from zusage.model.quote import Quote
from zusage.model.report import Reader, Reading, Report
from zusage.model.statement import Commitment, Meeting, Quantity
from zusage.model.values import Firmness, MeetingKind
from zusage.workflow.steps import ReadReport
from zusage.workflow.workspace import Workspace, init_ledger

ACTORS = {"Oslo": "no", "Riga": "lv", "Bern": "ch"}
PLEDGE = re.compile(r"(Oslo|Riga|Bern) will send (\d+) (\w+)")


def small_reader(report: Report, dossier: Dossier) -> Reading:
    """Read pledges and meetings; a text about dragons breaks it."""
    assert dossier.id
    if "dragon" in report.text:
        raise ZeroDivisionError
    return Reading(
        report=report,
        commitments=tuple(
            Commitment(
                actor=ACTORS[match[1]],
                measure="humanitarian",
                firmness=Firmness.PLEDGED,
                quote=Quote.cut(report.text, *match.span()),
                recipient="ua",
                quantity=Quantity(int(match[2]), int(match[2]), "persons"),
                said_on=report.published_on,
                certainty=0.9,
            )
            for match in PLEDGE.finditer(report.text)
        ),
        meetings=tuple(
            Meeting(date=None, place=match[1], kind_of=MeetingKind.SUMMIT, quote=Quote.cut(report.text, *match.span()))
            for match in re.finditer(r"met in (\w+)", report.text)
        ),
        reader=Reader("small", "1"),
    )


def stricter_reader(report: Report, dossier: Dossier) -> Reading:
    """A later reader, which finds nothing any more."""
    return Reading(report=small_reader(report, dossier).report, reader=Reader("small", "2"))


def items_of(*texts: str) -> Iterator[Item | Failure]:
    """Hand in texts as English files."""
    for number, text in enumerate(texts):
        yield from read_reports(Source(f"{number}.txt", text.encode("utf-8")), Intake(language="en"))


@pytest.fixture
def reader() -> ReadReport:
    return small_reader


@pytest.fixture
def later_reader() -> ReadReport:
    return stricter_reader


@pytest.fixture
def texts_in() -> Callable[..., Iterator[Item | Failure]]:
    return items_of


@pytest.fixture(params=["sqlite", "postgres"])
def workspace(tmp_path: Path, request: pytest.FixtureRequest, database: Callable[[str], str | None]) -> Workspace:
    """An empty ledger whose clock ticks by the second."""
    ticks = itertools.count()
    return init_ledger(
        tmp_path / "ledger",
        dossier="ukraine-guarantees",
        clock=lambda: f"2025-01-01T00:00:{next(ticks):02}.000Z",
        database_url=database(request.param) or "",
    )
