"""The lexicon's tables, their forms, and what a dossier adds."""

from __future__ import annotations

import re
from datetime import date

import pytest

from zusage.dossier.records import Backing, KnownActor, Names, Person, Term
from zusage.language.registry import analyse
from zusage.reading.actor_tables import alternatives, read_table
from zusage.reading.actors import Gazetteer, find_mentions
from zusage.reading.actors.folding import fold, organisation_slug, person_slug
from zusage.reading.actors.groups import number_word
from zusage.reading.actors.inflection import english_office, german_genitive, german_office, german_people

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def test_every_term_is_of_a_known_person_and_actor() -> None:
    gazetteer = Gazetteer.build()
    for row in read_table("terms"):
        assert row["slug"] in gazetteer.persons
        assert not row["actor"] or row["actor"] in gazetteer.states or row["actor"] in gazetteer.organisations, row
        assert all(not row[end] or DAY.fullmatch(row[end]) for end in ("from", "until")), row
        assert not (row["from"] and row["until"]) or row["from"] <= row["until"], row


def test_slugs_are_ascii_and_unique() -> None:
    slugs = [row["slug"] for row in read_table("persons")] + [row["id"] for row in read_table("organisations")]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


def test_offices_have_known_authorities_and_holders() -> None:
    offices = {row["office"] for row in read_table("terms")} | {"lead", "president", "prime-minister"}
    for record in Gazetteer.build().offices.values():
        assert record.authority is not None
        assert set(record.holders) <= offices | set(Gazetteer.build().offices), record


@pytest.mark.parametrize(
    ("actor", "office", "day", "person"),
    [
        ("fr", "leader", date(2025, 9, 4), "emmanuel-macron"),
        ("de", "leader", date(2025, 9, 4), "friedrich-merz"),
        ("de", "chancellor", date(2025, 5, 6), "friedrich-merz"),
        ("nato", "secretary-general", date(2024, 9, 30), "jens-stoltenberg"),
        ("us", "president", date(2019, 1, 1), "donald-trump"),
        ("us", "president", date(2022, 1, 1), "joe-biden"),
        ("us", "president", None, "donald-trump"),
    ],
)
def test_holders(actor: str, office: str, day: date | None, person: str) -> None:
    found = Gazetteer.build().holder(actor, office, day)
    assert found is not None
    assert found.slug == person


def test_nobody_is_known_before_the_tables_begin() -> None:
    assert Gazetteer.build().holder("ee", "prime-minister", date(1950, 1, 1)) is None


def test_a_dossier_adds_persons_and_actors() -> None:
    """Ministerin Ottilie Varn vertritt den Nordbund."""
    backing = Backing(("invented",), verified=False)
    term = Term("ottilie-varn", "nordbund", "foreign-minister", "2025-01-01", None, backing)
    rows = (
        KnownActor("nordbund", Names(("Nordbund",), ("Northern League of Cities",))),
        Person("ottilie-varn", Names(("Ottilie Varn",), ("Ottilie Varn",)), (term,)),
    )
    gazetteer = Gazetteer.build(rows)
    analysis = analyse("Außenministerin Ottilie Varn vertritt den Nordbund.", "de")
    mentions = find_mentions(analysis, gazetteer, date(2025, 6, 1))
    assert [(mention.actor, mention.person) for mention in mentions] == [
        ("nordbund", "ottilie-varn"),
        ("nordbund", None),
    ]


def test_the_shipped_gazetteer_is_built_once() -> None:
    assert Gazetteer.build() is Gazetteer.build()


def test_german_forms() -> None:
    assert {form.text for form in german_office("Außenminister")} >= {"Außenministers", "Außenministerinnen"}
    assert {form.text for form in german_office("Gesandte")} >= {"Gesandter", "Gesandten"}
    assert {form.text for form in german_office("Präsident")} >= {"Präsidenten", "Präsidentin"}
    assert {form.text for form in german_people("Franzose=Französin")} >= {"Franzosen", "Französinnen"}
    assert [german_genitive(name) for name in ("Norwegen", "Paris", "AU")] == ["Norwegens", "Paris", "AU"]


def test_english_forms() -> None:
    assert [form.text for form in english_office("secretary of state")] == [
        "secretary of state",
        "secretaries of state",
    ]
    assert [form.text for form in english_office("spokeswoman")] == ["spokeswoman", "spokeswomen"]


def test_slugs() -> None:
    assert fold("Støre") == "store"
    assert person_slug("Marek Dubský") == "marek-dubsky"
    assert organisation_slug("Brücke nach Nordhausen") == "bruecke-nach-nordhausen"


@pytest.mark.parametrize(
    ("word", "language", "number"),
    [("26", "de", 26), ("sieben", "de", 7), ("sechsundzwanzig", "de", 26), ("thirty", "en", 30), ("viele", "de", None)],
)
def test_number_words(word: str, language: str, number: int | None) -> None:
    assert number_word(word, language) == number


def test_tables_have_no_empty_alternatives() -> None:
    for row in read_table("states"):
        assert alternatives(row["leads"])
        assert all("||" not in cell for cell in row.values())
