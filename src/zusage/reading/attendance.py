"""Attendance: who is said to attend a meeting, in which role and how, or to stay away.

Rules: verbs of attending ("nahm per Video teil", "was in the room"), hosting and receiving, meeting somebody, seats and
arrivals; remote by its words ("virtuell", "by video link", "zugeschaltet"); absence by negation or its own verbs.
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zusage.language.analysis import Clause, Link, Phrase, Role
from zusage.model.statement import Attendance, Meeting, TraceStep
from zusage.model.values import Mode
from zusage.model.values import Role as MeetingRole
from zusage.reading.actors import ActorRef
from zusage.reading.context import COPULAS, Context
from zusage.reading.meetings.cities import city_at
from zusage.reading.operators import is_negated

REMOTE = frozenset(
    "virtuell video videolink videoschalte videoschaltung videokonferenz zugeschaltet online telefonisch remotely virtually "
    "video-link videolink screen videoconference zoom phone telephone by-phone videocall schalte telefon".split()
)
HOSTS = frozenset({"gastgeber", "gastgeberin", "host", "ausrichter", "hausherr"})
CHAIRS = frozenset({"vorsitz", "vorsitzender", "chair", "chairman", "chairwoman", "co-chair", "leitung"})
IN_ROOM = frozenset({"room", "tisch", "table", "saal", "raum", "anwesend", "present", "vor ort", "zugegen", "dabei"})
GATHERINGS_PREPS = frozenset({"an", "bei", "auf", "zu", "in", "at", "zum"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """An attendance before it is written down."""

    ref: ActorRef
    role: MeetingRole
    mode: Mode
    clause: int
    rule: str
    sure: float = 1.0


def find_attendance(context: Context, meetings: Sequence[Meeting]) -> tuple[Attendance, ...]:
    """Find who attends; one record for each person or state and mode, in the report's order."""
    found: dict[tuple[str | None, str | None], Presence] = {}
    if not meetings:
        return ()
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause) or clause.question or clause.link == Link.CONDITION:
            continue
        for presence in _of_clause(context, index, meetings):
            key = (presence.ref.actor, presence.ref.person)
            if presence.ref.actor is None:
                continue
            if key not in found or presence.sure > found[key].sure:
                found[key] = presence
    named = {actor for actor, person in found if person is not None}
    return tuple(
        _attendance(context, p) for (actor, person), p in found.items() if person is not None or actor not in named
    )


def _attendance(context: Context, presence: Presence) -> Attendance:
    clause = context.clauses[presence.clause]
    assert presence.ref.actor is not None  # noqa: S101 - the caller looked
    return Attendance(
        actor=presence.ref.actor,
        person=presence.ref.person,
        role=presence.role,
        mode=presence.mode,
        quote=context.quote(clause.start, clause.end),
        trace=(TraceStep("mode", presence.rule, context.quote(clause.start, clause.end)),),
        certainty=round(0.5 + 0.4 * presence.sure, 2),
    )


def _of_clause(context: Context, index: int, meetings: Sequence[Meeting]) -> Iterator[Presence]:
    clause = context.clauses[index]
    sense = context.sense(index)
    role = _role(context, clause)
    remote = _is_remote(context, clause)
    if sense is not None and sense.kind == "attend":
        yield from _of_attending(context, index, sense.value or "in-person", role, remote=remote, meetings=meetings)
    elif sense is not None and sense.kind in ("meet", "host"):
        yield from _of_meeting(context, index, sense.kind, sense.value, remote=remote, meetings=meetings)
    elif remote and clause.verb is not None and clause.verb.lemma in COPULAS | {"teilnehmen", "join", "sprechen", "speak", "sitzen"}:
        for ref in _subjects(context, clause):
            yield Presence(ref=ref, role=role, mode=Mode.REMOTE, clause=index, rule="words of video or telephone")
    elif _is_in_room(context, clause):
        for ref in _subjects(context, clause):
            yield Presence(ref=ref, role=role, mode=Mode.IN_PERSON, clause=index, rule="words of presence", sure=0.8)


