"""What speaks for each amount that a contribution may have where the rules find none: the features of `likely`.

The options are none, each number in the sentences around, as people, things or money, each number in the scale and currency of
the sum before it ("Chile gave 11 million dollars, **Oman three**"), and one of each thing that the clause names ("will host
**a field hospital**"). An option has signs of where it stands to the contribution, what it counts, whose it is else, and what
stands beside it.

Source: codebook, section 2 (quantities).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from zusage.language.analysis import Clause, Phrase, Pos
from zusage.language.numbers import QuantityMention
from zusage.model.quote import Quote
from zusage.model.records import record
from zusage.model.statement import Commitment, Quantity
from zusage.reading.certainty import LEARNED
from zusage.reading.commitments import Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.quantities import COUNTED, is_bare_sum, stated
from zusage.reading.sums.numbers import Bounds, counts, digits_of, readings_of

BACK, ON = 2, 1
"""Sentences before and behind a contribution in which its amount may stand."""
NEAR = 3
"""Tokens between a number and what is contributed that make it stand right beside it."""
FAR = 60
"""Tokens between the contributor and a number from which nothing between them counts any more."""
MOST = 3
"""From how many numbers in a sentence on they are many."""


@record(frozen=True, slots=True)
class Option:
    """An amount that a contribution may have, None for none; what speaks for it; the words that tell it."""

    quantity: Quantity | None
    features: tuple[str, ...]
    quote: Quote | None = None


@record(frozen=True, slots=True)
class _Case:
    """A contribution without an amount, and what is asked of it for each option.

    ``claims``: whose each amount is that the report's other contributions have.
    """

    context: Context
    candidate: Candidate
    clause: int
    sentence: int
    measure: str
    how: str
    claims: dict[Bounds, str]
    inside: int


def options_of(context: Context, candidate: Candidate, statements: Sequence[Commitment]) -> list[Option]:
    """The amounts that a contribution may have, each with its signs; ``statements``: what the report tells of others'."""
    clause = candidate.clauses[0]
    here = context.clauses[clause].sentence
    sentences = context.analysis.sentences
    around = range(max(0, here - BACK), min(len(sentences), here + ON + 1))
    mentions = [m for n in around for m in context.quantities_in(sentences[n].start, sentences[n].end) if counts(m)]
    first, end = context.tokens[sentences[here].start].start, context.tokens[sentences[here].end - 1].end
    case = _Case(
        context=context,
        candidate=candidate,
        clause=clause,
        sentence=here,
        measure=candidate.contribution.measure,
        how=_learned(candidate.contribution.rule),
        claims=_claims(candidate, statements),
        inside=min(MOST, sum(first <= mention.start < end for mention in mentions)),
    )
    found = [Option(None, tuple(_of_none(case)))]
    for mention in mentions:
        found.extend(_of_mention(case, mention))
    for phrase in context.clauses[clause].phrases:
        for part in phrase.each():
            found.extend(_of_thing(case, part))
    return found


def _learned(rule: str) -> str:
    """A rule's name; that of what was learned goes on with numbers."""
    return LEARNED if rule.startswith(LEARNED) else rule


def _claims(candidate: Candidate, statements: Sequence[Commitment]) -> dict[Bounds, str]:
    found: dict[Bounds, str] = {}
    for one in statements:
        if one.quantity is not None:
            whose = "own" if one.actor == candidate.actor.actor else "others"
            what = "same" if one.measure == candidate.contribution.measure else "another"
            bounds = (one.quantity.min, one.quantity.max)
            sign = f"{whose} {what}"
            if found.get(bounds, sign) != sign:
                sign = "several"
            found[bounds] = sign
    return found


# --- none --------------------------------------------------------------------------------------------------------


def _of_none(case: _Case) -> Iterator[str]:
    context, candidate = case.context, case.candidate
    yield "none"
    yield f"none measure {case.measure}"
    yield f"none firmness {candidate.firmness}"
    yield f"none how {case.how}"
    yield f"none inside {case.inside}"
    yield f"none firmness {candidate.firmness} inside {case.inside}"
    phrase = candidate.contribution.phrase
    if phrase is not None:
        head = context.head(phrase)
        yield f"none head {head.lemma.lower()}"
        yield f"none head {head.tag}"
        yield f"none opens {_opening(context, phrase)}"


