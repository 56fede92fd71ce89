"""Meetings that no noun names: somebody travels to see somebody, several sit at one table, one speaks to colleagues in a city.

Only clauses in which nothing else tells of a meeting, and only with a city: "was in Lima on Tuesday to meet her Chilean
counterpart", "at the table in Oslo sat Kenya and Peru", "told colleagues in Rabat".
Source: codebook, section 4 (a visit is a meeting if the host is another state).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role, Tense, Voice
from zusage.model.values import Authority, MeetingKind
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import MentionKind
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.cities import Dateline, Placed, city_at, places_in
from zusage.reading.meetings.kinds import has_class
from zusage.reading.meetings.mentions import Mention, gathering_at, mention_of_verb
from zusage.reading.operators import is_negated
from zusage.reading.places import state_of

_IN_OFFICE = frozenset({Authority.HEAD, Authority.MINISTER})
_FOR = frozenset({"zu", "for", "on", "auf", "in"})
_TOLD = frozenset({Tense.PRESENT, Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.FUTURE})
_PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_HUNG = frozenset({ClauseKind.INFINITIVE, ClauseKind.RELATIVE, ClauseKind.PARTICIPLE})
_WILLING = frozenset({"wollen", "sollen", "will"})


def find_encounters(context: Context, opening: Dateline | None, taken: frozenset[int]) -> Iterator[Mention]:
    """Yield what may be a meeting in clauses that have no mention of one, in the report's order."""
    for index, clause in enumerate(context.clauses):
        if index in taken or context.is_hidden(clause) or clause.verb is None or clause.question:
            continue
        if is_negated(clause) or clause.link is Link.CONDITION or set(clause.verb.modals) - _WILLING:
            continue
        kind = _kind(context, index) if next(_towns(context, clause), None) is not None else None
        if kind is None:
            continue
        mention = mention_of_verb(context, index, opening, kind, "people who meet")
        place = mention.city or next(_towns(context, clause), None)
        if place is not None:
            yield replace(mention, city=replace(place, firm=True))


def _kind(context: Context, index: int) -> MeetingKind | None:
    clause = context.clauses[index]
    if is_visit(context, index):
        return MeetingKind.BILATERAL
    if _at_table(context, clause) or brought_together(context, clause):
        return MeetingKind.SUMMIT
    if face_to_face(context, index):
        return MeetingKind.BILATERAL
    if _agree_there(context, clause) or _addresses_peers(context, clause) or _confer(context, clause):
        return MeetingKind.OTHER
    return None


def _towns(context: Context, clause: Clause) -> Iterator[Placed]:
    """The cities of a clause, a city that is visited too: "visited Lima"."""
    for start, end in clause.own:
        yield from places_in(context, start, end)
    if clause.verb is not None and clause.verb.lemma in words("paying-visits"):
        yield from (town for p in clause.with_role(Role.OBJECT) if (town := _town_of(context, p)) is not None)


def _town_of(context: Context, phrase: Phrase) -> Placed | None:
    """The capital that is all of a phrase: "visited **Lima**"; other towns are visited for what has happened there."""
    town = city_at(context, phrase.start)
    here = town is not None and phrase.prep is None and town.end == phrase.end
    return town if here and town is not None and state_of(town.city) is not None else None


# --- visits ------------------------------------------------------------------------------------------------------


def is_visit(context: Context, index: int) -> bool:
    """Say whether somebody in office goes where others are at home, to talk to them.

    "Peru's president travelled to Quito for talks with …", "war in Lima, um seinen Amtskollegen zu treffen".
    """
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.tense not in _TOLD or clause.subject is None or verb.voice is not Voice.ACTIVE:
        return False
    goes = verb.lemma.split(" ")[0] in words("visiting-verbs") or verb.lemma in COPULAS
    calls = verb.lemma in words("paying-visits") and any(_town_of(context, p) for p in clause.with_role(Role.OBJECT))
    if not (goes or calls) or not (calls or _has_aim(context, index)):
        return False
    towns = [place.city for place in _towns(context, clause)]
    guests = [ref.actor for ref in context.actors(clause.subject) if _may_visit(ref) or _is_team(context, clause)]
    return bool(towns) and any(state_of(towns[0]) != actor for actor in guests)


def in_office(ref: ActorRef) -> bool:
    """Say whether somebody is a person or holds an office of state, named or not."""
    return ref.person is not None or ref.authority in _IN_OFFICE


def _may_visit(ref: ActorRef) -> bool:
    envoy = ref.authority is Authority.OFFICIAL and ref.mention is not None and ref.mention.kind is MentionKind.OFFICE
    return in_office(ref) or envoy


def _is_team(context: Context, clause: Clause) -> bool:
    return clause.subject is not None and has_class(context, context.head(clause.subject).lemma, "delegation")


def _has_aim(context: Context, index: int) -> bool:
    """Say whether one goes for talks, on a visit, or in order to meet somebody."""
    clause = context.clauses[index]
    for phrase in clause.phrases:
        if any(p.prep in _FOR and _is_aim(context, p) for p in phrase.walk()):
            return True
    return any(meets_in(context, child) for child in context.children[index])


def _is_aim(context: Context, phrase: Phrase) -> bool:
    return (
        context.head(phrase).lemma.lower() in words("aims-of-visits") or gathering_at(context, phrase.head) is not None
    )


def meets_in(context: Context, index: int) -> bool:
    """Say whether a clause tells whom one goes to meet: "to meet her counterpart", "wo er mit dem König sprechen will"."""
    clause = context.clauses[index]
    verb = clause.verb
    aimed = clause.link in (Link.PURPOSE, Link.RELATIVE, Link.COORDINATE) or clause.kind in _HUNG
    if not aimed or verb is None or is_negated(clause) or verb.lemma.split(" ")[0] not in words("meeting-aims"):
        return False
    return any(_names_people(context, p) for p in clause.phrases if p is not clause.subject)


