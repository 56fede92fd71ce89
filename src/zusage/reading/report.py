"""Reading a report: from its text to statements, each with quote, trace and certainty.

The steps: furniture is marked, the text analysed, actors, dates and numbers found, every clause given a speaker; then the
grammar finds commitments, positions, meetings and attendance; last, what is said twice becomes one statement.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from zusage import __version__
from zusage.dossier import Dossier
from zusage.language.analysis import Analysis
from zusage.language.dates import DateKind, DateMention, find_dates, find_text_day
from zusage.language.furniture import NO_PROSE, mark_furniture
from zusage.language.numbers import find_quantities
from zusage.language.registry import LANGUAGES, analyse
from zusage.model.quote import Quote, Span
from zusage.model.report import Furniture, Reader, Reading, Report
from zusage.model.statement import Attendance, Commitment, Condition, Meeting, Position, TraceStep
from zusage.model.values import Authority, ConditionType, Firmness, Stance, Voice
from zusage.reading.actors import ActorRef, find_mentions, resolve
from zusage.reading.actors.mention import MentionKind, Use
from zusage.reading.apart import is_apart
from zusage.reading.attendance import find_attendance
from zusage.reading.bygone import is_bygone
from zusage.reading.certainty import certainty, is_kept_back, is_ruled
from zusage.reading.commitments import Candidate, find_commitments
from zusage.reading.compiled import gazetteer_of, vocabulary
from zusage.reading.context import Context
from zusage.reading.credit import find_credit
from zusage.reading.currencies import carry_over, own_dollars, settle_currencies, without_conversions
from zusage.reading.effort import weigh_efforts
from zusage.reading.features import of_candidate, of_opinion
from zusage.reading.followups import add_followups
from zusage.reading.guesses import amount_of, for_the_effort, without_second_guesses
from zusage.reading.learned import learned_fingerprint
from zusage.reading.lexicon import load_lexicon, words
from zusage.reading.meetings import find_meetings
from zusage.reading.meetings.ruled import ruled_meetings
from zusage.reading.money_purpose import money_purpose
from zusage.reading.overall import POOL, Beside, Example, Whole, examples_of, settle
from zusage.reading.pairs.judgement import Judge, Judged
from zusage.reading.pairs.pairing import Scene
from zusage.reading.pairs.statements import LEAST_SHOWN, learned_candidates
from zusage.reading.pairs.sureness import Key
from zusage.reading.pairs.weights import Linear, Weights
from zusage.reading.parties import DOES_THE_SAME
from zusage.reading.positions import Opinion, find_positions
from zusage.reading.publisher import find_publisher, with_publisher
from zusage.reading.quantities import only_quantity
from zusage.reading.recipients import main_recipient, named_recipient
from zusage.reading.said_on import Occasion, occasion, said_on
from zusage.reading.sieve import Sifted, sift
from zusage.reading.speech import Said, attribute
from zusage.reading.spending import add_purposes
from zusage.reading.sums import Origin, open_amounts, origin_of, with_likely_amounts
from zusage.reading.sums.signs import Option as Amount
from zusage.reading.tellers import LIKELY, Teller, slug_of, teller_of
from zusage.reading.tellers.ruled import Ruled, told_by
from zusage.reading.tellers.signs import Option, options_of
from zusage.reading.terms import Around, likely_terms, look_around
from zusage.reading.terms.signs import Term, terms_of
from zusage.reading.theme import task_of_people
from zusage.reading.topics import TOPIC_OF_MEASURE

NAME = "zusage-grammar"

LEAST_OF_OTHERS = 0.6
"""How sure a contribution of whom the report is on has to be not to pass for one to himself."""

AGAINST = frozenset({Firmness.REJECTED, Firmness.WITHHELD, Firmness.CONSIDERING, Firmness.WITHDRAWN})
"""Firmness of what somebody does not give, or not yet."""
PROPOSING = frozenset({"verb propose", "verb vorschlagen", "verb put forward", "verb float", "verb moot"})
"""Rules by which a verb of proposing makes an offer."""
OF_SHARES = frozenset({"money", "noun", "general noun"})
"""Rules by which the words name what somebody gives as an own share."""


def read_report(
    report: Report, dossier: Dossier, *, keep_all: bool = False, rules_only: bool = False, whole: bool = False
) -> Reading:
    """Read a report against a dossier.

    What by its words is about something else, a report or sentences of it, is passed over, and a note says so, unless the
    report is to be read ``whole``.
    ``keep_all`` keeps statements whose certainty is under the threshold too, and reads every report; ``rules_only`` leaves
    out what only the learned judgement of pairs found. The reading's report carries what its text
    adds: marked furniture, the credited agency, the day that the text gives itself.
    """
    report = _completed(report)
    sifted = _sifted(report, dossier, whole=keep_all or whole)
    notes = (sifted.note,) if sifted.note else ()
    if sifted.is_passed_over:
        return Reading(report=report, reader=reader(dossier), notes=notes)
    scene = _scene(report, dossier, unread=sifted.unread)
    found = _find(Judge(scene), dossier, sifted.score, least=LEAST_SHOWN if keep_all else POOL, rules_only=rules_only)
    commitments, positions = settle(found.whole, found.commitments, found.positions)
    commitments = [c for c in commitments if keep_all or not is_kept_back(c)]
    if not rules_only:
        commitments = with_likely_amounts(scene.context, commitments, found.origins)
    return Reading(
        report=scene.context.report,
        commitments=tuple(commitments),
        positions=tuple(p for p in positions if keep_all or not is_kept_back(p)),
        meetings=found.meetings,
        attendance=found.attendance,
        reader=reader(dossier),
        notes=notes,
    )


TURNS = frozenset(
    {
        (Firmness.PLEDGED, Firmness.WITHDRAWN),
        (Firmness.SIGNALLED, Firmness.WITHDRAWN),
        (Firmness.PLEDGED, Firmness.CONCRETE),
    }
)
"""What may become of a contribution in the course of a report."""

NEXT = 150
"""Characters from what is told of a contribution to what has become of it, told in the next sentence."""


@dataclass(frozen=True, slots=True)
class _Findings:
    """The statements of a report before it is known how sure each is, what the report is as a whole, and what each was made of."""

    commitments: Sequence[Commitment]
    positions: Sequence[Position]
    meetings: tuple[Meeting, ...]
    attendance: tuple[Attendance, ...]
    whole: Whole
    origins: Mapping[Origin, Candidate]


def _find(judge: Judge, dossier: Dossier, relevance: float, *, least: float, rules_only: bool = False) -> _Findings:
    """Find a report's statements; learned ones from how much their own words speak for them."""
    scene = judge.scene
    context, said, candidates = scene.context, scene.said, scene.candidates
    judged = judge.judge(ruled_features(scene))
    learned = () if rules_only else add_followups(context, learned_candidates(judge, judged, least=least))
    learned = tuple(one for one in learned if not is_apart(context, one))
    meetings = find_meetings(context, rules_only=rules_only)
    around = None if rules_only else look_around(context, (*candidates, *learned))
    setting = _Setting(scene.recipient, occasion(context, meetings), judged, relevance, said, rules_only, around)
    made = [(c, _of_own_share(_commitment(context, c, setting))) for c in (*candidates, *learned)]
    origins = {origin_of(one): candidate for candidate, one in reversed(made) if one.quantity is None}
    commitments = _merge_commitments([for_the_effort(one, context.money_is_for) for _, one in made])
    commitments = [replace(c, recipient=None) if _is_anothers(c, dossier) else c for c in commitments]
    commitments = [c for c in commitments if not _is_idle(c, dossier, context) and not is_bygone(context, c)]
    commitments = without_second_guesses(commitments)
    opinions = [_position(context, o, setting) for o in find_positions(context, said, candidates)]
    positions = _merge(opinions, _position_key, _better)
    commitments = [
        c
        for c in commitments
        if not any(_is_same_proposal(c, p) if is_ruled(c) else _is_opinion_of(c, p) for p in positions)
    ]
    givers = frozenset(candidate.actor.actor for candidate in candidates)
    attendance = find_attendance(context, meetings, () if rules_only else said, givers)
    beside = Beside(
        told=Counter((one.actor, str(one.stance)) for one in opinions),
        attending=frozenset(one.actor for one in attendance),
        meets=bool(meetings),
        relevance=relevance,
    )
    whole = Whole(judge, commitments, positions, beside)
    return _Findings(commitments, positions, meetings, attendance, whole, origins)


