"""The worklist: what holds in the end if gates may only begin to hold, and the mirror image for what falls.

Every wire is followed once; thresholds wait in lists sorted by what they ask for, and are looked at when it is reached:
O((n + m) log n) for n nodes and m wires. A round with many nodes is worked off by numpy, one with few by a plain loop
over the same memory, so that neither a broad package nor a long chain is slow. Uses `zusage.assess.problem` and numpy.

Source: Knaster and Tarski for the two fixpoints; the counting worklist is Dowling and Gallier's for Horn formulas
(Journal of Logic Programming 1, 1984), with counters in place of clauses for thresholds over other actors.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

import numpy as np

from zusage.assess.problem import Problem, Thresholds

if TYPE_CHECKING:
    from numpy.typing import NDArray

MANY = 200
"""From so many nodes in a round on numpy is quicker than a loop."""


def rise(problem: Problem) -> NDArray[np.int64]:
    """For each node the round in which it comes to hold, beginning with 0 for what needs nothing; -1 for never.

    The nodes that hold are the least fixpoint.
    """
    counts = [_Counts(each) for each in problem.seats]
    amounts = [_Amounts(each) for each in problem.pools]
    return _Run(problem, problem.need.copy(), counts, amounts).rounds()


def fall(problem: Problem) -> NDArray[np.int64]:
    """For each node the round in which it falls if everything is assumed to hold at first; -1 if it holds to the end.

    The nodes that do not fall are the greatest fixpoint. A gate falls when so many inputs have fallen that too few are
    left, and a threshold over others when so many others, or so much of what they give, is gone: the same worklist with
    other numbers.
    """
    need = problem.fan - problem.need + 1
    need[[node for each in (*problem.seats, *problem.pools) for _, _, node in each]] = 1
    return _Run(problem, need, _missing_counts(problem), _missing_amounts(problem)).rounds()


class _Run:
    """One run over a problem; ``need`` is used up."""

    def __init__(
        self, problem: Problem, need: NDArray[np.int64], counts: list[_Counts], amounts: list[_Amounts]
    ) -> None:
        self._problem = problem
        self._need = need
        self._counts = counts
        self._amounts = amounts
        self._own = np.zeros(len(problem.gifts.pool_of), dtype=np.int64)
        self._rounds = np.full(problem.nodes, -1, dtype=np.int64)
        self._marks = np.empty(problem.nodes, dtype=np.int64)

    def rounds(self) -> NDArray[np.int64]:
        """Work off round after round."""
        begun = [node for each in self._counts for node in each.begin()]
        begun += [node for each in self._amounts for node in each.reached(self._own)]
        new = np.concatenate((np.flatnonzero(self._need <= 0), np.array(begun, dtype=np.int64)))
        count = 0
        while len(new):
            self._rounds[new] = count
            count += 1
            new = self._many(new) if len(new) >= MANY else np.array(self._few(new.tolist()), dtype=np.int64)
        return self._rounds

    def _many(self, nodes: NDArray[np.int64]) -> NDArray[np.int64]:
        starts = self._problem.starts[nodes]
        sizes = self._problem.starts[nodes + 1] - starts
        wires = np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
        gates = self._problem.above[wires]
        np.subtract.at(self._need, gates, 1)
        reached = self._once(gates[(self._need[gates] <= 0) & (self._rounds[gates] < 0)])
        inner = nodes[nodes >= self._problem.pledges].tolist()  # no pledge is a seat
        return np.concatenate((reached, np.array(self._give(nodes) + self._sit(inner), dtype=np.int64)))

    def _once(self, nodes: NDArray[np.int64]) -> NDArray[np.int64]:
        """Each node once: the place that wrote its mark last keeps it, which is quicker than sorting."""
        places = np.arange(len(nodes))
        self._marks[nodes] = places
        kept: NDArray[np.bool_] = self._marks[nodes] == places
        return nodes[kept]

    def _give(self, nodes: NDArray[np.int64]) -> list[int]:
        gifts = self._problem.gifts
        givers = nodes[gifts.share[nodes] >= 0]
        shares, amounts = gifts.share[givers], gifts.amount[givers]
        np.add.at(self._own, shares, amounts)
        for node in gifts.joint.keys() & set(givers.tolist()):
            self._own[list(gifts.joint[node][1:])] += gifts.amount[node]
        pools = gifts.pool_of[shares]
        more = np.zeros(len(self._amounts), dtype=np.int64)
        np.add.at(more, pools, amounts)
        fired: list[int] = []
        for pool in np.flatnonzero(more).tolist():
            self._amounts[pool].total += int(more[pool])
            fired += self._amounts[pool].reached(self._own)
        return fired

    def _sit(self, nodes: list[int]) -> list[int]:
        seat_of = self._problem.seat_of
        taken = [seat_of[node] for node in nodes if node in seat_of] if seat_of else ()
        return [node for which, actor in taken for node in self._counts[which].join(actor)]

    def _few(self, nodes: list[int]) -> list[int]:
        starts, above = self._problem.starts.data, self._problem.above.data
        share, need = self._problem.gifts.share.data, self._need.data
        reached: list[int] = []
        for node in nodes:
            for wire in range(starts[node], starts[node + 1]):
                gate = above[wire]
                need[gate] -= 1
                if need[gate] == 0:
                    reached.append(gate)
            if share[node] >= 0:
                reached += self._give(np.array([node]))
        return reached + self._sit(nodes)


class _Counts:
    """How many actors have joined, and the thresholds that still wait for "so many *other* actors"."""

    def __init__(self, thresholds: Thresholds) -> None:
        self._joined: set[int] = set()
        self._waiting: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for least, actor, node in thresholds:
            self._waiting[max(least, 0)].append((actor, node))
        self._pending: list[int] = []

    def begin(self) -> list[int]:
        """Return the thresholds that ask for nothing."""
        return [node for _, node in self._waiting.pop(0, ())]

    def join(self, actor: int) -> list[int]:
        """Count an actor in; return the thresholds that are reached now.

        A threshold of an actor that has joined itself is reached one actor later.
        """
        self._joined.add(actor)
        fired, self._pending = self._pending, []
        for own, node in self._waiting.pop(len(self._joined), ()):
            (self._pending if own in self._joined else fired).append(node)
        return fired


class _Amounts:
    """What is given to a pool so far, and the thresholds that wait for "so much from *other* actors".

    Each actor's thresholds are sorted; of each actor only the next one is in the heap, under the sum at which it is
    worth looking. Where the actor gave something itself meanwhile it goes back with a higher one.
    """

    def __init__(self, thresholds: Thresholds) -> None:
        self.total = 0
        self._waiting: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for least, share, node in thresholds:
            self._waiting[share].append((least, node))
        for each in self._waiting.values():
            each.sort(reverse=True)
        self._heap = [(each[-1][0], share) for share, each in self._waiting.items()]
        heapify(self._heap)

    def reached(self, own: NDArray[np.int64]) -> list[int]:
        """Return the thresholds that are reached now; ``own`` has what each share gives."""
        fired: list[int] = []
        while self._heap and self._heap[0][0] <= self.total:
            _, share = heappop(self._heap)
            waiting, given = self._waiting[share], int(own[share])
            while waiting and waiting[-1][0] <= self.total - given:
                fired.append(waiting.pop()[1])
            if waiting:
                heappush(self._heap, (waiting[-1][0] + given, share))
        return fired


def _missing_counts(problem: Problem) -> list[_Counts]:
    """For each list of seats how many other actors have to go before fewer than asked for are left."""
    actors: list[set[int]] = [set() for _ in problem.seats]
    for which, actor in problem.seat_of.values():
        actors[which].add(actor)
    return [
        _Counts([(len(who) - (own in who) - least + 1, own, node) for least, own, node in each])
        for each, who in zip(problem.seats, actors, strict=True)
    ]


def _missing_amounts(problem: Problem) -> list[_Amounts]:
    """For each pool how much of what others give has to go before less than asked for is left."""
    gifts = problem.gifts
    total, own = np.zeros(len(problem.pools), dtype=np.int64), np.zeros(len(gifts.pool_of), dtype=np.int64)
    givers = np.flatnonzero(gifts.share >= 0)
    np.add.at(own, gifts.share[givers], gifts.amount[givers])
    np.add.at(total, gifts.pool_of[gifts.share[givers]], gifts.amount[givers])
    for node, shares in gifts.joint.items():
        own[list(shares[1:])] += gifts.amount[node]
    return [
        _Amounts([(int(total[pool] - own[share]) - least + 1, share, node) for least, share, node in each])
        for pool, each in enumerate(problem.pools)
    ]
