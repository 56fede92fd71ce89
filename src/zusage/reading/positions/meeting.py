"""With whom something meets which stance, and from whom a stance comes: "stößt auf Widerstand", "criticism came from Peru".

The noun names the stance; who holds it stands beside it under a preposition or as what owns it.

Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role
from zusage.model.values import Stance
from zusage.reading.actors import ActorRef
from zusage.reading.actors.who import distinct
from zusage.reading.context import COPULAS, Context
from zusage.reading.positions.place import Opinion, Place, plain
from zusage.reading.positions.strangers import STRANGER, strangers
from zusage.reading.positions.words import words

SEATS = frozenset({"in", "aus", "from"})
"""Prepositions before a capital that stands for its state: "in Dakar", "from Warsaw"."""


def meeting(place: Place) -> Iterator[Opinion]:
    """Yield the stance that something meets with somebody, or that comes from somebody.

    Examples: "Der Plan stößt bei der Weltbank auf Widerstand"; "the proposal ran into opposition from Togo"; "Kritik daran
    kam aus Lima"; "the deal has the backing of Peru"; "der Beschluss sorgte in Accra für Unmut".
    """
    context, clause = place.context, place.clause
    if clause.verb is None or clause.negation is not None:
        return
    for phrase in clause.phrases:
        found = context.lexicon.stances.get(context.head(phrase).lemma.lower())
        way = _way(context, clause, phrase) if found is not None else None
        if way is None or found is None or (way == "draws" and found == Stance.DEMANDS):
            continue
        if way == "draws" and clause.kind is ClauseKind.INFINITIVE:
            continue  # "is unlikely to win approval from Peru"
        if way == "meets" and context.head(phrase).lemma.lower() in words("at-wish"):
            continue  # "auf Drängen Perus": what is done at somebody's wish
        if phrase.prep == "with" and found == Stance.SUPPORTS and clause.verb.lemma not in words("meeting-with"):
            continue  # "With support from Benin": help is a contribution
        refs = _whose(context, clause, phrase)
        if not refs or (way == "comes" and any(ref.reason.startswith(STRANGER) for ref in refs)):
            continue  # "Kritik kam aus der Opposition": whose it is follows
        content = _about(clause, phrase) or _about_exists(clause, phrase) if way == "comes" else _what_meets(clause)
        if way == "draws" and found == Stance.SUPPORTS and not _is_backed(place, phrase):
            continue  # "Peru found support in Chile": help is a contribution
        anchored = [c for i in context.children[place.index] if (c := context.clauses[i]).anchor == phrase.head]
        if way == "comes" and not content and not anchored:
            continue  # "Kritik kam aus Lima": the next sentence tells what it is about
        topic = place.topics.of(content, anchored, clause.sentence)
        yield from plain(place, refs, Stance(found), topic.name, "met with", sure=topic.sure)
        return


def _way(context: Context, clause: Clause, phrase: Phrase) -> str | None:
    """How a noun of stance stands to the verb: it comes from somebody, or the subject meets or draws it."""
    verb = clause.verb
    if verb is None:
        return None
    if phrase is clause.subject:
        there = context.tokens[clause.start].lower == "there"
        exists = there and verb.lemma in COPULAS  # "There was criticism from Peru of …"
        draws = verb.lemma in words("getting") and phrase.end <= (verb.finite or phrase.start)
        return "comes" if verb.lemma in words("coming") or exists else "draws" if draws else None
    if phrase.prep is None and verb.lemma == "geben" and context.tokens[(clause.subject or phrase).head].lower == "es":
        return "comes"
    if phrase.prep in ("auf", "with") or (phrase.prep == "für" and verb.lemma == "sorgen"):
        return "meets"
    if phrase.prep == "into" and verb.lemma in words("running"):
        return "meets"
    return "draws" if phrase.prep is None and verb.lemma in words("drawing") else None


def _whose(context: Context, clause: Clause, phrase: Phrase) -> tuple[ActorRef, ...]:
    """Who holds a stance: "bei der Weltbank", "from Peru", "der Widerspruch **der Gewerkschaften**"."""
    near = [p for p in (*clause.phrases, *phrase.dependents) if p.prep in words("whence") and p is not phrase]
    if phrase is clause.subject and clause.verb is not None and clause.verb.lemma in words("getting"):
        near += [p for q in clause.with_role(Role.OBJECT) for p in q.dependents if p.prep in words("whence")]
    if clause.verb is not None and clause.verb.lemma in words("drawing") | words("hitting"):
        near += [p for p in phrase.dependents if p.role is Role.GENITIVE or p.prep == "of"]
    if clause.verb is not None and clause.verb.lemma in words("getting") and _is_fronted(context, clause, phrase):
        near += [p for p in clause.subject.dependents if p.prep in words("whence")] if clause.subject else []
    if phrase is clause.subject:
        near = [p for p in near if p.prep != "of" and (p.prep != "in" or p not in clause.phrases)]
    if clause.verb is not None and clause.verb.lemma == "geben":
        near = [p for p in clause.phrases if p.prep in words("whence")]  # "In Prag gibt es Zweifel daran"
    return distinct(ref for p in near for ref in _named(context, p))


def _is_fronted(context: Context, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a noun stands before its verb and a proposal behind: "**Beifall** fand der Plan aus Peru"."""
    subject = clause.subject
    if subject is None or clause.phrases[0] is not phrase or phrase.end > subject.start:
        return False
    return context.head(subject).lemma.lower() in words("proposals") | words("received")


