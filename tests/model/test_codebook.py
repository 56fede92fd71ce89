"""The codebook's file format: what is accepted, what comes out, and what a fault is called."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zusage.errors import FormatError
from zusage.model.codebook import UNDETERMINED, decode_reading, encode_reading, parse_readings, write_reading
from zusage.model.fields import is_actor
from zusage.model.quote import Quote
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, Quantity
from zusage.model.values import MEASURES, TOPICS, ConditionType, Firmness, MeetingKind, Mode, Role, Stance

TEXT = (
    "Oslo will send up to 40 medics once parliament agrees, the minister said in Bergen. Two ships follow. Oslo waits."
)

COMMITMENT: dict[str, Any] = {
    "actor": "no",
    "speaker": "kari-holm",
    "measure": "humanitarian",
    "firmness": "pledged",
    "conditions": [{"type": "parliament", "of": "no", "quote": "once parliament agrees"}],
    "quantity": {"min": None, "max": 40, "unit": "persons"},
    "recipient": "ua",
    "said_on": "2025-03-04",
    "quote": "Oslo will send up to 40 medics once parliament agrees",
    "object": "medics",
    "where": "in-country",
    "by": "2026",
    "from": "2025-05-01",
    "until": None,
    "authority": "minister",
    "voice": "reported",
    "evidence": {"measure": "medics", "parliament": ["parliament agrees"]},
}


def whole(**changes: Any) -> dict[str, Any]:
    """Return a report that the codebook's checker accepts, with some fields changed."""
    report = {
        "id": "r-1",
        "language": "en",
        "published_on": "2025-03-05",
        "credit": "ntb",
        "title": "Medics",
        "text": TEXT,
        "commitments": [COMMITMENT],
        "positions": [
            {
                "actor": "group:donors",
                "speaker": None,
                "stance": "demands",
                "topic": "sanctions",
                "aim": "less",
                "said_on": None,
                "quote": "Oslo waits.",
            }
        ],
        "meetings": [{"date": None, "place": "Bergen", "kind": "ministerial", "countries": 3, "quote": "in Bergen"}],
        "attendance": [
            {
                "actor": "no",
                "person": None,
                "role": "host",
                "mode": "in-person",
                "quote": "the minister said in Bergen",
                "meeting": 0,
            }
        ],
    }
    return report | changes


def changed(**changes: Any) -> dict[str, Any]:
    """Return the report with fields of its commitment changed."""
    return whole(commitments=[COMMITMENT | changes])


def test_what_is_read_is_written_again() -> None:
    record = whole()
    written = encode_reading(decode_reading(record))
    expected = whole(commitments=[{name: value for name, value in COMMITMENT.items() if name != "until"}])
    expected["commitments"][0]["evidence"] = {"measure": "medics", "parliament": "parliament agrees"}
    assert written == expected


def test_optional_fields_arrive_under_their_python_names() -> None:
    reading = decode_reading(whole())
    (commitment,) = reading.commitments
    assert commitment.from_ == "2025-05-01"
    assert commitment.by == "2026"
    assert commitment.conditions[0].quote == Quote.find(TEXT, "once parliament agrees")
    assert commitment.evidence["parliament"][0].exact == "parliament agrees"
    assert reading.meetings[0].kind_of is MeetingKind.MINISTERIAL


def test_a_bare_report_is_a_reading() -> None:
    reading = decode_reading({"text": "Rain."})
    assert reading.statements == ()
    assert reading.report.language == UNDETERMINED
    assert reading.report.name is None


def test_a_plain_string_is_a_condition_and_old_deadlines_are_left_out() -> None:
    reading = decode_reading(changed(conditions=["ceasefire", "time", {"type": "us-support"}]))
    assert [condition.type for condition in reading.commitments[0].conditions] == ["ceasefire", "us-support"]
    assert encode_reading(reading)["commitments"][0]["conditions"] == ["ceasefire", "us-support"]


def test_a_quote_that_stands_twice_belongs_to_the_nearer_statement() -> None:
    record = changed(quote="Oslo waits.", evidence={"actor": "Oslo"}, conditions=[])
    reading = decode_reading(record)
    assert reading.commitments[0].evidence["actor"][0].start == TEXT.rindex("Oslo")


