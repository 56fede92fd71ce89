"""What the present tense tells: what is done already, what is under way, or a promise.

Examples: "Peru **provides 300 of the soldiers**", "Peru, **which pays their wages**": delivered; "Peru **verlegt** zwei
Hubschrauber": under way, concrete; "Peru sends 300 soldiers", "Peru gives 30 million": a promise.
Source: codebook, section 2 (`delivered`: is in place; `concrete`: deployment under way).
"""

from __future__ import annotations

from zusage.language.analysis import Link, Mood, Phrase, Pos, Role, Tense
from zusage.language.dates import DateKind
from zusage.model.values import Firmness
from zusage.reading.commitments.case import SENT_OUT, Case
from zusage.reading.contributions import contributions_in
from zusage.reading.lexicon import Sense, words
from zusage.reading.quantities import is_bare_sum

TOLD = frozenset({Mood.INDICATIVE, Mood.REPORTED})
"""Moods of what is told as a fact, by the outlet or by somebody."""

GIVING = frozenset({"give", "join"})
"""Classes of verbs whose present may tell of what is done already."""


def of_present(case: Case, sense: Sense) -> Firmness:
    """How firm the present of a contributing verb is: delivered where it goes on, concrete where soldiers are moved."""
    verb = case.clause.verb
    if sense.kind not in GIVING or verb is None or verb.tense != Tense.PRESENT or verb.mood not in TOLD:
        return Firmness.PLEDGED
    if _is_under_way(case):
        return Firmness.DELIVERED
    if verb.modals or _is_open(case):
        return Firmness.PLEDGED
    if _is_moved(case, sense):
        return Firmness.CONCRETE
    english = case.context.analysis.language == "en"
    goes_on = _goes_on_in_english(case, sense) if english else _goes_on_in_german(case, sense)
    if not goes_on:
        return Firmness.PLEDGED
    return Firmness.CONCRETE if _is_of_sanctions(case, sense) else Firmness.DELIVERED


def _is_of_sanctions(case: Case, sense: Sense) -> bool:
    """Say whether it is sanctions that stay in force, which are decided and never arrive: "**keeps its embargo**"."""
    objects = case.clause.with_role(Role.OBJECT)
    return sense.measure == "sanctions" or any(
        c.measure == "sanctions" for c in contributions_in(case.context, objects)
    )


def _is_under_way(case: Case) -> bool:
    """Say whether the present tells of what has long been done: "bildet seit 2015 Soldaten aus", "currently contributes 40"."""
    clause = case.clause
    if clause.verb is None:
        return False
    if clause.link == Link.RELATIVE and clause.verb.lemma in words("holding") and not clause.verb.modals:
        return True  # "Peru, whose soldiers train their police"
    if clause.verb.voice != "active" and clause.verb.lemma in words("stationing"):
        return not clause.verb.modals  # "900 Danish troops are deployed in Chad"
    if clause.verb.lemma in words("watching") and _is_progressive(case):
        return True  # "a frigate is patrolling the strait"
    since = any(phrase.prep == "seit" for phrase in clause.phrases)
    return since or any(case.context.tokens[i].lower in words("at-present") for i in case.context.own_tokens(clause))


def _is_open(case: Case) -> bool:
    """Say whether something hangs on what will be: "keeps its soldiers there **as long as** …"."""
    hanging = (case.context.clauses[child].link for child in case.context.children[case.index])
    return any(link in (Link.CONDITION, Link.TIME) for link in hanging)


def _is_progressive(case: Case) -> bool:
    verb = case.clause.verb
    return verb is not None and case.context.tokens[verb.head].lower.endswith("ing")


def _is_moved(case: Case, sense: Sense) -> bool:
    """Say whether soldiers or machines are being moved: "**verlegt** zwei Hubschrauber nach Peru", "**is flying in** 300 men"."""
    english = case.context.analysis.language == "en"
    moved = sense.lemma in words("moving-forces") and (_is_progressive(case) or not english)
    return moved and not _is_later(case)


def _is_later(case: Case) -> bool:
    """Say whether it is told from when on: "verlegt **von April an** 300 Soldaten"."""
    published = case.context.report.published_on
    days = [day for start, end in case.clause.own for day in case.context.dates_in(start, end)]
    ahead = (day.looking("future").first for day in days if day.kind == DateKind.DATE)
    return any(day is not None and (published is None or day.isoformat() > published) for day in ahead)


