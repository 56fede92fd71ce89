"""The ledger's entries, its meetings and its conflicts on a console."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from zusage.cli.listing import Column, Group, Row, show_groups
from zusage.cli.words import (
    Labels,
    days_words,
    firmness_text,
    quantity_words,
    quote_text,
    report_words,
    short_ids,
)
from zusage.model.ledger import (
    Authorship,
    BoundedMeeting,
    Citation,
    Conflict,
    Entry,
    EntryStatement,
    MeetingBound,
    Severity,
    Status,
)
from zusage.model.report import Report
from zusage.model.statement import Attendance
from zusage.model.values import MEASURES, Mode, Role
from zusage.workflow.quoting import around
from zusage.workflow.views import View

_COLUMNS = (
    Column("id"),
    Column("actor", least=12, share=2),
    Column("firmness"),
    Column("amount", least=8, share=1),
    Column("on condition of", least=12, share=3),
    Column("roots", right=True),
)
_BOUNDS = 3
"""Reasons that are shown for each side of a meeting's interval."""

_SEVERITY_STYLES = {Severity.HIGH: "bold red", Severity.MEDIUM: "yellow", Severity.LOW: "dim"}
_STATUS_WORDS = {
    Status.READ: "read, not reviewed",
    Status.ACCEPTED: "accepted",
    Status.REJECTED: "rejected",
    Status.CORRECTED: "corrected",
    Status.CODED: "coded by hand",
}

_AUTHORSHIP_WORDS = {
    Authorship.OWN: "by the actor's own word",
    Authorship.OUTLET: "in the report's words",
    Authorship.THIRD_PARTY: "by somebody else's word",
}

SYNTHETIC = "Synthetic: these reports were written as samples; nobody said this."
UNREVIEWED = "Machine-read. ✓ marks what a person has reviewed."
LEGEND = "●○○○○ considering  ●●○○○ signalled  ●●●○○ pledged  ●●●●○ concrete  ●●●●● delivered  ✕ against  – none"


def show_entries(console: Console, entries: Sequence[Entry], view: View, labels: Labels) -> None:
    """Print entries by measure, the firmest first, each with its newest quote."""
    names = short_ids(entry.id for entry in view.entries)
    measures = view.workspace.dossier.measures or MEASURES
    groups = [
        Group(
            _headline(labels.measure(measure)),
            [
                _entry_row(entry, names, view.reports, labels)
                for entry in sorted((each for each in entries if each.measure == measure), key=_firmest_first)
            ],
        )
        for measure in measures
    ]
    show_groups(console, _COLUMNS, [group for group in groups if group.rows])


def _firmest_first(entry: Entry) -> tuple[int, str, str]:
    step = entry.firmness.step if entry.firmness else None
    return -1 * (step if step is not None else -1), entry.actor, entry.id


def _entry_row(entry: Entry, names: Mapping[str, str], reports: Mapping[str, Report], labels: Labels) -> Row:
    newest = entry.newest
    said_by = labels.speaker(newest.speaker)
    note = quote_text(newest.quote, _source(newest.report, reports), said_by=said_by)
    actor = labels.actor(entry.actor)
    thing = f" ({entry.object})" if entry.object else ""
    return Row(
        (
            Text(names[entry.id], style="dim"),
            Text(f"{actor}{thing}{' ✓' if entry.reviewed else ''}", style="bold"),
            firmness_text(entry.firmness),
            quantity_words(entry.quantity),
            labels.conditions(entry.conditions, entry.condition_logic),
            str(len(entry.roots)),
        ),
        (note,),
    )


def show_entry(console: Console, entry: Entry, view: View, labels: Labels) -> None:
    """Print one entry with its history, its conditions and every statement in full."""
    console.print(Text(labels.entry(entry), style="bold"))
    console.print(Text.assemble("  ", firmness_text(entry.firmness), _since(entry)))
    if entry.quantity:
        console.print(f"  amount      {quantity_words(entry.quantity)}")
    if entry.conditions:
        console.print(f"  conditions  {labels.conditions(entry.conditions, entry.condition_logic)}")
    console.print(Padding(f"behind it   {_backing(entry)}", (0, 1, 0, 2)))
    console.print(Text("\nHistory", style="bold"))
    for change in entry.changes:
        before = Text.assemble(firmness_text(change.before), " → ") if change.before else Text()
        console.print(Text.assemble("  ", change.day or "day unknown", "  ", before, firmness_text(change.after)))
        _show_citations(console, change.citations[:1], view.reports)
    console.print(Text("\nStatements", style="bold"))
    for each in sorted(entry.statements, key=lambda each: (each.day or "", each.id)):
        _show_statement(console, each, view, labels)


def _since(entry: Entry) -> str:
    days = days_words(entry.first_day, entry.last_day) if entry.first_day or entry.last_day else "days unknown"
    return f"  ({days})"


def _backing(entry: Entry) -> str:
    parts = [
        _counted(len(entry.statements), "statement"),
        _counted(len(entry.roots), "independent root"),
        _counted(entry.utterances, "utterance"),
    ]
    return ", ".join(parts) + ("; reviewed" if entry.reviewed else "; machine-read, not reviewed")


