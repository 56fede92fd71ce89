"""What entries and conflicts are built on, worked out once for all reports.

Uses `zusage.model` and everything beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from zusage.model.ledger import BoundedMeeting, Family, Judgement, Membership, Story
from zusage.model.records import record
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance
from zusage.reconcile.affiliation import Affiliations, affiliations_of, authorship
from zusage.reconcile.claims import Carried, Claim, commitments_of, in_order, judged_claims, meetings_of
from zusage.reconcile.copies import find_families, roots_of
from zusage.reconcile.decisions import Decisions, decided_pairs
from zusage.reconcile.firmness import Saying, day_of
from zusage.reconcile.known import Known, Mention
from zusage.reconcile.plausibility import bound_story, has_grounds
from zusage.reconcile.stories import find_stories


@record(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Claims in order, stories, copy families, who acts for whom, and what is known from outside."""

    claims: tuple[Claim, ...]
    stories: tuple[Story, ...]
    families: tuple[Family, ...]
    affiliations: Affiliations
    known: Known
    mentions: tuple[Mention, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    counting: tuple[Claim, ...] = field(init=False, repr=False, compare=False)
    """The claims that may set something."""

    def __post_init__(self) -> None:
        """Find them: everything that is built on these grounds asks for them."""
        counting = tuple(claim for claim in self.claims if claim.counts())
        object.__setattr__(self, "counting", counting)

    @property
    def story_of(self) -> Mapping[str, str]:
        """For each report the id of its story."""
        return {name: story.id for story in self.stories for name in story.reports}


def lay_grounds(
    readings: Iterable[Reading],
    *,
    judgements: Iterable[Judgement] = (),
    known: Known | None = None,
    mentions: Iterable[Mention] = (),
    events: bool = True,
    carried: Carried | None = None,
) -> Grounds:
    """Work out what everything else here is built on; the order of none of the arguments matters.

    One reading per report is expected. ``known``: rows of a dossier (`known_from`); ``mentions``: the words that put
    office-holders and organisations at a report's meeting; ``events``: trust the `event` of input files;
    ``carried``: what people judged in earlier readings (`carry_over`), instead of ``judgements``.
    """
    readings, known = in_order(readings), known or Known()
    judgements = carried.judgements if carried else tuple(judgements)
    placed = tuple(sorted(set(mentions), key=_mention_key))
    claims = judged_claims(readings, judgements, carried=carried)
    counting = [claim for claim in claims if claim.counts()]
    stories = find_stories(
        readings,
        events=events,
        doubtful=_doubtful(counting, known, placed),
        mentions=placed,
        judgements=judgements,
    )
    return Grounds(
        claims=claims,
        stories=stories,
        families=find_families((reading.report for reading in readings), stories),
        affiliations=affiliations_of(counting, known.actors_of()),
        known=known,
        mentions=placed,
        decisions=decided_pairs(judgements),
    )


def _mention_key(each: Mention) -> tuple[str, int, str, str, str, int, int]:
    return each.report, each.meeting, each.actor, each.person or "", each.office or "", each.quote.start, each.quote.end


def _doubtful(claims: Sequence[Claim], known: Known, mentions: Sequence[Mention]) -> frozenset[str]:
    """The reports whose own words rule out the day that they give for their meeting."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report.id].append(claim)
    return frozenset(report for report, own in by_report.items() if is_doubtful(report, own, known, mentions))


def is_doubtful(report: str, claims: Sequence[Claim], known: Known, mentions: Sequence[Mention]) -> bool:
    """Say whether a report's own words, its ``claims`` that count, rule out the day that it gives for its meeting."""
    if not has_grounds(claims, known, mentions):
        return False  # a report's own day of publication does not rule out a day that it tells of as past
    alone = bound_story(Story(report, (Membership(report, 0, ""),)), claims, known, mentions)
    return alone is not None and any(stated.impossible for stated in alone.stated)


def bound_meetings(grounds: Grounds) -> tuple[BoundedMeeting, ...]:
    """For each story with a meeting the days on which it can have been, in the order of the stories."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in grounds.counting:
        by_report[claim.report.id].append(claim)
    return tuple(
        bounded
        for story in grounds.stories
        if (
            bounded := bound_story(
                story,
                [claim for report in story.reports for claim in by_report[report]],
                grounds.known,
                grounds.mentions,
            )
        )
    )


def attendance_at(story: Story, claims: Iterable[Claim]) -> tuple[tuple[Report, Attendance], ...]:
    """Who came how to a story's meeting, by claims that count, with the report that says so."""
    places = {(member.report, member.meeting) for member in story.members}
    found = []
    for claim in claims:
        statement = claim.statement
        if isinstance(statement, Attendance):
            index = statement.meeting if statement.meeting is not None else 0
            if (claim.report.id, index) in places or (claim.report.id, None) in places:
                found.append((claim.report, statement))
    return tuple(found)


def sayings_of(grounds: Grounds, *, counting: bool = False) -> tuple[Saying, ...]:
    """All commitments, or those that count, with who says them, their day, story and root, in order of the reports."""
    stories, roots = grounds.story_of, roots_of(grounds.families)
    days = meeting_days(grounds.claims)
    return tuple(
        Saying(
            claim,
            commitment,
            authorship(commitment, grounds.affiliations),
            day_of(claim, commitment),
            stories.get(claim.report.id),
            roots.get(claim.report.id, claim.report.id),
            commitment.said_on is not None and commitment.said_on == days.get(claim.report.id),
        )
        for claim, commitment in commitments_of(grounds.counting if counting else grounds.claims)
    )


def meeting_days(claims: Iterable[Claim]) -> Mapping[str, str | None]:
    """For each report with a meeting the day that it gives for its main one."""
    return {claim.report.id: meeting.date for claim, meeting in meetings_of(claims) if claim.index == 0}