def _opening(context: Context, phrase: Phrase) -> str:
    """The class of the word that a noun phrase opens with: "a" and "its" make one of a thing, "more" does not."""
    at = phrase.start + (phrase.prep is not None and phrase.start < phrase.head)
    token = context.tokens[at]
    if token.lower in words("articles"):
        return "article"
    return f"{token.pos.value}{token.tag}" if at < phrase.head else "bare"


# --- numbers -----------------------------------------------------------------------------------------------------


@record(frozen=True, slots=True)
class _Place:
    """Where a number stands: its first token and the one behind it, its clause, the phrase of that clause that has it."""

    first: int
    last: int
    index: int | None
    clause: Clause | None
    phrase: Phrase | None


def _place_of(context: Context, mention: QuantityMention) -> _Place | None:
    first = bisect_left(context.token_starts, mention.start)
    last = max(first + 1, bisect_left(context.token_starts, mention.end))
    if last > len(context.tokens):
        return None
    index = context.clause_of.get(first)
    clause = context.clauses[index] if index is not None else None
    phrases = clause.phrases if clause is not None else ()
    return _Place(first, last, index, clause, next((p for p in phrases if p.start <= first < p.end), None))


def _of_mention(case: _Case, mention: QuantityMention) -> Iterator[Option]:
    context, measure = case.context, case.measure
    place = _place_of(context, mention)
    if place is None:
        return
    bounds = stated(context, mention)
    sort = "bare sum" if is_bare_sum(mention) else mention.kind.value
    counted, fits, lemma = _noun(case, mention)
    where, claim = _where(case, place), case.claims.get(bounds, "free")
    signs = [
        "amount",
        *_of_place(case, place, where, sort),
        *_of_words(case, mention, place),
        f"noun {lemma} {measure}",
        f"fits {fits} {measure} {sort}",
        f"fits {fits} {where}",
        f"sort {sort} {measure}",
        f"sort {sort} {measure} {where}",
        f"at {where} {claim}",
        f"claim {claim}",
    ]
    quote = context.quote(place.first, place.last)
    for quantity, how in readings_of(context, mention, bounds):
        unit = "money" if quantity.is_money else quantity.unit
        more = (
            f"as {how}",
            f"as {how} {where}",
            f"unit {unit} {measure}",
            f"unit {unit} noun {counted} {fits}",
            f"unit {unit} noun {lemma}",
            f"unit {unit} {measure} {sort} {fits}",
            f"unit {unit} size {digits_of(quantity)} {measure}",
            f"unit {unit} size {digits_of(quantity)} {sort}",
        )
        yield Option(quantity, (*signs, *more), quote)


def _noun(case: _Case, mention: QuantityMention) -> tuple[str | None, str, str]:
    """What a number's noun is counted in, whether it is of the contribution's measure, and its lemma."""
    context = case.context
    at = bisect_left(context.token_starts, mention.noun[0]) if mention.noun is not None else len(context.tokens)
    if at >= len(context.tokens):
        return None, "no noun", ""
    lemma = context.tokens[at].lemma
    thing = context.lexicon.thing(lemma)
    fits = "unknown"
    if thing is not None:
        fits = "general" if thing.measure is None else "same" if thing.measure == case.measure else "other"
    return context.lexicon.unit(lemma), fits, lemma.lower()


def _where(case: _Case, place: _Place) -> str:
    """Where a number stands: in the contribution's own clause, in one under it or over it, else in its sentence or another."""
    context = case.context
    offset = context.sentence_at(place.first) - case.sentence
    if offset:
        return str(offset)
    if place.clause is None:
        return "beside"
    if place.index == case.clause:
        return "clause"
    if place.index in case.candidate.clauses:
        return "own"
    if place.clause.parent == case.clause:
        return f"under {place.clause.link.value}"
    return "over" if context.clauses[case.clause].parent == place.index else "beside"


