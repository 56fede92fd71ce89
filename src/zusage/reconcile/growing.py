"""What entries are looked up by as of one day after another: what the days before came to is added to, not made again.

Uses `zusage.model` and the rules beside it.

Source: docs/methodology.md, "Entries".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from zusage.model.ledger import EntryChange, Status
from zusage.model.values import Firmness
from zusage.reconcile.decisions import Decisions, Group
from zusage.reconcile.entries import Key, Outline, condition_key, groups_of, id_of, label_of, outline_of
from zusage.reconcile.firmness import Saying, history, is_of_one_voice


def outlines_by_day(
    keyed: Sequence[tuple[Key, Saying]], decisions: Decisions, days: Iterable[str]
) -> Iterator[list[Outline]]:
    """Make for each day what entries are looked up by, of the entries that `make_entries` makes; their order is none.

    The days come in order.
    """
    if decisions.together or decisions.apart:  # what people decided hangs on which statements are there
        yield from ([outline_of(group) for group in groups_of(keyed, decisions, day)] for day in days)
        return
    growing = [_Growing(group) for group in groups_of(keyed, decisions, None)]
    for day in days:
        found = (each.as_of(day) for each in growing)
        yield [outline for outline in found if outline is not None]


class _Growing:
    """An entry of which more is known with each day; statements whose day nobody tells are left out."""

    def __init__(self, group: Group[Key]) -> None:
        """Start before the first day."""
        self._key = group.key
        self._id = id_of(group)
        self._left = [each for each in reversed(group.sayings) if each.day]
        self._said: list[Saying] = []
        self._valid: list[Saying] = []
        self._names: list[str] = []
        self._roots: set[str] = set()
        self._actors: set[str] = set()
        self._conditions: set[str] = set()
        self._is_held_up = self._is_reviewed = self._is_able = False
        counting = [each for each in group.sayings if each.day and each.counts]
        self._steps = history(counting) if is_of_one_voice(counting) else None
        """The steps of all days, where those of later days leave those before them as they are."""
        self._days = [each.day or "" for each in self._steps or ()]

    def as_of(self, day: str) -> Outline | None:
        """Return what it is on a day, None if nobody has said it yet or all who did were rejected."""
        while self._left and (self._left[-1].day or "") <= day:
            self._add(self._left.pop())
        if not self._is_held_up:
            return None
        _, measure, recipient, thing = self._key
        changes = self._changes(day)
        return Outline(
            id=self._id,
            actor=next(iter(self._actors)) if len(self._actors) == 1 else label_of(self._said, self._key[0]),
            measure=measure,
            recipient=recipient,
            object=thing,
            firmness=changes[-1].after if changes else None,
            changes=changes,
            conditions=frozenset(self._conditions),
            statements=tuple(self._names),
            roots=tuple(sorted(self._roots)),
            first_day=self._said[0].day,
            last_day=self._said[-1].day,
            reviewed=self._is_reviewed,
        )

    def _add(self, saying: Saying) -> None:
        claim, said = saying.claim, saying.commitment
        self._said.append(saying)
        self._names.append(claim.id)
        self._actors.add(said.actor)
        self._is_held_up |= claim.status is not Status.REJECTED
        self._is_reviewed |= claim.status is not Status.READ
        if saying.counts:
            self._valid.append(saying)
            self._roots.add(saying.root)
            self._is_able |= said.firmness is not Firmness.WITHHELD
            if said.conditions:
                self._conditions.update(condition_key(each)[0] for each in said.conditions)

    def _changes(self, day: str) -> tuple[EntryChange, ...]:
        if self._steps is None or not self._is_able:
            return history(self._valid)
        return self._steps[: bisect_right(self._days, day)]
