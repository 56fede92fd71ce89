"""Contributions: which measures the phrases of a clause name, with the words and the number that belong to each.

Example: "200 Soldaten und zwei Fregatten" gives troops (200 persons) and naval (2 items).
Source: codebook, section 2 (measures, quantities, money).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from zusage.language.analysis import Phrase, Pos, Role
from zusage.model.records import record
from zusage.model.statement import Quantity
from zusage.reading.context import Context
from zusage.reading.lexicon import Thing, words
from zusage.reading.quantities import quantity_at, quantity_in
from zusage.reading.relief import carries_relief, is_for_people_in_need
from zusage.reading.theme import brings_relief, is_tasked, task_of_mission

CONTAINERS = words("containers")
"""Nouns whose dependents name the thing: "eine Reihe von Panzern", "the delivery of grain"."""

SHIPS = words("ship-prefixes")
"""What stands before the name of a navy's ship: "HMS Diamond"."""

NEITHER = words("neither")
"""Words that negate all members of the coordination they open."""

PURPOSE = words("purpose-preps")
"""Prepositions that give money its purpose."""

AID_PREPS = frozenset({"in", "of", "an", "for", "für"})
"""Prepositions between a sum and what help it is of: "five million in aid", "fünf Millionen an Hilfe"."""

PAID_WITHIN = 4
"""Tokens behind a sum that may tell in what it is paid."""

FURTHEST_ADJECTIVE = 14
"""Tokens before a noun of help within which adjectives may tell its sorts."""

MACHINES = frozenset({"arms", "air", "naval", "intelligence"})
ON = frozenset({"an", "auf", "on"})
"""Prepositions before what people are trained on."""

MILITARY_AID = "military aid"
"""The rule of a fixed term: weapons, or money where a sum is named."""

FOR_A_STAFF = frozenset({"for", "at", "to", "für"})
STAFF_WITHIN = 4
"""Tokens behind officers that may name the headquarters they are for."""

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
    openings = _openings_of_denial(context)
    for phrase in phrases:
        neither = phrase.end
        if openings:
            neither = next((i for i in openings if phrase.start <= i < phrase.end), phrase.end)
        for part in phrase.each():
            denied = part.negated or part.end > neither
            lemma = context.lemmas[part.head] if part.prep is not None else ""
            idiom = context.lexicon.places.get(f"{part.prep} {lemma}") if lemma else None
            if idiom is not None and not _is_of_countries(context, part):
                found.append(Contribution(idiom, "phrase", part))
            else:
                found.extend(replace(c, negated=True) if denied and not c.negated else c for c in _parts(context, part))
    return distinct_contributions(_without_trained_on(_without_gear(context, found))) if found else ()


def _openings_of_denial(context: Context) -> tuple[int, ...]:
    """The tokens that negate a coordination; a report has few, and every phrase asks for them."""
    found: tuple[int, ...] | None = context.kept.setdefault("neither", {}).get(0)
    if found is None:
        found = context.kept["neither"][0] = tuple(i for i, t in enumerate(context.tokens) if t.lower in NEITHER)
    return found


def _without_gear(context: Context, found: list[Contribution]) -> list[Contribution]:
    """What rescuers and doctors bring is no arms: "sent doctors, sniffer dogs and ten tonnes of equipment"."""
    if len(found) <= 1 or not any(c.measure == "humanitarian" and c.sure >= 1 for c in found):
        return found
    return [
        c
        for c in found
        if c.measure != "arms" or c.phrase is None or context.head(c.phrase).lemma.lower() not in words("gear")
    ]


def _without_trained_on(found: list[Contribution]) -> list[Contribution]:
    """What people are trained on is not given: "die Ausbildung von Piloten an Kampfjets", "bildet sie an Haubitzen aus"."""
    trained = [c.phrase.start for c in found if c.measure == "training" and c.phrase is not None]
    if not trained:
        return found
    return [
        c
        for c in found
        if c.measure not in MACHINES or c.phrase is None or c.phrase.prep not in ON or c.phrase.start < min(trained)
    ]


