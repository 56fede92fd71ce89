"""The overview: actors by measures with what changed, the newest changes, conflicts, and how far a package is covered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from zusage.model.ledger import Conflict, Severity
from zusage.model.values import Firmness
from zusage.web.page import Table
from zusage.web.views.assessments import PackageLine
from zusage.workflow.lookups import Cell, ChangeLine, Counts, Lookups, Page
from zusage.workflow.quoting import rest_of_sentence

USUAL_DAYS = 30
"""How far back changes are looked for where no day is chosen: from the last day on which anything was said."""

_NEWEST = 12
_CONFLICTS = 6


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
    quote_before: str
    quote_after: str
    quote_language: str
    report: str
    report_name: str
    synthetic: bool


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict in a list."""

    id: str
    slot: str
    severity: Severity
    reports: int
    explanation: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the page shows."""

    as_of: str | None
    since: str | None
    measures: tuple[str, ...]
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[ConflictLine, ...]
    counts: Counts
    last_day: str | None
    packages: tuple[PackageLine, ...] = ()

    def table(self) -> Table:
        """The matrix as a long table: one row for each actor and measure."""
        rows = tuple(
            (row.actor, cell.measure, cell.firmness, cell.before, cell.has_changed, len(cell.entries), cell.is_reviewed)
            for row in self.rows
            for cell in row.cells
            if cell is not None
        )
        return Table(("actor", "measure", "firmness", "before", "has_changed", "entries", "is_reviewed"), rows)


def overview(
    lookups: Lookups, *, as_of: str | None, since: str | None, packages: tuple[PackageLine, ...] = ()
) -> Overview:
    """Put the overview together; ``packages`` are those of the dossier, whose coverage is drawn beside it."""
    changes = lookups.changes(page=Page(_NEWEST), as_of=as_of)
    last = changes.items[0].day if changes.items else None
    since = since or _usual(last)
    matrix = lookups.matrix(as_of=as_of, since=since)
    return Overview(
        as_of=as_of,
        since=since,
        measures=matrix.measures,
        rows=tuple(
            Row(actor, tuple(matrix.cells.get((actor, measure)) for measure in matrix.measures))
            for actor in matrix.actors
        ),
        changes=tuple(change_of(each) for each in changes),
        conflicts=tuple(_line(each) for each in lookups.plain_conflicts(page=Page(_CONFLICTS))),
        counts=lookups.counts(as_of=as_of),
        last_day=last,
        packages=packages,
    )


def _usual(last: str | None) -> str | None:
    return (date.fromisoformat(last) - timedelta(days=USUAL_DAYS)).isoformat() if last else None


def change_of(step: ChangeLine) -> Change:
    """A step with its words."""
    words = step.words
    report = words.report if words else None
    quote_before, quote_after = rest_of_sentence(words.quote) if words else ("", "")
    return Change(
        entry=step.entry,
        actor=step.actor,
        measure=step.measure,
        day=step.day,
        before=step.before,
        after=step.after,
        quote=words.quote.exact if words else "",
        quote_before=quote_before,
        quote_after=quote_after,
        quote_language=report.language if report else "",
        report=report.id if report else "",
        report_name=(report.outlet or report.name or report.id[:8]) if report else "",
        synthetic=bool(report and report.synthetic),
    )


def _line(each: Conflict) -> ConflictLine:
    return ConflictLine(each.id, each.slot, each.severity, len(each.reports), each.explanation)
