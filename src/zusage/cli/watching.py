"""``zusage watch``: polling feeds and adding what is new in them."""

from __future__ import annotations

import random
import time
from pathlib import Path

import click

from zusage.cli.making import INTERRUPTED, show_outcome
from zusage.cli.options import ledger_option, private_option, say, settings_of
from zusage.dossier import FEED_LIST, read_feed_list
from zusage.intake.feeds import read_feed
from zusage.intake.reports import Intake
from zusage.intake.source import Failure
from zusage.settings import Settings
from zusage.workflow import steps
from zusage.workflow.gather import make_fetching
from zusage.workflow.watch import Polled, Watching
from zusage.workflow.watch import watch as watch_feeds
from zusage.workflow.workspace import dossier_path, open_workspace


@click.command(epilog="Example: zusage watch https://news.example/feed.xml --every 30")
@click.argument("feeds", nargs=-1, metavar="[FEED]...")
@click.option("--once", is_flag=True, help="Poll each feed that is due once, and end.")
@click.option(
    "--every", type=click.FloatRange(min=1), default=30.0, show_default=True, metavar="MINUTES", help="How often."
)
@ledger_option
@private_option
@click.pass_context
def watch(
    ctx: click.Context,
    /,
    feeds: tuple[str, ...],
    folder: str | None,
    *,
    once: bool,
    every: float,
    allow_private: bool,
) -> None:
    """Poll feeds, and add what is new in them.

    That goes on until it is interrupted. Without FEED those of the lists feeds.opml in the dossier's folder and in the
    ledger's are polled. What has not changed is not sent again, servers that ask to wait are waited for, a feed that fails
    is asked less and less often, and robots.txt is honoured. Where polling left off is kept in the ledger.
    """
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings, write=True)
    watching = Watching(
        fetching=make_fetching(settings, workspace.clock, allow_private=allow_private),
        intake=Intake(limit=settings.text_limit),
        reader=steps.load_reader(),
        who=steps.identify_reader(workspace.dossier),
        interval=every * 60,
        wait=time.sleep,
        chance=random.random,
    )
    failed, idle = False, True
    try:
        for found in watch_feeds(workspace, feeds or _listed(settings), watching, once=once):
            idle = False
            if isinstance(found, Polled):
                say(f"{found.feed}: {found.new} new of {found.entries}; next at {found.next_at[:16]}Z")
            else:
                failed |= isinstance(found, Failure)
                show_outcome(found)
    except KeyboardInterrupt:
        say("Interrupted. The same command goes on where it stopped.")
        ctx.exit(INTERRUPTED)
    if idle:
        say("No feed is due yet.")
    if failed:
        ctx.exit(1)


def _listed(settings: Settings) -> tuple[str, ...]:
    """Return the feeds of the dossier's list and of the ledger's."""
    lists = [("the dossier's feeds.opml", read_feed_list(dossier_path(settings)))]
    own = Path(settings.ledger) / FEED_LIST
    if own.is_file():
        lists.append((str(own), own.read_bytes()))
    return tuple(feed for name, content in lists if content for feed in read_feed(content, name).feeds)
