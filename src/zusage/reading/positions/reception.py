"""How something was received in a place: "wurde in Lima kühl aufgenommen", "was welcomed in Accra", "a frosty reception in Oslo".

The place, mostly a capital, stands for those who govern there.

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zusage.language.analysis import Clause, Phrase
from zusage.model.values import Stance
from zusage.reading.actors.who import distinct
from zusage.reading.context import Context
from zusage.reading.positions.place import Opinion, Place, plain
from zusage.reading.positions.words import words

_HOW = (
    ("receptions-warm", Stance.SUPPORTS),
    ("receptions-cool", Stance.DOUBTS),
    ("receptions-cross", Stance.OPPOSES),
)
_BY = frozenset({"in", "by", "from", "von", "bei", "among"})


def received(place: Place) -> Iterator[Opinion]:
    """Yield how a proposal or a piece of news was received, by those in whose place it was.

    Examples: "Der Vorschlag wurde in Lima kühl aufgenommen"; "the offer was welcomed in Accra"; "the plan got a frosty
    reception in Oslo"; "…, was in Togo gut ankam". People who are received in a place are not: "the guests were welcomed in Accra".
    """
    context, clause = place.context, place.clause
    if clause.verb is None or clause.negation is not None or clause.verb.modals or not _is_receivable(context, clause):
        return
    stance = _how(place)
    if stance is None:
        return
    refs = distinct(
        ref
        for phrase in _where(clause)
        for part in phrase.each()
        for ref in context.who.actors_at(part.head, places=phrase.prep in ("in", "from"))
    )
    outer = (
        [context.clauses[clause.parent]] if clause.marker in words("relatives") and clause.parent is not None else []
    )
    topic = place.topics.of([clause.subject] if clause.subject is not None else [], outer, clause.sentence)
    yield from plain(place, refs, stance, topic.name, "received", sure=topic.sure)


def _is_receivable(context: Context, clause: Clause) -> bool:
    """Say whether the subject is a proposal or news, or a word that takes them up."""
    if clause.marker in words("relatives"):
        return True
    if clause.subject is None:
        return False
    head = context.head(clause.subject)
    noun = head.lemma.lower().rpartition("-")[2]
    return head.lower in words("taking-up") or noun in words("proposals") | words("received")


def _where(clause: Clause) -> Sequence[Phrase]:
    own = [p for p in clause.phrases if p is not clause.subject]
    return [p for q in own for p in (q, *q.dependents) if p.prep in _BY]


def _how(place: Place) -> Stance | None:
    """How it was received: by an adverb of the verb, a noun of stance or an adjective of the noun ("a cool reception")."""
    clause, context, verb = place.clause, place.context, place.clause.verb
    if verb is None:
        return None
    if verb.voice != "active" and verb.lemma in ("welcome", "begrüßen"):
        return Stance.SUPPORTS
    if verb.lemma == "ankommen" or (verb.voice != "active" and verb.lemma in words("receiving")):
        return _with_what(place) or _told(place.words)
    for phrase in clause.phrases:
        noun = context.head(phrase).lemma.lower()
        met = phrase.prep == "with" and verb.lemma in words("meeting-with")
        if noun in words("receptions") and (met or (phrase.prep is None and verb.lemma in words("drawing"))):
            return _told(
                frozenset(
                    form
                    for i in context.inner_tokens(phrase)
                    for form in (context.tokens[i].lower, context.tokens[i].lemma)
                )
            )
    return None


def _with_what(place: Place) -> Stance | None:
    """The stance with which it was received: "wurde in Lima **mit Skepsis** aufgenommen"."""
    held = (p for p in place.clause.phrases if p.prep in ("mit", "with"))
    found = (place.context.lexicon.stances.get(place.context.head(p).lemma.lower()) for p in held)
    return next((Stance(stance) for stance in found if stance is not None and stance != Stance.DEMANDS), None)


def _told(own: frozenset[str]) -> Stance | None:
    return next((stance for name, stance in reversed(_HOW) if own & words(name)), None)
