"""How much speaks for two reports being about one event, whatever their languages, and why.

Everything here looks at two reports and nothing else, so that it can be worked out once for a pair and stays true
whatever other reports come. Uses `zusage.model` and the marks of the words.

Source: docs/methodology.md, "Stories"; the points of words and contents are log-odds of a logistic regression on the learning
part of `training/events` (`training/stories/points.py`), rounded; those of days and meetings are set by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from zusage.model.report import Reading
from zusage.model.statement import Commitment, Position
from zusage.model.values import MeetingKind
from zusage.reconcile.affiliation import collective
from zusage.reconcile.marks import Marks, fold, marks_of
from zusage.reconcile.wording import actor_label, person_label

BASE = -4.5
"""Points of two reports that share nothing."""

NEAR_DAYS = 2
"""Reports that give the same meeting's day differently are rarely further apart."""

DAYS = 4
"""Days between the reports of one event."""

LATE = 14
"""Days between reports of one meeting, if both give its day and place."""

NEVER = -20.0
"""Points of two reports that cannot be about one event."""

_WHOLE_DAY = len("2025-01-01")
_BY_DAYS_APART = {0: 1.0, 1: 0.5, 2: 0.0}


@dataclass(frozen=True, slots=True)
class Features:
    """What a reading tells of its event: its days, its main meeting, who does what for whom, and the marks of its words.

    ``day`` is the main meeting's, None if it gives none or one that known facts rule out; ``event`` the one that an
    input file names.
    """

    report: str
    published: str | None
    day: str | None
    place: str | None
    kind: MeetingKind | None
    event: str | None
    marks: Marks
    persons: frozenset[str]
    pledges: frozenset[tuple[str, str]]
    recipients: frozenset[str]
    topics: frozenset[tuple[str, str]]
    circles: frozenset[str]
    modes: Mapping[str, str]

    @property
    def when(self) -> str | None:
        """The day of the report: when it came out, else the day that it gives for its meeting."""
        return self.published or self.day


def features_of(
    reading: Reading, *, doubtful: bool = False, circles: Iterable[str] = (), events: bool = True
) -> Features:
    """Take a reading's features.

    ``doubtful``: known facts rule the day of its meeting out; ``circles``: the coalitions and organisations whose meeting
    the report calls it; ``events``: trust the event that an input file names.
    """
    meeting = reading.meetings[0] if reading.meetings else None
    speaking: tuple[Commitment | Position, ...] = (*reading.commitments, *reading.positions)
    persons = {each.person for each in reading.attendance} | {each.speaker for each in speaking}
    return Features(
        report=reading.report.id,
        published=reading.report.published_on,
        day=meeting.date if meeting and not doubtful else None,
        place=plain_place(meeting.place) if meeting else None,
        kind=meeting.kind_of if meeting else None,
        event=reading.report.event if events else None,
        marks=marks_of(reading.report),
        persons=frozenset(name for name in persons if name and "-" in name),
        pledges=frozenset((collective(each.actor), each.measure) for each in reading.commitments),
        recipients=frozenset(each.recipient for each in reading.commitments if each.recipient),
        topics=frozenset((each.actor, each.topic) for each in reading.positions),
        circles=frozenset(circles),
        modes={each.person: each.mode for each in reading.attendance if each.person},
    )


def plain_place(place: str | None) -> str | None:
    """A place's name without case and accents, for comparing."""
    return None if place is None else fold(place.strip())


@dataclass(frozen=True, slots=True)
class Likeness:
    """Points for two reports being about one event (0: as likely as not), and what speaks for it."""

    points: float
    reasons: tuple[str, ...] = ()


def likeness(one: Features, other: Features) -> Likeness:
    """Compare two reports; the order of the two does not matter."""
    apart = days_apart(one.when, other.when)
    if apart is not None and apart > (LATE if is_same_meeting(one, other) else DAYS):
        return Likeness(NEVER)
    parts = [(BASE, ""), _publication(apart), *_meetings(one, other), *_contents(one, other), *_marks(one, other)]
    reasons = tuple(reason for points, reason in sorted(parts, key=lambda part: -part[0]) if points > 0 and reason)
    return Likeness(round(sum(points for points, _ in parts), 3), reasons)


