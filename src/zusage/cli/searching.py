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
        say(f"The index has {remake_index(workspace)} reports and quotes.")
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
        say(f"Nothing has “{found.words}”.")
        return
    console, first = make_console(), Column("id")
    wide = (Column("actor", 12, 2), Column("person", 12, 2))
    for title, is_part, total, columns, rows in (
        (
            "Actors",
            False,
            len(actors),
            (*wide, Column("statements", right=True)),
            [_actor(each, labels) for each in actors],
        ),
        (
            "Quotes",
            found.quotes_in_part,
            found.quotes.total,
            (wide[0], Column("kind"), Column("status"), Column("report", 8, 1), Column("published")),
            [_quote(each, labels) for each in found.quotes],
        ),
        (
            "Reports",
            found.reports_in_part,
            found.reports.total,
            (Column("published"), Column("in"), Column("outlet", 8, 1), Column("title", 20, 4)),
            [_report(each) for each in found.reports],
        ),
    ):
        if rows:
            show_groups(console, (first, *columns), [Group(_title(title, total, is_part=is_part), rows)])
            console.print()


def _title(words: str, total: int, *, is_part: bool) -> str:
    """Say how many there are, and where only those that were added last were ranked."""
    return (
        f"{words} ({total}, the best of the {RANKED:,} added last; there are more)" if is_part else f"{words} ({total})"
    )


def _actor(hit: ActorHit, labels: Labels) -> Row:
    from zusage.cli.listing import Row  # noqa: PLC0415 - only for tables

    person = labels.person(hit.person) if hit.person else ""
    return Row((_dim(hit.actor), labels.actor(hit.actor), person, str(hit.statements)))


def _quote(hit: QuoteHit, labels: Labels) -> Row:
    from zusage.cli.listing import Row  # noqa: PLC0415 - only for tables

    said = hit.statement
    actor = labels.actor(getattr(said.statement, "actor", ""))
    report = hit.report.name or hit.report.id[:8]
    cells = (_dim(said.id[:8]), actor, str(said.statement.kind), str(said.status), report)
    return Row((*cells, hit.report.published_on or "undated"), (_text(hit.quote),))


def _report(hit: ReportHit) -> Row:
    from zusage.cli.listing import Row  # noqa: PLC0415 - only for tables

    line = hit.line
    cells = (_dim(line.id[:8]), line.published_on or "undated", line.language, line.outlet or line.name or "")
    return Row((*cells, _text(hit.title)), (_text(hit.snippet),))


def _dim(words: str) -> Text:
    from rich.text import Text  # noqa: PLC0415 - only for tables

    return Text(words, style="dim")


def _text(pieces: Sequence[Piece]) -> Text:
    from rich.text import Text  # noqa: PLC0415 - only for tables

    return Text.assemble(*((piece.text, "bold yellow") if piece.hit else piece.text for piece in pieces))
