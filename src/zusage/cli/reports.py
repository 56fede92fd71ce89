"""``zusage report list`` and ``report show``: the reports in a ledger, and one with its quotes marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from zusage.cli.options import format_option, ledger_option, say, settings_of
from zusage.cli.output import make_console, write_records
from zusage.errors import LedgerError
from zusage.ledger.queries import find_report, readings_in_force, reports_in_order
from zusage.model.codebook import write_reading
from zusage.model.ledger import Status, statement_id
from zusage.model.report import Reading, Report
from zusage.model.statement import Commitment, Position
from zusage.reconcile import Claim
from zusage.workflow.current import load_current
from zusage.workflow.workspace import open_workspace

if TYPE_CHECKING:
    from zusage.cli.words import Labels


@click.group()
def report() -> None:
    """List reports, or show one with its quotes marked."""


@report.command("list", epilog="Example: zusage report list --format csv")
@ledger_option
@format_option
def list_(folder: str | None, form: str) -> None:
    """List the reports in the ledger in the order in which they came."""
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings)
    with workspace.ledger.reading() as connection:
        reports = reports_in_order(connection)
        counts = {each.report.id: len(each.statements) for each in readings_in_force(connection)}
    records = [_record(each, recorded_at, counts.get(each.id)) for each, recorded_at in reports]
    if form != "table":
        write_records(records, form)
        return
    from zusage.cli.words import Labels  # noqa: PLC0415 - only for tables

    labels = Labels(settings.language, workspace.dossier)
    if not reports:
        say(labels.say("no_reports"))
        return
    _show_reports([each for each, _ in reports], counts, labels)
    if any(each.flags for each, _ in reports):
        say(labels.say("flagged_days"))


def _show_reports(reports: Sequence[Report], counts: Mapping[str, int], labels: Labels) -> None:
    from rich.text import Text  # noqa: PLC0415 - only for tables

    from zusage.cli.listing import Column, Group, Row, show_groups  # noqa: PLC0415 - as above

    say = labels.say
    columns = (
        *(Column(say("id")), Column(say("name"), 4, 1), Column(say("published_column")), Column(say("language"))),
        *(Column(say("outlet"), 6, 2), Column(say("credit"), 6, 1), Column(say("statements_column"), right=True)),
        Column(say("title"), 16, 4),
    )
    rows = [
        Row(
            (
                Text(each.id[:8], style="dim"),
                Text(each.name or "", style="bold"),
                Text(f"{each.published_on} !", style="yellow") if each.flags else each.published_on or say("undated"),
                each.language,
                each.outlet or "",
                each.credit or "",
                str(counts.get(each.id, say("failed"))),
                Text.assemble((f"{say('synthetic')} ", "yellow") if each.synthetic else "", each.title),
            )
        )
        for each in reports
    ]
    show_groups(make_console(), columns, [Group("", rows)])


@report.command("show", epilog="Example: zusage report show 3fa2")
@click.argument("name", metavar="ID|NAME")
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="table, or the codebook's JSON.",
)
def show(name: str, folder: str | None, form: str) -> None:
    """Show a report: its words with the quotes marked, and what was read in it."""
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings)
    with workspace.ledger.reading() as connection:
        found, _ = find_report(connection, name)
    current = load_current(workspace, reports=[found.id])
    if not current.readings:
        raise LedgerError(f"report {name}", "has never been read", hint="zusage reread")
    claims = current.claims()
    reading = _with_added(current.readings[0], claims)
    if form == "json":
        click.echo(write_reading(reading, own=True, indent=2))
        return
    from zusage.cli.readings import show_report  # noqa: PLC0415 - only for tables
    from zusage.cli.words import Labels  # noqa: PLC0415 - as above

    labels = Labels(settings.language, workspace.dossier)
    marks = {claim.id: labels.value("status", claim.status) for claim in claims if claim.status is not Status.READ}
    show_report(reading, labels, marks)


def _with_added(reading: Reading, claims: tuple[Claim, ...]) -> Reading:
    """Add what people coded by hand in a report, or accepted before the reader lost it."""
    read = {statement_id(reading.report.id, each) for each in reading.statements}
    added = [claim.statement for claim in claims if claim.index < 0 and claim.id not in read]
    return replace(
        reading,
        commitments=(*reading.commitments, *(each for each in added if isinstance(each, Commitment))),
        positions=(*reading.positions, *(each for each in added if isinstance(each, Position))),
    )


def _record(each: Report, recorded_at: str, statements: int | None) -> dict[str, Any]:
    return {
        "id": each.id,
        "name": each.name,
        "title": each.title,
        "published_on": each.published_on,
        "published_how": each.published_how,
        "language": each.language,
        "credit": each.credit,
        "outlet": each.outlet,
        "byline": each.byline,
        "address": each.address,
        "flags": list(each.flags),
        "synthetic": each.synthetic,
        "statements": statements,
        "recorded_at": recorded_at,
    }
