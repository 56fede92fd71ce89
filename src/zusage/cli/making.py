"""``zusage init``, ``add``, ``reread``: making a ledger and filling it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from zusage.cli.options import language_option, ledger_option, private_option, say, say_failure, settings_of
from zusage.cli.progress import with_progress
from zusage.cli.visible import make_line
from zusage.intake.reports import Intake
from zusage.intake.source import Failure
from zusage.workflow import steps
from zusage.workflow.add import Change, Outcome, add_sources, find_remaking, is_known
from zusage.workflow.add import reread as reread_all
from zusage.workflow.workspace import init_ledger, open_workspace

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it."""


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


@click.command(epilog="Example: zusage add https://news.example/report reports/ crawl.warc.gz")
@click.argument("what", nargs=-1, required=True, metavar="ADDRESS|FILE|DIR|-...")
@ledger_option
@language_option
@private_option
@click.option("--fast", is_flag=True, help="Read pages without second opinions: for archives of millions.")
@click.pass_context
def add(
    ctx: click.Context,
    /,
    what: tuple[str, ...],
    folder: str | None,
    language: str | None,
    *,
    allow_private: bool,
    fast: bool,
) -> None:
    """Add reports to the ledger and read them.

    An ADDRESS is that of a page, of a feed (RSS, Atom, JSON Feed) or of a list of feeds (OPML). FILE is .html, .txt, .md,
    .eml, .json or .jsonl (reports in the codebook's format), an archive (.warc, .warc.gz), or a feed or list (.xml, .rss,
    .atom, .opml); DIR a folder of them, - standard input. Bytes are kept before they are read. What is there already is not
    added again; what cannot be read is named, and the rest goes on.
    """
    from zusage.intake.fetching import Pace  # noqa: PLC0415 - the network is slow to import
    from zusage.workflow.gather import Gathering, count_plain, gather  # noqa: PLC0415 - as above

    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings, write=True)
    intake = Intake(language=language, limit=settings.text_limit, fast=fast)
    gathering = Gathering(
        settings=settings,
        clock=workspace.clock,
        stdin=sys.stdin.buffer,
        allow_private=allow_private,
        known=lambda address: is_known(workspace, address),
        pace=Pace(workspace.clock, time.sleep),
    )
    who = steps.identify_reader(workspace.dossier)
    tell(
        ctx,
        add_sources(workspace, gather(what, gathering), intake, steps.load_reader(), who=who),
        "Adding",
        total=count_plain(what),
    )


@click.command(epilog="Example: zusage reread")
@ledger_option
@click.pass_context
def reread(ctx: click.Context, folder: str | None) -> None:
    """Make the ledger's reports anew from their bytes, and read them again.

    The texts are today's extractor's, the statements today's reader's with today's dossier.

    Statements that are no longer found are retracted; their history stays. What people accepted or coded stays.
    """
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings, write=True)
    remaking = find_remaking(workspace)
    outcomes = reread_all(workspace, Intake(limit=settings.text_limit), steps.load_reader(), remaking=remaking)
    tell(ctx, outcomes, total=len(remaking))


def tell(
    ctx: click.Context, outcomes: Iterator[Outcome | Failure], about: str = "Reading", *, total: int | None = None
) -> None:
    """Print what came of each report as soon as it is on the disk; after Ctrl-C how to go on."""
    counts = dict.fromkeys((*Change, "failed"), 0)
    try:
        for outcome in with_progress(outcomes, about, total=total, is_failure=lambda each: isinstance(each, Failure)):
            show_outcome(outcome)
            counts["failed" if isinstance(outcome, Failure) else outcome.change] += 1
    except KeyboardInterrupt:
        say(_sum(counts))
        say("Interrupted. What was printed is in the ledger; the same command goes on where it stopped.")
        ctx.exit(INTERRUPTED)
    say(_sum(counts) or "Nothing to read.")
    if counts["failed"]:
        ctx.exit(1)


def show_outcome(outcome: Outcome | Failure) -> None:
    """Print one line for a report, or for what failed, and notes."""
    if isinstance(outcome, Failure):
        say_failure(outcome.error)
        return
    for note in outcome.notes:
        say(f"note: {outcome.resource}: {note}")
    click.echo(_line(outcome))


def _sum(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {what}" for what, count in counts.items() if count)


def _line(outcome: Outcome) -> str:
    report = outcome.reading.report
    count = len(outcome.reading.statements)
    name = f"{report.id[:8]}  {outcome.change:<9}  {count:3} {'statement ' if count == 1 else 'statements'}"
    changed = ""
    if outcome.change is Change.REREAD:
        changed = f" ({len(outcome.saved.found)} new, {len(outcome.saved.retracted)} retracted)"
    return make_line(f"{name}{changed}  {outcome.resource}")
