"""Amounts that stand beside their giver without a verb of their own.

Examples: "Italy 120m euros, Spain 50m"; "Among the pledges: $60 million from Japan"; "Ottawa's 16 million dollars are for a
start"; "Mongolia with 50,000 dollars". They are as firm as what the sentence, or the report before it, speaks of. Only a
report in which somebody gives or promises something by a verb is searched for them.
Source: codebook, section 2 (one record per contribution).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zusage.language.analysis import Phrase, Pos, Role, Tense
from zusage.language.numbers import QuantityKind, QuantityMention
from zusage.model.statement import Quantity
from zusage.model.values import Firmness
from zusage.reading.actors import ActorRef
from zusage.reading.actors.mention import Use
from zusage.reading.actors.who import distinct
from zusage.reading.commitments.case import Candidate, Case, Memory, make, of_soldiers
from zusage.reading.commitments.giving import own_firmness
from zusage.reading.commitments.rows import goes_on_with, rows_of_amounts
from zusage.reading.context import COPULAS, Context
from zusage.reading.contributions import Contribution
from zusage.reading.lexicon import words
from zusage.reading.operators import climb
from zusage.reading.parties import Party
from zusage.reading.quantities import currency_beside, is_bare_sum
from zusage.reading.speech import Said
from zusage.reading.theme import LEAST_NAMED, is_tasked

REACH = 7
"""Tokens between a giver and the amount."""

SOURCES = frozenset({"from", "by", "von", "aus"})
LIKEWISE = 3
"""Words of "as well as"."""

MARKS = frozenset({":", ",", "(", "–", "—", "-", "?"})
BRACKETS = frozenset({")", ",", ";"})
DASHES = frozenset({"–", "—", "-"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
ROW = "row of givers"
REPLACING = frozenset({"name beside an amount", "where it comes from", ROW})
"""Ways of standing together by which an amount is this giver's and not the verb's subject's."""

FORWARD = frozenset({Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.CONCRETE, Firmness.DELIVERED})


@dataclass(frozen=True, slots=True)
class Pair:
    """A giver and an amount: their actors, the amount, the token runs of both, and how they are joined."""

    refs: tuple[ActorRef, ...]
    amount: QuantityMention
    start: int
    end: int
    rule: str


def from_pairs(
    context: Context,
    said: Sequence[Said | None],
    found: Sequence[Candidate],
    memories: Mapping[int, Memory],
) -> Iterator[Candidate]:
    """Yield what stands beside its giver only, sentence by sentence; ``memories``: what each sentence could take up."""
    if not any(c.firmness in FORWARD for c in found) and not _is_of_donors(context):
        return
    firm: dict[int, Firmness] = {}
    for candidate in found:
        sentence = context.clauses[candidate.clauses[0]].sentence
        if candidate.firmness in FORWARD:
            firm[sentence] = candidate.firmness
    for pair in _pairs(context, found):
        index = context.clause_of.get(pair.start)
        if index is None or context.is_hidden(context.clauses[index]):
            continue
        sentence = context.clauses[index].sentence
        memory = memories.get(sentence, Memory())
        contribution = _contribution(context, pair, memory, sentence)
        case = Case(context, index, climb(context, index), context.sense(index), said[index], memory)
        if contribution is None or case.chain.blocked is not None or _is_asked_for(case):
            continue
        case = replace(case, chain=replace(case.chain, firmness=None, rules=()))
        value = _by_verb(case, pair) or firm.get(sentence, _told(memory))
        for refs in _parties(context, pair):
            yield from make(case, [contribution], value, rule="pair", party=Party(refs, pair.rule))
        if pair.rule in REPLACING | {"name with an amount"} and (others := _named_too(context, pair)):
            uncounted = [replace(contribution, quantity=None)]
            yield from make(case, uncounted, value, rule="pair", party=Party(others, "named beside givers"))


def _is_asked_for(case: Case) -> bool:
    """Say whether who stands beside an amount only asks for it: "die Hilfswerke, **die 40 Millionen Euro erbeten haben**".

    Not of its own parliament: "is seeking 40 million dollars **from Congress**".
    """
    verb, context = case.clause.verb, case.context
    if verb is None or verb.lemma not in words("seeking") | words("requesting"):
        return False
    triggers = (context.lexicon.trigger(context.tokens[i].lemma) for i in context.own_tokens(case.clause))
    return not any(trigger is not None and trigger.type == "parliament" for trigger in triggers)


