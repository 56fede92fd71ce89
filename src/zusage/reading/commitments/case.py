"""What all rules share: the clause in question, what the report has spoken of so far, and the making of candidates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from zusage.language.analysis import Clause, Link, Phrase, Pos, Tense
from zusage.language.numbers import QuantityKind
from zusage.model.records import record
from zusage.model.statement import Condition, Quantity
from zusage.model.values import Authority, Firmness
from zusage.reading.actors import ActorRef
from zusage.reading.commitments.sharing import share_out
from zusage.reading.conditions import conditions_of, is_precondition, not_own
from zusage.reading.context import Context
from zusage.reading.contributions import Contribution
from zusage.reading.firmness import NEGATED, PUTTING_UP, combine
from zusage.reading.handing import handed_over
from zusage.reading.lexicon import Sense, Thing, words
from zusage.reading.operators import Chain, is_negated
from zusage.reading.parties import NOBODY, SPEAKS, Party, contributor, possessors
from zusage.reading.quantities import LEAST_SUM, is_more_than, multiple, quantity_in
from zusage.reading.recipients import names_state
from zusage.reading.speech import Said
from zusage.reading.theme import CIVIL

REACH = 2
"""Sentences that a word without an object looks back."""

MANY = 500
"""Soldiers from whom on nobody's are several states' together: "Some 5,500 troops have been pledged"."""
"""Letters of an ISO 4217 code; the other units are longer words."""


ABOUT = "what the report is about"
"""The rule by which a clause without a thing of its own has the measure that the whole report names most."""
PROMISED = frozenset({Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.DELIVERED})
"""How firm a verb tells something to be that a budget provides for."""

JOINT = frozenset({"troops", "naval", "air", "monitoring"})
"""Measures that several states take part in with people of their own."""

MACHINES = frozenset({"naval", "air"})
"""Measures of ships and aircraft, which nobody gives by the hundred."""
HUNDRED = 100

SCALES = (1_000_000_000, 1_000_000)
"""What a bare number behind a sum counts."""
LEAST_COUNTED = 1000
"""A number that is no number of millions."""
LEAST_TOLD = 10_000
"""A number that is a sum where the one before it is one."""

BOUGHT = frozenset({"arms", "humanitarian", "reconstruction", "logistics", "training"})
"""Measures of what a sum may be for that the sentence before has told."""
NOT_KEPT = frozenset({Firmness.REJECTED, Firmness.WITHHELD, Firmness.WITHDRAWN})

PAST = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})


@record(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A commitment before it is written down: for one actor and one contribution, with all that speaks for it."""

    actor: ActorRef
    shared: bool
    contribution: Contribution
    firmness: Firmness
    clauses: tuple[int, ...]
    rule: str
    operator_rules: tuple[str, ...]
    party: Party
    said: Said | None
    conditions: tuple[Condition, ...] = ()
    from_context: bool = False


SENT_OUT = frozenset({"troops", "air", "naval", "training", "monitoring"})
"""Measures of soldiers and machines whose adjective tells whose they are."""


