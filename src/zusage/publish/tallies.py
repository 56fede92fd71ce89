"""How many of each kind and when, as accessible SVG: bars by kind above columns over time, each in three grades.

Uses the style and the frame of `zusage.publish.svg`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from zusage.publish.svg import chart
from zusage.publish.time_axis import WIDE, cut, is_narrow

_ROW, _COLUMNS = 26.0, 110.0
_GRADES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Tally:
    """A kind or a time with its name, and how many there are of each grade, the gravest first."""

    label: str
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """What is drawn: by kind and over time (all times in order, also those without any), with all words."""

    title: str
    about: str
    kinds: Sequence[Tally]
    times: Sequence[Tally]
    grades: tuple[str, str, str]
    by_kind: str
    over_time: str


def tallies(name: str, found: Tallies, *, width: float = WIDE) -> str:
    """Draw both, one above the other, with what the grades look like."""
    inside = [_heading(found.by_kind, 18)]
    y, left = 30.0, 128.0 if is_narrow(width) else 210.0
    most = max((sum(each.counts) for each in found.kinds), default=0) or 1
    for each in found.kinds:
        label = escape(cut(each.label, int(left / 7.4)))
        inside.append(f'<text x="{left - 10:g}" y="{y + 16:g}" text-anchor="end" class="label">{label}</text>')
        inside.append(_bar(each.counts, left, y + 2, (width - left - 44) / most))
        y += _ROW
    inside.append(_legend(found.grades, 2, y + 8))
    y += 48
    if found.times:
        inside.append(_heading(found.over_time, y + 4))
        inside.append(_columns(found.times, y + 14, width))
        y += 14 + _COLUMNS + 34
    return chart(name, found.title, found.about, (width, y), "".join(inside))


def _heading(words: str, y: float) -> str:
    return f'<text x="2" y="{y:g}" class="label strong">{escape(words)}</text>'


def _bar(counts: Sequence[int], x: float, y: float, unit: float) -> str:
    drawn, at = [], x
    for grade, count in zip(_GRADES, counts, strict=True):
        if count:
            drawn.append(
                f'<rect x="{at:.1f}" y="{y:g}" width="{max(count * unit, 2):.1f}" height="18" class="grade grade-{grade}"/>'
            )
        at += count * unit
    drawn.append(f'<text x="{at + 7:.1f}" y="{y + 14:g}" class="label small full">{sum(counts)}</text>')
    return "".join(drawn)


def _columns(times: Sequence[Tally], y: float, width: float) -> str:
    most = max(sum(each.counts) for each in times) or 1
    step = min(width / len(times), 46.0)
    floor, shown = y + _COLUMNS, -1.0
    drawn = [f'<line x1="0" x2="{step * len(times):.1f}" y1="{floor:g}" y2="{floor:g}" class="axis"/>']
    for place, each in enumerate(times):
        x, at = place * step, floor
        for grade, count in zip(reversed(_GRADES), reversed(each.counts), strict=True):
            height = (_COLUMNS - 18) * count / most
            at -= height
            if count:
                drawn.append(
                    f'<rect x="{x + 1:.1f}" y="{at:.1f}" width="{max(step - 2, 1):.1f}" height="{height:.1f}" '
                    f'class="grade grade-{grade}"/>'
                )
        total = sum(each.counts)
        if total and step > 16:  # noqa: PLR2004 - a number's width
            drawn.append(
                f'<text x="{x + step / 2:.1f}" y="{at - 4:.1f}" text-anchor="middle" class="label tiny full">{total}</text>'
            )
        if x > shown and x + 7 * len(each.label) <= width:
            drawn.append(f'<text x="{x + 1:.1f}" y="{floor + 17:g}" class="label small">{escape(each.label)}</text>')
            shown = x + 7 * len(each.label) + 14
    return "".join(drawn)


def _legend(words: Sequence[str], x: float, y: float) -> str:
    drawn = []
    for grade, each in zip(_GRADES, words, strict=True):
        drawn.append(f'<rect x="{x:.1f}" y="{y:g}" width="18" height="14" class="grade grade-{grade}"/>')
        drawn.append(f'<text x="{x + 24:.1f}" y="{y + 12:g}" class="label small full">{escape(each)}</text>')
        x += 24 + 7.2 * len(each) + 18
    return "".join(drawn)
