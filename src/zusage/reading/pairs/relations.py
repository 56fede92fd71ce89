"""Features of a pair: how somebody stands to something, in the clauses, in the order of the words, and by the rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from zusage.language.analysis import Phrase
from zusage.reading.context import Context
from zusage.reading.pairs.clausal import use_of
from zusage.reading.pairs.contents import Content
from zusage.reading.pairs.pairing import Pair, Scene
from zusage.reading.pairs.spots import Spot

ELSEWHERE = frozenset({"speaker", "carried"})
"""Spots that do not stand in the sentence."""
STEPS = (1, 2, 4, 8, 16)
FAR = 99
MANY = 3


def relation_features(scene: Scene, pair: Pair) -> list[str]:
    """How the two stand to each other.

    Example: "Estland" and "Kompanie" in "Estland schickt eine Kompanie": ``is subject``, ``path same clause``.
    """
    spot, content = pair.spot, pair.content
    kind, path, rel = scene.kind(content.clause), path_between(scene.context, spot, content), _relation(scene, pair)
    sort, role = content.sort, spot.role
    found = [
        f"path {path}",
        f"is {rel}",
        f"is {rel} & verb {kind}",
        f"is {rel} & path {path}",
        f"is {rel} & content {sort}",
        f"is {rel} & content {sort} & verb {kind}",
        f"is {rel} & how {spot.how}",
        f"path {path} & actor {role}",
        f"path {path} & content {sort}",
        f"path {path} & actor {role} & verb {kind}",
    ]
    verb = scene.context.clauses[content.clause].verb
    if verb is not None:
        found += [f"is {rel} & passive {verb.voice}", f"is {rel} & lemma {verb.lemma}"]
    if content.place is not None and content.place.phrase.start <= spot.token < content.place.phrase.end:
        found += ["actor within the content", f"actor within the content & use {use_of(spot)}"]
    if spot.clause >= 0 and spot.clause != content.clause:
        over = scene.kind(spot.clause)
        found += [f"actor with {over}", f"actor with {over} & path {path}"]
    if spot.how not in ELSEWHERE:
        found += _order(scene, pair)
    others = len({other.ref.actor for other in scene.spots[content.sentence]})
    return [*found, f"actors here {min(others, MANY + 1)}", *_rules(scene, pair)]


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


def _relation(scene: Scene, pair: Pair) -> str:
    """What somebody is to the clause of the content: its subject, within its subject, neither."""
    spot = pair.spot
    subject = scene.context.clauses[pair.content.clause].subject
    if subject is None:
        return "without subject"
    if any(_heads(spot, part) for part in subject.each()):
        return "subject"
    if any(part.start <= spot.token < part.end for part in subject.each()):
        return "in subject"
    refs = scene.subjects(pair.content.clause)
    if spot.ref.actor in refs:
        return "subject by reference"
    return "beside another subject" if refs else "beside a thing as subject"


def _heads(spot: Spot, part: Phrase) -> bool:
    mention = spot.ref.mention
    own = mention is not None and spot.how == "named" and mention.start <= part.head < mention.end
    return part.head == spot.token or own


def _order(scene: Scene, pair: Pair) -> list[str]:
    """Who and what stands between the two, and whether somebody else is nearer."""
    spot, content = pair.spot, pair.content
    far = content.token - spot.token
    run = (min(spot.token, content.token), max(spot.token, content.token))
    row = scene.tokens_of_spots[spot.sentence]
    actors, things = _within(row, *run), _within(scene.tokens_of_contents[content.sentence], *run)
    found = [
        f"{'before' if far > 0 else 'behind'} by {next((str(n) for n in STEPS if abs(far) <= n), 'more')}",
        f"actors between {actors}",
        f"contents between {things}",
        f"between {actors} {things} {'before' if far > 0 else 'behind'}",
        f"between {min(actors, 2)} {min(things, 2)} & actor {spot.role}",
    ]
    at = bisect_left(row, content.token)
    if min((abs(token - content.token) for token in row[max(0, at - 1) : at + 1]), default=FAR) == abs(far):
        found += ["nearest actor", f"nearest actor & content {content.sort}"]
    return found


def _within(tokens: Sequence[int], low: int, high: int) -> int:
    """How many tokens stand between two, at most `MANY`."""
    return min(max(bisect_left(tokens, high) - bisect_right(tokens, low), 0), MANY)


def _rules(scene: Scene, pair: Pair) -> list[str]:
    """What the rules made of the sentence."""
    content = pair.content
    ruled = scene.ruled.get(content.sentence, ())
    own = [candidate for candidate in ruled if candidate.actor.actor == pair.spot.ref.actor]
    found = []
    if any(candidate.contribution.measure == content.measure for candidate in own):
        found.append("rules have the pair")
    elif own:
        found += ["rules have the actor", f"rules have the actor & content {content.sort}"]
    elif any(candidate.contribution.measure == content.measure for candidate in ruled):
        found.append("rules have the content with another")
    elif ruled:
        found.append("rules have others")
    if any(candidate.clauses[0] == content.clause for candidate in own):
        found.append("rules have the actor in the clause")
    return found
