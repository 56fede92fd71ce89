"""From judged pairs to candidates, in the form that the rules give them: quote, conditions and quantity come with it.

Example: "Dänemark legt 40 Millionen Euro drauf." No rule knows "drauflegen" beside a sum, a pair does.
Source: codebook, section 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from zusage.language.analysis import Clause, ClauseKind, Link, Phrase, Role
from zusage.model.statement import Quantity
from zusage.model.values import ConditionType, Firmness
from zusage.reading.certainty import LEARNED
from zusage.reading.commitments import Candidate
from zusage.reading.commitments.case import PAST, is_of_budget
from zusage.reading.commitments.refusal import takes_an_offer
from zusage.reading.conditions import conditions_of
from zusage.reading.context import COPULAS
from zusage.reading.contributions import Contribution
from zusage.reading.firmness import MUST
from zusage.reading.lexicon import Thing, words
from zusage.reading.operators import DEMAND, EVEN_IF, FOR_OTHERS, NOT_BELIEVED, asks_who
from zusage.reading.pairs.givers import VERBS, is_owned_by_others, is_receiver
from zusage.reading.pairs.judgement import Judge, Judged
from zusage.reading.pairs.measures import NEVER_MONEY
from zusage.reading.pairs.pairing import Pair, Scene
from zusage.reading.pairs.plain import strongest
from zusage.reading.pairs.sureness import Hit, Key
from zusage.reading.parties import MEMBERS, Party, thanked
from zusage.reading.quantities import quantity_at, quantity_in

LEAST_SHOWN = 0.1
"""How much its own words have to speak for a learned statement to be made at all: `--all` would drown in them."""
LEAST_READ = 0.3
"""The same for what rules read, to make another measure in its clause a second guess."""
FIRM = frozenset({Firmness.PLEDGED, Firmness.CONCRETE, Firmness.DELIVERED})
CONVENERS = words("conveners")
"""Who asks for contributions and counts them: what stands beside them in a sentence is mostly given by others."""
SEEKING = words("seeking")
DENIAL = "deny of"
"""How the reason begins for which what somebody denies is no commitment."""

NAMING = words("naming-members")
LEAST_SECOND = 0.6
"""The same where the rules have another measure of the actor's in that clause."""


class Wording(NamedTuple):
    """What is the same for every measure that a pair may have: how firm it is, and what speaks most for it."""

    firmness: Firmness
    reasons: str


def learned_candidates(
    judge: Judge, judged: Mapping[Key, Judged], *, least: float = LEAST_SHOWN
) -> tuple[Candidate, ...]:
    """A candidate for each actor and measure that only pairs have with a certainty of ``least``, in the order of the report.

    Where the rules read an actor's contribution in a clause, another measure for the same clause is more often a second guess
    than a second contribution: it has to be likely.
    """
    scene = judge.scene
    ruled = {(candidate.actor.actor, candidate.contribution.measure) for candidate in scene.candidates}
    read = {
        (candidate.actor.actor, clause)
        for candidate in scene.candidates
        if judged[candidate.actor.actor, candidate.contribution.measure].certainty >= LEAST_READ
        for clause in candidate.clauses
    }
    hits = [
        one.best
        for key, one in judged.items()
        if key not in ruled
        and key[0] not in CONVENERS
        and one.best is not None
        and not _is_condition(scene, one.best.pair)
        and not _is_sought(scene, one.best.pair)
        and not _is_anothers_gift(scene, one.best.pair)
        and not _is_no_gift(scene, one.best.pair)
        and not is_receiver(scene, one.best.pair)
        and not is_owned_by_others(scene, one.best.pair)
        and one.certainty >= (max(LEAST_SECOND, least) if _is_read(one.best.pair, read) else least)
    ]
    hits.sort(key=lambda hit: (hit.pair.content.token, hit.pair.spot.token, hit.measure))
    known: dict[tuple[int, str, str, int], Wording] = {}
    for hit in hits:
        if hit.pair.key not in known:
            known[hit.pair.key] = Wording(judge.firmness(hit.pair), strongest(judge, hit.pair))
    made = (_candidate(judge.scene, hit, known[hit.pair.key]) for hit in hits)
    return tuple(candidate for candidate in made if not _is_odd(candidate.contribution))


def _is_odd(contribution: Contribution) -> bool:
    """Say whether the words count money and the measure is none that money is: "50 million" beside talk of ships."""
    quantity = contribution.quantity
    return contribution.measure in NEVER_MONEY and quantity is not None and quantity.is_money


def _is_read(pair: Pair, read: AbstractSet[tuple[str, int]]) -> bool:
    return any((pair.spot.ref.actor, clause) in read for clause in _clauses(pair))


def _is_condition(scene: Scene, pair: Pair) -> bool:
    """Say whether it is only thought of, or what a pledge hangs on: "… on condition that Peru pays", "auch wenn …"."""
    clause = scene.context.clauses[pair.content.clause]
    unreal = clause.link == Link.CONDITION or (clause.link == Link.CONCESSION and clause.marker in EVEN_IF)
    return unreal and pair.spot.clause == pair.content.clause


