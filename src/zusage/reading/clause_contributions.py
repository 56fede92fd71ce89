"""What a clause contributes: what its verb's content names, with what stands beside it, and what its money is for.

Examples: "zahlt 40 Millionen Euro für Munition"; "übernimmt eine Rolle bei der Überwachung"; "unterstützt logistisch". What
phrases name by themselves is in `zusage.reading.contributions`.
Source: codebook, section 2 (measures, quantities, money).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import ClauseKind, Link, Phrase, Pos, Role
from zusage.reading.amounts import apposed_amount, first_quantity, only_takes_up, split_off_amount
from zusage.reading.context import Context
from zusage.reading.contributions import (
    MILITARY_AID,
    MONEY_MEASURES,
    OWN_FORCES,
    PURPOSE,
    RELIEF,
    Contribution,
    contributions_in,
    distinct_contributions,
    fixed_purpose,
    is_purpose,
    is_vague,
    purpose_of,
    shared_compound,
)
from zusage.reading.lexicon import Sense, words
from zusage.reading.quantities import quantity_in
from zusage.reading.relief import helps_people_in_need, is_for_people_in_need, is_for_rebuilding, plain_help

NOBODY = words("nobody")
"""Words for an object that is not there: "schickt niemanden"."""

AMOUNT_PREPS = words("amount-preps")

BESIDE = words("beside-preps")

TASK = frozenset({"zu", "als", "as"})
"""Prepositions before what people and machines are sent for, or come as."""

MACHINES_AT_WORK = frozenset({"air", "naval"})
"""Measures of own machines, which stay what they are whatever they are sent to do."""

TASKS_OF_THINGS = {
    "troops": frozenset({"training", "other"}),
    "arms": frozenset({"intelligence"}),
    "air": frozenset({"intelligence"}),
}
"""What people and machines may be sent for, by their own measure: "Carabinieri zur Ausbildung", "Drohnen zur Aufklärung"."""


def contributions_of_content(context: Context, index: int, phrases: Sequence[Phrase]) -> tuple[Contribution, ...]:
    """What a verb's content names, with what stands beside it in the clause: purpose of money, "eine Rolle bei …", a sum."""
    named = contributions_in(context, phrases)
    if money := _sums(context, index, named):
        found = [*money, *(c for c in named if _stands_beside(c))]
        found.sort(key=lambda c: c.phrase.start if c.rule != "noun" and c.phrase is not None else len(context.tokens))
        return tuple(_without_parts(context, [with_purpose(context, index, c) for c in found]))
    if len(named) == 1:
        named = (_tasked(context, index, named[0]),)
    if len(named) == 1 and named[0].quantity is None:
        return (_as_money(_measured(context, index, named[0])),)
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


def _stands_beside(contribution: Contribution) -> bool:
    """Say whether something is given beside a sum: a thing, or a sum with a purpose of its own."""
    if contribution.rule == "money for a purpose":
        return contribution.quantity is not None
    return contribution.rule == "noun" and contribution.phrase is not None and contribution.phrase.prep is None


def _sums(context: Context, index: int, named: Sequence[Contribution]) -> list[Contribution]:
    """The sums among what is named; of military aid they are funding: "military aid to Chad | worth 40 million euros"."""
    money = [c for c in named if c.rule == "money"]
    if len(money) == 1 and money[0].quantity is None:
        money = [_measured(context, index, money[0])]
    military = any(c.rule == MILITARY_AID for c in named)
    return [replace(c, measure="funding", rule=MILITARY_AID) for c in money] if military else money


def _tasked(context: Context, index: int, contribution: Contribution) -> Contribution:
    """People and machines have the measure of their task: "Drohnen zur Aufklärung", "Carabinieri, zur Ausbildung".

    And soldiers that of what they come as: "schickt 30 Fallschirmjäger als Ausbilder", "sends paratroopers as instructors".
    """
    tasks = TASKS_OF_THINGS.get(contribution.measure, frozenset()) if contribution.rule == "noun" else frozenset()
    if "training" in tasks and (_are_to_train(context, index) or _is_to_train(context, index)):
        return replace(contribution, measure="training", rule="noun with its task")
    for phrase in context.clauses[index].phrases if tasks else ():
        thing = (
            context.lexicon.thing(context.head(phrase).lemma, context.before(phrase)) if phrase.prep in TASK else None
        )
        if thing is not None and thing.measure in tasks:
            return replace(contribution, measure=thing.measure, rule="noun with its task")
    return contribution


