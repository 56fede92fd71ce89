"""Staying away told by an invitation, a list or a permit: "war der Einladung nicht gefolgt", "was left off the guest list".

Source: codebook, section 4 ("not invited" is absent).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, Role, Tense, Voice
from zusage.model.values import Mode
from zusage.reading.actors import ActorRef
from zusage.reading.attendance.manner import is_open
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, is_word, run_of, subjects
from zusage.reading.attendance.verbs import is_meeting
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.operators import is_negated

_PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_REACH = 6  # tokens behind "part"


def uninvited(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who did not come or was not let in: "Peru was not part of the meeting", "Peru ließ sich entschuldigen".

    "Togo sent its apologies"; not "sent apologies to the families".
    """
    clause = context.clauses[index]
    if clause.verb is None or is_open(context, clause) or occasion.is_apart(clause):
        return
    for ref in acts(_who(context, index, clause)):
        yield Presence(ref=ref, mode=Mode.ABSENT, clause=index, rule="not let in", words=run_of(clause), sure=0.8)


def _who(context: Context, index: int, clause: Clause) -> tuple[ActorRef, ...]:
    assert clause.verb is not None  # noqa: S101 - the caller looked
    lemma, denied = clause.verb.lemma, is_negated(clause)
    invitation = next((p for p in clause.phrases if is_word(context, p.head, "invitation")), None)
    if denied and invitation is not None:
        if invitation is clause.subject:  # "eine Einladung an Peru erging nicht"
            return context.who.actors_in(invitation.head + 1, invitation.end, places=True)
        return subjects(context, index) if lemma in words("taking-up-invitations") else ()
    if clause.verb.tense not in _PAST:
        return ()
    if denied and lemma in COPULAS | {"stehen"} and _is_on_list(context, clause):
        return subjects(context, index)
    if denied and lemma in words("letting-in") and clause.verb.voice is not Voice.ACTIVE:
        return subjects(context, index) if _has_meeting(context, index, clause) else ()
    if denied and lemma in COPULAS and _is_part(context, clause):
        return subjects(context, index)
    excused = "lassen" in clause.verb.modals and lemma == "entschuldigen"
    left_off = lemma == "leave" and clause.verb.voice is not Voice.ACTIVE and _is_list(context, clause)
    excused = excused or (lemma == "send" and _sends_apologies(context, clause))
    return subjects(context, index) if not denied and (excused or left_off) else ()


def _sends_apologies(context: Context, clause: Clause) -> bool:
    """Say whether somebody sends apologies and nothing tells what for, or to whom: it is that he does not come."""
    sent = [p for p in clause.phrases if p is not clause.subject and p.role is not Role.ADVERBIAL]
    return len(sent) == 1 and sent[0].role is Role.OBJECT and context.head(sent[0]).lower in ("apologies", "regrets")


def _has_meeting(context: Context, index: int, clause: Clause) -> bool:
    """Say whether somebody is let in to a meeting, or to attend: "had not been allowed to attend"."""
    told = [c for c in context.children[index] if (s := context.sense(c)) is not None and s.kind == "attend"]
    return bool(told) or any(is_meeting(context, part) for phrase in clause.phrases for part in phrase.walk())


def _is_part(context: Context, clause: Clause) -> bool:
    """Say whether a predicate is being part of a meeting: "was not part of the London meeting"."""
    part = next((p.head for p in clause.with_role(Role.PREDICATE) if context.head(p).lower in ("part", "teil")), None)
    behind = range(part + 1, min(part + _REACH, clause.end)) if part is not None else range(0)
    return any(gathering_at(context, i) is not None for i in behind)


def _is_on_list(context: Context, clause: Clause) -> bool:
    """Say whether somebody is on the list of guests: "standen nicht auf der Gästeliste", "was not on the guest list"."""
    german = any(context.lemmas[i] in ("gästeliste", "einladungsliste") for i in context.own_tokens(clause))
    return german or _is_list(context, clause)


def _is_list(context: Context, clause: Clause) -> bool:
    """Say whether a clause names the list of those invited: "the guest list"."""
    return any(
        is_word(context, i, "guest") and context.tokens[min(i + 1, len(context.tokens) - 1)].lower == "list"
        for i in context.own_tokens(clause)
    )
