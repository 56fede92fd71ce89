"""How much speaks for two reports being about one event, whatever their languages, and why.

Everything here looks at two reports and nothing else, so that it can be worked out once for a pair and stays true
whatever other reports come. Uses `zusage.model` and the marks of the words.

Source: docs/methodology.md, "Stories"; the points of words and contents are log-odds of a logistic regression on the learning
part of `training/events` (`training/stories/points.py`), rounded; those of days and meetings are set by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import lru_cache
from itertools import islice
from math import fsum
from typing import TypeVar

from zusage.model.records import record
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


@record(frozen=True, slots=True)
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
    when_number: int | None = field(init=False, compare=False)
    """The number of `when`, None without a whole day."""
    day_number: int | None = field(init=False, compare=False)
    """The number of `day`, None without a whole one."""

    def __post_init__(self) -> None:
        """Number the days, since reports are compared by them again and again."""
        object.__setattr__(self, "when_number", _number(self.when))
        object.__setattr__(self, "day_number", _number(self.day))

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


@record(frozen=True, slots=True)
class Likeness:
    """Points for two reports being about one event (0: as likely as not), and what speaks for it."""

    points: float
    reasons: tuple[str, ...] = ()


def likeness(one: Features, other: Features) -> Likeness:
    """Compare two reports; the order of the two does not matter."""
    apart = _apart(one.when_number, other.when_number)
    if _are_far(one, other, apart):
        return Likeness(NEVER)
    parts = _parts(one, other, apart)
    reasons = sorted(_reasons(one, other, parts), key=lambda part: -part[0])
    return Likeness(_sum(parts), tuple(reason for _, reason in reasons))


def points_of(one: Features, other: Features) -> float:
    """Return the points of a comparison without its reasons: what most pairs of reports are looked at for."""
    apart = _apart(one.when_number, other.when_number)
    return NEVER if _are_far(one, other, apart) else _sum(_parts(one, other, apart))


def _are_far(one: Features, other: Features, apart: int | None) -> bool:
    """Whether two reports came out too many days apart for one event."""
    return apart is not None and apart > DAYS and (apart > LATE or not is_same_meeting(one, other))


def _sum(parts: Iterable[float]) -> float:
    return round(fsum((BASE, *parts)), DIGITS)


def days_apart(one: str | None, other: str | None) -> int | None:
    """Days between two days, None if one is unknown or no whole day."""
    return _apart(_number(one), _number(other))


def _apart(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else abs(one - other)


@lru_cache(maxsize=1 << 14)
def _number(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day is not None and len(day) == _WHOLE_DAY else None


def is_same_meeting(one: Features, other: Features) -> bool:
    """Say whether both give the same day and the same place for their main meetings."""
    return one.day is not None and one.day == other.day and one.place is not None and one.place == other.place


PERSON, PLACE, NAME, AMOUNT = 1.0, 2.0, 2.0, 1.6
"""Points of a person, and of a mark of the highest weight."""

_PERSONS, _PLACES, _NAMES, _AMOUNTS = 3.0, 3.0, 3.0, 4.0
"""So much of them counts at most."""

PLEDGE, PLEDGES = 0.6, 4
TOPIC, TOPICS = 0.8, 2
"""Points of a contribution and of a position, and how many count at most."""

MANNERS = 1.0
SAME_RECIPIENT, OTHER_RECIPIENT = 0.2, -2.0
SAME_PLACE, OTHER_PLACE = 2.5, -1.0
SAME_CIRCLE, OTHER_MEANS = 2.0, -1.0
"""Of a meeting: whose it is, and that one is a call and the other is not."""

DIGITS = 3
"""Points are rounded to so many decimals."""

Part = tuple[float, str]
Mark = TypeVar("Mark", str, float)


# --- Points ---


def _parts(one: Features, other: Features, apart: int | None) -> tuple[float, ...]:
    """The points of each thing that two reports may share: `_reasons` has them in words, in the same order.

    Most pairs share little, so that each thing is first asked whether any of it is shared at all.
    """
    return (
        publication_points(apart),
        *_meeting_points(one, other),
        0.0 if one.persons.isdisjoint(other.persons) else PERSON * min(_PERSONS, len(one.persons & other.persons)),
        0.0 if one.modes.keys().isdisjoint(other.modes) else _manners(one.modes, other.modes),
        0.0 if one.pledges.isdisjoint(other.pledges) else PLEDGE * min(PLEDGES, len(one.pledges & other.pledges)),
        0.0 if one.topics.isdisjoint(other.topics) else TOPIC * min(TOPICS, len(one.topics & other.topics)),
        _recipients(one.recipients, other.recipients),
        PLACE * min(_PLACES, _shared_weight(one.marks.places, other.marks.places)),
        NAME * min(_NAMES, _shared_weight(one.marks.names, other.marks.names)),
        AMOUNT * min(_AMOUNTS, _shared_weight(one.marks.numbers, other.marks.numbers)),
    )


def publication_points(apart: int | None) -> float:
    """Points of two reports that came out so many days apart, None if a day is unknown."""
    if apart is None:
        return -1.5
    return -4.0 if apart > DAYS else _BY_DAYS_APART.get(apart, -1.0)


def _meeting_points(one: Features, other: Features) -> tuple[float, float, float, float]:
    """Points for the meetings' days, places, being calls or not, and circles."""
    if one.kind is None or other.kind is None:
        return 0.0, 0.0, 0.0, 0.0
    places = 0.0
    if one.place is not None and other.place is not None:
        places = SAME_PLACE if one.place == other.place else OTHER_PLACE
    calls = OTHER_MEANS if (one.kind is MeetingKind.CALL) != (other.kind is MeetingKind.CALL) else 0.0
    days = day_points(_apart(one.day_number, other.day_number))
    return days, places, calls, 0.0 if one.circles.isdisjoint(other.circles) else SAME_CIRCLE


