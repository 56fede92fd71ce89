"""Givers who do what was told of others before them, without a verb that says it again.

Examples: "Chile pledged 20 million dollars, **as did Peru**"; "Chile has ruled out soldiers, **and so have Peru and Ghana**";
"Chile is sending 200 soldiers and **Peru as many again**"; "Chile will not pay. **Peru followed suit**." How much it is, is told by
"the same", "twice as much" alone.
Source: codebook, section 2 (one record per contribution).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import Clause, Phrase, Role, Tense
from zusage.model.statement import Quantity
from zusage.model.values import Firmness
from zusage.reading.actors import ActorRef
from zusage.reading.commitments.case import Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.operators import climb
from zusage.reading.parties import DOES_THE_SAME, Party
from zusage.reading.quantities import AGAIN, LONGEST_TIMES, TIMES_AS_MUCH
from zusage.reading.speech import Said

OPENERS = frozenset({",", ";", "and", "while", "but"})
CLOSERS = frozenset({",", ";", ".", "–", "—", ")", "”", '"', "and"})
DENYING = frozenset({"nor", "neither"})
NOT_GIVEN = frozenset({Firmness.REJECTED, Firmness.WITHHELD, Firmness.WITHDRAWN, Firmness.CONSIDERING})
GOING_FOR = frozenset({"for", "of", "with", "für", "auf"})
AS_GERMANS_DO = frozenset({"tun", "machen", "halten", "gleichtun"})
BARE = "verb bare"
OPENING = 2
"""Tokens from the start of a sentence within which its words take up the sentence before: "So did Peru"."""


def from_likewise(context: Context, said: Sequence[Said | None], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what others do as well, as firmly as the ones before them."""
    if not found:
        return
    english = context.analysis.language == "en"
    inverted = ((at, refs, 0.0) for at, refs in _inverted(context))
    for at, refs, times in (*inverted, *_as_much(context)) if english else ():
        sources = _sources(context, found, at)
        if _denies(context, at) and not all(c.firmness in NOT_GIVEN for c in sources):
            continue
        for candidate in _made(sources, refs, times=times):
            own = context.clause_of.get(at + 1, candidate.clauses[0])  # its words name who does it
            yield replace(candidate, clauses=tuple(dict.fromkeys((*candidate.clauses, own))))
    for index, clause in enumerate(context.clauses):
        if _is_idle(clause):
            continue
        goes_for = _goes_for(context, clause)
        follows = not goes_for and _follows_suit(context, clause)
        if (goes_for or follows) and climb(context, index).blocked is None:
            refs = goes_for or _who_follows(context, clause)
            for candidate in _made(_sources(context, found, clause.start), refs):
                firmness = candidate.firmness if goes_for else _firmness(clause, candidate.firmness)
                yield replace(candidate, clauses=(index,), said=said[index], firmness=firmness)