def test_the_mark_of_a_synthetic_report_survives_both_ways() -> None:
    reading = decode_reading(whole(synthetic=True, genre="wire"))
    assert reading.report.synthetic
    assert encode_reading(reading, own=True)["synthetic"] is True
    plain = encode_reading(reading)
    assert plain["genre"] == "synthetic wire"
    assert "synthetic" not in plain
    again = decode_reading(plain).report
    assert (again.synthetic, again.genre) == (True, "wire")


def test_our_own_fields_are_written_on_demand() -> None:
    record = whole(address="https://example.org/1", outlet="Courier", published_how="meta", synthetic=False)
    assert "address" not in encode_reading(decode_reading(record))
    assert encode_reading(decode_reading(record), own=True).items() >= {"outlet": "Courier"}.items()


def test_what_comes_out_the_same_is_written_once_and_indices_follow() -> None:
    text = "They met in Graz. Ann came."
    graz = Meeting(date=None, place="Graz", kind_of=MeetingKind.SUMMIT)
    nowhere = Meeting(date=None, place=None, kind_of=MeetingKind.CALL)
    ann = Attendance(actor="at", role=Role.CHAIR, mode=Mode.REMOTE, quote=Quote.find(text, "Ann came."), meeting=2)
    reading = Reading(
        report=Report(text=text, language="en"),
        meetings=(nowhere, graz, graz),
        attendance=(ann, replace(ann, meeting=0)),
    )
    record = encode_reading(reading)
    assert [meeting["place"] for meeting in record["meetings"]] == ["Graz"]
    assert [each.get("meeting") for each in record["attendance"]] == [0, None]
    decode_reading(record)


@pytest.mark.parametrize(
    ("record", "place", "mend"),
    [
        (changed(measure="tropps"), "commitments[0].measure", "did you mean troops?"),
        (changed(firmness=None), "commitments[0].firmness", "one of: rejected"),
        (changed(actor="Norway"), "commitments[0].actor", "a state's ISO code"),
        (changed(actor="xx"), "commitments[0].actor", "a state's ISO code"),
        (changed(said_on="4 March"), "commitments[0].said_on", "a day as"),
        (changed(said_on="2025-02-30"), "commitments[0].said_on", "a day as"),
        (changed(by="soon"), "commitments[0].by", "2025"),
        (changed(quote="will send 50"), "commitments[0].quote", "copy the words exactly"),
        (changed(quote=" Oslo"), "commitments[0].quote", "begin and end with"),
        (changed(quote=""), "commitments[0].quote", "give the exact words"),
        (changed(quantity={"min": 5, "max": 2, "unit": "items"}), "commitments[0].quantity", "not above its upper"),
        (changed(quantity={"min": -1, "max": 2, "unit": "items"}), "commitments[0].quantity.min", "a plain number"),
        (changed(quantity={"min": 1, "max": 2, "unit": "euro"}), "commitments[0].quantity.unit", "a currency"),
        (changed(quantity="many"), "commitments[0].quantity", "write {"),
        (changed(conditions="ceasefire"), "commitments[0].conditions", "write ["),
        (changed(conditions=["rain"]), "commitments[0].conditions[0].type", "one of: ceasefire"),
        (changed(conditions=["attack", "attack"]), "commitments[0].conditions[1]", "leave one"),
        (changed(conditions=[{"type": "others", "n": 0}]), "commitments[0].conditions[0].n", "at least 1"),
        (changed(firmnes="pledged"), "commitments[0].firmnes", "did you mean firmness?"),
        (changed(evidence={"colour": "Oslo"}), "commitments[0].evidence.colour", "one of: actor"),
        (whole(published_on="yesterday"), "published_on", "2025-09-04"),
        (whole(credit="DPA News"), "credit", "lower-case"),
        (whole(language="deutsch"), "language", "ISO 639-1"),
        (whole(titel="x"), "titel", "did you mean title?"),
        (whole(text=""), "text", "as a string"),
        (whole(text="a\x00b"), "text", "leave them out"),
        (whole(commitments={}), "commitments", "write ["),
        (
            whole(meetings=[{"date": None, "place": None, "kind": "call", "countries": None}]),
            "meetings[0]",
            "leave the",
        ),
        (whole(meetings=[]), "attendance[0]", "the first meeting is 0"),
        (whole(source_kind="blog"), "source_kind", "one of: news"),
    ],
)
def test_a_fault_names_its_place_and_its_mend(record: dict[str, Any], place: str, mend: str) -> None:
    with pytest.raises(FormatError) as caught:
        decode_reading(record, where="file.jsonl:3")
    assert caught.value.resource == f"file.jsonl:3 (r-1).{place}"
    assert mend in caught.value.hint


