"""The program as a whole: its commands, their help, its exit status, and what it imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import click
import pytest
from click.testing import Result

from zusage.cli.root import COMMANDS, zusage

Run = Callable[..., Result]

SLOW = ("sqlalchemy", "rich", "numpy", "babel", "HanTa", "simplemma", "yaml", "zusage.model", "zusage.dossier")


def imported(code: str) -> set[str]:
    """Return what is imported after some code has run in a new process, from the sources."""
    after = f"{code}\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    command = [sys.executable, "-c", after]
    environment = os.environ | {"ZUSAGE_COMPILED": "0"}
    out = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)  # noqa: S603 - our own code
    return set(json.loads(out.stdout.splitlines()[-1]))


def test_help_imports_nothing_slow() -> None:
    modules = imported("from zusage.cli.root import zusage\nzusage.main(['--help'], standalone_mode=False)")
    assert not modules & set(SLOW)
    assert not {f"zusage.cli.{name}" for name in ("making", "reading", "viewing", "options", "output")} & modules


def test_importing_zusage_imports_next_to_nothing() -> None:
    new = imported("import zusage") - imported("pass")
    assert {name for name in new if name.partition(".")[0] != "zusage"} <= {"__future__"}


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


@pytest.mark.parametrize(("path", "command"), list(commands(zusage)), ids=str)
def test_each_command_has_help_and_an_example(path: tuple[str, ...], command: click.Command, run: Run) -> None:
    result = run(*path, "--help")
    assert result.exit_code == 0
    assert command.help
    assert command.epilog is not None
    assert f"zusage {' '.join(path)}" in command.epilog


def test_the_list_of_commands_says_what_each_says_itself() -> None:
    context = click.Context(zusage)
    for name, (_, about) in COMMANDS.items():
        command = zusage.get_command(context, name)
        assert command is not None
        assert command.help is not None
        assert " ".join(command.help.split()).startswith(about[:-1])


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("read",), ("ledger", "--as-of", "soon"), ("ledger", "--format", "xml")]
)
def test_wrong_usage_is_status_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_error_is_one_line_on_standard_error_and_status_1(run: Run) -> None:
    result = run("ledger")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "zusage: .: is no ledger (make one with: zusage init DIR)\n"
