"""English attendance in plain words, where no meeting is named beside the verb: it is the one that the report is about.

Examples: "Iran stayed away"; "Croatia did not take part"; "Riyadh came empty-handed"; "an official told reporters on the
sidelines"; "Austria, host of the meeting". Taking part in a mission is none.
Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Phrase, Tense, Voice
from zusage.model.values import Mode
from zusage.model.values import Role as Part
from zusage.reading.actors import ActorRef
from zusage.reading.attendance.manner import is_open, remote_word
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, has_class, is_word, objects, run_of, subjects
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.mentions import gathering_at
from zusage.reading.operators import is_negated

_PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_COMING = frozenset({"come", "attend", "turn up", "show up"})
_PARTAKING = frozenset({"take part", "participate", "partake"})
_JOINING = frozenset({"bring", "gather"})
_OF_ELSE = frozenset({"der", "des", "of", "einer", "eines"})
_LISTENERS = frozenset({"reporter", "journalist", "correspondent"})


def _is_read(context: Context, index: int, occasion: Occasion) -> bool:
    """Say whether a clause tells what came about, and not elsewhere or on another day; asked by every rule, so kept."""
    kept = context.kept.setdefault("attendance in plain words", {})
    if index not in kept:
        clause = context.clauses[index]
        told = clause.verb is not None and not is_open(context, clause)
        kept[index] = told and not occasion.is_apart(clause)
    read: bool = kept[index]
    return read


def _all(context: Context, index: int, mode: Mode, rule: str) -> Iterator[Presence]:
    for ref in acts(subjects(context, index)):
        yield Presence(ref=ref, mode=mode, clause=index, rule=rule, words=run_of(context.clauses[index]), sure=0.7)


def _lemma(clause: Clause) -> str:
    """The verb with its object where both are one: "take part"."""
    assert clause.verb is not None  # noqa: S101 - the caller looked
    return clause.verb.lemma


def _partakes(context: Context, clause: Clause) -> bool:
    part = any(context.head(p).lemma.lower() == "part" for p in objects(clause))
    return _lemma(clause) in _PARTAKING or (_lemma(clause) == "take" and part)


def staying_away(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read staying away: "Iran stayed away", "Croatia did not take part", "Poland wasn't there", "who had no seat"."""
    clause = context.clauses[index]
    if not _is_read(context, index, occasion) or clause.verb is None:
        return
    if clause.verb.tense not in _PAST and not _is_the_only_one(context, clause):
        return
    if clause.subject is not None and context.head(clause.subject).lower in words("first-persons"):
        return  # "We did not come to beg"
    mission = context.task in words("mission-tasks")
    denied = clause.negation is not None and not any(
        context.tokens[i].lower in words("no-coming") for i in context.own_tokens(clause)
    )
    away = _lemma(clause) in words("staying-away") and not denied
    missed = denied and (_lemma(clause) in _COMING or (_partakes(context, clause) and not mission))
    not_there = (
        denied
        and clause.verb.lemma in COPULAS
        and any(is_word(context, i, "room") for i in context.own_tokens(clause) if i > clause.verb.head)
    )
    if missed and _is_for_else(context, index):
        return
    if (away and not mission) or missed or not_there:
        yield from _all(context, index, Mode.ABSENT, "stayed away")


def _is_the_only_one(context: Context, clause: Clause) -> bool:
    """Say whether somebody is told as the one who did something: "was the only leader **to stay away**"."""
    outer = context.clauses[clause.parent] if clause.parent is not None else None
    if outer is None or outer.verb is None or clause.kind is not ClauseKind.INFINITIVE:
        return False
    told = outer.verb.lemma in COPULAS and outer.verb.tense in _PAST and not is_negated(outer)
    return told and any(context.tokens[i].lower in ("only", "first", "last") for i in context.own_tokens(outer))


def _is_for_else(context: Context, index: int) -> bool:
    """Say whether only what somebody came for is denied: "He had not come **to trade insults**"; not "did not come to attend"."""
    aims = [c for c in context.children[index] if context.clauses[c].kind is ClauseKind.INFINITIVE]
    for_else = any((s := context.sense(c)) is None or s.kind != "attend" for c in aims)
    behind = (context.tokens[p.start].lower == "to" and p.prep is None for p in context.clauses[index].phrases)
    return for_else or any(behind)


