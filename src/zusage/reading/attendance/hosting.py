"""Verbs of hosting and presiding: "hosted leaders in Oslo", "leitete die Konferenz", "lud zu einem Gipfel ein".

Which verbs these are stands in `verbs.tsv` (class host) and `presence.tsv` (lead, open, greet, invite).
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role, Voice
from zusage.model.values import MeetingKind, Mode
from zusage.model.values import Role as Part
from zusage.reading.actors import ActorRef
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, is_word, objects, run_of, subjects
from zusage.reading.attendance.verbs import is_meeting
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.days import is_remote
from zusage.reading.meetings.mentions import gathering_at, gatherings_in
from zusage.reading.operators import is_negated

_WITH = frozenset({"mit", "with"})
_BESIDE = frozenset({"neben", "alongside"})
_AMONG = frozenset({"unter", "among"})
_BEFORE = 8  # tokens from a noun of meeting to the clause that hangs on it
_OF = frozenset({"von", "of", "for"})


def hosting(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read verbs of hosting and presiding: "empfängt Vertreter aus 30 Staaten", "which Norway hosts", "chaired by Kenya"."""
    clause, sense = context.clauses[index], context.sense(index)
    part = _host_part(
        context, clause, sense.kind if sense is not None else None, sense.value if sense is not None else None
    )
    if (
        part is None
        or clause.verb is None
        or is_negated(clause)
        or is_open(context, clause)
        or clause.kind is ClauseKind.INFINITIVE
    ):
        return
    if occasion.is_elsewhere(clause) or not _is_hosting(context, clause, occasion) or _is_another(context, index):
        return
    remote = Mode.REMOTE if _is_call(context, clause, part) else Mode.IN_PERSON
    passive = clause.verb.voice is not Voice.ACTIVE or _is_loose(clause)
    hosts = (
        [r for p in clause.with_role(Role.AGENT) for r in _listed(context, p)] if passive else _hosts(context, index)
    )
    together = _WITH if part is Part.HOST else _WITH | _BESIDE
    partners = [r for p in clause.phrases for part in p.walk() if part.prep in together for r in _listed(context, part)]
    for ref in acts([*hosts, *partners]):
        yield Presence(
            ref=ref, mode=remote, clause=index, rule="verb of hosting", words=run_of(clause), part=part, sure=0.85
        )
    if part is Part.HOST and not passive:
        for phrase in (
            *objects(clause),
            *(p for p in clause.phrases if p.prep in _BESIDE or _is_among_others(context, p)),
        ):
            refs = context.who.actors_in(phrase.start, clause.end) if phrase.prep in _AMONG else context.actors(phrase)
            for ref in acts(refs):
                if ref.person is not None or ref.authority is not None:
                    yield Presence(
                        ref=ref, mode=remote, clause=index, rule="received", words=(phrase.start, phrase.end), sure=0.8
                    )


def _is_another(context: Context, index: int) -> bool:
    """Say whether the meeting is one of other weeks: "richtet die nächste Konferenz aus", "hosts a meeting in the autumn"."""
    named = list(gatherings_in(context, context.clauses[index]))
    return bool(named) and all(
        is_remote(context, index, i) or any(is_word(context, k, "next") for k in range(max(i - 2, 0), i)) for i in named
    )


def _listed(context: Context, phrase: Phrase) -> tuple[ActorRef, ...]:
    """Whom a phrase names, with the rest of a list that it only opens: "co-hosting with Peru, the EU and Kenya"."""
    first = context.who.by_token.get(phrase.head)
    end = context.analysis.sentences[context.sentence_at(phrase.head)].end
    return (*context.actors(phrase), *(context.who.listed(first, end) if first is not None else ()))