def signs_of(
    report: Report, dossier: Dossier, *, weights: Weights | None = None, efforts: Mapping[str, Linear] | None = None
) -> list[Example]:
    """The statements of a report that are looked at, with their signs, as examples for learning.

    ``weights``, ``efforts``: those of pairs and of what money is for, others than the packaged ones for reports that these know.
    """
    report = _completed(report)
    sifted = _sifted(report, dossier, whole=False)
    if sifted.is_passed_over:
        return []
    scene = _scene(report, dossier, unread=sifted.unread, efforts=efforts)
    return examples_of(_find(Judge(scene, weights), dossier, sifted.score, least=POOL).whole)


def tellings_of(report: Report, dossier: Dossier) -> list[tuple[Commitment, Ruled, list[Option]]]:
    """The contributions of a report before any are joined, who says each by the rules, and who may: examples for learning."""
    scene, every, setting = _by_rules(report, dossier)
    found = []
    for candidate in every:
        told = told_by(scene.context, candidate, scene.said)
        options = options_of(scene.context, candidate, scene.said, told)
        found.append((_commitment(scene.context, candidate, setting), told, options))
    return found


def terms_told(report: Report, dossier: Dossier) -> list[tuple[Commitment, list[Term]]]:
    """The contributions of a report before any are joined, by the rules, and what each may hang on: examples for learning."""
    scene, every, setting = _by_rules(report, dossier)
    around = look_around(scene.context, every)
    return [
        (_commitment(scene.context, one, setting), list(terms_of(scene.context, one, around)))
        for one in every
        if one.firmness not in _HANGING_ON_NOTHING
    ]


