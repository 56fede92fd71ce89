"""Contributions: which measures the phrases of a clause name, with the words and the number that belong to each.

Example: "200 Soldaten und zwei Fregatten" gives troops (200 persons) and naval (2 items).
Source: codebook, section 2 (measures, quantities, money).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import ClauseKind, Link, Phrase, Pos, Role
from zusage.model.records import record
from zusage.model.statement import Quantity
from zusage.reading.amounts import apposed_amount, first_quantity, only_takes_up, split_off_amount
from zusage.reading.context import Context
from zusage.reading.lexicon import Sense, Thing, words
from zusage.reading.quantities import quantity_at, quantity_in
from zusage.reading.relief import FOR_WHOM, carries_relief, helps_people_in_need, is_for_people_in_need, plain_help
from zusage.reading.theme import is_donors_aim, is_tasked, purpose_of_effort

CONTAINERS = words("containers")
"""Nouns whose dependents name the thing: "eine Reihe von Panzern", "the delivery of grain"."""

SHIPS = frozenset({"HMS", "USS", "HMAS", "HMCS", "HMNZS", "HNLMS", "HDMS", "HNoMS", "INS", "LÉ"})
"""What stands before the name of a navy's ship: "HMS Diamond"."""

NOBODY = words("nobody")
"""Words for an object that is not there: "schickt niemanden"."""

NEITHER = words("neither")
"""Words that negate all members of the coordination they open."""

AMOUNT_PREPS = words("amount-preps")

BESIDE = words("beside-preps")

TASKS_OF_THINGS = {
    "troops": frozenset({"training", "other"}),
    "arms": frozenset({"intelligence"}),
    "air": frozenset({"intelligence"}),
}
"""What people and machines may be sent for, by their own measure: "Carabinieri zur Ausbildung", "Drohnen zur Aufklärung"."""

OPENING = 2
"""Sentences with a verb that tell what a report's money is for."""

MOST_OF_RELIEF = 2
"""Sums for relief from which on all the sums of a report may be."""

PURPOSE = words("purpose-preps")
"""Prepositions that give money its purpose."""


MILITARY_AID = "military aid"
"""The rule of a fixed term: weapons, or money where a sum is named."""

EFFORTS = frozenset({"humanitarian", "reconstruction", "arms"})
"""What all the money of a report may be for; other purposes hold for their sum alone."""

RELIEF = frozenset({"humanitarian", "reconstruction"})
"""Measures of help that a sum may be of; a sum of military aid is funding (codebook)."""

MONEY_MEASURES = frozenset({"funding"})

OWN_FORCES = frozenset({"troops", "air", "naval", "political", "guarantees", "backstop"})
"""What money does not contribute: who pays for a force sends no soldiers (codebook: military money is funding)."""


@record(frozen=True, slots=True)
class Contribution:
    """One thing that is contributed: its measure, the phrase that names it, its number, and the rule that found it.

    ``sure``: 1 where the words decide, less where the measure is a guess from general words or from the context.
    """

    measure: str
    rule: str
    phrase: Phrase | None = None
    quantity: Quantity | None = None
    sure: float = 1.0
    negated: bool = False


def contributions_in(context: Context, phrases: Iterable[Phrase]) -> tuple[Contribution, ...]:
    """All contributions that the phrases name, in order, one for each coordinated member."""
    found: list[Contribution] = []
    for phrase in phrases:
        neither = next((i for i in range(phrase.start, phrase.end) if context.tokens[i].lower in NEITHER), phrase.end)
        for part in phrase.each():
            denied = part.negated or part.end > neither
            idiom = context.lexicon.places.get(f"{part.prep} {context.head(part).lemma.lower()}")
            if idiom is not None and not _is_of_countries(context, part):
                found.append(Contribution(idiom, "phrase", part))
            else:
                found.extend(replace(c, negated=True) if denied and not c.negated else c for c in _parts(context, part))
    return _distinct(_without_gear(context, found))


