"""Attendance: who is said to attend the report's meetings, in which role and how, or to stay away.

Rules read each clause: verbs of attending, hosting and meeting (`verbs`), what is done there (`deeds`), envoys and invitations
(`envoys`), nouns, lists and remarks (`names`). Of several readings of one person the surest counts; a state is not recorded
beside its named people. Of whom the rules do not tell, what is told of him says whether he is likely to attend (`likely`).
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from zusage.language.analysis import Link
from zusage.model.statement import Attendance, Meeting, TraceStep
from zusage.model.values import Mode, Role
from zusage.reading.attendance import (
    absence,
    bare,
    beside,
    crying_off,
    cues,
    deeds,
    delegates,
    encounters,
    envoys,
    floor,
    hosting,
    lists,
    messages,
    names,
    plain,
    plans,
    remarks,
    seats,
    uninvited,
    verbs,
    votes,
    worded,
)
from zusage.reading.attendance.cues import lemmas
from zusage.reading.attendance.likely import likely
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.mentions import gathering_at, gatherings_in
from zusage.reading.speech import Said

__all__ = ["ALL_RULES", "RULES_OF_ENGLISH", "find_attendance", "ruled_presences"]

Read = Callable[[Context, int, Occasion], Iterator[Presence]]


class Rule(NamedTuple):
    """A rule with its cues: it finds nothing in a clause that has none of them."""

    read: Read
    cues: frozenset[str]


def _rule(read: Read, *cues: str) -> Rule:
    return Rule(read, frozenset(cues))


_PARTAKING = ("=take", "=take part", "=participate", "=partake")
_COMING = ("=come", "=attend", "=turn up", "=show up")
ALL_RULES: tuple[Rule, ...] = (
    _rule(verbs.attending, "=do", "copula", "sense attend", "sense join", "verb come"),
    _rule(hosting.hosting, "sense host", "verb greet", "verb invite", "verb lead", "verb open"),
    _rule(hosting.receptions, "city"),
    _rule(verbs.meeting, "sense meet"),
    _rule(deeds.doing, "city", "at a meeting"),
    _rule(deeds.speaking, "verb address", "sense say", "word speech", "=assure", "=versichern"),
    _rule(deeds.signing, "verb sign", "verb set"),
    _rule(seats.sitting, "verb sit", "beside"),
    _rule(seats.being, "copula"),
    _rule(seats.among_guests, "copula", "word guest"),
    _rule(seats.appearing, "word remote"),
    _rule(plans.staying, "verb decline", "verb stay", "verb leave"),
    _rule(plans.expecting, "verb expect"),
    _rule(plans.confirming, *lemmas("confirming")),
    _rule(deeds.watching, "verb watch", "verb listen", "word delegation"),
    _rule(envoys.sending, "verb send"),
    _rule(envoys.representing, "verb represent"),
    _rule(envoys.replacing, "verb come", "sense attend"),
    _rule(envoys.inviting, "verb invite"),
    _rule(envoys.excluding, "verb invite", *lemmas("excluding")),
    _rule(names.hosts, "word host"),
    _rule(names.invited, "word invitation", "word attendance"),
    _rule(names.talks_with, "meeting"),
    _rule(names.calling, "word phone", "copula"),
    _rule(lists.lists, "word among"),
    _rule(lists.asides, "report remote", "report room"),
    _rule(lists.missing, "word room"),
    _rule(
        bare.absences,
        "verb invite",
        "copula",
        *lemmas("missing-verbs", "coming-verbs", "partaking-verbs", "cancelling-verbs"),
    ),
    _rule(bare.coming, "sense attend", "=vertreten"),
    _rule(bare.presiding, *lemmas("presiding-verbs")),
    _rule(beside.held_by, "meeting"),
    _rule(beside.convening, *lemmas("convening-verbs")),
    _rule(beside.without, "meeting", "sense meet", "verb confer"),
    _rule(beside.leading, "word delegation"),
    _rule(beside.between, *lemmas("taking-place")),
    _rule(beside.holding, *lemmas("holding-talks")),
    _rule(delegates.delegates, "report delegate-nouns", "report delegations"),
    _rule(delegates.sources, "report delegate-nouns", "report delegations"),
    _rule(votes.abstentions, "report abstentions"),
    _rule(votes.voting, "copula", *lemmas("abstaining", "casting-votes", "agreeing-in-votes")),
    _rule(messages.messages, "word remote"),
    _rule(messages.empty_handed, "verb come", "verb leave"),
    _rule(
        uninvited.uninvited,
        "=stehen",
        "copula",
        "word invitation",
        "word guest",
        *lemmas("letting-in"),
        "=entschuldigen",
        "=send",
    ),
    _rule(encounters.receiving, "sense host", "verb greet"),
    _rule(encounters.visiting, "copula", *lemmas("visiting-verbs")),
    _rule(encounters.talking, "meeting", "verb confer"),
    _rule(encounters.agreeing, "verb confer", *lemmas("deciding-together")),
    _rule(encounters.facing, "city"),
    _rule(encounters.telephoning, "word phone", "word remote"),
    _rule(floor.chaired, "report chairs-of-meetings"),
    _rule(floor.in_chair, "word room", "word chair"),
    _rule(floor.speech_at, "word speech"),
    _rule(floor.using, "=make", *lemmas("using", "taking")),
    _rule(floor.walking_out, "verb leave", *lemmas("coming-out")),
    _rule(floor.missing_out, *lemmas("showing-up", "missing-out")),
    _rule(floor.no_invitation, "word invitation"),
    _rule(floor.bringing_together, "=bring", "=bringen", *lemmas("bringing-together")),
    _rule(floor.mediating, *lemmas("mediating")),
    _rule(floor.venue_of, "report venues"),
    _rule(floor.video_message, *lemmas("playing")),
    _rule(floor.patched_in, *lemmas("connecting")),
    _rule(floor.after_it, "meeting"),
    _rule(floor.together, "meeting"),
    _rule(floor.negotiating, *lemmas("haggling")),
    _rule(floor.signed_by, "verb sign"),
    _rule(floor.there_or_not, "=do", "copula", "no verb"),
    _rule(remarks.at_the_opening, "report edges"),
    _rule(remarks.there_with, "copula"),
    _rule(plain.on_the_sidelines, "report sidelines"),
    _rule(remarks.in_a_speech, "word speech"),
    _rule(remarks.before_the_press, "report together"),
    _rule(remarks.left_early, "verb leave", *lemmas("going-home")),
    _rule(remarks.in_person, *lemmas("coming-verbs")),
    _rule(remarks.who_presided, "verb lead"),
    _rule(remarks.from_the_floor, "report floor-of-it"),
    _rule(crying_off.planned_session, "verb confer"),
    _rule(remarks.set_in, "report asked-to-come"),
    _rule(crying_off.did_not_appear, *lemmas("showing-up")),
    _rule(crying_off.kept_away, *lemmas("keeping-out", "staying-out"), "=decline", "=ablehnen"),
    _rule(crying_off.cried_off, *lemmas("missing-out")),
    _rule(crying_off.refusing_text, *lemmas("carrying-texts")),
    _rule(crying_off.planned_talk, *lemmas("meeting-aims")),
    _rule(remarks.bade_them, "verb invite", *lemmas("issuing")),
    _rule(absence.away, "copula", *lemmas("staying-verbs")),
    _rule(absence.in_absence, "report absences"),
)
RULES_OF_ENGLISH: tuple[Rule, ...] = (
    _rule(remarks.run_by, "report running-meetings"),
    _rule(remarks.in_the_chair, "word chair"),
    _rule(plain.staying_away, "copula", *_PARTAKING, *_COMING, *lemmas("staying-away")),
    _rule(plain.coming, *_PARTAKING, *_COMING),
    _rule(plain.arriving, *lemmas("arriving")),
    _rule(plain.absentees, "copula", "=include"),
    _rule(plain.gathering, "=bring", "=gather", "=include"),
    _rule(plain.hosts, "report host-words", "report chair-words"),
    _rule(worded.named_last, "word away", "word opening"),
    _rule(worded.told_of_some, "copula", "=include"),
    _rule(worded.no_shows, "copula"),
    _rule(worded.tasked, *lemmas("tasking")),
    _rule(worded.flanked, *lemmas("standing-beside")),
    _rule(worded.nobody_there, "copula"),
    _rule(worded.on_the_list, "word guest", "word invitation"),
    _rule(worded.opened_with, "word speech"),
    _rule(worded.saying_on_arrival, *lemmas("coming-and-going")),
)

_EVERY = (*ALL_RULES, *RULES_OF_ENGLISH)
_LEAD = 4

Key = tuple[str, str | None]


def find_attendance(
    context: Context,
    meetings: Sequence[Meeting],
    said: Sequence[Said | None] = (),
    givers: frozenset[str] = frozenset(),
) -> tuple[Attendance, ...]:
    """Find who attends the meetings; one record for each person or state, () where none is spoken of.

    With who says each clause and who contributes also those are found who are only likely to attend (`likely`).
    """
    occasion = Occasion(context, meetings)
    if not meetings and not _speaks_of_meetings(context):
        return ()
    kept = ruled_presences(context, occasion)
    if said:
        kept.extend(likely(context, occasion, said, kept, givers))
    return tuple(_attendance(context, occasion, presence) for presence in kept)


def _speaks_of_meetings(context: Context) -> bool:
    """Say whether any clause has a noun of meeting."""
    return any(next(gatherings_in(context, clause), None) is not None for clause in context.clauses)


def ruled_presences(context: Context, occasion: Occasion) -> list[Presence]:
    """Who attends or stays away by the rules, in the report's order."""
    found: dict[Key, Presence] = {}
    for presence in _presences(context, occasion):
        key = (presence.ref.actor, presence.ref.person)
        found[key] = _better(found[key], presence) if key in found else presence
    return list(_without_states_of(found).values())


