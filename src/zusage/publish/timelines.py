"""Many things over time as accessible SVG: one row for each, with the days between which it was and what is told of it.

Uses the style and the frame of `zusage.publish.svg`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from zusage.publish.histories import Labels
from zusage.publish.svg import chart
from zusage.publish.time_axis import WIDE, Scale, axis, cut, is_narrow

_LEFT = 252.0
_MOST_SIGNS, _MOST_TOGETHER = 34, 46
"""Signs of a label, and together with its note where they stand on one line."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something on a day: ``sort`` is the class of its colour, ``sign`` stands in it."""

    day: str
    sort: str
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing: from ``first`` to ``last`` (None: open on that side), ``sort`` the class of its colour, and points on it."""

    label: str
    note: str
    first: str | None
    last: str | None
    sort: str
    points: tuple[Point, ...] = ()

    @property
    def days(self) -> list[str]:
        """All days that are named."""
        return [each for each in (self.first, self.last, *(point.day for point in self.points)) if each]


def timeline(name: str, rows: Sequence[Row], labels: Labels, *, width: float = WIDE) -> str:
    """Draw a row for each thing; what has no day at all is named without a bar."""
    narrow = is_narrow(width)
    left, height = (2.0, 44.0) if narrow else (_LEFT, 36.0)
    scale = Scale.over([day for row in rows for day in row.days], left, width - (2 if narrow else 24))
    inside = []
    for place, row in enumerate(rows):
        y = 4 + place * height
        inside.append(_named(row, y, None if narrow else left - 12))
        inside.append(_drawn(row, scale, y + (26 if narrow else 11)))
    end = 8 + len(rows) * height
    inside.append(axis(scale, end, width, labels.day))
    return chart(name, labels.title, labels.about, (width, end + 30), "".join(inside))


def _named(row: Row, y: float, right: float | None) -> str:
    """The label with its note: beneath it where it stands beside the bar, else behind it."""
    label, note = escape(cut(row.label, _MOST_SIGNS)), escape(row.note)
    if right is None:
        note = escape(cut(row.note, _MOST_TOGETHER - min(len(row.label), _MOST_SIGNS)))
        return f'<text x="2" y="{y + 16:g}" class="label">{label} <tspan class="small">{note}</tspan></text>'
    return (
        f'<text x="{right:g}" y="{y + 14:g}" text-anchor="end" class="label">{label}</text>'
        f'<text x="{right:g}" y="{y + 29:g}" text-anchor="end" class="label small">{note}</text>'
    )


def _drawn(row: Row, scale: Scale, y: float) -> str:
    if not row.days:
        return ""
    begin = scale.at(row.first) if row.first else scale.edges[0]
    end = scale.at(row.last) if row.last else scale.edges[1]
    drawn = [f'<line x1="{scale.edges[0]:g}" x2="{scale.edges[1]:g}" y1="{y + 6:g}" y2="{y + 6:g}" class="rung"/>']
    drawn.append(
        f'<rect x="{begin - 3:.1f}" y="{y + 1:g}" width="{max(end - begin, 0) + 6:.1f}" height="10" rx="5" '
        f'class="mark mark-{row.sort}{"" if row.first and row.last else " mark-open"}"/>'
    )
    for point in row.points:
        x = scale.at(point.day)
        drawn.append(f'<circle cx="{x:.1f}" cy="{y + 6:g}" r="8" class="mark mark-{point.sort}"/>')
        kind = "on-step-5" if point.sort == "step-5" else "on"
        drawn.append(
            f'<text x="{x:.1f}" y="{y + 10:g}" text-anchor="middle" class="label tiny {kind}">{escape(point.sign)}</text>'
        )
    return "".join(drawn)
