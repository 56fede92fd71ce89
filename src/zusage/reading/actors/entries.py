"""From the lexicon's rows to entries of the gazetteer, with every inflected form. Uses babel for territory names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from babel import Locale

from zusage.dossier.records import Effort, KnownActor, Person
from zusage.model.values import Authority
from zusage.reading.actor_tables import Row, alternatives, read_table, words
from zusage.reading.actors import inflection
from zusage.reading.actors.inflection import Form
from zusage.reading.actors.mention import Gender
from zusage.reading.actors.trie import Entry, Sense, shape_of

_MARKERS = {
    "former": Sense.FORMER,
    "acting": Sense.ACTING,
    "title": Sense.TITLE,
    "house": Sense.HOUSE,
    "government": Sense.GOVERNMENT,
    "parliament": Sense.PARLIAMENT,
    "military": Sense.MILITARY,
}


def authority(cell: str) -> Authority | None:
    """Return the authority that a cell names, None for an empty one."""
    return Authority(cell) if cell else None


def lexicon_entries(language: str) -> Iterator[Entry]:
    """Yield all entries of the lexicon for a language."""
    for make, table in (
        (_decoys, "decoys"),
        (_states, "states"),
        (_metonyms, "metonyms"),
        (_organisations, "organisations"),
        (_persons, "persons"),
        (_offices, "offices"),
        (_roles, "roles"),
        (_collectives, "collectives"),
        (_markers, "markers"),
        (_descriptions, "descriptions"),
        (_introducers, "unnamed"),
    ):
        for row in read_table(table):
            yield from make(row, language)


def extra_entries(row: KnownActor | Person | Effort, language: str) -> Iterator[Entry]:
    """Yield the entries of a dossier's row: an actor's or the effort's names, or a person's with the surname alone."""
    if isinstance(row, Person):
        for name in dict.fromkeys((*row.names.de, *row.names.en)):
            yield from _named(Entry(Sense.PERSON, row.id, ()), name, language)
            yield from _named(Entry(Sense.SURNAME, row.id, ()), name.split()[-1], language)
        return
    actor = row.actor if isinstance(row, Effort) else row.id
    sense = Sense.COLLECTIVE if actor.startswith("group:") else Sense.ORGANISATION
    entry = Entry(sense, actor.removeprefix("group:"), (), plural=sense is Sense.COLLECTIVE)
    for name in row.names.in_language(language):
        yield from _named(entry, name, language)


@cache
def suffix_entries(language: str) -> dict[str, Entry]:
    """Return the entries that end German compounds, by their form in lower case: "experte" in "Rüstungsexperte"."""
    if language != "de":
        return {}
    found: dict[str, Entry] = {}
    for row in read_table("roles"):
        if row["suffix"] == "yes":
            found |= {entry.shape[0].lower(): entry for entry in _roles(row, language) if len(entry.shape) == 1}
    for noun, office in _OFFICE_SUFFIXES:
        for form in inflection.german_office(noun):
            rank = _OFFICE_AUTHORITY[office]
            found[form.text.lower()] = Entry(Sense.OFFICE, office, (form.text,), Gender(form.gender), form.plural, rank)
    return found


_OFFICE_SUFFIXES = (
    ("Minister", "other-minister"),
    ("Sprecher", "spokesperson"),
    ("Beauftragte", "envoy"),
    ("Gesandte", "envoy"),
    ("Botschafter", "ambassador"),
    ("Staatssekretär", "state-secretary"),
    ("Vertreter", "official"),
    ("Beamte", "official"),
    ("Kommissar", "commissioner"),
    ("Direktor", "organisation-head"),
    ("Kommandeur", "commander"),
    ("Inspekteur", "commander"),
)
_OFFICE_AUTHORITY = {
    "other-minister": Authority.MINISTER,
    "spokesperson": Authority.SPOKESPERSON,
    "envoy": Authority.OFFICIAL,
    "ambassador": Authority.OFFICIAL,
    "state-secretary": Authority.OFFICIAL,
    "official": Authority.OFFICIAL,
    "commissioner": Authority.MINISTER,
    "organisation-head": Authority.HEAD,
    "commander": Authority.MILITARY,
}


def _named(entry: Entry, name: str, language: str) -> Iterator[Entry]:
    """Yield an entry for a name as it is and, in German, with the genitive ending."""
    forms = (name,) if language != "de" else dict.fromkeys((name, inflection.german_genitive(name)))
    for form in forms:
        yield replace(entry, shape=shape_of(form))


def _forms(sense: Sense, ref: str, forms: Iterable[Form], rank: str = "") -> Iterator[Entry]:
    for form in forms:
        yield Entry(sense, ref, shape_of(form.text), Gender(form.gender), form.plural, authority(rank))


@cache
def _territories(language: str) -> dict[str, str]:
    return {code.lower(): name for code, name in Locale(language).territories.items() if len(code) == 2}  # noqa: PLR2004 - alpha-2


def _states(row: Row, language: str) -> Iterator[Entry]:
    iso, plural = row["iso"], row["gender"] == "p"
    gender = "" if plural or language == "en" else row["gender"]
    official = _territories(language).get(iso, "")
    names = (official.split(" (")[0], *alternatives(row[f"names_{language}"]))
    state = Entry(Sense.STATE, iso, (), Gender(gender), plural and language == "de")
    for name in filter(None, names):
        yield from _named(state, name.removeprefix("die "), language)
    seat = Entry(Sense.CAPITAL, iso, (), Gender("n" if language == "de" else ""), place=True)
    for capital in alternatives(row[f"capitals_{language}"]):
        yield from _named(seat, capital, language)
    yield from _german_peoples(row) if language == "de" else _english_peoples(row)


def _german_peoples(row: Row) -> Iterator[Entry]:
    for stem in alternatives(row["adjectives_de"]):
        for form in inflection.german_adjective(stem):
            yield Entry(Sense.ADJECTIVE, row["iso"], shape_of(form))
    for noun in alternatives(row["people_de"]):
        yield from _forms(Sense.PEOPLE, row["iso"], inflection.german_people(noun))
    for capital in alternatives(row["capitals_de"]):
        yield Entry(Sense.ADJECTIVE, row["iso"], shape_of(_city_adjective(capital)), place=True)


def _city_adjective(city: str) -> str:
    """Return the adjective of a city: "Berliner", "Moskauer", "Ankaraner" is rare and left out."""
    if city.endswith("e"):
        return city + "r"
    return {"Kopenhagen": "Kopenhagener", "Warschau": "Warschauer", "Den Haag": "Haager"}.get(city, city + "er")


def _english_peoples(row: Row) -> Iterator[Entry]:
    for adjective in alternatives(row["adjectives_en"]):
        yield Entry(Sense.ADJECTIVE, row["iso"], shape_of(adjective))
    for noun in (name.removeprefix("the ") for name in alternatives(row["people_en"])):
        one = noun.endswith(("man", "woman")) or noun in words("singular-peoples", "en")
        gender = "f" if noun.endswith("woman") else "m" if noun.endswith("man") else ""
        yield Entry(Sense.PEOPLE, row["iso"], shape_of(noun), Gender(gender), not one)


def _metonyms(row: Row, language: str) -> Iterator[Entry]:
    plural = row["gender"] == "p"
    gender = "" if plural or language == "en" else row["gender"]
    place, rank = row["place"] == "yes", authority(row["authority"])
    entry = Entry(Sense.METONYM, row["actor"], (), Gender(gender), plural, rank, place)
    for name in alternatives(row[f"forms_{language}"]):
        yield from _named(entry, name, language)


def _organisations(row: Row, language: str) -> Iterator[Entry]:
    plural = row["gender"] == "p"
    gender = "" if plural or language == "en" else row["gender"]
    entry = Entry(Sense.ORGANISATION, row["id"], (), Gender(gender), plural)
    for name in alternatives(row[f"names_{language}"]):
        yield from _named(entry, name, language)


def _persons(row: Row, language: str) -> Iterator[Entry]:
    full = Entry(Sense.PERSON, row["slug"], (), Gender(row["gender"]))
    for surname in alternatives(row["surnames"]):
        for given in alternatives(row["given"]):
            yield from _named(full, f"{given} {surname}", language)
    for later in alternatives(row["surnames" if row["later"] == "surname" else "given"]):
        yield from _named(replace(full, sense=Sense.SURNAME), later, language)


def _offices(row: Row, language: str) -> Iterator[Entry]:
    make = inflection.german_office if language == "de" else inflection.english_office
    for noun in alternatives(row[language]):
        yield from _forms(Sense.OFFICE, row["office"], make(noun), row["authority"])
    marked = (inflection.marked_form(cell) for cell in alternatives(row[f"forms_{language}"]))
    yield from _forms(Sense.OFFICE, row["office"], marked, row["authority"])


def _roles(row: Row, language: str) -> Iterator[Entry]:
    make = inflection.german_office if language == "de" else inflection.english_office
    for noun in alternatives(row[language]):
        yield from _forms(Sense.ROLE, "role", make(noun), Authority.THIRD_PARTY)
    yield from _forms(
        Sense.ROLE,
        "role",
        (inflection.marked_form(cell) for cell in alternatives(row[f"forms_{language}"])),
        Authority.THIRD_PARTY,
    )


def _collectives(row: Row, language: str) -> Iterator[Entry]:
    for name in alternatives(row[language]):
        yield Entry(Sense.COLLECTIVE, row["label"], shape_of(name), plural=row["number"] == "pl")


def _markers(row: Row, language: str) -> Iterator[Entry]:
    if row["language"] == language:
        for form in alternatives(row["forms"]):
            yield Entry(_MARKERS[row["kind"]], row["kind"], shape_of(form))


def _descriptions(row: Row, language: str) -> Iterator[Entry]:
    if row["language"] == language:
        for form in (
            dict.fromkeys((row["noun"], row["noun"] + "s", row["noun"] + "es")) if language == "de" else (row["noun"],)
        ):
            yield Entry(Sense.DESCRIPTION, row["kinds"], shape_of(form), Gender(row["gender"]))


def _introducers(row: Row, language: str) -> Iterator[Entry]:
    if row["language"] == language:
        for form in alternatives(row["forms"]):
            for inflected in (form, form + "s", form + "es") if language == "de" else (form,):
                yield Entry(Sense.INTRODUCER, row["where"], shape_of(inflected))


def _decoys(row: Row, language: str) -> Iterator[Entry]:
    for form in alternatives(row["forms"]):
        yield from _named(Entry(Sense.DECOY, row["what"], ()), form, language)