def _is_of_countries(context: Context, part: Phrase) -> bool:
    """Tell "an die Länder" from "an Land"."""
    return context.head(part).lower.startswith("länder")


def distinct_contributions(found: list[Contribution]) -> tuple[Contribution, ...]:
    """Return contributions with each measure, number and phrase once, in order."""
    if len(found) <= 1:
        return tuple(found)
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
    if (goods := context.goods_of(part)) is not None:  # "43 Tonnen Hilfsgüter": a weight counts no things
        yield from (replace(c, quantity=None) for c in _of_part(context, goods))
        return
    thing = context.lexicon.thing(head.lemma, context.before(part))
    if head.pos == Pos.NUM and thing is None and (some := tuple(_some_of(context, part))):
        yield from some
        return
    quantity = quantity_in(context, part, thing)
    if thing is not None and (thing.kind == "none" or _is_a_way(head.lower)):
        return
    if quantity is None and (sorts := sorts_of_help(context, part)):
        yield from (Contribution(sort, "adjective", part) for sort in sorts)
    elif _is_money(thing, quantity):
        yield money_in(context, part, quantity)
    elif thing is not None and thing.kind in ("thing", "action") and thing.measure is not None:
        yield _thing(context, part, thing, quantity)
    elif thing is not None and thing.kind == "generic":
        yield from _general(context, part, thing, quantity)
    else:
        yield from _inside(context, part, quantity)


def _is_a_way(word: str) -> bool:
    """Tell "will pay for **courses** on drones" from "will not change **course**"."""
    return word in words("ways")


def sorts_of_help(context: Context, part: Phrase) -> tuple[str, ...]:
    """What kinds of help several adjectives name: "financial and military support", "militärische und medizinische Hilfe".

    Empty where fewer than two different ones are joined. A parser may part the first from the rest, so that the words
    before the noun count, not the phrase.
    """
    if context.head(part).lemma.lower() not in words("help"):
        return ()
    found: list[str] = []
    joined = False
    for i in range(part.head - 1, max(-1, part.head - FURTHEST_ADJECTIVE), -1):
        token = context.tokens[i]
        if token.lower in words("joining"):
            joined = True
            continue
        measure = _sort_named(context, i)
        if i in context.who.by_token or (measure is None and token.pos is not Pos.ADJ):
            break
        if measure is not None:
            found.append(measure)
    return tuple(dict.fromkeys(reversed(found))) if joined and len(set(found)) > 1 else ()


def _sort_named(context: Context, token: int) -> str | None:
    """What help an adjective names, or a noun in its place: "security, food and development assistance"."""
    lemma = context.tokens[token].lemma.lower()
    measure = context.lexicon.modifiers.get(lemma)
    if measure is None:
        return next((row.partition("=")[2] for row in words("sorts-of-help") if row.partition("=")[0] == lemma), None)
    return "arms" if measure == "troops" else measure


def _some_of(context: Context, part: Phrase) -> Iterator[Contribution]:
    """A number of what hangs on it is that many: "12 of its tanks", "between 4 and 8 of the country's 36 tanks"."""
    dependents = [dependent for dependent in part.dependents if dependent.prep == "of"]
    for inner in contributions_in(context, dependents):
        if inner.sure >= 1 and inner.rule == "noun":
            yield replace(inner, quantity=quantity_at(context, part.head, Thing("thing", inner.measure)), phrase=part)


def _is_money(thing: Thing | None, quantity: Quantity | None) -> bool:
    return (thing is not None and thing.kind == "money") or (quantity is not None and quantity.is_money)


