"""The queue of what reviewers judge: what nobody has judged, or what others have and one has not, in order of need.

To order it, everything has to be worked out, which takes long in a large ledger; so it is kept, and what has been judged
meanwhile is taken out of it. Where working it out is quick, it is done anew after each judgement.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from threading import Lock

from zusage.errors import MissingError, wording
from zusage.ledger.judged import JudgedRow, deciders, judged_by, judged_since, last_judgement, reading_revision
from zusage.ledger.queries import all_judgements
from zusage.model.ledger import Act, Entry, Status
from zusage.reconcile.attention import Need, Wanted, by_need
from zusage.reconcile.claims import DECIDING, Claim, corrected
from zusage.workflow.views import View, view_ledger
from zusage.workflow.workspace import Workspace

_QUICK = 0.4
"""Seconds of work under which the queue is worked out anew after each judgement."""
_OFTEN = 50
"""Judgements after which it is worked out anew in any case."""
_DECIDING = frozenset(DECIDING)


class Turn(StrEnum):
    """Whose judgement is asked for."""

    FIRST = "first"
    """Nobody has judged it yet, or it needs a second look."""
    SECOND = "second"
    """Others have judged it and this person has not: for how far they agree."""


@dataclass(frozen=True)
class Queue:
    """What one person can judge, in order of need."""

    items: tuple[Wanted, ...]
    turn: Turn

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {each.claim.id: place for place, each in enumerate(self.items)}

    def place(self, name: str) -> int | None:
        """The place of a statement, from 1 on; None if it is not (or no longer) in the queue."""
        found = self._places.get(name)
        return None if found is None else found + 1

    def after(self, name: str) -> str | None:
        """The statement after one; None at the end."""
        place = self._places.get(name)
        following = self.items[place + 1] if place is not None and place + 1 < len(self.items) else None
        return following.claim.id if following else None

    def before(self, name: str) -> str | None:
        """The statement before one; None at the beginning."""
        place = self._places.get(name)
        return self.items[place - 1].claim.id if place else None

    def count(self, need: Need) -> int:
        """How many are in it for a reason."""
        return sum(each.need is need for each in self.items)


@dataclass(frozen=True)
class _Worked:
    """What was worked out, of which rows, and how long it took."""

    readings: str
    judgements: int
    seconds: float
    view: View
    ordered: tuple[Wanted, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Wanted]:
        return {each.claim.id: each for each in self.ordered}

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        return {said.id: entry for entry in self.view.entries for said in entry.statements}


class Desk:
    """The queues of one ledger. Safe for threads."""

    def __init__(self, workspace: Workspace) -> None:
        """Nothing is worked out until it is asked for."""
        self._workspace = workspace
        self._worked: _Worked | None = None
        self._lock = Lock()

    def queue(self, who: str, turn: Turn = Turn.FIRST) -> Queue:
        """What a person can judge now."""
        worked, since = self._current()
        if turn is Turn.FIRST:
            decided = {row.target for row in since if row.act in _DECIDING}
            wanted = (each for each in worked.ordered if _is_open(each) and each.claim.id not in decided)
            return Queue(tuple(wanted), turn)
        with self._workspace.ledger.reading() as connection:
            others, own = _who_judged(deciders(connection), who)
        wanted = (each for each in worked.ordered if each.claim.id in others and each.claim.id not in own)
        return Queue(tuple(wanted), turn)

    def find(self, name: str) -> Wanted:
        """A statement with why it would be looked at, whether it is in a queue or not.

        Raises:
            MissingError: no reading in force has it, and nobody has coded it.
        """
        worked, since = self._current()
        found = worked.by_id.get(name)
        if found is None:
            raise MissingError(
                wording("statement {name}", name=name[:8]), "is not in the ledger", hint="the queue shows what there is"
            )
        new = {row.id for row in since if row.target == name and row.act in _DECIDING}
        return replace(found, claim=self._judged_since(found.claim, new)) if new else found

    def _judged_since(self, claim: Claim, new: set[str]) -> Claim:
        """A statement with judgements that came after everything was worked out."""
        with self._workspace.ledger.reading() as connection:
            made = [each for each in all_judgements(connection, target=claim.id) if each.id in new]
        statement, status = claim.statement, claim.status
        for each in made:
            status = DECIDING[each.what]
            statement = corrected(statement, each.changes)
        return replace(claim, statement=statement, status=status)

    def entry_of(self, name: str) -> Entry | None:
        """The entry that a statement belongs to."""
        return self._current()[0].entries.get(name)

    def claim(self, name: str) -> Claim | None:
        """A statement by its id; None if it is not in force."""
        found = self._current()[0].by_id.get(name)
        return found.claim if found else None

    def undoable(self, who: str, *, since: str) -> JudgedRow | None:
        """A person's last judgement since a time that he has not taken back."""
        with self._workspace.ledger.reading() as connection:
            return next(iter(judged_by(connection, who, since=since)), None)

    def _current(self) -> tuple[_Worked, tuple[JudgedRow, ...]]:
        """What was worked out, and the judgements that have come since."""
        with self._lock:
            with self._workspace.ledger.reading() as connection:
                readings = reading_revision(connection)
                since = judged_since(connection, self._worked.judgements) if self._worked else ()
            if self._worked is None or self._is_stale(self._worked, readings, since):
                self._worked = _work_out(self._workspace)
                since = ()
            return self._worked, since

    @staticmethod
    def _is_stale(worked: _Worked, readings: str, since: tuple[JudgedRow, ...]) -> bool:
        if worked.readings != readings or len(since) >= _OFTEN:
            return True
        return bool(since) and (worked.seconds < _QUICK or any(row.act is Act.UNDO for row in since))


def _work_out(workspace: Workspace) -> _Worked:
    begun = time.monotonic()
    with workspace.ledger.reading() as connection:
        readings, judgements = reading_revision(connection), last_judgement(connection)
    view = view_ledger(workspace)
    looks = view.current.carried.looks
    ordered = by_need(view.grounds.claims, conflicts=view.conflicts, entries=view.entries, looks=looks)
    return _Worked(readings, judgements, time.monotonic() - begun, view, ordered)


def _is_open(wanted: Wanted) -> bool:
    return wanted.claim.status is Status.READ or wanted.look is not None


def _who_judged(rows: Iterable[JudgedRow], who: str) -> tuple[frozenset[str], frozenset[str]]:
    """The statements that others judged, and those that this person judged; what was undone does not count."""
    standing = {row.id: row for row in rows}
    for row in list(standing.values())[::-1]:
        if row.act is Act.UNDO and row.id in standing:
            standing.pop(row.target, None)
    decided = [row for row in standing.values() if row.act in _DECIDING]
    others = frozenset(row.target for row in decided if row.who != who)
    return others, frozenset(row.target for row in decided if row.who == who)
