"""Charts as accessible SVG, drawn by hand: bars with a mark for what is needed, rings of who waits for whom, histograms.

Every chart has a title and a description for those who hear it; colours come from the page's style sheet by class, and
each part has a pattern of its own, so that it can be told apart without colour. Standard library only.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

STYLE = """
.bar-track{fill:var(--track,#e7e9ee)}.bar-stands{fill:var(--stands,#1a7f4b)}.bar-waits{fill:url(#hatch)}
.bar-blocked{fill:url(#dots)}.bar-soft{fill:none;stroke:var(--soft,#8a6d1a);stroke-width:1.5;stroke-dasharray:3 3}
.hatch-line{stroke:var(--waits,#1f5fbf);stroke-width:3}.hatch-ground{fill:var(--waits-ground,#d6e4fb)}
.dot{fill:var(--blocked,#b3362b)}.dot-ground{fill:var(--blocked-ground,#f7dcd9)}
.need{stroke:var(--ink,#14171c);stroke-width:2.5}.axis{stroke:var(--ink,#14171c);stroke-opacity:.35}
.label{fill:var(--ink,#14171c);font:14px system-ui,sans-serif}.small{font-size:12px;fill-opacity:.75}.strong{font-weight:700}
.node{fill:var(--waits-ground,#d6e4fb);stroke:var(--waits,#1f5fbf);stroke-width:2}
.rung{stroke:var(--line,#dcd8d0)}.steps-line{fill:none;stroke:var(--ink,#14171c);stroke-width:2;stroke-opacity:.55}
.mark{stroke:var(--ink,#14171c);stroke-width:1.2}.mark-idle{fill:none;stroke-dasharray:2 2}
.on{fill:var(--ink,#14171c);fill-opacity:1}
.on-step-5{fill:var(--s5-ink,#fff);fill-opacity:1}
.mark-step-1{fill:var(--s1,#f6ecc9)}.mark-step-2{fill:var(--s2,#dbe8d4)}.mark-step-3{fill:var(--s3,#b4d8bd)}
.mark-step-4{fill:var(--s4,#79bb90)}.mark-step-5{fill:var(--s5,#2f7f58)}.mark-against{fill:var(--against,#f3cfc8)}
.mark-none{fill:var(--none,#e9e5ee)}.mark-open{stroke-dasharray:3 3}
.grade{stroke:var(--blocked,#b3362b)}.grade-high{fill:var(--blocked,#b3362b)}.grade-medium{fill:url(#dots)}.grade-low{fill:none}
.full{fill-opacity:1}.tiny{font-size:10.5px;fill-opacity:1}
.link{stroke:var(--waits,#1f5fbf);stroke-width:2;fill:none}.arrow{fill:var(--waits,#1f5fbf)}
"""

PATTERNS = (
    '<defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="8" height="8" class="hatch-ground"/><line x1="0" y1="0" x2="0" y2="8" class="hatch-line"/></pattern>'
    '<pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="dot-ground"/>'
    '<circle cx="4" cy="4" r="1.8" class="dot"/></pattern>'
    '<marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">'
    '<path d="M0 0L10 5L0 10z" class="arrow"/></marker></defs>'
)
"""Patterns and arrow heads; once on a page is enough."""

KINDS = ("stands", "waits", "blocked", "soft")


_BEND = 0.16
"""How far an arrow bends, as a share of its length, so that two in opposite directions do not lie on each other."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: how much of each of `KINDS`, and how much is needed (None: no mark)."""

    title: str
    about: str
    amounts: tuple[float, float, float, float]
    needed: float | None = None


def chart(name: str, title: str, about: str, size: tuple[float, float], inside: str) -> str:
    """An SVG element with title and description; ``name`` makes its ids."""
    width, height = size
    return (
        f'<svg role="img" aria-labelledby="{name}-t {name}-d" viewBox="0 0 {width:g} {height:g}" class="chart">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(about)}</desc>{inside}</svg>'
    )


def bar(each: Bar, *, x: float = 0, y: float = 0, width: float = 400, height: float = 22) -> str:
    """Draw one bar on its own scale: the larger of what is needed and what there is."""
    whole = max(sum(each.amounts), each.needed or 0) or 1
    parts = [f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height}" rx="3" class="bar-track"/>']
    at = x
    for kind, amount in zip(KINDS, each.amounts, strict=True):
        length = width * amount / whole
        if length > 0:
            inset = 1 if kind == "soft" else 0
            parts.append(
                f'<rect x="{at + inset:.1f}" y="{y + inset:.1f}" width="{max(length - 2 * inset, 1):.1f}" '
                f'height="{height - 2 * inset}" rx="2" class="bar-{kind}"/>'
            )
        at += length
    if each.needed is not None:
        mark = x + min(width * each.needed / whole, width - 1.5)
        parts.append(f'<line x1="{mark:.1f}" x2="{mark:.1f}" y1="{y - 3:.1f}" y2="{y + height + 3:.1f}" class="need"/>')
    return "".join(parts)


def bars(
    name: str,
    title: str,
    rows: Sequence[tuple[str, Sequence[tuple[Bar, str]]]],
    *,
    legend: Sequence[str],
    note: str = "",
    narrow: bool = False,
) -> str:
    """Groups of bars with their labels, for a chart that stands alone: (heading, [(bar, words about it)]).

    ``legend`` has a word for each of `KINDS` and for the mark. ``narrow``: for a telephone, with labels above their bars.
    """
    width, y, inside = (340 if narrow else 1000), 10.0, []
    for heading, group in rows:
        y += 26
        inside.extend(_lines(heading, 2 if narrow else 10, y, width, "label strong"))
        y += 8 + _LINE * (len(_broken(heading, width)) - 1)
        for each, words in group:
            drawn, height = _bar_above(each, words, y, width) if narrow else _bar_beside(each, words, y)
            inside.append(drawn)
            y += height
    y += 30
    x = 2.0 if narrow else 20.0
    for place, words in enumerate(legend):
        needed = 34 + 6.4 * len(words) + 18
        if x + needed > width and x > 20:  # noqa: PLR2004 - the left edge
            x, y = 2 if narrow else 20, y + 24
        inside.append(sample(place, x, y))
        inside.append(f'<text x="{x + 34}" y="{y + 13:.0f}" class="label small">{escape(words)}</text>')
        x += needed if narrow else 180
    y += 40
    inside.extend(_lines(note, 2 if narrow else 20, y, width, "label small"))
    about = " ".join(each.about for _, group in rows for each, _ in group)
    height = y + 10 + _LINE * (len(_broken(note, width)) - 1)
    return chart(name, title, about, (width, height), "".join(inside))


_LINE = 18


def _bar_beside(each: Bar, words: str, y: float) -> tuple[str, float]:
    """A bar between its label and the words about it; and its height."""
    label = 270
    drawn = f'<text x="20" y="{y + 17:.0f}" class="label">{escape(each.title)}</text>'
    drawn += bar(each, x=label, y=y + 2, width=340, height=20)
    return drawn + f'<text x="{label + 352}" y="{y + 17:.0f}" class="label small">{escape(words)}</text>', 32


def _bar_above(each: Bar, words: str, y: float, width: float) -> tuple[str, float]:
    """A bar beneath its label and above the words about it; and its height."""
    label, about = _lines(each.title, 2, y + 15, width, "label"), _broken(words, width)
    y_bar = y + 2 + _LINE * len(label)
    drawn = "".join(label) + bar(each, x=2, y=y_bar, width=width - 4, height=18)
    drawn += "".join(_lines(words, 2, y_bar + 34, width, "label small"))
    return drawn, y_bar - y + 26 + _LINE * len(about)


def _broken(words: str, width: float) -> list[str]:
    """Words in lines that fit a width."""
    return wrap(words, int(width / 7)) or [""]


def _lines(words: str, x: float, y: float, width: float, sort: str) -> list[str]:
    return [
        f'<text x="{x:g}" y="{y + _LINE * place:.0f}" class="{sort}">{escape(line)}</text>'
        for place, line in enumerate(_broken(words, width))
    ]


def sample(place: int, x: float = 0, y: float = 0) -> str:
    """A small piece of what a kind of bar looks like, or of the mark."""
    if place == len(KINDS):
        return f'<line x1="{x + 13}" x2="{x + 13}" y1="{y}" y2="{y + 16}" class="need"/>'
    amounts = [float(place == each) for each in range(len(KINDS))]
    return bar(Bar("", "", (amounts[0], amounts[1], amounts[2], amounts[3])), x=x, y=y, width=26, height=16)


def ring(name: str, title: str, about: str, labels: Sequence[str], links: Iterable[tuple[int, int]]) -> str:
    """Nodes on a circle, an arrow from each to those that it waits for; two nodes stand side by side."""
    is_pair = len(labels) == len(("one", "other"))
    middle, radius = ((230.0, 45.0), 115.0) if is_pair else ((320.0, 150.0), 115.0)
    first = math.pi if is_pair else -math.pi / 2
    turns = [first + 2 * math.pi * index / len(labels) for index in range(len(labels))]
    places = [(middle[0] + radius * math.cos(turn), middle[1] + radius * math.sin(turn)) for turn in turns]
    drawn = [_arrow(places[one], places[other]) for one, other in links]
    for place, label in zip(places, labels, strict=True):
        drawn.append(f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="9" class="node"/>')
        drawn.append(_beneath(place, label) if is_pair else _outside(place, middle, label))
    return chart(name, title, about, (2 * middle[0], 2 * middle[1]), "".join(drawn))


def _beneath(place: tuple[float, float], label: str) -> str:
    return f'<text x="{place[0]:.1f}" y="{place[1] + 38:.1f}" text-anchor="middle" class="label">{escape(label)}</text>'


def _outside(place: tuple[float, float], middle: tuple[float, float], label: str) -> str:
    """A label on the side of its node that is away from the middle of the circle."""
    x, y = place
    across = x - middle[0]
    if abs(across) < 1:
        side, dx, dy = "middle", 0, -16 if y < middle[1] else 26
    else:
        side, dx, dy = ("start", 16, 5) if across > 0 else ("end", -16, 5)
    return f'<text x="{x + dx:.1f}" y="{y + dy:.1f}" text-anchor="{side}" class="label">{escape(label)}</text>'


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A bent arrow that keeps clear of both nodes."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1
    one = (start[0] + dx / length * 13, start[1] + dy / length * 13)
    two = (end[0] - dx / length * 14, end[1] - dy / length * 14)
    turn = ((one[0] + two[0]) / 2 + dy * _BEND, (one[1] + two[1]) / 2 - dx * _BEND)
    path = f"M{one[0]:.1f} {one[1]:.1f}Q{turn[0]:.1f} {turn[1]:.1f} {two[0]:.1f} {two[1]:.1f}"
    return f'<path d="{path}" class="link" marker-end="url(#arrow)"/>'


def histogram(name: str, title: str, about: str, counts: Sequence[int], needed: float) -> str:
    """Counts as columns; ``needed`` is the place of the mark, as a share of the width."""
    width, height, most = 300.0, 64.0, max(counts, default=0) or 1
    step = width / len(counts)
    drawn = [
        f'<rect x="{index * step + 1:.1f}" y="{height - height * count / most:.1f}" width="{step - 2:.1f}" '
        f'height="{height * count / most:.1f}" class="bar-stands"/>'
        for index, count in enumerate(counts)
        if count
    ]
    drawn.append(f'<line x1="0" x2="{width:g}" y1="{height:g}" y2="{height:g}" class="axis"/>')
    if needed <= 1:
        mark = min(needed * width, width - 1.5)
        drawn.append(f'<line x1="{mark:.1f}" x2="{mark:.1f}" y1="0" y2="{height:g}" class="need"/>')
    return chart(name, title, about, (width, height + 4), "".join(drawn))


def standalone(drawing: str) -> str:
    """A chart as a file of its own: with name space, style for light and dark, and patterns."""
    dark = "--ink:#e8eaee;--track:#2a2f38;--stands:#3fbf7f;--waits:#7fb0ff;--waits-ground:#1c2f4f;"
    dark += "--blocked:#ff8f84;--blocked-ground:#4a2320;--soft:#e0bf62;--line:#323843;--s1:#40371a;--s2:#2c3d2a;"
    dark += "--s3:#234a33;--s4:#1f6340;--s5:#8fe0b0;--s5-ink:#0b1f15;--against:#552722;--none:#352f42"
    style = f"<style>{STYLE}@media(prefers-color-scheme:dark){{svg{{{dark};background:#14171c}}}}</style>"
    head, _, rest = drawing.partition(">")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head} xmlns="http://www.w3.org/2000/svg">{style}{PATTERNS}{rest}\n'
    )
