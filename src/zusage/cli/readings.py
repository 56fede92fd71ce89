"""One report's reading on a console: its head, its words with the quotes marked, its statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from zusage.cli.ledger_tables import SYNTHETIC
from zusage.cli.listing import Column, Group, Row, show_groups
from zusage.cli.output import make_console
from zusage.cli.visible import make_visible
from zusage.cli.words import (
    FIRMNESS_STYLES,
    STANCE_STYLES,
    Labels,
    firmness_text,
    quantity_words,
    quote_text,
)
from zusage.model.ledger import statement_id
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Statement

_STATEMENT_ID = 8

_ID = Column("id")
_COMMITMENT = (
    Column("actor", least=12, share=2),
    Column("measure", least=8, share=1),
    Column("firmness"),
    Column("amount", least=8, share=1),
    Column("on condition of", least=12, share=2),
)
_POSITION = (Column("actor", least=12, share=1), Column("stance"), Column("topic", least=10, share=1))
_MEETING = (Column("day"), Column("place", least=8, share=1), Column("kind"), Column("countries"))
_ATTENDANCE = (Column("who", least=16, share=1), Column("role"), Column("how", least=12, share=1))


def show_reading(reading: Reading, labels: Labels) -> None:
    """Print a report's head and what was read in it."""
    console = make_console()
    show_head(console, reading.report)
    _show_statements(console, _Shown(reading, labels))


def show_report(reading: Reading, labels: Labels, marks: Mapping[str, str]) -> None:
    """Print a report in full: its head, its words with the quotes marked and numbered, its statements.

    ``marks`` has words for statements by id, such as "accepted".
    """
    console = make_console()
    show_head(console, reading.report)
    _show_text(console, reading)
    _show_statements(console, _Shown(reading, labels, marks, numbered=True))


@dataclass(frozen=True, slots=True)
class _Shown:
    """A reading whose statements are printed: with their number in the text, id and marks, or without."""

    reading: Reading
    labels: Labels
    marks: Mapping[str, str] = field(default_factory=dict)
    numbered: bool = False

    def row(self, statement: Statement, number: int, cells: Sequence[str | Text]) -> Row:
        """Make a statement's row: with its quote, who says it, what people decided, how sure the reader is."""
        name = statement_id(self.reading.report.id, statement)
        sure = f"certainty {statement.certainty:.2f}" if statement.certainty is not None else ""
        tail = " · ".join(part for part in (self.marks.get(name, ""), sure) if part)
        said_by = self.labels.speaker(getattr(statement, "speaker", None))
        notes = (quote_text(statement.quote, tail, said_by=said_by),) if statement.quote or tail else ()
        first = (Text(f"[{number}] {name[:_STATEMENT_ID]}", style="dim"),) if self.numbered else ()
        return Row((*first, *cells), notes)


def _show_statements(console: Console, shown: _Shown) -> None:
    if not shown.reading.statements:
        console.print(Text("  Nothing was read in this report.", style="dim"))
    first = (_ID,) if shown.numbered else ()
    for title, columns, rows in _groups(shown):
        if rows:
            console.print()
            show_groups(console, (*first, *columns), [Group(title, rows)])


def _groups(shown: _Shown) -> Iterator[tuple[str, Sequence[Column], Sequence[Row]]]:
    reading, labels, numbers = shown.reading, shown.labels, count(1)
    yield (
        "Commitments",
        _COMMITMENT,
        [shown.row(each, next(numbers), _commitment(each, labels)) for each in reading.commitments],
    )
    yield (
        "Positions",
        _POSITION,
        [shown.row(each, next(numbers), _position(each, labels)) for each in reading.positions],
    )
    yield "Meetings", _MEETING, [shown.row(each, next(numbers), _meeting(each)) for each in reading.meetings]
    yield (
        "Attendance",
        _ATTENDANCE,
        [shown.row(each, next(numbers), _attendance(each, labels)) for each in reading.attendance],
    )


def show_head(console: Console, report: Report) -> None:
    """Print what is known of a report."""
    name = report.name or report.id[:8]
    console.print(Rule(Text(name, style="bold"), align="left", characters="═", style="dim"))
    if report.title:
        console.print(Text(f"  {report.title}", style="bold"))
    published = f"published {report.published_on} ({report.published_how})" if report.published_on else "undated"
    credit = f"credits {report.credit}" if report.credit else ""
    parts = [report.id[:8], report.language, published, report.outlet or "", report.byline or "", credit]
    _print_line(console, " · ".join(part for part in parts if part), "dim")
    if report.address:
        console.print(Text(f"  {report.address}", style="dim"), soft_wrap=True)  # a link in two lines is none
    for flag in report.flags:
        _print_line(console, f"look at its day: {flag}", "yellow")
    if report.synthetic:
        console.print(Text(f"  {SYNTHETIC}", style="yellow"))


def _print_line(console: Console, words: str, style: str) -> None:
    console.print(Padding(Text(words, style=style), (0, 2)))


def _show_text(console: Console, reading: Reading) -> None:
    """Print a report's words with the quotes of its statements marked and numbered, furniture dimmed."""
    text = Text(make_visible(reading.report.text.rstrip()))
    for run in reading.report.furniture:
        text.stylize("dim", run.span.start, run.span.end)
    numbers: dict[int, list[int]] = {}
    for number, statement in enumerate(reading.statements, 1):
        if statement.quote is not None:
            text.stylize(_style(statement), statement.quote.start, statement.quote.end)
            numbers.setdefault(statement.quote.end, []).append(number)
    marked = Text()
    at = 0
    for end in sorted(numbers):
        marked.append_text(text[at:end])
        marked.append(f"[{','.join(map(str, numbers[end]))}]", style="bold")
        at = end
    marked.append_text(text[at:])
    console.print(Padding(marked, (1, 2)))


def _style(statement: Statement) -> str:
    if isinstance(statement, Commitment):
        return f"{FIRMNESS_STYLES[statement.firmness]} underline"
    if isinstance(statement, Position):
        return f"{STANCE_STYLES[statement.stance]} underline"
    return "blue underline"


def _commitment(each: Commitment, labels: Labels) -> Sequence[str | Text]:
    thing = f" ({each.object})" if each.object else ""
    return (
        Text(labels.actor(each.actor), style="bold"),
        labels.measure(each.measure) + thing,
        firmness_text(each.firmness),
        quantity_words(each.quantity, each.per),
        labels.conditions(each.conditions, each.condition_logic),
    )


def _position(each: Position, labels: Labels) -> Sequence[str | Text]:
    actor = Text(labels.actor(each.actor), style="bold")
    less = " (less)" if each.aim == "less" else ""
    return actor, Text(each.stance, style=STANCE_STYLES[each.stance]), f"{each.topic}{less}"


def _meeting(each: Meeting) -> Sequence[str | Text]:
    return each.date or "unknown", each.place or "", str(each.kind_of), str(each.countries or "")


def _attendance(each: Attendance, labels: Labels) -> Sequence[str | Text]:
    who = labels.actor(each.actor) + (f", {labels.person(each.person)}" if each.person else "")
    return Text(who, style="bold"), str(each.role), labels.mode(each.mode)
