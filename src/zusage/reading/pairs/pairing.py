"""Pairs: everybody who could contribute with everything that could be contributed, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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


class Rank(NamedTuple):
    """How many of a sentence's actors and contents stand before a token, how many up to it, how far the nearest actor stands."""

    actors_before: int
    actors: int
    things_before: int
    things: int
    nearest: int


class Givers(NamedTuple):
    """What the rules found in a sentence: the measures that anybody gives, and for each actor his measures and clauses."""

    measures: frozenset[str]
    of_actor: dict[str, tuple[frozenset[str], frozenset[int]]]


@dataclass(eq=False)
class Scene:
    """A report with its spots and contents, who says each clause, and what the rules found.

    ``layout``: where every token stands. ``spots`` and ``contents``: those of each sentence. ``ruled``: what the rules found,
    by the sentence of its innermost clause. ``ranks``: for each sentence the ranks of its spots' and contents' tokens.
    """

    context: Context
    said: Sequence[Said | None]
    candidates: Sequence[Candidate]
    recipient: str | None
    layout: Layout = field(init=False, repr=False)
    spots: tuple[tuple[Spot, ...], ...] = field(init=False, repr=False)
    contents: tuple[tuple[Content, ...], ...] = field(init=False, repr=False)
    ruled: dict[int, tuple[Candidate, ...]] = field(init=False, repr=False)
    ranks: tuple[dict[int, Rank], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Find what can be paired; open empty caches of operators, subjects, and what stands over and beside what."""
        self.layout = lay_out(self.context)
        self.spots = find_spots(self.context, self.layout)
        self.contents = find_contents(self.context, self.layout)
        self.ruled = _by_sentence(self.context, self.candidates)
        self.ranks = tuple(map(_ranks, self.spots, self.contents))
        self._kinds = _kinds(self.context)
        self._chains: dict[int, Chain] = {}
        self._subjects: dict[int, frozenset[str]] = {}
        self._ancestors: dict[int, tuple[int, ...]] = {}
        self._actors: dict[int, frozenset[str]] = {}
        self._givers: dict[int, Givers] = {}

    def ancestors(self, clause: int) -> tuple[int, ...]:
        """A clause and the clauses that it hangs on, the innermost first."""
        found = self._ancestors.get(clause)
        if found is None:
            row = [clause]
            while (parent := self.context.clauses[row[-1]].parent) is not None and parent not in row:
                row.append(parent)
            found = self._ancestors[clause] = tuple(row)
        return found

    def givers(self, sentence: int) -> Givers | None:
        """What the rules found in a sentence, by whose it is; None for nothing."""
        ruled = self.ruled.get(sentence)
        if ruled is None:
            return None
        found = self._givers.get(sentence)
        if found is None:
            measures: dict[str, set[str]] = {}
            clauses: dict[str, set[int]] = {}
            for candidate in ruled:
                measures.setdefault(candidate.actor.actor, set()).add(candidate.contribution.measure)
                clauses.setdefault(candidate.actor.actor, set()).add(candidate.clauses[0])
            of_actor = {actor: (frozenset(own), frozenset(clauses[actor])) for actor, own in measures.items()}
            found = self._givers[sentence] = Givers(frozenset().union(*measures.values()), of_actor)
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


def _by_sentence(context: Context, candidates: Sequence[Candidate]) -> dict[int, tuple[Candidate, ...]]:
    found: dict[int, tuple[Candidate, ...]] = {}
    for candidate in candidates:
        sentence = context.clauses[candidate.clauses[0]].sentence
        found[sentence] = (*found.get(sentence, ()), candidate)
    return found


def _kinds(context: Context) -> tuple[str, ...]:
    """The class of each clause's verb, see `Scene.kind`."""
    senses = map(context.sense, range(len(context.clauses)))
    return tuple(
        sense.kind if sense is not None else "no verb" if clause.verb is None else "none"
        for sense, clause in zip(senses, context.clauses, strict=True)
    )


def _ranks(spots: Sequence[Spot], contents: Sequence[Content]) -> dict[int, Rank]:
    actors, things = sorted({spot.token for spot in spots}), [content.token for content in contents]
    found: dict[int, Rank] = {}
    for token in (*actors, *things):
        at, up_to = bisect_left(actors, token), bisect_right(actors, token)
        nearest = min((abs(other - token) for other in actors[max(0, at - 1) : at + 1]), default=FAR)
        found[token] = Rank(at, up_to, bisect_left(things, token), bisect_right(things, token), nearest)
    return found


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
