"""Reports and stories looked up in derived rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, and_, func, select

from zusage.ledger import derived
from zusage.ledger.queries import texts_in_force
from zusage.model.report import Report
from zusage.publish.disclosure import BY_HAND
from zusage.reconcile import Claim, LookReason, judged_claims
from zusage.reconcile.claims import Look
from zusage.workflow.derive.grouping import stories_with_members
from zusage.workflow.derive.registering import load
from zusage.workflow.derive.work import Work, batches
from zusage.workflow.lookups.found import (
    Listed,
    ReportInFull,
    ReportInStory,
    ReportLine,
    StatementInReport,
    StoryLine,
)
from zusage.workflow.lookups.naming import begins, one_row
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
)


def _line(work: Work, rows: FromClause = reports) -> list[ColumnElement[Any]]:
    """What a line shows of a report; of its statements those of the edition are counted."""
    counted = rows.c.statements if work.is_whole else rows.c.accepted.label("statements")
    return [*(rows.c[each.name] for each in _LINE), counted]


def report_lines(work: Work, names: Iterable[str]) -> dict[str, ReportLine]:
    """Return some reports in one line each, by their ids."""
    return {row.report: report_line_of(row) for row in work.rows(select(*_line(work)), reports.c.report, sorted(names))}


def report_line_of(row: Any) -> ReportLine:
    """Return a row of a report as its line."""
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


def list_reports(
    work: Work, wanted: ReportFilter, page: Page, rows: FromClause = derived.reports
) -> Listed[ReportLine]:
    """Return the reports that fit, the newest first; undated ones last; ``rows`` are those of a time."""
    columns = rows.c
    where: list[ColumnElement[bool]] = []
    for column, value in (
        (columns.outlet, wanted.outlet),
        (columns.language, wanted.language),
        (columns.story, wanted.story),
    ):
        if value is not None:
            where.append(column == value)
    if wanted.since is not None:
        where.append(columns.published_on >= wanted.since)
    if wanted.until is not None:
        where.append(columns.published_on <= wanted.until)
    total = work.connection.scalar(select(func.count()).select_from(rows).where(and_(True, *where))) or 0
    order = (columns.published_on.desc().nulls_last(), columns.report)
    query = select(*_line(work, rows)).where(and_(True, *where)).order_by(*order)
    query = query.offset(page.start or None).limit(page.size)
    return Listed(tuple(report_line_of(row) for row in work.connection.execute(query)), total)


def list_outlets(work: Work) -> tuple[str, ...]:
    """Return the outlets that have published a report, by their names."""
    query = select(reports.c.outlet).where(reports.c.outlet.is_not(None)).distinct()
    return tuple(sorted(filter(None, work.connection.scalars(query))))


def find_report_line(work: Work, name: str) -> ReportLine:
    """Return the line of the report with this id, of this name in its file, or with this beginning of an id.

    The whole id comes first, since it is what pages ask with: names have no index.

    Raises:
        MissingError: there is none, or more than one.
    """
    if found := report_lines(work, [name]):
        return found[name]
    query = select(*_line(work)).where(reports.c.name == name)
    if not name or work.connection.execute(query.limit(1)).first() is None:
        query = select(*_line(work)).where(begins(reports.c.report, name))
    return report_line_of(one_row(work, query, "report", name, "zusage report list shows them"))


def texts_of_reports(work: Work, names: Iterable[str]) -> dict[str, tuple[ReportLine, Report]]:
    """Return some reports in one line each, with the texts that readings in force were made of."""
    lines, found = report_lines(work, names), dict[str, tuple[ReportLine, Report]]()
    for batch in batches(sorted(lines)):
        texts = texts_in_force(work.connection, batch)
        found |= {name: (lines[name], text) for name, text in texts.items()}
    return found


def reports_in_full(work: Work, lines: Mapping[str, ReportLine]) -> dict[str, ReportInFull]:
    """Return some reports, given by their ids and lines, with their texts and statements."""
    return {name: found for batch in batches(sorted(lines)) for name, found in _in_full(work, batch, lines)}


def _in_full(work: Work, names: Sequence[str], lines: Mapping[str, ReportLine]) -> Iterator[tuple[str, ReportInFull]]:
    columns = work.tables.claims.c
    query = select(columns.statement, columns.entry, columns.look, columns.look_other)
    kept = {row.statement: row for row in work.rows(query, columns.report, names)}
    for loaded in load(work, names):
        reading = loaded.read()
        claims = judged_claims([reading], carried=loaded.carried, names={loaded.report: loaded.names()})
        said = sorted((each for each in claims if work.is_whole or each.status in BY_HAND), key=_place)
        statements = tuple(_statement(claim, kept.get(claim.id)) for claim in said)
        name = reading.report.id
        yield name, ReportInFull(lines[name], reading.report, statements, reading.notes)


def _statement(claim: Claim, kept: Row[Any] | None) -> StatementInReport:
    look = Look(LookReason(kept.look), kept.look_other) if kept is not None and kept.look else None
    return StatementInReport(
        id=claim.id,
        statement=claim.statement,
        status=claim.status,
        counts=claim.counts(),
        entry=kept.entry if kept is not None else None,
        look=look,
    )


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
    query = select(stories).where(begins(stories.c.story, name))
    return one_row(work, query, "story", name, "zusage story list --all shows them")


def reports_in_story(work: Work, story: str) -> tuple[tuple[ReportInStory, ...], Mapping[str, Report]]:
    """Return the reports of a story by age, each with why it belongs and what it copied.

    Beside them the texts of its copies and of those of its reports that they copied, by their ids.
    """
    told = stories_with_members(work, [story])[story]
    members = {each.report: each for each in told.members}
    lines = report_lines(work, members)
    copied = {name: line.root for name, line in lines.items() if line.root}
    lines |= report_lines(work, set(copied.values()) - set(lines)) if copied else {}
    texts: dict[str, Report] = {}
    for batch in batches(sorted({each for pair in copied.items() if pair[1] in members for each in pair})):
        texts |= texts_in_force(work.connection, batch, known_at=work.known_at)
    query = select(reports.c.report, reports.c.copied)
    why = {row.report: row.copied for row in work.rows(query, reports.c.report, sorted(copied))}
    found = []
    for name in sorted(members, key=lambda each: (lines[each].published_on or "9999", each)):
        root = lines[name].root
        found.append(ReportInStory(lines[name], members[name], lines[root] if root else None, why.get(name, "")))
    return tuple(found), texts
