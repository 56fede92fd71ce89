"""Which year is meant by something that comes every year: "im Juni", "by Christmas". Uses `clause` and `setting`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from zusage.language.dates.clause import direction
from zusage.language.dates.grammar import NAMES
from zusage.language.dates.period import Period
from zusage.language.dates.setting import Found, Outcome

Make = Callable[[int], Period | None]
"""Makes the period of a year, None if that year has none (29 February)."""

_NEAR_AHEAD, _NEAR_BACK = 62, 92  # days
_CLOSE = 31  # days: what is closer is meant whatever the tense
_AHEAD = frozenset({"until", "to", "by", "from"})


def recurring(found: Found, make: Make, fallback: str) -> Outcome | None:
    """Choose the year: the one looked for, the one that the clause points to, else the nearest.

    The last day or month that was named with its year decides first, if it is the same month of another time ("im März
    1992 … am 5. März"). "Bis", "by" and "ab" look ahead, "seit" back.
    """
    setting = found.setting
    if setting.anchor is None:
        return Outcome(fallback)
    year = setting.anchor.year
    told = setting.named
    if told is not None and abs(told.first.year - year) > 1:
        same = make(told.first.year)
        if same is not None and same.first.month == told.first.month:
            return Outcome(same.value, same)
    options = [period for number in (year - 1, year, year + 1) if (period := make(number)) is not None]
    earlier = next((period for period in reversed(options) if period.first <= setting.anchor), None)
    later = next((period for period in options if period.last >= setting.anchor), None)
    near = _nearest(setting.anchor, options)
    towards = setting.prefer or _preposition(found)
    if towards is None and near is not None and _gap(setting.anchor, near) > _CLOSE:
        towards = direction(found)
    chosen = {"past": earlier, "future": later}.get(towards or "") or near
    return Outcome(chosen.value, chosen, earlier=earlier, later=later) if chosen else None


def _preposition(found: Found) -> str | None:
    """As in "by April" looks ahead, "since April" back."""
    at = found.match.start("SPAN") - 1
    while at >= 0 and NAMES[found.tape.shape[at]] in {"det", "part", "of", "zu", "approx"}:
        at -= 1
    name = NAMES[found.tape.shape[at]] if at >= 0 else ""
    if name in _AHEAD:
        return "future"
    return "past" if name == "since" else None


def _nearest(anchor: date, options: list[Period]) -> Period | None:
    """The period of the anchor's own year, but across the turn of the year the one next to it."""

    def distance(period: Period) -> tuple[int, int]:
        ahead, back = (period.first - anchor).days, (anchor - period.last).days
        near = ahead <= _NEAR_AHEAD and back <= _NEAR_BACK
        return (0 if near else 1 if period.first.year == anchor.year else 2), _gap(anchor, period)

    return min(options, key=distance, default=None)


def _gap(anchor: date, period: Period) -> int:
    return max((period.first - anchor).days, (anchor - period.last).days, 0)
