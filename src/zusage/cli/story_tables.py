"""Stories on a console: a table of them, and one with its reports, reasons and copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from zusage.cli.listing import Column, Group, Row, show_groups
from zusage.cli.output import make_console
from zusage.cli.words import Labels, quoted, short_ids
from zusage.model.quote import Span
from zusage.model.report import Report
from zusage.reconcile import Change
from zusage.reconcile.wording import reason_words
from zusage.workflow.stories import Overview, Told, judgements_on
from zusage.workflow.views import View

_REASONS = 4
"""Reasons that are shown of why a report belongs to its story, the weightiest first."""

_LONGEST = 160
"""Signs of a changed passage that are shown."""

_ALTERATIONS = {
    "left-out": ("−", "red"),
    "added": ("+", "green"),
    "changed": ("~", "yellow"),
    "moved": ("↕", "cyan"),
}


def show_stories(console: Console, stories: Sequence[Overview], ids: Iterable[str], labels: Labels) -> None:
    """Print stories, one a line; ``ids`` are those of all stories, so that what is shown of an id is enough."""
    names, say = short_ids(ids), labels.say
    columns = (
        Column(say("id")),
        Column(say("day")),
        Column(say("reports_column"), right=True),
        Column(say("roots"), right=True),
        Column(say("in")),
        Column(say("first_report"), least=24, share=1),
    )
    rows = [
        Row(
            (
                Text(names[each.story.id], style="dim"),
                each.days[0] or say("unknown"),
                str(len(each.reports)),
                str(each.roots),
                ", ".join(each.languages),
                Text(each.title, style="bold"),
            )
        )
        for each in stories
    ]
    show_groups(console, columns, [Group("", rows)])


def show_story(overview: Overview, told: Sequence[Told], view: View, labels: Labels, *, whole: bool) -> None:
    """Print one story; ``whole``: with the words that each copy changed."""
    console = make_console()
    first, last = overview.days
    console.print(Text(overview.title, style="bold"))
    head = labels.say(
        "days_of_story",
        id=overview.story.id[:8],
        days=labels.days(first, last) if first else labels.say("days_unknown"),
        reports=labels.count(len(told), "report"),
        roots=labels.count(overview.roots, "independent_from"),
    )
    named = labels.say("named_by_input", name=overview.story.name) if overview.story.name else ""
    console.print(Text(f"  {head}{named}", style="dim"))
    for each in told:
        console.print()
        _show_report(console, each, labels, whole=whole)
    judged = judgements_on(overview, view)
    if judged:
        console.print(Text(f"\n{labels.say('judgements')}", style="bold"))
    for made in judged:
        why = f"  {quoted(made.why, labels.language)}" if made.why else ""
        words = f"{made.id[:8]}  {made.who}  {made.what} {_name(view.reports[made.target])}{why}"
        console.print(Padding(words, (0, 1, 0, 2)))


def _show_report(console: Console, told: Told, labels: Labels, *, whole: bool) -> None:
    report = told.report
    known = [report.published_on or labels.say("undated"), report.outlet, report.credit, report.language]
    synthetic = f"  {labels.say('synthetic')}" if report.synthetic else ""
    head = Text.assemble((_name(report), "bold"), "  ", "  ".join(filter(None, known)), (synthetic, "magenta"))
    console.print(Padding(head, (0, 1, 0, 2)))
    if report.title:
        console.print(Padding(quoted(report.title, labels.language), (0, 1, 0, 4)))
    reasons = [reason_words(each, labels.language) for each in told.membership.reason.split("; ")]
    more = labels.say("more_reasons", n=len(reasons) - _REASONS) if len(reasons) > _REASONS else ""
    words = labels.say("belongs", reasons="; ".join(reasons[:_REASONS])) + more
    console.print(Padding(Text(words, style="dim"), (0, 1, 0, 4)))
    if told.root is not None:
        counts = Counter(str(change.what) for change in told.changes)
        changed = ", ".join(labels.say(what, n=count) for what, count in counts.items())
        words = labels.say("copy_of", root=_name(told.root), how=labels.told(told.copied))
        words += labels.say("passages", changes=changed) if changed else ""
        console.print(Padding(Text(words, style="yellow"), (0, 1, 0, 4)))
        for change in told.changes if whole else ():
            console.print(Padding(_altered(change, told.root, report, labels.language), (0, 1, 0, 6)))


def _altered(change: Change, root: Report, copy: Report, language: str) -> Text:
    sign, style = _ALTERATIONS[str(change.what)]
    sides = [_words(root, change.root, language), _words(copy, change.copy, language)]
    return Text(f"{sign} {' → '.join(side for side in sides if side)}", style=style)


def _words(report: Report, span: Span | None, language: str) -> str:
    if span is None:
        return ""
    words = " ".join(report.text[span.start : span.end].split())
    return quoted(words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …", language)


def _name(report: Report) -> str:
    return report.name or report.id[:8]
