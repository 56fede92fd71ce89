"""Numbers of a contribution: which quantity mention belongs to a phrase, and what it counts.

Examples: "bis zu 15.000 Soldaten" {null, 15000, persons}; "eine Fregatte" 1 item; "eine Kompanie" nothing.
Source: codebook, section 2 (quantities).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from zusage.language.analysis import Clause, Phrase, Pos, Token
from zusage.language.numbers import QuantityKind, QuantityMention, parse_number
from zusage.model.statement import Quantity
from zusage.reading.context import Context
from zusage.reading.lexicon import Thing, words

BACK = 12
"""Numbers that a sum without a currency looks back."""

AHEAD, APART = 6, 60
"""Numbers that it looks ahead, and characters between two of them."""

LEAST_SUM = 500_000
"""A bare number from here on is money, not people: "Japan kündigte 120 Millionen an"."""

COUNTED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY})
WORLD_CURRENCIES = frozenset({"EUR", "USD"})
"""Currencies in which anybody's sums are told; another one is its own country's before it is the next giver's."""

ITEM_MEASURES = frozenset({"arms", "air", "naval"})
GOODS_MEASURES = frozenset({"humanitarian", "reconstruction", "logistics"})
"""Measures whose things are counted where a number stands before them: "40 Transformatoren"."""
ARTICLES = words("articles") | {"another"}
"""What makes one of a thing: "a frigate", "another Patriot system"."""
OWNER_WITHIN = 4
"""Tokens between a paper and its amount: "die Zusage der Regierung über 40 Millionen"."""
HEADS = re.compile(r"(\w+?)-?köpfig")
QUOTES = frozenset('„“”"»«‚‘')
STOPS = frozenset(",;:.")
SUM_PREPS = frozenset({"von", "über", "of", "in"})
"""Prepositions between money and its amount."""
PERSON_MEASURES = frozenset({"troops", "monitoring", "training"})
_SAME = frozenset(
    {"ebenso", "ebensoviel", "genauso", "gleich", "selbe", "gleiche", "gleichen", "dieselbe", "denselben"}
)
_TIMES = {
    "ebenso": 1.0,
    "genau": 1.0,
    "halb": 0.5,
    "anderthalbmal": 1.5,
    "doppelt": 2.0,
    "doppelte": 2.0,
    "zweimal": 2.0,
    "dreimal": 3.0,
    "dreifache": 3.0,
    "viermal": 4.0,
    "vierfache": 4.0,
    "fünfmal": 5.0,
    "fünffache": 5.0,
    "zehnmal": 10.0,
    "zehnfache": 10.0,
}
"""Words of how many times as much something is."""
MULTIPLE_WITHIN = 4
"""Tokens before the word for a multiple that may say "more than"."""
BARE_PERSON_MEASURES = PERSON_MEASURES | {"humanitarian"}
"""Measures of which a number without a noun counts people: observers, trainers, refugees taken in."""
PEOPLE_TOO = frozenset({"humanitarian", "sanctions", "logistics", "other"})
"""Measures that may be counted in people: refugees taken in, persons on a list, staff."""
MASS = words("uncounted")
"""Nouns of counted measures that are not counted."""


def quantity_in(context: Context, phrase: Phrase, thing: Thing | None) -> Quantity | None:
    """The quantity that a phrase states, None if it states none that the codebook counts."""
    mentions = context.quantities_in(phrase.start, phrase.end)
    attached = _attached(context, phrase, thing) if mentions else frozenset[int]()
    for mention in mentions:
        if mention.kind not in COUNTED or _counts_givers(context, mention) or _is_model(context, phrase, mention):
            continue
        if (joined := _joined_to(context, mention)) is not None and joined not in words("heads-of-teams"):
            continue  # "a 30-bed hospital"
        if joined is not None:
            return Quantity(mention.min, mention.max, "persons")
        if any(context.tokens[i].start < mention.end and mention.start < context.tokens[i].end for i in attached):
            continue
        unit = mention.currency or currency_beside(context, mention) or _unit(context, phrase, thing, mention)
        if unit is not None and (mention.min is not None or mention.max is not None):
            return Quantity(*stated(context, mention), unit)
    return _headed(context, phrase) or _of_team(context, phrase) or _single(context, phrase, thing)


