"""What all the givers' money is for, by the sum of it that a report opens with.

"Donors have pledged two billion euros to rebuild Chad": the sums that each of them gives are for the same, whatever else the
report is on. "Donors have pledged two billion euros to Chad": they are for anything (codebook, section 2, and doubtful cases:
a sum named at a donors' conference is funding unless the report gives it a purpose).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zusage.language.analysis import ClauseKind, Phrase, Role
from zusage.language.numbers import QuantityKind
from zusage.reading.clause_contributions import with_purpose
from zusage.reading.context import Context
from zusage.reading.contributions import contributions_in, money_in
from zusage.reading.lexicon import words
from zusage.reading.relief import FOR_WHOM

WITHIN: Final = 3
"""Sentences with a verb among which the sum of all stands."""

ANYTHING: Final = "funding"
"""What a sum is for that a country gets for no purpose."""

TOLD_BY: Final = {
    "humanitarian": ("relief-words", "in-need", "relief-agencies"),
    "reconstruction": ("built-again",),
}
"""Classes of words that have to stand in the sentence with the sum, by what it is for."""

TO_WHOM: Final = frozenset({"für", "an", "for", "to"})


def purpose_of_whole(context: Context) -> str | None:
    """What the sum of all that is given is for where a report opens with it, `ANYTHING` where a country gets it for no purpose.

    None where no such sum opens the report, or what it is for says too little: vaccines and schools are paid out of funds, "the
    people of Chad" need not be in need, and beside words of hunger and flight a country's money may be relief.
    """
    for index, part in _whole_sums(context):
        clause = context.clauses[index]
        if len(_measures_for(context, clause.phrases)) > 1:
            return ANYTHING
        measure = with_purpose(context, index, money_in(context, part, None)).measure
        sentence = context.analysis.sentences[clause.sentence]
        said = set(context.lemmas[sentence.start : sentence.end])
        said.update(token.lower for token in context.tokens[sentence.start : sentence.end])  # "aid agencies"
        if measure in TOLD_BY:
            return measure if any(said & words(one) for one in TOLD_BY[measure]) else None
        named = any(said & words(one) for told in TOLD_BY.values() for one in told)
        return ANYTHING if not named and any(_is_to_country(context, phrase) for phrase in clause.phrases) else None
    return None


def _whole_sums(context: Context) -> Iterator[tuple[int, Phrase]]:
    """The sums of all givers among the first sentences, with their clauses."""
    first = list(dict.fromkeys(clause.sentence for clause in context.clauses if clause.verb is not None))[:WITHIN]
    for index, clause in enumerate(context.clauses):
        if clause.sentence in first and clause.negation is None and _is_of_all(context, index):
            for phrase in clause.phrases:
                for part in phrase.walk():
                    if _is_sum(context, part):
                        yield index, part


def _is_sum(context: Context, part: Phrase) -> bool:
    found = context.quantities_in(part.start, part.end)
    return context.has_money(part) and any(quantity.kind == QuantityKind.MONEY for quantity in found)


def _is_of_all(context: Context, index: int) -> bool:
    """Say whether a clause tells what all givers give together.

    Examples: "Donors pledged …", "61 Staaten und 21 Organisationen haben … zugesagt", "the conference brought in …", "… sind
    zusammengekommen", "auf einer Konferenz … zugesagt worden".
    """
    clause = context.clauses[index]
    verb = clause.verb
    if verb is None:
        return False
    if verb.lemma in words("coming-together"):
        return True
    giving, raising = verb.lemma in words("giving-together"), verb.lemma in words("raising-together")
    if giving and verb.voice == "passive" and not clause.with_role(Role.AGENT):
        return _is_at_meeting(context, clause.start, clause.end)
    subject = clause.subject
    if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        above = context.clauses[clause.parent]
        giving = above.verb is not None and above.verb.lemma in words("giving-together")
        subject = above.subject
    if subject is None or not (giving or raising):
        return False
    heads = {context.head(part).lemma.lower() for part in subject.each()}
    if raising and heads & words("donor-meetings"):
        return True
    named = any(not ref.actor.startswith("group:") for ref in context.actors(subject))
    return giving and not named and bool(heads & words("giving-parties"))


def _is_at_meeting(context: Context, start: int, end: int) -> bool:
    return not words("donor-meetings").isdisjoint(context.lemmas[start:end])


def _measures_for(context: Context, phrases: tuple[Phrase, ...]) -> set[str]:
    """The measures of what the sum is for: "pledges for humanitarian aid and military support" has two."""
    purposes = [p for phrase in phrases for part in phrase.walk() if part.prep in FOR_WHOM for p in part.each()]
    return {inner.measure for inner in contributions_in(context, purposes) if inner.sure >= 1}


def _is_to_country(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase names the country that gets the money: "dem Sudan", "for war-torn Sudan", "a conference for Yemen"."""
    return any(
        (part.role == Role.INDIRECT or part.prep in TO_WHOM) and bool(context.actors(part)) for part in phrase.walk()
    )
