"""What somebody says without a verb of stance and without saying who has to act: "it is time to …", "no alternative to talks".

Source: codebook, section 3.
"""

from __future__ import annotations

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role
from zusage.model.values import Stance
from zusage.reading.context import COPULAS, Context
from zusage.reading.positions.place import Place
from zusage.reading.positions.words import words
from zusage.reading.topics import WEIGHTS

UNTIL = frozenset({"until", "unless", "without", "while", "bis", "ohne", "solange", "before", "bevor"})


def laid_duty(place: Place) -> Clause | None:
    """The infinitive under an English verb of duty: "Europe **needs** | to do more", "they **have** | to leave"."""
    clause, context = place.clause, place.context
    if context.analysis.language != "en" or clause.verb is None or clause.verb.lemma not in words("duties"):
        return None
    if clause.verb.modals or clause.verb.voice != "active" or clause.negation is not None:
        return None
    if clause.with_role(Role.OBJECT):
        return None  # "has no plans to leave"
    for child in context.linked(place.index, Link.COMPLEMENT):
        inner = context.clauses[child]
        if inner.kind is ClauseKind.INFINITIVE and inner.anchor in clause.verb.tokens and inner.marker is None:
            return inner
    return None


def impersonal(place: Place) -> tuple[Stance, str] | None:
    """The stance of a remark that names nobody who acts.

    Examples: "es sei Zeit, die Blockade aufzuheben"; "there is no alternative to talks"; "there can be no return of the
    king"; "es bestehe kein Bedarf an fremden Helfern"; "die Summe reiche nicht"; "the offer falls short".
    """
    verb = place.clause.verb
    if verb is None or place.clause.link in (Link.RELATIVE, Link.CONDITION, Link.CAUSE, Link.TIME):
        return None
    return _time(place) or _none_of(place) or _falls_short(place) or _only_by(place)


def _time(place: Place) -> tuple[Stance, str] | None:
    """It is time for something, or not: "höchste Zeit für eine Waffenruhe", "now is not the time to lift the embargo"."""
    clause, context = place.clause, place.context
    if clause.verb is None or clause.verb.lemma not in COPULAS:
        return None
    moment = next((p for p in clause.phrases if context.head(p).lemma.lower() in words("times")), None)
    if moment is None or moment.prep not in (None, "an"):
        return None
    for_what = any(p.prep in ("für", "for") for p in (*moment.dependents, *clause.phrases))
    to_do = any(context.clauses[c].anchor == moment.head for c in context.children[place.index])
    if not (for_what or to_do):
        return None
    return (Stance.DEMANDS, "time for") if clause.negation is None else (Stance.OPPOSES, "no time for")


def _none_of(place: Place) -> tuple[Stance, str] | None:
    """There is no other way, no need, or there can be none: "no alternative to talks", "no need for troops"."""
    clause, context = place.clause, place.context
    if clause.negation is None or clause.verb is None:
        return None
    exists = clause.verb.lemma in COPULAS | {"geben", "bestehen", "exist"}
    denied = [p for p in clause.phrases if p.prep is None and p.negated] if exists else []
    for phrase in denied:
        head = context.head(phrase).lemma.lower()
        about = [p for p in (*phrase.dependents, *clause.phrases) if p.prep in words("about-stances")]
        if head in words("ways-out"):
            return (Stance.DEMANDS, "no alternative") if about else None
        if head in words("unwanted"):
            return (Stance.OPPOSES, "no need") if _names(place, about) or _is_done(context, place, phrase) else None
        can = set(clause.verb.modals) & (words("possible") | words("allowed"))
        if can and _names(place, [phrase]) and not place.words & UNTIL and not _is_until(place):
            return Stance.OPPOSES, "there can be none"
    return None


def _only_by(place: Place) -> tuple[Stance, str] | None:
    """A conflict can be ended by talks alone: "lasse sich nur diplomatisch lösen", "can only be solved by dialogue"."""
    clause = place.clause
    if clause.verb is None or clause.verb.lemma not in words("settling") or not place.words & {"nur", "only", "allein"}:
        return None
    rest = [p for p in clause.phrases if p is not clause.subject]
    spoken = place.topics.names(rest, (clause,) if not rest else (), least=WEIGHTS[1])
    return (Stance.DEMANDS, "only by") if "peace-talks" in spoken else None


def _names(place: Place, phrases: list[Phrase]) -> bool:
    return bool(phrases) and bool(place.topics.names(phrases, least=WEIGHTS[1]))


def _is_done(context: Context, place: Place, phrase: Phrase) -> bool:
    return any(context.clauses[c].anchor == phrase.head for c in context.children[place.index])


def _is_until(place: Place) -> bool:
    """Say whether something is only denied for a time: "no talks until the army has left" demands the latter."""
    return any(place.context.clauses[c].marker in UNTIL for c in place.context.children[place.index])


def _falls_short(place: Place) -> tuple[Stance, str] | None:
    """What is offered is not enough: "das Geld reiche nicht", "the pledges fall short", "was not enough"."""
    clause, context = place.clause, place.context
    verb = clause.verb
    if verb is None or clause.subject is None:
        return None
    short = verb.lemma == "fall" and "short" in place.words
    lacks = clause.negation is not None and verb.lemma in words("falling-short") - {"fall"}
    poor = clause.negation is not None and verb.lemma in COPULAS and bool(place.words & words("enough"))
    if not (short or lacks or poor):
        return None
    about = place.topics.names([clause.subject], least=WEIGHTS[1])
    head = context.head(clause.subject)
    thing = head.lower in words("taking-up") or context.lexicon.topic(head.lemma) is not None
    return (Stance.DOUBTS, "not enough") if about or thing else None
