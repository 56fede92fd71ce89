"""What is done at a meeting: speaking to it, signing there, sitting at its table, acting in its city on its day.

"Sie sagte auf der Konferenz Hilfe zu", "the envoy told the meeting", "unterzeichneten am Dienstag in Lugano", "sat beside her".
"Said" alone is not attending (codebook, section 4).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Tense, Voice
from zusage.model.values import Authority, Mode
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import (
    Presence,
    Refs,
    acts,
    has_class,
    is_word,
    objects,
    parts_with,
    run_of,
    subjects,
)
from zusage.reading.attendance.verbs import is_meeting
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.cities import places_in
from zusage.reading.operators import is_negated
from zusage.reading.places import capitals

_TO = frozenset({"an", "zu", "vor", "to", "before"})
_EARLIER = frozenset({"vor", "before"})
_BESIDE = frozenset({"neben", "zwischen", "alongside", "beside", "between", "next", "to"})
_TOGETHER = frozenset({"neben", "alongside", "beside"})
_SPOKEN = frozenset({"say"})
_ALL_OF_THEM = frozenset({"den", "seinen", "ihren", "allen", "vor"})
_PRESENT_TENSES = frozenset({Tense.PRESENT, Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_DONE = frozenset({Tense.PAST, Tense.PERFECT})
_DEEDS = frozenset({"commit", "position", "give", "refuse"})
_FULL_VERBS = frozenset({"attend", "host", "meet", "held"})


def doing(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read what somebody does at the meeting or in its city: "stellte auf dem Forum den Plan vor", "announced it in Bergen"."""
    clause, verb, sense = context.clauses[index], context.clauses[index].verb, context.sense(index)
    if verb is None or verb.voice is not Voice.ACTIVE or verb.lemma in COPULAS:
        return
    if verb.tense not in _PRESENT_TENSES and clause.kind is not ClauseKind.PARTICIPLE:
        return
    if is_open(context, clause) or verb.modals or (sense is not None and sense.kind in _FULL_VERBS):
        return
    bare = clause.link is Link.OTHER and clause.marker is None and (clause.subject is None or clause.subject_shared)
    if bare and context.tokens[verb.head].tag != "VBG":
        return  # "the plan agreed in Oslo"
    noun = occasion.gathering(clause)
    city = occasion.city(clause)
    if (noun is None and city is None) or occasion.is_other_day(clause) or clause.link is Link.CONDITION:
        return
    if noun is None and any(context.tokens[i].lower in words("run-ups") for i in context.own_tokens(clause)):
        return  # "im Vorfeld des Gipfels in Bergen"
    if clause.link is Link.COMPLEMENT and clause.parent is not None and _is_asked(context, clause.parent):
        return
    remote = remote_word(context, clause)
    for ref in acts(subjects(context, index)):
        sure = _sureness(ref, occasion, index, noun, city)
        if sure > 0:
            run = (noun, noun + 1) if noun is not None else run_of(clause)
            mode = Mode.REMOTE if remote is not None else Mode.IN_PERSON
            yield Presence(ref=ref, mode=mode, clause=index, rule="done at the meeting", words=run, sure=sure)


def _is_asked(context: Context, parent: int) -> bool:
    """Say whether what is done is only asked for: "fordert, dass Peru auf dem Gipfel zustimmt"."""
    sense = context.sense(parent)
    return sense is not None and sense.kind in ("position", "expect", "ask", "deny")


def _sureness(ref: ActorRef, occasion: Occasion, index: int, noun: int | None, city: str | None) -> float:
    """How sure one is there who does something at a meeting or in its city; 0 where it tells nothing."""
    clause = occasion.context.clauses[index]
    if ref.actor.startswith("person:"):
        return 0.5 if noun is not None else 0.0
    if noun is not None and not occasion.is_elsewhere(clause):
        seated = ref.authority in (Authority.HEAD, Authority.MINISTER) and ref.mention is not None
        sent = (
            ref.authority is Authority.OFFICIAL and ref.mention is not None and ref.mention.kind is MentionKind.OFFICE
        )
        return 0.85 if ref.person is not None else max(0.55 * (ref.actor in capitals()), 0.7 * (seated or sent))
    if city is None:
        return 0.0
    if ref.person is None:
        return 0.6 if _is_done_away(ref, occasion, index, city) else 0.0
    dated = occasion.has_day(clause)
    if occasion.is_guest(ref.actor, city):
        return 0.8 if dated else 0.65
    return 0.6 if dated else 0.0


