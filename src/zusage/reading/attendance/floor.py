"""What happens at a meeting besides speeches: under whose chair it is, who uses it, takes the floor, walks out, is missed.

Examples: "unter dem Vorsitz des kenianischen Außenministers", "with Peru's minister in the chair", "nutzte die Konferenz, um …",
"took the floor in Lima", "tauchte nicht auf".
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role, Tense, Voice
from zusage.model.values import Authority, Mode
from zusage.model.values import Role as Part
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import (
    Presence,
    acts,
    has_class,
    is_word,
    objects,
    over_a_text,
    people_of,
    run_of,
    subjects,
)
from zusage.reading.attendance.verbs import is_meeting
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.encounters import brought_together
from zusage.reading.meetings.mentions import gathering_at, gatherings_in
from zusage.reading.operators import is_negated

_PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_UNDER = frozenset({"unter", "under"})
_AFTER = frozenset({"nach", "after", "following", "zu", "at"})
_SPOKEN = frozenset({"say", "commit", "position", "give"})
_OFFICES = frozenset({Authority.HEAD, Authority.MINISTER, Authority.OFFICIAL})
_NEAR, _WIDEST = 6, 30  # tokens from a meeting to whose it is


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


def _is_here(context: Context, clause: Clause, occasion: Occasion) -> bool:
    """Say whether a clause names a meeting of the report or its city."""
    if occasion.city(clause) is not None:
        return True
    return any(is_meeting(context, part) for phrase in clause.phrases for part in phrase.walk())


def _is_told(context: Context, clause: Clause, occasion: Occasion) -> bool:
    return clause.verb is not None and not (is_negated(clause) or is_open(context, clause) or occasion.is_apart(clause))


def _is_in_session(context: Context, index: int) -> bool:
    """Say whether people meet or confer: "beraten sie", "tagte die Gruppe"."""
    clause, sense = context.clauses[index], context.sense(index)
    confers = clause.verb is not None and has_class(context, clause.verb.lemma.split(" ")[0], "confer")
    return confers or (sense is not None and sense.kind == "meet")


def chaired(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read under whose chair a meeting is: "unter Leitung des kenianischen Außenministers", "under Peru's chairmanship"."""
    clause = context.clauses[index]
    if not _is_told(context, clause, occasion) or not (
        _is_here(context, clause, occasion) or _is_in_session(context, index)
    ):
        return
    for phrase in clause.phrases:
        for part in phrase.walk():
            head = context.head(part).lemma.lower()
            if part.prep not in _UNDER or head not in words("chairs-of-meetings"):
                continue
            for ref in acts(context.who.actors_in(part.start, part.end, places=True))[:2]:
                yield _presence(ref, index, (part.start, part.end), "under their chair", part=Part.CHAIR)


