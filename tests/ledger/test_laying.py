"""Derived tables are filled beside the ledger and put into the place of its own, whole or not at all."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, select

from zusage.ledger import derived
from zusage.ledger.laying import Beside
from zusage.ledger.store import Ledger

OLD, NEW = "words that were there before", "words that are there now"
TABLES = (derived.meetings, derived.cited)


def lay(connection: Connection) -> Beside:
    return Beside(connection, TABLES, bare=(derived.cited,))


def fill(connection: Connection, words: str, count: int) -> None:
    """Write rows of many pages each."""
    rows = [{"story": f"s-{number}", "payload": f"{words} " * 500, "attendance": words} for number in range(count)]
    connection.execute(derived.meetings.insert(), rows)
    connection.execute(
        derived.cited.insert(), [{"statement": f"{number}", "conflict": words} for number in range(count)]
    )


def stories_in(connection: Connection) -> dict[str, str]:
    meetings = derived.meetings.c
    return {row.story: row.attendance for row in connection.execute(select(meetings.story, meetings.attendance))}


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    """A ledger with old rows."""
    with ledger.writing() as connection:
        fill(connection, OLD, 20)
    return ledger


def test_new_rows_come_into_the_place_of_old_ones_and_no_word_of_these_is_left(told: Ledger) -> None:
    with told.writing() as connection:
        beside = lay(connection)
        assert not stories_in(connection)
        fill(connection, NEW, 7)
        beside.make("derived_cited_by_conflict")
        with told.reading() as other:
            assert set(stories_in(other).values()) == {OLD}
        beside.bring(derived.cited)
        beside.finish(TABLES)
        assert stories_in(connection) == {f"s-{number}": NEW for number in range(7)}
    with told.reading() as connection:
        assert stories_in(connection) == {f"s-{number}": NEW for number in range(7)}
        assert connection.scalars(select(derived.cited.c.conflict)).all() == [NEW] * 7
    told.forget()
    for path in told.folder.rglob("*"):
        assert OLD.encode() not in path.read_bytes(), path


def test_what_goes_wrong_leaves_all_as_it_was(told: Ledger) -> None:
    def give_up() -> None:
        with told.writing() as connection:
            beside = lay(connection)
            fill(connection, NEW, 7)
            beside.make("derived_cited_by_conflict")
            beside.bring(derived.cited)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        give_up()
    with told.reading() as connection:
        assert stories_in(connection) == {f"s-{number}": OLD for number in range(20)}
        assert connection.scalars(select(derived.cited.c.conflict)).all() == [OLD] * 20


def test_indexes_are_those_that_were_there(sqlite_ledger: Ledger) -> None:
    def indexes() -> set[tuple[str, str]]:
        query = "SELECT name, sql FROM sqlite_master WHERE name LIKE 'derived%'"
        with sqlite_ledger.reading() as connection:
            return {(row.name, row.sql) for row in connection.exec_driver_sql(query)}

    before = indexes()
    with sqlite_ledger.writing() as connection:
        beside = Beside(connection, TABLES, bare=TABLES)
        fill(connection, NEW, 7)
        beside.finish(TABLES)
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert not connection.exec_driver_sql("SELECT name FROM sqlite_temp_master").all()
    assert indexes() == before
