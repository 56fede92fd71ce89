"""The review at a terminal: one statement at a time, in its context, one key each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from zusage.cli.fields import assignments
from zusage.cli.output import make_console
from zusage.cli.words import Labels, quoted
from zusage.errors import ZusageError
from zusage.model.ledger import Act, Judgement, Status
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Statement
from zusage.settings import Settings
from zusage.workflow import judge
from zusage.workflow.judge import Open
from zusage.workflow.workspace import Workspace

_AROUND = 160
_UNDO = ("\x7f", "\x08")
_QUIT = ("q", "\x1b", "\x03", "\x04")
_STYLES = {
    Act.ACCEPT: (Status.ACCEPTED, "green"),
    Act.REJECT: (Status.REJECTED, "red"),
    Act.CORRECT: (Status.CORRECTED, "green"),
}
_HELP = ("a", "x", "e", "n", "space", "backspace", "q")


@dataclass
class Sitting:
    """One person's way through what is to be judged: where he is, and what he judged."""

    workspace: Workspace
    settings: Settings
    console: Console
    statements: Sequence[Open]
    read_key: Callable[[], str]
    read_line: Callable[[str], str]
    number: int = 0
    made: list[tuple[int, Judgement]] = field(default_factory=list)

    @property
    def here(self) -> Open:
        """The statement that is shown."""
        return self.statements[self.number]

    @property
    def labels(self) -> Labels:
        """What things are called in the person's language."""
        return Labels(self.settings.language, self.workspace.dossier)

    def run(self) -> None:
        """Show one statement after the other until all are done or the person quits."""
        labels = self.labels
        is_shown = False
        while self.number < len(self.statements):
            if not is_shown:
                _show(self.console, self.here, labels.say("of", n=self.number + 1, all=len(self.statements)), labels)
            key = self.read_key()
            if key in _QUIT:
                break
            before = self.number, len(self.made)
            try:
                self.act(key)
            except ZusageError as problem:
                self.console.print(Text(f"  {problem}", style="red"))
            is_shown = before == (self.number, len(self.made))

    def act(self, key: str) -> None:
        """Do what a key stands for."""
        if key in _UNDO:
            self.undo()
        elif key == "a":
            self.keep(judge.accept(self.workspace, self.here.claim.id, who=self.settings.reviewer))
        elif key == "x":
            self.keep(judge.reject(self.workspace, self.here.claim.id, who=self.settings.reviewer))
        elif key == "e":
            self.edit()
        elif key == "n":
            self.add()
        elif key == " ":
            self.number += 1
        else:
            words = _help(self.labels) if key == "?" else self.labels.say("keys")
            self.console.print(Padding(Text(words, style="dim"), (0, 2)))

    def keep(self, done: judge.Judged) -> None:
        """Note a judgement and go on."""
        status, style = _STYLES[done.judgement.what]
        self.console.print(f"  {self.labels.value('status', status)}", style=style)
        self.made.append((self.number, done.judgement))
        self.number += 1

    def edit(self) -> None:
        """Ask for fields to be corrected; an empty line changes nothing."""
        line = self.read_line(f"  {self.labels.say('ask_fields')} ")
        if line.strip():
            changes = assignments(line)
            self.keep(judge.correct(self.workspace, self.here.claim.id, changes, who=self.settings.reviewer))

    def add(self) -> None:
        """Ask for a statement that the reader missed in this report; an empty line adds nothing."""
        quote = self.read_line(f"  {self.labels.say('ask_quote')} ")
        line = self.read_line(f"  {self.labels.say('ask_record')} ") if quote.strip() else ""
        if line.strip():
            record = {"quote": quote.strip(), **assignments(line)}
            done = judge.code(self.workspace, self.here.claim.report.id, record, who=self.settings.reviewer)
            self.console.print(f"  {self.labels.say('coded')}", style="green")
            self.made.append((self.number, done.judgement))

    def undo(self) -> None:
        """Take the last judgement of this sitting back, and go to where it was made."""
        if not self.made:
            self.console.print(f"  {self.labels.say('nothing_to_undo')}", style="dim")
            return
        self.number, judgement = self.made.pop()
        judge.undo(self.workspace, judgement.id, who=self.settings.reviewer, why="undone in review")
        self.console.print(f"  {self.labels.say('undone')}", style="yellow")


