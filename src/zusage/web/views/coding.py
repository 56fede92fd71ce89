"""What the pages show on which words of a report are selected, and on which an entry is put together or taken apart."""

from __future__ import annotations

from dataclasses import dataclass

from zusage.dossier import Dossier
from zusage.model.ledger import EntryStatement
from zusage.model.report import Report
from zusage.model.values import Kind
from zusage.web.views.statement_form import MORE_CONDITIONS, Field, fields_of, seen_text
from zusage.workflow.lookups import EVERYTHING, NOTHING, EntryFilter, EntryLine, Lookups, ReportInFull, ReportLine

_CANDIDATES = 60
"""Entries that are offered to be put together with one."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a report's text; ``statement`` is the first that quotes it, if any."""

    words: str
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class CodingView:
    """A report's text with what has been found in it marked, and the forms for both kinds of statements."""

    report: Report
    runs: tuple[Run, ...]
    found: int
    commitment: tuple[Field, ...]
    position: tuple[Field, ...]
    empty_rows: int = MORE_CONDITIONS


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry with its statements, and other entries of the same actor, which may be the same pledge."""

    entry: EntryLine
    said: tuple[tuple[EntryStatement, ReportLine], ...]
    others: tuple[EntryLine, ...]


def coding_view(found: ReportInFull, dossier: Dossier) -> CodingView:
    """A report to code in."""
    commitment, position = fields_of(Kind.COMMITMENT, dossier), fields_of(Kind.POSITION, dossier)
    return CodingView(found.report, tuple(_runs(found)), len(found.statements), commitment, position)


def entry_view(lookups: Lookups, name: str) -> EntryView:
    """An entry to judge."""
    found = lookups.entry(name, page=NOTHING)
    said = sorted(found.entry.statements, key=lambda each: (each.day or "", each.id))
    same = EntryFilter(actors=(found.entry.actor,), unsure=True)
    others = [each for each in lookups.entries(same, page=EVERYTHING) if each.id != found.entry.id]
    order = sorted(others, key=lambda each: (each.measure != found.entry.measure, each.measure, each.id))
    return EntryView(found.line, tuple((each, found.reports[each.report]) for each in said), tuple(order[:_CANDIDATES]))


def _runs(found: ReportInFull) -> list[Run]:
    """Cut a text at the quotes that stand in it; of quotes that overlap the first is marked."""
    text, at, runs = found.report.text, 0, []
    for each in found.statements:
        quote = each.statement.quote
        if quote is not None and quote.start >= at:
            runs += [Run(seen_text(text[at : quote.start])), Run(seen_text(quote.exact), each.id)]
            at = quote.end
    return [run for run in (*runs, Run(seen_text(text[at:]))) if run.words]
