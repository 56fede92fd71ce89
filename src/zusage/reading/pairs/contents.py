"""Contents: what a sentence names that could be contributed, whether or not the grammar knows what it does there.

Nouns of the lexicon, places that tell a measure, sums of money, numbers, adjectives of a measure ("humanitär"), verbs with a
measure of their own ("ausbilden"), objects of contributing verbs that no lexicon knows, and the verb itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from zusage.language.analysis import Pos, Role
from zusage.language.numbers import QuantityKind
from zusage.model.records import record
from zusage.reading.context import Context
from zusage.reading.handing import handed_over
from zusage.reading.lexicon import words
from zusage.reading.pairs.layout import Layout, Place
from zusage.reading.theme import brings_relief

GIVING = frozenset({"give", "join", "join-not", "withdraw", "freeze", "receive", "deliver", "commit", "refuse"})
NOUNS = frozenset({"thing", "action", "generic"})
OBJECTS = frozenset({Role.OBJECT, Role.OTHER})


@record(frozen=True, slots=True)
class Content:
    """Something that could be contributed, at a token. ``sort``: what sort of words; ``measure``: as the lexicon has it.

    ``sort``: "thing", "action", "generic", "money", "modifier", "place" ("at sea"), "number", "unknown" (an object without a
    row), "verb" (it has a measure of its own), "empty" (a contributing verb), "other verb".
    """

    token: int
    sort: str
    measure: str | None
    clause: int
    sentence: int
    place: Place | None = None


def find_contents(context: Context, layout: Layout) -> tuple[tuple[Content, ...], ...]:
    """Find the contents of each sentence, in order of their tokens."""
    found: list[dict[int, Content]] = [{} for _ in context.analysis.sentences]
    for token, sort, measure in (*_words(context), *_numbers(context), *_of_verbs(context)):
        if token not in context.hidden and layout.clause_of[token] >= 0:
            sentence = layout.sentence_of[token]
            clause = layout.clause_of[token]
            own = handed_over(context, clause, token, measure) if measure is not None and sort in NOUNS else measure
            if sort in NOUNS and brings_relief(context, context.tokens[token].lemma, own):
                own = "humanitarian"
            content = Content(token, sort, own, clause, sentence, layout.places.get(token))
            found[sentence].setdefault(token, content)
    return tuple(tuple(row[token] for token in sorted(row)) for row in found)


def _words(context: Context) -> Iterator[tuple[int, str, str | None]]:
    lexicon = context.lexicon
    before = ""
    for i, token in enumerate(context.tokens):
        if token.pos in (Pos.NOUN, Pos.PROPN, Pos.X):
            thing = lexicon.thing(token.lemma, before)
            if (place := _place_at(context, i)) is not None:
                yield i, "place", place
            elif (
                thing is not None
                and thing.kind != "none"
                and not (_is_in_title(context, i) or _takes_up_work(context, i))
            ):
                yield i, thing.kind, thing.measure
        elif token.pos in (Pos.ADJ, Pos.ADV):
            measure = context.told_by(i)
            if measure is not None:
                yield i, "modifier", measure
        before = token.lemma


def _is_in_title(context: Context, i: int) -> bool:
    """Say whether a noun only tells whose office or body it is: "the UN relief chief", "the aid agency"."""
    following = context.tokens[i + 1] if i + 1 < len(context.tokens) else None
    return (
        context.lexicon.language == "en" and following is not None and following.lemma.lower() in words("title-nouns")
    )


def _takes_up_work(context: Context, i: int) -> bool:
    """Say whether talks or work are taken up, and nobody is taken in: "die Aufnahme von Beitrittsverhandlungen"."""
    if context.tokens[i].lemma not in {"Aufnahme", "Wiederaufnahme"}:
        return False
    behind = (token.lemma.lower() for token in context.tokens[i + 1 : i + 4] if token.pos == Pos.NOUN)
    return any(lemma.endswith(tuple(words("taken-up"))) for lemma in behind)


def _place_at(context: Context, i: int) -> str | None:
    """The measure of being somewhere: "zu Wasser oder in der Luft dabei", "present on land, at sea or in the air"."""
    for j in range(i - 1, max(i - 3, -1), -1):
        if context.tokens[j].pos is Pos.ADP:
            return context.lexicon.places.get(f"{context.tokens[j].lemma.lower()} {context.tokens[i].lemma.lower()}")
        if context.tokens[j].pos is not Pos.DET:
            return None
    return None


def _numbers(context: Context) -> Iterator[tuple[int, str, str | None]]:
    """Sums, at their last token; counts, at the noun they count, else at the number."""
    starts = [token.start for token in context.tokens]
    for mention in context.quantities:
        if mention.kind == QuantityKind.MONEY:
            yield bisect_left(starts, mention.end) - 1, "money", None
        elif mention.kind == QuantityKind.COUNT:
            _, at = mention.noun or mention.number
            yield bisect_left(starts, at) - 1, "number", None


def _of_verbs(context: Context) -> Iterator[tuple[int, str, str | None]]:
    """Verbs, and objects of contributing verbs that no lexicon knows."""
    for index, clause in enumerate(context.clauses):
        if clause.verb is None:
            continue
        sense = context.sense(index)
        if sense is None or sense.kind not in GIVING:
            yield clause.verb.head, "other verb", sense.measure if sense is not None else None
            continue
        yield clause.verb.head, "verb" if sense.own_measure else "empty", sense.measure
        for phrase in clause.phrases:
            if phrase.role in OBJECTS and phrase.prep is None:
                yield from ((part.head, "unknown", None) for part in phrase.each() if _is_noun(context, part.head))


def _is_noun(context: Context, token: int) -> bool:
    return context.tokens[token].pos == Pos.NOUN and not _takes_up_work(context, token)
