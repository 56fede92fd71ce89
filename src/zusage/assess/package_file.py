"""Package and scenario files: YAML, read strictly, every error with file, line and the mend.

The keys of each table stand here, and nowhere else; ``schema/`` has them for editors. Uses
`zusage.dossier.yaml_values` and the readers of pledges.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NoReturn

from zusage.assess.formula import ALWAYS, Event, Support, event_name
from zusage.assess.package import Component, Note, Package, PackageEvent, Requirement, Scenario
from zusage.assess.parsing import ConditionError, parse_condition
from zusage.assess.pledge_file import Claims, read_amount, read_condition, read_pledge, read_pledges
from zusage.assess.problem import SUPPORT_MEASURES
from zusage.assess.vocabulary import Fail, Vocabulary
from zusage.dossier.pieces import BACKING, listed_at, partial_day_at, read_backing, text_at
from zusage.dossier.records import Backing, PlanningNumber, Words
from zusage.dossier.yaml_values import Table, Value, parse_yaml
from zusage.errors import FormatError
from zusage.model.statement import Quantity
from zusage.model.values import Firmness, Where

PACKAGE = {"id", "title", "components"}
PACKAGE_MAY = {"description", "events", "actors", "support", "assumptions", "figures", "pledges", *BACKING}
EVENT, EVENT_MAY = {"id", "wording"}, {"implies"}
NOTE, NOTE_MAY = {"id", "wording", *BACKING}, {"as_of"}
COMPONENT = {"id", "title", "requirements"}
REQUIREMENT = {"id", "title", "measure"}
REQUIREMENT_MAY = {
    *("need", "figure", "contributors", "rotation", "actors", "where", "object", "by", "trigger"),
    *BACKING,
}
SCENARIO_MAY = {"title", "assume", "without", "add", "firmness", "as_of", "honouring"}


@dataclass(frozen=True, slots=True)
class Known:
    """What a package file may refer to: names, the dossier's claims and its planning numbers."""

    vocabulary: Vocabulary
    claims: Claims
    numbers: Mapping[str, PlanningNumber]


def parse_package(content: bytes, file: str, known: Known) -> tuple[Package, Known]:
    """Read a package file; what it defines itself is added to what may be referred to.

    Where ``pledges`` names a file, the package comes without pledges: `pledges_file` says which file.

    Raises:
        FormatError: it breaks its format; nothing of it is used.
    """
    value = _parse(content, file, "a package begins with id:, title: and components:")
    table = value.table(PACKAGE, PACKAGE_MAY)
    events = tuple(_event(item) for item in table.each("events", once="id"))
    names = dict(_named_actor(item) for item in table.each("actors", once="id"))
    vocabulary = known.vocabulary.with_actors(names).with_events(each.id for each in events)
    known = replace(known, vocabulary=vocabulary)
    for item, event in zip(table.each("events"), events, strict=True):
        for name in event.implies:
            vocabulary.check_event(name, failing(item))
    package = Package(
        id=table["id"].slug(),
        title=read_title(table["title"]),
        components=_components(table, known),
        description=read_title(table["description"]) if table.get("description") else None,
        events=events,
        support=_measures(table["support"], vocabulary) if table.get("support") else SUPPORT_MEASURES,
        notes=tuple(_note(item) for key in ("assumptions", "figures") for item in table.each(key, once="id")),
        names=MappingProxyType(names),
        backing=backing_at(table),
    )
    pledges = table.get("pledges")
    if pledges and pledges.is_list():
        package = replace(package, pledges=read_pledges(pledges, vocabulary, known.claims))
    return package, known


def pledges_file(content: bytes, file: str) -> str | None:
    """The file in which a package keeps its pledges, relative to its own; None if they stand in it, or nowhere."""
    value = parse_yaml(content, file)
    return None if value is None else value.peek("pledges")


def parse_scenario(content: bytes, file: str, known: Known) -> Scenario:
    """Read a scenario file.

    Raises:
        FormatError: it breaks its format.
    """
    table = _parse(content, file, "as in: assume: [ceasefire]").table(set(), SCENARIO_MAY)
    without = []
    for each in table.each("without"):
        known.vocabulary.check_actor(each.text(), failing(each))
        without.append(each.text())
    return Scenario(
        title=read_title(table["title"]) if table.get("title") else None,
        events=tuple(parse_event(each.text(), known.vocabulary, failing(each)) for each in table.each("assume")),
        without=tuple(without),
        added=tuple(read_pledge(each, known.vocabulary, known.claims) for each in table.each("add")),
        firmness=listed_at(table, "firmness", Firmness) or Firmness.PLEDGED,
        as_of=partial_day_at(table, "as_of"),
        honouring=_honouring(table),
    )


def parse_event(words: str, vocabulary: Vocabulary, fail: Fail) -> str:
    """Read an event that a scenario assumes; ``support of us`` and ``us-support`` are one."""
    try:
        atom = parse_condition(words)
    except ConditionError as error:
        fail(f"{words} is no event", error.hint)
    vocabulary.check_condition(atom, fail, events_only=True)
    if not isinstance(atom, Event | Support):
        fail(f"{words} is more than one event", "assume each by itself")
    return event_name(atom)