def in_chair(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who is set beside a meeting: "with Peru's minister in the chair", "with Chile in the room"."""
    clause = context.clauses[index]
    if not _is_told(context, clause, occasion):
        return
    for i in context.own_tokens(clause):
        if not is_word(context, i, "room", "chair") or context.tokens[i - 1].lower not in ("the", "attendance"):
            continue
        led = next(
            (k for k in range(i - 1, max(i - 10, clause.start) - 1, -1) if context.tokens[k].lower == "with"), None
        )
        if led is None:
            continue
        part = Part.CHAIR if is_word(context, i, "chair") else Part.PARTICIPANT
        for ref in acts(context.who.actors_in(led + 1, i)):
            yield _presence(ref, index, (led, i + 1), "is in the room", part=part)


def speech_at(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read whose speech a German meeting has: "begann mit einer Rede des ugandischen Präsidenten"."""
    clause = context.clauses[index]
    if not _is_told(context, clause, occasion) or clause.subject is None or not is_meeting(context, clause.subject):
        return
    for phrase in clause.phrases:
        if phrase.prep not in ("mit", "nach") or not is_word(context, phrase.head, "speech"):
            continue
        remote = any(is_word(context, i, "remote") for i in range(phrase.start, phrase.head))
        for ref in acts(context.who.actors_in(phrase.head + 1, phrase.end))[:1]:
            mode = Mode.REMOTE if remote else Mode.IN_PERSON
            yield _presence(ref, index, (phrase.start, phrase.end), "spoke at the meeting", mode=mode)


def using(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who makes use of a meeting or goes to it: "nutzte die Konferenz", "meldete sich zu Wort", "made the journey to …"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or not _is_told(context, clause, occasion) or verb.voice is not Voice.ACTIVE:
        return
    used = verb.lemma in words("using") and any(is_meeting(context, p) for p in objects(clause))
    words_of = [p for p in clause.phrases if p.prep in (None, "zu") and p is not clause.subject]
    floor = verb.lemma in words("taking") and verb.tense in _PAST
    floor = floor and any(context.head(p).lemma.lower() in words("floors") for p in words_of)
    goes = verb.lemma == "make" and any(is_word(context, p.head, "participation") for p in objects(clause))
    bare = verb.tense in (Tense.PERFECT, Tense.PLUPERFECT) or any(
        context.tokens[i].lower == "person" for i in context.own_tokens(clause)
    )
    goes = goes and (
        _is_here(context, clause, occasion) or (bare and not any(p.prep in ("to", "into") for p in clause.phrases))
    )
    if not (used or floor or goes):
        return
    mode = Mode.REMOTE if remote_word(context, clause) is not None else Mode.IN_PERSON
    for ref in acts(subjects(context, index)):
        yield _presence(ref, index, run_of(clause), "used the meeting", mode=mode)


def walking_out(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who leaves the room: "verließ unter Protest den Saal", "stormed out of the hall", "emerged from the talks"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or not _is_told(context, clause, occasion) or verb.tense not in _PAST:
        return
    left = has_class(context, verb.lemma.split(" ")[0], "leave") or has_class(context, verb.lemma, "leave")
    rooms = [
        p
        for p in clause.phrases
        if p is not clause.subject and is_word(context, p.head, "room") and context.head(p).pos.value == "NOUN"
    ]
    out = verb.lemma in words("coming-out")
    talks = [p for p in clause.phrases if p.prep in ("from", "aus") and is_meeting(context, p)]
    bare = verb.lemma in ("walk out", "storm out") and not objects(clause) and context.task is None
    bare = (
        bare and clause.subject is not None and is_word(context, clause.subject.head, "delegation", "envoy", "official")
    )
    if not (left and rooms) and not (out and talks) and not bare:
        return
    for ref in acts(subjects(context, index)):
        yield _presence(ref, index, run_of(clause), "left the room")


def missing_out(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read set phrases of not coming: "ließ sich nicht blicken", "tauchte nicht auf", "pulled out of"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or is_open(context, clause) or occasion.is_apart(clause) or verb.tense not in _PAST:
        return
    denied = is_negated(clause)
    shown = verb.lemma in words("showing-up") and ("lassen" in verb.modals or verb.lemma not in words("being-seen"))
    passed = verb.lemma in words("missing-out") and any(
        is_meeting(context, p) for q in clause.phrases for p in q.walk()
    )
    if not ((shown and denied) or (passed and not denied)):
        return
    if not (_is_here(context, clause, occasion) or all(p is clause.subject or p.prep is None for p in clause.phrases)):
        return
    for ref in acts(subjects(context, index)):
        yield _presence(ref, index, run_of(clause), "did not show up", mode=Mode.ABSENT)


def no_invitation(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who got no invitation: "Niger hatte keine Einladung erhalten", "Niger received no invitation"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.lemma not in words("getting") or is_open(context, clause) or occasion.is_apart(clause):
        return
    held = next((p for p in objects(clause) if is_word(context, p.head, "invitation")), None)
    if held is None or not (is_negated(clause) or held.negated):
        return
    for ref in acts(subjects(context, index)):
        yield _presence(ref, index, (held.start, held.end), "got no invitation", mode=Mode.ABSENT)


def bringing_together(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who gathers whom: "Oman brought together envoys of Chad and Mali", "brachte Vertreter Perus an einen Tisch"."""
    clause = context.clauses[index]
    if not _is_told(context, clause, occasion) or not brought_together(context, clause):
        return
    for ref in acts(subjects(context, index)):
        yield _presence(ref, index, run_of(clause), "gathered them", part=Part.HOST)
    for phrase in objects(clause):
        for ref in acts(people_of(context, phrase) or context.who.actors_in(phrase.start, phrase.end, places=True)):
            yield _presence(ref, index, (phrase.start, phrase.end), "was gathered")


def mediating(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read between whom somebody mediates at a meeting: "Angola mediated between Chad and Mali at a meeting in Luanda"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.lemma not in words("mediating") or not _is_told(context, clause, occasion):
        return
    if verb.tense not in _PAST or not _is_here(context, clause, occasion):
        return
    between = [p for p in clause.phrases if p.prep in ("between", "zwischen")]
    for phrase in between:
        for ref in acts([*subjects(context, index), *context.who.actors_in(phrase.start, phrase.end)]):
            yield _presence(ref, index, (phrase.start, phrase.end), "mediated between them")


def venue_of(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read whose meeting a city sees: "Istanbul war Schauplatz eines Treffens der Außenminister der Türkei und Georgiens"."""
    clause = context.clauses[index]
    if not _is_told(context, clause, occasion):
        return
    at = next((i for i in context.own_tokens(clause) if context.lemmas[i] in words("venues")), None)
    if at is None:
        return
    for phrase in clause.phrases:
        if phrase.start <= at < phrase.end and any(is_meeting(context, p) for p in phrase.walk()):
            for ref in acts(context.who.actors_in(at + 1, phrase.end, places=True)):
                yield _presence(ref, index, (at, at + 1), "met there")


def video_message(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read whose message was played: "Eine Videobotschaft des Premierministers wurde eingespielt", "a recorded message from …"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.voice is Voice.ACTIVE or not _is_told(context, clause, occasion) or clause.subject is None:
        return
    if verb.lemma not in words("playing") or not any(
        is_word(context, i, "remote") for i in range(clause.subject.start, clause.subject.end)
    ):
        return
    for ref in acts(context.who.actors_in(clause.subject.start, clause.subject.end))[:1]:
        yield _presence(ref, index, (clause.subject.start, clause.subject.end), "in a message", mode=Mode.REMOTE)


def patched_in(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who was connected: "was patched in from Libreville", "wurde aus Oslo in die Sitzung geschaltet"."""
    clause = context.clauses[index]
    verb = clause.verb
    if (
        verb is None
        or verb.lemma.split(" ")[0] not in words("connecting")
        or is_open(context, clause)
        or verb.voice is Voice.ACTIVE
    ):
        return
    if is_negated(clause) or occasion.is_other_day(clause):
        return
    for ref in acts(subjects(context, index)):
        yield _presence(ref, index, run_of(clause), "was connected", mode=Mode.REMOTE)


def there_or_not(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read a short answer behind one who came: "Mali war gekommen, **Botswana nicht**", "Mali was there; **Chad was not**".

    "Mali's minister came, **Chad's did not**", "Malis Minister kam, **der tschadische nicht**".
    """
    clause = context.clauses[index]
    if clause.verb is not None and clause.verb.lemma not in COPULAS | {"do"}:
        return
    if clause.negation is None or occasion.is_apart(clause) or index == 0:
        return
    verb = clause.verb.tokens if clause.verb is not None else ()
    told = ("NOUN", "PROPN", "VERB", "NUM")
    said = [i for i in context.own_tokens(clause) if context.tokens[i].pos.value in told and i not in verb]
    named = acts(context.who.actors_in(clause.start, clause.end, places=True))
    inside = all(i in context.who.by_token for i in said)
    if not named or not inside or not _is_coming(context, index - 1):
        return
    for ref in named:
        yield _presence(ref, index, (clause.start, clause.end), "was not", mode=Mode.ABSENT)
    for ref in acts(subjects(context, index - 1)):  # who came without the other came to the meeting
        yield _presence(ref, index - 1, run_of(context.clauses[index - 1]), "came, the other not")


def _is_coming(context: Context, index: int) -> bool:
    """Say whether a clause tells that somebody came or was there."""
    clause, sense = context.clauses[index], context.sense(index)
    if clause.verb is None or is_negated(clause):
        return False
    if sense is not None and sense.kind == "attend":
        return True
    came = clause.verb.lemma in words("coming-verbs") | {"come"}
    there = clause.verb.lemma in COPULAS and any(is_word(context, i, "room") for i in context.own_tokens(clause))
    return (came or there) and clause.verb.tense in _PAST


def after_it(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who speaks right after a meeting: "sagte der Minister nach der Konferenz in Lima", "told reporters after the talks"."""
    clause, sense = context.clauses[index], context.sense(index)
    verb = clause.verb
    if verb is None or not _is_told(context, clause, occasion) or verb.voice is not Voice.ACTIVE or verb.modals:
        return
    if sense is None or sense.kind not in _SPOKEN or verb.tense not in _PAST | {Tense.PRESENT}:
        return
    after = next((p for p in clause.phrases if p.prep in _AFTER and _ends_in_meeting(context, p)), None)
    if after is None or (occasion.city(clause) is None and not occasion.has_day(clause)):
        return
    for ref in acts(subjects(context, index)):
        office = ref.authority in _OFFICES and ref.mention is not None and ref.mention.kind is MentionKind.OFFICE
        if ref.person is not None or office:
            yield _presence(ref, index, (after.start, after.end), "spoke after it")


def _ends_in_meeting(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase is "after the summit" or "at the end of the talks"."""
    return any(gathering_at(context, part.head) is not None for part in (phrase, *phrase.dependents))


def together(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read whose meeting it is: "das Treffen der Außenminister Perus und Chiles", "talks between Ghana and Togo"."""
    clause = context.clauses[index]
    if is_negated(clause) or is_open(context, clause) or occasion.is_apart(clause):
        return
    if clause.link is Link.CONDITION or clause.kind is ClauseKind.INFINITIVE:
        return
    for noun in gatherings_in(context, clause):
        end = min(context.analysis.sentences[clause.sentence].end, noun + _WIDEST)
        first = next((i for i in range(noun + 1, min(noun + _NEAR, end)) if i in context.who.by_token), None)
        if first is None or not _joins(context, noun, first):
            continue
        named = context.who.by_token[first]
        refs = context.who.listed(named, _stop(context, noun + 1, end))
        if len({ref.actor for ref in refs}) < 2 or _is_told_of_next(context, noun):  # noqa: PLR2004 - two who meet
            continue
        for ref in acts(refs):
            yield _presence(ref, index, (noun, first), "it is theirs")


def _joins(context: Context, noun: int, first: int) -> bool:
    """Say whether a meeting's noun and the first name after it are joined by "between", or by its ministers or leaders."""
    before = {context.tokens[i].lower for i in range(noun + 1, first)}
    if before & {"between", "zwischen"}:
        return True
    mention = context.who.by_token[first]
    german = context.analysis.language == "de"  # its ministers look the same in the plural
    office = mention.kind is MentionKind.OFFICE and (mention.plural or german)
    return office and (not before - {"of", "the", "der", "von", "foreign"} or "of" in before)


def _stop(context: Context, start: int, end: int) -> int:
    return next((i for i in range(start, end) if context.tokens[i].pos.value in ("VERB", "AUX")), end)


def _is_told_of_next(context: Context, noun: int) -> bool:
    return any(is_word(context, i, "next", "nobody") for i in range(max(noun - 3, 0), noun))


def negotiating(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who haggles over a meeting's text: "Chile blocked any reference to the ruling", "Peru stimmte der Erklärung zu"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or not _is_told(context, clause, occasion) or verb.voice is not Voice.ACTIVE or verb.modals:
        return
    if verb.tense not in _PAST or clause.kind is ClauseKind.INFINITIVE:
        return
    if verb.lemma.split(" ")[0] not in words("haggling"):
        return
    for ref in over_a_text(context, index):
        yield _presence(ref, index, run_of(clause), "haggled over the text")


def signed_by(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read by whom a paper is signed: "was signed in Lima by Chile's deputy minister and the Peruvian vice-president"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.voice is Voice.ACTIVE or not has_class(context, verb.lemma, "sign"):
        return
    if not _is_told(context, clause, occasion) or verb.modals:
        return
    bound = occasion.city(clause) is not None or occasion.has_day(clause)
    for phrase in clause.with_role(Role.AGENT):
        for ref in acts(context.actors(phrase)):
            if bound and (ref.person is not None or ref.authority is not None):
                yield _presence(ref, index, (phrase.start, phrase.end), "signed")
