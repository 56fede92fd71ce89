"""Verbs of attending and meeting: "nahm per Video teil", "skipped the summit", "traf sich mit der Präsidentin".

Which verbs these are stands in `verbs.tsv` (classes attend, meet). Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role, Tense, Voice
from zusage.model.values import Authority, Mode
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import (
    WITH_SEATS,
    Presence,
    acts,
    has_class,
    is_word,
    objects,
    people_of,
    run_of,
    sent_by_all,
    subjects,
)
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.encounters import people_in
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.operators import is_negated

_WITH = frozenset({"mit", "with"})
_NO_THINGS = frozenset({"person", "zeit", "time", "last", "mal", "moment"})  # "in person", "at the last moment"
_BESIDE = frozenset({"neben", "alongside"})
_AMONG = frozenset({"unter", "among"})
_FAR = 8  # tokens from a noun of meeting to the clause that hangs on it
_NOR = frozenset({"nor", "neither"})
_OWN_ROLES = frozenset({Role.SUBJECT, Role.AGENT, Role.ADVERBIAL, Role.PREDICATE})


def attending(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read verbs of attending and staying away: "Der Kanzler nahm an dem Treffen teil", "The minister skipped the summit"."""
    clause, sense = context.clauses[index], context.sense(index)
    if clause.verb is None:
        return
    if clause.verb.lemma in ("do", "be") and clause.parent is not None and _is_likewise(context, clause):
        yield from _likewise(context, index, occasion)
    elif sense is None or sense.kind not in ("attend", "join"):
        yield from _came(context, index, occasion)
    elif not occasion.is_other_day(clause) and (is_negated(clause) or not is_open(context, clause)):
        remote = remote_word(context, clause)
        attended = Mode(sense.value or "in-person") if sense.kind == "attend" else Mode.IN_PERSON
        about = _what(context, index, occasion, remote=remote is not None or attended is Mode.REMOTE)
        joined_in = clause.verb.lemma == "join" and not objects(clause) and occasion.is_call(clause)
        if about != "other" and not (sense.kind == "join" and about == "nothing" and remote is None and not joined_in):
            yield from _attended(context, index, attended, about)


def _attended(context: Context, index: int, attended: Mode, about: str) -> Iterator[Presence]:
    """Who a verb of attending is said of, once it is known to speak of the meeting or of nothing else."""
    clause = context.clauses[index]
    remote = remote_word(context, clause)
    mode = _mode(attended, remote=remote is not None, negated=is_negated(clause) or is_declined(context, clause))
    run = (remote, remote + 1) if mode is Mode.REMOTE and remote is not None else run_of(clause)
    others = (i for p in clause.phrases if p is not clause.subject for i in range(p.start, p.head))
    if clause.verb is not None and clause.verb.lemma in words("bringing-in") and objects(clause):
        return  # "has flown in 26,000"
    if any(is_word(context, i, "next") and not _is_of_time(context, i + 1) for i in others):
        return  # "will join the next meeting"; not "next month's meeting"
    if (
        clause.kind is ClauseKind.INFINITIVE
        and clause.parent is not None
        and is_negated(context.clauses[clause.parent])
        and not is_declined(context, clause)
    ):
        return  # "for not pressing them to attend the talks"
    if is_nobodys(context, clause):
        yield from nobody_from(context, index)
        return
    if mode is Mode.REPRESENTED and (deputies := _deputies(context, clause)):
        for ref in deputies:
            yield Presence(ref=ref, mode=Mode.IN_PERSON, clause=index, rule="represents", words=run, sure=0.85)
        return
    officials = clause.subject is not None and is_word(context, clause.subject.head, "official", "delegation")
    loose = clause.kind is ClauseKind.PARTICIPLE  # "a meeting also attended by Peru"
    passive = (
        clause.verb is not None and (loose or clause.verb.voice is not Voice.ACTIVE) and clause.with_role(Role.AGENT)
    )
    end = context.analysis.sentences[clause.sentence].end
    agents = [
        ref for p in clause.with_role(Role.AGENT) for ref in sent_by_all(context, p, end)
    ]  # "joined by the envoy"
    offices = any(ref.authority is not None for ref in agents)  # of all: "attended by the leaders of Peru and Chile"
    declined = is_declined(context, clause) and context.task not in words("mission-tasks")
    for ref in acts(agents if passive else (*subjects(context, index), *_added(context, clause))):
        named = ref.person is not None or officials or (bool(passive) and offices)
        if (
            about == "meeting"
            or declined
            or _may_stand_alone(clause, mode, named=named, dialled=attended is Mode.REMOTE)
        ):
            sure = 0.95 if about == "meeting" else 0.8
            yield Presence(ref=ref, mode=mode, clause=index, rule="verb of attending", words=run, sure=sure)


