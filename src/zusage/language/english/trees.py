"""From arc scores to trees: every word's best head, and the maximum spanning tree where those do not make a tree.

The tree has one root (Chu and Liu 1965, Edmonds 1967; one root as in Zmigrod, Vieira and Cotterell 2020, greedily).
Uses numpy only.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from zusage.language.english.layers import Array

Heads = NDArray[np.intp]


def choose_heads(arcs: Array, lengths: NDArray[np.intp]) -> Heads:
    """Return heads (batch, time), 0 being the root, from scores (batch, dependent, head); each sentence is a tree.

    Heads of padding are 0.
    """
    size = arcs.shape[1]
    arcs[:, np.arange(size), np.arange(1, size + 1)] = -np.inf
    live = np.arange(size)[None] < lengths[:, None]
    heads = np.where(live, arcs.argmax(-1), 0)
    for number in np.flatnonzero(~_are_trees(heads, live)):
        length = int(lengths[number])
        heads[number, :length] = find_tree(arcs[number, :length, : length + 1])
    return heads


def _are_trees(heads: Heads, live: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell for each sentence whether there is one root and no cycle, by pointer doubling."""
    batch, size = heads.shape
    above = np.zeros((batch, size + 1), dtype=np.intp)
    above[:, 1:] = heads
    for _ in range(max(1, int(size).bit_length())):
        above = np.take_along_axis(above, above, axis=1)
    roots = ((heads == 0) & live).sum(1)
    result: NDArray[np.bool_] = (above.max(1) == 0) & (roots == 1)
    return result


def find_tree(arcs: Array) -> Heads:
    """Return the heads of the best tree with one root for one sentence: scores (dependent, 1 + dependent)."""
    size = len(arcs)
    scores = np.full((size + 1, size + 1), -1e9, dtype=np.float64)
    scores[1:] = np.where(np.isfinite(arcs), arcs, -1e9)
    gain = scores[1:, 0] - (scores[1:, 1:].max(1) if size > 1 else 0)
    root = int(gain.argmax()) + 1
    scores[1:, 0] = -1e9
    scores[root, 0] = 1e6
    return _spanning_tree(scores)[1:]


def _spanning_tree(scores: NDArray[np.float64]) -> Heads:
    """Return the heads of the maximum spanning tree; row 0 is the root and its entry means nothing."""
    np.fill_diagonal(scores, -1e12)
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([node for node in range(len(heads)) if node not in set(cycle)])
    kept = scores[inside, heads[inside]]
    size = len(outside)
    small = np.full((size + 1, size + 1), -1e12)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, inside)]
    entering = scores[np.ix_(inside, outside)] - kept[:, None]
    small[:size, size] = leaving.max(1)
    small[size, :size] = entering.max(0) + kept.sum()
    small[0, :] = -1e12
    inner = _spanning_tree(small)
    for place in range(1, size):
        node = outside[place]
        heads[node] = inside[leaving[place].argmax()] if inner[place] == size else outside[inner[place]]
    gate = int(inner[size])
    heads[inside[entering[:, gate].argmax()]] = outside[gate]
    return heads


def _find_cycle(heads: Heads) -> list[int]:
    """Return the nodes of one cycle, empty if there is none."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []
