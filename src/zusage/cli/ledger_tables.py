"""The ledger's entries, its meetings and its conflicts on a console."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from zusage.cli.listing import Column, Group, Row, show_groups
from zusage.cli.words import Labels, quoted
from zusage.model.ledger import BoundedMeeting, Citation, Entry, Severity
from zusage.model.statement import Attendance
from zusage.model.values import MEASURES, Mode, Role
from zusage.reading.certainty import CERTAINTY
from zusage.workflow.lookups import (
    ConflictInFull,
    EntryInFull,
    EntryLine,
    MeetingInFull,
    ReportLine,
    StatementInEntry,
)

_BOUNDS = 3
"""Reasons that are shown for each side of a meeting's interval."""

_SEVERITY_STYLES = {Severity.HIGH: "bold red", Severity.MEDIUM: "yellow", Severity.LOW: "dim"}


def show_entries(console: Console, entries: Sequence[EntryLine], beginning: int, labels: Labels) -> None:
    """Print entries by measure, in their order, each with the words that set its firmness; of ids so many signs."""
    measures = labels.dossier.measures or MEASURES
    others = sorted({each.measure for each in entries} - set(measures))
    groups = [
        Group(
            _headline(labels.measure(measure)),
            [_entry_row(entry, beginning, labels) for entry in entries if entry.measure == measure],
        )
        for measure in (*measures, *others)
    ]
    columns = (
        Column(labels.say("id")),
        Column(labels.say("actor"), least=12, share=2),
        Column(labels.say("firmness")),
        Column(labels.say("amount"), least=8, share=1),
        Column(labels.say("condition"), least=12, share=3),
        Column(labels.say("roots"), right=True),
    )
    show_groups(console, columns, [group for group in groups if group.rows])


def _entry_row(entry: EntryLine, beginning: int, labels: Labels) -> Row:
    basis = entry.basis.words
    note = labels.quote(basis.quote, labels.report(basis.report), said_by=labels.speaker(basis.speaker))
    actor = labels.actor(entry.actor)
    thing = f" ({entry.object})" if entry.object else ""
    return Row(
        (
            Text(entry.id[:beginning], style="dim"),
            Text(f"{actor}{thing}{' ✓' if entry.reviewed else ''}", style="bold"),
            labels.ladder(entry.firmness),
            labels.quantity(entry.quantity),
            labels.conditions(entry.conditions, entry.condition_logic),
            str(entry.roots),
        ),
        (note,),
    )


def show_entry(console: Console, found: EntryInFull, labels: Labels) -> None:
    """Print one entry with its history, its conditions and every statement in full."""
    entry = found.entry
    console.print(Text(labels.entry(entry), style="bold"))
    console.print(Text.assemble("  ", labels.ladder(entry.firmness), _since(entry, labels)))
    if entry.quantity:
        _show_pair(console, "amount", labels.quantity(entry.quantity), labels)
    if entry.conditions:
        _show_pair(console, "conditions", labels.conditions(entry.conditions, entry.condition_logic), labels)
    _show_pair(console, "behind_it", _backing(entry, labels), labels)
    console.print(Text(f"\n{labels.say('history')}", style="bold"))
    for change in entry.changes:
        before = Text.assemble(labels.ladder(change.before), " → ") if change.before else Text()
        console.print(
            Text.assemble("  ", change.day or labels.say("day_unknown"), "  ", before, labels.ladder(change.after))
        )
        _show_citations(console, change.citations[:1], found.reports, labels)
    console.print(Text(f"\n{labels.say('statements')}", style="bold"))
    for each in found.statements:
        _show_statement(console, each, labels)


def _show_pair(console: Console, key: str, said: str, labels: Labels) -> None:
    width = max(len(labels.say(each)) for each in ("amount", "conditions", "behind_it")) + 2
    console.print(Padding(f"{labels.say(key):<{width}}{said}", (0, 1, 0, 2)))


def _since(entry: Entry, labels: Labels) -> str:
    known = entry.first_day or entry.last_day
    days = labels.days(entry.first_day, entry.last_day) if known else labels.say("days_unknown")
    return f"  ({days})"


def _backing(entry: Entry, labels: Labels) -> str:
    parts = [
        labels.count(len(entry.statements), "statement"),
        labels.count(len(entry.roots), "independent"),
        labels.count(entry.utterances, "utterance"),
    ]
    return f"{', '.join(parts)}; {labels.say('is_reviewed' if entry.reviewed else 'is_unreviewed')}"


def _show_statement(console: Console, each: StatementInEntry, labels: Labels) -> None:
    said = each.said
    head = f"{said.id[:8]}  {said.day or labels.say('day_unknown')}  "
    known = (("link", said.link), ("authorship", said.authorship), ("status", said.status))
    parts = [
        *(labels.value(sort, value) for sort, value in known),
        *(() if said.counts else (labels.say("sets_nothing"),)),
    ]
    line = Text.assemble(head, labels.ladder(said.firmness), Text(f"  {'; '.join(parts)}", style="dim"))
    console.print(Padding(line, (0, 1, 0, 2)))
    words = quoted(said.quote.exact, labels.language)
    around = Text.assemble((each.before, "dim"), (words, "bold italic"), (each.after, "dim"))
    console.print(Padding(around, (0, 1, 0, 6)))
    said_by = "; ".join(filter(None, (labels.speaker(said.speaker), labels.report(each.report))))
    console.print(Padding(Text(f"— {said_by}", style="dim"), (0, 1, 0, 6)))
    if each.look is not None:
        reason = labels.say("second_look", reason=labels.value("look", each.look.reason))
        console.print(Padding(Text(f"{reason} (zusage review)", style="yellow"), (0, 1, 0, 6)))
    for step in each.trace:
        by_default = "" if step.field == CERTAINTY else f" · {labels.say('by_default')}"
        shown = f" · {quoted(step.quote.exact, labels.language)}" if step.quote else by_default
        console.print(Padding(Text(f"{step.field}: {step.rule}{shown}", style="dim"), (0, 1, 0, 8)))