def _by_rules(report: Report, dossier: Dossier) -> tuple[Scene, Sequence[Candidate], _Setting]:
    """A report with all contributions that are looked at, and how they are told where nothing but rules tells it."""
    scene = set_scene(report, dossier)
    judge, meetings = Judge(scene), ruled_meetings(scene.context)
    judged = judge.judge(ruled_features(scene))
    learned = add_followups(scene.context, learned_candidates(judge, judged, least=POOL))
    setting = _Setting(scene.recipient, occasion(scene.context, meetings), judged, 0.0, scene.said, rules_only=True)
    return scene, (*scene.candidates, *learned), setting


def amounts_of(report: Report, dossier: Dossier) -> list[tuple[Commitment, list[Amount]]]:
    """The contributions of a report that are looked at, with the amounts that each without one may have: examples for learning."""
    scene = set_scene(report, dossier)
    found = _find(Judge(scene), dossier, 0.0, least=POOL)
    commitments, _ = settle(found.whole, found.commitments, found.positions)
    return open_amounts(scene.context, commitments, found.origins)


def _is_opinion_of(commitment: Commitment, position: Position) -> bool:
    """Say whether what was learned as a contribution is what its actor thinks of others': "Peru spoke in favour of **sanctions**".

    Only of what the grammar reads as a position on the same thing, in the same words, or as a demand in no other words ("Peru
    called for **debt relief**"). Who refuses his own may be against all of it.
    """
    if commitment.firmness in AGAINST or commitment.actor != position.actor:
        return False
    one, other = commitment.quote, position.quote
    if position.stance is Stance.DEMANDS:
        return other.start <= one.start and one.end <= other.end
    return (
        TOPIC_OF_MEASURE.get(commitment.measure) == position.topic and one.start < other.end and other.start < one.end
    )


def _is_same_proposal(commitment: Commitment, position: Position) -> bool:
    """Say whether the same words tell what somebody proposes for all, and gives nothing: "Togo **proposed** a levy"."""
    if position.stance is not Stance.DEMANDS or commitment.actor != position.actor:
        return False
    if commitment.quote.start >= position.quote.end or position.quote.start >= commitment.quote.end:
        return False
    offered = next((step.rule for step in commitment.trace if step.field == "firmness"), "")
    return offered in PROPOSING and any(s.field == "stance" and s.rule == offered for s in position.trace)


def _sifted(report: Report, dossier: Dossier, *, whole: bool) -> Sifted:
    if report.language not in LANGUAGES:  # an error further on
        return Sifted(0.0)
    return sift(report, vocabulary(report.language, dossier), whole=whole)


def set_scene(report: Report, dossier: Dossier, *, rules: bool = True) -> Scene:
    """Everything that the judgement of pairs looks at: the report analysed, attributed, with what the rules found (or not)."""
    return _scene(_completed(report), dossier, rules=rules)


