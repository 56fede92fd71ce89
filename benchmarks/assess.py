"""How the assessment grows: a million pledges, ten thousand draws, and what would help the shipped package.

usage: assess.py [--most N]

The pledges are random: 200 actors, 16 measures, up to three atoms each, of which one in five is a threshold over others.
``wire`` turns pledges into gates, ``fixpoints`` finds both fixpoints, the rings and the fates; times are those of the
processor, the best of three (of one for the largest). Exit status 1 where a limit is missed.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal

import numpy as np

from zusage.assess.formula import Amount, Event, Formula, Others, Standing, all_of, any_of
from zusage.assess.pledge import Pledge
from zusage.assess.problem import World, compile_problem
from zusage.assess.resolve import resolve
from zusage.assess.simulation import simulate
from zusage.assess.unlocking import find_unlocking
from zusage.model.statement import Quantity
from zusage.model.values import MEASURES
from zusage.settings import Settings
from zusage.workflow.assess import Flags, assess_under, load_material, make_scenario

ACTORS = [f"actor-{number}" for number in range(200)]
WORLD = World(frozenset(f"event-{number}" for number in range(20)))
THRESHOLDS = 0.2
EVENTS = 0.3
SIZES = (10_000, 100_000, 1_000_000)
LIMITS = {"a million pledges": 5.0, "10,000 draws": 5.0, "unlocking sets": 1.0, "growth": 1.5, "memory in GB": 2.0}


def make_pledges(count: int, seed: int = 6) -> list[Pledge]:
    """Random pledges; equal atoms are one object, as they are where many conditions have the same words."""
    draw = random.Random(seed)  # noqa: S311 - a benchmark
    shared: dict[Formula, Formula] = {}

    def atom() -> Formula:
        kind = draw.random()
        if kind < THRESHOLDS / 2:
            made: Formula = Others(draw.randint(1, 180), draw.choice(MEASURES))
        elif kind < THRESHOLDS:
            made = Amount(Decimal(draw.randint(1, count * 10)), "persons", draw.choice(MEASURES))
        elif kind < THRESHOLDS + EVENTS:
            made = Event(f"event-{draw.randint(0, 39)}")
        else:
            made = Standing(draw.choice(ACTORS), draw.choice(MEASURES))
        return shared.setdefault(made, made)

    def pledge(number: int) -> Pledge:
        parts = [atom() for _ in range(draw.randint(1, 3))]
        condition = any_of(*parts) if draw.random() < EVENTS else all_of(*parts)
        quantity = Quantity(draw.randint(1, 500), None, "persons")
        actor, measure = draw.choice(ACTORS), draw.choice(MEASURES)
        return Pledge(id=str(number), actor=actor, measure=measure, condition=condition, quantity=quantity)

    return [pledge(number) for number in range(count)]


def seconds(work: Callable[[], object], *, times: int = 3) -> float:
    """The processor's time for the quickest of some runs."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def growing(most: int) -> Iterator[tuple[int, float, float]]:
    """For each size the seconds for wiring, and for everything."""
    for size in (each for each in SIZES if each <= most):
        pledges, times = make_pledges(size), 1 if size == SIZES[-1] else 3
        wire = seconds(lambda made=pledges: compile_problem(made, WORLD), times=times)
        yield size, wire, seconds(lambda made=pledges: resolve(made, WORLD), times=times)


def main() -> int:
    """Print the tables; return 1 where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest number of pledges")
    most = parser.parse_args().most
    reached: dict[str, float] = {}
    first = 0.0
    print(f"{'pledges':>10} {'wire':>8} {'fixpoints':>10} {'all':>8} {'us each':>8} {'ratio':>6}")
    for size, wire, every in growing(most):
        each = every / size * 1e6
        first = first or each
        print(f"{size:>10,} {wire:>7.2f}s {every - wire:>9.2f}s {every:>7.2f}s {each:>8.2f} {each / first:>6.2f}")
        if size == SIZES[-1]:
            reached |= {"a million pledges": every, "growth": each / first}
    reached["memory in GB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    material = load_material("paris-2026", Settings(), pledges="package")
    base = assess_under(material, make_scenario(material, Flags(scenario="ceasefire", honour=("signalled=0.2-0.8",))))
    nothing = assess_under(material, make_scenario(material, Flags()))
    reached["10,000 draws"] = seconds(lambda: simulate(base, np.random.default_rng(1), draws=10_000, seed=1))
    reached["unlocking sets"] = max(seconds(lambda made=made: find_unlocking(made)) for made in (base, nothing))
    print(f"\n{'':<20} {'reached':>8} {'limit':>6} {'ratio':>6}")
    for name, value in reached.items():
        print(f"{name:<20} {value:>8.2f} {LIMITS[name]:>6.1f} {value / LIMITS[name]:>6.2f}")
    return int(any(value > LIMITS[name] for name, value in reached.items()))


if __name__ == "__main__":
    sys.exit(main())