def _by_verb(case: Case, pair: Pair) -> Firmness | None:
    """How firm the verb makes amounts: "Peru and Chile **sent** 40 and 30 doctors", or that they are there already."""
    if _is_there(case):
        return Firmness.DELIVERED
    giving = pair.rule == ROW and case.sense is not None and case.sense.kind == "give"
    return own_firmness(case, case.sense) if giving and case.sense is not None else None


def _is_there(case: Case) -> bool:
    """Say whether those counted are where they are to be: "Chad's troops, 2,000 of them, **are in Kidal already**"."""
    verb = case.clause.verb
    if (
        verb is None
        or verb.lemma not in COPULAS
        or verb.modals
        or verb.tense == Tense.FUTURE
        or case.clause.negation is not None
    ):
        return False
    return any(case.context.tokens[i].lower in words("already") for i in case.context.own_tokens(case.clause))


def _told(memory: Memory) -> Firmness:
    """How firm an amount alone is: what others only offer in another sentence does not make it an offer."""
    return Firmness.PLEDGED if memory.firmness == Firmness.SIGNALLED else memory.firmness


def _named_too(context: Context, pair: Pair) -> tuple[ActorRef, ...]:
    """Who closes a row of givers without an amount: "Peru ($5m) and Chile ($4m), as well as Kenya and Togo"."""
    at = pair.end
    while at < len(context.tokens) and context.tokens[at].text in {")", ","}:
        at += 1
    run = " ".join(token.lower for token in context.tokens[at : at + LIKEWISE])
    if run not in words("likewise") or at + LIKEWISE >= len(context.tokens):
        return ()
    at += LIKEWISE
    first = context.who.by_token.get(at + (context.tokens[at].lower in words("articles") | {"the"}))
    sentence = context.analysis.sentences[context.sentence_at(at)]
    refs = context.who.listed(first, sentence.end) if first is not None else ()
    last = refs[-1].mention if refs else None
    behind = context.tokens[last.end].text if last is not None and last.end < sentence.end else "."
    return refs if behind in {",", ".", ";"} else ()


def _parties(context: Context, pair: Pair) -> tuple[tuple[ActorRef, ...], ...]:
    """The givers, each for himself where each gives the amount: "Germany and France, a billion each"."""
    near = context.tokens[max(pair.start - 1, 0) : pair.start] + context.tokens[pair.end : pair.end + 4]
    each = {t.lower for t in near} & words("severally")  # "Peru und Chile je 20"
    return tuple((ref,) for ref in pair.refs) if each else (pair.refs,)


def _is_of_donors(context: Context) -> bool:
    """Say whether a report without a contributing verb still tells of contributions: minutes, lists, tables."""
    nouns = [t.lemma.lower() for t in context.tokens if t.pos == Pos.NOUN]
    given = sum(noun in words("giving-nouns") for noun in nouns)
    return given > 0 and given + sum(noun in words("donor-words") for noun in nouns) >= LEAST_NAMED


def _pairs(context: Context, found: Sequence[Candidate]) -> Iterator[Pair]:
    starts = context.token_starts
    phrases = [c.contribution.phrase for c in found if c.contribution.phrase is not None]
    taken = {i for phrase in phrases for i in range(phrase.start, phrase.end)}
    amounts = tuple(_as_sums(context))
    rows = {amount.start: (giver, amount) for giver, amount in rows_of_amounts(context, amounts)}
    for amount in amounts:
        if amount.kind not in (QuantityKind.MONEY, QuantityKind.COUNT) or amount.min is None is amount.max:
            continue
        start, end = bisect_left(starts, amount.start), bisect_left(starts, amount.end)
        if start >= len(starts) or start in context.hidden:
            continue
        if amount.start in rows:
            giver, counted = rows[amount.start]
            yield Pair((giver,), counted, start, end, ROW)
            continue
        pair = (
            _source_behind(context, amount, start, end)
            or _giver_before(context, amount, start, end)
            or _giver_behind(context, amount, start, end)
        )
        if pair is not None and (start not in taken or pair.rule in REPLACING):
            yield pair


def _as_sums(context: Context) -> Iterator[QuantityMention]:
    """Yield the amounts; a bare number from half a million on is a sum in the currency spoken of: "Luxembourg's 75 million".

    After a number of doses or tonnes it is one of them.
    """
    last: QuantityMention | None = None
    for amount in context.quantities:
        counts_on = last is not None and last.currency is None  # "10,000 doses, Peru 5,000"
        currency = currency_beside(context, amount) if is_bare_sum(amount) and not counts_on else None
        if currency is not None:
            yield replace(amount, kind=QuantityKind.MONEY, currency=currency)
        else:
            yield amount
        if amount.currency is not None or amount.noun is not None:
            last = amount


