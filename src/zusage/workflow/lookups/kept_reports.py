"""Reports and stories looked up in derived rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select

from zusage.errors import MissingError
from zusage.ledger import derived
from zusage.ledger.queries import texts_in_force
from zusage.model.report import Report
from zusage.reconcile import Claim, changes_of, judged_claims
from zusage.workflow.derive.grouping import stories_with_members
from zusage.workflow.derive.registering import load_readings
from zusage.workflow.derive.work import Work, batches
from zusage.workflow.lookups.found import (
    Listed,
    ReportInFull,
    ReportInStory,
    ReportLine,
    StatementInReport,
    StoryLine,
)
from zusage.workflow.lookups.wanted import Page, ReportFilter

reports, stories = derived.reports, derived.stories

_LINE = (
    reports.c.report,
    reports.c.name,
    reports.c.title,
    reports.c.outlet,
    reports.c.language,
    reports.c.published_on,
    reports.c.address,
    reports.c.credit,
    reports.c.synthetic,
    reports.c.story,
    reports.c.root,
    reports.c.statements,
)


def report_lines(work: Work, names: Iterable[str]) -> dict[str, ReportLine]:
    """Return some reports in one line each, by their ids."""
    return {row.report: _report_line(row) for row in work.rows(select(*_LINE), reports.c.report, sorted(names))}


def _report_line(row: Any) -> ReportLine:
    return ReportLine(
        id=row.report,
        name=row.name,
        title=row.title,
        outlet=row.outlet,
        language=row.language,
        published_on=row.published_on,
        address=row.address,
        credit=row.credit,
        synthetic=row.synthetic,
        story=row.story,
        root=None if row.root == row.report else row.root,
        statements=row.statements,
    )


def list_reports(work: Work, wanted: ReportFilter, page: Page) -> Listed[ReportLine]:
    """Return the reports that fit, the newest first; undated ones last."""
    where: list[ColumnElement[bool]] = []
    for column, value in (
        (reports.c.outlet, wanted.outlet),
        (reports.c.language, wanted.language),
        (reports.c.story, wanted.story),
    ):
        if value is not None:
            where.append(column == value)
    if wanted.since is not None:
        where.append(reports.c.published_on >= wanted.since)
    if wanted.until is not None:
        where.append(reports.c.published_on <= wanted.until)
    total = work.connection.scalar(select(func.count()).select_from(reports).where(and_(True, *where))) or 0
    order = (func.coalesce(reports.c.published_on, "").desc(), reports.c.report)
    query = select(*_LINE).where(and_(True, *where)).order_by(*order).offset(page.start or None).limit(page.size)
    return Listed(tuple(_report_line(row) for row in work.connection.execute(query)), total)


def one_report(work: Work, name: str) -> ReportInFull:
    """Return the report of this name in its file, or with this id or beginning of one.

    Raises:
        MissingError: there is none, or more than one.
    """
    from zusage.workflow.lookups.kept_entries import looks_at, one_row  # noqa: PLC0415 - they look at reports, too

    query = select(*_LINE).where(reports.c.name == name)
    if not name or work.connection.execute(query.limit(1)).first() is None:
        query = select(*_LINE).where(reports.c.report.startswith(name, autoescape=True))
    row = one_row(work, query, "report", name, "zusage report list shows them")
    ((reading, carried),) = load_readings(work, [row.report])
    found = judged_claims([reading], carried=carried)
    columns = derived.claims.c
    homes = {
        each.statement: each.entry
        for each in work.rows(select(columns.statement, columns.entry), columns.report, [row.report])
    }
    looks = looks_at(work, homes)
    statements = tuple(
        StatementInReport(
            id=claim.id,
            statement=claim.statement,
            status=claim.status,
            counts=claim.counts(),
            entry=homes.get(claim.id),
            look=looks.get(claim.id),
        )
        for claim in sorted(found, key=_place)
    )
    return ReportInFull(_report_line(row), reading.report, statements, reading.notes)


def _place(claim: Claim) -> tuple[int, str]:
    return claim.statement.quote.start if claim.statement.quote else -1, claim.id


# --- Stories ---


def story_line(row: Row[Any]) -> StoryLine:
    """Return a story in one line."""
    return StoryLine(
        id=row.story,
        event=row.event,
        title=row.title,
        first_day=row.first_day,
        last_day=row.last_day,
        reports=row.reports,
        roots=row.roots,
        languages=tuple(row.languages.split()),
        synthetic=row.synthetic,
    )


def list_stories(work: Work, least: int, page: Page, *, newest_first: bool) -> Listed[StoryLine]:
    """Return the stories with so many reports or more, by their days; undated ones last."""
    where = stories.c.reports >= least
    total = work.connection.scalar(select(func.count()).select_from(stories).where(where)) or 0
    days = (stories.c.first_day, stories.c.last_day)
    order = [stories.c.first_day.is_(None), *((day.desc() for day in days) if newest_first else days), stories.c.story]
    query = select(stories).where(where).order_by(*order).offset(page.start or None).limit(page.size)
    return Listed(tuple(story_line(row) for row in work.connection.execute(query)), total)


def find_story_row(work: Work, name: str) -> Row[Any]:
    """Return the row of the story with this id or beginning of one.

    Raises:
        MissingError: there is none, or more than one.
    """
    rows = work.connection.execute(select(stories).where(stories.c.story.startswith(name, autoescape=True))).all()
    if not rows:
        raise MissingError(f"story {name}", "is not in the ledger", hint="zusage story list --all shows them")
    if len(rows) > 1:
        raise MissingError(f"story {name}", f"is the beginning of {len(rows)} ids", hint="give more of it")
    return rows[0]


def reports_in_story(work: Work, story: str) -> tuple[ReportInStory, ...]:
    """Return the reports of a story by age, each with why it belongs and what it copied."""
    told = stories_with_members(work, [story])[story]
    members = {each.report: each for each in told.members}
    lines = report_lines(work, members)
    lines |= report_lines(work, {line.root for line in lines.values() if line.root})
    texts: dict[str, Report] = {}
    for batch in batches(sorted(lines)):
        texts |= texts_in_force(work.connection, batch, known_at=work.known_at)
    query = select(reports.c.report, reports.c.copied)
    why = {row.report: row.copied for row in work.rows(query, reports.c.report, sorted(members))}
    found = []
    for name in sorted(members, key=lambda each: (texts[each].published_on or "9999", each)):
        root = lines[name].root
        is_same_language = root is not None and texts[root].language == texts[name].language
        changes = changes_of(texts[root], texts[name]) if root is not None and is_same_language else ()
        found.append(ReportInStory(lines[name], members[name], lines[root] if root else None, why[name], changes))
    return tuple(found)