def _are_to_train(context: Context, index: int) -> bool:
    """Say whether a clause behind soldiers tells that they train others: "20 Soldaten, die Rekruten ausbilden sollen"."""
    for child in context.linked(index, Link.RELATIVE, Link.PURPOSE):
        verb = context.clauses[child].verb
        if verb is not None and verb.voice == "active" and verb.lemma in words("instructing"):
            return True
    return False


def _is_to_train(context: Context, index: int) -> bool:
    """Say whether a clause says that somebody is sent to train others: "will send soldiers to help train the police".

    Not "soldiers would go not to fight but to train": that is said of a force, nor "to train with the Chadian army".
    """
    verb, sense = context.clauses[index].verb, context.sense(index)
    if verb is None or sense is None or sense.kind != "give" or ("subj" in sense.content and verb.voice == "active"):
        return False
    for child in context.children[index]:
        clause = context.clauses[child]
        if clause.kind != ClauseKind.INFINITIVE or clause.verb is None or clause.start <= verb.head:
            continue
        inner = [child, *context.children[child]]
        trains = [i for i in inner if (v := context.clauses[i].verb) is not None and v.lemma in words("instructing")]
        helps = clause.verb.lemma in words("helping")
        if any(helps or i != child or context.clauses[i].with_role(Role.OBJECT) for i in trains):
            return True
    return False


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
                if quantity.is_money and contribution.rule == "general noun" and measure in MONEY_MEASURES:
                    measure = (
                        context.money_is_for or measure
                    )  # "stellt mit 80 Millionen Euro den größten Anteil bereit"
                return replace(contribution, quantity=quantity, measure=measure)
    return contribution


def _as_money(contribution: Contribution) -> Contribution:
    """Military aid with a sum behind it is money: "new military aid totalling 40 million euros"."""
    amount = contribution.quantity
    priced = contribution.rule == MILITARY_AID and amount is not None and amount.is_money
    return replace(contribution, measure="funding") if priced else contribution


def _beside(context: Context, index: int, phrases: Sequence[Phrase]) -> tuple[Contribution, ...]:
    """What the clause says beside a general word: "kann sich eine Rolle bei der Überwachung vorstellen"."""
    for phrase in phrases:
        if (amount := apposed_amount(context, phrase)) is not None:  # "an aid package totalling 40 million euros"
            return (Contribution(context.money_is_for or "funding", "money", phrase, amount),)
    inside = (part for phrase in context.clauses[index].phrases for part in phrase.walk())
    if any(context.head(part).lemma.lower() in words("in-millions") for part in inside):
        money = Contribution(context.money_is_for or "funding", "money", phrases[0])
        return (with_purpose(context, index, money),)  # "haben Hilfen in Millionenhöhe angekündigt"
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
        none = bool(phrases) and all(phrase.negated for phrase in phrases)  # "will keine Flüchtlinge aufnehmen"
        own = Contribution(sense.measure, "verb", phrases[0] if phrases else None, quantity, negated=none)
        return (own if quantity is not None else _measured(context, index, own),)
    adverbs = _adverbs(context, index)
    if adverbs and (sense.kind == "join" or all(c.sure < 1 for c in named)):
        helped = sense.kind != "join"  # who is supported militarily gets weapons, who takes part so sends soldiers
        return tuple(Contribution("arms" if helped and a == "troops" else a, "adverb") for a in adverbs)
    if named:
        if with_what := _strengthened_with(context, index, sense):
            return with_what
        found = _carried(context, index, sense, contributions_of_content(context, index, phrases))
        if sense.lemma in words("paying"):
            return _paid_for(found)
        return _without_undertaking(found) if sense.kind == "join" else _without_helped(found, sense)
    if any(context.head(part).lower in NOBODY for p in phrases for part in p.each()):
        return (Contribution("", "nobody", negated=True),)
    return _unnamed(context, index, sense, phrases)


def _strengthened_with(context: Context, index: int, sense: Sense) -> tuple[Contribution, ...]:
    """With what somebody strengthens an effort is what he gives: "verstärkt die Überwachung **mit zwei Schiffen**"."""
    if sense.lemma not in words("made-stronger"):
        return ()
    parts = (part for phrase in context.clauses[index].phrases for part in phrase.walk())
    phrases = [part for part in parts if part.prep in ("mit", "with")]
    found = contributions_in(context, phrases)
    counted = all(c.sure >= 1 and c.quantity is not None and not c.quantity.is_money for c in found)
    return found if counted and all(c.measure in MACHINES_AT_WORK for c in found) else ()