def _scene(
    report: Report,
    dossier: Dossier,
    *,
    rules: bool = True,
    unread: Sequence[Span] = (),
    efforts: Mapping[str, Linear] | None = None,
) -> Scene:
    context = prepare(report, dossier, unread=unread, efforts=efforts)
    said = attribute(context)
    found = find_commitments(context, said) if rules else ()
    ruled = [one for one in found if not is_apart(context, one)]
    candidates = add_followups(context, add_purposes(context, ruled)) if rules else ()
    return Scene(context, said, candidates, main_recipient(context, dossier.recipient))


def ruled_features(scene: Scene) -> dict[Key, frozenset[str]]:
    """What the rules have in a report, by actor and measure, with the features of the first candidate."""
    found: dict[Key, frozenset[str]] = {}
    for candidate in scene.candidates:
        key = (candidate.actor.actor, candidate.contribution.measure)
        if key not in found:
            found[key] = of_candidate(scene.context, candidate)
    return found


def _is_anothers(commitment: Commitment, dossier: Dossier) -> bool:
    """Say whether what somebody gives goes to others than himself, whom the report names most: a sum or number that a rule found.

    "Peru … Peru … Peru will contribute 2 million dollars to a relief effort": whom the report is on gives it somebody not named.
    """
    if commitment.actor != commitment.recipient or commitment.actor == dossier.recipient or not is_ruled(commitment):
        return False
    return commitment.quantity is not None and (commitment.certainty or 0.0) >= LEAST_OF_OTHERS


def _is_idle(commitment: Commitment, dossier: Dossier, context: Context) -> bool:
    """Say whether an actor gives to itself, or the dossier's adversary to its recipient: no contribution to the effort.

    What the adversary gives nobody in particular is none where the report names the dossier's recipient at all.
    """
    if commitment.actor != dossier.adversary:
        return commitment.actor == commitment.recipient
    if commitment.recipient is None:
        return any(mention.actor == dossier.recipient for mention in context.who.mentions)
    return commitment.recipient in (commitment.actor, dossier.recipient)


def _of_own_share(commitment: Commitment) -> Commitment:
    """An own share in a common effort goes to nobody else: "Senegal steuert selbst 40 Millionen Euro bei" (codebook: null).

    Only an amount that a verb of giving has somebody as its subject for is one; else it is read as done to him.
    """
    rules = {step.field: step.rule for step in commitment.trace}
    shared = rules["actor"] == "subject" and rules["measure"] in OF_SHARES and commitment.quantity is not None
    own = commitment.actor == commitment.recipient and shared and rules["firmness"].startswith("verb ")
    return replace(commitment, recipient=None) if own else commitment


def reader(dossier: Dossier) -> Reader:
    """The name, version and fingerprint of this reader with a dossier: code version, lexicons, dossier."""
    lexicons = (load_lexicon("de").fingerprint, load_lexicon("en").fingerprint)
    parts = (*lexicons, learned_fingerprint(), dossier.fingerprint)
    return Reader(NAME, __version__, hashlib.sha256(":".join(parts).encode()).hexdigest()[:16])


def prepare(
    report: Report, dossier: Dossier, *, unread: Sequence[Span] = (), efforts: Mapping[str, Linear] | None = None
) -> Context:
    """Analyse a report but for some runs: everything the grammar looks at; ``efforts``: other weights for what money is for."""
    readable = _readable(report, unread)
    read = analyse(readable, report.language)
    on = date.fromisoformat(report.published_on) if report.published_on else None
    gazetteer = gazetteer_of(dossier)
    mentions = find_mentions(read, gazetteer, on)  # not in what is not analysed: no token stands there
    analysis = replace(read, text=report.text)
    hidden = _hidden(analysis, report.furniture)
    dates = find_dates(readable, report.language, on)
    who = resolve(analysis, mentions, on, gazetteer=gazetteer)
    publisher = find_publisher(who, report, gazetteer, on)
    states = frozenset(m.char_end for m in mentions if m.kind == MentionKind.STATE and m.use == Use.NAME)
    quantities = find_quantities(readable, report.language, taken=_taken(dates), givers=states)
    context = Context(
        report=report,
        analysis=analysis,
        lexicon=load_lexicon(report.language),
        who=with_publisher(who, publisher),
        quantities=carry_over(
            without_conversions(
                settle_currencies(own_dollars(quantities, {ref.actor for ref in publisher}), mentions, analysis.tokens),
                readable,
            ),
            readable,
        ),
        dates=dates,
        hidden=hidden,
        unread=len(unread),
        adversary=dossier.adversary,
        publisher=publisher,
    )
    context.task = task_of_people(context)
    if efforts is not None:
        context.efforts = weigh_efforts(context, efforts)
    context.money_is_for = money_purpose(context)
    return context


