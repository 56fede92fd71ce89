"""Fourth step: the entries of dirty pledges, as they are now and as they were on each day."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from sqlalchemy import Select, select

from zusage.ledger import derived
from zusage.model.ledger import Act
from zusage.reconcile.decisions import Decisions, decided_pairs
from zusage.workflow.derive.alone import subject_of
from zusage.workflow.derive.making import (
    ENTRIES,
    LINES,
    OF_STEP,
    PAST_CHANGES,
    VERSION_LINES,
    VERSIONS,
    EntryRows,
    Gathered,
    Pledged,
    SaidRow,
    ToldRow,
    make_rows,
    may_share,
)
from zusage.workflow.derive.naming import affiliations, apart_in, lone_in
from zusage.workflow.derive.work import Work

reports = derived.reports

_TOLD = tuple(reports.c[name] for name in ToldRow._fields)
_TOGETHER = 100
"""Pledges that are made at once."""


class Pledges:
    """Statements by their pledge, as entries are made of them."""

    def __init__(self, work: Work) -> None:
        """Work within a transaction."""
        self._work = work
        self._number = work.number_of_row(work.tables.claims) if work.anew else None
        self.numbers: deque[dict[str, int]] = deque()
        """Where all is made anew in SQLite: of what was gathered, first things first, the number of each statement's row."""

    @cached_property
    def decisions(self) -> Decisions:
        """What people decided about pledges, by the ids that statements have today."""
        pairing = [each for each in self._work.pairs if each.what in {Act.SAME, Act.DIFFERENT}]
        if not pairing:
            return Decisions()
        named = {name for each in pairing for name in (each.target, *each.others)}
        renamed = derived.renamed
        rows = self._work.rows(select(renamed), renamed.c.earlier, sorted(named))
        new = {row.earlier: row.statement for row in rows}
        return decided_pairs(
            replace(
                each,
                target=new.get(each.target, each.target),
                others=tuple(dict.fromkeys(new.get(other, other) for other in each.others)),
            )
            for each in pairing
        )

    def clusters(self, pledges: Iterable[str]) -> list[frozenset[str]]:
        """Part pledges, and those that people joined with them, into what has to be made together."""
        together = self.decisions.together
        named = {name for pair in together for name in pair}
        claims = self._work.tables.claims
        rows = self._work.rows(select(claims.c.statement, claims.c.pledge), claims.c.statement, sorted(named))
        of = {row.statement: row.pledge for row in rows}
        joined: dict[str, set[str]] = {}
        for one, other in together:
            if one in of and other in of:
                group = joined.get(of[one], {of[one]}) | joined.get(of[other], {of[other]})
                joined.update(dict.fromkeys(group, group))
        return sorted({frozenset(joined.get(pledge, {pledge})) for pledge in pledges}, key=min)

    def gather(self, pledges: Iterable[str], *, until: str | None = None) -> Gathered:
        """Load the statements of some pledges, and what entries are made of beside them.

        ``until``: only what is needed as of a day.
        """
        claims = self._work.tables.claims
        said = select(*(claims.c[name] for name in SaidRow._fields))
        query = said
        if until is not None and not self.decisions.apart:  # else later statements tell which pledge is split off
            query = query.where(claims.c.day <= until)
        rows = self._said(query, sorted(pledges))
        found = list(map(SaidRow._make, rows))
        told = self._work.plain_rows(select(*_TOLD), reports.c.report, sorted({row.report for row in found}))
        acting = affiliations(self._work, {row.speaker for row in found if row.speaker})
        recipients, apart = _given(self._work, found)
        sharing = sorted({row.report for row in found if may_share(row.payload)})
        others = self._work.plain_rows(said.where(claims.c.kind == "commitment"), claims.c.report, sharing)
        return Gathered(rows, list(told), acting, recipients, frozenset(apart), list(others))

    def _said(self, query: Select[Any], pledges: Sequence[str]) -> list[tuple[Any, ...]]:
        """The rows of some pledges' statements; their numbers are kept, by which SQLite finds them again at once."""
        pledge = self._work.tables.claims.c.pledge
        if self._number is None:
            return list(self._work.plain_rows(query, pledge, pledges))
        rows = list(self._work.plain_rows(query.add_columns(self._number), pledge, pledges))
        self.numbers.append({row[0]: row[-1] for row in rows})
        return [row[:-1] for row in rows]


