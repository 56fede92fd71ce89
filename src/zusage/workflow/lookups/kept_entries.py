"""Entries looked up in derived rows: rows are filtered, ordered and paged; only what a page shows is made in full."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, Select, Table, and_, exists, func, or_, select, true

from zusage.ledger.reasons import Reason, reasons_in_force
from zusage.model.ledger import Entry, EntryStatement, Status
from zusage.model.values import Firmness
from zusage.reconcile import LookReason, judged_claims
from zusage.reconcile.claims import Look
from zusage.reconcile.entries import make_entries
from zusage.workflow.derive.entering import Pledges
from zusage.workflow.derive.registering import load_readings
from zusage.workflow.derive.showing import decode_shown
from zusage.workflow.derive.wordings import decode_step
from zusage.workflow.derive.work import Work, batches
from zusage.workflow.lookups.found import (
    Cell,
    ChangeLine,
    EntryInFull,
    EntryLine,
    Listed,
    Matrix,
    Pledged,
    ReportLine,
    StatementInEntry,
    Step,
)
from zusage.workflow.lookups.kept_conflicts import conflicts_quoting
from zusage.workflow.lookups.kept_reports import report_lines
from zusage.workflow.lookups.lines import entry_line, kept_change, kept_line
from zusage.workflow.lookups.naming import begins, one_row
from zusage.workflow.lookups.wanted import ChangeFilter, EntryFilter, EntryOrder, Page
from zusage.workflow.quoting import around


def list_entries(
    work: Work, wanted: EntryFilter, order: EntryOrder, page: Page, as_of: str | None
) -> Listed[EntryLine]:
    """Return the entries that fit, a page of them in some order."""
    table = _entries(work, as_of)
    where = and_(true(), *conditions(work, table, wanted, as_of))
    columns = [table.c.entry] if as_of is None else list(table.c)  # today's are all in one index
    found = select(*columns).where(where).order_by(*in_order(table, order))
    costly = as_of is not None or (wanted.since is not None and wanted.until is not None)  # no index tells which fit
    rows, total = page_of(work, found, page, together=costly)
    if as_of is None:
        return Listed(kept_lines(work, [row.entry for row in rows]), total)
    return Listed(_lines_then(work, rows, as_of), total)


def _entries(work: Work, as_of: str | None) -> Table:
    """The entries of today, or what they were on all days."""
    return work.tables.entries if as_of is None else work.tables.versions


def _steps(work: Work, as_of: str | None) -> Table:
    return work.tables.changes if as_of is None else work.tables.past_changes


def page_of(work: Work, query: Select[Any], page: Page, *, together: bool) -> tuple[Sequence[Row[Any]], int]:
    """Return a page of a query, and how many rows there are in all.

    ``together``: look at each row once for both, because finding out whether it fits costs more than keeping it; otherwise
    the page ends as soon as it is full, and counting looks at an index.
    """
    asked = query.add_columns(func.count().over().label("total")) if together else query
    rows = work.connection.execute(paged(asked, page)).all()
    if together and rows:
        return rows, rows[0].total
    if _is_last(rows, page):
        return rows, page.start + len(rows)
    counted = query.with_only_columns(func.count(), maintain_column_froms=True).order_by(None)
    return rows, work.connection.scalar(counted) or 0


def _is_last(rows: Sequence[Any], page: Page) -> bool:
    """Say whether a page is the last of its list, so that nothing has to be counted."""
    return (bool(rows) or not page.start) and (page.size is None or len(rows) < page.size)


def paged(query: Select[Any], page: Page) -> Select[Any]:
    """Take a page of a query."""
    return query.offset(page.start or None).limit(page.size)


def conditions(work: Work, table: FromClause, wanted: EntryFilter, as_of: str | None) -> list[ColumnElement[bool]]:
    """What the rows of a table of entries have to be."""
    found: list[ColumnElement[bool]] = [*_in_force(table, as_of), *_named(table, wanted)]
    found.append(table.c.unsure.in_((False, True) if wanted.unsure else (False,)))  # what indexes begin with
    if wanted.firmness is not None:
        found.append(table.c.firmness == wanted.firmness)
    if wanted.condition is not None:
        found.append(table.c.conditions.contains(f"|{wanted.condition}|", autoescape=True))
    if wanted.roots:
        found.append(table.c.roots >= wanted.roots)
    if wanted.reviewed is not None:
        found.append(table.c.reviewed.is_(wanted.reviewed))
    if wanted.contested is not None:
        found.append(_is_contested(work, table) if wanted.contested else ~_is_contested(work, table))
    last = min(filter(None, (wanted.until, as_of)), default=None)
    return [*found, *(_spoken_of(work, table, wanted.since, last) if wanted.since or wanted.until else ())]


def _is_contested(work: Work, table: FromClause) -> ColumnElement[bool]:
    if "conflicts" in table.c:
        return table.c.conflicts > 0
    entries = work.tables.entries
    return table.c.entry.in_(select(entries.c.entry).where(entries.c.conflicts > 0))


def _in_force(table: FromClause, as_of: str | None) -> list[ColumnElement[bool]]:
    return [] if as_of is None else [table.c.since <= as_of, table.c.until > as_of]


def _named(table: FromClause, wanted: EntryFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.actors:
        found.append(table.c.actor.in_(wanted.actors))
    if wanted.measures:
        found.append(table.c.measure.in_(wanted.measures))
    if wanted.recipient is not None:
        found.append(table.c.recipient == wanted.recipient)
    return found


def _spoken_of(work: Work, table: FromClause, since: str | None, last: str | None) -> list[ColumnElement[bool]]:
    """Some statement of the entry was made between two days.

    Where its first or its last statement was, nothing else is looked at; else it has some before, some after, or neither.
    """
    first_day, last_day = _within(table.c.first_day, since, last), _within(table.c.last_day, since, last)
    if since is None or last is None:
        return [last_day if last is None else first_day]
    claims = work.tables.claims
    between = exists().where(claims.c.entry == table.c.entry, _within(claims.c.day, since, last))
    return [or_(first_day, last_day, and_(table.c.first_day < since, table.c.last_day > last, between))]


def _within(column: ColumnElement[Any], since: str | None, until: str | None) -> ColumnElement[bool]:
    """A day lies between two, both inclusive; one that nobody tells lies between none."""
    found: list[ColumnElement[bool]] = [column.is_not(None)]
    if since is not None:
        found.append(column >= since)
    if until is not None:
        found.append(column <= until)
    return and_(*found)


def in_order(table: FromClause, order: EntryOrder) -> list[ColumnElement[Any]]:
    """By what a table of entries is ordered."""
    columns = table.c
    first: Mapping[EntryOrder, list[ColumnElement[Any]]] = {
        EntryOrder.MEASURE: [columns.place, columns.step.desc()],
        EntryOrder.FIRMEST: [columns.step.desc(), columns.roots.desc()],
        EntryOrder.NEWEST: [func.coalesce(columns.last_day, "").desc()],
        EntryOrder.ROOTS: [columns.roots.desc()],
        EntryOrder.ACTOR: [columns.actor, columns.place],
    }
    return [*first[order], columns.actor, columns.entry]


def make_full(work: Work, rows: Iterable[Row[Any]], as_of: str | None) -> dict[str, Entry]:
    """Make the entries of some rows out of their statements, by their ids."""
    pledges = Pledges(work)
    clusters = pledges.clusters({row.pledge for row in rows})
    gathered = pledges.gather({pledge for cluster in clusters for pledge in cluster}, until=as_of)
    loaded, figures = gathered.keyed(), gathered.figures()
    made: dict[str, Entry] = {}
    for cluster in clusters:
        keyed = [keyed for pledge in sorted(cluster) for keyed, _ in loaded.get(pledge, ())]
        made |= {each.id: each for each in make_entries(keyed, pledges.decisions, figures, as_of=as_of)}
    return made


def kept_lines(work: Work, names: Sequence[str]) -> tuple[EntryLine, ...]:
    """Return entries as they are today in one line each, in the order of their ids here."""
    entries, lines = work.tables.entries, work.tables.lines
    query = select(entries, lines.c.shown).join(lines, lines.c.entry == entries.c.entry)
    rows = {row.entry: row for row in work.rows(query, entries.c.entry, names)}
    shown = {name: decode_shown(row.shown) for name, row in rows.items()}
    reports = report_lines(work, {name for each in shown.values() for name in each.reports})
    return tuple(kept_line(rows[name], shown[name], reports, conflicts=rows[name].conflicts) for name in names)


def _lines_then(work: Work, rows: Sequence[Row[Any]], as_of: str) -> tuple[EntryLine, ...]:
    """Return entries as of a day in one line each, as they were when something was last said of them before."""
    lines, since = work.tables.version_lines, {row.entry: row.since for row in rows}
    query = select(lines.c.entry, lines.c.since, lines.c.shown)
    found = (row for row in work.rows(query, lines.c.entry, list(since)) if row.since == since[row.entry])
    shown = {row.entry: decode_shown(row.shown) for row in found}
    reports = report_lines(work, {name for each in shown.values() for name in each.reports})
    counts = _counts_then(work, rows, as_of)
    return tuple(kept_line(row, shown[row.entry], reports, conflicts=counts.get(row.entry, 0)) for row in rows)


def _counts_then(work: Work, rows: Sequence[Row[Any]], as_of: str) -> dict[str, int]:
    """For each entry how many conflicts quote what had been said by a day.

    Only where people joined or split pledges can an entry have had other statements by then than those that it has today.
    """
    claims, cited = work.tables.claims, work.tables.cited
    decisions = Pledges(work).decisions
    named = {name for pair in (*decisions.together, *decisions.apart) for name in pair}
    decided = work.scalars(claims.c.pledge, claims.c.statement, sorted(named)) if named else set()
    plain = [row.entry for row in rows if row.pledge not in decided]
    query = (
        select(claims.c.entry, func.count(cited.c.conflict.distinct()).label("conflicts"))
        .join(cited, cited.c.statement == claims.c.statement)
        .where(claims.c.day <= as_of)
        .group_by(claims.c.entry)
    )
    found = {row.entry: row.conflicts for row in work.rows(query, claims.c.entry, plain)}
    others = [row for row in rows if row.pledge in decided]
    made = make_full(work, others, as_of) if others else {}
    return found | _counts(work, [made[row.entry] for row in others])


def _reports_of(work: Work, made: Iterable[Entry]) -> dict[str, ReportLine]:
    return report_lines(work, {said.report for entry in made for said in entry.statements})


def _counts(work: Work, made: Iterable[Entry]) -> dict[str, int]:
    """For each entry how many conflicts quote the statements that it has on the day that is looked at."""
    cited, home = work.tables.cited, {said.id: entry.id for entry in made for said in entry.statements}
    found: dict[str, set[str]] = defaultdict(set)
    for row in work.rows(select(cited.c.statement, cited.c.conflict), cited.c.statement, sorted(home)):
        found[home[row.statement]].add(row.conflict)
    return {entry: len(conflicts) for entry, conflicts in found.items()}


def _find_entry(work: Work, name: str, as_of: str | None) -> Row[Any]:
    table = _entries(work, as_of)
    query = select(table.c.entry, table.c.pledge).where(begins(table.c.entry, name), *_in_force(table, as_of))
    return one_row(work, query, "entry", name, "zusage ledger shows them")


def one_entry_line(work: Work, name: str) -> EntryLine:
    """Return the entry with this id or beginning of one, as it is today, in one line.

    Raises:
        MissingError: there is none, or more than one.
    """
    return kept_lines(work, [_find_entry(work, name, None).entry])[0]


def pledged_to(work: Work, recipients: Collection[str | None], as_of: str | None) -> Pledged:
    """Return the entries for some recipients (None: for nobody who is named), unsure ones too, with their reports."""
    table = _entries(work, as_of)
    named = [each for each in recipients if each is not None]
    wanted: ColumnElement[bool] = table.c.recipient.in_(named)
    if None in recipients:
        wanted = or_(wanted, table.c.recipient.is_(None))
    query: Select[Any] = select(table.c.entry, table.c.pledge).where(wanted, *_in_force(table, as_of))
    rows = work.connection.execute(query.order_by(*in_order(table, EntryOrder.ACTOR))).all()
    made = make_full(work, rows, as_of)
    return Pledged(tuple(made[row.entry] for row in rows), _reports_of(work, made.values()))


def one_entry(work: Work, name: str, as_of: str | None, page: Page) -> EntryInFull:
    """Return the entry with this id or beginning of one, with all that is about it, and a page of its statements in context.

    Raises:
        MissingError: there is none, or more than one.
    """
    row = _find_entry(work, name, as_of)
    entry = make_full(work, [row], as_of)[row.entry]
    reports = _reports_of(work, [entry])
    said = sorted(entry.statements, key=lambda each: (each.day or "", each.id))
    conflicts = conflicts_quoting(work, {each.id for each in said})
    return EntryInFull(
        entry=entry,
        line=entry_line(entry, reports, conflicts=len(conflicts)),
        statements=_statements(work, page.of(said), reports),
        conflicts=conflicts,
        reports={each.report: reports[each.report] for each in said},
    )


def _statements(
    work: Work, said: Sequence[EntryStatement], reports: Mapping[str, ReportLine]
) -> tuple[StatementInEntry, ...]:
    looks, reasons = looks_at(work, [each.id for each in said]), _reasons(work, said)
    found = []
    for each in said:
        reason = reasons[each.id]
        before, after = around(each.quote, reason.body)
        found.append(
            StatementInEntry(
                said=each,
                report=reports[reason.report],
                trace=reason.trace,
                certainty=reason.certainty,
                before=before,
                after=after,
                look=looks.get(each.id),
            )
        )
    return tuple(found)


def _reasons(work: Work, said: Sequence[EntryStatement]) -> dict[str, Reason]:
    """Why statements were read so: as they were read, or, where a person set fields, as judged.

    Most are as they were read: then nothing else of their reports is loaded than the text.
    """
    found: dict[str, Reason] = {}
    for batch in batches(each for each in said if each.status not in _SET_BY_HAND):
        found |= reasons_in_force(work.connection, {each.id: each.report for each in batch})
    left = {each.id: each.report for each in said if each.id not in found}
    for reports in batches(sorted(set(left.values()))):
        for reading, carried in load_readings(work, reports):
            for claim in judged_claims([reading], carried=carried):
                if claim.id in left:
                    statement = claim.statement
                    found[claim.id] = Reason(claim.report.id, claim.report.text, statement.trace, statement.certainty)
    return found


_SET_BY_HAND = frozenset({Status.CORRECTED, Status.CODED})


def looks_at(work: Work, names: Iterable[str]) -> dict[str, Look]:
    """Return the second looks that are due at some statements."""
    claims = work.tables.claims
    query = select(claims.c.statement, claims.c.look, claims.c.look_other).where(claims.c.look.is_not(None))
    return {
        row.statement: Look(LookReason(row.look), row.look_other)
        for row in work.rows(query, claims.c.statement, sorted(names))
    }


# --- Matrix ---


def make_matrix(work: Work, as_of: str | None, since: str | None) -> Matrix:
    """Return actors by measures as of a day; with ``since`` also what had been said by that earlier day."""
    cells = _cells(work, as_of)
    if since is not None:
        earlier = _firmest(work, since)
        cells = {key: _compared(cell, earlier.get(key)) for key, cell in cells.items()}
    much = Counter(actor for actor, _ in cells)
    measures = sorted({measure for _, measure in cells}, key=lambda each: (work.places.get(each, 999), each))
    actors = sorted(much, key=lambda actor: (actor.startswith("group:"), -much[actor], actor))
    return Matrix(tuple(actors), tuple(measures), cells, as_of, since)


_Marks = tuple[str, str | None, str, bool]
"""What a cell has of an entry: id, firmness, conditions, whether it is reviewed."""


def _cells(work: Work, as_of: str | None) -> dict[tuple[str, str], Cell]:
    grouped: dict[tuple[str, str], list[_Marks]] = defaultdict(list)
    for actor, measure, *marks in _in_matrix(work, as_of, "entry", "firmness", "conditions", "reviewed"):
        grouped[actor, measure].append((marks[0], marks[1], marks[2], marks[3]))
    return {key: _cell(*key, rows) for key, rows in sorted(grouped.items())}


def _in_matrix(work: Work, as_of: str | None, *names: str) -> Sequence[Sequence[Any]]:
    """Return actors, measures and more columns of all sure entries, the firmest of each actor and measure first."""
    table = _entries(work, as_of)
    query = select(table.c.actor, table.c.measure, *(table.c[name] for name in names))
    query = query.where(table.c.unsure.is_(False), *_in_force(table, as_of))
    return work.connection.execute(query.order_by(*in_order(table, EntryOrder.FIRMEST))).all()


def _cell(actor: str, measure: str, rows: Sequence[_Marks]) -> Cell:
    _, firmness, conditions, _ = rows[0]
    return Cell(
        actor,
        measure,
        Firmness(firmness) if firmness else None,
        tuple([each[0] for each in rows]),
        is_conditional=conditions != "|",
        is_reviewed=all(each[3] for each in rows),
    )


def _firmest(work: Work, day: str) -> dict[tuple[str, str], Firmness | None]:
    """Return how firm each actor's firmest entry on each measure was on a day."""
    found: dict[tuple[str, str], Firmness | None] = {}
    for actor, measure, firmness in _in_matrix(work, day, "firmness"):
        if (actor, measure) not in found:
            found[actor, measure] = Firmness(firmness) if firmness else None
    return found


