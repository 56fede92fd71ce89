"""A pledge in one line, as on the command line: ``tr: naval 2 items, signalled if ceasefire and us-support``.

Everything but actor and measure may be left out; without a firmness a pledge is taken as `pledged`. Uses
`zusage.assess.parsing`.
"""

from __future__ import annotations

import re

from zusage.assess.formula import ALWAYS
from zusage.assess.parsing import parse_condition
from zusage.assess.pledge import Origin, Pledge
from zusage.errors import FormatError
from zusage.model.statement import Quantity
from zusage.model.values import Firmness

EXAMPLE = 'as in "tr: naval 2 items, signalled if ceasefire"'

_LINE = re.compile(
    r"\s*(?P<actor>[\w-]+(?::[\w-]+)?)\s*:\s+(?P<measure>[\w-]+)"
    r"(?:\s+(?P<quantity>[^,]*?))?"
    r"(?:\s*,\s*(?P<firmness>\w+))?"
    r"\s*"
)
_IF = re.compile(r"\s+if\s+")
_NUMBER = r"(\d+(?:\.\d+)?)(?:\s+(thousand|million|billion))?"
_QUANTITY = re.compile(
    rf"(?:(?P<side>up to|at least)\s+{_NUMBER}|{_NUMBER}(?:\s*(?:-|–|to)\s*{_NUMBER})?)\s+(?P<unit>[A-Za-z]+)"
)
_SIZES = {None: 1, "thousand": 1e3, "million": 1e6, "billion": 1e9}


def parse_line(words: str, firmness: Firmness = Firmness.PLEDGED) -> Pledge:
    """Read a pledge of one line; ``firmness`` is that of a line which names none.

    Whether actor, measure, unit and events exist is checked where a package is known.

    Raises:
        FormatError: it does not have this form.
        ConditionError: its condition does not parse.
    """
    head, *condition = _IF.split(words, maxsplit=1)
    found = _LINE.fullmatch(head)
    if not found:
        raise FormatError(f'"{words.strip()}"', "is no pledge in one line", hint=EXAMPLE)
    named = (found["firmness"] or firmness).lower()
    if named not in set(Firmness):
        raise FormatError(f'"{words.strip()}"', f"{named} is no firmness", hint=f"one of: {', '.join(Firmness)}")
    return Pledge(
        id=f"{found['actor']}-{found['measure']}".replace(":", "-"),
        actor=found["actor"],
        measure=found["measure"],
        firmness=Firmness(named),
        condition=parse_condition(condition[0]) if condition else ALWAYS,
        quantity=parse_quantity(found["quantity"]) if found["quantity"] else None,
        origin=Origin.ADDED,
    )


def parse_quantity(words: str) -> Quantity:
    """Read an amount: ``5000 persons``, ``up to 200 persons``, ``2000-5000 persons``, ``1.5 billion EUR``.

    Raises:
        FormatError: it is none, or its lower side is above its upper one.
    """
    found = _QUANTITY.fullmatch(" ".join(words.split()))
    if not found:
        hint = "as in 5000 persons, up to 200 persons, 2000-5000 persons, 1.5 billion EUR"
        raise FormatError(f'"{words}"', "is no amount", hint=hint)
    numbers = _numbers(found)
    shared = numbers[-1][1]  # "2-3 million" means millions on both sides
    sides = [float(number) * _SIZES[size or shared] for number, size in numbers]
    low, high = sides[0], sides[-1]
    if low > high:
        raise FormatError(f'"{words}"', "has its lower side above its upper one", hint="swap them")
    side = found["side"]
    return Quantity(None if side == "up to" else low, None if side == "at least" else high, found["unit"])


def _numbers(found: re.Match[str]) -> list[tuple[str, str | None]]:
    groups = found.groups()[1:-1]  # without the side and the unit
    return [(number, groups[place + 1]) for place, number in enumerate(groups) if place % 2 == 0 and number]
