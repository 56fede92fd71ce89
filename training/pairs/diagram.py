"""The reliability of certainty: a table, and a diagram as accessible SVG (Murphy and Winkler 1977).

Every bar says how many of the statements of a certainty are right; where certainty keeps its word they end at the diagonal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

BINS = 10
LEAST_SHOWN = 0.1
"""Certainty under which no statement is made at all."""
WIDTH, HEIGHT, LEFT, TOP, SIDE = 560, 500, 64, 56, 380
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1b1b1b}.t{font-size:16px;font-weight:600}.m{text-anchor:middle}.e{text-anchor:end}"
    ".g{stroke:#ccd2d8}.d{stroke:#1b1b1b;stroke-dasharray:5 4}.b{fill:#2f6f9f}.w{stroke:#1b1b1b;stroke-width:1.5}"
    "@media(prefers-color-scheme:dark){text{fill:#eee}.g{stroke:#44505a}.d,.w{stroke:#eee}.b{fill:#6cb2e0}rect.p{fill:#15191d}}"
)


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of a certainty from ``low`` to under ``high``: how many, the mean certainty, the share that is right."""

    low: float
    high: float
    found: int
    mean: float
    right: float

    @property
    def error(self) -> float:
        """Half of the 95 % interval of the share (normal approximation with Agresti and Coull's two extra of each)."""
        n, p = self.found + 4, (self.right * self.found + 2) / (self.found + 4)
        return 1.96 * (p * (1 - p) / n) ** 0.5


def reliability(judged: Sequence[tuple[bool, float]]) -> tuple[Bin, ...]:
    """Sort what is right or not into bins by certainty; empty bins and what is never shown are left out."""
    found = []
    for i in range(BINS):
        low, high = i / BINS, (i + 1) / BINS
        inside = [(right, sure) for right, sure in judged if low <= sure < high or sure == high == 1]
        if inside and low >= LEAST_SHOWN:
            n = len(inside)
            found.append(Bin(low, high, n, sum(sure for _, sure in inside) / n, sum(right for right, _ in inside) / n))
    return tuple(found)


def as_table(bins: Sequence[Bin]) -> str:
    """The bins as lines of text."""
    lines = ["certainty  found  mean  right  ±"]
    lines += [f"{b.low:.1f}–{b.high:.1f}   {b.found:5d}  {b.mean:.2f}  {b.right:.2f}   {b.error:.2f}" for b in bins]
    return "\n".join(lines)


def draw(bins: Sequence[Bin]) -> str:
    """The diagram, with a title and every number in its description."""
    numbers = "; ".join(f"{b.low:.1f} to {b.high:.1f}: {b.right:.2f} of {b.found} right" for b in bins)
    title = "How often statements of a certainty are right"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title desc">',
        f'<title id="title">{title}</title>',
        f'<desc id="desc">Cross-validated over events. {escape(numbers)}.</desc><style>{STYLE}</style>',
        f'<rect class="p" width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text class="t" x="{LEFT}" y="30">{title}</text>',
        *(_grid(i / 5) for i in range(6)),
        f'<line class="d" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>',
        *(_bar(b) for b in bins),
        f'<text class="m" x="{_x(0.5)}" y="{TOP + SIDE + 44}">certainty that the reader states (above the bars: how many)</text>',
        f'<text class="m" transform="rotate(-90)" x="{-(TOP + SIDE / 2)}" y="20">share that is right</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _x(value: float) -> float:
    return round(LEFT + value * SIDE * 1.2, 1)


def _y(value: float) -> float:
    return round(TOP + SIDE * (1 - value), 1)


def _grid(value: float) -> str:
    return (
        f'<line class="g" x1="{_x(0)}" y1="{_y(value)}" x2="{_x(1)}" y2="{_y(value)}"/>'
        f'<text class="e" x="{LEFT - 8}" y="{_y(value) + 4}">{value:.1f}</text>'
        f'<text class="m" x="{_x(value)}" y="{TOP + SIDE + 18}">{value:.1f}</text>'
    )


def _bar(b: Bin) -> str:
    middle = _x((b.low + b.high) / 2)
    top, low, high = _y(b.right), _y(max(0.0, b.right - b.error)), _y(min(1.0, b.right + b.error))
    return (
        f'<rect class="b" x="{_x(b.low) + 5}" y="{top}" width="{_x(b.high) - _x(b.low) - 10:.1f}" height="{_y(0) - top:.1f}">'
        f"<title>{b.low:.1f} to {b.high:.1f}: {b.right:.2f} of {b.found} right</title></rect>"
        f'<line class="w" x1="{middle}" y1="{low}" x2="{middle}" y2="{high}"/>'
        f'<text class="m" x="{middle}" y="{high - 6}">{b.found}</text>'
    )