def _without_gear(context: Context, found: list[Contribution]) -> list[Contribution]:
    """What rescuers and doctors bring is no arms: "sent doctors, sniffer dogs and ten tonnes of equipment"."""
    if not any(c.measure == "humanitarian" and c.sure >= 1 for c in found):
        return found
    return [
        c
        for c in found
        if c.measure != "arms" or c.phrase is None or context.head(c.phrase).lemma.lower() not in words("gear")
    ]


def _is_of_countries(context: Context, part: Phrase) -> bool:
    """Tell "an die Länder" from "an Land"."""
    return context.head(part).lower.startswith("länder")


def _distinct(found: list[Contribution]) -> tuple[Contribution, ...]:
    kept: list[Contribution] = []
    for contribution in found:
        same = [
            i
            for i, other in enumerate(kept)
            if other.measure == contribution.measure
            and other.negated == contribution.negated
            and (other.quantity is None or contribution.quantity is None or other.quantity == contribution.quantity)
        ]
        if not same:
            kept.append(contribution)
        elif kept[same[0]].quantity is None and contribution.quantity is not None:
            kept[same[0]] = replace(kept[same[0]], quantity=contribution.quantity)
    return tuple(kept)


def _parts(context: Context, part: Phrase) -> tuple[Contribution, ...]:
    """What a part names; several rules ask for it, so that it is kept, with the part and all that the context brings to it."""
    kept = context.kept.setdefault("contributions", {})
    key = (id(part), context.task, context.money_is_for)
    found: tuple[Phrase, tuple[Contribution, ...]] | None = kept.get(key)
    if found is None:
        found = kept[key] = part, tuple(_of_part(context, part))
    return found[1]


def _of_part(context: Context, part: Phrase) -> Iterator[Contribution]:
    head = context.head(part)
    if head.pos == Pos.PROPN and any(context.tokens[i].text in SHIPS for i in range(part.start, part.end)):
        yield Contribution("naval", "noun", part, Quantity(1, 1, "items"))
        return
    if head.pos in (Pos.PRON, Pos.PROPN) and context.lexicon.thing(head.lemma) is None and not context.has_money(part):
        return
    thing = context.lexicon.thing(head.lemma, context.before(part))
    if head.pos == Pos.NUM and thing is None and (some := tuple(_some_of(context, part))):
        yield from some
        return
    quantity = quantity_in(context, part, thing)
    if thing is not None and thing.kind == "none":
        return
    if _is_money(thing, quantity):
        yield _money(context, part, quantity)
    elif thing is not None and thing.kind in ("thing", "action") and thing.measure is not None:
        yield _thing(context, part, thing, quantity)
    elif thing is not None and thing.kind == "generic":
        yield from _general(context, part, thing, quantity)
    else:
        yield from _inside(context, part, quantity)


def _some_of(context: Context, part: Phrase) -> Iterator[Contribution]:
    """A number of what hangs on it is that many: "12 of its tanks", "between 4 and 8 of the country's 36 tanks"."""
    dependents = [dependent for dependent in part.dependents if dependent.prep == "of"]
    for inner in contributions_in(context, dependents):
        if inner.sure >= 1 and inner.rule == "noun":
            yield replace(inner, quantity=quantity_at(context, part.head, Thing("thing", inner.measure)), phrase=part)


def _is_money(thing: Thing | None, quantity: Quantity | None) -> bool:
    return (thing is not None and thing.kind == "money") or (quantity is not None and len(quantity.unit) == len("EUR"))


def _money(context: Context, part: Phrase, quantity: Quantity | None) -> Contribution:
    """Money has the measure of its purpose ("100 Millionen Euro für Drohnen": arms), else it is funding."""
    if quantity is None and context.head(part).lemma.lower() in CONTAINERS:  # "increase the amount of troops"
        inside = [c for c in _inside(context, part, None) if c.sure >= 1 and c.rule == "noun"]
        if inside:
            return inside[0]
    if (sort := _sort_of_help(context, part)) is not None:
        return Contribution(sort, "money for a purpose", part, quantity)
    for dependent in part.dependents:
        if dependent.prep in PURPOSE or dependent.prep == "of":  # "20 million euros of ammunition"
            for inner in contributions_in(context, [dependent]):
                if _is_purpose(inner):
                    return Contribution(_purpose(context, inner), "money for a purpose", part, quantity)
            if is_for_people_in_need(context, dependent):
                return Contribution("humanitarian", "money for a purpose", part, quantity)
    return Contribution(context.money_is_for or "funding", "money", part, quantity)


