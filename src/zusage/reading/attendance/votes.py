"""Votes at a meeting: "Peru und Chile stimmten dagegen", "Kenya abstained", "with Peru abstaining".

Who votes is there. Votes of parliaments are no meetings. Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Pos, Tense
from zusage.model.values import Authority, Mode
from zusage.reading.actors.mention import MentionKind
from zusage.reading.attendance.manner import is_open
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, run_of, subjects
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words

_LEADS = frozenset({"by", "darunter", "from", "including", "von"})
_REACH = 4  # tokens from "abstentions" to "from"
_PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})


def voting(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read which states vote at a meeting: "Kenya abstained", "Chile and Peru were against"; not how a parliament voted."""
    clause = context.clauses[index]
    if clause.verb is None or is_open(context, clause) or occasion.is_apart(clause):
        return
    if clause.link in (Link.TIME, Link.CONDITION) and (clause.marker or "") not in words("factual-markers"):
        return  # "sobald der Rat zugestimmt hat", but "while Peru abstained"
    if clause.kind is ClauseKind.RELATIVE:
        return  # "Peru, which abstained": in an earlier vote, maybe
    if clause.verb.tense not in _PAST and clause.kind is not ClauseKind.PARTICIPLE:
        return
    if not (_votes(context, clause) or _agrees_in_vote(context, clause)):
        return
    for ref in acts(subjects(context, index)):
        state = ref.mention is not None and ref.mention.kind is MentionKind.STATE
        if state and ref.person is None and ref.authority is not Authority.PARLIAMENT:
            yield Presence(ref=ref, mode=Mode.IN_PERSON, clause=index, rule="voted", words=run_of(clause), sure=0.7)


def abstentions(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read lists of those who abstained: "Es gab zwei Enthaltungen, darunter Chile", "with abstentions from Chile and Peru"."""
    clause = context.clauses[index]
    if is_open(context, clause) or occasion.is_apart(clause):
        return
    at = next((i for i in context.own_tokens(clause) if context.lemmas[i] in words("abstentions")), None)
    if at is None:
        return
    led = next((i for i in range(at + 1, min(at + _REACH, clause.end)) if context.tokens[i].lower in _LEADS), None)
    named = context.who.by_token.get(led + 1) if led is not None else None
    named = named or (context.who.by_token.get(led + 2) if led is not None else None)
    end = context.analysis.sentences[clause.sentence].end
    for ref in acts(context.who.listed(named, end)) if named is not None else ():
        yield Presence(ref=ref, mode=Mode.IN_PERSON, clause=index, rule="voted", words=(at, at + 1), sure=0.7)


def _votes(context: Context, clause: Clause) -> bool:
    assert clause.verb is not None  # noqa: S101 - the caller looked
    lemma = clause.verb.lemma.split(" ")[0]
    own = {context.tokens[i].lower for i in context.own_tokens(clause)}
    if lemma in words("abstaining"):
        return lemma != "enthalten" or clause.verb.reflexive or bool(own & {"sich", "stimme"})
    if lemma in words("casting-votes"):
        return bool(own & words("vote-sides"))
    return lemma in COPULAS and any(_is_side(context, i) for i in context.own_tokens(clause))


def _agrees_in_vote(context: Context, clause: Clause) -> bool:
    """Say whether somebody agrees where the report tells of a vote: "Peru enthielt sich, Chile stimmte zu"."""
    if clause.verb is None or clause.verb.lemma not in words("agreeing-in-votes"):
        return False
    kept: dict[int, bool] = context.kept.setdefault("report of a vote", {})
    if not kept:
        kept[0] = any(one.verb is not None and _votes(context, one) for one in context.clauses)
    return kept[0]


def _is_side(context: Context, i: int) -> bool:
    """Say whether a word alone tells on which side somebody was: "were against", not "was against it"."""
    behind = context.tokens[i + 1] if i + 1 < len(context.tokens) else None
    return context.tokens[i].lower in words("sides-alone") and (behind is None or behind.pos is Pos.PUNCT)
