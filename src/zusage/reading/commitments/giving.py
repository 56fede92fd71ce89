"""Contributing verbs: "schickt Soldaten", "will train recruits", "zieht sein Kontingent ab", and lines of lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Phrase, Pos, Role, Tense
from zusage.language.dates import DateKind
from zusage.language.numbers import QuantityKind
from zusage.model.statement import Quantity
from zusage.model.values import Firmness
from zusage.reading.actors import ActorRef
from zusage.reading.clause_contributions import contributions_of_verb
from zusage.reading.commitments.case import PAST, Candidate, Case, make, recalled_number, with_number
from zusage.reading.commitments.going_on import of_present
from zusage.reading.commitments.guarding import is_guarding
from zusage.reading.commitments.mandates import allowed
from zusage.reading.context import Context
from zusage.reading.contributions import Contribution, contributions_in, is_vague
from zusage.reading.firmness import AGAINST, WANTING, combine, of_giving
from zusage.reading.lexicon import Sense, words
from zusage.reading.operators import enacts, is_negated
from zusage.reading.parties import Party, giver, possessors, thanked
from zusage.reading.quantities import PERSON_MEASURES, is_bare_sum, quantity_in

MANY_ITEMS = 10_000
"""Things from whose number on a bare million counts more of them."""
ELLIPTICAL = frozenset({"join", "join-not"})
OPAQUE = frozenset({"say", "consult", "none", "condition", "host", "meet", "held"})
"""Classes of verbs that an infinitive under them takes no firmness from."""

WITH = frozenset({"mit", "with"})
TOLD_BEFORE = 2
"""Sentences before a sum in which its debt is named."""
ROUND = 3
"""Sentences within which sums are told as those of one round of promises."""
INTO = frozenset({"in", "into", "to", "zu"})
"""Prepositions of what a contribution goes into: "zahlt in den Fonds ein"."""
BESIDE = frozenset({"commit", "give", "join", "host"})
"""Classes of verbs beside which a participle tells of a contribution."""

TAKING = frozenset({Firmness.PLEDGED, Firmness.DELIVERED, Firmness.SIGNALLED})
RAISED = words("raised-money")
AGENTS = frozenset({"von", "durch", "by"})
COLON_WITHIN = 5
LEAST_ROW = 3
"""Tokens of a number, a conjunction and a thing."""
SHORT_NAME = 6
"""Tokens that a name in quotation marks has at most, with article and marks."""


def from_giving(case: Case, sense: Sense) -> Iterator[Candidate]:
    """Read a clause whose verb contributes, takes part, withdraws or receives."""
    contributions = _with_what(sense, peopled(case, sense, _contributions(case, sense)))
    sense = _as_relief(case, sense, contributions)
    if not contributions or _only_came(case, sense) or _is_purpose_of_money(case) or _is_paid_with_it(case):
        return
    if (
        _is_exercise(case, sense)
        or _is_forbidden(case)
        or _is_gathered_by_host(case, sense)
        or is_guarding(case, contributions)
        or _is_meetings_end(case, sense)
    ):
        return
    party = _other_party(case, sense, contributions)
    if _is_hoped_for(case, sense, contributions):
        return
    if party is None and sense.kind == "receive":
        return
    raised = party is not None and party.rule == "nobody named"
    inner = Firmness.PLEDGED if raised else own_firmness(case, sense)
    if inner is None:
        if case.context.is_finite(case.clause):
            return
        if case.chain.firmness is None:
            inner = _outer_form(case)
            if inner is None:
                return
    inner = _still_promised(case, contributions, allowed(case, contributions, inner))
    if combine(case.chain.firmness, inner) is not None:
        given = _carried(case, sense, contributions)
        yield from make(_not_yet(case, contributions), given, inner, rule=f"verb {sense.lemma}", party=party)


def _is_meetings_end(case: Case, sense: Sense) -> bool:
    """Say whether a meeting is over, and no contribution: "**A summit** of African leaders **has ended** without agreement".

    Also where somebody ends it: "African leaders ended **their summit** on the force for Mali".
    """
    if sense.kind != "withdraw":
        return False
    context, subject = case.context, case.clause.subject
    ended = case.clause.with_role(Role.OBJECT) or ((subject,) if subject is not None else ())
    return any(context.lexicon.gathering(context.head(p).lemma, context.before(p)) is not None for p in ended)


def _not_yet(case: Case, contributions: Sequence[Contribution]) -> Case:
    """What somebody has yet to do of what he promised stays promised: "**has yet to pay** the 30 million dollars it promised"."""
    if case.chain.firmness != Firmness.WITHHELD or not _was_promised(case, contributions):
        return case
    return replace(case, chain=replace(case.chain, firmness=Firmness.PLEDGED))


def _still_promised(case: Case, contributions: Sequence[Contribution], value: Firmness | None) -> Firmness | None:
    """What was promised and has not come stays promised."""
    return Firmness.PLEDGED if value == Firmness.WITHHELD and _was_promised(case, contributions) else value


def _was_promised(case: Case, contributions: Sequence[Contribution]) -> bool:
    """Say whether what has not come is told to have been promised: "hat die **zugesagten** 30 Panzer noch nicht geliefert".

    Also by a relative clause: "has yet to pay the 30 million dollars **it promised**".
    """
    context = case.context
    for phrase in (c.phrase for c in contributions if c.phrase is not None):
        if any(context.tokens[i].lower in words("promised-things") for i in range(phrase.start, phrase.end)):
            return True
        for child in context.children[case.index]:
            inner, sense = context.clauses[child], context.sense(child)
            promised = sense is not None and sense.kind == "commit" and sense.value == Firmness.PLEDGED
            if promised and inner.link is not Link.COORDINATE and inner.start - phrase.end in (0, 1):
                return True
    return False


def _as_relief(case: Case, sense: Sense, contributions: Sequence[Contribution]) -> Sense:
    return replace(sense, kind="give") if _is_debt(case, sense, contributions) else sense


def _is_debt(case: Case, sense: Sense, contributions: Sequence[Contribution]) -> bool:
    """Say whether a sum struck out is a debt: "Es geht um **Schuldenerlass**. Japan hat 300 Millionen Dollar **gestrichen**"."""
    if sense.lemma not in words("striking-out") or not contributions:
        return False
    if any(c.rule != "money" or c.quantity is None for c in contributions):
        return False
    sentences = case.context.analysis.sentences
    first, last = sentences[max(0, case.clause.sentence - TOLD_BEFORE)].start, sentences[case.clause.sentence].end
    return any(token.lemma.lower() in words("debts") for token in case.context.tokens[first:last])


def _with_what(sense: Sense, found: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """Leave out the effort where words tell with what somebody joins it: "beteiligt sich **mit einer Fregatte** an der Mission"."""
    if sense.kind != "join" or not any(c.rule == "noun" and _is_under(c, WITH) for c in found):
        return found
    return tuple(c for c in found if c.rule != "general noun" or _is_under(c, WITH))


def _is_under(contribution: Contribution, preps: frozenset[str]) -> bool:
    return contribution.phrase is not None and contribution.phrase.prep in preps


def _carried(case: Case, sense: Sense, found: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """Soldiers of somebody else that one carries are transport: "Peru flew a **Kenyan** battalion to the capital"."""
    own = {ref.actor for ref in case.context.actors(case.clause.subject)}
    if sense.lemma not in words("carrying") or not own:
        return found
    owners = [{r.actor for r in possessors(case.context, c.phrase)} if c.phrase is not None else set() for c in found]
    return tuple(
        replace(c, measure="logistics", rule="carried for others")
        if c.measure in PERSON_MEASURES and whose and own.isdisjoint(whose)
        else c
        for c, whose in zip(found, owners, strict=True)
    )


def _other_party(case: Case, sense: Sense, contributions: Sequence[Contribution]) -> Party | None:
    """Who contributes where it is not the subject: from whom it is received, raised, or whose soldiers there are."""
    if sense.kind == "receive":
        return giver(case.context, case.clause, case.said) or _raised_from(sense, _not_owed(case, contributions))
    if sense.kind == "give" and (_is_gathering(case) or _is_raised(case, sense)):
        return _raised_from(sense, contributions)
    if sense.kind == "give" and _is_bill(case):
        return Party(case.memory.refs, "whose bill it is", case.clause.subject)
    return _of_others(case, contributions) if sense.kind == "deliver" else None


def _is_bill(case: Case) -> bool:
    """Say whether a bill gives what the parliament did that passed it right before: "The bill provides 30 million to Mali"."""
    subject, memory = case.clause.subject, case.memory
    if subject is None or case.context.head(subject).lemma.lower() not in words("bills"):
        return False
    passed = memory.firmness == Firmness.CONCRETE and len(memory.refs) == 1
    return passed and 0 <= case.clause.sentence - memory.sentence <= 1 and not possessors(case.context, subject)


def _not_owed(case: Case, contributions: Sequence[Contribution]) -> list[Contribution]:
    """Leave out sums that nobody gives: "left office **with debts of** 40 million dollars"."""
    heads = {case.context.head(part).lemma.lower() for p in case.clause.phrases for part in p.each()}
    return [] if not heads.isdisjoint(words("owed-sums")) else list(contributions)


def _of_others(case: Case, contributions: Sequence[Contribution]) -> Party | None:
    """Whose soldiers a mission has: "The mission will have 400 German soldiers in Chad" tells of Germany's."""
    phrase = contributions[0].phrase if len(contributions) == 1 else None
    if phrase is None or phrase is case.clause.subject or contributions[0].measure not in PERSON_MEASURES:
        return None
    refs = possessors(case.context, phrase)
    own = {ref.actor for ref in case.context.actors(case.clause.subject)}
    return Party(refs, "whose it is", phrase) if refs and own.isdisjoint(ref.actor for ref in refs) else None


