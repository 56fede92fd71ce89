"""Going through the clauses of a report: which rule is asked for which clause, and what is remembered for the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from zusage.language.analysis import Clause, ClauseKind
from zusage.model.values import Firmness
from zusage.reading.commitments.alike import from_alike
from zusage.reading.commitments.arrived import from_arrived
from zusage.reading.commitments.case import PAST, Candidate, Case, Memory
from zusage.reading.commitments.colons import from_colon
from zusage.reading.commitments.composition import from_composition
from zusage.reading.commitments.elsewhere import from_places
from zusage.reading.commitments.expected import from_expected
from zusage.reading.commitments.gapped import from_gaps
from zusage.reading.commitments.giving import COLON_WITHIN, from_giving, from_listing
from zusage.reading.commitments.hanging import from_hanging
from zusage.reading.commitments.likewise import from_likewise, without_bare
from zusage.reading.commitments.mandates import from_mandate
from zusage.reading.commitments.named import from_passing
from zusage.reading.commitments.nouns import from_noun, promise_phrase
from zusage.reading.commitments.origins import from_origins, without_parts, without_whole
from zusage.reading.commitments.own import from_hosting, from_mediation, from_own_forces
from zusage.reading.commitments.pairs import from_pairs, without_replaced, without_told
from zusage.reading.commitments.parts import from_part
from zusage.reading.commitments.promising import from_bare, from_consulting, from_mission, from_operator, from_predicate
from zusage.reading.commitments.rest import from_rest
from zusage.reading.commitments.shares import from_share
from zusage.reading.commitments.stationed import from_stationed
from zusage.reading.commitments.staying import from_staying
from zusage.reading.context import Context
from zusage.reading.contributions import contributions_in
from zusage.reading.lexicon import Promise, Sense, words
from zusage.reading.operators import climb, predicate_promise
from zusage.reading.speech import Said
from zusage.reading.theme import is_leading, main_measure, opens_on_training

GIVING = frozenset({"give", "join", "join-not", "withdraw", "freeze", "receive", "deliver"})
FORWARD = frozenset({Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.CONCRETE})
OTHERS = frozenset({"position", "expect", "deny", "ask", "consult", "none"})
"""Classes of verbs over a noun of promise that make it somebody else's affair: "fordert Zusagen"."""


def find_commitments(context: Context, said: Sequence[Said | None]) -> tuple[Candidate, ...]:
    """Find the candidates of a report, in its order."""
    taught = opens_on_training(context)
    main = "training" if taught else main_measure(context)
    leads = taught or (main is not None and (main == context.task or is_leading(context, main)))
    memory = Memory(main=main, leads=leads)
    memories: dict[int, Memory] = {}
    found: list[Candidate] = []
    sentence = -1
    for index, clause in enumerate(context.clauses):
        if context.is_hidden(clause):
            continue
        if clause.sentence != sentence:
            memories[sentence] = memory.copy()
            sentence = clause.sentence
        case = Case(context, index, climb(context, index), context.sense(index), said[index], memory)
        if clause.verb is None or _is_line(
            context, clause
        ):  # "Soldiers? …", "Zu Truppen: …": the next sentence takes it up
            found.extend(from_listing(case))
            found.extend(from_colon(case, [c for c in found if c.clauses[0] == clause.parent]))
            memory.note(contributions_in(context, clause.phrases), clause.sentence)
        else:
            candidates = list(from_arrived(case)) or list(_of_clause(case)) or _in_passing(case)
            found.extend(from_mediation(case))
            _remember(case, candidates)
            found.extend(candidates)
    memories[sentence] = memory.copy()
    found.extend(tuple(from_gaps(context, found)))
    found.extend(tuple(from_alike(context, found)))
    found.extend(tuple(from_stationed(context, said, found)))
    origins = tuple(from_origins(context, said, found))
    found = [*without_whole(found, origins), *origins]
    pairs = without_parts(without_told(tuple(from_pairs(context, said, found, memories)), found), origins)
    also = tuple(from_likewise(context, said, found))
    found = [*without_bare(found, also), *also]
    return (*without_replaced(context, found, pairs), *pairs, *from_places(context, found))


def _is_line(context: Context, clause: Clause) -> bool:
    """Say whether a clause is a line of a list that a participle closes: "Kanada: 40 Millionen, vom Kabinett gebilligt"."""
    if clause.verb is None or clause.verb.finite is not None or clause.kind != ClauseKind.MAIN:
        return False
    return any(context.tokens[i].text == ":" for i in range(clause.start, min(clause.start + COLON_WITHIN, clause.end)))


def _remember(case: Case, candidates: Sequence[Candidate]) -> None:
    sentence = case.clause.sentence
    case.memory.note([c.contribution for c in candidates if not c.from_context], sentence)
    case.memory.count([c.contribution for c in candidates], sentence)
    if candidates:
        case.memory.refs = tuple({c.actor.actor: c.actor for c in candidates}.values())
        case.memory.given_away |= any(c.contribution.rule == "handed over" for c in candidates)
    case.memory.name([c for c in contributions_in(case.context, case.clause.phrases) if c.rule == "noun"], sentence)
    forward = [c.firmness for c in candidates if c.firmness in FORWARD]
    if forward:
        case.memory.firmness = forward[0]
    if candidates:
        case.memory.newest, case.memory.denied = candidates[0].firmness, case.clause.negation is not None


