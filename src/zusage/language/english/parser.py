"""Tags, heads and labels for the sentences of a text, all in one run of the network.

Uses numpy and the network beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from zusage.language.english.network import (
    Arcs,
    Places,
    choose_labels,
    choose_tags,
    embed_words,
    pack,
    read_out,
    read_words,
)
from zusage.language.english.trees import choose_heads
from zusage.language.english.weights import Weights

LONGEST: Final = 120
"""Words that are parsed as one.

Longer sentences are cut at a punctuation mark before that, so that time stays linear.
"""

_BATCH: Final = 2000
"""Words that go through the network together: most reports whole, and memory stays bounded."""
_SCORED: Final = 600
"""Words, with padding, whose arcs are scored together."""
_CUTS: Final = frozenset({";", ":", ",", ".", "!", "?", "–", "—", "-", "|", "*"})


@dataclass(frozen=True, slots=True)
class Tree:
    """Columns over all tokens of a text: tags, heads (token indices, -1 for roots), Universal Dependencies labels."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a tree as numbers, filled in place."""

    upos: Places
    xpos: Places
    heads: Places
    labels: Places


def parse(weights: Weights, words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Tree:
    """Tag and parse sentences given as token runs that cover all words."""
    pieces = [piece for sentence in sentences for piece in cut_long(words, *sentence)]
    number: dict[str, int] = {}
    rows = np.array([number.setdefault(word, len(number)) for word in words], dtype=np.intp)
    total = len(words)
    columns = _Columns(*(np.full(total, missing, dtype=np.intp) for missing in (0, 0, -1, 0)))
    if total:
        embedded = embed_words(weights, list(number))
        for batch in _batches(pieces):
            _parse_batch(weights, embedded, rows, batch, columns)
    return Tree(
        tuple([weights.upos[code] for code in columns.upos.tolist()]),
        tuple([weights.xpos[code] for code in columns.xpos.tolist()]),
        tuple(columns.heads.tolist()),
        tuple([weights.labels[code] for code in columns.labels.tolist()]),
    )


def _parse_batch(
    weights: Weights, embedded: NDArray[np.float32], rows: Places, batch: Sequence[tuple[int, int]], columns: _Columns
) -> None:
    """Parse pieces, longest first, and write their columns."""
    starts, ends = np.array(batch, dtype=np.intp).T
    lengths = ends - starts
    packing = pack(lengths)
    where = starts[packing.sentence] + packing.place
    found = read_out(weights, read_words(weights, embedded, rows[where], packing))
    columns.upos[where], columns.xpos[where] = choose_tags(found)
    arcs = Arcs(weights, found)
    heads = np.full(packing.size, packing.size, dtype=np.intp)
    for first, last in _groups(lengths.tolist()):
        grid = packing.grid(first, last, lengths)
        chosen = choose_heads(arcs.score(grid), lengths[first:last])
        with_root = np.concatenate((np.full((last - first, 1), packing.size), grid), axis=1)
        live = grid < packing.size
        heads[grid[live]] = np.take_along_axis(with_root, chosen, axis=1)[live]
    columns.heads[where] = np.append(where, -1)[heads]
    columns.labels[where] = choose_labels(weights, found, heads)


def cut_long(words: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run that is too long after a punctuation mark in the last half of what fits, else where it must end."""
    while end - start > LONGEST:
        limit = start + LONGEST
        places = (place + 1 for place in range(limit - 1, start + LONGEST // 2, -1) if words[place] in _CUTS)
        stop = next(places, limit)
        yield start, stop
        start = stop
    if start < end:
        yield start, end


def _batches(pieces: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Part pieces, longest first, by how many words go through the network together."""
    batch: list[tuple[int, int]] = []
    size = 0
    for piece in sorted(pieces, key=lambda run: (run[0] - run[1], run[0])):
        if batch and size + piece[1] - piece[0] > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += piece[1] - piece[0]
    if batch:
        yield batch


def _groups(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Part falling lengths into runs of like length so that little is padding."""
    first = 0
    for last in range(1, len(lengths)):
        longest, members = lengths[first], last - first
        is_full = (members + 1) * longest > _SCORED
        if is_full or (longest > 2 * lengths[last] + 8 and members * longest > _SCORED // 4):
            yield first, last
            first = last
    yield first, len(lengths)