def _sort_of_help(context: Context, part: Phrase) -> str | None:
    """What help a sum is of, by its noun or adjective: "drei Millionen Euro Soforthilfe", "… humanitäre Hilfe"."""
    head = context.head(part).lemma
    thing = context.lexicon.thing(head, context.before(part))
    if thing is not None and thing.kind == "money" and "-" in head:  # "eine Impfstoff-Spende"
        thing = context.lexicon.thing(head.partition("-")[0])
    if thing is None or thing.kind not in ("thing", "generic"):
        return None
    told = [context.told_by(i) for i in context.inner_tokens(part) if context.tokens[i].pos == Pos.ADJ]
    measures = [thing.measure if thing.kind == "thing" else None, *told]
    weapons = thing.kind == "thing" and thing.measure == "arms"  # "a 30 million euro weapons package"
    return "arms" if weapons else next((m for m in measures if m in RELIEF), None)


def _purpose(context: Context, inner: Contribution) -> str:
    """Money for ports and roads builds them, whatever the ports are for."""
    head = context.head(inner.phrase).lemma.lower() if inner.phrase is not None else ""
    return "reconstruction" if head in words("building-nouns") else inner.measure


def _is_purpose(inner: Contribution) -> bool:
    """Say whether money for this has its measure; "in military aid" only says that the sum is military aid (funding)."""
    military = inner.rule == MILITARY_AID and inner.measure == "arms"
    money = inner.rule == "money"  # "5 billion in grants and loans": how it is paid
    return inner.sure >= 1 and inner.measure not in MONEY_MEASURES | OWN_FORCES and not military and not money


def _thing(context: Context, part: Phrase, thing: Thing, quantity: Quantity | None) -> Contribution:
    assert thing.measure is not None  # noqa: S101 - the caller looked
    head = context.head(part).lemma.lower()
    if thing.kind == "action" and (
        head in CONTAINERS or any(head.endswith(word) for word in ("lieferung", "entsendung"))
    ):
        for inner in _inside(context, part, quantity):
            if inner.sure >= 1:
                return replace(inner, rule="noun of action with its object")
    if head in words("unit-nouns"):
        for inner in _inside(context, part, None):
            if inner.sure >= 1 and inner.rule == "noun":
                return replace(inner, quantity=quantity or inner.quantity)
    if head in words("vehicles") and carries_relief(context, part):
        return Contribution("humanitarian", "noun with its load", part, quantity)
    if context.task is not None and is_tasked(head, context.task, thing.measure):
        return Contribution(context.task, "noun", part, quantity)
    return Contribution(thing.measure, "noun", part, quantity)


def _general(context: Context, part: Phrase, thing: Thing, quantity: Quantity | None) -> Iterator[Contribution]:
    """A general word ("Hilfe", "support") has the measure of its adjective or of what hangs on it."""
    for i in context.inner_tokens(part):
        token = context.tokens[i]
        if i != part.head and token.pos in (Pos.ADJ, Pos.ADV, Pos.NOUN):
            measure = context.told_by(i)
            if measure == "arms":  # "military aid": a fixed term, as sure as a noun
                yield Contribution("funding" if quantity is not None else measure, MILITARY_AID, part, quantity)
                return
            if measure is not None:
                yield Contribution(measure, "adjective", part, quantity)
                return
    if thing.measure != "arms" and any(is_for_people_in_need(context, dependent) for dependent in part.dependents):
        yield Contribution("humanitarian", "adjective", part, quantity)  # "die Hilfen für die Erdbebengebiete"
        return
    inside = [c for c in _inside(context, part, quantity) if c.sure >= 1]
    named = context.lexicon.thing(context.before(part)) if context.lexicon.language == "en" else None
    if inside:
        yield from inside
    elif named is not None and named.kind == "thing" and named.measure is not None:  # "a drone package"
        yield Contribution(named.measure, "noun", part, quantity)
    elif context.task is not None and is_tasked(context.head(part).lemma.lower(), context.task, thing.measure or ""):
        yield Contribution(context.task, "general noun", part, quantity, sure=0.7)
    elif thing.measure is not None:
        yield Contribution(thing.measure, "general noun", part, quantity, sure=0.7)


