"""What a report is about as a whole: the measure its nouns name most, for words that say nothing themselves.

Examples: "Finland has named twelve" in a report on observers; "Sweden declines" in one on loans; "police" and "soldiers" whom a
report on a monitoring mission counts are observers, "engineers" after an earthquake are relief workers.
Source: codebook, section 2 (measures are told by the effort that is reported on).
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from zusage.language.analysis import Pos, Role
from zusage.language.numbers import QuantityKind
from zusage.reading.context import Context
from zusage.reading.lexicon import words

LEAST_NAMED = 2
"""Nouns that make a measure the report's main one."""

LEAD = 3
WEIGHT = 3
"""A noun of the headline or of the first sentences counts as often."""

WITHIN = 6
"""Tokens between a meeting and what it is about."""

MARKS = ",.:;!?'’\"“”()"

LEAST_ENDING = 6
"""Letters of the end of a German compound that tells who somebody is."""

PURPOSE_WITHIN = 3
"""Tokens between a preposition and the training that people are sent for."""

LEAST_TASK = 4
"""Nouns that make a report one on monitoring, training or relief, so that its soldiers and teams do that."""

FAR_MORE = 3
"""How often something must be named more than another to leave no doubt that the report is on it."""

PURPOSES = frozenset({"arms", "humanitarian", "reconstruction"})
"""What all the money of a report may be for; other purposes hold for their sum alone."""

CIVIL = ("funding", "humanitarian", "reconstruction")
"""Measures that money has most often."""

TASKS = frozenset({"monitoring", "troops", "humanitarian", "naval"})
"""Measures that people may be counted for."""

MISSIONS = {"training": "training-missions", "naval": "naval-missions"}
"""Classes of words that name missions, by what soldiers do there."""

TRANSPORT = frozenset({"air", "naval", "logistics"})
"""Measures of vehicles, which in a report on relief bring relief."""
WARLIKE = ("troops", "arms", "monitoring", "training")


def main_measure(context: Context) -> str | None:
    """The measure that most nouns of a report name; sums of money count for funding; None if hardly any names one."""
    counts = _counts(context)
    counts[context.money_is_for or "funding"] += sum(q.kind == QuantityKind.MONEY for q in context.quantities)
    best = max(counts, key=lambda m: (counts[m], m), default=None)
    return best if best is not None and counts[best] >= LEAST_TASK else None


def opens_on_training(context: Context) -> bool:
    """Say whether the first sentences tell of soldiers who are trained: "The Union will send 300 instructors **to train units**".

    What somebody takes part in there is training, also where the report then names more soldiers than instructors.
    """
    opening = context.analysis.sentences[:LEAST_NAMED]
    end = opening[-1].end if opening else 0
    if not any(context.tokens[i].pos == Pos.NOUN and _is_trained(context, i, "") for i in range(end)):
        return False
    lemmas = Counter(_lemmas(context))
    taught = sum(lemmas[one] for one in words("training-words"))
    return taught > 1 and words("peacekeeping-words").isdisjoint(lemmas)


def is_leading(context: Context, measure: str) -> bool:
    """Say whether a report names one measure more often than all others together; its money is what money is for."""
    counts = _counts(context)
    counts[context.money_is_for or "funding"] += sum(q.kind == QuantityKind.MONEY for q in context.quantities)
    return counts[measure] * 2 > counts.total() and counts[measure] > LEAST_NAMED


def is_on_force(context: Context, measure: str) -> bool:
    """Say whether a report names soldiers much more often than what some measure is of."""
    counts = _counts(context)
    return counts["troops"] >= LEAST_TASK and counts["troops"] > counts[measure] * FAR_MORE


def _counts(context: Context) -> Counter[str]:
    """How often nouns name each measure; those of the headline and of the first sentences count more. The caller's own copy."""
    kept = context.kept.setdefault("measures named", {})
    if not kept:
        kept[0] = _count_all(context)
    return Counter(kept[0])