def _compared(cell: Cell, before: Firmness | None) -> Cell:
    return replace(cell, before=before, has_changed=before is not cell.firmness)


# --- Changes ---


def list_changes(work: Work, wanted: ChangeFilter, page: Page, as_of: str | None) -> Listed[ChangeLine]:
    """Return steps of the histories of all sure entries, the newest first; undated ones last."""
    table = _steps(work, as_of)
    where = and_(table.c.unsure.is_(False), *_in_force(table, as_of), *_wanted_steps(work, table, wanted, as_of))
    query = select(table).where(where).order_by(*_newest_first(table))
    rows, total = page_of(work, query, page, together=False)
    shown = [decode_step(row.shown) for row in rows]
    reports = report_lines(work, {each.words.report for each in shown if each.words})
    return Listed(tuple(kept_change(row, each, reports) for row, each in zip(rows, shown, strict=True)), total)


def list_steps(work: Work, wanted: ChangeFilter, most: int, as_of: str | None) -> tuple[Step, ...]:
    """Return the newest steps without their words; no entry is made for that."""
    table = _steps(work, as_of)
    where = and_(table.c.unsure.is_(False), *_in_force(table, as_of), *_wanted_steps(work, table, wanted, as_of))
    columns = (table.c.entry, table.c.actor, table.c.measure, table.c.day, table.c.after)
    query = select(*columns).where(where).order_by(*_newest_first(table)).limit(most)
    rows = work.connection.execute(query)
    return tuple(Step(row.entry, row.actor, row.measure, row.day or None, Firmness(row.after)) for row in rows)


def _newest_first(table: Table) -> list[ColumnElement[Any]]:
    return [table.c.day.desc(), table.c.entry, table.c.number]


def _wanted_steps(work: Work, table: Table, wanted: ChangeFilter, as_of: str | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.of is not None:
        of = _entries(work, as_of)
        found.append(table.c.entry.in_(select(of.c.entry).where(*conditions(work, of, wanted.of, as_of))))
    columns = table.c
    if wanted.actors:
        found.append(columns.actor.in_(wanted.actors))
    if wanted.measures:
        found.append(columns.measure.in_(wanted.measures))
    if wanted.entry is not None:
        found.append(columns.entry == wanted.entry)
    if wanted.after is not None:
        found.append(columns.after == wanted.after)
    if wanted.first is not None:
        found.append(columns.before.is_(None) if wanted.first else columns.before.is_not(None))
    if wanted.since is not None:
        found.append(columns.day >= wanted.since)
    if wanted.until is not None:
        found += [columns.day <= wanted.until, columns.day != ""]
    return found
