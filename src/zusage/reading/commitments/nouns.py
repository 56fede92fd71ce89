"""Nouns of promise with their owners: "Berlins Zusage", "the pledge by Ottawa", "aus Washington gibt es keine Zusagen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zusage.language.analysis import ClauseKind, Phrase, Pos, Role, Tense, Voice
from zusage.language.numbers import QuantityKind
from zusage.model.values import Firmness, MeetingKind
from zusage.reading.actors import ActorRef
from zusage.reading.clause_contributions import contributions_of_content, with_purpose
from zusage.reading.commitments.case import Candidate, Case, make, recalled_number
from zusage.reading.commitments.refusal import is_called_something, takes_an_offer
from zusage.reading.context import Context
from zusage.reading.contributions import Contribution, contributions_in
from zusage.reading.firmness import of_operator
from zusage.reading.lexicon import LEAST_ENDING, Promise, words
from zusage.reading.operators import is_negated, is_part_negated, predicate_promise
from zusage.reading.parties import Party, lender, named_by, possessors, with_companions
from zusage.reading.quantities import quantity_in

NO_NOUNS = frozenset({Pos.VERB, Pos.AUX, Pos.PRON, Pos.DET})
OF = frozenset({"von", "of", "an"})
DONORS = Party((ActorRef("group:donors", None, None, None, "nobody named"),), "nobody named")
ORIGINS = frozenset({"aus", "von", "from", "by", "seitens"})


def promise_phrase(case: Case) -> tuple[Promise, Phrase] | None:
    """The phrase of a clause whose head is a noun of promise: its object or subject, or what the verb is about."""
    content = case.sense.content if case.sense is not None else ()
    for phrase in case.clause.phrases:
        for part in phrase.each():
            if part.prep is not None and part.prep not in OF and part.prep not in content:
                continue
            head = case.context.head(part)
            found = case.context.lexicon.promise(head.lemma) if head.pos not in NO_NOUNS else None
            if (
                found is not None
                and found.kind in ("promise", "idea")
                and case.context.lexicon.thing(head.lemma) is None
            ):
                return found, part
    return None


def from_noun(case: Case, noun: Promise, phrase: Phrase) -> Iterator[Candidate]:
    """Read a clause by its noun of promise."""
    children = case.context.children[case.index]
    if any(_is_content(case, c, phrase) or _is_weighed(case, c, phrase) for c in children):
        return  # "die Zusage, Truppen zu schicken": the clause on the noun climbs up to here
    if case.sense is not None and case.sense.kind == "commit" and noun.value == "concrete":
        return
    if case.sense is not None and case.sense.kind == "give" and noun.kind == "idea" and phrase.role == Role.OBJECT:
        return  # "unterstützt den peruanischen Haushalt mit 40 Millionen Euro": whose budget it is gives nothing
    if is_called_something(case.clause) or _is_outdone(case, phrase):
        return
    if case.sense is not None and case.sense.kind == "refuse" and not possessors(case.context, phrase):
        return  # "lehnte das Angebot ab": somebody else's
    if not possessors(case.context, phrase) and takes_an_offer(case.context, case.clause):
        return
    contributions = _contributions(case, noun, phrase)
    party = _owner(case, phrase) or _nobody(case, noun, contributions, phrase)
    if party is not None and _is_wanted(case, party):
        return
    value = of_operator(_value(case, noun, phrase), case.clause, negated=False)
    if contributions and party is not None and value is not None:
        yield from make(case, contributions, value, rule="noun of promise", party=party)


def _is_outdone(case: Case, phrase: Phrase) -> bool:
    """Say whether an English promise is what somebody else matches or outdoes: "Peru **matched Chile's offer** with 20 million"."""
    verb = case.clause.verb
    return verb is not None and verb.lemma in words("outdoing") and phrase.role is Role.OBJECT


def _total_behind(case: Case, phrase: Phrase) -> tuple[Contribution, ...]:
    """How much promises are together, and what for: "donor pledges | totalling 5 million dollars for tents"."""
    for child in case.context.children[case.index]:
        clause = case.context.clauses[child]
        if clause.anchor == phrase.head and not _is_content(case, child, phrase):
            return contributions_of_content(case.context, child, clause.with_role(Role.OBJECT))
    return ()


def _is_content(case: Case, child: int, phrase: Phrase) -> bool:
    """Say whether a clause on a noun tells what is promised; not how much it is: "pledges **totalling 5 million**"."""
    clause = case.context.clauses[child]
    if clause.anchor != phrase.head:
        return False
    totals = clause.kind == ClauseKind.PARTICIPLE and clause.verb is not None and clause.verb.lemma in words("totals")
    return not totals or not _is_donors(case.context, phrase)


def _is_donors(context: Context, phrase: Phrase) -> bool:
    """Say whether a promise is the donors', all together: "has announced donor pledges of 5 million"."""
    return any(context.tokens[i].lemma.lower() == "donor" for i in range(phrase.start, phrase.head))


