"""Who keeps his people where they are, without saying what: "Kenya, too, intends **to stay** in Kismayo".

Source: codebook, section 2 (own soldiers on the ground).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Phrase, Pos, Role
from zusage.reading.commitments.case import JOINT, Candidate, Case, make
from zusage.reading.commitments.giving import form_of
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated
from zusage.reading.parties import Party


def from_staying(case: Case) -> Iterator[Candidate]:
    """Read who stays where soldiers, ships or observers were spoken of: "Ghana and Kenya **will stay**"."""
    clause, context, recalled = case.clause, case.context, case.recalled
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or recalled is None or recalled.measure not in JOINT:
        return
    if verb.lemma not in words("staying-on") or clause.with_role(Role.PREDICATE, Role.OBJECT) or is_negated(clause):
        return
    if any(not _is_where_or_how_long(case, p) for p in clause.phrases if p.prep is not None):
        return  # "remained in doubt"
    refs = context.actors(subject)
    if refs and not any(ref.actor.startswith(("group:", "person:")) for ref in refs):
        inner = form_of(case, negated=False) if context.is_finite(clause) else None
        yield from make(case, (recalled,), inner, rule="verb stay", party=Party(refs, "subject", subject))


def _is_where_or_how_long(case: Case, phrase: Phrase) -> bool:
    if phrase.prep not in ("in", "at"):
        return phrase.prep in words("where-and-how-long")
    bare = case.context.tokens[phrase.head - 1].lower == phrase.prep  # "in doubt", not "in the country"
    return not bare or case.context.head(phrase).pos == Pos.PROPN
