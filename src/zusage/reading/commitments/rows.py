"""Rows of givers and rows of amounts in English, by their words alone: an analysis of so many commas is often wrong.

Examples: "Peru, Chile and Cuba sent **40, 30 and 20 doctors**"; "Peru came up with 40 million, **and Chile with 30 million**";
"The biggest donor is **Peru with 40 million**".
Source: codebook, section 2 (one record per contribution; quantities).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import Sentence
from zusage.language.numbers import QuantityKind, QuantityMention
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import Mention
from zusage.reading.context import Context
from zusage.reading.lexicon import words

SEVERAL = 2
REACH = 8
"""Tokens between the last giver and the first amount, the verb among them."""
KINDS = frozenset({QuantityKind.MONEY, QuantityKind.COUNT})
GIVING = frozenset({"give", "commit", "join", "deliver"})
BEFORE = 9
"""Tokens before a name within which the one before it in the row has its amount."""
JOINT = re.compile(r",?\s*(?:and\s+)?")
NAMES = re.compile(r",?\s*(?:and\s+)?(?:the\s+)?")


def rows_of_amounts(context: Context, amounts: Sequence[QuantityMention]) -> Iterator[tuple[ActorRef, QuantityMention]]:
    """Yield each giver of a row with his own of as many amounts."""
    if context.analysis.language != "en":
        return
    text = context.analysis.text
    run: list[QuantityMention] = []
    for amount in (*amounts, None):
        if amount is not None and run and _goes_on(text, run[-1], amount):
            run.append(amount)
            continue
        if len(run) >= SEVERAL:
            yield from _shared_out(context, run)
        run = [amount] if amount is not None and amount.kind in KINDS and _is_single(amount) else []


def _goes_on(text: str, last: QuantityMention, amount: QuantityMention) -> bool:
    """Say whether an amount is the next one of a row: nothing counted before it, and nothing between them but a joint."""
    if amount.kind not in KINDS or not _is_single(amount) or last.noun is not None:
        return False
    return JOINT.fullmatch(text, last.end, amount.start) is not None


def _is_single(amount: QuantityMention) -> bool:
    return amount.min is not None or amount.max is not None


def _shared_out(context: Context, run: Sequence[QuantityMention]) -> Iterator[tuple[ActorRef, QuantityMention]]:
    start = bisect_left(context.token_starts, run[0].start)
    sentence = context.analysis.sentences[context.sentence_at(start)]
    givers = _givers(context, sentence, start)
    if len(givers) != len(run):
        return
    if not _gives_between(context, sentence, givers[-1].end, start):
        return
    last = run[-1]
    for giver, amount in zip(givers, run, strict=True):
        refs = context.who.actors_at(giver.head, places=True)
        if refs:
            yield refs[0], _counting(amount, last)


def _counting(amount: QuantityMention, last: QuantityMention) -> QuantityMention:
    """What the last of a row counts, all count."""
    if amount.kind is not QuantityKind.COUNT or last.kind is not QuantityKind.COUNT or amount.noun is not None:
        return amount
    return replace(amount, noun=last.noun, following=last.following)


def _givers(context: Context, sentence: Sentence, at: int) -> tuple[Mention, ...]:
    """The row of names before a token, in its order."""
    row: list[Mention] = []
    for mention in context.who.before(sentence.start, at):
        if mention.kind not in ("state", "organisation"):
            if row:
                break
            continue
        if row and not NAMES.fullmatch(context.analysis.text, mention.char_end, row[0].char_start):
            break
        row.insert(0, mention)
    return tuple(row) if row and at - row[-1].end <= REACH else ()


def _gives_between(context: Context, sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a verb of giving or promising stands between a row of givers and their amounts."""
    for index in sentence.clauses:
        verb, sense = context.clauses[index].verb, context.sense(index)
        if verb is not None and start <= verb.head < end and sense is not None and sense.kind in GIVING:
            return context.clauses[index].negation is None
    return False


def goes_on_with(context: Context, giver: int) -> bool:
    """Say whether a name before "with" is the next giver of a row: "… with 40 million dollars, **and Chile** with 30 million".

    The one before it has his amount right before it; or it is told who gives most.
    """
    mention = context.who.by_token.get(giver)
    if mention is None or context.analysis.language != "en":
        return False
    first = mention.start - (context.tokens[mention.start - 1].lower == "the" and mention.start > 0)
    if first < 1:
        return False
    opener = context.tokens[first - 1]
    sentence = context.analysis.sentences[context.sentence_at(first)]
    since = max(sentence.start, first - BEFORE)
    if opener.lemma == "be":
        return any(context.tokens[i].lemma.lower() in words("largest-givers") for i in range(since, first - 1))
    if opener.lower not in {"and", ",", ";", "then", "by"}:
        return False
    last = next(context.who.before(since, first - 1), None)
    named = last.end if last is not None else since
    return any(q.kind is QuantityKind.MONEY for q in context.quantities_in(named, first - 1))