def _is_weighed(case: Case, child: int, phrase: Phrase) -> bool:
    """Say whether there is only readiness to think of something: "expressed willingness | to consider sending"."""
    clause, sense = case.context.clauses[child], case.context.sense(child)
    weighs = sense is not None and sense.kind == "commit" and sense.value == Firmness.CONSIDERING
    return weighs and clause.kind == ClauseKind.INFINITIVE and clause.start == phrase.end


def _is_wanted(case: Case, party: Party) -> bool:
    """Say whether somebody only wants another's promise: "Doha hopes to draw pledges from Chile", "will seek offers by Peru"."""
    verb = case.clause.verb
    wanting = verb is not None and (bool(verb.modals) or verb.lemma in words("wishes"))
    open_still = case.chain.firmness is not None or wanting
    getting = {ref.actor for ref in case.context.actors(case.clause.subject)}
    return open_still and party.rule == "whose it is" and bool(getting - {ref.actor for ref in party.refs})


def _nobody(case: Case, noun: Promise, contributions: Sequence[Contribution], phrase: Phrase) -> Party | None:
    """Sums promised by nobody in particular are the donors': "es liegen Zusagen über zwei Milliarden Euro vor"."""
    there = case.sense is None or case.sense.kind in ("exist", "meet", "receive")  # "Zusagen kamen zusammen"
    there = there or _tells_total(case, phrase) or _is_made(case, phrase)
    sums = any(c.rule.startswith("money") or (c.quantity is not None and c.quantity.is_money) for c in contributions)
    if not (there and sums and noun.kind == "promise" and noun.value == "pledged"):
        return None
    return DONORS


def _is_made(case: Case, phrase: Phrase) -> bool:
    """Say whether promises are made by whoever is not named: "**Pledges** of 30 million dollars **were made** on Tuesday"."""
    verb, subject = case.clause.verb, case.clause.subject
    if verb is None or verb.voice != Voice.PASSIVE or verb.modals or subject is None or case.sense is None:
        return False
    named = any(need.kind == "obj" for need in case.sense.needs) and case.sense.kind == "commit"
    return named and subject.start <= phrase.head < subject.end and not case.clause.with_role(Role.AGENT)


def _value(case: Case, noun: Promise, phrase: Phrase) -> Firmness:
    if case.sense is not None and case.sense.kind in ("withdraw", "freeze"):
        return Firmness.WITHDRAWN
    weighed = case.sense is not None and case.sense.kind == "commit" and case.sense.value == "considering"
    if weighed and noun.value == "withdrawn" and not is_negated(case.clause):
        return Firmness.CONSIDERING  # "droht mit dem Abzug"
    negated = is_negated(case.clause) or is_part_negated(case.clause, phrase) or _is_absent(case) or _is_put_off(case)
    if (become := _become(case)) is not None and not negated:
        return become
    return Firmness(noun.negated if negated else noun.value)


def _is_put_off(case: Case) -> bool:
    """Say whether somebody hesitates to promise: "**zögert mit** einer Zusage"."""
    return case.sense is not None and case.sense.kind == "commit" and case.sense.value == Firmness.WITHHELD


