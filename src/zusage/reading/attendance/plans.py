"""Staying away, leaving early, being expected: "sagte seine Teilnahme ab", "reiste vorzeitig ab", "wird am Dienstag erwartet".

Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Pos, Role, Tense, Voice
from zusage.model.values import Mode
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, is_word, objects, parts_with, run_of, subjects
from zusage.reading.attendance.verbs import is_meeting
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated

_HAD_TO = frozenset({"müssen", "have to", "must"})
_FROM = frozenset({"aus", "from"})


def staying(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read staying away and leaving early: "sagte seine Teilnahme ab", "turned down the invitation", "reiste vorzeitig ab"."""
    clause, verb, sense = context.clauses[index], context.clauses[index].verb, context.sense(index)
    if verb is None or not has_class(context, verb.lemma, "decline", "stay", "leave") or verb.voice is not Voice.ACTIVE:
        return
    had_to = set(verb.modals) <= _HAD_TO and verb.tense is not Tense.PRESENT and has_class(context, verb.lemma, "stay")
    if (is_open(context, clause) and not had_to) or is_negated(clause) or occasion.is_elsewhere(clause):
        return
    if occasion.is_other_day(clause) and not any(is_word(context, p.head, "participation") for p in objects(clause)):
        return  # the day of "cancelled his participation last week" is none of the meeting's
    if (sense is not None and sense.kind == "attend") or clause.kind is ClauseKind.INFINITIVE:
        return
    forgone = [p for p in clause.phrases if p.prep == "auf"] if verb.lemma == "verzichten" else []
    held = [i for p in (*objects(clause), *forgone) for i in range(p.start, p.end)]
    meeting_named = any(is_meeting(context, p) for q in clause.phrases for p in q.walk())
    declined = has_class(context, verb.lemma, "decline") and any(
        is_word(context, i, "invitation", "participation") for i in held
    )
    stayed = has_class(context, verb.lemma, "stay") and (
        meeting_named
        or any(is_word(context, i, "participation", "event") for i in held)
        or (not held and not _is_from_else(context, clause))
    )
    left = has_class(context, verb.lemma, "leave") and (meeting_named or (not held and verb.lemma == "abreisen"))
    if not (declined or stayed or left):
        return
    for ref in acts(subjects(context, index)):
        if (
            ref.person is not None
            or declined
            or meeting_named
            or any(is_word(context, i, "participation") for i in held)
        ):
            mode = Mode.IN_PERSON if left else Mode.ABSENT
            yield Presence(
                ref=ref,
                mode=mode,
                clause=index,
                rule="left" if left else "stayed away",
                words=run_of(clause),
                sure=0.75,
            )


def _is_from_else(context: Context, clause: Clause) -> bool:
    """Say whether somebody is missing from something that is no meeting: "was missing from the group photo"."""
    named = (p for p in clause.phrases if p.prep == "from" and context.head(p).pos is Pos.NOUN)
    return any(not is_meeting(context, p) for p in named)


def confirming(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who says that he will come: "Peru sagte seine Teilnahme zu", "Chile confirmed its participation by video"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or verb.lemma not in words("confirming") or is_negated(clause) or is_open(context, clause):
        return
    held = next((p for p in objects(clause) if is_word(context, p.head, "participation")), None)
    if held is None or occasion.is_elsewhere(clause):
        return
    mode = Mode.REMOTE if remote_word(context, clause) is not None else Mode.IN_PERSON
    for ref in acts(subjects(context, index)):
        yield Presence(ref=ref, mode=mode, clause=index, rule="will come", words=run_of(clause), sure=0.75)


def _is_coming(context: Context, index: int) -> bool:
    """Say whether what is expected is to come or to speak there: "are expected to address the summit"."""
    clause, sense = context.clauses[index], context.sense(index)
    if clause.verb is None:
        return False
    comes = sense is not None and sense.kind in ("attend", "meet")
    return comes or (has_class(context, clause.verb.lemma, "address") and bool(objects(clause)))


def expecting(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read being expected or not: "Vertreter aus Peru werden in Bergen erwartet"; not "is expected to pay"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or not has_class(context, verb.lemma, "expect") or verb.voice is Voice.ACTIVE:
        return
    told = [c for c in context.children[index] if context.clauses[c].link is Link.COMPLEMENT]
    if occasion.is_elsewhere(clause) or not all(_is_coming(context, c) for c in told):
        return
    sent = clause.subject is not None and is_word(context, clause.subject.head, "official", "delegation")
    senders = [
        ref
        for part in (*parts_with(clause, _FROM), *clause.with_role(Role.AGENT))
        for ref in (context.who.actors_in(part.start, part.end, places=True) if sent else ())
    ]
    denied = is_negated(clause)
    for ref in acts(senders) or acts(subjects(context, index)):
        if ref.person is not None or sent or (denied and told):
            mode = Mode.ABSENT if denied else Mode.IN_PERSON
            yield Presence(ref=ref, mode=mode, clause=index, rule="is expected", words=run_of(clause), sure=0.6)