def is_declined(context: Context, clause: Clause) -> bool:
    """Say whether somebody declines or fails to come: "the king declined to attend", "was unable to attend", "chose not to"."""
    outer = context.clauses[clause.parent] if clause.parent is not None else None
    if outer is None or outer.verb is None or clause.kind not in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE):
        return False
    if clause.kind is ClauseKind.PARTICIPLE:
        return clause.marker == "against" and not is_negated(outer)  # "decided against attending"
    if outer.verb.lemma in words("choosing"):
        return outer.negation is not None and not outer.with_role(Role.OBJECT)
    unable = any(context.head(p).lower in words("unable") for p in outer.with_role(Role.PREDICATE))
    failed = has_class(context, outer.verb.lemma, "decline") or outer.verb.lemma in words("failing") or unable
    return failed and not is_negated(outer)


def _is_of_time(context: Context, i: int) -> bool:
    return context.tokens[i].lemma.lower() in words("time-units")


def _mode(attended: Mode, *, remote: bool, negated: bool) -> Mode:
    """The mode that a verb's own, a word of video and a negation make together; not to skip is to be there."""
    if negated:
        return Mode.ABSENT if attended in (Mode.IN_PERSON, Mode.REMOTE) else Mode.IN_PERSON
    return Mode.REMOTE if remote and attended is Mode.IN_PERSON else attended


def _is_likewise(context: Context, clause: Clause) -> bool:
    """Say whether a clause only adds somebody: "as did Peru", "nor did Peru"."""
    return clause.marker == "as" or _denies_too(context, clause)


def _denies_too(context: Context, clause: Clause) -> bool:
    """Say whether a clause opens by denying the same of somebody else: "nor did Peru", "and neither was Peru"."""
    return any(context.tokens[i].lower in _NOR for i in range(clause.start, min(clause.start + 2, clause.end)))


