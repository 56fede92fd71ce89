"""Statements: what one report says, each with its quote, its trace and how sure the reader is.

The fields and values are the codebook's (sections 2 to 4); optional ones default to None. Standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from zusage.model.quote import Quote
from zusage.model.records import record
from zusage.model.values import (
    Aim,
    Authority,
    Basis,
    ConditionLogic,
    ConditionType,
    Firmness,
    Instrument,
    Kind,
    MeetingKind,
    Mode,
    Per,
    Role,
    Stance,
    Voice,
    Where,
)


@record(frozen=True, slots=True)
class TraceStep:
    """Why one field has its value: the rule, and the exact words it used (None for a default)."""

    field: str
    rule: str
    quote: Quote | None = None


Trace = tuple[TraceStep, ...]


_CODE = 3
"""Letters of an ISO 4217 code; persons and items are written out."""


@record(frozen=True, slots=True)
class Quantity:
    """An interval of a number of persons, items, or units of a currency (ISO 4217); an unknown side is None.

    ``shared``: a joint figure of several actors, which sums count once.
    """

    min: float | None
    max: float | None
    unit: str
    shared: bool = False

    def __post_init__(self) -> None:
        """Refuse an interval that is empty or says nothing."""
        if self.min is None and self.max is None:
            raise ValueError("a quantity has a lower or an upper side")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("a quantity's lower side is not above its upper one")

    @property
    def is_money(self) -> bool:
        """Whether it is a sum: its unit is a currency."""
        return len(self.unit) == _CODE


@record(frozen=True, slots=True)
class Condition:
    """One thing that a contribution hangs on; `us-support` is `support` of `us` in short."""

    type: ConditionType
    of: str | None = None
    n: int | None = None
    measure: str | None = None
    quote: Quote | None = None


@record(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What an actor contributes, will, may, or declines to contribute (codebook, section 2)."""

    actor: str
    measure: str
    firmness: Firmness
    quote: Quote
    speaker: str | None = None
    recipient: str | None = None
    conditions: tuple[Condition, ...] = ()
    condition_logic: ConditionLogic | None = None
    quantity: Quantity | None = None
    said_on: str | None = None
    object: str | None = None
    where: Where | None = None
    basis: Basis | None = None
    instrument: Instrument | None = None
    by: str | None = None
    from_: str | None = None
    until: str | None = None
    per: Per | None = None
    authority: Authority | None = None
    voice: Voice | None = None
    evidence: Mapping[str, tuple[Quote, ...]] = field(default_factory=lambda: MappingProxyType({}))
    trace: Trace = ()
    certainty: float | None = None

    kind = Kind.COMMITMENT


@record(frozen=True, slots=True, kw_only=True)
class Position:
    """What an actor thinks of a proposal (codebook, section 3)."""

    actor: str
    stance: Stance
    topic: str
    quote: Quote
    speaker: str | None = None
    said_on: str | None = None
    aim: Aim | None = None
    addressee: str | None = None
    authority: Authority | None = None
    voice: Voice | None = None
    trace: Trace = ()
    certainty: float | None = None

    kind = Kind.POSITION


@record(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting that a report is about or mentions with a date or a place (codebook, section 4)."""

    date: str | None
    place: str | None
    kind_of: MeetingKind
    quote: Quote | None = None
    countries: int | None = None
    trace: Trace = ()
    certainty: float | None = None

    kind = Kind.MEETING


@record(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A person or state said to attend a meeting or to stay away; ``meeting`` is an index into the report's meetings."""

    actor: str
    role: Role
    mode: Mode
    quote: Quote
    person: str | None = None
    meeting: int | None = None
    trace: Trace = ()
    certainty: float | None = None

    kind = Kind.ATTENDANCE


Statement = Commitment | Position | Meeting | Attendance