def _readable(report: Report, unread: Sequence[Span]) -> str:
    """The text with blanks for what is not analysed, no prose among it: that takes most time, and gives nothing."""
    prose = report.text
    blanks = sorted((*unread, *(one.span for one in report.furniture if one.rule == NO_PROSE)))
    parts, at = [], 0
    for span in blanks:
        parts += [prose[at : span.start], " " * (span.end - max(at, span.start))]
        at = max(at, span.end)
    return "".join((*parts, prose[at:]))


def _hidden(analysis: Analysis, furniture: Sequence[Furniture]) -> frozenset[int]:
    """The tokens that begin in furniture."""
    starts = [token.start for token in analysis.tokens]
    runs = (range(bisect_left(starts, f.span.start), bisect_left(starts, f.span.end)) for f in furniture)
    return frozenset(i for run in runs for i in run)


def _taken(dates: Sequence[DateMention]) -> tuple[tuple[int, int], ...]:
    """Runs whose numbers count nothing: days, times, durations."""
    return tuple((d.start, d.end) for d in dates if d.kind in (DateKind.DATE, DateKind.TIME, DateKind.DURATION))


def _completed(report: Report) -> Report:
    """Add what the text says of itself; what metadata say wins."""
    furniture = report.furniture or mark_furniture(report.text, report.language)
    credit = report.credit or find_credit(report.text, report.language)
    published_on, how = report.published_on, report.published_how
    if published_on is None:
        day = find_text_day(report.text, report.language)
        if day is not None and day.first is not None and day.first == day.last:
            published_on, how = day.first.isoformat(), "text"
    return replace(report, furniture=furniture, credit=credit, published_on=published_on, published_how=how)


# --- commitments -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the report as a whole gives its statements."""

    recipient: str | None
    occasion: Occasion
    judged: Mapping[Key, Judged]
    relevance: float
    said: Sequence[Said | None]
    rules_only: bool = False
    around: Around | None = None


_HANGING_ON_NOTHING = frozenset({Firmness.DELIVERED, Firmness.REJECTED})
"""What it hung on has been met; and who refuses "until" something considers it (codebook, section 2)."""


def _commitment(context: Context, candidate: Candidate, setting: _Setting) -> Commitment:
    actor = candidate.actor.actor
    if candidate.firmness == Firmness.DELIVERED:  # what it hung on has been met: "are deployed under a UN mandate"
        candidate = replace(candidate, conditions=())
    elif setting.around is not None and candidate.firmness not in _HANGING_ON_NOTHING:
        likely = likely_terms(context, candidate, setting.around)
        candidate = replace(candidate, conditions=(*candidate.conditions, *likely))
    quote = context.quote_clauses(candidate.clauses)
    recipient = named_recipient(context, candidate.clauses, actor) or setting.recipient
    quantity = candidate.contribution.quantity
    told = candidate.firmness not in (Firmness.WITHHELD, Firmness.REJECTED) and candidate.party.rule != DOES_THE_SAME
    if quantity is None and told:
        clause = context.clauses[candidate.clauses[0]]
        quantity = only_quantity(context, clause, candidate.contribution.measure, candidate.party.phrase)
    if quantity is not None and candidate.shared:
        quantity = replace(quantity, shared=True)
    teller = teller_of(context, candidate, setting.said, rules_only=setting.rules_only)
    return Commitment(
        actor=actor,
        measure=candidate.contribution.measure,
        firmness=candidate.firmness,
        quote=quote,
        speaker=teller.speaker,
        recipient=recipient,
        conditions=tuple(_of_recipient(c, recipient, actor) for c in candidate.conditions),
        quantity=quantity,
        said_on=said_on(context, candidate.clauses, candidate.said, setting.occasion),
        authority=_authority(teller.said or candidate.said, candidate.actor),
        voice=candidate.said.voice if candidate.said is not None else Voice.OWN,
        evidence=_evidence(context, candidate),
        trace=_trace(context, candidate, quote, teller),
        certainty=setting.judged[actor, candidate.contribution.measure].certainty,
    )


