"""A ledger in a temporary folder, and readings with something of everything in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from zusage.ledger.store import Ledger, make_ledger
from zusage.ledger.writing import SavedReading, save_reading, save_report
from zusage.model.quote import Quote, Span
from zusage.model.report import Capture, Furniture, Reader, Reading, Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity, TraceStep
from zusage.model.values import Aim, ConditionType, Firmness, MeetingKind, Mode, Role, Stance, Voice

TEXT = "Oslo will send 40 medics once parliament agrees, Ms Holm said in Bergen. Moscow objects. Read next: weather"

Keep = Callable[..., SavedReading]


def make_reading(text: str = TEXT, **report: str) -> Reading:
    """A reading with a commitment, a position, a meeting and an attendance."""
    quote = Quote.find(text, "Oslo will send 40 medics once parliament agrees")
    condition = Condition(ConditionType.PARLIAMENT, of="no", quote=Quote.find(text, "once parliament agrees"))
    made = Report(text=text, language="en", name="r-1", furniture=(Furniture(Span(90, 95), "read-next"),))
    return Reading(
        report=replace(made, **report),  # type: ignore[arg-type]  # only string fields are changed
        commitments=(
            Commitment(
                actor="no",
                measure="humanitarian",
                firmness=Firmness.PLEDGED,
                quote=quote,
                speaker="kari-holm",
                conditions=(condition,),
                quantity=Quantity(40, 40.0, "persons", shared=True),
                voice=Voice.REPORTED,
                evidence={"firmness": (Quote.find(text, "will send"),)},
                trace=(TraceStep("firmness", "future", Quote.find(text, "will send")), TraceStep("voice", "default")),
                certainty=0.8125,
            ),
        ),
        positions=(
            Position(
                actor="ru",
                stance=Stance.OPPOSES,
                topic="humanitarian-aid",
                quote=Quote("Moscow objects", text.index("Moscow"), text.index("Moscow") + 14),  # without context
                aim=Aim.MORE,
                certainty=0.5,
            ),
        ),
        meetings=(Meeting(date=None, place="Bergen", kind_of=MeetingKind.OTHER),),
        attendance=(
            Attendance(
                actor="no",
                role=Role.HOST,
                mode=Mode.IN_PERSON,
                quote=Quote.find(text, "Ms Holm said in Bergen"),
                person="kari-holm",
                meeting=0,
            ),
        ),
        reader=Reader("test", "1", "abc"),
        notes=("an undated meeting",),
    )


@pytest.fixture
def reading() -> Reading:
    return make_reading()


@pytest.fixture(params=["sqlite", "postgres"])
def ledger(tmp_path: Path, request: pytest.FixtureRequest, database: Callable[[str], str | None]) -> Ledger:
    url = database(request.param)
    return make_ledger(tmp_path / "ledger", {"zusage.toml": ""}, at="2025-01-01T00:00:00.000Z", url=url)


@pytest.fixture
def sqlite_ledger(tmp_path: Path) -> Ledger:
    """For what only a file can have."""
    return make_ledger(tmp_path / "ledger", {"zusage.toml": ""}, at="2025-01-01T00:00:00.000Z")


@pytest.fixture
def keep(ledger: Ledger) -> Keep:
    """Keep a reading as adding a report does."""

    def run(reading: Reading, at: str = "2025-01-02T00:00:00.000Z") -> SavedReading:
        capture = Capture(reading.report.text.encode("utf-8"), headers={"form": "plain"})
        with ledger.writing() as connection:
            text, _ = save_report(connection, capture, reading.report, resource="r.txt", at=at)
            return save_reading(connection, reading, text=text, at=at)

    return run
