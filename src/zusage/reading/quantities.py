"""Numbers of a contribution: which quantity mention belongs to a phrase, and what it counts.

Examples: "bis zu 15.000 Soldaten" {null, 15000, persons}; "eine Fregatte" 1 item; "eine Kompanie" nothing.
Source: codebook, section 2 (quantities).
"""

from __future__ import annotations

from bisect import bisect_left

from zusage.language.analysis import Clause, Phrase, Pos
from zusage.language.numbers import QuantityKind, QuantityMention, resolve_currency
from zusage.model.statement import Quantity
from zusage.reading.context import Context
from zusage.reading.lexicon import Thing, words

BACK = 12
"""Numbers that a sum without a currency looks back."""

LEAST_SUM = 500_000
"""A bare number from here on is money, not people: "Japan kündigte 120 Millionen an"."""

COUNTED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY})
ITEM_MEASURES = frozenset({"arms", "air", "naval"})
ARTICLES = words("articles")
SUM_PREPS = frozenset({"von", "über", "of", "in"})
"""Prepositions between money and its amount."""
PERSON_MEASURES = frozenset({"troops", "monitoring", "training"})
PEOPLE_TOO = frozenset({"humanitarian", "sanctions", "logistics", "other"})
"""Measures that may be counted in people: refugees taken in, persons on a list, staff."""
MASS = words("uncounted")
"""Nouns of counted measures that are not counted."""


def quantity_in(context: Context, phrase: Phrase, thing: Thing | None) -> Quantity | None:
    """The quantity that a phrase states, None if it states none that the codebook counts."""
    is_unit = _counts(context, phrase, thing) == "none"
    money = thing is not None and thing.kind == "money"  # "einen Kredit von 40 Millionen Euro"
    attached = {
        i
        for part in phrase.dependents
        if part.prep is not None
        and not is_unit
        and context.head(part).lemma.lower() not in words("amount-nouns")
        and not (money and part.prep in SUM_PREPS)
        for i in range(part.start, part.end)
    }
    for mention in context.quantities_in(phrase.start, phrase.end):
        if mention.kind not in COUNTED:
            continue
        if any(context.tokens[i].start < mention.end and mention.start < context.tokens[i].end for i in attached):
            continue
        unit = mention.currency or _currency_before(context, mention) or _unit(context, phrase, thing, mention)
        if unit is not None and (mention.min is not None or mention.max is not None):
            return Quantity(mention.min, mention.min if _is_exact(context, mention) else mention.max, unit)
    return _single(context, phrase, thing)


def _single(context: Context, phrase: Phrase, thing: Thing | None) -> Quantity | None:
    """One of its kind: "eine Fregatte", "ein Feldlazarett", "einen Admiral"; a unit or a mass is none."""
    first = phrase.start + (phrase.prep is not None and phrase.start < phrase.head)  # "mit einem Schiff"
    if thing is None or thing.kind != "thing" or context.tokens[first].lower not in ARTICLES:
        return None
    head = context.head(phrase)
    lemma, unit = head.lemma.lower(), _counts(context, phrase, thing)
    if unit not in ("items", "persons") or lemma in MASS or lemma.endswith("paket"):
        return None
    named = context.lexicon.unit(head.lemma, context.before(phrase)) is not None
    return Quantity(1, 1, unit) if named or thing.measure in ITEM_MEASURES else None


def _is_exact(context: Context, mention: QuantityMention) -> bool:
    """Tell "ein Kredit über 40 Millionen" from "zahlt über 40 Millionen": a paper or a promise stands before the word."""
    start = bisect_left(context.tokens, mention.start, key=lambda token: token.start)
    if mention.max is not None or not 0 < start < len(context.tokens) or context.tokens[start].lower != "über":
        return False
    before = context.tokens[start - 1]
    if before.pos == Pos.PROPN and start > 1:  # "die Zusage Norwegens über 40 Millionen"
        before = context.tokens[start - 2]
    if before.pos != Pos.NOUN:
        return False
    thing, promise = context.lexicon.thing(before.lemma), context.lexicon.promise(before.lemma)
    return promise is not None or (thing is not None and thing.kind in ("money", "generic"))


