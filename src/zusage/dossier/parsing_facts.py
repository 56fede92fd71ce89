"""From the checked values of facts.yaml to records. The keys of each table stand here, and nowhere else.

Uses `zusage.dossier.pieces`, `zusage.dossier.yaml_values` and `zusage.dossier.records`.
"""

from __future__ import annotations

from dataclasses import dataclass

from zusage.dossier.pieces import BACKING, actor_at, day_at, listed_at, partial_day_at, read_backing, read_words
from zusage.dossier.records import (
    Difference,
    Document,
    Economy,
    Event,
    KnownClaim,
    KnownCondition,
    KnownQuantity,
    KnownStatement,
    PlanningNumber,
)
from zusage.dossier.yaml_values import Value
from zusage.model.values import MEASURES, TOPICS, ConditionLogic, ConditionType, Firmness, Stance, Where


@dataclass(frozen=True, slots=True)
class Facts:
    """What facts.yaml says."""

    events: tuple[Event, ...] = ()
    claims: tuple[KnownClaim, ...] = ()
    documents: tuple[Document, ...] = ()
    numbers: tuple[PlanningNumber, ...] = ()
    economies: tuple[Economy, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Lists:
    """The measures and topics that a statement of this dossier may have."""

    measures: tuple[str, ...] = MEASURES
    topics: tuple[str, ...] = TOPICS


def parse_facts(value: Value, lists: Lists) -> Facts:
    """Read facts.yaml."""
    top = value.table(set(), {"events", "claims", "documents", "numbers", "economies", "differences"})
    return Facts(
        events=tuple(_event(item) for item in top.each("events", once="id")),
        claims=tuple(_claim(item, lists) for item in top.each("claims", once="id")),
        documents=tuple(_document(item) for item in top.each("documents", once="id")),
        numbers=tuple(_number(item, lists) for item in top.each("numbers", once="id")),
        economies=tuple(_economy(item) for item in top.each("economies", once="actor")),
        differences=tuple(_difference(item) for item in top.each("differences", once="id")),
    )


def _event(value: Value) -> Event:
    table = value.table({"id", "day", "wording", "bounds", *BACKING})
    bounds = tuple(actor.actor() for actor in table["bounds"].each())
    return Event(table["id"].slug(), table["day"].day(), read_words(table["wording"]), bounds, read_backing(table))


def _claim(value: Value, lists: Lists) -> KnownClaim:
    table = value.table({"id", "wording", "statements", *BACKING}, {"said_on"})
    return KnownClaim(
        id=table["id"].slug(),
        said_on=partial_day_at(table, "said_on"),
        wording=read_words(table["wording"]),
        statements=tuple(_statement(item, lists) for item in table["statements"].each()),
        backing=read_backing(table),
    )


def _statement(value: Value, lists: Lists) -> KnownStatement:
    table = value.table(
        {"actor"},
        {"speaker", "measure", "firmness", "topic", "stance", "conditions", "condition_logic", "quantity", "where"},
    )
    if [key for key in ("measure", "firmness", "topic", "stance") if table.get(key)] not in (
        ["measure", "firmness"],
        ["topic", "stance"],
    ):
        value.fail("is neither a commitment nor a position", hint="give measure and firmness, or topic and stance")
    measure, topic, speaker = table.get("measure"), table.get("topic"), table.get("speaker")
    return KnownStatement(
        actor=table["actor"].actor(),
        speaker=speaker.actor() if speaker else None,
        measure=measure.one_of(lists.measures) if measure else None,
        firmness=listed_at(table, "firmness", Firmness),
        topic=topic.one_of(lists.topics) if topic else None,
        stance=listed_at(table, "stance", Stance),
        conditions=tuple(_condition(item) for item in table.each("conditions")),
        condition_logic=listed_at(table, "condition_logic", ConditionLogic),
        quantity=_quantity(table["quantity"]) if table.get("quantity") else None,
        where=listed_at(table, "where", Where),
    )


def _condition(value: Value) -> KnownCondition:
    table = value.table({"type"}, {"of"})
    return KnownCondition(ConditionType(table["type"].one_of(tuple(ConditionType))), actor_at(table, "of"))


def _quantity(value: Value) -> KnownQuantity:
    table = value.table({"unit"}, {"min", "max", "shared"})
    low, high, shared = table.get("min"), table.get("max"), table.get("shared")
    if low is None and high is None:
        value.fail("quantity has neither min nor max", hint="give one side or both")
    quantity = KnownQuantity(
        low.number() if low else None,
        high.number() if high else None,
        table["unit"].text(),
        bool(shared and shared.flag()),
    )
    if quantity.min is not None and quantity.max is not None and quantity.min > quantity.max:
        value.fail(f"min {quantity.min:g} is above max {quantity.max:g}", hint="swap them or mend one")
    return quantity


def _document(value: Value) -> Document:
    table = value.table({"id", "title", "components", *BACKING}, {"day", "trigger"})
    return Document(
        id=table["id"].slug(),
        day=day_at(table, "day"),
        title=read_words(table["title"]),
        trigger=listed_at(table, "trigger", ConditionType),
        components=tuple(read_words(item) for item in table["components"].each()),
        backing=read_backing(table),
    )


def _number(value: Value, lists: Lists) -> PlanningNumber:
    table = value.table({"id", "wording", "measure", "quantity", *BACKING}, {"as_of"})
    return PlanningNumber(
        id=table["id"].slug(),
        wording=read_words(table["wording"]),
        measure=table["measure"].one_of(lists.measures),
        quantity=_quantity(table["quantity"]),
        as_of=partial_day_at(table, "as_of"),
        backing=read_backing(table),
    )


def _economy(value: Value) -> Economy:
    table = value.table({"actor", "billions", "currency", "as_of", *BACKING})
    return Economy(
        actor=table["actor"].actor(),
        billions=table["billions"].number(),
        currency=table["currency"].text(),
        as_of=table["as_of"].partial_day(),
        backing=read_backing(table),
    )


def _difference(value: Value) -> Difference:
    table = value.table({"id", "wording"})
    return Difference(table["id"].slug(), read_words(table["wording"]))
