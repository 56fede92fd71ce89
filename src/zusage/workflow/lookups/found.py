"""What looking something up gives: plain rows that a table, a page or a feed can show without asking for more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, TypeVar

from zusage.model.ledger import (
    BoundedMeeting,
    Conflict,
    Entry,
    EntryCondition,
    EntryStatement,
    Membership,
    Severity,
    Status,
)
from zusage.model.quote import Quote
from zusage.model.report import Report
from zusage.model.statement import Attendance, Quantity, Statement, Trace
from zusage.model.values import Firmness
from zusage.reconcile import Claim, Look

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """A page of a list, and how many items the whole list has."""

    items: tuple[Item, ...]
    total: int

    def __iter__(self) -> Iterator[Item]:
        """Iterate over the page's items."""
        return iter(self.items)

    def __len__(self) -> int:
        """How many items the page has."""
        return len(self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report in one line. ``root``: the report that it is a copy of, None if it is its own root."""

    id: str
    name: str | None
    title: str
    outlet: str | None
    language: str
    published_on: str | None
    address: str | None
    credit: str | None
    synthetic: bool
    story: str | None = None
    root: str | None = None
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """A quote with who says it and the report in which it stands."""

    quote: Quote
    speaker: str | None
    report: ReportLine


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement's words with the day on which it was made and how firm it is."""

    words: Words
    day: str | None
    firmness: Firmness


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """An entry in one line of the ledger; ``roots`` and ``utterances`` are counted.

    ``basis`` are the words that set its firmness, ``newest`` the last ones: often the same, and sometimes weaker.
    ``conflicts``: how many conflicts quote its statements. ``synthetic``: one of its reports was written as a sample.
    """

    id: str
    actor: str
    measure: str
    object: str | None
    recipient: str | None
    firmness: Firmness | None
    quantity: Quantity | None
    conditions: tuple[EntryCondition, ...]
    condition_logic: str
    first_day: str | None
    last_day: str | None
    statements: int
    roots: int
    utterances: int
    reviewed: bool
    unsure: bool
    synthetic: bool
    conflicts: int
    basis: Saying
    newest: Saying


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementInEntry:
    """A statement of an entry: why it was read so, its report, what stands around its quote, and a second look due."""

    said: EntryStatement
    report: ReportLine
    trace: Trace
    certainty: float | None
    before: str
    after: str
    look: Look | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryInFull:
    """An entry with everything about it; its statements in order of their days."""

    entry: Entry
    line: EntryLine
    statements: tuple[StatementInEntry, ...]
    conflicts: tuple[Conflict, ...]
    reports: Mapping[str, ReportLine]


@dataclass(frozen=True, slots=True)
class Pledged:
    """Whole entries, and their reports by their ids: what a package is assessed by."""

    entries: tuple[Entry, ...]
    reports: Mapping[str, ReportLine]


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one actor and measure: the entries, the firmest first, and the firmness of the first.

    ``before`` is the firmness on the day from which changes are looked at, if that was asked for.
    """

    actor: str
    measure: str
    firmness: Firmness | None
    entries: tuple[str, ...]
    is_conditional: bool
    is_reviewed: bool
    before: Firmness | None = None
    has_changed: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors by measures: only those with an entry, actors by how much they have, measures in the dossier's order."""

    actors: tuple[str, ...]
    measures: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    as_of: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A step in an entry's history: on a day (None: unknown), from what (None: its first step) to what, in whose words.

    ``statements`` are all that say so; ``reviewed``: a person has judged each of them. ``synthetic``: one stands in a
    report written as a sample.
    """

    entry: str
    actor: str
    measure: str
    object: str | None
    recipient: str | None
    day: str | None
    before: Firmness | None
    after: Firmness
    words: Words | None
    statements: tuple[str, ...] = ()
    reviewed: bool = False
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A step in an entry's history without its words: what a chart of many of them shows."""

    entry: str
    actor: str
    measure: str
    day: str | None
    after: Firmness


@dataclass(frozen=True, slots=True)
class ConflictInFull:
    """A conflict, the reports that it quotes by their ids, and the entries whose statements these are.

    ``reviewed``: a person has judged each statement that it quotes.
    """

    conflict: Conflict
    event: str | None
    reports: Mapping[str, ReportLine]
    entries: tuple[str, ...]
    reviewed: bool = False

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements that it quotes, each once."""
        cited = (one.statement for side in self.conflict.sides for one in side.citations)
        return tuple(sorted({name for name in cited if name}))


@dataclass(frozen=True, slots=True)
class MeetingInFull:
    """A meeting with the days on which it can have been, and who came how by which report."""

    bounded: BoundedMeeting
    event: str | None
    attendance: tuple[tuple[ReportLine, Attendance], ...]
    reports: Mapping[str, ReportLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A story in one line: its days, how many reports and independent roots, in which languages."""

    id: str
    event: str | None
    title: str
    first_day: str | None
    last_day: str | None
    reports: int
    roots: int
    languages: tuple[str, ...]
    synthetic: bool


@dataclass(frozen=True, slots=True)
class ReportInStory:
    """A report in its story: why it belongs, and of a copy the root and why it is one."""

    line: ReportLine
    membership: Membership
    root: ReportLine | None = None
    copied: str = ""


@dataclass(frozen=True, slots=True)
class StoryInFull:
    """A story with its reports by age and its conflicts.

    ``texts``: of its copies, and of those of its reports that they copied, by their ids.
    """

    line: StoryLine
    reports: tuple[ReportInStory, ...]
    conflicts: tuple[Conflict, ...]
    texts: Mapping[str, Report]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementInReport:
    """A statement where it stands in its report; ``entry`` is the one that it belongs to, if it is a commitment's."""

    id: str
    statement: Statement
    status: Status
    counts: bool
    entry: str | None
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class ReportInFull:
    """A report with its text, its story and its statements in the order of their places."""

    line: ReportLine
    report: Report
    statements: tuple[StatementInReport, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class ConflictCount:
    """How many conflicts there are on a slot, so severe, in stories whose first report is of a month (empty: undated)."""

    slot: str
    severity: Severity
    month: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToJudge:
    """A statement as it is judged now; the conflicts that quote it, the severest first; a second look due; its entry."""

    claim: Claim
    conflicts: tuple[Conflict, ...]
    look: Look | None
    entry: EntryLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much there is. ``unreviewed`` and ``looks``: statements that nobody has judged, second looks that are due.

    ``unsure``: entries that the ledger leaves out unless they are asked for; they are not in ``entries``.
    """

    reports: int
    statements: int
    entries: int
    unsure: int
    conflicts: int
    meetings: int
    stories: int
    unreviewed: int
    looks: int
    synthetic: int
    conflicts_by_severity: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