def _attached(context: Context, phrase: Phrase, thing: Thing | None) -> frozenset[int]:
    """The tokens of what hangs on a phrase by a preposition: their numbers count something else."""
    if _counts(context, phrase, thing) == "none" or context.head(phrase).lemma.lower() in words("amount-nouns"):
        return frozenset()  # "in Höhe von 40 Millionen"
    money = thing is not None and thing.kind == "money"  # "einen Kredit von 40 Millionen Euro"
    return frozenset(
        i
        for part in phrase.dependents
        if part.prep is not None
        and context.head(part).lemma.lower() not in words("amount-nouns")
        and not (money and part.prep in SUM_PREPS)
        for i in range(part.start, part.end)
    )


def _joined_to(context: Context, mention: QuantityMention) -> str | None:
    """The noun that a hyphen joins to an English number: "a 59-**member** team", "a 500-**strong** battalion"; none to a sum."""
    if mention.kind != QuantityKind.COUNT or context.lexicon.language != "en":
        return None
    at = bisect_left(context.tokens, mention.end, key=lambda token: token.start)
    joined = at + 1 < len(context.tokens) and context.tokens[at].text == "-" and context.tokens[at].start == mention.end
    return context.tokens[at + 1].lower if joined and context.tokens[at + 1].pos != Pos.NUM else None


def _headed(context: Context, phrase: Phrase) -> Quantity | None:
    """How many heads a team has: "ein 47-köpfiges Team"."""
    for i, heads in _counted_heads(context).items():
        if phrase.start <= i < phrase.head:
            return Quantity(heads, heads, "persons")
    return None


def _of_team(context: Context, phrase: Phrase) -> Quantity | None:
    """How many people a team is of: "a team of 75", "a delegation of about 150"."""
    if context.head(phrase).lemma.lower() not in words("teams"):
        return None
    parts = (p for p in phrase.dependents if p.prep == "of" and context.head(p).pos == Pos.NUM)
    numbers = (m for part in parts for m in context.quantities_in(part.start, part.end))
    counts = (m for m in numbers if m.kind == QuantityKind.COUNT and m.noun is None)
    return next((Quantity(m.min, m.max, "persons") for m in counts if m.min is not None or m.max is not None), None)


def _counted_heads(context: Context) -> dict[int, int]:
    """The tokens of a report that count heads, in order, with their number; hardly any, and asked for by every phrase."""
    found: dict[int, int] | None = context.kept.get("heads")
    if found is None:
        matches = ((i, HEADS.match(token.lower)) for i, token in enumerate(context.tokens) if "köpfig" in token.lower)
        counts = ((i, parse_number(match[1], "de")) for i, match in matches if match is not None)
        found = context.kept["heads"] = {i: int(count) for i, count in counts if count is not None}
    return found


def _is_model(context: Context, phrase: Phrase, mention: QuantityMention) -> bool:
    """Say whether a number is a make's: "some Challenger 2 tanks"; behind a country it is a number: "Chad 14 tanks"."""
    at = bisect_left(context.tokens, mention.start, key=lambda token: token.start)
    if mention.kind != QuantityKind.COUNT or not phrase.start < at < phrase.end or at - 1 in context.who.by_token:
        return False
    before = context.tokens[at - 1]
    named = before.pos == Pos.PROPN or (context.lexicon.language == "en" and before.pos == Pos.NOUN)
    return named and before.text[:1].isupper() and context.tokens[at].text.isdigit()


