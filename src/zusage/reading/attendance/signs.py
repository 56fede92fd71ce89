"""What a report tells of an actor that speaks for or against his being at its meeting: the features of `likely`.

An actor has a *place* wherever the report tells of him: where he does something, says something, is named. Each place has
signs of its own (the verb's class, tense and negation, what he is called, where and when it is, whether one who attends is
told of beside it); the report has signs for all of them (how long ago its meeting was, how many attend by the rules).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from zusage.language.analysis import Clause, Phrase, Tense
from zusage.model.values import Mode
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import Mention, MentionKind
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, subjects
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.mentions import gatherings_in
from zusage.reading.operators import is_negated
from zusage.reading.places import state_of
from zusage.reading.speech import Said

_CLOCK = re.compile(r"\W{0,5}(?:\d{1,2}[.:]\d{2}|\d{1,2} Uhr)\b")
_LEAST_CLOCKS = 3
_NAMED = frozenset({MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.PERSON, MentionKind.OFFICE})
_DONE = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_WITH_A_WEIGHT = frozenset({"eu", "nato", "un", "imf", "world-bank"})
_LEAD = 2  # sentences
_MOST_PLACES = 6
_MOST_THERE = 5
_CODE = 2  # letters of a state's id


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report tells of an actor: the clause, who he is there, and what speaks for his attending."""

    ref: ActorRef
    clause: int
    features: tuple[str, ...]


