"""Lists of entries: every filter, any two of them and every order give what working everything out gives, by way of indexes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsroom import Newsroom, open_at
from sqlalchemy import Engine, event, select

from zusage.ledger.tables import judgements, readings
from zusage.workflow.lookups import EVERYTHING, ChangeFilter, EntryFilter, EntryOrder, Lookups, Page
from zusage.workflow.lookups.worked_out import WorkedOut
from zusage.workflow.workspace import Workspace

FILTERS: Mapping[str, EntryFilter] = {
    "actors": EntryFilter(actors=("no", "lv")),
    "measures": EntryFilter(measures=("troops",)),
    "recipient": EntryFilter(recipient="ua"),
    "firmness": EntryFilter(firmness="pledged"),
    "condition": EntryFilter(condition="ceasefire"),
    "roots": EntryFilter(roots=2),
    "since": EntryFilter(since="2025-03-06"),
    "until": EntryFilter(until="2025-03-04"),
    "days": EntryFilter(since="2025-03-05", until="2025-03-08"),
    "reviewed": EntryFilter(reviewed=True),
    "unreviewed": EntryFilter(reviewed=False),
    "contested": EntryFilter(contested=True),
    "uncontested": EntryFilter(contested=False),
    "unsure": EntryFilter(unsure=True),
}


def both(one: EntryFilter, other: EntryFilter) -> EntryFilter:
    """Put two filters together."""
    asked = {each.name: getattr(other, each.name) for each in fields(EntryFilter)}
    return replace(one, **{name: value for name, value in asked.items() if value != getattr(EntryFilter(), name)})


WANTED = [EntryFilter(), *FILTERS.values(), *(both(*pair) for pair in combinations(FILTERS.values(), 2))]


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def workspace(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, database: Callable[[str], str | None]
) -> Workspace:
    """A ledger in which much has been said, judged and taken down."""
    folder: Path = tmp_path_factory.mktemp("newsroom") / "ledger"
    newsroom = Newsroom(open_at(folder, database(request.param)), 3)
    for number in range(10):
        newsroom.add(number)
    for _ in newsroom.live(25):
        pass
    return newsroom.workspace


def test_filters_give_what_working_everything_out_gives(workspace: Workspace) -> None:
    kept, anew = Lookups(workspace), WorkedOut(workspace)
    met = 0
    for wanted in WANTED:
        found = kept.entries(wanted, page=EVERYTHING)
        assert found == anew.entries(wanted, page=EVERYTHING), wanted
        met += bool(found)
    assert met > len(WANTED) / 2


@pytest.mark.parametrize("order", EntryOrder)
def test_orders_and_pages_give_what_working_everything_out_gives(workspace: Workspace, order: EntryOrder) -> None:
    kept, anew = Lookups(workspace), WorkedOut(workspace)
    for wanted in (EntryFilter(unsure=True), FILTERS["days"], FILTERS["unreviewed"]):
        for page in (EVERYTHING, Page(3), Page(3, 2), Page(5, 1_000)):
            for day in (None, "2025-03-05"):
                then = kept.entries(wanted, order=order, page=page, as_of=day)
                assert then == anew.entries(wanted, order=order, page=page, as_of=day)


@contextmanager
def asking() -> Iterator[list[tuple[str, object]]]:
    """Gather the queries that are asked meanwhile."""
    asked: list[tuple[str, object]] = []

    def note(connection: object, cursor: object, statement: str, parameters: object, *more: object) -> None:
        del connection, cursor, more
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_no_first_page_goes_through_a_whole_table(workspace: Workspace) -> None:
    if workspace.ledger.url:
        pytest.skip("PostgreSQL plans by how large tables are, and these are small")
    lookups = Lookups(workspace)
    with asking() as asked:
        for order in EntryOrder:
            for wanted in WANTED:
                lookups.entries(wanted, order=order)
    assert not whole_tables(workspace, asked)


def test_steps_are_found_by_an_index_that_has_their_order(workspace: Workspace) -> None:
    if workspace.ledger.url:
        pytest.skip("PostgreSQL plans by how large tables are, and these are small")
    lookups = Lookups(workspace)
    for wanted in (ChangeFilter(), ChangeFilter(actors=("no",)), ChangeFilter(measures=("troops",), first=True)):
        for day in (None, "2025-03-05"):
            with asking() as asked:
                lookups.changes(wanted, page=Page(1), as_of=day)  # a full page: then the rest is counted
            steps = [each for each in asked if "changes" in each[0]]
            assert len(steps) == 2
            assert not whole_tables(workspace, asked)
            assert not [plan for plan in plans(workspace, steps) if "TEMP B-TREE" in plan]


def whole_tables(workspace: Workspace, asked: Sequence[tuple[str, object]]) -> set[str]:
    """The tables that some queries go through from end to end."""
    whole = r"SCAN (derived_(?!state)|claims|reports|texts)"
    return {plan for plan in plans(workspace, asked) if re.match(whole, plan)}


def plans(workspace: Workspace, asked: Sequence[tuple[str, object]]) -> set[str]:
    """The steps in which SQLite answers some queries."""
    found: set[str] = set()
    with workspace.ledger.reading() as connection:
        for statement, parameters in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]  # as they were bound
            found.update(row[3] for row in plan)
    return found


@given(st.integers(0, 10_000))
@settings(max_examples=4, suppress_health_check=list(HealthCheck))
def test_what_the_ledger_held_at_any_time_is_what_working_that_out_gives(seed: int) -> None:
    with TemporaryDirectory() as folder:
        newsroom = Newsroom(open_at(Path(folder) / "ledger"), seed)
        for number in range(6):
            newsroom.add(number)
        for _ in newsroom.live(12):
            pass
        compare_times(newsroom.workspace, seed)


def test_what_the_ledger_held_at_a_time_on_both_databases(workspace: Workspace) -> None:
    compare_times(workspace, 0)


def compare_times(workspace: Workspace, seed: int) -> None:
    """Make sure that lists as of times of recording are those that working the ledger of these times out gives."""
    kept, anew = Lookups(workspace), WorkedOut(workspace)
    with workspace.ledger.reading() as connection:
        times = {at for each in (readings, judgements) for at in connection.scalars(select(each.c.recorded_at))}
    chance = random.Random(seed)  # noqa: S311 - no secret
    for at in ["2024-01-01T00:00:00.000Z", *chance.sample(sorted(times), min(8, len(times)))]:
        for wanted in (EntryFilter(unsure=True), FILTERS["days"], *chance.sample(WANTED, 4)):
            found = kept.entries(wanted, page=EVERYTHING, known_at=at)
            assert found == anew.entries(wanted, page=EVERYTHING, known_at=at), (at, wanted)
        names = [each.id for each in kept.entries(known_at=at)]
        assert kept.beginning(names, known_at=at) == anew.beginning(names, known_at=at)
        assert kept.actors(known_at=at) == anew.actors(known_at=at)
        assert kept.reports(known_at=at, page=EVERYTHING) == anew.reports(known_at=at, page=EVERYTHING)
        assert kept.is_synthetic(known_at=at) == anew.is_synthetic(known_at=at)


def test_what_the_ledger_held_is_not_worked_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom = Newsroom(open_at(tmp_path / "ledger"), 1)
    for number in range(8):
        newsroom.add(number)
    newsroom.judge()
    lookups = Lookups(newsroom.workspace)
    with newsroom.workspace.ledger.reading() as connection:
        times = list(connection.scalars(select(readings.c.recorded_at).order_by(readings.c.seq)))
    expected = [WorkedOut(newsroom.workspace).entries(known_at=at) for at in times]
    monkeypatch.setattr(WorkedOut, "entries", None)
    monkeypatch.setattr(WorkedOut, "reports", None)
    assert [lookups.entries(known_at=at) for at in times] == expected
    assert [lookups.reports(known_at=at).total for at in times] == list(range(1, 9))
    assert len({each.total for each in expected}) > 2
