"""A small writer of readings for the tests: reports of made-up sentences, each statement with its quote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from zusage.model.quote import Quote
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position
from zusage.model.values import ConditionType, Firmness, MeetingKind, Mode, Role, Stance


@dataclass
class Writer:
    """Collects the statements of one report; every statement names the words that make it."""

    text: str
    report: Mapping[str, Any] = field(default_factory=dict)
    commitments: list[Commitment] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)

    def quote(self, words: str) -> Quote:
        return Quote.find(self.text, words)

    def pledge(self, actor: str, measure: str, firmness: str, words: str, *conditions: str, **more: Any) -> Writer:
        made = tuple(Condition(ConditionType(each)) for each in conditions)
        more.setdefault("recipient", "ua")
        self.commitments.append(
            Commitment(
                actor=actor,
                measure=measure,
                firmness=Firmness(firmness),
                quote=self.quote(words),
                conditions=made,
                **more,
            )
        )
        return self

    def position(self, actor: str, stance: str, topic: str, words: str, **more: Any) -> Writer:
        quote = self.quote(words)
        self.positions.append(Position(actor=actor, stance=Stance(stance), topic=topic, quote=quote, **more))
        return self

    def attends(self, actor: str, person: str | None, mode: str, words: str, **more: Any) -> Writer:
        quote = self.quote(words)
        self.attendance.append(
            Attendance(actor=actor, person=person, role=Role.PARTICIPANT, mode=Mode(mode), quote=quote, **more)
        )
        return self

    def meets(
        self, date: str | None, place: str | None, *, kind: str = "summit", countries: int | None = None
    ) -> Writer:
        self.meetings.append(Meeting(date=date, place=place, kind_of=MeetingKind(kind), countries=countries))
        return self

    def reading(self) -> Reading:
        given: dict[str, Any] = {"language": "en", **self.report}
        return Reading(
            report=Report(text=self.text, **given),
            commitments=tuple(self.commitments),
            positions=tuple(self.positions),
            meetings=tuple(self.meetings),
            attendance=tuple(self.attendance),
        )


class Write:
    """Called with a report's text and metadata, gives its writer."""

    def __call__(self, text: str, **report: Any) -> Writer:
        return Writer(text, report)


@pytest.fixture
def write() -> Write:
    return Write()
