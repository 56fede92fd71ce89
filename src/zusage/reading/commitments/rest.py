"""What comes on top of a contribution just told, or is left of it, with nobody named for it.

Examples: "Cuba has sent 200 doctors. **Another 150 will follow**"; "Schweden hat erst die Hälfte gezahlt. **Der Rest soll vor
Weihnachten folgen**"; "Peru sent 200 tents, **with a further 80 to follow in May**". It is of whoever gave the first.
Source: codebook, section 2 (one record per object or announcement).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zusage.language.analysis import Phrase, Pos, Tense
from zusage.model.values import Firmness
from zusage.reading.commitments.case import Candidate, Case, make, recalled_number
from zusage.reading.commitments.giving import form_of
from zusage.reading.contributions import Contribution, contributions_in
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated, is_part_negated
from zusage.reading.parties import Party


def from_rest(case: Case) -> Iterator[Candidate]:
    """Read what follows what the clause or the sentence before told of one giver."""
    clause, memory, verb = case.clause, case.memory, case.clause.verb
    near = 0 <= clause.sentence - memory.sentence <= 1
    if verb is None or clause.subject is None or not near or len(memory.refs) != 1 or not memory.last:
        return
    subject = clause.subject
    denied = is_negated(clause) or is_part_negated(clause, subject) or case.context.tokens[subject.start].lower == "no"
    if not _is_left(case, subject) or not _comes(case) or denied or case.context.actors(subject):
        return
    value = form_of(case, negated=False) if case.context.is_finite(clause) else Firmness.PLEDGED
    party = Party(memory.refs, "spoken of before", subject)
    yield from make(case, [_more(case, subject)], value, rule="what follows", party=party)


def _is_left(case: Case, subject: Phrase) -> bool:
    """Say whether a phrase is the rest of something, or more of it: "der Rest", "another 150", "60 weitere", "a second team".

    Or a number that comes on top: "Zu den 40 Polizisten sollen **20** hinzukommen".
    """
    head, verb = case.context.head(subject), case.clause.verb
    if head.lemma.lower() in words("rests"):
        return True
    if verb is not None and verb.lemma in words("coming-on-top") and head.pos == Pos.NUM:
        return True
    run = {
        token.lower for token in case.context.tokens[subject.start : subject.end + 1]
    }  # "60 | weitere sollen folgen"
    if not run.isdisjoint(words("more-of-it")):
        return True
    return head.lemma.lower() in words("batches") and not run.isdisjoint(words("second-ones"))


def _comes(case: Case) -> bool:
    """Say whether a clause tells that something comes later: "will follow", "soll nächste Woche überwiesen werden"."""
    verb, subject = case.clause.verb, case.clause.subject
    if verb is None or subject is None or verb.lemma in words("following"):
        return verb is not None
    alone = case.context.head(subject).pos == Pos.NUM and subject.start < subject.head
    if alone and verb.lemma in words("moving") and any(p.prep == "nach" for p in case.clause.phrases):
        return True  # "2000 Soldaten gehen nach Polen. Weitere 1000 werden nach Estland verlegt"
    ahead = bool(verb.modals) or verb.tense == Tense.FUTURE
    paid = case.sense is not None and case.sense.kind == "give" and verb.voice != "active"
    return ahead and paid and case.context.head(subject).lemma.lower() in words("rests")


def _more(case: Case, subject: Phrase) -> Contribution:
    """What it is: more of what was told last, as much as the words say."""
    last = case.memory.last[0]
    named = [c for c in contributions_in(case.context, [subject]) if c.rule == "noun" and c.sure >= 1]
    if named:
        return named[0]
    counted = recalled_number(case, [subject])
    money = next((c for c in contributions_in(case.context, [subject]) if c.quantity is not None), None)
    quantity = counted.quantity if counted is not None else money.quantity if money is not None else None
    return replace(last, quantity=quantity, phrase=subject, rule="spoken of before", negated=False)
