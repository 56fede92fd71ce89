"""Commitments: from clauses to candidates, one for each contribution of each actor.

Three kinds of words can make one:

- a contributing verb ("Estland schickt eine Kompanie", "will train soldiers", "beteiligt sich nicht");
- an operator over a noun ("prüft eine Entsendung", "ruled out a contingent", "ist zu einer Beteiligung bereit");
- a noun of promise with its owner ("Berlins Zusage von Geld", "aus Washington gibt es keine Zusagen").

Source: codebook, section 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Pos, Role
from zusage.model.statement import Condition
from zusage.model.values import Firmness
from zusage.reading.actors import ActorRef
from zusage.reading.conditions import conditions_of, is_precondition
from zusage.reading.context import COPULAS, Context
from zusage.reading.contributions import (
    Contribution,
    contributions_in,
    contributions_of_content,
    contributions_of_verb,
    is_vague,
)
from zusage.reading.firmness import MIGHT, combine, of_giving, of_operator
from zusage.reading.lexicon import Promise, Sense, Thing
from zusage.reading.operators import Chain, climb, is_negated, is_part_negated, predicate_promise
from zusage.reading.parties import Party, contributor, giver, possessors
from zusage.reading.quantities import quantity_in
from zusage.reading.speech import Said

ELLIPTICAL = frozenset({"join", "join-not"})
OWN = frozenset({"eigen", "own", "sein", "ihr", "his", "her", "its", "their"})
REACH = 2
"""Sentences that a word without an object looks back."""

REMOTE = frozenset({"video", "link", "videolink", "online", "screen", "phone", "telephone", "virtuell", "telefonisch", "videoschalte"})
DECIDING = frozenset({"entscheiden", "offenlassen", "lassen", "decide", "keep", "leave", "stellen"})
READY_PREPS = frozenset({"zu", "für", "mit", "to", "for", "on", "in", "with"})
GLADLY = frozenset({"gern", "gerne", "gladly", "happily"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A commitment before it is written down: for one actor and one contribution, with all that speaks for it."""

    actor: ActorRef
    shared: bool
    contribution: Contribution
    firmness: Firmness
    clauses: tuple[int, ...]
    rule: str
    operator_rules: tuple[str, ...]
    party: Party
    said: Said | None
    conditions: tuple[Condition, ...] = ()
    from_context: bool = False


@dataclass
class Memory:
    """What the report has spoken of so far: for "beteiligt sich ebenfalls", "Rome hesitates".

    ``last``: the newest commitments' contributions, of ``sentence``; ``named``: the newest contribution that was only
    named, of ``named_in``.
    """

    main: str | None = None
    last: list[Contribution] = field(default_factory=list)
    sentence: int = -9
    named: Contribution | None = None
    named_in: int = -9
    firmness: Firmness = Firmness.PLEDGED

    def recall(self, sentence: int) -> Contribution | None:
        """The contribution that a word without an object takes up: the newest of the last sentences, else the main one."""
        newest = self.last[0] if self.last and sentence - self.sentence <= REACH else None
        if self.named is not None and sentence - self.named_in <= REACH and (newest is None or self.named_in > self.sentence):
            newest = self.named
        if newest is not None:
            return replace(newest, rule="spoken of before", quantity=None, phrase=None, sure=0.6, negated=False)
        if self.main is not None:
            return Contribution(self.main, "what the report is about", sure=0.5)
        return None

    def note(self, contributions: Sequence[Contribution], sentence: int) -> None:
        """Remember what a sentence spoke of."""
        if contributions:
            self.last, self.sentence = list(contributions), sentence


    def name(self, contributions: Sequence[Contribution], sentence: int) -> None:
        """Remember what a sentence only named."""
        if contributions:
            self.named, self.named_in = contributions[0], sentence