def _become(case: Case) -> Firmness | None:
    """What has become of a promise: "Peru's offer of 300 soldiers **is on hold**", "has **made good on** its pledge"."""
    if case.sense is not None and case.sense.kind == "commit" and case.sense.value == Firmness.DELIVERED:
        return Firmness.DELIVERED if _is_kept(case) else Firmness.PLEDGED
    state = predicate_promise(case.context, case.clause)
    return Firmness.WITHDRAWN if state is not None and state.value == Firmness.WITHDRAWN else None


def _is_kept(case: Case) -> bool:
    """Say whether a promise has been kept, not whether it will be."""
    verb = case.clause.verb
    done = verb is not None and verb.tense in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    return done and verb is not None and not verb.modals


def _is_absent(case: Case) -> bool:
    return case.sense is not None and case.sense.kind == "absent"


def _contributions(case: Case, noun: Promise, phrase: Phrase) -> tuple[Contribution, ...]:
    found = contributions_in(case.context, [*phrase.dependents, *_beside(case, phrase)])
    if _holds_money(case, phrase) and all(c.quantity is None for c in found):  # "Ottawa's 20 million dollar pledge"
        quantity = quantity_in(case.context, phrase, None)
        measure = found[0].measure if found else case.context.money_is_for or "funding"
        return (Contribution(measure, "money", phrase, quantity),)
    if _is_in_millions(case, phrase) and all(c.quantity is None for c in found):
        money = Contribution(case.context.money_is_for or "funding", "money", phrase)
        return (with_purpose(case.context, case.index, money),)
    if not found and (total := _total_behind(case, phrase)):
        return total
    found = found or _of_compound(case, phrase)
    if found or noun.kind != "promise" or not all(_says_nothing(case, part) for part in phrase.dependents):
        return found
    recalled = recalled_number(case, [phrase]) or case.recalled
    if recalled is None and _is_among_donors(case):
        recalled = Contribution(case.context.money_is_for or "funding", "what the report is about", phrase, sure=0.6)
    return (recalled,) if recalled is not None else ()


def _is_among_donors(case: Case) -> bool:
    """Say whether a donors' meeting has been spoken of: "Auf der Geberkonferenz machte Peru keine Zusagen" is about money."""
    context = case.context
    kept: dict[str, int] = context.kept.setdefault("donors' meeting", {})
    first = kept.get("first")
    if first is None:
        found = ((i, context.lexicon.gathering(token.lemma)) for i, token in enumerate(context.tokens))
        donors = (i for i, meeting in found if meeting is not None and meeting.kind == MeetingKind.DONORS)
        first = kept["first"] = next(donors, len(context.tokens))
    return first < context.analysis.sentences[case.clause.sentence].end


def _is_in_millions(case: Case, phrase: Phrase) -> bool:
    """Say whether a promise is of a sum that is not told: "Finanzzusagen in Milliardenhöhe"."""
    beside = [*phrase.dependents, *(p for p in case.clause.phrases if p.start == phrase.end)]
    return any(case.context.head(part).lemma.lower() in words("in-millions") for part in beside)


def _holds_money(case: Case, phrase: Phrase) -> bool:
    """Say whether a sum stands among the words before the noun, not in what hangs on it."""
    first = phrase.start
    return phrase.head > first and any(
        q.kind == QuantityKind.MONEY for q in case.context.quantities_in(first, phrase.head)
    )


def _of_compound(case: Case, phrase: Phrase) -> tuple[Contribution, ...]:
    """What the first part of a German compound names: "Truppenabzug" troops, "Panzerzusage" arms, "Finanzzusage" money."""
    lexicon, lemma = case.context.lexicon, case.context.head(phrase).lemma.lower()
    for at in range(len(lemma) - LEAST_ENDING, LEAST_ENDING - 1, -1):
        if lexicon.language == "de" and lemma[at:] in lexicon.promises:
            first = lemma[:at].removesuffix("s")
            if first in words("money-firsts"):
                money = Contribution(case.context.money_is_for or "funding", "money", phrase)
                return (with_purpose(case.context, case.index, money),)
            for form in (first, first.removesuffix("n"), first.removesuffix("en")):
                thing = lexicon.things.get(form)
                if thing is not None and thing.measure is not None and thing.kind != "money":
                    return (Contribution(thing.measure, "first part of a compound", phrase),)
    return ()


