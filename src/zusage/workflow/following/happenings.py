"""What happened in a part of a ledger that somebody follows, and when the ledger got to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zusage.ledger.remarks import published_remarks
from zusage.ledger.times import Times, report_times, statement_times
from zusage.model.remarks import Remark
from zusage.publish.feeds.feed import NEVER, name_of
from zusage.workflow.following.topics import Sort, Topic
from zusage.workflow.lookups import (
    EVERYTHING,
    NOTHING,
    ChangeFilter,
    ChangeLine,
    ConflictFilter,
    ConflictInFull,
    EntryFilter,
    EntryInFull,
    Lookups,
    Page,
    StoryInFull,
)
from zusage.workflow.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Happenings:
    """Changes and contradictions, and of an entry or a story also the thing itself; with the times behind them.

    ``remarks`` are those on the entry that moderators let through. ``contradicted``: since when contradictions have been ones
    and when they were last judged, where that was asked for before they were looked up.
    """

    changes: Sequence[ChangeLine] = ()
    conflicts: Sequence[ConflictInFull] = ()
    entry: EntryInFull | None = None
    story: StoryInFull | None = None
    remarks: Sequence[Remark] = ()
    statements: Mapping[str, Times]
    reports: Mapping[str, Times]
    contradicted: Mapping[str, Times] = field(default_factory=dict)

    def times(self, statements: Iterable[str], reports: Iterable[str] = ()) -> tuple[str, str]:
        """Return when the first of some things was recorded, and when one was last recorded or judged.

        Reports count where no statement is known.
        """
        found = self._times(statements, reports)
        return min((each.first for each in found), default=NEVER), max((each.last for each in found), default=NEVER)

    def times_of(self, conflict: ConflictInFull) -> tuple[str, str]:
        """Return since when a contradiction has been one, and when it was last judged."""
        known = self.contradicted.get(conflict.conflict.id)
        if known is not None:
            return known.first, known.last
        named, reports = conflict.statements, conflict.conflict.reports
        return self._completed(named, reports), self.times(named, reports)[1]

    def _completed(self, statements: Iterable[str], reports: Iterable[str] = ()) -> str:
        """Return when the last of some things was first recorded: since then a contradiction has been one."""
        return max((each.first for each in self._times(statements, reports)), default=NEVER)

    def _times(self, statements: Iterable[str], reports: Iterable[str]) -> Sequence[Times]:
        found = [self.statements[each] for each in statements if each in self.statements]
        return found or [self.reports[each] for each in reports if each in self.reports]


def happenings(lookups: Lookups, topic: Topic, *, looked_at: int | None = None, most: int | None = None) -> Happenings:
    """Look up what happened in what a topic is about.

    ``looked_at``: of so many changes and contradictions, the newest and the severest; of the latter only the ``most`` that
    the ledger got or judged last.

    Raises:
        MissingError: the entry or story that the topic names is not in the ledger.
    """
    page = EVERYTHING if looked_at is None else Page(looked_at)
    entry = lookups.entry(topic.name, page=NOTHING) if topic.sort is Sort.ENTRY else None
    story = lookups.story(topic.name) if topic.sort is Sort.STORY else None
    name = entry.entry.id if entry else story.line.id if story else topic.name
    changes = _changes(lookups, topic, name, page)
    times, conflicts = _conflicts(lookups, topic, name, page, most)
    untimed = [each for each in conflicts if each.conflict.id not in times]
    found = _with_times(lookups.workspace, changes, untimed, entry=entry, story=story)
    return replace(found, conflicts=conflicts, contradicted=times)


def _with_times(
    workspace: Workspace,
    changes: Sequence[ChangeLine],
    conflicts: Sequence[ConflictInFull],
    *,
    entry: EntryInFull | None,
    story: StoryInFull | None,
) -> Happenings:
    said = {name for each in changes for name in each.statements}
    said |= {name for each in conflicts for name in each.statements}
    own = [each.id for each in entry.entry.statements] if entry else []
    said |= set(own)
    reports = {each.line.id for each in story.reports} if story else set()
    with workspace.ledger.reading() as connection:
        statements = statement_times(connection, said)
        untold = [each for each in conflicts if statements.keys().isdisjoint(each.statements)]
        arrived = report_times(connection, reports | {name for each in untold for name in each.reports})
        remarks = published_remarks(connection, entry.entry.id, own) if entry else ()
    return Happenings(
        changes=changes,
        conflicts=conflicts,
        entry=entry,
        story=story,
        remarks=remarks,
        statements=statements,
        reports=arrived,
    )


def _changes(lookups: Lookups, topic: Topic, name: str, page: Page) -> Sequence[ChangeLine]:
    match topic.sort:
        case Sort.STORY | Sort.CONFLICTS:
            return ()
        case Sort.ENTRY:
            return lookups.changes(ChangeFilter(entry=name), page=page).items
        case Sort.ACTOR:
            return lookups.changes(ChangeFilter(actors=(topic.name,)), page=page).items
        case Sort.MEASURE:
            return lookups.changes(ChangeFilter(measures=(topic.name,)), page=page).items
    wanted = topic.entry_filter()
    narrowed = ChangeFilter() if wanted == EntryFilter() else ChangeFilter(of=wanted)
    return lookups.changes(narrowed, page=page).items


def _conflicts(
    lookups: Lookups, topic: Topic, name: str, page: Page, most: int | None
) -> tuple[Mapping[str, Times], Sequence[ConflictInFull]]:
    """The contradictions, and the times of those that are known already."""
    wanted = _wanted_conflicts(topic, name)
    if wanted is None:
        return {}, ()
    if most is None:
        return {}, lookups.conflicts(wanted, page=page).items
    times = lookups.conflict_times(wanted, page=page)
    return {name: each for name, each in times.items() if each.first}, lookups.full_conflicts(_latest(times, most))


def _wanted_conflicts(topic: Topic, name: str) -> ConflictFilter | None:
    match topic.sort:
        case Sort.CONFLICTS | Sort.OVERVIEW:
            return ConflictFilter()
        case Sort.ACTOR:
            return ConflictFilter(actor=topic.name)
        case Sort.ENTRY:
            return ConflictFilter(entry=name)
        case Sort.STORY:
            return ConflictFilter(story=name)
        case _:
            return None


def _latest(times: Mapping[str, Times], most: int) -> Sequence[str]:
    """The contradictions whose items are the newest, as `newest` has them; those that quote no statement are all kept."""
    dated = sorted((each for each in times if times[each].first), key=lambda each: name_of("conflict", each))
    dated.sort(key=lambda each: (times[each].last, times[each].first), reverse=True)
    return [*dated[:most], *(each for each in times if not times[each].first)]