@dataclass(slots=True)
class Signs:
    """What a report tells of an actor: at its places, and what goes for all of them."""

    places: list[Place] = field(default_factory=list)
    whole: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What the signs of all places depend on.

    ``timing``: how long ago the meeting was; ``there``: the sentences in which the rules found somebody who attends.
    """

    occasion: Occasion
    said: Sequence[Said | None]
    timing: str
    there: frozenset[int]


def signs_of(
    context: Context,
    occasion: Occasion,
    said: Sequence[Said | None],
    ruled: Sequence[Presence],
    givers: frozenset[str],
) -> dict[str, Signs]:
    """The signs of each actor that a report names, but for those of whom the rules tell; ``givers``: who contributes."""
    timing = _timing(context, occasion)
    there = frozenset(context.clauses[one.clause].sentence for one in ruled if one.mode is not Mode.ABSENT)
    setting = Setting(occasion, said, timing, there)
    known = frozenset(one.ref.actor for one in ruled)
    found: dict[str, Signs] = {}
    for place in (*_deeds(context, setting, known), *_sayings(context, setting), *_namings(context, setting)):
        if place.ref.actor not in known:
            found.setdefault(place.ref.actor, Signs()).places.append(place)
    attending = sum(1 for one in ruled if one.mode is not Mode.ABSENT)
    whole = tuple(_of_report(context, occasion, timing, attending))
    for actor, signs in found.items():
        gives = ("gives", f"gives & {timing}") if actor in givers else ()
        signs.whole = (*_of_actor(context, actor, len(signs.places), occasion), *gives, *whole)
    return found


# --- places ------------------------------------------------------------------------------------------------------


def _deeds(context: Context, setting: Setting, known: frozenset[str]) -> Iterator[Place]:
    """Where an actor does something: "Brazil **warned** of a trade war"; clauses that tell of none but known ones are passed."""
    for index, clause in enumerate(context.clauses):
        if clause.verb is None or context.is_hidden(clause) or not (refs := acts(subjects(context, index))):
            continue
        if all(ref.actor in known for ref in refs):
            continue
        deed = (*_of_deed(context, index, setting), *_of_company(clause.sentence, setting, _kind(context, index)))
        for ref in refs:
            yield Place(ref, index, (*deed, *_of_doer(ref, clause, deed, setting, len(refs))))


def _sayings(context: Context, setting: Setting) -> Iterator[Place]:
    """The words that tell who says something: "…, **so der Minister**", "… **, its envoy said**"."""
    seen: set[tuple[str, int]] = set()
    for index, one in enumerate(setting.said):
        if one is None or context.is_hidden(context.clauses[index]):
            continue
        at = context.clause_of.get(one.start, index)
        for ref in acts(one.speakers):
            if (ref.actor, at) not in seen:
                seen.add((ref.actor, at))
                yield Place(ref, at, tuple(_of_saying(context, ref, at, one, setting)))


def _namings(context: Context, setting: Setting) -> Iterator[Place]:
    """Where an actor is named and does nothing: "joined by those **of Peru**"."""
    for mention in context.who.mentions:
        index = context.clause_of.get(mention.head, -1)
        if index < 0 or mention.kind not in _NAMED or mention.actor is None or not mention.acts:
            continue
        clause, refs = context.clauses[index], acts(context.who.actors_at(mention.head))
        if not refs or context.is_hidden(clause) or refs[0].actor in {ref.actor for ref in subjects(context, index)}:
            continue
        features = (*_of_mention(context, index, mention, setting), *_of_company(clause.sentence, setting, "named"))
        yield Place(refs[0], index, features)


# --- what speaks at a place --------------------------------------------------------------------------------------


def _of_deed(context: Context, index: int, setting: Setting) -> Iterator[str]:
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None:
        return
    kind, where = _kind(context, index), _where(setting.occasion, clause)
    tense = "done" if verb.tense in _DONE else verb.tense.value
    told = "said" if setting.said[index] is not None else "own"
    modal, negated = " modal" if verb.modals else "", " not" if is_negated(clause) else ""
    yield f"does {kind} {tense}{modal}{negated}"
    yield f"does {kind} {tense}{modal}{negated} {told}"
    yield f"does {where}"
    yield f"does {told} {tense}{modal}"
    yield f"does {told} {tense} {where}"
    yield f"does {told} {tense}{modal} & {setting.timing}"
    yield f"does {told} {tense} {where} & {setting.timing}"
    lemma, lead = verb.lemma.lower(), "lead" if clause.sentence < _LEAD else "later"
    yield from (f"verb {lemma}", f"verb {lemma} {tense}", f"verb kind {kind}", f"deed voice {verb.voice.value}")
    yield from (f"deed link {clause.link.value}", f"deed clause {clause.kind.value} {told}")
    yield from (f"deed {lead}", f"deed {lead} {where}")
    yield from _of_manner(context, clause, where)
    if next(gatherings_in(context, clause), None) is not None:
        yield from ("deed with a gathering", f"deed with a gathering {kind}")


def _of_manner(context: Context, clause: Clause, where: str) -> Iterator[str]:
    if any(context.tokens[i].lower in words("before-now") for i in context.own_tokens(clause)):
        yield "deed before now"
    if where in ("nowhere", "elsewhere") and any(context.dates_in(start, end) for start, end in clause.own):
        yield "deed with some other date"
    if remote_word(context, clause) is not None:
        yield "deed remote"
    if is_open(context, clause):
        yield "deed open"


def _of_doer(ref: ActorRef, clause: Clause, deed: tuple[str, ...], setting: Setting, company: int) -> Iterator[str]:
    who = _who(ref)
    yield f"does as {who}"
    for one in deed[:5]:
        yield f"{one} & {who}"
    if company > 1:
        yield "does with others"
    if _is_at_home(ref, clause, setting.occasion):
        yield "at own capital"


def _of_saying(context: Context, ref: ActorRef, at: int, one: Said, setting: Setting) -> Iterator[str]:
    clause, who = context.clauses[at], _who(ref)
    where = _where(setting.occasion, clause)
    yield from (f"speaks by {one.rule}", f"speaks {where}", f"speaks as {who}")
    yield from (f"speaks {where} & {setting.timing}", f"speaks as {who} & {setting.timing}")
    yield from _of_company(clause.sentence, setting, "speaks")
    if _is_at_home(ref, clause, setting.occasion):
        yield "speaks in own capital"


def _of_mention(context: Context, index: int, mention: Mention, setting: Setting) -> Iterator[str]:
    clause = context.clauses[index]
    phrase = _phrase_at(clause, mention.head)
    role = "none" if phrase is None else f"{phrase.role.value} {phrase.prep or ''}"
    where = _where(setting.occasion, clause)
    yield from (f"named as {mention.kind.value} {mention.use.value}", f"named in {role}", f"named in {role} {where}")
    yield f"named {where} & {setting.timing}"
    if clause.verb is None:
        yield "named in a fragment"
    else:
        yield from (f"named with {_kind(context, index)} {role}", f"named with verb {clause.verb.lemma.lower()}")
    yield "named in the lead" if clause.sentence < _LEAD else "named later"
    yield f"named after {_before(context, mention)}"
    if mention.authority is not None:
        yield f"named by {mention.authority.value}"
    if next(gatherings_in(context, clause), None) is not None:
        yield from ("named with a gathering", f"named with a gathering {role}")


def _of_company(sentence: int, setting: Setting, what: str) -> Iterator[str]:
    """How near somebody is told of who attends by the rules; ``what``: what the actor does."""
    near = next((name for name, steps in _NEAR if any(sentence + step in setting.there for step in steps)), "far")
    yield from (f"presence {near}", f"presence {near} & {setting.timing}", f"presence {near} {what}")


_NEAR = (("same", (0,)), ("beside", (-1, 1)), ("near", (-3, -2, 2, 3)))


def _kind(context: Context, index: int) -> str:
    sense = context.sense(index)
    return sense.kind if sense is not None else "none"


def _who(ref: ActorRef) -> str:
    """What an actor is called: by name, by an office, by a state's name or capital."""
    mention = ref.mention
    if ref.person is not None or mention is None:
        return "person" if ref.person is not None else "unknown"
    if mention.kind is MentionKind.STATE:
        return f"state {mention.use.value}"
    authority = ref.authority or mention.authority
    return f"{mention.kind.value} {authority.value if authority is not None else ''}"


