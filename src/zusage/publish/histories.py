"""Histories as accessible SVG: the ladder of one pledge over time, and lanes of many pledges side by side.

Each step has dots and a word besides its colour. Uses the style and the frame of `zusage.publish.svg`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from zusage.model.values import Firmness
from zusage.publish.svg import chart
from zusage.publish.time_axis import WIDE, Scale, axis, cut, is_narrow

_ROW, _NARROW_ROW = 30.0, 42.0
_LANE, _ABOVE = 28.0, 18.0
"""Heights of a lane, and of its label where that stands above it."""

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


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where things are in a drawing of some width."""

    width: float
    left: float
    top: float
    row: float

    @property
    def right(self) -> float:
        """Where the plot ends."""
        return self.width - (2 if is_narrow(self.width) else 24)

    def height(self, firmness: Firmness) -> float:
        """Return the height of a step's line."""
        return self.top + self.row * (_ROWS.index(_row(firmness)) + (0.7 if is_narrow(self.width) else 0.5))


def ladder(name: str, steps: Sequence[Mark], said: Sequence[Mark], labels: Labels, *, width: float = WIDE) -> str:
    """Draw the steps of one pledge as a line, and everything that was said as points; nothing without a day."""
    plot = _Plot(width, 2, 4, _NARROW_ROW) if is_narrow(width) else _Plot(width, 168, 12, _ROW)
    scale = Scale.over([each.day for each in (*steps, *said)], plot.left, plot.right)
    height = plot.top + plot.row * len(_ROWS)
    inside = [_rung(each, plot, labels) for each in _ROWS]
    inside.append(_line(steps, scale, plot))
    grouped: dict[tuple[str, Firmness], list[Mark]] = defaultdict(list)
    for each in said:
        grouped[each.day, _row(each.firmness)].append(each)
    inside.extend(
        _points(found, scale.at(day), plot.height(firmness)) for (day, firmness), found in sorted(grouped.items())
    )
    inside.append(axis(scale, height, width, labels.day))
    return chart(name, labels.title, labels.about, (width, height + 30), "".join(inside))


def lanes(name: str, every: Sequence[Lane], until: str | None, labels: Labels, *, width: float = WIDE) -> str:
    """Draw one lane for each line: bars from step to step, the last one up to the day ``until``."""
    above = _ABOVE if is_narrow(width) else 0
    plot = _Plot(width, 2 if above else 210, 8, _LANE + above)
    days = [each.day for lane in every for each in lane.steps]
    scale = Scale.over([*days, *([until] if until else [])], plot.left, plot.right)
    inside = []
    for place, lane in enumerate(every):
        y = plot.top + place * plot.row
        at = (2, y + 14, "start") if above else (plot.left - 12, y + 17, "end")
        label = escape(cut(lane.label, 44 if above else 27))
        inside.append(f'<text x="{at[0]:g}" y="{at[1]:g}" text-anchor="{at[2]}" class="label">{label}</text>')
        inside.append(_bars(lane, scale, y + above, labels))
    height = plot.top + plot.row * len(every)
    inside.append(axis(scale, height, width, labels.day))
    return chart(name, labels.title, labels.about, (width, height + 30), "".join(inside))


def _row(firmness: Firmness) -> Firmness:
    """What was taken back stands in the row of what was rejected."""
    return Firmness.REJECTED if firmness is Firmness.WITHDRAWN else firmness


def tone(firmness: Firmness) -> str:
    """The class of colour: ``against``, ``none`` or ``step-1`` to ``step-5``."""
    step = firmness.step
    return "none" if step is None else f"step-{step}" if step else "against"


def _rung(firmness: Firmness, plot: _Plot, labels: Labels) -> str:
    y = plot.height(firmness)
    at = (plot.left, y - 15, "start") if is_narrow(plot.width) else (plot.left - 12, y + 5, "end")
    return (
        f'<line x1="{plot.left:g}" x2="{plot.right:g}" y1="{y:g}" y2="{y:g}" class="rung"/>'
        f'<text x="{at[0]:g}" y="{at[1]:g}" text-anchor="{at[2]}" class="label{" small" if at[2] == "start" else ""}">'
        f"{escape(labels.firmness(firmness))}</text>"
    )


def _line(steps: Sequence[Mark], scale: Scale, plot: _Plot) -> str:
    if not steps:
        return ""
    parts = [f"M{scale.at(steps[0].day):.1f} {plot.height(steps[0].firmness):g}"]
    parts.extend(f"H{scale.at(each.day):.1f}V{plot.height(each.firmness):g}" for each in steps[1:])
    parts.append(f"H{scale.edges[1]:.1f}")
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


def _bars(lane: Lane, scale: Scale, y: float, labels: Labels) -> str:
    drawn = []
    for place, each in enumerate(lane.steps):
        x = scale.at(each.day)
        end = scale.at(lane.steps[place + 1].day) if place + 1 < len(lane.steps) else scale.edges[1]
        width = max(end - x, 3)
        drawn.append(
            f'<rect x="{x:.1f}" y="{y + 2:g}" width="{width:.1f}" height="{_LANE - 6:g}" rx="2" '
            f'class="bar mark-{tone(each.firmness)}"/>'
        )
        drawn.append(_inscription(each.firmness, x, y, width, labels))
    return "".join(drawn)


def sign_of(firmness: Firmness) -> str:
    """A sign for a step: its number, a cross for against, a dash for an observed absence."""
    step = firmness.step
    return "–" if step is None else str(step) if step else "✕"


def _inscription(firmness: Firmness, x: float, y: float, width: float, labels: Labels) -> str:
    """The word in the bar, or a sign where the word does not fit."""
    word = labels.firmness(firmness)
    fits = width > 7.5 * len(word) + 12
    if not fits and width < 14:  # noqa: PLR2004 - a sign's width
        return ""
    kind = "on-step-5" if firmness is Firmness.DELIVERED else "on"
    return f'<text x="{x + 5:.1f}" y="{y + 17:g}" class="label small {kind}">{escape(word if fits else sign_of(firmness))}</text>'