def money_in(context: Context, part: Phrase, quantity: Quantity | None) -> Contribution:
    """Money has the measure of its purpose ("100 Millionen Euro für Drohnen": arms), else it is funding."""
    if quantity is None and context.head(part).lemma.lower() in CONTAINERS:  # "increase the amount of troops"
        inside = [c for c in _inside(context, part, None) if c.sure >= 1 and c.rule == "noun"]
        if inside:
            return inside[0]
    if (sort := sort_of_help(context, part)) is not None:
        return Contribution(sort, "money for a purpose", part, quantity)
    if (told := _told_purpose(context, part.dependents)) is not None:
        return Contribution(told, "money for a purpose", part, quantity)
    if quantity is not None and _is_military_aid(context, part):
        return Contribution("funding", MILITARY_AID, part, quantity)
    named = _named_in(context, part)
    if not named.isdisjoint(words("loan-guarantees")):  # nothing is bought with it, whatever it is to bring about
        return Contribution("funding", "money for a purpose", part, quantity)
    return Contribution(_measure_of_sum(context, named), "money", part, quantity)


def _measure_of_sum(context: Context, named: set[str]) -> str:
    """What a sum without a purpose of its own is for: what the report's money is for, if it is not lent or for a budget."""
    if context.money_is_for is None:
        return "funding"
    lent = context.money_is_for == "humanitarian" and not words("loans").isdisjoint(named)
    return "funding" if lent or not words("budget-aid").isdisjoint(named) else context.money_is_for


def _named_in(context: Context, part: Phrase) -> set[str]:
    """The words of a sum, with what it is paid in: "3 million pounds | in loan guarantees"."""
    behind = context.tokens[part.end].lower in AID_PREPS if part.end < len(context.tokens) else False
    end = part.end + (PAID_WITHIN if behind else 0)
    return set(context.lemmas[part.start : end])


def _told_purpose(context: Context, dependents: Iterable[Phrase]) -> str | None:
    """What a sum is for by what hangs on it, None if that says nothing."""
    for dependent in dependents:
        if dependent.prep in PURPOSE or dependent.prep == "of":  # "20 million euros of ammunition"
            for inner in contributions_in(context, [dependent]):
                if is_purpose(inner):
                    return purpose_of(context, inner)
            if (told := shared_compound(context, dependent)) is not None:
                return told
            if (fixed := fixed_purpose(context, dependent)) is not None:
                return fixed
        if is_for_people_in_need(context, dependent):
            return "humanitarian"
    return None


def _is_military_aid(context: Context, part: Phrase) -> bool:
    """Say whether a sum is of military aid, and so funding whatever the report is on: "$5m in military assistance".

    A package of it may be arms (codebook), which the rest of the report tells.
    """
    inside = (inner for dependent in part.dependents if dependent.prep in AID_PREPS for inner in dependent.each())
    return any(
        _names_military_aid(context, one)
        for one in (part, *inside)
        if context.head(one).lemma.lower() not in words("aid-boxes")
    )


def _names_military_aid(context: Context, part: Phrase) -> bool:
    """Say whether help is of weapons by its adjective: "military aid package", "security assistance"."""
    head = context.head(part).lemma
    if head.lower() not in words("aid"):
        return False
    alone, thing = context.lexicon.thing(head), context.lexicon.thing(head, context.before(part))
    if thing is not None and thing != alone and thing.kind == "generic" and thing.measure == "arms":
        return True
    return any(context.told_by(i) == "arms" for i in context.inner_tokens(part) if i < part.head)


def sort_of_help(context: Context, part: Phrase) -> str | None:
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


def shared_compound(context: Context, phrase: Phrase) -> str | None:
    """What the first of two compounds with one ending names: "für Wiederaufbau- und Wirtschaftshilfe" is for rebuilding."""
    if context.analysis.language != "de":
        return None
    for token in context.tokens[phrase.start : phrase.head]:
        if token.text.endswith("-") and (thing := context.lexicon.thing(token.text[:-1])) is not None:
            return thing.measure if thing.measure in RELIEF else None
    return None