def _single(context: Context, phrase: Phrase, thing: Thing | None) -> Quantity | None:
    """One of its kind: "eine Fregatte", "ein Feldlazarett", "einen Admiral"; a unit or a mass is none."""
    first = phrase.start + (phrase.prep is not None and phrase.start < phrase.head)  # "mit einem Schiff"
    if thing is None or thing.kind != "thing":
        return None
    if context.tokens[first].lower not in ARTICLES:
        return Quantity(1, 1, "items") if thing.measure == "naval" and _is_named(context, phrase) else None
    head = context.head(phrase)
    lemma, unit = head.lemma.lower(), _counts(context, phrase, thing)
    if unit not in ("items", "persons") or lemma in MASS or lemma.endswith(("paket", *words("crowds"))):
        return None
    named = context.lexicon.unit(head.lemma, context.before(phrase)) is not None
    return Quantity(1, 1, unit) if named or thing.measure in ITEM_MEASURES else None


def _is_named(context: Context, phrase: Phrase) -> bool:
    """Say whether one ship is told by its name: "die Fregatte „Adler“"."""
    head, at = context.head(phrase), phrase.head + 1
    one = head.lower in (head.lemma.lower(), f"{head.lemma.lower()}s")
    name = context.tokens[at] if at < len(context.tokens) else None
    return one and name is not None and (name.text in QUOTES or name.pos == Pos.PROPN)


def stated(context: Context, mention: QuantityMention) -> tuple[float | None, float | None]:
    """The least and the most of a number: "ein Kredit über 40 Millionen" is 40 millions, "zahlt über 40 Millionen" more."""
    return mention.min, mention.min if _is_exact(context, mention) else mention.max


def _is_exact(context: Context, mention: QuantityMention) -> bool:
    """Tell "ein Kredit über 40 Millionen" from "zahlt über 40 Millionen": a paper or a promise stands before the word."""
    start = bisect_left(context.tokens, mention.start, key=lambda token: token.start)
    if mention.max is not None or not 0 < start < len(context.tokens):
        return False
    if context.tokens[start].lower == "over":  # "will hand over 2 million"
        return context.tokens[start - 1].lemma.lower() in words("over-verbs")
    if context.tokens[start].lower != "über":
        return False
    first = max(start - OWNER_WITHIN, 0)
    # "die Zusage Norwegens über 40 Millionen", "eine Kreditlinie ihrer Bank über …"
    for token in reversed(context.tokens[first:start]):
        if token.pos in (Pos.VERB, Pos.AUX, Pos.ADP) or token.text in STOPS:
            return False
        if token.pos == Pos.NOUN and _is_paper(context, token.lemma):
            return True
    return False


def _is_paper(context: Context, lemma: str) -> bool:
    """Say whether a noun is a promise, money or a paper, whose amount stands behind "über"."""
    thing = context.lexicon.thing(lemma)
    if context.lexicon.promise(lemma) is not None or (thing is not None and thing.kind in ("money", "generic")):
        return True
    return any(lemma.lower().endswith(word) for word in words("paper-nouns"))


def quantity_at(context: Context, token: int, thing: Thing) -> Quantity | None:
    """The quantity whose number or noun stands at a token, counted as the measure of ``thing`` counts: "Dänemark 30"."""
    for mention in context.quantities_in(token, token + 1):
        if (
            mention.kind in COUNTED
            and not _counts_givers(context, mention)
            and (mention.min is not None or mention.max is not None)
        ):
            unit = mention.currency or currency_beside(context, mention) or _usual_unit(thing)
            return Quantity(*stated(context, mention), unit) if unit is not None else None
    return None


def only_quantity(context: Context, clause: Clause, measure: str, beside: Phrase | None) -> Quantity | None:
    """The one number of a clause whose words leave open what it belongs to: "China fand sich zu 18 Millionen Dollar bereit".

    None where it has several, or where the number counts something else; ``beside``: a phrase whose number it is not.
    """
    mentions = [
        mention
        for start, end in clause.own
        for mention in context.quantities_in(start, end)
        if mention.kind in COUNTED
        and not _counts_givers(context, mention)
        and (mention.min is not None or mention.max is not None)
    ]
    if len(mentions) != 1 or (beside is not None and _holds(context, beside, mentions[0])):
        return None
    mention = mentions[0]
    unit = mention.currency if mention.kind == QuantityKind.MONEY else _unit_of_count(context, mention, measure)
    if unit is None:
        return None
    low, high = stated(context, mention)
    return Quantity(high if _is_change(context, clause, mention) else low, high, unit)


