"""What a person wants to see of a ledger: filters, orders and pages. None is anything; a filter's fields all have to fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from zusage.model.ledger import Severity

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list: so many from a place on; ``size`` None is all of it."""

    size: int | None = 50
    start: int = 0

    def of(self, items: Sequence[Item]) -> Sequence[Item]:
        """Take this part of a list."""
        return items[self.start : None if self.size is None else self.start + self.size]


EVERYTHING = Page(None)
NOTHING = Page(0)


class EntryOrder(StrEnum):
    """How entries are ordered; what is equal is ordered by actor and id."""

    MEASURE = "measure"
    """By measure in the dossier's order, the firmest first."""
    FIRMEST = "firmest"
    NEWEST = "newest"
    """What was spoken of last first."""
    ROOTS = "roots"
    """What most independent roots have first."""
    ACTOR = "actor"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFilter:
    """What an entry has to be. ``actors`` and ``measures``: one of these (empty: any).

    ``since`` and ``until`` are days, both inclusive: some statement of the entry was made from the one to the other.
    ``unsure``: also what rests on nothing but what the reader is unsure of and nobody has reviewed.
    """

    actors: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    recipient: str | None = None
    firmness: str | None = None
    condition: str | None = None
    roots: int = 0
    since: str | None = None
    until: str | None = None
    reviewed: bool | None = None
    contested: bool | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """Which steps of entries' histories: of these actors and measures, from a day to another, to some firmness.

    ``of``: only of entries that fit.
    """

    actors: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    entry: str | None = None
    of: EntryFilter | None = None
    after: str | None = None
    since: str | None = None
    until: str | None = None
    first: bool | None = None
    """True: only the first step of an entry; False: only changes of one that was known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictFilter:
    """Which conflicts: on a slot, so severe, of a story, about an actor, about an entry's statements."""

    slot: str | None = None
    severity: Severity | None = None
    story: str | None = None
    actor: str | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """Which reports: of an outlet, from a day to another, in a language (ISO 639-1), of a story."""

    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    language: str | None = None
    story: str | None = None