def without_bare(found: Sequence[Candidate], others: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what an auxiliary alone seemed to say of them: "and neither did Peru"."""
    told = {(c.actor.actor, c.contribution.measure) for c in others}
    return [c for c in found if c.rule != BARE or (c.actor.actor, c.contribution.measure) not in told]


def _inverted(context: Context) -> Iterator[tuple[int, tuple[ActorRef, ...]]]:
    """Whom an inverted auxiliary names: "as did Peru", "nor will Chile or Ghana"."""
    tokens = context.tokens
    for at in range(1, len(tokens) - 2):
        if tokens[at].lower not in words("likewise-openers") or tokens[at + 1].lower not in words("likewise-verbs"):
            continue
        sentence = context.analysis.sentences[context.sentence_at(at)]
        if refs := _named(context, at + 2, sentence.end):
            yield at, refs


def _named(context: Context, at: int, end: int) -> tuple[ActorRef, ...]:
    """The row of names that ends a clause: "Peru", "the Netherlands and Ghana"."""
    first = context.who.by_token.get(at + (at < end and context.tokens[at].lower in words("articles") | {"the"}))
    refs = context.who.listed(first, end) if first is not None else ()
    last = refs[-1].mention if refs else None
    return refs if last is not None and (last.end >= end or context.tokens[last.end].text in CLOSERS) else ()


def _as_much(context: Context) -> Iterator[tuple[int, tuple[ActorRef, ...], float]]:
    """Who stands before "the same", "as many again", and how many times as much: "Chile sends 200 and **Peru twice as many**"."""
    for mention in context.who.mentions:
        if mention.kind != "state" or mention.start < 1:
            continue
        before = mention.start - 1
        before -= context.tokens[before].lower == "the" and before > 0
        times = _times_as_much(context, mention.end) if context.tokens[before].lower in OPENERS else None
        if times is not None:
            yield mention.start, context.who.actors_at(mention.head, places=True), times


def _times_as_much(context: Context, at: int) -> float | None:
    """How many times as much as before the words from a token on say; 0 where they leave it open, None where they do not say it."""
    for length in range(LONGEST_TIMES, 0, -1):
        run = " ".join(token.lower for token in context.tokens[at : at + length])
        if run in words("as-much"):
            end = at + length
            while end < len(context.tokens) and context.tokens[end].lower in AGAIN:
                end += 1
            closed = end >= len(context.tokens) or context.tokens[end].text in CLOSERS
            return TIMES_AS_MUCH.get(run.split(" ")[0], 1.0) if closed else None
    return None


def _is_idle(clause: Clause) -> bool:
    """Say whether a clause can tell of nobody who does the same: it has no verb, asks, or denies."""
    return clause.verb is None or clause.question or clause.negation is not None or clause.subject is None


def _goes_for(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """For whom what was told holds, too: "The same goes **for Chile**", "Gleiches gilt **für Peru und Ghana**"."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or verb.lemma not in words("going-for") or verb.modals:
        return ()
    told = context.head(subject)
    if not {told.lower, told.lemma.lower()} & words("same-things"):
        return ()
    if verb.lemma == "be" and not any(context.tokens[i].lower == "true" for i in context.own_tokens(clause)):
        return ()
    for phrase in (part for each in clause.phrases for part in each.walk() if part.prep in GOING_FOR):
        if refs := tuple(ref for part in phrase.each() for ref in context.who.actors_at(part.head, places=True)):
            return refs
    return ()


def _follows_suit(context: Context, clause: Clause) -> bool:
    """Say whether a clause only says that somebody does it, too.

    Examples: "Peru followed suit", "has done the same"; "took a similar line"; "Peru tut es ihm gleich", "hält es ähnlich".
    """
    verb = clause.verb
    assert verb is not None  # noqa: S101 - the caller looked
    if verb.lemma in AS_GERMANS_DO:
        said = {context.tokens[i].lower for i in context.own_tokens(clause)}
        does = verb.lemma in ("tun", "gleichtun") or "es" in said  # "machte sich gleich auf den Weg"
        return does and (verb.lemma == "gleichtun" or not said.isdisjoint(words("same-ways")))
    if verb.lemma == "take":
        objects = [part for phrase in clause.phrases if phrase is not clause.subject for part in phrase.each()]
        return any(_is_same_line(context, part) for part in objects)
    if verb.lemma not in ("do", "follow"):
        return False
    wanted = words("same-deeds") if verb.lemma == "do" else {"suit"}
    return any(context.head(phrase).lower in wanted for phrase in clause.phrases if phrase is not clause.subject)


def _who_follows(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    """Who does it, too: the subject, named within it ("Der Nachbar **Chile**") or taken for the object ("hält es **Chile**")."""
    subject = clause.subject
    if subject is None:
        return ()
    if context.head(subject).lower == "es":
        objects = clause.with_role(Role.OBJECT, Role.OTHER)
        return tuple(ref for phrase in objects for ref in context.actors(phrase))
    return context.actors(subject) or context.who.actors_in(subject.start, subject.end)


def _is_same_line(context: Context, part: Phrase) -> bool:
    said = {context.tokens[i].lower for i in range(part.start, part.head)}
    return context.head(part).lemma.lower() in words("lines-taken") and not said.isdisjoint({"same", "similar"})


def _firmness(clause: Clause, before: Firmness) -> Firmness:
    """As firm as what is done likewise, no firmer than the verb: "may follow suit" is considering."""
    verb = clause.verb
    if verb is None or before in NOT_GIVEN:
        return before
    if verb.modals:
        return Firmness.SIGNALLED if {"would", "be to"} & set(verb.modals) else Firmness.CONSIDERING
    return Firmness.PLEDGED if verb.tense in (Tense.FUTURE, Tense.PRESENT) else before


def _sources(context: Context, found: Sequence[Candidate], at: int) -> list[Candidate]:
    """What was told last before a token, of one giver, in one clause: of its sentence, or of the one before if it opens its own."""
    sentence = context.sentence_at(at)
    if at - context.analysis.sentences[sentence].start <= OPENING:
        sentence -= 1
    before = [
        c
        for c in found
        if context.clauses[c.clauses[0]].sentence == sentence
        and context.clauses[c.clauses[0]].start < at
        and c.rule != BARE
    ]
    if not before:
        return []
    last = max(before, key=lambda c: context.clauses[c.clauses[0]].start)
    return [c for c in before if c.clauses[0] == last.clauses[0] and c.actor.actor == last.actor.actor]


def _denies(context: Context, at: int) -> bool:
    return context.tokens[at].lower in DENYING


def _made(sources: Sequence[Candidate], refs: Sequence[ActorRef], *, times: float = 0) -> Iterator[Candidate]:
    for candidate in sources:
        quantity = candidate.contribution.quantity if times else None
        if quantity is not None:
            low, high = (None if side is None else side * times for side in (quantity.min, quantity.max))
            quantity = Quantity(low, high, quantity.unit)
        contribution = replace(candidate.contribution, quantity=quantity)
        for ref in refs:
            if ref.actor != candidate.actor.actor:
                party = Party((ref,), DOES_THE_SAME)
                yield replace(candidate, actor=ref, shared=False, contribution=contribution, party=party)
