"""What a story comes to by itself: its line, its meeting and its conflicts. Needs no database.

So a rebuild can share it among processes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from zusage.ledger.payload import compact, encode_value, write_payload
from zusage.model.ledger import Conflict, Family, Severity, Story
from zusage.model.report import Reading, Report
from zusage.publish.disclosure import BY_HAND
from zusage.reconcile import (
    Carried,
    Claim,
    Grounds,
    attendance_at,
    bound_meetings,
    find_conflicts,
    find_mentions,
    judged_claims,
)
from zusage.reconcile.affiliation import Affiliations
from zusage.reconcile.decisions import Decisions
from zusage.workflow.derive.alone import Loaded, Outside, Packed
from zusage.workflow.derive.making import barred

RANKS = {Severity.HIGH: 3, Severity.MEDIUM: 2, Severity.LOW: 1}


@dataclass(frozen=True, slots=True)
class Stories:
    """Some stories with the rows of their reports, the root that each of these counts for, and what people decided."""

    told: Sequence[Story]
    loaded: Mapping[str, Loaded | Packed]
    roots: Mapping[str, str]
    decisions: Decisions

    def read(self) -> list[Read]:
        """Make the readings and the claims of each story."""
        loaded = {name: each.open() for name, each in self.loaded.items()}
        made = {name: each.read() for name, each in loaded.items()}
        found = []
        for story in self.told:
            inside = [name for name in story.reports if name in made]
            readings = [made[name] for name in inside]
            carried = _joined([loaded[name].carried for name in inside])
            names = {name: loaded[name].names() for name in inside}
            found.append(Read(story, readings, judged_claims(readings, carried=carried, names=names)))
        return found


@dataclass(frozen=True, slots=True)
class Read:
    """A story with its readings and its claims."""

    story: Story
    readings: list[Reading]
    claims: tuple[Claim, ...]


@dataclass
class StoryRows:
    """Rows of some stories."""

    stories: list[dict[str, Any]] = field(default_factory=list)
    meetings: list[dict[str, Any]] = field(default_factory=list)
    conflicts: list[dict[str, Any]] = field(default_factory=list)
    cited: list[tuple[str, str]] = field(default_factory=list)

    def add(self, read: Read, grounds: Grounds) -> None:
        """Make the rows of a story, whose grounds are laid for it alone."""
        story = read.story
        by_id = {reading.report.id: reading.report for reading in read.readings}
        self.stories.append(_story_row(story, by_id, len(grounds.families)))
        self.contest(story, grounds)

    def contest(self, story: Story, grounds: Grounds) -> None:
        """Make the rows of a story's meeting and of its conflicts."""
        meetings = bound_meetings(grounds)
        if meetings:
            attended = [[report.id, encode_value(said, "")] for report, said in attendance_at(story, grounds.counting)]
            written = compact(attended)
            self.meetings += [
                {"story": each.story, "payload": write_payload(each, ""), "attendance": written} for each in meetings
            ]
        found = find_conflicts(grounds, bounded=meetings)
        self.conflicts += [_conflict_row(each, story.id) for each in found]
        pairs = {(cited.statement, each.id) for each in found for side in each.sides for cited in side.citations}
        self.cited += sorted((name, conflict) for name, conflict in pairs if name)


def tell(stories: Stories, read: Iterable[Read], acting: Affiliations, outside: Outside) -> tuple[StoryRows, StoryRows]:
    """Make the rows of stories; ``acting`` says for whom those act who speak or attend in them.

    The second ones are of what a person stands behind; the stories themselves are the same.
    """
    rows, accepted = StoryRows(), StoryRows()
    for each in read:
        grounds = Grounds(
            claims=each.claims,
            stories=(each.story,),
            families=tuple(_families(stories.roots, each.story)),
            affiliations=acting,
            known=outside.known,
            mentions=find_mentions(each.readings, outside.circles),
            decisions=stories.decisions,
        )
        rows.add(each, grounds)
        own = tuple(claim for claim in each.claims if claim.status in BY_HAND)
        if own:
            accepted.contest(each.story, replace(grounds, claims=own))
    return rows, accepted


def tell_shared(task: tuple[Stories, Affiliations, Outside]) -> tuple[StoryRows, StoryRows]:
    """Make the rows of some stories."""
    stories, acting, outside = task
    return tell(stories, stories.read(), acting, outside)


def _joined(carried: Sequence[Carried]) -> Carried:
    return Carried(
        judgements=tuple({each.id: each for one in carried for each in one.judgements}.values()),
        kept=tuple(kept for one in carried for kept in one.kept),
        hidden=frozenset(name for one in carried for name in one.hidden),
        looks={name: look for one in carried for name, look in one.looks.items()},
    )


def _families(roots: Mapping[str, str], story: Story) -> Iterable[Family]:
    members: dict[str, list[str]] = defaultdict(list)
    for name in story.reports:
        members[roots[name]].append(name)
    return [Family(root, tuple(names)) for root, names in members.items()]


def _story_row(story: Story, reports: Mapping[str, Report], roots: int) -> dict[str, Any]:
    """A story in one line; its title is the headline of its first report, or that report's first words."""
    told = sorted((reports[name] for name in story.reports), key=lambda each: (each.published_on or "9999", each.id))
    days = [each.published_on for each in told if each.published_on]
    events = sorted({each.event for each in told if each.event is not None})
    return {
        "story": story.id,
        "event": events[0] if events else None,
        "title": told[0].title or " ".join(told[0].text.split()[:12]),
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
        "reports": len(told),
        "roots": roots,
        "languages": " ".join(sorted({each.language for each in told})),
        "synthetic": any(each.synthetic for each in told),
    }


def _conflict_row(conflict: Conflict, story: str) -> dict[str, Any]:
    return {
        "conflict": conflict.id,
        "story": story,
        "slot": conflict.slot,
        "severity": RANKS[conflict.severity],
        "subject": conflict.subject,
        "actors": barred(conflict.subject.partition(" ")[0].split(",")),
        "payload": write_payload(conflict, ""),
    }
