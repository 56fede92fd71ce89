"""Adding one report to a large ledger against adding one to a small one.

usage: growth.py [--small N] [--large N] [--samples N] [--skip-ledger]

Reports are generated (as many a day in both, three of an event, every fifth a reworded copy of the one before), with
statements, and put into (1) the index of stories, (2) the index of copies, (3) a ledger on SQLite, by the program's own way
of adding. Then some more are added one by one; the median of each and the ratio are printed. The limit is on all three
together. With 200,000 reports it takes a quarter of an hour and 3 GB.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one core

from zusage.dossier import Dossier
from zusage.intake.reports import Item
from zusage.ledger.writing import save_reading, save_report
from zusage.model.quote import Quote
from zusage.model.report import Capture, Reader, Reading, Report
from zusage.model.statement import Commitment, Quantity
from zusage.model.values import Firmness
from zusage.reconcile import CopyIndex, StoryIndex, features_of
from zusage.workflow.add import add_items
from zusage.workflow.workspace import Workspace, init_ledger

LIMIT = 1.5
A_DAY = 50
A_STORY = 3
FIRST = date(2010, 1, 1)
READER = Reader("generator", "1")
ACTORS = ("de", "fr", "gb", "us", "no", "se", "fi", "pl", "it", "es", "nl", "jp")
MEASURES = ("troops", "funding", "humanitarian", "arms", "training")
WORDS = 20_000
CHANGED = 0.1
COPIES = 5
"""One report of so many is a reworded copy of the one before."""
BATCH = 2_000


def main() -> int:
    """Fill, add, print; the exit status says whether the limit was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=2_000)
    parser.add_argument("--large", type=int, default=200_000)
    parser.add_argument("--samples", type=int, default=300)
    parser.add_argument("--skip-ledger", action="store_true", help="only the indexes")
    options = parser.parse_args()
    parts: dict[str, list[float]] = {}
    for size in (options.small, options.large):
        for name, seconds in measure(size, options.samples, ledger=not options.skip_ledger).items():
            parts.setdefault(name, []).append(seconds)
    parts["all"] = [sum(column) for column in zip(*parts.values(), strict=True)]
    print(f"{'adding one, ms (median)':26}{options.small:>12,}{options.large:>12,}{'ratio':>8}")
    for name, (small, large) in parts.items():
        print(f"{name:26}{small * 1e3:12.3f}{large * 1e3:12.3f}{large / small:8.2f}")
    small, large = parts["all"]
    print(f"\n{large / small:.2f} times (limit {LIMIT})")
    return 0 if large / small <= LIMIT else 1


def measure(size: int, samples: int, *, ledger: bool) -> dict[str, float]:
    """Fill each part with a number of reports and return the median seconds of adding one more."""
    fresh = [reading(number) for number in range(size, size + samples)]
    found = {"stories": into_stories(size, fresh), "copies": into_copies(size, fresh)}
    if ledger:
        with tempfile.TemporaryDirectory() as folder:
            workspace = filled(Path(folder) / "ledger", size)
            found["ledger"] = median_of(fresh, partial(add_to, workspace))
    return found


def into_stories(size: int, fresh: Sequence[Reading]) -> float:
    """Seconds of adding one to the index of stories."""
    index = StoryIndex(features_of(each) for each in readings(size))
    return median_of(fresh, lambda each: index.add(features_of(each)))


def into_copies(size: int, fresh: Sequence[Reading]) -> float:
    """Seconds of adding one to the index of copies."""
    index = CopyIndex(each.report for each in readings(size))
    return median_of(fresh, lambda each: index.add(each.report))


def median_of(fresh: Sequence[Reading], add: Callable[[Reading], object]) -> float:
    """Add each; return the median of the seconds, the first tenth left out: caches warm up."""
    seconds = []
    for each in fresh:
        start = time.perf_counter()
        add(each)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[len(seconds) // 10 :])


# --- The ledger ---


def filled(folder: Path, size: int) -> Workspace:
    """Make a ledger with so many reports, many in one transaction."""
    workspace = init_ledger(folder, dossier="ukraine-guarantees")
    for start in range(0, size, BATCH):
        with workspace.ledger.writing() as connection:
            for number in range(start, min(size, start + BATCH)):
                each = reading(number)
                at = workspace.clock()
                text, _ = save_report(connection, capture(each.report), each.report, resource="generated", at=at)
                save_reading(connection, each, text=text, at=at)
    return workspace


def add_to(workspace: Workspace, each: Reading) -> None:
    """Add one report as `zusage add` does, with a reader that has read it already."""
    item = Item("generated", capture(each.report), each.report)

    def read(report: Report, dossier: Dossier) -> Reading:
        del report, dossier
        return each

    list(add_items(workspace, iter([item]), read, who=READER))


def capture(report: Report) -> Capture:
    """Return the bytes of a report."""
    return Capture(report.text.encode())


# --- Generated reports ---


def readings(size: int) -> Iterator[Reading]:
    """Yield the first so many generated reports."""
    return (reading(number) for number in range(size))


def reading(number: int) -> Reading:
    """Generate a report: about one of the day's events, in words of a made-up language, with two commitments."""
    event, own = number // A_STORY, random.Random(number)  # noqa: S311 - no secret: the same reports in every run
    shared = random.Random(f"event {event}")  # noqa: S311 - as above
    day = FIRST + timedelta(days=event * A_STORY // A_DAY)
    place, name, amount = (shared.choice(NAMES) for _ in range(3))
    people = shared.randrange(1_000, 99_999)
    given = [f"{shared.choice(ACTORS)} will send {people} men to {place}", f"{name} pays {amount} {people + 7} euros"]
    source = random.Random(number - 1) if number % COPIES == 0 else own  # noqa: S311 - as above
    body = [source.choice(VOCABULARY) if own.random() > CHANGED else own.choice(VOCABULARY) for _ in range(220)]
    text = f"In {place} {given[0]}. {' '.join(body[:110])}. {given[1]}. {' '.join(body[110:])}."
    report = Report(text=text, language="en", title=place, name=f"generated-{number}", published_on=day.isoformat())
    commitments = tuple(
        Commitment(
            actor=shared.choice(ACTORS),
            measure=shared.choice(MEASURES),
            firmness=Firmness.PLEDGED,
            quote=Quote.find(text, words),
            recipient="ua",
            quantity=Quantity(people, people, "persons"),
            said_on=day.isoformat(),
        )
        for words in given
    )
    return Reading(report=report, commitments=commitments, reader=READER)


def made_up(number: int) -> str:
    """Return a made-up word."""
    letters = random.Random(f"word {number}")  # noqa: S311 - as above
    return "".join(letters.choice("bdfgklmnprst") + letters.choice("aeiou") for _ in range(letters.randint(2, 4)))


VOCABULARY = [made_up(number) for number in range(WORDS)]
NAMES = [word.title() for word in VOCABULARY[:5_000]]


if __name__ == "__main__":
    sys.exit(main())
