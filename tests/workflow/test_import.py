"""A spreadsheet kept by hand becomes statements by a person, each once, quoting what the person wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zusage.errors import FormatError, InputError
from zusage.intake.reports import Intake
from zusage.intake.source import Failure
from zusage.intake.spreadsheet import read_map, read_number, read_rows
from zusage.model.ledger import Status
from zusage.model.statement import Commitment
from zusage.workflow.add import reread
from zusage.workflow.importing import Imported, import_rows
from zusage.workflow.steps import ReadReport
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace

MAP = """
[columns]
actor = "Donor"
measure = "Kind"
amount = "Value"
said_on = "Announced"
quote = "What"
condition = "If"
source = "Link"
[values.measure]
"Military aid" = "arms"
"Money" = "funding"
[values.actor]
"The Union" = "eu"
[fixed]
recipient = "ua"
unit = "EUR"
firmness = "pledged"
"""
TABLE = """Donor;Kind;Value;Announced;What;If;Link
Norwegen;Money;1.200.000,50;2025-03-04;will pay for generators;ceasefire;https://a.example/1
The Union;Military aid;;4.3.2025;will send radios;;https://a.example/2

Latvia;Money;20;2025-03-05;pays for tents;;
"""

Load = Callable[..., list[Imported | Failure]]


@pytest.fixture
def load(workspace: Workspace) -> Load:
    def run(table: str = TABLE, columns: str = MAP + '[format]\ndecimal = ","\n') -> list[Imported | Failure]:
        rows = read_rows(table.encode(), "t.csv", read_map(columns, "m.toml"), language="en", limit=100_000)
        return list(import_rows(workspace, rows, who="ada", why="her tracker"))

    return run


def test_rows_become_entries_of_the_ledger(workspace: Workspace, load: Load) -> None:
    assert [each.actor for each in load() if isinstance(each, Imported)] == ["no", "eu", "lv"]
    view = view_ledger(workspace)
    entries = {entry.actor: entry for entry in view.entries}
    norway = entries["no"]
    assert (norway.measure, str(norway.firmness), norway.recipient) == ("funding", "pledged", "ua")
    assert norway.quantity is not None
    assert (norway.quantity.min, norway.quantity.unit) == (1_200_000.5, "EUR")
    (said,) = norway.statements
    assert (said.quote.exact, said.status, said.day) == ("will pay for generators", Status.CODED, "2025-03-04")
    assert [each.type for each in norway.conditions] == ["ceasefire"]
    assert entries["eu"].last_day == "2025-03-04"
    assert {each.who for each in view.judgements} == {"ada"}
    assert "Link: https://a.example/1" in view.reports[said.report].text


def test_importing_twice_changes_nothing(workspace: Workspace, load: Load) -> None:
    load()
    assert {str(each.change) for each in load() if isinstance(each, Imported)} == {"unchanged"}
    assert len(view_ledger(workspace).judgements) == 3


def test_rows_in_another_order_are_the_same_rows(load: Load) -> None:
    load()
    head, *rows = TABLE.strip().split("\n")
    assert {str(each.change) for each in load("\n".join([head, *reversed(rows)])) if isinstance(each, Imported)} == {
        "unchanged"
    }


def test_no_reader_reads_the_rows(workspace: Workspace, load: Load, reader: ReadReport) -> None:
    load()
    assert list(reread(workspace, Intake(), reader)) == []


def test_a_row_without_words_is_quoted_as_a_whole(workspace: Workspace, load: Load) -> None:
    load("Donor;Kind;Value;Announced;What;If;Link\nNorway;Money;5;2025-03-04;;;\n")
    (entry,) = view_ledger(workspace).entries
    assert entry.newest.quote.exact.startswith("Donor: Norway\nKind: Money")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("The Duke of Nowhere;Money;5;2025-03-04;pays;;", r"t\.csv:2: nobody is called .*\[values\.actor\]"),
        ("Norway;Kindness;5;2025-03-04;pays;;", r"t\.csv:2.*Kindness"),
        ("Norway;Money;a lot;2025-03-04;pays;;", r"t\.csv:2: \"a lot\" is no number"),
        ("Norway;Money;5;soon;pays;;", r"t\.csv:2: \"soon\" is no day"),
        (";Money;5;2025-03-04;pays;;", r"t\.csv:2"),
    ],
)
def test_a_row_that_cannot_be_understood_is_named_and_the_rest_goes_on(load: Load, row: str, problem: str) -> None:
    import re  # noqa: PLC0415 - one use

    found = load(f"Donor;Kind;Value;Announced;What;If;Link\n{row}\nLatvia;Money;7;2025-03-04;pays;;\n")
    assert [type(each) for each in found] == [Failure, Imported]
    assert re.search(problem, str(found[0].error))  # type: ignore[union-attr]  # it is a failure


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ("[columns", "is no TOML"),
        ("[column]\nactor='x'", "is no section"),
        ("[columns]\nactors='x'", "is no field"),
        ("[columns]\nmeasure='x'", "does not say where actor is"),
    ],
)
def test_a_wrong_map_is_one_clear_error(columns: str, problem: str) -> None:
    with pytest.raises(FormatError, match=problem):
        read_map(columns, "m.toml")


@pytest.mark.parametrize(
    ("table", "problem"), [("Donor;Kind\nNorway;Money", "has no column"), ("words", "is no table"), ("", "is empty")]
)
def test_a_wrong_table_is_one_clear_error(load: Load, table: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        load(table)


@pytest.mark.parametrize(
    ("value", "decimal", "number"),
    [
        ("1,234,567.8", ".", 1_234_567.8),
        ("1.234.567,8", ",", 1_234_567.8),
        ("€ 1 234 567", ".", 1_234_567.0),
        ("-5", ".", -5.0),
        ("", ".", None),
        ("1.2.3", ".", None),
    ],
)
def test_numbers_as_spreadsheets_show_them(value: str, decimal: str, number: float | None) -> None:
    assert read_number(value, decimal) == number


def test_a_position_may_be_imported(workspace: Workspace, load: Load) -> None:
    columns = "[columns]\nactor='Who'\nstance='Stance'\ntopic='Topic'\nquote='What'\n"
    load("Who,Stance,Topic,What\nNorway,supports,ceasefire,is for a truce\n", columns)
    (judgement,) = view_ledger(workspace).judgements
    assert judgement.statement is not None
    assert not isinstance(judgement.statement, Commitment)
