"""Features of a pair: how somebody stands to something, in the clauses, in the order of the words, and by the rules.

They come in parts. A part knows all that its features depend on, so that its weights are added up once for all the pairs
that are alike in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from zusage.language.analysis import Phrase
from zusage.reading.context import Context
from zusage.reading.pairs.clausal import use_of
from zusage.reading.pairs.contents import Content
from zusage.reading.pairs.pairing import Pair, Scene
from zusage.reading.pairs.spots import Spot
from zusage.reading.pairs.weights import Part

ELSEWHERE = frozenset({"speaker", "carried"})
"""Spots that do not stand in the sentence."""
STEPS = (1, 2, 4, 8, 16)
FAR = 99
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
    return [feature for make, values in relation_parts(scene, pair) for feature in make(*values).features()]


def relation_parts(scene: Scene, pair: Pair) -> list[Part]:
    """What the features depend on, in parts: pairs that are alike in a part share the sum of its weights."""
    spot, content = pair.spot, pair.content
    path, rel = _standing(scene, spot, content)
    sort, role = content.sort, spot.role
    found: list[Part] = [(Clauses, (path, rel, scene.kind(content.clause), sort, role, spot.how))]
    verb = scene.context.clauses[content.clause].verb
    if verb is not None:
        found.append((ToVerb, (rel, verb.voice, verb.lemma)))
    if content.place is not None and content.place.phrase.start <= spot.token < content.place.phrase.end:
        found.append((Within, (use_of(spot),)))
    if spot.clause >= 0 and spot.clause != content.clause:
        found.append((OwnVerb, (scene.kind(spot.clause), path)))
    if spot.how not in ELSEWHERE:
        found.append(_order(scene, spot, content))
    found.append(_rules(scene, pair))
    return found


def _standing(scene: Scene, spot: Spot, content: Content) -> tuple[str, str]:
    """The path between the clauses of the two, and what the one is to the clause of the other."""
    key = (spot.token, spot.how, spot.ref.actor, content.clause)
    found = scene.standings.get(key)
    if found is None:
        found = path_between(scene.context, spot, content), _relation(scene, spot, content)
        scene.standings[key] = found
    return found


def path_between(context: Context, spot: Spot, content: Content) -> str:
    """How the clauses of the two hang together: "same clause", "above complement 1", "beside coordinate"."""
    if spot.how in ELSEWHERE:
        return spot.how
    if spot.clause == content.clause:
        return "same clause"
    over_content = _ancestors(context, content.clause)
    if spot.clause in over_content:
        steps = over_content.index(spot.clause)
        return f"above {context.clauses[over_content[steps - 1]].link} {steps}"
    over_spot = _ancestors(context, spot.clause) if spot.clause >= 0 else []
    for steps, index in enumerate(over_spot[1:], 1):
        link = context.clauses[over_spot[steps - 1]].link
        if index == content.clause:
            return f"below {link} {steps}"
        if index in over_content:
            return f"beside {link}"
    return "elsewhere"


def _ancestors(context: Context, index: int) -> list[int]:
    found = [index]
    while (parent := context.clauses[found[-1]].parent) is not None and parent not in found:
        found.append(parent)
    return found


def _relation(scene: Scene, spot: Spot, content: Content) -> str:
    """What somebody is to the clause of the content: its subject, within its subject, neither."""
    subject = scene.context.clauses[content.clause].subject
    if subject is None:
        return "without subject"
    if any(_heads(spot, part) for part in subject.each()):
        return "subject"
    if any(part.start <= spot.token < part.end for part in subject.each()):
        return "in subject"
    refs = scene.subjects(content.clause)
    if spot.ref.actor in refs:
        return "subject by reference"
    return "beside another subject" if refs else "beside a thing as subject"


def _heads(spot: Spot, part: Phrase) -> bool:
    mention = spot.ref.mention
    own = mention is not None and spot.how == "named" and mention.start <= part.head < mention.end
    return part.head == spot.token or own


def _order(scene: Scene, spot: Spot, content: Content) -> Part:
    far = content.token - spot.token
    low, high = (spot.token, content.token) if far > 0 else (content.token, spot.token)
    row = scene.tokens_of_spots[spot.sentence]
    actors, things = _within(row, low, high), _within(scene.tokens_of_contents[content.sentence], low, high)
    at = bisect_left(row, content.token)
    nearest = min((abs(token - content.token) for token in row[max(0, at - 1) : at + 1]), default=FAR)
    distance = next((str(step) for step in STEPS if high - low <= step), "more")
    side = "before" if far > 0 else "behind"
    return Order, (side, distance, actors, things, nearest == high - low, spot.role, content.sort)


def _within(tokens: Sequence[int], low: int, high: int) -> int:
    """How many tokens stand between two, at most `MANY`."""
    return min(max(bisect_left(tokens, high) - bisect_right(tokens, low), 0), MANY)


def _rules(scene: Scene, pair: Pair) -> Part:
    content = pair.content
    actors, ruled = len(scene.actors_in(content.sentence)), scene.ruled.get(content.sentence)
    if ruled is None:
        return Rules, (actors, "", False, content.sort)
    own = [candidate for candidate in ruled if candidate.actor.actor == pair.spot.ref.actor]
    in_clause = any(candidate.clauses[0] == content.clause for candidate in own)
    if any(candidate.contribution.measure == content.measure for candidate in own):
        have = "the pair"
    elif own:
        have = "the actor"
    elif any(candidate.contribution.measure == content.measure for candidate in ruled):
        have = "the content with another"
    else:
        have = "others"
    return Rules, (actors, have, in_clause, content.sort)
