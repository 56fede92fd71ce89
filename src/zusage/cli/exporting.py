"""``zusage export``: the ledger for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zusage.cli.options import as_of_option, end_of_day, known_at_option, ledger_option, say, settings_of
from zusage.publish.exports.formats import FORMATS
from zusage.workflow.export import cut_edition, save
from zusage.workflow.export import export as write_edition
from zusage.workflow.workspace import open_workspace


@click.command(epilog="Example: zusage export csv --to tables --reviewed")
@click.argument("form", type=click.Choice(tuple(FORMATS)), metavar="FORMAT")
@click.option(
    "--to", metavar="PATH", help="A new folder for csv, jsonl and parquet, a new file else; - is standard output."
)
@click.option("--reviewed", is_flag=True, help="Only what a person has accepted, corrected or coded.")
@as_of_option
@known_at_option
@ledger_option
def export(form: str, folder: str | None, to: str | None, *, reviewed: bool, **days: str | None) -> None:
    """Write the ledger for other programs.

    FORMAT is csv, jsonl or parquet (a folder of tables with a data dictionary), graphml (a network), events (for the
    Discourse Network Analyzer and R), iati (pledged sums) or annotations (the quotes, W3C). What no person has reviewed is
    marked so in every format.
    """
    chosen = FORMATS[form]
    if chosen.is_folder and to in {None, "-"}:
        raise click.UsageError(f"{form} is a folder of tables: zusage export {form} --to FOLDER")
    workspace = open_workspace(settings_of(ledger=folder))
    known_at = end_of_day(days["known_at"])
    edition = cut_edition(workspace, as_of=days["as_of"], known_at=known_at, reviewed=reviewed)
    files = write_edition(edition, form)
    if to in {None, "-"}:
        sys.stdout.buffer.write(b"".join(files.values()))
        sys.stdout.flush()
    else:
        save(files, Path(str(to)), as_folder=chosen.is_folder)
        say(f"Wrote {to}: {', '.join(files) if chosen.is_folder else chosen.about}.")
    say(f"{len(edition.entries)} entries, {len(edition.claims)} statements, {len(edition.conflicts)} conflicts.")
