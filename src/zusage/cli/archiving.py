"""``zusage archive`` and ``takedown``: the bytes of a ledger as a web archive, and out of it."""

from __future__ import annotations

from pathlib import Path

import click

from zusage import __version__
from zusage.cli.options import ledger_option, say, settings_of
from zusage.cli.progress import with_progress
from zusage.errors import InputError
from zusage.intake.warc import write_archive
from zusage.ledger.fetched import all_captures
from zusage.workflow.takedown import take_down
from zusage.workflow.workspace import open_workspace


@click.command(epilog="Example: zusage archive pages.warc.gz")
@click.argument("target", metavar="FILE")
@ledger_option
def archive(target: str, folder: str | None) -> None:
    """Write the pages that the ledger keeps to a web archive (WARC).

    FILE ends in .warc, or in .warc.gz to be packed.
    What was fetched becomes a response, what was handed in as a file a resource. The archive can be added to another
    ledger, or opened with any program that reads WARC. Nothing is overwritten.
    """
    path = Path(target)
    if not target.lower().endswith((".warc", ".warc.gz")):
        raise click.BadParameter(f"{target!r} does not end in .warc or .warc.gz", param_hint="FILE")
    workspace = open_workspace(settings_of(ledger=folder))
    try:
        with path.open("xb") as file, workspace.ledger.reading() as connection:
            captures = with_progress(all_captures(connection), "Writing")
            packed = target.lower().endswith(".gz")
            count = write_archive(file, captures, software=f"Zusage/{__version__}", packed=packed)
    except FileExistsError as problem:
        raise InputError(path, "is there already", hint="choose another name") from problem
    except OSError as problem:
        words = (problem.strerror or str(problem)).lower()
        raise InputError(path, f"cannot be written: {words}", hint="choose another folder") from problem
    say(f"Wrote {count} captures to {path}.")


@click.command(epilog="Example: zusage takedown 3fa2 --why 'asked for by the publisher'")
@click.argument("report", metavar="ID|NAME")
@click.option("--why", required=True, metavar="WORDS", help="The reason, kept with the tombstone.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@ledger_option
def takedown(report: str, why: str, folder: str | None, *, yes: bool) -> None:
    """Remove a report's words and bytes; a tombstone stays.

    Its statements and the judgements about them go with it.
    This cannot be undone: neither the report nor its bytes or address come back into this ledger. Backups that were made
    before still hold them.
    """
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings, write=True)
    if not yes:
        click.confirm(f"Remove report {report} for good?", abort=True, err=True)
    done = take_down(workspace, report, who=settings.reviewer, why=why)
    left = done.removed
    say(
        f"Took down {done.report.id[:8]} {done.report.title or done.report.name or ''}".rstrip()
        + f": {left.statements} statements, {left.judgements} judgements, {left.captures} captures removed."
    )
