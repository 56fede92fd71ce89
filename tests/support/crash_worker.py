"""A process that works on a ledger until it is killed, and says what it did once it is committed.

    python crash_worker.py FOLDER SEED [URL]

It adds, reads again, judges, merges and splits, takes down, backs up and restores. Each line on standard output is an
acknowledgement, written after the commit: "text ID REPORT", "reading ID REPORT", "judgement ID REPORT",
"tombstone REPORT REPORT", "backup FILE", "restored FOLDER".
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from zusage.dossier import Dossier, load_dossier
from zusage.errors import FormatError
from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Failure, Source
from zusage.ledger.copying import back_up, restore
from zusage.ledger.queries import readings_in_force
from zusage.ledger.store import open_ledger
from zusage.model.ledger import Judgement, statement_id
from zusage.model.quote import Quote
from zusage.model.report import Reader, Reading, Report
from zusage.model.statement import Commitment, Quantity
from zusage.model.values import Firmness
from zusage.workflow import judge, pledges, stories, takedown
from zusage.workflow.add import Outcome, add_items, find_remaking, reread
from zusage.workflow.views import view_ledger
from zusage.workflow.workspace import Workspace

PLEDGE = re.compile(r"(Oslo|Riga|Bern) will send (\d+) (\w+)")
ACTORS = {"Oslo": "no", "Riga": "lv", "Bern": "ch"}
AT = "2025-01-01T00:00:00.000Z"


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
    yield from read_reports(Source(f"{number}.txt", (body * 8).encode("utf-8")), Intake(language="en"))


def tell(*words: str) -> None:
    """Acknowledge."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


class Worker:
    """One process's work on one ledger."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        """Work by chance, which a seed decides."""
        self._workspace = workspace
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._seed = self._version = seed
        self._copies = 0

    def work(self) -> None:
        """Do one thing."""
        kinds: dict[Callable[[], None], int] = {
            self._add: 50,
            self._reread: 10,
            self._judge: 15,
            self._code: 5,
            self._judge_entries: 8,
            self._judge_stories: 5,
            self._take_down: 2,
            self._back_up: 5,
        }
        (kind,) = self._chance.choices(list(kinds), list(kinds.values()))
        kind()

    def _add(self) -> None:
        self._tell_outcomes(add_items(self._workspace, items(self._chance), SmallReader(self._version)))

    def _reread(self) -> None:
        self._version += 1
        remaking = find_remaking(self._workspace)
        self._tell_outcomes(
            reread(self._workspace, Intake(language="en"), SmallReader(self._version), remaking=remaking)
        )

    def _tell_outcomes(self, outcomes: Iterator[Outcome | Failure]) -> None:
        for outcome in outcomes:
            if isinstance(outcome, Outcome):
                report = outcome.reading.report.id
                tell("text", report, report)
                tell("reading", outcome.saved.id, report)

    def _some_reading(self) -> Reading | None:
        with self._workspace.ledger.reading() as connection:
            found = list(readings_in_force(connection))
        return self._chance.choice(found) if found else None

    def _tell(self, *made: Judgement, report: str) -> None:
        for each in made:
            tell("judgement", each.id, report)

    def _judge(self) -> None:
        found = self._some_reading()
        if found is None or not found.statements:
            return
        name = statement_id(found.report.id, self._chance.choice(found.statements))
        who = f"reviewer {self._chance.randrange(3)}"
        kind = self._chance.randrange(4)
        if kind == 0:
            changes = {"firmness": self._chance.choice(["signalled", "considering", "concrete"])}
            done = judge.correct(self._workspace, name, changes, who=who)
        else:
            decide = judge.accept if kind == 1 else judge.reject
            done = decide(self._workspace, name, who=who, why=str(self._chance.random()))
        self._tell(done.judgement, report=found.report.id)
        if kind == 3:
            self._tell(judge.undo(self._workspace, done.judgement.id, who=who), report=found.report.id)

    def _code(self) -> None:
        found = self._some_reading()
        if found is not None:
            record = {"quote": "Oslo will", "actor": "no", "measure": "funding", "firmness": "signalled"}
            why = str(self._chance.random())
            done = judge.code(self._workspace, found.report.id, record, who="coder", why=why)
            self._tell(done.judgement, report=found.report.id)

    def _judge_entries(self) -> None:
        entries = view_ledger(self._workspace).entries
        if len(entries) < len(ACTORS):
            return
        one, other = self._chance.sample(entries, 2)
        kind = self._chance.randrange(3)
        if kind == 0:
            made: tuple[Judgement, ...] = (pledges.merge(self._workspace, [one.id, other.id], who="mona"),)
        elif kind == 1:
            made = pledges.tell_apart(self._workspace, one.id, other.id, who="mona")
        else:
            out = [each.id for each in one.statements[:1]]
            made = pledges.split(self._workspace, one.id, out, who="mona") if len(one.statements) > 1 else ()
        reports = {each.id: each.report for entry in entries for each in entry.statements}
        for each in made:
            self._tell(each, report=reports[each.target])

    def _judge_stories(self) -> None:
        found = [story.id for story in view_ledger(self._workspace).grounds.stories]
        if len(found) > 1:
            made = stories.merge_stories(self._workspace, self._chance.sample(found, 2), who="ole")
            self._tell(made, report=made.target)

    def _take_down(self) -> None:
        found = self._some_reading()
        if found is not None:
            takedown.take_down(self._workspace, found.report.id, who="mona", why="asked for")
            tell("tombstone", found.report.id, found.report.id)

    def _back_up(self) -> None:
        self._copies += 1
        folder = self._workspace.ledger.folder.parent
        backup = folder / f"backup-{self._seed}-{self._copies}.zip"
        back_up(self._workspace.ledger, backup, at=AT)
        tell("backup", backup.name, "")
        target = folder / f"restored-{self._seed}-{self._copies}"
        restore(backup, target, at=AT)
        tell("restored", target.name, "")


def main() -> None:
    """Work until killed."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    url = sys.argv[3] if len(sys.argv) > 3 else None
    tell("ready")
    worker = Worker(Workspace(open_ledger(folder, at=AT, url=url), load_dossier("ukraine-guarantees")), seed)
    while True:
        try:
            worker.work()
        except FormatError as error:
            if "says that already" not in error.problem:
                raise


if __name__ == "__main__":
    main()