@dataclass
class Memory:
    """What the report has spoken of so far: for "beteiligt sich ebenfalls", "Rome hesitates".

    ``main``: the measure the whole report names most; ``leads``: more often than all others together. ``refs``: whose the
    newest commitments were. ``last``: the newest commitments' contributions, of ``sentence``; ``named``: the newest
    contribution that was only named, of ``named_in``. ``firmness``: of the newest commitment that somebody will keep.
    ``newest``: of the newest one at all; ``denied``: whether its clause was negated. ``units``: what each measure was counted in.
    ``given_away``: whether ships or aircraft have been handed over to somebody, as arms. ``counted``: the newest contribution
    of people or things with a number, of ``counted_in``.
    """

    main: str | None = None
    leads: bool = False
    refs: tuple[ActorRef, ...] = ()
    last: list[Contribution] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    sentence: int = -9
    named: Contribution | None = None
    named_in: int = -9
    firmness: Firmness = Firmness.PLEDGED
    newest: Firmness = Firmness.PLEDGED
    denied: bool = False
    given_away: bool = False
    counted: Contribution | None = None
    counted_in: int = -9

    def copy(self) -> Memory:
        """What has been spoken of up to here."""
        return Memory(
            self.main,
            self.leads,
            self.refs,
            self.last,
            self.units,
            self.sentence,
            self.named,
            self.named_in,
            self.firmness,
            self.newest,
            self.denied,
            self.given_away,
            self.counted,
            self.counted_in,
        )

    def recall(self, sentence: int, *, counted: bool = False, pointing: bool = False) -> Contribution | None:
        """The contribution that a word without an object takes up: the newest of the last sentences, else the main one.

        ``counted``: a bare number takes it up, which counts what the sentence before counted, whatever else was done with it:
        "Peru will send **240 policemen** and has trained half of them. Chile has offered **a hundred**."
        ``pointing``: a word of the clause takes up what the sentence before named: "Norwegen bot **dafür** 20 Fachleute an".
        Who weighs taking part in a force does not weigh its transport: "Peru offers to fly **the soldiers**, Chile hesitates".
        """
        newest = self.last[0] if self.last and sentence - self.sentence <= REACH else None
        newer = self.named is not None and sentence - self.named_in <= REACH
        if newer and (newest is None or self.named_in > self.sentence):
            newest = self.named
        follows = (counted or pointing) and sentence - max(self._places()) <= 1
        if newest is not None and self.leads and newest.measure != self.main and sentence not in self._places():
            newest = newest if follows or self._is_joint_effort(newest, sentence) else None
        if counted and newest is not None and (told := self._counted_near(newest, sentence)) is not None:
            newest = told
        if not counted and newest is not None and newest.measure == "logistics" and self.main in JOINT:
            newest = None
        if newest is not None:
            return Contribution(newest.measure, "spoken of before", sure=0.6)
        return Contribution(self.main, ABOUT, sure=0.5) if self.main is not None else None

    def _counted_near(self, newest: Contribution, sentence: int) -> Contribution | None:
        """What was counted last, where the newest contribution has no number: a bare number counts the same."""
        if newest.quantity is not None or self.counted is None or newest is self.named:
            return None
        return self.counted if 0 <= sentence - self.counted_in <= 1 else None

    def _is_joint_effort(self, newest: Contribution, sentence: int) -> bool:
        """Say whether the sentence before told of a force, in a report on money: "lehnt eine Beteiligung ab" takes that up."""
        near = sentence - max(self._places()) <= 1
        return near and newest.measure in JOINT and self.main in CIVIL

    def _places(self) -> tuple[int, int]:
        return self.sentence, self.named_in

    def as_money(self, quantity: Quantity | None, sentence: int) -> Quantity | None:
        """A bare number behind a sum of its sentence counts the same: "Peru gibt 30 Millionen Euro, **Chile acht**".

        Also behind millions of something else: "Peru gibt 30 Millionen Dosen ab, **Chile 15**".
        """
        near = self.last and 0 <= sentence - self.sentence <= 1
        whole = self.last[0].quantity if near else None
        if self.sentence != sentence and (whole is None or not whole.is_money or self.last[0].measure != "funding"):
            return quantity
        if whole is None or quantity is None or quantity.is_money or (whole.max or whole.min or 0) < SCALES[-1]:
            return quantity
        told = quantity.max or quantity.min or 0
        if self.sentence != sentence and told < LEAST_TOLD:
            return quantity
        if told >= LEAST_COUNTED:  # "Peru überwies 62 Millionen Franken, **Kuba 300.000**"
            return Quantity(quantity.min, quantity.max, whole.unit) if told >= LEAST_TOLD else quantity
        scale = next(one for one in SCALES if (whole.max or whole.min or 0) >= one)
        low, high = (None if side is None else side * scale for side in (quantity.min, quantity.max))
        return Quantity(low, high, whole.unit)

    def note(self, contributions: Sequence[Contribution], sentence: int) -> None:
        """Remember what a sentence spoke of."""
        counted = (c for c in contributions if c.quantity is not None and c.quantity.unit in ("persons", "items"))
        self.units.update({c.measure: c.quantity.unit for c in counted if c.quantity is not None})
        if contributions:
            self.last, self.sentence = list(contributions), sentence

    def count(self, contributions: Sequence[Contribution], sentence: int) -> None:
        """Remember what a sentence counted, with a noun or without."""
        for one in contributions:
            if one.quantity is not None and one.quantity.unit in ("persons", "items"):
                self.counted, self.counted_in = one, sentence
                return

    def name(self, contributions: Sequence[Contribution], sentence: int) -> None:
        """Remember what a sentence only named."""
        if contributions:
            self.named, self.named_in = contributions[0], sentence