def _is_change(context: Context, clause: Clause, mention: QuantityMention) -> bool:
    """Say whether a range is what a figure was and what it becomes: "will raise its contribution from 90 to 140"."""
    verb, before = clause.verb, bisect_left(context.tokens, mention.start, key=lambda token: token.start)
    led = any(context.tokens[i].lower in words("figure-before") for i in (before - 1, before) if i >= 0)
    return led and verb is not None and verb.lemma in words("raising") | words("lowering")


def _counts_givers(context: Context, mention: QuantityMention) -> bool:
    """Say whether a number counts states or whoever gives: "wie 14 weitere EU-Staaten", "die 26 Länder"."""
    if mention.noun is None or mention.kind != QuantityKind.COUNT:
        return False
    noun = _counted_noun(context, mention.noun[0])
    return noun is not None and noun.lemma.lower().rpartition("-")[2] in words("giver-nouns")


def _counted_noun(context: Context, start: int) -> Token | None:
    """The word from a character on; None where the number counts only the end of the last one: a report cut off at "US-D"."""
    at = bisect_left(context.tokens, start, key=lambda token: token.start)
    return context.tokens[at] if at < len(context.tokens) else None


def _unit_of_count(context: Context, mention: QuantityMention, measure: str) -> str | None:
    """What a number counts by its noun, if that is something the measure counts: people, or the measure's own things."""
    if mention.noun is None:
        return "persons" if measure in PERSON_MEASURES else None
    noun = _counted_noun(context, mention.noun[0])
    lemma = noun.lemma if noun is not None else ""
    unit, thing = context.lexicon.unit(lemma), context.lexicon.thing(lemma)
    if unit == "persons":
        return unit if measure in PERSON_MEASURES or measure in PEOPLE_TOO else None
    own = thing is not None and thing.measure == measure and measure in ITEM_MEASURES
    return "items" if own and unit in (None, "items") else None


def _usual_unit(thing: Thing) -> str | None:
    if thing.measure in ITEM_MEASURES:
        return "items"
    return "persons" if thing.measure in PERSON_MEASURES else None


def currency_beside(context: Context, mention: QuantityMention) -> str | None:
    """The currency of a sum that leaves it out: "Indien gibt eine Million" after sums in dollars."""
    if not is_bare_sum(mention):
        return None
    place = bisect_left(context.quantities, mention.start, key=lambda q: q.start)
    before = [q.currency for q in reversed(context.quantities[max(0, place - BACK) : place]) if q.currency]
    if not before and context.analysis.language == "de":
        return _currency_behind(context, place)
    return next((c for c in before if c in WORLD_CURRENCIES), before[0] if before else None)


def _currency_behind(context: Context, place: int) -> str | None:
    """The currency that the last of a row of sums names: "Peru gibt 40 Millionen, Chile 60 Millionen Euro"."""
    for one, other in pairwise(context.quantities[place : place + AHEAD]):
        if "." in context.analysis.text[one.end : other.start] or other.start - one.end > APART:
            return None
        if other.currency is not None:
            return other.currency
        if not is_bare_sum(other):
            return None
    return None


AGAIN = frozenset({"again", "amount", "number", "sum", "figure"})
"""Nouns behind "the same", "an equal"."""
TIMES_AS_MUCH = {
    "twice": 2.0,
    "double": 2.0,
    "half": 0.5,
    "likewise": 0.0,
    "a": 0.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "ten": 10.0,
}
"""How many times as much the first word says, once where it is not here."""
LONGEST_TIMES = 4
"""Words of "half as many again"."""


