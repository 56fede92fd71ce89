"""Verbs of attending, hosting and meeting: "nahm per Video teil", "hosted leaders in Oslo", "traf sich mit der Präsidentin".

Which verbs these are stands in `verbs.tsv` (classes attend, host, meet). Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role, Tense, Voice
from zusage.model.values import MeetingKind, Mode
from zusage.model.values import Role as Part
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, is_word, objects, run_of, subjects
from zusage.reading.context import Context
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.operators import is_negated

_WITH = frozenset({"mit", "with"})
_BESIDE = frozenset({"neben", "alongside"})
_AMONG = frozenset({"unter", "among"})
_OWN_ROLES = frozenset({Role.SUBJECT, Role.AGENT, Role.ADVERBIAL, Role.PREDICATE})


def attending(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read verbs of attending and staying away: "Der Kanzler nahm an dem Treffen teil", "The minister skipped the summit"."""
    clause, sense = context.clauses[index], context.sense(index)
    if clause.verb is None:
        return
    if clause.verb.lemma == "do" and clause.marker == "as" and clause.parent is not None:
        yield from _likewise(context, index, occasion)
        return
    if sense is None or sense.kind not in ("attend", "join"):
        yield from _came(context, index, occasion)
        return
    remote = remote_word(context, clause)
    mode = Mode(sense.value or "in-person") if sense.kind == "attend" else Mode.IN_PERSON
    about = _what(context, clause, occasion, remote=remote is not None or mode is Mode.REMOTE)
    if about == "other" or occasion.is_other_day(clause) or (sense.kind == "join" and about == "nothing" and remote is None):
        return
    negated = is_negated(clause)
    if is_open(context, clause) and not negated:
        return
    if mode is Mode.IN_PERSON and remote is not None:
        mode = Mode.REMOTE
    if negated:
        mode = Mode.ABSENT if mode in (Mode.IN_PERSON, Mode.REMOTE) else Mode.IN_PERSON
    words = (remote, remote + 1) if mode is Mode.REMOTE and remote is not None else run_of(clause)
    if is_nobodys(context, clause):
        yield from nobody_from(context, index)
        return
    if mode is Mode.REPRESENTED and (deputies := _deputies(context, clause)):
        for ref in deputies:
            yield Presence(ref=ref, mode=Mode.IN_PERSON, clause=index, rule="represents somebody", words=words, sure=0.85)
        return
    officials = clause.subject is not None and is_word(context, clause.subject.head, "official", "delegation")
    for ref in acts((*subjects(context, index), *_added(context, clause))):
        if about == "nothing" and not _may_stand_alone(clause, mode, named=ref.person is not None or officials):
            continue
        sure = 0.95 if about == "meeting" else 0.8
        yield Presence(ref=ref, mode=mode, clause=index, rule="verb of attending", words=words, sure=sure)


