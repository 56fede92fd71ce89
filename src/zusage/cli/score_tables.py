"""Scores, confusion, certainty and differences on a console."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from zusage.cli.listing import Column, Group, Row, show_groups
from zusage.cli.output import make_console
from zusage.cli.words import Labels, firmness_text, quote_text
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Statement
from zusage.model.values import Firmness
from zusage.reading.scoring import Mean, Rate, Scores, Sort, calibrate, confuse_firmness, count_measures
from zusage.workflow.evaluate import Explained

_ROWS: Mapping[str, Sequence[tuple[str, str]]] = {
    "Commitments": (
        ("actor, measure", "commitments actor+measure"),
        ("  and firmness", "commitments actor+measure+firmness"),
        ("firmness", "firmness of matched pairs"),
        ("conditions", "conditions of matched pairs"),
        ("quantity where given", "quantity where gold has one"),
        ("quantity", "quantity of matched pairs"),
        ("speaker where given", "speaker of matched pairs where gold has one"),
        ("overlap of quotes", "quote overlap of matched pairs"),
    ),
    "Positions": (
        ("actor, stance", "positions actor+stance"),
        ("  and topic", "positions actor+stance+topic"),
    ),
    "Meetings": (
        ("attendance: actor, mode", "attendance actor+mode"),
        ("main meeting's day", "main meeting date"),
        ("main meeting's place", "main meeting place"),
    ),
}
_SIGNS = {Sort.MISS: ("-", "red"), Sort.FALSE_ALARM: ("+", "yellow"), Sort.VALUE: ("~", "cyan")}
_SHORT = 5
_SURE = 0.8

Pairs = Sequence[tuple[Reading, Reading]]


def show_scores(scores: Mapping[str, Scores], pairs: Pairs) -> None:
    """Print the scores of each language, then the confusion of firmness, the measures, and certainty."""
    console = make_console()
    columns = (Column("", least=23), *(Column(f"{name} ({each.reports})", 12, 1) for name, each in scores.items()))
    groups = [
        Group(title, [Row((label, *(_cell(each.rows[name]) for each in scores.values()))) for label, name in rows])
        for title, rows in _ROWS.items()
    ]
    show_groups(console, columns, groups)
    words = "F1 ± half of the 95 % interval (precision, recall), or mean agreement and of how many"
    console.print(Padding(Text(words, style="dim"), (1, 2, 0, 2)))
    _show_confusion(console, pairs)
    _show_measures(console, pairs)
    _show_certainty(console, pairs)


def _cell(row: Rate | Mean) -> str:
    if row.value is None:
        return "–"
    if isinstance(row, Mean):
        return f"{_fraction(row.value)} of {row.of}"
    width = "" if row.low is None or row.high is None else f" ±{_fraction((row.high - row.low) / 2)}"
    return f"{_fraction(row.value)}{width} ({_fraction(row.precision or 0)}, {_fraction(row.recall or 0)})"


def _fraction(value: float) -> str:
    words = f"{value:.2f}"
    return words if value >= 1 else words.removeprefix("0") if words != "1.00" else words


def _show_confusion(console: Console, pairs: Pairs) -> None:
    counts = confuse_firmness(pairs)
    shown = [each for each in Firmness if any(each in key for key in counts)]
    columns = (Column("annotated as"), *(Column(each[:_SHORT], right=True) for each in shown), Column("–", right=True))
    rows = []
    for gold in (*shown, None):
        name = Text(str(gold)) if gold else Text("– (false alarm)", style="dim")
        cells = [_count(counts[gold, read], right=gold is read) for read in (*shown, None)]
        rows.append(Row((name, *cells)))
    _show_table(console, "Firmness: annotated against read (–: missed)", columns, rows)


def _show_table(console: Console, title: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    console.print()
    console.print(Rule(Text(title, style="bold"), align="left", characters="─", style="dim"))
    show_groups(console, columns, [Group("", rows)])


def _count(number: int, *, right: bool) -> Text:
    return Text(str(number or "·"), style="green" if right and number else "" if number else "dim")


def _show_measures(console: Console, pairs: Pairs) -> None:
    columns = (Column("measure"), *(Column(name, right=True) for name in ("annotated", "hit", "missed", "false")))
    rows = [
        Row((name, str(c.gold), str(c.hits), str(c.gold - c.hits or ""), str(c.predicted - c.hits or "")))
        for name, c in count_measures(pairs).items()
    ]
    _show_table(console, "Measures: actors that contribute them", columns, rows)


def _show_certainty(console: Console, pairs: Pairs) -> None:
    bins = calibrate(pairs)
    if not bins:
        return
    columns = (Column("certainty"), *(Column(name, right=True) for name in ("found", "right", "share right", "mean")))
    rows = [
        Row((f"{_fraction(b.low)}–{_fraction(b.high)}", str(b.found), str(b.right), _fraction(b.right / b.found),
             _fraction(b.mean)))
        for b in bins
    ]  # fmt: skip
    _show_table(console, "Certainty: commitments and positions", columns, rows)
    sure = [each for each in bins if each.low >= _SURE]
    found, right = sum(each.found for each in sure), sum(each.right for each in sure)
    if found:
        share = found / sum(each.found for each in bins)
        words = f"From {_fraction(_SURE)} on: {_fraction(right / found)} right, {_fraction(share)} of all that is found"
        console.print(Padding(Text(words, style="dim"), (1, 2)))


def show_differences(reports: Iterable[tuple[Report, Sequence[Explained]]], labels: Labels) -> None:
    """Print report by report what was missed, what is a false alarm and what differs, with quotes and traces."""
    console = make_console()
    for report, differences in reports:
        if differences:
            name = report.name or report.id[:8]
            console.print(Rule(Text(f"{name} ({report.language})", style="bold"), align="left", style="dim"))
        for each in differences:
            _show_difference(console, each, labels)


def _show_difference(console: Console, each: Explained, labels: Labels) -> None:
    one = each.difference
    sign, style = _SIGNS[one.sort]
    values = "; ".join(f"{name}: annotated {gold}, read {read}" for name, (gold, read) in (one.values or {}).items())
    head = Text.assemble((f"{sign} {one.kind} ", style), (one.key, "bold"), f"  {values}" if values else "")
    console.print(Padding(head, (0, 0, 0, 2)))
    for statement in one.gold:
        _show_statement(console, "annotated", statement, labels)
    for statement in one.predicted:
        _show_statement(console, "read", statement, labels, with_trace=True)
    for statement in each.instead:
        _show_statement(console, "read there", statement, labels, with_trace=True)
    for statement in each.held_back:
        _show_statement(console, "held back", statement, labels, with_trace=True)


def _show_statement(
    console: Console, about: str, statement: Statement, labels: Labels, *, with_trace: bool = False
) -> None:
    sure = f", certainty {_fraction(statement.certainty)}" if statement.certainty is not None else ""
    words = Text.assemble((f"{about}: ", "dim"), statement_words(statement, labels), (f"{sure}  ", "dim"))
    words.append_text(quote_text(statement.quote, ""))
    console.print(Padding(words, (0, 0, 0, 6)))
    for step in statement.trace if with_trace else ():
        shown = f" “{' '.join(step.quote.exact.split())}”" if step.quote else ""
        console.print(Padding(Text(f"{step.field}: {step.rule}{shown}", style="dim"), (0, 0, 0, 10)))


def statement_words(statement: Statement, labels: Labels) -> Text:
    """Say a statement in few words: who, what, how firm."""
    match statement:
        case Commitment():
            actor = labels.actor(statement.actor)
            return Text.assemble((actor, "bold"), f", {statement.measure}, ", firmness_text(statement.firmness))
        case Position():
            return Text.assemble((labels.actor(statement.actor), "bold"), f" {statement.stance} {statement.topic}")
        case Meeting():
            return Text(f"{statement.kind_of}, {statement.place or 'no place'}, {statement.date or 'no day'}")
        case Attendance():
            who = labels.person(statement.person) if statement.person else labels.actor(statement.actor)
            return Text.assemble((who, "bold"), f", {statement.role}, {statement.mode}")
