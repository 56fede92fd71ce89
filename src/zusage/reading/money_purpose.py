"""What the money of a whole report is for: relief, rebuilding or weapons, where the report says so of more than one sum.

Source: codebook, section 2 (money for a stated purpose has its measure).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zusage.language.analysis import Phrase, Role
from zusage.language.numbers import QuantityKind
from zusage.reading.amounts import is_on_the_money
from zusage.reading.clause_contributions import gerunds, with_purpose
from zusage.reading.context import Context
from zusage.reading.contributions import CONTAINERS, RELIEF, contributions_in, money_in, sort_of_help
from zusage.reading.effort import effort_of, efforts_of
from zusage.reading.lexicon import words
from zusage.reading.relief import FOR_WHOM
from zusage.reading.spending import purpose_in
from zusage.reading.theme import PURPOSES, is_donors_aim, is_on_force, is_on_rebuilding, purpose_of_effort
from zusage.reading.whole_sum import ANYTHING, purpose_of_whole

OPENING = 2
"""Sentences with a verb that tell what a report's money is for."""

LEAST_OF_DONORS = 0.62
"""Probability from which all the words tell what donors' money is for, which is for anything unless they say so (codebook)."""

GIVERS_WITHIN = 8
"""Tokens before a verb that may name all givers as its subject."""

LEAST_ALIKE = 2
"""Sums for the same from which on all the sums of a report may be for it."""


def money_purpose(context: Context) -> str | None:
    """What the money of a report is for: by the sum of all of it that it opens with, by what it is on, else by all its words.

    What its first sentences say of single sums carries over to other reports only where these are too short for their words to
    tell; but a report that opens with money for several purposes leaves it open what the others' sums are for.
    """
    whole = purpose_of_whole(context)
    if whole is not None:
        found = whole if whole != ANYTHING else None
    else:
        found = _whole_effort(context) if efforts_of(context) else stated_purpose(context)
    return None if found == "humanitarian" and _is_lent(context) else found


def _whole_effort(context: Context) -> str | None:
    """What a report's money is for by what it is on, by the total of all givers that it opens with, else by all its words."""
    if _opens_on_several(context):
        return None
    return purpose_of_effort(context) or ("reconstruction" if _is_total_to_rebuild(context) else _effort(context))


def _is_total_to_rebuild(context: Context) -> bool:
    """Say whether a report opens with what all givers together promise to rebuild something with.

    "Für den **Wiederaufbau** Malawis haben Staaten und Banken in Oslo 1,5 Milliarden Euro zugesagt": each sum is a part.
    """
    for index in _opening_clauses(context):
        clause = context.clauses[index]
        span = context.lemmas[clause.start : clause.end]
        if words("built-again").isdisjoint(span) or _is_one_givers(context, index):
            continue
        for part in (inner for phrase in clause.phrases for inner in phrase.walk()):
            if context.has_money(part):
                return with_purpose(context, index, money_in(context, part, None)).measure == "reconstruction"
    return False


def _opens_on_several(context: Context) -> bool:
    """Say whether the first sum of a report is for things of several measures: "5 Milliarden für Nothilfe und Wiederaufbau"."""
    for clause in _opening_clauses(context):
        for phrase in context.clauses[clause].phrases:
            for part in phrase.walk():
                if _is_money_phrase(context, part) and _is_for_several(
                    context, [part, *context.clauses[clause].phrases]
                ):
                    return True
    return False


def _opening_clauses(context: Context) -> list[int]:
    long = _opening_sentences(context)
    return [index for index, clause in enumerate(context.clauses) if clause.sentence in long]


def _opening_sentences(context: Context) -> list[int]:
    """The first sentences with a verb: a dateline is none."""
    return list(dict.fromkeys(clause.sentence for clause in context.clauses if clause.verb is not None))[:OPENING]


