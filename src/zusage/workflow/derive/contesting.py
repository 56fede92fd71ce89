"""Last step: the meetings and conflicts of dirty stories, their lines, and how many conflicts each entry has."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, func, select, update

from zusage.ledger import derived
from zusage.ledger.payload import write_payload
from zusage.model.ledger import Conflict, Family, Severity, Story
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Position
from zusage.reconcile import (
    Carried,
    Grounds,
    attendance_at,
    bound_meetings,
    find_conflicts,
    find_mentions,
    judged_claims,
)
from zusage.workflow.derive.entering import Pledges, barred
from zusage.workflow.derive.grouping import stories_with_members
from zusage.workflow.derive.naming import affiliations
from zusage.workflow.derive.registering import load_readings
from zusage.workflow.derive.work import Work, batches

RANKS = {Severity.HIGH: 3, Severity.MEDIUM: 2, Severity.LOW: 1}

_TABLES = (derived.stories, derived.meetings, derived.conflicts)


def contest(work: Work) -> None:
    """Make what hangs on dirty stories anew, then count the conflicts of all entries that are concerned."""
    stories = sorted(work.stories - {""})
    old = work.scalars(derived.conflicts.c.conflict, derived.conflicts.c.story, stories)
    cited = derived.cited
    work.quoted |= work.scalars(cited.c.statement, cited.c.conflict, old)
    work.delete(cited, cited.c.conflict, old)
    for table in _TABLES:
        work.delete(table, table.c.story, stories)
    decisions = Pledges(work).decisions
    for batch in batches(stories):
        for each in stories_with_members(work, batch).values():
            _write(work, each, lay_story(work, each, decisions))
    _count(work)


def lay_story(work: Work, story: Story, decisions: Any) -> tuple[Grounds, list[Reading]]:
    """Lay the grounds of one story alone: all that its meeting and its conflicts hang on."""
    loaded = [each for batch in batches(story.reports) for each in load_readings(work, batch)]
    readings = [reading for reading, _ in loaded]
    claims = judged_claims(readings, carried=_joined([carried for _, carried in loaded]))
    people = {
        name
        for claim in claims
        if isinstance(claim.statement, Commitment | Position)
        for name in (claim.statement.speaker,)
        if name
    }
    attending = (claim.statement.person for claim in claims if isinstance(claim.statement, Attendance))
    people.update(filter(None, attending))
    grounds = Grounds(
        claims=claims,
        stories=(story,),
        families=tuple(_families(work, story)),
        affiliations=affiliations(work, people),
        known=work.known,
        mentions=find_mentions(readings, work.circles),
        decisions=decisions,
    )
    return grounds, readings


def _joined(carried: Sequence[Carried]) -> Carried:
    return Carried(
        judgements=tuple({each.id: each for one in carried for each in one.judgements}.values()),
        kept=tuple(kept for one in carried for kept in one.kept),
        hidden=frozenset(name for one in carried for name in one.hidden),
        looks={name: look for one in carried for name, look in one.looks.items()},
    )


def _families(work: Work, story: Story) -> Iterable[Family]:
    members: dict[str, list[str]] = defaultdict(list)
    reports = derived.reports
    for row in work.rows(select(reports.c.report, reports.c.root), reports.c.report, story.reports):
        members[row.root].append(row.report)
    return [Family(root, tuple(names)) for root, names in members.items()]


def _write(work: Work, story: Story, laid: tuple[Grounds, list[Reading]]) -> None:
    grounds, readings = laid
    by_id = {reading.report.id: reading.report for reading in readings}
    work.insert(derived.stories, [_story_row(story, by_id, len(grounds.families))])
    meetings = bound_meetings(grounds)
    attended = [
        [report.id, json.loads(write_payload(said, ""))] for report, said in attendance_at(story, grounds.counting)
    ]
    written = json.dumps(attended, ensure_ascii=False)
    rows = [{"story": each.story, "payload": write_payload(each, ""), "attendance": written} for each in meetings]
    work.insert(derived.meetings, rows)
    found = find_conflicts(grounds, bounded=meetings)
    work.insert(derived.conflicts, [_conflict_row(each, story.id) for each in found])
    pairs = {(cited.statement, each.id) for each in found for side in each.sides for cited in side.citations}
    quoted = sorted((name, conflict) for name, conflict in pairs if name)
    work.insert(derived.cited, [{"statement": name, "conflict": conflict} for name, conflict in quoted])
    work.quoted.update(name for name, _ in quoted)


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
    rows = [{"e": name, "n": counts[name]} for name in sorted(concerned)]
    if rows:
        change = update(entries).where(entries.c.entry == bindparam("e")).values(conflicts=bindparam("n"))
        work.connection.execute(change, rows)
