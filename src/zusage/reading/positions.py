"""Positions: what actors think of proposals, as stance and topic.

Rules: a verb of stance ("begrüßt", "fordert", "opposes", "warns of"); a judgement ("nannte die Pläne inakzeptabel",
"are out of the question, she said"); an obligation laid on others ("Europe should stop buying oil, he said").
Source: codebook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zusage.language.analysis import Clause, Link, Phrase, Pos, Role
from zusage.model.values import Aim, Stance
from zusage.reading.actors import ActorRef
from zusage.reading.commitments import Candidate, refuses_own
from zusage.reading.context import COPULAS, Context
from zusage.reading.firmness import MUST
from zusage.reading.lexicon import Sense
from zusage.reading.operators import WISHES, is_negated, is_wish_for_others
from zusage.reading.speech import Said

TOPIC_OF_MEASURE = {
    "troops": "troop-deployment",
    "air": "troop-deployment",
    "naval": "troop-deployment",
    "monitoring": "troop-deployment",
    "training": "troop-deployment",
    "logistics": "troop-deployment",
    "arms": "arms-supplies",
    "intelligence": "arms-supplies",
    "funding": "funding",
    "humanitarian": "humanitarian-aid",
    "reconstruction": "reconstruction",
    "backstop": "security-guarantees",
    "guarantees": "security-guarantees",
    "sanctions": "sanctions",
    "political": "other",
    "other": "other",
}
"""The topic of a proposal to contribute a measure."""

RELATIVES = frozenset({"was", "which"})
LESS = frozenset(
    [
        "stoppen",
        "beenden",
        "aufheben",
        "kürzen",
        "verringern",
        "einstellen",
        "lockern",
        "stop",
        "lift",
        "end",
        "halt",
        "cut",
        "ease",
        "reduce",
        "close",
    ]
)

OPPOSITE = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OPPOSES: Stance.SUPPORTS,
    Stance.DEMANDS: Stance.OPPOSES,
    Stance.DOUBTS: Stance.SUPPORTS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A position before it is written down. ``sure``: 1 where words name the topic, less where the context does."""

    actor: ActorRef
    stance: Stance
    topic: str
    clauses: tuple[int, ...]
    rule: str
    said: Said | None
    aim: Aim | None = None
    addressee: str | None = None
    sure: float = 1.0


def find_positions(
    context: Context, said: Sequence[Said | None], commitments: Sequence[Candidate]
) -> tuple[Opinion, ...]:
    """Find the positions of a report, in its order; the commitments tell what the report is about."""
    topics = _Topics(context, commitments)
    found: list[Opinion] = []
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause) or clause.verb is None or clause.question or _is_within_opinion(context, index):
            continue
        found.extend(_of_clause(context, index, said[index], topics))
    return tuple(found)


def _is_within_opinion(context: Context, index: int) -> bool:
    """Say whether a clause only tells what another position is about, or what it hangs on."""
    clause = context.clauses[index]
    if (
        clause.link == Link.QUESTION
        and clause.marker in RELATIVES
        and clause.verb is not None
        and clause.verb.modals == ()
    ):
        return False  # "…, was Kiew zurückwies": takes up the whole clause before it
    if clause.link in (Link.CONDITION, Link.QUESTION, Link.PURPOSE):
        return True
    if clause.link == Link.COMPLEMENT and clause.parent is not None:
        sense = context.sense(clause.parent)
        return sense is not None and sense.kind in ("position", "expect", "deny", "ask")
    return False


