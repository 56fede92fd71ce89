"""What the pages of the review show: the queue, and one statement with all that a person needs to judge it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zusage.ledger.judged import JudgedRow
from zusage.model.ledger import Conflict
from zusage.model.report import Report
from zusage.model.statement import Statement
from zusage.model.values import Kind
from zusage.reconcile.attention import Need
from zusage.reconcile.claims import Claim
from zusage.web.asking import Asked
from zusage.web.views.statement_form import (
    FIRMNESS_KEYS,
    MORE_CONDITIONS,
    STANCE_KEYS,
    Field,
    fields_of,
    record_of,
    seen_text,
)
from zusage.workflow.lookups.found import EntryLine, ToJudge
from zusage.workflow.review_queue import Desk, Queue, Turn

AROUND = 600
"""Characters of context on each side; who judges has to see the sentence before."""
SHOWN = 30
"""Statements of the queue that its page lists."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement of the queue in one line."""

    id: str
    kind: str
    need: str
    report: Report
    statement: Statement
    severity: str


@dataclass(frozen=True, slots=True)
class QueueView:
    """The queue: how many for which reason, and the first of them."""

    turn: str
    total: int
    counts: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What another statement says on the same point: its value, words and report."""

    value: str
    words: str
    language: str | None
    report: Report | None
    is_this: bool


@dataclass(frozen=True, slots=True)
class Against:
    """A conflict that the statement is in."""

    id: str
    slot: str
    severity: str
    explanation: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """One statement to be judged. ``place`` is None where it is not (or no longer) in the queue.

    ``decided``: who said what of it, empty on a second turn. ``last``: the statement that the asker judged before.
    ``before`` and ``after`` stand around the quote; ``fields`` are the form's, ``record`` their values.
    """

    id: str
    kind: str
    status: str
    need: str
    statement: Statement
    report: Report
    place: int | None
    total: int
    previous: str | None
    following: str | None
    before: str
    quote: str
    after: str
    against: tuple[Against, ...]
    look: str
    other: Claim | None
    entry: EntryLine | None
    fields: tuple[Field, ...]
    record: dict[str, Any]
    quick: tuple[tuple[str, str], ...]
    decided: tuple[JudgedRow, ...]
    last: Claim | None
    empty_rows: int = MORE_CONDITIONS


def queue_view(desk: Desk, queue: Queue) -> QueueView:
    """The queue with its first lines."""
    found = desk.look_up(each.id for each in queue.items[:SHOWN])
    lines = tuple(_line(found[each.id], each.need) for each in queue.items[:SHOWN] if each.id in found)
    counts = tuple((str(need), queue.count(need)) for need in Need)
    return QueueView(str(queue.turn), len(queue.items), counts, lines)


def decision_view(queue: Queue, name: str, asked: Asked, *, last: str | None = None) -> DecisionView:
    """One statement with its context, its conflicts and its form; blind to others' decisions on a second turn.

    ``last`` is the statement that was judged before.

    Raises:
        MissingError: it is not in force.
    """
    desk, dossier, language = asked.site.desk, asked.workspace.dossier, asked.language
    wanted, need = desk.find(name)
    before_it = desk.look_up([last]).get(last) if last and last != name else None
    claim = wanted.claim
    kind = Kind(claim.statement.kind)
    before, quote, after = _context(claim)
    others = _others(desk, wanted)
    return DecisionView(
        id=claim.id,
        kind=str(kind),
        status="read" if queue.turn is Turn.SECOND else str(claim.status),
        need=str(need),
        statement=claim.statement,
        report=claim.report,
        place=queue.place(claim.id),
        total=len(queue.items),
        previous=queue.before(claim.id),
        following=queue.after(claim.id),
        before=before,
        quote=quote,
        after=after,
        against=tuple(_against(each, claim, others, language) for each in wanted.conflicts),
        look=str(wanted.look.reason) if wanted.look else "",
        other=others.get(wanted.look.other or "") if wanted.look else None,
        entry=wanted.entry,
        fields=fields_of(kind, dossier),
        record=record_of(claim.statement),
        quick=FIRMNESS_KEYS if kind is Kind.COMMITMENT else STANCE_KEYS if kind is Kind.POSITION else (),
        decided=() if queue.turn is Turn.SECOND else desk.decided(claim.id),
        last=before_it.claim if before_it else None,
    )


def _others(desk: Desk, wanted: ToJudge) -> Mapping[str, Claim]:
    """The statements that stand against one, or on the other side of a second look."""
    names = {cite.statement for each in wanted.conflicts for side in each.sides for cite in side.citations}
    names.add(wanted.look.other if wanted.look else None)
    return {name: found.claim for name, found in desk.look_up(name for name in names if name).items()}


def _line(wanted: ToJudge, need: Need) -> Line:
    claim = wanted.claim
    severity = str(wanted.conflicts[0].severity) if wanted.conflicts else ""
    return Line(claim.id, str(claim.statement.kind), str(need), claim.report, claim.statement, severity)


def _context(claim: Claim) -> tuple[str, str, str]:
    quote, text = claim.statement.quote, claim.report.text
    if quote is None:
        return "", "", seen_text(text[: 2 * AROUND])
    start, end = max(0, quote.start - AROUND), min(len(text), quote.end + AROUND)
    before, after = text[start : quote.start], text[quote.end : end]
    before = f"…{before[before.find(' ') :]}" if start else before
    after = f"{after[: after.rfind(' ')]} …" if end < len(text) else after
    return seen_text(before), seen_text(quote.exact), seen_text(after)


def _against(conflict: Conflict, claim: Claim, others: Mapping[str, Claim], language: str) -> Against:
    sides = []
    for side in conflict.sides:
        words = next((each for each in side.citations if each.statement == claim.id), None)
        words = words or next(iter(side.citations), None)
        other = others.get(words.statement or "") if words else None
        said = words.quote.exact if words and words.quote else side.source or ""
        is_this = words is not None and words.statement == claim.id
        report = other.report if other else None
        sides.append(Side(side.value, seen_text(said), report.language if report else None, report, is_this))
    explanation = conflict.explanation.get(language, conflict.slot)
    return Against(conflict.id, conflict.slot, str(conflict.severity), explanation, tuple(sides))
