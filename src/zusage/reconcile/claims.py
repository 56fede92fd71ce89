"""Statements as the ledger holds them: each with its report, its id and what people decided about it.

The first step of everything here: it brings readings into one order, so that the order of arrival cannot matter. Uses
`zusage.model`.

Source: docs/methodology.md, "Which statements count".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, fields, replace
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from zusage.model.ledger import Act, Citation, Judgement, Status, statement_id
from zusage.model.records import record
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Meeting, Statement
from zusage.reconcile.anchoring import anchored

CERTAIN = 0.5
"""Machine-read statements that are less certain than this, and not accepted, set nothing."""

DECIDING = {Act.ACCEPT: Status.ACCEPTED, Act.REJECT: Status.REJECTED, Act.CORRECT: Status.CORRECTED}


@record(frozen=True, slots=True)
class Claim:
    """A statement of a report. ``id`` is that of the statement as it was read, also when it has been corrected since.

    ``index`` is its place among the report's statements of that kind, -1 if a person coded it.
    """

    report: Report
    statement: Statement
    id: str
    status: Status
    index: int = -1

    def counts(self) -> bool:
        """Say whether the statement may set anything: a person stands behind it, or it was read with certainty."""
        if self.status is Status.REJECTED:
            return False
        if self.status is not Status.READ:
            return True
        certainty = self.statement.certainty
        return certainty is None or certainty >= CERTAIN

    @property
    def citation(self) -> Citation:
        """The statement's own words."""
        return Citation(self.report.id, self.statement.quote, self.id)


class LookReason(StrEnum):
    """Why a person should look at a judged statement again."""

    READ_OTHERWISE = "read otherwise since it was accepted"
    NO_LONGER_READ = "no longer found by the reader"
    REJECTED_OTHERWISE = "another reading of these words was rejected"


@record(frozen=True, slots=True)
class Look:
    """A second look that is due: why, and the statement on the other side (None: there is none)."""

    reason: LookReason
    other: str | None


@record(frozen=True, slots=True)
class Kept:
    """A statement that a person accepted and the newest reading does not have, put to its words in the newest text."""

    id: str
    report: Report
    statement: Statement


