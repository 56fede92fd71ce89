"""Tags, heads and labels for the sentences of a text, batched by length.

Uses numpy and the network beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from zusage.language.english.network import choose_labels, embed_words, score_sentences
from zusage.language.english.trees import choose_heads
from zusage.language.english.weights import Weights

LONGEST: Final = 120
"""Words that are parsed as one.

Longer sentences are cut at a punctuation mark before that, so that time stays linear.
"""

_BATCH: Final = 600
_CUTS: Final = frozenset({";", ":", ",", ".", "!", "?", "–", "—", "-", "|", "*"})


@dataclass(frozen=True, slots=True)
class Tree:
    """Columns over all tokens of a text: tags, heads (token indices, -1 for roots), Universal Dependencies labels."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]


def parse(weights: Weights, words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> Tree:
    """Tag and parse sentences given as token runs that cover all words."""
    pieces = [piece for sentence in sentences for piece in cut_long(words, *sentence)]
    number: dict[str, int] = {}
    rows = np.array([number.setdefault(word, len(number)) for word in words], dtype=np.intp)
    total = len(words)
    upos, xpos, labels = (np.zeros(total, dtype=np.intp) for _ in range(3))
    heads = np.full(total, -1, dtype=np.intp)
    if total:
        embedded = embed_words(weights, list(number))
        for group in _batches(pieces):
            _parse_group(
                weights, embedded, [rows[start:end] for start, end in group], (group, upos, xpos, heads, labels)
            )
    return Tree(
        tuple([weights.upos[code] for code in upos.tolist()]),
        tuple([weights.xpos[code] for code in xpos.tolist()]),
        tuple(heads.tolist()),
        tuple([weights.labels[code] for code in labels.tolist()]),
    )


_Columns = tuple[list[tuple[int, int]], NDArray[np.intp], NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]


def _parse_group(
    weights: Weights, embedded: NDArray[np.float32], rows: list[NDArray[np.intp]], columns: _Columns
) -> None:
    """Parse one batch and write its columns in place."""
    group, upos, xpos, heads, labels = columns
    scores = score_sentences(weights, embedded, rows)
    chosen = choose_heads(scores.arcs, np.array([len(row) for row in rows], dtype=np.intp))
    named = choose_labels(weights, scores.vectors, chosen)
    for index, (start, end) in enumerate(group):
        size = end - start
        upos[start:end] = scores.upos[index, :size]
        xpos[start:end] = scores.xpos[index, :size]
        labels[start:end] = named[index, :size]
        own = chosen[index, :size]
        heads[start:end] = np.where(own > 0, own - 1 + start, -1)


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
    """Group pieces of like length so that little is padding."""
    group: list[tuple[int, int]] = []
    for piece in sorted(pieces, key=lambda run: (run[1] - run[0], run[0])):
        longest = piece[1] - piece[0]
        if group:
            shortest = group[0][1] - group[0][0]
            if (len(group) + 1) * longest > _BATCH or (
                longest > 2 * shortest + 8 and len(group) * longest > _BATCH // 4
            ):
                yield group
                group = []
        group.append(piece)
    if group:
        yield group
