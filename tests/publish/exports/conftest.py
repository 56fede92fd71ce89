"""An edition of three small reports: two newspapers and an official text, with what a person decided about some of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.dossier import load_dossier
from zusage.model.ledger import Act, Judgement, statement_id
from zusage.model.quote import Quote
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity, Statement
from zusage.model.values import Aim, ConditionType, Firmness, Instrument, MeetingKind, Mode, Role, Stance
from zusage.publish.exports.edition import Edition
from zusage.reconcile import bound_meetings, build_entries, find_conflicts, lay_grounds

FIRST = (
    'The finance ministry in Oslo pledged 40 million euros; the minister called it "a start". Oslo and Bern will lend '
    "900 million francs together if parliament agrees. Riga wants sanctions lifted.\nThey met in Graz."
)
SECOND = (
    "=SUM(A1) Oslo has paid 10 million euros. Oslo pledged 50 million euros. "
    "Oslo sends no soldiers\x0b at all. Bern doubts it."
)


def quote(text: str, words: str) -> Quote:
    """Cut words out of a text."""
    return Quote.find(text, words)


def first() -> Reading:
    """A report about pledges of money, with a meeting."""
    money = Quantity(40e6, 40e6, "EUR")
    joint = Quantity(None, 900e6, "CHF", shared=True)
    hangs = (Condition(ConditionType.PARLIAMENT, of="no"), Condition(ConditionType.OTHERS, n=5, measure="funding"))
    both = quote(FIRST, "Oslo and Bern will lend 900 million francs together")
    lent = [
        Commitment(
            actor=actor,
            measure="reconstruction",
            firmness=Firmness.SIGNALLED,
            quote=both,
            recipient="ua",
            quantity=joint,
            conditions=hangs,
            instrument=Instrument.LOAN,
            said_on="2025-03-01",
            certainty=0.9,
        )
        for actor in ("no", "ch")
    ]
    return Reading(
        report=Report(
            text=FIRST, language="en", title='Oslo; "a start"', name="one", published_on="2025-03-01", synthetic=True
        ),
        commitments=(
            Commitment(
                actor="no",
                measure="funding",
                firmness=Firmness.PLEDGED,
                quote=quote(FIRST, "The finance ministry in Oslo pledged 40 million euros"),
                recipient="ua",
                quantity=money,
                said_on="2025-03-01",
                certainty=0.9,
            ),
            *lent,
        ),
        positions=(
            Position(
                actor="lv",
                stance=Stance.DEMANDS,
                topic="sanctions",
                aim=Aim.LESS,
                quote=quote(FIRST, "Riga wants sanctions lifted"),
                speaker="kari-holm",
            ),
        ),
        meetings=(
            Meeting(date="2025-03-01", place="Graz", kind_of=MeetingKind.SUMMIT, quote=quote(FIRST, "met in Graz")),
        ),
        attendance=(
            Attendance(actor="lv", role=Role.HOST, mode=Mode.REMOTE, quote=quote(FIRST, "They met"), meeting=0),
        ),
    )


def second() -> Reading:
    """A later report, with words that a spreadsheet would run and a sign that XML cannot hold."""
    common = {"actor": "no", "measure": "funding", "recipient": "ua", "said_on": "2025-04-02"}
    return Reading(
        report=Report(
            text=SECOND, language="en", name="two", published_on="2025-04-02", address="https://example.org/two"
        ),
        commitments=(
            Commitment(
                **common,  # type: ignore[arg-type]  # all of them are strings
                firmness=Firmness.DELIVERED,
                quantity=Quantity(10e6, 10e6, "EUR"),
                quote=quote(SECOND, "=SUM(A1) Oslo has paid 10 million euros"),
            ),
            Commitment(
                **common,  # type: ignore[arg-type]  # as above
                firmness=Firmness.PLEDGED,
                quantity=Quantity(50e6, None, "EUR"),
                quote=quote(SECOND, "Oslo pledged 50 million euros"),
            ),
            Commitment(
                actor="no",
                measure="troops",
                firmness=Firmness.REJECTED,
                recipient="ua",
                quote=quote(SECOND, "Oslo sends no soldiers\x0b at all"),
            ),
        ),
        positions=(Position(actor="ch", stance=Stance.DOUBTS, topic="funding", quote=quote(SECOND, "Bern doubts it")),),
    )


def judged(reading: Reading, statement: Statement, act: Act) -> Judgement:
    """What a person decided."""
    return Judgement(
        who="mona", when="2025-05-01T00:00:00.000Z", what=act, target=statement_id(reading.report.id, statement)
    )


@pytest.fixture
def edition() -> Edition:
    """All of it: one pledge accepted, one rejected, the rest unreviewed."""
    readings = (first(), second())
    judgements = (
        judged(readings[0], readings[0].commitments[0], Act.ACCEPT),
        judged(readings[1], readings[1].positions[0], Act.REJECT),
    )
    grounds = lay_grounds(readings, judgements=judgements)
    bounded = bound_meetings(grounds)
    return Edition(
        dossier=load_dossier("ukraine-guarantees"),
        reports=tuple(reading.report for reading in readings),
        readers={reading.report.id: "small 1" for reading in readings},
        grounds=grounds,
        entries=build_entries(grounds),
        conflicts=find_conflicts(grounds, bounded=bounded),
        meetings=bounded,
    )


@pytest.fixture
def text_of(edition: Edition) -> Callable[[str], str]:
    """Give a report's text by its id."""
    return lambda name: edition.report_by_id[name].text
