"""What a run of number words is worth, and the interval that it means with its modifiers. Uses `grammar` and `tape`."""

from __future__ import annotations

from zusage.language.numbers.grammar import NAMES
from zusage.language.numbers.tape import Tape
from zusage.model.records import record

_ADDED = frozenset({"digits", "year", "day", "simple", "unit", "teen", "tens", "half", "lump", "several"})
_WIDEST = 10
_FEWEST = 2  # "Tausende", "several thousand": at least two of them


@record(frozen=True, slots=True)
class Interval:
    """The codebook's interval; an open side is None."""

    min: float | None
    max: float | None


def value_of(tape: Tape, start: int, end: int) -> float:
    """Add up number pieces: "two hundred and fifty thousand" is 250000, "eine halbe Milliarde" 500000000."""
    total = part = 0.0
    for at in range(start, end):
        name, fact = NAMES[tape.shape[at]], tape.facts[at]
        if name in _ADDED:
            part += fact
        elif name in {"hundred", "share"}:
            part = (part or 1.0) * fact
        elif name == "many":
            total = (total or float(_FEWEST)) * fact
        elif name in {"scale", "short"}:
            total, part = (total * fact, 0.0) if total and not part else (total + (part or 1.0) * fact, 0.0)
    return _plain(total + part or 1.0)


def scale_of(tape: Tape, start: int, end: int) -> float:
    """The last scale word's factor, 1 if there is none: what "zwei" has in "zwei bis drei Millionen"."""
    factors = [tape.facts[at] for at in range(start, end) if NAMES[tape.shape[at]] in {"scale", "short"}]
    return float(factors[-1]) if factors else 1.0


def range_of(tape: Tape, low: tuple[int, int], high: tuple[int, int], *, led: bool) -> Interval | None:
    """The interval of "zwei bis drei Millionen"; None if the words are no range ("3-2", "down 2.86 to 77.11").

    ``led``: "zwischen" or "von" stands before, so that its ends may lie far apart.
    """
    first, last = value_of(tape, *low), value_of(tape, *high)
    factor = scale_of(tape, *high)
    if factor > 1 and scale_of(tape, *low) == 1 and first * factor <= last:
        first *= factor
    if first * _WIDEST < last and not led:
        return None
    return Interval(_plain(first), last) if first < last else None


def interval_of(value: float, modifiers: frozenset[str], *, vague: bool, plain: bool) -> Interval:
    """Bound a number: "bis zu N" above, "mehr als N" and "mehrere Tausend" below, "rund N" on both sides.

    ``plain``: a small number without a unit, where "über" and "unter" are prepositions of place ("über zwei Fragen").

    Source: codebook, section 2, Quantities.
    """
    if vague or "lower" in modifiers or ("over" in modifiers and not plain):
        return Interval(value, None)
    if "upper" in modifiers or ("under" in modifiers and not plain):
        return Interval(None, value)
    return Interval(value, value)


def _plain(value: float) -> float:
    rounded = round(value, 4)
    return int(rounded) if float(rounded).is_integer() else rounded
