"""What a person should look at first: where reports contradict each other, where something changed, what is unsure.

Pure functions over what has been worked out; uses `zusage.model` and what is beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from zusage.model.ledger import Conflict, Entry, Severity
from zusage.reconcile.claims import Claim, Look


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """A statement to be judged, and why now. ``conflicts``: those that quote it, the severest first."""

    claim: Claim
    need: Need
    conflicts: tuple[Conflict, ...] = ()
    look: Look | None = None


def by_need(
    claims: Iterable[Claim],
    *,
    conflicts: Iterable[Conflict] = (),
    entries: Iterable[Entry] = (),
    looks: Mapping[str, Look] | None = None,
) -> tuple[Wanted, ...]:
    """Order statements by what matters; the order of the arguments' items does not.

    First those in conflicts, the severest first and what one conflict holds against each other together; then second
    looks; then those that changed an actor's firmness, the newest first; then the rest, the least certain first.
    """
    quoting = _by_statement(conflicts)
    changed = _changed(entries)
    looks = looks or {}
    found = []
    for claim in claims:
        own = quoting.get(claim.id, ())
        look = looks.get(claim.id)
        if own:
            need = Need.CONFLICT
        elif look is not None:
            need = Need.SECOND_LOOK
        else:
            need = Need.CHANGE if claim.id in changed else Need.UNSURE
        found.append(Wanted(claim, need, own, look))
    return tuple(sorted(found, key=lambda each: _key(each, changed)))


def _by_statement(conflicts: Iterable[Conflict]) -> dict[str, tuple[Conflict, ...]]:
    found: dict[str, tuple[Conflict, ...]] = {}
    for conflict in sorted(conflicts, key=lambda each: (_SEVERITIES[each.severity], each.id)):
        cited = {words.statement for side in conflict.sides for words in side.citations if words.statement}
        for statement in cited:
            found[statement] = (*found.get(statement, ()), conflict)
    return found


def _changed(entries: Iterable[Entry]) -> dict[str, str]:
    """The statements that changed an entry's firmness (its first step is no change), with the day."""
    found: dict[str, str] = {}
    for entry in entries:
        for step in entry.changes:
            if step.before is not None:
                for words in step.citations:
                    if words.statement:
                        found[words.statement] = max(found.get(words.statement, ""), step.day or "")
    return found


def _key(wanted: Wanted, changed: Mapping[str, str]) -> tuple[object, ...]:
    claim = wanted.claim
    first = wanted.conflicts[0] if wanted.conflicts else None
    rank = _SEVERITIES[first.severity] if first else 0
    day = changed.get(claim.id, "") if wanted.need is Need.CHANGE else ""
    certainty = claim.statement.certainty if claim.statement.certainty is not None else _NO_CERTAINTY
    quote = claim.statement.quote
    place = (claim.report.id, quote.start if quote else -1, claim.id)
    return (_NEEDS[wanted.need], rank, first.id if first else "", _newest_first(day), certainty, *place)


def _newest_first(day: str) -> tuple[int, ...]:
    return tuple(-ord(sign) for sign in day) or (1,)
