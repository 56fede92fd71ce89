"""A ledger with its dossier, ready to work with: what every workflow on a ledger is handed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from zusage.dossier import Dossier, load_dossier, new_dossier_files, shipped_dossiers
from zusage.ledger.store import Ledger, make_ledger, open_ledger
from zusage.settings import FILE, Settings
from zusage.workflow.steps import Clock, utc_now


@dataclass(frozen=True)
class Workspace:
    """An open ledger, its dossier with where its files are, and the clock that stamps what is recorded."""

    ledger: Ledger
    dossier: Dossier
    clock: Clock = utc_now
    dossier_path: str = ""

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Run a block in a transaction that may write, and bring derived rows into line at its end, in the same one.

        Raises:
            LedgerError: the database cannot write.
        """
        from zusage.workflow.derive.catching_up import catch_up  # noqa: PLC0415 - what only looks needs none of it

        with self.ledger.writing() as connection:
            yield connection
            catch_up(connection, self.dossier)


def init_ledger(
    folder: Path, *, dossier: str, new_dossier: str | None = None, clock: Clock = utc_now, database_url: str = ""
) -> Workspace:
    """Make a ledger in a folder, with zusage.toml naming its dossier; ``new_dossier`` is the id of one to make as well.

    With a ``database_url`` its rows are kept in that PostgreSQL database. The address may hold a password, so that it is
    not written down here: it stays where it was given, in the environment or a flag.

    Raises:
        LedgerError: there is one already, or the folder cannot be written.
        DossierError: there is no such dossier.
    """
    files = {}
    if new_dossier is not None:
        made = new_dossier_files(new_dossier)
        files = {f"dossier/{name}": content for name, content in made.items()}
        named = "dossier"
    else:
        load_dossier(dossier)
        named = dossier if dossier in shipped_dossiers() else str(Path(dossier).resolve())
    escaped = named.replace("\\", "\\\\").replace('"', '\\"')
    files[FILE] = f'# Settings of this ledger; `zusage config` shows them all.\ndossier = "{escaped}"\n'
    ledger = make_ledger(folder, files, at=clock(), url=database_url or None)
    path = str(folder / named) if new_dossier else named
    workspace = Workspace(ledger, load_dossier(path), clock, path)
    with workspace.writing():
        return workspace


def open_workspace(
    settings: Settings, *, clock: Clock = utc_now, write: bool = False, stands: bool = False
) -> Workspace:
    """Open the ledger that the settings name, with its dossier.

    ``stands``: for a program that goes on looking things up, and keeps its connections open.

    Raises:
        LedgerError: the folder is no ledger, or one that this program cannot read.
        DossierError: its dossier is missing or wrong.
    """
    at = clock() if write else None
    ledger = open_ledger(settings.ledger, busy_seconds=settings.busy_seconds, at=at, url=settings.database_url or None)
    path = dossier_path(settings)
    return Workspace(replace(ledger, stands=stands), load_dossier(path), clock, path)


def dossier_path(settings: Settings) -> str:
    """Return the dossier as `load_dossier` takes it; a folder named in zusage.toml is relative to the ledger's."""
    inside = settings.ledger / settings.dossier
    from_file = settings.origins.get("dossier", "").endswith(FILE)
    return str(inside) if from_file and inside.is_dir() else settings.dossier