def _is_purpose_of_money(case: Case) -> bool:
    """Say whether an infinitive under a promise tells what the promised sum is for: "pledged 5 million in aid to support …"."""
    clause, context = case.clause, case.context
    gerund = clause.kind == ClauseKind.PARTICIPLE and clause.marker in words("purpose-preps")
    if (clause.kind != ClauseKind.INFINITIVE and not gerund) or clause.parent is None:
        return False
    sense, outer = context.sense(clause.parent), context.clauses[clause.parent]
    promised = sense is not None and sense.kind == "commit" and "obj" in sense.content
    return promised and any(context.has_money(p) for p in outer.with_role(Role.OBJECT) if p.end <= clause.start)


def _is_gathered_by_host(case: Case, sense: Sense) -> bool:
    """Say whether somebody tells what others give him: "The troops **are secured** by treaties, Niger's envoy said"."""
    verb = case.clause.verb
    passive = verb is not None and verb.voice != "active" and sense.lemma in RAISED
    return passive and not any(case.context.has_money(p) or case.context.actors(p) for p in case.clause.phrases)


def _is_exercise(case: Case, sense: Sense) -> bool:
    """Say whether soldiers only train themselves: "Peruvian marines **were training** on a beach in Togo"."""
    verb = case.clause.verb
    if case.context.analysis.language != "en" or sense.lemma != "train" or verb is None or verb.voice != "active":
        return False
    subject = case.clause.subject
    thing = case.context.thing_of(subject) if subject is not None else None
    soldiers = thing is not None and thing.measure == "troops"
    return soldiers and not case.clause.with_role(Role.OBJECT, Role.INDIRECT) and case.clause.link != Link.RELATIVE