def _count_all(context: Context) -> Counter[str]:
    found: Counter[str] = Counter()
    lead = context.analysis.sentences[min(LEAD, len(context.analysis.sentences)) - 1].end if context.tokens else 0
    before = ""
    for i, token in enumerate(context.tokens):
        if token.pos == Pos.NOUN and i not in context.hidden:
            weight = WEIGHT if i < lead else 1
            if i < lead and _is_trained(context, i, before):
                found["training"] += weight
            else:
                _count(context, found, token.lemma, before, weight=weight)
        before = token.lemma
    before = ""
    for word in (context.report.title or "").split():
        plain = word.strip(MARKS).lower()
        _count(context, found, plain, before, weight=WEIGHT)
        before = plain
    return found


def _is_trained(context: Context, token: int, before: str) -> bool:
    """Say whether soldiers at a token are trained by somebody: "wird **40 Soldaten** ausbilden", "to train **units**".

    A report that opens with that is on training, and "will take part" in it is training.
    """
    thing = context.lexicon.thing(context.tokens[token].lemma, before)
    if thing is None or thing.measure != "troops":
        return False
    clause = context.analysis.clause_at(token)
    if clause is None or clause.verb is None or clause.verb.lemma not in words("training-verbs"):
        return False
    whom = clause.subject if clause.verb.voice == "passive" else next(iter(clause.with_role(Role.OBJECT)), None)
    return whom is not None and whom.start <= token < whom.end


def _count(context: Context, found: Counter[str], lemma: str, before: str, *, weight: int) -> None:
    thing = context.lexicon.thing(lemma, before)
    if thing is not None and thing.measure is not None and thing.kind in ("thing", "action"):
        found[thing.measure] += weight


def task_of_people(context: Context) -> str | None:
    """What people are sent for in this report, where its nouns leave no doubt; None where they do."""
    counts = _counts(context)
    if _only_trains(context):
        return "training"
    best = max(TASKS, key=lambda m: (counts[m], m))
    others = max(counts[m] for m in TASKS if m != best)
    return best if counts[best] >= LEAST_TASK and counts[best] > others else None


def task_of_mission(context: Context, token: int, measure: str) -> str | None:
    """What soldiers at a token do by the mission that their clause names: "80 Soldaten für die EU-Ausbildungsmission"."""
    if measure != "troops":
        return None
    kept = context.kept.setdefault("missions", {})
    around = [context.clauses[i] for i in context.analysis.sentences[context.sentence_at(token)].clauses]
    runs = [(clause.start, clause.end) for clause in around if clause.start <= token < clause.end]
    start, end = min(runs, key=lambda run: run[1] - run[0], default=(token, token + 1))
    if start not in kept:
        lemmas = set(context.lemmas[start:end])
        named = [measure for measure, names in MISSIONS.items() if lemmas & words(names)]
        named = named or (["training"] if _is_for_training(context, start, end) else [])
        kept[start] = named[0] if len(named) == 1 and not lemmas & words("peacekeeping-words") else None
    found: str | None = kept[start]
    return found


def _is_for_training(context: Context, start: int, end: int) -> bool:
    """Say whether a clause says what somebody is sent for: "**Für die Ausbildung** der Polizei werden 40 Soldaten entsandt"."""
    for i in range(start, end):
        if context.lemmas[i] in words("training-purposes"):
            before = context.tokens[max(start, i - PURPOSE_WITHIN) : i]
            return any(token.lower in words("purposes-of-people") for token in before)
    return False


def _only_trains(context: Context) -> bool:
    """Say whether a report is on a mission that trains and does not fight: "kein Kampfeinsatz, es geht um Ausbildung".

    It names such a mission and no fighting, or sets training against fighting in one sentence, and names no peacekeepers.
    """
    counts = Counter(_lemmas(context))
    lemmas = counts.keys()
    if lemmas & words("peacekeeping-words") or not lemmas & words("training-words"):
        return False
    if lemmas & words("training-only"):
        return True
    if not lemmas & words("fighting-words"):
        return _opens_with_training(context) and sum(counts[one] for one in words("training-words")) > 1
    for sentence in context.analysis.sentences:
        said = set(context.lemmas[sentence.start : sentence.end])
        if said & words("fighting-words") and said & words("training-words") and said & words("contrast-words"):
            return True
    return False


