"""The demonstration: a temporary ledger of the shipped dossier's sample reports."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from zusage.dossier import read_samples
from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Failure, Source
from zusage.workflow.workspace import Workspace, init_ledger

DOSSIER = "ukraine-guarantees"


@contextmanager
def demo_workspace() -> Iterator[Workspace]:
    """Make a ledger on the shipped dossier that is gone afterwards."""
    with TemporaryDirectory(prefix="zusage-demo-") as folder:
        yield init_ledger(Path(folder) / "ledger", dossier=DOSSIER)


def sample_items(dossier: str = DOSSIER) -> list[Item | Failure]:
    """Return the sample reports of a dossier."""
    found: list[Item | Failure] = []
    for name, content in read_samples(dossier).items():
        found.extend(read_reports(Source(name, content.encode("utf-8"), kind="record"), Intake()))
    return found
