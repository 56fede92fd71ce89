"""Pledges and events as a network of gates, ready for the worklist.

Nodes are numbers: first the pledges, then "some pledge of this actor and measure stands" (a *seat*), then inner gates and
thresholds. A gate holds as soon as ``need`` of its inputs hold. Two things are counted instead of wired, because wiring
them would take a line for every pair of actors: how many *other* actors have a seat, and how much *other* actors give
to a pool. Amounts are whole numbers of hundredths, so that no order of adding changes a sum.

Uses `zusage.assess.formula` and numpy.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from zusage.assess.formula import (
    Absent,
    All,
    Amount,
    Any,
    AtLeast,
    Event,
    Formula,
    Others,
    Standing,
    Support,
    event_name,
)
from zusage.assess.pledge import Pledge
from zusage.model.statement import Quantity

if TYPE_CHECKING:
    from numpy.typing import NDArray

SUPPORT_MEASURES = ("backstop", "guarantees")
"""Measures by which an actor is taken to back the others once it has pledged them, unless a package says otherwise."""

HUNDREDTHS = 100


class Side(StrEnum):
    """Which side of the quantities is reckoned with."""

    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class World:
    """What a scenario assumes: the names of events, which measures count as backing, and the side of quantities."""

    events: frozenset[str] = frozenset()
    support: tuple[str, ...] = SUPPORT_MEASURES
    side: Side = Side.LOW


Thresholds = list[tuple[int, int, int]]
"""What is asked for (a number of actors, or hundredths), who does not count, and the node that waits."""

NOTHING = -1


@dataclass(frozen=True, slots=True)
class Gifts:
    """What nodes give to the pools that some condition asks for.

    A share is one actor's part of one pool. ``share`` has for each node the share that its ``amount`` (hundredths) goes
    into, -1 for none; a joint figure goes into the shares of all its owners (``joint``), and into the pool once.
    ``pool_of`` has for each share its pool.
    """

    share: NDArray[np.int64]
    amount: NDArray[np.int64]
    pool_of: NDArray[np.int64]
    joint: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def shares(self, node: int) -> tuple[int, ...]:
        """Return the shares that a node gives into."""
        return self.joint.get(node) or (int(self.share[node]),)


@dataclass(frozen=True, slots=True)
class Problem:
    """A network of gates.

    ``need`` and ``fan``: how many inputs a node needs, and how many it has. ``starts`` and ``above``: the gates that a
    node is an input of are ``above[starts[node]:starts[node + 1]]``. ``seat_of``: for a node that is a seat, its list
    of thresholds in ``seats`` and its actor. ``pools``: lists of thresholds on amounts, with the share that does not
    count. ``switches``: the nodes of events that are not there and may be switched on.
    """

    pledges: int
    need: NDArray[np.int64]
    fan: NDArray[np.int64]
    starts: NDArray[np.int64]
    above: NDArray[np.int64]
    seat_of: dict[int, tuple[int, int]]
    seats: list[Thresholds]
    gifts: Gifts
    pools: list[Thresholds]
    switches: dict[str, int] = field(default_factory=dict)

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self.need)

    def switched(self, events: Collection[str], absent: Sequence[int]) -> Problem:
        """The same network with some events there, and without some pledges; it has to have switches."""
        need = self.need.copy()
        need[[node for name, node in self.switches.items() if name in events]] = 0
        need[list(absent)] = self.fan[list(absent)] + 1  # more than it can get
        return replace(self, need=need)


def compile_problem(pledges: Sequence[Pledge], world: World, *, switches: bool = False) -> Problem:
    """Turn pledges under a scenario into gates; node ``i`` is ``pledges[i]``.

    ``switches``: events that are not there are nodes that can be switched on, for those who ask many times. What must
    not happen (`Absent`) is as the world has it.
    """
    with uncollected():
        return _Compiler(pledges, world, switches=switches).compile()


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause Python's collector of cycles: walking a million pledges again and again to find none takes a quarter of the time.

    Nothing that the resolution makes is in a cycle.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_HOLDS, _NEVER = -1, -2
"""In place of a node: what is known to hold, or never to."""


class _Compiler:
    """Builds a problem.

    An atom that means the same for everybody becomes one node, however many conditions have it; a threshold over others
    one for each time it stands somewhere.
    """

    def __init__(self, pledges: Sequence[Pledge], world: World, *, switches: bool) -> None:
        self.pledges = pledges
        self.world = world
        self.switches: dict[str, int] | None = {} if switches else None
        self.need = [0] * len(pledges)
        self.fan = [0] * len(pledges)
        self.below: list[int] = []
        self.above: list[int] = []
        self.actors: dict[str, int] = {}
        self.members = _members(pledges)
        self.seats: dict[str | None, int] = {}
        self.seat_lists: list[Thresholds] = []
        self.seat_nodes: dict[tuple[str, str | None], int] = {}
        self.seat_of: dict[int, tuple[int, int]] = {}
        self.pools: dict[tuple[str, str], int] = {}
        self.pool_lists: list[Thresholds] = []
        self.shares: dict[tuple[int, str], int] = {}
        self.atoms: dict[Formula, int] = {}
        self.known: dict[int, int] = {}

    def compile(self) -> Problem:
        """Wire everything, then sort the wires."""
        for node, each in enumerate(self.pledges):
            self._wire(node, *_gate_of(each.condition), each.actor)
        gifts = self._gifts()
        starts, above = _sorted_wires(self.below, self.above, len(self.need))
        return Problem(
            pledges=len(self.pledges),
            need=np.array(self.need, dtype=np.int64),
            fan=np.array(self.fan, dtype=np.int64),
            starts=starts,
            above=above,
            seat_of=self.seat_of,
            seats=self.seat_lists,
            gifts=gifts,
            pools=self.pool_lists,
            switches=self.switches or {},
        )

    def _wire(self, node: int, need: int, parts: Iterable[Formula], actor: str) -> None:
        """Give a gate its inputs; those that are known are taken off at once.

        An atom is looked up by its identity first, which saves comparing it: the pledges keep it alive.
        """
        known, below, above, fan = self.known, self.below, self.above, 0
        for part in parts:
            each = known.get(id(part))
            if each is None:
                each = self._node(part, actor)
            if each >= 0:
                below.append(each)
                above.append(node)
                fan += 1
            elif each == _HOLDS:
                need -= 1
        self.need[node], self.fan[node] = need, fan

    def _wire_nodes(self, node: int, need: int, nodes: Sequence[int]) -> None:
        self.below += nodes
        self.above += [node] * len(nodes)
        self.need[node], self.fan[node] = need, len(nodes)

    def _new(self) -> int:
        self.need.append(1)
        self.fan.append(0)
        return len(self.need) - 1

    def _node(self, formula: Formula, actor: str) -> int:
        """The node of a part of a condition."""
        if isinstance(formula, Others | Amount):
            return self._threshold(formula, actor)
        if isinstance(formula, All | Any | AtLeast):
            node = self._new()
            self._wire(node, *_gate_of(formula), actor)
            return node
        if formula not in self.atoms:
            self.atoms[formula] = self._made(formula)
        self.known[id(formula)] = self.atoms[formula]
        return self.atoms[formula]

    def _made(self, atom: Event | Absent | Standing | Support) -> int:
        match atom:
            case Event(name=name):
                return self._event(name)
            case Absent(name=name):
                return _NEVER if name in self.world.events else _HOLDS
            case Standing(of=of, measure=measure):
                return self._seat(of, measure)
            case Support(of=of):
                return self._support(self._event(event_name(atom)), of)

    def _event(self, name: str) -> int:
        """The node of an event: it is there, or never will be, or can be switched on."""
        if name in self.world.events:
            return _HOLDS
        if self.switches is None:
            return _NEVER
        if name not in self.switches:
            self.switches[name] = self._new()
        return self.switches[name]

    def _support(self, event: int, of: str) -> int:
        """The node "an actor backs the others": because that is assumed, or by what it has pledged."""
        if event < 0:
            return _HOLDS if event == _HOLDS else self._backing(of)
        node = self._new()
        self._wire_nodes(node, 1, [event, self._backing(of)])
        return node

    def _threshold(self, atom: Others | Amount, own: str) -> int:
        node = self._new()
        if isinstance(atom, Others):
            self._seat_list(atom.measure).append((atom.n, self._actor(own), node))
        else:
            pool = self._pool(atom.measure, atom.unit)
            self.pool_lists[pool].append((int(atom.least * HUNDREDTHS), self._share(pool, own), node))
        return node

    def _backing(self, of: str) -> int:
        own = [node for measure in self.world.support for node in self.members.get(measure, {}).get(of, ())]
        node = self._new()
        self._wire_nodes(node, 1, [each for each in own if self.pledges[each].is_firm])
        return node

    def _actor(self, actor: str) -> int:
        return self.actors.setdefault(actor, len(self.actors))

    def _share(self, pool: int, actor: str) -> int:
        return self.shares.setdefault((pool, actor), len(self.shares))

    def _seat(self, actor: str, measure: str | None) -> int:
        """The node "some pledge of this actor and measure stands"."""
        members = self.members.get(measure, {}).get(actor)
        if members is None:
            return _NEVER
        key = (actor, measure)
        if key not in self.seat_nodes:
            node = self.seat_nodes[key] = self._new()
            self._wire_nodes(node, 1, members)
        return self.seat_nodes[key]

    def _seat_list(self, measure: str | None) -> Thresholds:
        if measure not in self.seats:
            self.seats[measure] = len(self.seat_lists)
            self.seat_lists.append([])
            for actor in sorted(self.members.get(measure, ())):
                self.seat_of[self._seat(actor, measure)] = (self.seats[measure], self._actor(actor))
        return self.seat_lists[self.seats[measure]]

    def _pool(self, measure: str, unit: str) -> int:
        if (measure, unit) not in self.pools:
            self.pools[measure, unit] = len(self.pool_lists)
            self.pool_lists.append([])
        return self.pools[measure, unit]

    def _gifts(self) -> Gifts:
        """Note what nodes give to the pools that some condition asks for."""
        joint: dict[tuple[int, frozenset[str]], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        share, amounts = [NOTHING] * len(self.need), [0] * len(self.need)
        side, wanted = self.world.side, self._shares_wanted()
        for node, each in enumerate(self.pledges if wanted else ()):
            quantity, by_unit = each.quantity, wanted.get(each.measure)
            if quantity is None or by_unit is None or quantity.unit not in by_unit:
                continue
            if quantity.shared:
                pool = self.pools[each.measure, quantity.unit]
                joint[pool, frozenset((each.actor, *each.joint_with))][each.actor].append(node)
            else:
                share[node], amounts[node] = by_unit[quantity.unit][each.actor], hundredths(quantity, side)
        gates = {}
        for (pool, who), by_actor in joint.items():
            gates[self._joint_gate(by_actor.values(), len(who))] = tuple(
                self._share(pool, each) for each in sorted(who)
            )
            most = max(amount(self.pledges[node], side) for nodes in by_actor.values() for node in nodes)
            new = len(self.need) - len(share)
            share += [NOTHING] * (new - 1) + [self._share(pool, min(who))]
            amounts += [0] * (new - 1) + [most]
        pool_of = np.array([pool for pool, _ in self.shares], dtype=np.int64)
        return Gifts(np.array(share, dtype=np.int64), np.array(amounts, dtype=np.int64), pool_of, gates)

    def _shares_wanted(self) -> dict[str, dict[str, dict[str, int]]]:
        """For each measure, unit and actor the share that its gifts go into, where some condition asks for them."""
        wanted: dict[str, dict[str, dict[str, int]]] = defaultdict(dict)
        for (measure, unit), pool in self.pools.items():
            wanted[measure][unit] = {actor: self._share(pool, actor) for actor in self.members.get(measure, ())}
        return wanted

    def _joint_gate(self, pledges: Iterable[Sequence[int]], need: int) -> int:
        """The node "of each who shares a joint figure some pledge of it stands"."""
        each_stands = []
        for nodes in pledges:
            each_stands.append(self._new())
            self._wire_nodes(each_stands[-1], 1, nodes)
        gate = self._new()
        self._wire_nodes(gate, need, each_stands)
        return gate


def _gate_of(formula: Formula) -> tuple[int, tuple[Formula, ...]]:
    """How many of which parts a formula needs."""
    if isinstance(formula, All):
        return len(formula.parts), formula.parts
    if isinstance(formula, Any):
        return 1, formula.parts
    if isinstance(formula, AtLeast):
        return formula.n, formula.parts
    return 1, (formula,)


def _members(pledges: Sequence[Pledge]) -> dict[str | None, dict[str, list[int]]]:
    """Which pledges each actor has of each measure, and (None) of any."""
    by_measure: dict[str | None, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for node, each in enumerate(pledges):
        by_measure[each.measure][each.actor].append(node)
    every: dict[str, list[int]] = defaultdict(list)
    for by_actor in by_measure.values():
        for actor, nodes in by_actor.items():
            every[actor] += nodes
    by_measure[None] = every
    return by_measure


def hundredths(quantity: Quantity, side: Side) -> int:
    """What an amount comes to on one side; an unknown side is never more than what is known."""
    low, high = quantity.min or 0, quantity.max
    return round((low if side is Side.LOW or high is None else high) * HUNDREDTHS)


def amount(pledge: Pledge, side: Side) -> int:
    """Hundredths that a pledge gives on one side, 0 without an amount."""
    return hundredths(pledge.quantity, side) if pledge.quantity else 0


def _sorted_wires(below: list[int], above: list[int], nodes: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    lower = np.array(below, dtype=np.int64)
    starts = np.zeros(nodes + 1, dtype=np.int64)
    np.cumsum(np.bincount(lower, minlength=nodes), out=starts[1:])
    return starts, np.array(above, dtype=np.int64)[np.argsort(lower, kind="stable")]