def failing(value: Value) -> Fail:
    """Raise errors that name the place of a value."""

    def fail(problem: str, hint: str) -> NoReturn:
        value.fail(problem, hint=hint)

    return fail


def read_title(value: Value) -> Words:
    """Read a wording: ``de`` and ``en``, or one text for both."""
    if not value.is_table():
        return Words(value.text(), value.text())
    table = value.table({"de", "en"})
    return Words(table["de"].text(), table["en"].text())


def backing_at(table: Table) -> Backing | None:
    """Return sources and whether they are checked; None if no sources are given."""
    return read_backing(table) if table.get("sources") else None


def _parse(content: bytes, file: str, hint: str) -> Value:
    value = parse_yaml(content, file)
    if value is None:
        raise FormatError(file, "is empty", hint=hint)
    return value


def _event(value: Value) -> PackageEvent:
    table = value.table(EVENT, EVENT_MAY)
    return PackageEvent(
        table["id"].slug(), read_title(table["wording"]), tuple(each.text() for each in table.each("implies"))
    )


def _named_actor(value: Value) -> tuple[str, Words]:
    table = value.table({"id", "name"})
    return table["id"].actor(), read_title(table["name"])


def _note(value: Value) -> Note:
    table = value.table(NOTE, NOTE_MAY)
    return Note(table["id"].slug(), read_title(table["wording"]), read_backing(table), partial_day_at(table, "as_of"))


def _components(table: Table, known: Known) -> tuple[Component, ...]:
    components, lines = [], dict[str, int]()
    for item in table.each("components", once="id"):
        part = item.table(COMPONENT)
        requirements = []
        for each in part["requirements"].each():
            requirement = _requirement(each, known)
            if requirement.id in lines:
                each.fail(f"{requirement.id} stands in line {lines[requirement.id]} already", hint="give it its own id")
            lines[requirement.id] = each.line
            requirements.append(requirement)
        components.append(Component(part["id"].slug(), read_title(part["title"]), tuple(requirements)))
    if not lines:
        table["components"].fail("no component has a requirement", hint="a package needs at least one")
    return tuple(components)


def _requirement(value: Value, known: Known) -> Requirement:
    table = value.table(REQUIREMENT, REQUIREMENT_MAY)
    contributors, rotation = table.get("contributors"), table.get("rotation")
    need, backing = _need(table, known)
    trigger = table.get("trigger")
    condition = read_condition(trigger) if trigger else ALWAYS
    if trigger:
        known.vocabulary.check_condition(condition, failing(trigger), events_only=True)
    for each in table.each("actors"):
        known.vocabulary.check_actor(each.text(), failing(each))
    return Requirement(
        id=table["id"].slug(),
        title=read_title(table["title"]),
        measures=_measures(table["measure"], known.vocabulary),
        need=need,
        contributors=contributors.count() if contributors else 1,
        rotation=_factor(rotation) if rotation else 1,
        actors=tuple(each.text() for each in table.each("actors")),
        where=tuple(Where(each.one_of(tuple(Where))) for each in table.each("where")),
        object=text_at(table, "object"),
        by=partial_day_at(table, "by"),
        trigger=condition,
        backing=backing_at(table) or backing,
    )


def _need(table: Table, known: Known) -> tuple[Quantity | None, Backing | None]:
    """How much is needed: said here, or one of the dossier's planning numbers with its sources."""
    need, figure = table.get("need"), table.get("figure")
    if figure:
        if need:
            figure.fail("need and figure both say how much", hint="keep one of the two")
        number = known.numbers.get(figure.text())
        if number is None:
            figure.fail(
                f"{figure.text()} is no number of the dossier's facts.yaml", hint=f"known: {', '.join(known.numbers)}"
            )
        quantity = number.quantity
        return Quantity(quantity.min, quantity.max, quantity.unit), number.backing
    if need is None:
        return None, None
    quantity_here = read_amount(need)
    known.vocabulary.check_unit(quantity_here.unit, failing(need))
    if not (quantity_here.min or quantity_here.max):
        need.fail("an amount of 0 is no requirement", hint="leave need out where any contribution will do")
    return quantity_here, None


def _factor(value: Value) -> float:
    """Read a rotation factor: 3, or 3:1."""
    words = value.text().removesuffix(":1")
    if not words.replace(".", "", 1).isdigit() or float(words) < 1:
        value.fail(f"{value.text()} is no rotation", hint="how many for each one in place, as 3 or 3:1")
    return float(words)


def _measures(value: Value, vocabulary: Vocabulary) -> tuple[str, ...]:
    items = list(value.each()) if value.is_list() else [value]
    for each in items:
        vocabulary.check_measure(each.text(), failing(each))
    return tuple(each.text() for each in items)


def _honouring(table: Table) -> Mapping[Firmness, tuple[float, float]]:
    value = table.get("honouring")
    if value is None:
        return MappingProxyType({})
    ranges = {}
    for name, each in value.table(set(), set(Firmness)).fields.items():
        sides = [item.number() for item in each.each()]
        if len(sides) != len(("low", "high")) or not 0 <= sides[0] <= sides[1] <= 1:
            each.fail(f"{name} is no range", hint="two shares between 0 and 1, as [0.6, 0.9]")
        ranges[Firmness(name)] = (sides[0], sides[1])
    return MappingProxyType(ranges)
