"""``zusage init``, ``add``, ``reread``: making a ledger and filling it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from zusage.cli.options import language_option, ledger_option, say, say_failure, settings_of
from zusage.cli.progress import with_progress
from zusage.intake.reports import Intake
from zusage.intake.source import Failure, find_sources
from zusage.workflow import steps
from zusage.workflow.add import Change, Outcome, add_items
from zusage.workflow.add import reread as reread_all
from zusage.workflow.read import open_items
from zusage.workflow.workspace import init_ledger, open_workspace


@click.command(epilog="Example: zusage init guarantees && cd guarantees && zusage add ../reports/")
@click.argument("folder", metavar="DIR")
@click.option(
    "--dossier", metavar="NAME", help="A shipped dossier (default: ukraine-guarantees), or a folder with one."
)
@click.option("--new-dossier", metavar="ID", help="Make a dossier of this id in DIR/dossier and use it.")
def init(folder: str, dossier: str | None, new_dossier: str | None) -> None:
    """Make a ledger in a folder. Nothing that is there is overwritten."""
    settings = settings_of(dossier=dossier)
    workspace = init_ledger(
        Path(folder), dossier=settings.dossier, new_dossier=new_dossier, database_url=settings.database_url
    )
    say(f"Made {workspace.ledger.resource} on the dossier {workspace.dossier.id}.")
    if new_dossier:
        say(f"Now fill in the files in {Path(folder) / 'dossier'}.")
    say(f"Next: zusage add FILES --ledger {folder}")


@click.command(epilog="Example: zusage add reports/*.txt more.jsonl")
@click.argument("files", nargs=-1, required=True, metavar="FILE|DIR|-...")
@ledger_option
@language_option
@click.pass_context
def add(ctx: click.Context, files: tuple[str, ...], folder: str | None, language: str | None) -> None:
    """Add reports to the ledger and read them.

    FILE is .txt, .md, .json or .jsonl (reports in the codebook's format), a folder of them, or - for standard input.
    What is there already is not added again; what cannot be read is named, and the rest goes on.
    """
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings, write=True)
    intake = Intake(language=language, limit=settings.text_limit)
    items = open_items(find_sources(files, sys.stdin.buffer, limit=settings.text_limit), intake)
    who = steps.identify_reader(workspace.dossier)
    _tell(ctx, add_items(workspace, items, steps.load_reader(), who=who))


@click.command(epilog="Example: zusage reread")
@ledger_option
@click.pass_context
def reread(ctx: click.Context, folder: str | None) -> None:
    """Read the ledger's reports again with today's reader and dossier.

    Statements that are no longer found are retracted; their history stays. What people accepted or coded stays.
    """
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings, write=True)
    _tell(ctx, reread_all(workspace, Intake(limit=settings.text_limit), steps.load_reader()))


def _tell(ctx: click.Context, outcomes: Iterator[Outcome | Failure]) -> None:
    """Print what came of each report as soon as it is on the disk."""
    counts = dict.fromkeys((*Change, "failed"), 0)
    for outcome in with_progress(outcomes, "Reading", is_failure=lambda each: isinstance(each, Failure)):
        if isinstance(outcome, Failure):
            counts["failed"] += 1
            say_failure(outcome.error)
            continue
        counts[outcome.change] += 1
        for note in outcome.notes:
            say(f"note: {outcome.resource}: {note}")
        click.echo(_line(outcome))
    say(", ".join(f"{count} {what}" for what, count in counts.items() if count) or "Nothing to read.")
    if counts["failed"]:
        ctx.exit(1)


def _line(outcome: Outcome) -> str:
    report = outcome.reading.report
    name = f"{report.id[:8]}  {outcome.change:<9}  {len(outcome.reading.statements):3} statements"
    changed = ""
    if outcome.change is Change.REREAD:
        changed = f" ({len(outcome.saved.found)} new, {len(outcome.saved.retracted)} retracted)"
    return f"{name}{changed}  {outcome.resource}"