def _says_nothing(case: Case, part: Phrase) -> bool:
    """Say whether what hangs on the noun does not tell what is promised: "Berlins Zusage", "an offer of 1,500"."""
    head = case.context.head(part)
    return bool(case.context.actors(part)) or part.role == Role.APPOSITION or head.pos == Pos.NUM


def _tells_total(case: Case, phrase: Phrase) -> bool:
    """Say whether a clause tells how much promises are together: "pledges reached 2 billion euros"."""
    verb, subject = case.clause.verb, case.clause.subject
    total = verb is not None and not verb.modals and verb.lemma.split(" ")[0] in words("totals")
    return total and subject is not None and subject.start <= phrase.head < subject.end


def _beside(case: Case, phrase: Phrase) -> list[Phrase]:
    total = _tells_total(case, phrase)
    return [
        p
        for p in case.clause.phrases
        if p is not phrase
        and p.role != Role.SUBJECT
        and (
            p.prep in words("content-preps")
            or _is_amount(case, p)
            or (_follows(case, phrase, p) and case.context.has_money(p))
            or (total and case.context.has_money(p))
        )
    ]


def _follows(case: Case, phrase: Phrase, other: Phrase) -> bool:
    """Say whether a sum stands behind a noun of promise: "Zusagen | über umgerechnet | drei Milliarden Euro"."""
    between = case.context.tokens[phrase.end : other.start] if other.start >= phrase.end else None
    return between is not None and all(token.lower in words("gap-measures") for token in between)


def _is_amount(case: Case, phrase: Phrase) -> bool:
    """Say whether a phrase states the amount: "Zusagen in Höhe von zwei Milliarden Euro"."""
    return case.context.head(phrase).lemma.lower() in words("amount-nouns")


def _owner(case: Case, phrase: Phrase) -> Party | None:
    context, subject = case.context, case.clause.subject
    if _is_donors(context, phrase):
        return DONORS
    if (party := lender(context, case.clause)) is not None:
        return party
    refs = possessors(context, phrase)
    if subject is not None and refs and {r.actor for r in refs} == {r.actor for r in context.actors(subject)}:
        refs = named_by(context, case.clause, subject)
    if refs:
        return Party(refs, "whose it is", phrase)
    getting = case.sense is not None and case.sense.kind == "receive"  # "Peru hat Zusagen bekommen"
    if not getting and subject is not None and subject.head != phrase.head:
        refs = named_by(context, case.clause, subject)
        if refs:
            return with_companions(context, case.clause, Party(refs, "subject", subject))
    found = _beside_noun(case, phrase)
    return found or (_named(case) if _is_absent(case) else None)


def _beside_noun(case: Case, phrase: Phrase) -> Party | None:
    """Whose the things are that there is no interest in, or from whom a promise comes: "Zusagen **aus Lima** gibt es nicht"."""
    denied = is_part_negated(case.clause, phrase)
    for other in case.clause.phrases:  # "An einer Entsendung peruanischer Soldaten besteht **kein Interesse**"
        if denied and other.prep in words("content-preps") and (refs := possessors(case.context, other)):
            return Party(refs, "whose it is", other)
    for other in case.clause.phrases:
        if other.prep in ORIGINS and (refs := case.context.actors(other)):
            return Party(refs, "where it comes from", other)
    return None


def _named(case: Case) -> Party | None:
    """Whom a clause names at all: "trotz der Treffen der Koalition sind Zusagen ausgeblieben"."""
    for phrase in case.clause.phrases:
        refs = tuple(ref for part in phrase.walk() for ref in case.context.actors(part))
        if refs:
            return Party(refs[:1], "named in the clause", phrase)
    return None
