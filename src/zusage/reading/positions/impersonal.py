"""What somebody says without a verb of stance and without saying who has to act: "it is time to …", "no alternative to talks".

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role
from zusage.model.values import Stance
from zusage.reading.actors import ActorRef
from zusage.reading.context import COPULAS, Context
from zusage.reading.positions.place import Opinion, Place, plain
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
    return _time(place) or _none_of(place) or _falls_short(place) or _only_by(place) or _up_to(place)


def _up_to(place: Place) -> tuple[Stance, str] | None:
    """It is for somebody else to do something: "it is up to the bloc to end the war", "it falls to Oslo to act"."""
    clause, context = place.clause, place.context
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or context.head(subject).lower != "it" or clause.negation is not None:
        return None
    to = verb.lemma in COPULAS and any(p.prep in ("up", "up to") or _is_up_to(place, p) for p in clause.phrases)
    falls = verb.lemma == "fall" and any(p.prep in ("to", "on") for p in clause.phrases)
    done = any(context.clauses[c].kind is ClauseKind.INFINITIVE for c in context.children[place.index])
    return (Stance.DEMANDS, "up to") if (to or falls) and done else None


def _is_up_to(place: Place, phrase: Phrase) -> bool:
    before = place.context.tokens[phrase.start - 1].lower if phrase.start else ""
    return phrase.prep == "to" and before == "up"


def _who_says(place: Place) -> tuple[ActorRef, ...]:
    """Who says a clause that was taken for what is asked: the subject of the verb of saying over it."""
    over = place.clause.parent
    sense = place.context.sense(over) if over is not None else None
    if over is None or sense is None or sense.kind != "say":
        return ()
    return place.context.actors(place.context.clauses[over].subject)[:1]


def is_cleft(place: Place) -> bool:
    """Say whether what is needed is named behind a copula: "**What we need now is a ceasefire**"."""
    clause, context = place.clause, place.context
    if clause.verb is None or clause.verb.lemma not in COPULAS or context.tokens[clause.start].lower != "what":
        return False
    inner = (context.clauses[c] for c in context.children[place.index])
    needs = (c for c in inner if c.anchor == clause.start and c.verb is not None and c.negation is None)
    return any(c.verb is not None and c.verb.lemma in words("needing") | {"want"} for c in needs)


def cleft(place: Place) -> Iterator[Opinion]:
    """Yield what somebody says is needed: "What we need now is a ceasefire, the minister said"."""
    if not is_cleft(place):
        return
    refs = place.said.speakers[:1] if place.said is not None else _who_says(place)
    needed = [p for p in place.clause.with_role(Role.PREDICATE, Role.OBJECT) if place.topics.names([p])]
    if needed:
        topic = place.topics.of(needed, (), place.clause.sentence)
        yield from plain(place, refs, Stance.DEMANDS, topic.name, "what is needed", sure=topic.sure)


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
    if clause.verb is None or not place.words & {"nur", "only", "allein"}:
        return None
    if _only_subject(place):
        return Stance.DEMANDS, "only this"
    if clause.verb.lemma not in words("settling"):
        return None
    rest = [p for p in clause.phrases if p is not clause.subject]
    spoken = place.topics.names(rest, (clause,) if not rest else (), least=WEIGHTS[1])
    return (Stance.DEMANDS, "only by") if "peace-talks" in spoken else None


def _only_subject(place: Place) -> bool:
    """Say whether nothing else can help: "**Only a ceasefire** can relieve the suffering", "Nur Verhandlungen könnten …"."""
    clause, context = place.clause, place.context
    if clause.subject is None or clause.verb is None or clause.negation is not None:
        return False
    run = range(max(clause.start, clause.subject.start - 1), clause.subject.head)
    only = any(context.tokens[i].lower in ("nur", "only", "allein") for i in run)
    can = set(clause.verb.modals) & words("possible")
    return only and bool(can) and bool(place.topics.names([clause.subject]))


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
    solves = verb.lemma in words("solving") and clause.negation is not None and verb.voice == "active"
    if solves and place.topics.names([clause.subject]):
        return Stance.DOUBTS, "solves nothing"  # "sanctions alone will not solve anything"
    if not (short or lacks or poor):
        return None
    about = place.topics.names([clause.subject], least=WEIGHTS[1])
    head = context.head(clause.subject)
    thing = head.lower in words("taking-up") or context.lexicon.topic(head.lemma) is not None
    return (Stance.DOUBTS, "not enough") if about or thing else None