def days_apart(one: str | None, other: str | None) -> int | None:
    """Days between two days, None if one is unknown or no whole day."""
    if one is None or other is None or not len(one) == len(other) == _WHOLE_DAY:
        return None
    return abs(date.fromisoformat(one).toordinal() - date.fromisoformat(other).toordinal())


def is_same_meeting(one: Features, other: Features) -> bool:
    """Say whether both give the same day and the same place for their main meetings."""
    return one.day is not None and one.day == other.day and one.place is not None and one.place == other.place


Part = tuple[float, str]
Mark = TypeVar("Mark", str, float)


def _publication(apart: int | None) -> Part:
    if apart is None:
        return -1.5, ""
    if apart > DAYS:
        return -4.0, ""
    return _BY_DAYS_APART.get(apart, -1.0), "published in the same days"


def _meetings(one: Features, other: Features) -> Iterator[Part]:
    if one.kind is None or other.kind is None:
        return
    apart = days_apart(one.day, other.day)
    if apart is not None:
        if apart == 0:
            yield 2.0, f"both on {one.day}"
        elif apart <= NEAR_DAYS:
            yield 0.5, "days near each other"
        else:
            yield -5.0, ""
    if one.place is not None and other.place is not None:
        yield (2.5, f"both in {one.place.title()}") if one.place == other.place else (-1.0, "")
    if (one.kind is MeetingKind.CALL) != (other.kind is MeetingKind.CALL):
        yield -1.0, ""
    if circles := one.circles & other.circles:
        yield 2.0, "a meeting of " + ", ".join(sorted(circles))


def _contents(one: Features, other: Features) -> Iterator[Part]:
    persons, pledges = one.persons & other.persons, one.pledges & other.pledges
    yield min(3.0, float(len(persons))), "same persons: " + _listed(person_label(each) for each in sorted(persons))
    yield _manners(one, other), "came in the same way"
    yield (
        0.6 * min(4, len(pledges)),
        "same contributions: " + _listed(sorted(f"{actor_label(actor, 'en')} {what}" for actor, what in pledges)),
    )
    yield 0.8 * min(2, len(one.topics & other.topics)), "same positions"
    if one.recipients and other.recipients:
        shared = one.recipients & other.recipients
        yield (
            (0.2, "same recipient: " + _listed(actor_label(each, "en") for each in sorted(shared)))
            if shared
            else (-2.0, "")
        )


def _manners(one: Features, other: Features) -> float:
    """A third of a point for each person who came in the same way, the same off for each who did not; at most one."""
    agreed = [1 if one.modes[name] == other.modes[name] else -1 for name in one.modes.keys() & other.modes.keys()]
    return max(-1.0, min(1.0, sum(agreed) / 3))


def _marks(one: Features, other: Features) -> Iterator[Part]:
    places = shared_marks(one.marks.places, other.marks.places)
    names = shared_marks(one.marks.names, other.marks.names)
    numbers = shared_marks(one.marks.numbers, other.marks.numbers)
    yield 2.0 * min(3.0, sum(places.values())), "same places: " + _listed(_place_label(place) for place in places)
    yield 2.0 * min(3.0, sum(names.values())), "same words: " + _listed(name.title() for name in names)
    yield 1.6 * min(4.0, sum(numbers.values())), "same amounts: " + _listed(_amount_label(value) for value in numbers)


def shared_marks(one: Mapping[Mark, float], other: Mapping[Mark, float]) -> dict[Mark, float]:
    """The marks of both with the lower weight, the most telling first."""
    shared = {mark: min(one[mark], other[mark]) for mark in one.keys() & other.keys()}
    return dict(sorted(shared.items(), key=lambda item: (-item[1], str(item[0]))))


def _place_label(place: str) -> str:
    """A city's name, or the name of a state by its code."""
    return actor_label(place, "en") if len(place) == 2 else place  # noqa: PLR2004 - ISO 3166


def _amount_label(value: float) -> str:
    """An amount as a newspaper writes it: "4.2 billion", "345 million", "1,340"."""
    for least, word in ((1e9, "billion"), (1e6, "million")):
        if value >= least:
            return f"{value / least:,.10g} {word}"
    return f"{value:,.10g}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(list(names)[:4])