@record(frozen=True, slots=True)
class Case:
    """A clause with its meaning, the operators over it, and who says it."""

    context: Context
    index: int
    chain: Chain
    sense: Sense | None
    said: Said | None
    memory: Memory

    @property
    def clause(self) -> Clause:
        """The clause."""
        return self.context.clauses[self.index]

    @property
    def recalled(self) -> Contribution | None:
        """What the report has spoken of before this clause."""
        return self.memory.recall(self.clause.sentence, pointing=self._points_back())

    def _points_back(self) -> bool:
        """Say whether a word takes up what the sentence before named: "bot **dafür** 20 Fachleute an", "an **dieser Mission**"."""
        context = self.context
        for i in context.own_tokens(self.clause):
            lower = context.tokens[i].lower
            if lower in words("pointing-back"):
                return True
            behind = context.lemmas[i + 1] if i + 1 < len(context.lemmas) else ""
            if lower in words("pointing-at") and behind in words("named-undertakings"):
                return True
        return False

    def has_complement(self) -> bool:
        """Say whether a clause of its own tells what this one is about: "versprach, …", "prüft, ob …"."""
        children = (self.context.clauses[child] for child in self.context.children[self.index])
        return any(child.link in (Link.COMPLEMENT, Link.QUESTION) for child in children)


def recalled_number(case: Case, phrases: Iterable[Phrase]) -> Contribution | None:
    """A bare number takes up what was spoken of: "Denmark is providing one", "a pledge of 1,500"."""
    recalled = case.memory.recall(case.clause.sentence, counted=True)
    if recalled is None:
        return None
    for phrase in phrases:
        for part in phrase.walk():
            if (compared := _compared(case, part) or _one_of_them(case, part)) is not None:
                return compared
            if case.context.head(part).pos == Pos.NUM:
                quantity = quantity_in(case.context, part, Thing("thing", recalled.measure))
                quantity = _in_unit(case, part, recalled.measure, quantity)
                if quantity is not None and quantity.unit == "persons" and (quantity.max or 0) >= LEAST_SUM:
                    return Contribution(case.context.money_is_for or "funding", "spoken of before", part, sure=0.6)
                quantity = case.memory.as_money(quantity, case.clause.sentence) or _as_sum(case, part)
                return of_soldiers(replace(recalled, quantity=quantity, phrase=part))
    return None


def of_soldiers(recalled: Contribution) -> Contribution:
    """Hundreds are soldiers and no ships: "Peru's navy stays at home. Chile's **850** are on the way"."""
    quantity = recalled.quantity
    if recalled.measure not in MACHINES or quantity is None or quantity.is_money:
        return recalled
    many = (quantity.min or quantity.max or 0) >= HUNDRED
    return replace(recalled, measure="troops", quantity=replace(quantity, unit="persons")) if many else recalled


def _as_sum(case: Case, part: Phrase) -> Quantity | None:
    """A bare number that counts nothing is a sum behind one: "Monaco zahlt drei Millionen. Peru ist **mit 50.000** dabei"."""
    counts = (q for q in case.context.quantities_in(part.start, part.end) if q.kind == QuantityKind.COUNT)
    bare = next((Quantity(q.min, q.max, "items") for q in counts if q.min is not None or q.max is not None), None)
    found = case.memory.as_money(bare, case.clause.sentence)
    told = bare is not None and (bare.max or bare.min or 0) >= LEAST_TOLD
    return found if told and found is not None and found.is_money else None


def _compared(case: Case, part: Phrase) -> Contribution | None:
    """What is given as many times as what was told last: "Chile gibt 20 Millionen, **Peru doppelt so viel**"."""
    memory = case.memory
    last = memory.last[0] if memory.last and case.clause.sentence - memory.sentence <= 1 else None
    times = multiple(case.context, part.head) if last is not None and last.quantity is not None else None
    if last is None or last.quantity is None or times is None:
        return None
    low, high = (None if side is None else side * times for side in (last.quantity.min, last.quantity.max))
    if is_more_than(case.context, part.head):
        low, high = (high if low is None else low), None
    quantity = Quantity(low, high, last.quantity.unit)
    return Contribution(last.measure, "spoken of before", part, quantity, sure=0.6)


