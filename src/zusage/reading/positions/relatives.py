"""What others tell of somebody's wishes in passing: "the levy that Britain wants", "eine Idee, die Peru gefällt", "as Lima wants".

The noun that the clause hangs on, or the clause over it, is what he wants; what he contributes himself is no position.

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import ClauseKind, Link, Phrase, Pos, Role
from zusage.model.values import Stance
from zusage.reading.positions.holders import holders
from zusage.reading.positions.place import Opinion, Place, plain
from zusage.reading.positions.words import words


def wished(place: Place) -> Iterator[Opinion]:
    """Yield who wants or likes what a clause hangs on.

    Examples: "the levy that Britain wants"; "ein Embargo, das Peru will"; "Should they be disarmed, as Lima wants?".
    """
    clause, context = place.clause, place.context
    verb = clause.verb
    if verb is None or clause.negation is not None or verb.voice != "active" or not context.is_finite(clause):
        return
    stance = (
        Stance.DEMANDS if verb.lemma in words("wishing") else Stance.SUPPORTS if verb.lemma in words("liking") else None
    )
    if stance is None or clause.parent is None or (set(verb.modals) & words("possible")):
        return
    own = context.actors(clause.subject)
    if not own or any(place.topics.contributes(ref.actor, place.index) for ref in own):
        return
    if clause.link is Link.MANNER and clause.marker in ("as", "wie") and stance is Stance.DEMANDS:
        above = context.clauses[clause.parent]
        topic = place.topics.of((), (above,), clause.sentence)
    elif (noun := _what(place)) is not None:
        topic = place.topics.of([noun], (), clause.sentence)
    else:
        return
    yield from plain(place, holders(context, clause, place.said), stance, topic.name, "wished", sure=topic.sure)


def _what(place: Place) -> Phrase | None:
    """The noun that a clause without an object of its own tells of: "**an idea** that France supports"."""
    clause, context = place.clause, place.context
    hangs = clause.link is Link.RELATIVE or (clause.link is Link.COMPLEMENT and clause.kind is ClauseKind.SUBORDINATE)
    if not hangs or clause.anchor is None or clause.parent is None or place.content():
        return None
    if context.tokens[clause.anchor].pos is not Pos.NOUN or clause.anchor in context.who.by_token:
        return None
    objects = [p for p in clause.with_role(Role.OBJECT) if p is not clause.subject]
    if any(context.head(p).pos is not Pos.PRON for p in objects):
        return None
    over = (part for phrase in context.clauses[clause.parent].phrases for part in phrase.walk())
    return next((part for part in over if part.head == clause.anchor), None)
