"""Contributions that a clause names in passing, whatever it tells of them.

Examples: "Canada's contribution of 300 soldiers was welcomed"; "A Dutch donation of 40 trucks has arrived".
Source: codebook, section 2 (one record per contribution).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Phrase, Tense
from zusage.model.values import Firmness
from zusage.reading.commitments.case import Candidate, Case, make
from zusage.reading.contributions import Contribution, contributions_in
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated
from zusage.reading.parties import Party, possessors

ASKING = frozenset({"ask", "expect", "deny", "consult"})
PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})


def from_passing(case: Case) -> Iterator[Candidate]:
    """Read a noun of giving with whose it is and what is given: "Canada's **contribution of 300 soldiers** was welcomed".

    Not where it has come to an end, and not what may be or has to be.
    """
    clause, context = case.clause, case.context
    verb = clause.verb
    if verb is None or verb.modals or is_negated(clause) or not context.is_finite(clause):
        return
    if case.chain.firmness is not None or verb.lemma in words("ending") or _is_asked_or_opposed(case):
        return
    for part in (inner for phrase in clause.phrases for inner in phrase.walk()):
        if context.head(part).lemma.lower() not in words("named-gifts") or part.negated:
            continue
        refs, things = possessors(context, part), _given(case, part)
        if refs and things:
            arrived = part is clause.subject and verb.lemma in words("coming-in") and verb.tense in PAST
            firmness = Firmness.DELIVERED if arrived else _offered(case, part)
            yield from make(case, things, firmness, rule="named in passing", party=Party(refs, "whose it is", part))


def _offered(case: Case, part: Phrase) -> Firmness:
    """How firm a gift is that words before it call planned: "Togo's **proposed** contribution of 300 soldiers"."""
    said = {case.context.tokens[i].lower for i in range(part.start, part.head)}
    return Firmness.PLEDGED if said.isdisjoint(words("planned-adjectives")) else Firmness.SIGNALLED


def _is_asked_or_opposed(case: Case) -> bool:
    """Say whether what is named is wanted, asked about or refused: "asked for a Peruvian contribution of 300 soldiers".

    Not what only makes others doubt: "Togo's contribution of 300 soldiers has raised concerns".
    """
    sense = case.sense
    if sense is None or sense.lemma in words("provoking"):
        return False
    return sense.kind in ASKING or (sense.kind in ("position", "refuse") and sense.value != "supports")


def _given(case: Case, part: Phrase) -> list[Contribution]:
    """What a noun of giving has behind "of", things by name and sums."""
    found = contributions_in(case.context, [inner for inner in part.dependents if inner.prep == "of"])
    return [c for c in found if (c.rule == "noun" and c.sure >= 1) or (c.rule == "money" and c.quantity is not None)]
