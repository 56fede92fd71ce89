"""Features of a pair: how somebody stands to something, in the clauses, in the order of the words, and by the rules.

They come in parts. A part knows all that its features depend on, so that its weights are added up once for all the pairs
that are alike in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zusage.reading.pairs.clausal import use_of
from zusage.reading.pairs.contents import Content
from zusage.reading.pairs.pairing import Pair, Scene
from zusage.reading.pairs.spots import Spot
from zusage.reading.pairs.weights import Part, features_of

ELSEWHERE = frozenset({"speaker", "carried"})
"""Spots that do not stand in the sentence."""
DISTANCES = ("1", "1", "2", *["4"] * 2, *["8"] * 4, *["16"] * 8)
"""How far two stand from each other, in steps, by the number of tokens; further is "more"."""
MANY = 3


class Clauses(NamedTuple):
    """How the clauses of the two hang together, what each is, and what the one is to the clause of the other."""

    path: str
    rel: str
    kind: str
    sort: str
    role: str
    how: str

    def features(self) -> Sequence[str]:
        """The features that depend on these alone."""
        path, rel, kind, sort, role, how = self
        return (
            f"path {path}",
            f"is {rel}",
            f"is {rel} & verb {kind}",
            f"is {rel} & path {path}",
            f"is {rel} & content {sort}",
            f"is {rel} & content {sort} & verb {kind}",
            f"is {rel} & how {how}",
            f"path {path} & actor {role}",
            f"path {path} & content {sort}",
            f"path {path} & actor {role} & verb {kind}",
        )


class ToVerb(NamedTuple):
    """What somebody is to a verb."""

    rel: str
    voice: str
    lemma: str

    def features(self) -> Sequence[str]:
        """The features that depend on these alone."""
        return f"is {self.rel} & passive {self.voice}", f"is {self.rel} & lemma {self.lemma}"


class Within(NamedTuple):
    """Somebody named within the content, and how."""

    use: str

    def features(self) -> Sequence[str]:
        """The features that depend on this alone."""
        return "actor within the content", f"actor within the content & use {self.use}"


class OwnVerb(NamedTuple):
    """The verb of somebody's own clause, where it is not the content's."""

    kind: str
    path: str

    def features(self) -> Sequence[str]:
        """The features that depend on these alone."""
        return f"actor with {self.kind}", f"actor with {self.kind} & path {self.path}"


class Order(NamedTuple):
    """On which side the one stands of the other, how near, what is between, and whether nobody else is nearer."""

    side: str
    distance: str
    actors: int
    things: int
    is_nearest: bool
    role: str
    sort: str

    def features(self) -> Sequence[str]:
        """The features that depend on these alone."""
        side, _, actors, things, is_nearest, role, sort = self
        return (
            f"{side} by {self.distance}",
            f"actors between {actors}",
            f"contents between {things}",
            f"between {actors} {things} {side}",
            f"between {min(actors, 2)} {min(things, 2)} & actor {role}",
            *(("nearest actor", f"nearest actor & content {sort}") if is_nearest else ()),
        )


class Rules(NamedTuple):
    """How many actors the sentence has, what the rules have in it, and whether it is the actor in the content's clause."""

    actors: int
    have: str
    in_clause: bool
    sort: str

    def features(self) -> Sequence[str]:
        """The features that depend on these alone."""
        return (
            f"actors here {min(self.actors, MANY + 1)}",
            *((f"rules have {self.have}",) if self.have else ()),
            *((f"rules have the actor & content {self.sort}",) if self.have == "the actor" else ()),
            *(("rules have the actor in the clause",) if self.in_clause else ()),
        )


def relation_features(scene: Scene, pair: Pair) -> list[str]:
    """How the two stand to each other.

    Example: "Estland" and "Kompanie" in "Estland schickt eine Kompanie": ``is subject``, ``path same clause``.
    """
    spot, content = pair
    clause = content.clause
    stands = standing(scene, spot, clause)
    parts: tuple[Part, ...] = (
        sort_part(scene, spot, clause, content.sort, stands),
        *clause_parts(scene, spot, clause, stands),
        *content_parts(scene, spot, content),
        rules_part(scene, spot.ref.actor, content),
    )
    return features_of(parts)