def _opens_with_training(context: Context) -> bool:
    """Say whether the first sentences of a report name a mission that trains: "Der Ausbildungseinsatz in Peru ist beendet".

    Or tell that soldiers are trained: "Die Union wird malische Soldaten **ausbilden**".
    """
    opening = context.analysis.sentences[:LEAST_NAMED]
    said = set(context.lemmas[: opening[-1].end if opening else 0])
    trained = "soldat" in said and not words("training-others").isdisjoint(said)
    return trained or not words("training-missions").isdisjoint(said)


def brings_relief(context: Context, lemma: str, measure: str | None) -> bool:
    """Say whether a vehicle is relief by what the report is on: "drei Boote" after a flood, a plane after a quake.

    Helicopters and water bombers are not: they stay somebody's own aircraft. The report names helpers and goods more often
    than all soldiers, weapons and trainers; a jet or a frigate in it counts thrice.
    """
    if measure not in TRANSPORT or not _is_relief_vehicle(context, lemma):
        return False
    kept = context.kept.setdefault("on relief", {})
    if 0 not in kept:
        counts = _counts(context)
        warlike = sum(counts[other] for other in WARLIKE)
        kept[0] = counts["humanitarian"] > warlike + (
            WEIGHT * _machines_of_war(context) if counts["humanitarian"] else 0
        )
    return bool(kept[0])


def _is_relief_vehicle(context: Context, lemma: str) -> bool:
    return any(context.ends(lemma, word) for word in words("relief-vehicles"))


def _is_rescue_aircraft(context: Context, lemma: str) -> bool:
    return any(context.ends(lemma, word) for word in words("rescue-aircraft"))


def _machines_of_war(context: Context) -> int:
    """How often a report names aircraft and ships that bring no relief: jets, frigates, air policing."""
    found = 0
    for i, token in enumerate(context.tokens):
        if token.pos != Pos.NOUN or i in context.hidden:
            continue
        thing = context.lexicon.thing(token.lemma)
        if thing is not None and thing.measure in ("air", "naval"):
            found += not (_is_relief_vehicle(context, token.lemma) or _is_rescue_aircraft(context, token.lemma))
    return found


def is_tasked(lemma: str, task: str, measure: str) -> bool:
    """Say whether a noun of people or machines has the task of the report: "police" on a monitoring mission."""
    if task == "humanitarian" and lemma in words("relief-transport"):
        return True
    if measure in (task, "logistics", "training"):
        return False
    if task == "monitoring":
        return _is_among(lemma, words("tasked-people") | words("tasked-soldiers"))
    if task == "training":
        return _is_among(lemma, words("tasked-people") | words("tasked-soldiers") | words("tasked-missions"))
    return lemma in words("tasked-helpers" if task == "humanitarian" else "tasked-people")


def _is_among(lemma: str, nouns: frozenset[str]) -> bool:
    """Say whether a noun is one of some, or a German compound that ends in one: "Bundespolizist"."""
    return lemma in nouns or any(len(noun) >= LEAST_ENDING and lemma.endswith(noun) for noun in nouns)


def purpose_of_effort(context: Context) -> str | None:
    """What money without a purpose of its own is for by what the whole report is about, None if it may be for anything.

    Examples: sums after a typhoon and an appeal are relief, at "a humanitarian conference" too; sums to clear mines rebuild; sums
    to buy drones are for arms.
    """
    lemmas = _lemmas(context)
    found = frozenset(lemmas).union(*(lemma.split("-") for lemma in lemmas if "-" in lemma))  # "Ebola-Gebiete"
    worst = found & words("famine-words")
    relief = len(found & words("relief-words")) + len(worst) + _is_on_plight(lemmas)
    relief -= len(found & words("rebuilding-words") - (words("budgets") if worst else frozenset()))
    conference = found & words("donor-words")
    if relief >= LEAST_NAMED or (context.task == "humanitarian" and not conference and relief >= 0):
        return "humanitarian"
    if is_on_mines(context) or _is_conference_on_rebuilding(context):
        return "reconstruction"
    if _is_for_arms(context):
        return "arms"
    counts = _counts(context)
    del counts["funding"]
    best = max(PURPOSES, key=lambda m: (counts[m], m))
    return best if counts[best] >= LEAST_TASK * WEIGHT and counts[best] * 3 > counts.total() * 2 else None


