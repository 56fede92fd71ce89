"""What many reports come to: entries with their history, conflicts, bounded meetings, and the judgements of people.

Everything here but a `Judgement` is derived: it can be thrown away and rebuilt from readings and judgements. Days are
ISO days. Standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from enum import StrEnum
from types import MappingProxyType

from zusage.model.quote import Quote
from zusage.model.records import record
from zusage.model.report import digest
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Quantity, Statement
from zusage.model.values import Firmness


class Status(StrEnum):
    """How a statement came to be in the ledger, and what a person thought of it."""

    READ = "read"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    CODED = "coded"


class Act(StrEnum):
    """What a judgement does."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    CODE = "code"
    SAME = "same"
    DIFFERENT = "different"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


class Scope(StrEnum):
    """Between what a conflict is."""

    REPORTS = "reports"
    FACTS = "facts"
    REPORT = "report"


class Severity(StrEnum):
    """How much a conflict matters."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Link(StrEnum):
    """What a statement is to its entry."""

    FIRST = "first"
    RESTATEMENT = "restatement"
    TRANCHE = "tranche"
    CHANGE = "change"


class Authorship(StrEnum):
    """Who says it of the actor: the actor, the report in its own words, or somebody else."""

    OWN = "own"
    OUTLET = "outlet"
    THIRD_PARTY = "third-party"


@record(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided or added; never overwritten, only followed by another one.

    ``target`` is a statement's id; for `undo` a judgement's; for `code` the id of the report that the coded
    ``statement`` quotes; for `merge` and `split` a report's. ``changes`` are the fields that a correction sets.
    ``others`` are for `same` and `different` the statements that are about the target's pledge, or are not; for `merge`
    and `split` the reports that are about the target's event, or are not. ``when`` is an ISO time.
    """

    who: str
    when: str
    what: Act
    target: str
    why: str = ""
    changes: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    statement: Statement | None = None
    others: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """16 hexadecimal digits, made from everything but the reason."""
        coded = statement_id(self.target, self.statement) if self.statement else ""
        changes = sorted((name, repr(value)) for name, value in self.changes.items())
        parts = (self.who, self.when, self.what, self.target, coded, repr(changes), *sorted(self.others))
        return digest("\n".join(parts))[:16]


_NO_CONTENT = frozenset({"trace", "certainty", "evidence"})
_CONTENT = {
    each.kind: tuple(one.name for one in fields(each) if one.name not in _NO_CONTENT)
    for each in (Commitment, Position, Meeting, Attendance)
}
"""The fields that make a statement's id."""


def statement_id(report: str, statement: Statement) -> str:
    """16 hexadecimal digits of what a statement says and where; trace, certainty and quote context do not count."""
    parts = [report, str(statement.kind)]
    for name in _CONTENT[statement.kind]:
        value = getattr(statement, name)
        parts.append(f"{name}={value}" if value is None or type(value) is str else f"{name}={_plain(value)}")
    return digest("\n".join(parts))[:16]


def _plain(value: object) -> str:
    if isinstance(value, Quote):
        return f"{value.start}:{value.exact}"
    if isinstance(value, tuple):
        return ";".join(_plain(each) for each in value)
    return str(value) if value is None or isinstance(value, str) else repr(value)


@record(frozen=True, slots=True)
class Citation:
    """Words of one report (None only where a reader gave none), and the id of the statement that they make."""

    report: str
    quote: Quote | None = None
    statement: str | None = None


@record(frozen=True, slots=True)
class Family:
    """Texts taken from one another: members in order of age, the root first, with the reason for each but the root.

    The root is the earliest that is known; ``credit`` is the agency that most members credit, None if none does.
    """

    root: str
    members: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    credit: str | None = None


@record(frozen=True, slots=True)
class Membership:
    """A report in a story, and why it belongs: ``meeting`` 0 if its main meeting is the story's, else None."""

    report: str
    meeting: int | None
    reason: str
    score: float = 0.0


@record(frozen=True, slots=True)
class Story:
    """Reports of one event; ``name`` is the event that an input file gives, if any."""

    id: str
    members: tuple[Membership, ...]
    name: str | None = None

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports, each once, in order."""
        return tuple(dict.fromkeys(member.report for member in self.members))

    @property
    def at_meeting(self) -> frozenset[str]:
        """Ids of the reports whose main meeting is the story's."""
        return frozenset(member.report for member in self.members if member.meeting == 0)


@record(frozen=True, slots=True)
class EntryCondition:
    """One condition of an entry, and who says so: the words, and the speakers (None for a report's own voice)."""

    type: str
    of: str | None
    n: int | None
    measure: str | None
    said_by: tuple[str | None, ...]
    citations: tuple[Citation, ...]


