"""Lookups that remember, until the ledger changes, what many pages need and what takes a look at all of it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from zusage.workflow.lookups import Counts, Lookups, Matrix
from zusage.workflow.workspace import Workspace

Found = TypeVar("Found")

_MOST = 32
"""What is remembered: the numbers and the matrix of today, and of some days that are looked at."""


class StandingLookups(Lookups):
    """Lookups whose counts and matrix are worked out once for each state of the ledger."""

    def __init__(self, workspace: Workspace, state: Callable[[], str], *, accepted_only: bool = False) -> None:
        """Look things up in this ledger; ``state`` names the state that it is in."""
        super().__init__(workspace, accepted_only=accepted_only)
        self._state = state
        self._remembered: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def counts(self, *, as_of: str | None = None, known_at: str | None = None) -> Counts:
        """Return how much there is of everything."""
        return self._once(
            ("counts", as_of, known_at), lambda: super(StandingLookups, self).counts(as_of=as_of, known_at=known_at)
        )

    def matrix(self, *, as_of: str | None = None, since: str | None = None, known_at: str | None = None) -> Matrix:
        """Return actors by measures as of a day; with ``since`` also what had been said by that earlier day."""
        return self._once(
            ("matrix", as_of, since, known_at),
            lambda: super(StandingLookups, self).matrix(as_of=as_of, since=since, known_at=known_at),
        )

    def _once(self, name: tuple[str | None, ...], work: Callable[[], Found]) -> Found:
        key = (self._state(), *name)
        with self._lock:
            if key in self._remembered:
                self._remembered.move_to_end(key)
                return cast("Found", self._remembered[key])
        found = work()
        with self._lock:
            self._remembered[key] = found
            while len(self._remembered) > _MOST:
                self._remembered.popitem(last=False)
        return found
