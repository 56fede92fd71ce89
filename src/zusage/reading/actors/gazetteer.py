"""The gazetteer: all names, offices and collectives of the lexicon, compiled for looking up, and who held which office.

A dossier's own actors and persons are merged in by `Gazetteer.build`. Uses `zusage.dossier` for their types.

Source: the lexicon's tables; territory names of the CLDR by way of babel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from zusage.dossier.records import Effort, KnownActor, Person
from zusage.model.values import Authority
from zusage.reading.actor_tables import alternatives, read_table
from zusage.reading.actors import entries
from zusage.reading.actors.folding import fold
from zusage.reading.actors.mention import Gender
from zusage.reading.actors.records import OfficeRecord, OrganisationRecord, PersonRecord, StateRecord, Tenure
from zusage.reading.actors.trie import Entry, Node, insert

LANGUAGES = ("de", "en")
Extra = KnownActor | Person | Effort


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything that finding and resolving actors looks up; make it with `build`."""

    tries: Mapping[str, Node]
    suffixes: Mapping[str, Mapping[str, Entry]]
    states: Mapping[str, StateRecord]
    organisations: Mapping[str, OrganisationRecord]
    offices: Mapping[str, OfficeRecord]
    persons: Mapping[str, PersonRecord]
    holders: Mapping[tuple[str, str], tuple[Tenure, ...]]
    given_names: Mapping[str, Gender]
    members: Mapping[str, tuple[str, ...]]
    common_surnames: frozenset[str]
    ranks: Mapping[str, Authority]

    @classmethod
    def build(cls, extra: Iterable[Extra] = ()) -> Gazetteer:
        """Compile the lexicon, with a dossier's rows merged in: its persons' terms are added, its actors' names too.

        Without extra rows the result is made once and shared.
        """
        rows = tuple(extra)
        return _compile(rows) if rows else _plain()

    def holder(self, actor: str, office: str, on: date | None) -> PersonRecord | None:
        """Return who held an office of an actor on a day (or holds it, without one), None if nobody is known."""
        record = self.offices.get(office)
        for key in self._holder_offices(actor, record.holders if record else (office,)):
            found = [tenure for tenure in self.holders.get((actor, key), ()) if tenure.covers(on)]
            if found:  # on the day of a handover the new holder
                return self.persons[max(found, key=lambda tenure: (tenure.from_, tenure.checked)).person]
        return None

    def type_of(self, actor: str) -> str:
        """Return "state", an organisation's type, or "" for everything else."""
        if actor in self.states:
            return "state"
        return self.organisations[actor].type if actor in self.organisations else ""

    def _holder_offices(self, actor: str, keys: Iterable[str]) -> Iterator[str]:
        for key in keys:
            if key != "lead":
                yield key
                continue
            state = self.states.get(actor)
            heads = ("chancellor", "prime-minister", "president", "monarch")
            president_first = ("president", "council-chair", "monarch", "chancellor", "prime-minister")
            organisations = ("commission-president", "secretary-general", "managing-director", "executive-director")
            yield from (organisations if state is None else president_first if state.president_leads else heads)


@cache
def _plain() -> Gazetteer:
    return _compile(())


def _compile(extra: tuple[Extra, ...]) -> Gazetteer:
    tenures = [*_tenures(), *_extra_tenures(extra)]
    persons = _persons(extra, tenures)
    tries = {language: Node() for language in LANGUAGES}
    for language, root in tries.items():
        for entry in entries.lexicon_entries(language):
            insert(root, entry)
        for row in extra:
            for entry in entries.extra_entries(row, language):
                insert(root, entry)
    return Gazetteer(
        tries=tries,
        suffixes={language: entries.suffix_entries(language) for language in LANGUAGES},
        states={row["iso"]: _state(row) for row in read_table("states")},
        organisations={row["id"]: _organisation(row) for row in read_table("organisations")},
        offices={row["office"]: _office(row) for row in read_table("offices")},
        persons=persons,
        holders=_by_office(tenures),
        given_names=_given_names(),
        members=_members(extra),
        common_surnames=frozenset(row["surname"].lower() for row in read_table("common_surnames")),
        ranks=_ranks(),
    )


def _state(row: dict[str, str]) -> StateRecord:
    plural = row["gender"] == "p"
    return StateRecord(row["iso"], Gender("" if plural else row["gender"]), plural, row["leads"] == "p")


def _organisation(row: dict[str, str]) -> OrganisationRecord:
    plural = row["gender"] == "p"
    number = int(row["number"]) if row["number"] else None
    return OrganisationRecord(
        row["id"], row["type"], Gender("" if plural else row["gender"]), plural, number, row["home"] or None
    )


def _office(row: dict[str, str]) -> OfficeRecord:
    return OfficeRecord(
        row["office"], entries.authority(row["authority"]), row["actor"] or None, alternatives(row["holders"])
    )


def _tenures() -> Iterator[Tenure]:
    for row in read_table("terms"):
        yield Tenure(
            row["slug"], row["actor"] or None, row["office"], row["from"], row["until"], row["source"] == "facts"
        )


def _extra_tenures(extra: Iterable[Extra]) -> Iterator[Tenure]:
    for row in extra:
        if isinstance(row, Person):
            for term in row.terms:
                yield Tenure(row.id, term.actor, term.office, term.from_ or "", term.until or "", term.backing.verified)


def _persons(extra: Iterable[Extra], tenures: Iterable[Tenure]) -> dict[str, PersonRecord]:
    genders = {row["slug"]: Gender(row["gender"]) for row in read_table("persons")}
    genders |= {row.id: genders.get(row.id, Gender.UNKNOWN) for row in extra if isinstance(row, Person)}
    terms: dict[str, list[Tenure]] = {slug: [] for slug in genders}
    for tenure in tenures:
        terms[tenure.person].append(tenure)
    return {slug: PersonRecord(slug, gender, tuple(dict.fromkeys(terms[slug]))) for slug, gender in genders.items()}


def _by_office(tenures: Iterable[Tenure]) -> dict[tuple[str, str], tuple[Tenure, ...]]:
    found: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in tenures:
        if tenure.actor is not None:
            found.setdefault((tenure.actor, tenure.office), []).append(tenure)
    return {
        key: tuple(sorted(terms, key=lambda term: (not term.checked, term.from_ == "", term.from_)))
        for key, terms in found.items()
    }


def _ranks() -> dict[str, Authority]:
    ranks: dict[str, Authority] = {}
    for record in map(_office, read_table("offices")):
        for office in (record.id, *record.holders):
            if record.authority is not None:
                ranks.setdefault(office, record.authority)
    return ranks


def _given_names() -> dict[str, Gender]:
    names: dict[str, Gender] = {}
    for row in read_table("given_names"):
        for name in alternatives(row["names"]):
            key = fold(name)
            names[key] = Gender.UNKNOWN if key in names and names[key] != row["gender"] else Gender(row["gender"])
    return names


def _members(extra: Iterable[Extra]) -> dict[str, tuple[str, ...]]:
    members = {
        f"group:{row['label']}": alternatives(row["members"]) for row in read_table("collectives") if row["members"]
    }
    members |= {row.id: row.members for row in extra if isinstance(row, KnownActor) and row.members}
    return members
