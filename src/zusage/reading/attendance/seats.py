"""Being there: sitting and standing together, in the room, on the screen, among the guests.

Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, Phrase, Pos, Role, Tense
from zusage.model.values import Mode
from zusage.reading.actors import ActorRef
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, is_word, own_words, run_of, subjects
from zusage.reading.attendance.verbs import is_meeting, is_nobodys, nobody_from
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words as listed
from zusage.reading.operators import is_negated

_BESIDE = frozenset(
    {"neben", "zwischen", "gegenüber", "alongside", "beside", "between", "next", "to", "across", "from", "opposite"}
)
_TOGETHER = frozenset({"neben", "alongside", "beside"})
_SPOKEN = frozenset({"say"})


def sitting(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read sitting and standing together: "Neben ihr saß der Premier", "who sat between them", "saßen am Tisch"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or is_open(context, clause) or is_negated(clause) or occasion.is_elsewhere(clause):
        return
    seated = has_class(context, verb.lemma.split(" ")[0], "sit")
    beside = [
        p
        for p in clause.phrases
        if p.prep in (_BESIDE if seated else _TOGETHER) and _has_person(context, p.start, p.end)
    ]
    at_table = any(
        is_word(context, i, "room") and context.tokens[i].pos is Pos.NOUN for i in context.own_tokens(clause)
    )
    spoken = not seated and bool(beside) and _speaks_after(context, index)
    if not spoken and not (seated and (beside or at_table)):
        return
    first = beside[0] if beside else None
    words = (first.start, first.end) if first is not None else run_of(clause)
    for ref in acts(subjects(context, index)):
        yield Presence(
            ref=ref,
            mode=Mode.IN_PERSON,
            clause=index,
            rule="sat or stood with them",
            words=words,
            sure=0.85 if seated else 0.7,
        )
    for phrase in beside:
        for ref in acts(context.actors(phrase)):
            if ref.person is not None:
                yield Presence(
                    ref=ref, mode=Mode.IN_PERSON, clause=index, rule="sat or stood with them", words=words, sure=0.7
                )


def _has_person(context: Context, start: int, end: int) -> bool:
    pronoun = any(context.tokens[i].pos is Pos.PRON for i in range(start, end))
    return pronoun or any(ref.person is not None for ref in context.who.actors_in(start, end))


def _speaks_after(context: Context, index: int) -> bool:
    """Say whether one speaks beside another on the meeting: "was speaking alongside her after the talks"."""
    clause, sense = context.clauses[index], context.sense(index)
    spoken = (sense is not None and sense.kind in _SPOKEN) or (
        clause.verb is not None and has_class(context, clause.verb.lemma, "address")
    )
    return spoken and any(
        context.lexicon.gathering(context.tokens[i].lemma) is not None for i in context.own_tokens(clause)
    )


def being(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read being there or not: "war im Raum", "was absent from the summit", "aus Oslo ist heute niemand dabei"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or verb.lemma not in COPULAS or is_open(context, clause) or occasion.is_elsewhere(clause):
        return
    remote = remote_word(context, clause)
    room = next(iter(own_words(context, clause, "room")), None)
    if remote is None and room is None:
        room = _at_meeting(context, index, occasion)
    if remote is None and room is None:
        return
    bound = occasion.gathering(clause) is not None or occasion.city(clause) is not None or occasion.has_day(clause)
    if (
        remote is None
        and room is not None
        and not (bound or _is_room_phrase(context, clause, room) or _is_person_there(context, index, room))
        and not any(
            p.prep in ("als", "as") and context.head(p).lemma.lower() in listed("guest-roles") for p in clause.phrases
        )
    ):
        return
    at = remote if remote is not None else room
    assert at is not None  # noqa: S101 - looked above
    if is_nobodys(context, clause):
        yield from nobody_from(context, index)
        return
    mode = Mode.REMOTE if remote is not None else Mode.IN_PERSON
    others = _denied_behind(context, clause, at)
    for ref in acts(others):
        yield Presence(ref=ref, mode=Mode.ABSENT, clause=index, rule="was not", words=(at, at + 1), sure=0.85)
    mode = Mode.ABSENT if is_negated(clause) and not others else mode
    for ref in acts(subjects(context, index)):
        yield Presence(ref=ref, mode=mode, clause=index, rule="words of presence", words=(at, at + 1), sure=0.85)


def _denied_behind(context: Context, clause: Clause, at: int) -> tuple[ActorRef, ...]:
    """Who was not there though another was, told in one clause: "China was there, **but India was not**"."""
    if not is_negated(clause) or clause.negation is None or clause.negation < at:
        return ()
    but = next((i for i in range(at, clause.negation) if context.tokens[i].lower in ("but", "while")), None)
    return context.who.actors_in(but, clause.negation) if but is not None else ()


def _at_meeting(context: Context, index: int, occasion: Occasion) -> int | None:
    """The noun of meeting that named people were at: "was at the summit to join in", "waren bei der Konferenz"."""
    clause = context.clauses[index]
    if not any(ref.person is not None or ref.authority is not None for ref in subjects(context, index)):
        return None
    in_city = occasion.city(clause) is not None  # "was in Oslo for the talks"
    preps = ("at", "bei", "auf", "for", "zu") if in_city else ("at", "bei", "auf")
    at = (p.head for p in clause.phrases if p.prep in preps and is_meeting(context, p))
    return next(at, None)


def _is_person_there(context: Context, index: int, room: int) -> bool:
    """Say whether named people or delegates were there: "Mit dabei waren Präsidentin Holm …", "Vertreter Perus waren zugegen"."""
    clause = context.clauses[index]
    verb = clause.verb
    past = verb is not None and verb.tense in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    denied = verb is not None and verb.tense is Tense.FUTURE and is_negated(clause)  # "will not be there"
    past = past or denied or (room > 0 and context.tokens[room - 1].lower == "mit")  # "mit dabei sind"
    alone = verb is not None and verb.tense is Tense.PRESENT and not is_negated(clause) and context.task is None
    past = past or (alone and all(p is clause.subject or p.role is Role.PREDICATE for p in clause.phrases))
    adverb = context.tokens[room].pos.value in ("ADV", "ADJ", "PART") and context.tokens[room].tag != "EX"
    sent = clause.subject is not None and is_word(context, clause.subject.head, "official", "envoy", "delegation")
    return past and adverb and (sent or any(ref.person is not None for ref in subjects(context, index)))


def among_guests(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read belonging to the guests: "was among the participants", "gehörte zu den Gästen", "absent from the talks"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or is_negated(clause) or is_open(context, clause) or occasion.is_elsewhere(clause):
        return
    belongs = verb.lemma in COPULAS | {"gehören", "zählen", "sich befinden", "count"}
    named = [p for p in clause.phrases if p.prep in ("unter", "zu", "among")]
    guests = [p for p in named if is_word(context, p.head, "guest") or _gathered(context, index, p)]
    away = next((i for i in own_words(context, clause, "away")), None) if verb.lemma in COPULAS else None
    mode = Mode.ABSENT if away is not None else Mode.IN_PERSON
    if away is None and not (belongs and guests):
        return
    meeting_named = any(is_meeting(context, p) for q in clause.phrases for p in q.walk())
    who = acts(subjects(context, index))
    alone = all(p is clause.subject or p.role is Role.PREDICATE for p in clause.phrases) and verb.tense is Tense.PAST
    if away is not None and not meeting_named and not (alone or any(ref.authority is not None for ref in who)):
        return
    for ref in who:
        yield Presence(
            ref=ref, mode=mode, clause=index, rule="among the guests or not", words=run_of(clause), sure=0.85
        )


def _gathered(context: Context, index: int, phrase: Phrase) -> bool:
    """Say whether a phrase is those who came: "among the leaders who gathered in Oslo"."""
    some = context.head(phrase).lemma.lower() in listed("some-who-came")
    if not some and not is_word(context, phrase.head, "leaders", "ministers", "official"):
        return False
    for child in context.children[index]:
        sense = context.sense(child)
        if context.clauses[child].anchor == phrase.head and sense is not None and sense.kind in ("attend", "meet"):
            return True
    return False


def _is_room_phrase(context: Context, clause: Clause, room: int) -> bool:
    """Say whether the word stands as a place: "in the room", "am Tisch"; not "dabei", which may mean joining in."""
    if context.tokens[room].pos.value != "NOUN":
        return False
    return any(p.prep in ("in", "an", "at") and p.start <= room < p.end for p in clause.phrases)


def appearing(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read appearing on the screen: "appeared by video link", "meldete sich per Video"; not a call to the press."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or is_negated(clause) or is_open(context, clause) or occasion.is_other_day(clause):
        return
    remote = remote_word(context, clause)
    if remote is None or is_word(context, remote, "phone"):
        return
    led = {context.tokens[i].lower for i in range(max(remote - 3, clause.start), remote)}
    if not led & {"by", "via", "per", "über", "from", "on", "vom"} and context.tokens[remote].pos is Pos.NOUN:
        return
    for ref in acts(subjects(context, index)):
        if ref.person is not None:
            yield Presence(
                ref=ref, mode=Mode.REMOTE, clause=index, rule="by video", words=(remote, remote + 1), sure=0.7
            )
