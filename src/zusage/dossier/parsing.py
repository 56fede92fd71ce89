"""From the checked values of a dossier's files to records: one function per file (facts.yaml has a module of its own).

The keys of each table stand here as sets, and nowhere else. Uses `zusage.dossier.pieces`, `zusage.dossier.yaml_values`
and `zusage.dossier.records`.
"""

from __future__ import annotations

from dataclasses import dataclass

from zusage.dossier.pieces import BACKING, actor_at, day_at, read_backing, read_names, read_words, text_at
from zusage.dossier.records import (
    AddedValue,
    Effort,
    KnownActor,
    KnownMeeting,
    Participation,
    Person,
    Term,
    Words,
)
from zusage.dossier.yaml_values import Value
from zusage.model.values import MeetingKind, Mode, Role


@dataclass(frozen=True, slots=True)
class Cover:
    """What dossier.yaml says about the dossier as a whole."""

    id: str
    titles: Words
    description: Words
    recipient: str | None
    adversary: str | None
    effort: Effort


@dataclass(frozen=True, slots=True)
class Offices:
    """What offices.yaml says."""

    known_until: str | None = None
    people: tuple[Person, ...] = ()


def parse_cover(value: Value) -> Cover:
    """Read dossier.yaml."""
    table = value.table({"id", "titles", "description", "effort"}, {"recipient", "adversary"})
    effort = table["effort"].table({"actor", "names", *BACKING}, {"launched_on", "launched_in"})
    return Cover(
        id=table["id"].slug(),
        titles=read_words(table["titles"]),
        description=read_words(table["description"]),
        recipient=actor_at(table, "recipient"),
        adversary=actor_at(table, "adversary"),
        effort=Effort(
            actor=effort["actor"].actor(),
            names=read_names(effort["names"]),
            launched_on=day_at(effort, "launched_on"),
            launched_in=text_at(effort, "launched_in"),
            backing=read_backing(effort),
        ),
    )


def parse_actors(value: Value) -> tuple[KnownActor, ...]:
    """Read actors.yaml."""
    top = value.table(set(), {"actors"})
    actors = []
    for item in top.each("actors", once="id"):
        table = item.table({"id", "names"}, {"members"})
        members = tuple(member.actor() for member in table.each("members"))
        actors.append(KnownActor(table["id"].actor(), read_names(table["names"]), members))
    return tuple(actors)


def parse_offices(value: Value) -> Offices:
    """Read offices.yaml."""
    top = value.table(set(), {"known_until", "people"})
    people = []
    for item in top.each("people", once="person"):
        table = item.table({"person", "names", "terms"})
        slug = table["person"].slug()
        terms = tuple(_term(slug, term) for term in table["terms"].each())
        people.append(Person(slug, read_names(table["names"]), terms))
    return Offices(day_at(top, "known_until"), tuple(people))


def parse_meetings(value: Value) -> tuple[KnownMeeting, ...]:
    """Read meetings.yaml."""
    return tuple(_meeting(item) for item in value.table(set(), {"meetings"}).each("meetings", once="id"))


def parse_added(value: Value, known: tuple[str, ...]) -> tuple[AddedValue, ...]:
    """Read measures.yaml or topics.yaml; a value that the codebook already has is an error."""
    added = []
    for item in value.table(set(), {value.key}).each(value.key, once="id"):
        table = item.table({"id", "names", "meaning"})
        name = table["id"].slug()
        if name in known:
            table["id"].fail(f"{name} is in the codebook already", hint="a dossier adds values, it does not change any")
        added.append(AddedValue(name, read_names(table["names"]), read_words(table["meaning"])))
    return tuple(added)


def _term(person: str, value: Value) -> Term:
    table = value.table({"actor", "office", *BACKING}, {"from", "until"})
    from_, until = day_at(table, "from"), day_at(table, "until")
    if from_ and until and until < from_:
        table["until"].fail(f"until {until} is before from {from_}", hint="swap them or mend one")
    return Term(person, table["actor"].actor(), table["office"].slug(), from_, until, read_backing(table))


def _meeting(value: Value) -> KnownMeeting:
    table = value.table(
        {"id", "day", "place", "kind", "wording", *BACKING}, {"of", "countries", "leaders", "participants"}
    )
    countries, leaders = table.get("countries"), table.get("leaders")
    return KnownMeeting(
        id=table["id"].slug(),
        day=table["day"].day(),
        place=table["place"].text(),
        kind=MeetingKind(table["kind"].one_of(tuple(MeetingKind))),
        of=actor_at(table, "of"),
        wording=read_words(table["wording"]),
        countries=countries.count() if countries else None,
        leaders=leaders.count() if leaders else None,
        participants=tuple(_participation(item) for item in table.each("participants")),
        backing=read_backing(table),
    )


def _participation(value: Value) -> Participation:
    table = value.table({"actor", "role", "mode"}, {"person"})
    person = table.get("person")
    return Participation(
        actor=table["actor"].actor(),
        person=person.slug() if person else None,
        role=Role(table["role"].one_of(tuple(Role))),
        mode=Mode(table["mode"].one_of(tuple(Mode))),
    )
