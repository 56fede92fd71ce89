"""``zusage demo``: eight sample reports in, a ledger with quotes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zusage.cli.options import say, say_failure, settings_of
from zusage.cli.progress import with_progress
from zusage.intake.source import Failure
from zusage.workflow import steps
from zusage.workflow.add import add_items
from zusage.workflow.demo import demo_workspace, sample_items
from zusage.workflow.lookups import EVERYTHING, Lookups, Sort

if TYPE_CHECKING:
    from rich.console import Console


@click.command(epilog="Example: zusage demo | less")
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Read eight sample reports and show what comes out: who pledged what, who met whom, where reports differ.

    The reports are synthetic: written as samples, in a ledger that is gone afterwards.
    """
    language = settings_of().language
    failed = False
    with demo_workspace() as workspace:
        items = sample_items()
        outcomes = add_items(workspace, iter(items), steps.load_reader())
        for outcome in with_progress(outcomes, "Reading sample reports", total=len(items), at_once=True):
            if isinstance(outcome, Failure):
                failed = True
                say_failure(outcome.error)
        _show(Lookups(workspace), language)
    _show_package(language)
    say("")
    from zusage.cli.words import say_text  # noqa: PLC0415 - after the reader has been loaded

    click.echo(say_text("next_own", language))
    click.echo(say_text("next_keep", language))
    if failed:
        ctx.exit(1)


def _show(lookups: Lookups, language: str) -> None:
    from zusage.cli.ledger_tables import (  # noqa: PLC0415 - after the reader has been loaded
        show_conflicts,
        show_entries,
        show_meetings,
    )
    from zusage.cli.output import make_console  # noqa: PLC0415 - as above
    from zusage.cli.words import Labels  # noqa: PLC0415 - as above

    dossier = lookups.workspace.dossier
    console, labels = make_console(), Labels(language, dossier)
    console.print(f"{dossier.titles.in_language(language)}", style="bold")
    console.print(labels.say("synthetic_note"), style="yellow")
    console.print(labels.say("unreviewed_note"), style="dim")
    console.print(labels.say("legend"), style="dim")
    entries = lookups.entries(page=EVERYTHING)
    _head(console, labels.say("head_ledger", n=entries.total))
    show_entries(console, entries.items, lookups.beginning(each.id for each in entries), labels)
    meetings = lookups.meetings(page=EVERYTHING)
    _head(console, labels.say("head_meetings_n", n=meetings.total))
    show_meetings(console, meetings.items, labels)
    conflicts = lookups.conflicts(page=EVERYTHING)
    _head(console, labels.say("head_conflicts_n", n=conflicts.total))
    show_conflicts(
        console, conflicts.items, lookups.beginning((each.conflict.id for each in conflicts), Sort.CONFLICT), labels
    )


def _show_package(language: str) -> None:
    """Say in a few lines whether the shipped package adds up, under more and more assumptions."""
    from zusage.cli.output import make_console  # noqa: PLC0415 - after the reader has been loaded
    from zusage.cli.words import say_text  # noqa: PLC0415 - as above
    from zusage.workflow.demo import assess_package  # noqa: PLC0415 - as above

    console = make_console()
    _head(console, say_text("head_adds_up", language))
    for title, assumed, verdict in assess_package(language):
        if title:
            console.print(title)
        console.print(f"  {assumed}: {verdict}")
    console.print(say_text("more_assess", language), style="dim")


def _head(console: Console, title: str) -> None:
    from rich.rule import Rule  # noqa: PLC0415 - after the reader has been loaded
    from rich.text import Text  # noqa: PLC0415 - as above

    console.print()
    console.print(Rule(Text(title, style="bold"), characters="═"))
