"""Who does the same, or does not, told with his name alone: German sentences that leave out the verb of their last part.

Examples: "Peru schickt 40 Soldaten, **Chile ebenfalls**"; "Peru schließt Soldaten aus, **ebenso Chile**"; "Peru liefert Panzer,
**Chile dagegen nicht**"; "Peru schickt Soldaten, **Chile erst, wenn das Parlament zustimmt**"; "Mehrere Staaten schicken
Soldaten. **Dazu gehört Chile.**" How many is not told.
Source: codebook, section 2 (one record per contribution; what hangs on a condition like this promises nothing).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.model.values import Firmness
from zusage.reading.actors.who import Refs
from zusage.reading.commitments.case import Candidate
from zusage.reading.conditions import typed
from zusage.reading.context import Context
from zusage.reading.firmness import NEGATED
from zusage.reading.lexicon import words
from zusage.reading.parties import DOES_THE_SAME, Party

JOINTS = frozenset({",", ";", "–", "—", "und"})
CLOSERS = frozenset({",", ";", ".", "–", "—", ")", "“", "»", "!"})
FOR = frozenset({"für", "aus", "von"})
NOT = "nicht"
ONLY = frozenset({"erst", "nur"})


def from_alike(context: Context, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what others do, too, or do not, sentence by sentence, beside what a verb told of somebody."""
    if context.analysis.language != "de":
        return
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in found:
        by_sentence.setdefault(context.clauses[candidate.clauses[0]].sentence, []).append(candidate)
    for number, candidates in by_sentence.items():
        sentence = context.analysis.sentences[number]
        for at in range(sentence.start + 1, sentence.end - 1):
            if context.tokens[at].text in JOINTS:
                yield from _behind(context, candidates, at + 1, sentence.end)
        yield from _counted_among(context, candidates, number + 1)


def _counted_among(context: Context, candidates: Sequence[Candidate], number: int) -> Iterator[Candidate]:
    """Yield whom the next sentence counts among a group that does something: "Dazu gehören Peru und Chile"."""
    told = [c for c in candidates if c.actor.actor.startswith("group:")]
    if not told or number >= len(context.analysis.sentences):
        return
    for index in context.analysis.sentences[number].clauses:
        clause = context.clauses[index]
        if clause.verb is None or clause.verb.lemma not in words("counting-among") or clause.negation is not None:
            continue
        if any(context.tokens[i].lower in words("among-them") for i in context.own_tokens(clause)):
            refs = tuple(ref for ref in context.actors(clause.subject) if not ref.actor.startswith("group:"))
            yield from _copies([c for c in told if c.actor.actor == told[0].actor.actor], refs)


def _behind(context: Context, candidates: Sequence[Candidate], at: int, end: int) -> Iterator[Candidate]:
    """Yield what a mark or "und" opens, if it is a name with a word that says that he does the same, or does not."""
    likewise = _word(context, at) in words("also-alone")
    at += likewise
    refs, behind = _named(context, at + (likewise and _word(context, at) in FOR), end)
    if not refs:
        return
    told = _newest(context, candidates, at, refs)
    if likewise and _word(context, behind) in CLOSERS:
        yield from _copies(told, refs)
    elif likewise:
        return
    elif _word(context, behind) in words("also-alone") and _word(context, behind + 1) in CLOSERS:
        yield from _copies(told, refs)
    else:
        yield from _contrasted(context, told, refs, behind, end)


def _contrasted(context: Context, told: Sequence[Candidate], refs: Refs, behind: int, end: int) -> Iterator[Candidate]:
    behind += _word(context, behind) in words("contrasting")
    if _word(context, behind) == NOT and _word(context, behind + 1) in CLOSERS:
        for one in _copies(told, refs):
            yield replace(one, firmness=NEGATED[one.firmness], conditions=())
    elif _word(context, behind) in ONLY and _hangs_on(context, behind + 1):
        conditions = tuple(typed(context, range(behind, end), behind, end))
        for one in _copies(told, refs):
            yield replace(one, firmness=Firmness.CONSIDERING, conditions=conditions)


def _hangs_on(context: Context, at: int) -> bool:
    """Say whether a condition follows: "erst, **wenn** …", "nur **nach** …"."""
    at += _word(context, at) == ","
    return _word(context, at) in words("hanging-on")


def _named(context: Context, at: int, end: int) -> tuple[Refs, int]:
    """The actors whose names begin at a token, an article passed over, and where the names end."""
    at += _word(context, at) in words("articles")
    first = context.who.by_token.get(at)
    if first is None or first.start != at:
        return (), at
    refs = context.who.listed(first, end)
    last = refs[-1].mention if refs else None
    return refs, last.end if last is not None else at


def _newest(context: Context, candidates: Sequence[Candidate], at: int, refs: Refs) -> list[Candidate]:
    """What was told last before a token, if not of the same actors."""
    before = [c for c in candidates if context.clauses[c.clauses[0]].start < at]
    if not before:
        return []
    last = max(context.clauses[c.clauses[0]].start for c in before)
    told = [c for c in before if context.clauses[c.clauses[0]].start == last]
    actors = {ref.actor for ref in refs}
    first = told[0].actor.actor
    return [c for c in told if c.actor.actor == first] if all(c.actor.actor not in actors for c in told) else []


def _copies(told: Sequence[Candidate], refs: Refs) -> Iterator[Candidate]:
    for candidate in told:
        for ref in refs:
            given = replace(candidate.contribution, quantity=None)
            party = Party((ref,), DOES_THE_SAME)
            yield replace(candidate, actor=ref, shared=False, contribution=given, party=party)


def _word(context: Context, at: int) -> str:
    return context.tokens[at].lower if at < len(context.tokens) else ""