def _effort(context: Context) -> str | None:
    """What money is for by all the words of a report, if it is not on a force: what is paid for that is for anything.

    Of donors' money they have to be surer, unless what the report opens with says the same.
    """
    found = effort_of(context)
    if found in (None, "reconstruction") and is_on_rebuilding(context):
        return "reconstruction"
    if found in RELIEF and is_on_force(context, found):
        return None
    donors = not words("donors").isdisjoint(context.lemmas)
    likely = found is None or not donors or efforts_of(context)[found] >= LEAST_OF_DONORS
    return found if likely or stated_purpose(context) == found else None


def _is_lent(context: Context) -> bool:
    """Say whether a report opens with a total that is partly lent: "Donors pledged 5 billion euros in grants and loans".

    What one giver lends says nothing of the others' sums.
    """
    opening = [context.analysis.sentences[one] for one in _opening_sentences(context)]
    said = [set(context.lemmas[sentence.start : sentence.end]) for sentence in opening]
    if words("all-givers").isdisjoint(set().union(*said)):
        return False
    return any(lemmas & words("grants") and lemmas & words("loans") for lemmas in said)


def stated_purpose(context: Context) -> str | None:
    """What the money of a report is for, where its first sentences say so ("für den Wiederaufbau … 5 Milliarden zugesagt").

    Later sums without a purpose of their own have this one (codebook: money for a stated purpose has its measure); not where
    a sum before it has none, for then it is that one giver's.
    """
    bare = False
    for index in _opening_clauses(context):
        clause = context.clauses[index]
        if next(gerunds(context, index), None) is not None:  # "towards rebuilding": what this one giver's sum is for
            bare = True
            continue
        for phrase in clause.phrases:
            for part in phrase.walk():
                if _is_money_phrase(context, part):
                    if _is_for_several(context, [part, *clause.phrases]):
                        return None
                    measure = with_purpose(context, index, money_in(context, part, None)).measure
                    if measure not in PURPOSES:
                        measure = _supported(context, index)
                    if measure in PURPOSES:
                        return _of_opening(context, index, measure, bare=bare and not _are_all_givers(context, index))
                    bare = bare or context.has_money(part)
    return purpose_of_effort(context) or _told_of_all(context) or _only_purpose(context)


def _of_opening(context: Context, index: int, measure: str, *, bare: bool) -> str | None:
    """What all the money is for where a clause of the opening gives a sum a purpose; ``bare``: after one without any."""
    if _is_one_givers(context, index) and _is_mixed(context):
        return purpose_of_effort(context) or _told_of_all(context)
    return purpose_of_effort(context) or _only_purpose(context) if bare else measure


def _told_of_all(context: Context) -> str | None:
    """What a later sentence says that all the givers' money is for, if it is one of the purposes of a report.

    "In Oslo kamen 90 Millionen Euro zusammen. Chile gibt drei Millionen. Mit dem Geld sollen Flüchtlinge versorgt werden."
    """
    total = False
    for sentence in context.analysis.sentences:
        first = next(iter(sentence.clauses), None)
        sums = any(q.kind == QuantityKind.MONEY for q in context.quantities_in(sentence.start, sentence.end))
        if total and not sums and first is not None and is_on_the_money(context, context.clauses[first]):
            measure = purpose_in(context, first)
            if measure in PURPOSES:
                return measure
        if sums:
            said = set(context.lemmas[sentence.start : sentence.end])
            said |= {verb.lemma for i in sentence.clauses if (verb := context.clauses[i].verb) is not None}
            total = total or not said.isdisjoint(words("of-all-givers"))
    return None


