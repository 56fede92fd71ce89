"""What derived rows were before a transaction changed them: noted before, compared after, kept where it is otherwise.

Together with the derived rows this tells what the ledger held at any time of recording since all was made anew last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, Select, Table, func, select

from zusage.ledger import derived, past
from zusage.ledger.tables import judgements, readings, tombstones

if TYPE_CHECKING:
    from zusage.workflow.derive.work import Work

Kept = dict[str, Any]

_SOURCES = (readings, judgements, tombstones)
_ENTRIES = (
    select(derived.entries, derived.lines.c.shown, derived.lines.c.days)
    .join(derived.lines, derived.lines.c.entry == derived.entries.c.entry)
)  # fmt: skip
_REPORTS = select(
    derived.reports.c.report, *(column for column in derived.reports.c if column.name in past.REPORT_COLUMNS)
)


@dataclass
class Memory:
    """Rows as they were before a transaction; ``made``: ids of entries that it wrote, which then are no earlier rows."""

    entries: dict[str, Kept] = field(default_factory=dict)
    reports: dict[str, Kept] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)

    def note_pledges(self, work: Work, pledges: Iterable[str]) -> None:
        """Keep the entries of some pledges as they are, before they are made anew."""
        found = work.rows(_ENTRIES, derived.entries.c.pledge, sorted(pledges))
        self.entries |= {row.entry: dict(row._mapping) for row in found}  # noqa: SLF001 - SQLAlchemy's public name

    def note_entries(self, work: Work, names: Iterable[str]) -> None:
        """Keep some entries as they are, unless they were made anew already."""
        self.entries |= _now(work, _ENTRIES, derived.entries.c.entry, set(names) - self.entries.keys() - self.made)

    def note_reports(self, work: Work, names: Iterable[str]) -> None:
        """Keep some reports as they are; those that are written only afterwards were not there."""
        new = set(names) - self.reports.keys() - work.reports
        self.reports |= _now(work, _REPORTS, derived.reports.c.report, new)

    def keep(self, work: Work, until: str) -> None:
        """Write down what is otherwise by now."""
        _keep(work, (past.entries, _ENTRIES, derived.entries.c.entry), (self.entries, self.made), until)
        _keep(work, (past.reports, _REPORTS, derived.reports.c.report), (self.reports, work.reports), until)


def _now(work: Work, query: Select[Any], column: Column[Any], names: Iterable[str]) -> dict[str, Kept]:
    found = work.rows(query, column, sorted(names))
    return {row[0]: dict(row._mapping) for row in found}  # noqa: SLF001 - SQLAlchemy's public name


def _keep(
    work: Work, what: tuple[Table, Select[Any], Column[Any]], then: tuple[Mapping[str, Kept], set[str]], until: str
) -> None:
    table, query, column = what
    before, made = then
    now = _now(work, query, column, before.keys() | made)
    changed = [name for name in sorted(before.keys() | made) if before.get(name) != now.get(name)]
    key = table.c[column.name]
    last = select(key, func.max(table.c.until).label("last")).group_by(key)
    since = {row[0]: row.last for row in work.rows(last, key, changed)}
    nothing: Kept = dict.fromkeys(each.name for each in table.columns)
    rows = [
        nothing
        | before.get(name, {})
        | {column.name: name, "since": since.get(name, ""), "until": until, "there": name in before}
        for name in changed
        if since.get(name, "") < until
    ]
    work.insert(table, rows)


# --- Times ---


def begin_anew(connection: Connection) -> None:
    """Forget how derived rows were: nothing is known of the time before all that is recorded now."""
    for table in past.metadata.sorted_tables:
        connection.execute(table.delete())
    newest = max(connection.scalar(select(func.coalesce(func.max(each.c.recorded_at), ""))) or "" for each in _SOURCES)
    connection.execute(past.gaps.insert(), [{"since": "", "until": newest}])


def remember(work: Work, after: Mapping[str, int]) -> None:
    """Keep what a transaction changed, with the time at which it did so; a takedown forgets instead.

    ``after``: for each table the row after which this transaction's begin. Where it recorded several times, or what others
    have recorded later was there first, there is a stretch of time of which nothing is known.
    """
    connection = work.connection
    if connection.scalar(select(func.count()).select_from(tombstones).where(tombstones.c.seq > after[tombstones.name])):
        begin_anew(connection)
        return
    times: list[str] = []
    for table in _SOURCES:
        found = select(func.min(table.c.recorded_at), func.max(table.c.recorded_at))
        times += filter(None, connection.execute(found.where(table.c.seq > after[table.name])).one())
    newest = connection.scalar(select(func.max(past.gaps.c.until))) or ""
    last = max([*times, newest])
    work.memory.keep(work, last)
    gaps, first = past.gaps, min(times, default=last)
    connection.execute(gaps.delete().where(gaps.c.since == gaps.c.until))  # the newest one stands for the newest time
    if connection.execute(select(gaps).where(gaps.c.since == first, gaps.c.until == last)).first() is None:
        connection.execute(gaps.insert(), [{"since": first, "until": last}])
