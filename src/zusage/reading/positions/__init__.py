"""Positions: what actors think of proposals, as stance and topic.

Rules, each on a clause, the first that applies:

- a verb that voices a noun of stance: "äußerte Zweifel an der Truppe", "renewed its call for a ceasefire";
- a verb of stance: "begrüßt", "fordert", "opposes", "warns of"; also refusing what others would do;
- a verb of calling with a word of opinion: "nannte die Pläne inakzeptabel";
- wanting or expecting something of somebody else: "wants the allies to close ranks";
- backing what is nobody's contribution, and being ready to talk: "supports the accession", "ist zu Gesprächen bereit";
- in somebody's words: obligations of others ("Europe must pay, she said"), judgements ("das sei ein Fehler"), orders;
- beside any of them: whose a noun of stance is ("eine amerikanische Bitte"), with whom something meets what, at whose wish it
  is done, and who takes the stance of the one before ("China echoed that").

Last, `comments` reads what experts and the adversary say without any such word.

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from zusage.language.analysis import ClauseKind, Link
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import Sense
from zusage.reading.needs import meets
from zusage.reading.operators import tells_gladly
from zusage.reading.positions.comments import COMMENTED, find_comments
from zusage.reading.positions.impersonal import cleft
from zusage.reading.positions.likewise import adopting, contradicts, gapped, likewise, standing_by, taking_side
from zusage.reading.positions.nouns import nouns, verbless
from zusage.reading.positions.opinions import is_participle_of_opinion
from zusage.reading.positions.place import Opinion, Place, plain, stands_beside
from zusage.reading.positions.predicates import (
    accepting,
    agreeing,
    asking_whether,
    far_enough,
    feeling,
    keeping_land,
    needing,
    reacting,
    refusing_talks,
    siding,
    talking,
    telling,
    threatening,
    too_much,
)
from zusage.reading.positions.reception import received
from zusage.reading.positions.regard import at_wish, in_view
from zusage.reading.positions.relatives import wished
from zusage.reading.positions.saying import saying
from zusage.reading.positions.verbs import calling, of_sense
from zusage.reading.positions.words import idioms, words
from zusage.reading.speech import Said
from zusage.reading.topics import Topics

__all__ = ["Opinion", "find_positions"]

Rule = Callable[[Place], Iterator[Opinion]]
_LATER: tuple[Rule, ...] = (
    agreeing,
    accepting,
    far_enough,
    too_much,
    reacting,
    refusing_talks,
    talking,
    threatening,
    keeping_land,
    asking_whether,
    telling,
    needing,
    siding,
    received,
    saying,
    feeling,
    in_view,
    at_wish,
    wished,
)
"""Rules for clauses without a verb of stance, in their order."""


def find_positions(
    context: Context, said: Sequence[Said | None], commitments: Sequence[Candidate], *, topics: Topics | None = None
) -> tuple[Opinion, ...]:
    """Find the positions of a report, in its order; the commitments tell what the report is about.

    ``topics``: what tells the topics, made of these commitments by default.
    """
    topics = topics or Topics(context, commitments)
    found: list[Opinion] = []
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause) or clause.question:
            continue
        place = Place(context, index, clause, said[index], topics)
        found.extend(nouns(place))
        found.extend(verbless(place))
        found.extend(cleft(place))
        if clause.verb is None or _is_within_opinion(context, index) or place.words & words("past"):
            continue
        own = () if contradicts(place) else tuple(_unsaid(place, found))
        own = own or _of_others(place, found)
        found.extend(own)
        found.extend(gapped(place, own))
    found.extend(_of_comments(context, tuple(said), topics, found))
    return tuple(found)


def _of_others(place: Place, found: Sequence[Opinion]) -> tuple[Opinion, ...]:
    """What a clause tells of others' opinions: who takes their side, makes them his own, or thinks the same or the contrary."""
    for rule in (taking_side, adopting, likewise, standing_by):
        if own := tuple(rule(place, found)):
            return own
    return ()


def _of_comments(
    context: Context, said: tuple[Said | None, ...], topics: Topics, found: Sequence[Opinion]
) -> Iterator[Opinion]:
    for comment in find_comments(context, said, frozenset(o.actor.actor for o in found)):
        clauses = [context.clauses[i] for i in comment.clauses]
        topic = topics.of((), clauses, clauses[0].sentence)
        if topic.name in COMMENTED:
            place = Place(context, comment.clauses[0], clauses[0], said[comment.clauses[0]], topics)
            yield from plain(place, (comment.holder,), comment.stance, topic.name, "comment", sure=topic.sure * 0.8)


def _is_within_opinion(context: Context, index: int) -> bool:
    """Say whether a clause only tells what another position is about, or what it hangs on."""
    clause = context.clauses[index]
    if clause.anchor is not None and context.tokens[clause.anchor].lemma.lower() in words("speculated"):
        return True
    if (
        clause.link == Link.QUESTION
        and clause.marker in words("relatives")
        and clause.verb is not None
        and clause.verb.modals == ()
    ):
        return False  # "…, was Kiew zurückwies": takes up the whole clause before it
    if clause.link == Link.TIME and (clause.kind == ClauseKind.PARTICIPLE or clause.marker in words("contrasting")):
        return False  # "after rejecting the plan", "while Peru opposes it"
    if clause.link in (Link.CONDITION, Link.QUESTION, Link.PURPOSE, Link.TIME):
        return True
    if clause.link == Link.COMPLEMENT and clause.parent is not None and not stands_beside(context, index):
        sense = context.sense(clause.parent)
        return sense is not None and sense.kind in ("position", "expect", "deny", "ask")
    return False


def _unsaid(place: Place, found: Sequence[Opinion]) -> Iterator[Opinion]:
    """Yield what a clause tells, without what only repeats how something was said: "Kein Soldat dürfe kommen, **warnte Peru**"."""
    sense = place.context.sense(place.index)
    bare = place.clause.link is Link.PARENTHESIS and sense is not None and not place.content()
    bare = bare and sense is not None and not place.context.content_phrases(place.index, sense)
    said = {o.actor.actor for o in found if bare and place.clause.parent in o.clauses}
    for opinion in _of_clause(place):
        if opinion.actor.actor not in said:
            yield opinion


def _of_clause(place: Place) -> Iterator[Opinion]:
    if any(tells_gladly(place.context, place.clause, part) for part in place.content()):
        return  # "is pleased to announce": tells, and has no opinion
    sense = _idiom(place) or place.context.sense(place.index)
    found = list(calling(place))
    if not found and sense is not None and not is_participle_of_opinion(place.context, place.clause):
        found = list(of_sense(place, sense))
    for rule in _LATER:
        if not found:
            found = list(rule(place))
    yield from found


def _idiom(place: Place) -> Sense | None:
    """The idiom that a frequent verb stands in: "**took issue** with the text", "**hält nichts** von dem Plan"."""
    verb = place.clause.verb
    known = idioms(place.context.analysis.language).get(verb.lemma, ()) if verb is not None else ()
    return next((s for s in known if all(meets(place.context, place.clause, need) for need in s.needs)), None)