def find_commitments(context: Context, said: Sequence[Said | None]) -> tuple[Candidate, ...]:
    """Find the candidates of a report, in its order."""
    memory = Memory(main=_main_measure(context))
    found: list[Candidate] = []
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause):
            continue
        if clause.verb is None:
            found.extend(_of_listing(context, index, said[index], memory))
        if clause.verb is None:  # "Soldiers? …", "Zu Truppen: …": what the next sentence takes up
            memory.note(contributions_in(context, clause.phrases), clause.sentence)
            continue
        candidates = list(_of_clause(context, index, said[index], memory))
        memory.note([c.contribution for c in candidates if not c.from_context], clause.sentence)
        forward = [c.firmness for c in candidates if c.firmness in (Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.CONCRETE)]
        memory.firmness = forward[0] if forward else memory.firmness
        memory.name([c for c in contributions_in(context, clause.phrases) if c.rule == "noun"], clause.sentence)
        found.extend(candidates)
    return tuple(found)


def _main_measure(context: Context) -> str | None:
    """The measure that the report's nouns name most often; None under two nouns."""
    counts: dict[str, int] = {}
    for i, token in enumerate(context.tokens):
        if token.pos == Pos.NOUN and i not in context.hidden:
            thing = context.lexicon.thing(token.lemma, context.tokens[i - 1].lemma if i else "")
            if thing is not None and thing.measure is not None and thing.kind in ("thing", "action"):
                counts[thing.measure] = counts.get(thing.measure, 0) + 1
    best = max(counts, key=lambda m: (counts[m], m), default=None)
    return best if best is not None and counts[best] >= 2 else None


def _of_clause(context: Context, index: int, said: Said | None, memory: Memory) -> Iterator[Candidate]:
    clause = context.clauses[index]
    if clause.verb is None or _is_denial(context, clause):
        return
    sense = context.sense(index)
    chain = climb(context, index)
    if chain.blocked is not None:
        return
    noun = _promise_phrase(context, clause, sense)
    if noun is not None and (sense is None or sense.kind not in ("position", "expect", "deny", "ask", "consult", "none")):
        found = list(_of_noun(context, index, chain, said, noun, sense, memory))
        yield from found
        if sense is None or sense.kind not in ("give", "commit") or any(need.kind == "obj" for need in sense.needs):
            return
        if found and noun[1] in context.content_phrases(index, sense):
            return
    ready = predicate_promise(context, clause)
    if ready is not None:
        yield from _of_predicate(context, index, chain, said, ready, memory)
    elif sense is None:
        return
    elif sense.kind in ELLIPTICAL and _is_by_video(context, clause):
        return
    elif sense.kind in ("give", "join", "join-not", "withdraw", "freeze", "receive", "deliver"):
        yield from _of_giving(context, index, chain, said, sense, memory)
    elif sense.kind in ("commit", "refuse"):
        yield from _of_operator(context, index, chain, said, sense, memory)
    elif sense.kind == "consult":
        yield from _of_consulting(context, index, chain, said, sense, memory)
    elif sense.kind == "attend":
        yield from _of_mission(context, index, chain, said, sense)


def _is_denial(context: Context, clause: Clause) -> bool:
    """Say whether a sentence denies a rumour: "No, London has not promised …"."""
    start = context.analysis.sentences[clause.sentence].start
    words = [t.lower for t in context.tokens[start : start + 4]]
    return any(a in {"no", "nein"} and b == "," for a, b in zip(words, words[1:], strict=False))


def _is_by_video(context: Context, clause: Clause) -> bool:
    """Say whether somebody joins a meeting, not an effort: "joined by secure link"."""
    return any(context.tokens[i].lower in REMOTE for i in context.own_tokens(clause))


def _of_listing(context: Context, index: int, said: Said | None, memory: Memory) -> Iterator[Candidate]:
    """A line of a list: "Germany: 100 million dollars", "Finnland: 250 Soldaten"; as firm as what was said last."""
    clause = context.clauses[index]
    colon = next((i for i in range(clause.start, min(clause.start + 5, clause.end)) if context.tokens[i].text == ":"), None)
    if colon is None or any(True for _ in context.children[index]):
        return
    refs = context.who.actors_in(clause.start, colon)
    phrases = [p for p in clause.phrases if p.start > colon and p.prep is None]
    contributions = [c for c in contributions_in(context, phrases) if c.quantity is not None]
    if refs and contributions:
        party = Party(refs[:1], "name before a colon")
        said = said if said is not None and said.rule != "name before a colon" else None
        chain = Chain(None, (index,))
        yield from _candidates(
            context, chain, said, contributions, memory.firmness, conditions_of(context, chain), rule="listing", party=party
        )


