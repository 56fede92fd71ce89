"""Who is told of beside a noun of meeting or delegation: who holds it, without whom it is, who leads the delegation.

Examples: "die von Peru ausgerichtete Konferenz"; "the meeting was organised by Kenya"; "ein Gipfel ohne Peru"; "eine
Delegation unter Führung von Ministerin Holm"; "a Chadian delegation led by the minister".
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import Clause, Pos, Role, Voice
from zusage.model.values import Mode
from zusage.model.values import Role as Part
from zusage.reading.actors import ActorRef
from zusage.reading.attendance.manner import is_open
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, own_words, run_of, subjects
from zusage.reading.attendance.verbs import is_meeting
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.mentions import gathering_at, gatherings_in
from zusage.reading.operators import is_negated

_BY = "von"
_WIDEST = 12  # tokens from "von" to the noun of meeting
_NEAR = 6  # tokens from a delegation to who leads it
_BETWEEN = frozenset({"zwischen", "between"})
_WITHOUT = frozenset({"ohne", "without"})
_TOGETHER = frozenset({"mit", "with"})


def held_by(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who holds a meeting, told before its noun: "die von Peru und der EU ausgerichtete Konferenz"."""
    clause = context.clauses[index]
    if context.analysis.language != "de" or occasion.is_apart(clause):
        return
    for noun in gatherings_in(context, clause):
        last = next((i for i in (noun - 1, noun - 2) if context.tokens[i].lower in words("convened")), None)
        first = _opening(context, clause, last) if last is not None else None
        if first is None or last is None:
            continue
        for ref in acts(context.who.actors_in(first + 1, last)):
            yield _presence(ref, index, (first, noun + 1), part=Part.HOST, rule="held by")


def _opening(context: Context, clause: Clause, last: int) -> int | None:
    """The "von" before the names of those who hold a meeting."""
    return next(
        (i for i in range(last - 1, max(last - _WIDEST, clause.start - 1), -1) if context.tokens[i].lower == _BY), None
    )


