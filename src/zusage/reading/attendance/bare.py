"""Coming, staying away and presiding where no meeting is named beside the verb: "Peru fehlte", "Oslo bleibt fern".

Only of somebody who can attend: a thing that is missing, or a state that stays out of a mission, is not read here.
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Pos, Role, Tense, Voice
from zusage.model.values import Authority, Mode
from zusage.model.values import Role as Part
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.manner import is_open
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, is_word, objects, run_of, subjects
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated

_BY_WHOM = frozenset({"durch", "von", "als", "as", "entgegen", "mangels", "trotz", "wegen"})
_PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_SEATED = frozenset({MentionKind.OFFICE, MentionKind.ROLE, MentionKind.PERSON})


def absences(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read being missed without a word for what: "Peru fehlte", "Nicht dabei war Peru", "Oslo war nicht geladen"."""
    clause = context.clauses[index]
    if clause.verb is None or is_open(context, clause) or occasion.is_elsewhere(clause):
        return
    if _names_more(context, clause) and not _is_in_city(clause, occasion):
        return
    if clause.subject is not None and not _is_somebody(context, clause.subject):
        return
    if _is_there_for_else(context, index):
        return
    if _is_missing(context, clause) or _is_not_there(context, clause):
        for ref in acts(subjects(context, index)):
            yield Presence(ref=ref, mode=Mode.ABSENT, clause=index, rule="was missing", words=run_of(clause), sure=0.75)


def _is_somebody(context: Context, subject: Phrase) -> bool:
    """Say whether a subject is somebody who could come: not "das Ja des Kongresses fehlt", "die Bundeswehr kommt nicht", "we"."""
    if context.head(subject).lower in words("first-persons"):
        return False
    mention = context.who.by_token.get(subject.head)
    if mention is not None:
        return mention.authority is not Authority.MILITARY
    people = is_word(
        context, subject.head, "official", "delegation", "envoy", "leaders", "ministers", "guest", "nobody"
    )
    return people or context.head(subject).pos is not Pos.NOUN


def _is_there_for_else(context: Context, index: int) -> bool:
    """Say whether somebody came, and only what for is denied: "ist **nicht** gekommen, **um** Geld zu verteilen"."""
    return any(context.clauses[child].link is Link.PURPOSE for child in context.children[index])


def _names_more(context: Context, clause: Clause) -> bool:
    """Say whether a clause names what somebody stays away from or cancels: then other rules read it."""
    own = (Role.PREDICATE, Role.ADVERBIAL, Role.AGENT)
    others = [p for p in clause.phrases if p is not clause.subject and p.role not in own and p.prep not in _BY_WHOM]
    return any(context.head(p).pos.value in ("NOUN", "PROPN") and not _is_time(context, p.start, p.end) for p in others)


def _is_in_city(clause: Clause, occasion: Occasion) -> bool:
    """Say whether all that a clause names besides is the meeting's city: "dessen Delegation in Lima fehlt"."""
    named = [p for p in clause.phrases if p is not clause.subject and p.prep is not None]
    return occasion.city(clause) is not None and all(p.prep == "in" for p in named)


def _is_time(context: Context, start: int, end: int) -> bool:
    return bool(context.dates_in(start, end))


def _is_missing(context: Context, clause: Clause) -> bool:
    """Say whether the verb is one of staying away; "kam nicht" as well, and a delegation that "sagte ab"."""
    assert clause.verb is not None  # noqa: S101 - the caller looked
    lemma = clause.verb.lemma
    if lemma in words("missing-verbs"):
        return not is_negated(clause)
    if lemma in words("coming-verbs"):
        return is_negated(clause)
    if lemma in words("partaking-verbs"):  # "Peru nahm nicht teil"; a mission is another matter
        return is_negated(clause) and clause.verb.tense in _PAST and context.task not in words("mission-tasks")
    sent = clause.subject is not None and _may_cancel(context, clause.subject)
    return lemma in words("cancelling-verbs") and not is_negated(clause) and not objects(clause) and sent


def _may_cancel(context: Context, subject: Phrase) -> bool:
    """Say whether a subject is a state or its people: "Mexiko sagte ab", "the Chilean delegation cancelled"."""
    mention = context.who.by_token.get(subject.head)
    state = mention is not None and mention.kind in (MentionKind.STATE, MentionKind.OFFICE, MentionKind.PERSON)
    return state or is_word(context, subject.head, "delegation", "official")


def _is_not_there(context: Context, clause: Clause) -> bool:
    """Say whether a past copula denies being there, or somebody was not invited."""
    verb = clause.verb
    assert verb is not None  # noqa: S101 - the caller looked
    if clause.negation is None:
        return False
    if verb.voice is not Voice.ACTIVE:
        return has_class(context, verb.lemma, "invite") and verb.lemma != "ask"
    return (
        verb.lemma in COPULAS
        and verb.tense in _PAST
        and any(
            is_word(context, i, "room") and context.tokens[i].tag != "EX"  # "there was no reaction"
            for i in context.own_tokens(clause)
        )
    )


def coming(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read coming and taking part in the report's meeting: "Der König reist an", "Peru nahm teil", "ließ sich vertreten"."""
    clause, sense = context.clauses[index], context.sense(index)
    verb = clause.verb
    if verb is None:
        return
    lets = "lassen" in verb.modals and verb.lemma == "vertreten"
    if lets:
        mode = Mode.REPRESENTED
    elif sense is not None and sense.kind == "attend" and sense.value == Mode.IN_PERSON:
        mode = Mode.IN_PERSON
    else:
        return
    if is_negated(clause) or is_open(context, clause) or occasion.is_elsewhere(clause):
        return
    if occasion.is_other_day(clause) or (not lets and _names_more(context, clause)):
        return  # by whom one is represented may have duties of his own: "durch ihren Kommissar für Frieden"
    travels = verb.lemma in words("travelling-verbs")
    took_part = verb.tense in _PAST and context.task is None
    for ref in acts(subjects(context, index)):
        seated = ref.mention is not None and ref.mention.kind in _SEATED
        if lets or took_part or (travels and seated):
            yield Presence(ref=ref, mode=mode, clause=index, rule="verb of coming", words=run_of(clause), sure=0.7)


def presiding(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read holding the chair: "Den Vorsitz teilten sich Peru und Chile", "der Minister, der den Vorsitz führte"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in words("presiding-verbs"):
        return
    if clause.kind is ClauseKind.INFINITIVE:
        return
    if is_negated(clause) or is_open(context, clause) or occasion.is_elsewhere(clause):
        return
    plain = (p for p in objects(clause) if "-" not in context.head(p).text and not p.dependents)  # no "EU-Vorsitz"
    chair = next((p for p in plain if is_word(context, p.head, "chair")), None)
    if chair is None or occasion.is_other_day(clause):
        return
    for ref in acts(subjects(context, index)):
        yield Presence(
            ref=ref,
            mode=Mode.IN_PERSON,
            clause=index,
            rule="holds the chair",
            words=(chair.start, chair.end),
            part=Part.CHAIR,
            sure=0.8,
        )