def _where(occasion: Occasion, clause: Clause) -> str:
    if occasion.gathering(clause) is not None:
        return "at it"
    if occasion.city(clause) is not None:
        return "in its city"
    if occasion.is_elsewhere(clause):
        return "elsewhere"
    if occasion.has_day(clause):
        return "on its day"
    return "on another day" if occasion.is_other_day(clause) else "nowhere"


def _is_at_home(ref: ActorRef, clause: Clause, occasion: Occasion) -> bool:
    """Say whether a clause is set in the actor's own capital, and no meeting is held there."""
    return occasion.is_elsewhere(clause) and any(state_of(city) == ref.actor for city in occasion.cities_in(clause))


def _before(context: Context, mention: Mention) -> str:
    """The function word or sign before a name, "" before others."""
    before = context.tokens[mention.start - 1] if mention.start else None
    return before.lower if before is not None and before.lower in words("before-names") else ""


def _phrase_at(clause: Clause, token: int) -> Phrase | None:
    """The smallest phrase of a clause that a token stands in."""
    parts = (part for phrase in clause.phrases for part in phrase.walk() if part.start <= token < part.end)
    return min(parts, key=lambda part: part.end - part.start, default=None)


# --- what speaks for all of them ---------------------------------------------------------------------------------


def _of_actor(context: Context, actor: str, places: int, occasion: Occasion) -> Iterator[str]:
    yield f"places {min(places, _MOST_PLACES)}"
    if any(state_of(city) == actor for city in occasion.cities):
        yield "at home"
    if actor in _WITH_A_WEIGHT:
        yield f"is {actor}"
    elif len(actor) > _CODE:
        yield "is an organisation"
    if actor == context.adversary:
        yield "adversary"


def _timing(context: Context, occasion: Occasion) -> str:
    """How long ago the report's main meeting was."""
    if occasion.main is None:
        return "no meeting"
    day, on = occasion.main.date, context.report.published_on
    if day is None or on is None:
        return "meeting unknown"
    days = (date.fromisoformat(on) - date.fromisoformat(day)).days
    return next(name for name, most in _AGES if days <= most)


_AGES = (
    ("meeting to come", -1),
    ("meeting today", 0),
    ("meeting yesterday", 2),
    ("meeting past", 9),
    ("meeting long past", 10**6),
)


def _of_report(context: Context, occasion: Occasion, timing: str, there: int) -> Iterator[str]:
    clocks = sum(1 for line in context.analysis.text.split("\n") if _CLOCK.match(line))
    ticker = "ticker" if clocks >= _LEAST_CLOCKS else "no ticker"
    yield from ("bias", timing, f"{ticker} & {timing}")
    if (main := occasion.main) is not None:
        yield from (f"there {min(there, _MOST_THERE)}", f"there {min(there, _MOST_THERE)} & {timing}")
        yield from (f"{timing} {'city' if main.place is not None else 'no city'} {main.kind}", f"kind {main.kind}")
