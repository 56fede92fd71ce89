"""Lookups: what commands and pages read a ledger through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace

import pytest

from zusage.dossier import Dossier
from zusage.errors import LedgerError
from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Failure, Source
from zusage.model.report import Reading, Report
from zusage.model.statement import Condition
from zusage.model.values import ConditionType, Firmness
from zusage.workflow import judge
from zusage.workflow.add import add_items
from zusage.workflow.lookups import (
    ChangeFilter,
    ConflictFilter,
    EntryFilter,
    EntryOrder,
    Lookups,
    Page,
    ReportFilter,
)
from zusage.workflow.steps import ReadReport
from zusage.workflow.takedown import take_down
from zusage.workflow.workspace import Workspace

DAYS = ("2025-03-04", "2025-03-04", "2025-03-09")
TEXTS = (
    "Oslo will send 40 medics, Ms Holm said. They met in Graz.",
    "Oslo will send 70 medics, Ms Holm said. Riga will send 9 doctors. They met in Graz.",
    "Bern will send 12 nurses. Oslo will send 40 medics.",
)


@pytest.fixture
def dated(reader: ReadReport) -> ReadReport:
    """The small reader on dated reports of one event; the last one is only signalled, after a ceasefire."""

    def read(report: Report, dossier: Dossier) -> Reading:
        number = TEXTS.index(report.text)
        event = "graz" if number < 2 else None
        made = replace(report, published_on=DAYS[number], event=event, outlet=f"outlet {number}", name=f"r{number}")
        reading = reader(made, dossier)
        if number < 2:
            return reading
        softer = (
            replace(each, firmness=Firmness.SIGNALLED, conditions=(Condition(ConditionType.CEASEFIRE),))
            for each in reading.commitments
        )
        return replace(reading, commitments=tuple(softer))

    return read


def items() -> Iterator[Item | Failure]:
    """The three reports as files with names."""
    for number, text in enumerate(TEXTS):
        for item in read_reports(Source(f"r{number}.txt", text.encode()), Intake(language="en")):
            assert isinstance(item, Item)
            yield replace(item, report=replace(item.report, name=f"r{number}"))


@pytest.fixture
def lookups(workspace: Workspace, dated: ReadReport) -> Lookups:
    """Lookups in a ledger with the three reports."""
    assert not [each for each in add_items(workspace, items(), dated) if isinstance(each, Failure)]
    return Lookups(workspace)


def actors(lookups: Lookups, wanted: EntryFilter, order: EntryOrder = EntryOrder.ACTOR, **more: str) -> list[str]:
    """The actors of the entries that fit, in order."""
    return [each.actor for each in lookups.entries(wanted, order=order, **more)]  # type: ignore[arg-type]  # as_of only


def test_the_ledger_can_be_filtered_ordered_and_paged(lookups: Lookups) -> None:
    assert actors(lookups, EntryFilter()) == ["ch", "lv", "no"]
    assert actors(lookups, EntryFilter(), EntryOrder.MEASURE) == ["lv", "ch", "no"]
    assert actors(lookups, EntryFilter(), EntryOrder.NEWEST) == ["ch", "no", "lv"]
    assert actors(lookups, EntryFilter(), EntryOrder.ROOTS) == ["no", "ch", "lv"]
    assert actors(lookups, EntryFilter(actors=("no", "lv"))) == ["lv", "no"]
    assert actors(lookups, EntryFilter(firmness="signalled")) == ["ch", "no"]
    assert actors(lookups, EntryFilter(condition="ceasefire")) == ["ch", "no"]
    assert actors(lookups, EntryFilter(roots=2)) == ["no"]
    assert actors(lookups, EntryFilter(since="2025-03-05", until="2025-03-10")) == ["ch", "no"]
    assert actors(lookups, EntryFilter(recipient="ua", measures=("humanitarian",))) == ["ch", "lv", "no"]
    assert actors(lookups, EntryFilter(measures=("troops",))) == []
    assert actors(lookups, EntryFilter(contested=True)) == ["no"]
    page = lookups.entries(order=EntryOrder.ACTOR, page=Page(2, 1))
    assert ([each.actor for each in page], page.total) == (["lv", "no"], 3)


def test_as_of_a_day_only_what_had_been_said(lookups: Lookups) -> None:
    assert actors(lookups, EntryFilter(), as_of="2025-03-04") == ["lv", "no"]
    assert actors(lookups, EntryFilter(firmness="pledged"), as_of="2025-03-04") == ["lv", "no"]
    assert lookups.counts(as_of="2025-03-04").entries == 2


def test_known_at_a_time_only_what_the_ledger_held(lookups: Lookups) -> None:
    assert lookups.counts(known_at="2024-12-31T00:00:00.000Z").reports == 0
    assert lookups.counts(known_at="2026-01-01T00:00:00.000Z").reports == 3


def test_an_entry_comes_with_all_that_is_about_it(lookups: Lookups) -> None:
    (line,) = lookups.entries(EntryFilter(actors=("no",)))
    found = lookups.entry(line.id[:6])
    assert found.line == line
    assert [each.said.day for each in found.statements] == ["2025-03-04", "2025-03-04", "2025-03-09"]
    assert {each.report.name for each in found.statements} == {"r0", "r1", "r2"}
    assert found.statements[-1].before.endswith("12 nurses. ")
    assert [each.slot for each in found.conflicts] == ["quantity"]
    assert lookups.entry(line.id, as_of="2025-03-04").entry.firmness is Firmness.PLEDGED
    with pytest.raises(LedgerError, match="is not in the ledger"):
        lookups.entry("zz")


def test_the_matrix_shows_what_changed_since_a_day(lookups: Lookups) -> None:
    matrix = lookups.matrix(since="2025-03-05")
    assert (set(matrix.actors), matrix.measures) == ({"no", "lv", "ch"}, ("humanitarian",))
    norway, latvia = matrix.cells["no", "humanitarian"], matrix.cells["lv", "humanitarian"]
    assert (norway.before, norway.firmness, norway.has_changed) == (Firmness.PLEDGED, Firmness.SIGNALLED, True)
    assert (norway.is_conditional, latvia.is_conditional, latvia.has_changed) == (True, False, False)
    assert lookups.matrix(as_of="2025-03-04").cells.keys() == {("no", "humanitarian"), ("lv", "humanitarian")}


def test_changes_are_told_newest_first(lookups: Lookups) -> None:
    steps = lookups.changes()
    assert [each.day for each in steps] == ["2025-03-09", "2025-03-09", "2025-03-04", "2025-03-04"]
    (step,) = lookups.changes(ChangeFilter(first=False))
    assert (step.actor, step.before, step.after) == ("no", Firmness.PLEDGED, Firmness.SIGNALLED)
    assert step.words is not None
    assert (step.words.quote.exact, step.words.report.name) == ("Oslo will send 40 medics", "r2")
    assert lookups.changes(ChangeFilter(until="2025-03-05"), page=Page(1)).total == 2


def test_conflicts_meetings_and_stories_hang_together(lookups: Lookups) -> None:
    (found,) = lookups.conflicts(ConflictFilter(slot="quantity", actor="no"))
    assert lookups.conflicts(ConflictFilter(slot="date")).total == 0
    assert (found.event, {each.name for each in found.reports.values()}) == ("graz", {"r0", "r1"})
    assert lookups.conflict(found.conflict.id[:7]) == found
    assert lookups.conflicts(ConflictFilter(entry=found.entries[0])).total == 1
    (meeting,) = lookups.meetings()
    assert (meeting.event, meeting.bounded.place) == ("graz", "Graz")
    story = lookups.story(meeting.bounded.story)
    assert (story.line.event, story.line.reports) == ("graz", 2)
    assert story.conflicts == (found.conflict,)
    assert lookups.stories(least=2).total == 1


def test_conflicts_are_counted_in_rows_as_they_are_one_by_one(
    lookups: Lookups, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = [
        ConflictFilter(),
        ConflictFilter(slot="quantity"),
        ConflictFilter(actor="no"),
        ConflictFilter(slot="date"),
    ]
    kept = [lookups.count_conflicts(each) for each in wanted]
    assert [sum(each.count for each in found) for found in kept] == [lookups.conflicts(each).total for each in wanted]
    assert {each.month for each in kept[0]} == {DAYS[0][:7]}
    monkeypatch.setattr(Lookups, "_rows", lambda *_, **__: nullcontext(None))
    assert [lookups.count_conflicts(each) for each in wanted] == kept


def test_reports_come_with_their_statements_and_entries(lookups: Lookups) -> None:
    assert next(each.name for each in lookups.reports()) == "r2"
    assert [each.name for each in lookups.reports(ReportFilter(outlet="outlet 1"))] == ["r1"]
    assert {each.name for each in lookups.reports(ReportFilter(until="2025-03-05"))} == {"r0", "r1"}
    found = lookups.report("r1")
    assert found.report.text == TEXTS[1]
    by_quote = {each.statement.quote.exact: each for each in found.statements if each.statement.quote}
    entry = by_quote["Riga will send 9 doctors"].entry
    assert entry is not None
    assert lookups.entry(entry).entry.actor == "lv"
    assert by_quote["met in Graz"].entry is None
    with pytest.raises(LedgerError, match="is not in the ledger"):
        lookups.report("r9")


def test_the_revision_changes_with_everything_that_is_recorded(lookups: Lookups, workspace: Workspace) -> None:
    seen = [lookups.revision()]
    assert lookups.revision() == seen[0]
    assert lookups.counts().unreviewed == 7
    judged = judge.accept(workspace, lookups.report("r1").statements[0].id, who="mona")
    seen.append(lookups.revision())
    assert lookups.counts().unreviewed == 6
    judge.undo(workspace, judged.judgement.id, who="mona")
    seen.append(lookups.revision())
    take_down(workspace, "r2", who="mona", why="asked for")
    seen.append(lookups.revision())
    assert lookups.counts().reports == 2
    assert len(set(seen)) == 4