def _likewise(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read what holds for another too: "She dialled in from Oslo, as did the Dutch prime minister"."""
    parent = context.clauses[index].parent
    assert parent is not None  # noqa: S101 - the caller looked
    first = next(attending(context, parent, occasion), None)
    for ref in acts(subjects(context, index)) if first is not None else ():
        yield replace(first, ref=ref, clause=index)


def _deputies(context: Context, clause: Clause) -> list[ActorRef]:
    """The named persons by whom somebody is represented: "ließ sich von Ministerin Holm vertreten"."""
    found = [ref for p in clause.phrases if p.prep in ("von", "durch", "by") for ref in acts(context.actors(p))]
    return [ref for ref in found if ref.person is not None and ref.mention is not None and ref.mention.kind is MentionKind.PERSON]


def is_nobodys(context: Context, clause: Clause) -> bool:
    """Say whether the subject is nobody: "Aus Oslo war niemand zugeschaltet"."""
    return clause.subject is not None and any(is_word(context, i, "nobody") for i in range(clause.subject.start, clause.subject.end))


def nobody_from(context: Context, index: int) -> Iterator[Presence]:
    """Those from where nobody came are absent."""
    clause = context.clauses[index]
    for phrase in clause.phrases:
        if phrase.prep in ("aus", "von", "from", "für", "for"):
            for ref in acts(context.who.actors_in(phrase.start, phrase.end, places=True)):
                yield Presence(ref=ref, mode=Mode.ABSENT, clause=index, rule="nobody came", words=run_of(clause), sure=0.85)


def _came(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read having come, without saying where to: "Gekommen waren die Ministerin und ihr Kollege"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    bare = verb is not None and has_class(context, verb.lemma, "come") and verb.tense in (Tense.PLUPERFECT, Tense.PERFECT)
    if not bare or is_negated(clause) or is_open(context, clause) or occasion.is_other_day(clause) or objects(clause):
        return
    if any(phrase.prep is not None for phrase in clause.phrases) and _what(context, clause, occasion, remote=False) != "meeting":
        return
    refs = acts(subjects(context, index))
    if any(ref.person is not None for ref in refs):
        for ref in refs:
            yield Presence(ref=ref, mode=Mode.IN_PERSON, clause=index, rule="verb of coming", words=run_of(clause), sure=0.75)


def _added(context: Context, clause: Clause) -> Iterator[ActorRef]:
    """Persons that a clause adds to its subject: "The envoy attended, as did the commander, General Ida Lund"."""
    for phrase in clause.phrases:
        if phrase.prep is None and phrase.role in (Role.OTHER, Role.ADVERBIAL):
            refs = context.actors(phrase) or context.who.actors_in(phrase.start, phrase.end)
            yield from (ref for ref in refs if ref.person is not None)


def _may_stand_alone(clause: Clause, mode: Mode, *, named: bool) -> bool:
    """Say whether a verb that names no meeting tells of one: "der ebenfalls angereist war"; not "Norwegen nimmt nicht teil"."""
    if mode is Mode.REMOTE:
        return True
    if mode is Mode.ABSENT:
        return False
    return named or (clause.verb is not None and clause.verb.tense in (Tense.PLUPERFECT, Tense.PERFECT))


def _what(context: Context, clause: Clause, occasion: Occasion, *, remote: bool) -> str:
    """Tell what is attended: "meeting" (a noun, the city, a ceremony around it), "other", or "nothing" that is named."""
    if occasion.city(clause) is not None:
        return "meeting"
    if occasion.is_elsewhere(clause) and not remote:
        return "other"
    named = False
    for phrase in clause.phrases:
        if phrase is clause.subject or phrase.role in _OWN_ROLES:
            continue
        for part in phrase.each():
            if is_meeting(context, part) or is_word(context, part.head, "ceremony"):
                return "meeting"
            named = named or (_is_thing(context, part) and not (remote and part.prep is not None) and not _is_idiom(context, clause, part))
    if clause.link is Link.RELATIVE and clause.anchor is not None and gathering_at(context, clause.anchor) is not None:
        return "meeting"
    return "other" if named else "nothing"


def _is_thing(context: Context, part: Phrase) -> bool:
    """Say whether a phrase names what one takes part in, and no person or time: "an der Mission", "the exercise"."""
    if part.prep not in (None, "an", "in", "at", "to", "bei", "zu", "nach", "auf"):
        return False
    if part.prep is not None and context.actors(part):
        return False
    head = context.head(part)
    return head.pos.value in ("NOUN", "PROPN") and not any(is_word(context, i, "remote") for i in range(part.start, part.end)) and not _is_dated(context, part)


def _is_idiom(context: Context, clause: Clause, part: Phrase) -> bool:
    """Say whether a phrase belongs to the verb's idiom: "take part"."""
    sense = context.sense(context.clauses.index(clause))
    return sense is not None and any(need.word == context.head(part).lemma.lower() for need in sense.needs)


def _is_dated(context: Context, part: Phrase) -> bool:
    start, end = context.tokens[part.start].start, context.tokens[part.end - 1].end
    return any(start <= mention.start < end for mention in context.dates)


def is_meeting(context: Context, part: Phrase) -> bool:
    """Say whether a phrase's head, or the noun that its pronoun stands for, is a meeting."""
    return gathering_at(context, part.head) is not None or is_word(context, part.head, "event")


# --- hosting -----------------------------------------------------------------------------------------------------


def hosting(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read verbs of hosting and presiding: "empfängt Vertreter aus 30 Staaten", "which Norway hosts", "chaired by Kenya"."""
    clause, sense = context.clauses[index], context.sense(index)
    part = _host_part(context, clause, sense.kind if sense is not None else None, sense.value if sense is not None else None)
    if part is None or clause.verb is None or is_negated(clause) or is_open(context, clause) or clause.kind is ClauseKind.INFINITIVE:
        return
    if occasion.is_elsewhere(clause) or not _is_hosting(context, clause, occasion):
        return
    remote = Mode.REMOTE if _is_call(context, clause, part) else Mode.IN_PERSON
    passive = clause.verb.voice is not Voice.ACTIVE
    hosts = [r for p in clause.with_role(Role.AGENT) for r in context.actors(p)] if passive else _hosts(context, index)
    partners = [r for p in clause.phrases if p.prep in _WITH for r in context.actors(p)]
    for ref in acts([*hosts, *partners]):
        yield Presence(ref=ref, mode=remote, clause=index, rule="verb of hosting", words=run_of(clause), part=part, sure=0.85)
    if part is Part.HOST and not passive:
        for phrase in (*objects(clause), *(p for p in clause.phrases if p.prep in _BESIDE or _is_among_others(context, p))):
            refs = context.who.actors_in(phrase.start, clause.end) if phrase.prep in _AMONG else context.actors(phrase)
            for ref in acts(refs):
                if ref.person is not None or ref.authority is not None:
                    yield Presence(ref=ref, mode=remote, clause=index, rule="received", words=(phrase.start, phrase.end), sure=0.8)


def _is_among_others(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase opens a part of a list: "empfing unter anderem die Präsidentin"."""
    return phrase.prep in _AMONG and any(is_word(context, i, "other") for i in range(phrase.start, phrase.head + 1))


def _is_call(context: Context, clause: Clause, part: Part) -> bool:
    """Say whether what is hosted is a call ("hosted a virtual meeting"), or the chair himself on the line."""
    remote = remote_word(context, clause)
    if any((g := gathering_at(context, i)) is not None and g[0] is MeetingKind.CALL for i in context.own_tokens(clause)):
        return True
    return remote is not None and part is Part.CHAIR


def _hosts(context: Context, index: int) -> list[ActorRef]:
    """Who hosts: the subject, or in "die Konferenz, die die Beauftragte leitete" the person that reads as the object."""
    clause = context.clauses[index]
    relative = clause.kind is ClauseKind.RELATIVE and has_meeting_object(context, clause)
    persons = [ref for phrase in objects(clause) for ref in context.actors(phrase) if ref.person is not None]
    return persons if relative and persons and not acts(context.actors(clause.subject)) else list(subjects(context, index))


def _host_part(context: Context, clause: Clause, kind: str | None, value: str | None) -> Part | None:
    if kind == "host":
        return Part.CHAIR if value == "chair" else Part.HOST
    if clause.verb is None:
        return None
    lemma = clause.verb.lemma
    guests = any(r.person is not None for p in objects(clause) for r in context.actors(p)) or _has_officials(context, clause)
    if has_class(context, lemma, "greet") and guests:
        return Part.HOST
    if has_class(context, lemma, "invite") and clause.verb.voice is Voice.ACTIVE and _is_to_meeting(context, clause):
        return Part.HOST
    if has_class(context, lemma, "lead") and has_meeting_object(context, clause):
        return Part.CHAIR
    return Part.PARTICIPANT if has_class(context, lemma, "open") and has_meeting_object(context, clause) else None


def has_meeting_object(context: Context, clause: Clause) -> bool:
    """Say whether the object is a meeting: "leitete die Konferenz", "die Konferenz, die sie leitete", "the talks, chaired by …"."""
    relative = clause.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE) and clause.anchor is not None
    if relative and clause.anchor is not None and gathering_at(context, clause.anchor) is not None:
        return True
    passive = clause.verb is not None and clause.verb.voice is not Voice.ACTIVE and clause.subject is not None
    held = (*objects(clause), clause.subject) if passive and clause.subject is not None else objects(clause)
    return any(is_meeting(context, part) or _is_named_meeting(context, part) for phrase in held for part in phrase.each())


def _is_named_meeting(context: Context, part: Phrase) -> bool:
    """Say whether a name ends in a noun of meeting: "The Black Sea Contact Group"."""
    return context.lexicon.gathering(context.head(part).text, context.before(part)) is not None


def _has_officials(context: Context, clause: Clause) -> bool:
    return any(is_word(context, i, "official", "delegation", "leaders") for p in objects(clause) for i in range(p.start, p.end))


def _is_to_meeting(context: Context, clause: Clause) -> bool:
    """Say whether a clause is directed at a meeting: "lud zu einer Konferenz ein", "presided over the summit"."""
    return any(p.prep in ("zu", "to", "over", "for", "nach") and is_meeting(context, p) for p in clause.phrases)


def _is_hosting(context: Context, clause: Clause, occasion: Occasion) -> bool:
    if has_meeting_object(context, clause) or occasion.gathering(clause) is not None or _is_to_meeting(context, clause):
        return True
    if clause.kind is ClauseKind.PARTICIPLE and clause.anchor is not None and is_word(context, clause.anchor, "audience", "official"):
        return True
    guests = [part for phrase in objects(clause) for part in phrase.each()]
    if any(is_word(context, i, "official", "delegation", "leaders", "envoy") for g in guests for i in range(g.start, g.end)):
        return True
    if any(ref.person is not None for g in guests for ref in context.actors(g)):
        return True
    return not guests and occasion.city(clause) is not None


# --- meeting -----------------------------------------------------------------------------------------------------


def meeting(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read verbs of meeting: "traf sich in Bergen mit der Präsidentin", "The ministers of Chad and Kenya met"."""
    clause, sense = context.clauses[index], context.sense(index)
    if sense is None or sense.kind != "meet" or is_negated(clause) or is_open(context, clause):
        return
    if occasion.is_elsewhere(clause) or any(is_word(context, p.head, "decision") for p in objects(clause)):
        return
    mode = Mode.REMOTE if sense.value == "remote" or remote_word(context, clause) is not None else Mode.IN_PERSON
    others = [p for p in clause.phrases if p.prep in _WITH | _BESIDE] + (list(objects(clause)) if "obj" in sense.content else [])
    met = [ref for phrase in others for ref in context.actors(phrase)]
    called_from_it = mode is Mode.REMOTE and occasion.gathering(clause) is not None
    found = met if called_from_it else [*subjects(context, index), *met]
    for ref in acts(found):
        if ref.person is None and ref.actor.startswith("person:"):
            continue
        sure = 0.85 if ref.person is not None or occasion.city(clause) is not None else 0.6
        yield Presence(ref=ref, mode=mode, clause=index, rule="verb of meeting", words=run_of(clause), sure=sure)
