"""Adding one report to a large ledger against adding one to a small one.

usage: growth.py [--small N] [--large N] [--samples N]

Reports are generated (as many a day in both, three of an event, every fifth a reworded copy of the one before) and put into
(1) the index of stories, (2) the index of copies. Then some more are added one by one; the median of each and the ratio are
printed. The limit is on both together. With 200,000 reports it takes some minutes and 2 GB of memory. Adding a report to a
ledger is measured by ledger.py.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one core

from zusage.model.quote import Quote
from zusage.model.report import Reader, Reading, Report
from zusage.model.statement import Commitment, Quantity
from zusage.model.values import Firmness
from zusage.reconcile import CopyIndex, StoryIndex, features_of

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


def main() -> int:
    """Fill, add, print; the exit status says whether the limit was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=2_000)
    parser.add_argument("--large", type=int, default=200_000)
    parser.add_argument("--samples", type=int, default=300)
    options = parser.parse_args()
    sizes = (options.small, options.large)
    makers: dict[str, Maker] = {"stories": story_adder, "copies": copy_adder}
    parts = {name: compare(make, sizes, options.samples) for name, make in makers.items()}
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
