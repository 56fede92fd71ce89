"""Amounts that stand beside what they count: behind a comma, with the name of a make, alone behind a verb.

Source: codebook, section 2 (quantities).
"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.language.analysis import Clause, Phrase, Pos
from zusage.model.statement import Quantity
from zusage.reading.context import Context
from zusage.reading.lexicon import Sense, Thing, words
from zusage.reading.quantities import currency_beside, quantity_in

WITH_IT = frozenset({"mit", "aus", "von"})
TAKING_UP = frozenset({"damit", "daraus", "davon"})


def apposed_amount(context: Context, phrase: Phrase | None) -> Quantity | None:
    """The amount behind its noun: "the largest pledge, 40 million euros", "a package, worth $5m", "aid totalling $5m"."""
    if phrase is None or phrase.end + 1 >= len(context.tokens):
        return None
    behind = context.tokens[phrase.end]
    if behind.text not in (",", "–", "—") and behind.lower not in words("totalling"):
        return None
    at = phrase.end + 1 + (context.tokens[phrase.end + 1].lower in words("amount-openers"))
    stated = context.quantities_in(at, min(at + 1, len(context.tokens)))
    sums = ((q, q.currency or currency_beside(context, q)) for q in stated)
    return next((Quantity(q.min, q.max, currency) for q, currency in sums if currency is not None), None)


def split_off_amount(context: Context, index: int, phrase: Phrase | None, measure: str) -> Quantity | None:
    """The number that stands with the name of a make before its noun: "some 30 Abrams | main battle tanks"."""
    before = [p for p in context.clauses[index].phrases if phrase is not None and p.end == phrase.start]
    if not before or before[0].prep is not None or before[0].head in context.who.by_token:
        return None
    head = context.head(before[0])
    named = head.pos in (Pos.PROPN, Pos.NOUN) and head.text[:1].isupper()
    return quantity_in(context, before[0], Thing("thing", measure)) if named else None


def first_quantity(context: Context, sense: Sense, phrases: Sequence[Phrase]) -> Quantity | None:
    """The number of a verb's content; a bare one, or one of places, counts people where the verb takes people in.

    Examples: "agreed to resettle 10,000", "will accept 300 Syrians", "takes in 200".
    """
    found = next((q for p in phrases if (q := quantity_in(context, p, None)) is not None), None)
    if found is None and sense.measure == "arms":  # "will supply six CV90s": a name that no lexicon has
        arms = Thing("thing", "arms")
        names = [part for p in phrases for part in p.each() if context.head(part).pos in (Pos.PROPN, Pos.NOUN)]
        return next((q for part in names if (q := quantity_in(context, part, arms)) is not None), None)
    if found is None and sense.lemma in words("training-verbs"):  # "train 500 officer cadets"
        return next((q for p in phrases if (q := quantity_in(context, p, Thing("thing", "troops"))) is not None), None)
    people = Thing("thing", "troops") if sense.measure == "humanitarian" else None
    if found is not None or people is None:
        return found
    bare = [part for p in phrases for part in p.each() if context.head(part).pos == Pos.NUM or context.is_people(part)]
    return next((q for part in bare if (q := quantity_in(context, part, people)) is not None), None)


def only_takes_up(context: Context, part: Phrase) -> bool:
    """Say whether a phrase only takes up what was spoken of: a pronoun, a bare number, "most of these"."""
    head = context.head(part)
    return head.pos in (Pos.PRON, Pos.NUM, Pos.DET) or head.lemma.lower() in words("portions")


def is_on_the_money(context: Context, clause: Clause) -> bool:
    """Say whether a sentence is on the money just named: "Das Geld soll …", "The funds will go to …", "Damit sollen …"."""
    if context.tokens[clause.start].lower in TAKING_UP:
        return clause.verb is not None and (bool(clause.verb.modals) or clause.verb.voice != "active")
    if clause.verb is None or clause.negation is not None or not clause.phrases:
        return False
    first = clause.phrases[0]
    opens = first is clause.subject or first.prep in WITH_IT
    named = opens and context.head(first).lemma.lower() in words("the-money")
    article = words("definite-dative" if first.prep in WITH_IT else "definite")
    return named and any(context.tokens[i].lower in article for i in range(first.start, first.head))
