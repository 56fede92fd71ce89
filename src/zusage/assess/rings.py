"""Waiting rings: pledges that wait for each other, found as strongly connected components of what still waits.

Only what holds in the greatest fixpoint and not in the least one is looked at. "So many others" hangs on every seat but
the actor's own; a line of prefixes and one of suffixes over the seats says that without a wire for every pair.

Uses `zusage.assess.problem`.

Source: Tarjan, SIAM Journal on Computing 1 (1972), without recursion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from zusage.assess.problem import Problem

if TYPE_CHECKING:
    from numpy.typing import NDArray

Links = dict[int, list[int]]


def find_rings(problem: Problem, waiting: NDArray[np.bool_]) -> list[tuple[int, ...]]:
    """Return the rings as tuples of pledge nodes, those that wait for no other ring first.

    ``waiting``: for each node whether it holds in the greatest fixpoint only. A ring has at least two pledges, or one
    that waits for its own actor.
    """
    links: Links = defaultdict(list)
    nodes = _link_counts(problem, waiting, links, problem.nodes)
    nodes = _link_amounts(problem, waiting, links, nodes)
    successors = _Successors(problem, waiting, links)
    rings = []
    for component in _components(np.flatnonzero(waiting).tolist(), successors, nodes):
        if len(component) > 1:
            pledges = sorted(node for node in component if node < problem.pledges)
            if pledges:
                rings.append(tuple(pledges))
    rings.reverse()
    return rings


class _Successors:
    """What waits for a node."""

    def __init__(self, problem: Problem, waiting: NDArray[np.bool_], links: Mapping[int, list[int]]) -> None:
        self._starts, self._above = problem.starts.data, problem.above.data
        self._nodes = problem.nodes
        self._waiting = waiting.tolist()
        self._links = links

    def __call__(self, node: int) -> list[int]:
        waiting, found = self._waiting, []
        if node < self._nodes:
            found = [gate for gate in self._above[self._starts[node] : self._starts[node + 1]] if waiting[gate]]
        more = self._links.get(node)
        return found + more if more else found


def _link_counts(problem: Problem, waiting: NDArray[np.bool_], links: Links, nodes: int) -> int:
    seats: list[list[tuple[int, int]]] = [[] for _ in problem.seats]
    for node, (which, actor) in problem.seat_of.items():
        if waiting[node]:
            seats[which].append((actor, node))
    for each, taken in zip(problem.seats, seats, strict=True):
        wanted = [(own, node) for _, own, node in each if waiting[node]]
        nodes = _link_all_but_own(taken, wanted, links, nodes)
    return nodes


def _link_amounts(problem: Problem, waiting: NDArray[np.bool_], links: Links, nodes: int) -> int:
    single: list[list[tuple[int, int]]] = [[] for _ in problem.pools]
    joint: list[list[tuple[tuple[int, ...], int]]] = [[] for _ in problem.pools]
    gifts = problem.gifts
    for node in np.flatnonzero((gifts.share >= 0) & (gifts.amount > 0) & waiting).tolist():
        shares, pool = gifts.shares(node), int(gifts.pool_of[gifts.share[node]])
        if len(shares) == 1:
            single[pool].append((shares[0], node))
        else:
            joint[pool].append((shares, node))
    for pool, each in enumerate(problem.pools):
        wanted = [(own, node) for _, own, node in each if waiting[node]]
        nodes = _link_all_but_own(single[pool], wanted, links, nodes)
        for shares, giver in joint[pool]:  # few: a joint figure is a rare thing
            links[giver].extend(node for own, node in wanted if own not in shares)
    return nodes


def _link_all_but_own(
    givers: list[tuple[int, int]], wanted: Iterable[tuple[int, int]], links: Links, nodes: int
) -> int:
    """Link every giver to every threshold but those of its own actor, by a chain forwards and one backwards."""
    by_actor: dict[int, list[int]] = defaultdict(list)
    for actor, node in givers:
        by_actor[actor].append(node)
    place = {actor: index for index, actor in enumerate(by_actor)}
    size = len(place)
    before, after = nodes, nodes + size  # before + i: some giver of the actors 0 to i; after + i: of i to the last
    for index, members in enumerate(by_actor.values()):
        for node in members:
            links[node] += [before + index, after + index]
        if index + 1 < size:
            links[before + index].append(before + index + 1)
            links[after + index + 1].append(after + index)
    for own, node in wanted:
        index = place.get(own, size)
        if index > 0:
            links[before + index - 1].append(node)
        if index + 1 < size:
            links[after + index + 1].append(node)
    return nodes + 2 * size


def _components(roots: Iterable[int], successors: _Successors, nodes: int) -> list[list[int]]:
    """Return the strongly connected components, each after all that it leads to."""
    index, low = [0] * nodes, [0] * nodes
    on_stack = bytearray(nodes)
    stack: list[int] = []
    found: list[list[int]] = []
    count = 0
    for root in roots:
        if index[root]:
            continue
        path = [(root, iter(successors(root)))]
        count += 1
        index[root] = low[root] = count
        stack.append(root)
        on_stack[root] = 1
        while path:
            node, rest = path[-1]
            for each in rest:
                if not index[each]:
                    count += 1
                    index[each] = low[each] = count
                    stack.append(each)
                    on_stack[each] = 1
                    path.append((each, iter(successors(each))))
                    break
                if on_stack[each] and index[each] < low[node]:
                    low[node] = index[each]
            else:
                path.pop()
                if path and low[node] < low[path[-1][0]]:
                    low[path[-1][0]] = low[node]
                if low[node] == index[node]:
                    found.append(_unstacked(stack, on_stack, node))
    return found


def _unstacked(stack: list[int], on_stack: bytearray, node: int) -> list[int]:
    component = []
    while True:
        each = stack.pop()
        on_stack[each] = 0
        component.append(each)
        if each == node:
            return component
