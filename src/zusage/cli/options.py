"""Options that several commands share, and what a command makes of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from zusage.cli.visible import make_visible
from zusage.errors import ZusageError
from zusage.settings import Settings, load_settings

Function = TypeVar("Function", bound=Callable[..., Any])

FORMATS = ("table", "json", "csv", "jsonl")


def ledger_option(function: Function) -> Function:
    """Add ``--ledger DIR``."""
    about = "Folder of the ledger; default: $ZUSAGE_LEDGER, else the current folder."
    return click.option("--ledger", "folder", metavar="DIR", help=about)(function)


def dossier_option(function: Function) -> Function:
    """Add ``--dossier NAME``."""
    about = "A shipped dossier, or a folder with one; default: the ledger's, else ukraine-guarantees."
    return click.option("--dossier", metavar="NAME", help=about)(function)


def language_option(function: Function) -> Function:
    """Add ``--language de|en``: of the reports."""
    about = "Language of the reports; default: what the file says, else found out."
    return click.option("--language", type=click.Choice(["de", "en"]), help=about)(function)


def private_option(function: Function) -> Function:
    """Add ``--allow-private``."""
    about = "Fetch also from hosts that are not public, as in an intranet."
    return click.option("--allow-private", is_flag=True, help=about)(function)


def format_option(function: Function) -> Function:
    """Add ``--format``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How results are written.",
    )(function)


def as_of_option(function: Function) -> Function:
    """Add ``--as-of DAY``: a checked ISO day."""
    about = "Only what had been said by that day, as 2025-09-10."
    return click.option("--as-of", callback=check_day, metavar="DAY", help=about)(function)


def published_by_option(function: Function) -> Function:
    """Add ``--as-of DAY`` where reports count, not single statements."""
    about = "Only by reports that had been published by that day, as 2025-09-10; undated ones are left out."
    return click.option("--as-of", callback=check_day, metavar="DAY", help=about)(function)


def known_at_option(function: Function) -> Function:
    """Add ``--known-at DAY``: a checked ISO day; `end_of_day` makes a time of it."""
    about = "Only what the ledger held on that day."
    return click.option("--known-at", callback=check_day, metavar="DAY", help=about)(function)


def end_of_day(day: str | None) -> str | None:
    """Return the last time of recording on a day."""
    return f"{day}T23:59:59.999Z" if day else None


def check_day(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 - Click's signature
    """Check a day given on the command line."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as problem:
        raise click.BadParameter(f"{value!r} is no day; write it as 2025-09-10") from problem


def settings_of(**flags: object) -> Settings:
    """Return the settings under the flags of a command."""
    return load_settings(flags, os.environ)


def say(message: str) -> None:
    """Write a message to standard error."""
    click.echo(make_visible(message), err=True)


def say_failure(error: ZusageError) -> None:
    """Write what went wrong as one line to standard error."""
    say(f"zusage: {error}")


def is_terminal() -> bool:
    """Say whether a person reads standard output."""
    return sys.stdout.isatty()
