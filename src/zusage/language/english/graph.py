"""A parsed text as a graph: tokens with heads, labels and children. Standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from zusage.language.analysis import Pos, Token

SUBJECT_LABELS: Final = frozenset({"nsubj", "nsubj:pass"})
"""Labels of subjects that Universal Dependencies counts as the predicate's own."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Tokens of a whole text; ``heads`` are token indices, -1 for roots; ``children`` ascend; ``words`` are lower case."""

    tokens: tuple[Token, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    words: tuple[str, ...]

    def having(self, head: int, *labels: str) -> list[int]:
        """Return the children of a token that have one of the labels."""
        children, own = self.children[head], self.labels
        return [child for child in children if own[child] in labels] if children else []

    def word(self, index: int) -> str:
        """Return a token in lower case, "" outside of the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_verbal(self, index: int) -> bool:
        """Tell whether a token is a verb by its tag."""
        token = self.tokens[index]
        return token.pos in {Pos.VERB, Pos.AUX} or token.tag.startswith("VB")

    def climb(self, index: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        above = self.heads[index]
        while above >= 0:
            yield above
            above = self.heads[above]


def make_graph(tokens: tuple[Token, ...], heads: Sequence[int], labels: Sequence[str]) -> Graph:
    """Return the graph with its children filled in."""
    children: list[list[int]] = [[] for _ in tokens]
    for index, head in enumerate(heads):
        if head >= 0:
            children[head].append(index)
    words = tuple([token.lower for token in tokens])
    return Graph(tokens, tuple(heads), tuple(labels), tuple(map(tuple, children)), words)