def day_points(apart: int | None) -> float:
    """Points of two meetings' days that are so far apart, None if one is unknown."""
    if apart is None:
        return 0.0
    if apart == 0:
        return 2.0
    return 0.5 if apart <= NEAR_DAYS else -5.0


def _manners(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """A third of a point for each person who came in the same way, the same off for each who did not; at most one."""
    agreed = [1 if one[name] == other[name] else -1 for name in one.keys() & other.keys()]
    return max(-MANNERS, min(MANNERS, sum(agreed) / 3))


def _recipients(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    return OTHER_RECIPIENT if one.isdisjoint(other) else SAME_RECIPIENT


def _shared_weight(one: Mapping[Mark, float], other: Mapping[Mark, float]) -> float:
    """The weights of the marks of both, added up so that their order does not matter."""
    shared = [min(weight, other[mark]) for mark, weight in one.items() if mark in other]
    return fsum(shared) if shared else 0.0


# --- Reasons ---


def _reasons(one: Features, other: Features, points: Iterable[float]) -> Iterator[Part]:
    """What speaks for two reports in words, each with its ``points``; nothing is said of what speaks for nothing."""
    for each, words in zip(points, _WORDS, strict=True):
        if each > 0:
            yield each, words if isinstance(words, str) else words(one, other)


def _same_pledges(one: Features, other: Features) -> str:
    named = sorted(f"{actor_label(actor, 'en')} {what}" for actor, what in one.pledges & other.pledges)
    return "same contributions: " + _listed(named)


def _same_recipients(one: Features, other: Features) -> str:
    shared = sorted(one.recipients & other.recipients)
    return "same recipient: " + _listed(actor_label(each, "en") for each in shared)


def _same_places(one: Features, other: Features) -> str:
    return "same places: " + _listed(map(_place_label, shared_marks(one.marks.places, other.marks.places)))


def _same_names(one: Features, other: Features) -> str:
    return "same words: " + _listed(name.title() for name in shared_marks(one.marks.names, other.marks.names))


def _same_numbers(one: Features, other: Features) -> str:
    return "same amounts: " + _listed(map(_amount_label, shared_marks(one.marks.numbers, other.marks.numbers)))


_WORDS: tuple[str | Callable[[Features, Features], str], ...] = (
    "published in the same days",
    lambda one, other: f"both on {one.day}" if one.day == other.day else "days near each other",
    lambda one, _: f"both in {(one.place or '').title()}",
    "both calls",  # never said, for it only ever speaks against
    lambda one, other: "a meeting of " + ", ".join(sorted(one.circles & other.circles)),
    lambda one, other: "same persons: " + _listed(map(person_label, sorted(one.persons & other.persons))),
    "came in the same way",
    _same_pledges,
    "same positions",
    _same_recipients,
    _same_places,
    _same_names,
    _same_numbers,
)
"""How what two reports share is said, in the order of `_parts`."""


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