def _of_clause(context: Context, index: int, said: Said | None, topics: _Topics) -> Iterator[Opinion]:
    sense = context.sense(index)
    voiced = context.stance_noun(context.clauses[index])
    if sense is not None and voiced is not None and any(need.kind == "stance" for need in sense.needs):
        yield from _of_verb(context, index, said, sense, Stance(voiced[1]), topics)
    elif sense is not None and sense.kind == "position" and sense.value is not None:
        yield from _of_verb(context, index, said, sense, Stance(sense.value), topics)
    elif sense is not None and sense.kind == "judge":
        stance = context.opinion(context.clauses[index])
        if stance is not None:
            yield from _of_verb(context, index, said, sense, Stance(stance), topics)
    elif sense is not None and sense.kind == "refuse":
        yield from _of_refusal(context, index, said, sense, topics)
    elif sense is not None and sense.lemma in WISHES and _wishes_for_others(context, index):
        yield from _of_verb(context, index, said, sense, Stance.DEMANDS, topics)
    elif sense is not None and sense.kind == "expect" and sense.value is not None:
        yield from _of_verb(context, index, said, sense, Stance(sense.value), topics)
    elif said is not None and said.speakers:
        yield from _of_saying(context, index, said, topics)


def _wishes_for_others(context: Context, index: int) -> bool:
    clause = context.clauses[index]
    return any(is_wish_for_others(context, clause, context.clauses[c]) for c in context.linked(index, Link.COMPLEMENT))


def _of_verb(
    context: Context, index: int, said: Said | None, sense: Sense, stance: Stance, topics: _Topics
) -> Iterator[Opinion]:
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or set(verb.modals) & (MUST | {"können", "could", "might", "may"}):
        return
    if verb.voice == "active":
        refs = context.actors(clause.subject)
        if not refs and clause.link == Link.RELATIVE:
            refs = _antecedent(context, clause)
    else:
        refs = tuple(
            r for p in clause.phrases if p.role == Role.AGENT or p.prep in ("von", "by") for r in context.actors(p)
        )
    if not any(need.kind == "neg" for need in sense.needs) and is_negated(clause):
        stance = OPPOSITE[stance]
    phrases = context.content_phrases(index, sense)
    inside = [context.clauses[c] for c in context.linked(index, Link.COMPLEMENT)]
    if clause.link == Link.PARENTHESIS and clause.parent is not None and not inside:
        inside = [context.clauses[clause.parent]]
    if clause.marker in RELATIVES and clause.parent is not None:
        inside = [context.clauses[context.root(index)]]
    topic, sure = topics.of(phrases, inside, clause.sentence)
    addressee = _addressee(context, clause, stance)
    for ref in refs:
        yield Opinion(
            actor=ref,
            stance=stance,
            topic=topic,
            clauses=(index, *context.linked(index, Link.COMPLEMENT)),
            rule=f"verb {sense.lemma}",
            said=said,
            aim=_aim(context, clause, inside),
            addressee=addressee,
            sure=sure,
        )


def _antecedent(context: Context, clause: Clause) -> tuple[ActorRef, ...]:
    if clause.anchor is None or clause.parent is None:
        return ()
    for phrase in context.clauses[clause.parent].phrases:
        for part in phrase.walk():
            if part.head == clause.anchor:
                return context.actors(part)
    return ()


def _addressee(context: Context, clause: Clause, stance: Stance) -> str | None:
    if stance != Stance.DEMANDS:
        return None
    for phrase in clause.with_role(Role.OBJECT, Role.INDIRECT):
        refs = context.actors(phrase)
        if refs:
            return refs[0].actor
    return None


def _aim(context: Context, clause: Clause, inside: Iterable[Clause]) -> Aim:
    for part in (clause, *inside):
        if part.verb is not None and part.verb.lemma in LESS:
            return Aim.LESS
    return Aim.MORE


def _of_refusal(context: Context, index: int, said: Said | None, sense: Sense, topics: _Topics) -> Iterator[Opinion]:
    """Refusing what others would do is opposition ("Moskau lehnt westliche Soldaten ab"); one's own is a commitment."""
    if refuses_own(context, context.clauses[index], context.content_phrases(index, sense)):
        return
    yield from _of_verb(context, index, said, sense, Stance.OPPOSES, topics)


