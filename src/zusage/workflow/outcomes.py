"""What became of what the grammar found: a statement, one held back for its certainty, or part of another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zusage.dossier import Dossier
from zusage.errors import wording
from zusage.model.quote import Quote
from zusage.model.report import Reading
from zusage.model.statement import Attendance, Commitment, Meeting, Position, TraceStep
from zusage.model.values import Kind
from zusage.reading.certainty import is_kept_back
from zusage.reading.commitments import Candidate
from zusage.reading.positions import Opinion


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something that the grammar found in a clause; ``left_out`` says why it is no statement (empty if it is one)."""

    kind: str
    actor: str
    what: str
    rule: str
    certainty: float | None = None
    conditions: tuple[str, ...] = ()
    trace: tuple[TraceStep, ...] = ()
    left_out: str = ""


class Outcomes:
    """A reading with everything that was found, looked up by what the grammar found."""

    def __init__(self, reading: Reading, dossier: Dossier) -> None:
        """Keep what is looked up."""
        self.reading = reading
        self.dossier = dossier

    def of_candidate(self, candidate: Candidate, quote: Quote) -> Found:
        """Say what became of a commitment."""
        actor = candidate.actor.actor or "group:unknown"
        measure = candidate.contribution.measure
        same = [each for each in self.reading.commitments if (each.actor, each.measure) == (actor, measure)]
        statement = _nearest(same, quote)
        return Found(
            kind=Kind.COMMITMENT,
            actor=actor,
            what=f"{measure} {candidate.firmness}",
            rule=f"{candidate.rule}; {candidate.contribution.rule}; {candidate.party.rule}",
            certainty=statement.certainty if statement else None,
            conditions=tuple(str(each.type) for each in candidate.conditions),
            trace=statement.trace if statement and statement.quote == quote else (),
            left_out=self._left_out(statement, quote, actor),
        )

    def of_opinion(self, opinion: Opinion, quote: Quote) -> Found:
        """Say what became of a position."""
        actor = opinion.actor.actor or "group:unknown"
        key = (actor, opinion.stance, opinion.topic)
        same = [each for each in self.reading.positions if (each.actor, each.stance, each.topic) == key]
        statement = _nearest(same, quote)
        return Found(
            kind=Kind.POSITION,
            actor=actor,
            what=f"{opinion.stance} {opinion.topic}",
            rule=opinion.rule,
            certainty=statement.certainty if statement else None,
            trace=statement.trace if statement and statement.quote == quote else (),
            left_out=self._left_out(statement, quote, actor),
        )

    def of_statement(self, statement: Meeting | Attendance) -> Found:
        """Say what a meeting or attendance is."""
        rules = "; ".join(dict.fromkeys(step.rule for step in statement.trace))
        if isinstance(statement, Meeting):
            what = " ".join((statement.place or "no place", statement.date or "no day", str(statement.kind_of)))
            return Found(kind=Kind.MEETING, actor="", what=what, rule=rules, trace=statement.trace)
        return Found(
            kind=Kind.ATTENDANCE,
            actor=statement.person or statement.actor,
            what=f"{statement.role} {statement.mode}",
            rule=rules,
            certainty=statement.certainty,
            trace=statement.trace,
        )

    def _left_out(self, statement: Commitment | Position | None, quote: Quote, actor: str) -> str:
        if statement is None:
            if actor == self.dossier.adversary:
                return "the adversary's own"
            return "the recipient's own" if actor == self.dossier.recipient else "taken up by another statement"
        if statement.quote != quote:
            return wording("said better elsewhere: “{words}”", words=_short(statement.quote.exact))
        if is_kept_back(statement):
            return wording("held back: too little speaks for it, certainty {sure:.2f}", sure=statement.certainty)
        return ""


def _nearest(found: Sequence[Commitment | Position], quote: Quote) -> Commitment | Position | None:
    """The statement with these words, else the first."""
    return next((each for each in found if each.quote == quote), found[0] if found else None)


def _short(words: str, width: int = 60) -> str:
    words = " ".join(words.split())
    return words if len(words) <= width else words[: width - 1] + "…"