def quantity_at(context: Context, token: int, thing: Thing) -> Quantity | None:
    """The quantity whose number or noun stands at a token, counted as the measure of ``thing`` counts: "Dänemark 30"."""
    for mention in context.quantities_in(token, token + 1):
        if mention.kind in COUNTED and (mention.min is not None or mention.max is not None):
            unit = mention.currency or _currency_before(context, mention) or _usual_unit(thing)
            return Quantity(mention.min, mention.max, unit) if unit is not None else None
    return None


def only_quantity(context: Context, clause: Clause, measure: str, beside: Phrase | None) -> Quantity | None:
    """The one number of a clause whose words leave open what it belongs to: "China fand sich zu 18 Millionen Dollar bereit".

    None where it has several, or where the number counts something else; ``beside``: a phrase whose number it is not.
    """
    mentions = [
        mention
        for start, end in clause.own
        for mention in context.quantities_in(start, end)
        if mention.kind in COUNTED and (mention.min is not None or mention.max is not None)
    ]
    if len(mentions) != 1 or (beside is not None and _holds(context, beside, mentions[0])):
        return None
    mention = mentions[0]
    unit = mention.currency if mention.kind == QuantityKind.MONEY else _unit_of_count(context, mention, measure)
    return Quantity(mention.min, mention.max, unit) if unit is not None else None


def _unit_of_count(context: Context, mention: QuantityMention, measure: str) -> str | None:
    """What a number counts by its noun, if that is something the measure counts: people, or the measure's own things."""
    if mention.noun is None:
        return "persons" if measure in PERSON_MEASURES else None
    at = bisect_left(context.tokens, mention.noun[0], key=lambda token: token.start)
    lemma = context.tokens[at].lemma
    unit, thing = context.lexicon.unit(lemma), context.lexicon.thing(lemma)
    if unit == "persons":
        return unit if measure in PERSON_MEASURES or measure in PEOPLE_TOO else None
    own = thing is not None and thing.measure == measure and measure in ITEM_MEASURES
    return "items" if own and unit in (None, "items") else None


def _usual_unit(thing: Thing) -> str | None:
    if thing.measure in ITEM_MEASURES:
        return "items"
    return "persons" if thing.measure in PERSON_MEASURES else None


def _currency_before(context: Context, mention: QuantityMention) -> str | None:
    """The currency of a sum that leaves it out: "Indien gibt eine Million" after sums in dollars."""
    if not is_bare_sum(mention):
        return None
    place = bisect_left(context.quantities, mention.start, key=lambda q: q.start)
    return next((q.currency for q in reversed(context.quantities[max(0, place - BACK) : place]) if q.currency), None)


def is_bare_sum(mention: QuantityMention) -> bool:
    """Say whether a number without currency and noun is a sum: "Japan gibt 120 Millionen", but not "help millions"."""
    number = mention.min if mention.min is not None else mention.max
    return (
        mention.kind == QuantityKind.COUNT and mention.noun is None and (number or 0) >= LEAST_SUM and not mention.vague
    )


def in_own_currency(context: Context, phrase: Phrase | None, actor: str | None) -> Quantity | None:
    """A sum in a currency that only its giver tells: "1,6 Milliarden Kronen" of Norway."""
    if phrase is None:
        return None
    for mention in context.quantities_in(phrase.start, phrase.end):
        if mention.currency is None and mention.currency_family:
            currency = resolve_currency(mention.currency_family, actor)
            if currency is not None and (mention.min is not None or mention.max is not None):
                return Quantity(mention.min, mention.max, currency)
    return None


def _counts(context: Context, phrase: Phrase, thing: Thing | None) -> str | None:
    unit = context.lexicon.unit(context.head(phrase).lemma, context.before(phrase))
    if unit is None and context.is_people(phrase):
        return "persons"
    if unit is None and thing is not None:
        if thing.measure in ITEM_MEASURES:
            return "items"
        if thing.measure == "troops":
            return "persons"
    return unit


def _unit(context: Context, phrase: Phrase, thing: Thing | None, mention: QuantityMention) -> str | None:
    """What a number counts: by the phrase's noun; within a unit by the noun it stands at ("ein Bataillon mit 500 Soldaten")."""
    unit = _counts(context, phrase, thing)
    if unit == "none":
        inside = (p for p in phrase.dependents if _holds(context, p, mention))
        unit = next((context.lexicon.unit(context.head(p).lemma, context.before(p)) for p in inside), None)
    return None if unit == "none" else unit


def _holds(context: Context, part: Phrase, mention: QuantityMention) -> bool:
    return context.tokens[part.start].start <= mention.start < context.tokens[part.end - 1].end
