"""Contributions that hang on something: "**Peru's contribution depends on** a mandate", "Perus Beitrag hängt von Zusagen ab".

Whoever makes it hang on something has promised nothing yet.
Source: codebook, section 2 (`considering`: "will decide once X").
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.model.values import Firmness
from zusage.reading.commitments.case import Candidate, Case, make
from zusage.reading.contributions import contributions_in, is_vague
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated
from zusage.reading.parties import Party, possessors


def from_hanging(case: Case) -> Iterator[Candidate]:
    """Read what somebody's own contribution hangs on; it is what was spoken of, where its noun does not tell."""
    clause, context = case.clause, case.context
    sense, subject = case.sense, case.clause.subject
    if sense is None or sense.lemma not in words("hung-verbs") or subject is None or is_negated(clause):
        return
    noun = context.lexicon.promise(context.head(subject).lemma)
    if noun is not None and noun.kind == "promise":  # "Peru's offer depends on the cabinet" stays an offer
        return
    refs = possessors(context, subject)
    found = tuple(c for c in contributions_in(context, [subject]) if c.sure >= 1)
    if not found and is_vague(context, subject) and case.recalled is not None:
        found = (case.recalled,)
    if refs and found:
        party = Party(refs, "whose it is", subject)
        yield from make(case, found, Firmness.CONSIDERING, rule="what hangs on something", party=party)