# --- contributing verbs ------------------------------------------------------------------------------------------


def _of_giving(
    context: Context, index: int, chain: Chain, said: Said | None, sense: Sense, memory: Memory
) -> Iterator[Candidate]:
    clause = context.clauses[index]
    contributions = _contributions(context, index, sense, memory)
    if not contributions:
        return
    party = giver(context, clause, said) if sense.kind == "receive" else None
    if sense.kind == "receive" and party is None:
        return
    conditions = conditions_of(context, chain)
    inner = _inner_firmness(context, index, sense, said, conditional=bool(conditions))
    if inner is None and context.is_finite(clause):
        return
    if inner is None and chain.firmness is None and not _is_transparent_infinitive(context, chain):
        return
    firmness = combine(chain.firmness, inner)
    if firmness is None:
        firmness = _outer_form(context, chain, conditional=bool(conditions), said=said)
    if firmness is None:
        return
    yield from _candidates(context, chain, said, contributions, firmness, conditions, rule=f"verb {sense.lemma}", party=party)


def _contributions(context: Context, index: int, sense: Sense, memory: Memory) -> tuple[Contribution, ...]:
    found = contributions_of_verb(context, index, sense)
    recalled = memory.recall(context.clauses[index].sentence)
    if found and found[0].rule == "nobody":
        negated = not is_negated(context.clauses[index])
        return (replace(recalled, negated=negated),) if recalled is not None else ()
    if not found and recalled is not None:
        counted = _counted(context, context.content_phrases(index, sense), recalled)
        if counted is not None:
            return (counted,)
    if found or sense.kind not in ELLIPTICAL:
        return found
    return (recalled,) if recalled is not None else ()


def _counted(context: Context, phrases: Iterable[Phrase], recalled: Contribution) -> Contribution | None:
    """A bare number takes up what was spoken of: "Denmark is providing one", "a pledge of 1,500"."""
    for phrase in phrases:
        for part in phrase.walk():
            if context.head(part).pos == Pos.NUM:
                quantity = quantity_in(context, part, Thing("thing", recalled.measure))
                return replace(recalled, quantity=quantity, phrase=part)
    return None


def _inner_firmness(
    context: Context, index: int, sense: Sense, said: Said | None, *, conditional: bool
) -> Firmness | None:
    clause = context.clauses[index]
    negated = is_negated(clause)
    if sense.kind in ("withdraw", "freeze"):
        if not context.is_finite(clause):
            return Firmness.WITHDRAWN
        form = of_giving(clause, negated=False, conditional=conditional, reported=said is not None)
        if form is None or negated:
            return None
        return Firmness.WITHDRAWN if form in (Firmness.PLEDGED, Firmness.DELIVERED, Firmness.SIGNALLED) else Firmness.CONSIDERING
    if sense.kind == "deliver" and clause.verb is not None:
        return None if clause.verb.modals else (Firmness.WITHHELD if negated else Firmness.DELIVERED)
    if sense.kind == "join-not":
        return Firmness.CONSIDERING if negated else Firmness.REJECTED
    if not context.is_finite(clause):
        return Firmness.REJECTED if negated else None
    gladly = any(context.tokens[i].lower in GLADLY for i in context.own_tokens(clause))
    return of_giving(clause, negated=negated, conditional=conditional, reported=said is not None, gladly=gladly)


def _is_transparent_infinitive(context: Context, chain: Chain) -> bool:
    """Say whether a bare infinitive stands under a verb that is no operator: "begann auszubilden", "helps to train"."""
    return len(chain.clauses) > 1


def _outer_form(context: Context, chain: Chain, *, conditional: bool, said: Said | None) -> Firmness | None:
    for index in chain.clauses[1:]:
        clause = context.clauses[index]
        sense = context.sense(index)
        if sense is not None and sense.kind in ("say", "consult", "none", "condition", "host", "meet", "held"):
            return None
        if context.is_finite(clause):
            return of_giving(clause, negated=is_negated(clause), conditional=conditional, reported=said is not None)
    return None


# --- operators ---------------------------------------------------------------------------------------------------