def _inside(context: Context, part: Phrase, quantity: Quantity | None) -> Iterator[Contribution]:
    """What hangs on a word that says nothing itself: "der Verkauf von Panzern", "mehr Hilfe bei der Ausbildung"."""
    for dependent in part.dependents:
        if dependent.role not in (Role.GENITIVE, Role.ATTRIBUTE, Role.OTHER):
            continue
        for inner in contributions_in(context, [dependent]):
            yield inner if inner.quantity is not None else replace(inner, quantity=quantity)


def contributions_of_content(context: Context, index: int, phrases: Sequence[Phrase]) -> tuple[Contribution, ...]:
    """What a verb's content names, with what stands beside it in the clause: purpose of money, "eine Rolle bei …", a sum."""
    named = contributions_in(context, phrases)
    money = [c for c in named if c.rule == "money"]
    if len(money) == 1 and money[0].quantity is None:
        money = [_measured(context, index, money[0])]
    if money:
        others = [c for c in named if c.rule == "noun" and c.phrase is not None and c.phrase.prep is None]
        return tuple(_without_parts(context, [_paid(context, index, c) for c in (*money, *others)]))
    if len(named) == 1:
        named = (_tasked(context, index, named[0]),)
    if len(named) == 1 and named[0].quantity is None:
        return (_measured(context, index, named[0]),)
    if named:
        return named
    for phrase in phrases:
        worth = phrase.end + 1 < len(context.tokens) and context.tokens[phrase.end + 1].lower == "worth"
        if worth and (amount := apposed_amount(context, phrase)) is not None:  # "the new programme, worth $8bn"
            return (Contribution(context.money_is_for or "funding", "money", phrase, amount),)
    if any(is_vague(context, part) for phrase in phrases for part in phrase.each()):
        if any(is_for_people_in_need(context, phrase) for phrase in context.clauses[index].phrases):
            return (_measured(context, index, Contribution("humanitarian", "adjective", phrases[0])),)
        return _beside(context, index, phrases)
    return _placed(context, index) if not phrases else ()


def _tasked(context: Context, index: int, contribution: Contribution) -> Contribution:
    """People and machines have the measure of their task: "Drohnen zur Aufklärung", "Carabinieri, zur Ausbildung"."""
    tasks = TASKS_OF_THINGS.get(contribution.measure, frozenset()) if contribution.rule == "noun" else frozenset()
    for phrase in context.clauses[index].phrases if tasks else ():
        thing = (
            context.lexicon.thing(context.head(phrase).lemma, context.before(phrase)) if phrase.prep == "zu" else None
        )
        if thing is not None and thing.measure in tasks:
            return replace(contribution, measure=thing.measure, rule="noun with its task")
    return contribution


def _measured(context: Context, index: int, contribution: Contribution) -> Contribution:
    """The amount may stand beside its noun: "verdoppelt ihren Anteil auf 100 Millionen", "raise its contingent to 500 soldiers"."""
    apposed = apposed_amount(context, contribution.phrase) or split_off_amount(
        context, index, contribution.phrase, contribution.measure
    )
    if apposed is not None:
        return replace(contribution, quantity=apposed)
    for phrase in context.clauses[index].phrases:
        counted = phrase.prep == "mit" and context.is_counted(phrase)  # "unterstützt den Aufbau mit 40 Millionen Euro"
        if counted or phrase.prep in AMOUNT_PREPS or context.head(phrase).lemma.lower() in words("amount-nouns"):
            thing = context.lexicon.thing(context.head(phrase).lemma, context.before(phrase))
            quantity = quantity_in(context, phrase, thing)
            if quantity is not None:
                told = (
                    thing is not None and thing.kind == "thing" and thing.measure is not None and contribution.sure < 1
                )
                measure = thing.measure if told and thing is not None and thing.measure else contribution.measure
                return replace(contribution, quantity=quantity, measure=measure)
    return contribution


