"""Soldiers, ships and aid that are only said to be expected: "80 Chilean engineers **are expected** in April".

Examples: "Im Mai werden zwei Feldlazarette aus Japan erwartet". They are of whom they come from.
Source: codebook, section 2 (`signalled`: is expected to).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Voice
from zusage.model.values import Firmness
from zusage.reading.commitments.case import Candidate, Case, make
from zusage.reading.contributions import contributions_in
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated
from zusage.reading.parties import Party, possessors


def from_expected(case: Case) -> Iterator[Candidate]:
    """Read what a clause says to be expected, if its words tell from whom it comes; not what it is expected to do."""
    clause, context, verb = case.clause, case.context, case.clause.verb
    if verb is None or verb.lemma not in words("awaiting") or verb.voice == Voice.ACTIVE or verb.modals:
        return
    if is_negated(clause) or clause.question or case.has_complement():
        return
    for phrase in (part for each in clause.phrases if each.prep is None for part in each.each()):
        refs = possessors(context, phrase)
        found = [c for c in contributions_in(context, [phrase]) if c.rule == "noun" and c.sure >= 1 and not c.negated]
        if refs and found:
            party = Party(refs, "whose it is", phrase)
            yield from make(case, found, Firmness.SIGNALLED, rule="what is expected", party=party)
