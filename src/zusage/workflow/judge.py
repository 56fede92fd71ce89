"""Judgements of people: accept, reject, correct, code by hand, undo. Each is one more row; none is ever overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy import Connection

from zusage.errors import FormatError, LedgerError, wording
from zusage.ledger.judged import judged_by_several
from zusage.ledger.judgements import all_judgements
from zusage.ledger.queries import StoredStatement, find_report, find_statement, newest_reading, statements_by_id
from zusage.ledger.writing import save_judgement
from zusage.model.codebook import decode_reading, encode_statement
from zusage.model.ledger import Act, Judgement, Status
from zusage.model.quote import Quote
from zusage.model.report import Report
from zusage.model.statement import Attendance, Commitment, Position, Statement
from zusage.model.values import Kind
from zusage.reconcile import Claim, Look, judged_claims
from zusage.reconcile.agreement import Agreement, agreements
from zusage.reconcile.claims import in_force
from zusage.workflow.current import load_current
from zusage.workflow.workspace import Workspace

_LISTS = {
    Kind.COMMITMENT: "commitments",
    Kind.POSITION: "positions",
    Kind.MEETING: "meetings",
    Kind.ATTENDANCE: "attendance",
}
_DECIDING = (Act.ACCEPT, Act.REJECT, Act.CORRECT)
_NAMED = {"from_": "from", "kind_of": "kind"}
"""Fields whose name in the codebook's format is another one."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement and what it is about; ``is_new`` is false where the same person had said the same already."""

    judgement: Judgement
    report: Report
    statement: Statement
    is_new: bool


def accept(workspace: Workspace, statement: str, *, who: str, why: str = "") -> Judged:
    """Accept a statement.

    Raises:
        LedgerError: there is no such statement.
    """
    return _decide(workspace, statement, Act.ACCEPT, who, why)


def reject(workspace: Workspace, statement: str, *, who: str, why: str = "") -> Judged:
    """Reject a statement.

    Raises:
        LedgerError: there is no such statement.
    """
    return _decide(workspace, statement, Act.REJECT, who, why)


def correct(workspace: Workspace, statement: str, changes: Mapping[str, Any], *, who: str, why: str = "") -> Judged:
    """Correct fields of a statement, given as in the codebook's format.

    Raises:
        LedgerError: there is no such statement.
        FormatError: a field or value that the codebook does not have, or that the statement has already.
    """
    with workspace.writing() as connection:
        found = find_statement(connection, statement)
        old = found.statement
        record = encode_statement(old) | dict(changes)
        if isinstance(old, Attendance):
            record.pop("meeting", None)  # an index into the report's meetings, which a correction leaves alone
        new = _decode(record, found.report, old.kind, f"statement {found.id[:8]}")
        touched = _corrected_fields(connection, found.id)
        changed = {
            each.name: getattr(new, each.name)
            for each in fields(old)
            if _NAMED.get(each.name, each.name) in changes
            and (getattr(new, each.name) != getattr(old, each.name) or each.name in touched)
        }
        if not changed:
            raise FormatError(
                wording("statement {id}", id=found.id[:8]), "says that already", hint="give a field another value"
            )
        judgement = Judgement(
            who=who, when=workspace.clock(), what=Act.CORRECT, target=found.id, why=why, changes=changed
        )
        is_new = save_judgement(connection, judgement, report=found.report.id, body=found.report.text)
    return Judged(judgement, found.report, new, is_new)


def code(
    workspace: Workspace, report: str, record: Mapping[str, Any], *, who: str, why: str = "", near: int = 0
) -> Judged:
    """Code a statement by hand, given as a commitment's or (with ``stance``) a position's record of the codebook.

    Of several places with the quote's words the one closest to ``near`` is meant.

    Raises:
        LedgerError: there is no such report.
        FormatError: a field or value that the codebook does not have, or a quote that the report does not hold.
    """
    with workspace.writing() as connection:
        found, _ = find_report(connection, report)
        statement = decode_statement(record, found, f"report {found.name or found.id[:8]}")
        if isinstance(statement, Commitment | Position):
            statement = replace(statement, quote=Quote.find(found.text, statement.quote.exact, near=near))
        judgement = Judgement(
            who=who, when=workspace.clock(), what=Act.CODE, target=found.id, why=why, statement=statement
        )
        is_new = save_judgement(connection, judgement, report=found.id, body=found.text)
    return Judged(judgement, found, statement, is_new)


def decode_statement(record: Mapping[str, Any], report: Report, where: str) -> Statement:
    """Make a statement of a commitment's or (with ``stance``) a position's record of the codebook.

    Raises:
        FormatError: a field or value that the codebook does not have, or a quote that the report does not hold.
    """
    kind = Kind.POSITION if "stance" in record or "topic" in record else Kind.COMMITMENT
    return _decode(record, report, kind, where)


