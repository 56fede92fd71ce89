"""Trees from arc scores."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from zusage.language.english.trees import choose_heads, find_tree


def is_tree(heads: list[int]) -> bool:
    for start in range(1, len(heads) + 1):
        node, seen = start, set()
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return heads.count(0) == 1


def test_a_cycle_is_broken_at_the_cheapest_place() -> None:
    scores = np.array([[1.0, -np.inf, 9.0], [0.5, 9.0, -np.inf]], dtype=np.float32)
    assert find_tree(scores).tolist() == [0, 1]


def test_the_best_heads_stand_where_they_are_a_tree() -> None:
    scores = np.array([[[0.0, 0.0, 5.0], [5.0, 0.0, 0.0]]], dtype=np.float32)
    assert choose_heads(scores, np.array([2])).tolist() == [[2, 0]]


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_every_result_is_a_tree_with_one_root(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(1, size, size + 1)).astype(np.float32)
    heads = choose_heads(scores, np.array([size]))[0].tolist()
    assert is_tree(heads)


@given(st.integers(2, 4), st.integers(0, 2**32 - 1))
def test_the_tree_is_near_the_best_of_all(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    scores[np.arange(size), np.arange(1, size + 1)] = -np.inf
    heads = find_tree(scores.copy()).tolist()
    root = heads.index(0)
    best = max(
        sum(float(scores[i, h]) for i, h in enumerate(option))
        for option in map(list, np.ndindex(*[size + 1] * size))
        if is_tree(option) and option[root] == 0
    )
    assert abs(sum(float(scores[i, h]) for i, h in enumerate(heads)) - best) < 1e-4