@record(frozen=True, slots=True, kw_only=True)
class Carried:
    """Judgements as they apply to today's readings (`zusage.reconcile.rematch`).

    ``hidden`` are read statements that a kept one outweighs, ``looks`` second looks that are due by statement, ``lost``
    the judged statements whose words are gone from their report, ``renamed`` those that go by another id now.
    """

    judgements: tuple[Judgement, ...] = ()
    kept: tuple[Kept, ...] = ()
    hidden: frozenset[str] = frozenset()
    looks: Mapping[str, Look] = field(default_factory=lambda: MappingProxyType({}))
    lost: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def in_order(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Bring readings into the order of their reports' ids, one reading per report.

    The ledger hands in the current one of each; of several the one whose content sorts first is kept.
    """
    unique: dict[str, Reading] = {}
    for reading in readings:
        other = unique.setdefault(reading.report.id, reading)
        if other is not reading and repr(reading) < repr(other):
            unique[reading.report.id] = reading
    return tuple(unique[name] for name in sorted(unique))


def judged_claims(
    readings: Iterable[Reading],
    judgements: Iterable[Judgement] = (),
    *,
    carried: Carried | None = None,
    names: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> tuple[Claim, ...]:
    """All statements of the readings with what people decided: one claim per statement, ordered by report and place.

    Statements that a person coded by hand are added; of several judgements on a statement the newest that is not undone
    decides. Rejected ones stay, marked, since a history shows them. What was ``carried`` over from earlier readings
    stands beside, and its judgements instead of ``judgements``. ``names``: the ids of reports' statements where they are
    known, in the order of `Reading.statements`; else they are made.
    """
    readings, carried = in_order(readings), carried or Carried(judgements=tuple(judgements))
    decided, coded = _standing(carried.judgements)
    claims: dict[tuple[str, str], Claim] = {}
    for reading in readings:
        told = reading.report.id
        known = names.get(told) or [statement_id(told, each) for each in reading.statements]
        for name, (index, statement) in zip(known, _numbered(reading), strict=True):
            if name in carried.hidden or (told, name) in claims:
                continue
            if name in decided:
                claims[told, name] = _judged(reading.report, statement, decided, name=name, index=index)
            else:
                claims[told, name] = Claim(reading.report, statement, name, Status.READ, index)
    for kept in carried.kept:
        claims.setdefault((kept.report.id, kept.id), _judged(kept.report, kept.statement, decided, name=kept.id))
    reports = {reading.report.id: reading.report for reading in readings}
    for judgement in coded:
        report, added = reports.get(judgement.target), judgement.statement
        moved = anchored(added, report.text) if report is not None and added is not None else None
        if report is not None and added is not None and moved is not None:
            name = statement_id(report.id, added)
            claim = _judged(report, moved, decided, name=name, status=Status.CODED)
            claims.setdefault((report.id, claim.id), claim)
    return tuple(sorted(claims.values(), key=_place))


def _numbered(reading: Reading) -> Iterator[tuple[int, Statement]]:
    """Each statement with its place among those of its kind, which stand together."""
    for _, own in groupby(reading.statements, key=attrgetter("kind")):
        yield from enumerate(own)


def _place(claim: Claim) -> tuple[str, str, int, str]:
    quote = claim.statement.quote
    return claim.report.id, str(claim.statement.kind), quote.start if quote else -1, claim.id


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that have not been undone, in the order in which they were made.

    Where each decides on another statement nothing can be undone or there twice, and no id has to be worked out.
    """
    given = tuple(judgements)
    if all(each.what in DECIDING for each in given) and len({each.target for each in given}) == len(given):
        return tuple(sorted(given, key=lambda each: (each.when, each.target)))
    known = {judgement.id: judgement for judgement in given}
    ordered = sorted(known.items(), key=lambda each: (each[1].when, each[0]))
    undone: set[str] = set()
    for name, judgement in reversed(ordered):
        if judgement.what is Act.UNDO and name not in undone:
            undone.add(judgement.target)
    return tuple(judgement for name, judgement in ordered if name not in undone)


def _standing(judgements: Iterable[Judgement]) -> tuple[Mapping[str, Sequence[Judgement]], Sequence[Judgement]]:
    decided: dict[str, list[Judgement]] = defaultdict(list)
    coded = []
    for judgement in in_force(judgements):
        if judgement.what is Act.CODE:
            coded.append(judgement)
        elif judgement.what in DECIDING:
            decided[judgement.target].append(judgement)
    return decided, coded


def _judged(
    report: Report,
    statement: Statement,
    decided: Mapping[str, Sequence[Judgement]],
    *,
    name: str,
    status: Status = Status.READ,
    index: int = -1,
) -> Claim:
    for judgement in decided.get(name, ()):
        status = DECIDING[judgement.what]
        if judgement.what is Act.CORRECT:
            statement = corrected(statement, judgement.changes)
    return Claim(report, statement, name, status, index)


def corrected(statement: Statement, changes: Mapping[str, object]) -> Statement:
    """Set fields of a statement; names that it does not have are left out."""
    names = {each.name for each in fields(statement)}
    known: dict[str, Any] = {name: value for name, value in changes.items() if name in names}
    return replace(statement, **known)


def commitments_of(claims: Iterable[Claim]) -> tuple[tuple[Claim, Commitment], ...]:
    """The claims that are commitments, each with its statement."""
    return tuple((claim, claim.statement) for claim in claims if isinstance(claim.statement, Commitment))


def attendance_of(claims: Iterable[Claim]) -> tuple[tuple[Claim, Attendance], ...]:
    """The claims of attendance, each with its statement."""
    return tuple((claim, claim.statement) for claim in claims if isinstance(claim.statement, Attendance))


def meetings_of(claims: Iterable[Claim]) -> tuple[tuple[Claim, Meeting], ...]:
    """The claims of meetings, each with its statement."""
    return tuple((claim, claim.statement) for claim in claims if isinstance(claim.statement, Meeting))
