"""Derived rows are what deriving all anew would give, whatever came in which order."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsroom import Newsroom, open_at
from sqlalchemy import select

from zusage.dossier import load_dossier
from zusage.errors import ZusageError
from zusage.ledger import derived
from zusage.ledger.checking import Checked, Flaw
from zusage.model.quote import Quote
from zusage.model.statement import Commitment, Condition, Quantity
from zusage.model.values import (
    Authority,
    Basis,
    ConditionLogic,
    ConditionType,
    Firmness,
    Instrument,
    Per,
    Voice,
    Where,
)
from zusage.workflow.derive import contesting, registering
from zusage.workflow.derive.catching_up import is_in_line, rebuild
from zusage.workflow.derive.checking import check_derived
from zusage.workflow.derive.commitments import decode_commitment, encode_commitment
from zusage.workflow.derive.crew import Crew, gather
from zusage.workflow.lookups import EVERYTHING, ConflictFilter, EntryFilter, Lookups
from zusage.workflow.lookups.worked_out import WorkedOut
from zusage.workflow.processes import Member
from zusage.workflow.views import View, view_ledger
from zusage.workflow.workspace import Workspace

Rows = Mapping[str, list[tuple[object, ...]]]


def rows_of(workspace: Workspace, *, but: tuple[str, ...] = ()) -> Rows:
    """All derived rows in an order of their own."""
    with workspace.ledger.reading() as connection:
        return {
            table.name: sorted(
                (tuple(row) for row in connection.execute(select(*(c for c in table.c if c.name not in but)))), key=repr
            )
            for table in derived.metadata.sorted_tables
        }


def check(workspace: Workspace, *, looks_up: bool = True) -> None:
    """Make sure that derived rows are those of a rebuild, and those of looking at everything at once."""
    kept = rows_of(workspace)
    with workspace.ledger.reading() as connection:
        assert is_in_line(connection, workspace.dossier)
    with workspace.ledger.writing() as connection:
        rebuild(connection, workspace.dossier)
    made = rows_of(workspace)
    for table, rows in made.items():
        assert kept[table] == rows, table
    compare(made, view_ledger(workspace), workspace)
    for accepted_only in (False, True) if looks_up else ():
        compare_lookups(workspace, accepted_only=accepted_only)


def test_check_names_each_derived_row_that_is_not_what_it_should_be(tmp_path: Path) -> None:
    newsroom = Newsroom(open_at(tmp_path / "ledger"), 3)
    for number in range(3):
        newsroom.add(number)
    workspace = newsroom.workspace
    assert not [each for each in flaws(workspace) if isinstance(each, Flaw)]
    with workspace.ledger.writing() as connection:
        (first, *_) = connection.scalars(select(derived.entries.c.entry)).all()
        connection.execute(derived.entries.update().where(derived.entries.c.entry == first).values(roots=9))
        (story, *_) = connection.scalars(select(derived.stories.c.story)).all()
        connection.execute(derived.stories.delete().where(derived.stories.c.story == story))
        connection.execute(derived.copies.insert(), [{"report": "a", "others": b"12345678"}])
    found = {each.row: each.problem for each in flaws(workspace) if isinstance(each, Flaw)}
    assert found == {
        f"derived_entries {first[:12]}": "it is not what deriving it anew gives",
        f"derived_stories {story[:12]}": "it is missing, though what is recorded makes it",
        "derived_copies a": "nothing that is recorded makes it",
    }


def flaws(workspace: Workspace) -> list[Flaw | Checked]:
    """What `zusage check` says of derived rows."""
    return list(check_derived(workspace.ledger, workspace.dossier, at="2025-02-01T00:00:00.000Z"))


def test_commitments_are_kept_whole() -> None:
    quote = Quote("Oslo pays", 3, 12, "so ", " now")
    said = Commitment(
        actor="no",
        measure="funding",
        firmness=Firmness.CONCRETE,
        quote=quote,
        speaker="kari-holm",
        recipient="ua",
        conditions=(Condition(ConditionType.SUPPORT, "us", 3, "troops", quote), Condition(ConditionType.OTHER)),
        condition_logic=ConditionLogic.ANY,
        quantity=Quantity(None, 4e9, "EUR", shared=True),
        said_on="2025-03-04",
        object="loans",
        where=Where.HOME,
        basis=Basis.SIGNED,
        instrument=Instrument.LOAN,
        by="2026",
        from_="2025",
        until="2027",
        per=Per.YEAR,
        authority=Authority.HEAD,
        voice=Voice.QUOTED,
        certainty=0.75,
    )
    assert all(getattr(said, each.name) for each in fields(said) if each.name not in {"evidence", "trace"})
    assert decode_commitment(encode_commitment(said)) == said


def compare(rows: Rows, view: View, workspace: Workspace) -> None:
    """Make sure that derived rows are what a view works out."""
    assert [row[0] for row in rows["derived_entries"]] == sorted(each.id for each in view.entries)
    assert [row[0] for row in rows["derived_conflicts"]] == sorted(each.id for each in view.conflicts)
    assert [row[0] for row in rows["derived_stories"]] == sorted(each.id for each in view.grounds.stories)
    assert [row[0] for row in rows["derived_meetings"]] == sorted(each.story for each in view.meetings)
    roots = {member: family.root for family in view.grounds.families for member in family.members}
    names = [column.name for column in derived.reports.c]
    assert {row[0]: row[names.index("root")] for row in rows["derived_reports"]} == roots
    for day in ("2025-03-04", "2025-03-10"):
        then = [row for row in rows["derived_versions"] if str(row[1]) <= day < str(row[2])]
        entries = view_ledger(workspace, as_of=day).entries
        firmness = [column.name for column in derived.versions.c].index("firmness")
        assert sorted((row[0], row[firmness]) for row in then) == sorted((each.id, each.firmness) for each in entries)


def compare_lookups(workspace: Workspace, *, accepted_only: bool) -> None:
    """Make sure that looking up in derived rows gives what working everything out gives."""
    kept = Lookups(workspace, accepted_only=accepted_only)
    anew = WorkedOut(workspace, accepted_only=accepted_only)
    unsure = EntryFilter(unsure=True)
    for day in (None, "2025-03-05"):
        entries = kept.entries(unsure, page=EVERYTHING, as_of=day)
        assert entries == anew.entries(unsure, page=EVERYTHING, as_of=day)
        assert kept.matrix(as_of=day, since="2025-03-04") == anew.matrix(as_of=day, since="2025-03-04")
        assert kept.changes(page=EVERYTHING, as_of=day) == anew.changes(page=EVERYTHING, as_of=day)
        for line in entries:
            assert kept.entry(line.id, as_of=day) == anew.entry(line.id, as_of=day)
    assert kept.counts() == anew.counts()
    assert kept.conflicts(page=EVERYTHING) == anew.conflicts(page=EVERYTHING)
    assert kept.meetings(page=EVERYTHING) == anew.meetings(page=EVERYTHING)
    stories = kept.stories(page=EVERYTHING)
    assert stories == anew.stories(page=EVERYTHING)
    for story in stories:
        assert kept.story(story.id) == anew.story(story.id)
    reports = kept.reports(page=EVERYTHING)
    assert reports == anew.reports(page=EVERYTHING)
    for report in reports:
        assert kept.report(report.id) == anew.report(report.id)
    everything = ConflictFilter()
    assert kept.conflict_times(everything, page=EVERYTHING) == anew.conflict_times(everything, page=EVERYTHING)
    assert kept.actors() == anew.actors()


@given(st.integers(0, 10_000))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_incremental_rows_are_those_of_a_rebuild(seed: int) -> None:
    with TemporaryDirectory() as folder:
        newsroom = Newsroom(open_at(Path(folder) / "ledger"), seed)
        for number, _ in enumerate(newsroom.live(24)):
            if number % 4 == 3:
                newsroom.accept()
                check(newsroom.workspace, looks_up=number == 23)  # which takes most of the time


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_incremental_rows_are_those_of_a_rebuild_on_both_databases(
    tmp_path: Path, kind: str, database: Callable[[str], str | None]
) -> None:
    newsroom = Newsroom(open_at(tmp_path / "ledger", database(kind)), 7)
    for _ in newsroom.live(20):
        newsroom.accept()
    check(newsroom.workspace)


def test_any_number_of_processes_makes_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registering, "TOGETHER", 2)
    monkeypatch.setattr(contesting, "TOGETHER", 2)
    newsroom = Newsroom(open_at(tmp_path / "ledger"), 11)
    for _ in newsroom.live(24):
        newsroom.accept()
    kept = rows_of(newsroom.workspace)
    for workers in (0, 2, 3):
        with newsroom.workspace.ledger.writing() as connection:
            rebuild(connection, newsroom.workspace.dossier, workers=workers)
        assert rows_of(newsroom.workspace) == kept, workers


def test_what_a_process_does_not_do_is_done_here() -> None:
    member = Member()
    member.kill()
    crew = Crew([member])
    assert list(crew.share(abs, [-1, 2, -3])) == [1, 2, 3]
    crew.leave()


@pytest.mark.parametrize("workers", [2, 3])
def test_results_come_in_the_order_of_tasks(workers: int) -> None:
    with gather(workers) as crew:
        assert list(crew.share(abs, range(-30, 0))) == list(range(30, 0, -1))


def test_nobody_waits_for_processes_when_something_goes_wrong() -> None:
    start = time.monotonic()
    with pytest.raises(ZeroDivisionError), gather(2) as crew:
        list(crew.share(time.sleep, [600, 600], chores=(1 // 0 for _ in "1")))
    assert time.monotonic() - start < 60


@pytest.mark.parametrize("workers", [0, 2])
def test_all_chores_are_done_beside_tasks(workers: int) -> None:
    for count in (1, 9):
        done: list[int] = []
        with gather(workers) as crew:
            assert list(crew.share(abs, [-1, 2, -3], chores=map(done.append, range(count)))) == [1, 2, 3]
        assert done == list(range(count))


def test_an_error_of_a_process_is_raised_here() -> None:
    with gather(2) as crew, pytest.raises(ZusageError, match="nowhere"):
        list(crew.share(load_dossier, ["nowhere", "nowhere"]))


@given(st.integers(0, 10_000), st.permutations(range(7)))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_order_of_arrival_does_not_matter(seed: int, order: list[int]) -> None:
    with TemporaryDirectory() as folder:
        found = []
        for place, numbers in enumerate((range(7), order)):
            newsroom = Newsroom(open_at(Path(folder) / str(place)), seed)
            for number in numbers:
                newsroom.add(number + seed % 5)
            rows = dict(rows_of(newsroom.workspace, but=("arrival",)))
            del rows["derived_state"]
            found.append(rows)
        assert found[0] == found[1]
