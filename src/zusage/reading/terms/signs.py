"""What speaks for each condition that a contribution may have: the features of `likely`.

For each type of condition the clauses around a contribution are places that may tell it: "Togo gives tents. **Parliament has yet to
vote on it.**" A place has signs of where it stands, whom it names, its words and form; the contribution as a whole has signs of
how firm it is, what the rules say that it hangs on, and what others in the report hang on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from zusage.language.analysis import Clause, Link, Pos, Tense
from zusage.model.records import record
from zusage.model.values import ConditionType
from zusage.reading.certainty import LEARNED
from zusage.reading.commitments import Candidate
from zusage.reading.conditions import typed
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated

BACK, ON = 3, 2
"""Sentences before and behind a contribution in which its condition may stand."""
FAR, MANY = 4, 3
"""Sentences and givers from which on it makes no difference how many there are."""

OTHER: Final = str(ConditionType.OTHER)
TYPES: Final = tuple([str(kind) for kind in ConditionType if kind is not ConditionType.US_SUPPORT])

_DONE = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_HANGING = frozenset({Link.CONDITION, Link.TIME})
_CONTENT = frozenset({Pos.NOUN, Pos.VERB, Pos.ADJ, Pos.PROPN})
_WITHIN = frozenset({"first", "own", "child", "below"})
"""Where a clause stands that is the contribution's own or hangs on it."""


@record(frozen=True, slots=True)
class Place:
    """A clause that may tell a condition, with what speaks for it."""

    clause: int
    features: tuple[str, ...]


@record(frozen=True, slots=True)
class Term:
    """A type of condition that a contribution may have: what speaks for it in all, and the places that may tell it."""

    kind: str
    whole: tuple[str, ...]
    places: tuple[Place, ...]


@record(frozen=True, slots=True)
class Around:
    """What the report's contributions are: clause → whose they tell, sentence → whose, type of condition → what hangs on it."""

    owners: dict[int, frozenset[str]]
    givers: dict[int, frozenset[str]]
    hanging: dict[str, tuple[Candidate, ...]]


@record(frozen=True, slots=True)
class _Hinge:
    """A clause with a cue, or with a word that tells a type: all of it that does not depend on the contribution."""

    clause: int
    sentence: int
    hangs: bool
    types: frozenset[str]
    cues: tuple[str, ...]
    signs: tuple[str, ...]
    lemmas: tuple[str, ...]
    actors: frozenset[str]
    subject: frozenset[str]


def kind_of(kind: ConditionType) -> str:
    """A type as it is learned: support of the United States is support."""
    return str(ConditionType.SUPPORT if kind is ConditionType.US_SUPPORT else kind)


def look_around(context: Context, every: Sequence[Candidate]) -> Around:
    """Look up once what the contributions of a report are."""
    owners: dict[int, set[str]] = {}
    givers: dict[int, set[str]] = {}
    hanging: dict[str, list[Candidate]] = {}
    for one in every:
        for index in one.clauses:
            owners.setdefault(index, set()).add(one.actor.actor)
        givers.setdefault(_sentence(context, one), set()).add(one.actor.actor)
        for kind in {kind_of(condition.type) for condition in one.conditions}:
            hanging.setdefault(kind, []).append(one)
    return Around(
        {index: frozenset(actors) for index, actors in owners.items()},
        {sentence: frozenset(actors) for sentence, actors in givers.items()},
        {kind: tuple(found) for kind, found in hanging.items()},
    )


def terms_of(context: Context, candidate: Candidate, around: Around, kinds: Sequence[str] = TYPES) -> Iterator[Term]:
    """Yield each type of condition that a contribution may have: one that a clause near it, the rules or another one tells."""
    here = _sentence(context, candidate)
    sentences = range(max(0, here - BACK), min(len(context.analysis.sentences), here + ON + 1))
    near = [hinge for number in sentences for hinge in _hinges(context, number) if _may_tell(hinge, kinds)]
    if not near and not around.hanging:
        return
    ruled = {kind_of(condition.type) for condition in candidate.conditions}
    placed = [
        (hinge, where := _where(context, candidate, hinge), _beside(context, candidate, hinge, where, around))
        for hinge in near
    ]
    common = tuple(_common(context, candidate, ruled))
    taken = {hinge.clause: _taken(context, candidate, hinge.clause) for hinge in near} if ruled else {}
    for kind in kinds:
        places = []
        for hinge, where, signs in placed:
            says = "typed" if kind in hinge.types else "open" if OTHER in hinge.types else "else"
            if kind == OTHER or says == "typed" or (says == "open" and hinge.hangs and where in _WITHIN):
                places.append(
                    Place(hinge.clause, _of_place(hinge, kind, where, says, (*signs, *_as_else(taken, hinge, kind))))
                )
        shared = tuple(_of_others(context, candidate, around.hanging.get(kind, ()), kind))
        if places or shared or kind in ruled:
            whole = (*_of_whole(context, candidate, kind, ruled, common), *shared)
            yield Term(kind, whole, tuple(places))