def _presences(context: Context, occasion: Occasion) -> Iterator[Presence]:
    virtual = _is_virtual(context)
    rules = _rules(context.analysis.language)
    cues_of_report = cues.cues_of_report(context)
    of_report = [number for cue in cues_of_report for number in rules.get(cue, ())]
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause) or clause.question or clause.link in (Link.CONDITION, Link.QUESTION):
            continue
        if remarks.is_called_off(context, clause):
            continue
        here = [number for cue in cues.cues_of(context, index, occasion) for number in rules.get(cue, ())]
        for number in sorted({*of_report, *here}):
            for presence in _EVERY[number].read(context, index, occasion):
                remote = presence.mode is Mode.IN_PERSON and (virtual or occasion.is_call(clause))
                yield replace(presence, mode=Mode.REMOTE) if remote else presence


@cache
def _rules(language: str) -> dict[str, list[int]]:
    """The numbers of the rules that each cue calls for."""
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(_EVERY if language == "en" else ALL_RULES):
        for cue in rule.cues:
            found.setdefault(cue, []).append(number)
    return found


def _is_virtual(context: Context) -> bool:
    """Say whether the first sentences call the meeting a virtual one: "a virtual donor conference", "an online summit"."""
    virtual = words("virtual-words")
    end = context.analysis.sentences[min(_LEAD, len(context.analysis.sentences)) - 1].end if context.tokens else 0
    for i in range(end):
        if context.tokens[i].lower in virtual and any(
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
    """Leave out states whose named people are recorded; not one that stayed away while its minister called."""
    away, there = (
        {actor for (actor, person), one in found.items() if person and (one.mode is Mode.ABSENT) is is_away}
        for is_away in (True, False)
    )
    return {
        (actor, person): one
        for (actor, person), one in found.items()
        if person is not None or (actor not in away and (one.mode is Mode.ABSENT or actor not in there))
    }


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
