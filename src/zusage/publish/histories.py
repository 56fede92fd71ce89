"""Histories as accessible SVG: the ladder of one pledge over time, and lanes of many pledges side by side.

Each step has dots and a word besides its colour. Uses the style and the frame of `zusage.publish.svg`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from zusage.model.values import Firmness
from zusage.publish.svg import chart

_WIDTH = 860.0
_RIGHT = 24.0
_ROW = 30.0
_LANE = 28.0
_TICKS = 5
_LEAST_GAP = 96.0
"""Room that a day needs beneath the axis."""

_ROWS = (
    Firmness.DELIVERED,
    Firmness.CONCRETE,
    Firmness.PLEDGED,
    Firmness.SIGNALLED,
    Firmness.CONSIDERING,
    Firmness.REJECTED,
    Firmness.WITHHELD,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said on a day: how firm, and whether it may set the firmness."""

    day: str
    firmness: Firmness
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """The steps of one line: each holds until the next; the first day of each, in order."""

    label: str
    steps: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """What a drawing says: its title, what is in it for those who hear it, and words for firmness and days."""

    title: str
    about: str
    firmness: Callable[[Firmness], str]
    day: Callable[[str], str]


def ladder(name: str, steps: Sequence[Mark], said: Sequence[Mark], labels: Labels) -> str:
    """Draw the steps of one pledge as a line, and everything that was said as points; nothing without a day."""
    left, top = 168.0, 12.0
    scale = _Scale.over([each.day for each in (*steps, *said)], left, _WIDTH - _RIGHT)
    height = top + _ROW * len(_ROWS)
    inside = [_rung(each, top, left, labels) for each in _ROWS]
    inside.append(_line(steps, scale, top))
    grouped: dict[tuple[str, Firmness], list[Mark]] = defaultdict(list)
    for each in said:
        grouped[each.day, _row(each.firmness)].append(each)
    inside.extend(
        _points(found, scale.at(day), _height(firmness, top)) for (day, firmness), found in sorted(grouped.items())
    )
    inside.append(_axis(scale, height, labels))
    return chart(name, labels.title, labels.about, (_WIDTH, height + 30), "".join(inside))


def lanes(name: str, every: Sequence[Lane], until: str | None, labels: Labels) -> str:
    """Draw one lane for each line: bars from step to step, the last one up to the day ``until``."""
    left, top = 210.0, 8.0
    days = [each.day for lane in every for each in lane.steps]
    scale = _Scale.over([*days, *([until] if until else [])], left, _WIDTH - _RIGHT)
    inside = []
    for place, lane in enumerate(every):
        y = top + place * _LANE
        inside.append(
            f'<text x="{left - 12:g}" y="{y + 17:g}" text-anchor="end" class="label">{escape(lane.label)}</text>'
        )
        inside.append(_bars(lane, scale, y, labels))
    height = top + _LANE * len(every)
    inside.append(_axis(scale, height, labels))
    return chart(name, labels.title, labels.about, (_WIDTH, height + 30), "".join(inside))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    left: float
    right: float

    @classmethod
    def over(cls, days: Sequence[str], left: float, right: float) -> _Scale:
        numbers = [date.fromisoformat(day).toordinal() for day in days] or [1]
        return cls(min(numbers), max(numbers), left + 14, right - 14)

    def at(self, day: str) -> float:
        return self.place(date.fromisoformat(day).toordinal())

    def place(self, number: int) -> float:
        if self.first == self.last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * (number - self.first) / (self.last - self.first)

    def ticks(self) -> list[str]:
        """A few days, so far from each other that their words fit."""
        if self.first == self.last:
            return [date.fromordinal(self.first).isoformat()]
        count = min(_TICKS, self.last - self.first + 1, int((self.right - self.left) / _LEAST_GAP))
        numbers = {self.first + round((self.last - self.first) * each / (count - 1)) for each in range(count)}
        return [date.fromordinal(each).isoformat() for each in sorted(numbers)]


