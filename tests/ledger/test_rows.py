"""What goes into the ledger comes out of it, once, in any order, and is never changed."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from zusage.errors import LedgerError, QuoteError
from zusage.ledger.judgements import all_judgements
from zusage.ledger.payload import read_payload, write_payload
from zusage.ledger.queries import (
    find_report,
    find_statement,
    load_kept,
    newest_reading,
    readings_in_force,
    reports_in_order,
    reports_to_reread,
    statements_of_reading,
)
from zusage.ledger.store import Ledger, make_ledger
from zusage.ledger.tables import captures, findings, judgements, readings, statements, texts
from zusage.ledger.writing import SavedReading, save_judgement, save_reading, save_report
from zusage.model.ledger import Act, Judgement, statement_id
from zusage.model.quote import Quote
from zusage.model.report import Capture, Reader, Reading
from zusage.model.statement import Commitment, Position
from zusage.model.values import Firmness, Stance

TABLES = (captures, texts, readings, statements, findings)


def in_force(ledger: Ledger, known_at: str | None = None) -> list[Reading]:
    """Return the readings in force."""
    with ledger.reading() as connection:
        return list(readings_in_force(connection, known_at=known_at))


def counts(ledger: Ledger) -> list[int | None]:
    """Return how many rows each table has."""
    with ledger.reading() as connection:
        return [connection.scalar(select(func.count()).select_from(table)) for table in TABLES]


def test_a_reading_comes_out_as_it_went_in(ledger: Ledger, reading: Reading, keep: object) -> None:
    assert callable(keep)
    saved = keep(reading)
    assert isinstance(saved, SavedReading)
    assert saved.is_new
    assert len(saved.found) == 4
    assert in_force(ledger) == [reading]


def test_the_same_reading_twice_is_one(ledger: Ledger, reading: Reading, keep: object) -> None:
    assert callable(keep)
    first = keep(reading)
    before = counts(ledger)
    again = keep(reading, at="2025-03-03T00:00:00.000Z")
    assert (again.id, again.is_new) == (first.id, False)
    assert counts(ledger) == before


def test_a_reading_without_findings_retracts_what_was_found(ledger: Ledger, reading: Reading, keep: object) -> None:
    assert callable(keep)
    first = keep(reading)
    nothing = Reading(report=reading.report, reader=Reader("test", "2", "def"))
    second = keep(nothing, at="2025-02-02T00:00:00.000Z")
    assert set(second.retracted) == set(first.found)
    assert in_force(ledger) == [nothing]
    assert in_force(ledger, known_at="2025-01-15T00:00:00.000Z") == [reading]  # history is kept
    with ledger.reading() as connection:
        assert set(statements_of_reading(connection, first.id)) == set(first.found)


def test_a_reader_that_goes_back_makes_a_third_reading(ledger: Ledger, reading: Reading, keep: object) -> None:
    assert callable(keep)
    keep(reading)
    keep(Reading(report=reading.report, reader=Reader("test", "2")))
    third = keep(reading)
    assert third.is_new
    assert in_force(ledger) == [reading]
    assert not keep(reading).is_new


def test_corrected_metadata_make_a_new_text_of_the_same_report(ledger: Ledger, reading: Reading, keep: object) -> None:
    assert callable(keep)
    keep(reading)
    later = replace(reading, report=replace(reading.report, published_on="2025-01-01", published_how="given"))
    keep(later)
    with ledger.reading() as connection:
        ((report, _),) = reports_in_order(connection)
    assert report.published_on == "2025-01-01"
    assert counts(ledger)[:2] == [1, 2]
    assert in_force(ledger) == [later]


def test_statements_found_twice_in_one_reading_keep_their_places(
    ledger: Ledger, reading: Reading, keep: object
) -> None:
    assert callable(keep)
    twice = replace(reading, commitments=(*reading.commitments, *reading.commitments))
    keep(twice)
    assert in_force(ledger) == [twice]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_arrival_does_not_matter(tmp_path: Path, reading: Reading, order: tuple[int, ...]) -> None:
    kinds = [replace(reading, report=replace(reading.report, name=name)) for name in ("a", "b", "c")]
    ledger = make_ledger(tmp_path / "l", {}, at="t")
    for index in (*order, *order):
        with ledger.writing() as connection:
            capture = Capture(b"bytes")
            text, _ = save_report(connection, capture, kinds[index].report, resource="r", at="t")
            save_reading(connection, kinds[index], text=text, at="t")
    assert {each.report.id: each for each in in_force(ledger)} == {each.report.id: each for each in kinds}
    with ledger.reading() as connection:
        assert len(set(connection.scalars(select(statements.c.id)))) == 12


def test_a_quote_that_does_not_stand_in_its_text_is_refused_and_nothing_is_kept(
    ledger: Ledger, reading: Reading, keep: object
) -> None:
    assert callable(keep)
    (commitment,) = reading.commitments
    wrong = replace(commitment, quote=Quote("Oslo refused", 0, 12))
    with pytest.raises(QuoteError):
        keep(replace(reading, commitments=(wrong,)))
    assert counts(ledger) == [0, 0, 0, 0, 0]


def test_judgements_come_out_in_the_order_in_which_they_were_made(
    ledger: Ledger, reading: Reading, keep: object
) -> None:
    assert callable(keep)
    keep(reading)
    (commitment,) = reading.commitments
    name, body = statement_id(reading.report.id, commitment), reading.report.text
    coded = Position(actor="se", stance=Stance.SUPPORTS, topic="other", quote=Quote.find(body, "Oslo"))
    made: tuple[Judgement, ...] = (
        Judgement(who="mona", when="2025-01-03", what=Act.ACCEPT, target=name),
        Judgement(
            who="mona", when="2025-01-04", what=Act.CORRECT, target=name, changes={"firmness": Firmness.SIGNALLED}
        ),
        Judgement(who="ole", when="2025-01-05", what=Act.CODE, target=reading.report.id, statement=coded, why="missed"),
    )
    made = (*made, Judgement(who="ole", when="2025-01-06", what=Act.UNDO, target=made[0].id))
    with ledger.writing() as connection:
        assert all(save_judgement(connection, each, report=reading.report.id, body=body) for each in made)
        assert not save_judgement(connection, made[0], report=reading.report.id, body=body)
    with ledger.reading() as connection:
        assert all_judgements(connection) == made
        assert all_judgements(connection, known_at="2025-01-04") == made[:2]
        assert connection.scalar(select(func.count()).select_from(judgements)) == 4


def test_reports_and_statements_are_found_by_name_and_by_the_beginning_of_their_id(
    ledger: Ledger, reading: Reading, keep: object
) -> None:
    assert callable(keep)
    saved = keep(reading)
    with ledger.reading() as connection:
        assert find_report(connection, "r-1")[0] == reading.report
        assert find_report(connection, reading.report.id[:6])[0] == reading.report
        found = find_statement(connection, saved.found[0][:8])
        assert (found.statement, found.in_force) == (reading.commitments[0], True)
        for name in ("", "zzz", "%", "_"):
            with pytest.raises(LedgerError, match="is not in the ledger"):
                find_report(connection, name)
            with pytest.raises(LedgerError, match="is not in the ledger"):
                find_statement(connection, name)
        assert newest_reading(connection, "nobody") is None


def test_captures_come_out_byte_for_byte(ledger: Ledger, reading: Reading, keep: object) -> None:
    assert callable(keep)
    keep(reading)
    with ledger.reading() as connection:
        (name,) = reports_to_reread(connection)
        kept = load_kept(connection, name)
        assert load_kept(connection, "nobody") is None
    assert kept is not None
    assert (kept.resource, kept.capture.content) == ("r.txt", reading.report.text.encode("utf-8"))
    assert kept.capture.headers == {"form": "plain"}
    assert (kept.report, kept.is_judged) == (reading.report, False)


def test_a_changed_body_is_noticed(ledger: Ledger, reading: Reading, keep: object) -> None:
    assert callable(keep)
    keep(reading)
    with ledger.writing() as connection:
        connection.exec_driver_sql("UPDATE texts SET body = replace(body, '40', '41')")
    with pytest.raises(LedgerError, match="is damaged"):
        in_force(ledger)


WORDS = "Aa bé 🙂 c"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.tuples(st.integers(0, 8), st.integers(1, 9)).filter(lambda run: WORDS[run[0] : run[1]].strip() != ""),
    prefix=st.sampled_from(["", "A", "Aa "]),
    certainty=st.none() | st.floats(0, 1),
)
def test_any_quote_survives(place: tuple[int, int], prefix: str, certainty: float | None) -> None:
    start, end = place
    quote = Quote(WORDS[start:end], start, end, prefix)
    commitment = Commitment(actor="no", measure="arms", firmness=Firmness.DELIVERED, quote=quote, certainty=certainty)

    written = json.loads(write_payload(commitment, WORDS))
    assert read_payload(Commitment, written, WORDS) == commitment


def test_a_payload_that_does_not_fit_is_a_ledger_error() -> None:
    with pytest.raises(LedgerError, match="cannot be read back"):
        read_payload(Commitment, {"actor": "no", "firmness": "sure"}, WORDS)