def _is_sought(scene: Scene, pair: Pair) -> bool:
    """Say whether something is only looked for, denied, or stands beside the name of a group whose members are told.

    Examples: "Peru is seeking 40 million dollars", "Peru hopes to get Chile involved to send ships", "Countries offering
    troops include Peru", "Peru bestritt, Panzer geliefert zu haben".
    """
    for index in scene.ancestors(pair.content.clause):
        verb = scene.context.clauses[index].verb
        if verb is not None and verb.lemma in SEEKING and scene.kind(index) == "none":
            return True
    blocked = scene.chain(pair.content.clause).blocked
    if (
        blocked in (FOR_OTHERS, NOT_BELIEVED)
        or (blocked or "").startswith(DENIAL)
        or (blocked == DEMAND and pair.spot.clause == pair.content.clause)
    ):
        return True
    return pair.spot.ref.actor.startswith("group:") and _is_told_by_name(scene, pair)


def _is_told_by_name(scene: Scene, pair: Pair) -> bool:
    """Say whether a group is told by the names of its members: "The largest donors **are** Peru and Chile"."""
    clause = scene.context.clauses[pair.spot.clause] if pair.spot.clause >= 0 else None
    if clause is None or clause.verb is None:
        return False
    named = [c for c in scene.ruled.get(pair.spot.sentence, ()) if c.party.rule == MEMBERS]
    predicates = clause.with_role(Role.PREDICATE) if clause.verb.lemma in COPULAS else ()
    told = any(scene.context.actors(phrase) for phrase in predicates)
    return bool(named) or told or clause.verb.lemma in NAMING


def _is_anothers_gift(scene: Scene, pair: Pair) -> bool:
    """Say whether another one is thanked for it: "**Mali** thanked Peru for sending tents"."""
    clause = scene.context.clauses[pair.content.clause]
    party = thanked(scene.context, clause) if clause.kind == ClauseKind.PARTICIPLE else None
    return party is not None and all(ref.actor != pair.spot.ref.actor for ref in party.refs)


def _is_no_gift(scene: Scene, pair: Pair) -> bool:
    """Say whether nothing is given, or by others: what is paid back, what somebody accuses others of, keeping silent, no strings.

    Examples: "Peru **repaid** 40 million dollars"; "Peru **has lost 40 soldiers**"; "**Aid groups** accused the army of looting
    aid"; "Chile **declined to comment**"; "Peru **knüpft** seine Hilfe **nicht** an Bedingungen".
    """
    clause = scene.context.clauses[pair.content.clause]
    lemma = clause.verb.lemma if clause.verb is not None else ""
    loose = clause.negation is not None and lemma in words("tying") and scene.kind(pair.content.clause) == "none"
    if (
        loose
        or lemma in words("repaying")
        or _is_lost(scene, pair)
        or _is_bare_deed(scene, pair)
        or (pair.spot.ref.actor in scene.subjects(pair.content.clause) and takes_an_offer(scene.context, clause))
        or _is_of_before(scene, clause)
        or _is_unknown(scene, clause)
    ):
        return True
    if clause.link == Link.QUESTION and asks_who(scene.context, clause):
        return True
    spot = pair.spot.clause
    if spot < 0:
        return False
    verb = scene.context.clauses[spot].verb
    if spot == pair.content.clause and clause.verb is not None and not MUST.isdisjoint(clause.verb.modals):
        return pair.spot.ref.actor in scene.subjects(spot)  # "**Peru** must send ships, the minister said"
    own = verb is not None and pair.spot.ref.actor in scene.subjects(spot)
    if (
        own
        and verb is not None
        and (verb.lemma in words("accusing") | words("blaming") or _is_thanks(scene, clause, spot))
    ):
        return True
    return spot == pair.content.clause and _keeps_silent(scene, spot)


def _is_lost(scene: Scene, pair: Pair) -> bool:
    """Say whether somebody has lost or sold what a clause has for its object: "Peru **has lost 40 soldiers** in the war"."""
    index = pair.content.clause
    clause = scene.context.clauses[index]
    if clause.verb is None or clause.verb.lemma not in words("losing") or scene.chain(index).firmness is not None:
        return False
    return any(phrase.start <= pair.content.token < phrase.end for phrase in clause.with_role(Role.OBJECT))


def _is_bare_deed(scene: Scene, pair: Pair) -> bool:
    """Say whether a verb without a thing tells who came or stayed away, or takes back something that is no contribution.

    Examples: "Chad's prime minister **stayed away**", "Peru **joined by video link**", "Nauru's flight was **cancelled**".
    """
    index = pair.content.clause
    clause, kind = scene.context.clauses[index], scene.kind(index)
    if pair.content.sort not in VERBS or clause.verb is None:
        return False
    if kind == "withdraw":
        return True
    told = clause.verb.tense in PAST and not clause.verb.modals
    if kind == "join":
        own = scene.context.own_tokens(clause)
        return told and (
            clause.negation is not None or any(scene.context.tokens[i].lower in words("remote") for i in own)
        )
    return kind == "join-not" and told


