"""``zusage assess``: does a package add up, what does it wait for, and on whom does it hang."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from zusage.cli.options import dossier_option, ledger_option, settings_of
from zusage.cli.output import make_console

if TYPE_CHECKING:
    from zusage.assess.assessment import Assessment
    from zusage.assess.pledge import Pledge
    from zusage.publish.assessment.words import Words

_CUTS = ("considering", "signalled", "pledged", "concrete", "delivered")
_DRAWS = 10_000


def _day(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 - Click's signature
    """Check a day given on the command line."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as problem:
        raise click.BadParameter(f"{value!r} is no day; write it as 2026-01-06") from problem


def _print_schema(ctx: click.Context, option: click.Parameter, value: str | None) -> None:  # noqa: ARG001 - as above
    """Print a schema and end."""
    if value is None:
        return
    from importlib import resources  # noqa: PLC0415 - only here

    text = (resources.files("zusage.assess") / "schema" / f"{value}.schema.json").read_text("utf-8")
    click.echo(text, nl=False)
    ctx.exit()


@click.command(epilog="Example: zusage assess paris-2026 --scenario ceasefire --format html > report.html")
@click.argument("package", metavar="PACKAGE")
@click.option("--scenario", metavar="FILE", help="A scenario file, or the name of one beside the package.")
@click.option("--assume", multiple=True, metavar="EVENT", help="Assume an event, as ceasefire or parliament:de.")
@click.option("--without", multiple=True, metavar="ACTOR", help="Leave out an actor, and any backing by it.")
@click.option("--add", multiple=True, metavar="PLEDGE", help='Add a pledge, as "tr: naval if ceasefire".')
@click.option("--firmness", type=click.Choice(_CUTS), help="Count pledges from this firmness on; default: pledged.")
@click.option("--as-of", callback=_day, metavar="DAY", help="Only what had been said by that day, as 2026-01-06.")
@click.option("--pledges", metavar="FILE", help="A file of pledges, or ledger, or package; default: the ledger if any.")
@click.option("--compare", metavar="OTHER", help="A scenario file, or a day: show both; other flags hold for both.")
@click.option("--why", metavar="PLEDGE", help="Explain one pledge, by its id.")
@click.option("--honour", multiple=True, metavar="RANGE", help="Your own range of honoured shares: pledged=0.6-0.9.")
@click.option("--draws", type=click.IntRange(1, 10_000_000), default=_DRAWS, show_default=True, help="How many draws.")
@click.option("--seed", type=int, default=1, show_default=True, help="Where the random numbers begin.")
@click.option("--language", type=click.Choice(["de", "en"]), help="Language of the result; default: the setting.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "html", "svg"]), default="table", show_default=True,
    help="How the result is written: html is one page that explains itself.",
)  # fmt: skip
@click.option(
    "--schema", type=click.Choice(["package", "pledges", "scenario"]), is_eager=True, expose_value=False,
    callback=_print_schema, help="Print the JSON Schema of a kind of file, for editors, and end.",
)  # fmt: skip
@ledger_option
@dossier_option
def assess(
    package: str, folder: str | None, dossier: str | None, form: str, language: str | None, **asked: Any
) -> None:
    """Assess a package of guarantees: what stands, what waits, what is missing; and what would help.

    PACKAGE is a package file, a folder with one, or the name of one in the dossier, as paris-2026.
    """
    from zusage.workflow import assess as work  # noqa: PLC0415 - after the options have been checked

    settings = settings_of(ledger=folder, dossier=dossier, language=language)
    material = work.load_material(package, settings, pledges=asked["pledges"])
    names = ("scenario", "as_of", "firmness", "assume", "without", "add", "honour")
    flags = work.Flags(**{name: asked[name] for name in names})
    scenario = work.make_scenario(material, flags)
    base = work.assess_under(material, scenario)
    if asked["why"]:
        _explain(base, work.find_pledge(base, asked["why"]), material.words(settings.language), form)
        return
    other = work.compared(material, flags, asked["compare"]) if asked["compare"] else None
    report = work.report_on(material, base, draws=asked["draws"], seed=asked["seed"], other=other)
    if form == "table":
        from zusage.cli.assessment_tables import show_assessment  # noqa: PLC0415 - only for tables

        show_assessment(make_console(), report, settings.language)
        return
    from zusage.publish.assessment.forms import write  # noqa: PLC0415 - only for files

    click.echo(write(report, settings.language, form))


def _explain(base: Assessment, pledge: Pledge, words: Words, form: str) -> None:
    """Show one pledge: as JSON, or, whatever the form, as a few lines."""
    if form == "json":
        from zusage.publish.assessment.record import pledge_record  # noqa: PLC0415 - only here

        click.echo(json.dumps(pledge_record(pledge, base, words), ensure_ascii=False, indent=2))
        return
    from zusage.cli.assessment_tables import show_why  # noqa: PLC0415 - only here

    show_why(make_console(), base, words, pledge)
