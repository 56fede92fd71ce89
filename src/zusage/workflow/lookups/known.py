"""What the ledger held at a time, looked up in derived rows and in what they were before.

An entry that nothing has changed since is as it is today; of one that has changed there is what it was (`zusage.ledger.past`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Subquery,
    Table,
    and_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)

from zusage.ledger import derived, past
from zusage.workflow.derive.showing import decode_shown
from zusage.workflow.derive.work import Work
from zusage.workflow.lookups.found import EntryLine, Listed, ReportLine
from zusage.workflow.lookups.kept_entries import conditions, in_order, page_of
from zusage.workflow.lookups.kept_reports import list_reports, report_line_of
from zusage.workflow.lookups.lines import kept_line
from zusage.workflow.lookups.names import beginning_in
from zusage.workflow.lookups.wanted import EntryFilter, EntryOrder, Page, ReportFilter

claims = derived.claims


def is_today(work: Work, at: str) -> bool:
    """Say whether nothing was recorded after a time."""
    return at >= (work.connection.scalar(select(func.max(past.gaps.c.until))) or "~")


def is_kept(work: Work, at: str) -> bool:
    """Say whether what the ledger held at a time can be told from rows."""
    gaps = past.gaps
    query = select(gaps.c.since).where(gaps.c.since <= at, gaps.c.until > at).limit(1)
    return work.connection.execute(query).first() is None


def entries_then(at: str) -> Subquery:
    """The entries that the ledger held at a time, with all by which they are filtered and ordered."""
    names = [column.name for column in derived.entries.columns if column.name != "pledge"]
    return _then(derived.entries, past.entries, at, names)


def reports_then(at: str) -> Subquery:
    """The reports that the ledger held at a time, in one line each."""
    return _then(derived.reports, past.reports, at, ["report", *past.REPORT_COLUMNS])


def _then(now: Table, before: Table, at: str, names: Sequence[str]) -> Subquery:
    key = next(iter(now.primary_key)).name
    since = exists().where(before.c[key] == now.c[key], before.c.until > at)
    today = select(*(now.c[name] for name in names), literal("").label("changed_at")).where(~since)
    earlier = select(*(before.c[name] for name in names), before.c.until.label("changed_at")).where(
        *_in_force(before, at)
    )
    return union_all(today, earlier).subquery("then")


def _in_force(before: Table, at: str) -> list[ColumnElement[bool]]:
    return [before.c.since <= at, before.c.until > at, before.c.there.is_(True)]


def shown_then(work: Work, rows: Iterable[Any]) -> dict[str, str]:
    """Return what lines show of some entries, by their ids; ``rows`` tell until when each was so."""
    until = {row.entry: row.until for row in rows}
    lines, before = derived.lines, past.entries
    today = work.rows(select(lines.c.entry, lines.c.shown), lines.c.entry, [name for name in until if not until[name]])
    found = {row.entry: row.shown for row in today}
    query = select(before.c.entry, before.c.until, before.c.shown)
    for row in work.rows(query, before.c.entry, [name for name in until if until[name]]):
        if row.until == until[row.entry]:
            found[row.entry] = row.shown
    return found


def list_entries_then(work: Work, wanted: EntryFilter, order: EntryOrder, page: Page, at: str) -> Listed[EntryLine]:
    """Return the entries that fit of those that the ledger held at a time, a page of them in some order."""
    then = entries_then(at)
    between = wanted.since is not None and wanted.until is not None
    where = conditions(work, then, replace(wanted, since=None, until=None) if between else wanted, None)
    if wanted.since is not None and wanted.until is not None:
        where.append(_spoken_of_between(work, then, at, (wanted.since, wanted.until)))
    query = select(then).where(and_(true(), *where)).order_by(*in_order(then, order))
    rows, total = page_of(work, query, page, together=True)
    shown = {name: decode_shown(written) for name, written in _shown_then(work, rows).items()}
    lines = report_lines_then(work, {name for each in shown.values() for name in each.reports}, at)
    return Listed(tuple(kept_line(row, shown[row.entry], lines, conflicts=row.conflicts) for row in rows), total)


def _spoken_of_between(work: Work, then: Subquery, at: str, days: tuple[str, str]) -> ColumnElement[bool]:
    """Something was said between two days; of entries that have changed since, the days are kept with what they were."""
    since, until = days
    before, columns = past.entries.c, then.c
    inside = and_(before.first_day < since, before.last_day > until)
    query = select(before.entry, before.days).where(*_in_force(past.entries, at), inside)
    changed = [
        row.entry
        for row in work.connection.execute(query)
        if any(since <= day <= until for day in row.days.strip("|").split("|"))
    ]
    said = exists().where(claims.c.entry == columns.entry, claims.c.day >= since, claims.c.day <= until)
    named = columns.entry.in_(bindparam("changed", changed, expanding=True, literal_execute=True))
    return or_(
        columns.first_day.between(since, until),
        columns.last_day.between(since, until),
        and_(
            columns.first_day < since,
            columns.last_day > until,
            or_(and_(columns.changed_at == "", said), and_(columns.changed_at != "", named)),
        ),
    )


def _shown_then(work: Work, rows: Iterable[Any]) -> dict[str, str]:
    """Return what lines show of some entries, by their ids."""
    changed = {row.entry: row.changed_at for row in rows}
    lines, before = derived.lines, past.entries
    today = work.rows(select(lines.c.entry, lines.c.shown), lines.c.entry, _but(changed, is_changed=False))
    found = {row.entry: row.shown for row in today}
    query = select(before.c.entry, before.c.until, before.c.shown)
    for row in work.rows(query, before.c.entry, _but(changed, is_changed=True)):
        if row.until == changed[row.entry]:
            found[row.entry] = row.shown
    return found


def _but(changed: Mapping[str, str], *, is_changed: bool) -> list[str]:
    return [name for name, at in changed.items() if bool(at) is is_changed]


# --- Reports, and what is told of all ---


def report_lines_then(work: Work, names: Iterable[str], at: str) -> dict[str, ReportLine]:
    """Return some reports in one line each, as the ledger held them at a time."""
    then = reports_then(at)
    return {row.report: report_line_of(row) for row in work.rows(select(then), then.c.report, sorted(names))}


def list_reports_then(work: Work, wanted: ReportFilter, page: Page, at: str) -> Listed[ReportLine]:
    """Return the reports that fit of those that the ledger held at a time, the newest first; undated ones last."""
    return list_reports(work, wanted, page, reports_then(at))


def actors_then(work: Work, at: str) -> tuple[str, ...]:
    """Return the actors of all entries that the ledger held at a time."""
    return tuple(sorted(work.connection.scalars(select(entries_then(at).c.actor).distinct())))


def beginning_then(work: Work, names: Iterable[str], at: str) -> int:
    """Return how many first signs tell some ids from those of all other entries that the ledger held at a time."""
    return beginning_in(work.connection.scalars(select(entries_then(at).c.entry)), names)


def was_synthetic(work: Work, at: str) -> bool:
    """Say whether any of the reports that the ledger held at a time was written as a sample."""
    then = reports_then(at)
    found = select(then.c.report).where(then.c.synthetic.is_(True)).limit(1)
    return work.connection.execute(found).first() is not None