def sort_part(scene: Scene, spot: Spot, clause: int, sort: str, stands: tuple[str, str]) -> Part:
    """What is the same for somebody and all the contents of one sort in a clause."""
    path, rel = stands
    return Clauses, (path, rel, scene.kind(clause), sort, spot.role, spot.how)


def clause_parts(scene: Scene, spot: Spot, clause: int, stands: tuple[str, str]) -> list[Part]:
    """What is the same for somebody and all the contents of a clause."""
    path, rel = stands
    found: list[Part] = []
    verb = scene.context.clauses[clause].verb
    if verb is not None:
        found.append((ToVerb, (rel, verb.voice, verb.lemma)))
    if spot.clause >= 0 and spot.clause != clause:
        found.append((OwnVerb, (scene.kind(spot.clause), path)))
    return found


def content_parts(scene: Scene, spot: Spot, content: Content) -> list[Part]:
    """What depends on where the two stand; nothing for those elsewhere."""
    found: list[Part] = [] if spot.how in ELSEWHERE else [_order(scene, spot, content)]
    if content.place is not None and content.place.phrase.start <= spot.token < content.place.phrase.end:
        found.append((Within, (use_of(spot),)))
    return found


def standing(scene: Scene, spot: Spot, clause: int) -> tuple[str, str]:
    """The path between the clauses of somebody and of a content, and what he is to the clause of the content."""
    return path_between(scene, spot, clause), _relation(scene, spot, clause)


def path_between(scene: Scene, spot: Spot, clause: int) -> str:
    """How the clause of somebody and a content's hang together: "same clause", "above complement 1", "beside coordinate"."""
    if spot.how in ELSEWHERE:
        return spot.how
    if spot.clause == clause:
        return "same clause"
    clauses, over_clause = scene.context.clauses, scene.ancestors(clause)
    if spot.clause in over_clause:
        steps = over_clause.index(spot.clause)
        return f"above {clauses[over_clause[steps - 1]].link} {steps}"
    over_spot = scene.ancestors(spot.clause) if spot.clause >= 0 else ()
    for steps, index in enumerate(over_spot[1:], 1):
        link = clauses[over_spot[steps - 1]].link
        if index == clause:
            return f"below {link} {steps}"
        if index in over_clause:
            return f"beside {link}"
    return "elsewhere"


def _relation(scene: Scene, spot: Spot, clause: int) -> str:
    """What somebody is to a clause: its subject, within its subject, neither."""
    subject = scene.context.clauses[clause].subject
    if subject is None:
        return "without subject"
    mention = spot.ref.mention if spot.how == "named" else None
    start, end = (mention.start, mention.end) if mention is not None else (spot.token, spot.token + 1)
    inside = False
    for part in subject.each():
        if part.head == spot.token or start <= part.head < end:
            return "subject"
        inside = inside or part.start <= spot.token < part.end
    if inside:
        return "in subject"
    refs = scene.subjects(clause)
    if spot.ref.actor in refs:
        return "subject by reference"
    return "beside another subject" if refs else "beside a thing as subject"


def _order(scene: Scene, spot: Spot, content: Content) -> Part:
    ranks, before = scene.ranks[content.sentence], spot.token < content.token
    first, last = (spot.token, content.token) if before else (content.token, spot.token)
    low, high, far = ranks[first], ranks[last], last - first
    return Order, (
        "before" if before else "behind",
        DISTANCES[far] if far < len(DISTANCES) else "more",
        _few(high.actors_before - low.actors),
        _few(high.things_before - low.things),
        far == ranks[content.token].nearest,
        spot.role,
        content.sort,
    )


def _few(count: int) -> int:
    return MANY if count > MANY else max(count, 0)


def rules_part(scene: Scene, actor: str, content: Content) -> Part:
    """What the rules have of an actor in the sentence of a content."""
    actors, givers = len(scene.actors_in(content.sentence)), scene.givers(content.sentence)
    if givers is None:
        return Rules, (actors, "", False, content.sort)
    measures, clauses = givers.of_actor.get(actor, (frozenset[str](), frozenset[int]()))
    if content.measure in measures:
        have = "the pair"
    elif clauses:
        have = "the actor"
    else:
        have = "the content with another" if content.measure in givers.measures else "others"
    return Rules, (actors, have, content.clause in clauses, content.sort)
