"""Attendance: who is said to attend the report's meetings, in which role and how, or to stay away.

Rules read each clause: verbs of attending, hosting and meeting (`verbs`), what is done there (`deeds`), envoys and invitations
(`envoys`), nouns, lists and remarks (`names`). Of several readings of one person the surest counts; a state is not recorded
beside its named people. Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import Link
from zusage.model.statement import Attendance, Meeting, TraceStep
from zusage.model.values import Mode, Role
from zusage.reading.attendance import bare, deeds, envoys, hosting, lists, names, plain, plans, seats, verbs
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence
from zusage.reading.context import Context
from zusage.reading.meetings.mentions import gathering_at

__all__ = ["find_attendance"]

Rule = Callable[[Context, int, Occasion], Iterator[Presence]]
_RULES: tuple[Rule, ...] = (
    verbs.attending,
    hosting.hosting,
    hosting.receptions,
    verbs.meeting,
    deeds.doing,
    deeds.speaking,
    deeds.signing,
    seats.sitting,
    seats.being,
    seats.among_guests,
    seats.appearing,
    plans.staying,
    plans.expecting,
    deeds.watching,
    envoys.sending,
    envoys.representing,
    envoys.replacing,
    envoys.inviting,
    names.hosts,
    names.invited,
    names.talks_with,
    names.calling,
    lists.lists,
    lists.asides,
    lists.missing,
    bare.absences,
    bare.coming,
    bare.presiding,
)
_RULES_OF_ENGLISH: tuple[Rule, ...] = (
    plain.staying_away,
    plain.coming,
    plain.on_the_sidelines,
    plain.delegates,
    plain.gathering,
    plain.hosts,
)

_LEAD = 4
_VIRTUAL = frozenset({"virtual", "online", "virtuelle", "virtuellen", "virtueller", "digitale", "digitalen"})

Key = tuple[str, str | None]


def find_attendance(context: Context, meetings: Sequence[Meeting]) -> tuple[Attendance, ...]:
    """Find who attends the meetings; one record for each person or state, in the report's order, () without a meeting."""
    if not meetings:
        return ()
    occasion = Occasion(context, meetings)
    found: dict[Key, Presence] = {}
    for presence in _presences(context, occasion):
        key = (presence.ref.actor, presence.ref.person)
        found[key] = _better(found[key], presence) if key in found else presence
    kept = _without_states_of(found)
    return tuple(_attendance(context, occasion, presence) for presence in kept.values())


def _presences(context: Context, occasion: Occasion) -> Iterator[Presence]:
    virtual = _is_virtual(context)
    rules = (*_RULES, *(_RULES_OF_ENGLISH if context.analysis.language == "en" else ()))
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause) or clause.question or clause.link in (Link.CONDITION, Link.QUESTION):
            continue
        for rule in rules:
            for presence in rule(context, index, occasion):
                remote = presence.mode is Mode.IN_PERSON and (virtual or occasion.is_call(clause))
                yield replace(presence, mode=Mode.REMOTE) if remote else presence


def _is_virtual(context: Context) -> bool:
    """Say whether the first sentences call the meeting a virtual one: "a virtual donor conference", "an online summit"."""
    end = context.analysis.sentences[min(_LEAD, len(context.analysis.sentences)) - 1].end if context.tokens else 0
    for i in range(end):
        if context.tokens[i].lower in _VIRTUAL and any(
            gathering_at(context, k) is not None for k in range(i + 1, min(i + 4, end))
        ):
            return True
    return False


def _better(one: Presence, other: Presence) -> Presence:
    """Of two readings of one person keep the surer, with the role that either tells."""
    best, rest = (other, one) if other.sure > one.sure else (one, other)
    if best.part is Role.PARTICIPANT and rest.part is not Role.PARTICIPANT and best.mode is not Mode.ABSENT:
        return replace(best, part=rest.part)
    return best


def _without_states_of(found: dict[Key, Presence]) -> dict[Key, Presence]:
    """Leave out states whose named people are recorded."""
    named = {actor for actor, person in found if person is not None}
    return {key: presence for key, presence in found.items() if key[1] is not None or key[0] not in named}


def _attendance(context: Context, occasion: Occasion, presence: Presence) -> Attendance:
    clause = context.clauses[presence.clause]
    mention = presence.ref.mention
    who = context.quote(mention.start, mention.end) if mention is not None else None
    return Attendance(
        actor=presence.ref.actor,
        person=presence.ref.person,
        role=presence.part,
        mode=presence.mode,
        quote=context.quote(clause.start, clause.end),
        meeting=occasion.index_of(clause),
        trace=(
            TraceStep("mode", presence.rule, context.quote(*presence.words)),
            TraceStep("role", presence.part.value, context.quote(*presence.words)),
            TraceStep("actor", presence.ref.reason, who),
        ),
        certainty=round(presence.sure, 2),
    )
