"""What the parts of a sum are for that somebody has just promised.

Examples: "Peru gibt 70 Millionen Euro. 20 Millionen **fließen in den Bau von Schulen**"; "…, von denen 20 Millionen für Zelte
verwendet werden"; "Die Summe **setzt sich zusammen aus** 40 Millionen für Nothilfe und 30 Millionen für Brücken". A part whose
purpose is not told is no second sum.
Source: codebook, section 2 (one record per contribution; money for a stated purpose has its measure).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Link, Phrase
from zusage.model.values import Firmness
from zusage.reading.clause_contributions import with_purpose
from zusage.reading.commitments.case import Candidate, Case, make
from zusage.reading.contributions import Contribution, contributions_in
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated
from zusage.reading.parties import Party


def from_part(case: Case) -> Iterator[Candidate]:
    """Read a clause that tells what a part of the newest sum, or all of its parts, are for."""
    clause, memory = case.clause, case.memory
    verb, subject = clause.verb, clause.subject
    near = 0 <= clause.sentence - memory.sentence <= 1 and bool(memory.refs)
    if verb is None or subject is None or not near or case.context.analysis.language != "de":
        return
    if is_negated(clause) or clause.question or clause.link == Link.CONDITION or not _is_sum_told(case):
        return
    told = list(_components(case, "aus") if _is_composed(case, subject) else _called(case) or _spent(case, subject))
    if told:
        value = Firmness.SIGNALLED if verb.modals else memory.firmness
        yield from make(case, told, value, rule="part of a sum", party=Party(memory.refs, "spoken of before", subject))
    elif case.context.has_money(subject) and verb.lemma.split(" ")[0] in words("spending"):
        memory.sentence = clause.sentence  # the next part is of the same sum


def _is_sum_told(case: Case) -> bool:
    return any(c.quantity is not None and c.quantity.is_money for c in case.memory.last)


def _is_composed(case: Case, subject: Phrase) -> bool:
    """Say whether a clause tells what a sum is put together of: "Die Summe setzt sich zusammen aus …", "besteht aus …"."""
    tokens = [case.context.tokens[i] for i in case.context.own_tokens(case.clause)]
    verb = case.clause.verb
    put = verb is not None and (
        verb.lemma in words("put-together") or (verb.lemma == "setzen" and any(t.lower == "zusammen" for t in tokens))
    )
    return put and case.context.head(subject).lemma.lower() in words("the-money")


def _called(case: Case) -> list[Contribution]:
    """What parts of a sum are: "Davon sind 12 Millionen Euro Entwicklungshilfe und acht Millionen humanitäre Hilfe"."""
    verb, first = case.clause.verb, case.context.tokens[case.clause.start].lower
    is_of_it = verb is not None and verb.lemma == "sein" and first in words("of-which")
    told = _components(case, None) if is_of_it else ()
    return [one for one in told if one.rule == "money for a purpose"]


def _components(case: Case, prep: str | None) -> Iterator[Contribution]:
    """The parts that a sum is put together of, with what each is for."""
    parts = [phrase for phrase in case.clause.phrases if phrase.prep == prep]
    for one in contributions_in(case.context, parts):
        if one.quantity is not None and one.quantity.is_money:
            yield with_purpose(case.context, case.index, one)


def _spent(case: Case, subject: Phrase) -> Iterator[Contribution]:
    """What the subject, a sum, is spent on, if the clause says so: "12 Millionen werden in Schulen investiert"."""
    verb = case.clause.verb
    planned = case.sense is not None and case.sense.kind == "commit"  # "sind für Zelte vorgesehen"
    if verb is None or planned or verb.lemma.split(" ")[0] not in words("spending"):
        return
    for one in contributions_in(case.context, [subject]):
        told = with_purpose(case.context, case.index, one)
        if told.rule == "money for a purpose" and told.quantity is not None and told.quantity.is_money:
            yield told