def show_meetings(console: Console, meetings: Sequence[MeetingInFull], labels: Labels) -> None:
    """Print the meetings: when each can have been and why, and who came how."""
    for number, each in enumerate(meetings):
        meeting = each.bounded
        if number:
            console.print()
        place = (meeting.place or labels.say("no_place")).strip()
        title = f"{place}, {labels.code('meeting', meeting.meeting.kind_of)}"
        console.print(Text.assemble((title, "bold"), f"  {_between(meeting, labels)}"))
        for stated in meeting.stated:
            sign = (
                Text(f"✕ {labels.say('impossible')}", style="bold red")
                if stated.impossible
                else Text(labels.say("stated"), style="green")
            )
            console.print(Text.assemble("  ", stated.day, "  ", sign))
            _show_citations(console, stated.citations[:2], each.reports, labels)
        for side in ("first", "last"):
            _show_bounds(console, side, each, labels)
        _show_attendance(console, each.attendance, labels)


def _between(meeting: BoundedMeeting, labels: Labels) -> str:
    is_bounded = meeting.first or meeting.last
    return labels.days(meeting.first, meeting.last) if is_bounded else labels.say("days_open")


def _show_bounds(console: Console, side: str, meeting: MeetingInFull, labels: Labels) -> None:
    """Print the tightest reasons on one side; the weaker ones are only counted."""
    bounds = [each for each in meeting.bounded.bounds if each.side == side]
    words = labels.say("not_before" if side == "first" else "not_after")
    for bound in bounds[:_BOUNDS]:
        reason = Text.assemble(f"{words} ", (bound.day, "bold"), f": {bound.reason.get(labels.language, '')}")
        console.print(Padding(reason, (0, 1, 0, 2)))
        _show_citations(console, bound.citations[:1], meeting.reports, labels)
    if not bounds and side == "last":
        console.print(Padding(Text(labels.say("not_after_open"), style="dim"), (0, 1, 0, 2)))
    if len(bounds) > _BOUNDS:
        more = labels.say("and_more", what=labels.count(len(bounds) - _BOUNDS, "bound"))
        console.print(Text(f"  {more}", style="dim"))


def _show_attendance(console: Console, attendance: Sequence[tuple[ReportLine, Attendance]], labels: Labels) -> None:
    who: dict[tuple[str, str | None], list[tuple[ReportLine, Attendance]]] = {}
    for report, each in attendance:
        who.setdefault((each.actor, each.person), []).append((report, each))
    rows = []
    for (actor, person), said in sorted(who.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        modes: dict[Mode, int] = {}
        for _, each in said:
            modes[each.mode] = modes.get(each.mode, 0) + 1
        words = ", ".join(f"{labels.mode(mode)} ({count})" for mode, count in modes.items())
        name = f"{labels.actor(actor)}{f', {labels.person(person)}' if person else ''}"
        roles = sorted({labels.code("role", each.role) for _, each in said if each.role is not Role.PARTICIPANT})
        name = f"{name} ({', '.join(roles)})" if roles else name
        report, first = said[0]
        style = "yellow" if len(modes) > 1 else ""
        rows.append(Row((name, Text(words, style=style)), (labels.quote(first.quote, labels.report(report)),)))
    if rows:
        console.print()
        who_column = Column(labels.say("who"), least=20, share=1)
        show_groups(console, (who_column, Column(labels.say("how_reports"), least=16, share=1)), [Group("", rows)])


def show_conflicts(console: Console, found: Sequence[ConflictInFull], beginning: int, labels: Labels) -> None:
    """Print conflicts, the severest first, each with its sides' quotes and roots; of ids so many signs."""
    for number, each in enumerate(found):
        conflict = each.conflict
        if number:
            console.print()
        head = Text.assemble(
            (conflict.id[:beginning], "dim"), "  ", (labels.code("slot", conflict.slot), "bold"), "  ",
            (labels.code("severity", conflict.severity), _SEVERITY_STYLES[conflict.severity]),
        )  # fmt: skip
        console.print(head)
        console.print(Padding(conflict.explanation.get(labels.language, conflict.subject), (0, 1, 0, 2)))
        for side in conflict.sides:
            roots = f" ({labels.count(len(side.roots), 'root')})" if side.roots else ""
            source = f"  {side.source}" if side.source else ""
            console.print(
                Padding(
                    Text.assemble("▸ ", (labels.side(conflict.slot, side.value), "bold"), (roots + source, "dim")),
                    (0, 1, 0, 2),
                )
            )
            _show_citations(console, side.citations[:2], each.reports, labels)


def _show_citations(
    console: Console, citations: Sequence[Citation], reports: Mapping[str, ReportLine], labels: Labels
) -> None:
    for cited in citations:
        source = labels.report(reports.get(cited.report), cited.report)
        console.print(Padding(labels.quote(cited.quote, source), (0, 1, 0, 6)))


def _headline(words: str) -> str:
    return words[:1].upper() + words[1:]
