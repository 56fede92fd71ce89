"""Adding one report to a large ledger against adding one to a small one.

usage: growth.py [--small N] [--large N] [--samples N] [--part indexes|ledger|all]

Reports are generated (as many a day in both, three of an event, every fifth a reworded copy of the one before), with
statements, and put into (1) the index of stories, (2) the index of copies, (3) a ledger on SQLite, by the program's own way
of adding. Then some more are added one by one; the median of each and the ratio are printed. The limit is on all three
together. With 200,000 reports it takes some minutes and 2 GB of memory, and as much on the disk.
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

from sqlalchemy import Connection

from zusage.dossier import Dossier
from zusage.intake.reports import Item
from zusage.ledger.tables import metadata
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
LENGTH, CHANGED = 220, 22
COPIES = 5
"""One report of so many is a reworded copy of the one before."""
WRITTEN = 2_000
"""Reports that are written to the ledger one by one; up to 255 times as many are made of their rows."""

IDS = {
    "captures": ("id",),
    "texts": ("id", "report", "capture"),
    "readings": ("id", "report", "text"),
    "statements": ("id", "report"),
    "findings": ("reading", "statement"),
}
"""Tables that adding a report looks things up in, and their columns with ids."""


def main() -> int:
    """Fill, add, print; the exit status says whether the limit was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=2_000)
    parser.add_argument("--large", type=int, default=200_000)
    parser.add_argument("--samples", type=int, default=300)
    parser.add_argument("--part", choices=["indexes", "ledger", "all"], default="all")
    options = parser.parse_args()
    sizes = (options.small, options.large)
    with tempfile.TemporaryDirectory() as folder:
        makers: dict[str, Maker] = {
            "stories": story_adder,
            "copies": copy_adder,
            "ledger": lambda size: ledger_adder(Path(folder) / str(size), size),
        }
        wanted = {"indexes": ("stories", "copies"), "ledger": ("ledger",), "all": tuple(makers)}[options.part]
        parts = {name: compare(makers[name], sizes, options.samples) for name in wanted}
    parts["all"] = [sum(column) for column in zip(*parts.values(), strict=True)]
    print(f"{'adding one, ms (median)':26}{options.small:>12,}{options.large:>12,}{'ratio':>8}")
    for name, (small, large) in parts.items():
        print(f"{name:26}{small * 1e3:12.3f}{large * 1e3:12.3f}{large / small:8.2f}")
    small, large = parts["all"]
    print(f"\n{large / small:.2f} times (limit {LIMIT})")
    return 0 if large / small <= LIMIT else 1


Adder = Callable[[Reading], object]
Maker = Callable[[int], Adder]


def compare(make: Maker, sizes: Sequence[int], samples: int) -> list[float]:
    """Median seconds of adding one at each size; the sizes take turns, so that a busy machine is busy for both."""
    adders = [make(size) for size in sizes]
    seconds: list[list[float]] = [[] for _ in sizes]
    for number in range(samples):
        for size, adder, taken in zip(sizes, adders, seconds, strict=True):
            each = reading(size + number)
            start = time.perf_counter()
            adder(each)
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken[len(taken) // 10 :]) for taken in seconds]  # the first ones warm up


def story_adder(size: int) -> Adder:
    """Fill an index of stories."""
    index = StoryIndex(features_of(each) for each in readings(size))
    return lambda each: index.add(features_of(each))


def copy_adder(size: int) -> Adder:
    """Fill an index of copies."""
    index = CopyIndex(each.report for each in readings(size))
    return lambda each: index.add(each.report)


def ledger_adder(folder: Path, size: int) -> Adder:
    """Fill a ledger."""
    return partial(add_to, filled(folder, size))


# --- The ledger ---


def filled(folder: Path, size: int) -> Workspace:
    """Make a ledger with so many reports: the first ones by the program, further ones as their rows under other ids."""
    workspace = init_ledger(folder, dossier="ukraine-guarantees")
    with workspace.ledger.writing() as connection:
        for each in readings(min(size, WRITTEN)):
            at = workspace.clock()
            text, _ = save_report(connection, capture(each.report), each.report, resource="generated", at=at)
            save_reading(connection, each, text=text, at=at)
    with workspace.ledger.writing() as connection:
        for table in IDS:
            connection.exec_driver_sql(f"CREATE TEMP TABLE first_{table} AS SELECT * FROM {table}")  # noqa: S608 - our own names
        for number in range(1, size // WRITTEN):
            multiply(connection, f"{number:02x}")
    return workspace


def multiply(connection: Connection, mark: str) -> None:
    """Write the first rows once more, with the first two signs of every id changed to a mark."""
    for table, ids in IDS.items():
        names = [column.name for column in metadata.tables[table].columns if column.name != "seq"]
        values = [f"'{mark}' || substr({name}, 3)" if name in ids else name for name in names]
        given, made = ", ".join(names), ", ".join(values)
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO {table} ({given}) SELECT {made} FROM first_{table}")  # noqa: S608 - our own names


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
    body = source.choices(VOCABULARY, k=LENGTH)
    for changed in own.sample(range(LENGTH), CHANGED):
        body[changed] = own.choice(VOCABULARY)
    text = f"In {place} {given[0]}. {' '.join(body[: LENGTH // 2])}. {given[1]}. {' '.join(body[LENGTH // 2 :])}."
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
