"""``zusage config``: each setting and where its value is from."""

from __future__ import annotations

import re

import click

from zusage.cli.options import dossier_option, format_option, ledger_option, settings_of
from zusage.cli.output import write_records
from zusage.settings import ABOUT, NAMES

_PASSWORD = re.compile(r"(://[^/@]*?:)[^/]*(@)")


@click.command(epilog="Example: ZUSAGE_REVIEWER=mona zusage config")
@ledger_option
@dossier_option
@format_option
def config(folder: str | None, dossier: str | None, form: str) -> None:
    """Show each setting and where its value is from: a flag, ZUSAGE_*, zusage.toml, or the default."""
    settings = settings_of(ledger=folder, dossier=dossier)
    records = [
        {
            "name": name,
            "value": _shown(name, str(getattr(settings, name))),
            "from": settings.origins[name],
            "about": ABOUT[name],
        }
        for name in NAMES
    ]
    if form != "table":
        write_records(records, form)
        return
    widths = {key: max(len(record[key]) for record in records) for key in ("name", "value", "from")}
    for record in records:
        cells = [f"{record[key]:<{width}}" for key, width in widths.items()]
        click.echo("  ".join((*cells, record["about"])))


def _shown(name: str, value: str) -> str:
    """Return a value as it may be shown: a database's address without its password, no other password at all."""
    if name == "smtp_password":
        return "***" if value else ""
    return _PASSWORD.sub(r"\1***\2", value) if name == "database_url" else value
