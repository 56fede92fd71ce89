"""Who comes for whom, and who was not asked: "ließ sich vertreten", "sent her deputy", "statt des Ministers kam …", "not invited".

Source: codebook, section 4 (represented: by somebody lower, not named; a named envoy is there himself).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import Clause, Link, Phrase, Pos, Role, Tense, Voice
from zusage.model.values import Authority, Mode
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.manner import is_open
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, Refs, acts, has_class, is_word, objects, run_of, subjects
from zusage.reading.attendance.verbs import is_meeting
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.operators import is_negated

_INSTEAD = frozenset({"statt", "anstatt", "anstelle", "instead"})
_PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_COME = frozenset({"come", "attend", "join", "take part", "participate", "kommen", "teilnehmen"})


def sending(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who is sent: "sent her deputy", "schickt ihren Stellvertreter Jan Berg", "haben niemanden geschickt"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if (
        verb is None
        or not has_class(context, verb.lemma, "send")
        or is_open(context, clause)
        or occasion.is_elsewhere(clause)
    ):
        return
    for phrase in objects(clause):
        if is_word(context, phrase.head, "nobody") or context.head(phrase).lower in ("jemanden", "anyone", "anybody"):
            if verb.tense in _PAST or _has_meeting(context, clause):
                yield from _all(context, index, Mode.ABSENT, "sent nobody", phrase)
        elif named := _named(context, phrase):
            for ref in _of_sender(named, acts(subjects(context, index))):
                yield Presence(
                    ref=ref,
                    mode=Mode.IN_PERSON,
                    clause=index,
                    rule="sent as envoy",
                    words=(phrase.start, phrase.end),
                    sure=0.85,
                )
        elif is_negated(clause) and verb.tense in _PAST and is_word(context, phrase.head, "delegation"):
            yield from _all(context, index, Mode.ABSENT, "sent nobody", phrase)
        elif _is_envoy(context, phrase) and _is_single(context, phrase):
            yield from _sent_one(context, index, phrase)


def _sent_one(context: Context, index: int, phrase: Phrase) -> Iterator[Presence]:
    """Whoever sends one envoy is represented; not who refuses to, or did not."""
    clause = context.clauses[index]
    if _is_refused(context, clause):
        yield from _all(context, index, Mode.ABSENT, "sent nobody", phrase)
    elif not is_negated(clause):
        by_head = any(
            ref.authority is Authority.HEAD for ref in subjects(context, index)
        )  # a minister is lower than he
        there = (_is_minister(context, phrase) and not by_head) or _has_new_name(context, phrase)
        mode = Mode.IN_PERSON if there else Mode.REPRESENTED
        yield from _all(context, index, mode, "sent an envoy", phrase)
    elif clause.verb is not None and clause.verb.tense in _PAST:  # "did not send a representative"
        yield from _all(context, index, Mode.ABSENT, "sent nobody", phrase)


def _has_new_name(context: Context, phrase: Phrase) -> bool:
    """Say whether who is sent is named by a name that nobody knows: "its director, **Ann Holm**"."""
    names = [context.tokens[i].pos is Pos.PROPN for i in range(phrase.head + 1, phrase.end)]
    return context.tokens[min(phrase.head + 1, phrase.end - 1)].text == "," and names[1:3] == [True, True]


def _is_minister(context: Context, phrase: Phrase) -> bool:
    """Say whether who is sent is a minister and not "only" he: "sent its finance minister"; not "nur den Außenminister"."""
    head = context.head(phrase).lemma.lower()
    near = range(max(phrase.start - 2, 0), phrase.head + 1)
    lower = any(context.tokens[i].lower in words("only-words") | words("lower-ranks") for i in near)
    return head.endswith(("minister", "ministerin")) and not head.startswith(("vize", "staats")) and not lower


def _is_refused(context: Context, clause: Clause) -> bool:
    """Say whether somebody refuses to send: "its army refused to send a representative"."""
    outer = context.clauses[clause.parent] if clause.parent is not None else None
    if outer is None or outer.verb is None or clause.link is not Link.COMPLEMENT:
        return False
    return has_class(context, outer.verb.lemma, "decline") and not is_negated(outer)


def _named(context: Context, phrase: Phrase) -> tuple[ActorRef, ...]:
    """The persons that are sent: named in the phrase, with a word of office or of whose they are."""
    owned = context.tokens[phrase.start].lower in words("own-envoys")
    if not (owned or any(is_word(context, i, "envoy") for i in range(phrase.start, phrase.end))):
        return ()
    refs = context.who.actors_in(phrase.start, phrase.end)
    return tuple(
        ref
        for ref in acts(refs)
        if ref.person is not None and ref.mention is not None and ref.mention.start >= phrase.start
    )


def _of_sender(named: Refs, senders: Refs) -> Refs:
    """Whoever is sent acts for who sends him: "The World Bank sent its director, Ann Holm"."""
    if len(senders) != 1:
        return named
    return tuple(replace(r, actor=senders[0].actor) if r.actor.startswith("person:") else r for r in named)


def _is_envoy(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase is somebody who goes for another: "her deputy", "his vice-president"."""
    if any(is_word(context, i, "envoy") for i in range(max(phrase.start, phrase.head - 2), phrase.head + 1)):
        return True
    office = context.who.by_token.get(phrase.head)
    return (
        office is not None
        and office.kind is MentionKind.OFFICE
        and office.authority in (Authority.HEAD, Authority.MINISTER)
    )


