"""Reports that are made up by chance, the same every time: what benchmarks fill ledgers with.

Stories of 1 to 30 reports with copies, a meeting, restatements, changes and contradictions; about 17 statements each.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from zusage.model.quote import Quote
from zusage.model.report import Capture, Reader, Reading, Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity
from zusage.model.values import Authority, ConditionType, Firmness, MeetingKind, Mode, Role, Stance

FIRST = date(2015, 1, 1)
READER = Reader("generator", "1")
SIZES = (1, 2, 1, 3, 5, 1, 8, 2, 1, 14, 1, 4, 30, 1, 2, 6)
"""Reports of a story; they come round."""
A_DAY = 6
"""Stories of a day."""
AT_ONCE, AN_ERA = 60, 12
"""Recipients whose needs are spoken of at a time, and stories about each of them, ten days apart: in these the same pledges
are restated and changed."""
USUALLY, SELDOM = 0.9, 0.05
"""How often a report has what the others have, and how often it has it otherwise."""
STATES = tuple(
    "ar at be bg br ca ch cz de dk ee es fi fr gb gr hr hu ie is it jp lt lu lv nl no nz pl pt ro rs se si sk tr".split()  # noqa: SIM905 - codes read better in a row
)
MEASURES = ("troops", "air", "naval", "training", "arms", "funding", "humanitarian", "logistics")
LETTERS = ("bdfgklmnprst", "aeiou")
PLEDGES, OTHERS = 12, 5


def capture(report: Report) -> Capture:
    """Return the bytes of a report."""
    return Capture(report.text.encode())


def story_of(number: int) -> tuple[int, int]:
    """Return the story of a report, and its place in it."""
    rounds, left = divmod(number, sum(SIZES))
    for place, size in enumerate(SIZES):
        if left < size:
            return rounds * len(SIZES) + place, left
        left -= size
    raise AssertionError


def reading(number: int) -> Reading:
    """Generate a report with what is read in it."""
    story, place = story_of(number)
    event, own = random.Random(f"story {story}"), random.Random(f"report {number}")  # noqa: S311 - no secret: the same every time
    day = FIRST + timedelta(days=story // A_DAY)
    city, treaty, people = word(event).title(), word(event).title(), event.randrange(1_000, 99_999)
    pledged = list(pledges_of(story, event))
    told = [each for each in pledged if own.random() < USUALLY] or pledged[:1]
    sentences = [
        f"{actor} has {firmness} {amount} for {measure} in {city}, {speaker} said at the {treaty} talks of {people}."
        for actor, measure, speaker, firmness, amount, _ in told
    ]
    source = random.Random(f"report {number - 1}") if place % 4 == 1 else own  # noqa: S311 - as above
    filler = " ".join(word(source) for _ in range(120))
    others = [
        f"{word(own).title()} of {actor} was in {city} as number {index}." for index, (actor, *_) in enumerate(told[:4])
    ]
    text = f"They met in {city}. {' '.join(sentences)} {filler}. {' '.join(others)}"
    published = (day + timedelta(days=int(own.random() > USUALLY))).isoformat()
    report = Report(
        text=text, language="en", title=f"{city} {number}", name=f"generated-{number}", published_on=published
    )
    recipient = f"r{era_of(story)}"
    commitments = tuple(
        commitment(report, sentence, each, recipient, own) for sentence, each in zip(sentences, told, strict=True)
    )
    return Reading(
        report=report,
        commitments=commitments,
        positions=(
            Position(actor=told[0][0], stance=Stance.SUPPORTS, topic="ceasefire", quote=Quote.find(text, sentences[0])),
        ),
        meetings=(
            Meeting(
                date=day.isoformat() if own.random() > SELDOM else published,
                place=city,
                kind_of=MeetingKind.SUMMIT,
                quote=Quote.find(text, f"They met in {city}"),
            ),
        ),
        attendance=tuple(
            Attendance(
                actor=actor,
                role=Role.PARTICIPANT,
                mode=Mode.IN_PERSON if own.random() > SELDOM else Mode.REMOTE,
                quote=Quote.find(text, sentence),
                person=speaker,
            )
            for sentence, (actor, _, speaker, *_) in zip(others, told, strict=False)
        ),
        reader=READER,
    )


def era_of(story: int) -> int:
    """Return the number of the recipient that a story is about."""
    return story // (AT_ONCE * AN_ERA) * AT_ONCE + story % AT_ONCE


Told = tuple[str, str, str, Firmness, int, bool]


def pledges_of(story: int, event: random.Random) -> Iterator[Told]:
    """What is pledged at an event: of the same actors as in the other stories of its era, now and then otherwise."""
    era = random.Random(f"era {era_of(story)}")  # noqa: S311 - as above
    for _ in range(PLEDGES):
        actor, measure = era.choice(STATES), era.choice(MEASURES)
        amount = 100 * era.randrange(1, 90)
        steps: Sequence[Firmness] = (Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.PLEDGED, Firmness.CONCRETE)
        speaker = f"{word(era)}-{actor}son"
        yield actor, measure, speaker, event.choice(steps), amount, event.random() > USUALLY


def commitment(report: Report, sentence: str, told: Told, recipient: str, own: random.Random) -> Commitment:
    """What a sentence says; one report in twenty has it otherwise than the rest."""
    actor, measure, speaker, firmness, amount, is_conditional = told
    is_odd = own.random() < SELDOM
    keeps_condition = is_conditional and own.random() < USUALLY
    people = amount * 2 if is_odd else amount
    return Commitment(
        actor=actor,
        measure=measure,
        firmness=Firmness.CONSIDERING if is_odd and own.random() > USUALLY else firmness,
        quote=Quote.find(report.text, sentence),
        speaker=speaker,
        recipient=recipient,
        conditions=(Condition(ConditionType.CEASEFIRE),) if keeps_condition else (),
        quantity=Quantity(people, people, "persons") if measure != "funding" else Quantity(people, people, "EUR"),
        said_on=report.published_on,
        authority=Authority.MINISTER,
        certainty=round(own.uniform(0.4, 1.0), 2),
    )


def word(chance: random.Random) -> str:
    """Return a made-up word."""
    return "".join(chance.choice(LETTERS[0]) + chance.choice(LETTERS[1]) for _ in range(chance.randint(2, 4)))