def _sentence(context: Context, candidate: Candidate) -> int:
    return context.clauses[candidate.clauses[0]].sentence


# --- the clauses ------------------------------------------------------------------------------------------------------


def _hinges(context: Context, number: int) -> list[_Hinge]:
    """The clauses of a sentence that may tell a condition; looked up once."""
    kept: dict[int, list[_Hinge]] = context.kept.setdefault("hinges", {})
    if number not in kept:
        clauses = [(i, context.clauses[i]) for i in sorted(context.analysis.sentences[number].clauses)]
        hinges = (_hinge(context, i, clause) for i, clause in clauses if not context.is_hidden(clause))
        kept[number] = [hinge for hinge in hinges if hinge is not None]
    return kept[number]


def _may_tell(hinge: _Hinge, kinds: Sequence[str]) -> bool:
    """Say whether a clause may be a place of any of the types, wherever it stands."""
    return OTHER in kinds or not hinge.types.isdisjoint(kinds) or (hinge.hangs and OTHER in hinge.types)


def _hinge(context: Context, index: int, clause: Clause) -> _Hinge | None:
    own = tuple(context.own_tokens(clause))
    cues = {context.lemmas[i] for i in own} & words("hinge-words")
    content = [i for i in own if context.tokens[i].pos in _CONTENT]
    hangs = clause.link in _HANGING
    if not cues and not hangs and not any(_tells(context, i) for i in content):
        return None
    types = {
        kind_of(found.type) for start, end in clause.own for found in typed(context, range(start, end), start, end)
    }
    return _Hinge(
        index,
        clause.sentence,
        hangs,
        frozenset(types if len(types) == 1 else types - {OTHER}),
        tuple(sorted(cues)),
        tuple(_of_form(context, index, clause)),
        tuple(sorted({context.lemmas[i] for i in content})),
        frozenset({ref.actor for ref in context.who.actors_in(clause.start, clause.end, places=True)}),
        frozenset({ref.actor for ref in context.actors(clause.subject)}),
    )


def _tells(context: Context, i: int) -> bool:
    before = context.tokens[i - 1].lemma if i else ""
    return context.lexicon.trigger(context.tokens[i].lemma, before) is not None


def _of_form(context: Context, index: int, clause: Clause) -> Iterator[str]:
    """What kind of clause it is: a condition ("if …"), a duty ("parliament must agree"), a thing done."""
    yield f"link {clause.link.value}"
    yield f"kind {clause.kind.value}"
    if clause.marker:
        yield f"marker {clause.marker}"
    verb, sense = clause.verb, context.sense(index)
    if verb is not None:
        yield f"tense {_tense(clause)}"
        yield f"verb {verb.lemma}"
        yield f"voice {verb.voice.value}"
        yield f"sense {sense.kind if sense is not None else 'none'}"
    if is_negated(clause):
        yield "negated"
    if clause.question:
        yield "question"


def _tense(clause: Clause) -> str:
    verb = clause.verb
    if verb is None:
        return "none"
    tense = "done" if verb.tense in _DONE else verb.tense.value
    return f"{tense} {verb.mood.value} {verb.modals[0] if verb.modals else ''}"


# --- a clause beside a contribution -----------------------------------------------------------------------------------


def _where(context: Context, candidate: Candidate, hinge: _Hinge) -> str:
    """Where a clause stands: the contribution's own, hanging on it, over it, beside it, or so many sentences away."""
    clause, here = context.clauses[hinge.clause], _sentence(context, candidate)
    away = clause.sentence - here
    if away:
        same = context.paragraph_of[clause.sentence] == context.paragraph_of[here]
        return f"{away:+d} {'beside' if same else 'apart'}"
    if hinge.clause in candidate.clauses:
        return "first" if hinge.clause == candidate.clauses[0] else "own"
    if clause.parent in candidate.clauses:
        return "child"
    if not set(candidate.clauses).isdisjoint(_over(context, hinge.clause)):
        return "below"
    if hinge.clause in _over(context, candidate.clauses[0]):
        return "over"
    return "before" if clause.start < context.clauses[candidate.clauses[0]].start else "behind"


def _over(context: Context, index: int) -> Iterator[int]:
    """The clauses that a clause hangs on, from the inside to the outside."""
    up = context.clauses[index].parent
    while up is not None:
        yield up
        up = context.clauses[up].parent


