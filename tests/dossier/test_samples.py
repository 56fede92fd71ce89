"""The sample reports: in the codebook's format, marked as made up, and annotated by hand."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from zusage.dossier import load_shipped, read_samples
from zusage.model.codebook import parse_readings
from zusage.model.report import Reading
from zusage.reconcile import bound_meetings, find_conflicts, known_from, lay_grounds

GOLD = Path(__file__).parent / "samples_gold.jsonl"


def samples() -> list[Reading]:
    files = read_samples("ukraine-guarantees")
    return [reading for name, text in files.items() for _, reading in parse_readings(text, resource=name)]


def gold() -> list[Reading]:
    return [reading for _, reading in parse_readings(GOLD.read_text(encoding="utf-8"), resource=GOLD.name)]


def test_there_are_five_german_and_three_english_ones() -> None:
    assert [sample.report.language for sample in samples()] == ["de"] * 5 + ["en"] * 3


def test_each_is_marked_as_made_up_and_has_no_annotations() -> None:
    for sample in samples():
        assert sample.report.synthetic
        assert sample.statements == ()


def test_each_is_as_long_as_a_short_report() -> None:
    for sample in samples():
        assert 1200 <= len(sample.report.text) <= 2200


def test_the_annotations_are_of_the_same_texts() -> None:
    assert {one.report.name: one.report.text for one in gold()} == {s.report.name: s.report.text for s in samples()}


def test_the_annotations_quote_their_text() -> None:
    for reading in gold():
        assert reading.commitments
        for statement in reading.statements:
            if statement.quote is not None:
                statement.quote.check(reading.report.text)


def test_the_reports_differ_where_real_ones_did() -> None:
    readings = {str(reading.report.name): reading for reading in gold()}
    days = {name: reading.meetings[0].date for name, reading in readings.items()}
    assert days["sample-de-01"] != days["sample-de-03"]
    assert days["sample-de-04"] != days["sample-de-05"]
    assert len({reading.meetings[0].countries for reading in readings.values()}) > 4
    modes = {a.mode for r in readings.values() for a in r.attendance if a.person == "friedrich-merz"}
    assert len(modes) == 2


def test_real_persons_speak_only_where_the_dossier_has_it_from_them() -> None:
    known = {person.id for person in load_shipped("ukraine-guarantees").people}
    said = {c.speaker for reading in gold() for c in reading.commitments}
    thought = {p.speaker for reading in gold() for p in reading.positions}
    assert (said | thought) & known == {"emmanuel-macron"}


def test_files_are_named_as_their_reports() -> None:
    assert all(
        json.loads(text)["id"] == name.removesuffix(".json")
        for name, text in read_samples("ukraine-guarantees").items()
    )


@pytest.mark.parametrize("named", [True, False], ids=["events named", "events found"])
def test_read_as_annotated_they_contradict_each_other_on_every_kind_of_point(named: bool) -> None:  # noqa: FBT001 - a parameter
    readings = [one if named else replace(one, report=replace(one.report, event=None)) for one in gold()]
    grounds = lay_grounds(readings, known=known_from(load_shipped("ukraine-guarantees")))
    conflicts = find_conflicts(grounds, bounded=bound_meetings(grounds))
    assert {conflict.slot for conflict in conflicts} >= {
        "date",
        "attendance",
        "condition",
        "count",
        "firmness",
        "quantity",
    }
    quotes = [citation.quote for one in conflicts for side in one.sides for citation in side.citations]
    words = {quote.exact for quote in quotes if quote is not None}
    assert any("12. Februar 2025" in exact for exact in words)
    assert any("Bundeskanzler Friedrich Merz reiste persönlich" in exact for exact in words)
    assert any("26 Länder schicken Truppen" in exact for exact in words)
