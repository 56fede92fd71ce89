"""Stories on a console: a table of them, and one with its reports, reasons and copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from zusage.cli.listing import Column, Group, Row, show_groups
from zusage.cli.words import days_words, short_ids
from zusage.model.quote import Span
from zusage.model.report import Report
from zusage.reconcile import Change
from zusage.workflow.stories import Overview, Told, judgements_on
from zusage.workflow.views import View

_COLUMNS = (
    Column("id"),
    Column("day"),
    Column("reports", right=True),
    Column("roots", right=True),
    Column("in"),
    Column("first report", least=24, share=1),
)
_REASONS = 4
"""Reasons that are shown of why a report belongs to its story, the weightiest first."""

_LONGEST = 160
"""Signs of a changed passage that are shown."""

_ALTERATIONS = {
    "left-out": ("left out", "−", "red"),
    "added": ("added", "+", "green"),
    "changed": ("changed", "~", "yellow"),
    "moved": ("moved", "↕", "cyan"),
}


def show_stories(console: Console, stories: Sequence[Overview], ids: Iterable[str]) -> None:
    """Print stories, one a line; ``ids`` are those of all stories, so that what is shown of an id is enough."""
    names = short_ids(ids)
    rows = [
        Row(
            (
                Text(names[each.story.id], style="dim"),
                each.days[0] or "unknown",
                str(len(each.reports)),
                str(each.roots),
                ", ".join(each.languages),
                Text(each.title, style="bold"),
            )
        )
        for each in stories
    ]
    show_groups(console, _COLUMNS, [Group("", rows)])


def show_story(console: Console, overview: Overview, told: Sequence[Told], view: View, *, whole: bool) -> None:
    """Print one story; ``whole``: with the words that each copy changed."""
    first, last = overview.days
    console.print(Text(overview.title, style="bold"))
    days = days_words(first, last) if first else "days unknown"
    named = f"; the input names it {overview.story.name}" if overview.story.name else ""
    console.print(
        Text(f"  story {overview.story.id[:8]}  {days}  {_counted(len(told), 'report')} from "
             f"{_counted(overview.roots, 'independent root')}{named}", style="dim")
    )  # fmt: skip
    for each in told:
        console.print()
        _show_report(console, each, whole=whole)
    judged = judgements_on(overview, view)
    if judged:
        console.print(Text("\nJudgements", style="bold"))
    for made in judged:
        why = f"  “{made.why}”" if made.why else ""
        words = f"{made.id[:8]}  {made.who}  {made.what} {_name(view.reports[made.target])}{why}"
        console.print(Padding(words, (0, 1, 0, 2)))


def _show_report(console: Console, told: Told, *, whole: bool) -> None:
    report = told.report
    known = [report.published_on or "undated", report.outlet, report.credit, report.language]
    synthetic = "  synthetic" if report.synthetic else ""
    head = Text.assemble((_name(report), "bold"), "  ", "  ".join(filter(None, known)), (synthetic, "magenta"))
    console.print(Padding(head, (0, 1, 0, 2)))
    if report.title:
        console.print(Padding(f"“{report.title}”", (0, 1, 0, 4)))
    reasons = told.membership.reason.split("; ")
    more = f"; and {len(reasons) - _REASONS} more" if len(reasons) > _REASONS else ""
    words = f"belongs here: {'; '.join(reasons[:_REASONS])}{more}"
    console.print(Padding(Text(words, style="dim"), (0, 1, 0, 4)))
    if told.root is not None:
        counts = Counter(str(change.what) for change in told.changes)
        changed = ", ".join(f"{count} {_ALTERATIONS[what][0]}" for what, count in counts.items())
        words = f"copy of {_name(told.root)}: {told.copied}" + (f"; passages: {changed}" if changed else "")
        console.print(Padding(Text(words, style="yellow"), (0, 1, 0, 4)))
        for change in told.changes if whole else ():
            console.print(Padding(_altered(change, told.root, report), (0, 1, 0, 6)))


def _altered(change: Change, root: Report, copy: Report) -> Text:
    _, sign, style = _ALTERATIONS[str(change.what)]
    sides = [_words(root, change.root), _words(copy, change.copy)]
    return Text(f"{sign} {' → '.join(side for side in sides if side)}", style=style)


def _words(report: Report, span: Span | None) -> str:
    if span is None:
        return ""
    words = " ".join(report.text[span.start : span.end].split())
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[:_LONGEST].rsplit(' ', 1)[0]} …”"


def _name(report: Report) -> str:
    return report.name or report.id[:8]


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
