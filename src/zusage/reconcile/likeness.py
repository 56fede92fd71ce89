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
from functools import lru_cache
from itertools import islice
from math import fsum
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
    points = points_of(one, other)
    if points == NEVER:
        return Likeness(NEVER)
    reasons = sorted(_reasons(one, other), key=lambda part: -part[0])
    return Likeness(points, tuple(reason for weight, reason in reasons if weight > 0 and reason))


def points_of(one: Features, other: Features) -> float:
    """Return the points of a comparison without its reasons: what most pairs of reports are looked at for."""
    apart = days_apart(one.when, other.when)
    if apart is not None and apart > DAYS and (apart > LATE or not is_same_meeting(one, other)):
        return NEVER
    parts = (BASE, _publication(apart), *_meeting_points(one, other), *_content_points(one, other))
    return round(fsum((*parts, *_mark_points(one.marks, other.marks))), 3)


def days_apart(one: str | None, other: str | None) -> int | None:
    """Days between two days, None if one is unknown or no whole day."""
    if one is None or other is None or not len(one) == len(other) == _WHOLE_DAY:
        return None
    return abs(_number(one) - _number(other))


@lru_cache(maxsize=1 << 14)
def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def is_same_meeting(one: Features, other: Features) -> bool:
    """Say whether both give the same day and the same place for their main meetings."""
    return one.day is not None and one.day == other.day and one.place is not None and one.place == other.place


Part = tuple[float, str]
Mark = TypeVar("Mark", str, float)


# --- Points ---


def _publication(apart: int | None) -> float:
    if apart is None:
        return -1.5
    return -4.0 if apart > DAYS else _BY_DAYS_APART.get(apart, -1.0)


def _meeting_points(one: Features, other: Features) -> tuple[float, ...]:
    """Points for the meetings' days, places, being calls or not, and circles."""
    if one.kind is None or other.kind is None:
        return ()
    places = 0.0
    if one.place is not None and other.place is not None:
        places = 2.5 if one.place == other.place else -1.0
    calls = -1.0 if (one.kind is MeetingKind.CALL) != (other.kind is MeetingKind.CALL) else 0.0
    return _day_points(one.day, other.day), places, calls, 0.0 if one.circles.isdisjoint(other.circles) else 2.0


def _day_points(one: str | None, other: str | None) -> float:
    apart = days_apart(one, other)
    if apart is None:
        return 0.0
    if apart == 0:
        return 2.0
    return 0.5 if apart <= NEAR_DAYS else -5.0


def _content_points(one: Features, other: Features) -> tuple[float, ...]:
    """Points for persons, how they came, contributions, positions and recipients."""
    return (
        min(3.0, len(one.persons & other.persons)),
        _manners(one, other),
        0.6 * min(4, len(one.pledges & other.pledges)),
        0.8 * min(2, len(one.topics & other.topics)),
        _recipients(one, other),
    )


def _manners(one: Features, other: Features) -> float:
    """A third of a point for each person who came in the same way, the same off for each who did not; at most one."""
    if one.modes.keys().isdisjoint(other.modes):
        return 0.0
    agreed = [1 if one.modes[name] == other.modes[name] else -1 for name in one.modes.keys() & other.modes.keys()]
    return max(-1.0, min(1.0, sum(agreed) / 3))


def _recipients(one: Features, other: Features) -> float:
    if not one.recipients or not other.recipients:
        return 0.0
    return -2.0 if one.recipients.isdisjoint(other.recipients) else 0.2


def _mark_points(one: Marks, other: Marks) -> tuple[float, float, float]:
    """Points for places, names and amounts."""
    return (
        2.0 * min(3.0, _shared_weight(one.places, other.places)),
        2.0 * min(3.0, _shared_weight(one.names, other.names)),
        1.6 * min(4.0, _shared_weight(one.numbers, other.numbers)),
    )


def _shared_weight(one: Mapping[Mark, float], other: Mapping[Mark, float]) -> float:
    """The weights of the marks of both, added up so that their order does not matter."""
    if one.keys().isdisjoint(other):
        return 0.0
    return fsum([min(one[mark], other[mark]) for mark in one.keys() & other.keys()])


# --- Reasons ---


def _reasons(one: Features, other: Features) -> list[Part]:
    """What speaks for two reports in words, each with its points."""
    days, places, _, circles = _meeting_points(one, other) or (0.0,) * 4
    persons, manners, pledges, topics, recipients = _content_points(one, other)
    named = sorted(f"{actor_label(actor, 'en')} {what}" for actor, what in one.pledges & other.pledges)
    return [
        (_publication(days_apart(one.when, other.when)), "published in the same days"),
        (days, f"both on {one.day}" if one.day == other.day else "days near each other"),
        (places, f"both in {(one.place or '').title()}"),
        (circles, "a meeting of " + ", ".join(sorted(one.circles & other.circles))),
        (persons, "same persons: " + _listed(map(person_label, sorted(one.persons & other.persons)))),
        (manners, "came in the same way"),
        (pledges, "same contributions: " + _listed(named)),
        (topics, "same positions"),
        (
            recipients,
            "same recipient: " + _listed(actor_label(each, "en") for each in sorted(one.recipients & other.recipients)),
        ),
        *_mark_reasons(one.marks, other.marks),
    ]


def _mark_reasons(one: Marks, other: Marks) -> Iterator[Part]:
    points = _mark_points(one, other)
    yield points[0], "same places: " + _listed(_place_label(place) for place in shared_marks(one.places, other.places))
    yield points[1], "same words: " + _listed(name.title() for name in shared_marks(one.names, other.names))
    yield (
        points[2],
        "same amounts: " + _listed(_amount_label(value) for value in shared_marks(one.numbers, other.numbers)),
    )


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
    return ", ".join(islice(names, 4))