def _source_behind(context: Context, amount: QuantityMention, start: int, end: int) -> Pair | None:
    """The giver behind his amount: "60 million dollars from Japan"."""
    if amount.kind != QuantityKind.MONEY or end + 1 >= len(context.tokens):
        return None
    end += context.tokens[end].lower in words("severally")  # "5 million dollars apiece from Angola and Egypt"
    if end + 1 >= len(context.tokens) or context.tokens[end].lower not in SOURCES:
        return None
    at = end + 1 + (context.tokens[end + 1].lower in words("articles") | {"the"})
    if at + 1 < len(context.tokens) and context.tokens[at + 1].lower in POSSESSIVES:
        return None  # "sought 5 million from Peru's partners"
    refs = context.who.actors_at(at, places=context.tokens[end].lower == "from") if at < len(context.tokens) else ()
    if not refs:
        return None
    each = context.tokens[end - 1].lower in words("severally")
    more = context.who.actors_in(at, min(at + REACH, len(context.tokens))) if each else ()
    return Pair(distinct((*refs[:1], *more)), amount, start, end - each, "where it comes from")


def _giver_behind(context: Context, amount: QuantityMention, start: int, end: int) -> Pair | None:
    """Whose money it is by an adjective behind the amount: "topping a 40 million dollar Peruvian aid package"."""
    mention = context.who.by_token.get(end)
    if amount.kind != QuantityKind.MONEY or mention is None or mention.use is not Use.ADJECTIVE:
        return None
    behind = {token.lemma.lower() for token in context.tokens[mention.end : mention.end + 2]}
    given = not behind.isdisjoint(words("pair-nouns") | words("aid") | words("aid-boxes"))
    return Pair(context.who.actors_at(end)[:1], amount, start, end, "whose it is") if given else None


def _giver_before(context: Context, amount: QuantityMention, start: int, end: int) -> Pair | None:
    """The giver before his amount, with nothing but marks and words of measure between them."""
    between: list[str] = []
    for i in range(start - 1, max(start - 1 - REACH, -1), -1):
        refs = context.who.actors_at(i) or _heading(context, i, between)
        if refs and context.tokens[i].pos == Pos.PRON:  # "its share, 9.8 billion"
            named = words("pair-nouns") & {context.tokens[k].lemma.lower() for k in range(i + 1, start)}
            own = named and context.tokens[i].lower in words("own")
            return Pair(refs[:1], amount, start, end, "whose it is") if own else None
        if refs:
            if context.tokens[i].pos == Pos.NOUN and between[-1:] == ["of"]:
                return None  # "Chile's commander of the 900 troops"
            rule = _join(amount, between)
            row = rule == "name with an amount" and amount.kind == QuantityKind.MONEY and goes_on_with(context, i)
            row = row or (rule == "whose it is" and len(between) == 1 and _opens_behind_sum(context, i))
            rule = ROW if row else rule
            if not between and context.tokens[i].pos == Pos.ADJ:
                rule = "whose it is"  # "the French 280 million"
            opens = row or _opens(context, i) or _is_bracketed(context, end, between)
            if rule is None or (rule != "whose it is" and (not opens or _is_given_to(context, i, start))):
                return None
            if not between and _closes_subject(context, i):
                return None
            return Pair(_listed(context, i, refs, end), amount, start, end, rule)
        word = context.tokens[i].lower
        token = context.tokens[i]
        known = word in MARKS or word in POSSESSIVES or word in words("pair-fillers") or _is_told_of(context, i)
        if not known and not (token.pos == Pos.NOUN and token.lemma.lower() in words("pair-nouns")):
            return None
        between.append(word)
    return None


def _is_bracketed(context: Context, end: int, between: Sequence[str]) -> bool:
    """Say whether the amount alone stands in brackets behind its giver: "pledges from Peru (40 million dollars)"."""
    return between == ["("] and end < len(context.tokens) and context.tokens[end].text in BRACKETS


def _is_told_of(context: Context, token: int) -> bool:
    """Say whether a participle joins an amount to who is told with "by": "followed by Peru pledging 40 million"."""
    if context.tokens[token].tag != "VBG" or context.tokens[token].lemma not in words("pair-participles"):
        return False
    mention = context.who.by_token.get(token - 1)
    before = mention.start - 1 if mention is not None else 0
    before -= context.tokens[before].lower in words("articles") | {"the"}
    return before > 0 and context.tokens[before].lower == "by"


