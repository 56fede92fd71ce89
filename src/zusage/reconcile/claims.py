"""Statements as the ledger holds them: each with its report, its id and what people decided about it.

The first step of everything here: it brings readings into one order, so that the order of arrival cannot matter. Uses
`zusage.model`.

Source: docs/methodology.md, "Which statements count".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from zusage.model.ledger import Act, Citation, Judgement, Status, statement_id
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Meeting, Statement
from zusage.model.values import Kind

CERTAIN = 0.5
"""Machine-read statements that are less certain than this, and not accepted, set nothing."""

_DECIDING = {Act.ACCEPT: Status.ACCEPTED, Act.REJECT: Status.REJECTED, Act.CORRECT: Status.CORRECTED}


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of a report. ``id`` is that of the statement as it was read, also when it has been corrected since.

    ``index`` is its place among the report's statements of that kind, -1 if a person coded it.
    """

    report: Report
    statement: Statement
    id: str
    status: Status
    index: int = -1

    def counts(self, threshold: float = CERTAIN) -> bool:
        """Say whether the statement may set anything: a person stands behind it, or it was read with certainty."""
        if self.status is Status.REJECTED:
            return False
        if self.status is not Status.READ:
            return True
        certainty = self.statement.certainty
        return certainty is None or certainty >= threshold

    @property
    def citation(self) -> Citation:
        """The statement's own words."""
        return Citation(self.report.id, self.statement.quote, self.id)


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


def judged_claims(readings: Iterable[Reading], judgements: Iterable[Judgement] = ()) -> tuple[Claim, ...]:
    """All statements of the readings with what people decided: one claim per statement, ordered by report and place.

    Statements that a person coded by hand are added; of several judgements on a statement the newest that is not undone
    decides. Rejected ones stay, marked, since a history shows them.
    """
    readings = in_order(readings)
    decided, coded = _standing(judgements)
    claims: dict[tuple[str, str], Claim] = {}
    for reading in readings:
        for index, statement in _numbered(reading):
            claim = replace(_judged(reading.report, statement, decided), index=index)
            claims.setdefault((reading.report.id, claim.id), claim)
    reports = {reading.report.id: reading.report for reading in readings}
    for judgement in coded:
        report, added = reports.get(judgement.target), judgement.statement
        if report is not None and added is not None:
            claim = _judged(report, added, decided, status=Status.CODED)
            claims.setdefault((report.id, claim.id), claim)
    return tuple(sorted(claims.values(), key=_place))


def _numbered(reading: Reading) -> Iterator[tuple[int, Statement]]:
    """Each statement with its place among those of its kind."""
    counts: dict[Kind, int] = defaultdict(int)
    for each in reading.statements:
        yield counts[each.kind], each
        counts[each.kind] += 1


def _place(claim: Claim) -> tuple[str, str, int, str]:
    quote = claim.statement.quote
    return claim.report.id, str(claim.statement.kind), quote.start if quote else -1, claim.id


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that have not been undone, in the order in which they were made."""
    ordered = sorted(
        {judgement.id: judgement for judgement in judgements}.values(), key=lambda each: (each.when, each.id)
    )
    undone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.what is Act.UNDO and judgement.id not in undone:
            undone.add(judgement.target)
    return tuple(judgement for judgement in ordered if judgement.id not in undone)


def _standing(judgements: Iterable[Judgement]) -> tuple[Mapping[str, Sequence[Judgement]], Sequence[Judgement]]:
    decided: dict[str, list[Judgement]] = defaultdict(list)
    coded = []
    for judgement in in_force(judgements):
        if judgement.what is Act.CODE:
            coded.append(judgement)
        elif judgement.what in _DECIDING:
            decided[judgement.target].append(judgement)
    return decided, coded


def _judged(
    report: Report, statement: Statement, decided: Mapping[str, Sequence[Judgement]], *, status: Status = Status.READ
) -> Claim:
    name = statement_id(report.id, statement)
    for judgement in decided.get(name, ()):
        status = _DECIDING[judgement.what]
        if judgement.what is Act.CORRECT:
            statement = corrected(statement, judgement.changes)
    return Claim(report, statement, name, status)


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
