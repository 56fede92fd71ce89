"""Words of opinion: the stance that a clause's own words take, and the nouns that name a stance.

A word of opinion stands in the predicate ("sei ein Fehler", "are legitimate targets"), behind a verb that calls something
by it ("nannte das Papier zu weich") or names what somebody feels ("zeigte sich enttäuscht"). Only words that judge count,
not those that describe what is judged ("begann die wichtige Mission").

Source: codebook, section 3 (`stance`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zusage.language.analysis import Clause, Phrase, Pos, Role
from zusage.model.values import Stance
from zusage.reading.actors import ActorRef
from zusage.reading.context import Context
from zusage.reading.parties import possessors
from zusage.reading.positions.words import words

OPPOSITE = {Stance.SUPPORTS: Stance.OPPOSES, Stance.DOUBTS: Stance.SUPPORTS}
"""What a negated stance is; not to demand and not to oppose are no position."""

WORDS = frozenset({Pos.ADJ, Pos.ADV, Pos.NOUN, Pos.VERB, Pos.X})
CALLED = frozenset({None, "als", "für", "as", "zu", "of", "from"})
"""Prepositions before what something is called: "als Fehler", "as a mistake"."""

LEANING = {
    "against": Stance.OPPOSES,
    "gegen": Stance.OPPOSES,
    "in favour of": Stance.SUPPORTS,
    "in favor of": Stance.SUPPORTS,
}
FEELS = "own:"
"""Marks words in the lexicon that tell how the subject itself feels: "ist skeptisch", "is worried"."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stance with the word that gives it; ``felt``: the subject itself holds it ("ist skeptisch")."""

    stance: Stance
    token: int
    felt: bool = False


def turned(stance: Stance, *, negated: bool) -> Stance | None:
    """Turn a stance under negation; None where nothing is left of it."""
    return OPPOSITE.get(stance) if negated else stance


def judgement_in(context: Context, clause: Clause) -> Judgement | None:
    """Find the word by which a clause judges: the last one that stands in no phrase of its own and not in the subject."""
    for phrase in clause.phrases:
        text = " ".join(context.words(phrase).lower().split())
        found = context.lexicon.opinions.get(text) or context.lexicon.opinions.get(text.partition(" ")[2])
        if found is not None:  # "out of the question", "vom Tisch"
            return _judgement(found, phrase.head)
    if is_participle_of_opinion(context, clause) and clause.verb is not None:
        return judgement_of(context, clause.verb.head)
    last: Judgement | None = None
    for i in _judging_tokens(context, clause):
        last = judgement_of(context, i) or last
    return last


def _judging_tokens(context: Context, clause: Clause) -> Iterator[int]:
    beside = [p for p in clause.phrases if p is clause.subject or p.prep not in CALLED]
    head = clause.verb.head if clause.verb is not None else None
    for i in context.own_tokens(clause):
        token = context.tokens[i]
        if token.lower in words("for-or-against") and _connects(context, clause, i):
            continue
        if token.pos in WORDS and (i != head or token.pos == Pos.ADJ) and not any(p.start <= i < p.end for p in beside):
            yield i


def _connects(context: Context, clause: Clause, i: int) -> bool:
    """Say whether "dagegen" only sets one apart from others: "Estland **dagegen** ist …", "Oslo bleibt **dagegen** bei …"."""
    behind = context.tokens[i + 1].pos if i + 1 < len(context.tokens) else Pos.PUNCT
    ahead = clause.verb is not None and i < (clause.verb.finite or 0)
    return ahead or behind in (Pos.ADP, Pos.DET)


def judgement_of(context: Context, i: int) -> Judgement | None:
    """The judgement that a word gives, with the one before it ("wrong signal", "too weak"); None if it judges nothing."""
    token = context.tokens[i]
    before = context.tokens[i - 1] if i else None
    pair = f"{before.lemma} {token.lemma}".lower() if before is not None else ""
    opinions = context.lexicon.opinions
    found = opinions.get(pair) or opinions.get(token.lower) or context.lexicon.opinion(token.lemma)
    if found is not None:
        return _judgement(found, i)
    if (
        before is not None
        and before.lower in words("too")
        and before.pos != Pos.ADP
        and before.tag != "PTKZU"
        and token.pos in (Pos.ADJ, Pos.ADV)
    ):
        return Judgement(Stance.DOUBTS, i)  # "hält das Papier für zu weich", "is too weak"
    return None


def _judgement(value: str, token: int) -> Judgement:
    return Judgement(Stance(value.removeprefix(FEELS)), token, felt=value.startswith(FEELS))


