"""Reports of one event side by side: what all of them say, what only some or one say, and where they differ.

Copies count with their root: what they say is not said twice. Uses `zusage.model`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity, Statement
from zusage.model.values import Kind


class Told(StrEnum):
    """By how many of the independent reports a point is told."""

    ALL = "all"
    SOME = "some"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report says on a point: its statements by id, and the values that they give each field."""

    report: str
    statements: tuple[tuple[str, Statement], ...]
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Point:
    """Something that a report says: of whom (an actor, a person, a place), and on what (a measure, a topic).

    ``differs`` names the fields on which two reports that say something do not agree on anything.
    """

    kind: Kind
    who: str
    what: str
    told: Told
    tellings: tuple[Telling, ...]
    differs: tuple[str, ...]


def compare(reports: Mapping[str, Iterable[tuple[str, Statement]]]) -> tuple[Point, ...]:
    """Compare what independent reports say, by their ids: what differs first, then what most of them tell.

    The order of the reports is kept within a point.
    """
    points: dict[tuple[Kind, str, str], dict[str, list[tuple[str, Statement]]]] = defaultdict(dict)
    for report, said in reports.items():
        first = True
        for name, statement in said:
            is_main = isinstance(statement, Meeting) and first
            first = first and not isinstance(statement, Meeting)
            points[_point(statement, is_main=is_main)].setdefault(report, []).append((name, statement))
    found = [_make(key, tellings, len(reports)) for key, tellings in points.items()]
    return tuple(sorted(found, key=_order))


def _point(statement: Statement, *, is_main: bool) -> tuple[Kind, str, str]:
    match statement:
        case Commitment():
            return statement.kind, statement.actor, statement.measure
        case Position():
            return statement.kind, statement.actor, statement.topic
        case Attendance():
            return statement.kind, statement.actor, statement.person or ""
        case Meeting():
            return statement.kind, "" if is_main else statement.place or "", "" if is_main else statement.date or ""


def _make(key: tuple[Kind, str, str], told: Mapping[str, Sequence[tuple[str, Statement]]], reports: int) -> Point:
    tellings = tuple(Telling(report, tuple(said), _values(said)) for report, said in told.items())
    alone = Told.ONE if len(tellings) == 1 else Told.SOME
    share = Told.ALL if len(tellings) == reports and reports > 1 else alone
    return Point(*key, share, tellings, _differing(tellings))


def _order(point: Point) -> tuple[bool, int, int, str, str]:
    kinds = (Kind.MEETING, Kind.COMMITMENT, Kind.POSITION, Kind.ATTENDANCE)
    return not point.differs, -len(point.tellings), kinds.index(point.kind), point.who, point.what


def _values(said: Iterable[tuple[str, Statement]]) -> dict[str, tuple[str, ...]]:
    """Return the values of the fields that are compared, each once; a field that is not stated has none."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for _, statement in said:
        for field, value in _fields(statement).items():
            if value:
                found[field][value] = None
    return {field: tuple(values) for field, values in found.items()}


def _fields(statement: Statement) -> dict[str, str]:
    match statement:
        case Commitment():
            return {
                "firmness": str(statement.firmness),
                "quantity": _amount(statement.quantity),
                "conditions": "+".join(sorted(map(_condition, statement.conditions))) or "none",
            }
        case Position():
            return {
                "stance": f"{statement.stance} {statement.aim}" if statement.aim == "less" else str(statement.stance)
            }
        case Attendance():
            return {"mode": str(statement.mode)}
        case Meeting():
            countries = "" if statement.countries is None else str(statement.countries)
            return {"date": statement.date or "", "place": statement.place or "", "countries": countries}


def _amount(quantity: Quantity | None) -> str:
    return f"{quantity.min}–{quantity.max} {quantity.unit}" if quantity else ""


def _condition(condition: Condition) -> str:
    return ":".join(filter(None, (str(condition.type), condition.of)))


def _differing(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Return the fields for which two reports have values and no value in common."""
    found = []
    for field in dict.fromkeys(field for each in tellings for field in each.values):
        sets = list({frozenset(each.values[field]) for each in tellings if field in each.values})
        if any(one.isdisjoint(other) for place, one in enumerate(sets) for other in sets[place + 1 :]):
            found.append(field)
    return tuple(found)
