"""Made-up reports with readings to them: few actors, days and words, so that everything hangs together with everything."""

from __future__ import annotations

import random
from dataclasses import replace

from zusage.model.quote import Quote
from zusage.model.report import Reader, Reading, Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity, Statement
from zusage.model.values import Authority, ConditionType, Firmness, MeetingKind, Mode, Role, Stance, Voice

ACTORS = ("no", "lv", "ch", "red-cross", "group:26-countries", "group:donors")
SPEAKERS = (None, None, "kari-holm", "ilze-kalna", "red-cross", "uno-berg")
PLACES = ("Bergen", "Graz", "Daugavpils")
DAYS = (None, "2025-03-04", "2025-03-04", "2025-03-05", "2025-03-09", "2025-03-28")
NAMES = ("Norvik Accord", "Skagen Order", "Windau Pact")
WORDS = tuple(
    "the medics of the north will come by ship in spring and stay until the harbour is free of ice again".split()  # noqa: SIM905 - words read better in a row
)


def make_report(chance: random.Random, number: int) -> Report:
    """A report about one of four events, in sentences of its own and a body that several reports have in parts."""
    about = random.Random(number % 4)  # noqa: S311 - no secret
    place, day, name, people = (
        about.choice(PLACES),
        about.choice(DAYS[1:]),
        about.choice(NAMES),
        about.randrange(100, 999),
    )
    source = random.Random(number % 4 if chance.random() < 0.5 else number + 100)  # noqa: S311 - as above
    body = " ".join(source.choices(WORDS, k=60))
    said = [f"Sentence {index} of {place}, {chance.choice(WORDS)} {chance.randrange(20, 90)}." for index in range(6)]
    return Report(
        text=f"{' '.join(said)} They met the {name} with {people} men. {body}. number {number}",
        language=chance.choice(("en", "en", "de")),
        title=f"{place} {number % 3}",
        name=f"made-up {number}",
        published_on=chance.choice((day, day, day, chance.choice(DAYS))),
        credit=chance.choice((None, None, "ntb")),
        event=chance.choice((None, None, None, None, "bergen")),
        outlet=chance.choice(("one", "two")),
        synthetic=chance.random() < 0.2,
    )


def make_reading(report: Report, version: int) -> Reading:
    """What the reader of a version makes of a report; the next version finds some of it otherwise."""
    chance = random.Random(f"{report.name} {version // 2}")  # noqa: S311 - as above
    quotes = [
        Quote.cut(report.text, report.text.index(f"Sentence {index}"), report.text.index(f"Sentence {index}") + 26)
        for index in range(6)
    ]
    said: list[Statement] = [_statement(chance, report, quotes[index]) for index in range(chance.randrange(2, 7))]
    if version % 2:
        said = [_otherwise(each, index) for index, each in enumerate(said) if index != 2]
    meetings = [each for each in said if isinstance(each, Meeting)]
    return Reading(
        report=report,
        commitments=tuple(each for each in said if isinstance(each, Commitment)),
        positions=tuple(each for each in said if isinstance(each, Position)),
        meetings=tuple(meetings),
        attendance=tuple(each for each in said if isinstance(each, Attendance)),
        reader=Reader("made-up", str(version)),
    )


def _statement(chance: random.Random, report: Report, quote: Quote) -> Statement:
    sort = chance.random()
    day = chance.choice((report.published_on, report.published_on, None, "2025-03-05"))
    if sort < 0.65:
        amount = chance.choice(
            (None, Quantity(40, 40, "persons"), Quantity(90, 90, "persons"), Quantity(9, 9, "persons", shared=True))
        )
        return Commitment(
            actor=chance.choice(ACTORS),
            measure=chance.choice(("humanitarian", "troops")),
            firmness=chance.choice(tuple(Firmness)),
            quote=quote,
            speaker=chance.choice(SPEAKERS),
            recipient=chance.choice(("ua", "ua", None, "md")),
            conditions=chance.choice(((), (), (Condition(ConditionType.CEASEFIRE),))),
            quantity=amount,
            said_on=day,
            object=chance.choice((None, "Medics", "field hospital")),
            authority=chance.choice((None, Authority.HEAD, Authority.THIRD_PARTY)),
            voice=chance.choice((None, Voice.OWN)),
            certainty=chance.choice((None, 0.9, 0.3)),
        )
    if sort < 0.75:
        return Position(
            actor=chance.choice(ACTORS),
            stance=chance.choice(tuple(Stance)),
            topic="ceasefire",
            quote=quote,
            speaker=chance.choice(SPEAKERS),
        )
    if sort < 0.85:
        return Meeting(date=day, place=chance.choice(PLACES), kind_of=MeetingKind.SUMMIT, quote=quote, countries=26)
    return Attendance(
        actor=chance.choice(ACTORS[:4]),
        role=Role.PARTICIPANT,
        mode=chance.choice((Mode.IN_PERSON, Mode.REMOTE, Mode.ABSENT)),
        quote=quote,
        person=chance.choice(("kari-holm", "uno-berg", None)),
    )


def _otherwise(statement: Statement, index: int) -> Statement:
    if isinstance(statement, Commitment) and index % 2 == 0:
        return replace(statement, firmness=Firmness.CONCRETE, certainty=0.8)
    if isinstance(statement, Commitment):
        return replace(statement, measure="training")
    return statement