def _of_recipient(condition: Condition, recipient: str | None, actor: str) -> Condition:
    """What the recipient has to do is no support of a contributor: "if Chad makes hangars available".

    A state's leave is the host's where it is the recipient, and somebody's support else: "if Berlin approves the export".
    """
    if condition.type == ConditionType.HOST_REQUEST and condition.of is not None:
        if condition.of == actor:  # "requires approval by its own cabinet"
            return replace(condition, type=ConditionType.OTHER, of=None)
        return replace(condition, of=None) if condition.of == recipient else _support(condition)
    own = condition.type == ConditionType.SUPPORT and condition.of is not None and condition.of == recipient
    return replace(condition, type=ConditionType.OTHER, of=None) if own else condition


def _support(condition: Condition) -> Condition:
    if condition.of == "us":
        return replace(condition, type=ConditionType.US_SUPPORT, of=None)
    return replace(condition, type=ConditionType.SUPPORT)


def _authority(said: Said | None, actor: ActorRef) -> Authority | None:
    ref = (said.speaker_for(actor.actor) if said is not None else None) or actor
    if said is None:
        return Authority(ref.authority) if ref.authority else Authority.OUTLET
    if ref.actor != actor.actor:
        return Authority.THIRD_PARTY
    unnamed = Authority.OFFICIAL if said.speakers and not ref.actor.startswith("person:") else None
    return Authority(ref.authority) if ref.authority else unnamed


def _evidence(context: Context, candidate: Candidate) -> dict[str, tuple[Quote, ...]]:
    found: dict[str, tuple[Quote, ...]] = {}
    if candidate.party.phrase is not None:
        found["actor"] = (context.quote_phrase(candidate.party.phrase),)
    if candidate.contribution.phrase is not None:
        found["measure"] = (context.quote_phrase(candidate.contribution.phrase),)
    verb = context.clauses[candidate.clauses[0]].verb
    if verb is not None:
        found["firmness"] = tuple(context.quote(i, i + 1) for i in verb.tokens)
    conditions = tuple(c.quote for c in candidate.conditions if c.quote is not None)
    if conditions:
        found["conditions"] = conditions
    return found


def _trace(context: Context, candidate: Candidate, quote: Quote, teller: Teller) -> tuple[TraceStep, ...]:
    phrase, party = candidate.contribution.phrase, candidate.party
    said = teller.said
    verb = context.clauses[candidate.clauses[0]].verb
    steps = [
        TraceStep("actor", party.rule, context.quote_phrase(party.phrase) if party.phrase is not None else None),
        TraceStep("measure", candidate.contribution.rule, context.quote_phrase(phrase) if phrase is not None else None),
        TraceStep(
            "firmness",
            " under ".join((candidate.rule, *candidate.operator_rules)),
            context.quote(verb.head, verb.head + 1) if verb is not None else quote,
        ),
    ]
    if said is not None or teller.rule == LIKELY:
        words_of = context.quote(said.start, said.end) if said is not None else None
        steps.append(TraceStep("speaker", teller.rule, words_of))
    steps.extend(TraceStep("conditions", c.type.value, c.quote) for c in candidate.conditions)
    return tuple(steps)


def _commitment_key(statement: Commitment) -> Hashable:
    """One contribution: an actor's measure, what is done apart from what is to come, and each stated amount apart."""
    return (statement.actor, statement.measure, statement.firmness == Firmness.DELIVERED)


def _merge_commitments(found: Sequence[Commitment]) -> list[Commitment]:
    """Make one of statements about one contribution, in the order of the first.

    Two different amounts are two contributions; a statement without an amount goes with the one that has one.
    """
    kept: dict[Hashable, list[Commitment]] = {}
    for statement in found:
        same = kept.setdefault(_commitment_key(statement), [])
        for i, other in enumerate(same):
            if (
                other.quantity is None
                or statement.quantity is None
                or amount_of(other.quantity) == amount_of(statement.quantity)
            ) and not _is_instead(other, statement):
                same[i] = _better_commitment(other, statement)
                break
        else:
            same.append(statement)
    return [statement for same in kept.values() for statement in same]