def _is_forbidden(case: Case) -> bool:
    """Say whether something is not allowed to be done with a thing: "Das Geld **darf nicht** für Waffen ausgegeben werden"."""
    verb = case.clause.verb
    if verb is None or words("modals-of-leave").isdisjoint(verb.modals):
        return False
    ruled = verb.voice != "active" or "dürfen" in verb.modals  # "Kenia **darf** sich **nicht** beteiligen"
    return ruled and (is_negated(case.clause) or any(p.negated for p in case.clause.phrases))


def _is_paid_with_it(case: Case) -> bool:
    """Say whether somebody only spends what he gets: "geht an Gemeinden, die **damit** Schulen bauen"."""
    own = case.context.own_tokens(case.clause) if case.clause.link == Link.RELATIVE else ()
    return any(case.context.tokens[i].lower in words("with-it") for i in own)


def peopled(case: Case, sense: Sense, found: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """Those who take part are counted: "80 dänische Soldaten beteiligen sich an der Ausbildung"."""
    subject = case.clause.subject
    if subject is None or len(found) != 1 or found[0].quantity is not None:
        return found
    joins = sense.kind == "join"
    if not joins and not _is_own_deployment(case, found[0]):
        return found
    own = [c for c in contributions_in(case.context, [subject]) if c.rule == "noun"]
    counted = own[0].quantity is not None if own else False
    if (
        len(own) == 1
        and own[0].measure in ("naval", "air")
        and (counted or not joins)
        and possessors(case.context, subject)
    ):
        return (replace(own[0], phrase=subject),)  # "two Danish frigates have joined the mission"
    if not joins:
        return found
    if found[0].measure not in PERSON_MEASURES or not case.context.is_people(subject):
        return found
    return (replace(found[0], quantity=quantity_in(case.context, subject, None)),)


def _is_own_deployment(case: Case, found: Contribution) -> bool:
    """Say whether what goes on is the subject's own deployment: "Danish jets will continue **their deployment**"."""
    phrase = found.phrase
    if phrase is None or found.measure != "troops" or case.context.analysis.language != "en":
        return False
    own = {case.context.tokens[i].lower for i in range(phrase.start, phrase.head)}
    return case.context.head(phrase).lemma.lower() in words("deployments") and not own.isdisjoint(words("own-of-it"))


def _is_gathering(case: Case) -> bool:
    """Say whether a meeting raised what its guests give: "the conference raised 5 million", "we have raised a billion"."""
    subject, verb = case.clause.subject, case.clause.verb
    if subject is None or verb is None or verb.tense not in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT):
        return False
    head = case.context.head(subject)
    together = any(case.context.tokens[i].lower in words("jointly") for i in case.context.own_tokens(case.clause))
    return head.lemma.lower() in words("gatherings") or (head.lower in ("we", "wir") and together)


def _is_raised(case: Case, sense: Sense) -> bool:
    """Say whether money has been raised by whoever is not named: "auf der Konferenz sind 40 Millionen mobilisiert worden"."""
    verb = case.clause.verb
    done = verb is not None and verb.voice != "active" and not verb.modals and case.chain.firmness is None
    return done and sense.lemma in RAISED and not any(p.prep in AGENTS for p in case.clause.phrases)


def _is_hoped_for(case: Case, sense: Sense, contributions: Sequence[Contribution]) -> bool:
    """Say whether sums are to be raised from others: "Peru aims to raise 40 million dollars"."""
    wished = case.chain.firmness in (Firmness.SIGNALLED, Firmness.CONSIDERING)
    return wished and not case.context.is_finite(case.clause) and _raised_from(sense, contributions) is not None


def _raised_from(sense: Sense, contributions: Sequence[Contribution]) -> Party | None:
    """Sums that somebody raised are the donors': "Der Fonds hat zwei Milliarden Dollar eingesammelt".

    And what somebody goes home with: "Chad came away with promises of $4 billion".
    """
    sums = any(c.quantity is not None and c.quantity.is_money for c in contributions)
    taken_home = sense.kind == "receive" and "with" in sense.content
    yielded = sense.kind == "give" and sense.lemma in words("yielding")  # "Die Konferenz brachte 40 Millionen Euro"
    if not sums or (sense.lemma not in RAISED and not taken_home and not yielded):
        return None
    return Party((ActorRef("group:donors", None, None, None, "nobody named"),), "nobody named")


