"""From the lexicon's rows to entries of the gazetteer, with every inflected form. Uses babel for territory names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale

from zusage.dossier.records import Effort, KnownActor, Person
from zusage.model.values import Authority
from zusage.reading.actors import inflection
from zusage.reading.actors.inflection import Form
from zusage.reading.actors.mention import Gender
from zusage.reading.actors.tables import Row, alternatives, read_table, words
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
    for sense, rows in (
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
        for row in read_table(rows):
            yield from sense(row, language)


def extra_entries(row: KnownActor | Person | Effort, language: str) -> Iterator[Entry]:
    """Yield the entries of a dossier's row: names of an actor or of the effort, or of a person with the surname alone."""
    if isinstance(row, Person):
        for name in dict.fromkeys((*row.names.de, *row.names.en)):
            yield from _name(Sense.PERSON, row.id, name, language)
            yield from _name(Sense.SURNAME, row.id, name.split()[-1], language)
        return
    actor = row.actor if isinstance(row, Effort) else row.id
    sense = Sense.COLLECTIVE if actor.startswith("group:") else Sense.ORGANISATION
    for name in row.names.in_language(language):
        yield from _name(sense, actor.removeprefix("group:"), name, language, plural=sense is Sense.COLLECTIVE)


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


def _name(
    sense: Sense,
    ref: str,
    name: str,
    language: str,
    *,
    gender: str = "",
    plural: bool = False,
    place: bool = False,
    rank: str = "",
) -> Iterator[Entry]:
    """Yield a name as it is and, in German, with the genitive ending."""
    forms = (name,) if language != "de" else dict.fromkeys((name, inflection.german_genitive(name)))
    for form in forms:
        yield Entry(sense, ref, shape_of(form), Gender(gender), plural, authority(rank), place)


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
    for name in filter(None, names):
        yield from _name(
            Sense.STATE, iso, name.removeprefix("die "), language, gender=gender, plural=plural and language == "de"
        )
    for capital in alternatives(row[f"capitals_{language}"]):
        yield from _name(Sense.CAPITAL, iso, capital, language, gender="n" if language == "de" else "", place=True)
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
    for noun in alternatives(row["people_en"]):
        one = noun.endswith(("man", "woman")) or noun in words("singular-peoples", "en")
        gender = "f" if noun.endswith("woman") else "m" if noun.endswith("man") else ""
        yield Entry(Sense.PEOPLE, row["iso"], shape_of(noun), Gender(gender), not one)


def _metonyms(row: Row, language: str) -> Iterator[Entry]:
    plural = row["gender"] == "p"
    gender = "" if plural or language == "en" else row["gender"]
    for name in alternatives(row[f"forms_{language}"]):
        forms = _name(
            Sense.METONYM,
            row["actor"],
            name,
            language,
            gender=gender,
            plural=plural,
            place=row["place"] == "yes",
            rank=row["authority"],
        )
        yield from forms


def _organisations(row: Row, language: str) -> Iterator[Entry]:
    plural = row["gender"] == "p"
    gender = "" if plural or language == "en" else row["gender"]
    for name in alternatives(row[f"names_{language}"]):
        yield from _name(Sense.ORGANISATION, row["id"], name, language, gender=gender, plural=plural)


def _persons(row: Row, language: str) -> Iterator[Entry]:
    for surname in alternatives(row["surnames"]):
        for given in alternatives(row["given"]):
            yield from _name(Sense.PERSON, row["slug"], f"{given} {surname}", language, gender=row["gender"])
    for later in alternatives(row["surnames" if row["later"] == "surname" else "given"]):
        yield from _name(Sense.SURNAME, row["slug"], later, language, gender=row["gender"])


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
            yield Entry(Sense.INTRODUCER, row["where"], shape_of(form))


def _decoys(row: Row, language: str) -> Iterator[Entry]:
    for form in alternatives(row["forms"]):
        yield from _name(Sense.DECOY, row["what"], form, language)