def fixed_purpose(context: Context, phrase: Phrase) -> str | None:
    """What money is for that is no measure of its own: clearing mines on land rebuilds, stronger forces are paid for.

    Examples: "vier Millionen Euro für die Minenräumung"; "für eine Stärkung der Streitkräfte". What is never given itself, only
    paid for, stands in lists of its own: "for a vaccination campaign", "für den Küstenschutz".
    """
    if (paid := _only_paid_for(context, phrase)) is not None:
        return paid
    if context.analysis.language != "de":
        return "reconstruction" if _clears_mines(context, phrase) else None
    heads = [context.head(part).lemma.lower() for part in phrase.each()]
    if any(head in words("clearing-of-mines") for head in heads) or _restores(context, phrase):
        return "reconstruction"
    return "funding" if strengthens_forces(context, phrase) else None


def _clears_mines(context: Context, phrase: Phrase) -> bool:
    """Say whether money clears mines: "to the removal of mines", "for the clearance of minefields"."""
    for part in phrase.each():
        if context.head(part).lemma.lower() in words("clearings"):
            what = {context.head(inner).lemma.lower() for dependent in part.dependents for inner in dependent.each()}
            if what & words("mine-words"):
                return True
    return False


def _only_paid_for(context: Context, phrase: Phrase) -> str | None:
    """What money is for by a noun of work that nobody hands over: "to host communities", "towards coastal protection"."""
    for part in phrase.each():
        named = (context.head(part).lemma, f"{context.before(part)} {context.head(part).lemma}")
        for measure in RELIEF:
            listed = words(f"paid-{measure}")
            if any(context.ends(name, word) for name in named for word in listed):
                return measure
    return None


def _restores(context: Context, phrase: Phrase) -> bool:
    """Say whether money repairs or extends what people live by: "in die Reparatur des Stromnetzes", "für den Ausbau der Häfen"."""
    for part in phrase.each():
        if context.head(part).lemma.lower() in words("restoring"):
            what = (context.head(inner).lemma for dependent in part.dependents for inner in dependent.each())
            if any(_is_lived_by(context, lemma) for lemma in what):
                return True
    return False


def _is_lived_by(context: Context, lemma: str) -> bool:
    known = context.lexicon.hint(lemma) == "reconstruction"
    return known or any(context.ends(lemma, thing) for thing in words("restored"))


def strengthens_forces(context: Context, phrase: Phrase) -> bool:
    """Say whether money makes soldiers or police stronger, and is funding whatever else a report's money is for.

    Example: "100 Millionen Euro für eine Stärkung der Streitkräfte" at a conference on relief.
    """
    for part in phrase.each():
        if context.head(part).lemma.lower() in words("strengthening"):
            whose = (context.head(inner).lemma.lower() for dependent in part.dependents for inner in dependent.each())
            if any(context.ends(lemma, force) for lemma in whose for force in words("armed-forces")):
                return True
    return False


def purpose_of(context: Context, inner: Contribution) -> str:
    """Money for ports and roads builds them, whatever the ports are for; building up an army rebuilds nothing."""
    if inner.phrase is None:
        return inner.measure
    head = context.head(inner.phrase).lemma.lower()
    if head in words("building-up") | words("repairs"):
        built = [context.thing_of(part) for dependent in inner.phrase.dependents for part in dependent.each()]
        measures = {thing.measure for thing in built if thing is not None}
        if head in words("repairs"):
            return "reconstruction" if "reconstruction" in measures else inner.measure  # "for the repair of the grid"
        if "troops" in measures:
            return "funding"  # "für den Aufbau der Truppe"
    return "reconstruction" if head in words("building-nouns") else inner.measure


def is_purpose(inner: Contribution) -> bool:
    """Say whether money for this has its measure; "in military aid" only says that the sum is military aid (funding)."""
    military = inner.rule == MILITARY_AID and inner.measure == "arms"
    money = inner.rule == "money"  # "5 billion in grants and loans": how it is paid
    energy = inner.measure == "other"  # "for its electricity": money to buy energy is funding (training/README.md)
    return inner.sure >= 1 and inner.measure not in MONEY_MEASURES | OWN_FORCES and not (military or money or energy)