def _goes_on_in_english(case: Case, sense: Sense) -> bool:
    """Say whether a plain present tells of what goes on, as it does of lasting deeds.

    Examples: "**keeps** its 20 officers", "his soldiers **remain** in Mali", "**patrols** the bridge", "**pays for** the
    rooms", "**provides 300** of the soldiers", "Peru, **which ships arms to Mali**"; not "sends 300 soldiers".
    """
    clause, verb = case.clause, case.clause.verb
    if verb is None or verb.voice != "active" or _is_progressive(case) or _is_noun_taken_for_verb(case):
        return False
    if sense.lemma in words("keeping-up"):
        return not _names_sum(case, clause.phrases)
    if sense.lemma in words("contributing") and _counts_people(case):
        return True
    if _names_sum(case, clause.with_role(Role.OBJECT)):
        return False
    return _pays_for_it(case, sense) or sense.lemma in words("lasting-deeds") or _says_more(case)


def _pays_for_it(case: Case, sense: Sense) -> bool:
    """Say whether somebody pays for what is known to be there: "**pays for the rooms**", not "pays for trucks"."""
    clause, tokens = case.clause, case.context.tokens
    if sense.lemma != "pay" or clause.verb is None:
        return False
    at = next((p.start + 1 for p in clause.phrases if p.prep == "for" and p.start == clause.verb.head + 1), None)
    return at is not None and (tokens[at].lower in words("known-by-now") or tokens[at].pos is Pos.PRON)


def _is_noun_taken_for_verb(case: Case) -> bool:
    """Say whether a comma parts a subject from what passes for its verb: "Peru, **shelters** for 300 families"."""
    subject, verb = case.clause.subject, case.clause.verb
    if subject is None or verb is None:
        return False
    return verb.head == subject.end + 1 and case.context.tokens[subject.end].text == ","


def _goes_on_in_german(case: Case, sense: Sense) -> bool:
    """Say whether a German present tells of what goes on: who has the largest part has it, and what a clause says beside.

    Examples: "stellt **das größte Kontingent**", "**der** ihren Sold **bezahlt**"; not "der 30 Millionen Euro gibt".
    """
    if _names_sum(case, case.clause.phrases):
        return False
    parts = [part for phrase in case.clause.phrases for part in phrase.walk()]
    largest = any(_is_largest(case, part) for part in parts)
    return (largest and sense.lemma in words("making-up")) or _says_more(case)


def _is_largest(case: Case, part: Phrase) -> bool:
    """Say whether a phrase is the largest or main part of a force: "**das größte Kontingent**", "den Kern der Truppe"."""
    if case.context.head(part).lemma.lower() in words("main-parts"):
        return True
    return any(case.context.tokens[i].lower.startswith(tuple(words("largest"))) for i in range(part.start, part.end))


def _says_more(case: Case) -> bool:
    """Say whether a relative clause says more of somebody named before it: "Peru, **which pays their wages**, …"."""
    clause = case.clause
    told = clause.verb is not None and clause.verb.voice == "active" and clause.verb.lemma not in words("at-a-stroke")
    return told and clause.link == Link.RELATIVE and case.context.tokens[clause.start].lower != "that"


def _names_sum(case: Case, phrases: tuple[Phrase, ...]) -> bool:
    """Say whether a sum is told, its currency left out or not: "gives 30 million"."""
    context = case.context
    return any(
        context.has_money(p) or any(is_bare_sum(q) for q in context.quantities_in(p.start, p.end)) for p in phrases
    )


def _counts_people(case: Case) -> bool:
    """Say whether the object is soldiers or their number: "provides **750 of the soldiers**", "contributes 600"."""
    context, objects = case.context, case.clause.with_role(Role.OBJECT)
    if _names_sum(case, case.clause.phrases):
        return False
    recalled = case.recalled
    for part in (part for phrase in objects for part in phrase.each()):
        bare = context.head(part).pos is Pos.NUM and recalled is not None and recalled.measure in SENT_OUT
        if bare or context.is_people(part) or any(c.measure in SENT_OUT for c in contributions_in(context, [part])):
            return True
    return False