def _is_instead(one: Commitment, other: Commitment) -> bool:
    """Say whether something is given in place of what was refused: "liefert keine Waffen und gibt **stattdessen** Helme"."""
    if one.firmness is not Firmness.REJECTED or other.firmness in AGAINST or other.quantity is None:
        return False
    near = 0 <= other.quote.start - one.quote.end < NEXT
    return near and not words("instead").isdisjoint(other.quote.exact.lower().split())


def _better_commitment(one: Commitment, other: Commitment) -> Commitment:
    """Of two statements of one contribution keep the surer, with the conditions of both and whoever speaks for it."""
    best, rest = (one, other) if (one.certainty or 0) >= (other.certainty or 0) else (other, one)
    kinds = {(c.type, c.of) for c in best.conditions}
    more = tuple(c for c in rest.conditions if (c.type, c.of) not in kinds)
    if best.conditions:
        more = tuple(c for c in more if c.type != ConditionType.OTHER)
    joined = replace(
        best,
        conditions=(*best.conditions, *more),
        quantity=best.quantity or rest.quantity,
        firmness=_in_the_end(best, rest),
    )
    return _with_person(joined, rest)


def _in_the_end(best: Commitment, rest: Commitment) -> Firmness:
    """How firm a contribution is that is told twice: what has become of it, told later, counts.

    "Chad had promised observers. On Friday **it withdrew the offer**."; "Peru will send 40 soldiers. **The cabinet agreed to the
    deployment.**"
    """
    if not 0 < rest.quote.start - best.quote.end < NEXT or not is_ruled(rest):
        return best.firmness
    turned = (best.firmness, rest.firmness)
    return rest.firmness if turned in TURNS else best.firmness


Told = TypeVar("Told", Commitment, Position)


def _with_person(best: Told, rest: Told) -> Told:
    """Take over who speaks for the actor where only the other statement names somebody, or says that the actor does."""
    if best.speaker not in (None, best.actor) or rest.speaker in (None, best.speaker):
        return best
    if rest.authority == Authority.THIRD_PARTY:
        return best
    return replace(best, speaker=rest.speaker, authority=rest.authority, said_on=best.said_on or rest.said_on)


# --- positions ---------------------------------------------------------------------------------------------------


def _position(context: Context, opinion: Opinion, setting: _Setting) -> Position:
    quote = context.quote_clauses(opinion.clauses)
    said = opinion.said
    ref = (said.speaker_for(opinion.actor.actor) if said is not None else None) or opinion.actor
    speaker = slug_of(context, ref)
    return Position(
        actor=opinion.actor.actor or "group:unknown",
        stance=opinion.stance,
        topic=opinion.topic,
        quote=quote,
        speaker=speaker,
        said_on=said_on(context, opinion.clauses, said, setting.occasion),
        aim=opinion.aim,
        addressee=opinion.addressee,
        authority=_authority(said, opinion.actor),
        voice=said.voice if said is not None else Voice.OWN,
        trace=(TraceStep("stance", opinion.rule, quote),),
        certainty=certainty("position", of_opinion(context, opinion, setting.relevance)),
    )


def _position_key(statement: Position) -> Hashable:
    return (statement.actor, statement.stance, statement.topic)


def _better(one: Position, other: Position) -> Position:
    best, rest = (one, other) if (one.certainty or 0) >= (other.certainty or 0) else (other, one)
    return _with_person(best, rest)


# --- merging -----------------------------------------------------------------------------------------------------

Found = TypeVar("Found", bound=Position)


def _merge(
    found: Sequence[Found], key: Callable[[Found], Hashable], better: Callable[[Found, Found], Found]
) -> list[Found]:
    """Make one of statements that say the same; in the order of the first."""
    kept: dict[Hashable, Found] = {}
    for statement in found:
        name = key(statement)
        kept[name] = better(kept[name], statement) if name in kept else statement
    return list(kept.values())


def positions_of(report: Report, dossier: Dossier) -> list[tuple[tuple[str, str], frozenset[str]]]:
    """The positions that the rules find in a report, as examples for learning: actor and stance, features."""
    scene = set_scene(report, dossier)
    relevance = _sifted(scene.context.report, dossier, whole=True).score
    found = find_positions(scene.context, scene.said, scene.candidates)
    return [((each.actor.actor, str(each.stance)), of_opinion(scene.context, each, relevance)) for each in found]