def _of_operator(
    context: Context, index: int, chain: Chain, said: Said | None, sense: Sense, memory: Memory
) -> Iterator[Candidate]:
    clause = context.clauses[index]
    phrases = context.content_phrases(index, sense)
    contributions = contributions_of_content(context, index, phrases)
    if not contributions and any(True for _ in context.linked(index, Link.COMPLEMENT)):
        return  # what is promised stands in a clause of its own, which climbs up to here
    negated = is_negated(clause)
    intransitive = "obj" not in sense.content or (
        sense.value in ("considering", "rejected") and sense.lemma not in DECIDING
    )
    vague = bool(phrases) and all(is_vague(context, part) for phrase in phrases for part in phrase.each())
    if not contributions and ((not phrases and intransitive) or vague):
        recalled = memory.recall(clause.sentence)
        contributions = (recalled,) if recalled is not None and sense.value is not None else ()
    if not contributions or sense.value is None:
        return
    if sense.kind == "refuse" and not refuses_own(context, clause, phrases):
        return
    value = of_operator(Firmness(sense.value), clause, negated=negated)
    firmness = combine(chain.firmness, value) if value is not None else None
    if firmness is None:
        return
    conditions = conditions_of(context, chain)
    yield from _candidates(context, chain, said, contributions, firmness, conditions, rule=f"verb {sense.lemma}")