def _are_all_givers(context: Context, index: int) -> bool:
    """Say whether a clause tells what all give: "Peru offered a billion as donors committed four billion to rebuilding".

    Not where they give two sums, of which each has a purpose of its own.
    """
    clause = context.clauses[index]
    sentence = context.analysis.sentences[clause.sentence]
    start = max(sentence.start, clause.verb.head - GIVERS_WITHIN) if clause.verb is not None else sentence.end
    named = set(context.lemmas[start : clause.verb.head if clause.verb else start])
    sums = sum(quantity.kind == QuantityKind.MONEY for quantity in context.quantities_in(clause.start, clause.end))
    return sums == 1 and not named.isdisjoint(words("all-givers"))


def _only_purpose(context: Context) -> str | None:
    """The one purpose that a report gives to sums, if it is relief or rebuilding: the sums beside it are for the same.

    "Die Geber sagten zwei Milliarden zu. Für den Wiederaufbau gibt Oslo 60 Millionen, Bern 40 Millionen."
    """
    if not any(is_donors_aim(context, measure) for measure in RELIEF):
        return None
    stated = _stated(context)
    only = next(iter(stated)) if len(stated) == 1 else ""
    # what one giver's sum is for is his own purpose, but in German reports what he rebuilds is mostly everybody's
    alone = only == "reconstruction" and context.analysis.language == "de"
    enough = alone or stated[only] >= LEAST_ALIKE
    return only if only in RELIEF and enough and is_donors_aim(context, only) else None


def _stated(context: Context) -> Counter[str]:
    """How many sums of a report have each purpose by their own words."""
    stated: Counter[str] = Counter()
    for index, clause in enumerate(context.clauses):
        for phrase in clause.phrases:
            for part in phrase.walk():
                if context.has_money(part):
                    told = with_purpose(context, index, money_in(context, part, None))
                    stated.update([told.measure] if told.rule == "money for a purpose" else ())
    return stated


def _is_one_givers(context: Context, index: int) -> bool:
    """Say whether a clause tells of one giver's sum, not of everybody's: "Die EU gibt 3 Milliarden für den Wiederaufbau".

    Nor of what somebody gets: "Mali kann für den Wiederaufbau auf 3 Milliarden hoffen".
    """
    sense, subject, verb = context.sense(index), context.clauses[index].subject, context.clauses[index].verb
    receiving = (sense is not None and sense.kind == "receive") or (
        verb is not None and verb.lemma in words("counting-on")
    )
    refs = () if subject is None or receiving else context.actors(subject)
    return len(refs) == 1 and not refs[0].actor.startswith("group:")


def _is_mixed(context: Context) -> bool:
    """Say whether a report names sums for relief and sums for rebuilding: what one giver's is for is not everybody's."""
    stated = _stated(context)
    return context.analysis.language == "de" and all(stated[measure] for measure in RELIEF)


def _is_for_several(context: Context, phrases: Sequence[Phrase]) -> bool:
    """Say whether money is for things of several measures: "pledges for humanitarian aid and military support"."""
    purposes = [p for phrase in phrases for part in phrase.walk() if part.prep in FOR_WHOM for p in part.each()]
    measures = {inner.measure for inner in contributions_in(context, purposes) if inner.sure >= 1}
    return len(measures) > 1


def _supported(context: Context, index: int) -> str:
    """What a clause with money in it says is supported: "unterstützt den Wiederaufbau mit 30 Milliarden Dollar".

    Help of a sort counts too: "erhöht die humanitäre Hilfe um 17 Millionen Euro".
    """
    for phrase in context.clauses[index].with_role(Role.OBJECT):
        if (sort := sort_of_help(context, phrase)) is not None:
            return sort
        thing = context.lexicon.thing(context.head(phrase).lemma, context.before(phrase))
        told = context.head(phrase).lemma.lower() not in CONTAINERS  # "Lieferungen" may be of anything
        if told and thing is not None and thing.kind == "action" and thing.measure is not None:
            return thing.measure
    return ""


def _is_money_phrase(context: Context, part: Phrase) -> bool:
    thing = context.lexicon.thing(context.head(part).lemma, context.before(part))
    return context.has_money(part) or (thing is not None and thing.kind == "money")