def _only_came(case: Case, sense: Sense) -> bool:
    """Say whether somebody came to a meeting, not to an effort: "Riyadh came", against "the Dutch will come"."""
    if sense.kind == "join" and ("no", "more") in pairwise(_own_words(case)):
        return True  # "and no more will follow"
    past = case.clause.verb is not None and case.clause.verb.tense in (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    loose = case.clause.kind in (ClauseKind.PARTICIPLE, ClauseKind.FRAGMENT)
    if past and sense.lemma == "stay away" and not case.context.content_phrases(case.index, sense):
        return True  # "Iran stayed away", from the meeting
    return sense.lemma in words("coming") and sense.kind == "join" and (past or loose)


def _own_words(case: Case) -> list[str]:
    return [case.context.tokens[i].lower for i in case.context.own_tokens(case.clause)]


def _contributions(case: Case, sense: Sense) -> tuple[Contribution, ...]:
    found = contributions_of_verb(case.context, case.index, sense)
    recalled, whole = case.recalled, _whole(case)
    phrases = case.context.content_phrases(case.index, sense)
    if not found and whole is not None and any(case.context.head(p).pos == Pos.NUM for p in phrases):
        return (whole,)
    if recalled is None:
        nothing = _nothing(case, sense, phrases) if found and found[0].rule == "nobody" else None
        return (nothing,) if nothing is not None else tuple(c for c in found if c.rule != "nobody")
    if _is_as_many(case, recalled, found):
        return (_counted(case, recalled, phrases),)
    if found and found[0].rule == "nobody":  # "schickt niemanden"
        return (replace(recalled, negated=not is_negated(case.clause)),)
    if not found or (found[0].rule == "verb" and not sense.own_measure):
        counted = recalled_number(case, phrases) or _raised(case, sense, phrases)
        counted = counted or (recalled if found and _is_all_rest(case, phrases) else None)
        if counted is not None:
            return (counted,)
    if not found:
        if any(_is_share(case, part) for phrase in phrases for part in phrase.each()) or _takes_up(case, phrases):
            return (with_number(case, recalled, phrases),)
        if not phrases and sense.measure is not None and sense.measure == case.memory.main:
            return (recalled,)  # "Denmark had been flying since Sunday"
    found = (*_number_beside(case, found, phrases), *found)
    alone = sense.kind == "withdraw" and not phrases and bool(case.context.actors(case.clause.subject))
    alone = alone and not case.has_complement()  # "will stop providing power"
    elliptical = sense.kind in ELLIPTICAL and not _joins_another(case, phrases)
    return found or ((recalled,) if elliptical or alone else ())  # "London kürzt"


def _number_beside(case: Case, found: Sequence[Contribution], phrases: Sequence[Phrase]) -> tuple[Contribution, ...]:
    """The bare number that stands beside things: "Peru stellt 400 Soldaten, Chile **350** und vier Hubschrauber"."""
    last = case.memory.last[0] if case.memory.last and case.clause.sentence == case.memory.sentence else None
    if not found or last is None or last.quantity is None or last.quantity.is_money:
        return ()
    if last.measure in {one.measure for one in found}:
        return ()
    tokens = case.context.tokens
    for phrase in phrases:
        if phrase.end - phrase.start < LEAST_ROW or tokens[phrase.start].pos != Pos.NUM:
            continue
        if tokens[phrase.start + 1].lower in words("and"):
            for mention in case.context.quantities_in(phrase.start, phrase.start + 1):
                counted = Quantity(mention.min, mention.max, last.quantity.unit)
                return (Contribution(last.measure, "spoken of before", phrase, counted, sure=0.6),)
    return ()


def _nothing(case: Case, sense: Sense, phrases: Sequence[Phrase]) -> Contribution | None:
    """What somebody gives nothing of: "zahlt **nichts** ein", "will put **nothing** into the fund".

    What the verb itself gives, or what it would go into.
    """
    if not any(case.context.head(phrase).lower in words("nothing-words") for phrase in phrases):
        return None
    into = [part for p in case.clause.phrases for part in p.walk() if part.prep in INTO]
    named = next((c.measure for c in contributions_in(case.context, into) if c.rule != "nobody"), sense.measure)
    denied = not is_negated(case.clause)
    return Contribution(named, "nothing of it", phrases[0], negated=denied) if named is not None else None


def _joins_another(case: Case, phrases: Sequence[Phrase]) -> bool:
    """Say whether somebody takes part in what no lexicon takes for help or an effort: "Peru beteiligt sich am Wettrüsten"."""
    parts = [part for phrase in phrases for part in phrase.each()]
    return bool(parts) and all(_is_unheard_of(case.context, part) for part in parts)


def _is_unheard_of(context: Context, part: Phrase) -> bool:
    head = context.head(part)
    if head.pos != Pos.NOUN or context.actors(part) or is_vague(context, part):
        return False
    known = words("undertakings") | words("joint-work")
    return context.lexicon.thing(head.lemma, context.before(part)) is None and head.lemma.lower() not in known


def _goes_on_row(case: Case) -> bool:
    return case.memory.sentence == case.clause.sentence and case.clause.kind == ClauseKind.FRAGMENT


def _follows_many(case: Case) -> bool:
    """Say whether thousands were counted right before: "Chile spendet 100.000 Dosen. **Peru spendet eine Million**, Kuba …"."""
    memory = case.memory
    last = memory.last[0].quantity if memory.last and 0 <= case.clause.sentence - memory.sentence <= 1 else None
    return last is not None and last.unit == "items" and (last.min or last.max or 0) >= MANY_ITEMS


def _is_as_many(case: Case, recalled: Contribution, found: Sequence[Contribution]) -> bool:
    """Say whether a bare number counts things told before its verb: "spendet zwei Millionen Dosen, **Peru drei Millionen**"."""
    memory = case.memory
    counted = memory.units.get(recalled.measure) == "items"
    if not counted or len(found) != 1 or found[0].phrase is None or not (_goes_on_row(case) or _follows_many(case)):
        return False
    head = case.context.head(found[0].phrase)
    return found[0].rule == "money" and head.lemma.lower() in words("bare-millions")


def _counted(case: Case, recalled: Contribution, phrases: Sequence[Phrase]) -> Contribution:
    """What was spoken of, as often as a bare number says."""
    for phrase in phrases:
        for mention in case.context.quantities_in(phrase.start, phrase.end):
            if is_bare_sum(mention):
                return replace(recalled, quantity=Quantity(mention.min, mention.max, "items"), phrase=phrase)
    return recalled


def _whole(case: Case) -> Contribution | None:
    """The sum, or the people, of which a part is given: "hat von den versprochenen 80 Millionen Euro erst zehn überwiesen"."""
    context = case.context
    of = [p for p in case.clause.phrases if p.prep in ("von", "of") and (context.has_money(p) or _is_counted(case, p))]
    return next((replace(c, quantity=None) for c in contributions_in(context, of)), None)


def _is_counted(case: Case, phrase: Phrase) -> bool:
    """Say whether German counts things of which some are given: "Von den 500 Soldaten stellt Peru 40"."""
    if case.context.analysis.language != "de" or not case.context.is_thing(phrase):
        return False
    return any(q.kind == QuantityKind.COUNT for q in case.context.quantities_in(phrase.start, phrase.end))


def _raised(case: Case, sense: Sense, phrases: Sequence[Phrase]) -> Contribution | None:
    """The amount to which something is raised that is not named: "Seoul vervierfacht auf 100 Millionen Dollar"."""
    if sense.lemma not in words("raising") or not all(is_vague(case.context, p) for p in phrases):
        return None
    amounts = [p for p in case.clause.phrases if p.prep in ("auf", "um", "to", "by")]
    if not phrases and not amounts:
        return case.recalled  # "Portugal verdoppelt"
    money = next((c for c in contributions_in(case.context, amounts) if c.quantity is not None), None)
    return money or recalled_number(case, amounts)


def _takes_up(case: Case, phrases: Sequence[Phrase]) -> bool:
    """Say whether an object only points back: "ob Rabat etwas beisteuert", "Rom schickt die „Aurora“", "1000 Beamte"."""
    return bool(phrases) and all(_points_back(case, part) for phrase in phrases for part in phrase.each())


def _points_back(case: Case, part: Phrase) -> bool:
    context = case.context
    head = context.head(part)
    if head.lower in words("amount-pronouns"):
        return True
    counted = any(q.kind == QuantityKind.COUNT for q in context.quantities_in(part.start, part.end))
    people = context.lexicon.unit(head.lemma, context.before(part)) == "persons"
    named = any(run.start <= part.head < run.end for run in context.analysis.quoted)
    return (counted and people) or (named and part.end - part.start <= SHORT_NAME)


def _is_all_rest(case: Case, phrases: Sequence[Phrase]) -> bool:
    """Say whether somebody gives what is left of what was just counted: "Peru stellt 400 Soldaten, **das Übrige** Chile"."""
    near = bool(case.memory.last) and 0 <= case.clause.sentence - case.memory.sentence <= 1
    heads = [case.context.head(part) for phrase in phrases for part in phrase.each()]
    return near and bool(heads) and all(head.lemma.lower() in words("leftovers") for head in heads)


def _is_share(case: Case, part: Phrase) -> bool:
    """Say whether a phrase is one's part in what was spoken of: "cut its contribution", "supply the core of these"."""
    head = case.context.head(part)
    near = case.clause.sentence - case.memory.sentence in (0, 1)
    if (
        near
        and head.lemma.lower() in words("rests")
        and head.lemma.lower() not in words("portions") - {"rest", "remainder"}
    ):
        return True  # "and will pay the rest in May"
    if head.lemma.lower() in words("portions"):
        return any(case.context.head(d).pos in (Pos.PRON, Pos.DET) for d in part.dependents)
    return head.lemma.lower() in words("own-share")


def own_firmness(case: Case, sense: Sense) -> Firmness | None:
    """The firmness that the verb's own form gives; None for infinitives, demands and unreal forms."""
    negated = is_negated(case.clause) or _is_hardly(case)
    if sense.kind in ("withdraw", "freeze"):
        return _withdrawn(case, negated=negated)
    if sense.kind == "deliver":
        return _in_place(case, negated=negated)
    if sense.kind == "join-not":
        return Firmness.CONSIDERING if negated else Firmness.REJECTED
    if not case.context.is_finite(case.clause):
        told = Firmness.PLEDGED if _has_own_subject(case) else _wanted(case)
        own = Firmness.DELIVERED if _is_done(case) else told
        return Firmness.REJECTED if negated else own
    form = form_of(case, negated=negated) if not _is_told_to(case) else None
    if form == Firmness.PLEDGED:
        return _of_present(case, sense)
    return _of_past(case, sense) if form == Firmness.DELIVERED else form


def _of_past(case: Case, sense: Sense) -> Firmness:
    """How firm a past form is: delivered, if it tells of what has arrived."""
    follows = sense.kind == "join" or any(_is_sum(case, p) for p in case.clause.phrases)
    if sense.lemma in words("following-suit") and follows:
        undone = case.memory.newest in AGAINST and case.clause.sentence - case.memory.sentence <= 1
        return case.memory.newest if undone else case.memory.firmness  # "Oslo sagte zu. Kopenhagen zog nach."
    if _is_still_to_come(case, sense) or _is_kept_at(case, sense):
        return Firmness.PLEDGED
    decided = (
        sense.own_measure and sense.measure == "sanctions"
    )  # "verhängte Sanktionen": decided, nothing that arrives
    leaving = (
        sense.lemma in words("departing") and "subj" in sense.content
    )  # "The first 120 soldiers set off on Monday."
    return Firmness.CONCRETE if decided or leaving else Firmness.DELIVERED


def _is_kept_at(case: Case, sense: Sense) -> bool:
    """Say whether somebody only left his share as it was: "**held its contribution** at eight billion kronor"."""
    heads = {case.context.head(part).lemma.lower() for p in case.clause.with_role(Role.OBJECT) for part in p.each()}
    return sense.lemma in ("hold", "keep") and not heads.isdisjoint(words("own-share"))


def _is_told_to(case: Case) -> bool:
    """Say whether another one says what somebody is to do: "Peru **solle** Soldaten schicken, sagte Chiles Minister"."""
    verb, said = case.clause.verb, case.said
    if verb is None or said is None or "sollen" not in verb.modals or verb.mood != Mood.REPORTED:
        return False
    own = {ref.actor for ref in case.context.actors(case.clause.subject)}
    return bool(own) and bool(said.speakers) and own.isdisjoint(ref.actor for ref in said.speakers)


def _is_hardly(case: Case) -> bool:
    """Say whether something will hardly be done: "wird **kaum** Soldaten schicken", not "schickt kaum 40 Soldaten"."""
    tokens = case.context.tokens
    said = [i for i in case.context.own_tokens(case.clause) if tokens[i].lower == "kaum" and i + 1 < len(tokens)]
    return any(
        tokens[i + 1].pos != Pos.NUM and tokens[i + 1].lower not in ("mehr", "weniger", "ein", "eine") for i in said
    )


def _of_present(case: Case, sense: Sense) -> Firmness:
    """How firm a present or a future is: a promise, but what a bill gives is decided, and what has long been done delivered."""
    if enacts(case.context, case.clause) or _is_bill(case):
        return Firmness.CONCRETE
    return of_present(case, sense)


def _is_done(case: Case) -> bool:
    """Say whether an infinitive tells of what has been done: "Peru betonte, bereits 40 Millionen Euro **gezahlt zu haben**"."""
    verb, tokens = case.clause.verb, case.context.tokens
    if verb is None or case.clause.kind != ClauseKind.INFINITIVE or verb.head + 2 >= len(tokens):
        return False
    return tokens[verb.head + 1].lower == "zu" and tokens[verb.head + 2].lower in ("haben", "sein")


def _in_place(case: Case, *, negated: bool) -> Firmness | None:
    """The firmness of having something somewhere: "there are 40" is delivered, "there will be 40" pledged."""
    verb = case.clause.verb
    if verb is not None and verb.modals:
        return None
    if verb is not None and verb.tense == Tense.FUTURE:
        return Firmness.REJECTED if negated else Firmness.PLEDGED
    return Firmness.WITHHELD if negated else Firmness.DELIVERED


def _wanted(case: Case) -> Firmness | None:
    """What somebody says that he wants is as firm as wanting: "kündigte an, Panzer liefern zu wollen"."""
    verb = case.clause.verb
    wanting = verb is not None and not WANTING.isdisjoint(verb.modals)
    return Firmness.SIGNALLED if wanting and case.chain.firmness is not None else None


def _is_still_to_come(case: Case, sense: Sense) -> bool:
    """Say whether a past form tells of what has not arrived: "beteiligte sich mit zehn Millionen", "joined the initiative"."""
    if sense.kind == "join":
        heads = {case.context.head(part).lemma.lower() for p in case.clause.phrases for part in p.each()}
        joined = sense.lemma == "join" and not heads.isdisjoint(words("undertakings"))
        given = not heads.isdisjoint(words("pair-nouns"))  # "also made contributions"
        return joined or given or any(_is_sum(case, p) for p in case.clause.phrases)
    if sense.kind == "give" and sense.lemma in words("committing"):
        return True  # "has committed 500 soldiers"
    if sense.kind == "receive":
        return _is_sum_told(case, sense)  # "From Peru came 40 million dollars"
    return sense.kind == "give" and not sense.own_measure and (_was_coming(case) or _is_sum_told(case, sense))


def _is_sum_told(case: Case, sense: Sense) -> bool:
    """Say whether the past tells of a sum as it was named, not as it was paid before: "Peru led the list with 40 million"."""
    verb = case.clause.verb
    if verb is None or verb.tense != Tense.PAST or sense.lemma not in words("sums-told"):
        return False
    own = {case.context.tokens[i].lower for i in case.context.own_tokens(case.clause)}
    if not own.isdisjoint(words("before-now")) or _is_of_another_time(case) or case.clause.link == Link.RELATIVE:
        return False
    if sense.lemma in words("plain-giving") and not _is_in_a_round(case):
        return False
    subject = case.clause.subject  # "The largest amount came from Peru: 40 million", "Chad gave a token sum"
    named = (*((subject,) if subject is not None else ()), *case.clause.with_role(Role.OBJECT))
    amount = any(case.context.head(p).lemma.lower() in words("pair-nouns") for p in named)
    return amount or any(_is_sum(case, p) for p in case.clause.phrases)


def _is_in_a_round(case: Case) -> bool:
    """Say whether sums were just promised, or a meeting is told of: "Chile pledged 80 million. Peru **gave** two million"."""
    context, memory = case.context, case.memory
    near = case.clause.sentence - memory.sentence <= ROUND and memory.newest in (Firmness.PLEDGED, Firmness.SIGNALLED)
    if near and any(c.quantity is not None and c.quantity.is_money for c in memory.last):
        return True
    parts = (part for phrase in case.clause.phrases for part in phrase.walk())
    return any(context.lexicon.gathering(context.head(p).lemma, context.before(p)) is not None for p in parts)


def _is_of_another_time(case: Case) -> bool:
    """Say whether words put it into a month, a year or a week, and not on a day: "gave 40 million **last year**"."""
    days = [day for start, end in case.clause.own for day in case.context.dates_in(start, end)]
    return any(day.kind == DateKind.DATE and day.period is not None and day.day is None for day in days)


def _is_sum(case: Case, phrase: Phrase) -> bool:
    """Say whether a phrase holds a sum, its currency left out or not: "mit einer Million"."""
    bare = any(is_bare_sum(q) for q in case.context.quantities_in(phrase.start, phrase.end))
    return bare or case.context.has_money(phrase)


def _was_coming(case: Case) -> bool:
    """Say whether the past form tells of what was on its way, not of what arrived: "Peru was sending two ships"."""
    verb = case.clause.verb
    if verb is None or verb.tense != Tense.PAST or verb.voice != "active" or case.context.analysis.language != "en":
        return False
    return verb.finite is not None and verb.finite != verb.head and case.context.tokens[verb.head].lower.endswith("ing")


def _has_own_subject(case: Case) -> bool:
    """Say whether a participle tells of somebody else than its clause: "raised a billion, with Norway adding 20 million"."""
    clause = case.clause
    loose = clause.kind == ClauseKind.PARTICIPLE and clause.link != Link.COMPLEMENT and clause.marker == "with"
    if clause.kind == ClauseKind.PARTICIPLE and (thanked(case.context, clause) is not None or _is_matched(clause)):
        return True
    gapped = clause.kind == ClauseKind.FRAGMENT
    return (loose or gapped) and clause.subject is not None and not clause.subject_shared


def is_likely(case: Case) -> bool:
    """Say whether a word of the clause makes what it tells only probable: "wird **wohl** 900 Soldaten schicken"."""
    tokens = case.context.tokens
    said = [i for i in case.context.own_tokens(case.clause) if tokens[i].lower in words("probably")]
    return any(i + 1 >= len(tokens) or tokens[i + 1].lower != "aber" for i in said)  # "keine Schiffe, wohl aber Geld"


def _is_matched(clause: Clause) -> bool:
    """Say whether a participle tells who gives as much: "Chile pledged 30 million, a figure **matched by Peru**"."""
    verb = clause.verb
    return verb is not None and verb.lemma == "match" and any(p.role == Role.AGENT for p in clause.phrases)


def form_of(case: Case, *, negated: bool) -> Firmness | None:
    """The firmness that tense, modals and mood of the clause's verb give."""
    hanging = [case.context.clauses[c] for c in case.context.children[case.index]]
    told = case.said is not None and case.said.rule == "complement"  # "said it would lend five million once others did"
    past = told and _is_told_of_past(case)
    conditional = any(one.link == "condition" and not (told and (past or one.marker != "if")) for one in hanging)
    return of_giving(
        case.clause,
        negated=negated,
        conditional=conditional,
        reported=case.said is not None,
        likely=is_likely(case),
    )


def _is_told_of_past(case: Case) -> bool:
    """Say whether "would" is the "will" of somebody who spoke before: "**said** it would lend five million if others did"."""
    parent = case.clause.parent
    over = case.context.clauses[parent].verb if parent is not None else None
    return over is not None and over.tense in PAST and case.clause.link is Link.COMPLEMENT


def _withdrawn(case: Case, *, negated: bool) -> Firmness | None:
    if not case.context.is_finite(case.clause):
        return Firmness.WITHDRAWN
    form = form_of(case, negated=False)
    if form is not None and negated and case.sense is not None and case.sense.kind == "withdraw":
        return _kept(case, form)
    if form is None or negated:
        return None
    return Firmness.WITHDRAWN if form in TAKING else Firmness.CONSIDERING


def _kept(case: Case, form: Firmness) -> Firmness | None:
    """What will not be withdrawn stays: "will not withdraw its 300 soldiers", "keiner seiner Soldaten werde abgezogen"."""
    phrases = [p for p in case.clause.phrases if p.prep is None]
    people = any(c.measure in PERSON_MEASURES and c.rule == "noun" for c in contributions_in(case.context, phrases))
    return form if people and form in (Firmness.PLEDGED, Firmness.SIGNALLED) else None


def _outer_form(case: Case) -> Firmness | None:
    """A bare infinitive has the form of the verb over it, if that is no operator: "begann auszubilden", "helps to train"."""
    for index in case.chain.clauses[1:]:
        clause = case.context.clauses[index]
        sense = case.context.sense(index)
        if _is_first(case, clause):
            return of_giving(clause, negated=is_negated(clause), conditional=False, reported=case.said is not None)
        if sense is None and (clause.verb is None or clause.verb.lemma not in words("beginning")):
            return None
        if sense is not None and sense.kind in OPAQUE:
            return None
        if sense is not None and sense.kind == "join" and _is_still_to_come(replace(case, index=index), sense):
            return Firmness.PLEDGED  # "has joined the initiative to buy ammunition"
        if clause.verb is not None and clause.verb.lemma in words("continuing") and _goes_on(clause):
            return Firmness.DELIVERED
        if _has_begun_sending(case, clause):
            return Firmness.CONCRETE
        if case.context.is_finite(clause):
            return of_giving(clause, negated=is_negated(clause), conditional=False, reported=case.said is not None)
    return _form_beside(case)


def _is_first(case: Case, over: Clause) -> bool:
    """Say whether somebody is the first who does it: "Peru **was the first** to send doctors"."""
    if over.verb is None or over.verb.lemma not in ("be", "become") or case.context.analysis.language != "en":
        return False
    return any(case.context.head(phrase).lower in words("firsts") for phrase in over.with_role(Role.PREDICATE))


def _has_begun_sending(case: Case, over: Clause) -> bool:
    """Say whether a deployment is under way: "Peru **has begun deploying** 300 soldiers", not "has begun training recruits"."""
    verb, own = over.verb, case.clause.verb
    if verb is None or own is None or verb.lemma not in words("starting-out") or own.lemma not in words("sending"):
        return False
    return not verb.modals and not is_negated(over) and verb.tense != Tense.FUTURE


def _goes_on(clause: Clause) -> bool:
    """Say whether something goes on now: "continues to run the airport", not "will continue to run it"."""
    verb = clause.verb
    return verb is not None and verb.tense == Tense.PRESENT and not verb.modals and not is_negated(clause)


def _form_beside(case: Case) -> Firmness | None:
    """A participle is as firm as what it goes with: "joined the fund, contributing 30 million", "will lead it, sending 40 men"."""
    clause = case.clause
    if clause.kind != ClauseKind.PARTICIPLE or clause.link == Link.COMPLEMENT or clause.parent is None:
        return None
    outer, sense = case.context.clauses[clause.parent], case.context.sense(clause.parent)
    with_case = replace(case, index=clause.parent)
    head = clause.verb.head if clause.verb is not None else clause.start
    loose = head > 0 and head > outer.start and case.context.tokens[head].lower.endswith("ing")
    if sense is None or sense.kind not in BESIDE or not loose or not case.context.is_finite(outer):
        return None
    if sense.kind == "commit":
        return Firmness.PLEDGED if sense.value in ("pledged", "concrete") and not is_negated(outer) else None
    return own_firmness(with_case, sense)


def from_listing(case: Case) -> Iterator[Candidate]:
    """Read a line of a list: "Germany: 100 million dollars", "Finnland: 250 Soldaten", "Österreich: keine Pläne".

    As firm as what was said last, unless words of its own tell ("Kanada: 400 Millionen, vom Kabinett gebilligt").
    """
    clause, context = case.clause, case.context
    within = range(clause.start, min(clause.start + COLON_WITHIN, clause.end))
    colon = next((i for i in within if context.tokens[i].text == ":"), None)
    if colon is None or any(True for _ in context.linked(case.index, Link.COMPLEMENT)):
        return
    refs = context.who.actors_in(clause.start, colon)
    phrases = [p for p in clause.phrases if p.start > colon]
    contributions, value = _listed(case, phrases)
    if refs and contributions:
        named = case.said is not None and case.said.rule == "name before a colon"
        case = replace(case, said=None) if named else case
        party = Party(refs[:1], "name before a colon")
        yield from make(case, contributions, value, rule="listing", party=party)


def _listed(case: Case, phrases: Sequence[Phrase]) -> tuple[Sequence[Contribution], Firmness]:
    """What a line of a list gives, and how firmly: a counted thing, a number of what was spoken of, or "no plans"."""
    context = case.context
    things = [c for c in contributions_in(context, [p for p in phrases if p.prep is None]) if c.quantity is not None]
    if things:
        return things, _passed(case) or case.memory.firmness
    for phrase in phrases:
        noun = context.lexicon.promise(context.head(phrase).lemma) if phrase.prep is None else None
        if noun is not None and noun.kind in ("promise", "idea") and phrase.negated and case.recalled is not None:
            return (case.recalled,), Firmness(noun.negated)
    counted = recalled_number(case, [p for p in phrases[:1] if p.prep in (None, "bis")])
    return (counted,) if counted is not None else (), _passed(case) or case.memory.firmness


def _passed(case: Case) -> Firmness | None:
    """The firmness of a participle that closes a line: "400 Millionen Dollar, vom Kabinett gebilligt"."""
    for index in (case.index, *case.context.children[case.index]):
        sense = case.context.sense(index)
        if sense is not None and sense.kind == "commit" and sense.value is not None:
            return Firmness(sense.value)
    return None
