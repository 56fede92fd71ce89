"""A text cut into paragraphs and runs, each run with the statements that quote it: overlapping quotes without overlapping tags.

Uses `zusage.model`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zusage.model.quote import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Words with all that is to be said of them.

    ``quoted_by`` are the statements whose quotes they are part of, the one with the shortest quote first; ``begins`` and
    ``ends`` those whose quote begins or ends here. ``furniture`` is the rule by which they are not the report itself.
    """

    text: str
    quoted_by: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    furniture: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that make a line of the text; ``is_gap`` stands for words that are left out."""

    runs: tuple[Run, ...] = ()
    is_gap: bool = False

    @property
    def is_furniture(self) -> bool:
        """Whether no word of it is the report's own."""
        return bool(self.runs) and all(run.furniture for run in self.runs if run.text.strip())


def cut_runs(
    text: str,
    quotes: Mapping[str, Span],
    furniture: Iterable[tuple[Span, str]] = (),
    *,
    shown: Sequence[Span] | None = None,
) -> tuple[Paragraph, ...]:
    """Cut a text at its line ends, and at both ends of each quote and of furniture; join all runs and it is the text again.

    ``quotes`` maps statements to their places. ``shown``: only these runs, in order and apart from one another; where
    words are left out a gap stands. Empty lines are left out.
    """
    edges = _Edges(quotes, tuple(furniture))
    parts = [Span(0, len(text))] if shown is None else list(shown)
    found: list[Paragraph] = []
    last = 0
    for part in parts:
        if text[last : part.start].strip():
            found.append(Paragraph(is_gap=True))
        found.extend(_paragraphs(text, part, edges))
        last = part.end
    if text[last:].strip():
        found.append(Paragraph(is_gap=True))
    return tuple(found)


class _Edges:
    """Where quotes and furniture begin and end."""

    def __init__(self, quotes: Mapping[str, Span], furniture: Sequence[tuple[Span, str]]) -> None:
        self.begins: dict[int, list[str]] = defaultdict(list)
        self.ends: dict[int, list[str]] = defaultdict(list)
        self.rules = furniture
        self.quotes = quotes
        for name, span in quotes.items():
            self.begins[span.start].append(name)
            self.ends[span.end].append(name)
        places = {*self.begins, *self.ends}
        places.update(place for span, _ in furniture for place in (span.start, span.end))
        self.places = sorted(places)
        self._over = self._spread()

    def _spread(self) -> dict[int, tuple[str, ...]]:
        """Return for each edge the statements that quote what follows it."""
        found, open_now = {}, set[str]()
        for place in self.places:
            open_now.difference_update(self.ends.get(place, ()))
            open_now.update(self.begins.get(place, ()))
            found[place] = tuple(sorted(open_now, key=self._shortest))
        return found

    def _shortest(self, name: str) -> tuple[int, int, str]:
        span = self.quotes[name]
        return span.end - span.start, span.start, name

    def within(self, start: int, end: int) -> list[int]:
        """Return the edges strictly between two places."""
        return self.places[bisect_right(self.places, start) : bisect_right(self.places, end - 1)]

    def over(self, place: int) -> tuple[str, ...]:
        """Return the statements that quote the character at a place."""
        at = bisect_right(self.places, place)
        return self._over[self.places[at - 1]] if at else ()

    def rule(self, place: int) -> str:
        """Return the rule by which the character at a place is furniture; empty if it is not."""
        return next((rule for span, rule in self.rules if span.start <= place < span.end), "")


def _paragraphs(text: str, part: Span, edges: _Edges) -> Iterator[Paragraph]:
    start = part.start
    while start < part.end:
        stop = text.find("\n", start, part.end)
        end = part.end if stop < 0 else stop
        if text[start:end].strip():
            yield Paragraph(tuple(_runs(text, start, end, edges)))
        start = end + 1


def _runs(text: str, start: int, end: int, edges: _Edges) -> Iterator[Run]:
    places = [start, *edges.within(start, end), end]
    for left, right in pairwise(places):
        yield Run(
            text[left:right],
            edges.over(left),
            tuple(edges.begins.get(left, ())),
            tuple(edges.ends.get(right, ())),
            edges.rule(left),
        )