def _one_of_them(case: Case, part: Phrase) -> Contribution | None:
    """One more of what was counted: "Schweden schickt zehn Offiziere, Finnland **einen**"."""
    context, memory = case.context, case.memory
    last = memory.last[0] if memory.last and case.clause.sentence - memory.sentence <= 1 else None
    alone = (
        part.head - part.start <= 1
        and part.head == part.end - 1
        and context.tokens[part.head].lower in words("one-of-them")
    )
    if not alone or last is None or last.quantity is None:
        return None
    one = Quantity(1, 1, "items" if last.quantity.is_money else last.quantity.unit)
    counted = memory.as_money(one, case.clause.sentence)  # "Chile gibt sieben Millionen, Peru eine"
    if counted is None or (last.quantity.is_money and not counted.is_money):
        return None
    return Contribution(last.measure, "spoken of before", part, counted, sure=0.6)


def _in_unit(case: Case, part: Phrase, measure: str, quantity: Quantity | None) -> Quantity | None:
    """The number in the unit that the report has counted the same in: "Norwegen zehn Offiziere, Dänemark zwei"."""
    unit = case.memory.units.get(measure)
    if unit is None or (quantity is not None and quantity.is_money):
        return quantity
    if quantity is not None:
        return replace(quantity, unit=unit)
    counts = (q for q in case.context.quantities_in(part.start, part.end) if q.kind == QuantityKind.COUNT)
    return next((Quantity(q.min, q.max, unit) for q in counts if q.min is not None or q.max is not None), None)


def with_number(case: Case, recalled: Contribution, phrases: Iterable[Phrase]) -> Contribution:
    """What was spoken of, with the number that an object gives it: "Peru schickt fünf Leute"."""
    for phrase in phrases:
        quantity = quantity_in(case.context, phrase, None)
        if quantity is None and case.context.analysis.language == "de":  # "40 weitere schickt Peru"
            quantity = _in_unit(case, phrase, recalled.measure, None)
        if quantity is not None:
            return replace(recalled, quantity=quantity, phrase=phrase)
    return recalled


def make(
    case: Case,
    contributions: Sequence[Contribution],
    value: Firmness | None,
    *,
    rule: str,
    party: Party | None = None,
) -> Iterator[Candidate]:
    """Yield a candidate for each actor and contribution; ``value`` is the clause's own firmness, under its operators."""
    firmness = combine(case.chain.firmness, value)
    party = party or contributor(case.context, case.chain, case.said)
    if (
        party is not None and party.rule == SPEAKS and _is_part(case)
    ):  # "Davon seien 40 Millionen Kredite, teilte Oslo mit"
        party = spoken_of(case, contributions) or party
    if party is None and _is_about_things(case) and not _is_sum_total(case, contributions):
        party = spoken_of(case, contributions)
    party = party or _donors(case, contributions) or _of_own_forces(case, contributions)
    if firmness is None or party is None:
        return
    if party.rule == SPEAKS:  # "They were not kept, he said": who speaks need not mean himself
        contributions = [c for c in contributions if c.rule != ABOUT]
    if party.rule == NOBODY:  # "Nobody offered jets": what is not named nobody was asked for
        firmness, contributions = Firmness.WITHHELD, [c for c in contributions if c.sure >= 1]
    conditions = conditions_of(case.context, case.chain)
    needed = bool(conditions) and is_precondition(case.context, case.chain)
    contributions = tuple(
        _for_it(
            case,
            _as_much(
                case, _raised_to(case, _given_away(case, _handed_over(case, _of_branch(case, _at_sea(case, party, c)))))
            ),
        )
        for c in contributions
    )
    givers = [ref.actor for ref in party.refs]
    shares = share_out(case.context, case.clause, givers, contributions)
    for i, ref in enumerate(party.refs):
        given = contributions if shares is None else (shares[i],)
        for contribution in given:
            turned = contribution.negated and not is_negated(case.clause) and not _needs_negation(case.sense)
            stated = _negate(case, firmness) if turned else _decided(case, ref, contribution, firmness)
            yield Candidate(
                actor=ref,
                shared=len(party.refs) > 1 and shares is None and not _is_severally(case),
                contribution=contribution,
                firmness=Firmness.CONSIDERING if needed and stated == Firmness.REJECTED else stated,
                clauses=case.chain.clauses,
                rule=rule,
                operator_rules=case.chain.rules,
                party=party,
                said=case.said,
                conditions=not_own(ref.actor, conditions),
                from_context=contribution.rule in ("spoken of before", ABOUT),
            )