def _of_place(case: _Case, place: _Place, where: str, sort: str) -> Iterator[str]:
    context, beside, between = case.context, _beside(case, place), _between(case, place.first)
    role = place.phrase.role.value if place.phrase is not None else "none"
    prep = place.phrase.prep if place.phrase is not None else None
    refs = [ref.actor for ref in context.actors(place.clause.subject)] if place.clause is not None else []
    whose = "own" if case.candidate.actor.actor in refs else "others" if refs else "nobody"
    yield f"at {where}"
    yield f"at {where} {beside}"
    yield f"at {where} {beside} how {case.how}"
    yield f"at {where} inside {case.inside}"
    yield f"at {where} {role}"
    yield f"at {where} prep {prep}"
    yield f"at {where} {whose}"
    yield f"at {where} {whose} {beside} {role}"
    yield f"at {where} firmness {case.candidate.firmness}"
    yield f"at {where} {sort} {beside}"
    yield f"at {where} {between}"
    yield f"between {between} {beside}"
    content = case.candidate.contribution.phrase
    if content is not None:
        yield f"at {where} {'before' if place.first < content.start else 'behind'} {beside}"
        yield f"head {context.head(content).lemma.lower()} {sort}"


def _beside(case: _Case, place: _Place) -> str:
    """Whether a number stands in the words for what is contributed, right before or behind them, or apart."""
    content = case.candidate.contribution.phrase
    if content is None:
        return "unnamed"
    if content.start <= place.first < content.end:
        return "in it"
    if content.start - NEAR <= place.first < content.start:
        return "right before"
    return "right behind" if content.end <= place.first <= content.end + NEAR else "apart"


def _between(case: _Case, token: int) -> str:
    """How many others and other numbers stand between the contributor and a number, and which of both is first."""
    context, party = case.context, case.candidate.party.phrase
    if party is None:
        return "unnamed"
    low, high = min(party.head, token), max(party.head, token)
    if high - low > FAR:
        return "far"
    names = (i for i in range(low + 1, high) if i in context.who.by_token)
    others = {ref.actor for i in names for ref in context.who.actors_at(i)[:1]} - {case.candidate.actor.actor}
    numbers = sum(1 for q in context.quantities_in(low, high + 1) if q.kind in COUNTED)
    side = "behind" if party.head < token else "before"
    return f"{side} {min(len(others), 2)} names {min(numbers, MOST)} numbers"


def _of_words(case: _Case, mention: QuantityMention, place: _Place) -> Iterator[str]:
    """The words right beside a number, which tell shares from sums: "a **further** 40 million", "14 millions **already** paid"."""
    context = case.context
    tokens = context.tokens
    yield f"before {tokens[place.first - 1].lower if place.first else ''}"
    yield f"behind {tokens[place.last].lower if place.last < len(tokens) else ''}"
    if mention.modifier is not None:
        yield f"modifier {context.analysis.text[mention.modifier[0] : mention.modifier[1]].lower()}"
    if mention.vague:
        yield "vague"


# --- one of a thing ----------------------------------------------------------------------------------------------


def _of_thing(case: _Case, part: Phrase) -> Iterator[Option]:
    """One of what a phrase names: "Chile will host **a headquarters**", "zieht **seine Fregatte** ab"."""
    context, measure = case.context, case.measure
    head = context.head(part)
    opening = _opening(context, part)
    if head.pos not in (Pos.NOUN, Pos.PROPN) or opening == "bare" or opening.startswith("NUM"):
        return
    unit = context.lexicon.unit(head.lemma, context.before(part))
    if unit == "none":
        return  # "a battalion": its soldiers would count, and nobody says how many
    thing = context.lexicon.thing(head.lemma)
    fits = "unknown" if thing is None else f"{'same' if thing.measure == measure else 'other'} {thing.kind}"
    content = case.candidate.contribution.phrase
    beside = "in it" if content is not None and content.start <= part.head < content.end else "apart"
    number = "one" if head.lower == head.lemma.lower() else "several"
    quote = context.quote(part.start, part.end)
    for name in ("items", "persons"):
        signs = (
            "one",
            f"one {opening}",
            f"one {opening} {number} {beside} {fits}",
            f"one {opening} {measure}",
            f"one {name} {measure} {opening}",
            f"one {name} noun {unit} {measure} {beside}",
            f"one {name} {head.lemma.lower()}",
            f"one {name} {beside} {fits} {measure}",
            f"one {beside} {part.role.value}",
            f"one how {case.how} {beside}",
            f"one firmness {case.candidate.firmness}",
            f"one prep {part.prep}",
            f"one {number}",
        )
        yield Option(Quantity(1, 1, name), signs, quote)