def _in_passing(case: Case) -> list[Candidate]:
    """What an English clause names though it tells of something else: "Canada's contribution of 300 soldiers was welcomed"."""
    told = case.context.analysis.language == "en" and case.chain.blocked is None
    return list(from_passing(case)) if told and not _is_denial(case.context, case.clause) else []


def _of_clause(case: Case) -> Iterator[Candidate]:
    if case.chain.blocked is not None or _is_denial(case.context, case.clause):
        return
    mandated = list(from_mandate(case))
    if mandated:
        yield from mandated
        return
    if shares := list(from_share(case)) or list(from_part(case)) or list(from_rest(case)) or list(from_hanging(case)):
        yield from shares
        return
    noun = promise_phrase(case)
    told = case.sense is not None and (case.sense.kind in OTHERS or case.sense.own_measure)
    if noun is not None and not told:  # "den Rückzug überwachen" is monitoring, no withdrawal
        found = list(from_noun(case, *noun)) or list(
            from_composition(case)
        )  # "The Peruvian offer includes six helicopters"
        yield from found
        taken = bool(found) and noun[1] in _content(case)
        if not _is_signed(case, noun[0]) and _is_told_by_noun(case, noun[0], taken=taken, found=bool(found)):
            return  # but "signed a contract for 30 tanks" is told by the verb
    ready = predicate_promise(case.context, case.clause)
    told_by = list(from_predicate(case, ready)) if ready is not None else []
    yield from told_by
    placed = ready is not None and not told_by and (ready.kind == "state" or ready.value == "pledged")
    if ready is not None and not placed:
        return
    if case.clause.verb is not None and case.clause.verb.lemma in words("bare-verbs"):
        yield from from_bare(case)
    elif case.sense is not None:
        yield from _of_sense(case, case.sense)
    elif case.context.analysis.language == "en":
        yield from from_own_forces(case)
        yield from from_staying(case)
        yield from from_composition(case)
    else:
        yield from from_composition(case)


def _is_signed(case: Case, noun: Promise) -> bool:
    """Say whether a verb makes its noun's content firm: "signed a contract for 30 tanks"; not "signed agreements with Chad"."""
    if noun.value != "concrete" or case.sense is None or case.sense.kind != "commit":
        return False
    return bool(contributions_in(case.context, case.context.content_phrases(case.index, case.sense)))


def _content(case: Case) -> tuple[object, ...]:
    return case.context.content_phrases(case.index, case.sense) if case.sense is not None else ()


def _is_told_by_noun(case: Case, noun: Promise, *, taken: bool, found: bool) -> bool:
    """Say whether the verb beside a noun of promise has nothing to add: "machte keine Zusage"; "zeigte Interesse" has."""
    sense = case.sense
    if sense is None or sense.kind not in ("give", "commit") or taken:
        return True
    idle = not found and noun.kind == "idea" and sense.kind == "commit" and sense.value == Firmness.CONSIDERING
    return not idle and any(n.kind == "obj" for n in sense.needs)


def _of_sense(case: Case, sense: Sense) -> Iterator[Candidate]:
    if sense.kind in GIVING:
        if sense.kind not in ("join", "join-not") or not _is_of_meeting(case):
            yield from from_giving(case, sense)
    elif sense.kind in ("commit", "refuse"):
        yield from from_operator(case, sense)
    elif sense.kind == "host" and sense.measure == "political":
        yield from from_hosting(case)
    elif sense.kind == "expect":
        yield from from_expected(case)
    elif sense.kind == "consult":
        yield from from_consulting(case, sense)
    elif sense.kind == "attend":
        yield from from_mission(case, sense)


def _is_denial(context: Context, clause: Clause) -> bool:
    """Say whether a sentence denies a rumour: "No, London has not promised …"."""
    start = context.analysis.sentences[clause.sentence].start
    opening = [token.lower for token in context.tokens[start : start + 4]]
    return any(one in {"no", "nein"} and other == "," for one, other in pairwise(opening))


def _is_of_meeting(case: Case) -> bool:
    """Say whether somebody joins or misses a meeting or a statement, not an effort.

    Examples: "joined by secure link"; "Chile **has not joined**", but "declined to join", "will not join".
    """
    context, clause, verb = case.context, case.clause, case.clause.verb
    if any(context.tokens[i].lower in words("remote") for i in context.own_tokens(clause)):
        return True
    english = context.analysis.language == "en" and verb is not None and verb.lemma == "join"
    bare = english and clause.negation is not None and case.chain.firmness is None
    return bare and verb is not None and verb.tense in PAST and not verb.modals