def _likewise(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read what holds for another too: "She dialled in from Oslo, as did the Dutch prime minister"."""
    parent = context.clauses[index].parent
    assert parent is not None  # noqa: S101 - the caller looked
    first = next(attending(context, parent, occasion), None)
    if first is None and _denies_too(context, context.clauses[index]) and _is_missed(context, parent):
        subject = ActorRef("", None, None, None, "")
        first = Presence(
            ref=subject, mode=Mode.ABSENT, clause=index, rule="nor did", words=run_of(context.clauses[index]), sure=0.8
        )
    if first is not None:
        held = context.clauses[index].with_role(Role.OBJECT, Role.INDIRECT, Role.PREDICATE)
        said = [ref for phrase in held for ref in context.actors(phrase)]
        for ref in acts(said or subjects(context, index)):
            yield replace(first, ref=ref, clause=index)


def _is_missed(context: Context, index: int) -> bool:
    """Say whether a clause tells that somebody, named or not, did not come: "None of the producers took part"."""
    clause, sense = context.clauses[index], context.sense(index)
    unasked = clause.verb is not None and has_class(context, clause.verb.lemma, "invite")
    return is_negated(clause) and (unasked or (sense is not None and sense.kind == "attend"))


def _deputies(context: Context, clause: Clause) -> list[ActorRef]:
    """The named persons by whom somebody is represented: "ließ sich von Ministerin Holm vertreten"."""
    found = [ref for p in clause.phrases if p.prep in ("von", "durch", "by") for ref in acts(context.actors(p))]
    return [
        ref
        for ref in found
        if ref.person is not None and ref.mention is not None and ref.mention.kind is MentionKind.PERSON
    ]


def is_nobodys(context: Context, clause: Clause) -> bool:
    """Say whether the subject is nobody: "Aus Oslo war niemand zugeschaltet"."""
    return clause.subject is not None and any(
        is_word(context, i, "nobody") for i in range(clause.subject.start, clause.subject.end)
    )


def nobody_from(context: Context, index: int) -> Iterator[Presence]:
    """Those from where nobody came are absent."""
    clause = context.clauses[index]
    for phrase in clause.phrases:
        if phrase.prep in ("aus", "von", "from", "für", "for"):
            for ref in acts(context.who.actors_in(phrase.start, phrase.end, places=True)):
                yield Presence(
                    ref=ref, mode=Mode.ABSENT, clause=index, rule="nobody came", words=run_of(clause), sure=0.85
                )


def _came(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read having come, without saying where to: "Gekommen waren die Ministerin und ihr Kollege"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    bare = (
        verb is not None and has_class(context, verb.lemma, "come") and verb.tense in (Tense.PLUPERFECT, Tense.PERFECT)
    )
    if not bare or is_negated(clause) or is_open(context, clause) or occasion.is_other_day(clause) or objects(clause):
        return
    if (
        any(phrase.prep is not None for phrase in clause.phrases)
        and _what(context, index, occasion, remote=False) != "meeting"
    ):
        return
    refs = acts(subjects(context, index))
    if any(ref.person is not None for ref in refs):
        for ref in refs:
            yield Presence(
                ref=ref, mode=Mode.IN_PERSON, clause=index, rule="verb of coming", words=run_of(clause), sure=0.75
            )


def _added(context: Context, clause: Clause) -> Iterator[ActorRef]:
    """Whom a clause adds to its subject: "…, as did the commander, General Ida Lund", "neben Vertretern aus Peru nahmen …"."""
    for phrase in clause.phrases:
        if phrase.prep in _BESIDE or (phrase.prep in _WITH and _is_together(context, phrase.start)):
            yield from context.actors(phrase) or context.who.actors_in(phrase.start, phrase.end, places=True)
        elif phrase.prep in _WITH and clause.verb is not None and clause.verb.lemma in words("travelling-verbs"):
            yield from people_in(context, phrase)  # "had flown in with the prime minister of Malta"
        if clause.verb is not None and clause.verb.lemma == "teilnehmen" and phrase.role is Role.OBJECT:
            yield from people_of(context, phrase)  # "nicht nur die Regierungschefs von …, sondern auch"
        if phrase.prep is None and phrase.role in (Role.OTHER, Role.ADVERBIAL):
            refs = context.actors(phrase) or context.who.actors_in(phrase.start, phrase.end)
            yield from (ref for ref in refs if ref.person is not None)


def _is_together(context: Context, start: int) -> bool:
    return start > 0 and context.tokens[start - 1].lower in words("along")


def _may_stand_alone(clause: Clause, mode: Mode, *, named: bool, dialled: bool) -> bool:
    """Say whether a verb that names no meeting tells of one: "der ebenfalls angereist war"; not "Norwegen nimmt nicht teil".

    Who did not dial in (``dialled``) was to.
    """
    if mode is Mode.REMOTE:
        return True
    if mode is Mode.ABSENT:
        return dialled
    alone = clause.kind is ClauseKind.PARTICIPLE and not objects(clause) and clause.verb is not None
    if alone and clause.verb is not None and clause.verb.lemma in words("attending-bare"):
        return True  # "Malaysia, attending for the first time"
    return named or (clause.verb is not None and clause.verb.tense in (Tense.PLUPERFECT, Tense.PERFECT))


def _what(context: Context, index: int, occasion: Occasion, *, remote: bool) -> str:
    """Tell what is attended: "meeting" (a noun, the city, a ceremony around it), "other", or "nothing" that is named."""
    clause = context.clauses[index]
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
            named = named or (
                _is_thing(context, part)
                and not (remote and part.prep is not None)
                and not _is_idiom(context, index, part)
            )
    return "meeting" if _is_of_meeting(context, clause) else "other" if named else "nothing"


def _is_of_meeting(context: Context, clause: Clause) -> bool:
    """Say whether a relative clause hangs on a meeting: "the talks that Peru skipped", "the talks in Oslo, which Peru skipped"."""
    if clause.link is not Link.RELATIVE or clause.anchor is None:
        return False
    if gathering_at(context, clause.anchor) is not None:
        return True
    taken_up = any(context.head(p).lower in words("relatives-of-things") for p in objects(clause))
    near = range(max(clause.start - _FAR, 0), clause.start)
    return taken_up and any(gathering_at(context, i) is not None for i in near)


def _is_thing(context: Context, part: Phrase) -> bool:
    """Say whether a phrase names what one takes part in, and no person or time: "an der Mission", "the exercise"."""
    if part.prep not in (None, "an", "in", "at", "to", "bei", "zu", "nach", "auf"):
        return False
    people = part.prep is None and (
        is_word(context, part.head, "leaders", "official", "ministers", "delegation") or _is_state(context, part.head)
    )
    if people or (part.prep is not None and context.actors(part)):
        return False
    head = context.head(part)
    return (
        head.pos.value in ("NOUN", "PROPN")
        and head.lemma.lower() not in _NO_THINGS
        and not any(is_word(context, i, "remote") for i in range(part.start, part.end))
        and not _is_dated(context, part)
    )


def _is_state(context: Context, i: int) -> bool:
    mention = context.who.by_token.get(i)
    return mention is not None and mention.kind is MentionKind.STATE


def _is_idiom(context: Context, index: int, part: Phrase) -> bool:
    """Say whether a phrase belongs to the verb's idiom: "take part"."""
    sense = context.sense(index)
    return sense is not None and any(need.word == context.head(part).lemma.lower() for need in sense.needs)


def _is_dated(context: Context, part: Phrase) -> bool:
    start, end = context.tokens[part.start].start, context.tokens[part.end - 1].end
    return any(start <= mention.start < end for mention in context.dates)


def is_meeting(context: Context, part: Phrase) -> bool:
    """Say whether a phrase's head, or the noun that its pronoun stands for, is a meeting."""
    return gathering_at(context, part.head) is not None or is_word(context, part.head, "event")


def _in_row(context: Context, phrase: Phrase) -> tuple[ActorRef, ...]:
    """Whose colleagues a phrase names in a row: "auf ihre Kollegen aus **Peru, Chile und Kuba**"."""
    first = context.who.by_token.get(phrase.head)
    return context.who.listed(first, phrase.end) if first is not None else ()


def _is_somebody(context: Context, phrase: Phrase) -> bool:
    """Say whether what is met is somebody: not "have met little success", "met the target", "Entscheidungen treffen"."""
    people = ("official", "leaders", "ministers", "delegation", "heard", "envoy", "guest", "donors", "officers")
    if context.head(phrase).lower in words("meeting-idioms"):
        return True  # "met face to face"
    return bool(context.actors(phrase)) or any(
        is_word(context, i, *people) or context.tokens[i].pos.value == "PRON" for i in range(phrase.start, phrase.end)
    )


def meeting(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read verbs of meeting: "traf sich in Bergen mit der Präsidentin", "The ministers of Chad and Kenya met"."""
    clause, sense = context.clauses[index], context.sense(index)
    if sense is None or sense.kind != "meet" or is_negated(clause) or is_open(context, clause):
        return
    if occasion.is_elsewhere(clause) or not all(_is_somebody(context, p) for p in objects(clause)):
        return
    onto = [p for p in clause.phrases if p.prep == "auf"] if sense.lemma == "treffen" else []
    if not all(people_in(context, p) for p in onto):  # two teams, or resistance
        return
    mode = Mode.REMOTE if sense.value == "remote" or remote_word(context, clause) is not None else Mode.IN_PERSON
    others = [p for p in clause.phrases if p.prep in _WITH | _BESIDE] + (
        list(objects(clause)) if "obj" in sense.content else []
    )
    met = [ref for phrase in others for ref in people_of(context, phrase)]
    met += [ref for phrase in onto for ref in _in_row(context, phrase)]
    called_from_it = mode is Mode.REMOTE and occasion.gathering(clause) is not None
    found = met if called_from_it else [*subjects(context, index), *met]
    for ref in acts(found):
        if ref.person is None and (ref.actor in WITH_SEATS or ref.actor.startswith("person:")):
            continue
        if ref.authority is Authority.PARLIAMENT:
            continue  # a sitting of a parliament is no meeting
        sure = 0.85 if ref.person is not None or occasion.city(clause) is not None else 0.6
        if mode is Mode.REMOTE and ref not in met and not occasion.is_call(clause):
            sure = 0.5  # who calls from a meeting is at the meeting
        yield Presence(ref=ref, mode=mode, clause=index, rule="verb of meeting", words=run_of(clause), sure=sure)
