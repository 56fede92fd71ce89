"""``zusage publish``: the pages as plain files for any web host."""

from __future__ import annotations

import time
from pathlib import Path

import click

from zusage.cli.options import ledger_option, say, settings_of
from zusage.cli.serving import require_web
from zusage.workflow.workspace import open_workspace


@click.command(epilog="Example: zusage publish site --address https://ledger.example")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--address", metavar="URL", help="Where the edition will be; default: the setting address.")
@click.option("--unreviewed", is_flag=True, help="Also what no person has reviewed, marked so.")
@ledger_option
def publish(target: Path, address: str | None, folder: str | None, *, unreviewed: bool) -> None:
    """Write the public edition as plain files that any web host can serve.

    It has what a person has accepted, in both languages, as pages and as data; with an address also feeds, citations and
    a site map. Written again to the same folder, only what has changed is. Nothing else may be in the folder.
    """
    require_web()
    from zusage.web.edition.publishing import publish as write  # noqa: PLC0415 - needs the web parts

    settings = settings_of(ledger=folder, address=address)
    begun = time.monotonic()
    done = write(open_workspace(settings), target, address=settings.address, unreviewed=unreviewed)
    written = done.written
    say(
        f"{target}: {done.pages} pages; {written.changed} files written, {written.same} as they were, "
        f"{written.removed} removed; {time.monotonic() - begun:.1f} s."
    )
    if not settings.address:
        say("Without --address there are no feeds, citations and site map.")
