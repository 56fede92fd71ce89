"""A process that works on a ledger until it is killed: adds, reads again, judges; says what it did once it is committed.

    python crash_worker.py FOLDER SEED [URL]

Each line on standard output is an acknowledgement: "text ID", "reading ID" or "judgement ID", written after the commit.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from zusage.dossier import Dossier, load_dossier
from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Failure, Source
from zusage.ledger.queries import newest_reading, readings_in_force
from zusage.ledger.store import open_ledger
from zusage.model.ledger import statement_id
from zusage.model.quote import Quote
from zusage.model.report import Reader, Reading, Report
from zusage.model.statement import Commitment, Quantity
from zusage.model.values import Firmness
from zusage.workflow import judge
from zusage.workflow.add import Outcome, add_items, reread
from zusage.workflow.workspace import Workspace

PLEDGE = re.compile(r"(Oslo|Riga|Bern) will send (\d+) (\w+)")
ACTORS = {"Oslo": "no", "Riga": "lv", "Bern": "ch"}


class SmallReader:
    """Reads "Oslo will send 40 medics"; each version says so, so that a second reading is a new one."""

    def __init__(self, version: int) -> None:
        """Be a version of the reader."""
        self._reader = Reader("small", str(version))

    def __call__(self, report: Report, dossier: Dossier) -> Reading:
        """Read a report."""
        del dossier
        found = tuple(
            Commitment(
                actor=ACTORS[match[1]],
                measure="humanitarian",
                firmness=Firmness.PLEDGED,
                quote=Quote.cut(report.text, *match.span()),
                quantity=Quantity(int(match[2]), int(match[2]), "persons"),
                certainty=0.9,
            )
            for match in PLEDGE.finditer(report.text)
        )
        return Reading(report=report, commitments=found, reader=self._reader)


def items(chance: random.Random) -> Iterator[Item | Failure]:
    """Hand in a report; one in four is likely to have come before."""
    number = chance.randrange(40) if chance.random() < 0.25 else chance.randrange(10**6)
    body = " ".join(f"{city} will send {number + place} medics." for place, city in enumerate(ACTORS))
    yield from read_reports(Source(f"{number}.txt", (body * 20).encode("utf-8")), Intake(language="en"))


def tell(*words: str) -> None:
    """Acknowledge."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def tell_outcomes(workspace: Workspace, outcomes: Iterator[Outcome | Failure]) -> None:
    """Acknowledge each report that was added or read."""
    for outcome in outcomes:
        if isinstance(outcome, Outcome):
            tell("text", outcome.reading.report.id)
            tell("reading", outcome.saved.id)
    del workspace


def judge_one(workspace: Workspace, chance: random.Random) -> None:
    """Accept or reject a statement of some report."""
    with workspace.ledger.reading() as connection:
        reports = [reading.report.id for reading in readings_in_force(connection)]
        name = chance.choice(reports) if reports else None
        found = next(readings_in_force(connection, reports=[name])) if name else None
        assert name is None or newest_reading(connection, name) is not None
    if found is None or not found.statements:
        return
    statement = statement_id(found.report.id, chance.choice(found.statements))
    decide = chance.choice((judge.accept, judge.reject))
    done = decide(workspace, statement, who=f"reviewer {chance.randrange(3)}", why=str(chance.random()))
    tell("judgement", done.judgement.id)


def main() -> None:
    """Work until killed."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    url = sys.argv[3] if len(sys.argv) > 3 else None
    chance = random.Random(seed)  # noqa: S311 - no secret
    ledger = open_ledger(folder, at="2025-01-01T00:00:00.000Z", url=url)
    workspace = Workspace(ledger, load_dossier("ukraine-guarantees"))
    version = seed
    tell("ready")
    while True:
        kind = chance.random()
        if kind < 0.7:
            tell_outcomes(workspace, add_items(workspace, items(chance), SmallReader(version)))
        elif kind < 0.9:
            judge_one(workspace, chance)
        else:
            version += 1
            tell_outcomes(workspace, reread(workspace, Intake(language="en"), SmallReader(version)))


if __name__ == "__main__":
    main()