def _heading(context: Context, token: int, between: Sequence[str]) -> tuple[ActorRef, ...]:
    """The country that a line of a list begins with, which elsewhere would be a place: "Poland - 500 troops"."""
    mention, index = context.who.by_token.get(token), context.clause_of.get(token)
    if mention is None or index is None or not between or between[-1] not in DASHES:
        return ()
    lone = context.clauses[index].verb is None and mention.start in context.sentence_starts
    return context.who.actors_at(token, places=True) if lone else ()


def _is_given_to(context: Context, token: int, amount: int) -> bool:
    """Say whether a name beside an amount is whom it goes to: "Peru plant, der Ukraine 50 Panzer zu schicken"."""
    clause = context.clause_of.get(token)
    if clause is None or context.clause_of.get(amount) != clause:
        return False
    indirect = context.clauses[clause].with_role(Role.INDIRECT)
    return any(phrase.start <= token < phrase.end for phrase in indirect)


def _closes_subject(context: Context, token: int) -> bool:
    """Say whether a name is the last of a verb's subjects, who give together: "gestern sagten Peru und Chile | 40 Panzer zu"."""
    clause = context.clause_of.get(token)
    subject = context.clauses[clause].subject if clause is not None else None
    if subject is None or not subject.start < token < subject.end or context.clauses[clause or 0].verb is None:
        return False
    return any(i in context.who.by_token for i in range(subject.start, token - 1))


def _join(amount: QuantityMention, between: Sequence[str]) -> str | None:
    """Name how giver and amount are joined; None where the words may mean something else."""
    if set(between) & POSSESSIVES:
        return "whose it is" if amount.kind == QuantityKind.MONEY else None
    if ":" in between or "?" in between:
        return "name before a colon"
    if "with" in between or "mit" in between or "for" in between:
        idle = between[0] == "for" and amount.kind == QuantityKind.COUNT and amount.min == 1
        return None if idle else "name with an amount"  # "Peru, for one, pledged"
    return "name beside an amount"


def _opens(context: Context, token: int) -> bool:
    """Say whether the giver stands at the start of its sentence, or behind a mark or conjunction that opens a list's next item."""
    mention = context.who.by_token.get(token)
    first = mention.start if mention is not None else token
    while first and context.tokens[first - 1].lower in {"the", "die", "der", "das", "den"}:
        first -= 1
    if not first:
        return True
    before = context.tokens[first - 1]
    if first in context.sentence_starts:
        return True
    if before.lower == "von" and context.tokens[first - 2].lower == "gefolgt":
        return True
    return before.text in MARKS | {";", "•", "*", "/"} or before.lower in words("pair-openers")


def _opens_behind_sum(context: Context, token: int) -> bool:
    """Say whether a name goes on a row of sums: "Peru's share is 40 million euros, **Chile's** 30 million"."""
    mention = context.who.by_token.get(token)
    first = mention.start if mention is not None else token
    joint = context.tokens[first - 1].lower in {",", ";", "and"} if first > 1 else False
    return joint and any(q.kind == QuantityKind.MONEY for q in context.quantities_in(first - 2, first - 1))


def _listed(context: Context, token: int, refs: tuple[ActorRef, ...], end: int) -> tuple[ActorRef, ...]:
    """Add the others of a list that share an amount: "Germany and France, a billion each"."""
    shared = {t.lower for t in (*context.tokens[end : end + 4], context.tokens[token + 1])} & words("apiece")
    if not shared:
        return refs[:1]
    found = list(refs[:1])
    for i in range(token - 1, max(token - 12, -1), -1):
        more = context.who.actors_at(i)
        found[:0] = [r for r in more[:1] if r.actor not in {f.actor for f in found}]
        if not more and context.tokens[i].lower not in {"and", ",", "the", "und", "die"}:
            break
    return tuple(found)


