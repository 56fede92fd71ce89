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
from zusage.cli.words import Labels, firmness_text, quantity_words, report_words
from zusage.errors import ZusageError
from zusage.model.ledger import Act, Judgement
from zusage.model.statement import Attendance, Commitment, Meeting, Position, Statement
from zusage.settings import Settings
from zusage.workflow import judge
from zusage.workflow.judge import Open
from zusage.workflow.workspace import Workspace

KEYS = "a accept · x reject · e edit · n new · space skip · backspace undo · ? help"
HELP = """a          accept: what is said stands in the quote
x          reject: it is not said there, or is no contribution, opinion, meeting or attendance
e          edit: correct fields, as firmness=signalled speaker=null
n          new: code a statement of this report that the reader missed
space      skip: it comes again next time
backspace  undo the last judgement of this sitting
q          quit; what was judged is kept"""

_AROUND = 160
_UNDO = ("\x7f", "\x08")
_QUIT = ("q", "\x1b", "\x03", "\x04")
_STYLES = {Act.ACCEPT: ("accepted", "green"), Act.REJECT: ("rejected", "red"), Act.CORRECT: ("corrected", "green")}


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

    def run(self) -> None:
        """Show one statement after the other until all are done or the person quits."""
        labels = Labels(self.settings.language, self.workspace.dossier)
        is_shown = False
        while self.number < len(self.statements):
            if not is_shown:
                _show(self.console, self.here, f"{self.number + 1} of {len(self.statements)}", labels)
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
            self.console.print(Padding(Text(HELP if key == "?" else KEYS, style="dim"), (0, 2)))

    def keep(self, done: judge.Judged) -> None:
        """Note a judgement and go on."""
        words, style = _STYLES[done.judgement.what]
        self.console.print(f"  {words}", style=style)
        self.made.append((self.number, done.judgement))
        self.number += 1

    def edit(self) -> None:
        """Ask for fields to be corrected; an empty line changes nothing."""
        line = self.read_line("  FIELD=VALUE … ")
        if line.strip():
            changes = assignments(line)
            self.keep(judge.correct(self.workspace, self.here.claim.id, changes, who=self.settings.reviewer))

    def add(self) -> None:
        """Ask for a statement that the reader missed in this report; an empty line adds nothing."""
        quote = self.read_line("  exact words of the report: ")
        line = self.read_line("  actor=… measure=… firmness=… (or stance=… topic=…): ") if quote.strip() else ""
        if line.strip():
            record = {"quote": quote.strip(), **assignments(line)}
            done = judge.code(self.workspace, self.here.claim.report.id, record, who=self.settings.reviewer)
            self.console.print("  coded", style="green")
            self.made.append((self.number, done.judgement))

    def undo(self) -> None:
        """Take the last judgement of this sitting back, and go to where it was made."""
        if not self.made:
            self.console.print("  nothing to undo", style="dim")
            return
        self.number, judgement = self.made.pop()
        judge.undo(self.workspace, judgement.id, who=self.settings.reviewer, why="undone in review")
        self.console.print("  undone", style="yellow")


def review_all(
    workspace: Workspace,
    settings: Settings,
    read_key: Callable[[], str] = click.getchar,
    read_line: Callable[[str], str] = input,
) -> None:
    """Ask about each statement that nobody has judged, or that needs a second look; each answer is kept at once."""
    console = make_console()
    for lost in judge.lost_judgements(workspace):
        words = lost.statement.quote.exact if lost.statement.quote else lost.statement.kind
        console.print(
            Text(f"Judged, but its words are gone from {report_words(lost.report)}: “{words}”", style="yellow")
        )
    statements = judge.open_statements(workspace)
    if not statements:
        console.print("Everything has been reviewed.")
        return
    sitting = Sitting(workspace, settings, console, statements, read_key, read_line)
    sitting.run()
    judged = len({number for number, _ in sitting.made})
    console.print(f"{len(sitting.made)} judged, {len(statements) - judged} left.")


def _show(console: Console, open_: Open, place: str, labels: Labels) -> None:
    claim = open_.claim
    console.rule(f"{place} · {report_words(claim.report)}", align="left", style="dim")
    console.print(Padding(_summary(claim.statement, labels), (0, 2)))
    if open_.look is not None:
        second = Text.assemble((f"second look: {open_.look.reason}", "yellow"))
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
