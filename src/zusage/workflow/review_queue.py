"""The queue of what reviewers judge: what nobody has judged, or what others have and one has not, in order of need.

The order of all statements is made of derived rows, which takes a second or two in a large ledger; so it is kept, and what has
been judged meanwhile is taken out of it. Where making it is quick, it is made anew after each judgement. What is shown of a
statement is always looked up anew.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from threading import Lock

from zusage.errors import MissingError, wording
from zusage.ledger.judged import (
    JudgedRow,
    deciders,
    decisions_on,
    judged_by,
    judged_since,
    last_judgement,
    reading_revision,
)
from zusage.model.ledger import Act
from zusage.reconcile.attention import Need, Standing
from zusage.reconcile.claims import DECIDING
from zusage.workflow.lookups import Lookups
from zusage.workflow.lookups.found import ToJudge
from zusage.workflow.workspace import Workspace

_QUICK = 0.4
"""Seconds of work under which the order is made anew after each judgement."""
_OFTEN = 50
"""Judgements after which it is made anew in any case."""
_REST = 20
"""So many times as long as it takes it is kept at least, where reports come in all the time."""
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

    items: tuple[Standing, ...]
    turn: Turn

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {each.id: place for place, each in enumerate(self.items)}

    def place(self, name: str) -> int | None:
        """The place of a statement, from 1 on; None if it is not (or no longer) in the queue."""
        found = self._places.get(name)
        return None if found is None else found + 1

    def after(self, name: str) -> str | None:
        """The statement after one; None at the end."""
        place = self._places.get(name)
        following = self.items[place + 1] if place is not None and place + 1 < len(self.items) else None
        return following.id if following else None

    def before(self, name: str) -> str | None:
        """The statement before one; None at the beginning."""
        place = self._places.get(name)
        return self.items[place - 1].id if place else None

    @cached_property
    def _counts(self) -> Mapping[Need, int]:
        return Counter(each.need for each in self.items)

    def count(self, need: Need) -> int:
        """How many are in it for a reason."""
        return self._counts.get(need, 0)


@dataclass(frozen=True)
class _Worked:
    """The order of all statements, of which rows it was made, how long that took, and when it was done."""

    readings: str
    judgements: int
    seconds: float
    done_at: float
    ordered: tuple[Standing, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Standing]:
        return {each.id: each for each in self.ordered}


class Desk:
    """The queues of one ledger. Safe for threads."""

    def __init__(self, workspace: Workspace, lookups: Lookups | None = None) -> None:
        """Nothing is worked out until it is asked for."""
        self._workspace = workspace
        self._lookups = lookups or Lookups(workspace)
        self._worked: _Worked | None = None
        self._first: tuple[_Worked, int, Queue] | None = None
        self._lock = Lock()

    def queue(self, who: str, turn: Turn = Turn.FIRST) -> Queue:
        """What a person can judge now."""
        worked, since = self._current()
        if turn is Turn.FIRST:
            return self._first_turn(worked, since)
        with self._workspace.ledger.reading() as connection:
            others, own = _who_judged(deciders(connection), who)
        wanted = (each for each in worked.ordered if each.id in others and each.id not in own)
        return Queue(tuple(wanted), turn)

    def _first_turn(self, worked: _Worked, since: tuple[JudgedRow, ...]) -> Queue:
        """The queue that is the same for everybody; it is kept until somebody judges."""
        known = self._first
        if known is not None and known[0] is worked and known[1] == len(since):
            return known[2]
        decided = {row.target for row in since if row.act in _DECIDING}
        wanted = (each for each in worked.ordered if _is_open(each) and each.id not in decided)
        found = Queue(tuple(wanted), Turn.FIRST)
        self._first = (worked, len(since), found)
        return found

    def find(self, name: str) -> tuple[ToJudge, Need]:
        """A statement with why it would be looked at, whether it is in a queue or not.

        Raises:
            MissingError: no reading in force has it, and nobody has coded it.
        """
        found = self._lookups.to_judge([name]).get(name)
        if found is None:
            what = wording("statement {name}", name=name[:8])
            raise MissingError(what, "is not in the ledger", hint="the queue shows what there is")
        standing = self._current()[0].by_id.get(name)
        return found, standing.need if standing is not None else Need.UNSURE

    def look_up(self, names: Iterable[str]) -> Mapping[str, ToJudge]:
        """Statements by their ids, those that are in force."""
        return self._lookups.to_judge(names)

    def undoable(self, who: str, *, since: str) -> JudgedRow | None:
        """A person's last judgement since a time that he has not taken back."""
        with self._workspace.ledger.reading() as connection:
            return next(iter(judged_by(connection, who, since=since)), None)

    def decided(self, name: str) -> tuple[JudgedRow, ...]:
        """Who decided what on a statement, the oldest first; what was undone is left out."""
        with self._workspace.ledger.reading() as connection:
            return decisions_on(connection, name)

    def _current(self) -> tuple[_Worked, tuple[JudgedRow, ...]]:
        """What was worked out, and the judgements that have come since."""
        with self._lock:
            with self._workspace.ledger.reading() as connection:
                readings = reading_revision(connection)
                since = judged_since(connection, self._worked.judgements) if self._worked else ()
            if self._worked is None or self._is_stale(self._worked, readings, since):
                self._worked = self._work_out()
                since = ()
            return self._worked, since

    def _work_out(self) -> _Worked:
        begun = time.monotonic()
        with self._workspace.ledger.reading() as connection:
            readings, judgements = reading_revision(connection), last_judgement(connection)
        ordered = self._lookups.standings()
        done = time.monotonic()
        return _Worked(readings, judgements, done - begun, done, ordered)

    @staticmethod
    def _is_stale(worked: _Worked, readings: str, since: tuple[JudgedRow, ...]) -> bool:
        if worked.readings != readings:
            return worked.seconds < _QUICK or time.monotonic() - worked.done_at > _REST * worked.seconds
        if len(since) >= _OFTEN:
            return True
        return bool(since) and (worked.seconds < _QUICK or any(row.act is Act.UNDO for row in since))


def _is_open(each: Standing) -> bool:
    return each.is_read or each.has_look


def _who_judged(rows: Iterable[JudgedRow], who: str) -> tuple[frozenset[str], frozenset[str]]:
    """The statements that others judged, and those that this person judged; what was undone does not count."""
    standing = {row.id: row for row in rows}
    for row in list(standing.values())[::-1]:
        if row.act is Act.UNDO and row.id in standing:
            standing.pop(row.target, None)
    decided = [row for row in standing.values() if row.act in _DECIDING]
    others = frozenset(row.target for row in decided if row.who != who)
    return others, frozenset(row.target for row in decided if row.who == who)
