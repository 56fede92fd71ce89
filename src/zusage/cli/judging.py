"""``zusage code`` and ``review``: what a person adds to the ledger and decides about what was read."""

from __future__ import annotations

import json
import sys
from typing import Any, TextIO

import click

from zusage.cli.fields import assignment
from zusage.cli.options import format_option, ledger_option, say, settings_of
from zusage.cli.output import make_console, plain, write_records
from zusage.cli.visible import make_line
from zusage.errors import FormatError
from zusage.model.codebook import encode_commitment, encode_position
from zusage.model.ledger import Act, Judgement
from zusage.model.statement import Commitment, Statement
from zusage.settings import Settings
from zusage.workflow import judge, pledges
from zusage.workflow import judgements as exchange
from zusage.workflow.workspace import Workspace, open_workspace

_BECAUSE = click.option("--why", default="", metavar="WORDS", help="The reason, kept with the judgement.")

_SIGNS = {Act.SAME: "=", Act.DIFFERENT: "≠", Act.MERGE: "+", Act.SPLIT: "−"}

_FIELDS = (
    ("actor", "Who would contribute, or thinks: fr, nato, group:europeans."),
    ("measure", "Of a commitment: troops, funding, …"),
    ("firmness", "Of a commitment: signalled, pledged, …"),
    ("stance", "Of a position: supports, opposes, demands, doubts."),
    ("topic", "Of a position: troop-deployment, sanctions, …"),
    ("speaker", "Who says it: a person's slug or an actor."),
    ("recipient", "For whom."),
    ("said-on", "The day it was said."),
    ("object", "What exactly, in the report's words."),
    ("where", "in-country, neighbour, sea, air, home, elsewhere."),
    ("basis", "Of what is concrete: signed, mandated, budgeted, ordered, under-way."),
    ("instrument", "Of money: grant, loan, loan-guarantee, in-kind."),
    ("by", "Deadline: a day or year."),
    ("from", "Begin: a day or year."),
    ("until", "End: a day or year."),
    ("per", "Of a recurring sum: year or month."),
    ("condition-logic", "all or any."),
    ("authority", "Who speaks for the actor: head, minister, …"),
    ("voice", "quoted, reported, own."),
    ("aim", "Of a position: more or less."),
    ("addressee", "Of a demand: of whom."),
)


def _with_fields(function: Any) -> Any:
    for name, about in reversed(_FIELDS):
        function = click.option(f"--{name}", name.replace("-", "_"), help=about)(function)
    return function


@click.command(epilog='Example: zusage code 3fa2 --quote "will send 200 engineers" --actor ee --measure troops '
               "--firmness pledged --quantity 200 --unit persons")  # fmt: skip
@click.argument("report", metavar="REPORT")
@click.option("--quote", required=True, help="The exact words of the report.")
@_with_fields
@click.option(
    "--condition",
    "conditions",
    multiple=True,
    metavar="TYPE[:OF]",
    help="ceasefire, parliament:de, …; may be repeated.",
)
@click.option("--quantity", metavar="N|MIN-MAX", help="5000, 5000-10000, -15000 (up to), 2000- (at least).")
@click.option("--unit", help="persons, items, or a currency such as EUR.")
@click.option("--shared", is_flag=True, help="A joint figure of several actors.")
@_BECAUSE
@ledger_option
def code(report: str, quote: str, folder: str | None, why: str, **given: Any) -> None:
    """Code a statement by hand: what the reader missed.

    With --measure and --firmness a commitment, with --stance and --topic a position. It weighs like one that was read
    and accepted.
    """
    settings, workspace = _open(folder)
    made = judge.code(workspace, report, _record(quote, given), who=settings.reviewer, why=why)
    click.echo(_shown(made.statement))
    name = made.report.name or made.report.id[:8]
    say(f"Coded by {settings.reviewer} in report {name}: judgement {made.judgement.id[:8]}.")


@click.group(invoke_without_command=True, epilog="Example: zusage review accept 3fa2 --why 'checked at the source'")
@ledger_option
@click.pass_context
def review(ctx: click.Context, folder: str | None) -> None:
    """Accept or reject what was read: one by one at the terminal, or by id."""
    ctx.obj = folder
    if ctx.invoked_subcommand is None:
        settings, workspace = _open(folder)
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise click.UsageError(
                "review asks at a terminal; without one: zusage review accept ID, zusage review reject ID"
            )
        from zusage.cli.reviewing import review_all  # noqa: PLC0415 - only at a terminal

        review_all(workspace, settings)


