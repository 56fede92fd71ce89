"""``zusage import``: taking over a spreadsheet kept by hand."""

from __future__ import annotations

from pathlib import Path

import click

from zusage.cli.options import language_option, ledger_option, say, say_failure, settings_of
from zusage.cli.progress import with_progress
from zusage.cli.visible import make_line
from zusage.errors import InputError
from zusage.intake.source import Failure
from zusage.intake.spreadsheet import read_map, read_rows
from zusage.workflow.importing import import_rows
from zusage.workflow.workspace import open_workspace


@click.command(
    "import", epilog="Example: zusage import tracker.csv --map tracker.toml --why 'our tracker, state of May'"
)
@click.argument("table", metavar="FILE.csv")
@click.option("--map", "column_map", required=True, metavar="FILE.toml", help="Which column has which field.")
@click.option("--why", default="", metavar="WORDS", help="Where the table is from, kept with each statement.")
@ledger_option
@language_option
@click.pass_context
def import_(
    ctx: click.Context, /, table: str, *, column_map: str, why: str, folder: str | None, language: str | None
) -> None:
    """Take over a spreadsheet of pledges kept by hand.

    Each row becomes a report of its own and a statement that you have coded, with the row's words as its quote. Rows that
    are there already are passed over; a row that cannot be understood is named, and the rest goes on.
    """
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings, write=True)
    columns = read_map(_read(column_map).decode("utf-8", "replace"), column_map)
    rows = read_rows(_read(table), table, columns, language=language or "en", limit=settings.text_limit)
    counts = {"added": 0, "unchanged": 0, "failed": 0}
    imported = import_rows(workspace, rows, who=settings.reviewer, why=why or f"imported from {Path(table).name}")
    for each in with_progress(imported, "Importing", is_failure=lambda one: isinstance(one, Failure)):
        if isinstance(each, Failure):
            counts["failed"] += 1
            say_failure(each.error)
            continue
        counts[each.change] += 1
        click.echo(make_line(f"{each.report[:8]}  {each.change:<9}  {each.actor:<12}  {each.resource}"))
    say(", ".join(f"{count} {what}" for what, count in counts.items() if count) or "No rows.")
    if counts["failed"]:
        ctx.exit(1)


def _read(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as problem:
        raise InputError(
            name, f"cannot be read: {(problem.strerror or str(problem)).lower()}", hint="check its name"
        ) from problem
