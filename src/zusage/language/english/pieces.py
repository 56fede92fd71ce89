"""Where a sentence is cut for the parser: at semicolons, and after a speaker before a colon.

The parser is trained on shorter, plainer sentences; parts that stand for themselves are parsed for themselves. Standard
library and the modules beside it only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from zusage.language.english.parser import Tree

Run = tuple[int, int]

_CLOCK: Final = re.compile(r"[0-2]?\d[.:][0-5]\d")
_SPEAKER: Final = 12
_VERBAL: Final = frozenset({"VBZ", "VBD", "VBP", "MD", "VB", "VBN", "VBG"})
_FINITE: Final = frozenset({"VBZ", "VBD", "VBP", "MD"})


def cut_pieces(words: Sequence[str], run: Run) -> Iterator[Run]:
    """Cut after semicolons, and after a time of day at the start: "10.50 Sweden sends jets; Norway, ships"."""
    start, end = run
    if end - start > 2 and _CLOCK.fullmatch(words[start]) and words[start + 1][:1].isupper():  # noqa: PLR2004
        yield start, start + 1
        start += 1
    for place in range(start, end - 1):
        if words[place] == ";" and place > start:
            yield start, place + 1
            start = place + 1
    yield start, end


def recut_speakers(words: Sequence[str], tags: Sequence[str], pieces: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """Cut pieces after a colon that follows a short run without a verb: "Minister: 26 countries have agreed".

    Returns all pieces, and those that are new.
    """
    all_pieces: list[Run] = []
    new: list[Run] = []
    for start, end in pieces:
        colon = _speaker_colon(words, tags, (start, end))
        if colon is None:
            all_pieces.append((start, end))
            continue
        parts = [(start, colon + 1), (colon + 1, end)]
        all_pieces.extend(parts)
        new.extend(parts)
    return all_pieces, new


def _speaker_colon(words: Sequence[str], tags: Sequence[str], run: Run) -> int | None:
    start, end = run
    for place in range(start, min(end - 1, start + _SPEAKER)):
        if tags[place] in _VERBAL:
            return None
        if words[place] == ":":
            finite = any(tag in _FINITE for tag in tags[place + 1 : end])
            return place if place > start and finite else None
    return None


def hang_clocks(words: Sequence[str], tree: Tree, pieces: Sequence[Run]) -> Tree:
    """Hang a time of day that was cut off on the root of the next piece, as an adverbial."""
    heads, labels = list(tree.heads), list(tree.labels)
    for (start, end), (low, high) in pairwise(pieces):
        if end - start == 1 and low == end and _CLOCK.fullmatch(words[start]):
            heads[start] = next((i for i in range(low, high) if heads[i] < 0), -1)
            labels[start] = "obl:unmarked"
    return Tree(tree.upos, tree.xpos, tuple(heads), tuple(labels))
