"""Conditions: what a contribution hangs on, as typed conditions with their words.

Examples: "nach einem Waffenstillstand" ceasefire; "sofern der Kongress zustimmt" parliament of Spain; "if others join"
others; "not without the Americans" us-support; "once Kyiv asks for them" host-request.
Source: codebook, section 2 (conditions).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Phrase, Pos, Tense
from zusage.model.statement import Condition
from zusage.model.values import ConditionType
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.operators import Chain, is_negated

STRONG_PREPS = words("condition-preps")
"""Prepositions under which a strong word is a condition: "nach einem Waffenstillstand", "under a UN mandate"."""

CASE_NOUNS = words("case-nouns")
"""Nouns that make what hangs on them a condition: "im Fall eines Waffenstillstands", "in the event of an attack"."""

TIME_MARKERS = words("time-markers")

MARKERS = words("condition-markers")

WITHOUT = words("without")
"""Words that with a negation promise nothing even if the condition comes: "nicht ohne die Amerikaner"."""

OTHERS = words("other-members")

NO_TERMS = frozenset({"others", "parliament", "ceasefire"})
"""Types whose weaker words behind "with" are company or goods, no terms."""

_HAPPENED = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})


def conditions_of(context: Context, chain: Chain) -> tuple[Condition, ...]:
    """All conditions on a contribution, from its clause, the clauses over it and the phrases in them; asked often, so kept."""
    kept: dict[int, tuple[Chain, tuple[Condition, ...]]] = context.kept.setdefault("conditions", {})
    found = kept.get(id(chain))
    if found is None:
        found = kept[id(chain)] = chain, _conditions_of(context, chain)
    return found[1]


def _conditions_of(context: Context, chain: Chain) -> tuple[Condition, ...]:
    found: list[Condition] = []
    for index in chain.clauses:
        clause = context.clauses[index]
        found.extend(_from_clauses(context, index))
        found.extend(_from_phrases(context, clause.phrases))
        found.extend(_from_tie(context, index))
        found.extend(_from_asking(context, clause))
        found.extend(_from_words(context, clause))
        found.extend(_from_strong_words(context, clause))
    if not found and context.analysis.language == "en":
        found.extend(_from_beside(context, chain))
    first = context.clauses[chain.clauses[0]]
    if first.kind == ClauseKind.INFINITIVE and first.link == Link.COORDINATE and first.parent is not None:
        opening = context.clauses[first.parent].phrases[
            :1
        ]  # "sagte zu, nach einem Frieden A zu senden und B zu stellen"
        found.extend(_from_phrases(context, opening))
    return distinct(found)


def distinct(found: Iterable[Condition]) -> tuple[Condition, ...]:
    """Leave each type out of which an earlier condition speaks; `other` only where nothing better came."""
    kept: dict[tuple[ConditionType, str | None], Condition] = {}
    for condition in found:
        kept.setdefault((condition.type, condition.of), condition)
    return tuple(kept.values())


def _from_clauses(context: Context, index: int) -> Iterator[Condition]:
    for child in context.children[index]:
        clause = context.clauses[child]
        sense = context.sense(child)
        required = sense is not None and sense.kind == "condition" and clause.kind == ClauseKind.PARTICIPLE
        if clause.kind == ClauseKind.FRAGMENT:  # "pledged 5 million, subject to approval"
            yield from _from_strong_words(context, clause)
        if required:  # "vorausgesetzt, andere ziehen mit": the condition is the rest of the sentence
            end = context.analysis.sentences[clause.sentence].end
            yield from typed(context, range(clause.start, end), clause.start, end)
        elif clause.verb is not None and clause.verb.lemma == "pend":  # "pending a ceasefire"
            yield from typed(context, range(clause.start + 1, clause.end), clause.start, clause.end)
        elif clause.kind == ClauseKind.PARTICIPLE and clause.marker == "without" and is_negated(context.clauses[index]):
            stated = typed(context, range(clause.start, clause.end), clause.start, clause.end)
            yield from (c for c in stated if c.type != ConditionType.OTHER)  # "will not go without US backing"
        elif _is_met(context.clauses[index], clause) or _is_until_now(context, clause):
            continue
        elif clause.marker == "before" and clause.negation is not None and clause.link == Link.COORDINATE:
            yield from _from_clause(context, child)  # "will send monitors, but not before the truce holds"
        elif clause.link == Link.CONDITION or (clause.link == Link.TIME and (clause.marker or "") in TIME_MARKERS):
            yield from _from_clause(context, child)


def _from_tie(context: Context, index: int) -> Iterator[Condition]:
    """What somebody ties a contribution to: "knüpft die Entsendung an ein UN-Mandat", "macht sie von einem Frieden abhängig"."""
    sense = context.sense(index)
    if sense is not None and sense.value == "considering" and sense.lemma in words("tying"):
        yield from tied(context, index)


def tied(context: Context, index: int) -> Iterator[Condition]:
    """What a clause makes something hang on: "knüpft sie an ein Gesetz", "macht sie davon abhängig, dass andere zahlen".

    English: "made the loan contingent on a law", "the offer still depends on a vote".
    """
    clause = context.clauses[index]
    if context.analysis.language == "en":
        yield from _from_strong_words(context, clause)
        return
    lemmas = {context.tokens[i].lower for i in context.own_tokens(clause)}
    if clause.verb is None or clause.verb.lemma not in words("tying"):
        return
    if clause.verb.lemma == "machen" and "abhängig" not in lemmas:
        return
    preps = ("von",) if clause.verb.lemma == "machen" else ("an",)
    for part in (part for phrase in clause.phrases for part in phrase.walk()):
        if part.prep in preps:
            yield from typed(context, range(part.start, part.end), part.start, part.end)
            return
    for child in (context.clauses[each] for each in context.children[index]):
        if child.marker == "dass" and not lemmas.isdisjoint({"davon", "daran"}):
            yield from typed(context, range(child.start, child.end), child.start, child.end)
            return


def _from_asking(context: Context, clause: Clause) -> Iterator[Condition]:
    """A parliament that is asked for it: "beantragt dem Parlament, den Einsatz zu verlängern", "asked Congress for 90 million"."""
    if clause.verb is None or clause.verb.lemma not in words("asking-for"):
        return
    for phrase in clause.phrases:
        if phrase is clause.subject or phrase.prep not in (None, "from", "bei", "in"):
            continue
        trigger = context.lexicon.trigger(context.head(phrase).lemma, context.before(phrase))
        if trigger is not None and trigger.type == ConditionType.PARLIAMENT:
            yield _make(context, ConditionType.PARLIAMENT, None, phrase.start, phrase.end)


def _from_beside(context: Context, chain: Chain) -> Iterator[Condition]:
    """A condition that hangs on a clause within: on a speech verb, a relative clause or the rest of what is done.

    Examples: "is ready to send 200, its envoy said, provided that others pay"; "will use what lies in its banks if others
    do"; "ships are earmarked and will sail once the guns are silent".
    """
    for index in chain.clauses:
        for child in context.children[index]:
            clause, sense = context.clauses[child], context.sense(child)
            speech = sense is not None and sense.kind == "say" and clause.kind == ClauseKind.MAIN
            rest = clause.link == Link.COORDINATE and clause.subject_shared
            if speech or rest or clause.link == Link.RELATIVE:
                yield from _from_clauses(context, child)


def _from_strong_words(context: Context, clause: Clause) -> Iterator[Condition]:
    """A condition behind words that mean nothing else: "subject to a vote", "pending approval", "depending on the outcome"."""
    if context.analysis.language != "en":
        return
    for start, end in clause.own:
        for i in range(start, end - 1):
            pair = f"{context.tokens[i].lower} {context.tokens[i + 1].lower}"
            if pair in words("strong-condition-words") or context.tokens[i].lower == "pending":
                last = next((k for k in range(i + 2, end) if context.tokens[k].text in {",", ";", "."}), end)
                yield from typed(context, range(i + 1, last), i, last)
                return


def _from_clause(context: Context, index: int) -> Iterator[Condition]:
    """The types of a condition that a clause states; if no word tells, that somebody else contributes: support."""
    clause, sense = context.clauses[index], context.sense(index)
    for condition in typed(context, range(clause.start, clause.end), clause.start, clause.end):
        gives = sense is not None and sense.kind in ("give", "join") and not _is_pronoun(context, clause)
        refs = context.actors(clause.subject) if gives else ()  # not "on condition that it sells its ports"
        if (
            condition.type == ConditionType.OTHER
            and len(refs) == 1
            and not refs[0].actor.startswith(("group:", "person:"))
        ):
            yield _make(context, ConditionType.SUPPORT, refs[0].actor, clause.start, clause.end)
        else:
            yield condition


def _is_pronoun(context: Context, clause: Clause) -> bool:
    return clause.subject is not None and context.head(clause.subject).pos is Pos.PRON


def _is_until_now(context: Context, clause: Clause) -> bool:
    """Say whether "until" names a time gone by: "which had until now stayed out"."""
    behind = context.tokens[min(clause.start + 1, clause.end - 1)].lower
    return clause.marker == "until" and behind in words("until-now")


def _is_met(outer: Clause, inner: Clause) -> bool:
    """Say whether a condition has come true: "schickt Soldaten, nachdem das Parlament zugestimmt hat".

    What was done before something that has happened hangs on nothing either: "gave 5 million before the meeting opened".
    """
    if inner.verb is None or outer.verb is None:
        return False
    if outer.verb.modals and not (inner.marker == "nachdem" and set(outer.verb.modals) <= words("modals-of-chance")):
        return False  # but "nachdem das Parlament zugestimmt hat, kann die Marine Schiffe schicken"
    if inner.marker in ("before", "bevor", "ehe"):
        return all(verb.tense in _HAPPENED and verb.mood == Mood.INDICATIVE for verb in (inner.verb, outer.verb))
    if inner.marker not in ("nachdem", "after"):
        return False
    told = (Tense.PRESENT, Tense.PAST, Tense.PERFECT) if inner.marker == "after" else (Tense.PRESENT,)
    gone = (Tense.PERFECT, Tense.PAST, Tense.PLUPERFECT) if inner.marker == "after" else (Tense.PERFECT, Tense.PAST)
    past = inner.verb.tense in gone and inner.verb.mood == Mood.INDICATIVE
    gerund = inner.marker == "after" and inner.verb.tense == Tense.NONE and outer.verb.tense != Tense.FUTURE
    return (past or gerund) and outer.verb.tense in told and outer.verb.mood == Mood.INDICATIVE


def _from_words(context: Context, clause: Clause) -> Iterator[Condition]:
    """A condition whose clause was not told apart: "to deploy troops once the guns fall silent"; not "has provided trucks"."""
    verb = clause.verb.tokens if clause.verb is not None else ()
    for start, end in clause.own:
        for i in range(start, end - 1):
            soon = context.tokens[i].lower == "soon" and context.tokens[i + 1].lower == "as"
            late = context.tokens[i].lower == "until" and is_negated(clause)  # "will not go until fighting stops"
            if (context.tokens[i].lower in MARKERS or soon or late) and i not in verb:
                found = typed(context, range(i + 1, end), i, end)
                yield from (c for c in found if c.type != ConditionType.OTHER)
                return


def _from_phrases(context: Context, phrases: Iterable[Phrase]) -> Iterator[Condition]:
    for phrase in phrases:
        for part in phrase.walk():
            condition = _from_phrase(context, part)
            if condition is not None:
                yield condition
                break


def _from_phrase(context: Context, phrase: Phrase) -> Condition | None:
    if phrase.prep is None or context.tokens[phrase.start - 1].lower in words("accordance"):
        return None  # "in line with a resolution"
    around = {context.tokens[i].lower for i in range(phrase.start - 1, min(phrase.start + 2, phrase.end))}
    if phrase.prep in ("with", "without", "mit", "ohne") and not around.isdisjoint(("or", "oder")):
        return None  # "with or without a mandate"
    head = context.head(phrase).lemma.lower()
    if head in CASE_NOUNS and not phrase.negated and phrase.prep in ("in", "für", "unter", "on", "under"):
        end = phrase.end if phrase.dependents else min(phrase.end + 3, len(context.tokens))
        return next(typed(context, range(phrase.start, end), phrase.start, phrase.end), None)
    if phrase.prep in STRONG_PREPS or _is_not_before(context, phrase):
        trigger = context.lexicon.trigger(head, context.before(phrase))
        if trigger is not None and trigger.strong:
            return _make(context, ConditionType(trigger.type), None, phrase.start, phrase.end)
        if phrase.prep in WITHOUT and context.tokens[phrase.start - 1].lower in words("even"):
            return None  # "auch ohne die Verbündeten"
        lacking = phrase.prep in ("ohne", "without") or head in words("leave-nouns")
        if phrase.prep == "with" and not lacking and trigger is not None and trigger.type in NO_TERMS:
            return None  # "in cooperation with allies", "with every gun"
        if lacking or (trigger is not None and phrase.prep in ("mit", "with", "unter", "under")):
            stated = typed(context, range(phrase.start, phrase.end), phrase.start, phrase.end)
            return next((c for c in stated if c.type != ConditionType.OTHER), None)
    return None


def _is_not_before(context: Context, phrase: Phrase) -> bool:
    """Tell "aber nicht vor einem Friedensschluss" from "vor dem Friedensschluss"."""
    return phrase.prep in ("vor", "before") and context.tokens[phrase.start - 1].lower in {
        "nicht",
        "not",
        "keinesfalls",
    }


def typed(context: Context, tokens: range, start: int, end: int) -> Iterator[Condition]:
    """Tell the types of a condition from its words; `other` if no word tells.

    Yields each type once, in the order of the words; ``start``/``end``: the token run to quote.
    """
    found: dict[ConditionType, Condition] = {}
    states = _states(context, tokens)
    for i in tokens:
        token = context.tokens[i]
        if token.pos not in (Pos.NOUN, Pos.PROPN, Pos.VERB, Pos.ADJ, Pos.PRON):
            continue
        trigger = context.lexicon.trigger(token.lemma, context.tokens[i - 1].lemma if i else "")
        if trigger is None:
            continue
        kind = ConditionType(trigger.type)
        of: str | None = None
        if kind == ConditionType.SUPPORT:
            of = next(iter(states), None)
            if of is None:
                continue
            kind, of = (ConditionType.US_SUPPORT, None) if of == "us" else (kind, of)
        found.setdefault(kind, _make(context, kind, of, start, end))
    if not found and "us" in states:
        found[ConditionType.US_SUPPORT] = _make(context, ConditionType.US_SUPPORT, None, start, end)
    if not found and any(
        context.tokens[i].lemma.lower() in OTHERS and context.tokens[i].pos != Pos.VERB for i in tokens
    ):
        found[ConditionType.OTHERS] = _make(context, ConditionType.OTHERS, None, start, end)
    if not found:
        found[ConditionType.OTHER] = _make(context, ConditionType.OTHER, None, start, end)
    if ConditionType.PARLIAMENT in found:  # "the consent of the Bundestag" is nobody's invitation
        found.pop(ConditionType.HOST_REQUEST, None)
    yield from found.values()


def _states(context: Context, tokens: range) -> tuple[str, ...]:
    refs = [ref for i in tokens for ref in context.who.actors_at(i, places=True)]
    return tuple(dict.fromkeys(ref.actor for ref in refs if ref.actor is not None))


def _make(context: Context, kind: ConditionType, of: str | None, start: int, end: int) -> Condition:
    return Condition(type=kind, of=of, quote=context.quote(start, end))


def is_precondition(context: Context, chain: Chain) -> bool:
    """Say whether a negated clause says "not without", "not before", "only if": it promises nothing, but refuses nothing."""
    for index in chain.clauses:
        clause: Clause = context.clauses[index]
        parts = [part for phrase in clause.phrases for part in phrase.walk()]
        if any(part.prep in WITHOUT or _is_not_before(context, part) for part in parts):
            return True
        if any(context.tokens[p.start].lower in WITHOUT for p in clause.phrases):
            return True  # "will not send troops | until fighting stops", whose verb passed for a noun
        for child in context.linked(index, Link.CONDITION, Link.TIME):
            if (context.clauses[child].marker or "") in WITHOUT | {"es sei denn"}:
                return True
        children = (context.clauses[child] for child in context.children[index])
        if any(child.kind == ClauseKind.PARTICIPLE and child.marker == "without" for child in children):
            return True
    return False