def test_one_object_per_line_or_one_over_several_lines() -> None:
    line = json.dumps({"text": "Rain.", "id": "a"})
    lines = f"{line}\n\n{json.dumps({'text': 'Sun.', 'id': 'b'})}\n"
    assert [where for where, _ in parse_readings(lines, resource="f")] == ["f:1", "f:3"]
    laid_out = json.dumps([{"text": "Rain."}, {"text": "Sun."}], indent=2)
    assert [reading.report.text for _, reading in parse_readings(laid_out, resource="f")] == ["Rain.", "Sun."]


@pytest.mark.parametrize(
    ("text", "resource"),
    [
        ("", "f"),
        ("\n \n", "f"),
        ('{"text": "a"}\n{oops', "f:2"),
        ('{"text": NaN}', "f"),
        ("[" * 9000, "f"),
        ("3", "f"),
    ],
)
def test_what_is_no_json_is_named_by_its_line(text: str, resource: str) -> None:
    with pytest.raises(FormatError) as caught:
        list(parse_readings(text, resource=resource.partition(":")[0]))
    assert caught.value.resource == resource


def test_two_letters_are_a_state_or_one_of_three() -> None:
    assert all(is_actor(actor) for actor in ("fr", "gb", "tr", "eu", "un", "g7", "nato", "group:26-countries"))
    assert not any(is_actor(actor) for actor in ("uk", "en", "zz", "FR", "group:", "a b", "person:"))


DAYS = st.dates().map(lambda day: day.isoformat())
QUANTITIES = st.builds(
    lambda low, more, unit, shared: Quantity(low, None if more is None else low + more, unit, shared=shared),
    st.integers(0, 10**9),
    st.none() | st.integers(0, 10**6),
    st.sampled_from(["persons", "items", "EUR"]),
    st.booleans(),
)
CONDITIONS = st.builds(
    Condition,
    st.sampled_from(ConditionType),
    of=st.none() | st.sampled_from(["us", "nato"]),
    n=st.none() | st.integers(1, 30),
    measure=st.none() | st.sampled_from(MEASURES),
)


def runs(text: str) -> st.SearchStrategy[Quote]:
    """Quotes that begin at the first place where their words stand, as a file can tell them."""
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    cuts = places.filter(lambda run: run[0] < run[1] and text[run[0] : run[1]].strip() != "")
    return cuts.map(lambda run: Quote.find(text, text[run[0] : run[1]]))


COMMITMENTS = st.builds(
    Commitment,
    actor=st.sampled_from(["fr", "group:donors", "person:ann-lee"]),
    measure=st.sampled_from(MEASURES),
    firmness=st.sampled_from(Firmness),
    quote=runs(TEXT),
    speaker=st.none() | st.just("ann-lee"),
    conditions=st.lists(CONDITIONS, max_size=3, unique=True).map(tuple),
    quantity=st.none() | QUANTITIES,
    said_on=st.none() | DAYS,
    from_=st.none() | DAYS,
)
POSITIONS = st.builds(
    Position,
    actor=st.sampled_from(["ru", "nato"]),
    stance=st.sampled_from(Stance),
    topic=st.sampled_from(TOPICS),
    quote=runs(TEXT),
)


@given(st.lists(COMMITMENTS, max_size=4, unique_by=repr), st.lists(POSITIONS, max_size=3, unique_by=repr))
def test_any_reading_goes_out_and_in(commitments: list[Commitment], positions: list[Position]) -> None:
    report = Report(text=TEXT, language="en", name="r", published_on="2025-01-01", published_how="given")
    reading = Reading(report=report, commitments=tuple(commitments), positions=tuple(positions))
    ((_, again),) = parse_readings(write_reading(reading), resource="f")
    assert again == reading


@pytest.mark.data
def test_the_annotated_reports_go_in_and_out_unchanged() -> None:
    folder = os.environ.get("ZUSAGE_DATA")
    if not folder:
        pytest.skip("set ZUSAGE_DATA to the folder with data/, gold/ and seeds/")
    lines = (Path(folder) / "gold" / "dev.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        record = json.loads(line)
        assert encode_reading(decode_reading(record)) == record
