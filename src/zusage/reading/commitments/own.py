"""What one's own people and machines do, and meetings that somebody offers to host.

Examples: "Greek engineers have inspected 9,000 buildings"; "four Polish jets take over the patrol"; "is to host a conference".
Source: codebook, section 2 (`political`: hosting; own soldiers, aircraft and ships).
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Phrase, Pos, Role, Tense
from zusage.model.values import Firmness
from zusage.reading.commitments.case import Candidate, Case, make
from zusage.reading.commitments.giving import form_of
from zusage.reading.context import COPULAS
from zusage.reading.contributions import Contribution, contributions_in
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated
from zusage.reading.parties import Party, possessors


def from_own_forces(case: Case) -> Iterator[Candidate]:
    """Read what one's own people or machines do: "Greek engineers have inspected 9,000 buildings", "four Polish jets take over".

    Only those of the kind that the report is about, and not what befalls them.
    """
    clause, context = case.clause, case.context
    verb = clause.verb
    if verb is None or clause.subject is None or clause.subject_shared or verb.voice != "active":
        return
    if verb.lemma.split(" ")[0] in words("harm-verbs") or not context.is_finite(clause):
        return
    named = [c for c in contributions_in(context, [clause.subject]) if c.rule == "noun" and c.sure >= 1]
    refs = possessors(context, clause.subject)
    inner = form_of(case, negated=is_negated(clause))
    main = {case.memory.main, context.task}
    if len(named) == 1 and refs and named[0].measure in main and inner is not None:
        yield from make(case, named, inner, rule="own forces", party=Party(refs, "whose it is", clause.subject))


def _from_being_host(case: Case) -> Iterator[Candidate]:
    """Read who offers to be a host, or is the next one: "Gastgeber des **nächsten** Treffens ist Peru"."""
    hosted = (Contribution("political", "verb"),)
    if case.chain.firmness is not None:
        yield from make(case, hosted, None, rule="verb host")
        return
    phrases = case.clause.with_role(Role.SUBJECT, Role.PREDICATE)
    if not any(_is_next(case, phrase) for phrase in phrases):
        return
    named = [p for p in phrases if case.context.head(p).pos == Pos.PROPN]
    refs = tuple(ref for phrase in named for ref in case.context.actors(phrase))
    if refs:
        yield from make(case, hosted, Firmness.PLEDGED, rule="verb host", party=Party(refs, "subject"))


def from_mediation(case: Case) -> Iterator[Candidate]:
    """Read under whose mediation others have come to terms: "haben **unter Vermittlung Perus** eine Feuerpause vereinbart"."""
    verb = case.clause.verb
    if verb is None or verb.modals or verb.tense not in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT):
        return
    for phrase in case.clause.phrases:
        mediated = phrase.prep == "unter" and case.context.head(phrase).lemma.lower() in words("mediations")
        if mediated and (refs := possessors(case.context, phrase)):
            party = Party(refs, "whose it is", phrase)
            given = (Contribution("political", "noun", phrase),)
            yield from make(case, given, Firmness.DELIVERED, rule="noun of mediation", party=party)
            return


def _is_next(case: Case, phrase: Phrase) -> bool:
    """Say whether a meeting is the next one, in German: "Peru richtet die **nächste** Konferenz aus"."""
    verb = case.clause.verb
    lemmas = {case.context.tokens[i].lemma.lower() for i in range(phrase.start, phrase.end)}
    for other in case.clause.phrases:  # "Im kommenden Jahr richtet Peru die Konferenz aus"
        if case.context.head(other).lemma.lower() in words("next-times"):
            lemmas |= {case.context.tokens[i].lemma.lower() for i in range(other.start, other.end)}
    present = verb is not None and verb.tense == Tense.PRESENT
    return case.context.analysis.language == "de" and present and not lemmas.isdisjoint(words("next-ones"))


def from_hosting(case: Case) -> Iterator[Candidate]:
    """Read an offer or plan to host a meeting: "offered to host talks", "is to host a conference"; hosting itself is attendance."""
    clause, context = case.clause, case.context
    verb = clause.verb
    ahead = verb is not None and (verb.tense == Tense.FUTURE or bool(verb.modals))
    if verb is not None and verb.lemma in COPULAS:  # "bot an, Gastgeber weiterer Gespräche zu sein"
        yield from _from_being_host(case)
        return
    for phrase in clause.with_role(Role.OBJECT):
        if case.chain.firmness is None and not ahead and not _is_next(case, phrase):
            continue
        head = context.head(phrase)
        meets = context.lexicon.gathering(head.lemma, context.before(phrase)) is not None
        if meets or head.lemma.lower() in words("meeting-objects") or head.lower in words("meeting-objects"):
            inner = form_of(case, negated=is_negated(clause)) if context.is_finite(clause) else None
            yield from make(case, (Contribution("political", "verb", phrase),), inner, rule="verb host")
            return
