"""One story: its reports side by side, copies folded; and the list of stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from zusage.model.ledger import Severity
from zusage.model.quote import Span
from zusage.model.report import Report
from zusage.publish.disclosure import Audience, Disclosure
from zusage.publish.reports.comparison import Point, compare
from zusage.reconcile import changes_of
from zusage.web.address import Address
from zusage.web.page import Table
from zusage.web.views.statements import Card, card_of
from zusage.workflow.lookups import Lookups, Page, ReportInFull, ReportInStory, ReportLine, StoryInFull, StoryLine

PAGE_SIZE = 25
"""Stories on one page of the list."""

SHOWN = 3
"""Reports whose words are shown of those that say the same; the others are named, unless all are asked for."""

_REASONS = 4
_LONGEST = 160
"""Signs that are shown of a changed passage."""


@dataclass(frozen=True, slots=True)
class Altered:
    """Words that a copy left out, added, moved or put in another way; empty where they may not be shown."""

    what: str
    root: str
    copy: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a report: why it is one, and what it changed."""

    report: ReportLine
    why: str
    changes: tuple[Altered, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """An independent report of the story with its copies: why it belongs, the weightiest reasons first."""

    report: ReportLine
    reasons: tuple[str, ...]
    more_reasons: int
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class TellingLine:
    """What one report says on a point."""

    report: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Reports that say the same on a point, and one's cards of it."""

    cards: tuple[Card, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointLine:
    """Something that reports say: by which of them, on which fields they differ, and who does not tell it."""

    kind: str
    who: str
    what: str
    told: str
    differs: tuple[str, ...]
    tellings: tuple[TellingLine, ...]
    silent: tuple[str, ...]

    def sides(self, *, whole: bool) -> tuple[tuple[TellingLine, ...], tuple[Alike, ...]]:
        """What is shown side by side, and the reports of the rest, by what they say: some that are shown say the same."""
        if whole or len(self.tellings) <= SHOWN + 1:
            return self.tellings, ()
        alike: defaultdict[Hashable, list[TellingLine]] = defaultdict(list)
        shown = []
        for each in self.tellings:
            same = alike[tuple(card.version for card in each.cards)]
            same.append(each)
            if len(same) <= SHOWN:
                shown.append(each)
        more = (same for same in alike.values() if len(same) > SHOWN)
        return tuple(shown), tuple(Alike(same[0].cards, tuple(one.report for one in same[SHOWN:])) for same in more)


@dataclass(frozen=True, slots=True)
class ConflictRef:
    """A conflict in one line."""

    id: str
    slot: str
    severity: Severity
    explanation: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """A story: its reports with copies folded, what they say side by side, and its conflicts."""

    story: StoryLine
    roots: tuple[Root, ...]
    differing: tuple[PointLine, ...]
    shared: tuple[PointLine, ...]
    alone: tuple[PointLine, ...]
    conflicts: tuple[ConflictRef, ...]

    @property
    def reports(self) -> Mapping[str, ReportLine]:
        """The independent reports by their ids."""
        return {each.report.id: each.report for each in self.roots}

    @property
    def alone_in(self) -> Mapping[str, Sequence[PointLine]]:
        """What only one report says, by the report."""
        found: defaultdict[str, list[PointLine]] = defaultdict(list)
        for point in self.alone:
            found[point.tellings[0].report].append(point)
        return found

    def table(self) -> Table:
        """One row for each statement on each point."""
        columns = ("kind", "who", "what", "told", "differs", "report", "outlet", "published_on", "statement", "quote")
        reports = self.reports
        rows = [
            (
                *(point.kind, point.who, point.what, point.told, " + ".join(point.differs), telling.report),
                *(reports[telling.report].outlet, reports[telling.report].published_on, card.id, card.quote),
            )
            for point in (*self.differing, *self.shared, *self.alone)
            for telling in point.tellings
            for card in telling.cards
        ]
        return Table(columns, tuple(rows))


@dataclass(frozen=True, slots=True)
class StoryList:
    """A part of the list of stories."""

    stories: tuple[StoryLine, ...]
    total: int
    number: int
    pages: int
    least: int

    def table(self) -> Table:
        """The stories as CSV."""
        columns = ("id", "event", "title", "first_day", "last_day", "reports", "roots", "languages", "synthetic")
        rows = [
            tuple(" ".join(each.languages) if name == "languages" else getattr(each, name) for name in columns)
            for each in self.stories
        ]
        return Table(columns, tuple(rows))


def story_page(lookups: Lookups, found: StoryInFull, disclosure: Disclosure) -> StoryPage:
    """Show a story as far as it may be seen."""
    members = {each.line.id for each in found.reports}
    roots = [each for each in found.reports if each.root is None or each.root.id not in members]
    full = lookups.full_reports([each.line.id for each in roots if each.line.statements])
    said = {
        each.line.id: [
            (one.id, one.statement)
            for one in (full[each.line.id].statements if each.line.id in full else ())
            if one.counts and disclosure.shows(one.status)
        ]
        for each in roots
    }
    cards = {name: _cards(found) for name, found in full.items()}
    points = [_point(each, cards, tuple(said)) for each in compare(said)]
    return StoryPage(
        story=found.line,
        roots=tuple(_root(each, found, disclosure) for each in roots),
        differing=tuple(each for each in points if each.differs),
        shared=tuple(each for each in points if not each.differs and len(each.tellings) > 1),
        alone=tuple(each for each in points if not each.differs and len(each.tellings) == 1),
        conflicts=tuple(ConflictRef(each.id, each.slot, each.severity, each.explanation) for each in found.conflicts),
    )


def story_list(lookups: Lookups, address: Address, *, whole: bool = False) -> StoryList:
    """List stories as an address asks, those of several reports unless ``all`` is asked for; ``whole``: on one page."""
    least = 1 if address.get("all") else 2
    page = Page(None) if whole else Page(PAGE_SIZE, (address.page - 1) * PAGE_SIZE)
    found = lookups.stories(least=least, page=page)
    pages = max(1, -(-found.total // PAGE_SIZE))
    return StoryList(found.items, found.total, 1 if whole else address.page, pages, least)


def _cards(found: ReportInFull) -> Mapping[str, Card]:
    return {each.id: card_of(each, number, found.report.address) for number, each in enumerate(found.statements, 1)}


def _point(point: Point, cards: Mapping[str, Mapping[str, Card]], reports: Sequence[str]) -> PointLine:
    tellings = tuple(
        TellingLine(each.report, tuple(cards[each.report][name] for name, _ in each.statements))
        for each in point.tellings
    )
    telling = {each.report for each in tellings}
    silent = tuple(each for each in reports if each not in telling)
    return PointLine(str(point.kind), point.who, point.what, str(point.told), point.differs, tellings, silent)


def _root(root: ReportInStory, story: StoryInFull, disclosure: Disclosure) -> Root:
    reasons = root.membership.reason.split("; ")
    copies = [each for each in story.reports if each.root is not None and each.root.id == root.line.id]
    made = tuple(Copy(each.line, each.copied, _altered(each, root, story, disclosure)) for each in copies)
    return Root(root.line, tuple(reasons[:_REASONS]), max(0, len(reasons) - _REASONS), made)


def _altered(
    each: ReportInStory, original: ReportInStory, story: StoryInFull, disclosure: Disclosure
) -> tuple[Altered, ...]:
    root, copy = story.texts[original.line.id], story.texts[each.line.id]
    changes = changes_of(root, copy) if root.language == copy.language else ()
    hidden = disclosure.audience is Audience.PUBLIC and not (
        disclosure.shows_whole(root) and disclosure.shows_whole(copy)
    )
    if hidden:
        return tuple(Altered(str(one.what), "", "") for one in changes)
    return tuple(Altered(str(one.what), _words(root, one.root), _words(copy, one.copy)) for one in changes)


def _words(report: Report, span: Span | None) -> str:
    if span is None:
        return ""
    words = " ".join(report.text[span.start : span.end].split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
