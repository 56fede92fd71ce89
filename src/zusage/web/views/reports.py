"""One report with every quote in its place, and the list of reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zusage.model.quote import Span
from zusage.model.report import Report
from zusage.publish.disclosure import Audience, Disclosure
from zusage.publish.reports.live_link import link_to
from zusage.publish.reports.runs import Paragraph, cut_runs
from zusage.web.address import Address
from zusage.web.page import Table
from zusage.web.views.statements import Card, card_of
from zusage.workflow.lookups import Lookups, Page, ReportFilter, ReportInFull, ReportLine, StatementInReport

PAGE_SIZE = 25
"""Reports on one page of the list."""

LONGEST = 120_000
"""Signs of a text that a page shows whole; of a longer one the words around the quotes, like to the public."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A report: what is known of it, its text as far as it is shown, and its statements in the order of their words.

    ``is_whole``: no word is left out; ``is_public``: what is left out is left out for the public.
    """

    report: ReportLine
    byline: str | None
    published_how: str | None
    source_kind: str | None
    flags: tuple[str, ...]
    notes: tuple[str, ...]
    live: str | None
    is_whole: bool
    is_public: bool
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...]
    root: ReportLine | None

    @property
    def by_id(self) -> Mapping[str, Card]:
        """The cards by their statements."""
        return {card.id: card for card in self.cards}

    def table(self) -> Table:
        """The statements as CSV."""
        columns = (
            *("id", "kind", "status", "certainty", "actor", "speaker", "measure", "object", "recipient", "firmness"),
            *("minimum", "maximum", "unit", "conditions", "stance", "topic", "date", "place", "person", "role", "mode"),
            *("said_on", "entry", "quote", "link"),
        )
        return Table(columns, tuple(_cells(card) for card in self.cards))


@dataclass(frozen=True, slots=True)
class ReportList:
    """A part of the list of reports."""

    reports: tuple[ReportLine, ...]
    total: int
    number: int
    pages: int
    outlets: tuple[str, ...]

    def table(self) -> Table:
        """The reports as CSV."""
        columns = (
            *("id", "name", "title", "outlet", "language", "published_on", "address", "credit", "story", "root"),
            *("statements", "synthetic"),
        )
        return Table(columns, tuple(tuple(getattr(each, name) for name in columns) for each in self.reports))


def report_page(found: ReportInFull, disclosure: Disclosure, *, root: ReportLine | None) -> ReportPage:
    """Show a report as far as it may be seen; ``root``: the report that it is a copy of."""
    report = found.report
    said = [each for each in found.statements if disclosure.shows(each.status)]
    places = {each.id: each.statement.quote.span for each in said if each.statement.quote}
    shown = _passages(report, list(places.values()), disclosure)
    furniture = [(each.span, each.rule) for each in report.furniture]
    return ReportPage(
        report=found.line,
        byline=report.byline,
        published_how=report.published_how,
        source_kind=str(report.source_kind) if report.source_kind else None,
        flags=report.flags,
        notes=found.notes if disclosure.audience is Audience.PRIVATE else (),
        live=link_to(report.address, None),
        is_whole=shown is None,
        is_public=not disclosure.shows_whole(report),
        paragraphs=cut_runs(report.text, places, furniture, shown=shown),
        cards=tuple(card_of(each, number, report.address) for number, each in enumerate(sorted(said, key=_place), 1)),
        root=root,
    )


def report_list(lookups: Lookups, address: Address, *, whole: bool = False) -> ReportList:
    """List reports as an address asks; ``whole``: all that fit."""
    page = Page(None) if whole else Page(PAGE_SIZE, (address.page - 1) * PAGE_SIZE)
    wanted = ReportFilter(
        outlet=address.get("outlet"), since=address.get("from"), until=address.get("until"), language=address.get("in")
    )
    found = lookups.reports(wanted, page=page)
    outlets = lookups.outlets()
    pages = max(1, -(-found.total // PAGE_SIZE))
    return ReportList(found.items, found.total, 1 if whole else address.page, pages, outlets)


def _passages(report: Report, quotes: list[Span], disclosure: Disclosure) -> tuple[Span, ...] | None:
    passages = disclosure.passages(report, quotes)
    if passages is None and len(report.text) > LONGEST:
        return Disclosure(audience=Audience.PUBLIC).passages(report, quotes)
    return passages


def _place(each: StatementInReport) -> tuple[int, int, str]:
    quote = each.statement.quote
    return (quote.start, quote.end, each.id) if quote else (10**9, 0, each.id)


def _cells(card: Card) -> tuple[object, ...]:
    amount = card.quantity
    conditions = " + ".join(each.type for each in card.conditions)
    return (
        *(card.id, card.kind, card.status, card.certainty, card.actor, card.speaker, card.measure, card.object),
        *(card.recipient, card.firmness, *((amount.min, amount.max, amount.unit) if amount else (None, None, None))),
        *(conditions, card.stance, card.topic, card.date, card.place, card.person, card.role, card.mode),
        *(card.said_on, card.entry, card.quote, card.live),
    )