def undo(workspace: Workspace, judgement: str, *, who: str, why: str = "") -> Judgement:
    """Take a judgement back, by its id or the beginning of it; the row stays, another one follows.

    Raises:
        LedgerError: there is no such judgement.
    """
    with workspace.writing() as connection:
        found = [each for each in all_judgements(connection) if judgement and each.id.startswith(judgement)]
        if len(found) != 1:
            problem = wording("is the beginning of {count} ids", count=len(found)) if found else "is not in the ledger"
            raise LedgerError(
                wording("judgement {judgement}", judgement=judgement), problem, hint="zusage review log shows them"
            )
        undone = Judgement(who=who, when=workspace.clock(), what=Act.UNDO, target=found[0].id, why=why)
        save_judgement(connection, undone, report=None, body="")
    return undone


def log(workspace: Workspace) -> tuple[Judgement, ...]:
    """Return all judgements in the order in which they were made."""
    with workspace.ledger.reading() as connection:
        return all_judgements(connection)


@dataclass(frozen=True, slots=True)
class Open:
    """A statement to be judged; ``look`` where it is a second look, with the statement on the other side, if any."""

    claim: Claim
    look: Look | None = None
    other: Claim | None = None


def open_statements(workspace: Workspace) -> tuple[Open, ...]:
    """Return what is to be judged: second looks first, then what nobody has judged, in the order of reports and places."""
    current = load_current(workspace)
    order = {reading.report.id: index for index, reading in enumerate(current.readings)}
    claims = current.claims()
    by_id = {claim.id: claim for claim in judged_claims(current.readings)} | {claim.id: claim for claim in claims}
    looks = current.carried.looks
    wanted = [claim for claim in claims if claim.status is Status.READ or claim.id in looks]
    return tuple(
        Open(claim, look, by_id.get(look.other or "") if look else None)
        for claim in sorted(
            wanted, key=lambda each: (each.id not in looks, order[each.report.id], _place(each.statement))
        )
        for look in (looks.get(claim.id),)
    )


def open_claims(workspace: Workspace) -> tuple[Claim, ...]:
    """Return the statements that are to be judged, second looks first."""
    return tuple(each.claim for each in open_statements(workspace))


def lost_judgements(workspace: Workspace) -> tuple[StoredStatement, ...]:
    """Return the judged statements whose words are gone from their report."""
    lost = load_current(workspace).carried.lost
    with workspace.ledger.reading() as connection:
        return tuple(statements_by_id(connection, lost).values())


def agreement(workspace: Workspace) -> tuple[Agreement, ...]:
    """Return how far reviewers agree, on the decision first, then on each field."""
    with workspace.ledger.reading() as connection:
        twice = judged_by_several(connection)
        judgements = log(workspace) if twice else ()
        found = statements_by_id(connection, sorted(twice))
    return agreements(
        [each for each in judgements if each.what not in _DECIDING or each.target in twice],
        {name: each.statement for name, each in found.items()},
    )


def _place(statement: Statement) -> int:
    return statement.quote.start if statement.quote else -1


def _decide(workspace: Workspace, statement: str, act: Act, who: str, why: str) -> Judged:
    with workspace.writing() as connection:
        found = find_statement(connection, statement)
        standing = _standing(all_judgements(connection), found)
        if standing is not None and _is_repeated(connection, standing, found, (act, who, why)):
            return Judged(standing, found.report, found.statement, is_new=False)
        judgement = Judgement(who=who, when=workspace.clock(), what=act, target=found.id, why=why)
        save_judgement(connection, judgement, report=found.report.id, body=found.report.text)
    return Judged(judgement, found.report, found.statement, is_new=True)


def _is_repeated(
    connection: Connection, standing: Judgement, found: StoredStatement, said: tuple[Act, str, str]
) -> bool:
    """Say whether a person says again what stands; after a reading without the statement it is news."""
    if (standing.what, standing.who, standing.why) != said:
        return False
    newest = newest_reading(connection, found.report.id)
    return found.in_force or newest is None or standing.when >= newest.recorded_at


def _standing(judgements: tuple[Judgement, ...], found: StoredStatement) -> Judgement | None:
    """The last judgement on a statement that has not been undone."""
    undone = {each.target for each in judgements if each.what is Act.UNDO}
    own = [each for each in judgements if each.target == found.id and each.what in _DECIDING and each.id not in undone]
    return own[-1] if own else None


def _corrected_fields(connection: Connection, statement: str) -> frozenset[str]:
    """The fields that corrections in force have set: giving them the value that was read is a correction, too."""
    own = [each for each in in_force(all_judgements(connection)) if each.target == statement]
    return frozenset(name for each in own if each.what is Act.CORRECT for name in each.changes)


def _decode(record: Mapping[str, Any], report: Report, kind: Kind, where: str) -> Statement:
    whole = {"text": report.text, "language": report.language, _LISTS[kind]: [dict(record)]}
    (statement,) = decode_reading(whole, where=where).statements
    return statement