def _named(context: Context, phrase: Phrase) -> tuple[ActorRef, ...]:
    found = (
        context.who.actors_at(part.head, places=phrase.prep in SEATS) or strangers(context, replace(part, prep=None))
        for part in phrase.each()
    )
    return tuple(ref for refs in found for ref in refs)


def _about(clause: Clause, phrase: Phrase) -> list[Phrase]:
    """What a noun of stance is about: "Kritik **an den Sanktionen** kam aus Lima"."""
    near = [*phrase.dependents, *(p for p in clause.phrases if p.start == phrase.end)]
    return [p for p in near if p.prep in words("about-stances") or p.prep == "of"]


def _about_exists(clause: Clause, phrase: Phrase) -> list[Phrase]:
    """What there is doubt about, where it stands apart: "**An dem Plan** gibt es in Prag Zweifel"."""
    if clause.verb is None or clause.verb.lemma not in COPULAS | {"geben"}:
        return []
    apart = words("about-stances") - words("whence")
    return [p for p in clause.phrases if p is not phrase and p.prep in apart]


def _is_backed(place: Place, phrase: Phrase) -> bool:
    """Say whether support is for what one wants: for a proposal, or in a word that means no help ("Lob", "Rückhalt").

    Examples: "**Dabei** erhielt Ghana Unterstützung von Togo"; "Ghana won support **for the plan** from Togo".
    """
    if _is_proposal(place) or place.context.head(phrase).lemma.lower() in words("no-help"):
        return True
    about = [*phrase.dependents, *(p for p in place.clause.phrases if p is not phrase)]
    wanted = any(p.prep in ("for", "für") and place.context.head(p).lemma.lower() in words("proposals") for p in about)
    return wanted or bool(place.words & words("therein"))


def _is_proposal(place: Place) -> bool:
    """Say whether the subject is something to agree with: "**the plan** has the backing of Peru"."""
    subject = place.clause.subject
    if subject is None:
        return False
    named = place.topics.names([subject])
    nobodys = bool(named) and named <= {"ceasefire", "peace-talks", "membership", "leaders-meeting"}
    return nobodys or place.context.head(subject).lemma.lower() in words("proposals")


def _what_meets(clause: Clause) -> Sequence[Phrase]:
    return (clause.subject,) if clause.subject is not None and clause.link is not Link.PARENTHESIS else ()
