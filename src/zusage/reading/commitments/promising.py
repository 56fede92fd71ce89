"""Operators over nouns: promising, offering, considering and refusing verbs, and predicates of firmness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zusage.language.analysis import ClauseKind, Link, Phrase, Pos, Role, Tense
from zusage.model.values import Authority, Firmness
from zusage.reading.clause_contributions import contributions_of_content
from zusage.reading.commitments.case import JOINT, Candidate, Case, make, recalled_number, spoken_of
from zusage.reading.commitments.giving import is_likely, own_firmness, peopled
from zusage.reading.commitments.mandates import allowed
from zusage.reading.commitments.refusal import concerns_others, refuses_own, takes_an_offer
from zusage.reading.context import Context
from zusage.reading.contributions import Contribution, contributions_in, is_vague
from zusage.reading.firmness import MIGHT, MUST, NEGATED, of_operator
from zusage.reading.lexicon import Promise, Sense, words
from zusage.reading.operators import is_negated, is_offer, is_turned
from zusage.reading.parties import Party, possessors
from zusage.reading.theme import CIVIL, TASKS

MISSIONS = frozenset({"an", "in", "mit", "with"})
SAID = frozenset({"pledged", "signalled", "concrete"})
BALKING = frozenset(f"verb {lemma}" for lemma in words("balking"))
"""Rules by which somebody will not talk of a contribution: he withholds it and does not yet refuse it."""

OTHER_DEEDS = frozenset({"attend", "position", "say", "none", "meet", "held", "ask", "expect"})
"""Classes of verbs that "did" behind them takes up, which contribute nothing."""

OFFICES = frozenset({Authority.HEAD, Authority.MINISTER})
MISSION_RULES = frozenset({"noun", "general noun", "phrase"})


def from_operator(case: Case, sense: Sense) -> Iterator[Candidate]:
    """Read a clause whose verb promises, offers, considers or refuses its object."""
    if takes_an_offer(case.context, case.clause):
        return
    phrases = case.context.content_phrases(case.index, sense)
    contributions = contributions_of_content(case.context, case.index, phrases)
    if sense.lemma in words("mentioning"):
        contributions = tuple(c for c in contributions if c.sure >= 1)
    if not contributions:
        if case.has_complement():
            return  # what is promised stands in a clause of its own, which climbs up to here
        contributions = _of_verb(sense) or _elliptical(case, sense, phrases)
    if not contributions or sense.value is None:
        return
    if case.recalled is not None and _is_nothing(case, phrases):
        nothing = Firmness.WITHHELD if sense.value in SAID else NEGATED[Firmness(sense.value)]
        yield from make(case, (replace(case.recalled, negated=False),), nothing, rule=f"verb {sense.lemma}")
        return
    if sense.kind == "refuse" and phrases and not refuses_own(case.context, case.clause, phrases):
        return
    if case.chain.firmness == Firmness.REJECTED and _is_naming(case, sense, contributions):
        held = replace(case, chain=replace(case.chain, firmness=Firmness.WITHHELD))
        yield from make(held, contributions, Firmness.WITHHELD, rule=f"verb {sense.lemma}")
        return  # "declined to name a sum"
    negated, offered = is_turned(case.context, case.clause, sense), is_offer(sense)
    value = of_operator(Firmness(sense.value), case.clause, negated=negated, offered=offered)
    value = _turned(case, sense, contributions, value)
    if value is not None:
        yield from make(case, contributions, value, rule=f"verb {sense.lemma}")


def _turned(case: Case, sense: Sense, contributions: Sequence[Contribution], value: Firmness | None) -> Firmness | None:
    """What it is where a parliament has yet to approve, a figure is put off, or a sum promised before hangs on something."""
    if _is_yet_to_name(case, sense, contributions):
        return Firmness.WITHHELD
    if sense.lemma in words("approving") and _is_still_to_come(case):
        return Firmness.SIGNALLED
    if value == Firmness.CONSIDERING and sense.lemma in words("tying") and _is_own_sum(case, contributions):
        return Firmness.PLEDGED
    return value


def _is_still_to_come(case: Case) -> bool:
    """Say whether a parliament has the decision before it: "parliament must still approve it", "still has to approve it"."""
    clause = case.clause
    tokens = [
        case.context.tokens[i]
        for part in case.chain.clauses
        for i in case.context.own_tokens(case.context.clauses[part])
    ]
    triggers = (case.context.lexicon.trigger(token.lemma) for token in tokens)
    if not any(trigger is not None and trigger.type == "parliament" for trigger in triggers):
        return False
    if clause.verb is not None and MUST.intersection(clause.verb.modals):
        return True
    outer = case.context.clauses[clause.parent] if clause.parent is not None else None
    verbs = {"have"} | words("asking-for")  # "has asked Congress to approve"
    has = outer is not None and outer.verb is not None and outer.verb.lemma in verbs
    return has and clause.kind == ClauseKind.INFINITIVE and clause.link == Link.COMPLEMENT


def _is_own_sum(case: Case, contributions: Sequence[Contribution]) -> bool:
    """Say whether the sum that somebody makes hang on something is one promised before: "macht **seine 60 Millionen** abhängig"."""
    phrases = [
        c.phrase for c in contributions if c.phrase is not None and c.quantity is not None and c.quantity.is_money
    ]
    owned = (case.context.tokens[i].lemma.lower() for p in phrases for i in range(p.start, p.end))
    return any(lemma in words("own") for lemma in owned)


def _is_yet_to_name(case: Case, sense: Sense, contributions: Sequence[Contribution]) -> bool:
    """Say whether somebody puts off how much it will be: "would name its figure in the spring"."""
    verb = case.clause.verb
    if verb is None or not _is_naming(case, sense, contributions):
        return False
    return bool(verb.modals) or verb.tense == Tense.FUTURE or is_negated(case.clause)


def _is_naming(case: Case, sense: Sense, contributions: Sequence[Contribution]) -> bool:
    """Say whether a clause is about telling how much it will be, and tells no amount: "name a sum", "keine Zahl nennen"."""
    if sense.lemma not in words("figure-naming") or any(c.quantity is not None for c in contributions):
        return False
    return any(case.context.lemmas[i] in words("figures") for i in case.context.own_tokens(case.clause))


def _is_nothing(case: Case, phrases: Sequence[Phrase]) -> bool:
    """Say whether the object says that there is nothing: "offered nothing", "has ruled nothing out"."""
    return any(case.context.head(p).lower in words("nothing-words") for p in phrases)


def _of_verb(sense: Sense) -> tuple[Contribution, ...]:
    """What a verb without an object says itself: "bot sich **als Gastgeber** an", "verweigerte ihnen **die Einreise**"."""
    told = sense.own_measure and sense.measure is not None and not sense.content
    return (Contribution(sense.measure, "verb"),) if told and sense.measure is not None else ()


def _elliptical(case: Case, sense: Sense, phrases: Sequence[Phrase]) -> tuple[Contribution, ...]:
    """What a verb without an object, or with a vague one, is about: "Norwegen überlegt noch", "nannte keine Zahl"."""
    weighing = sense.value in ("considering", "rejected", "withdrawn") and sense.lemma not in words("deciding")
    counted = recalled_number(case, phrases)
    if counted is not None:
        return (counted,)
    idiom = any(need.kind == "obj" for need in sense.needs) and not contributions_in(case.context, phrases)
    refused = idiom and sense.value == "withheld"  # "ließ eine Anfrage unbeantwortet"
    intransitive = (not phrases or idiom) and ("obj" not in sense.content or weighing or refused)
    parts = [part for phrase in phrases for part in phrase.each()]
    vague = bool(parts) and all(
        is_vague(case.context, part) or _points_back(case, sense, part) or _takes_up(case, sense, part)
        for part in parts
    )
    recalled = case.recalled
    return (recalled,) if recalled is not None and (intransitive or vague) else ()


def _points_back(case: Case, sense: Sense, part: Phrase) -> bool:
    """Say whether an object is what was just spoken of: "Canberra hat dies signalisiert", not what somebody reports."""
    if case.context.tokens[part.start].lower in words("nobody"):
        return True  # "sagte nichts Neues zu"
    reports = sense.lemma in words("reporting") or sense.kind == "refuse"
    return case.context.head(part).lower in words("amount-pronouns") and not reports


def _takes_up(case: Case, sense: Sense, part: Phrase) -> bool:
    """Say whether an object only takes up what was spoken of: "would consider it", "ruled out the latter"."""
    head = case.context.head(part)
    if head.lower in words("nothing-words"):
        return True
    weighing = sense.value in ("considering", "rejected") and sense.kind == "commit"
    return weighing and head.lemma.lower() in words("takers-up") and not case.context.actors(part)


def from_predicate(case: Case, ready: Promise) -> Iterator[Candidate]:
    """Read a predicate of firmness over a noun: "ist zu einer Beteiligung bereit", "eine Entsendung sei denkbar"."""
    if case.has_complement() or (ready.kind == "bound" and ready.value == "considering"):
        return  # "is in talks about 30 tanks" may be who gets them
    denied = is_negated(case.clause) or _is_denied(case)
    value = of_operator(Firmness(ready.negated if denied else ready.value), case.clause, negated=False)
    if value == Firmness.PLEDGED and is_likely(case):
        value = Firmness.SIGNALLED  # "wird wohl mit 900 Soldaten dabei sein"
    phrases = _predicate_content(case, ready)
    contributions = contributions_in(case.context, phrases)
    if not contributions:
        contributions = _taken_up(case, ready, phrases)
    if not contributions or value is None:
        return
    party = None
    if ready.kind == "state":
        party = _owner_of_subject(case) or spoken_of(case, contributions)
        if party is None or concerns_others(case.context, case.clause, phrases):
            return
    yield from make(case, contributions, value, rule="predicate", party=party)


def _is_denied(case: Case) -> bool:
    """Say whether a negation stands right before the predicate: "Nicht dabei war Ungarn"."""
    predicates = case.clause.with_role(Role.PREDICATE)
    return any(case.clause.negation in (p.start, p.start - 1) for p in predicates if case.clause.negation is not None)


def _taken_up(case: Case, ready: Promise, phrases: Sequence[Phrase]) -> tuple[Contribution, ...]:
    """What a predicate takes up: "Auch Polen ist dabei, mit 500", "Eine Beteiligung Algeriens ist ausgeschlossen"."""
    if any(case.context.tokens[i].lower in words("remote") for i in case.context.own_tokens(case.clause)):
        return ()  # "war per Video dabei"
    if _is_at_meeting(case):
        return ()
    counted = recalled_number(case, phrases)
    if counted is not None:
        return (counted,)
    if _stays_away(case):
        return ()  # "Nicht dabei war Peru", from a donors' meeting
    alone = ready.kind == "ready" and not phrases
    vague = ready.kind == "state" and any(is_vague(case.context, part) for p in phrases for part in p.each())
    return (case.recalled,) if (alone or vague) and case.recalled is not None else ()


def _is_at_meeting(case: Case) -> bool:
    """Say whether a person is there, and no state: "Auch Außenministerin Dorn ist **am zweiten Tag** dabei" tells of a meeting."""
    refs = case.context.actors(case.clause.subject)
    there = any(case.context.tokens[i].lower == "dabei" for i in case.context.own_tokens(case.clause))
    named = any(p.prep in ("mit", "with") for p in case.clause.phrases)  # "ist mit 40 Soldaten dabei"
    return there and not named and any(ref.person is not None or ref.authority in OFFICES for ref in refs)


def _stays_away(case: Case) -> bool:
    """Say whether somebody is only said not to be there: in a German report on money, relief or rebuilding not at the meeting.

    Examples: "Chile sagte der Geberkonferenz 20 Millionen zu. Peru nahm nicht teil."; "Peru did not take part."
    """
    if not (is_negated(case.clause) or _is_denied(case)):
        return False
    verb, recalled = case.clause.verb, case.recalled
    if case.context.analysis.language == "en":
        return verb is not None and verb.tense == Tense.PAST and not verb.modals
    if verb is None or verb.modals or recalled is None:
        return False
    joint = recalled.measure in JOINT and recalled.rule == "spoken of before"
    return not joint and (case.memory.main in CIVIL or recalled.measure in CIVIL)


def _predicate_content(case: Case, ready: Promise) -> list[Phrase]:
    subject = case.clause.subject
    if ready.kind == "state":
        return [subject] if subject is not None else []
    return [p for p in case.clause.phrases if p.prep in words("ready-preps") and p is not subject]


def _owner_of_subject(case: Case) -> Party | None:
    if case.clause.subject is None:
        return None
    refs = possessors(case.context, case.clause.subject)
    if refs:
        return Party(refs, "whose it is", case.clause.subject)
    for phrase in case.clause.phrases:
        if phrase.prep == "für" and (refs := case.context.actors(phrase)):
            return Party(refs, "for whom", phrase)  # "Für Peru ist eine Entsendung kein Thema"
        if phrase.prep == "aus" and (refs := case.context.who.actors_at(phrase.head, places=True)):
            return Party(refs, "where it comes from", phrase)  # "Aus Peru sind vier Hubschrauber unterwegs"
    if case.said is not None and case.said.speakers and case.said.speakers[0].actor not in words("without-forces"):
        return Party(case.said.speakers[:1], "who speaks")
    return None  # "The deployment is under way, the UN said": it is the members'


def from_mission(case: Case, sense: Sense) -> Iterator[Candidate]:
    """Attending a mission is contributing to it: "nimmt an der Friedenstruppe teil", "take part in the force"."""
    phrases = [p for p in case.clause.phrases if p.prep in MISSIONS]
    contributions = tuple(c for c in contributions_in(case.context, phrases) if c.rule in MISSION_RULES)
    if not contributions and _takes_part(case, sense) and not _stays_away(case):
        contributions = _in_what(case)
    if contributions:
        joined = replace(sense, kind="join")
        counted = peopled(case, joined, contributions)  # "40 Peruaner nehmen an der Mission teil"
        firmness = allowed(case, counted, own_firmness(case, joined))
        yield from make(case, counted, firmness, rule=f"verb {sense.lemma}")


def from_consulting(case: Case, sense: Sense) -> Iterator[Candidate]:
    """Read discussing: a state that discusses a contribution considers it; one that will not talk of it withholds it."""
    verb = case.clause.verb
    if verb is not None and set(verb.modals) & MIGHT:
        return
    phrases = [p for p in case.clause.phrases if p.prep in words("about") or p.role == Role.OBJECT]
    contributions = contributions_in(case.context, phrases)
    if any(ref.authority == Authority.PARLIAMENT for ref in case.context.actors(case.clause.subject)):
        return  # "über das Mandat stimmt der Bundestag ab": a condition of somebody's contribution
    if case.chain.firmness == Firmness.REJECTED and not BALKING.isdisjoint(case.chain.rules):
        case = replace(case, chain=replace(case.chain, firmness=Firmness.WITHHELD))
        yield from make(case, contributions, Firmness.WITHHELD, rule=f"verb {sense.lemma}")
        return  # "declined to discuss the troops"
    if not is_negated(case.clause):
        refs = case.context.actors(case.clause.subject)
        sure = [c for c in contributions if c.sure >= 1]
        if sure and refs and not any(r.actor.startswith(("group:", "person:")) for r in refs):
            yield from make(case, sure, Firmness.CONSIDERING, rule=f"verb {sense.lemma}")
        return
    if not contributions and case.recalled is not None and any(case.context.head(p).pos == Pos.PRON for p in phrases):
        contributions = (case.recalled,)
    if contributions:
        yield from make(case, contributions, Firmness.WITHHELD, rule=f"verb {sense.lemma}")


def _in_what(case: Case) -> tuple[Contribution, ...]:
    """What one takes part in where it is not said: the effort that the report is about, else what was spoken of."""
    main, recalled = case.memory.main, case.recalled
    joint = main in CIVIL and recalled is not None and recalled.measure in JOINT
    if main in TASKS and not joint:
        return (Contribution(main, "what the report is about", sure=0.5),)
    return (recalled,) if recalled is not None else ()


def _takes_part(case: Case, sense: Sense) -> bool:
    """Say whether taking part is promised or refused without saying in what: "is prepared to take part"."""
    where = [phrase for phrase in case.clause.phrases if phrase.prep in MISSIONS]
    met = any(case.context.lexicon.gathering(case.context.head(p).lemma, case.context.before(p)) for p in where)
    named = met or (bool(where) and case.chain.firmness is None)
    verb = case.clause.verb
    pressing = case.chain.firmness is not None or is_negated(case.clause) or (verb is not None and bool(verb.modals))
    return sense.lemma in words("taking-part") and (pressing or _joins_in(case)) and not named


def _joins_in(case: Case) -> bool:
    """Say whether one does what was just told of another: "Norway has sent a frigate. Peru **is also participating**."."""
    clause, memory = case.clause, case.memory
    joint = bool(memory.last) and memory.last[0].measure in JOINT and clause.sentence - memory.sentence <= 1
    if not joint or case.context.analysis.language != "en":
        return False
    return any(case.context.tokens[i].lower in words("also") for i in case.context.own_tokens(clause))


def from_bare(case: Case) -> Iterator[Candidate]:
    """Read an auxiliary that stands for what was said before: "Norway might.", "We will not.", "Riga did, too."."""
    clause, recalled = case.clause, case.recalled
    verb = clause.verb
    first = case.context.tokens[clause.start].lower
    if verb is None or recalled is None or clause.subject is None or clause.question or first in {"as", "than", "so"}:
        return
    if _is_of_another_deed(case):
        return
    objects = clause.with_role(Role.OBJECT, Role.PREDICATE, Role.INDIRECT)
    counted = recalled_number(case, objects)
    if objects and counted is None:
        return
    refs = case.context.actors(clause.subject)
    if refs and case.context.head(clause.subject).pos != Pos.ADJ:
        yield from make(
            case,
            (counted or recalled,),
            _bare_value(case, verb.lemma),
            rule="verb bare",
            party=Party(refs, "subject", clause.subject),
        )


def _is_of_another_deed(case: Case) -> bool:
    """Say whether "did" takes up a deed that is no contribution.

    Examples: "Peru's president came. **Chile's did not**." Also where it is no auxiliary: "will **do better**".
    """
    context, clause, verb = case.context, case.clause, case.clause.verb
    if context.analysis.language != "en" or verb is None or verb.lemma != "do":
        return False
    behind = context.tokens[verb.head + 1].lower if verb.head + 1 < len(context.tokens) else ""
    if verb.voice != "active" or behind in words("comparatives"):
        return True
    if behind == "so":
        return False
    before = next((i for i in range(case.index - 1, -1, -1) if _tells_a_deed(context, i)), None)
    if before is None or context.clauses[before].sentence < clause.sentence - 1:
        return False
    sense = context.sense(before)
    return sense is None or sense.kind in OTHER_DEEDS or sense.lemma in words("coming")


def _tells_a_deed(context: Context, index: int) -> bool:
    """Say whether a clause is a main one, or one coordinated with it: not a relative clause or what is said in it."""
    clause = context.clauses[index]
    return clause.verb is not None and clause.link in (Link.ROOT, Link.COORDINATE)


def _opposite(firmness: Firmness) -> Firmness:
    """What "did" means after "did not": "Ottawa did not exclude it, Rome did"; "Doha pledged nothing, Riyadh did"."""
    return Firmness.PLEDGED if firmness == Firmness.WITHHELD else NEGATED[firmness]


def _bare_value(case: Case, lemma: str) -> Firmness:
    negated = is_negated(case.clause)
    if lemma in MIGHT:
        return Firmness.REJECTED if negated else Firmness.CONSIDERING
    if lemma == "do" and not negated:
        memory = case.memory
        return _opposite(memory.newest) if memory.denied else memory.newest
    if lemma == "do":
        return Firmness.WITHHELD
    plain = Firmness.SIGNALLED if lemma == "would" else Firmness.PLEDGED
    return Firmness.REJECTED if negated else plain
