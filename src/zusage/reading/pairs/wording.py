"""How firm the words of a pair are: features for the learned firmness of statements that no rule made.

The clause of the content, the clause over it and the actor's own, with tense, mood, modals, negation and words; what the
rules make of the verb's form is one feature among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Pos, VerbGroup
from zusage.model.values import Firmness
from zusage.reading.firmness import NEGATED, of_giving
from zusage.reading.operators import is_negated
from zusage.reading.pairs.pairing import Pair, Scene

IN_CLAUSE = frozenset(
    {Pos.VERB, Pos.AUX, Pos.ADV, Pos.ADJ, Pos.PART, Pos.NOUN, Pos.DET, Pos.PRON, Pos.SCONJ},
)
NAMING = frozenset({Pos.NOUN, Pos.ADJ, Pos.ADV})
SENTENCE = "sentence "
IN_SENTENCE = IN_CLAUSE - {Pos.DET, Pos.PRON}


Group = tuple[str, int]
"""Features that many pairs have in common: "", "actor's ", "over " with a clause, "sentence " with a sentence."""


def wording_features(scene: Scene, pair: Pair) -> list[str]:
    """What the wording of a pair says of firmness.

    Example: "Oslo legte nach" has ``tense past``, ``lemma nachlegen``.
    """
    found: list[str] = []
    for part in wording_parts(scene, pair):
        found.extend(group_features(scene, part) if isinstance(part, tuple) else part)
    return found


def wording_parts(scene: Scene, pair: Pair) -> list[Group | list[str]]:
    """The features of a pair in order, those that others have in common with it by their group."""
    content = pair.content
    chain = scene.chain(content.clause)
    blocked = (chain.blocked or "no").split(" ")[0]
    return [
        ["bias", f"chain {chain.firmness}", f"blocked {blocked}", f"content {content.sort}"],
        *_clauses_of(scene, pair),
        [*_of_rules(scene, pair)],
        (SENTENCE, content.sentence),
    ]


def group_features(scene: Scene, group: Group) -> Iterator[str]:
    """The features that all the pairs of a clause or a sentence have in common."""
    whose, index = group
    if whose != SENTENCE:
        yield from _of_clause(scene, index, whose)
        return
    sentence = scene.context.analysis.sentences[index]
    words = scene.context.tokens[sentence.start : sentence.end]
    yield from (f"{SENTENCE}{word.lemma.lower()}" for word in words if word.pos in IN_SENTENCE)


def _clauses_of(scene: Scene, pair: Pair) -> list[Group]:
    """The clause of the content, the actor's own in its sentence, and the one over it."""
    spot, content = pair
    found = [("", content.clause)]
    if spot.clause >= 0 and spot.clause != content.clause and spot.sentence == content.sentence:
        found.append(("actor's ", spot.clause))
    parent = scene.context.clauses[content.clause].parent
    if parent is not None and parent != spot.clause:
        found.append(("over ", parent))
    return found


def wording_steps(scene: Scene, pair: Pair) -> dict[str, list[str]]:
    """For each step of firmness what says so directly: operators, verbs and nouns with a firmness of their own, the rules.

    Their weights are shared by all steps. Example: "Canada calls troops a possibility": the noun says considering.
    """
    content, spot = pair.content, pair.spot
    said: dict[str, list[str]] = {}
    for whose, index in _clauses_of(scene, pair):
        for step, what in _steps_of_clause(scene, index):
            said.setdefault(step, []).append(f"{whose}{what}")
    chain = scene.chain(content.clause)
    if chain.firmness is not None:
        said.setdefault(str(chain.firmness), []).append("operators")
    for candidate in scene.ruled.get(content.sentence, ()):
        own = candidate.actor.actor == spot.ref.actor
        said.setdefault(str(candidate.firmness), []).append("rules" if own else "rules of others")
    return said


def _steps_of_clause(scene: Scene, index: int) -> Iterator[tuple[str, str]]:
    context, clause, sense = scene.context, scene.context.clauses[index], scene.context.sense(index)
    negated = clause.negation is not None
    if sense is not None and sense.value in set(Firmness):
        value = Firmness(sense.value)
        yield (str(NEGATED[value]), "value negated") if negated else (str(value), "value")
    absent = sense is not None and sense.kind == "absent"
    for i in context.own_tokens(clause):
        promise = context.lexicon.promise(context.tokens[i].lemma) if context.tokens[i].pos in NAMING else None
        if promise is not None:
            yield (promise.negated, "noun negated") if negated or absent else (promise.value, "noun")
    form = _form(scene, index)
    if form is not None:
        yield str(form), f"form & verb {scene.kind(index)}"
        yield str(form), "form"


def _form(scene: Scene, index: int) -> Firmness | None:
    context, clause = scene.context, scene.context.clauses[index]
    conditional = any(context.clauses[child].link == "condition" for child in context.children[index])
    reported = scene.said[index] is not None
    return of_giving(clause, negated=is_negated(clause), conditional=conditional, reported=reported)


def _of_clause(scene: Scene, index: int, whose: str) -> Iterator[str]:
    context, clause, kind = scene.context, scene.context.clauses[index], scene.kind(index)
    yield f"{whose}verb {kind}"
    yield f"{whose}link {clause.link}"
    negated = clause.negation is not None
    if clause.verb is not None:
        yield from _of_verb(clause.verb, kind, whose)
    sense = context.sense(index)
    if sense is not None and sense.value:
        yield f"{whose}value {sense.value}"
    if negated:
        yield from (f"{whose}negated", f"{whose}negated & verb {kind}")
        yield f"{whose}negated & tense {clause.verb.tense if clause.verb is not None else 'none'}"
    if clause.question:
        yield f"{whose}question"
    form = _form(scene, index)
    yield from (f"{whose}form {form}", f"{whose}form {form} & verb {kind}")
    yield from _of_words(scene, index, whose, negated=negated)


def _of_verb(verb: VerbGroup, kind: str, whose: str) -> Iterator[str]:
    yield f"{whose}tense {verb.tense}"
    yield f"{whose}mood {verb.mood}"
    yield f"{whose}passive {verb.voice}"
    yield f"{whose}lemma {verb.lemma}"
    yield f"{whose}verb {kind} & tense {verb.tense}"
    yield f"{whose}finite {verb.finite is not None}"
    if verb.modals:
        yield f"{whose}modal"
    yield from (f"{whose}modal {modal}" for modal in verb.modals)


def _of_words(scene: Scene, index: int, whose: str, *, negated: bool) -> Iterator[str]:
    context = scene.context
    for i in context.own_tokens(context.clauses[index]):
        lemma = context.tokens[i].lemma.lower()
        if context.tokens[i].pos in IN_CLAUSE:
            yield f"{whose}word {lemma}"
            promise = context.lexicon.promises.get(lemma)
            if promise is not None:
                yield f"{whose}promise {promise.negated if negated else promise.value}"


def _of_rules(scene: Scene, pair: Pair) -> Iterator[str]:
    """How firm the rules found the actor, or others, in the sentence."""
    content = pair.content
    ruled = scene.ruled.get(content.sentence, ())
    own = [candidate for candidate in ruled if candidate.actor.actor == pair.spot.ref.actor]
    for candidate in own:
        yield f"rules {candidate.firmness}"
        if candidate.clauses[0] == content.clause or candidate.contribution.measure == content.measure:
            yield f"rules here {candidate.firmness}"
    if not own:
        yield from (f"rules of others {candidate.firmness}" for candidate in ruled)