def _of_saying(context: Context, index: int, said: Said, topics: _Topics) -> Iterator[Opinion]:
    """What somebody says others must do, or calls wrong or right, is his position."""
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None or clause.link == Link.PARENTHESIS:
        return
    own = {ref.actor for ref in said.speakers}
    subject = {ref.actor for ref in context.actors(clause.subject)}
    stance: Stance | None = None
    if set(verb.modals) & MUST and subject and subject.isdisjoint(own):
        stance = Stance.DEMANDS
    elif verb.lemma in COPULAS and subject.isdisjoint(own) and not clause.question:
        word = context.opinion(clause)
        stance = Stance(word) if word is not None else None
        if stance is not None and is_negated(clause):
            stance = OPPOSITE[stance]
    if stance is None:
        return
    phrases = clause.phrases
    topic, sure = topics.of(phrases, [clause, *(context.clauses[c] for c in context.children[index])], clause.sentence)
    yield Opinion(
        actor=said.speakers[0],
        stance=stance,
        topic=topic,
        clauses=(index,),
        rule="obligation of others" if stance == Stance.DEMANDS else "judgement in speech",
        said=said,
        aim=_aim(context, clause, ()),
        addressee=next(iter(sorted(a for a in subject if a is not None)), None) if stance == Stance.DEMANDS else None,
        sure=sure * 0.8,
    )


class _Topics:
    """What positions of a report can be about: by words first, then by what was spoken of before, then by its main measure."""

    def __init__(self, context: Context, commitments: Sequence[Candidate]) -> None:
        self.context = context
        self.at = {context.clauses[c.clauses[0]].sentence: c.contribution.measure for c in commitments}
        counts: dict[str, int] = {}
        for candidate in commitments:
            topic = TOPIC_OF_MEASURE.get(candidate.contribution.measure, "other")
            counts[topic] = counts.get(topic, 0) + 1
        self.main = max(counts, key=lambda t: (counts[t], t), default=None)

    def of(self, phrases: Iterable[Phrase], clauses: Iterable[Clause], sentence: int) -> tuple[str, float]:
        """The topic of some phrases and clauses, and how sure it is."""
        tokens = sorted(
            {i for p in phrases for i in range(p.start, p.end)} | {i for c in clauses for i in range(c.start, c.end)}
        )
        scores: dict[str, float] = {}
        for order, i in enumerate(tokens):
            token = self.context.tokens[i]
            if token.pos not in (Pos.NOUN, Pos.VERB, Pos.ADJ, Pos.PROPN):
                continue
            for topic, weight in self._of_word(i):
                scores[topic] = scores.get(topic, 0) + weight - order * 0.001
        if scores:
            best = max(scores, key=lambda t: (scores[t], t))
            return best, 1.0 if scores[best] >= 1.5 else 0.8
        before = self.context.analysis.sentences[sentence - 1] if sentence else None
        if before is not None:
            for i in range(before.start, before.end):
                for topic, weight in self._of_word(i):
                    scores[topic] = scores.get(topic, 0) + weight
            if scores:
                return max(scores, key=lambda t: (scores[t], t)), 0.6
        for back in (0, 1, 2):
            if sentence - back in self.at:
                return TOPIC_OF_MEASURE.get(self.at[sentence - back], "other"), 0.6
        return self.main or "other", 0.5

    def _of_word(self, i: int) -> Iterator[tuple[str, float]]:
        token = self.context.tokens[i]
        before = self.context.tokens[i - 1].lemma if i else ""
        found = self.context.lexicon.topic(token.lemma, before)
        if found is not None:
            yield found.topic, float(found.weight)
            return
        thing = self.context.lexicon.thing(token.lemma, before)
        if thing is not None and thing.measure is not None and thing.kind != "none":
            yield TOPIC_OF_MEASURE.get(thing.measure, "other"), 1.5 if thing.kind in ("thing", "action") else 0.7
