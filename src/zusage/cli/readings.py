"""One report's reading on a console: its head, its words with the quotes marked, its statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from zusage.cli.listing import Column, Group, Row, show_groups
from zusage.cli.output import make_console
from zusage.cli.visible import make_visible
from zusage.cli.words import FIRMNESS_STYLES, STANCE_STYLES, Labels, say_text
from zusage.model.ledger import statement_id
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Statement
from zusage.reconcile.wording import label

_STATEMENT_ID = 8


def show_reading(reading: Reading, labels: Labels) -> None:
    """Print a report's head and what was read in it."""
    console = make_console()
    show_head(console, reading.report, labels.language)
    _show_statements(console, _Shown(reading, labels))


def show_report(reading: Reading, labels: Labels, marks: Mapping[str, str]) -> None:
    """Print a report in full: its head, its words with the quotes marked and numbered, its statements.

    ``marks`` has words for statements by id, such as "accepted".
    """
    console = make_console()
    show_head(console, reading.report, labels.language)
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
        sure = self.labels.say("certainty", n=f"{statement.certainty:.2f}") if statement.certainty is not None else ""
        tail = " · ".join(part for part in (self.marks.get(name, ""), sure) if part)
        said_by = self.labels.speaker(getattr(statement, "speaker", None))
        notes = (self.labels.quote(statement.quote, tail, said_by=said_by),) if statement.quote or tail else ()
        first = (Text(f"[{number}] {name[:_STATEMENT_ID]}", style="dim"),) if self.numbered else ()
        return Row((*first, *cells), notes)


def _show_statements(console: Console, shown: _Shown) -> None:
    if not shown.reading.statements:
        console.print(Text(f"  {shown.labels.say('nothing_read')}", style="dim"))
    first = (Column(shown.labels.say("id")),) if shown.numbered else ()
    for title, columns, rows in _groups(shown):
        if rows:
            console.print()
            show_groups(console, (*first, *columns), [Group(shown.labels.say(title), rows)])


def _groups(shown: _Shown) -> Iterator[tuple[str, Sequence[Column], Sequence[Row]]]:
    reading, labels, numbers = shown.reading, shown.labels, count(1)
    commitment, position, meeting, attendance = _columns(labels)
    yield (
        "head_commitments",
        commitment,
        [shown.row(each, next(numbers), _commitment(each, labels)) for each in reading.commitments],
    )
    yield (
        "head_positions",
        position,
        [shown.row(each, next(numbers), _position(each, labels)) for each in reading.positions],
    )
    yield (
        "head_meetings",
        meeting,
        [shown.row(each, next(numbers), _meeting(each, labels)) for each in reading.meetings],
    )
    yield (
        "head_attendance",
        attendance,
        [shown.row(each, next(numbers), _attendance(each, labels)) for each in reading.attendance],
    )


def _columns(labels: Labels) -> Iterator[Sequence[Column]]:
    """The columns of commitments, positions, meetings and attendance."""
    say = labels.say
    yield (
        Column(say("actor"), least=12, share=2),
        Column(say("measure"), least=8, share=1),
        Column(say("firmness")),
        Column(say("amount"), least=8, share=1),
        Column(say("condition"), least=12, share=2),
    )
    yield Column(say("actor"), least=12, share=1), Column(say("stance")), Column(say("topic"), least=10, share=1)
    yield Column(say("day")), Column(say("place"), least=8, share=1), Column(say("kind")), Column(say("countries"))
    yield Column(say("who"), least=16, share=1), Column(say("role")), Column(say("how"), least=12, share=1)


def show_head(console: Console, report: Report, language: str = "en") -> None:
    """Print what is known of a report."""
    name = report.name or report.id[:8]
    console.print(Rule(Text(name, style="bold"), align="left", characters="═", style="dim"))
    if report.title:
        console.print(Text(f"  {report.title}", style="bold"))
    published = say_text("undated", language)
    if report.published_on:
        how = label("how", report.published_how or "given", language)
        published = say_text("published", language, day=report.published_on, how=how)
    credit = say_text("credits", language, credit=report.credit) if report.credit else ""
    parts = [report.id[:8], report.language, published, report.outlet or "", report.byline or "", credit]
    _print_line(console, " · ".join(part for part in parts if part), "dim")
    if report.address:
        console.print(Text(f"  {report.address}", style="dim"), soft_wrap=True)  # a link in two lines is none
    for flag in report.flags:
        _print_line(console, say_text("day_flag", language, flag=flag), "yellow")
    if report.synthetic:
        console.print(Text(f"  {say_text('synthetic_note', language)}", style="yellow"))


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
        labels.ladder(each.firmness),
        labels.quantity(each.quantity, each.per),
        labels.conditions(each.conditions, each.condition_logic),
    )


def _position(each: Position, labels: Labels) -> Sequence[str | Text]:
    actor = Text(labels.actor(each.actor), style="bold")
    stance = Text(labels.code("stance", each.stance), style=STANCE_STYLES[each.stance])
    return actor, stance, labels.topic(each.topic, each.aim)


def _meeting(each: Meeting, labels: Labels) -> Sequence[str | Text]:
    kind = labels.code("meeting", each.kind_of)
    return each.date or labels.say("unknown"), each.place or "", kind, str(each.countries or "")


def _attendance(each: Attendance, labels: Labels) -> Sequence[str | Text]:
    who = labels.actor(each.actor) + (f", {labels.person(each.person)}" if each.person else "")
    return Text(who, style="bold"), labels.code("role", each.role), labels.mode(each.mode)
