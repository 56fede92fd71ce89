"""What a search found, or how to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zusage.errors import InputError
from zusage.ledger.searching import RANKED
from zusage.publish.disclosure import Disclosure
from zusage.publish.reports.snippets import Piece
from zusage.web.address import Address
from zusage.web.page import Table
from zusage.web.views.statements import Card, card_of
from zusage.workflow.lookups import Listed, Lookups, Page, ReportLine
from zusage.workflow.search import ActorHit, QuoteHit, ReportHit, search

SIZE = 20
"""Hits of a kind on a page of it; on the page of all kinds there are a few of each."""
_FEW = 6
KINDS = ("quotes", "reports")


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quote that was found, with the statement that it makes."""

    report: ReportLine
    card: Card
    quote: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was found; ``words`` is empty where nothing was asked, ``problem`` says why a question is none.

    ``kind``: only quotes or only reports, a page of them; None: a few of everything. ``quotes_in_part``,
    ``reports_in_part``: of so many with these words, only those that were added last were ranked.
    """

    words: str
    kind: str | None
    problem: str
    actors: tuple[ActorHit, ...]
    quotes: tuple[QuoteLine, ...]
    quotes_in_all: int
    reports: tuple[ReportHit, ...]
    reports_in_all: int
    quotes_in_part: bool
    reports_in_part: bool
    number: int
    pages: int

    @property
    def ranked(self) -> int:
        """How many hits are ranked where there are more."""
        return RANKED

    @property
    def total(self) -> int:
        """How much was found of everything."""
        return len(self.actors) + self.quotes_in_all + self.reports_in_all

    def table(self) -> Table:
        """Everything that is on the page as CSV."""
        rows: list[tuple[object, ...]] = [
            ("actor", each.actor, each.actor, each.name, None, None, None) for each in self.actors
        ]
        rows += [
            (
                "quote",
                each.card.id,
                each.card.actor,
                _plain(each.quote),
                each.report.id,
                each.report.title,
                each.report.published_on,
            )
            for each in self.quotes
        ]
        rows += [
            ("report", each.line.id, None, _plain(each.snippet), each.line.id, each.line.title, each.line.published_on)
            for each in self.reports
        ]
        return Table(("kind", "id", "actor", "words", "report", "title", "published_on"), tuple(rows))


def search_page(lookups: Lookups, address: Address, disclosure: Disclosure) -> SearchPage:
    """Look for the words of an address."""
    words, kind = address.get("q") or "", address.get("kind")
    kind = kind if kind in KINDS else None
    number = address.page if kind else 1
    problem = ""
    actors: tuple[ActorHit, ...] = ()
    quotes: Listed[QuoteHit] = Listed((), 0)
    reports: Listed[ReportHit] = Listed((), 0)
    in_part = (False, False)
    if words:
        few, one = Page(_FEW), Page(SIZE, (number - 1) * SIZE)
        asked = {each: few if kind is None else one if kind == each else Page(0) for each in KINDS}
        try:
            found = search(lookups, words, disclosure=disclosure, **asked)
        except InputError as error:
            problem = error.problem
        else:
            actors, quotes, reports = found.actors if kind is None else (), found.quotes, found.reports
            in_part = found.quotes_in_part, found.reports_in_part
    total = max(quotes.total, reports.total)
    return SearchPage(
        words=words,
        kind=kind,
        problem=problem,
        actors=actors,
        quotes=tuple(
            QuoteLine(each.report, card_of(each.statement, 0, each.report.address), each.quote) for each in quotes
        ),
        quotes_in_all=quotes.total,
        reports=reports.items,
        reports_in_all=reports.total,
        quotes_in_part=in_part[0],
        reports_in_part=in_part[1],
        number=number,
        pages=max(1, -(-total // SIZE)) if kind else 1,
    )


def _plain(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
