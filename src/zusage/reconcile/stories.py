"""Stories: which reports speak of the same meeting, whatever their language, and why.

Two reports are compared by the place, day and kind of their main meetings, by who takes part, and by who contributes
what to whom. A day or place that a report does not give fits any; a report without a day joins the one story that it
fits best. An input file's own `event` decides where it is there. Uses `zusage.model`.

Source: docs/methodology.md, "Stories".
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from zusage.model.ledger import Membership, Story
from zusage.model.report import Reading, digest
from zusage.model.statement import Commitment, Position
from zusage.model.values import MeetingKind
from zusage.reconcile.affiliation import collective
from zusage.reconcile.claims import in_order
from zusage.reconcile.known import Mention

ENOUGH = 4.5
"""Points from which two reports speak of one meeting."""

CLEARLY = 1.0
"""Points by which a report without a day has to fit one meeting better than any other."""

NEAR_DAYS = 2
"""Reports that give the same meeting's day differently are rarely further apart."""

NEAR_PUBLICATION = 4
"""Days between reports that may be about the same undated meeting."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a reading tells of its main meeting: the features by which reports are matched."""

    report: str
    day: str | None
    place: str | None
    kind: MeetingKind
    published: str | None
    persons: frozenset[str]
    pledges: frozenset[tuple[str, str]]
    recipients: frozenset[str]
    actors: frozenset[str]
    topics: frozenset[tuple[str, str]]
    circles: frozenset[str]
    modes: frozenset[tuple[str, str]]

    @property
    def dated(self) -> bool:
        """Say whether the report gives the meeting's day."""
        return self.day is not None


def profile_of(reading: Reading, *, doubtful: bool = False, circles: Iterable[str] = ()) -> Profile | None:
    """Take a reading's features; None if it has no meeting.

    A ``doubtful`` day is left out; ``circles`` are the coalitions and organisations whose meeting the report calls it.
    """
    if not reading.meetings:
        return None
    meeting = reading.meetings[0]
    speaking: tuple[Commitment | Position, ...] = (*reading.commitments, *reading.positions)
    persons = {each.person for each in reading.attendance} | {each.speaker for each in speaking}
    actors = {each.actor for each in reading.attendance} | {each.actor for each in speaking}
    return Profile(
        report=reading.report.id,
        day=None if doubtful else meeting.date,
        place=plain_place(meeting.place),
        kind=meeting.kind_of,
        published=reading.report.published_on,
        persons=frozenset(name for name in persons if name and "-" in name),
        pledges=frozenset((collective(each.actor), each.measure) for each in reading.commitments),
        recipients=frozenset(each.recipient for each in reading.commitments if each.recipient),
        actors=frozenset(collective(each) for each in actors),
        topics=frozenset((each.actor, each.topic) for each in reading.positions),
        circles=frozenset(circles),
        modes=frozenset((each.person, each.mode) for each in reading.attendance if each.person),
    )


