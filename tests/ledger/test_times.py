"""When something was recorded and last judged, on both databases."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from zusage.ledger.store import Ledger
from zusage.ledger.tables import statements
from zusage.ledger.times import Times, report_times, statement_times
from zusage.ledger.writing import SavedReading, save_judgement
from zusage.model.ledger import Act, Judgement
from zusage.model.report import Reading

FIRST, LATER = "2025-01-02T00:00:00.000Z", "2025-02-01T00:00:00.000Z"


def test_times(ledger: Ledger, reading: Reading, keep: Callable[..., SavedReading]) -> None:
    keep(reading, FIRST)
    keep(reading, LATER)  # the same again is nothing new
    with ledger.writing() as connection:
        names = connection.scalars(select(statements.c.id).order_by(statements.c.id)).all()
        judgement = Judgement(who="mona", when=LATER, what=Act.ACCEPT, target=names[0])
        save_judgement(connection, judgement, report=reading.report.id, body=reading.report.text)
    with ledger.reading() as connection:
        found = dict(statement_times(connection, [*names, *names, "unknown"] * 400))
        assert found.pop(names[0]) == Times(FIRST, LATER)
        assert found == {name: Times(FIRST, FIRST) for name in names[1:]}
        assert report_times(connection, [reading.report.id, "unknown"]) == {reading.report.id: Times(FIRST, FIRST)}
        assert statement_times(connection, []) == {}
