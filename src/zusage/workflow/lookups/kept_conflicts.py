"""Conflicts, meetings and counts looked up in derived rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, case, func, select

from zusage.ledger import derived
from zusage.ledger.payload import read_json, read_payload
from zusage.ledger.tables import judgements, statements
from zusage.ledger.times import Times
from zusage.model.ledger import BoundedMeeting, Conflict, Severity, Status
from zusage.model.statement import Attendance
from zusage.workflow.derive.telling import RANKS
from zusage.workflow.derive.work import Work
from zusage.workflow.lookups.found import ConflictCount, ConflictInFull, Counts, Listed, MeetingInFull
from zusage.workflow.lookups.kept_reports import report_lines
from zusage.workflow.lookups.naming import begins, one_row
from zusage.workflow.lookups.wanted import ConflictFilter, Page


def read_conflict(row: Row[Any]) -> Conflict:
    """Return a conflict as it was kept."""
    return read_payload(Conflict, read_json(row.payload), "")


def list_conflicts(work: Work, wanted: ConflictFilter, page: Page) -> Listed[ConflictInFull]:
    """Return the conflicts that fit, the severest first."""
    found = list_plain_conflicts(work, wanted, page)
    return Listed(in_full(work, found.items), found.total)


def list_plain_conflicts(work: Work, wanted: ConflictFilter, page: Page) -> Listed[Conflict]:
    """Return the same without what they quote."""
    conflicts, where = work.tables.conflicts, _conditions(work, wanted)
    query = select(conflicts.c.conflict).where(and_(True, *where)).order_by(*_severest_first(conflicts))
    if where:
        names = work.connection.scalars(query).all()  # finding out whether each fits is all the work
        total, names = len(names), page.of(names)
    else:
        total = work.connection.scalar(select(func.count()).select_from(conflicts)) or 0
        names = work.connection.scalars(query.offset(page.start or None).limit(page.size)).all()  # an index has that
    return Listed(_by_names(work, names), total)


def conflict_times(work: Work, wanted: ConflictFilter, page: Page) -> dict[str, Times]:
    """Return for each conflict that fits, the severest first, since when it has been one, and when that was last judged.

    Both are of the statements that it quotes; for one that quotes none they are empty.
    """
    conflicts, cited = work.tables.conflicts, work.tables.cited
    query = (
        select(conflicts.c.conflict).where(and_(True, *_conditions(work, wanted))).order_by(*_severest_first(conflicts))
    )
    names = work.connection.scalars(query.offset(page.start or None).limit(page.size)).all()
    recorded, judged = statements.c.recorded_at, judgements.c.recorded_at
    query = (
        select(cited.c.conflict, func.max(recorded).label("first"), func.max(judged).label("judged"))
        .join(statements, statements.c.id == cited.c.statement)
        .outerjoin(judgements, judgements.c.target == cited.c.statement)
        .group_by(cited.c.conflict)
    )
    rows = work.rows(query, cited.c.conflict, names)
    found = {row.conflict: Times(row.first, max(row.first, row.judged or "")) for row in rows}
    return {name: found.get(name, Times("", "")) for name in names}


def tally_conflicts(work: Work, wanted: ConflictFilter) -> tuple[ConflictCount, ...]:
    """Count the conflicts that fit by what they are on, how severe they are, and the month of their story."""
    conflicts = work.tables.conflicts
    month = func.substr(func.coalesce(derived.stories.c.first_day, ""), 1, 7).label("month")
    of_story = conflicts.outerjoin(derived.stories, derived.stories.c.story == conflicts.c.story)
    columns = (conflicts.c.slot, conflicts.c.severity, month)
    query = (
        select(*columns, func.count().label("count"))
        .select_from(of_story)
        .where(and_(True, *_conditions(work, wanted)))
    )
    rows = work.connection.execute(query.group_by(*columns)).all()
    severities = {rank: severity for severity, rank in RANKS.items()}
    return tuple(sorted(ConflictCount(slot, severities[rank], month, n) for slot, rank, month, n in rows))


def full_conflicts(work: Work, names: Sequence[str]) -> tuple[ConflictInFull, ...]:
    """Return conflicts, given by their whole ids."""
    return in_full(work, _by_names(work, names))


def _by_names(work: Work, names: Sequence[str]) -> tuple[Conflict, ...]:
    conflicts = work.tables.conflicts
    query = select(conflicts.c.conflict, conflicts.c.payload)
    rows = {row.conflict: row for row in work.rows(query, conflicts.c.conflict, names)}
    return tuple(read_conflict(rows[name]) for name in names)


def _conditions(work: Work, wanted: ConflictFilter) -> list[ColumnElement[bool]]:
    conflicts = work.tables.conflicts
    where: list[ColumnElement[bool]] = []
    if wanted.slot is not None:
        where.append(conflicts.c.slot == wanted.slot)
    if wanted.severity is not None:
        where.append(conflicts.c.severity == RANKS[wanted.severity])
    if wanted.story is not None:
        where.append(conflicts.c.story == wanted.story)
    if wanted.actor is not None:
        # the subject names the actors, and an index has it; the names that only contain this one are left out below
        where.append(conflicts.c.subject.contains(wanted.actor, autoescape=True))
        where.append(conflicts.c.actors.contains(f"|{wanted.actor}|", autoescape=True))
    if wanted.entry is not None:
        where.append(conflicts.c.conflict.in_(_quoting(work, wanted.entry)))
    return where


def _severest_first(conflicts: Table) -> list[ColumnElement[Any]]:
    columns = conflicts.c
    return [columns.severity.desc(), columns.story, columns.slot, columns.subject, columns.conflict]


def _quoting(work: Work, entry: str) -> Any:
    """The conflicts that quote statements of an entry."""
    cited, claims = work.tables.cited, work.tables.claims
    return select(cited.c.conflict).join(claims, claims.c.statement == cited.c.statement).where(claims.c.entry == entry)


def conflicts_quoting(work: Work, statements: Iterable[str]) -> tuple[Conflict, ...]:
    """Return the conflicts that quote any of some statements."""
    conflicts, cited = work.tables.conflicts, work.tables.cited
    names = work.scalars(cited.c.conflict, cited.c.statement, sorted(statements))
    found = [read_conflict(row) for row in work.rows(select(conflicts), conflicts.c.conflict, sorted(names))]
    return tuple(sorted(found, key=lambda each: (each.story or "", each.slot, each.subject, each.id)))


def conflicts_of_story(work: Work, story: str) -> tuple[Conflict, ...]:
    """Return the conflicts between the reports of a story."""
    conflicts = work.tables.conflicts
    query = select(conflicts).where(conflicts.c.story == story).order_by(*_severest_first(conflicts)[1:])
    return tuple(read_conflict(row) for row in work.connection.execute(query))


def one_conflict(work: Work, name: str) -> ConflictInFull:
    """Return the conflict with this id or beginning of one.

    Raises:
        MissingError: there is none, or more than one.
    """
    conflicts = work.tables.conflicts
    query = select(conflicts).where(begins(conflicts.c.conflict, name))
    row = one_row(work, query, "conflict", name, "zusage conflicts shows them")
    return in_full(work, [read_conflict(row)])[0]


def in_full(work: Work, found: Sequence[Conflict]) -> tuple[ConflictInFull, ...]:
    """Return conflicts with the reports and entries that they quote."""
    lines = report_lines(work, {name for each in found for name in each.reports})
    named = {cite.statement for each in found for side in each.sides for cite in side.citations if cite.statement}
    claims = work.tables.claims
    columns = (claims.c.statement, claims.c.entry, claims.c.status)
    quoted = {row.statement: row for row in work.rows(select(*columns), claims.c.statement, sorted(named))}
    events = _events(work, {each.story for each in found if each.story})
    made = []
    for each in found:
        own = [quoted[cite.statement] for side in each.sides for cite in side.citations if cite.statement in quoted]
        reports = {name: lines[name] for name in each.reports if name in lines}
        homes = tuple(sorted({row.entry for row in own if row.entry}))
        reviewed = bool(own) and all(row.status != Status.READ for row in own)
        made.append(ConflictInFull(each, events.get(each.story or ""), reports, homes, reviewed))
    return tuple(made)


def _events(work: Work, stories: Iterable[str]) -> dict[str, str]:
    table = derived.stories
    rows = work.rows(select(table.c.story, table.c.event), table.c.story, sorted(stories))
    return {row.story: row.event for row in rows if row.event}


# --- Meetings ---


def list_meetings(work: Work, page: Page) -> Listed[MeetingInFull]:
    """Return the meetings, each with the days on which it can have been and who came how."""
    meetings = work.tables.meetings
    total = work.connection.scalar(select(func.count()).select_from(meetings)) or 0
    query = select(meetings).order_by(meetings.c.story).offset(page.start or None).limit(page.size)
    return Listed(_meetings(work, work.connection.execute(query).all()), total)


def _meetings(work: Work, rows: Sequence[Row[Any]]) -> tuple[MeetingInFull, ...]:
    bounded = {row.story: read_payload(BoundedMeeting, read_json(row.payload), "") for row in rows}
    attended = {
        row.story: [(report, read_payload(Attendance, said, "")) for report, said in read_json(row.attendance)]
        for row in rows
    }
    cited_in = {
        story: {words.report for bound in each.bounds for words in bound.citations}
        | {words.report for stated in each.stated for words in stated.citations}
        for story, each in bounded.items()
    }
    names = {name for found in cited_in.values() for name in found}
    lines = report_lines(work, names | {report for found in attended.values() for report, _ in found})
    events = _events(work, bounded)
    return tuple(
        MeetingInFull(
            each,
            events.get(story),
            tuple((lines[report], said) for report, said in attended[story]),
            {name: lines[name] for name in sorted(cited_in[story])},
        )
        for story, each in bounded.items()
    )


# --- Counts ---


def count_all(work: Work, as_of: str | None) -> Counts:
    """Return how much there is of everything."""
    entries, unsure = entries_then(work, as_of)
    conflicts, claims = work.tables.conflicts, work.tables.claims
    statements, unreviewed = _totals(work, claims, claims.c.status == str(Status.READ))
    looks = select(func.count()).select_from(derived.claims).where(derived.claims.c.look.is_not(None))
    reports, synthetic = _totals(work, derived.reports, derived.reports.c.synthetic.is_(True))
    by_rank = dict(
        tuple(row)
        for row in work.connection.execute(select(conflicts.c.severity, func.count()).group_by(conflicts.c.severity))
    )
    return Counts(
        reports=reports,
        statements=statements,
        entries=entries,
        unsure=unsure,
        conflicts=sum(by_rank.values()),
        meetings=_totals(work, work.tables.meetings)[0],
        stories=_totals(work, derived.stories)[0],
        unreviewed=unreviewed,
        looks=work.connection.scalar(looks) or 0,
        synthetic=synthetic,
        conflicts_by_severity={
            str(each): by_rank.get(RANKS[each], 0) for each in (Severity.HIGH, Severity.MEDIUM, Severity.LOW)
        },
    )


def entries_then(work: Work, as_of: str | None) -> tuple[int, int]:
    """Return of how many entries there are statements that count, and of how many only unsure ones."""
    table = work.tables.entries if as_of is None else work.tables.versions
    then = [] if as_of is None else [table.c.since <= as_of, table.c.until > as_of]
    total, unsure = _totals(work, table, table.c.unsure.is_(True), where=then)
    return total - unsure, unsure


def _totals(
    work: Work, table: Table, *fitting: ColumnElement[bool], where: Sequence[ColumnElement[bool]] = ()
) -> tuple[int, ...]:
    """Count the rows of a table, and those that fit each of some conditions, in one look at all of them."""
    parts = [func.coalesce(func.sum(case((each, 1), else_=0)), 0) for each in fitting]
    row = work.connection.execute(select(func.count(), *parts).select_from(table).where(and_(True, *where))).one()
    return tuple(int(each) for each in row)