def _is_single(context: Context, phrase: Phrase) -> bool:
    before = {context.tokens[i].lower for i in range(phrase.start, phrase.head)}
    owned = before & {
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "ein",
        "eine",
        "einen",
        "seinen",
        "seine",
        "ihren",
        "ihre",
        "dessen",
        "deren",
    }
    return bool(owned) and not phrase.members


def _has_meeting(context: Context, clause: Clause) -> bool:
    return any(is_meeting(context, part) for phrase in clause.phrases for part in phrase.walk())


def _all(context: Context, index: int, mode: Mode, rule: str, phrase: Phrase) -> Iterator[Presence]:
    for ref in acts(subjects(context, index)):
        yield Presence(ref=ref, mode=mode, clause=index, rule=rule, words=(phrase.start, phrase.end), sure=0.85)


def representing(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read being represented: "sind durch ihre Botschafterin vertreten", "was not represented at the talks"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or not has_class(context, verb.lemma, "represent") or "lassen" in verb.modals:
        return
    if verb.voice is Voice.ACTIVE and not is_negated(clause) and not is_open(context, clause):
        represented = [ref for p in objects(clause) for ref in acts(context.who.actors_in(p.start, p.end, places=True))]
        gone = {ref.person for ref in represented}  # "her adviser, Ann Kim, represented her": not she
        sent = acts(subjects(context, index))
        who = [ref for ref in sent if ref.person is not None and ref.person not in gone]
        persons = who or [ref for ref in represented if ref.person is not None]
        unnamed = bool(sent) and not who  # "its ambassador represented the president"
        for ref in persons if represented else ():
            if not occasion.is_elsewhere(clause):
                yield Presence(
                    ref=ref,
                    mode=Mode.REPRESENTED if unnamed else Mode.IN_PERSON,
                    clause=index,
                    rule="represents somebody",
                    words=run_of(clause),
                    sure=0.8,
                )
    if verb.voice is Voice.ACTIVE or is_open(context, clause) or occasion.is_elsewhere(clause):
        return
    agents = [p for p in clause.phrases if p.role is Role.AGENT or p.prep in ("von", "durch", "by")]
    persons = [
        r
        for p in agents
        for r in acts(context.who.actors_in(p.start, p.end))
        if r.person is not None and r.mention is not None
    ]
    named = [r for r in persons if r.mention is not None and any(p.start <= r.mention.start < p.end for p in agents)]
    if is_negated(clause):
        yield from _stated(context, index, Mode.ABSENT)
    elif named := [r for r in named if r.mention is not None and r.mention.kind is MentionKind.PERSON]:
        for ref in named:
            yield Presence(
                ref=ref, mode=Mode.IN_PERSON, clause=index, rule="represented them", words=run_of(clause), sure=0.85
            )
    else:
        yield from _without_name(context, index, occasion, by_somebody=bool(agents))


def _without_name(context: Context, index: int, occasion: Occasion, *, by_somebody: bool) -> Iterator[Presence]:
    """Who is represented by somebody unnamed, or by nobody in particular: then he is there, "war auf der Konferenz vertreten"."""
    clause = context.clauses[index]
    brings = next((p for p in clause.phrases if p.prep == "mit" and comes_along(context, p)), None)
    if brings is not None and not by_somebody:  # "ist mit seinem Außenminister vertreten"
        yield from _stated(context, index, Mode.REPRESENTED if is_lower(context, brings) else Mode.IN_PERSON)
    elif by_somebody:
        yield from _stated(context, index, Mode.REPRESENTED)
    elif _has_meeting(context, clause) or occasion.city(clause) is not None:
        yield from _stated(context, index, Mode.IN_PERSON)


def is_lower(context: Context, phrase: Phrase) -> bool:
    """Say whether who comes is an envoy and no minister: "mit seinem Botschafter"."""
    return is_word(context, phrase.head, "envoy") and not _is_minister(context, phrase)


def comes_along(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase is people whom a state comes with."""
    return is_word(context, phrase.head, "envoy", "delegation", "official", "ministers", "leaders")


def _stated(context: Context, index: int, mode: Mode) -> Iterator[Presence]:
    for ref in acts(subjects(context, index)):
        yield Presence(
            ref=ref, mode=mode, clause=index, rule="represented or not", words=run_of(context.clauses[index]), sure=0.85
        )


def replacing(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who comes instead: "Statt der Ministerin kam ihr Staatssekretär" makes her represented, a named one present."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    sense = context.sense(index)
    coming = verb is not None and (
        has_class(context, verb.lemma, "come") or (sense is not None and sense.kind == "attend")
    )
    if verb is None or not coming or is_negated(clause) or occasion.is_elsewhere(clause):
        return
    for phrase in clause.phrases:
        if phrase.prep not in _INSTEAD and context.tokens[phrase.start].lower not in _INSTEAD:
            continue
        came = clause.subject
        replaced = [r for r in acts(context.who.actors_in(phrase.start, phrase.end)) if r.person is not None]
        own = [
            r
            for r in acts(context.actors(came))
            if came is not None and r.mention is not None and came.start <= r.mention.start < came.end
        ]
        named = [r for r in own if r.person is not None and r.person not in {x.person for x in replaced}]
        for ref in named:
            yield Presence(
                ref=ref,
                mode=Mode.IN_PERSON,
                clause=index,
                rule="came instead",
                words=(phrase.start, phrase.end),
                sure=0.85,
            )
        if not named and came is not None and is_word(context, came.head, "envoy"):
            for ref in replaced:
                yield Presence(
                    ref=ref,
                    mode=Mode.REPRESENTED,
                    clause=index,
                    rule="somebody came instead",
                    words=(phrase.start, phrase.end),
                    sure=0.85,
                )


def inviting(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read not being asked: "war nicht eingeladen", "has not been asked to come"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if (
        verb is None
        or not has_class(context, verb.lemma, "invite")
        or verb.voice is Voice.ACTIVE
        or not is_negated(clause)
    ):
        return
    if occasion.is_elsewhere(clause):
        return
    asked = verb.lemma in ("ask", "bitten")
    alone = all(p is clause.subject for p in clause.phrases) and not context.children[index]
    sent = clause.subject is not None and is_word(context, clause.subject.head, "official", "delegation", "envoy")
    if asked and not (alone and sent) and not any(_is_coming(context.clauses[c]) for c in context.children[index]):
        return
    for ref in acts(_gapped(context, clause)) or acts(subjects(context, index)):
        yield Presence(ref=ref, mode=Mode.ABSENT, clause=index, rule="not invited", words=run_of(clause), sure=0.9)


def _gapped(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Who is told of before a participle whose auxiliary stands in the clause before: "Peru ist da, **Chile nicht eingeladen**"."""
    if clause.link is not Link.COORDINATE or not clause.subject_shared or clause.verb is None:
        return ()
    return context.who.actors_in(clause.start, clause.verb.head)


def excluding(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who is kept out of a meeting: "excluded Peru from the summit", "Peru wurde von dem Treffen ausgeladen"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or is_open(context, clause) or occasion.is_elsewhere(clause):
        return
    passive = verb.voice is not Voice.ACTIVE
    others = [p for p in clause.phrases if p.prep in ("aus", "from", "von") and not is_meeting(context, p)]
    kept_out = verb.lemma in words("excluding") and not is_negated(clause) and not others
    unasked = not passive and has_class(context, verb.lemma, "invite") and is_negated(clause)
    sentence = context.analysis.sentences[clause.sentence]
    if not (kept_out or unasked) or not any(
        gathering_at(context, i) is not None for i in range(sentence.start, sentence.end)
    ):
        return
    kept = (clause.subject,) if passive and clause.subject is not None else objects(clause)
    for phrase in kept:
        for ref in acts(context.actors(phrase) or context.who.actors_in(phrase.start, phrase.end)):
            yield Presence(ref=ref, mode=Mode.ABSENT, clause=index, rule="kept out", words=run_of(clause), sure=0.8)


def _is_coming(clause: Clause) -> bool:
    return clause.verb is not None and clause.verb.lemma in _COME