def _contribution(context: Context, pair: Pair, memory: Memory, sentence: int) -> Contribution | None:
    amount = pair.amount
    if amount.kind == QuantityKind.MONEY:
        noun = _noun(context, pair)
        thing = context.lexicon.thing(noun) if noun is not None else None
        if noun is not None and noun not in words("aid") and (thing is None or thing.measure is None):
            return None
        measure = context.money_is_for or "funding"
        return Contribution(measure, "money", _phrase(pair), _quantity(amount, amount.currency))
    noun = _noun(context, pair)
    if noun is None:
        recalled = memory.recall(sentence, counted=True)
        if recalled is None or pair.rule == "whose it is":
            return None
        usual = {"troops": "persons", "monitoring": "persons", "training": "persons"}.get(recalled.measure, "items")
        unit = memory.units.get(recalled.measure, usual)
        quantity = memory.as_money(_quantity(amount, unit), sentence)
        return of_soldiers(replace(recalled, quantity=quantity, phrase=_phrase(pair), sure=0.6))
    thing = context.lexicon.thing(noun, _before_noun(context, pair))
    if thing is None or thing.measure is None or thing.kind == "money":
        return None
    unit = context.lexicon.unit(noun) or ("persons" if thing.measure == "troops" else "items")
    tasked = context.task is not None and is_tasked(noun.lower(), context.task, thing.measure)
    measure = context.task if tasked and context.task is not None else thing.measure
    return Contribution(measure, "noun", _phrase(pair), _quantity(amount, unit if unit != "none" else None))


def _phrase(pair: Pair) -> Phrase:
    return Phrase(pair.start, pair.end, pair.end - 1)


COMES_FROM = "where it comes from"
"""The rule of those from whom something is received: they share it, whoever of them stands beside the amount."""


def without_replaced(context: Context, found: Sequence[Candidate], pairs: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Leave out what a verb's subject was said to give, where the amount stands beside another giver.

    Example: in "Riyadh pledged 1 billion, the development bank 2 billion" the second sum is the bank's.
    """
    own: dict[int, set[str]] = {}
    for pair in pairs:
        if pair.contribution.phrase is not None and pair.party.rule in REPLACING:
            own.setdefault(pair.contribution.phrase.start, set()).add(pair.actor.actor)
    return tuple(c for c in found if not _is_replaced(context, c, own))


def without_told(pairs: Sequence[Candidate], found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Leave out sums that a verb has already told as the same giver's, with what they are for."""
    told = {
        (c.actor.actor, c.contribution.phrase.start)
        for c in found
        if c.contribution.phrase is not None and c.contribution.rule == "money for a purpose"
    }
    return tuple(
        c for c in pairs if c.contribution.phrase is None or (c.actor.actor, c.contribution.phrase.start) not in told
    )


def _is_replaced(context: Context, candidate: Candidate, own: Mapping[int, set[str]]) -> bool:
    """Say whether what a phrase tells is others'; not its first sum: "**40 million euros**, Chile's 30 million"."""
    phrase = candidate.contribution.phrase
    if phrase is None:
        return False
    beside = [i for i in range(phrase.start, phrase.end) if i in own]
    if not beside or any(candidate.actor.actor in own[i] for i in beside):
        return False
    # of "erhält von Peru und Chile 40 Millionen" both are givers
    row = {ref.actor for ref in candidate.party.refs} if candidate.party.rule == COMES_FROM else frozenset()
    if any(not own[i].isdisjoint(row) for i in beside):
        return False
    sums = candidate.rule == "share" and context.quantities_in(phrase.start, phrase.end)
    return not sums or sums[0].start >= context.tokens[beside[0]].start


def _noun(context: Context, pair: Pair) -> str | None:
    """The lemma of the noun that the amount counts, None if it counts none."""
    if pair.amount.noun is not None:
        at = bisect_left(context.token_starts, pair.amount.noun[0])
        return context.tokens[at].lemma if at < len(context.tokens) else None
    for i, token in enumerate(context.tokens[pair.end : pair.end + 3], pair.end):
        if token.lower in words("beside-sums"):  # "1.3 billion spread over three years", "a million apiece"
            return None
        if token.pos == Pos.NOUN and i not in context.who.by_token:
            return token.lemma
        if token.pos not in (Pos.ADJ, Pos.NOUN):  # "their $2 billion humanitarian appeal"
            return None
    return None


def _before_noun(context: Context, pair: Pair) -> str:
    """The lemma of the word before the counted noun, "" if it is the number: "two staff officers"."""
    if pair.amount.noun is None:
        return ""
    at = bisect_left(context.token_starts, pair.amount.noun[0])
    return context.tokens[at - 1].lemma if at and context.tokens[at - 1].pos != Pos.NUM else ""


def _quantity(amount: QuantityMention, unit: str | None) -> Quantity | None:
    return Quantity(amount.min, amount.max, unit) if unit is not None else None