def _english_multiple(context: Context, head: int) -> float | None:
    """How many times as much an English object says: "half as **many**", "the **same**", "an equal **number**"."""
    tokens = context.tokens
    if head + 1 < len(tokens) and tokens[head + 1].lower in ("as", "that", "of"):
        return None  # "as many as 500", "the same as before"
    end = head if tokens[head].lower in AGAIN else head + 1
    for length in range(LONGEST_TIMES, 1, -1):
        run = " ".join(token.lower for token in tokens[max(end - length, 0) : end])
        if run in words("as-much"):
            return TIMES_AS_MUCH.get(run.split(" ")[0], 1.0) or None
    return None


def multiple(context: Context, head: int) -> float | None:
    """How many times as much as told before a word is: "doppelt so **viel**", "das **Dreifache**", "dieselbe **Summe**".

    None where something else is compared: "ebenso viel **wie** im Vorjahr".
    """
    if context.analysis.language == "en":
        return _english_multiple(context, head)
    tokens = context.tokens
    word = tokens[head].lower
    if head + 1 < len(tokens) and tokens[head + 1].lower == "wie":
        return None
    two, one = (tokens[head - back].lower if head >= back else "" for back in (2, 1))
    if word in ("viel", "viele", "vielen"):
        return 1.0 if one in _SAME else _TIMES.get(two) if one == "so" else None
    if word.endswith(("fache", "fachen")) or word in ("doppelte", "doppelten"):
        return _TIMES.get(word.removesuffix("n")) if one in ("das", "dem") else None
    if tokens[head].lemma.lower() not in words("amount-words"):
        return None
    if one in ("doppelte", "doppelten"):
        return 2.0
    return 1.0 if tokens[head - 1].lemma.lower() in words("the-same") or one in _SAME else None


def is_more_than(context: Context, head: int) -> bool:
    """Say whether it is more than that: "**mehr als** doppelt so viel", "**gut** das Doppelte"."""
    before = [token.lower for token in context.tokens[max(head - MULTIPLE_WITHIN, 0) : head]]
    return "gut" in before or ("mehr", "als") in pairwise(before)


def is_bare_sum(mention: QuantityMention) -> bool:
    """Say whether a number without currency and noun is a sum: "Japan gibt 120 Millionen", but not "help millions"."""
    number = mention.min if mention.min is not None else mention.max
    return (
        mention.kind == QuantityKind.COUNT and mention.noun is None and (number or 0) >= LEAST_SUM and not mention.vague
    )


def _counts(context: Context, phrase: Phrase, thing: Thing | None) -> str | None:
    unit = context.lexicon.unit(context.head(phrase).lemma, context.before(phrase))
    if unit is None and context.is_people(phrase):
        return "persons"
    if unit is None and thing is not None and thing.kind != "action":  # "drei Lieferungen" are no things
        if thing.measure in ITEM_MEASURES:
            return "items"
        bare = context.head(phrase).pos == Pos.NUM  # "Latvia has accepted 526", "Austria offers 80"
        if (thing.measure == "troops" and thing.kind == "thing") or (bare and thing.measure in BARE_PERSON_MEASURES):
            return "persons"
        if thing.kind == "thing" and thing.measure in GOODS_MEASURES:
            return "items"
    return unit


def _unit(context: Context, phrase: Phrase, thing: Thing | None, mention: QuantityMention) -> str | None:
    """What a number counts: by the phrase's noun; within a unit by the noun it stands at ("ein Bataillon mit 500 Soldaten")."""
    unit = _counts(context, phrase, thing)
    if unit == "none":
        inside = (p for p in phrase.dependents if _holds(context, p, mention))
        unit = next((context.lexicon.unit(context.head(p).lemma, context.before(p)) for p in inside), None)
    if unit is None and mention.noun is not None:  # "eine Spende von 500 Dosen"
        noun = _counted_noun(context, mention.noun[0])
        unit = context.lexicon.unit(noun.lemma) if noun is not None else None
    return None if unit == "none" else unit


def _holds(context: Context, part: Phrase, mention: QuantityMention) -> bool:
    return context.tokens[part.start].start <= mention.start < context.tokens[part.end - 1].end
