"""Soldiers whose attribute says that they are in place: "Er besuchte die in Mali **stationierten** deutschen Soldaten".

Source: codebook, section 2 (`delivered`: is in place).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zusage.language.analysis import Phrase
from zusage.model.values import Firmness
from zusage.reading.commitments.case import SENT_OUT, Candidate
from zusage.reading.context import Context
from zusage.reading.contributions import contributions_in
from zusage.reading.lexicon import words
from zusage.reading.parties import Party, possessors
from zusage.reading.speech import Said


def from_stationed(context: Context, said: Sequence[Said | None], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield whose soldiers, ships or aircraft a German noun phrase says to be abroad, if nothing else tells of them."""
    if context.analysis.language != "de":
        return
    told = {(c.actor.actor, c.contribution.measure) for c in found}
    for at, token in enumerate(context.tokens):
        if token.lower not in words("stationed"):
            continue
        index = next(
            (i for i in context.analysis.sentences[context.sentence_at(at)].clauses if _holds(context, i, at)), None
        )
        phrase = _phrase(context, index, at) if index is not None else None
        if index is None or phrase is None or context.is_hidden(context.clauses[index]):
            continue
        for contribution in contributions_in(context, [phrase]):
            whose = possessors(context, phrase) or context.actors(phrase)  # "die im Irak stationierten US-Soldaten"
            refs = tuple(ref for ref in whose if (ref.actor, contribution.measure) not in told)
            if contribution.measure in SENT_OUT and not contribution.negated and refs:
                told |= {(ref.actor, contribution.measure) for ref in refs}
                party = Party(refs, "whose it is", phrase)
                for ref in refs:
                    yield Candidate(
                        actor=ref,
                        shared=len(refs) > 1,
                        contribution=contribution,
                        firmness=Firmness.DELIVERED,
                        clauses=(index,),
                        rule="stationed",
                        operator_rules=(),
                        party=party,
                        said=said[index],
                        conditions=(),
                        from_context=False,
                    )


def _holds(context: Context, index: int, at: int) -> bool:
    return any(start <= at < end for start, end in context.clauses[index].own)


def _phrase(context: Context, index: int, at: int) -> Phrase | None:
    """The innermost phrase behind whose article the attribute stands, if a place before it tells where: "die in Mali …"."""
    parts = (part for phrase in context.clauses[index].phrases for part in phrase.walk())
    around = [part for part in parts if part.start <= at < part.head]
    if not around:
        return None
    phrase = min(around, key=lambda part: part.head - part.start)
    before = range(phrase.start, at)
    return phrase if any(context.tokens[i].lower in words("where-abroad") for i in before) else None