def _at_sea(case: Case, party: Party, contribution: Contribution) -> Contribution:
    """Soldiers that a parliament allows for ships sail on them: "Der Bundestag hat dafür bis zu 900 **Soldaten** genehmigt".

    In a report that is mostly about ships.
    """
    phrase = contribution.phrase
    allowed = bool(party.refs) and all(ref.authority == Authority.PARLIAMENT for ref in party.refs)
    if contribution.measure != "troops" or case.memory.main != "naval" or phrase is None or not allowed:
        return contribution
    soldiers = case.context.head(phrase).lemma.lower() in words("tasked-soldiers")
    return replace(contribution, measure="naval") if soldiers else contribution


def _of_branch(case: Case, contribution: Contribution) -> Contribution:
    """An air force or navy takes part with what it has: "Auch **die britische Luftwaffe** nahm an dem Einsatz teil"."""
    subject = case.clause.subject
    if contribution.rule != "general noun" or contribution.measure != "troops" or subject is None:
        return contribution
    head = case.context.head(subject).lemma.lower()
    thing = case.context.thing_of(subject)
    told = next((row.partition("=")[2] for row in words("branches") if row.partition("=")[0] == head), None)
    own = told or (thing.measure if thing is not None and thing.kind == "thing" else None)
    return replace(contribution, measure=own) if own in ("air", "naval") else contribution


def _is_severally(case: Case) -> bool:
    """Say whether each of several gives the amount: "Peru and Chile will send 200 soldiers each", "schicken je 200"."""
    tokens = case.context.tokens
    own = [i for i in case.context.own_tokens(case.clause) if tokens[i].lower in words("severally")]
    return any(i + 1 >= len(tokens) or tokens[i + 1].lower != "nach" for i in own)  # "je nach Bedarf"


def _of_own_forces(case: Case, contributions: Sequence[Contribution]) -> Party | None:
    """Whose soldiers they are where whoever plans it is nobody in particular: "officials plan to send Peruvian troops"."""
    phrases = [c.phrase for c in contributions if c.rule == "noun" and c.measure in SENT_OUT and c.phrase is not None]
    if len(phrases) != 1 or case.sense is None or case.sense.lemma not in words("sending"):
        return None
    refs = possessors(case.context, phrases[0])
    return Party(refs, "whose it is", phrases[0]) if refs else None


def _decided(case: Case, ref: ActorRef, contribution: Contribution, firmness: Firmness) -> Firmness:
    """What a parliament has done is mandated, money that was set aside is budgeted: "hat 40 Millionen Euro bereitgestellt"."""
    verb, quantity = case.clause.verb, contribution.quantity
    if firmness in PROMISED and is_of_budget(case.context, case.clause):
        return Firmness.CONCRETE
    if verb is None or verb.modals or verb.tense not in PAST or firmness not in (Firmness.PLEDGED, Firmness.DELIVERED):
        return firmness
    if _is_agreed_by_cabinet(case):
        return Firmness.CONCRETE
    if case.sense is not None and case.sense.lemma in words("mandating"):
        return Firmness.CONCRETE if ref.authority == Authority.PARLIAMENT else firmness
    lent = case.sense is not None and case.sense.kind == "give"
    money = quantity is not None and quantity.is_money and verb.lemma in words("allocating")
    return Firmness.CONCRETE if lent and (money or ref.authority == Authority.PARLIAMENT) else firmness


def is_of_budget(context: Context, clause: Clause) -> bool:
    """Say whether a budget provides for it: "**Perus Haushalt** sieht 30 Millionen Euro für Zelte vor"."""
    subject = clause.subject
    if subject is None or clause.negation is not None or clause.verb is None or clause.verb.modals:
        return False
    return context.head(subject).lemma.lower() in words("budget-subjects")


def _is_agreed_by_cabinet(case: Case) -> bool:
    """Say whether a government has decided what it sends: "**The cabinet agreed** to the deployment on Tuesday"."""
    subject, sense = case.clause.subject, case.sense
    if subject is None or sense is None or sense.kind != "commit" or sense.lemma not in words("agreeing"):
        return False
    if case.context.head(subject).lemma.lower() not in words("cabinets") or is_negated(case.clause):
        return False
    own = {case.context.tokens[i].lower for i in case.context.own_tokens(case.clause)}
    return own.isdisjoint(words("in-principle"))


