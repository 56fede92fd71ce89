"""Lookups in a ledger as it was at a time, or as far as it had been published by a day: everything is worked out anew.

Kept in this process as long as the ledger stays as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from zusage.errors import MissingError, wording
from zusage.ledger.queries import revision_of
from zusage.ledger.times import Times, statement_times
from zusage.model.ledger import BoundedMeeting, Entry, EntryStatement, Severity, Status
from zusage.reconcile import Claim
from zusage.workflow.lookups.fitting import fits, is_report, is_step, is_wanted, may_step
from zusage.workflow.lookups.found import (
    Cell,
    ChangeLine,
    ConflictInFull,
    Counts,
    EntryInFull,
    EntryLine,
    Listed,
    Matrix,
    MeetingInFull,
    Pledged,
    ReportInFull,
    ReportInStory,
    ReportLine,
    StatementInEntry,
    StatementInReport,
    Step,
    StoryInFull,
    StoryLine,
)
from zusage.workflow.lookups.lines import Lines
from zusage.workflow.lookups.names import Sort, beginning_in
from zusage.workflow.lookups.wanted import (
    EVERYTHING,
    ChangeFilter,
    ConflictFilter,
    EntryFilter,
    EntryOrder,
    Page,
    ReportFilter,
)
from zusage.workflow.quoting import around
from zusage.workflow.stories import Overview, tell
from zusage.workflow.views import published_by, view_ledger
from zusage.workflow.workspace import Workspace

Item = TypeVar("Item")
Row = TypeVar("Row")

_PAGE = Page()
_SEVEREST_FIRST = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)
_KEPT = 4
"""Views that are kept: of today, and of some days that are looked at."""


class WorkedOut:
    """What is in a ledger, as lists, matrices and single things. Several may be used at once, also by threads."""

    def __init__(self, workspace: Workspace, *, accepted_only: bool = False, published_by: str | None = None) -> None:
        """Look things up in this ledger.

        ``accepted_only``: as if it held only what a person has accepted or coded; ``published_by``: as if it held only
        the reports that had been published by that day.
        """
        self.workspace = workspace
        self.accepted_only = accepted_only
        self.published_by = published_by
        self._kept: dict[tuple[str, str | None, str | None], Lines] = {}

    def revision(self) -> str:
        """Return a token that changes whenever something was added, read again, judged or taken down."""
        with self.workspace.ledger.reading() as connection:
            return f"{revision_of(connection)}-{self.workspace.dossier.fingerprint[:8]}"

    # --- Entries ---

    def entries(
        self,
        wanted: EntryFilter = EntryFilter(),  # noqa: B008 - frozen
        *,
        order: EntryOrder = EntryOrder.MEASURE,
        page: Page = _PAGE,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> Listed[EntryLine]:
        """Return the entries that fit, a page of them in some order."""
        lines = self._lines(as_of, known_at)
        fitting = sorted((each for each in lines.view.entries if fits(each, wanted, lines)), key=_order(order, lines))
        return _page(fitting, page, lines.entry)

    def entry(
        self, name: str, *, as_of: str | None = None, known_at: str | None = None, page: Page = EVERYTHING
    ) -> EntryInFull:
        """Return the entry with this id or beginning of one; with a page of its statements in their contexts.

        Raises:
            MissingError: there is none, or more than one.
        """
        lines = self._lines(as_of, known_at)
        entry = lines.view.find_entry(name)
        said = sorted(entry.statements, key=lambda each: (each.day or "", each.id))
        return EntryInFull(
            entry=entry,
            line=lines.entry(entry),
            statements=tuple(_statement_in_entry(each, lines) for each in page.of(said)),
            conflicts=tuple(lines.conflicts_of.get(entry.id, ())),
            reports={each.report: lines.reports[each.report] for each in said},
        )

    def matrix(self, *, as_of: str | None = None, since: str | None = None, known_at: str | None = None) -> Matrix:
        """Return actors by measures as of a day; with ``since`` also what had been said by that earlier day."""
        lines = self._lines(as_of, known_at)
        cells = _cells(lines.view.entries, lines)
        if since is not None:
            earlier = _cells(self._lines(since, known_at).view.entries, lines)
            cells = {key: _compared(cell, earlier.get(key)) for key, cell in cells.items()}
        much = Counter(actor for actor, _ in cells)
        measures = sorted({measure for _, measure in cells}, key=lambda each: (lines.places.get(each, 999), each))
        actors = sorted(much, key=lambda actor: (actor.startswith("group:"), -much[actor], actor))
        return Matrix(tuple(actors), tuple(measures), cells, as_of, since)

    def changes(
        self,
        wanted: ChangeFilter = ChangeFilter(),  # noqa: B008 - frozen
        *,
        page: Page = _PAGE,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> Listed[ChangeLine]:
        """Return steps of the histories of all sure entries, the newest first; undated ones last."""
        lines = self._lines(as_of, known_at)
        entries = (each for each in lines.view.entries if not each.is_unsure and may_step(each, wanted, lines))
        steps = (step for entry in entries for step in lines.changes(entry))
        found = sorted((each for each in steps if is_step(each, wanted)), key=lambda each: each.entry)
        return _page(sorted(found, key=lambda each: each.day or "", reverse=True), page, _same)

    def actors(self, *, as_of: str | None = None, known_at: str | None = None) -> tuple[str, ...]:
        """Return the actors of all entries."""
        return tuple(sorted({entry.actor for entry in self._lines(as_of, known_at).view.entries}))

    def beginning(
        self,
        names: Iterable[str],
        sort: Sort = Sort.ENTRY,
        *,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> int:
        """Return how many first signs tell some ids from every other of that sort."""
        view = self._lines(as_of, known_at).view
        return beginning_in((each.id for each in (view.entries if sort is Sort.ENTRY else view.conflicts)), names)

    def pledged(self, recipients: Collection[str | None], *, as_of: str | None = None) -> Pledged:
        """Return whole entries for some recipients (None: for nobody who is named), unsure ones too, by their actors."""
        lines = self._lines(as_of, None)
        found = [each for each in lines.view.entries if each.recipient in recipients]
        ordered = tuple(sorted(found, key=_order(EntryOrder.ACTOR, lines)))
        return Pledged(
            ordered, {said.report: lines.reports[said.report] for each in ordered for said in each.statements}
        )

    def steps(self, wanted: ChangeFilter, *, most: int, as_of: str | None = None) -> tuple[Step, ...]:
        """Return so many steps as `changes` does at most, without their words."""
        found = self.changes(wanted, page=Page(most), as_of=as_of)
        return tuple(Step(each.entry, each.actor, each.measure, each.day, each.after) for each in found)

    # --- Conflicts and meetings ---

    def conflicts(
        self,
        wanted: ConflictFilter = ConflictFilter(),  # noqa: B008 - frozen
        *,
        page: Page = _PAGE,
        known_at: str | None = None,
    ) -> Listed[ConflictInFull]:
        """Return the conflicts that fit, the severest first."""
        lines = self._lines(None, known_at)
        fitting = [each for each in lines.view.conflicts if is_wanted(each, wanted, lines)]
        return _page(sorted(fitting, key=lambda each: _SEVEREST_FIRST.index(each.severity)), page, lines.conflict)

    def conflict(self, name: str, *, known_at: str | None = None) -> ConflictInFull:
        """Return the conflict with this id or beginning of one.

        Raises:
            MissingError: there is none, or more than one.
        """
        lines = self._lines(None, known_at)
        by_id = {each.id: each for each in lines.view.conflicts}
        return lines.conflict(_find(by_id, name, "conflict", "zusage conflicts shows them"))

    def conflict_times(self, wanted: ConflictFilter, *, page: Page = _PAGE) -> Mapping[str, Times]:
        """Return for the conflicts that `conflicts` gives since when each has been one, and when that was last judged."""
        found = {each.conflict.id: each.statements for each in self.conflicts(wanted, page=page)}
        with self.workspace.ledger.reading() as connection:
            times = statement_times(connection, {each for named in found.values() for each in named})
        return {
            name: Times(
                max((times[each].first for each in named if each in times), default=""),
                max((times[each].last for each in named if each in times), default=""),
            )
            for name, named in found.items()
        }

    def meetings(self, *, page: Page = _PAGE, known_at: str | None = None) -> Listed[MeetingInFull]:
        """Return the meetings, each with the days on which it can have been and who came how."""
        lines = self._lines(None, known_at)
        return _page(lines.view.meetings, page, lambda each: _meeting(each, lines))

    # --- Stories and reports ---

    def stories(
        self, *, least: int = 1, page: Page = _PAGE, newest_first: bool = True, known_at: str | None = None
    ) -> Listed[StoryLine]:
        """Return the stories with so many reports or more, by their days; undated ones last."""
        stories = [each for each in self._lines(None, known_at).stories.values() if len(each.reports) >= least]
        dated = sorted((each for each in stories if each.days[0]), key=lambda each: each.days, reverse=newest_first)
        return _page([*dated, *(each for each in stories if not each.days[0])], page, _story_line)

    def story(self, name: str, *, known_at: str | None = None) -> StoryInFull:
        """Return the story with this id or beginning of one.

        Raises:
            MissingError: there is none, or more than one.
        """
        lines = self._lines(None, known_at)
        overview = _find(lines.stories, name, "story", "zusage story list --all shows them")
        told = tell(overview, lines.view)
        reports = tuple(
            ReportInStory(
                lines.reports[each.report.id],
                each.membership,
                lines.reports[each.root.id] if each.root else None,
                each.copied,
            )
            for each in told
        )
        conflicts = tuple(each for each in lines.view.conflicts if each.story == overview.story.id)
        members = {each.report.id for each in told}
        copies = [(each.report, each.root) for each in told if each.root is not None and each.root.id in members]
        texts = {text.id: text for pair in copies for text in pair}
        return StoryInFull(_story_line(overview), reports, conflicts, texts)

    def reports(
        self,
        wanted: ReportFilter = ReportFilter(),  # noqa: B008 - frozen
        *,
        page: Page = _PAGE,
        known_at: str | None = None,
    ) -> Listed[ReportLine]:
        """Return the reports that fit, the newest first; undated ones last."""
        found = [each for each in self._lines(None, known_at).reports.values() if is_report(each, wanted)]
        by_id = sorted(found, key=lambda each: each.id)
        return _page(sorted(by_id, key=lambda each: each.published_on or "", reverse=True), page, _same)

    def report(self, name: str, *, known_at: str | None = None) -> ReportInFull:
        """Return the report of this name in its file, or with this id or beginning of one.

        Raises:
            MissingError: there is none, or more than one.
        """
        lines = self._lines(None, known_at)
        named = {each.id: each for each in lines.reports.values() if each.name == name}
        line = _find(named or lines.reports, "" if named else name, "report", "zusage report list shows them")
        return _report_in_full(line, lines)

    def full_reports(self, names: Iterable[str]) -> Mapping[str, ReportInFull]:
        """Return those of some reports that there are, given by their whole ids."""
        lines = self._lines(None, None)
        return {name: _report_in_full(lines.reports[name], lines) for name in names if name in lines.reports}

    def is_synthetic(self, *, known_at: str | None = None) -> bool:
        """Say whether any of the reports was written as a sample."""
        return self._lines(None, known_at).view.is_synthetic

    def counts(self, *, as_of: str | None = None, known_at: str | None = None) -> Counts:
        """Return how much there is of everything."""
        lines = self._lines(as_of, known_at)
        view = lines.view
        unsure = sum(each.is_unsure for each in view.entries)
        severities = Counter(str(each.severity) for each in view.conflicts)
        return Counts(
            reports=len(view.readings),
            statements=len(view.grounds.claims),
            entries=len(view.entries) - unsure,
            unsure=unsure,
            conflicts=len(view.conflicts),
            meetings=len(view.meetings),
            stories=len(view.grounds.stories),
            unreviewed=sum(claim.status is Status.READ for claim in view.grounds.claims),
            looks=len(view.current.carried.looks),
            synthetic=sum(each.synthetic for each in lines.reports.values()),
            conflicts_by_severity={str(each): severities[str(each)] for each in _SEVEREST_FIRST},
        )

    def _lines(self, as_of: str | None, known_at: str | None) -> Lines:
        key = (self.revision(), as_of, known_at)
        kept = self._kept.get(key)
        if kept is None:
            others = {each: lines for each, lines in self._kept.items() if each[0] == key[0]}
            view = view_ledger(self.workspace, as_of=as_of, known_at=known_at, accepted_only=self.accepted_only)
            kept = Lines(published_by(view, self.published_by) if self.published_by else view)
            self._kept = dict([*others.items()][1 - _KEPT :]) | {key: kept}
        return kept


def _report_in_full(line: ReportLine, lines: Lines) -> ReportInFull:
    said = sorted(lines.claims_in.get(line.id, ()), key=_place)
    statements = tuple(_statement_in_report(each, lines) for each in said)
    return ReportInFull(line, lines.view.reports[line.id], statements, lines.notes[line.id])


def _page(items: Sequence[Item], page: Page, make: Callable[[Item], Row]) -> Listed[Row]:
    end = None if page.size is None else page.start + page.size
    return Listed(tuple(make(each) for each in items[page.start : end]), len(items))


def _same(item: Item) -> Item:
    return item


def _find(items: Mapping[str, Item], name: str, what: str, hint: str) -> Item:
    found = [item for key, item in items.items() if key.startswith(name)]
    if not found:
        raise MissingError(wording("{kind} {name}", kind=what, name=name), "is not in the ledger", hint=hint)
    if len(found) > 1:
        raise MissingError(
            wording("{kind} {name}", kind=what, name=name),
            wording("is the beginning of {count} ids", count=len(found)),
            hint="give more of it",
        )
    return found[0]


# --- In which order, and put together ---


def _step(entry: Entry) -> int:
    step = entry.firmness.step if entry.firmness else None
    return -1 if step is None else step


def _order(order: EntryOrder, lines: Lines) -> Callable[[Entry], tuple[object, ...]]:
    def key(entry: Entry) -> tuple[object, ...]:
        match order:
            case EntryOrder.MEASURE:
                first: tuple[object, ...] = (lines.places.get(entry.measure, 999), -_step(entry))
            case EntryOrder.FIRMEST:
                first = (-_step(entry), -len(entry.roots))
            case EntryOrder.NEWEST:
                first = (tuple(-ord(sign) for sign in entry.last_day or " "),)
            case EntryOrder.ROOTS:
                first = (-len(entry.roots),)
            case EntryOrder.ACTOR:
                first = (entry.actor, lines.places.get(entry.measure, 999))
        return (*first, entry.actor, entry.id)

    return key


def _cells(entries: Iterable[Entry], lines: Lines) -> dict[tuple[str, str], Cell]:
    grouped: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if not entry.is_unsure:
            grouped[entry.actor, entry.measure].append(entry)
    return {key: _cell(sorted(found, key=_order(EntryOrder.FIRMEST, lines))) for key, found in sorted(grouped.items())}


def _cell(entries: Sequence[Entry]) -> Cell:
    first = entries[0]
    return Cell(
        first.actor,
        first.measure,
        first.firmness,
        tuple(each.id for each in entries),
        is_conditional=bool(first.conditions),
        is_reviewed=all(each.reviewed for each in entries),
    )


def _compared(cell: Cell, before: Cell | None) -> Cell:
    firmness = before.firmness if before else None
    return Cell(
        cell.actor,
        cell.measure,
        cell.firmness,
        cell.entries,
        cell.is_conditional,
        cell.is_reviewed,
        before=firmness,
        has_changed=firmness is not cell.firmness,
    )


def _statement_in_entry(said: EntryStatement, lines: Lines) -> StatementInEntry:
    claim = lines.claims[said.id]
    before, after = around(said.quote, claim.report.text)
    return StatementInEntry(
        said=said,
        report=lines.reports[said.report],
        trace=claim.statement.trace,
        certainty=claim.statement.certainty,
        before=before,
        after=after,
        look=lines.view.current.carried.looks.get(said.id),
    )


def _statement_in_report(claim: Claim, lines: Lines) -> StatementInReport:
    return StatementInReport(
        id=claim.id,
        statement=claim.statement,
        status=claim.status,
        counts=claim.counts(),
        entry=lines.entry_of.get(claim.id),
        look=lines.view.current.carried.looks.get(claim.id),
    )


def _place(claim: Claim) -> tuple[int, str]:
    return claim.statement.quote.start if claim.statement.quote else -1, claim.id


def _meeting(bounded: BoundedMeeting, lines: Lines) -> MeetingInFull:
    attendance = tuple((lines.reports[report.id], said) for report, said in lines.view.attendance_of(bounded.story))
    cited = [each.citations for each in bounded.bounds] + [each.citations for each in bounded.stated]
    reports = {words.report: lines.reports[words.report] for each in cited for words in each}
    return MeetingInFull(bounded, lines.view.story_names.get(bounded.story), attendance, reports)


def _story_line(overview: Overview) -> StoryLine:
    first, last = overview.days
    return StoryLine(
        id=overview.story.id,
        event=overview.story.name,
        title=overview.title,
        first_day=first,
        last_day=last,
        reports=len(overview.reports),
        roots=overview.roots,
        languages=overview.languages,
        synthetic=any(report.synthetic for report in overview.reports),
    )