def plain_place(place: str | None) -> str | None:
    """A place's name without case and accents, for comparing."""
    if place is None:
        return None
    letters = unicodedata.normalize("NFKD", place.strip().casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def likeness(one: Profile, other: Profile) -> tuple[float, tuple[str, ...]]:
    """Points for two reports being about one meeting, with the reasons; below zero if they cannot be."""
    parts = [_days(one, other), _places(one, other), _kinds(one, other), *_contents(one, other)]
    return sum(points for points, _ in parts), tuple(reason for points, reason in parts if points > 0)


def _days(one: Profile, other: Profile) -> tuple[float, str]:
    if one.day is None or other.day is None:
        if one.published is None or other.published is None:
            return 0.0, ""
        apart = _apart(one.published, other.published)
        return (1.0, "published in the same days") if apart <= NEAR_PUBLICATION else (-3.0, "")
    if one.day == other.day:
        return 3.0, f"both on {one.day}"
    if len(one.day) != len(other.day) or _apart(one.day, other.day) > NEAR_DAYS:
        return -20.0, ""
    return 1.0, f"{one.day} and {other.day} are near"


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _places(one: Profile, other: Profile) -> tuple[float, str]:
    if one.place is None or other.place is None:
        return 0.0, ""
    return (3.0, f"both in {one.place.title()}") if one.place == other.place else (-2.0, "")


def _kinds(one: Profile, other: Profile) -> tuple[float, str]:
    if (one.kind is MeetingKind.CALL) != (other.kind is MeetingKind.CALL):
        return -4.0, ""
    if MeetingKind.OTHER in {one.kind, other.kind}:
        return 0.0, ""
    return (0.5, f"both a {one.kind}") if one.kind is other.kind else (-0.5, "")


def _contents(one: Profile, other: Profile) -> list[tuple[float, str]]:
    persons, pledges = one.persons & other.persons, one.pledges & other.pledges
    recipients, topics = one.recipients & other.recipients, one.topics & other.topics
    actors, circles = one.actors & other.actors, one.circles & other.circles
    found = [
        (_manners(one, other), "came in the same way"),
        (2.0 * bool(circles), "a meeting of " + ", ".join(sorted(circles))),
        (min(3.0, float(len(persons))), "same persons: " + ", ".join(sorted(persons))),
        (min(4.0, len(pledges) / 2), f"{len(pledges)} contributions in both"),
        (min(1.0, len(topics) / 2), "same positions"),
        (min(1.0, len(actors) / 4), "same actors"),
        (0.5 * bool(recipients), "same recipient: " + ", ".join(sorted(recipients))),
    ]
    if one.recipients and other.recipients and not recipients:
        found.append((-3.0, ""))
    return found


def _manners(one: Profile, other: Profile) -> float:
    """Half a point for each person who came in the same way, the same off for each who did not; at most 1.5."""
    mine, theirs = dict(sorted(one.modes)), dict(sorted(other.modes))
    agreed = [0.5 if mine[person] == theirs[person] else -0.5 for person in mine if person in theirs]
    return max(-1.5, min(1.5, sum(agreed)))


def find_stories(
    readings: Iterable[Reading],
    *,
    events: bool = True,
    doubtful: frozenset[str] = frozenset(),
    mentions: Iterable[Mention] = (),
) -> tuple[Story, ...]:
    """Group reports by the meeting that they are mainly about; a report is in at most one story, also alone.

    Reports without a meeting are in none (unless an input file names their event). ``events``: trust the `event` of
    input files. ``doubtful``: ids of reports whose stated day known facts rule out; it is then not used for matching.
    ``mentions``: whose meeting it is, where they name a circle.
    """
    readings = in_order(readings)
    named: dict[str, list[Reading]] = defaultdict(list)
    rest = []
    for reading in readings:
        event = reading.report.event if events else None
        if event:
            named[event].append(reading)
        else:
            rest.append(reading)
    stories = [_named(event, group) for event, group in named.items()]
    circles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.person is None and mention.meeting == 0:
            circles[mention.report].add(mention.actor)
    profiles = (profile_of(each, doubtful=each.report.id in doubtful, circles=circles[each.report.id]) for each in rest)
    stories.extend(_matched([profile for profile in profiles if profile]))
    return tuple(sorted(stories, key=lambda story: story.id))


def _named(event: str, group: Sequence[Reading]) -> Story:
    members = {
        each.report.id: Membership(each.report.id, 0 if each.meetings else None, f"the input names the event {event}")
        for each in group
    }
    return Story(digest(f"event\n{event}")[:16], tuple(members[name] for name in sorted(members)), event)


def _matched(profiles: Sequence[Profile]) -> list[Story]:
    clusters: list[list[Profile]] = []
    ordered = sorted(profiles, key=lambda each: (not each.dated, each.day or "", each.published or "9999", each.report))
    open_ones = []
    for profile in ordered:
        if not profile.dated:
            open_ones.append(profile)
        elif (best := _best(profile, clusters)) is not None:
            best.append(profile)
        else:
            clusters.append([profile])
    dated = [tuple(cluster) for cluster in clusters]
    for profile in open_ones:
        best = _best(profile, clusters, measured=dated, margin=CLEARLY)
        if best is not None:
            best.append(profile)
        else:
            clusters.append([profile])
            dated.append((profile,))
    return [_story(cluster) for cluster in clusters]


def _best(
    profile: Profile,
    clusters: Sequence[list[Profile]],
    *,
    measured: Sequence[Sequence[Profile]] | None = None,
    margin: float = 0.0,
) -> list[Profile] | None:
    """The cluster whose members fit best on average, if that is enough and none of them rules the report out.

    ``margin``: how much better it has to fit than the next; else the report is left alone rather than guessed at.
    """
    found = []
    for cluster, against in zip(clusters, measured or clusters, strict=True):
        points = [likeness(profile, member)[0] for member in against]
        if min(points) > 0 and (mean := sum(points) / len(points)) >= ENOUGH:
            found.append((-mean, min(member.report for member in against), cluster))
    found.sort(key=lambda each: each[:2])
    if not found or (len(found) > 1 and found[1][0] - found[0][0] < margin):
        return None
    return found[0][2]


def _story(cluster: Sequence[Profile]) -> Story:
    members = []
    for profile in sorted(cluster, key=lambda each: each.report):
        others = [likeness(profile, other) for other in cluster if other.report != profile.report]
        score, reasons = max(others, default=(0.0, ("the only report of the meeting",)))
        members.append(Membership(profile.report, 0, "; ".join(reasons), score))
    return Story(digest("story\n" + "\n".join(member.report for member in members))[:16], tuple(members))