def _is_among_others(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase opens a part of a list: "empfing unter anderem die Präsidentin"."""
    return phrase.prep in _AMONG and any(is_word(context, i, "other") for i in range(phrase.start, phrase.head + 1))


def _is_call(context: Context, clause: Clause, part: Part) -> bool:
    """Say whether what is hosted is a call ("hosted a virtual meeting"), or the chair himself on the line."""
    remote = remote_word(context, clause)
    if any(
        (g := gathering_at(context, i)) is not None and g[0] is MeetingKind.CALL for i in context.own_tokens(clause)
    ):
        return True
    return remote is not None and part is Part.CHAIR


def _hosts(context: Context, index: int) -> list[ActorRef]:
    """Who hosts: the subject, or in "die Konferenz, die die Beauftragte leitete" the person that reads as the object."""
    clause = context.clauses[index]
    relative = clause.kind is ClauseKind.RELATIVE and has_meeting_object(context, clause)
    persons = [ref for phrase in objects(clause) for ref in context.actors(phrase) if ref.person is not None]
    return (
        persons if relative and persons and not acts(context.actors(clause.subject)) else list(subjects(context, index))
    )


def _is_talking(context: Context, clause: Clause) -> bool:
    """Say whether somebody only talks, and presides over nothing: "**führte Gespräche** mit Chile"."""
    talks = any(context.head(p).lemma.lower() in words("held-talks") for p in objects(clause))
    return talks and clause.verb is not None and clause.verb.lemma == "führen"


def _host_part(context: Context, clause: Clause, kind: str | None, value: str | None) -> Part | None:
    if kind == "host":
        return Part.CHAIR if value == "chair" else Part.HOST
    if clause.verb is None:
        return None
    lemma = clause.verb.lemma
    if has_class(context, lemma, "greet") and (
        any(r.person is not None for p in objects(clause) for r in context.actors(p)) or _has_officials(context, clause)
    ):
        return Part.HOST
    if has_class(context, lemma, "invite") and clause.verb.voice is Voice.ACTIVE and _is_to_meeting(context, clause):
        return Part.HOST
    if has_class(context, lemma, "lead") and has_meeting_object(context, clause):
        return Part.PARTICIPANT if _is_talking(context, clause) else Part.CHAIR
    return Part.PARTICIPANT if has_class(context, lemma, "open") and has_meeting_object(context, clause) else None


def has_meeting_object(context: Context, clause: Clause) -> bool:
    """Say whether the object is a meeting: "leitete die Konferenz", "die Konferenz, die sie leitete", "the talks, chaired by …"."""
    relative = clause.kind in (ClauseKind.RELATIVE, ClauseKind.PARTICIPLE) and clause.anchor is not None
    if relative and clause.anchor is not None and gathering_at(context, clause.anchor) is not None:
        return True
    if _is_loose(clause) and clause.subject is not None:
        return is_meeting(context, clause.subject)
    passive = clause.verb is not None and clause.verb.voice is not Voice.ACTIVE and clause.subject is not None
    held = (*objects(clause), clause.subject) if passive and clause.subject is not None else objects(clause)
    return any(
        is_meeting(context, part) or _is_named_meeting(context, part) for phrase in held for part in phrase.each()
    )


def _is_loose(clause: Clause) -> bool:
    """Say whether a participle behind a comma tells by whom something is done: "was held in Lima, chaired by the minister"."""
    loose = clause.kind in (ClauseKind.PARTICIPLE, ClauseKind.SUBORDINATE) or clause.link is Link.COORDINATE
    loose = loose and (clause.subject_shared or clause.subject is None or bool(clause.with_role(Role.AGENT)))
    return loose and not clause.marker and bool(clause.with_role(Role.AGENT))


def _is_named_meeting(context: Context, part: Phrase) -> bool:
    """Say whether a name ends in a noun of meeting: "The Black Sea Contact Group"."""
    return context.lexicon.gathering(context.head(part).text, context.before(part)) is not None


def _has_officials(context: Context, clause: Clause) -> bool:
    return any(
        is_word(context, i, "official", "delegation", "leaders") for p in objects(clause) for i in range(p.start, p.end)
    )


def _is_to_meeting(context: Context, clause: Clause) -> bool:
    """Say whether a clause is directed at a meeting: "lud zu einer Konferenz ein", "die Beratungen, zu denen Peru einlud"."""
    if clause.kind is ClauseKind.RELATIVE and any(p.prep == "zu" for p in clause.phrases[:1]):
        return any(gathering_at(context, i) is not None for i in range(max(clause.start - _BEFORE, 0), clause.start))
    return any(p.prep in ("zu", "to", "over", "for", "nach") and is_meeting(context, p) for p in clause.phrases)


def _is_hosting(context: Context, clause: Clause, occasion: Occasion) -> bool:
    if clause.verb is not None and clause.verb.lemma in words("hosting-together"):
        return True  # "Denmark, co-hosting with Peru, …"
    if has_meeting_object(context, clause) or occasion.gathering(clause) is not None or _is_to_meeting(context, clause):
        return True
    if (
        clause.kind is ClauseKind.PARTICIPLE
        and clause.anchor is not None
        and is_word(context, clause.anchor, "audience", "official")
    ):
        return True
    guests = [part for phrase in objects(clause) for part in phrase.each()]
    if any(
        is_word(context, i, "official", "delegation", "leaders", "envoy") for g in guests for i in range(g.start, g.end)
    ):
        return True
    if any(ref.person is not None for g in guests for ref in context.actors(g)):
        return True
    return not guests and occasion.city(clause) is not None


def receptions(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read nouns of receiving in the meeting's city: "im Rahmen eines Empfangs des Präsidenten in Paris", "the visit of …"."""
    clause = context.clauses[index]
    if occasion.is_elsewhere(clause) or occasion.city(clause) is None or is_negated(clause):
        return
    for phrase in clause.phrases:
        for part in phrase.walk():
            if not has_class(context, context.head(part).lemma, "reception"):
                continue
            guests = [r for d in part.dependents if d.role is Role.GENITIVE or d.prep in _OF for r in context.actors(d)]
            for ref in acts(guests):
                if ref.person is not None:
                    yield Presence(
                        ref=ref,
                        mode=Mode.IN_PERSON,
                        clause=index,
                        rule="noun of receiving",
                        words=(part.start, part.end),
                        sure=0.7,
                    )
