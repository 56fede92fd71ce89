"""The review at a terminal: one statement at a time, in its context, one key each."""

from __future__ import annotations

from collections.abc import Callable

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from zusage.cli.output import make_console
from zusage.cli.words import Labels, firmness_text, quantity_words, report_words
from zusage.model.ledger import Judgement
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Statement
from zusage.reconcile import Claim
from zusage.settings import Settings
from zusage.workflow import judge
from zusage.workflow.workspace import Workspace

KEYS = "a accept · x reject · space skip · backspace undo · q quit"

_AROUND = 160
_BACK = ("\x7f", "\x08")
_QUIT = ("q", "\x1b", "\x03", "\x04")


def review_all(workspace: Workspace, settings: Settings, read_key: Callable[[], str] = click.getchar) -> None:
    """Ask about each statement that nobody has judged; each answer is kept at once."""
    console = make_console()
    claims = judge.open_claims(workspace)
    if not claims:
        console.print("Everything has been reviewed.")
        return
    made: list[tuple[int, Judgement]] = []
    number = 0
    while number < len(claims):
        _show(console, claims[number], number, len(claims), Labels(settings.language, workspace.dossier))
        key = read_key()
        if key in _QUIT:
            break
        if key in _BACK and made:
            number, judgement = made.pop()
            judge.undo(workspace, judgement.id, who=settings.reviewer, why="undone in review")
            console.print("  undone", style="yellow")
            continue
        if key in {"a", "x"}:
            decide = judge.accept if key == "a" else judge.reject
            done = decide(workspace, claims[number].id, who=settings.reviewer)
            made.append((number, done.judgement))
            console.print("  accepted" if key == "a" else "  rejected", style="green" if key == "a" else "red")
        elif key != " ":
            console.print(f"  {KEYS}", style="dim")
            continue
        number += 1
    console.print(f"{len(made)} judged, {len(claims) - len(made)} left.")


def _show(console: Console, claim: Claim, number: int, total: int, labels: Labels) -> None:
    console.rule(f"{number + 1} of {total} · {report_words(claim.report)}", align="left", style="dim")
    console.print(Padding(_summary(claim.statement, labels), (0, 2)))
    quote = claim.statement.quote
    if quote is not None:
        text = claim.report.text
        start, end = max(0, quote.start - _AROUND), min(len(text), quote.end + _AROUND)
        context = Text.assemble(
            ("…" if start else "", "dim"), (text[start : quote.start], "dim"), (quote.exact, "bold underline"),
            (text[quote.end : end], "dim"), ("…" if end < len(text) else "", "dim"),
        )  # fmt: skip
        console.print(Padding(context, (0, 2)))
    for step in claim.statement.trace:
        words = f" “{' '.join(step.quote.exact.split())}”" if step.quote else ""
        console.print(Padding(Text(f"{step.field}: {step.rule}{words}", style="dim"), (0, 4)))
    console.print(Padding(Text(KEYS, style="dim"), (0, 2)))


def _summary(statement: Statement, labels: Labels) -> Text:
    match statement:
        case Commitment():
            condition = labels.conditions(statement.conditions, statement.condition_logic)
            words = [
                labels.measure(statement.measure),
                quantity_words(statement.quantity, statement.per),
                f"on condition of {condition}" if condition else "",
                f"said by {labels.speaker(statement.speaker)}" if statement.speaker else "",
                f"on {statement.said_on}" if statement.said_on else "",
            ]
            actor = labels.actor(statement.actor)
            tail = " · ".join(word for word in words if word)
            return Text.assemble((actor, "bold"), "  ", firmness_text(statement.firmness), f"  {tail}")
        case Position():
            actor = labels.actor(statement.actor)
            return Text.assemble((actor, "bold"), f"  {statement.stance}  {statement.topic}")
        case Meeting():
            place = statement.place or "no place"
            return Text.assemble(("meeting", "bold"), f"  {place}  {statement.date or 'no day'}  {statement.kind_of}")
        case Attendance():
            who = labels.person(statement.person) if statement.person else labels.actor(statement.actor)
            return Text.assemble((who, "bold"), f"  {statement.role}  {statement.mode}")
