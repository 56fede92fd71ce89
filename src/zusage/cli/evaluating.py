"""``zusage evaluate``: the reader's scores on annotated reports."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from zusage.cli.options import dossier_option, say, say_failure, settings_of
from zusage.cli.output import plain
from zusage.cli.progress import with_progress
from zusage.intake.reports import Intake
from zusage.intake.source import Failure, find_sources
from zusage.workflow import steps

if TYPE_CHECKING:
    from zusage.dossier import Dossier
    from zusage.model.report import Report
    from zusage.workflow.evaluate import Evaluated, Explained


@click.command(epilog="Example: zusage evaluate training/written/en.jsonl --split learn --errors | less")
@click.argument("gold", nargs=-1, required=True, metavar="GOLD...")
@click.option("--errors", is_flag=True, help="List each miss (-), false alarm (+) and differing value (~).")
@click.option("--all", "keep_all", is_flag=True, help="Score what the reader is unsure of, too.")
@click.option("--split", metavar="NAME", help="Only the reports of this part, as learn or measure.")
@dossier_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def evaluate(
    ctx: click.Context, /, gold: tuple[str, ...], form: str, dossier: str | None, *, split: str | None, **flags: bool
) -> None:
    """Score the reader on annotated reports; show misses and false alarms.

    GOLD is a file in the codebook's format, a folder of them, or -. The reader sees the texts, never the annotations.
    Counting and intervals are those of the codebook, section 7.
    """
    from zusage.dossier import load_dossier  # noqa: PLC0415 - --help needs none of it
    from zusage.workflow import evaluate as evaluation  # noqa: PLC0415 - as above

    settings = settings_of(dossier=dossier)
    effort = load_dossier(settings.dossier)
    sources = find_sources(gold, sys.stdin.buffer, limit=settings.text_limit)
    annotated = evaluation.open_annotated(sources, Intake(limit=settings.text_limit), split=split)
    results = evaluation.evaluate(annotated, effort, steps.load_reader(keep_all=flags["keep_all"]))
    done, failed = _collect(results)
    if not done:
        from zusage.cli.words import say_text  # noqa: PLC0415 - --help needs none of it

        language = settings.language
        say(say_text("none_of_split", language, split=split) if split else say_text("none_annotated", language))
        ctx.exit(1)
    differences = _differences(done, effort) if flags["errors"] else None
    if form == "json":
        click.echo(json.dumps(_as_json(done, differences), ensure_ascii=False, indent=2))
    else:
        from zusage.cli.score_tables import show_differences, show_scores  # noqa: PLC0415 - JSON needs no tables
        from zusage.cli.words import Labels  # noqa: PLC0415 - as above

        labels = Labels(settings.language, effort)
        show_scores(evaluation.score(done), [(each.gold, each.found) for each in done], labels)
        if differences is not None:
            show_differences(differences, labels)
    if failed:
        ctx.exit(1)


def _collect(results: Iterable[Evaluated | Failure]) -> tuple[list[Evaluated], bool]:
    """Run through the results; failures are named as they come."""
    done: list[Evaluated] = []
    failed = False
    for each in with_progress(results, "Reading", is_failure=lambda each: isinstance(each, Failure)):
        failure = each if isinstance(each, Failure) else each.failure
        if failure is not None:
            failed = True
            say_failure(failure.error)
        if not isinstance(each, Failure):
            done.append(each)
    return done, failed


def _differences(done: Sequence[Evaluated], effort: Dossier) -> list[tuple[Report, tuple[Explained, ...]]]:
    """Find the differences of each report; it is read again with all that the reader was unsure of."""
    from zusage.workflow.evaluate import explain_differences  # noqa: PLC0415 - only here
    from zusage.workflow.steps import read_safely  # noqa: PLC0415 - as above

    reader = steps.load_reader(keep_all=True)
    found = []
    for each in with_progress(done, "Explaining", total=len(done)):
        everything = read_safely(each.annotated.item.resource, each.annotated.item.report, effort, reader)
        read = None if isinstance(everything, Failure) else everything
        found.append((each.gold.report, explain_differences(each, read)))
    return found


def _as_json(
    done: Sequence[Evaluated], differences: Sequence[tuple[Report, Sequence[Explained]]] | None
) -> dict[str, Any]:
    from zusage.reading.scoring import calibrate, confuse_firmness, count_measures, numbers_of  # noqa: PLC0415
    from zusage.workflow.evaluate import score  # noqa: PLC0415 - JSON only

    pairs = [(each.gold, each.found) for each in done]
    confusion = sorted(confuse_firmness(pairs).items(), key=lambda item: tuple(map(str, item[0])))
    record: dict[str, Any] = {
        "scores": {language: numbers_of(scores) for language, scores in score(done).items()},
        "firmness": [{"gold": gold, "read": read, "count": count} for (gold, read), count in confusion],
        "measures": {name: plain(counts) for name, counts in count_measures(pairs).items()},
        "certainty": [plain(each) for each in calibrate(pairs)],
    }
    if differences is not None:
        record["differences"] = [
            {"report": report.name or report.id} | plain(each) for report, found in differences for each in found
        ]
    return record
