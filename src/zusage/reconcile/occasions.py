"""Which statements are about the same occasion, so that a difference is a contradiction and not a change over time.

Reports of one meeting tell what was said there, unless they give another day, or tell what the actor has said itself
since. Uses `zusage.model`.

Source: docs/methodology.md, "Change or contradiction".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from zusage.model.ledger import Authorship, Story
from zusage.model.records import record
from zusage.model.values import Voice
from zusage.reconcile.affiliation import collective
from zusage.reconcile.claims import Claim, attendance_of, commitments_of, meetings_of
from zusage.reconcile.firmness import Saying, crosses_line

Point = tuple[str, str, str | None]
"""Actor (a collective by its one name), measure, recipient: what statements have to share to be compared."""


@record(frozen=True, slots=True)
class Occasion:
    """What is known of the story's event: the days that reports give for its meeting, and who came, report by report."""

    days: frozenset[str]
    present: Mapping[str, frozenset[str]]

    @property
    def last(self) -> str:
        """The last of the stated days, empty if no report gives one."""
        return max(self.days, default="")


def occasion_of(claims: Sequence[Claim], story: Story) -> Occasion:
    """Gather the days and persons of a story's meeting from its claims."""
    days = {
        meeting.date
        for claim, meeting in meetings_of(claims)
        if claim.index == 0 and meeting.date and claim.report.id in story.at_meeting
    }
    if not story.at_meeting:
        days = _days_said(claims)
    present: dict[str, set[str]] = defaultdict(set)
    for claim, attendance in attendance_of(claims):
        if attendance.person:
            present[claim.report.id].add(attendance.person)
    return Occasion(frozenset(days), {report: frozenset(persons) for report, persons in present.items()})


def _days_said(claims: Sequence[Claim]) -> set[str]:
    """The days of an event without a meeting: those on which several reports have something said, else the first one.

    "Riga gives generators" on Monday in two reports, "Riga gives none" on Tuesday in a third: the event is Monday's.
    """
    reports: dict[str, set[str]] = defaultdict(set)
    for claim, commitment in commitments_of(claims):
        if commitment.said_on:
            reports[commitment.said_on].add(claim.report.id)
    several = {day for day, told in reports.items() if len(told) > 1}
    return several or set(sorted(reports)[:1])


def is_of(saying: Saying, occasion: Occasion) -> bool:
    """Say whether a statement belongs to the meeting: said there or then, or told of it without another day."""
    said = saying.commitment.said_on
    if said is not None:
        return saying.at_meeting or said in occasion.days or not occasion.days
    return not is_later(saying, occasion)


def is_later(saying: Saying, occasion: Occasion) -> bool:
    """Say whether an actor's own statement without a day is newer than the meeting.

    It is if the report came out after the meeting and does not have the speaker there: "Iceland can spare a cutter,
    its coast guard confirms" two days after the conference. What a report tells in its own voice ("Iceland will send a
    cutter") is no newer word of anybody.
    """
    commitment, report = saying.commitment, saying.claim.report
    if commitment.voice is Voice.OWN:
        return False
    if saying.authorship is not Authorship.OWN or commitment.speaker is None or commitment.said_on is not None:
        return False
    if not occasion.last or not report.published_on or report.published_on <= occasion.last:
        return False
    return commitment.speaker not in occasion.present.get(report.id, frozenset())


def by_point(sayings: Iterable[Saying]) -> Mapping[Point, Sequence[Saying]]:
    """Group statements by what they are about; one without a recipient goes with those that have the only one."""
    sayings = list(sayings)
    recipients: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in sayings:
        if each.commitment.recipient:
            recipients[collective(each.commitment.actor), each.commitment.measure].add(each.commitment.recipient)
    points: dict[Point, list[Saying]] = defaultdict(list)
    for each in sayings:
        actor, measure = collective(each.commitment.actor), each.commitment.measure
        lone = next(iter(recipients[actor, measure])) if len(recipients[actor, measure]) == 1 else None
        points[actor, measure, each.commitment.recipient or lone].append(each)
    return dict(sorted(points.items(), key=lambda item: (item[0][0], item[0][1], item[0][2] or "")))


def of_one_occasion(sayings: Sequence[Saying], occasion: Occasion) -> list[Saying]:
    """Keep the statements of the meeting, without those that may only repeat a newer one of the actor itself."""
    kept = [each for each in sayings if is_of(each, occasion)]
    newer = [each for each in sayings if is_later(each, occasion)]
    return [each for each in kept if not any(_repeats(each, later) for later in newer)]


def _repeats(saying: Saying, later: Saying) -> bool:
    published, since = saying.claim.report.published_on, later.claim.report.published_on
    if saying.commitment.said_on is not None or published is None or since is None or published < since:
        return False
    return not crosses_line(saying.commitment.firmness, later.commitment.firmness)


def by_report(sayings: Iterable[Saying]) -> Mapping[str, Sequence[Saying]]:
    """Group statements by report, in order."""
    found: dict[str, list[Saying]] = defaultdict(list)
    for each in sayings:
        found[each.claim.report.id].append(each)
    return dict(sorted(found.items()))
