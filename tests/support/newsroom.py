"""A newsroom that works with a ledger by chance: it adds made-up reports, reads them again, judges and takes down."""

from __future__ import annotations

import contextlib
import itertools
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from made_up_reports import make_reading, make_report

from zusage.dossier import Dossier
from zusage.errors import ZusageError
from zusage.intake.reports import Item
from zusage.model.report import Capture, Reading, Report
from zusage.workflow import judge, pledges, stories
from zusage.workflow.add import Outcome, add_items
from zusage.workflow.takedown import take_down
from zusage.workflow.views import View, view_ledger
from zusage.workflow.workspace import Workspace, init_ledger


def open_at(folder: Path, url: str | None = None) -> Workspace:
    """An empty ledger whose clock ticks by the second."""
    ticks = itertools.count()
    clock = lambda: f"2025-01-01T{(tick := next(ticks)) // 3600:02}:{tick // 60 % 60:02}:{tick % 60:02}.000Z"  # noqa: E731
    return init_ledger(folder, dossier="ukraine-guarantees", clock=clock, database_url=url or "")


class Newsroom:
    """Adds made-up reports, reads them again, judges and takes down, by chance."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self.workspace = workspace
        self.chance = random.Random(seed)  # noqa: S311 - no secret
        self.versions: dict[int, int] = {}

    def add(self, number: int) -> None:
        """Add a report, or read it again by a later reader."""
        version = self.versions[number] = self.versions.get(number, -1) + 1
        report = make_report(random.Random(number), number)  # noqa: S311 - no secret
        item = Item(f"made-up {number}", Capture(report.text.encode()), report)

        def read(report: Report, dossier: Dossier) -> Reading:
            assert dossier.id
            return make_reading(report, version)

        (outcome,) = add_items(self.workspace, iter([item]), read)
        assert isinstance(outcome, Outcome), outcome

    def judge(self) -> None:
        """Judge something, or undo a judgement."""
        view = view_ledger(self.workspace)
        claims, entries = view.grounds.claims, view.entries
        if not claims:
            return
        name = self.chance.choice(claims).id
        acts: list[Callable[[], object]] = [
            lambda: judge.accept(self.workspace, name, who="mona"),
            lambda: judge.reject(self.workspace, name, who="mona"),
            lambda: judge.correct(self.workspace, name, {"actor": "lv"}, who="mona"),
            lambda: judge.undo(self.workspace, self.chance.choice(view.judgements).id, who="mona"),
            lambda: pledges.merge(self.workspace, [each.id for each in self.chance.sample(entries, 2)], who="mona"),
            lambda: pledges.split(self.workspace, *self._half(view), who="mona"),
            lambda: stories.merge_stories(self.workspace, self._stories(view), who="mona"),
            lambda: stories.split_story(self.workspace, *self._part(view), who="mona"),
        ]
        with contextlib.suppress(ZusageError, IndexError, ValueError):  # nothing to merge or to split
            self.chance.choice(acts)()

    def accept(self, most: int = 4) -> None:
        """Accept some statements, so that the public edition has some."""
        names = [each.id for each in view_ledger(self.workspace).grounds.claims]
        for name in self.chance.sample(names, min(most, len(names))):
            judge.accept(self.workspace, name, who="mona")

    def _half(self, view: View) -> tuple[str, list[str]]:
        entry = self.chance.choice([each for each in view.entries if len(each.statements) > 1])
        return entry.id, [entry.statements[0].id]

    def _part(self, view: View) -> tuple[str, list[str]]:
        story = self.chance.choice([each for each in view.grounds.stories if len(each.reports) > 1])
        return story.id, [story.reports[0]]

    def _stories(self, view: View) -> list[str]:
        return [each.id for each in self.chance.sample(view.grounds.stories, 2)]

    def take_down(self) -> None:
        """Take a report down."""
        readings = view_ledger(self.workspace).readings
        if readings:
            take_down(self.workspace, self.chance.choice(readings).report.id, who="mona", why="asked for")

    def live(self, steps: int) -> Iterator[None]:
        """Do so many things, one after another."""
        for _ in range(steps):
            what = self.chance.random()
            if what < 0.6:
                number = self.chance.randrange(12)
                try:
                    self.add(number)
                except AssertionError as problem:
                    assert "was taken down" in str(problem)  # noqa: PT017 - the outcome says so
            elif what < 0.93:
                self.judge()
            else:
                self.take_down()
            yield
