"""``zusage search``: actors, quotes and reports by the words in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from zusage.cli.options import format_option, ledger_option, say, settings_of
from zusage.cli.output import make_console, write_records
from zusage.ledger.searching import RANKED
from zusage.publish.disclosure import Disclosure
from zusage.publish.reports.snippets import Piece
from zusage.workflow.lookups import Lookups, Page, ReportLine
from zusage.workflow.search import ActorHit, QuoteHit, ReportHit, SearchFound, remake_index
from zusage.workflow.search import search as find
from zusage.workflow.workspace import open_workspace

if TYPE_CHECKING:
    from rich.text import Text

    from zusage.cli.listing import Row
    from zusage.cli.words import Labels

_NONE = Page(0)


@click.command(epilog="Example: zusage search 'Soldaten -Manöver'")
@click.argument("words", nargs=-1)
@click.option("--in", "where", type=click.Choice(["all", "quotes", "reports"]), default="all", show_default=True)
@click.option(
    "--last", type=click.IntRange(min=1), default=10, show_default=True, metavar="N", help="At most N of each."
)
@click.option("--rebuild", is_flag=True, help="First make the index of words anew.")
@ledger_option
@format_option
def search(words: tuple[str, ...], where: str, last: int, folder: str | None, form: str, *, rebuild: bool) -> None:
    """Find actors, quotes and reports by their words.

    All words have to be there, in any form: Haus finds Häuser, Garantie finds Sicherheitsgarantien. Words in quotation
    marks have to stand in a row; a word with a minus in front must not be there (after --, since it looks like an
    option, or inside quotes of the shell with the others).
    """
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings, write=rebuild)
    if rebuild:
        from zusage.cli.words import say_text  # noqa: PLC0415 - --help needs none of it

        say(say_text("index_has", settings.language, n=remake_index(workspace)))
        if not words:
            return
    page = Page(last)
    found = find(
        Lookups(workspace),
        " ".join(words),
        disclosure=Disclosure(),
        quotes=page if where != "reports" else _NONE,
        reports=page if where != "quotes" else _NONE,
    )
    if form != "table":
        write_records(list(_records(found, where)), form)
        return
    from zusage.cli.words import Labels  # noqa: PLC0415 - only for tables

    _show(found, Labels(settings.language, workspace.dossier), where)


def _records(found: SearchFound, where: str) -> Iterable[dict[str, Any]]:
    """Return what was found as flat records, all with the same columns."""
    for actor in found.actors if where == "all" else ():
        yield {"kind": "actor", "id": actor.actor, "actor": actor.actor, "status": None, "words": actor.name} | _of(
            None
        )
    for hit in found.quotes:
        said = hit.statement
        row = {"kind": "quote", "id": said.id, "actor": getattr(said.statement, "actor", None)}
        yield row | {"status": str(said.status), "words": _plain(hit.quote)} | _of(hit.report)
    for each in found.reports:
        row = {"kind": "report", "id": each.line.id, "actor": None, "status": None, "words": _plain(each.snippet)}
        yield row | _of(each.line)


def _of(report: ReportLine | None) -> dict[str, Any]:
    """Return a report's columns, empty for what is of none."""
    columns = ("title", "published_on", "language", "address", "synthetic")
    name = (report.name or report.id) if report else None
    return {"report": name} | {each: getattr(report, each) if report else None for each in columns}


def _plain(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _show(found: SearchFound, labels: Labels, where: str) -> None:
    from zusage.cli.listing import Column, Group, show_groups  # noqa: PLC0415 - only for tables

    actors = found.actors if where == "all" else ()
    if not actors and not found.quotes.total and not found.reports.total:
        say(labels.say("nothing_has", words=found.words))
        return
    console, text = make_console(), labels.say
    wide = (Column(text("actor"), 12, 2), Column(text("person"), 12, 2))
    published = Column(text("published_column"))
    for title, is_part, total, columns, rows in (
        (
            "actors_n",
            False,
            len(actors),
            (*wide, Column(text("statements_column"), right=True)),
            [_actor(each, labels) for each in actors],
        ),
        (
            "quotes_n",
            found.quotes_in_part,
            found.quotes.total,
            (wide[0], Column(text("kind")), Column(text("status")), Column(text("report"), 8, 1), published),
            [_quote(each, labels) for each in found.quotes],
        ),
        (
            "reports_n",
            found.reports_in_part,
            found.reports.total,
            (published, Column(text("in")), Column(text("outlet"), 8, 1), Column(text("title"), 20, 4)),
            [_report(each, labels) for each in found.reports],
        ),
    ):
        if rows:
            group = Group(text(title, n=_number(total, labels, is_part=is_part)), rows)
            show_groups(console, (Column(text("id")), *columns), [group])
            console.print()


def _number(total: int, labels: Labels, *, is_part: bool) -> str:
    """Say how many there are, and where only those that were added last were ranked."""
    return labels.say("best_of", n=total, ranked=RANKED) if is_part else str(total)


def _actor(hit: ActorHit, labels: Labels) -> Row:
    from zusage.cli.listing import Row  # noqa: PLC0415 - only for tables

    person = labels.person(hit.person) if hit.person else ""
    return Row((_dim(hit.actor), labels.actor(hit.actor), person, str(hit.statements)))


def _quote(hit: QuoteHit, labels: Labels) -> Row:
    from zusage.cli.listing import Row  # noqa: PLC0415 - only for tables

    said = hit.statement
    actor = labels.actor(getattr(said.statement, "actor", ""))
    report = hit.report.name or hit.report.id[:8]
    kind, status = labels.say(f"kind_{said.statement.kind}"), labels.say(f"status_{said.status}")
    cells = (_dim(said.id[:8]), actor, kind, status, report)
    return Row((*cells, hit.report.published_on or labels.say("undated")), (_text(hit.quote),))


def _report(hit: ReportHit, labels: Labels) -> Row:
    from zusage.cli.listing import Row  # noqa: PLC0415 - only for tables

    line = hit.line
    published = line.published_on or labels.say("undated")
    cells = (_dim(line.id[:8]), published, line.language, line.outlet or line.name or "")
    return Row((*cells, _text(hit.title)), (_text(hit.snippet),))


def _dim(words: str) -> Text:
    from rich.text import Text  # noqa: PLC0415 - only for tables

    return Text(words, style="dim")


def _text(pieces: Sequence[Piece]) -> Text:
    from rich.text import Text  # noqa: PLC0415 - only for tables

    return Text.assemble(*((piece.text, "bold yellow") if piece.hit else piece.text for piece in pieces))
