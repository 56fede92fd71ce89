"""A tree that is being mended, in place, and the questions that the mending modules ask it.

Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

Run = tuple[int, int]

BREAKS: Final = frozenset({",", '"', "”", "“", "'", "’", "''", ";", ".", "", "(", "–", "—", "-", ":", "but", "and"})
"""Words after which a new clause may begin."""

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "expl", "csubj"})


@dataclass(slots=True)
class Sketch:
    """Columns of a text: ``words`` and ``lemmas`` in lower case; ``heads`` are token indices, -1 for roots.

    ``hyphens``: signs that stand between two words without a blank: "mine-hunters".
    """

    words: list[str]
    lemmas: list[str]
    tags: list[str]
    heads: list[int]
    labels: list[str]
    hyphens: frozenset[int] = field(default=frozenset())

    def children(self, head: int, run: Run) -> list[int]:
        """Return the children of a token inside a run."""
        return [index for index in range(*run) if self.heads[index] == head]

    def hang(self, index: int, head: int, label: str) -> None:
        """Hang a token on another one, unless that would close a cycle."""
        node = head
        while node >= 0:
            if node == index:
                return
            node = self.heads[node]
        self.heads[index], self.labels[index] = head, label

    def is_finite(self, index: int) -> bool:
        """Tell whether a token is a finite verb by its tag."""
        return self.tags[index] in {"VBD", "VBZ", "VBP", "MD"}


def top_of(sketch: Sketch, run: Run, start: int) -> int:
    """Return the highest token above ``start`` that can be reached inside a run."""
    node = start
    while run[0] <= sketch.heads[node] < run[1]:
        node = sketch.heads[node]
    return node


def is_predicate(sketch: Sketch, index: int) -> bool:
    """Tell whether a token is a verb or has a copula, an auxiliary or a subject shortly before it."""
    if sketch.tags[index].startswith("VB"):
        return True
    near = range(max(0, index - 12), index)
    return any(sketch.heads[i] == index and sketch.labels[i] in {"cop", "aux", "nsubj"} for i in near)
