"""The demonstration: a temporary ledger of the shipped dossier's sample reports."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from zusage.dossier import read_samples
from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Failure, Source
from zusage.settings import Settings
from zusage.workflow.assess import FROM_PACKAGE, Flags, assess_under, load_material, make_scenario
from zusage.workflow.workspace import Workspace, init_ledger

DOSSIER = "ukraine-guarantees"
PACKAGE = "paris-2026"
SCENARIOS = ((), ("ceasefire",), ("ceasefire", "us-support"))
"""What is assumed of the package, one after the other."""


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


def assess_package(language: str) -> Iterator[tuple[str, str, str]]:
    """Assess the shipped package on its own pledges: a title for the first, then what is assumed and the verdict."""
    material = load_material(PACKAGE, Settings(dossier=DOSSIER), pledges=FROM_PACKAGE)
    words = material.words(language)
    title = f"{material.package.title.in_language(language)} ({words.say('unverified')})"
    for events in SCENARIOS:
        base = assess_under(material, make_scenario(material, Flags(assume=events, firmness="signalled")))
        assumed = ", ".join(map(words.event, events)) or words.say("assumed_nothing")
        yield title, f"{words.say('assumed')} {assumed}", words.verdict(base)
        title = ""