def is_on_rebuilding(context: Context) -> bool:
    """Say whether donors meet over what a disaster of nature has destroyed ("the quake … the rebuilding fund").

    What a war has destroyed is not enough: money for a state at war is for its budget as often.
    """
    found = frozenset(_lemmas(context))
    meet = found & words("donor-words") - words("purses")
    return bool(meet) and all(not found.isdisjoint(words(one)) for one in ("natural-disasters", "built-again"))


def _is_conference_on_rebuilding(context: Context) -> bool:
    """Say whether a report opens with a meeting that is on rebuilding: "a donors' conference **on the reconstruction of** Chad".

    "The recovery conference", "Geberkonferenz für den Wiederaufbau Malis", too.
    """
    opening = context.analysis.sentences[:LEAD]
    end = opening[-1].end if opening else 0
    for at in range(end):
        if context.lemmas[at] not in words("built-again") | words("recoveries") or at in context.hidden:
            continue
        if not words("donor-meetings").isdisjoint(context.lemmas[at + 1 : at + 3]):
            return True  # "the reconstruction conference"
        before = context.lemmas[max(0, at - WITHIN) : at]
        met = max((i for i, lemma in enumerate(before) if lemma in words("donor-meetings")), default=None)
        if met is not None and not words("about-preps").isdisjoint(before[met + 1 :]):
            return True
    return False


def is_on_mines(context: Context) -> bool:
    """Say whether a report is on clearing mines and bombs on land: "Norwegen zahlt weiter für die Räumung der Minenfelder".

    Mines alone may be of gold or at sea, and cluster bombs may be arms: something has to be cleared.
    """
    kept = context.kept.setdefault("on mines", {})
    if 0 not in kept:
        found = Counter(_lemmas(context))
        named = sum(found[one] for one in words("mine-words"))
        cleared = sum(found[one] for one in words("mine-clearing"))
        elsewhere = is_on_force(context, "reconstruction") or _counts(context)["naval"] > named + cleared
        kept[0] = named + cleared > LEAST_NAMED and cleared > 0 and not elsewhere
    return bool(kept[0])


def _lemmas(context: Context) -> list[str]:
    return [lemma for i, lemma in enumerate(context.lemmas) if i not in context.hidden]


def is_donors_aim(context: Context, measure: str) -> bool:
    """Say whether donors meet over nothing else than a measure: a report's sums may all be for it."""
    counts = _counts(context)
    del counts["funding"]
    if not counts[measure] or counts[measure] < max(counts.values()):
        return False
    return not words("donor-words").isdisjoint(context.lemmas)


def _is_on_plight(lemmas: list[str]) -> bool:
    """Say whether what a report is on is called humanitarian: "a humanitarian conference", "die humanitäre Krise"."""
    return any(one in words("humanitarian") and other in words("plight-nouns") for one, other in pairwise(lemmas))


def _is_for_arms(context: Context) -> bool:
    """Say whether headline and first sentences tell of buying arms and nothing else: "Nine countries sign up to buy drones"."""
    headline: Counter[str] = Counter()
    before = ""
    if not words("buying").intersection((context.report.title or "").lower().split()):
        return False
    for word in (context.report.title or "").split():
        plain = word.strip(MARKS).lower()
        _count(context, headline, plain, before, weight=1)
        before = plain
    return set(headline) == {"arms"} and _counts(context)["arms"] >= WEIGHT * LEAST_NAMED