def convening(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who convenes a meeting: "the meeting was organised by Kenya", "Peru hat die Konferenz organisiert"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in words("convening-verbs") or is_negated(clause):
        return
    if is_open(context, clause) or occasion.is_elsewhere(clause) or clause.subject is None:
        return
    passive = clause.verb.voice is not Voice.ACTIVE
    held = (clause.subject,) if passive else clause.with_role(Role.OBJECT)
    if not any(is_meeting(context, phrase) for phrase in held):
        return
    if clause.verb.lemma == "call" and len(clause.with_role(Role.OBJECT, Role.PREDICATE, Role.INDIRECT)) > 1:
        return  # "called the summit a success"
    agents = [p for p in clause.phrases if p.role is Role.AGENT or p.prep in ("von", "by")]
    refs = [ref for phrase in agents for ref in context.actors(phrase)] if passive else list(subjects(context, index))
    refs = refs or (_listed_behind_by(context, clause) if passive else [])
    for phrase in clause.phrases:
        first = context.who.by_token.get(phrase.head) if phrase.prep in _TOGETHER else None
        refs.extend(context.who.listed(first, clause.end) if first is not None else ())
    for ref in acts(refs):
        yield _presence(ref, index, run_of(clause), part=Part.HOST, rule="convened it")


def _listed_behind_by(context: Context, clause: Clause) -> list[ActorRef]:
    """By whom it is done where "von" hangs on another phrase: "Organisiert wurde das Treffen in Lima **von Peru und Chile**"."""
    for i in context.own_tokens(clause):
        if context.tokens[i].lower in ("von", "by"):
            first = context.who.by_token.get(i + 1) or context.who.by_token.get(i + 2)
            if first is not None:
                return list(context.who.listed(first, clause.end))
    return []


def without(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read without whom a meeting is: "ein Gipfel ohne Peru", "the talks in Oslo without Iran"."""
    clause = context.clauses[index]
    if occasion.is_apart(clause):
        return
    for i in context.own_tokens(clause):
        if context.tokens[i].lower not in _WITHOUT:
            continue
        if not (_is_behind_meeting(context, clause, i) or _is_in_session(context, index)):
            continue
        phrase = next(
            (p for q in clause.phrases for p in q.walk() if p.start <= i < p.end and p.prep in _WITHOUT), None
        )
        for ref in acts(context.actors(phrase)) if phrase is not None else ():
            yield _presence(
                ref, index, (i, phrase.end if phrase is not None else i + 1), mode=Mode.ABSENT, rule="without"
            )


def between(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read between whom a meeting is that is held: "In Lima fand ein Gespräch zwischen dem Premier und der Präsidentin statt"."""
    clause = context.clauses[index]
    if clause.verb is None or is_negated(clause) or is_open(context, clause) or occasion.is_elsewhere(clause):
        return
    if clause.verb.lemma not in words("taking-place") or occasion.is_other_day(clause):
        return
    if occasion.city(clause) is None and not occasion.has_day(clause):
        return
    for noun in gatherings_in(context, clause):
        if noun + 1 >= len(context.tokens) or context.tokens[noun + 1].lower not in _BETWEEN:
            continue
        end = next((i for i in range(noun + 2, clause.end) if context.tokens[i].pos in (Pos.VERB, Pos.AUX)), clause.end)
        for ref in acts(context.who.actors_in(noun + 2, end)):
            yield _presence(ref, index, (noun, noun + 2), rule="between them")


def holding(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who holds talks: "The leaders of Peru and Chile held talks in Lima"; not who holds a summit."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in words("holding-talks") or is_negated(clause):
        return
    if is_open(context, clause) or occasion.is_apart(clause):
        return
    held = clause.with_role(Role.OBJECT)
    if not any(context.head(p).lemma.lower() in words("talks-nouns") for p in held) or occasion.city(clause) is None:
        return
    for ref in acts(subjects(context, index)):
        yield _presence(ref, index, run_of(clause), rule="held talks")


def _is_in_session(context: Context, index: int) -> bool:
    """Say whether people meet: "**Ohne Peru** berät in Genf die Kontaktgruppe", "the group convenes **without Iran**"."""
    clause, sense = context.clauses[index], context.sense(index)
    if is_negated(clause) or is_open(context, clause):
        return False
    confers = clause.verb is not None and has_class(context, clause.verb.lemma.split(" ")[0], "confer")
    return confers or (sense is not None and sense.kind == "meet")


def _is_behind_meeting(context: Context, clause: Clause, i: int) -> bool:
    """Say whether a meeting stands right before "without", or is what the clause is said of."""
    if any(gathering_at(context, k) is not None for k in (i - 1, i - 2, i - 3) if k >= clause.start):
        return True
    about = clause.subject
    return about is not None and clause.verb is not None and gathering_at(context, about.head) is not None


def leading(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who leads a delegation: "eine Delegation unter Führung von …", "a Chadian delegation led by …"."""
    clause = context.clauses[index]
    if is_negated(clause) or is_open(context, clause) or occasion.is_apart(clause):
        return
    for noun in own_words(context, clause, "delegation"):
        person = _leader(context, noun)
        if person is None or person.person is None:
            continue
        sender = next((ref for k in (noun, noun - 1) for ref in context.who.actors_at(k) if ref.person is None), None)
        unknown = person.actor.startswith("person:") and sender is not None
        ref = replace(person, actor=sender.actor) if unknown and sender is not None else person
        yield _presence(ref, index, (noun, noun + 1), rule="leads the delegation")


def _leader(context: Context, noun: int) -> ActorRef | None:
    """The person named behind "under the lead of", "led by"."""
    tokens = context.tokens
    is_led = False
    for i in range(noun + 1, min(noun + _NEAR, len(tokens))):
        mention = context.who.by_token.get(i)
        if mention is not None and is_led:
            return next(iter(context.who.actors_at(i)), None)
        is_led = is_led or tokens[i].lower in words("leading-delegations") | words("leads-delegations") | {"unter"}
    return None


def _presence(
    ref: ActorRef,
    index: int,
    run: tuple[int, int],
    *,
    rule: str,
    mode: Mode = Mode.IN_PERSON,
    part: Part = Part.PARTICIPANT,
) -> Presence:
    return Presence(ref=ref, mode=mode, clause=index, rule=rule, words=run, part=part, sure=0.75)
