"""Coming and not coming told by what somebody does about it: crying off, refusing the text, being due to talk to somebody there.

Examples: "pulled out at the last minute"; "failed to appear at the session"; "weigerte sich, die Passage mitzutragen"; "will am
Rande mit seinem türkischen Kollegen sprechen".
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Pos, Tense, Voice
from zusage.model.values import MeetingKind, Mode
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import (
    Presence,
    acts,
    has_class,
    is_word,
    objects,
    over_a_text,
    run_of,
    subjects,
)
from zusage.reading.attendance.remarks import PAST, is_seated, is_told, remark
from zusage.reading.attendance.verbs import is_declined, is_meeting
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.encounters import people_in
from zusage.reading.operators import is_negated


def did_not_appear(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who failed to come: "failed to appear at the session", "failed to show up", "did not turn up in Lima"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma.split(" ")[0] not in words("showing-up") or occasion.is_apart(clause):
        return
    if not is_declined(context, clause):
        return
    others = [p for p in clause.phrases if p is not clause.subject and context.head(p).pos in (Pos.NOUN, Pos.PROPN)]
    here = all(is_meeting(context, p) or context.dates_in(p.start, p.end) for p in others)
    if not here and occasion.city(clause) is None:
        return
    for ref in acts(subjects(context, index)):
        yield remark(ref, index, run_of(clause), "failed to appear", mode=Mode.ABSENT)


def cried_off(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who cries off: "pulled out at the last minute", "dropped out at short notice"; not whose troops pull out."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.lemma not in words("missing-out") or verb.tense not in PAST:
        return
    if not is_told(context, clause, occasion) or objects(clause):
        return
    late = any(context.lemmas[i] in words("at-short-notice") for i in context.own_tokens(clause))
    named = [
        p for p in clause.phrases if p is not clause.subject and p.prep in ("of", "from") and not is_meeting(context, p)
    ]
    if not late or named:
        return
    for ref in acts(subjects(context, index)):
        yield remark(ref, index, run_of(clause), "cried off", mode=Mode.ABSENT)


def kept_away(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who is kept out, or has declined what others have accepted: "Damascus was kept out", "Russia stayed out".

    "60 countries have accepted, while Peru has declined"; "Mali blieb außen vor"
    """
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or not is_told(context, clause, occasion) or context.task in words("mission-tasks"):
        return
    if any(p is not clause.subject and context.head(p).pos in (Pos.NOUN, Pos.PROPN) for p in clause.phrases):
        return
    kept = verb.lemma in words("keeping-out") and verb.voice is not Voice.ACTIVE
    out = verb.lemma in words("staying-out") and verb.voice is Voice.ACTIVE and _is_outside(context, clause)
    declined = verb.lemma in ("decline", "ablehnen") and index > 0 and _is_accepted(context, index - 1)
    if not (kept or out or declined):
        return
    for ref in acts(subjects(context, index)):
        yield remark(ref, index, run_of(clause), "kept away", mode=Mode.ABSENT)


def _is_outside(context: Context, clause: Clause) -> bool:
    """Say whether staying is staying out: "stayed out", "blieb außen vor", "blieb draußen"."""
    own = {context.tokens[i].lower for i in context.own_tokens(clause)}
    return clause.verb is not None and (clause.verb.lemma == "stay out" or bool(own & words("outside")))


def _is_accepted(context: Context, index: int) -> bool:
    """Say whether the clause before tells that others have accepted, and nothing of what."""
    verb = context.clauses[index].verb
    return verb is not None and verb.lemma in ("accept", "zusagen") and not objects(context.clauses[index])


def refusing_text(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who refuses to carry a meeting's text: "weigerte sich, die Passage mitzutragen", "refused to sign the declaration"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.lemma not in words("carrying-texts") or clause.kind is not ClauseKind.INFINITIVE:
        return
    outer = context.clauses[clause.parent] if clause.parent is not None else None
    if outer is None or outer.verb is None or not has_class(context, outer.verb.lemma, "decline"):
        return
    if outer.verb.tense not in PAST or is_negated(outer) or occasion.is_apart(clause) or occasion.is_apart(outer):
        return
    for ref in over_a_text(context, index):
        yield remark(ref, index, run_of(clause), "would not carry the text")


def planned_talk(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who is to talk to whom at the meeting: "will am Rande mit seinem türkischen Kollegen sprechen", "is due to see her"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.voice is not Voice.ACTIVE or verb.lemma.split(" ")[0] not in words("meeting-aims"):
        return
    if is_negated(clause) or occasion.is_apart(clause) or occasion.kind is MeetingKind.CALL:
        return
    if not _is_planned(context, clause) or not _is_near(context, clause, occasion):
        return
    named = (p for q in clause.phrases for p in q.walk() if p is not clause.subject)
    partners = [r for p in named if p.prep in (None, "mit", "with", "to") for r in people_in(context, p)]
    who = [ref for ref in subjects(context, index) if is_seated(ref)]
    if not who or not partners or {r.actor for r in who} & {r.actor for r in partners}:
        return
    for ref in acts([*who, *partners]):
        yield remark(ref, index, run_of(clause), "is to talk there")


def planned_session(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who is to confer at the meeting: "Am Montag wollen Vertreter der SADC in Lilongwe beraten"."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.voice is not Voice.ACTIVE or not has_class(context, verb.lemma.split(" ")[0], "confer"):
        return
    if is_negated(clause) or occasion.is_apart(clause) or not _is_planned(context, clause) or clause.subject is None:
        return
    if occasion.city(clause) is None:
        return
    sent = is_word(context, clause.subject.head, "official", "delegation", "ministers", "leaders", "envoy")
    for ref in acts(subjects(context, index)):
        if sent or is_seated(ref):
            yield remark(ref, index, run_of(clause), "is to confer there")


def _is_planned(context: Context, clause: Clause) -> bool:
    """Say whether something is to come and certain: "is to meet", "is due to talk", "wird treffen", "soll sprechen"."""
    assert clause.verb is not None  # noqa: S101 - the caller looked
    if set(clause.verb.modals) - words("planning-modals"):
        return False
    if clause.verb.tense is Tense.FUTURE or (clause.verb.modals and clause.verb.tense is Tense.PRESENT):
        return True
    outer = context.clauses[clause.parent] if clause.parent is not None else None
    due = outer is not None and clause.kind is ClauseKind.INFINITIVE and not is_negated(outer)
    own = context.own_tokens(outer) if outer is not None and due else ()
    is_now = outer is not None and outer.verb is not None and outer.verb.tense is Tense.PRESENT
    return is_now and any(context.tokens[i].lower in words("planned-words") for i in own)


def _is_near(context: Context, clause: Clause, occasion: Occasion) -> bool:
    """Say whether a clause is set at the meeting: by its city or day, by its margins, by an hour."""
    if occasion.city(clause) is not None or occasion.has_day(clause) or occasion.gathering(clause) is not None:
        return True
    return any(context.lemmas[i] in words("margins") for i in context.own_tokens(clause))