def _given_away(case: Case, contribution: Contribution) -> Contribution:
    """Ships and aircraft that are promised to a state are arms, not the giver's own: "pledged 30 jets to Chad".

    What is sent to a state is, where the report is about arms.
    """
    sense, phrase = case.sense, contribution.phrase
    if contribution.measure not in ("naval", "air") or contribution.rule != "noun" or sense is None:
        return contribution
    sent = sense.lemma in words("sending") and case.memory.main == "arms"
    if not sent and sense.lemma not in words("giving-to"):
        return contribution
    inside = phrase.walk() if phrase is not None else ()
    parts = [*(part for each in case.clause.phrases for part in each.walk()), *inside]
    given = any(part.prep == "to" and names_state(case.context, part) for part in parts)
    return replace(contribution, measure="arms", rule="handed over") if given else contribution


def _raised_to(case: Case, contribution: Contribution) -> Contribution:
    """What is raised from one figure to another is the other, no range: "raised its pledge from 20 to 30 million"."""
    quantity = contribution.quantity
    raised = case.sense is not None and case.sense.lemma in words("raising")
    if not raised or quantity is None or quantity.min is None or quantity.max is None:
        return contribution
    if (more := _added(case, contribution)) is not None:
        return replace(contribution, quantity=more)
    said = {case.context.tokens[i].lower for i in case.context.own_tokens(case.clause)}
    if quantity.min == quantity.max or not (said & words("figure-before") and said & words("figure-after")):
        return contribution
    return replace(contribution, quantity=replace(quantity, min=quantity.max))


def _added(case: Case, contribution: Contribution) -> Quantity | None:
    """By how much a sum is raised that names itself: "stockt ihr Paket von 100 Millionen Euro um zehn Millionen Euro auf"."""
    own = contribution.phrase
    if own is None or not case.context.has_money(own):
        return None
    phrases = [p for p in case.clause.phrases if case.context.has_money(p) and not p.start <= own.head < p.end]
    if len(phrases) != 1:
        return None
    return quantity_in(case.context, phrases[0], None) if phrases[0].prep == "um" else None


def _as_much(case: Case, contribution: Contribution) -> Contribution:
    """The sum that was spoken of last, where somebody gives as much: "will einen Betrag in gleicher Höhe beisteuern"."""
    memory = case.memory
    if contribution.quantity is not None or not memory.last or case.clause.sentence - memory.sentence > REACH:
        return contribution
    compared = _compared(case, contribution.phrase) if contribution.phrase is not None else None
    if compared is not None and case.context.analysis.language == "de":  # "beteiligt sich mit der doppelten Summe"
        return replace(contribution, quantity=compared.quantity)
    last = memory.last[0].quantity
    if last is None or not last.is_money:
        return contribution
    own = [case.context.lemmas[i] for i in case.context.own_tokens(case.clause)]
    same = any(one in words("the-same") and other in words("amount-words") for one, other in pairwise(own))
    return replace(contribution, quantity=last) if same else contribution


def _for_it(case: Case, contribution: Contribution) -> Contribution:
    """A bare sum is for what the sentence before gives: "Polen liefert 40 Haubitzen. Norwegen zahlt **dafür** 30 Millionen Euro".

    Not where that was refused, and something else is given instead.
    """
    memory, context = case.memory, case.context
    if contribution.rule != "money" or contribution.measure != "funding" or context.analysis.language != "de":
        return contribution
    own = [i for i in context.own_tokens(case.clause) if context.tokens[i].lower in words("for-it")]
    told = memory.last[0] if memory.last and 0 <= case.clause.sentence - memory.sentence <= 1 else None
    if told is None or not own or case.clause.start == own[0] or memory.newest in NOT_KEPT:
        return contribution
    paid = told.measure in BOUGHT and told.rule != "money"
    return replace(contribution, measure=told.measure, rule="money for a purpose") if paid else contribution


def _handed_over(case: Case, contribution: Contribution) -> Contribution:
    """Ships and aircraft that are given away are arms, also where others told before whom they go to.

    "Oslo überlässt der Ukraine sechs Jets. Die Niederlande stellen 42 Kampfjets bereit."
    """
    if contribution.phrase is None:
        return contribution
    measure = handed_over(case.context, case.index, contribution.phrase.head, contribution.measure)
    also = case.memory.given_away and case.sense is not None and case.sense.lemma in words("providing")
    if also and measure in ("air", "naval") and contribution.rule == "noun":
        measure = "arms"
    return (
        contribution if measure == contribution.measure else replace(contribution, measure=measure, rule="handed over")
    )