@review.command(epilog="Example: zusage review accept 3fa2")
@click.argument("statements", nargs=-1, required=True, metavar="ID...")
@_BECAUSE
@ledger_option
@click.pass_context
def accept(ctx: click.Context, statements: tuple[str, ...], folder: str | None, why: str) -> None:
    """Accept statements."""
    settings, workspace = _open(folder or ctx.obj)
    for name in statements:
        _tell(judge.accept(workspace, name, who=settings.reviewer, why=why))


@review.command(epilog="Example: zusage review reject 3fa2 --why 'about another country'")
@click.argument("statements", nargs=-1, required=True, metavar="ID...")
@_BECAUSE
@ledger_option
@click.pass_context
def reject(ctx: click.Context, statements: tuple[str, ...], folder: str | None, why: str) -> None:
    """Reject statements; their history stays."""
    settings, workspace = _open(folder or ctx.obj)
    for name in statements:
        _tell(judge.reject(workspace, name, who=settings.reviewer, why=why))


@review.command(epilog="Example: zusage review correct 3fa2 --set firmness=signalled --set speaker=null")
@click.argument("statement", metavar="ID")
@click.option(
    "--set", "changes", multiple=True, required=True, metavar="FIELD=VALUE", help="As in the codebook; JSON for more."
)
@_BECAUSE
@ledger_option
@click.pass_context
def correct(ctx: click.Context, statement: str, changes: tuple[str, ...], folder: str | None, why: str) -> None:
    """Correct fields of a statement."""
    settings, workspace = _open(folder or ctx.obj)
    values = dict(assignment(change) for change in changes)
    _tell(judge.correct(workspace, statement, values, who=settings.reviewer, why=why))


@review.command(epilog="Example: zusage review merge 3f51 75f6 --why 'one joint pledge'")
@click.argument("entries", nargs=-1, required=True, metavar="ENTRY...")
@_BECAUSE
@ledger_option
@click.pass_context
def merge(ctx: click.Context, entries: tuple[str, ...], folder: str | None, why: str) -> None:
    """Decide that entries are one pledge.

    The first one's actor, measure and recipient are kept.
    """
    settings, workspace = _open(folder or ctx.obj)
    click.echo(_line(pledges.merge(workspace, entries, who=settings.reviewer, why=why)))


@review.command(epilog="Example: zusage review split 3f51 12e8b1d5 --why 'another brigade'")
@click.argument("entry", metavar="ENTRY")
@click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
@_BECAUSE
@ledger_option
@click.pass_context
def split(ctx: click.Context, entry: str, statements: tuple[str, ...], folder: str | None, why: str) -> None:
    """Decide that statements belong to another pledge.

    They leave their entry, and become one together; what is read later stays with the rest.
    """
    settings, workspace = _open(folder or ctx.obj)
    for each in pledges.split(workspace, entry, statements, who=settings.reviewer, why=why):
        click.echo(_line(each))


@review.command(epilog="Example: zusage review differ 3f51 75f6")
@click.argument("entry", metavar="ENTRY")
@click.argument("other", metavar="ENTRY")
@_BECAUSE
@ledger_option
@click.pass_context
def differ(ctx: click.Context, entry: str, other: str, folder: str | None, why: str) -> None:
    """Decide that two entries are not one pledge.

    They stay apart whatever is read later.
    """
    settings, workspace = _open(folder or ctx.obj)
    for each in pledges.tell_apart(workspace, entry, other, who=settings.reviewer, why=why):
        click.echo(_line(each))


@review.command(epilog="Example: zusage review undo 77c0")
@click.argument("judgement", metavar="JUDGEMENT")
@_BECAUSE
@ledger_option
@click.pass_context
def undo(ctx: click.Context, judgement: str, folder: str | None, why: str) -> None:
    """Take a judgement back; its row stays."""
    settings, workspace = _open(folder or ctx.obj)
    click.echo(_line(judge.undo(workspace, judgement, who=settings.reviewer, why=why)))


@review.command(epilog="Example: zusage review log")
@ledger_option
@click.pass_context
def log(ctx: click.Context, folder: str | None) -> None:
    """List all judgements, oldest first."""
    _, workspace = _open(folder or ctx.obj)
    for each in judge.log(workspace):
        click.echo(_line(each))