def _show_statement(console: Console, each: EntryStatement, view: View, labels: Labels) -> None:
    left_out = "" if each.counts else "; sets nothing"
    head = f"{each.id[:8]}  {each.day or 'day unknown'}  "
    tail = f"  {each.link}; {_AUTHORSHIP_WORDS[each.authorship]}; {_STATUS_WORDS[each.status]}{left_out}"
    console.print(Padding(Text.assemble(head, firmness_text(each.firmness), Text(tail, style="dim")), (0, 1, 0, 2)))
    report = view.reports.get(each.report)
    before, after = around(each.quote, report) if report else ("", "")
    quoted = Text.assemble((before, "dim"), (f"“{' '.join(each.quote.exact.split())}”", "bold italic"), (after, "dim"))
    console.print(Padding(quoted, (0, 1, 0, 6)))
    said_by = "; ".join(filter(None, (labels.speaker(each.speaker), _source(each.report, view.reports))))
    console.print(Padding(Text(f"— {said_by}", style="dim"), (0, 1, 0, 6)))
    look = view.current.carried.looks.get(each.id)
    if look is not None:
        console.print(Padding(Text(f"second look: {look.reason} (zusage review)", style="yellow"), (0, 1, 0, 6)))
    for claim in view.grounds.claims:
        if claim.id == each.id and claim.report.id == each.report:
            for step in claim.statement.trace:
                shown = f"“{' '.join(step.quote.exact.split())}”" if step.quote else "default"
                console.print(Padding(Text(f"{step.field}: {step.rule} · {shown}", style="dim"), (0, 1, 0, 8)))


def show_meetings(console: Console, meetings: Sequence[BoundedMeeting], view: View, labels: Labels) -> None:
    """Print the meetings: when each can have been and why, and who came how."""
    for number, meeting in enumerate(meetings):
        if number:
            console.print()
        title = f"{(meeting.place or 'no place').strip()}, {meeting.meeting.kind_of}"
        console.print(Text.assemble((title, "bold"), f"  {days_words(meeting.first, meeting.last)}"))
        for stated in meeting.stated:
            sign = Text("✕ impossible", style="bold red") if stated.impossible else Text("stated", style="green")
            console.print(Text.assemble("  ", stated.day, "  ", sign))
            _show_citations(console, stated.citations[:2], view.reports)
        for side, words in (("first", "not before"), ("last", "not after")):
            _show_bounds(console, [bound for bound in meeting.bounds if bound.side == side], words, view, labels)
        _show_attendance(console, view.attendance_of(meeting.story), labels)


def _show_bounds(console: Console, bounds: Sequence[MeetingBound], words: str, view: View, labels: Labels) -> None:
    """Print the tightest reasons on one side; the weaker ones are only counted."""
    for bound in bounds[:_BOUNDS]:
        reason = Text.assemble(f"{words} ", (bound.day, "bold"), f": {bound.reason.get(labels.language, '')}")
        console.print(Padding(reason, (0, 1, 0, 2)))
        _show_citations(console, bound.citations[:1], view.reports)
    if not bounds and words == "not after":
        console.print(Text("  not after: open, since no report of it says when it was published", style="dim"))
    if len(bounds) > _BOUNDS:
        console.print(Text(f"  … and {_counted(len(bounds) - _BOUNDS, 'weaker bound')}", style="dim"))


def _show_attendance(console: Console, attendance: Sequence[tuple[Report, Attendance]], labels: Labels) -> None:
    who: dict[tuple[str, str | None], list[tuple[Report, Attendance]]] = {}
    for report, each in attendance:
        who.setdefault((each.actor, each.person), []).append((report, each))
    rows = []
    for (actor, person), said in sorted(who.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        modes: dict[Mode, int] = {}
        for _, each in said:
            modes[each.mode] = modes.get(each.mode, 0) + 1
        words = ", ".join(f"{labels.mode(mode)} ({count})" for mode, count in modes.items())
        name = f"{labels.actor(actor)}{f', {labels.person(person)}' if person else ''}"
        roles = sorted({each.role for _, each in said if each.role is not Role.PARTICIPANT})
        name = f"{name} ({', '.join(roles)})" if roles else name
        report, first = said[0]
        style = "yellow" if len(modes) > 1 else ""
        rows.append(Row((name, Text(words, style=style)), (quote_text(first.quote, report_words(report)),)))
    if rows:
        console.print()
        show_groups(
            console, (Column("who", least=20, share=1), Column("how (reports)", least=16, share=1)), [Group("", rows)]
        )


def show_conflicts(console: Console, conflicts: Sequence[Conflict], view: View, labels: Labels) -> None:
    """Print conflicts, the severest first, each with its sides' quotes and roots."""
    names = short_ids(conflict.id for conflict in view.conflicts)
    order = list(Severity)
    for number, conflict in enumerate(sorted(conflicts, key=lambda each: -order.index(each.severity))):
        if number:
            console.print()
        head = Text.assemble(
            (names[conflict.id], "dim"), "  ", (conflict.slot, "bold"), "  ",
            (f"{conflict.severity}", _SEVERITY_STYLES[conflict.severity]),
        )  # fmt: skip
        console.print(head)
        console.print(Padding(conflict.explanation.get(labels.language, conflict.subject), (0, 1, 0, 2)))
        for side in conflict.sides:
            roots = f" ({_counted(len(side.roots), 'root')})" if side.roots else ""
            source = f"  {side.source}" if side.source else ""
            console.print(
                Padding(
                    Text.assemble("▸ ", (labels.side(conflict.slot, side.value), "bold"), (roots + source, "dim")),
                    (0, 1, 0, 2),
                )
            )
            _show_citations(console, side.citations[:2], view.reports)


def _show_citations(console: Console, citations: Sequence[Citation], reports: Mapping[str, Report]) -> None:
    for cited in citations:
        console.print(Padding(quote_text(cited.quote, _source(cited.report, reports)), (0, 1, 0, 6)))


def _source(report: str, reports: Mapping[str, Report]) -> str:
    return report_words(reports.get(report), report)


def _headline(words: str) -> str:
    return words[:1].upper() + words[1:]


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
