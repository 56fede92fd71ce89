"""What the rules for what stands apart ask of a clause and its phrases."""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause, Phrase
from zusage.model.values import Firmness
from zusage.reading.commitments.case import SENT_OUT, Candidate
from zusage.reading.context import Context
from zusage.reading.lexicon import words

SENT = SENT_OUT | {"arms"}
DONE = frozenset({Firmness.DELIVERED, Firmness.CONCRETE})
FOR = frozenset({"for", "für"})


def clause_of(context: Context, candidate: Candidate) -> Clause:
    """The innermost clause of a candidate."""
    return context.clauses[candidate.clauses[0]]


def heads(context: Context, phrase: Phrase | None) -> set[str]:
    """The lemmas of a phrase's heads, in lower case."""
    return {context.head(part).lemma.lower() for part in phrase.each()} if phrase is not None else set()


def ends_in(context: Context, phrase: Phrase | None, name: str) -> bool:
    """Say whether a phrase's head is one of a class of words, or in German a compound that ends in one."""
    lemmas = heads(context, phrase)
    if not lemmas.isdisjoint(words(name)):
        return True
    return any(context.ends(lemma, word) for lemma in lemmas for word in words(name))


def parts_of(clause: Clause) -> Iterator[Phrase]:
    """All phrases of a clause but its subject, with what hangs on them."""
    return (part for phrase in clause.phrases if phrase is not clause.subject for part in phrase.walk())
