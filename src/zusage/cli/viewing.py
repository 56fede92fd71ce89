"""``zusage ledger``, ``entry``, ``meetings``, ``conflicts``: what the reports in a ledger come to."""

from __future__ import annotations

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
from zusage.model.ledger import Conflict, Entry
from zusage.model.values import MEASURES
from zusage.settings import Settings
from zusage.workflow.quoting import context_of
from zusage.workflow.views import View, published_by, view_ledger
from zusage.workflow.workspace import open_workspace


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
@as_of_option
@known_at_option
@ledger_option
@format_option
def ledger(
    folder: str | None, form: str, as_of: str | None, known_at: str | None, *, unsure: bool, **wanted: Any
) -> None:
    """Show who has pledged what, how firmly, on which condition.

    Filters may be combined; an entry has to fit all of them.
    """
    settings, view = _open(folder, as_of, known_at)
    chosen = Filter(**wanted)
    chosen.refuse_unknown(view.workspace.dossier.measures or MEASURES)
    fitting = [entry for entry in view.entries if chosen.fits(entry, view.workspace.dossier)]
    entries = [entry for entry in fitting if unsure or not entry.is_unsure]
    left_out = len(fitting) - len(entries)
    if form != "table":
        write_records([entry_record(entry, view) for entry in entries], form)
        return
    from zusage.cli.words import Labels  # noqa: PLC0415 - only for tables

    labels = Labels(settings.language, view.workspace.dossier)
    if not entries:
        say(labels.say("no_entries" if view.readings else "empty_ledger"))
        if left_out:
            say(labels.count(left_out, "unsure"))
        return
    from zusage.cli.ledger_tables import show_entries  # noqa: PLC0415 - as above

    show_entries(make_console(), entries, view, labels)
    say("")
    say(labels.say("legend"))
    total = labels.say(
        "total", entries=labels.count(len(entries), "entry"), reports=labels.count(len(view.readings), "from_report")
    )
    say(f"{total} {labels.say('unreviewed_note')}")
    if left_out:
        say(labels.count(left_out, "unsure_more"))
    if view.is_synthetic:
        say(labels.say("synthetic_note"))


@click.command(epilog="Example: zusage entry 3fa2")
@click.argument("name", metavar="ID")
@as_of_option
@known_at_option
@ledger_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def entry(name: str, folder: str | None, form: str, as_of: str | None, known_at: str | None) -> None:
    """Show one pledge with its history, every quote and why it was read so."""
    settings, view = _open(folder, as_of, known_at)
    found = view.find_entry(name)
    if form == "json":
        click.echo(_as_json(entry_record(found, view) | {"entry": plain(found), "readings": _readings(found, view)}))
        return
    from zusage.cli.ledger_tables import show_entry  # noqa: PLC0415 - only for tables
    from zusage.cli.words import Labels  # noqa: PLC0415 - as above

    show_entry(make_console(), found, view, Labels(settings.language, view.workspace.dossier))


@click.command(epilog="Example: zusage meetings --format json")
@published_by_option
@known_at_option
@ledger_option
@format_option
def meetings(folder: str | None, form: str, as_of: str | None, known_at: str | None) -> None:
    """Show the meetings, when each can have been, and who came how."""
    settings, view = _open_reports(folder, as_of, known_at)
    if form != "table":
        attended = {each.story: view.attendance_of(each.story) for each in view.meetings}
        records = [
            plain(each)
            | {
                "attendance": [
                    {"report": _name(view, report.id)} | plain(said) for report, said in attended[each.story]
                ]
            }
            for each in view.meetings
        ]
        write_records(records, form)
        return
    from zusage.cli.ledger_tables import show_meetings  # noqa: PLC0415 - only for tables
    from zusage.cli.words import Labels  # noqa: PLC0415 - as above

    labels = Labels(settings.language, view.workspace.dossier)
    if not view.meetings:
        say(labels.say("no_meetings"))
        return
    show_meetings(make_console(), view.meetings, view, labels)


@click.command(epilog="Example: zusage conflicts --slot date")
@click.option("--slot", help="Only on this point: date, place, count, quantity, firmness, condition, attendance …")
@published_by_option
@known_at_option
@ledger_option
@format_option
def conflicts(folder: str | None, form: str, slot: str | None, as_of: str | None, known_at: str | None) -> None:
    """Show where reports contradict each other or known facts, with the words of each side."""
    settings, view = _open_reports(folder, as_of, known_at)
    found = [each for each in view.conflicts if slot in {None, each.slot}]
    if form != "table":
        write_records([conflict_record(each, view, settings.language) for each in found], form)
        return
    from zusage.cli.ledger_tables import show_conflicts  # noqa: PLC0415 - only for tables
    from zusage.cli.words import Labels  # noqa: PLC0415 - as above

    labels = Labels(settings.language, view.workspace.dossier)
    if not found:
        say(labels.say("no_conflicts"))
        return
    show_conflicts(make_console(), found, view, labels)


def entry_record(each: Entry, view: View) -> dict[str, Any]:
    """One entry as a flat record, its newest quote with it."""
    newest = each.newest
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
        "roots": len(each.roots),
        "utterances": each.utterances,
        "reviewed": each.reviewed,
        "quote": newest.quote.exact,
        "speaker": newest.speaker,
        "report": _name(view, newest.report),
        "synthetic": any(report.synthetic for report in map(view.reports.get, _reports(each)) if report),
    }


def conflict_record(each: Conflict, view: View, language: str) -> dict[str, Any]:
    """One conflict as a record: slot, and the words of each report with the value that they give."""
    values = [
        {"report": _name(view, cited.report), "value": side.value, "quote": cited.quote.exact if cited.quote else ""}
        for side in each.sides
        for cited in side.citations
    ]
    return {
        "id": each.id,
        "event": view.story_names.get(each.story or "", each.story),
        "slot": each.slot,
        "scope": str(each.scope),
        "subject": each.subject,
        "severity": str(each.severity),
        "values": values,
        "note": each.explanation.get(language, ""),
    }


def _open(folder: str | None, as_of: str | None, known_at: str | None) -> tuple[Settings, View]:
    settings = settings_of(ledger=folder)
    return settings, view_ledger(open_workspace(settings), as_of=as_of, known_at=end_of_day(known_at))


def _open_reports(folder: str | None, as_of: str | None, known_at: str | None) -> tuple[Settings, View]:
    """Open a ledger; of its reports only those that had been published by a day count, if one is given."""
    settings, view = _open(folder, None, known_at)
    return settings, published_by(view, as_of) if as_of else view


def _readings(found: Entry, view: View) -> dict[str, Any]:
    """For each statement of an entry why it was read so, its quote in context, and whether a second look is due."""
    looks = view.current.carried.looks
    named = {each.id for each in found.statements}
    return {
        claim.id: {
            "trace": [plain(step) for step in claim.statement.trace],
            "context": context_of(claim.statement.quote, claim.report) if claim.statement.quote else None,
            "second_look": str(looks[claim.id].reason) if claim.id in looks else None,
        }
        for claim in view.grounds.claims
        if claim.id in named
    }


def _reports(each: Entry) -> list[str]:
    return [statement.report for statement in each.statements]


def _name(view: View, report: str) -> str:
    found = view.reports.get(report)
    return found.name if found and found.name else report


def _as_json(value: Any) -> str:
    import json  # noqa: PLC0415 - one use

    return json.dumps(value, ensure_ascii=False, indent=2)
