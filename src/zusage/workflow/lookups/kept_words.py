"""Quotes and actors looked up for a search: the statements of what was found, and no others of their reports."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from zusage.language.question import Question
from zusage.ledger.derived import ACCEPTED, WHOLE
from zusage.ledger.searching import Found, find_by_words
from zusage.ledger.word_index import Sort
from zusage.reconcile import LookReason
from zusage.reconcile.claims import Look
from zusage.workflow.derive.work import Work
from zusage.workflow.lookups.found import ReportLine, StatementInReport
from zusage.workflow.lookups.kept_queue import claims_of
from zusage.workflow.lookups.kept_reports import report_lines
from zusage.workflow.lookups.wanted import Page

_EVERYTHING = 10**9


def find_words(work: Work, question: Question, sort: Sort, page: Page, *, accepted: bool) -> Found:
    """Return the names of reports or quotes that have the words of a question, best first.

    ``accepted``: of quotes only those of statements that a person stands behind; the work's edition has no others either.
    """
    edition = ACCEPTED if accepted or not work.is_whole else WHOLE
    limit = _EVERYTHING if page.size is None else page.size
    return find_by_words(work.connection, question, sort, limit=limit, offset=page.start, edition=edition)


def quoted_statements(work: Work, names: Iterable[str]) -> dict[str, tuple[ReportLine, StatementInReport]]:
    """Return those of some statements that the edition has, by their ids, each with its report."""
    table = work.tables.claims
    columns = (table.c.statement, table.c.report, table.c.status, table.c.entry, table.c.look, table.c.look_other)
    rows = {row.statement: row for row in work.rows(select(*columns), table.c.statement, sorted(set(names)))}
    lines = report_lines(work, {row.report for row in rows.values()})
    found = {}
    for name, claim in claims_of(work, rows).items():
        row = rows[name]
        look = Look(LookReason(row.look), row.look_other) if row.look else None
        found[name] = (
            lines[row.report],
            StatementInReport(
                id=name,
                statement=claim.statement,
                status=claim.status,
                counts=claim.counts(),
                entry=row.entry,
                look=look,
            ),
        )
    return found
