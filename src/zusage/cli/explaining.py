"""``zusage explain``: each sentence's clauses, and what they gave or why nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from zusage.cli.options import dossier_option, language_option, say_failure, settings_of
from zusage.cli.output import plain
from zusage.intake.reports import Intake, Item
from zusage.intake.source import Failure, find_sources
from zusage.workflow.read import open_items

if TYPE_CHECKING:
    from zusage.workflow.explain import Explanation


@click.command(epilog="Example: zusage explain report.txt --containing troops")
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@click.option("--containing", metavar="WORDS", help="Only sentences with these words, whatever their case.")
@dossier_option
@language_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def explain(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    form: str,
    *,
    dossier: str | None,
    language: str | None,
    containing: str | None,
) -> None:
    """Explain sentence by sentence what a report gave, or why it gave nothing.

    For each clause: its verb, who is in it, who says it, what the lexicon makes of it, what stands over it, what came of
    that, and which pairs of somebody and something were weighed, for what reasons. FILE is what zusage read takes.
    """
    from zusage.dossier import load_dossier  # noqa: PLC0415 - --help needs none of it
    from zusage.workflow.explain import explain as explain_report  # noqa: PLC0415 - as above

    settings = settings_of(dossier=dossier)
    effort = load_dossier(settings.dossier)
    intake = Intake(language=language, limit=settings.text_limit)
    failed = False
    for item in _open(files, intake):
        if isinstance(item, Failure):
            failed = True
            say_failure(item.error)
            continue
        explanation = _only(explain_report(item.report, effort), containing)
        if form == "json":
            report = explanation.reading.report
            head = {"report": report.name or report.id, "language": report.language}
            click.echo(json.dumps(head | {"sentences": plain(explanation.sentences)}, ensure_ascii=False))
        else:
            from zusage.cli.explanations import show_explanation  # noqa: PLC0415 - JSON needs no tables
            from zusage.cli.words import Labels  # noqa: PLC0415 - as above

            show_explanation(explanation, Labels(settings.language, effort))
    if failed:
        ctx.exit(1)


def _open(files: tuple[str, ...], intake: Intake) -> Iterator[Item | Failure]:
    return open_items(find_sources(files, sys.stdin.buffer, limit=intake.limit), intake)


def _only(explanation: Explanation, words: str | None) -> Explanation:
    """Keep the sentences that hold some words."""
    if words is None:
        return explanation
    wanted = words.casefold()
    kept = tuple(each for each in explanation.sentences if wanted in each.words.casefold())
    return replace(explanation, sentences=kept)
