"""The program run in this process, with a small reader: "Oslo will send 40 medics" is a pledge of Norway."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from zusage.cli.root import zusage
from zusage.dossier import Dossier
from zusage.model.quote import Quote
from zusage.model.report import Reader, Reading, Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position
from zusage.model.values import ConditionType, Firmness, MeetingKind, Mode, Role, Stance

REPORT = """The medics

Bergen, 4 March 2025 (ntb) - Oslo will send 40 medics after a ceasefire, Ms Holm said. Moscow objects to that.
They met in Bergen, and Ms Holm was in the room with all of the others.
"""

Run = Callable[..., Result]


def small_reader(report: Report, dossier: Dossier) -> Reading:
    """Read a pledge, a position, a meeting and an attendance where their words stand; a dragon breaks it."""
    assert dossier.id
    if "dragon" in report.text:
        raise KeyError("dragon")
    text = report.text
    return Reading(
        report=report,
        commitments=tuple(
            Commitment(
                actor="no",
                measure="humanitarian",
                firmness=Firmness.PLEDGED,
                quote=Quote.cut(text, *match.span()),
                recipient="ua",
                conditions=(Condition(ConditionType.CEASEFIRE),),
                said_on=report.published_on,
                certainty=0.9,
            )
            for match in re.finditer(r"Oslo will send \d+ medics", text)
        ),
        positions=tuple(
            Position(actor="ru", stance=Stance.OPPOSES, topic="humanitarian-aid", quote=Quote.cut(text, *match.span()))
            for match in re.finditer("Moscow objects", text)
        ),
        meetings=tuple(
            Meeting(
                date=report.published_on,
                place="Bergen",
                kind_of=MeetingKind.SUMMIT,
                quote=Quote.cut(text, *match.span()),
            )
            for match in re.finditer("met in Bergen", text)
        ),
        attendance=tuple(
            Attendance(
                actor="no",
                role=Role.HOST,
                mode=Mode.IN_PERSON,
                quote=Quote.cut(text, *match.span()),
                person="kari-holm",
                meeting=0,
            )
            for match in re.finditer("Ms Holm was in the room", text)
        ),
        reader=Reader("small", "1"),
        notes=("a note of the reader",),
    )


@pytest.fixture
def firmer() -> Callable[[Report, Dossier], Reading]:
    """A later reader, to which every pledge is a fact."""

    def read(report: Report, dossier: Dossier) -> Reading:
        reading = small_reader(report, dossier)
        commitments = tuple(replace(each, firmness=Firmness.CONCRETE) for each in reading.commitments)
        return replace(reading, commitments=commitments, reader=Reader("small", "2"))

    return read


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in a temporary folder; ``stdin`` is what it reads there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("LEDGER", "DOSSIER", "REVIEWER", "LANGUAGE"):
        monkeypatch.delenv(f"ZUSAGE_{name}", raising=False)
    monkeypatch.setattr("zusage.workflow.steps.load_reader", lambda **_: small_reader)
    (tmp_path / "report.txt").write_text(REPORT)

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(zusage, arguments, input=stdin)

    return invoke


@pytest.fixture
def filled(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in the folder of a ledger that holds one report."""
    assert run("init", "ledger").exit_code == 0
    monkeypatch.chdir(tmp_path / "ledger")
    assert run("add", "../report.txt").exit_code == 0
    return run