def refuses_own(context: Context, clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Say whether what is refused is one's own contribution ("lehnt eine Beteiligung ab"), not what others propose
    ("lehnt jede Friedenstruppe ab"): states and alliances refuse taking part, sending, delivering, or what is theirs."""
    refs = context.actors(clause.subject)
    if not refs or any(r.actor.startswith("person:") or r.actor == context.adversary for r in refs):
        return False
    if _concerns_others(context, clause, phrases):
        return False
    for phrase in phrases:
        for part in phrase.each():
            thing = context.lexicon.thing(context.head(part).lemma, context.before(part))
            takes_part = thing is not None and (thing.kind == "action" or (thing.kind == "generic" and thing.measure is None))
            if takes_part or any(context.tokens[i].lemma.lower() in OWN for i in context.inner_tokens(part)):
                return True
            if any(context.head(part).pos == Pos.PRON for part in phrase.each()):
                return True
    return False


def _concerns_others(context: Context, clause: Clause, phrases: Iterable[Phrase]) -> bool:
    """Say whether what is refused is somebody else's contribution: "foreign troops", "eine Entsendung westlicher Soldaten"."""
    own = {ref.actor for ref in context.actors(clause.subject)}
    foreign = {"ausländisch", "fremd", "westlich", "europäisch", "foreign", "western", "european", "outside"}
    for phrase in phrases:
        for part in phrase.walk():
            if any(context.tokens[i].lemma.lower() in foreign for i in context.inner_tokens(part)):
                return True
            if any(ref.actor not in own for ref in possessors(context, part)):
                return True
    return False


def _of_predicate(
    context: Context, index: int, chain: Chain, said: Said | None, ready: Promise, memory: Memory
) -> Iterator[Candidate]:
    """Predicates of firmness over a noun: "ist zu einer Beteiligung bereit", "eine Entsendung sei denkbar"."""
    clause = context.clauses[index]
    if any(True for _ in context.linked(index, Link.COMPLEMENT)):
        return
    value = of_operator(Firmness(ready.negated if is_negated(clause) else ready.value), clause, negated=False)
    firmness = combine(chain.firmness, value) if value is not None else None
    if firmness is None:
        return
    if ready.kind == "state":
        phrases = [clause.subject] if clause.subject is not None else []
    else:
        phrases = [p for p in clause.phrases if p.prep in READY_PREPS and p is not clause.subject]
    contributions = contributions_in(context, phrases)
    if not contributions and ready.kind == "ready" and ready.value != "considering" and not phrases:
        recalled = memory.recall(clause.sentence)
        contributions = (recalled,) if recalled is not None else ()
    if not contributions:
        return
    party = None
    if ready.kind == "state" and clause.subject is not None:
        refs = possessors(context, clause.subject)
        party = Party(refs, "whose it is", clause.subject) if refs else None
        if party is None and said is not None and said.speakers:
            party = Party(said.speakers[:1], "who speaks")
        if party is None or _concerns_others(context, clause, phrases):
            return
    yield from _candidates(
        context, chain, said, contributions, firmness, conditions_of(context, chain), rule="predicate", party=party
    )


def _of_mission(context: Context, index: int, chain: Chain, said: Said | None, sense: Sense) -> Iterator[Candidate]:
    """ "Nimmt an der Friedenstruppe teil", "take part in the force": attending a mission is contributing to it."""
    clause = context.clauses[index]
    contributions = [
        c
        for c in contributions_in(context, [p for p in clause.phrases if p.prep in ("an", "in", "mit", "with")])
        if c.rule in ("noun", "general noun", "phrase")
    ]
    if not contributions:
        return
    conditions = conditions_of(context, chain)
    inner = _inner_firmness(context, index, replace(sense, kind="join"), said, conditional=bool(conditions))
    firmness = combine(chain.firmness, inner)
    if firmness is not None:
        yield from _candidates(context, chain, said, contributions, firmness, conditions, rule=f"verb {sense.lemma}")


def _of_consulting(
    context: Context, index: int, chain: Chain, said: Said | None, sense: Sense, memory: Memory
) -> Iterator[Candidate]:
    """Not to speak of it is an absence: "will not talk about them", "redet nicht über Soldaten"."""
    clause = context.clauses[index]
    if clause.verb is not None and set(clause.verb.modals) & MIGHT:
        return
    phrases = [p for p in clause.phrases if p.prep in ("about", "über", "of", "von") or p.role == Role.OBJECT]
    if not is_negated(clause):  # states that discuss a contribution consider it; meetings discuss everything
        refs = context.actors(clause.subject)
        named = [c for c in contributions_in(context, phrases) if c.sure >= 1]
        if named and refs and not any(r.actor.startswith(("group:", "person:")) for r in refs):
            conditions = conditions_of(context, chain)
            yield from _candidates(
                context, chain, said, named, Firmness.CONSIDERING, conditions, rule=f"verb {sense.lemma}"
            )
        return
    contributions = contributions_in(context, phrases)
    if not contributions and any(context.head(p).pos == Pos.PRON for p in phrases):
        recalled = memory.recall(clause.sentence)
        contributions = (recalled,) if recalled is not None else ()
    if contributions:
        conditions = conditions_of(context, chain)
        yield from _candidates(context, chain, said, contributions, Firmness.WITHHELD, conditions, rule=f"verb {sense.lemma}")


# --- nouns of promise --------------------------------------------------------------------------------------------


def _promise_phrase(context: Context, clause: Clause, sense: Sense | None) -> tuple[Promise, Phrase] | None:
    """The phrase of a clause whose head is a noun of promise: its object or subject, or what the verb is about."""
    content = sense.content if sense is not None else ()
    for phrase in clause.phrases:
        for part in phrase.each():
            if part.prep is not None and part.prep not in ("von", "of", "an") and part.prep not in content:
                continue
            head = context.head(part)
            if head.pos in (Pos.VERB, Pos.AUX, Pos.PRON, Pos.DET):
                continue
            found = context.lexicon.promise(head.lemma)
            if found is not None and found.kind in ("promise", "idea") and context.lexicon.thing(head.lemma) is None:
                return found, part
    return None


def _of_noun(
    context: Context,
    index: int,
    chain: Chain,
    said: Said | None,
    found: tuple[Promise, Phrase],
    sense: Sense | None,
    memory: Memory,
) -> Iterator[Candidate]:
    noun, phrase = found
    clause = context.clauses[index]
    if any(context.clauses[c].anchor == phrase.head for c in context.children[index]):
        return  # "die Zusage, Truppen zu schicken": the clause on the noun climbs up to here
    if sense is not None and sense.kind == "commit" and sense.value is not None and noun.value == "concrete":
        return
    contributions = contributions_in(context, [*phrase.dependents, *_beside(clause, phrase)])
    bare = all(
        context.actors(part) or part.role == Role.APPOSITION or context.head(part).pos == Pos.NUM for part in phrase.dependents
    )
    if not contributions and noun.kind == "promise" and bare:
        recalled = memory.recall(clause.sentence)
        if recalled is not None:
            contributions = (_counted(context, [phrase], recalled) or recalled,)
    if not contributions:
        return
    negated = is_negated(clause) or is_part_negated(clause, phrase) or (sense is not None and sense.kind == "absent")
    value = Firmness(noun.negated if negated else noun.value)
    if sense is not None and sense.kind in ("withdraw", "freeze"):
        value = Firmness.WITHDRAWN
    formed = of_operator(value, clause, negated=False)
    firmness = combine(chain.firmness, formed) if formed is not None else None
    if firmness is None:
        return
    party = _owner(context, clause, phrase, absent=sense is not None and sense.kind == "absent")
    if party is None:
        return
    yield from _candidates(
        context, chain, said, contributions, firmness, conditions_of(context, chain), rule="noun of promise", party=party
    )


def _beside(clause: Clause, phrase: Phrase) -> list[Phrase]:
    return [
        p for p in clause.phrases
        if p is not phrase and p.prep in ("für", "zu", "über", "an", "for", "of", "on", "to", "mit") and p.role != Role.SUBJECT
    ]


def _owner(context: Context, clause: Clause, phrase: Phrase, *, absent: bool) -> Party | None:
    refs = possessors(context, phrase)
    if refs:
        return Party(refs, "whose it is", phrase)
    if clause.subject is not None and clause.subject.head != phrase.head:
        refs = context.actors(clause.subject)
        if refs:
            return Party(refs, "subject", clause.subject)
    for other in clause.phrases:
        if other.prep in ("aus", "von", "from", "by", "seitens"):
            refs = context.actors(other)
            if refs:
                return Party(refs, "where it comes from", other)
    if absent:  # "trotz der Treffen der Koalition sind Zusagen ausgeblieben"
        for other in clause.phrases:
            refs = tuple(ref for part in other.walk() for ref in context.actors(part))
            if refs:
                return Party(refs[:1], "named in the clause", other)
    return None


def _negate(firmness: Firmness) -> Firmness:
    """What a contribution's own negation makes of it: "schickt keine Soldaten", "has offered no troops"."""
    if firmness in (Firmness.DELIVERED, Firmness.WITHHELD):
        return Firmness.WITHHELD
    return Firmness.CONSIDERING if firmness == Firmness.REJECTED else Firmness.REJECTED


def _donors(context: Context, chain: Chain, contributions: Sequence[Contribution]) -> Party | None:
    """Sums pledged by nobody in particular are the donors': "344 Millionen Dollar sind zugesagt worden"."""
    clause = context.clauses[chain.clauses[0]]
    sense = context.sense(chain.clauses[0])
    if sense is None or sense.kind != "commit" or clause.verb is None or clause.verb.voice == "active":
        return None
    if not any(c.quantity is not None and len(c.quantity.unit) == len("EUR") for c in contributions):
        return None
    return Party((ActorRef("group:donors", None, None, None, "nobody named"),), "nobody named")


# --- candidates --------------------------------------------------------------------------------------------------


def _candidates(
    context: Context,
    chain: Chain,
    said: Said | None,
    contributions: Sequence[Contribution],
    firmness: Firmness,
    conditions: tuple[Condition, ...],
    *,
    rule: str,
    party: Party | None = None,
) -> Iterator[Candidate]:
    party = party or contributor(context, chain, said) or _donors(context, chain, contributions)
    if party is None:
        return
    if firmness == Firmness.REJECTED and conditions and is_precondition(context, chain):
        firmness = Firmness.CONSIDERING
    denied = any(is_negated(context.clauses[i]) for i in chain.clauses[:1])
    for ref in party.refs:
        for contribution in contributions:
            stated = _negate(firmness) if contribution.negated and not denied else firmness
            yield Candidate(
                actor=ref,
                shared=len(party.refs) > 1,
                contribution=contribution,
                firmness=stated,
                clauses=chain.clauses,
                rule=rule,
                operator_rules=chain.rules,
                party=party,
                said=said,
                conditions=conditions,
                from_context=contribution.rule in ("spoken of before", "what the report is about"),
            )