def _is_done_away(ref: ActorRef, occasion: Occasion, index: int, city: str) -> bool:
    """Say whether a state does something in the meeting's city that is not its own: "Chile announced nothing in Rome"."""
    clause = occasion.context.clauses[index]
    verb, named = clause.verb, ref.mention
    if verb is None or verb.tense not in _DONE or clause.link not in (Link.ROOT, Link.COORDINATE) or named is None:
        return False
    if ref.actor not in capitals() or city != occasion.place or not occasion.is_guest(ref.actor, city):
        return False
    seated = ref.authority in (Authority.HEAD, Authority.MINISTER) and named.kind is MentionKind.OFFICE
    within = clause.subject is not None and clause.subject.start <= named.head < clause.subject.end
    outside = clause.subject is not None and not any(
        place.city == city for place in places_in(occasion.context, clause.subject.start, clause.subject.end)
    )
    sense = occasion.context.sense(index)
    told = (
        ref.authority is Authority.OFFICIAL and named.kind is MentionKind.OFFICE and _is_before_press(occasion, index)
    )
    return within and outside and (seated or told or (sense is not None and sense.kind in _DEEDS))


def _is_before_press(occasion: Occasion, index: int) -> bool:
    """Say whether something is said to reporters: "sagte der Staatssekretär vor Journalisten in Sofia"."""
    context = occasion.context
    return any(context.lemmas[i] in words("the-press") for i in context.own_tokens(context.clauses[index]))