def _is_sum_total(case: Case, contributions: Sequence[Contribution]) -> bool:
    """Say whether a sum is promised by all: "Insgesamt sind 40 Millionen zugesagt"; but "… sind im Haushalt eingeplant"."""
    money = any(c.quantity is not None and c.quantity.is_money for c in contributions)
    return money and case.sense is not None and case.sense.kind == "commit" and case.sense.value == Firmness.PLEDGED


def _is_about_things(case: Case) -> bool:
    """Say whether a clause's subject is what is contributed: in the passive, or by the verb's meaning ("sind vor Ort")."""
    passive = case.clause.verb is not None and case.clause.verb.voice != "active"
    return passive or (case.sense is not None and "subj" in case.sense.content)


def spoken_of(case: Case, contributions: Sequence[Contribution]) -> Party | None:
    """Whose a thing is that nobody is named for: of those just spoken of, if they contribute the same.

    "Estland schickt eine Kompanie. Die ersten Soldaten sind schon in Goma."
    """
    memory, clause = case.memory, case.clause
    if not memory.refs or not 0 <= clause.sentence - memory.sentence <= 1:
        return None
    same = {c.measure for c in contributions} <= {c.measure for c in memory.last} or _is_part(case)
    if clause.subject is None or not same or case.context.actors(clause.subject):
        return None
    return Party(memory.refs, "spoken of before", clause.subject)


def _is_part(case: Case) -> bool:
    """Say whether a sum is part of what was spoken of: "40 Millionen Euro davon sollen für Zelte bereitgestellt werden"."""
    said = {case.context.tokens[i].lower for i in case.context.own_tokens(case.clause)}
    opening = case.context.tokens[case.context.analysis.sentences[case.clause.sentence].start].lower
    before = case.memory.sentence < case.clause.sentence or opening in words("of-which")
    return before and not said.isdisjoint(words("of-which"))


def _needs_negation(sense: Sense | None) -> bool:
    """Say whether a sense has its negation in it: "nannte keine Summe"."""
    return sense is not None and any(need.kind == "neg" for need in sense.needs)


def _negate(case: Case, firmness: Firmness) -> Firmness:
    """What a contribution's own negation makes of it: "schickt keine Soldaten" refuses, "hat keine zugesagt" withholds."""
    verb = case.clause.verb
    named = verb is not None and verb.lemma in PUTTING_UP and verb.tense in PAST  # "legte kein Geld auf den Tisch"
    if named or (case.sense is not None and case.sense.kind == "commit"):
        return NEGATED[firmness]
    if firmness in (Firmness.DELIVERED, Firmness.WITHHELD):
        return Firmness.WITHHELD
    return Firmness.CONSIDERING if firmness == Firmness.REJECTED else Firmness.REJECTED


def _is_of_many(contribution: Contribution) -> bool:
    """Say whether an amount is what several give together: a sum of money, or hundreds of soldiers."""
    quantity = contribution.quantity
    if quantity is None:
        return False
    many = quantity.unit == "persons" and (quantity.min or quantity.max or 0) >= MANY
    return quantity.is_money or (many and contribution.measure == "troops")


def _donors(case: Case, contributions: Sequence[Contribution]) -> Party | None:
    """Sums pledged by nobody in particular are the donors': "344 Millionen Dollar sind zugesagt worden".

    What a budget or a plan provides for is one state's: "40 Millionen Euro sind dafür **im Haushalt eingeplant**".
    """
    verb = case.clause.verb
    if case.sense is None or case.sense.kind != "commit" or verb is None:
        return None
    if verb.voice == "active" and "subj" not in case.sense.content:  # "sind zugesagt worden", "kamen zusammen"
        return None
    if not any(_is_of_many(c) for c in contributions):
        return None
    near = 0 <= case.clause.sentence - case.memory.sentence <= REACH
    if near and len(case.memory.refs) == 1 and all(c.measure in JOINT for c in contributions):
        return Party(
            case.memory.refs, "spoken of before", case.clause.subject
        )  # "Eingeplant sind 1500 Soldaten, zwei Fregatten"
    if case.sense.lemma in words("providing-for"):
        return None
    return Party((ActorRef("group:donors", None, None, None, "nobody named"),), "nobody named")