def _thing(context: Context, part: Phrase, thing: Thing, quantity: Quantity | None) -> Contribution:
    assert thing.measure is not None  # noqa: S101 - the caller looked
    head = context.head(part).lemma.lower()
    if thing.kind == "action" and (
        head in CONTAINERS or any(head.endswith(word) for word in ("lieferung", "entsendung"))
    ):
        for inner in _inside(context, part, quantity):
            if inner.sure >= 1 and not _builds(context, head, inner):
                return replace(inner, rule="noun of action with its object")
    if (worked := _worked_on(context, part, thing)) is not None:
        return Contribution(worked, "noun of action with its object", part, quantity)
    if head in words("unit-nouns"):
        for inner in _inside(context, part, None):
            if inner.sure >= 1 and inner.rule == "noun":
                return replace(inner, quantity=quantity or inner.quantity)
    if head in words("vehicles") and carries_relief(context, part):
        return Contribution("humanitarian", "noun with its load", part, quantity)
    fights_fires = context.before(part).lower() in words("fire-fighting")
    if not fights_fires and brings_relief(context, head, thing.measure):
        return Contribution("humanitarian", "noun", part, quantity)
    return Contribution(_by_task(context, part, head, thing.measure), "noun", part, quantity)


def _builds(context: Context, head: str, inner: Contribution) -> bool:
    """Say whether something is built: "hilft beim **Bau von Häfen**" gives no harbours for anybody's transport."""
    built = inner.phrase is not None and context.head(inner.phrase).lemma.lower() in words("building-nouns")
    return built and head.endswith("bau")


def _worked_on(context: Context, part: Phrase, thing: Thing) -> str | None:
    """What work on something is by what it is done on, None if by its noun alone.

    Examples: "hilft beim **Aufbau der Armee**" training; "pays for the **bridge's repair**" reconstruction.
    """
    head = context.head(part).lemma.lower()
    setting_up, mending = head in words("setting-up"), head in words("repairs")
    if not (setting_up or mending):
        return None
    inside = [i for i in context.inner_tokens(part) if context.tokens[i].pos == Pos.NOUN and i != part.head]
    inside += [inner.head for dependent in part.dependents for inner in dependent.each()]
    lemmas = [context.tokens[i].lemma.lower() for i in inside]
    if setting_up:
        forces = words("forces-set-up")
        return "training" if any(lemma.endswith(force) for lemma in lemmas for force in forces) else None
    things = [context.lexicon.thing(lemma) for lemma in lemmas]
    rebuilt = any(one is not None and one.measure == "reconstruction" for one in things)
    rebuilt = rebuilt or not words("building-nouns").isdisjoint(lemmas)
    return "reconstruction" if rebuilt and thing.measure == "logistics" else None


def _by_task(context: Context, part: Phrase, head: str, measure: str) -> str:
    """What people and machines do by where they are sent, what the report is on, or the mission that they join."""
    if _is_on_staff(context, part, head):
        return "logistics"
    if measure == "troops" and _are_trained(context, part):
        return "training"
    if _serves_observers(context, part, head):
        return "monitoring"
    if context.task is not None and is_tasked(head, context.task, measure):
        return context.task
    return task_of_mission(context, part.head, measure) or measure


def _are_trained(context: Context, part: Phrase) -> bool:
    """Say whether people are those whom somebody trains: "is considering **training police officers**"."""
    return any(context.tokens[i].lower == "training" for i in range(part.start, part.head))


def _serves_observers(context: Context, part: Phrase, head: str) -> bool:
    """Say whether machines are for those who watch a truce: "**Drohnen für die Beobachter**", "drones for the observers"."""
    behind = range(part.head + 1, min(part.head + 1 + STAFF_WITHIN, len(context.tokens)))
    if not behind or context.tokens[behind[0]].lower not in words("serving-preps"):
        return False
    if not any(context.ends(head, machine) for machine in words("watching-machines")):
        return False
    things = [context.lexicon.thing(context.lemmas[i]) for i in behind]
    return any(thing is not None and thing.measure == "monitoring" for thing in things)


