"""Staying away, leaving early, being expected: "sagte seine Teilnahme ab", "reiste vorzeitig ab", "wird am Dienstag erwartet".

Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import ClauseKind, Link, Voice
from zusage.model.values import Mode
from zusage.reading.attendance.manner import is_open
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, is_word, objects, run_of, subjects
from zusage.reading.attendance.verbs import is_meeting
from zusage.reading.context import Context
from zusage.reading.operators import is_negated


def staying(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read staying away and leaving early: "sagte seine Teilnahme ab", "turned down the invitation", "reiste vorzeitig ab"."""
    clause, verb, sense = context.clauses[index], context.clauses[index].verb, context.sense(index)
    if verb is None or not has_class(context, verb.lemma, "decline", "stay", "leave") or verb.voice is not Voice.ACTIVE:
        return
    if is_open(context, clause) or is_negated(clause) or occasion.is_elsewhere(clause) or occasion.is_other_day(clause):
        return
    if (sense is not None and sense.kind == "attend") or clause.kind is ClauseKind.INFINITIVE:
        return
    held = [i for p in objects(clause) for i in range(p.start, p.end)]
    meeting_named = any(is_meeting(context, p) for q in clause.phrases for p in q.walk())
    declined = has_class(context, verb.lemma, "decline") and any(
        is_word(context, i, "invitation", "participation") for i in held
    )
    stayed = has_class(context, verb.lemma, "stay") and (
        meeting_named or any(is_word(context, i, "participation", "event") for i in held) or not held
    )
    left = has_class(context, verb.lemma, "leave") and (meeting_named or (not held and verb.lemma == "abreisen"))
    if not (declined or stayed or left):
        return
    for ref in acts(subjects(context, index)):
        if ref.person is not None or declined or meeting_named:
            mode = Mode.IN_PERSON if left else Mode.ABSENT
            yield Presence(
                ref=ref,
                mode=mode,
                clause=index,
                rule="left" if left else "stayed away",
                words=run_of(clause),
                sure=0.75,
            )


def expecting(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read being expected: "Die Präsidentin wird am Dienstag in Bergen erwartet"; not "is expected to pay"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or not has_class(context, verb.lemma, "expect") or verb.voice is Voice.ACTIVE or is_negated(clause):
        return
    if any(context.clauses[c].link is Link.COMPLEMENT for c in context.children[index]) or occasion.is_elsewhere(
        clause
    ):
        return
    for ref in acts(subjects(context, index)):
        if ref.person is not None:
            yield Presence(
                ref=ref, mode=Mode.IN_PERSON, clause=index, rule="is expected", words=run_of(clause), sure=0.6
            )