def review_all(
    workspace: Workspace,
    settings: Settings,
    read_key: Callable[[], str] = click.getchar,
    read_line: Callable[[str], str] = input,
) -> None:
    """Ask about each statement that nobody has judged, or that needs a second look; each answer is kept at once."""
    console, labels = make_console(), Labels(settings.language, workspace.dossier)
    for lost in judge.lost_judgements(workspace):
        words = lost.statement.quote.exact if lost.statement.quote else lost.statement.kind
        said = quoted(words, labels.language)
        gone = labels.say("words_gone", report=labels.report(lost.report), words=said)
        console.print(Text(gone, style="yellow"))
    statements = judge.open_statements(workspace)
    if not statements:
        console.print(labels.say("all_reviewed"))
        return
    sitting = Sitting(workspace, settings, console, statements, read_key, read_line)
    sitting.run()
    judged = len({number for number, _ in sitting.made})
    console.print(labels.say("judged", n=len(sitting.made), left=len(statements) - judged))


def _help(labels: Labels) -> str:
    """Every key and what it does, a line each."""
    names = {each: labels.say(f"key_{each}") if len(each) > 1 else each for each in _HELP}
    width = max(map(len, names.values())) + 2
    return "\n".join(f"{names[each]:<{width}}{labels.say(f'help_{each}')}" for each in _HELP)


def _show(console: Console, open_: Open, place: str, labels: Labels) -> None:
    claim = open_.claim
    console.rule(f"{place} · {labels.report(claim.report)}", align="left", style="dim")
    console.print(Padding(_summary(claim.statement, labels), (0, 2)))
    if open_.look is not None:
        second = Text.assemble((labels.say("second_look", reason=labels.value("look", open_.look.reason)), "yellow"))
        if open_.other is not None:
            second.append_text(Text.assemble("  ⇄ ", _summary(open_.other.statement, labels)))
        console.print(Padding(second, (0, 2)))
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
        words = f" {quoted(step.quote.exact, labels.language)}" if step.quote else ""
        console.print(Padding(Text(f"{step.field}: {step.rule}{words}", style="dim"), (0, 4)))
    console.print(Padding(Text(labels.say("keys"), style="dim"), (0, 2)))


def _summary(statement: Statement, labels: Labels) -> Text:
    match statement:
        case Commitment():
            condition = labels.conditions(statement.conditions, statement.condition_logic)
            words = [
                labels.measure(statement.measure),
                labels.quantity(statement.quantity, statement.per),
                labels.say("on_condition", condition=condition) if condition else "",
                labels.say("said_by", who=labels.speaker(statement.speaker)) if statement.speaker else "",
                labels.say("said_on", day=statement.said_on) if statement.said_on else "",
            ]
            actor = labels.actor(statement.actor)
            tail = " · ".join(word for word in words if word)
            return Text.assemble((actor, "bold"), "  ", labels.ladder(statement.firmness), f"  {tail}")
        case Position():
            said = f"{labels.code('stance', statement.stance)}  {labels.topic(statement.topic, statement.aim)}"
            return Text.assemble((labels.actor(statement.actor), "bold"), f"  {said}")
        case Meeting():
            place, day = statement.place or labels.say("no_place"), statement.date or labels.say("no_day")
            kind = labels.code("meeting", statement.kind_of)
            return Text.assemble((labels.value("kind", "meeting"), "bold"), f"  {place}  {day}  {kind}")
        case Attendance():
            who = labels.person(statement.person) if statement.person else labels.actor(statement.actor)
            said = f"{labels.code('role', statement.role)}  {labels.mode(statement.mode)}"
            return Text.assemble((who, "bold"), f"  {said}")
