"""The overview: actors by measures with what changed, the newest changes, conflicts, and how far a package is covered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from zusage.model.ledger import Conflict, Entry, EntryChange, Severity
from zusage.model.report import Report
from zusage.model.values import MEASURES, Firmness
from zusage.web.marking import rank
from zusage.web.page import Table
from zusage.workflow.views import View

USUAL_DAYS = 30
"""How far back changes are looked for where no day is chosen: from the last day on which anything was said."""

_NEWEST = 12
_CONFLICTS = 6
_SEVERITIES = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor has said on one measure: the firmest of its entries, and that of the day before ``since``."""

    measure: str
    entries: int
    firmness: Firmness | None
    before: Firmness | None
    has_changed: bool
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One actor's line of the matrix; None where it has said nothing."""

    actor: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A step in an entry's history with the words that made it."""

    entry: str
    actor: str
    measure: str
    day: str | None
    before: Firmness | None
    after: Firmness
    quote: str
    quote_language: str
    report: str
    report_name: str
    reviewed: bool
    synthetic: bool


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict in a list."""

    id: str
    slot: str
    severity: Severity
    reports: int
    explanation: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the page shows."""

    as_of: str | None
    since: str | None
    measures: tuple[str, ...]
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[ConflictLine, ...]
    conflicts_in_all: int
    entries: int
    reports: int
    reviewed: int
    unsure: int
    synthetic: bool
    first_day: str | None
    last_day: str | None

    def table(self) -> Table:
        """The matrix as a long table: one row for each actor and measure."""
        rows = tuple(
            (row.actor, cell.measure, cell.firmness, cell.before, cell.has_changed, cell.entries, cell.reviewed)
            for row in self.rows
            for cell in row.cells
            if cell is not None
        )
        return Table(("actor", "measure", "firmness", "before", "has_changed", "entries", "reviewed"), rows)


def overview(view: View, *, since: str | None, public: bool) -> Overview:
    """Put the overview together; in a ``public`` edition only what a person has reviewed counts."""
    sure = [each for each in view.entries if not each.is_unsure]
    entries = [each for each in sure if each.reviewed or not public]
    days = sorted(said.day for each in entries for said in each.statements if said.day)
    since = since or _usual(days[-1] if days else None)
    measures = tuple(each for each in view.workspace.dossier.measures or MEASURES if _has(entries, each))
    conflicts = sorted(view.conflicts, key=lambda each: (_SEVERITIES.index(each.severity), each.id))
    return Overview(
        as_of=view.as_of,
        since=since,
        measures=measures,
        rows=_rows(entries, measures, since),
        changes=_newest(entries, view),
        conflicts=tuple(_line(each) for each in conflicts[:_CONFLICTS]),
        conflicts_in_all=len(conflicts),
        entries=len(entries),
        reports=len(view.readings),
        reviewed=sum(each.reviewed for each in entries),
        unsure=len(view.entries) - len(sure),
        synthetic=view.is_synthetic,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
    )


def firmness_on(entry: Entry, day: str | None) -> Firmness | None:
    """What an entry's firmness was at the end of a day; None before its first step."""
    found = None
    for step in entry.changes:
        if day is not None and step.day is not None and step.day <= day:
            found = step.after
    return found


def _usual(last: str | None) -> str | None:
    return (date.fromisoformat(last) - timedelta(days=USUAL_DAYS)).isoformat() if last else None


def _has(entries: Iterable[Entry], measure: str) -> bool:
    return any(each.measure == measure for each in entries)


def _rows(entries: Sequence[Entry], measures: Sequence[str], since: str | None) -> tuple[Row, ...]:
    """The actors with the most and firmest pledges first."""
    actors = dict.fromkeys(each.actor for each in entries)
    rows = []
    for actor in actors:
        own = [each for each in entries if each.actor == actor]
        rows.append(
            Row(actor, tuple(_cell([each for each in own if each.measure == name], since) for name in measures))
        )
    return tuple(sorted(rows, key=_weight))


def _weight(row: Row) -> tuple[int, str]:
    return -sum(rank(cell.firmness) + 1 for cell in row.cells if cell), row.actor


def _cell(entries: Sequence[Entry], since: str | None) -> Cell | None:
    if not entries:
        return None
    now = max((each.firmness for each in entries), key=rank)
    before = max((firmness_on(each, since) for each in entries), key=rank)
    changed = since is not None and any(
        each.day is not None and each.day > since for one in entries for each in one.changes
    )
    reviewed = all(each.reviewed for each in entries)
    return Cell(entries[0].measure, len(entries), now, before, changed and now != before, reviewed)


def _newest(entries: Iterable[Entry], view: View) -> tuple[Change, ...]:
    steps = [(step, each) for each in entries for step in each.changes if step.day]
    steps.sort(key=lambda pair: (pair[0].day or "", pair[1].id), reverse=True)
    return tuple(_change(step, entry, view) for step, entry in steps[:_NEWEST])


def _change(step: EntryChange, entry: Entry, view: View) -> Change:
    cited = step.citations[0] if step.citations else None
    report: Report | None = view.reports.get(cited.report) if cited else None
    return Change(
        entry=entry.id,
        actor=entry.actor,
        measure=entry.measure,
        day=step.day,
        before=step.before,
        after=step.after,
        quote=cited.quote.exact if cited and cited.quote else "",
        quote_language=report.language if report else "",
        report=cited.report if cited else "",
        report_name=(report.outlet or report.name or report.id[:8]) if report else "",
        reviewed=entry.reviewed,
        synthetic=bool(report and report.synthetic),
    )


def _line(each: Conflict) -> ConflictLine:
    return ConflictLine(each.id, each.slot, each.severity, len(each.reports), dict(each.explanation))
