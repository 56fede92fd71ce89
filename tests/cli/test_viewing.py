"""What the ledger's commands show is what working everything out shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from newsroom import Newsroom, open_at

from zusage.cli.root import zusage
from zusage.settings import Settings
from zusage.workflow.lookups import Lookups, Sort
from zusage.workflow.lookups.names import LEAST, beginning_in
from zusage.workflow.workspace import open_workspace


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which much has been said, judged and taken down."""
    place = tmp_path_factory.mktemp("viewing") / "ledger"
    newsroom = Newsroom(open_at(place), 3)
    for number in range(10):
        newsroom.add(number)
    for _ in newsroom.live(25):
        pass
    return place


@pytest.fixture
def anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Runs the program with everything worked out, whatever is kept."""

    @contextmanager
    def nothing(lookups: Lookups, known_at: str | None = None, *, then: bool = False) -> Iterator[None]:
        del lookups, known_at, then
        yield None

    def work_out(*arguments: str) -> str:
        with monkeypatch.context() as patched:
            patched.setattr(Lookups, "_rows", nothing)
            return run(folder, *arguments).output

    return work_out


def run(folder: Path, *arguments: str) -> Result:
    """Run the program on the ledger."""
    result = CliRunner().invoke(zusage, [*arguments, "--ledger", str(folder)])
    assert result.exit_code == 0, result.output
    return result


@pytest.mark.parametrize(
    "command",
    [
        "ledger",
        "ledger --all",
        "ledger --all --limit 3",
        "ledger --actor Norwegen --roots 1",
        "ledger --actor nobody",
        "ledger --measure troops --firmness pledged",
        "ledger --condition ceasefire --unreviewed",
        "ledger --reviewed --day 2025-03-04..2025-03-06",
        "ledger --as-of 2025-03-05",
        "ledger --all --format json",
        "ledger --all --format csv",
        "conflicts",
        "conflicts --slot firmness",
        "conflicts --format jsonl",
        "meetings",
        "meetings --format json",
    ],
)
def test_lists_are_what_working_everything_out_gives(folder: Path, anew: Callable[..., str], command: str) -> None:
    kept = run(folder, *command.split())
    assert kept.output == anew(*command.split())
    assert kept.output.strip()


def test_each_entry_is_what_working_everything_out_gives(folder: Path, anew: Callable[..., str]) -> None:
    found = json.loads(run(folder, "ledger", "--all", "--format", "json").stdout)
    assert len(found) > 10
    for entry in found:
        for form in ("table", "json"):
            command = ("entry", entry["id"], "--format", form)
            assert run(folder, *command).output == anew(*command)


def test_a_table_has_a_hundred_entries_unless_it_is_told_otherwise(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zusage.cli.viewing._AT_ONCE", 2)
    assert "The first 2 of " in run(folder, "ledger", "--all").stderr
    assert "The first" not in run(folder, "ledger", "--all", "--limit", "0").stderr
    assert len(run(folder, "ledger", "--all", "--format", "jsonl").stdout.splitlines()) > 2


def test_ids_are_as_long_as_it_takes_to_tell_them_apart(folder: Path) -> None:
    lookups = Lookups(open_workspace(Settings(ledger=folder)))
    names = [each.conflict.id for each in lookups.conflicts()]
    assert lookups.beginning(names, Sort.CONFLICT) == beginning_in(names, names)
    assert lookups.beginning(()) == LEAST
    assert beginning_in(["abcde1", "abcdf2", "f00000"], ["abcde1"]) == 5
    assert beginning_in(["abcde1", "abcdf2", "f00000"], ["f00000"]) == LEAST