def _carried(context: Context, index: int, sense: Sense, found: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """Who moves another state's soldiers gives transport: "they fly **Ghanaian troops** to Lima".

    Not who brings in his own: "France flew in French troops".
    """
    if sense.lemma not in words("carrying-others"):
        return tuple(found)
    own = {ref.actor for ref in context.actors(context.clauses[index].subject)}
    return tuple(replace(c, measure="logistics") if _is_of_others(context, c, own) else c for c in found)


def _is_of_others(context: Context, contribution: Contribution, own: set[str]) -> bool:
    """Say whether soldiers are told to be a state's that does not act itself."""
    if contribution.measure != "troops" or contribution.phrase is None or not own:
        return False
    run = range(contribution.phrase.start, contribution.phrase.head)
    whose = {context.who.by_token[i].actor for i in run if i in context.who.by_token}
    return bool(whose) and whose.isdisjoint(own)


def _paid_for(found: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """Who pays for a force sends no soldiers: "will pay for the peacekeepers", "finanziert die Truppe"."""
    return tuple(
        replace(c, measure="funding", quantity=None) if c.measure == "troops" and c.rule != "money" else c
        for c in found
    )


def _without_undertaking(found: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """What somebody takes part in is no second thing that he gives: "beteiligt sich mit zwei Fregatten **an der Mission**"."""
    given = [
        c for c in found if c.sure >= 1 and c.quantity is not None and c.phrase is not None and c.phrase.prep == "mit"
    ]
    if not given:
        return tuple(found)
    machines = all(c.measure in MACHINES_AT_WORK for c in given)  # "mit sechs Kampfflugzeugen an der Überwachung"
    beside = {"general noun", "noun"} if machines else {"general noun"}
    return tuple(c for c in found if c.rule not in beside or c.phrase is None or c.phrase.prep not in ("an", "in"))


def _without_helped(found: Sequence[Contribution], sense: Sense) -> tuple[Contribution, ...]:
    """Who is supported with something is not given: "unterstützt **die Truppe** mit Aufklärungsdrohnen".

    Money is for what is supported with it: "unterstützt die Ausbildung mit 40 Millionen Euro".
    """
    if len(found) < 2 or "mit" not in sense.content or "obj" not in sense.content:  # noqa: PLR2004 - what and whom
        return tuple(found)
    given = tuple(c for c in found if c.phrase is not None and c.phrase.prep == "mit")
    aims = tuple(c for c in found if c not in given and is_purpose(c))
    if len(given) == len(aims) == 1 and given[0].rule == "money":
        return (replace(given[0], measure=aims[0].measure, rule="money for a purpose"),)
    return given or tuple(found)


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


def with_purpose(context: Context, index: int, contribution: Contribution) -> Contribution:
    """A purpose may stand as a phrase of the clause: "zahlt 40 Millionen Euro für Munition".

    Of several sums each has what stands behind it: "will 40 Millionen für den Wiederaufbau geben, 30 Millionen für humanitäre
    Hilfe".
    """
    if contribution.rule != "money":
        return contribution
    for phrase in _purposes_of(context, index, contribution.phrase):
        if _is_of_a_part(context, contribution.phrase, phrase) or _is_on_top(context, phrase):
            continue
        through = phrase.prep == "über" and contribution.quantity is not None  # "drei davon über das Hilfswerk"
        if phrase.prep in PURPOSE or through or (phrase.prep == "to" and _is_work(context, phrase)):
            for inner in contributions_in(context, [phrase]):
                if is_purpose(inner):
                    return replace(contribution, measure=purpose_of(context, inner), rule="money for a purpose")
            if (told := shared_compound(context, phrase)) is not None:
                return replace(contribution, measure=told, rule="money for a purpose")
            if (fixed := fixed_purpose(context, phrase)) is not None:
                return replace(contribution, measure=fixed, rule="money for a purpose")
        if is_for_people_in_need(context, phrase):
            return replace(contribution, measure="humanitarian", rule="money for a purpose")
    aim = "humanitarian" if helps_people_in_need(context, index) else _aim(context, index)
    return replace(contribution, measure=aim, rule="money for a purpose") if aim is not None else contribution


def _purposes_of(context: Context, index: int, whole: Phrase | None) -> Sequence[Phrase]:
    """The phrases of a clause that may tell what a sum is for: where it names several sums, those behind this one first."""
    phrases = context.clauses[index].phrases
    if whole is None or sum(context.has_money(phrase) for phrase in phrases) <= 1:
        return phrases
    behind = [phrase for phrase in phrases if phrase.start >= whole.end]
    nearer = next((at for at, phrase in enumerate(behind) if context.has_money(phrase)), len(behind))
    own = behind[:nearer]
    return [*own, *(phrase for phrase in phrases if phrase not in own)]


def _without_parts(context: Context, found: Sequence[Contribution]) -> Iterator[Contribution]:
    """Leave out parts of a sum that are for the same: "70 Millionen Euro, davon 20 Millionen für den Haushalt".

    Also the second of them, "davon 40 als Zuschüsse **und 30 als Kredite**", and "je fünf Millionen **davon** für Mali und Kuba".
    """
    for contribution in found:
        part = _is_part(context, found[0].phrase, contribution.phrase)
        if not part or all(o is contribution or o.measure != contribution.measure for o in found):
            yield contribution


def _is_part(context: Context, whole: Phrase | None, part: Phrase | None) -> bool:
    """Say whether a word like "davon" stands before a sum, behind the whole, or right behind the sum."""
    if part is None:
        return False
    first = whole.end if whole is not None and whole.end <= part.start else max(part.start - 1, 0)
    said = context.tokens[first : part.start]
    if whole is not part:
        said = said + context.tokens[part.start : part.end + 1]
    return any(token.lower in words("of-which") for token in said)


def _is_of_a_part(context: Context, whole: Phrase | None, phrase: Phrase) -> bool:
    """Say whether a purpose is that of a part of a sum: "50 Millionen Euro, davon 20 Millionen für Zelte"."""
    if whole is None or whole.end >= phrase.start or not context.quantities_in(whole.end, phrase.start):
        return False
    return any(token.lower in words("of-which") for token in context.tokens[whole.end : phrase.start])


def _is_on_top(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase names what comes besides a sum: "40 million euros, **in addition to the doctors** it has sent"."""
    return phrase.prep in ("in", "on") and context.head(phrase).lemma in words("on-top")


def _aim(context: Context, index: int) -> str | None:
    """What a clause of purpose says the money is for: "40 Millionen Euro, um Drohnen zu kaufen"."""
    for child in (*context.linked(index, Link.PURPOSE), *_infinitives(context, index), *gerunds(context, index)):
        if helps_people_in_need(context, child):
            return "humanitarian"
        if is_for_rebuilding(context, child):
            return "reconstruction"
        sense = context.sense(child)
        if sense is not None and sense.kind in ("give", "join"):
            for inner in contributions_of_verb(context, child, sense):
                if inner.measure not in MONEY_MEASURES | OWN_FORCES:
                    return inner.measure
    return None


def gerunds(context: Context, index: int) -> Iterator[int]:
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
    """Say whether money goes to some work, not to somebody: "devotes 8 million to the rebuilding", "to the relief effort"."""
    head = context.head(phrase).lemma
    thing = context.lexicon.thing(head, context.before(phrase))
    if head in words("clearings") or (thing is not None and thing.kind == "action"):
        return True
    return head in words("paid-works") and any(c.measure in RELIEF for c in contributions_in(context, [phrase]))


def _placed(context: Context, index: int) -> tuple[Contribution, ...]:
    """Where somebody would be tells what he contributes: "die Führung zur See übernehmen", "patrol the Black Sea"."""
    found: list[Contribution] = []
    for phrase in context.clauses[index].phrases:
        for part in phrase.walk():
            prep = part.prep or ("in" if context.analysis.language == "en" else "")  # "patrol the Black Sea"
            measure = context.lexicon.places.get(f"{prep} {context.head(part).lemma.lower()}")
            if measure is not None:
                found.append(Contribution(measure, "phrase", part))
    return distinct_contributions(found)


def _adverbs(context: Context, index: int) -> tuple[str, ...]:
    """How a clause says that somebody is helped: "unterstützt ihn finanziell und humanitär"; several only where joined."""
    clause = context.clauses[index]
    nominal = {i for p in clause.phrases if context.head(p).pos in (Pos.NOUN, Pos.PROPN) for i in range(p.start, p.end)}
    found: list[str] = []
    last = -1
    for i in context.own_tokens(clause):
        token = context.tokens[i]
        if i in nominal or token.pos not in (Pos.ADV, Pos.ADJ):
            continue
        measure = context.lexicon.modifiers.get(token.lemma.lower())
        if measure is not None and (not found or (context.tokens[i - 1].lower in words("joining") and last >= i - 3)):
            found.append(measure)
            last = i
    return tuple(dict.fromkeys(found))
