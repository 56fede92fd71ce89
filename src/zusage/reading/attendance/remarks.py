"""What reports of meetings say in passing: by whom it is run, a speech there, the press afterwards, who left before the end.

Examples: "opened in Oslo on Friday, hosted jointly by Peru and Chile"; "Kenias Präsident bat in einer Rede um Geduld"; "the two
ministers faced the press together"; "Togo, not invited, protested"; "reiste noch in der Nacht ab".
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, Link, Phrase, Pos, Tense, Voice
from zusage.model.values import Authority, MeetingKind, Mode
from zusage.model.values import Role as Part
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.envoys import comes_along, is_lower
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, is_word, objects, run_of, subjects
from zusage.reading.attendance.verbs import is_meeting
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.operators import is_negated

PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_TOLD = PAST | {Tense.PRESENT}
_SEATED = frozenset({Authority.HEAD, Authority.MINISTER, Authority.OFFICIAL})
_TWO = 2
_AT_EDGES = frozenset({"zu", "at", "bei"})
_NOT = frozenset({"nicht", "not"})


def remark(
    ref: ActorRef,
    index: int,
    run: tuple[int, int],
    rule: str,
    *,
    mode: Mode = Mode.IN_PERSON,
    part: Part = Part.PARTICIPANT,
) -> Presence:
    """Somebody's attendance as a remark tells it."""
    return Presence(ref=ref, mode=mode, clause=index, rule=rule, words=run, part=part, sure=0.75)


def is_seated(ref: ActorRef) -> bool:
    """Say whether somebody is a person or holds an office: he can stand up and speak."""
    named = ref.mention
    office = named is not None and named.kind is MentionKind.OFFICE and ref.authority in _SEATED
    return ref.person is not None or office


def is_told(context: Context, clause: Clause, occasion: Occasion) -> bool:
    """Say whether a clause tells what came about, here and at this time."""
    return clause.verb is not None and not (is_negated(clause) or is_open(context, clause) or occasion.is_apart(clause))


def is_called_off(context: Context, clause: Clause) -> bool:
    """Say whether a clause tells that a meeting does not take place: "Das Treffen wurde abgesagt", "cancelled the talks"."""
    verb = clause.verb
    if verb is None or verb.lemma not in words("cancelling-meetings") or is_negated(clause):
        return False
    passive = verb.voice is not Voice.ACTIVE or verb.lemma == "platzen"
    off = (clause.subject,) if passive and clause.subject is not None else objects(clause)
    return any(gathering_at(context, phrase.head) is not None for phrase in off)


