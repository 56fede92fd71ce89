"""A statement as a card: all of its fields as tokens, its words, and why it was read so."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from zusage.model.ledger import Status
from zusage.model.quote import Quote
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity, Statement, TraceStep
from zusage.model.values import Firmness, Kind
from zusage.publish.reports.live_link import link_to
from zusage.workflow.lookups import StatementInReport


@dataclass(frozen=True, slots=True)
class ConditionToken:
    """A condition as tokens, with its words."""

    type: str
    of: str | None
    n: int | None
    measure: str | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class TraceLine:
    """Why a field has its value: the rule, and the words that it used."""

    field: str
    rule: str
    quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A statement with its number in its report; fields that its kind does not have are None.

    ``live`` is a link to its words on the live page. ``counts``: it may set the firmness of an entry.
    """

    number: int
    id: str
    kind: Kind
    status: Status
    counts: bool
    certainty: float | None
    quote: str | None
    live: str | None
    actor: str | None = None
    speaker: str | None = None
    said_on: str | None = None
    measure: str | None = None
    object: str | None = None
    recipient: str | None = None
    firmness: Firmness | None = None
    quantity: Quantity | None = None
    per: str | None = None
    conditions: tuple[ConditionToken, ...] = ()
    condition_logic: str | None = None
    stance: str | None = None
    topic: str | None = None
    aim: str | None = None
    addressee: str | None = None
    date: str | None = None
    place: str | None = None
    meeting: str | None = None
    countries: int | None = None
    person: str | None = None
    role: str | None = None
    mode: str | None = None
    entry: str | None = None
    look: str | None = None
    trace: tuple[TraceLine, ...] = ()

    @property
    def version(self) -> Hashable:
        """What is said, without who says it in which words: the same for two reports that say the same."""
        conditions = tuple((each.type, each.of, each.n, each.measure) for each in self.conditions)
        return (
            *(self.kind, self.object, self.recipient, self.firmness, self.quantity, self.per, conditions),
            *(self.condition_logic, self.stance, self.topic, self.aim, self.addressee, self.date, self.place),
            *(self.countries, self.mode),
        )


def card_of(found: StatementInReport, number: int, address: str | None) -> Card:
    """Make a card of a statement in a report with that address."""
    said = found.statement
    return Card(
        number=number,
        id=found.id,
        kind=said.kind,
        status=found.status,
        counts=found.counts,
        certainty=said.certainty,
        quote=said.quote.exact if said.quote else None,
        live=link_to(address, said.quote),
        entry=found.entry,
        look=str(found.look.reason) if found.look else None,
        trace=tuple(_trace_line(step) for step in said.trace),
        **_fields(said),
    )


def _fields(said: Statement) -> dict[str, Any]:
    match said:
        case Commitment():
            return {
                "actor": said.actor,
                "speaker": said.speaker,
                "said_on": said.said_on,
                "measure": said.measure,
                "object": said.object,
                "recipient": said.recipient,
                "firmness": said.firmness,
                "quantity": said.quantity,
                "per": str(said.per) if said.per else None,
                "conditions": tuple(_condition(each) for each in said.conditions),
                "condition_logic": str(said.condition_logic) if said.condition_logic else None,
            }
        case Position():
            return {
                "actor": said.actor,
                "speaker": said.speaker,
                "said_on": said.said_on,
                "stance": str(said.stance),
                "topic": said.topic,
                "aim": str(said.aim) if said.aim else None,
                "addressee": said.addressee,
            }
        case Meeting():
            return {"date": said.date, "place": said.place, "meeting": str(said.kind_of), "countries": said.countries}
        case Attendance():
            return {"actor": said.actor, "person": said.person, "role": str(said.role), "mode": str(said.mode)}


def _condition(each: Condition) -> ConditionToken:
    return ConditionToken(str(each.type), each.of, each.n, each.measure, each.quote.exact if each.quote else None)


def _trace_line(step: TraceStep) -> TraceLine:
    quote: Quote | None = step.quote
    return TraceLine(step.field, step.rule, quote.exact if quote else None)