def _row(firmness: Firmness) -> Firmness:
    """What was taken back stands in the row of what was rejected."""
    return Firmness.REJECTED if firmness is Firmness.WITHDRAWN else firmness


def _height(firmness: Firmness, top: float) -> float:
    return top + _ROW * (_ROWS.index(_row(firmness)) + 0.5)


def tone(firmness: Firmness) -> str:
    """The class of colour: ``against``, ``none`` or ``step-1`` to ``step-5``."""
    step = firmness.step
    return "none" if step is None else f"step-{step}" if step else "against"


def _rung(firmness: Firmness, top: float, left: float, labels: Labels) -> str:
    y = _height(firmness, top)
    return (
        f'<line x1="{left:g}" x2="{_WIDTH - _RIGHT:g}" y1="{y:g}" y2="{y:g}" class="rung"/>'
        f'<text x="{left - 12:g}" y="{y + 5:g}" text-anchor="end" class="label">{escape(labels.firmness(firmness))}</text>'
    )


def _line(steps: Sequence[Mark], scale: _Scale, top: float) -> str:
    if not steps:
        return ""
    parts = [f"M{scale.at(steps[0].day):.1f} {_height(steps[0].firmness, top):g}"]
    parts.extend(f"H{scale.at(each.day):.1f}V{_height(each.firmness, top):g}" for each in steps[1:])
    parts.append(f"H{scale.right + 14:.1f}")
    return f'<path d="{"".join(parts)}" class="steps-line"/>'


def _points(found: Sequence[Mark], x: float, y: float) -> str:
    """One point, with a number where several things were said on that day."""
    counts = any(each.counts for each in found)
    firmness = found[0].firmness
    sort = f"mark-{tone(firmness)}" if counts else "mark-idle"
    drawn = f'<circle cx="{x:.1f}" cy="{y:g}" r="6.5" class="mark {sort}"/>'
    if len(found) > 1:
        drawn += f'<text x="{x + 9:.1f}" y="{y - 5:g}" class="label small">{len(found)}</text>'
    return drawn


def _bars(lane: Lane, scale: _Scale, y: float, labels: Labels) -> str:
    drawn = []
    for place, each in enumerate(lane.steps):
        x = scale.at(each.day)
        end = scale.at(lane.steps[place + 1].day) if place + 1 < len(lane.steps) else scale.right + 14
        width = max(end - x, 3)
        drawn.append(
            f'<rect x="{x:.1f}" y="{y + 2:g}" width="{width:.1f}" height="{_LANE - 6:g}" rx="2" '
            f'class="bar mark-{tone(each.firmness)}"/>'
        )
        drawn.append(_inscription(each.firmness, x, y, width, labels))
    return "".join(drawn)


def _inscription(firmness: Firmness, x: float, y: float, width: float, labels: Labels) -> str:
    """The word in the bar, or a sign where the word does not fit."""
    word = labels.firmness(firmness)
    step = firmness.step
    sign = "–" if step is None else str(step) if step else "✕"
    fits = width > 7.5 * len(word) + 12
    if not fits and width < 14:  # noqa: PLR2004 - a sign's width
        return ""
    kind = "on-step-5" if step == 5 else "on"  # noqa: PLR2004 - the top of the ladder is dark
    return f'<text x="{x + 5:.1f}" y="{y + 17:g}" class="label small {kind}">{escape(word if fits else sign)}</text>'


def _axis(scale: _Scale, y: float, labels: Labels) -> str:
    drawn = [f'<line x1="{scale.left - 14:g}" x2="{scale.right + 14:g}" y1="{y:g}" y2="{y:g}" class="axis"/>']
    for day in scale.ticks():
        x = scale.at(day)
        drawn.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y:g}" y2="{y + 5:g}" class="axis"/>')
        drawn.append(
            f'<text x="{x:.1f}" y="{y + 21:g}" text-anchor="middle" class="label small">{escape(labels.day(day))}</text>'
        )
    return "".join(drawn)
