"""``zusage story``: which reports tell of the same event, why, what was copied; splitting and merging by a person."""

from __future__ import annotations

from typing import Any

import click

from zusage.cli.options import format_option, ledger_option, say, settings_of
from zusage.cli.output import make_console, plain, write_records
from zusage.model.ledger import Judgement
from zusage.settings import Settings
from zusage.workflow.stories import Overview, Told, find_story, merge_stories, overviews, split_story, tell
from zusage.workflow.views import View, view_ledger
from zusage.workflow.workspace import Workspace, open_workspace

_BECAUSE = click.option("--why", default="", metavar="WORDS", help="The reason, kept with the judgement.")


@click.group()
def story() -> None:
    """Show which reports tell of the same event, and why; split and merge."""


@story.command("list", epilog="Example: zusage story list --all --format csv")
@click.option("--all", "everything", is_flag=True, help="Also stories that only one report tells.")
@ledger_option
@format_option
def list_(folder: str | None, form: str, *, everything: bool) -> None:
    """List the stories by day: how many reports tell each, in which languages, from how many roots."""
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings)
    found = overviews(view_ledger(workspace))
    shown = [each for each in found if everything or len(each.reports) > 1]
    if form != "table":
        write_records([story_record(each) for each in shown], form)
        return
    from zusage.cli.words import Labels  # noqa: PLC0415 - only for tables

    labels = Labels(settings.language, workspace.dossier)
    if shown:
        from zusage.cli.story_tables import show_stories  # noqa: PLC0415 - only for tables

        show_stories(make_console(), shown, [each.story.id for each in found], labels)
    alone = sum(len(each.reports) == 1 for each in found)
    stories = labels.count(len(shown), "story")
    more = "" if everything or not alone else labels.say("told_by_one", n=alone)
    say(f"{stories}." if everything else labels.say("of_several", stories=stories) + more)


@story.command(epilog="Example: zusage story show 3fa2 --changes")
@click.argument("name", metavar="ID")
@click.option("--changes", is_flag=True, help="The words that each copy left out, added or changed.")
@ledger_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def show(name: str, folder: str | None, form: str, *, changes: bool) -> None:
    """Show one story, by its id or one of its reports: each report, why it belongs, and what it copied."""
    settings = settings_of(ledger=folder)
    workspace = open_workspace(settings)
    view = view_ledger(workspace)
    found = find_story(view, name)
    told = tell(found, view)
    if form == "json":
        write_records([story_record(found) | {"members": [_member_record(each) for each in told]}], form)
        return
    from zusage.cli.story_tables import show_story  # noqa: PLC0415 - only for tables
    from zusage.cli.words import Labels  # noqa: PLC0415 - as above

    show_story(found, told, view, Labels(settings.language, workspace.dossier), whole=changes)


@story.command(epilog="Example: zusage story split 3fa2 report-7 --why 'another summit'")
@click.argument("name", metavar="ID")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@_BECAUSE
@ledger_option
def split(name: str, reports: tuple[str, ...], folder: str | None, why: str) -> None:
    """Take reports out of a story."""
    settings, workspace = _open(folder)
    made = split_story(workspace, name, reports, who=settings.reviewer, why=why)
    view = view_ledger(workspace)
    for each in made:
        _tell(each, each.target, view, settings.language)
    rest = find_story(view, made[0].others[0]).story.id[:8]
    click.echo(_say("rest_is", settings.language, story=rest))


@story.command(epilog="Example: zusage story merge 3fa2 77c0 --why 'the same vote'")
@click.argument("names", nargs=-1, required=True, metavar="ID ID...")
@_BECAUSE
@ledger_option
def merge(names: tuple[str, ...], folder: str | None, why: str) -> None:
    """Put the reports of several stories into one."""
    settings, workspace = _open(folder)
    made = merge_stories(workspace, names, who=settings.reviewer, why=why)
    _tell(made, made.target, view_ledger(workspace), settings.language)


def story_record(each: Overview) -> dict[str, Any]:
    """One story as a flat record."""
    first, last = each.days
    return {
        "id": each.story.id,
        "event": each.story.name,
        "title": each.title,
        "first_day": first,
        "last_day": last,
        "languages": list(each.languages),
        "roots": each.roots,
        "reports": [report.name or report.id for report in each.reports],
        "synthetic": any(report.synthetic for report in each.reports),
    }


def _member_record(told: Told) -> dict[str, Any]:
    report, root = told.report, told.root
    return {
        "report": report.name or report.id,
        "published_on": report.published_on,
        "language": report.language,
        "credit": report.credit,
        "title": report.title,
        "reason": told.membership.reason,
        "score": told.membership.score,
        "copy_of": (root.name or root.id) if root else None,
        "copied": told.copied or None,
        "changes": plain(told.changes),
    }


def _open(folder: str | None) -> tuple[Settings, Workspace]:
    settings = settings_of(ledger=folder)
    return settings, open_workspace(settings, write=True)


def _tell(made: Judgement, report: str, view: View, language: str) -> None:
    name, story_id = view.reports[report].name or report[:8], find_story(view, report).story.id[:8]
    click.echo(_say("now_in_story", language, id=made.id[:8], act=made.what, report=name, story=story_id))
    say(_say("take_back", language, who=made.who, id=made.id[:8]))


def _say(key: str, language: str, **values: object) -> str:
    from zusage.cli.words import say_text  # noqa: PLC0415 - --help needs none of it

    return say_text(key, language, **values)
