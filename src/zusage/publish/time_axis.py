"""Days along a line, for drawings of what happened when: the scale, its few ticks, and the two widths that drawings have.

Standard library only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

WIDE, NARROW = 860.0, 340.0
"""Widths of a drawing: beside a table, and on a telephone, where its words keep their size."""

_TICKS = 5
_LEAST_GAP = 96.0
"""Room that a day needs beneath the axis."""

_MARGIN = 14.0


def is_narrow(width: float) -> bool:
    """Say whether labels have to stand above what they name: beside it there is no room."""
    return width < (WIDE + NARROW) / 2


@dataclass(frozen=True, slots=True)
class Scale:
    """Places of days between two edges."""

    first: int
    last: int
    left: float
    right: float

    @classmethod
    def over(cls, days: Sequence[str], left: float, right: float) -> Scale:
        """Make the scale on which all of some days have their place."""
        numbers = [date.fromisoformat(day).toordinal() for day in days] or [1]
        return cls(min(numbers), max(numbers), left + _MARGIN, right - _MARGIN)

    @property
    def edges(self) -> tuple[float, float]:
        """Where the axis begins and ends, a little outside of the first and the last day."""
        return self.left - _MARGIN, self.right + _MARGIN

    def at(self, day: str) -> float:
        """Return the place of a day."""
        number = date.fromisoformat(day).toordinal()
        if self.first == self.last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * (number - self.first) / (self.last - self.first)

    def ticks(self) -> list[str]:
        """Return a few days, so far from each other that their words fit."""
        if self.first == self.last:
            return [date.fromordinal(self.first).isoformat()]
        count = max(2, min(_TICKS, self.last - self.first + 1, int((self.right - self.left) / _LEAST_GAP)))
        numbers = {self.first + round((self.last - self.first) * each / (count - 1)) for each in range(count)}
        return [date.fromordinal(each).isoformat() for each in sorted(numbers)]


def axis(scale: Scale, y: float, width: float, say: Callable[[str], str]) -> str:
    """Draw the axis with the words of its days; at an edge of the drawing they stay inside."""
    left, right = scale.edges
    drawn = [f'<line x1="{left:g}" x2="{right:g}" y1="{y:g}" y2="{y:g}" class="axis"/>']
    for day in scale.ticks():
        x = scale.at(day)
        anchor, at = "middle", x
        if x < _LEAST_GAP / 2:
            anchor, at = "start", max(left, 1)
        elif x > width - _LEAST_GAP / 2:
            anchor, at = "end", min(right, width - 1)
        drawn.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y:g}" y2="{y + 5:g}" class="axis"/>')
        words = escape(say(day))
        drawn.append(f'<text x="{at:.1f}" y="{y + 21:g}" text-anchor="{anchor}" class="label small">{words}</text>')
    return "".join(drawn)


def cut(words: str, most: int) -> str:
    """Shorten a label that has no room: whole it stands in the table beside the drawing."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
