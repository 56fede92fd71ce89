"""People in office who meet, named or not: one receives another, goes to see him, calls him, agrees with him on something.

Other rules ask for a name; most reports of visits have none: "Peru's president received her Chilean counterpart in Lima".
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Role, Tense, Voice
from zusage.model.values import MeetingKind, Mode
from zusage.model.values import Role as Part
from zusage.reading.actors import ActorRef
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, is_word, objects, run_of, subjects
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.encounters import face_to_face, in_office, is_visit, meets_in, people_in
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.operators import is_negated

_PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_BY = frozenset({"by", "via", "per", "über", "am"})
_WITH = frozenset({"mit", "with", "to", "gegenüber", "bei"})


def _presence(
    ref: ActorRef,
    index: int,
    run: tuple[int, int],
    rule: str,
    *,
    mode: Mode = Mode.IN_PERSON,
    part: Part = Part.PARTICIPANT,
) -> Presence:
    return Presence(ref=ref, mode=mode, clause=index, rule=rule, words=run, part=part, sure=0.75)


def receiving(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who receives whom, by their offices: "Peru's president received her colleague", "wurde vom König empfangen"."""
    clause, sense = context.clauses[index], context.sense(index)
    verb = clause.verb
    if verb is None or is_negated(clause) or is_open(context, clause) or occasion.is_apart(clause):
        return
    receives = sense is not None and sense.kind == "host" and sense.value == "host"
    if not (receives or has_class(context, verb.lemma, "greet")) or verb.lemma in words("hosting-together"):
        return
    passive = verb.voice is not Voice.ACTIVE
    subject = (clause.subject,) if clause.subject is not None else ()
    guests = [ref for p in (subject if passive else objects(clause)) for ref in people_in(context, p)]
    hosts = _agents(context, clause) if passive else subjects(context, index)
    hosts = [ref for ref in hosts if in_office(ref)]
    if not guests or not hosts or {ref.actor for ref in guests} == {ref.actor for ref in hosts}:
        return
    for ref in acts(hosts):
        yield _presence(ref, index, run_of(clause), "received somebody", part=Part.HOST)
    for ref in acts(guests):
        yield _presence(ref, index, run_of(clause), "was received")


def _agents(context: Context, clause: Clause) -> list[ActorRef]:
    return [ref for p in clause.with_role(Role.AGENT) for ref in context.actors(p)]


def visiting(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who goes where to meet whom: "war in Lima, um ihren Kollegen zu treffen", "flew to Rabat for talks with the king"."""
    clause = context.clauses[index]
    if is_negated(clause) or not is_visit(context, index) or occasion.is_apart(clause):
        return
    verb = clause.verb
    due = (
        verb is not None
        and verb.tense is Tense.PRESENT
        and any(context.tokens[i].lower == "due" for i in context.own_tokens(clause))
    )
    if is_open(context, clause) and not due:
        return  # "is due in Lima on Friday for talks"
    for ref in acts(subjects(context, index)):
        yield _presence(ref, index, run_of(clause), "went to see them")
    with_whom = [
        ref for phrase in clause.phrases for p in phrase.walk() if p.prep in _WITH for ref in people_in(context, p)
    ]
    for child in context.children[index]:
        if meets_in(context, child):
            inner = context.clauses[child]
            with_whom.extend(ref for p in inner.phrases if p is not inner.subject for ref in people_in(context, p))
    for ref in acts(with_whom):
        yield _presence(ref, index, run_of(clause), "was to be seen")


def talking(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read with whom somebody in office has talks: "after talks with his Peruvian counterpart", "sprach mit dem König in Rabat"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or is_negated(clause) or is_open(context, clause) or occasion.is_apart(clause):
        return
    if occasion.city(clause) is None and not occasion.has_day(clause):
        return
    confers = has_class(context, verb.lemma.split(" ")[0], "confer") and verb.tense in _PAST
    partners: list[ActorRef] = []
    for phrase in clause.phrases:
        talks = any(gathering_at(context, part.head) is not None for part in phrase.walk())
        for part in phrase.walk():
            held = part is not phrase and talks
            if part.prep in ("mit", "with") and (held or (confers and part is phrase)):
                partners.extend(people_in(context, part))
    who = [ref for ref in subjects(context, index) if in_office(ref)]
    if not partners or not who or {ref.actor for ref in who} & {ref.actor for ref in partners}:
        return
    called = any(
        (found := gathering_at(context, i)) is not None and found[0] is MeetingKind.CALL
        for i in context.own_tokens(clause)
    )
    for ref in acts([*who, *partners]):
        mode = Mode.REMOTE if called else Mode.IN_PERSON
        yield _presence(ref, index, run_of(clause), "had talks", mode=mode)


def agreeing(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who agrees on something in the meeting's city: "Peru's president and his Chilean guest agreed in Lima to …"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or is_negated(clause) or is_open(context, clause) or occasion.is_apart(clause):
        return
    confers = has_class(context, verb.lemma.split(" ")[0], "confer") and verb.lemma not in words("deciding-together")
    if verb.tense not in _PAST or not (verb.lemma in words("deciding-together") or confers):
        return
    who = acts(subjects(context, index))
    inner = [context.clauses[c] for c in context.children[index] if context.clauses[c].kind is ClauseKind.INFINITIVE]
    there = any(occasion.city(c) is not None or occasion.gathering(c) is not None for c in (clause, *inner))
    if len({ref.actor for ref in who}) < 2 or not there:  # noqa: PLR2004 - two who agree
        return
    for ref in who:
        yield _presence(ref, index, run_of(clause), "agreed there")


def facing(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read people in office of two states who are in one city: "Peru's premier assured his Zambian guest in Lima …"."""
    clause = context.clauses[index]
    if is_negated(clause) or is_open(context, clause) or occasion.is_apart(clause) or clause.link is Link.CONDITION:
        return
    for ref in acts(face_to_face(context, index)):
        yield _presence(ref, index, run_of(clause), "face to face")


def telephoning(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who telephones: "The presidents of Peru and Chile spoke by video", "telefonierte mit seinem Kollegen in Lima"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or is_negated(clause) or is_open(context, clause) or occasion.is_other_day(clause):
        return
    if clause.link is Link.CONDITION or verb.voice is not Voice.ACTIVE:
        return
    remote = remote_word(context, clause)
    if remote is None or not (is_word(context, remote, "phone") or context.tokens[remote - 1].lower in _BY):
        return
    talked = verb.lemma.split(" ")[0] in words("meeting-aims") | words("deciding-together") or verb.lemma in COPULAS
    who = [ref for ref in subjects(context, index) if in_office(ref) or len(subjects(context, index)) > 1]
    others = [ref for p in clause.phrases if p.prep in _WITH for ref in people_in(context, p)]
    if not talked or len({ref.actor for ref in (*who, *others)}) < 2 or not who:  # noqa: PLR2004 - two who talk
        return
    for ref in acts([*who, *others]):
        yield _presence(ref, index, (remote, remote + 1), "by telephone", mode=Mode.REMOTE)