def _is_on_staff(context: Context, part: Phrase, head: str) -> bool:
    """Say whether officers are sent to a headquarters: "will send **officers for the headquarters**"."""
    behind = context.tokens[part.head + 1 : part.head + 1 + STAFF_WITHIN]
    if head not in words("staff-people") or not behind or behind[0].lower not in FOR_A_STAFF:
        return False
    return any(token.lemma.lower() in words("staffs") for token in behind)


def _general(context: Context, part: Phrase, thing: Thing, quantity: Quantity | None) -> Iterator[Contribution]:
    """A general word ("Hilfe", "support") has the measure of its adjective or of what hangs on it."""
    if _names_military_aid(context, part):  # a fixed term, as sure as a noun
        yield Contribution("funding" if quantity is not None else "arms", MILITARY_AID, part, quantity)
        return
    for i in context.inner_tokens(part):
        token = context.tokens[i]
        if i != part.head and token.pos in (Pos.ADJ, Pos.ADV, Pos.NOUN):
            measure = context.told_by(i)
            if measure is not None:
                yield Contribution(measure, "adjective", part, quantity)
                return
    if thing.measure != "arms" and any(is_for_people_in_need(context, dependent) for dependent in part.dependents):
        yield Contribution("humanitarian", "adjective", part, quantity)  # "die Hilfen für die Erdbebengebiete"
        return
    if brings_relief(context, context.head(part).lemma, thing.measure):  # "eine Maschine der Luftwaffe", after a flood
        yield Contribution("humanitarian", "general noun", part, quantity, sure=0.7)
        return
    named = context.lexicon.thing(context.before(part)) if context.lexicon.language == "en" else None
    inside = _hanging_on(context, part, quantity, at_least=1 if named is not None or thing.measure is not None else 0)
    if inside:
        yield from inside
    elif named is not None and named.kind == "thing" and named.measure is not None:  # "a drone package"
        yield Contribution(named.measure, "noun", part, quantity)
    elif (measure := _by_what_is_told(context, part, thing)) is not None:
        yield Contribution(measure, "general noun", part, quantity, sure=0.7)


def _hanging_on(context: Context, part: Phrase, quantity: Quantity | None, *, at_least: float) -> list[Contribution]:
    """What hangs on a general word, the sure ones if there are any: "eine Beteiligung **an der Truppe**"."""
    found = [c for c in _inside(context, part, quantity) if c.sure >= at_least]
    return [c for c in found if c.sure >= 1] or found


def _by_what_is_told(context: Context, part: Phrase, thing: Thing) -> str | None:
    """What a general word means by what the report, or the mission in its sentence, is for."""
    head = context.head(part).lemma
    if context.task is not None and is_tasked(head.lower(), context.task, thing.measure or ""):
        return context.task
    if thing.measure is None or brings_relief(context, head, thing.measure):
        return "humanitarian" if thing.measure is not None else None
    return task_of_mission(context, part.head, thing.measure) or thing.measure


def _inside(context: Context, part: Phrase, quantity: Quantity | None) -> Iterator[Contribution]:
    """What hangs on a word that says nothing itself: "der Verkauf von Panzern", "mehr Hilfe bei der Ausbildung"."""
    for dependent in part.dependents:
        if dependent.role not in (Role.GENITIVE, Role.ATTRIBUTE, Role.OTHER):
            continue
        for inner in contributions_in(context, [dependent]):
            if inner.rule == "money":  # "a total of 40 million euros | in humanitarian aid"
                beside = (other for other in part.dependents if other is not dependent)
                if (told := _told_purpose(context, beside)) is not None:
                    inner = replace(inner, measure=told, rule="money for a purpose")  # noqa: PLW2901
            yield inner if inner.quantity is not None else replace(inner, quantity=quantity)


def is_vague(context: Context, part: Phrase) -> bool:
    """Say whether a noun names help or a share without saying of what: "Unterstützung", "a role", "keine Zahl"."""
    head = context.head(part)
    thing = context.lexicon.thing(head.lemma, context.before(part))
    if thing is None:  # "eine Fortsetzung sei denkbar"
        return head.lemma.lower() in CONTAINERS and not part.dependents
    return thing.kind == "generic" and thing.measure is None