def owned_stances(context: Context, clause: Clause) -> Iterator[tuple[Phrase, Stance, tuple[ActorRef, ...]]]:
    """Yield the nouns of stance in a clause with whose they are: "eine amerikanische Bitte um Schiffe", "calls from Oslo for …"."""
    for phrase in clause.phrases:
        for part in phrase.walk():
            head = context.head(part)
            found = context.lexicon.stances.get(head.lemma.lower()) if head.pos == Pos.NOUN else None
            if found is not None and (
                refs := possessors(context, part) or _possessed(context, clause, part) or _raised_by(context, part)
            ):
                yield part, Stance(found), refs


def _raised_by(context: Context, part: Phrase) -> tuple[ActorRef, ...]:
    """Who raises what an English noun of stance names: "objections **by Peru**"."""
    return tuple(ref for p in part.dependents if p.prep == "by" for ref in context.actors(p))


def _possessed(context: Context, clause: Clause, part: Phrase) -> tuple[ActorRef, ...]:
    """Whose a noun of the subject's own is: "scheiterten mit **ihrem** Einspruch"."""
    inner = {context.tokens[i].lower for i in context.inner_tokens(part)}
    if part is clause.subject or clause.subject is None or not inner & words("possessives"):
        return ()
    return context.actors(clause.subject)


def is_participle_of_opinion(context: Context, clause: Clause) -> bool:
    """Say whether the verb is a participle that judges: "was encouraging", "ist unterfinanziert"."""
    verb = clause.verb
    if verb is None or len(verb.tokens) == 1:
        return False
    if context.tokens[verb.head].tag != "VBG" and verb.voice != "stative":
        return False
    return context.tokens[verb.head].lower in context.lexicon.opinions


def stance_of_form(context: Context, i: int, end: int) -> Stance | None:
    """The stance of an English verb form that was taken for a noun or an adjective: "doubts", "backed", "voiced" (doubts)."""
    word = context.tokens[i].lower
    if context.tokens[i].pos == Pos.PROPN or not word.endswith(("s", "ed")):
        return None
    forms = (word[:-1], word[:-2], word[:-1] if word.endswith("ed") else word[:-2])
    for sense in (sense for form in forms for sense in context.lexicon.senses(form)):
        if sense.kind == "position" and sense.value is not None and not sense.needs:
            return Stance(sense.value)
        if any(need.kind == "stance" for need in sense.needs):
            found = context.lexicon.stances.get(context.tokens[i + 1].lemma.lower()) if i + 1 < end else None
            return Stance(found) if found is not None else None
    return None


def leaning(context: Context, clause: Clause) -> Judgement | None:
    """Being for or against something: "Moscow is against one", "are in favour of the plan"."""
    own = [i for i in context.own_tokens(clause) if context.tokens[i].pos != Pos.PUNCT]
    if own and context.tokens[own[-1]].lower == "against" and not _is_anothers(context, clause, own[-1] - 1):
        return Judgement(Stance.OPPOSES, own[-1], felt=True)  # "Norway and Sweden were against"
    for phrase in clause.phrases:
        favours = phrase.prep == "in" and context.head(phrase).lemma.lower() in ("favour", "favor")
        if (
            (phrase.prep in LEANING or favours)
            and phrase is not clause.subject
            and clause.verb is not None
            and phrase.head > clause.verb.head
        ):
            return Judgement(LEANING.get(phrase.prep or "", Stance.SUPPORTS), phrase.head, felt=True)
    return None


def _is_anothers(context: Context, clause: Clause, i: int) -> bool:
    """Say whether the word behind is what another thinks: "Chile was for it, **Peru** against"."""
    named = i in context.who.by_token and (clause.subject is None or not clause.subject.start <= i < clause.subject.end)
    return named and context.tokens[i - 1].lower in (",", ";", "and", "but")


def judgement_at(context: Context, phrase: Phrase) -> Judgement | None:
    """The word of opinion that a phrase is headed by: "zu legitimen Zielen", "für bedeutungslos"."""
    return judgement_of(context, phrase.head)


def stance_object(context: Context, clause: Clause) -> tuple[Phrase, Stance] | None:
    """The object that names a stance, with it: "äußerte Zweifel", "renewed its call"."""
    for phrase in clause.with_role(Role.OBJECT, Role.OTHER):
        for part in phrase.each():
            found = context.lexicon.stances.get(context.head(part).lemma.lower())
            if found is not None:
                return part, Stance(found)
    return None