@record(frozen=True, slots=True)
class EntryQuantity:
    """A stated amount, the day it was said, and the words; amounts of one entry are never added up."""

    quantity: Quantity
    day: str | None
    per: str | None
    citations: tuple[Citation, ...]


@record(frozen=True, slots=True, kw_only=True)
class EntryStatement:
    """A statement in its entry. ``counts``: it may set the firmness (certain enough, or accepted, and not rejected)."""

    id: str
    report: str
    quote: Quote
    firmness: Firmness
    day: str | None
    speaker: str | None
    authorship: Authorship
    status: Status
    counts: bool
    link: Link


@record(frozen=True, slots=True)
class EntryChange:
    """A step in an entry's history: on that day (None: unknown), from what to what, in whose words."""

    day: str | None
    before: Firmness | None
    after: Firmness
    citations: tuple[Citation, ...]


@record(frozen=True, slots=True, kw_only=True)
class Entry:
    """One pledge with every statement about it.

    ``firmness`` is None if no statement may set it. ``basis`` are the statements that set it. ``quantity`` is the
    newest stated amount, ``joint_with`` the actors it is shared with. ``roots`` are the reports behind it once copies
    are taken together, ``utterances`` the distinct occasions on which a named person said it, ``sources`` what is
    left when statements that share a root or an utterance count once.
    """

    id: str
    actor: str
    measure: str
    recipient: str | None
    object: str | None = None
    firmness: Firmness | None = None
    basis: tuple[Citation, ...] = ()
    quantity: Quantity | None = None
    quantities: tuple[EntryQuantity, ...] = ()
    joint_with: tuple[str, ...] = ()
    conditions: tuple[EntryCondition, ...] = ()
    condition_logic: str = "all"
    changes: tuple[EntryChange, ...] = ()
    statements: tuple[EntryStatement, ...] = ()
    roots: tuple[str, ...] = ()
    utterances: int = 0
    sources: int = 0
    first_day: str | None = None
    last_day: str | None = None
    reviewed: bool = False

    @property
    def is_unsure(self) -> bool:
        """Say whether the entry rests on nothing but what the reader is unsure of, and no person has looked at."""
        return not self.roots and not self.reviewed

    @property
    def newest(self) -> EntryStatement:
        """The statement with the last day; of several on that day the one that counts and has the lower id."""
        last = max(each.day or "" for each in self.statements)
        return min(
            (each for each in self.statements if (each.day or "") == last), key=lambda each: (not each.counts, each.id)
        )

    @property
    def deciding(self) -> EntryStatement:
        """The statement that set the firmness, of several the one with the lower id; where none did, the newest."""
        named = {each.statement for each in self.basis}
        return min((each for each in self.statements if each.id in named), key=lambda each: each.id, default=None) or (
            self.newest
        )


@record(frozen=True, slots=True)
class ConflictSide:
    """One value, the words that give it, and the roots behind these. ``source`` names a known fact's source."""

    value: str
    citations: tuple[Citation, ...]
    roots: tuple[str, ...] = ()
    source: str | None = None


@record(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Statements on one point that cannot all be true, or one that known facts rule out.

    ``subject`` names the point (actors and measure, a person, a meeting's place); ``explanation`` is one sentence by
    language ("de", "en"); ``story`` the id of the story.
    """

    id: str
    slot: str
    scope: Scope
    subject: str
    sides: tuple[ConflictSide, ...]
    severity: Severity
    reasons: tuple[str, ...]
    explanation: Mapping[str, str]
    story: str | None = None

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports that are quoted, each once, in order of the sides."""
        return tuple(dict.fromkeys(cited.report for side in self.sides for cited in side.citations))


@record(frozen=True, slots=True)
class MeetingBound:
    """Why a meeting cannot have been earlier (``first``) or later (``last``) than a day.

    ``rule`` is `term`, `existence` or `publication`; ``reason`` one sentence by language. ``fact`` is the known fact in
    words, ``source`` where it is from; publication days have neither.
    """

    side: str
    day: str
    rule: str
    reason: Mapping[str, str]
    citations: tuple[Citation, ...]
    fact: str | None = None
    source: str | None = None


@record(frozen=True, slots=True)
class StatedDay:
    """A day that reports give for a meeting, with their words; ``impossible`` if it lies outside of the bounds."""

    day: str
    citations: tuple[Citation, ...]
    impossible: bool = False


@record(frozen=True, slots=True, kw_only=True)
class BoundedMeeting:
    """One meeting with the days on which it can have been: ``first`` to ``last``, both inclusive, None for open."""

    story: str
    place: str | None
    meeting: Meeting
    first: str | None
    last: str | None
    bounds: tuple[MeetingBound, ...]
    stated: tuple[StatedDay, ...]