def coming(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read coming: "Russia came to listen", "Hungary and Slovakia took part, too", "China attended as an observer"."""
    clause = context.clauses[index]
    if (
        not _is_read(context, index, occasion)
        or clause.verb is None
        or clause.verb.tense not in _PAST
        or clause.negation
    ):
        return
    if clause.verb.voice is not Voice.ACTIVE:
        return
    mission = context.task in words("mission-tasks")
    came = (
        _lemma(clause) in _COMING
        and not any(context.tokens[i].lower in words("no-coming") for i in context.own_tokens(clause))
        and not objects(clause)
        and all(p.prep in (None, "as", "with") or _is_how(context, p) for p in clause.phrases)
    )
    if came or (_partakes(context, clause) and not mission and not any(p.prep == "in" for p in clause.phrases)):
        mode = Mode.REMOTE if remote_word(context, clause) is not None else Mode.IN_PERSON
        yield from _all(context, index, mode, "verb of coming")


def _is_how(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase only tells how somebody came: "by train", "in person"."""
    return phrase.prep == "by" or (phrase.prep == "in" and context.head(phrase).lower in ("person", "force"))


def arriving(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read named people's arrival: "The president landed on Saturday evening", "The ministers arrived at dawn"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in words("arriving") or is_negated(clause):
        return
    if is_open(context, clause) or occasion.is_elsewhere(clause) or clause.verb.tense not in _PAST:
        return
    if clause.verb.voice is not Voice.ACTIVE or objects(clause):
        return
    elsewhere = (p for p in clause.phrases if p.prep in ("in", "to", "at") and context.who.actors_in(p.start, p.end))
    if occasion.city(clause) is None and any(elsewhere):
        return
    for ref in acts(subjects(context, index)):
        if ref.person is not None:
            yield Presence(ref=ref, mode=Mode.IN_PERSON, clause=index, rule="arrived", words=run_of(clause), sure=0.7)


def absentees(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read lists of those who are missing: "The absentees included Peru's president", "Among the no-shows were …"."""
    clause = context.clauses[index]
    sentence = context.analysis.sentences[clause.sentence]
    if clause.start != sentence.start or occasion.is_elsewhere(clause):
        return
    at = next((i for i in context.own_tokens(clause) if _joined(context, i) in words("absentees")), None)
    if at is None or clause.verb is None or not (clause.verb.lemma in COPULAS or clause.verb.lemma == "include"):
        return
    for ref in acts(context.who.actors_in(at + 1, clause.end)):
        yield Presence(ref=ref, mode=Mode.ABSENT, clause=index, rule="is missing", words=(at, at + 1), sure=0.75)


def _joined(context: Context, i: int) -> str:
    """A word as it is written, with what a hyphen joins to it: "no-shows"."""
    tokens = context.tokens
    if i > 1 and tokens[i - 1].text == "-" and tokens[i - 1].start == tokens[i - 2].end:
        return f"{tokens[i - 2].lower}-{tokens[i].lower}"
    return tokens[i].lower


def on_the_sidelines(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read speaking to reporters at the meeting: "told reporters on the sidelines", "in the corridor"."""
    clause = context.clauses[index]
    if not _is_read(context, index, occasion) or is_negated(clause) or clause.verb is None:
        return
    sense = context.sense(index)
    heard = any(context.head(p).lemma.lower() in _LISTENERS for p in objects(clause))
    heard = heard or (sense is not None and sense.kind == "say")
    sides = [i for i in context.own_tokens(clause) if context.tokens[i].lower in words("sidelines")]
    if heard and any(context.tokens[i + 1].lower not in _OF_ELSE or occasion.gathering(clause) for i in sides):
        yield from _all(context, index, Mode.IN_PERSON, "spoke on the sidelines")


def gathering(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read whom a meeting gathers: "the conference brought together ministers from Chile", "participants included Peru"."""
    clause = context.clauses[index]
    if clause.verb is None or clause.subject is None or clause.verb.lemma.split(" ")[0] not in _JOINING | {"include"}:
        return
    if not _is_read(context, index, occasion):
        return
    if clause.verb.lemma == "include" and gathering_at(context, clause.subject.head) is not None:
        yield from _included(context, index)
        return
    if is_negated(clause):
        return
    joining = clause.verb.lemma.split(" ")[0] in _JOINING
    if joining:
        together = any(context.tokens[i].lower == "together" for i in context.own_tokens(clause))
        told = together and gathering_at(context, clause.subject.head) is not None
    else:
        told = has_class(context, context.head(clause.subject).lemma, "audience")
    is_past = clause.verb.tense in _PAST or joining
    phrase = next(iter(objects(clause)), None) if told and is_past else None
    for ref in acts(context.who.actors_in(phrase.start, clause.end, places=True)) if phrase is not None else ():
        yield Presence(ref=ref, mode=Mode.IN_PERSON, clause=index, rule="gathered", words=run_of(clause), sure=0.75)


def _included(context: Context, index: int) -> Iterator[Presence]:
    """Read whom a meeting includes or not: "the talks include Chile and Peru", "the meeting did not include the minister"."""
    clause = context.clauses[index]
    mode = Mode.ABSENT if is_negated(clause) else Mode.IN_PERSON
    for phrase in objects(clause):
        for ref in acts(context.who.actors_in(phrase.start, phrase.end, places=True)):
            yield Presence(ref=ref, mode=mode, clause=index, rule="included or not", words=run_of(clause), sure=0.75)


def hosts(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read a host beside his name: "Austria, host of the one-day meeting", "Sweden, joint host as holder of the presidency"."""
    clause = context.clauses[index]
    if occasion.is_elsewhere(clause):
        return
    for i in context.own_tokens(clause):
        if context.tokens[i].lower not in words("host-words") | words("chair-words") or i < 2:  # noqa: PLR2004 - a name and a comma
            continue
        if context.tokens[min(i + 1, len(context.tokens) - 1)].text == ",":  # "the host, the United Arab Emirates"
            named = context.who.actors_in(i + 2, min(i + 4, len(context.tokens)))
            yield from (_host(ref, index, i) for ref in acts(named[:1]) if context.tokens[i - 1].lower == "the")
        comma = next((k for k in range(i - 1, max(i - 4, 0), -1) if context.tokens[k].text == ","), None)
        if comma is None or has_class(context, context.tokens[i - 1].lemma, "nobody"):
            continue
        later = {context.tokens[k].lower for k in range(i + 1, min(i + 4, len(context.tokens)))}
        if "to" in later:
            continue  # "Kenya, host to half a million refugees"
        part = Part.CHAIR if context.tokens[i].lower in words("chair-words") else Part.HOST
        yield from (_host(ref, index, i, part) for ref in acts(context.who.actors_at(comma - 1)))


def _host(ref: ActorRef, index: int, token: int, part: Part = Part.HOST) -> Presence:
    return Presence(
        ref=ref,
        mode=Mode.IN_PERSON,
        clause=index,
        rule="host beside its name",
        words=(token, token + 1),
        part=part,
        sure=0.75,
    )
