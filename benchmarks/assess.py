"""How the assessment grows: a million pledges, ten thousand draws, and what would help the shipped package.

usage: assess.py [--pledges N]

The pledges are random: 200 actors, 16 measures, up to three atoms each, of which one in five is a threshold over
others. ``compile`` wires them, ``resolve`` finds both fixpoints and the rings. Exit status 1 where a limit is missed.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from decimal import Decimal

from zusage.assess.formula import Amount, Event, Formula, Others, Standing, all_of, any_of
from zusage.assess.pledge import Pledge
from zusage.assess.problem import World, compile_problem
from zusage.assess.resolve import resolve
from zusage.model.statement import Quantity
from zusage.model.values import MEASURES

ACTORS = [f"actor-{number}" for number in range(200)]
WORLD = World(frozenset(f"event-{number}" for number in range(20)))


def make_pledges(count: int, seed: int = 6) -> list[Pledge]:
    """Random pledges; equal atoms are one object, as the parser's cache makes them."""
    draw = random.Random(seed)  # noqa: S311 - a benchmark
    shared: dict[Formula, Formula] = {}

    def atom() -> Formula:
        kind = draw.random()
        if kind < 0.1:
            made: Formula = Others(draw.randint(1, 180), draw.choice(MEASURES))
        elif kind < 0.2:
            made = Amount(Decimal(draw.randint(1, count * 10)), "persons", draw.choice(MEASURES))
        elif kind < 0.5:
            made = Event(f"event-{draw.randint(0, 39)}")
        else:
            made = Standing(draw.choice(ACTORS), draw.choice(MEASURES))
        return shared.setdefault(made, made)

    pledges = []
    for number in range(count):
        parts = [atom() for _ in range(draw.randint(1, 3))]
        condition = all_of(*parts) if draw.random() < 0.7 else any_of(*parts)
        quantity = Quantity(draw.randint(1, 500), None, "persons")
        pledges.append(
            Pledge(id=str(number), actor=draw.choice(ACTORS), measure=draw.choice(MEASURES), condition=condition, quantity=quantity)
        )
    return pledges
