"""Who has said what on which measure, as accessible SVG: a coloured cell with a sign for each step of firmness.

Uses the style and the frame of `zusage.publish.svg`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from zusage.model.values import Firmness
from zusage.publish.histories import Labels, sign_of, tone
from zusage.publish.svg import chart
from zusage.publish.time_axis import WIDE, cut, is_narrow

_ROW = 24.0
_LEGEND = (
    Firmness.CONSIDERING,
    Firmness.SIGNALLED,
    Firmness.PLEDGED,
    Firmness.CONCRETE,
    Firmness.DELIVERED,
    Firmness.REJECTED,
    Firmness.WITHHELD,
)
_SIGN_WIDTH = 7.2
"""Width of a sign of a label, roughly."""


@dataclass(frozen=True, slots=True)
class Square:
    """One cell: how firm, and whether that has grown (1), shrunk (-1) or stayed (0)."""

    firmness: Firmness
    change: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One actor; None where it has said nothing."""

    label: str
    squares: tuple[Square | None, ...]


def matrix(name: str, columns: Sequence[str], lines: Sequence[Line], labels: Labels, *, width: float = WIDE) -> str:
    """Draw the lines over the columns, whose names stand upright, with what the signs mean beneath."""
    left = 108.0 if is_narrow(width) else 210.0
    step = min((width - left - 4) / max(len(columns), 1), 64.0)
    top = min(max((len(each) for each in columns), default=0), 26) * _SIGN_WIDTH + 12
    inside = [_column(each, left + (place + 0.5) * step, top) for place, each in enumerate(columns)]
    for number, line in enumerate(lines):
        y = top + number * _ROW
        label = escape(cut(line.label, int((left - 8) / _SIGN_WIDTH)))
        inside.append(f'<text x="{left - 8:g}" y="{y + 17:g}" text-anchor="end" class="label">{label}</text>')
        inside.extend(
            _square(each, left + place * step, y, step) for place, each in enumerate(line.squares) if each is not None
        )
        inside.append(
            f'<line x1="2" x2="{left + step * len(columns):.1f}" y1="{y + _ROW:g}" y2="{y + _ROW:g}" class="rung"/>'
        )
    legend, height = _legend(top + len(lines) * _ROW + 14, width, labels)
    return chart(name, labels.title, labels.about, (width, height), "".join(inside) + legend)


def _column(words: str, x: float, top: float) -> str:
    label = escape(cut(words, 26))
    return (
        f'<text transform="translate({x + 4.5:.1f} {top - 6:.1f}) rotate(-90)" class="label small full">{label}</text>'
    )


def _square(each: Square, x: float, y: float, step: float) -> str:
    sort = tone(each.firmness)
    kind = "on-step-5" if sort == "step-5" else "on"
    sign = sign_of(each.firmness) + {1: "▲", -1: "▼"}.get(each.change, "")
    small = " tiny" if len(sign) > 1 and step < 24 else ""  # noqa: PLR2004 - a sign and its arrow
    return (
        f'<rect x="{x + 1:.1f}" y="{y + 1:g}" width="{step - 2:.1f}" height="{_ROW - 2:g}" rx="2" class="mark-{sort}"/>'
        f'<text x="{x + step / 2:.1f}" y="{y + 17:g}" text-anchor="middle" class="label small{small} {kind}">{sign}</text>'
    )


def _legend(y: float, width: float, labels: Labels) -> tuple[str, float]:
    """Draw what the signs mean, broken into lines; return it and where it ends."""
    x, drawn = 2.0, []
    for firmness in _LEGEND:
        words = labels.firmness(firmness)
        needed = 30 + len(words) * _SIGN_WIDTH + 14
        if x + needed > width and x > 2:  # noqa: PLR2004 - the left edge
            x, y = 2.0, y + _ROW
        drawn.append(_square(Square(firmness), x, y, 24))
        drawn.append(f'<text x="{x + 30:.1f}" y="{y + 17:g}" class="label small full">{escape(words)}</text>')
        x += needed
    return "".join(drawn), y + _ROW + 4
