"""Scores, confusion, certainty and differences on a console."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from zusage.cli.listing import Column, Group, Row, show_groups
from zusage.cli.output import make_console
from zusage.cli.words import Labels, quoted
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Statement
from zusage.model.values import Firmness
from zusage.reading.scoring import Mean, Rate, Scores, Sort, calibrate, confuse_firmness, count_measures
from zusage.workflow.evaluate import Explained

_ROWS: Mapping[str, Sequence[tuple[str, str]]] = {
    "head_commitments": (
        ("score_actor_measure", "commitments actor+measure"),
        ("score_and_firmness", "commitments actor+measure+firmness"),
        ("score_firmness", "firmness of matched pairs"),
        ("score_conditions", "conditions of matched pairs"),
        ("score_quantity_given", "quantity where gold has one"),
        ("score_quantity", "quantity of matched pairs"),
        ("score_speaker", "speaker of matched pairs where gold has one"),
        ("score_overlap", "quote overlap of matched pairs"),
    ),
    "head_positions": (
        ("score_actor_stance", "positions actor+stance"),
        ("score_and_topic", "positions actor+stance+topic"),
    ),
    "head_meetings": (
        ("score_attendance", "attendance actor+mode"),
        ("score_day", "main meeting date"),
        ("score_place", "main meeting place"),
    ),
}
_SIGNS = {Sort.MISS: ("-", "red"), Sort.FALSE_ALARM: ("+", "yellow"), Sort.VALUE: ("~", "cyan")}
_SHORT = 5
_SURE = 0.8

Pairs = Sequence[tuple[Reading, Reading]]


def show_scores(scores: Mapping[str, Scores], pairs: Pairs, labels: Labels) -> None:
    """Print the scores of each language, then the confusion of firmness, the measures, and certainty."""
    console = make_console()
    columns = (Column("", least=23), *(Column(f"{name} ({each.reports})", 12, 1) for name, each in scores.items()))
    groups = [
        Group(
            labels.say(title),
            [
                Row((labels.say(label), *(_cell(each.rows[name], labels) for each in scores.values())))
                for label, name in rows
            ],
        )
        for title, rows in _ROWS.items()
    ]
    show_groups(console, columns, groups)
    console.print(Padding(Text(labels.say("scores_note"), style="dim"), (1, 2, 0, 2)))
    _show_confusion(console, pairs, labels)
    _show_measures(console, pairs, labels)
    _show_certainty(console, pairs, labels)


def _cell(row: Rate | Mean, labels: Labels) -> str:
    if row.value is None:
        return "–"
    if isinstance(row, Mean):
        return labels.say("of", n=_fraction(row.value), all=row.of)
    width = "" if row.low is None or row.high is None else f" ±{_fraction((row.high - row.low) / 2)}"
    return f"{_fraction(row.value)}{width} ({_fraction(row.precision or 0)}, {_fraction(row.recall or 0)})"


def _fraction(value: float) -> str:
    words = f"{value:.2f}"
    return words if value >= 1 else words.removeprefix("0") if words != "1.00" else words


def _show_confusion(console: Console, pairs: Pairs, labels: Labels) -> None:
    counts = confuse_firmness(pairs)
    shown = [each for each in Firmness if any(each in key for key in counts)]
    short = (labels.code("firmness", each)[:_SHORT] for each in shown)
    columns = (
        Column(labels.say("annotated_as")),
        *(Column(each, right=True) for each in short),
        Column("–", right=True),
    )
    rows = []
    for gold in (*shown, None):
        name = Text(labels.code("firmness", gold)) if gold else Text(labels.say("false_alarm"), style="dim")
        cells = [_count(counts[gold, read], right=gold is read) for read in (*shown, None)]
        rows.append(Row((name, *cells)))
    _show_table(console, labels.say("confusion"), columns, rows)


def _show_table(console: Console, title: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    console.print()
    console.print(Rule(Text(title, style="bold"), align="left", characters="─", style="dim"))
    show_groups(console, columns, [Group("", rows)])


def _count(number: int, *, right: bool) -> Text:
    return Text(str(number or "·"), style="green" if right and number else "" if number else "dim")


def _show_measures(console: Console, pairs: Pairs, labels: Labels) -> None:
    names = ("annotated", "hit", "missed", "false")
    columns = (Column(labels.say("measure")), *(Column(labels.say(name), right=True) for name in names))
    rows = [
        Row(
            (
                labels.code("measure", name),
                str(c.gold),
                str(c.hits),
                str(c.gold - c.hits or ""),
                str(c.predicted - c.hits or ""),
            )
        )
        for name, c in count_measures(pairs).items()
    ]
    _show_table(console, labels.say("measures_title"), columns, rows)


def _show_certainty(console: Console, pairs: Pairs, labels: Labels) -> None:
    bins = calibrate(pairs)
    if not bins:
        return
    names = ("found", "right", "share_right", "mean")
    columns = (Column(labels.say("certainty_column")), *(Column(labels.say(name), right=True) for name in names))
    rows = [
        Row((f"{_fraction(b.low)}–{_fraction(b.high)}", str(b.found), str(b.right), _fraction(b.right / b.found),
             _fraction(b.mean)))
        for b in bins
    ]  # fmt: skip
    _show_table(console, labels.say("certainty_title"), columns, rows)
    sure = [each for each in bins if each.low >= _SURE]
    found, right = sum(each.found for each in sure), sum(each.right for each in sure)
    if found:
        share = found / sum(each.found for each in bins)
        words = labels.say("sure_from", n=_fraction(_SURE), right=_fraction(right / found), share=_fraction(share))
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
    values = "; ".join(
        labels.say("difference_value", name=labels.say(f"field_{name}"), gold=gold, read=read)
        for name, (gold, read) in (one.values or {}).items()
    )
    head = Text.assemble(
        (f"{sign} {labels.say(f'kind_{one.kind}')} ", style), (one.key, "bold"), f"  {values}" if values else ""
    )
    console.print(Padding(head, (0, 0, 0, 2)))
    for statement in one.gold:
        _show_statement(console, "about_annotated", statement, labels)
    for statement in one.predicted:
        _show_statement(console, "about_read", statement, labels, with_trace=True)
    for statement in each.instead:
        _show_statement(console, "about_read_there", statement, labels, with_trace=True)
    for statement in each.held_back:
        _show_statement(console, "about_held_back", statement, labels, with_trace=True)


def _show_statement(
    console: Console, about: str, statement: Statement, labels: Labels, *, with_trace: bool = False
) -> None:
    sure = f", {labels.say('certainty', n=_fraction(statement.certainty))}" if statement.certainty is not None else ""
    words = Text.assemble((f"{labels.say(about)}: ", "dim"), statement_words(statement, labels), (f"{sure}  ", "dim"))
    words.append_text(labels.quote(statement.quote, ""))
    console.print(Padding(words, (0, 0, 0, 6)))
    for step in statement.trace if with_trace else ():
        shown = f" {quoted(step.quote.exact, labels.language)}" if step.quote else ""
        console.print(Padding(Text(f"{step.field}: {step.rule}{shown}", style="dim"), (0, 0, 0, 10)))


def statement_words(statement: Statement, labels: Labels) -> Text:
    """Say a statement in few words: who, what, how firm."""
    match statement:
        case Commitment():
            actor, measure = labels.actor(statement.actor), labels.code("measure", statement.measure)
            return Text.assemble((actor, "bold"), f", {measure}, ", labels.ladder(statement.firmness))
        case Position():
            return Text.assemble(
                (labels.actor(statement.actor), "bold"), f" {labels.values(f'{statement.stance} {statement.topic}')}"
            )
        case Meeting():
            place, day = statement.place or labels.say("no_place"), statement.date or labels.say("no_day")
            return Text(f"{labels.code('kind', statement.kind_of)}, {place}, {day}")
        case Attendance():
            who = labels.person(statement.person) if statement.person else labels.actor(statement.actor)
            return Text.assemble(
                (who, "bold"), f", {labels.code('role', statement.role)}, {labels.code('mode', statement.mode)}"
            )