@review.command(epilog="Example: zusage review agreement")
@ledger_option
@format_option
@click.pass_context
def agreement(ctx: click.Context, folder: str | None, form: str) -> None:
    """Say how far several reviewers agree.

    Krippendorff's alpha for nominal values, over the statements that two or more judged.
    """
    _, workspace = _open(folder or ctx.obj)
    found = judge.agreement(workspace)
    if form != "table":
        write_records([plain(each) for each in found], form)
        return
    if not found:
        say("No statement has been judged by two people. Each judges under a name of their own: ZUSAGE_REVIEWER.")
        return
    from zusage.cli.listing import Column, Group, Row, show_groups  # noqa: PLC0415 - only for tables

    columns = (
        Column("point"),
        Column("statements", right=True),
        Column("alpha", right=True),
        Column("differ on", 12, 1),
    )
    rows = [
        Row(
            (
                each.point,
                str(each.units),
                "–" if each.alpha is None else f"{each.alpha:.3f}",
                ", ".join(name[:8] for name in each.differing),
            )
        )
        for each in found
    ]
    show_groups(make_console(), columns, [Group("", rows)])
    say("1 is perfect agreement, 0 what chance gives; – where all said the same, so that chance cannot be told.")


@click.group()
def judgements() -> None:
    """Take judgements out of a ledger, and into another one."""


@judgements.command(name="export", epilog="Example: zusage judgements export > judgements.jsonl")
@ledger_option
def export_(folder: str | None) -> None:
    """Write all judgements as JSON lines, with the statements that they are about."""
    _, workspace = _open(folder)
    write_records(exchange.export_judgements(workspace), "jsonl")


@judgements.command(name="import", epilog="Example: zusage judgements import judgements.jsonl")
@click.argument("file", type=click.File(encoding="utf-8"), metavar="FILE")
@ledger_option
@click.pass_context
def import_(ctx: click.Context, file: TextIO, folder: str | None) -> None:
    """Take in judgements that were exported; what is there already is not taken in again.

    A judgement on a report that this ledger does not hold is named and left out; the exit status is 1 then.
    """
    _, workspace = _open(folder)
    done = exchange.import_judgements(workspace, file.read(), resource=file.name)
    for each in done:
        if each.problem:
            say(f"zusage: {each.where}: {each.problem}")
    left_out = sum(1 for each in done if each.problem)
    new = sum(1 for each in done if each.is_new)
    say(f"{new} new, {len(done) - new - left_out} already there, {left_out} left out.")
    ctx.exit(1 if left_out else 0)


def _open(folder: str | None) -> tuple[Settings, Workspace]:
    settings = settings_of(ledger=folder)
    return settings, open_workspace(settings, write=True)


def _record(quote: str, given: dict[str, Any]) -> dict[str, Any]:
    """Make the codebook's record of the options."""
    fields = {
        name: value for name, value in given.items() if isinstance(value, str) and name not in {"quantity", "unit"}
    }
    record: dict[str, Any] = {"quote": quote, **fields}
    if given["conditions"]:
        record["conditions"] = [_condition(each) for each in given["conditions"]]
    if given["quantity"]:
        least, most = _interval(given["quantity"])
        record["quantity"] = {"min": least, "max": most, "unit": given["unit"] or "items", "shared": given["shared"]}
    return record


def _condition(words: str) -> dict[str, Any]:
    kind, _, of = words.partition(":")
    return {"type": kind, **({"of": of} if of else {})}


def _interval(words: str) -> tuple[float | None, float | None]:
    try:
        if "-" in words:
            least, most = words.split("-", 1)
            return (_number(least) if least else None), (_number(most) if most else None)
        return _number(words), _number(words)
    except ValueError as problem:
        raise FormatError(f"--quantity {words}", "is no number", hint="5000, 5000-10000, -15000 or 2000-") from problem


def _number(words: str) -> float:
    value = float(words)
    return int(value) if value.is_integer() else value


def _tell(made: judge.Judged) -> None:
    already = "" if made.is_new else "  (already)"
    click.echo(f"{_line(made.judgement)}{already}  {_shown(made.statement)}")


def _line(each: Judgement) -> str:
    why = f"  “{each.why}”" if each.why else ""
    changes = "".join(
        f"  {name}={json.dumps(plain(value), ensure_ascii=False)}" for name, value in each.changes.items()
    )
    others = f" {_SIGNS[each.what]} {', '.join(other[:8] for other in each.others)}" if each.others else ""
    return make_line(f"{each.id[:8]}  {each.when}  {each.who}  {each.what} {each.target[:8]}{others}{changes}{why}")


def _shown(statement: Statement) -> str:
    if isinstance(statement, Commitment):
        record = encode_commitment(statement)
        return f"{record['actor']} {record['measure']} {record['firmness']} “{record['quote']}”"
    words = statement.quote.exact if statement.quote else ""
    if statement.kind == "position":
        record = encode_position(statement)  # type: ignore[arg-type]  # its kind is known
        return f"{record['actor']} {record['stance']} {record['topic']} “{words}”"
    return f"{statement.kind} “{words}”"
