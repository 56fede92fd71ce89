"""Last step: the meetings and conflicts of dirty stories, their lines, and how many conflicts each entry has."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from zusage.ledger import derived
from zusage.ledger.payload import encode_value, write_payload
from zusage.model.ledger import Conflict, Family, Severity, Story
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Position
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
from zusage.reconcile.decisions import Decisions
from zusage.workflow.derive.entering import Pledges, barred
from zusage.workflow.derive.grouping import stories_with_members
from zusage.workflow.derive.naming import affiliations
from zusage.workflow.derive.registering import load_readings
from zusage.workflow.derive.work import BATCH, Work, batches

RANKS = {Severity.HIGH: 3, Severity.MEDIUM: 2, Severity.LOW: 1}

reports = derived.reports

_TABLES = (derived.stories, derived.meetings, derived.conflicts)


def contest(work: Work) -> None:
    """Make what hangs on dirty stories anew, then count the conflicts of all entries that are concerned."""
    stories = sorted(work.stories - {""})
    if not work.anew:
        _forget(work, stories)
    decisions = Pledges(work).decisions
    for batch in batches(stories):
        for told in _together(stories_with_members(work, batch).values()):
            rows = _Rows()
            for story, laid in _lay(work, told, decisions):
                rows.add(story, laid)
            _write(work, rows)
    _count(work)


def _forget(work: Work, stories: Sequence[str]) -> None:
    """Take away what hung on some stories."""
    old = work.scalars(derived.conflicts.c.conflict, derived.conflicts.c.story, stories)
    cited = derived.cited
    work.quoted |= work.scalars(cited.c.statement, cited.c.conflict, old)
    work.delete(cited, cited.c.conflict, old)
    for table in _TABLES:
        work.delete(table, table.c.story, stories)


def _together(stories: Iterable[Story]) -> Iterator[list[Story]]:
    """Yield stories, so many at a time that their reports fit into one query."""
    gathered: list[Story] = []
    count = 0
    for story in stories:
        if gathered and count + len(story.reports) > BATCH:
            yield gathered
            gathered, count = [], 0
        gathered.append(story)
        count += len(story.reports)
    if gathered:
        yield gathered


Laid = tuple[Grounds, list[Reading]]


def _lay(work: Work, stories: Sequence[Story], decisions: Decisions) -> Iterator[tuple[Story, Laid]]:
    """Lay the grounds of each story alone: all that its meeting and its conflicts hang on."""
    names = [name for story in stories for name in story.reports]
    loaded = {each[0].report.id: each for batch in batches(names) for each in load_readings(work, batch)}
    claims = {story.id: _claims(loaded, story) for story in stories}
    acting = affiliations(work, _people(claim for told in claims.values() for claim in told))
    roots = dict(map(tuple, work.rows(select(reports.c.report, reports.c.root), reports.c.report, names)))
    for story in stories:
        readings = [loaded[name][0] for name in story.reports if name in loaded]
        grounds = Grounds(
            claims=claims[story.id],
            stories=(story,),
            families=tuple(_families(roots, story)),
            affiliations=acting,
            known=work.known,
            mentions=find_mentions(readings, work.circles),
            decisions=decisions,
        )
        yield story, (grounds, readings)


def _claims(loaded: Mapping[str, tuple[Reading, Carried]], story: Story) -> tuple[Claim, ...]:
    inside = [loaded[name] for name in story.reports if name in loaded]
    return judged_claims([reading for reading, _ in inside], carried=_joined([carried for _, carried in inside]))


def _people(claims: Iterable[Claim]) -> set[str]:
    """Those who speak or attend."""
    found: set[str | None] = set()
    for claim in claims:
        said = claim.statement
        if isinstance(said, Commitment | Position):
            found.add(said.speaker)
        elif isinstance(said, Attendance):
            found.add(said.person)
    return {name for name in found if name}


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


@dataclass
class _Rows:
    """Rows that are gathered, so that they can be written at once."""

    stories: list[dict[str, Any]] = field(default_factory=list)
    meetings: list[dict[str, Any]] = field(default_factory=list)
    conflicts: list[dict[str, Any]] = field(default_factory=list)
    cited: list[tuple[str, str]] = field(default_factory=list)

    def add(self, story: Story, laid: Laid) -> None:
        """Make the rows of a story."""
        grounds, readings = laid
        by_id = {reading.report.id: reading.report for reading in readings}
        self.stories.append(_story_row(story, by_id, len(grounds.families)))
        meetings = bound_meetings(grounds)
        if meetings:
            attended = [[report.id, encode_value(said, "")] for report, said in attendance_at(story, grounds.counting)]
            written = json.dumps(attended, ensure_ascii=False, sort_keys=True)
            self.meetings += [
                {"story": each.story, "payload": write_payload(each, ""), "attendance": written} for each in meetings
            ]
        found = find_conflicts(grounds, bounded=meetings)
        self.conflicts += [_conflict_row(each, story.id) for each in found]
        pairs = {(cited.statement, each.id) for each in found for side in each.sides for cited in side.citations}
        self.cited += sorted((name, conflict) for name, conflict in pairs if name)


def _write(work: Work, rows: _Rows) -> None:
    work.insert(derived.stories, rows.stories)
    work.insert(derived.meetings, rows.meetings)
    work.insert(derived.conflicts, rows.conflicts)
    work.insert_values(derived.cited, ("statement", "conflict"), rows.cited)
    work.quoted.update(name for name, _ in rows.cited)


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


def _count(work: Work) -> None:
    """Count the conflicts of entries that were made anew or that conflicts have begun or ceased to quote."""
    claims, cited, entries = derived.claims, derived.cited, derived.entries
    if work.anew:
        quoted = select(claims.c.entry).join(cited, cited.c.statement == claims.c.statement)
        concerned = set(work.connection.scalars(quoted.distinct())) - {None}
    else:
        concerned = work.entries | (work.scalars(claims.c.entry, claims.c.statement, work.quoted) - {None})
    counts: Counter[str] = Counter()
    for batch in batches(sorted(concerned)):
        query = (
            select(claims.c.entry, func.count(cited.c.conflict.distinct()))
            .join(cited, cited.c.statement == claims.c.statement)
            .where(claims.c.entry.in_(batch))
            .group_by(claims.c.entry)
        )
        counts.update(dict(tuple(row) for row in work.connection.execute(query)))
    work.update_values(entries, ("conflicts",), "entry", [(counts[name], name) for name in sorted(concerned)])