def run_by(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read by whom a meeting is run, told behind it: "opened in Oslo, hosted jointly by Peru and Chile"; whatever is its verb."""
    clause = context.clauses[index]
    sentence = context.analysis.sentences[clause.sentence]
    for i in context.own_tokens(clause):
        if context.lemmas[i] not in words("running-meetings"):
            continue
        by = i + 1 + (context.tokens[min(i + 1, sentence.end - 1)].lower in words("together"))
        if by + 1 >= sentence.end or context.tokens[by].lower != "by" or occasion.is_other_day(clause):
            continue
        if not any(gathering_at(context, k) is not None for k in range(sentence.start, i)):
            continue
        first = next((m for k in (by + 1, by + 2) if (m := context.who.by_token.get(k)) is not None), None)
        part = Part.CHAIR if has_class(context, context.tokens[i].lemma, "lead") else Part.HOST
        for ref in acts(context.who.listed(first, sentence.end)) if first is not None else ():
            yield remark(ref, index, (i, by + 1), "run by them", part=part)


def in_a_speech(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read what is said in a speech with no other audience: "bat in einer Rede um Geduld", "said in her opening remarks"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.voice is not Voice.ACTIVE or verb.tense not in _TOLD or verb.modals:
        return
    if not is_told(context, clause, occasion) or occasion.kind in (MeetingKind.CALL, MeetingKind.BILATERAL):
        return
    speech = next((p for p in clause.phrases if p.prep == "in" and is_word(context, p.head, "speech")), None)
    if speech is None or _is_to_others(context, clause, speech):
        return
    mode = Mode.REMOTE if remote_word(context, clause) is not None else Mode.IN_PERSON
    for ref in acts(subjects(context, index)):
        if is_seated(ref) and ref.authority is not Authority.PARLIAMENT:
            yield remark(ref, index, (speech.start, speech.end), "in a speech", mode=mode)


def at_the_opening(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who says something at the opening or the close: "sagte der Premier zum Auftakt", "said at the close"."""
    clause, sense = context.clauses[index], context.sense(index)
    verb = clause.verb
    if verb is None or verb.voice is not Voice.ACTIVE or verb.tense not in _TOLD or verb.modals:
        return
    if sense is None or sense.kind not in ("say", "position") or not is_told(context, clause, occasion):
        return
    if occasion.kind in (MeetingKind.CALL, MeetingKind.BILATERAL):
        return
    edge = next((p for p in clause.phrases if p.prep in _AT_EDGES and context.lemmas[p.head] in words("edges")), None)
    if edge is None or not all(gathering_at(context, part.head) is not None for part in edge.dependents):
        return
    for ref in acts(subjects(context, index)):
        if is_seated(ref) and ref.authority is not Authority.PARLIAMENT:
            yield remark(ref, index, (edge.start, edge.end), "at the opening or close")


def _is_to_others(context: Context, clause: Clause, speech: Phrase) -> bool:
    """Say whether a speech is held elsewhere: on television, "vor dem Parlament", "to the nation", before the meeting."""
    held = [context.tokens[i].lower for i in range(speech.start, speech.end)]
    if any(word in words("speeches-elsewhere") for word in held):
        return True
    heard = (
        p for q in clause.phrases for p in q.walk() if p.prep in ("vor", "to", "before", "an", "ahead", "in", "at")
    )
    others = (p for p in heard if p is not speech and not context.dates_in(p.start, p.end))
    return any(not is_meeting(context, p) and context.head(p).pos in (Pos.NOUN, Pos.PROPN) for p in others)


def before_the_press(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who faces the press together: "traten gemeinsam vor die Presse", "emerged together to face reporters"."""
    clause = context.clauses[index]
    if not is_told(context, clause, occasion) or clause.subject is None or occasion.kind is MeetingKind.CALL:
        return
    sentence = context.analysis.sentences[clause.sentence]
    run = range(clause.start, sentence.end)
    together = next((i for i in run if context.tokens[i].lower in words("together")), None)
    press = any(context.lemmas[i] in words("the-press") for i in run)
    if together is None or not press:
        return
    who = acts(context.who.actors_in(clause.subject.start, clause.subject.end))
    who = (*who, *(r for p in clause.phrases if p.prep in ("mit", "with") for r in acts(context.actors(p))))
    seated = [ref for ref in who if is_seated(ref)]
    if len({ref.actor for ref in seated}) >= _TWO:
        for ref in seated:
            yield remark(ref, index, (together, together + 1), "before the press")


def left_early(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who left the place of the meeting: "reiste noch in der Nacht ab", "left the building before dawn"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.voice is not Voice.ACTIVE or verb.tense not in PAST:
        return
    own = {context.tokens[i].lower for i in context.own_tokens(clause)}
    home = (
        verb.lemma.split(" ")[0] in words("going-home")
        and bool(own & words("homewards"))
        and bool(own & words("early-words"))
    )
    leaves = home or has_class(context, verb.lemma.split(" ")[0], "leave")
    if not is_told(context, clause, occasion) or not leaves:
        return
    held = objects(clause)
    from_it = held and all(context.lemmas[p.head] in words("houses") | words("venues-left") for p in held)
    early = any(context.tokens[i].lower in words("early-words") for i in context.own_tokens(clause))
    named = [p for p in clause.phrases if p is not clause.subject and p.prep in ("nach", "to", "for", "aus", "from")]
    if not (home or from_it or (not held and not named and (verb.lemma == "abreisen" or early))):
        return
    for ref in acts(subjects(context, index)):
        if is_seated(ref):
            yield remark(ref, index, run_of(clause), "left it")


def in_person(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who came himself: "Simbabwes Präsident war persönlich erschienen", "kam selbst"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.lemma not in words("coming-verbs") or verb.tense not in PAST:
        return
    own = next((i for i in context.own_tokens(clause) if context.tokens[i].lower in words("himself")), None)
    if own is None or not is_told(context, clause, occasion):
        return
    for ref in acts(subjects(context, index)):
        if is_seated(ref):
            yield remark(ref, index, (own, own + 1), "came himself")


def who_presided(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who is told to have presided, over nothing named: "said Ann Holm, who moderated", "der die Sitzung leitete"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or clause.link is not Link.RELATIVE or not has_class(context, verb.lemma, "lead"):
        return
    if (
        objects(clause)
        or verb.voice is not Voice.ACTIVE
        or not is_told(context, clause, occasion)
        or verb.lemma == "lead"
    ):
        return
    for ref in acts(subjects(context, index)):
        if is_seated(ref):
            yield remark(ref, index, run_of(clause), "presided", part=Part.CHAIR)


def from_the_floor(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who speaks from the floor: "Chile and Peru objected from the floor", "warnte aus dem Plenum"."""
    clause = context.clauses[index]
    if not is_told(context, clause, occasion):
        return
    floor = next(
        (p for p in clause.phrases if p.prep in ("from", "aus") and context.lemmas[p.head] in words("floor-of-it")),
        None,
    )
    for ref in acts(subjects(context, index)) if floor is not None else ():
        yield remark(ref, index, (floor.start, floor.end) if floor is not None else run_of(clause), "from the floor")


def set_in(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read a remark set in behind a name: "Griechenland, **nicht eingeladen**, protestierte", "Togo, **not invited**, …"."""
    clause = context.clauses[index]
    for i in context.own_tokens(clause):
        if context.tokens[i].lower not in _NOT or i + 2 >= len(context.tokens) or context.tokens[i - 1].text != ",":
            continue
        asked = has_class(context, context.tokens[i + 1].lemma, "invite") and context.tokens[i + 2].text == ","
        mention = context.who.by_token.get(i - 2)
        if not asked or mention is None or mention.end != i - 1 or occasion.is_other_day(clause):
            continue
        for ref in acts(context.who.actors_at(i - 2)):
            yield remark(ref, index, (i, i + 2), "not invited", mode=Mode.ABSENT)


def there_with(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read by whom a state is there: "Algerien ist mit seinem Außenminister dabei", "war mit einem Botschafter anwesend"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in COPULAS or not is_told(context, clause, occasion):
        return
    here = any(is_word(context, i, "room") for i in context.own_tokens(clause))
    brings = next((p for p in clause.phrases if p.prep == "mit" and comes_along(context, p)), None)
    if not here or brings is None:
        return
    for ref in acts(subjects(context, index)):
        mode = Mode.REPRESENTED if is_lower(context, brings) else Mode.IN_PERSON
        yield remark(ref, index, (brings.start, brings.end), "there with somebody", mode=mode)


def in_the_chair(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who is said to be in the chair: "Colombia was in the chair"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in COPULAS or not is_told(context, clause, occasion):
        return
    chair = next((p for p in clause.phrases if p.prep == "in" and context.head(p).lower == "chair"), None)
    if chair is None or chair.dependents:
        return
    for ref in acts(subjects(context, index)):
        yield remark(ref, index, (chair.start, chair.end), "in the chair", part=Part.CHAIR)


def bade_them(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who has invited, where the meeting is only pointed at: "Peru hatte nach Lima eingeladen", "Togo lud mit ein".

    "had invited them to the resort", "issued the invitations"
    """
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.voice is not Voice.ACTIVE or verb.tense not in PAST:
        return
    if not is_told(context, clause, occasion) or clause.link is Link.CONDITION:
        return
    asks = has_class(context, verb.lemma, "invite") and verb.lemma not in ("ask", "bitten")
    sent = verb.lemma in words("issuing") and any(is_word(context, p.head, "invitation") for p in objects(clause))
    if not (asks or sent) or (asks and not _points_at_meeting(context, clause, occasion)):
        return
    for ref in acts(subjects(context, index)):
        state = ref.mention is not None and ref.mention.kind is not MentionKind.PERSON
        if state or ref.person is not None:
            yield remark(ref, index, run_of(clause), "invited them", part=Part.HOST)


def _points_at_meeting(context: Context, clause: Clause, occasion: Occasion) -> bool:
    """Say whether an invitation names no other occasion: to the meeting's city or house, "dazu", or nowhere."""
    named = [p for p in objects(clause) if context.head(p).pos in (Pos.NOUN, Pos.PROPN)]
    guests = ("official", "leaders", "ministers", "delegation", "envoy", "donors")
    asked = words("governments") | words("states-in-lists")
    if any(not is_word(context, p.head, *guests) and context.lemmas[p.head] not in asked for p in named):
        return False
    named = [p for p in named if context.lemmas[p.head] not in asked]
    where = [p for p in clause.phrases if p is not clause.subject and p.prep not in (None, "als", "as")]
    where = [p for p in where if not context.dates_in(p.start, p.end)]
    if not where:
        return not named
    town = occasion.city(clause) is not None
    heads = (context.head(p).lower for p in where)
    return town or all(head in words("before-cities") | words("houses") or head in words("to-it") for head in heads)
