"""A few words of a text around what was found in it. Uses `zusage.model`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from zusage.model.quote import Span

WIDTH = 220
"""Characters of a snippet."""
_MOST = 200
"""Hits that are looked at: the first so many of a text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a snippet; ``hit``: they were looked for."""

    text: str
    hit: bool = False


def cut_snippet(text: str, hits: Iterable[Span], *, width: int = WIDTH) -> tuple[Piece, ...]:
    """Return the piece of a text that has most of the hits, whole words only; its beginning if there are none.

    An ellipsis stands where more is left out; line ends are blanks.
    """
    found = list(islice(hits, _MOST))
    start, end = _window(text, found, width)
    inside = [Span(max(hit.start, start), min(hit.end, end)) for hit in found if start <= hit.start < end]
    pieces = [piece for piece in _pieces(text, start, end, inside) if piece.text]
    if start > 0:
        pieces.insert(0, Piece("… "))
    if end < len(text.rstrip()):
        pieces.append(Piece(" …"))
    return tuple(pieces)


def mark_all(text: str, hits: Iterable[Span]) -> tuple[Piece, ...]:
    """Return a whole short text, such as a quote or a title, with the hits marked."""
    return tuple(piece for piece in _pieces(text, 0, len(text), list(hits)) if piece.text)


def _window(text: str, hits: Sequence[Span], width: int) -> tuple[int, int]:
    if len(text) <= width:
        return 0, len(text)
    if not hits:
        return 0, _back(text, width)
    best = max(
        hits, key=lambda hit: (sum(hit.start <= each.start < hit.start + width * 3 // 4 for each in hits), -hit.start)
    )
    start = max(0, min(best.start - width // 4, len(text) - width))
    if start:
        blank = text.find(" ", start, best.start)
        start = blank + 1 if blank >= 0 else best.start
    end = min(len(text), max(start + width, best.end))
    return start, end if end == len(text) else max(_back(text, end), best.end)


def _back(text: str, end: int) -> int:
    """Return the end of the last whole word before a place."""
    blank = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end))
    return blank if blank > end - 40 and blank > 0 else end


def _pieces(text: str, start: int, end: int, hits: Sequence[Span]) -> Iterator[Piece]:
    at = start
    for hit in hits:
        if hit.start >= at:
            yield Piece(_line(text[at : hit.start]))
            yield Piece(_line(text[hit.start : hit.end]), hit=True)
            at = hit.end
    yield Piece(_line(text[at:end]))


def _line(words: str) -> str:
    """One blank for each run of white space, also at the ends."""
    line = " ".join(words.split())
    return f"{' ' if words[:1].isspace() else ''}{line}{' ' if line and words[-1:].isspace() else ''}"