def _is_thanks(scene: Scene, clause: Clause, thanking: int) -> bool:
    """Say whether somebody thanks others for it: "**Norway** thanked the prime minister for taking in people"."""
    verb = scene.context.clauses[thanking].verb
    return clause.marker == "for" and verb is not None and verb.lemma in words("thanking")


def _is_of_before(scene: Scene, clause: Clause) -> bool:
    """Say whether only what somebody did before is told: "Nepal has a long **history** of contributing troops"."""
    context, past = scene.context, words("experience-nouns")
    if clause.anchor is not None and context.tokens[clause.anchor].lemma.lower() in past:
        return True
    had = clause.verb is not None and clause.verb.lemma in ("have", "haben")
    return had and any(context.head(p).lemma.lower() in past for p in clause.with_role(Role.OBJECT))


def _is_unknown(scene: Scene, clause: Clause) -> bool:
    """Say whether nothing is known of it, so that nobody refuses it: "Von vier Staaten liegen **keine Angaben** dazu vor"."""
    nouns = (p for p in clause.phrases if p.negated and scene.context.head(p).lemma.lower() in words("data-nouns"))
    return clause.verb is not None and clause.verb.lemma in ("vorliegen", "geben") and any(True for _ in nouns)


def _keeps_silent(scene: Scene, index: int) -> bool:
    """Say whether somebody only declines to say something or to be named: "Two states **declined** to be publicly named"."""
    verb = scene.context.clauses[index].verb
    if verb is None or verb.lemma not in words("refusing"):
        return False
    inner = (scene.context.clauses[child].verb for child in scene.context.linked(index, Link.COMPLEMENT))
    return any(said is not None and said.lemma in words("silence") for said in inner)


def _candidate(scene: Scene, hit: Hit, wording: Wording) -> Candidate:
    pair = hit.pair
    spot, content = pair.spot, pair.content
    phrase = content.place.phrase if content.place is not None else None
    chain = scene.chain(content.clause)
    conditions = tuple(c for c in conditions_of(scene.context, chain) if c.of != spot.ref.actor or c.of is None)
    firmness = _as_told(scene, content.clause, _under(chain.firmness, wording.firmness))
    open_still = firmness == Firmness.CONCRETE and any(c.type == ConditionType.PARLIAMENT for c in conditions)
    return Candidate(
        actor=spot.ref,
        shared=False,
        contribution=Contribution(
            hit.measure, f"{LEARNED}: {hit.fits:.0%} {hit.measure}", phrase, _quantity(scene, hit)
        ),
        firmness=Firmness.SIGNALLED if open_still else firmness,  # "asked Congress to approve 90 million"
        clauses=tuple(dict.fromkeys(_clauses(pair))),
        rule=f"{LEARNED} from the wording",
        operator_rules=(),
        party=Party((spot.ref,), f"{LEARNED} from: {wording.reasons}", _phrase(pair)),
        said=scene.said[content.clause],
        conditions=conditions,
    )


def _under(operator: Firmness | None, learned: Firmness) -> Firmness:
    """No firmer than what stands over it: "Japan is **expected** to pledge later" is signalled, however firm its words are."""
    weak = operator in (Firmness.SIGNALLED, Firmness.CONSIDERING)
    return operator if weak and operator is not None and learned in FIRM else learned


def _as_told(scene: Scene, index: int, learned: Firmness) -> Firmness:
    """What the clause's own words make of it: "**is in talks** about a loan" is considering, what is budgeted concrete."""
    context, clause = scene.context, scene.context.clauses[index]
    if learned not in FIRM:
        return learned
    if is_of_budget(context, clause):
        return Firmness.CONCRETE
    verb = clause.verb
    talking = [p for p in clause.phrases if context.head(p).lemma.lower() in words("talks")]
    is_in_talks = verb is not None and verb.lemma in COPULAS and any(p.prep == "in" for p in talking)
    return Firmness.CONSIDERING if is_in_talks or any(p is clause.subject for p in talking) else learned


def _clauses(pair: Pair) -> Iterator[int]:
    """The clause of the content, and the actor's own if it stands in the same sentence."""
    yield pair.content.clause
    if pair.spot.clause >= 0 and pair.spot.sentence == pair.content.sentence and pair.spot.how in ("named", "taken up"):
        yield pair.spot.clause


def _phrase(pair: Pair) -> Phrase | None:
    return pair.spot.place.phrase if pair.spot.place is not None else None


def _quantity(scene: Scene, hit: Hit) -> Quantity | None:
    content, thing = hit.pair.content, Thing("thing", hit.measure)
    if scene.context.tokens[content.token].lemma.lower() in words("counted-givers"):
        return None  # "the three largest contributors"
    if content.sort == "money" and (own := quantity_at(scene.context, content.token, thing)) is not None:
        return own  # of several sums in one phrase: "Peru mit 30 Millionen, Chile mit 20"
    if content.place is not None:
        found = quantity_in(scene.context, content.place.phrase, thing)
        if found is not None:
            return found
    return quantity_at(scene.context, content.token, thing)
