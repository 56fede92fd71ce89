"""Last step: the meetings and conflicts of dirty stories, their lines, and how many conflicts each entry has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, literal_column, select

from zusage.ledger import derived
from zusage.model.ledger import Story
from zusage.reconcile.affiliation import Affiliations
from zusage.workflow.derive.alone import Loaded, Outside, Packed, people_in
from zusage.workflow.derive.entering import Pledges
from zusage.workflow.derive.grouping import stories_with_members
from zusage.workflow.derive.naming import affiliations
from zusage.workflow.derive.registering import load
from zusage.workflow.derive.telling import Stories, StoryRows, tell, tell_shared
from zusage.workflow.derive.work import TOGETHER, Work, batches

reports = derived.reports


def contest(work: Work, *, chores: Iterable[object] = ()) -> None:
    """Make what hangs on dirty stories anew, then count the conflicts of all entries that are concerned.

    ``chores`` are as for `Crew.share`.
    """
    if work.anew:
        for made in work.crew.share(tell_shared, _tasks(work), chores=chores):
            _write(work, made)
    else:
        _forget(work, sorted(work.stories - {""}))
        for stories in _load(work):
            read = stories.read()
            people = people_in([claim for each in read for claim in each.claims])
            _write(work, tell(stories, read, affiliations(work, people), work.outside))
    for edition in work.editions:
        _count(edition)


def _tasks(work: Work) -> Iterator[tuple[Stories, Affiliations, Outside]]:
    """Yield what all stories are made of, each part with all that it takes."""
    acting = affiliations(work, {name for people in work.people.values() for name in people})
    for stories in _load(work):
        people = {name for report in stories.loaded for name in work.people[report]}
        yield stories, {name: acting[name] for name in people if name in acting}, work.outside


def _load(work: Work) -> Iterator[Stories]:
    """Yield dirty stories, some at a time."""
    decisions = Pledges(work).decisions
    for batch in batches(_in_order(work)):
        for told in _together(stories_with_members(work, batch).values()):
            names = [name for story in told for name in story.reports]
            found = _find(work, names)
            roots = dict(map(tuple, work.rows(select(reports.c.report, reports.c.root), reports.c.report, names)))
            yield Stories(told, {each.report: each for each in found}, roots, decisions)


def _find(work: Work, names: Sequence[str]) -> list[Loaded | Packed]:
    """Find reports where they are kept, and load the others."""
    kept = work.spool.find(names) if work.spool else []
    left = sorted(set(names) - {each.report for each in kept})
    return [*kept, *(each for part in batches(left) for each in load(work, part))]


def _in_order(work: Work) -> Sequence[str]:
    """Dirty stories; where all is made anew as their reports came, so that what is read together lies together."""
    if not work.anew:
        return sorted(work.stories - {""})
    first = (
        select(reports.c.story)
        .where(reports.c.story != "")
        .group_by(reports.c.story)
        .order_by(func.min(reports.c.arrival))
    )
    return work.connection.scalars(first).all()


def _forget(work: Work, stories: Sequence[str]) -> None:
    """Take away what hung on some stories."""
    work.delete(derived.stories, derived.stories.c.story, stories)
    for edition in work.editions:
        tables = edition.tables
        old = work.scalars(tables.conflicts.c.conflict, tables.conflicts.c.story, stories)
        edition.quoted |= work.scalars(tables.cited.c.statement, tables.cited.c.conflict, old)
        work.delete(tables.cited, tables.cited.c.conflict, old)
        for table in (tables.meetings, tables.conflicts):
            work.delete(table, table.c.story, stories)


def _together(stories: Iterable[Story]) -> Iterator[list[Story]]:
    """Yield stories, so many at a time that their reports fit into one query."""
    gathered: list[Story] = []
    count = 0
    for story in stories:
        if gathered and count + len(story.reports) > TOGETHER:
            yield gathered
            gathered, count = [], 0
        gathered.append(story)
        count += len(story.reports)
    if gathered:
        yield gathered


def _write(work: Work, made: tuple[StoryRows, StoryRows]) -> None:
    for edition, rows in zip(work.editions, made, strict=True):
        tables = edition.tables
        work.insert(derived.stories, rows.stories)
        work.insert(tables.meetings, rows.meetings)
        work.insert(tables.conflicts, rows.conflicts)
        work.insert_values(tables.cited, ("statement", "conflict"), rows.cited)
        edition.quoted.update(name for name, _ in rows.cited)


def _count(work: Work) -> None:
    """Count the conflicts of entries that were made anew or that conflicts have begun or ceased to quote.

    Nothing is put behind columns of statements so that SQLite goes through these as they lie, if it goes through all; by its
    indexes it would fetch them one by one.
    """
    claims, cited, entries = work.tables.claims, work.tables.cited, work.tables.entries
    nothing: ColumnElement[Any] = literal_column("''")
    entry: ColumnElement[Any] = claims.c.entry.concat(nothing)
    query = (
        select(entry, func.count(cited.c.conflict.distinct()))
        .join_from(claims, cited, cited.c.statement == claims.c.statement.concat(nothing))
        .where(entry.is_not(None))
        .group_by(entry)
    )
    counts: Counter[str] = Counter()
    if work.anew:
        counts.update(dict(map(tuple, work.connection.execute(query))))
        concerned = set(counts)
    else:
        concerned = work.entries | (work.scalars(claims.c.entry, claims.c.statement, work.quoted) - {None})
        if work.is_whole:
            work.memory.note_entries(work, concerned)
        counts.update(dict(map(tuple, work.rows(query, claims.c.entry, sorted(concerned)))))
    work.update_values(entries, ("conflicts",), "entry", [(counts[name], name) for name in sorted(concerned)])