def speaking(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read speaking to a meeting: "told the conference", "addressed delegates by video", "appellierte an die Teilnehmer"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    sense = context.sense(index)
    if verb is None or is_open(context, clause) or is_negated(clause) or verb.modals:
        return
    spoke = any(is_word(context, p.head, "speech") for p in objects(clause)) and verb.voice is Voice.ACTIVE
    assured = verb.lemma in ("assure", "versichern")
    if not (
        spoke or assured or has_class(context, verb.lemma, "address") or (sense is not None and sense.kind in _SPOKEN)
    ):
        return
    heard = [p for p in (*objects(clause), *parts_with(clause, _TO)) if p.prep in _TO or p.prep is None]
    told = clause.subject is not None and clause.verb is not None and clause.subject.start > verb.head
    heard += [clause.subject] if told and clause.subject is not None and not clause.subject_shared else []
    remote = remote_word(context, clause)
    plural = verb.lemma == "tell" and any(context.tokens[p.head].tag == "NNS" for p in heard)
    classes = ("audience", "heard") if remote is not None or plural else ("audience",)
    if any(is_word(context, p.head, "speech") for p in objects(clause)):
        heard.extend(p for p in objects(clause) if is_word(context, p.head, "speech"))
        classes = (*classes, "speech")
    audience = next((p for p in heard if is_meeting(context, p) or is_word(context, p.head, *classes)), None)
    telling = verb.lemma in words("telling-equals")
    audience = audience or next((p for p in heard if telling and _is_of_equals(context, p)), None)
    if audience is None or _is_of_press(context, audience):
        return
    if audience.prep == "zu" and is_meeting(context, audience):
        return  # "rief zu einem Treffen auf"
    if audience.prep in _EARLIER and is_meeting(context, audience) and not has_class(context, verb.lemma, "address"):
        return  # "said before the summit"
    if occasion.is_apart(clause):
        return
    for ref in acts(subjects(context, index)) or acts(_named_before(context, clause)):
        mode = Mode.REMOTE if remote is not None else Mode.IN_PERSON
        run = (remote, remote + 1) if remote is not None else (audience.start, audience.end)
        yield Presence(ref=ref, mode=mode, clause=index, rule="spoke to the meeting", words=run, sure=0.8)


def _named_before(context: Context, clause: Clause) -> Refs:
    """The name right before a verb of telling that the analysis cut off from it: "…, the minister, Jan Berg, | told delegates"."""
    at = clause.verb.head - 1 if clause.verb is not None else -1
    at -= at > 0 and context.tokens[at].text == ","
    mention = context.who.by_token.get(at)
    return context.who.actors_at(at) if mention is not None and mention.acts else ()


def _is_of_equals(context: Context, phrase: Phrase) -> bool:
    """Say whether colleagues or donors are told something: "schilderte vor den Kollegen", "assured donors that …"."""
    several = context.head(phrase).tag == "NNS" or context.tokens[phrase.start].lower in _ALL_OF_THEM
    who = context.lemmas[phrase.head] in words("peers-heard") or is_word(context, phrase.head, "donors")
    return who and several and all(ref.actor.startswith("group:") for ref in context.actors(phrase))


def _is_of_press(context: Context, audience: Phrase) -> bool:
    """Say whether the press alone was told: "told a news conference"."""
    return audience.head > 0 and context.tokens[audience.head - 1].lower in words("of-the-press")


def signing(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read signing: named persons sign where they are; states only with a day or city of the meeting."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if verb is None or verb.voice is not Voice.ACTIVE:
        return
    signature = any(is_word(context, p.head, "signature") for p in objects(clause))
    if not (has_class(context, verb.lemma, "sign") or (signature and has_class(context, verb.lemma, "set"))):
        return
    if is_negated(clause) or is_open(context, clause) or verb.modals or verb.tense not in _PRESENT_TENSES:
        return
    if (
        not signature and not any(is_word(context, i, "paper") for p in objects(clause) for i in range(p.start, p.end))
    ) or occasion.is_elsewhere(clause):
        return
    partners = [ref for p in clause.phrases if p.prep in ("mit", "with") for ref in context.actors(p)]
    refs = acts((*(_outside_subjects(context, clause) or subjects(context, index)), *partners))
    bound = (
        occasion.city(clause) is not None or occasion.has_day(clause) or _is_bound_by_parent(context, clause, occasion)
    )
    for ref in refs:
        if ref.person is not None or (bound and ref.actor in capitals()):
            sure = 0.85 if bound else 0.7
            yield Presence(ref=ref, mode=Mode.IN_PERSON, clause=index, rule="signed", words=run_of(clause), sure=sure)


def _outside_subjects(context: Context, clause: Clause) -> Refs:
    """Actors before the verb that the analysis gave to the clause around: "that in Oslo France and Chad signed"."""
    assert clause.verb is not None  # noqa: S101 - the caller looked
    own = clause.subject is not None and not clause.subject_shared
    return () if own or clause.verb.head < clause.start else context.who.actors_in(clause.start, clause.verb.head)


def _is_bound_by_parent(context: Context, clause: Clause, occasion: Occasion) -> bool:
    parent = context.clauses[clause.parent] if clause.parent is not None else None
    return (
        parent is not None
        and (clause.subject is None or clause.subject_shared)
        and (occasion.city(parent) is not None or occasion.has_day(parent))
    )


# --- listening ---------------------------------------------------------------------------------------------------


def watching(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read listening and watching, and what a delegation does: "verfolgte die Beratungen online", "the delegation took notes"."""
    clause, verb = context.clauses[index], context.clauses[index].verb
    if (
        verb is None
        or is_open(context, clause)
        or is_negated(clause)
        or (verb.tense not in _PRESENT_TENSES and clause.kind is not ClauseKind.PARTICIPLE)
        or verb.modals
    ):
        return
    remote = remote_word(context, clause)
    lemma = verb.lemma.split(" ")[0]
    row = any(is_word(context, p.head, "room") for p in clause.phrases if p.prep in ("from", "aus", "in"))
    watched = has_class(context, lemma, "watch") and (
        remote is not None or row or any(is_meeting(context, p) for p in objects(clause))
    )
    listened = has_class(context, lemma, "listen")
    delegated = clause.subject is not None and is_word(context, clause.subject.head, "delegation")
    if not (watched or listened or delegated) or clause.kind is ClauseKind.INFINITIVE or occasion.is_elsewhere(clause):
        return
    for ref in acts(subjects(context, index)):
        mode = Mode.REMOTE if remote is not None else Mode.IN_PERSON
        run = (remote, remote + 1) if remote is not None else run_of(clause)
        sure = 0.9 if remote is not None and watched else 0.6
        yield Presence(ref=ref, mode=mode, clause=index, rule="listened or watched", words=run, sure=sure)