def is_vague(context: Context, part: Phrase) -> bool:
    """Say whether a noun names help or a share without saying of what: "Unterstützung", "a role", "keine Zahl"."""
    head = context.head(part)
    thing = context.lexicon.thing(head.lemma, context.before(part))
    if thing is None:  # "eine Fortsetzung sei denkbar"
        return head.lemma.lower() in CONTAINERS and not part.dependents
    return thing.kind == "generic" and thing.measure is None


def _beside(context: Context, index: int, phrases: Sequence[Phrase]) -> tuple[Contribution, ...]:
    """What the clause says beside a general word: "kann sich eine Rolle bei der Überwachung vorstellen"."""
    for phrase in phrases:
        if (amount := apposed_amount(context, phrase)) is not None:  # "an aid package totalling 40 million euros"
            return (Contribution(context.money_is_for or "funding", "money", phrase, amount),)
    others = [p for p in context.clauses[index].phrases if p not in phrases and p.prep in BESIDE]
    found = contributions_in(context, others)
    if found:
        return found
    for phrase in others:
        if context.has_money(phrase):
            return (Contribution("funding", "money", phrase, quantity_in(context, phrase, None)),)
    return ()


def contributions_of_verb(context: Context, index: int, sense: Sense) -> tuple[Contribution, ...]:
    """What a contributing verb contributes: by its own meaning, its content, its adverbs, in this order.

    Examples: "bildet Soldaten aus" training; "liefert Getreide" humanitarian; "unterstützt logistisch" logistics.
    """
    phrases = context.content_phrases(index, sense)
    named = contributions_in(context, phrases)
    if sense.own_measure and sense.measure is not None:
        quantity = next((c.quantity for c in named if c.quantity is not None), None)
        quantity = quantity or first_quantity(context, sense, phrases)
        own = Contribution(sense.measure, "verb", phrases[0] if phrases else None, quantity)
        return (own if quantity is not None else _measured(context, index, own),)
    adverb = _adverb(context, index)
    if adverb is not None and (sense.kind == "join" or all(c.sure < 1 for c in named)):
        return (Contribution(adverb, "adverb"),)
    if named:
        return contributions_of_content(context, index, phrases)
    if any(context.head(part).lower in NOBODY for p in phrases for part in p.each()):
        return (Contribution("", "nobody", negated=True),)
    return _unnamed(context, index, sense, phrases)


def _unnamed(context: Context, index: int, sense: Sense, phrases: Sequence[Phrase]) -> tuple[Contribution, ...]:
    """What a verb contributes whose content names nothing: by place, by what stands beside it, by its usual object."""
    clause = context.clauses[index]
    found = _placed(context, index) or contributions_of_content(context, index, phrases)
    found = found or contributions_in(context, [p for p in clause.phrases if p.prep in ("mit", "with")])
    found = found or tuple(
        Contribution(measure, "help without a sort", part, sure=0.7, negated=part.negated)
        for measure, part in plain_help(context, sense, phrases)
    )
    if found or sense.measure is None:
        return found
    pressing = clause.verb is not None and (clause.verb.modals or clause.negation is not None)
    if not phrases and sense.kind == "withdraw" and clause.subject is not None and context.actors(clause.subject):
        return (Contribution(sense.measure, "verb", sure=0.7),)  # "Malawi zieht ab"
    if not phrases and not (pressing and sense.measure in MONEY_MEASURES):
        return ()
    if phrases and all(only_takes_up(context, part) for phrase in phrases for part in phrase.each()):
        return ()  # "supply the core of these": what was spoken of
    quantity = first_quantity(context, sense, phrases)
    denied = bool(phrases) and phrases[0].negated  # "entsendet keine eigenen"
    first = phrases[0] if phrases else None
    return (Contribution(sense.measure, "verb", first, quantity, sure=0.7, negated=denied),)


