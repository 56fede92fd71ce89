"""``zusage log``, ``check``, ``upgrade``, ``backup``, ``restore``: what was recorded, whether it is whole, a copy of it."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from zusage.cli.options import format_option, ledger_option, say, settings_of
from zusage.cli.output import make_console, plain, write_records
from zusage.cli.progress import with_progress
from zusage.ledger.checking import Checked, Flaw, check_rows
from zusage.ledger.copying import back_up
from zusage.ledger.copying import restore as restore_ledger
from zusage.ledger.journal import events
from zusage.ledger.migrations import VERSION
from zusage.ledger.queries import find_report
from zusage.ledger.store import upgrade_ledger
from zusage.workflow.derive.checking import check_derived
from zusage.workflow.steps import utc_now
from zusage.workflow.workspace import open_workspace


@click.command(epilog="Example: zusage log --last 20")
@ledger_option
@click.option("--report", "name", metavar="ID|NAME", help="Only what concerns one report.")
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the newest N.")
@format_option
def log(folder: str | None, name: str | None, last: int | None, form: str) -> None:
    """Show what was recorded and when, oldest first: texts, readings, judgements, failures."""
    workspace = open_workspace(settings_of(ledger=folder))
    with workspace.ledger.reading() as connection:
        report = find_report(connection, name)[0].id if name else None
        found = events(connection, report=report, last=last)
    if form != "table":
        write_records([plain(each) for each in found], form)
        return
    if not found:
        say("Nothing has been recorded.")
        return
    from rich.text import Text  # noqa: PLC0415 - only for tables

    from zusage.cli.listing import Column, Group, Row, show_groups  # noqa: PLC0415 - as above

    columns = (Column("recorded"), Column("what"), Column("report"), Column("id"), Column("words", 20, 4))
    rows = [
        Row(
            (
                each.recorded_at[:19].replace("T", " "),
                Text(each.kind, style="red" if each.kind == "failure" else ""),
                Text(each.report[:8], style="dim"),
                Text(each.name[:8], style="dim"),
                each.words,
            )
        )
        for each in found
    ]
    show_groups(make_console(), columns, [Group("", rows)])


@click.command(epilog="Example: zusage check && zusage backup ../guarantees.zip")
@ledger_option
@click.pass_context
def check(ctx: click.Context, folder: str | None) -> None:
    """Check every row of the ledger: ids, quotes against their texts, readings, judgements, and what is derived from them.

    Prints each flaw and how many rows of each table were looked at; the exit status is 1 if there is a flaw.
    """
    workspace = open_workspace(settings_of(ledger=folder))
    flaws = 0
    with workspace.ledger.reading() as connection:
        rows = chain(check_rows(connection), check_derived(workspace.ledger, workspace.dossier, at=utc_now()))
        for each in with_progress(rows, "Checking", is_failure=lambda one: isinstance(one, Flaw)):
            if isinstance(each, Checked):
                click.echo(f"{each.table:<20} {each.rows:>9,} rows looked at")
            else:
                flaws += 1
                click.echo(f"FLAW  {each.row}: {each.problem}")
    say(f"{flaws} flaws found; a backup may help: zusage restore" if flaws else "No flaw found.")
    ctx.exit(1 if flaws else 0)


@click.command(epilog="Example: zusage upgrade && zusage check")
@ledger_option
def upgrade(folder: str | None) -> None:
    """Bring a ledger that an older Zusage made to today's schema; nothing that it holds changes.

    Commands that write do so by themselves. Where several people share a ledger, all of them need this Zusage afterwards.
    """
    settings = settings_of(ledger=folder)
    url = settings.database_url or None
    version = upgrade_ledger(settings.ledger, busy_seconds=settings.busy_seconds, at=utc_now(), url=url)
    done = f"Brought from schema {version} to {VERSION}." if version < VERSION else f"Has today's schema ({VERSION})."
    say(done)


@click.command(epilog="Example: zusage backup ../guarantees-2026-01.zip")
@click.argument("file", metavar="FILE")
@ledger_option
def backup(file: str, folder: str | None) -> None:
    """Write the whole ledger, with settings and dossier, to one file.

    Others may go on working meanwhile; the file holds one moment.
    """
    workspace = open_workspace(settings_of(ledger=folder))
    size = back_up(workspace.ledger, Path(file), at=utc_now())
    say(f"Wrote {file}, {size:,} bytes. To look into it: zusage restore {file} DIR")


@click.command(epilog="Example: zusage restore ../guarantees-2026-01.zip restored")
@click.argument("file", metavar="FILE")
@click.argument("folder", metavar="DIR")
def restore(file: str, folder: str) -> None:
    """Make a ledger of a backup in a new folder, and check every row.

    With ZUSAGE_DATABASE_URL the rows go into that PostgreSQL database: so a ledger moves from a file to a server, and
    without it back again.
    """
    settings = settings_of()
    ledger, checked = restore_ledger(Path(file), Path(folder), at=utc_now(), url=settings.database_url or None)
    say(f"Made {ledger.resource}; {sum(each.rows for each in checked):,} rows looked at, no flaw found.")
