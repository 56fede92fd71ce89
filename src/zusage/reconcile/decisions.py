"""What people decided about pledges: which statements are about one pledge, and which are not.

A judgement names statements, never an entry, for an entry is only what its statements come to. Uses `zusage.model`.

Source: docs/methodology.md, "Entries that people merged or split".
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from zusage.model.ledger import Act, Conflict, Judgement
from zusage.reconcile.claims import in_force
from zusage.reconcile.firmness import Saying

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of statements: about one pledge, in the order in which people said so; or not about one.

    ``taken_out`` are the statements that somebody told apart from the others of their entry.
    """

    together: tuple[tuple[str, str], ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()
    taken_out: frozenset[str] = frozenset()

    def are_apart(self, one: str, other: str) -> bool:
        """Say whether a person told two statements apart."""
        return frozenset((one, other)) in self.apart


def decided_pairs(judgements: Iterable[Judgement]) -> Decisions:
    """Take the judgements on pledges; of several on one pair of statements the newest that is not undone decides."""
    newest: dict[frozenset[str], Judgement] = {}
    for judgement in in_force(judgements):
        if judgement.what in {Act.SAME, Act.DIFFERENT}:
            for other in judgement.others:
                newest[frozenset((judgement.target, other))] = judgement
    pairs = [(pair, judgement) for pair, judgement in newest.items() if len(pair) > 1]
    same = [
        (judgement.when, judgement.id, judgement.target, other)
        for pair, judgement in pairs
        if judgement.what is Act.SAME
        for other in pair - {judgement.target}
    ]
    different = [(pair, judgement) for pair, judgement in pairs if judgement.what is Act.DIFFERENT]
    return Decisions(
        together=tuple((target, other) for _, _, target, other in sorted(same)),
        apart=frozenset(pair for pair, _ in different),
        taken_out=frozenset(judgement.target for _, judgement in different),
    )


@dataclass(slots=True)
class Group(Generic[Key]):
    """Statements about one pledge under one key; ``mark`` tells it from another group of that key that people split off."""

    key: Key
    sayings: list[Saying]
    mark: str = field(default="")


def split_off(keyed: Iterable[tuple[Key, Saying]], decisions: Decisions) -> frozenset[str]:
    """The statements that were taken out of an entry of their own key: they make another entry, with an id of its own."""
    keys = {saying.claim.id: key for key, saying in keyed}
    return frozenset(
        name
        for pair in decisions.apart
        if len({keys.get(each) for each in pair}) == 1
        for name in pair & decisions.taken_out
    )


def group_sayings(
    keyed: Sequence[tuple[Key, Saying]], decisions: Decisions, marked: frozenset[str] = frozenset()
) -> list[Group[Key]]:
    """Group statements by key, then as people decided; the order of the input does not matter.

    ``marked`` are statements that make a group of their own even where nothing else of their key is there (`split_off`).
    Statements that were taken out of an entry come last, so that whatever is read later stays with the rest. What is put
    together takes the key of the statement that the others were put to.
    """
    if not decisions.together and not decisions.apart:
        plain: dict[Key, Group[Key]] = {}
        for key, saying in keyed:
            plain.setdefault(key, Group(key, [])).sayings.append(saying)
        return list(plain.values())
    groups: dict[Key, list[Group[Key]]] = {}
    home: dict[str, Group[Key]] = {}
    for key, saying in sorted(keyed, key=lambda each: (each[1].claim.id in decisions.taken_out, each[1].key)):
        there = groups.setdefault(key, [])
        group = next((each for each in there if not _is_split(saying.claim.id, each, decisions)), None)
        if group is None:
            group = Group(key, [], saying.claim.id if there or saying.claim.id in marked else "")
            there.append(group)
        group.sayings.append(saying)
        home[saying.claim.id] = group
    for target, other in decisions.together:
        into, out = home.get(target), home.get(other)
        if into is not None and out is not None and into is not out and not _are_split(into, out, decisions):
            into.sayings.extend(out.sayings)
            home.update((saying.claim.id, into) for saying in out.sayings)
            out.sayings = []
    return [group for found in groups.values() for group in found if group.sayings]


def _is_split(name: str, group: Group[Key], decisions: Decisions) -> bool:
    return bool(decisions.apart) and any(decisions.are_apart(name, saying.claim.id) for saying in group.sayings)


def _are_split(one: Group[Key], other: Group[Key], decisions: Decisions) -> bool:
    return any(_is_split(saying.claim.id, other, decisions) for saying in one.sayings)


def is_settled(conflict: Conflict, decisions: Decisions) -> bool:
    """Say whether people told apart all that a conflict holds against each other: then there is none."""
    if not decisions.apart:
        return False
    sides = [[cited.statement or "" for cited in side.citations] for side in conflict.sides]
    pairs = [(a, b) for index, one in enumerate(sides) for other in sides[index + 1 :] for a in one for b in other]
    return bool(pairs) and all(decisions.are_apart(a, b) for a, b in pairs)