def money_purpose(context: Context) -> str | None:
    """What the money of a report is for, where its first sentences say so ("für den Wiederaufbau … 5 Milliarden zugesagt").

    Later sums without a purpose of their own have this one (codebook: money for a stated purpose has its measure); not where
    a sum before it has none, for then it is that one giver's.
    """
    bare = False
    long = list(dict.fromkeys(clause.sentence for clause in context.clauses if clause.verb is not None))[:OPENING]
    for index, clause in enumerate(context.clauses):
        if clause.sentence not in long:
            continue
        if next(_gerunds(context, index), None) is not None:  # "towards rebuilding": what this one giver's sum is for
            bare = True
            continue
        for phrase in clause.phrases:
            for part in phrase.walk():
                if _is_money_phrase(context, part):
                    if _is_for_several(context, [part, *clause.phrases]):
                        return None
                    measure = _paid(context, index, _money(context, part, None)).measure
                    if measure not in EFFORTS:
                        measure = _supported(context, index)
                    if measure in EFFORTS:
                        return purpose_of_effort(context) or _only_purpose(context) if bare else measure
                    bare = bare or context.has_money(part)
    return purpose_of_effort(context) or _only_purpose(context)


def _only_purpose(context: Context) -> str | None:
    """The one purpose that a report gives to sums, if it is relief or rebuilding: the sums beside it are for the same.

    "Die Geber sagten zwei Milliarden zu. Für den Wiederaufbau gibt Oslo 60 Millionen, Bern 40 Millionen."
    """
    if not any(is_donors_aim(context, measure) for measure in RELIEF):
        return None
    stated: Counter[str] = Counter()
    for index, clause in enumerate(context.clauses):
        for phrase in clause.phrases:
            for part in phrase.walk():
                if context.has_money(part):
                    told = _paid(context, index, _money(context, part, None))
                    stated.update([told.measure] if told.rule == "money for a purpose" else ())
    only = next(iter(stated)) if len(stated) == 1 else ""
    # in English reports what one giver rebuilds is too often his own purpose
    enough = stated[only] >= MOST_OF_RELIEF or (
        only == "reconstruction" and context.analysis.language == "de"
    )  # one giver's relief is his own purpose
    return only if only in RELIEF and enough and is_donors_aim(context, only) else None


def _is_for_several(context: Context, phrases: Sequence[Phrase]) -> bool:
    """Say whether money is for things of several measures: "pledges for humanitarian aid and military support"."""
    purposes = [p for phrase in phrases for part in phrase.walk() if part.prep in FOR_WHOM for p in part.each()]
    measures = {inner.measure for inner in contributions_in(context, purposes) if inner.sure >= 1}
    return len(measures) > 1


def _supported(context: Context, index: int) -> str:
    """What a clause with money in it says is supported: "unterstützt den Wiederaufbau mit 30 Milliarden Dollar".

    Help of a sort counts too: "erhöht die humanitäre Hilfe um 17 Millionen Euro".
    """
    for phrase in context.clauses[index].with_role(Role.OBJECT):
        if (sort := _sort_of_help(context, phrase)) is not None:
            return sort
        thing = context.lexicon.thing(context.head(phrase).lemma, context.before(phrase))
        if thing is not None and thing.kind == "action" and thing.measure is not None:
            return thing.measure
    return ""


def _is_money_phrase(context: Context, part: Phrase) -> bool:
    thing = context.lexicon.thing(context.head(part).lemma, context.before(part))
    return context.has_money(part) or (thing is not None and thing.kind == "money")


def _paid(context: Context, index: int, contribution: Contribution) -> Contribution:
    """A purpose may stand as a phrase of the clause: "zahlt 40 Millionen Euro für Munition"."""
    if contribution.rule != "money":
        return contribution
    for phrase in context.clauses[index].phrases:
        if _is_of_a_part(context, contribution.phrase, phrase):
            continue
        through = phrase.prep == "über" and contribution.quantity is not None  # "drei davon über das Hilfswerk"
        if phrase.prep in PURPOSE or through or (phrase.prep == "to" and _is_work(context, phrase)):
            for inner in contributions_in(context, [phrase]):
                if _is_purpose(inner):
                    return replace(contribution, measure=_purpose(context, inner), rule="money for a purpose")
        if is_for_people_in_need(context, phrase):
            return replace(contribution, measure="humanitarian", rule="money for a purpose")
    aim = "humanitarian" if helps_people_in_need(context, index) else _aim(context, index)
    return replace(contribution, measure=aim, rule="money for a purpose") if aim is not None else contribution