def _beside(context: Context, candidate: Candidate, hinge: _Hinge, where: str, around: Around) -> tuple[str, ...]:
    """Whom a clause names and on whose contribution it hangs: "Togo sends tents, **Peru would if asked**" is not Togo's."""
    giver, here = candidate.actor.actor, _sentence(context, candidate)
    subject = "giver" if giver in hinge.subject else "other" if hinge.subject else "none"
    named = "giver" if giver in hinge.actors else "other" if hinge.actors else "nobody"
    parent = context.clauses[hinge.clause].parent
    owners = around.owners.get(hinge.clause, frozenset()) | around.owners.get(
        -1 if parent is None else parent, frozenset()
    )
    whose = "other" if owners - {giver} else "same" if owners else "nobody"
    both = "and same" if giver in owners and whose == "other" else ""
    first, last = sorted((here, hinge.sentence))
    last += hinge.sentence > here  # what stands in the clause's own sentence is nearer to it
    between = any(around.givers.get(number, frozenset()) - {giver} for number in range(first + 1, last))
    signs = (f"subject {subject}", f"names {named}", f"hangs on {whose} {both}", f"between {between}")
    return (*signs, *(f"{sign} {where}" for sign in signs))


def _taken(context: Context, candidate: Candidate, index: int) -> frozenset[str]:
    """The types that the rules tell from the words of a clause."""
    clause = context.clauses[index]
    start, end = context.tokens[clause.start].start, context.tokens[clause.end - 1].end
    told = ((condition.type, condition.quote) for condition in candidate.conditions)
    return frozenset({kind_of(kind) for kind, quote in told if quote and quote.start < end and start < quote.end})


def _as_else(taken: dict[int, frozenset[str]], hinge: _Hinge, kind: str) -> tuple[str, ...]:
    types = taken.get(hinge.clause, frozenset())
    return ("taken as it",) if kind in types else ("taken as else", f"taken as else {kind}") if types else ()


def _of_place(hinge: _Hinge, kind: str, where: str, says: str, signs: Sequence[str]) -> tuple[str, ...]:
    found = [
        f"at {where}",
        f"at {where} {says}",
        f"at {where} {says} {kind}",
        f"at {where} {kind}",
        f"says {says} {kind}",
        *hinge.signs,
        *signs,
        *(f"{says} {sign}" for sign in signs),
        *(f"word {kind} {lemma}" for lemma in hinge.lemmas),
    ]
    for cue in hinge.cues:
        found += (f"cue {cue}", f"cue {cue} {where}", f"cue {cue} {says}")
    if not hinge.cues and not hinge.hangs:
        found += ("no cue", f"no cue {where}", f"no cue {kind}")
    return tuple(found)


# --- a contribution as a whole ----------------------------------------------------------------------------------------


def _common(context: Context, candidate: Candidate, ruled: set[str]) -> Iterator[str]:
    clause = context.clauses[candidate.clauses[0]]
    yield f"firmness {candidate.firmness}"
    yield f"has {len(ruled)}"
    yield f"measure {candidate.contribution.measure}"
    yield f"tense {_tense(clause)}"
    yield f"negated {is_negated(clause)}"
    yield f"learned {candidate.rule.startswith(LEARNED)}"


def _of_whole(
    context: Context, candidate: Candidate, kind: str, ruled: set[str], common: Sequence[str]
) -> Iterator[str]:
    yield f"whole {kind}"
    yield f"whole {kind} {context.analysis.language}"
    for sign in common:
        yield f"whole {sign}"
        yield f"whole {kind} {sign}"
    if kind in ruled:
        yield "whole ruled"
        yield f"whole ruled {kind}"
        yield f"whole ruled {kind} of {len(ruled)}"
        yield f"whole ruled {candidate.firmness}"
    elif ruled:
        yield "whole ruled else"
        yield f"whole ruled else {kind}"
        yield from (f"whole ruled {one} not {kind}" for one in sorted(ruled))


def _of_others(context: Context, candidate: Candidate, hanging: Sequence[Candidate], kind: str) -> Iterator[str]:
    """What others of the report hang on by the rules: a mandate of a force holds for all who send soldiers."""
    here, giver = _sentence(context, candidate), candidate.actor.actor
    others = [one for one in hanging if one is not candidate]
    if not others:
        return
    away = min(FAR, *(abs(_sentence(context, one) - here) for one in others))
    same = "same" if any(one.actor.actor == giver for one in others) else "other"
    alike = any(one.contribution.measure == candidate.contribution.measure for one in others)
    yield f"others {kind}"
    yield f"others {away}"
    yield f"others {same} {away}"
    yield f"others alike {alike}"
    yield f"others {min(MANY, len({one.actor.actor for one in others}))}"
