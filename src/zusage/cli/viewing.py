"""``zusage ledger``, ``entry``, ``meetings``, ``conflicts``: what the reports in a ledger come to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from zusage.cli.filters import Filter, days_of
from zusage.cli.options import (
    as_of_option,
    end_of_day,
    format_option,
    known_at_option,
    ledger_option,
    published_by_option,
    say,
    settings_of,
)
from zusage.cli.output import make_console, plain, write_records
from zusage.model.values import MEASURES
from zusage.settings import Settings
from zusage.workflow.lookups import (
    EVERYTHING,
    ConflictFilter,
    ConflictInFull,
    EntryInFull,
    EntryLine,
    Lookups,
    Page,
    ReportLine,
    Sort,
)
from zusage.workflow.workspace import open_workspace

_AT_ONCE = 100
"""Entries that a table shows unless it is told otherwise."""


@click.command(epilog="Example: zusage ledger --measure troops --firmness pledged")
@click.option("--actor", help="Only this actor, as fr, France or group:europeans.")
@click.option("--measure", help="Only this measure, as troops.")
@click.option("--firmness", help="Only this firmness, as pledged.")
@click.option("--condition", help="Only what hangs on this, as ceasefire.")
@click.option("--roots", type=click.IntRange(min=0), default=0, help="Only with at least so many independent roots.")
@click.option(
    "--day",
    "days",
    callback=days_of,
    metavar="DAY[..DAY]",
    help="Only what was spoken of on that day, or from one to another, as 2025-09-04..2025-09-10.",
)
@click.option("--reviewed/--unreviewed", default=None, help="Only what a person has judged some of, or nothing.")
@click.option("--all", "unsure", is_flag=True, help="Also what the reader is too unsure of to count.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help=f"Show at most so many, 0 for all. Without it a table has {_AT_ONCE}, other formats have all.",
)
@as_of_option
@known_at_option
@ledger_option
@format_option
def ledger(
    folder: str | None, form: str, as_of: str | None, known_at: str | None, *, limit: int | None, **wanted: Any
) -> None:
    """Show who has pledged what, how firmly, on which condition.

    Filters may be combined; an entry has to fit all of them.
    """
    settings, lookups = _open(folder)
    known = end_of_day(known_at)
    dossier = lookups.workspace.dossier
    chosen = Filter(**wanted)
    chosen.refuse_unknown(dossier.measures or MEASURES)
    fitting = chosen.entries(lookups.actors(as_of=as_of, known_at=known) if chosen.actor else (), dossier)
    page = Page((_AT_ONCE if form == "table" else 0) if limit is None else limit)
    found = lookups.entries(fitting, page=page if page.size else EVERYTHING, as_of=as_of, known_at=known)
    if form != "table":
        write_records([entry_record(each) for each in found], form)
        return
    from zusage.cli.ledger_tables import show_entries  # noqa: PLC0415 - only for tables
    from zusage.cli.words import Labels  # noqa: PLC0415 - as above

    labels = Labels(settings.language, dossier)
    left_out = 0
    if not fitting.unsure:
        left_out = (
            lookups.entries(replace(fitting, unsure=True), page=Page(0), as_of=as_of, known_at=known).total
            - found.total
        )
    reports = lookups.reports(page=Page(0), known_at=known).total
    if not found.items:
        say(labels.say("no_entries" if reports else "empty_ledger"))
        if left_out:
            say(labels.count(left_out, "unsure"))
        return
    beginning = lookups.beginning((each.id for each in found), as_of=as_of, known_at=known)
    show_entries(make_console(), found.items, beginning, labels)
    say("")
    say(labels.say("legend"))
    if len(found) < found.total:
        say(labels.say("not_all", shown=len(found), of=labels.count(found.total, "entry")))
    total = labels.say(
        "total", entries=labels.count(found.total, "entry"), reports=labels.count(reports, "from_report")
    )
    say(f"{total} {labels.say('unreviewed_note')}")
    if left_out:
        say(labels.count(left_out, "unsure_more"))
    if lookups.is_synthetic(known_at=known):
        say(labels.say("synthetic_note"))


@click.command(epilog="Example: zusage entry 3fa2")
@click.argument("name", metavar="ID")
@as_of_option
@known_at_option
@ledger_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def entry(name: str, folder: str | None, form: str, as_of: str | None, known_at: str | None) -> None:
    """Show one pledge with its history, every quote and why it was read so."""
    settings, lookups = _open(folder)
    found = lookups.entry(name, as_of=as_of, known_at=end_of_day(known_at))
    if form == "json":
        more = {"entry": plain(found.entry), "readings": _readings(found)}
        click.echo(_as_json(entry_record(found.line) | more))
        return
    from zusage.cli.ledger_tables import show_entry  # noqa: PLC0415 - only for tables
    from zusage.cli.words import Labels  # noqa: PLC0415 - as above

    show_entry(make_console(), found, Labels(settings.language, lookups.workspace.dossier))


@click.command(epilog="Example: zusage meetings --format json")
@published_by_option
@known_at_option
@ledger_option
@format_option
def meetings(folder: str | None, form: str, as_of: str | None, known_at: str | None) -> None:
    """Show the meetings, when each can have been, and who came how."""
    settings, lookups = _open(folder, published_by=as_of)
    found = lookups.meetings(page=EVERYTHING, known_at=end_of_day(known_at))
    if form != "table":
        records = [
            plain(each.bounded)
            | {"attendance": [{"report": _name(report)} | plain(said) for report, said in each.attendance]}
            for each in found
        ]
        write_records(records, form)
        return
    from zusage.cli.ledger_tables import show_meetings  # noqa: PLC0415 - only for tables
    from zusage.cli.words import Labels  # noqa: PLC0415 - as above

    labels = Labels(settings.language, lookups.workspace.dossier)
    if not found.items:
        say(labels.say("no_meetings"))
        return
    show_meetings(make_console(), found.items, labels)


@click.command(epilog="Example: zusage conflicts --slot date")
@click.option("--slot", help="Only on this point: date, place, count, quantity, firmness, condition, attendance …")
@published_by_option
@known_at_option
@ledger_option
@format_option
def conflicts(folder: str | None, form: str, slot: str | None, as_of: str | None, known_at: str | None) -> None:
    """Show where reports contradict each other or known facts, with the words of each side."""
    settings, lookups = _open(folder, published_by=as_of)
    then = end_of_day(known_at)
    found = lookups.conflicts(ConflictFilter(slot=slot), page=EVERYTHING, known_at=then)
    if form != "table":
        write_records([conflict_record(each, settings.language) for each in found], form)
        return
    from zusage.cli.ledger_tables import show_conflicts  # noqa: PLC0415 - only for tables
    from zusage.cli.words import Labels  # noqa: PLC0415 - as above

    labels = Labels(settings.language, lookups.workspace.dossier)
    if not found.items:
        say(labels.say("no_conflicts"))
        return
    beginning = lookups.beginning((each.conflict.id for each in found), Sort.CONFLICT, known_at=then)
    show_conflicts(make_console(), found.items, beginning, labels)


def entry_record(each: EntryLine) -> dict[str, Any]:
    """One entry as a flat record, the words that set its firmness with it."""
    basis = each.basis.words
    return {
        "id": each.id,
        "actor": each.actor,
        "measure": each.measure,
        "object": each.object,
        "recipient": each.recipient,
        "firmness": each.firmness,
        "conditions": [
            {"type": c.type} | {k: v for k, v in (("of", c.of), ("n", c.n), ("measure", c.measure)) if v is not None}
            for c in each.conditions
        ],
        "condition_logic": each.condition_logic,
        "quantity": plain(each.quantity),
        "first_day": each.first_day,
        "last_day": each.last_day,
        "roots": each.roots,
        "utterances": each.utterances,
        "reviewed": each.reviewed,
        "quote": basis.quote.exact,
        "speaker": basis.speaker,
        "report": _name(basis.report),
        "synthetic": each.synthetic,
    }


def conflict_record(each: ConflictInFull, language: str) -> dict[str, Any]:
    """One conflict as a record: slot, and the words of each report with the value that they give."""
    conflict = each.conflict
    values = [
        {
            "report": _name(each.reports[cited.report]),
            "value": side.value,
            "quote": cited.quote.exact if cited.quote else "",
        }
        for side in conflict.sides
        for cited in side.citations
    ]
    return {
        "id": conflict.id,
        "event": each.event or conflict.story,
        "slot": conflict.slot,
        "scope": str(conflict.scope),
        "subject": conflict.subject,
        "severity": str(conflict.severity),
        "values": values,
        "note": conflict.explanation.get(language, ""),
    }


def _open(folder: str | None, *, published_by: str | None = None) -> tuple[Settings, Lookups]:
    """Open a ledger; of its reports only those that had been published by a day count, if one is given."""
    settings = settings_of(ledger=folder)
    return settings, Lookups(open_workspace(settings), published_by=published_by)


def _readings(found: EntryInFull) -> dict[str, Any]:
    """For each statement of an entry why it was read so, its quote in context, and whether a second look is due."""
    return {
        each.said.id: {
            "trace": [plain(step) for step in each.trace],
            "context": f"{each.before}{' '.join(each.said.quote.exact.split())}{each.after}",
            "second_look": str(each.look.reason) if each.look else None,
        }
        for each in found.statements
    }


def _name(report: ReportLine) -> str:
    return report.name or report.id


def _as_json(value: Any) -> str:
    import json  # noqa: PLC0415 - one use

    return json.dumps(value, ensure_ascii=False, indent=2)