def _subjects(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    refs = context.actors(clause.subject)
    if not refs and clause.link == Link.RELATIVE and clause.anchor is not None and clause.parent is not None:
        for phrase in context.clauses[clause.parent].phrases:
            for part in phrase.walk():
                if part.head == clause.anchor:
                    return context.actors(part)
    return refs


def _of_attending(
    context: Context, index: int, value: str, role: MeetingRole, *, remote: bool, meetings: Sequence[Meeting]
) -> Iterator[Presence]:
    clause = context.clauses[index]
    mode = Mode(value)
    if mode == Mode.IN_PERSON and not _is_about_meeting(context, clause, meetings):
        return
    if remote:
        mode = Mode.REMOTE
    if is_negated(clause):
        mode = Mode.ABSENT
    verb = clause.verb
    if verb is not None and verb.modals and mode != Mode.ABSENT and not set(verb.modals) <= {"wollen", "sollen", "will"}:
        return
    for ref in _subjects(context, clause):
        yield Presence(ref=ref, role=role, mode=mode, clause=index, rule="verb of attending")


def _is_about_meeting(context: Context, clause: Clause, meetings: Sequence[Meeting]) -> bool:
    """Say whether what is attended is a meeting of the report: by a noun of meeting, its city, or nothing else."""
    places = {m.place for m in meetings if m.place is not None}
    named = False
    for phrase in clause.phrases:
        if phrase is clause.subject or phrase.role == Role.SUBJECT:
            continue
        for part in phrase.walk():
            if part.prep is None and phrase.role not in (Role.OBJECT, Role.OTHER):
                continue
            if context.lexicon.gathering(context.head(part).lemma, context.before(part)) is not None:
                return True
            placed = city_at(context, part.head)
            city = placed.city if placed else None
            if city is not None:
                if city in places:
                    return True
                named = True
            if context.lexicon.thing(context.head(part).lemma) is not None and part.prep in ("an", "in"):
                named = True
    return not named


def _of_meeting(
    context: Context, index: int, kind: str, value: str | None, *, remote: bool, meetings: Sequence[Meeting]
) -> Iterator[Presence]:
    clause = context.clauses[index]
    verb = clause.verb
    if is_negated(clause) or verb is None or (verb.modals and not set(verb.modals) <= {"wollen", "sollen"}):
        return
    mode = Mode.REMOTE if remote or value == "remote" else Mode.IN_PERSON
    role = MeetingRole.PARTICIPANT
    if kind == "host":
        role = MeetingRole.CHAIR if value == "chair" else MeetingRole.HOST
        if not _is_hosting(context, clause):
            return
    for ref in _subjects(context, clause):
        yield Presence(ref=ref, role=role, mode=mode, clause=index, rule="verb of hosting" if kind == "host" else "verb of meeting")
    for phrase in _others(clause, kind):
        for ref in context.actors(phrase):
            if ref.person is not None:
                yield Presence(
                    ref=ref, role=MeetingRole.PARTICIPANT, mode=mode, clause=index, rule="met or received", sure=0.8
                )


def _others(clause: Clause, kind: str) -> tuple[Phrase, ...]:
    preps = ("mit", "with", "neben") if kind == "meet" else ("neben", "alongside")
    objects = clause.with_role(Role.OBJECT, Role.INDIRECT)
    return (*objects, *(p for p in clause.phrases if p.prep in preps))


def _is_hosting(context: Context, clause: Clause) -> bool:
    for phrase in clause.phrases:
        for part in phrase.each():
            if context.lexicon.gathering(context.head(part).lemma, context.before(part)) is not None:
                return True
            if phrase.role in (Role.OBJECT, Role.INDIRECT) and any(r.person or r.actor for r in context.actors(part)):
                return True
    return False


def _role(context: Context, clause: Clause) -> MeetingRole:
    words = {context.tokens[i].lemma.lower() for i in context.own_tokens(clause)}
    if words & HOSTS:
        return MeetingRole.HOST
    return MeetingRole.CHAIR if words & CHAIRS else MeetingRole.PARTICIPANT


def _is_remote(context: Context, clause: Clause) -> bool:
    return any(
        context.tokens[i].lemma.lower() in REMOTE or context.tokens[i].lower in REMOTE for i in context.own_tokens(clause)
    )


def _is_in_room(context: Context, clause: Clause) -> bool:
    if clause.verb is None or clause.verb.lemma not in COPULAS | {"sitzen", "sit"} or is_negated(clause):
        return False
    return any(
        context.tokens[i].lemma.lower() in IN_ROOM for i in context.own_tokens(clause)
    ) and any(p.prep in ("in", "an", "at") or p.role == Role.PREDICATE for p in clause.phrases)
