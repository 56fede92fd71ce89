"""The lookups themselves: in derived rows, or worked out anew for a ledger as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Connection

from zusage.language.question import Question
from zusage.ledger.derived import ACCEPTED, WHOLE
from zusage.ledger.queries import revision_of
from zusage.ledger.searching import Found
from zusage.ledger.times import Times
from zusage.ledger.word_index import Sort as Searched
from zusage.model.ledger import Conflict
from zusage.model.report import Report
from zusage.reconcile.attention import Standing, by_need
from zusage.workflow.derive.catching_up import is_in_line
from zusage.workflow.derive.work import Work
from zusage.workflow.lookups.found import (
    ChangeLine,
    ConflictCount,
    ConflictInFull,
    Counts,
    EntryInFull,
    EntryLine,
    Listed,
    Matrix,
    MeetingInFull,
    Pledged,
    ReportInFull,
    ReportLine,
    StatementInReport,
    Step,
    StoryInFull,
    StoryLine,
    ToJudge,
)
from zusage.workflow.lookups.kept_conflicts import (
    conflict_times,
    conflicts_of_story,
    count_all,
    entries_then,
    full_conflicts,
    list_conflicts,
    list_meetings,
    list_plain_conflicts,
    one_conflict,
    tally_conflicts,
)
from zusage.workflow.lookups.kept_entries import (
    kept_lines,
    list_changes,
    list_entries,
    list_steps,
    make_matrix,
    one_entry,
    one_entry_line,
    pledged_to,
)
from zusage.workflow.lookups.kept_queue import list_standings, statements_to_judge
from zusage.workflow.lookups.kept_reports import (
    find_report_line,
    find_story_row,
    list_outlets,
    list_reports,
    list_stories,
    report_lines,
    reports_in_full,
    reports_in_story,
    story_line,
    texts_of_reports,
)
from zusage.workflow.lookups.kept_words import find_words, quoted_statements
from zusage.workflow.lookups.known import (
    actors_then,
    beginning_then,
    is_kept,
    is_today,
    list_entries_then,
    list_reports_then,
    was_synthetic,
)
from zusage.workflow.lookups.names import Sort, actors_in_rows, beginning_in_rows, is_synthetic
from zusage.workflow.lookups.wanted import (
    EVERYTHING,
    ChangeFilter,
    ConflictFilter,
    EntryFilter,
    EntryOrder,
    Page,
    ReportFilter,
)
from zusage.workflow.lookups.worked_out import WorkedOut
from zusage.workflow.workspace import Workspace

_PAGE = Page()


class Lookups:
    """What is in a ledger, as lists, matrices and single things. Several may be used at once, also by threads."""

    def __init__(self, workspace: Workspace, *, accepted_only: bool = False, published_by: str | None = None) -> None:
        """Look things up in this ledger.

        ``accepted_only``: as if it held only what a person has accepted or coded; ``published_by``: as if it held only
        the reports that had been published by that day.
        """
        self.workspace = workspace
        self.accepted_only = accepted_only
        self.published_by = published_by
        self._worked_out = WorkedOut(workspace, accepted_only=accepted_only, published_by=published_by)

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
        with self._rows(known_at, then=as_of is None) as work:
            if work is None:
                return self._worked_out.entries(wanted, order=order, page=page, as_of=as_of, known_at=known_at)
            if work.known_at is not None:
                return list_entries_then(work, wanted, order, page, work.known_at)
            return list_entries(work, wanted, order, page, as_of)

    def entry(
        self, name: str, *, as_of: str | None = None, known_at: str | None = None, page: Page = EVERYTHING
    ) -> EntryInFull:
        """Return the entry with this id or beginning of one; with a page of its statements in their contexts.

        Raises:
            MissingError: there is none, or more than one.
        """
        with self._rows(known_at) as work:
            if work is None:
                return self._worked_out.entry(name, as_of=as_of, known_at=known_at, page=page)
            return one_entry(work, name, as_of, page)

    def entry_line(self, name: str) -> EntryLine:
        """Return the entry with this id or beginning of one, as it is today, in one line.

        Raises:
            MissingError: there is none, or more than one.
        """
        with self._rows() as work:
            if work is None:
                return self._worked_out.entry(name).line
            return one_entry_line(work, name)

    def entry_lines(self, names: Sequence[str]) -> tuple[EntryLine, ...]:
        """Return entries as they are today, given by their whole ids, in one line each."""
        with self._rows() as work:
            if work is None:
                return tuple(self._worked_out.entry(name).line for name in names)
            return kept_lines(work, names)

    def pledged(self, recipients: Collection[str | None], *, as_of: str | None = None) -> Pledged:
        """Return whole entries for some recipients (None: for nobody who is named), unsure ones too, by their actors."""
        with self._rows() as work:
            if work is None:
                return self._worked_out.pledged(recipients, as_of=as_of)
            return pledged_to(work, recipients, as_of)

    def matrix(self, *, as_of: str | None = None, since: str | None = None, known_at: str | None = None) -> Matrix:
        """Return actors by measures as of a day; with ``since`` also what had been said by that earlier day."""
        with self._rows(known_at) as work:
            if work is None:
                return self._worked_out.matrix(as_of=as_of, since=since, known_at=known_at)
            return make_matrix(work, as_of, since)

    def changes(
        self,
        wanted: ChangeFilter = ChangeFilter(),  # noqa: B008 - frozen
        *,
        page: Page = _PAGE,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> Listed[ChangeLine]:
        """Return steps of the histories of all sure entries, the newest first; undated ones last."""
        with self._rows(known_at) as work:
            if work is None:
                return self._worked_out.changes(wanted, page=page, as_of=as_of, known_at=known_at)
            return list_changes(work, wanted, page, as_of)

    def actors(self, *, as_of: str | None = None, known_at: str | None = None) -> tuple[str, ...]:
        """Return the actors of all entries; with ``as_of`` also of those that have become others since."""
        with self._rows(known_at, then=as_of is None) as work:
            if work is None:
                return self._worked_out.actors(as_of=as_of, known_at=known_at)
            if work.known_at is not None:
                return actors_then(work, work.known_at)
            return actors_in_rows(work, as_of)

    def beginning(
        self,
        names: Iterable[str],
        sort: Sort = Sort.ENTRY,
        *,
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> int:
        """Return how many first signs, four at least, tell some ids from every other of that sort."""
        with self._rows(known_at, then=as_of is None and sort is Sort.ENTRY) as work:
            if work is None:
                return self._worked_out.beginning(names, sort, as_of=as_of, known_at=known_at)
            if work.known_at is not None:
                return beginning_then(work, names, work.known_at)
            return beginning_in_rows(work, sort, names, as_of)

    def steps(self, wanted: ChangeFilter, *, most: int, as_of: str | None = None) -> tuple[Step, ...]:
        """Return so many steps as `changes` does at most, without their words: many cost little."""
        with self._rows() as work:
            if work is None:
                return self._worked_out.steps(wanted, most=most, as_of=as_of)
            return list_steps(work, wanted, most, as_of)

    # --- Conflicts and meetings ---

    def conflicts(
        self,
        wanted: ConflictFilter = ConflictFilter(),  # noqa: B008 - frozen
        *,
        page: Page = _PAGE,
        known_at: str | None = None,
    ) -> Listed[ConflictInFull]:
        """Return the conflicts that fit, the severest first."""
        with self._rows(known_at) as work:
            if work is None:
                return self._worked_out.conflicts(wanted, page=page, known_at=known_at)
            return list_conflicts(work, wanted, page)

    def plain_conflicts(
        self,
        wanted: ConflictFilter = ConflictFilter(),  # noqa: B008 - frozen
        *,
        page: Page = _PAGE,
    ) -> Listed[Conflict]:
        """Return the conflicts that `conflicts` gives, without what they quote."""
        with self._rows() as work:
            if work is None:
                found = self._worked_out.conflicts(wanted, page=page)
                return Listed(tuple(each.conflict for each in found), found.total)
            return list_plain_conflicts(work, wanted, page)

    def count_conflicts(
        self,
        wanted: ConflictFilter = ConflictFilter(),  # noqa: B008 - frozen
    ) -> tuple[ConflictCount, ...]:
        """Count the conflicts that fit by what they are on, how severe they are, and the month of their story."""
        with self._rows() as work:
            if work is not None:
                return tally_conflicts(work, wanted)
        days = {line.id: line.first_day or "" for line in self.stories(page=EVERYTHING)}
        found = (each.conflict for each in self.conflicts(wanted, page=EVERYTHING))
        keys = Counter((each.slot, each.severity, days.get(each.story or "", "")[:7]) for each in found)
        return tuple(sorted(ConflictCount(*key, count) for key, count in keys.items()))

    def conflict(self, name: str, *, known_at: str | None = None) -> ConflictInFull:
        """Return the conflict with this id or beginning of one.

        Raises:
            MissingError: there is none, or more than one.
        """
        with self._rows(known_at) as work:
            if work is None:
                return self._worked_out.conflict(name, known_at=known_at)
            return one_conflict(work, name)

    def conflict_times(self, wanted: ConflictFilter, *, page: Page = _PAGE) -> Mapping[str, Times]:
        """Return for the conflicts that `conflicts` gives since when each has been one, and when that was last judged.

        Both are of the statements that it quotes, and empty for one that quotes none; none is read for that.
        """
        with self._rows() as work:
            if work is None:
                return self._worked_out.conflict_times(wanted, page=page)
            return conflict_times(work, wanted, page)

    def full_conflicts(self, names: Sequence[str]) -> tuple[ConflictInFull, ...]:
        """Return conflicts, given by their whole ids."""
        with self._rows() as work:
            if work is None:
                return tuple(self._worked_out.conflict(name) for name in names)
            return full_conflicts(work, names)

    def meetings(self, *, page: Page = _PAGE, known_at: str | None = None) -> Listed[MeetingInFull]:
        """Return the meetings, each with the days on which it can have been and who came how."""
        with self._rows(known_at) as work:
            if work is None:
                return self._worked_out.meetings(page=page, known_at=known_at)
            return list_meetings(work, page)

    # --- Stories and reports ---

    def stories(
        self, *, least: int = 1, page: Page = _PAGE, newest_first: bool = True, known_at: str | None = None
    ) -> Listed[StoryLine]:
        """Return the stories with so many reports or more, by their days; undated ones last."""
        with self._rows(known_at) as work:
            if work is None:
                return self._worked_out.stories(least=least, page=page, newest_first=newest_first, known_at=known_at)
            return list_stories(work, least, page, newest_first=newest_first)

    def story(self, name: str, *, known_at: str | None = None) -> StoryInFull:
        """Return the story with this id or beginning of one.

        Raises:
            MissingError: there is none, or more than one.
        """
        with self._rows(known_at) as work:
            if work is None:
                return self._worked_out.story(name, known_at=known_at)
            row = find_story_row(work, name)
            reports, texts = reports_in_story(work, row.story)
            return StoryInFull(story_line(row), reports, conflicts_of_story(work, row.story), texts)

    def reports(
        self,
        wanted: ReportFilter = ReportFilter(),  # noqa: B008 - frozen
        *,
        page: Page = _PAGE,
        known_at: str | None = None,
    ) -> Listed[ReportLine]:
        """Return the reports that fit, the newest first; undated ones last."""
        with self._rows(known_at, then=True) as work:
            if work is None:
                return self._worked_out.reports(wanted, page=page, known_at=known_at)
            if work.known_at is not None:
                return list_reports_then(work, wanted, page, work.known_at)
            return list_reports(work, wanted, page)

    def outlets(self) -> tuple[str, ...]:
        """Return the outlets that have published a report, by their names."""
        with self._rows() as work:
            if work is None:
                found = self._worked_out.reports(page=EVERYTHING)
                return tuple(sorted({each.outlet for each in found if each.outlet}))
            return list_outlets(work)

    def report(self, name: str, *, known_at: str | None = None) -> ReportInFull:
        """Return the report of this name in its file, or with this id or beginning of one.

        Raises:
            MissingError: there is none, or more than one.
        """
        with self._rows(known_at) as work:
            if work is None:
                return self._worked_out.report(name, known_at=known_at)
            line = find_report_line(work, name)
            return reports_in_full(work, {line.id: line})[line.id]

    def report_line(self, name: str) -> ReportLine:
        """Return the report that `report` gives, in one line.

        Raises:
            MissingError: there is none, or more than one.
        """
        with self._rows() as work:
            if work is None:
                return self._worked_out.report(name).line
            return find_report_line(work, name)

    def full_reports(self, names: Iterable[str]) -> Mapping[str, ReportInFull]:
        """Return those of some reports that there are, given by their whole ids."""
        with self._rows() as work:
            if work is None:
                return self._worked_out.full_reports(names)
            return reports_in_full(work, report_lines(work, names))

    def texts(self, names: Iterable[str]) -> Mapping[str, tuple[ReportLine, Report]]:
        """Return of some reports, given by their whole ids, those that there are: in one line each, and their texts."""
        with self._rows() as work:
            if work is None:
                found = self._worked_out.full_reports(names)
                return {name: (each.line, each.report) for name, each in found.items()}
            return texts_of_reports(work, names)

    def words(self, question: Question, sort: Searched, *, page: Page = _PAGE, accepted: bool = False) -> Found:
        """Return the names of reports or quotes that have the words of a question, best first.

        ``accepted``: of quotes only those of statements that a person stands behind.
        """
        with self._rows() as work:
            if work is not None:
                return find_words(work, question, sort, page, accepted=accepted)
        with self.workspace.ledger.reading() as connection:
            return find_words(Work(connection, self.workspace.dossier), question, sort, page, accepted=accepted)

    def quoted(self, hits: Iterable[tuple[str, str]]) -> Mapping[str, tuple[ReportLine, StatementInReport]]:
        """Return of some statements, given by their ids and those of their reports, those that there are, by their ids."""
        with self._rows() as work:
            if work is None:
                found = self._worked_out.full_reports({report for _, report in hits})
                return {each.id: (one.line, each) for one in found.values() for each in one.statements}
            return quoted_statements(work, [name for name, _ in hits])

    def story_line(self, name: str) -> StoryLine:
        """Return the story that `story` gives, in one line.

        Raises:
            MissingError: there is none, or more than one.
        """
        with self._rows() as work:
            if work is None:
                return self._worked_out.story(name).line
            return story_line(find_story_row(work, name))

    def is_synthetic(self, *, known_at: str | None = None) -> bool:
        """Say whether any of the reports was written as a sample."""
        with self._rows(known_at, then=True) as work:
            if work is None:
                return self._worked_out.is_synthetic(known_at=known_at)
            if work.known_at is not None:
                return was_synthetic(work, work.known_at)
            return is_synthetic(work)

    def count_entries(self, as_of: str) -> tuple[int, int]:
        """Return of how many entries there were statements by a day that count, and of how many only unsure ones."""
        with self._rows() as work:
            if work is None:
                found = self._worked_out.counts(as_of=as_of)
                return found.entries, found.unsure
            return entries_then(work, as_of)

    def standings(self) -> tuple[Standing, ...]:
        """Return all statements in force of the whole ledger in the order in which they should be looked at."""
        with self._rows() as work:
            return by_need(list_standings(work)) if work is not None else ()

    def to_judge(self, names: Iterable[str]) -> Mapping[str, ToJudge]:
        """Return those of some statements that are in force in the whole ledger, by their ids."""
        with self._rows() as work:
            return statements_to_judge(work, names) if work is not None else {}

    def counts(self, *, as_of: str | None = None, known_at: str | None = None) -> Counts:
        """Return how much there is of everything."""
        with self._rows(known_at) as work:
            if work is None:
                return self._worked_out.counts(as_of=as_of, known_at=known_at)
            return count_all(work, as_of)

    @contextmanager
    def _rows(self, known_at: str | None = None, *, then: bool = False) -> Iterator[Work | None]:
        """Hand out derived rows that are in line; None where what is wanted is not what they tell.

        Where another program or dossier has made them they are made anew. ``then``: also where what rows were before
        tells what the ledger held at that time; the time is then the work's.
        """
        if self.published_by is not None:
            yield None
            return
        dossier, tables = self.workspace.dossier, ACCEPTED if self.accepted_only else WHOLE
        then = then and not self.accepted_only  # the past is kept of the whole alone
        with self.workspace.ledger.reading() as connection:
            if self._are_rows_in_line(connection):
                yield _at(Work(connection, dossier, tables=tables), known_at, then=then)
                return
        with self.workspace.writing() as connection:
            pass
        with self.workspace.ledger.reading() as connection:
            yield _at(Work(connection, dossier, tables=tables), known_at, then=then)

    def _are_rows_in_line(self, connection: Connection) -> bool:
        return is_in_line(connection, self.workspace.dossier)


def _at(work: Work, known_at: str | None, *, then: bool) -> Work | None:
    if known_at is None or is_today(work, known_at):
        return work
    return replace(work, known_at=known_at) if then and is_kept(work, known_at) else None
