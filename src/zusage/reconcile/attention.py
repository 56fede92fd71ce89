"""What a person should look at first: where reports contradict each other, where something changed, what is unsure.

Pure functions over what has been worked out; uses `zusage.model` and what is beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from zusage.model.ledger import Conflict, Severity


class Need(StrEnum):
    """Why a statement is looked at when it is, the most pressing first."""

    CONFLICT = "conflict"
    """It stands against another one, or against known facts."""
    SECOND_LOOK = "second-look"
    """A person judged it, and the newest reading says otherwise."""
    CHANGE = "change"
    """It changes what an actor had said before."""
    UNSURE = "unsure"
    """The reader is not sure of it, or did not say how sure it is; the least sure first."""


_NEEDS = {need: rank for rank, need in enumerate(Need)}
_SEVERITIES = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
_NO_CERTAINTY = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A statement, and by what it is decided when it is looked at.

    ``report`` and ``start`` say where it stands (-1: nowhere); ``conflict`` is the severest that quotes it, by its severity and id;
    ``changed_on``: the day on which it changed an actor's firmness, empty if that is unknown, None if it changed nothing;
    ``is_read``: nobody has judged it.
    """

    id: str
    report: str
    start: int = -1
    certainty: float | None = None
    conflict: tuple[Severity, str] | None = None
    has_look: bool = False
    changed_on: str | None = None
    is_read: bool = True

    @property
    def need(self) -> Need:
        """Why it is looked at."""
        if self.conflict is not None:
            return Need.CONFLICT
        if self.has_look:
            return Need.SECOND_LOOK
        return Need.UNSURE if self.changed_on is None else Need.CHANGE


def by_need(statements: Iterable[Standing]) -> tuple[Standing, ...]:
    """Order statements by what matters; the order in which they are given does not.

    First those in conflicts, the severest first and what one conflict holds against each other together; then second
    looks; then those that changed an actor's firmness, the newest first; then the rest, the least certain first.
    """
    return tuple(sorted(statements, key=_key))


def severest(conflicts: Iterable[tuple[Severity, str]]) -> tuple[Severity, str] | None:
    """The severest of some conflicts, each given by its severity and id; none of none."""
    return min(conflicts, key=lambda each: (_SEVERITIES[each[0]], each[1]), default=None)


def severest_first(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Order the conflicts of a statement."""
    return tuple(sorted(conflicts, key=lambda each: (_SEVERITIES[each.severity], each.id)))


def _key(each: Standing) -> tuple[object, ...]:
    need = each.need
    severity, conflict = each.conflict or (Severity.HIGH, "")
    day = (each.changed_on or "") if need is Need.CHANGE else ""
    certainty = _NO_CERTAINTY if each.certainty is None else each.certainty
    place = (each.report, each.start, each.id)
    return (_NEEDS[need], _SEVERITIES[severity], conflict, _newest_first(day), certainty, *place)


@cache
def _newest_first(day: str) -> tuple[int, ...]:
    return tuple(-ord(sign) for sign in day) or (1,)
