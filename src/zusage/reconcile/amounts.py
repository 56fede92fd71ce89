"""Quantities as intervals with units: when two of them can both be right, and what a number of pledges comes to.

Uses `zusage.model`.

Source: codebook, section 2 (quantities); docs/methodology.md, "Amounts".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zusage.model.ledger import Entry
from zusage.model.statement import Quantity

ROUNDING = 0.05
"""Two exact numbers that are closer than this share are one number, rounded differently."""

Rates = Mapping[tuple[str, str], float]
"""Units of the second currency for one of the first, from a dossier's dated rates."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What pledges come to in one unit: an interval (an unknown upper side is None), and the entries counted in it."""

    unit: str
    min: float
    max: float | None
    entries: tuple[str, ...]


def is_money(quantity: Quantity) -> bool:
    """Say whether an amount is in a currency."""
    return quantity.unit not in {"persons", "items"}


def is_point(quantity: Quantity) -> bool:
    """Say whether an amount is one number."""
    return quantity.min is not None and quantity.min == quantity.max


def ends(quantity: Quantity) -> tuple[float, float]:
    """Both sides of an amount, zero and infinity for unknown ones."""
    return quantity.min or 0.0, float("inf") if quantity.max is None else quantity.max


def disagree(one: Quantity, other: Quantity, *, approximate: bool = False, rates: Rates | None = None) -> str | None:
    """Say why two amounts for one pledge cannot both be right; None if they can.

    `number`: the intervals do not meet, beyond rounding · `ceiling`: one gives as a fixed number what is the other's
    upper limit · `currency`: the same number in two currencies. ``approximate``: one of them is only meant roughly,
    which makes a ceiling and a number compatible. A range that holds the other one, several thousand and 6,000, and
    sums in two currencies without a rate are compatible.
    """
    if one.unit != other.unit:
        return _disagree_across(one, other, rates or {})
    (low, high), (other_low, other_high) = ends(one), ends(other)
    slack = ROUNDING * (2 if approximate else 1)
    if low > other_high * (1 + slack) or other_low > high * (1 + slack):
        return "number"
    if approximate:
        return None
    for ceiling, point in ((one, other), (other, one)):
        if ceiling.min is None and is_point(point) and ceiling.max == point.max:
            return "ceiling"
    return None


def _disagree_across(one: Quantity, other: Quantity, rates: Rates) -> str | None:
    if not (is_money(one) and is_money(other)):
        return None
    rate = rates.get((one.unit, other.unit))
    if rate is not None:
        low, high = (None if side is None else side * rate for side in (one.min, one.max))
        return disagree(Quantity(low, high, other.unit), other, approximate=True)
    return "currency" if (one.min, one.max) == (other.min, other.max) else None


def total(entries: Iterable[Entry], *, unit: str) -> Sum:
    """Add up the newest amounts of entries in one unit; a joint figure counts once, however many actors share it."""
    counted, names = [], []
    joint: dict[tuple[str, str | None, tuple[str, ...]], tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for entry in sorted(entries, key=lambda each: each.id):
        if entry.quantity is None or entry.quantity.unit != unit:
            continue
        names.append(entry.id)
        if entry.quantity.shared:
            key = (entry.measure, entry.recipient, tuple(sorted({entry.actor, *entry.joint_with})))
            joint[key] = max(joint[key], ends(entry.quantity))
        else:
            counted.append(ends(entry.quantity))
    counted.extend(joint.values())
    high = sum(each[1] for each in counted)
    return Sum(unit, sum(each[0] for each in counted), None if high == float("inf") else high, tuple(names))


def in_words(quantity: Quantity) -> str:
    """An amount in plain signs: "15000 persons", "≤ 200 persons", "≥ 2000 persons", "2000–5000 EUR"."""
    low, high = (None if side is None else f"{side:.10g}" for side in (quantity.min, quantity.max))
    if low is None:
        amount = f"≤ {high}"
    elif high is None:
        amount = f"≥ {low}"
    else:
        amount = low if low == high else f"{low}–{high}"
    return f"{amount} {quantity.unit}"