def _names_people(context: Context, phrase: Phrase) -> bool:
    return bool(people_in(context, phrase))


def people_in(context: Context, phrase: Phrase) -> tuple[ActorRef, ...]:
    """The people whom a phrase names by their office or as peers: "her Peruvian counterpart", "seinem Kollegen aus Lima"."""
    lemma = context.head(phrase).lemma.lower()
    peers = lemma in words("peers") or has_class(
        context, lemma, "ministers", "leaders", "official", "envoy", "delegation"
    )
    peers = peers or lemma in words("governments")
    found = []
    for ref in context.actors(phrase):
        named = ref.mention
        inside = named is not None and phrase.start <= named.head < phrase.end
        office = named is not None and named.kind in (MentionKind.OFFICE, MentionKind.PERSON)
        if inside and (peers or (office and in_office(ref))):
            found.append(ref)
    return tuple(found)


# --- two in one place ----------------------------------------------------------------------------------------------


def face_to_face(context: Context, index: int) -> tuple[ActorRef, ...]:
    """The people in office of two states who do something together in a city, or one of whom speaks to the other there.

    "Malta's premier and Peru's president **unveiled** the plan in Lima", "Perus Präsident **sicherte** seinem Kollegen in Lima zu".
    """
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or verb.tense not in _PAST or verb.voice is not Voice.ACTIVE or verb.modals:
        return ()
    if clause.subject is None or next(_towns(context, clause), None) is None:
        return ()
    subjects = clause.with_role(Role.SUBJECT) or (clause.subject,)
    who = [ref for phrase in subjects for ref in context.actors(phrase) if _is_seated(ref, phrase)]
    if verb.lemma.split(" ")[0] in words("speaking-to-somebody"):
        heard = clause.with_role(Role.OBJECT, Role.INDIRECT)
        who.extend(ref for p in heard if who for ref in people_in(context, p))
    several = len({ref.actor for ref in who}) > 1
    return tuple(who) if several else ()


def _is_seated(ref: ActorRef, subject: Phrase) -> bool:
    """Say whether somebody is named by his office in the subject itself."""
    named = ref.mention
    inside = named is not None and subject.start <= named.head < subject.end
    return (
        inside
        and named is not None
        and named.kind in (MentionKind.OFFICE, MentionKind.PERSON)
        and (in_office(ref) or ref.authority is Authority.OFFICIAL)
    )


# --- without a journey -------------------------------------------------------------------------------------------


def _at_table(context: Context, clause: Clause) -> bool:
    """Say whether several sit at a table: "Am Tisch in Oslo saßen Peru und Chile"."""
    seated = clause.verb is not None and has_class(context, clause.verb.lemma.split(" ")[0], "sit")
    tables = (i for i in context.own_tokens(clause) if "room" in context.presence[i])
    return seated and next(tables, None) is not None and len(_acting(context, clause)) > 1


def _acting(context: Context, clause: Clause) -> set[str]:
    """Who a clause is said of; English "at the table sat Peru and Chile" has them behind the verb."""
    phrases = [p for p in (clause.subject, *clause.with_role(Role.OBJECT)) if p is not None]
    return {ref.actor for phrase in phrases[:1] for ref in context.actors(phrase)}


def brought_together(context: Context, clause: Clause) -> bool:
    """Say whether somebody gathers others: "brought together envoys of Peru and Chile", "brachte sie an einen Tisch"."""
    verb = clause.verb
    if verb is None or verb.tense not in _PAST:
        return False
    table = verb.lemma == "bringen" and any(
        p.prep == "an" and context.head(p).lemma.lower().endswith("tisch") for p in clause.phrases
    )
    together = verb.lemma == "bring" and any(context.tokens[i].lower == "together" for i in context.own_tokens(clause))
    if not (table or together) and verb.lemma not in words("bringing-together"):
        return False
    if clause.subject is not None and gathering_at(context, clause.subject.head) is not None:
        return False  # "the conference brought together ministers from Chile"
    return any(
        context.actors(p) or has_class(context, context.head(p).lemma, "official", "donors", "ministers", "leaders")
        for p in clause.with_role(Role.OBJECT, Role.INDIRECT)
    )


def _agree_there(context: Context, clause: Clause) -> bool:
    """Say whether people of two states agree on something: "Peru's president and his Chilean guest agreed in Lima"."""
    verb = clause.verb
    if verb is None or verb.tense not in _PAST or verb.lemma not in words("deciding-together"):
        return False
    people = list(context.actors(clause.subject)) if clause.subject is not None else []
    return len({ref.actor for ref in people}) > 1


def _addresses_peers(context: Context, clause: Clause) -> bool:
    """Say whether somebody speaks to colleagues or delegates: "told colleagues in Rabat"."""
    verb = clause.verb
    if verb is None or verb.tense not in _PAST or not has_class(context, verb.lemma, "address", "teller"):
        return False
    heard = (p for p in clause.phrases if p.prep in (None, "to", "vor", "zu") and p is not clause.subject)
    heads = [context.head(p).lemma for p in heard]
    return any(
        (has_class(context, lemma, "audience") and context.lexicon.gathering(lemma) is None)
        or lemma.lower() in words("peers")
        for lemma in heads
    )


def _confer(context: Context, clause: Clause) -> bool:
    """Say whether two or more confer: "Chad and Kenya negotiated in Doha"."""
    verb = clause.verb
    if verb is None or verb.tense not in _PAST | {Tense.PRESENT}:
        return False
    return has_class(context, verb.lemma.split(" ")[0], "confer") and len(_acting(context, clause)) > 1