def _given(
    work: Work, rows: Iterable[SaidRow]
) -> tuple[Mapping[tuple[str, str], str | None], set[tuple[str, str, str]]]:
    """The tallies by which some statements have got their keys."""
    subjects = {subject_of(*subject): subject for subject in {(row.actor, row.measure) for row in rows}}
    recipients = {subjects[each]: lone for each, lone in lone_in(work, subjects).items()}
    apart = {(*subjects[each], thing) for each, things in apart_in(work, subjects).items() for thing in things}
    return recipients, apart


def enter(work: Work, *, chores: Iterable[object] = ()) -> None:
    """Make the entries of dirty pledges anew, in both editions; ``chores`` are as for `Crew.share`."""
    left = iter(chores)
    for edition in work.editions:
        _enter(edition, left)


def _enter(work: Work, chores: Iterator[object]) -> None:
    pledges = Pledges(work)
    dirty = work.pledges if work.anew else _spread(work, pledges)
    if work.is_whole and not work.anew:
        work.memory.note_pledges(work, dirty)
    tables = work.tables
    then = (tables.versions, tables.version_lines, tables.past_changes)
    of_pledges = (tables.entries, tables.lines, tables.changes, *then)
    for table in () if work.anew else of_pledges:
        work.delete(table, table.c.pledge, sorted(dirty))
    clusters = sorted(pledges.clusters(dirty), key=partial(_place, work))
    parts = (clusters[at : at + _TOGETHER] for at in range(0, len(clusters), _TOGETHER))
    tasks = (Pledged(part, pledges.gather(set().union(*part)), pledges.decisions, work.places) for part in parts)
    for rows in work.crew.share(make_rows, tasks, chores=chores):
        _write(work, rows)
        _move(work, rows.moved, pledges.numbers.popleft() if pledges.numbers else None)


def _move(work: Work, moved: Sequence[tuple[str | None, str]], numbers: Mapping[str, int] | None) -> None:
    """Write which statements are in which entry; rows whose numbers are known in the order in which they lie."""
    claims = work.tables.claims
    if numbers is None:
        work.update_values(claims, ("entry",), "statement", moved)
    else:
        made = sorted((numbers[statement], entry) for entry, statement in moved)
        work.update_values(claims, ("entry",), "rowid", [(entry, number) for number, entry in made])


def _place(work: Work, cluster: frozenset[str]) -> tuple[str, ...]:
    """What reports tell of together is made together where all is made anew, so that each is looked at seldom."""
    first = min(cluster)
    actor, measure, recipient, thing = work.keys.get(first, ("", "", "", ""))
    return recipient or "", actor, measure, thing or "", first


def _spread(work: Work, pledges: Pledges) -> set[str]:
    """Add to the dirty pledges those that share an entry with them, then and now."""
    claims = work.tables.claims
    found: set[str] = set()
    seen: set[str] = set()
    new, entries = set(work.pledges), set(work.entries)
    while new or entries:
        found |= new
        entries |= work.scalars(claims.c.entry, claims.c.pledge, new) - seen - {None}
        joined = {each for cluster in pledges.clusters(new) for each in cluster}
        new = (work.scalars(claims.c.pledge, claims.c.entry, entries) | joined) - found - {None}
        seen |= entries
        entries = set()
    work.entries |= seen
    return found


def _write(work: Work, rows: EntryRows) -> None:
    tables = work.tables
    work.insert_values(tables.entries, ENTRIES, rows.entries)
    work.insert_values(tables.lines, LINES, rows.lines)
    work.insert_values(tables.changes, OF_STEP, rows.changes)
    work.insert_values(tables.versions, VERSIONS, rows.versions)
    work.insert_values(tables.version_lines, VERSION_LINES, rows.version_lines)
    work.insert_values(tables.past_changes, PAST_CHANGES, rows.past_changes)
    made = [each[0] for each in rows.entries]
    work.entries.update(made)
    work.memory.made.update(made)
