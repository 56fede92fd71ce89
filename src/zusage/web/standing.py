"""Lookups that remember, until the ledger changes, what many pages need and what takes a look at all of it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from threading import Lock
from typing import TypeVar, cast

from sqlalchemy import Connection

from zusage.workflow.lookups import ChangeFilter, ChangeLine, Counts, Listed, Lookups, Matrix, Page
from zusage.workflow.workspace import Workspace

Found = TypeVar("Found")

_MOST = 32
"""What is remembered: the numbers and the matrix of today, and of some days that are looked at."""


_FEW = 50
"""Steps that are remembered at most of each day."""


class StandingLookups(Lookups):
    """Lookups whose counts and matrix are worked out once for each state of the ledger."""

    def __init__(self, workspace: Workspace, state: Callable[[], str], *, accepted_only: bool = False) -> None:
        """Look things up in this ledger; ``state`` names the state that it is in."""
        super().__init__(workspace, accepted_only=accepted_only)
        self._state = state
        self._in_line_at: str | None = None
        self._remembered: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def counts(self, *, as_of: str | None = None, known_at: str | None = None) -> Counts:
        """Return how much there is of everything."""
        if as_of is None or known_at is not None:
            return self._once(
                ("counts", as_of, known_at), lambda: super(StandingLookups, self).counts(as_of=as_of, known_at=known_at)
            )
        entries, unsure = self._once(("entries", as_of), lambda: self.count_entries(as_of))
        return replace(self.counts(), entries=entries, unsure=unsure)

    def changes(
        self,
        wanted: ChangeFilter = ChangeFilter(),  # noqa: B008 - frozen
        *,
        page: Page = Page(),  # noqa: B008 - frozen
        as_of: str | None = None,
        known_at: str | None = None,
    ) -> Listed[ChangeLine]:
        """Return steps of entries' histories; the newest of all are remembered, since the overview shows them."""

        def find() -> Listed[ChangeLine]:
            return super(StandingLookups, self).changes(wanted, page=page, as_of=as_of, known_at=known_at)

        if wanted != ChangeFilter() or page.size is None or page.size > _FEW:
            return find()
        return self._once(("changes", page, as_of, known_at), find)

    def matrix(self, *, as_of: str | None = None, since: str | None = None, known_at: str | None = None) -> Matrix:
        """Return actors by measures as of a day; with ``since`` also what had been said by that earlier day."""
        return self._once(
            ("matrix", as_of, since, known_at),
            lambda: super(StandingLookups, self).matrix(as_of=as_of, since=since, known_at=known_at),
        )

    def _are_rows_in_line(self, connection: Connection) -> bool:
        """Whether rows are in line; asked once for each state, since another program that made them would change it."""
        state = self._state()
        if state == self._in_line_at:
            return True
        if super()._are_rows_in_line(connection):
            self._in_line_at = state
            return True
        return False

    def _once(self, name: tuple[Hashable, ...], work: Callable[[], Found]) -> Found:
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
