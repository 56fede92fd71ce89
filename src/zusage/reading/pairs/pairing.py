"""Pairs: everybody who could contribute with everything that could be contributed, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.operators import Chain, climb
from zusage.reading.pairs.contents import Content, find_contents
from zusage.reading.pairs.layout import Layout, lay_out
from zusage.reading.pairs.spots import Spot, carried, find_spots, speaking
from zusage.reading.speech import Said

MOST = 14
"""Spots and contents of one sentence that are paired; more stand only in lists of names, and pairs grow as their product."""

FAR = 99
"""How far away who is not there stands."""


class Pair(NamedTuple):
    """Somebody and something: perhaps a contribution."""

    spot: Spot
    content: Content

    @property
    def key(self) -> tuple[int, str, str, int]:
        """Where the two stand, and who it is: pairs of a report with one key are one pair."""
        return self.spot.token, self.spot.how, self.spot.ref.actor, self.content.token


@dataclass(eq=False)
class Scene:
    """A report with its spots and contents, who says each clause, and what the rules found."""

    context: Context
    said: Sequence[Said | None]
    candidates: Sequence[Candidate]
    recipient: str | None

    def __post_init__(self) -> None:
        """Open empty caches of operators, subjects, and what stands over and beside what."""
        self._chains: dict[int, Chain] = {}
        self._subjects: dict[int, frozenset[str]] = {}
        self._ancestors: dict[int, tuple[int, ...]] = {}
        self._actors: dict[int, frozenset[str]] = {}
        self._nearest: dict[int, int] = {}

    @cached_property
    def layout(self) -> Layout:
        """Where every token stands."""
        return lay_out(self.context)

    @cached_property
    def spots(self) -> tuple[tuple[Spot, ...], ...]:
        """The spots of each sentence."""
        return find_spots(self.context, self.layout)

    @cached_property
    def contents(self) -> tuple[tuple[Content, ...], ...]:
        """The contents of each sentence."""
        return find_contents(self.context, self.layout)

    @cached_property
    def ruled(self) -> dict[int, tuple[Candidate, ...]]:
        """What the rules found, by the sentence of its innermost clause."""
        found: dict[int, tuple[Candidate, ...]] = {}
        for candidate in self.candidates:
            sentence = self.context.clauses[candidate.clauses[0]].sentence
            found[sentence] = (*found.get(sentence, ()), candidate)
        return found

    @cached_property
    def tokens_of_spots(self) -> tuple[tuple[int, ...], ...]:
        """The tokens of each sentence's spots, each once, ascending."""
        return tuple(tuple(sorted({spot.token for spot in row})) for row in self.spots)

    @cached_property
    def tokens_of_contents(self) -> tuple[tuple[int, ...], ...]:
        """The tokens of each sentence's contents, ascending."""
        return tuple(tuple(content.token for content in row) for row in self.contents)

    def nearest(self, content: Content) -> int:
        """How far the nearest spot of its sentence stands from a content; `FAR` where the sentence has none."""
        token = content.token
        found = self._nearest.get(token)
        if found is None:
            row = self.tokens_of_spots[content.sentence]
            at = bisect_left(row, token)
            found = min((abs(other - token) for other in row[max(0, at - 1) : at + 1]), default=FAR)
            self._nearest[token] = found
        return found

    def ancestors(self, clause: int) -> tuple[int, ...]:
        """A clause and the clauses that it hangs on, the innermost first."""
        found = self._ancestors.get(clause)
        if found is None:
            row = [clause]
            while (parent := self.context.clauses[row[-1]].parent) is not None and parent not in row:
                row.append(parent)
            found = self._ancestors[clause] = tuple(row)
        return found

    def subjects(self, clause: int) -> frozenset[str]:
        """The actors that a clause's subject stands for."""
        if clause not in self._subjects:
            refs = self.context.actors(self.context.clauses[clause].subject)
            self._subjects[clause] = frozenset(ref.actor for ref in refs)
        return self._subjects[clause]

    def actors_in(self, sentence: int) -> frozenset[str]:
        """The actors that a sentence's spots stand for."""
        if sentence not in self._actors:
            self._actors[sentence] = frozenset(spot.ref.actor for spot in self.spots[sentence])
        return self._actors[sentence]

    def chain(self, clause: int) -> Chain:
        """The operators over a clause."""
        if clause not in self._chains:
            self._chains[clause] = climb(self.context, clause)
        return self._chains[clause]

    def kind(self, clause: int) -> str:
        """The class of a clause's verb: "give", "commit"; "none" for one without a row, "no verb"."""
        return self._kinds[clause]

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        senses = map(self.context.sense, range(len(self.context.clauses)))
        return tuple(
            sense.kind if sense is not None else "no verb" if clause.verb is None else "none"
            for sense, clause in zip(senses, self.context.clauses, strict=True)
        )


class Row(NamedTuple):
    """A content with everybody who could contribute it; the contents of a clause have the same tuple of spots."""

    content: Content
    spots: tuple[Spot, ...]


def rows(scene: Scene) -> Iterator[Row]:
    """Put what stands in one sentence together; the speaker and the subject carried over come in where they are not named.

    A question contributes nothing: "Would Peru send troops?" gives no row.
    """
    for number, contents in enumerate(scene.contents):
        if contents:
            own = scene.spots[number][:MOST]
            guest = carried(scene.spots, number)
            spots: dict[int, tuple[Spot, ...]] = {}
            for content in contents[:MOST]:
                clause = content.clause
                if scene.context.clauses[clause].question:
                    continue
                if clause not in spots:
                    spots[clause] = (*own, *_not_named(own, (speaking(scene.layout, scene.said[clause]), guest)))
                yield Row(content, spots[clause])


def propose(scene: Scene) -> Iterator[Pair]:
    """Pair everybody with everything that he could contribute."""
    return (Pair(spot, row.content) for row in rows(scene) for spot in row.spots)


def _not_named(own: Sequence[Spot], guests: Sequence[Spot | None]) -> Iterator[Spot]:
    here = {spot.ref.actor for spot in own}
    for guest in guests:
        if guest is not None and guest.ref.actor not in here:
            here.add(guest.ref.actor)
            yield guest