def _without_parts(context: Context, found: Sequence[Contribution]) -> Iterator[Contribution]:
    """Leave out part of a sum that is for the same: "70 Millionen Euro, davon 20 Millionen für den Haushalt"."""
    for contribution in found:
        first = contribution.phrase.start if contribution.phrase is not None else 0
        part = first > 0 and context.tokens[first - 1].lower in words("of-which")
        if not part or all(o is contribution or o.measure != contribution.measure for o in found):
            yield contribution


def _is_of_a_part(context: Context, whole: Phrase | None, phrase: Phrase) -> bool:
    """Say whether a purpose is that of a part of a sum: "50 Millionen Euro, davon 20 Millionen für Zelte"."""
    if whole is None or whole.end >= phrase.start or not context.quantities_in(whole.end, phrase.start):
        return False
    return any(token.lower in words("of-which") for token in context.tokens[whole.end : phrase.start])


def _aim(context: Context, index: int) -> str | None:
    """What a clause of purpose says the money is for: "40 Millionen Euro, um Drohnen zu kaufen"."""
    for child in (*context.linked(index, Link.PURPOSE), *_infinitives(context, index), *_gerunds(context, index)):
        if helps_people_in_need(context, child):
            return "humanitarian"
        sense = context.sense(child)
        if sense is not None and sense.kind in ("give", "join"):
            for inner in contributions_of_verb(context, child, sense):
                if inner.measure not in MONEY_MEASURES | OWN_FORCES:
                    return inner.measure
    return None


def _gerunds(context: Context, index: int) -> Iterator[int]:
    """What a sum goes towards, told by a verb: "promised 5 million towards rebuilding the port"."""
    money = [p for p in context.clauses[index].with_role(Role.OBJECT) if context.has_money(p)]
    for child in context.children[index] if money else ():
        clause = context.clauses[child]
        if clause.kind == ClauseKind.PARTICIPLE and clause.marker in PURPOSE and clause.start >= money[0].end:
            yield child


def _infinitives(context: Context, index: int) -> Iterator[int]:
    """The infinitives that a verb of promise takes for its content, though a sum is it: "pledged 5 million to rebuild …"."""
    money = [p for p in context.clauses[index].with_role(Role.OBJECT) if context.has_money(p)]
    for child in context.linked(index, Link.COMPLEMENT) if money else ():
        if context.clauses[child].kind == ClauseKind.INFINITIVE and context.clauses[child].start >= money[0].end:
            yield child


def _is_work(context: Context, phrase: Phrase) -> bool:
    """Say whether money goes to some work, not to somebody: "devotes 8 million to the rebuilding"."""
    thing = context.lexicon.thing(context.head(phrase).lemma, context.before(phrase))
    return thing is not None and thing.kind == "action"


def _placed(context: Context, index: int) -> tuple[Contribution, ...]:
    """Where somebody would be tells what he contributes: "die Führung zur See übernehmen", "patrol the Black Sea"."""
    found: list[Contribution] = []
    for phrase in context.clauses[index].phrases:
        for part in phrase.walk():
            prep = part.prep or ("in" if context.analysis.language == "en" else "")  # "patrol the Black Sea"
            measure = context.lexicon.places.get(f"{prep} {context.head(part).lemma.lower()}")
            if measure is not None:
                found.append(Contribution(measure, "phrase", part))
    return _distinct(found)


def _adverb(context: Context, index: int) -> str | None:
    clause = context.clauses[index]
    nominal = {i for p in clause.phrases if context.head(p).pos in (Pos.NOUN, Pos.PROPN) for i in range(p.start, p.end)}
    for i in context.own_tokens(clause):
        if i in nominal:
            continue
        token = context.tokens[i]
        if (
            token.pos in (Pos.ADV, Pos.ADJ)
            and (measure := context.lexicon.modifiers.get(token.lemma.lower())) is not None
        ):
            return measure
    return None
