"""``zusage read``: reports to statements, straight to standard output."""

from __future__ import annotations

import sys

import click

from zusage.cli.options import dossier_option, is_terminal, language_option, say, say_failure, settings_of
from zusage.cli.progress import with_progress
from zusage.dossier import load_dossier
from zusage.intake.reports import Intake
from zusage.intake.source import Failure, find_sources
from zusage.model.codebook import write_reading
from zusage.workflow import steps
from zusage.workflow.read import open_items, read_items


@click.command(epilog="Example: zusage read report.txt --format json > reading.json")
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl"]),
    default="table",
    show_default=True,
    help="table, or the codebook's JSON, one report per line.",
)
@click.option(
    "--all",
    "keep_all",
    is_flag=True,
    help="Show what the reader is unsure of, too, and read what seems to be about something else.",
)
@dossier_option
@language_option
@click.pass_context
def read(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    form: str,
    *,
    keep_all: bool,
    dossier: str | None,
    language: str | None,
) -> None:
    """Read reports without a ledger, straight to standard output.

    FILE is .txt, .md, .html, .eml, .json or .jsonl (reports in the codebook's format: their id, title, published_on are
    used), a folder of them, or - for standard input.
    """
    settings = settings_of(dossier=dossier)
    effort = load_dossier(settings.dossier)
    sources = find_sources(files, sys.stdin.buffer, limit=settings.text_limit)
    items = open_items(sources, Intake(language=language, limit=settings.text_limit))
    failed = False
    results = read_items(items, effort, steps.load_reader(keep_all=keep_all))
    if not is_terminal():
        results = with_progress(results, "Reading", is_failure=lambda each: isinstance(each, Failure))
    for result in results:
        if isinstance(result, Failure):
            failed = True
            say_failure(result.error)
            continue
        item, reading = result
        for note in (*item.notes, *reading.notes):
            say(f"note: {item.resource}: {note}")
        if form == "table":
            from zusage.cli.readings import show_reading  # noqa: PLC0415 - JSON needs no tables
            from zusage.cli.words import Labels  # noqa: PLC0415 - as above

            show_reading(reading, Labels(settings.language, effort))
        else:
            click.echo(write_reading(reading))
    if failed:
        ctx.exit(1)
