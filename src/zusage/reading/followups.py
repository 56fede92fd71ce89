"""Conditions that a later clause or sentence adds to a commitment.

Examples: "Eine Entsendung bedürfe der Zustimmung des Bundestags." "Voraussetzung sei ein Waffenstillstand." "The final word
lies with parliament." "Dazu zählten die amerikanische Beteiligung und …"
Source: codebook, section 2 (conditions; one that is already met is none).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Phrase, Pos, Role, Tense, Voice
from zusage.model.statement import Condition
from zusage.model.values import ConditionType, Firmness
from zusage.reading.commitments import Candidate
from zusage.reading.conditions import distinct, hung_on, not_own, stated_by, support_of, tied, typed
from zusage.reading.context import Context
from zusage.reading.firmness import MUST
from zusage.reading.lexicon import words

REACH = 3
"""Sentences back to the commitment that a condition may belong to."""

FEW = 2
"""Actors in a sentence that a condition of no known type is taken to hold for; of more it would be chance."""

NOUNS = words("condition-nouns")
INSISTING = words("insisting")
DECIDED_BY_BODIES = frozenset({ConditionType.UN_MANDATE, ConditionType.PARLIAMENT})
ONLY_PARLIAMENT = frozenset({ConditionType.PARLIAMENT})
HANGS_ON_HIM = frozenset(
    {
        ConditionType.OTHER,
        ConditionType.OTHERS,
        ConditionType.SUPPORT,
        ConditionType.US_SUPPORT,
        ConditionType.HOST_REQUEST,
    }
)
"""Types by which a condition is that of the clause's subject alone, where that is an actor."""
NOT_YET = frozenset({Firmness.PLEDGED, Firmness.SIGNALLED})
COUNTING = words("counting")
GOES_ON = frozenset({"dazu", "hierzu"})
FIRST = words("first-of-all")
DECIDING = words("parliament-verbs")
DECISIONS = words("parliament-nouns")
OPEN = frozenset({Firmness.CONSIDERING, Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.WITHHELD, Firmness.CONCRETE})


def add_followups(context: Context, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates with the conditions that other clauses add to them."""
    found = list(candidates)
    places: dict[int, list[int]] = {}
    for i, candidate in enumerate(found):
        places.setdefault(context.clauses[candidate.clauses[0]].sentence, []).append(i)
    busy = {c.clauses[0] for c in candidates if not c.from_context}
    for index, clause in enumerate(context.clauses):
        if clause.verb is None or clause.question or not _is_near(clause, places) or context.is_hidden(clause):
            continue
        if (met := _settled(context, clause)) is not None and index not in busy:
            for i in _targets(context, clause, met, found, places):
                if found[i].firmness in NOT_YET:
                    found[i] = replace(found[i], firmness=Firmness.CONCRETE)
            continue
        conditions = _conditions(context, index, clause, stated=index in busy)
        for condition in conditions:
            for i in _targets(context, clause, condition, found, places):
                for told in not_own(found[i].actor.actor, (condition,)):
                    found[i] = replace(found[i], conditions=_with(found[i].conditions, told))
    return _on_same_terms(context, found)


def _on_same_terms(context: Context, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Give what is offered on the terms of another its conditions: "… and Chile offers six pilots **on the same terms**"."""
    told: list[Candidate] = []
    for candidate in found:
        same = bool(told) and _takes_terms(context, told[-1], candidate)
        own = (c for c in candidate.conditions if c.type in DECIDED_BY_BODIES)
        told.append(replace(candidate, conditions=distinct((*told[-1].conditions, *own))) if same else candidate)
    return tuple(told)


def _takes_terms(context: Context, before: Candidate, candidate: Candidate) -> bool:
    """Say whether a contribution hangs on what the one right before hangs on."""
    first, here = context.clauses[before.clauses[0]], context.clauses[candidate.clauses[0]]
    near = here.sentence - first.sentence <= 1 and here is not first
    return near and bool(before.conditions) and _says_same(context, here)


def _says_same(context: Context, clause: Clause) -> bool:
    """Say whether a clause names the terms of another: "on the same condition", "zu denselben Bedingungen", "in that case"."""
    own = [context.tokens[i].lower for i in context.own_tokens(clause)]
    return any(f"{one} {other}" in words("same-terms") for one, other in pairwise(own))


def _is_near(clause: Clause, places: Mapping[int, list[int]]) -> bool:
    """Say whether something is promised in the sentences before, or in the one behind."""
    return any(sentence in places for sentence in range(clause.sentence - REACH, clause.sentence + 2))


def _settled(context: Context, clause: Clause) -> Condition | None:
    """What settles a contribution: "Oslo wird sechs Jets stellen; das Parlament hat zugestimmt", "… steht im Haushalt".

    Told as a condition, so that it is looked up whose contribution is meant.
    """
    if not _is_met(clause) or clause.kind != ClauseKind.MAIN:
        return None
    said = {context.lemmas[i] for i in context.own_tokens(clause)}
    if not _is_decision(clause, said) or clause.subject is None:
        return None
    if context.head(clause.subject).lemma.lower() in words("cabinets"):
        return Condition(ConditionType.OTHER)  # "The cabinet agreed to the deployment on Tuesday."
    subject = range(clause.subject.start, clause.subject.end)
    bodies = typed(context, subject, clause.subject.start, clause.subject.end)
    return next((c for c in bodies if c.type == ConditionType.PARLIAMENT), None)


def _with(conditions: tuple[Condition, ...], more: Condition) -> tuple[Condition, ...]:
    if more.type == ConditionType.OTHER and conditions:
        return conditions
    kept = tuple(c for c in conditions if c.type != ConditionType.OTHER)
    return distinct((*kept, more))


def _conditions(context: Context, index: int, clause: Clause, *, stated: bool) -> tuple[Condition, ...]:
    told = () if _is_self(context, clause) else tuple(tied(context, index))
    told = told or tuple(_waited_for(context, index, clause))
    told = told or _of_taken_up(context, index, clause, stated=stated) or _presupposed(context, index, clause)
    if told := told or _set(context, clause):
        return told
    if _is_met(clause) or _is_of_name_alone(context, clause):
        return ()
    sense, verb = context.sense(index), clause.verb
    words = {context.lemmas[i] for i in context.own_tokens(clause)}
    counting = verb is not None and verb.lemma in COUNTING and not words.isdisjoint(GOES_ON)
    named = (sense is not None and sense.kind == "condition") or not words.isdisjoint(NOUNS) or counting
    named = named or _is_first(context, clause)
    insisting = verb is not None and verb.lemma in INSISTING  # "besteht aber auf einem UN-Mandat"
    required = not stated or (verb is not None and not MUST.isdisjoint(verb.modals)) or _is_still_to_be(context, clause)
    if not (named or insisting or (required and _is_decision(clause, words))):
        return ()
    tokens = _told(context, clause)
    every = tuple(typed(context, tokens, clause.start, clause.end))
    found = tuple(c for c in every if c.type != ConditionType.OTHER)
    if named and stated and not counting:
        return found if sense is not None and sense.kind == "condition" else ()
    if named:
        return found or (every if _calls_it_one(context, clause) or _opens_with_first(context, clause) else ())
    if insisting:
        return tuple(c for c in found if c.type in DECIDED_BY_BODIES)
    due = (verb is not None and not MUST.isdisjoint(verb.modals)) or _is_still_to_be(context, clause)
    due = due or (sense is not None and sense.kind == "absent")  # "noch fehlt der Beschluss des Sicherheitsrats"
    if not found and due and _is_of_body(context, clause):
        return every
    return tuple(c for c in found if c.type in (DECIDED_BY_BODIES if due else ONLY_PARLIAMENT))


def _set(context: Context, clause: Clause) -> tuple[Condition, ...]:
    """What somebody makes a condition: "**It attached one condition**: Mali must pay", "stellte aber **Bedingungen**: …".

    The rest of the sentence says which.
    """
    verb = clause.verb
    if verb is None or verb.lemma not in words("setting-terms") or clause.negation is not None or verb.modals:
        return ()
    heads = {
        context.head(part).lemma.lower() for phrase in clause.phrases for part in phrase.each() if not part.negated
    }
    if heads.isdisjoint(NOUNS | words("proviso-nouns") | words("catches")):
        return ()
    end = context.analysis.sentences[clause.sentence].end
    colon = next((i for i in range(verb.head, end) if context.tokens[i].text == ":"), None)
    if colon is None:
        return ()
    states = {ref.actor for ref in context.actors(clause.subject)}
    told = tuple(typed(context, range(colon + 1, end), colon + 1, end))
    return tuple(c for c in told if c.of is None or c.of not in states)


def _presupposed(context: Context, index: int, clause: Clause) -> tuple[Condition, ...]:
    """What something just told presupposes: "**Das setzt voraus**, dass die Regierung ihre Bücher öffnet"."""
    sense, subject = context.sense(index), clause.subject
    if sense is None or sense.kind != "condition" or subject is None or clause.negation is not None or _is_met(clause):
        return ()
    head = context.head(subject)
    if head.lower not in ("das", "dies", "that", "this") and head.lemma.lower() not in words("promised-before"):
        return ()
    that = (i for i in context.linked(index, Link.COMPLEMENT) if context.clauses[i].kind is ClauseKind.SUBORDINATE)
    inner = next(that, None)
    return tuple(stated_by(context, inner)) if inner is not None else ()


def _opens_with_first(context: Context, clause: Clause) -> bool:
    """Say whether a sentence opens with what has to be before: "**Zuvor** müsse der Flughafen gesichert werden"."""
    if not _is_first(context, clause):
        return False
    start = context.analysis.sentences[clause.sentence].start
    start += context.tokens[start].lower in words("contrasts")
    first, behind = context.tokens[start], context.tokens[min(start + 1, len(context.tokens) - 1)]
    if first.lower == "before":
        return behind.lower in ("that", "it", "this")
    if first.lower == "first":  # "First the airport has to be secured", not "First Minister"
        return behind.pos in (Pos.DET, Pos.PRON, Pos.PUNCT)
    return first.lower in words("first-openers")


def _waited_for(context: Context, index: int, clause: Clause) -> Iterator[Condition]:
    """What somebody who contributes waits for or wants first: "wartet aber auf einen Beschluss", "wants a mandate first".

    Only of somebody named, or of the subject before: not "thousands are waiting for tents".
    """
    verb, subject = clause.verb, clause.subject
    if verb is None or clause.negation is not None or clause.kind is not ClauseKind.MAIN or _is_met(clause):
        return
    if (subject is None and clause.parent is None) or (subject is not None and not _is_told(context, clause, subject)):
        return
    if verb.lemma in words("waiting"):
        until = [i for i in context.children[index] if context.clauses[i].marker in ("bis", "until")]
        things = [p for p in clause.phrases if p.prep in ("auf", "for") or (p.prep is None and p.role == Role.OBJECT)]
        runs = [(context.clauses[i].start, context.clauses[i].end) for i in until] or [
            (p.start, p.end) for p in things[:1]
        ]
        for start, end in runs:
            yield from typed(context, range(start, end), start, end)
    elif verb.lemma in words("wanting-first") and (contrast := _contrast(context, index)) is not None:
        yield from _wanted(context, index, contrast)
    elif verb.lemma in words("wanting-first") and any(
        context.tokens[i].lower in FIRST for i in context.own_tokens(clause)
    ):
        start, end = verb.head + 1, clause.own[-1][1]
        if end <= start:
            return  # "zunächst wird ein Beschluss verlangt"
        own = subject is None or clause.subject_shared or context.head(subject).pos is Pos.PRON
        plain = own and not any(True for _ in context.linked(index, Link.COMPLEMENT))
        every = typed(context, range(start, end), start, end)
        yield from (c for c in every if plain or c.type in DECIDED_BY_BODIES)


def _contrast(context: Context, index: int) -> str | None:
    """The word by which what somebody wants is a condition of what he gives: "will **aber**, dass …", "wants … **in return**"."""
    clause = context.clauses[index]
    subject, verb = clause.subject, clause.verb
    own_subject = subject is not None and not clause.subject_shared and context.head(subject).pos is not Pos.PRON
    if own_subject and subject is not None and verb is not None and subject.end <= verb.head:
        return None
    own = [context.tokens[i].lower for i in context.own_tokens(clause)]
    return next((word for word in own if word in words("in-return")), None) or next(
        (word for word in own if word in words("contrasts")), None
    )


def _wanted(context: Context, index: int, contrast: str) -> Iterator[Condition]:
    """What somebody wants of others who gives: "will aber, dass Peru zahlt", "but wants Peru to pay", "verlangt dafür Reformen"."""
    clause = context.clauses[index]
    inner = next(iter(context.linked(index, Link.COMPLEMENT)), None)
    if inner is None:
        kept = contrast in words("in-return")
        start = clause.verb.head + 1 if clause.verb is not None else clause.start
        every = typed(context, range(start, max(start, clause.own[-1][1])), clause.start, clause.own[-1][1])
        yield from (c for c in every if kept or c.type != ConditionType.OTHER)
    elif context.clauses[inner].subject is not None:
        yield from stated_by(context, inner)
    else:  # "wants Britain | to provide"
        refs = {ref.actor for phrase in clause.with_role(Role.OBJECT) for ref in context.actors(phrase)}
        sense = context.sense(inner)
        if len(refs) == 1 and sense is not None and sense.kind in ("give", "join"):
            ends = (clause.start, clause.end, context.clauses[inner].end)
            yield support_of(context, refs.pop(), clause.start, max(ends))


def _is_told(context: Context, clause: Clause, subject: Phrase) -> bool:
    """Say whether the subject is somebody who acts, or stands behind its verb, where it may be the object."""
    return bool(context.actors(subject)) or (clause.verb is not None and subject.start > clause.verb.head)


def _is_self(context: Context, clause: Clause) -> bool:
    """Say whether somebody tells of himself: "**We** depend on the sea" ties no contribution to it."""
    return clause.subject is not None and context.head(clause.subject).lower in words("first-person")


def _is_of_body(context: Context, clause: Clause) -> bool:
    """Say whether a body has yet to decide that is no parliament: "**Der Verwaltungsrat** muss noch zustimmen"."""
    subject = clause.subject
    if subject is None and clause.parent is not None:
        subject = context.clauses[clause.parent].subject
    if subject is None:
        return False
    head = context.head(subject).lemma
    return any(context.ends(head, body) for body in words("deciding-bodies"))


def _calls_it_one(context: Context, clause: Clause) -> bool:
    """Say whether the subject or the predicate is the word for it: "**Bedingung** ist ein Vertrag mit der Bank"."""
    phrases = (*clause.with_role(Role.PREDICATE), *((clause.subject,) if clause.subject is not None else ()))
    verb = clause.verb
    phrases = (*phrases, *clause.with_role(Role.SUBJECT))  # "The condition is that …", of which a verb follows
    is_told = (
        verb is not None and verb.lemma in ("sein", "be", "bleiben", "remain", "lauten") and clause.negation is None
    )
    return is_told and any(context.head(phrase).lemma.lower() in NOUNS for phrase in phrases)


def _of_taken_up(context: Context, index: int, clause: Clause, *, stated: bool) -> tuple[Condition, ...]:
    """A condition of what the sentence before has promised: "**Das Geld** fließt erst, wenn das Gesetz gilt", "They leave once …".

    The subject is the money, the deployment or a pronoun for it.
    """
    subject = clause.subject
    if stated or clause.kind is not ClauseKind.MAIN or _is_met(clause):
        return ()
    if subject is None:
        return _of_paying(context, index, clause)
    head = context.head(subject)
    more = any(context.tokens[i].lemma.lower() in words("further") for i in range(subject.start, subject.end))
    taken = head.lemma.lower() in words("promised-before") or head.lower in words("promised-before-pronouns")
    if not taken and not (more and context.quantities_in(subject.start, subject.end)):
        return ()
    is_pronoun, sense = context.head(subject).pos is Pos.PRON, context.sense(index)
    themselves = is_pronoun and sense is not None and sense.kind == "give" and not clause.with_role(Role.OBJECT)
    if not themselves and any(not ref.actor.startswith("group:") for ref in context.actors(subject)):
        return ()
    leaves = clause.verb is not None and clause.verb.lemma in words("departing") | words("moving-off")
    if is_pronoun and sense is None and not leaves:
        return ()
    inner = (i for i in context.linked(index, Link.COMPLEMENT) if context.clauses[i].kind is ClauseKind.INFINITIVE)
    return tuple(hung_on(context, index)) or tuple(c for i in inner for c in hung_on(context, i))


def _of_paying(context: Context, index: int, clause: Clause) -> tuple[Condition, ...]:
    """When it is paid, told without a subject: "**Ausgezahlt wird** erst, wenn die Bücher geprüft sind"."""
    verb = clause.verb
    paid = verb is not None and verb.voice is not Voice.ACTIVE and verb.lemma in words("paying-it-out")
    return tuple(hung_on(context, index)) if paid else ()


def _told(context: Context, clause: Clause) -> range:
    """A clause's tokens without the words that name who says it: "**Nach Angaben der UN** braucht Mali Geld".

    Also where they stand within it: "Gebraucht werden **nach Schätzung der UN** drei Milliarden".
    """
    for phrase in clause.phrases:
        if phrase.prep not in ("nach", "laut", "according to"):
            continue
        if phrase.prep == "laut" or context.head(phrase).lemma.lower() in words("source-nouns"):
            behind = range(phrase.end, clause.end)
            return behind if len(behind) > 1 else range(clause.start, phrase.start)
    return range(clause.start, clause.end)


def _is_still_to_be(context: Context, clause: Clause) -> bool:
    """Say whether something has yet to be done: "the deployment still **has to** be approved", "**needs to** be voted on"."""
    over = context.clauses[clause.parent] if clause.parent is not None else None
    if over is None or over.verb is None or clause.kind is not ClauseKind.INFINITIVE or over.negation is not None:
        return False
    return over.verb.lemma in ("have", "need", "remain") and over.verb.tense is Tense.PRESENT


def _is_of_name_alone(context: Context, clause: Clause) -> bool:
    """Say whether a condition is that of somebody told with his name alone: "…, Chile erst, wenn das Parlament zustimmt"."""
    over = context.clauses[clause.parent] if clause.parent is not None else None
    return over is not None and over.kind == ClauseKind.FRAGMENT and over.verb is None and clause.link == Link.CONDITION


def _is_first(context: Context, clause: Clause) -> bool:
    """Say whether a clause tells what has to be before: "but first there must be a peace to keep"."""
    verb = clause.verb
    if verb is None or MUST.isdisjoint(verb.modals):
        return False
    sentence = context.analysis.sentences[clause.sentence]
    return any(context.tokens[i].lower in FIRST for i in range(sentence.start, sentence.end))


def _is_met(clause: Clause) -> bool:
    """What has happened is no condition: "der Bundestag hat zugestimmt"."""
    verb = clause.verb
    return (
        verb is not None
        and clause.negation is None
        and verb.tense in (Tense.PERFECT, Tense.PAST, Tense.PLUPERFECT)
        and not verb.modals
        and verb.mood == Mood.INDICATIVE
    )


def _is_decision(clause: Clause, words: set[str]) -> bool:
    verb = clause.verb
    return verb is not None and (verb.lemma.split(" ")[0] in DECIDING or bool(words & DECISIONS))


def _targets(
    context: Context, clause: Clause, condition: Condition, found: Sequence[Candidate], places: Mapping[int, list[int]]
) -> list[int]:
    """The commitments meant: of the state whose parliament it is, of the clause's subject, or the ones just spoken of."""
    near = [
        i
        for sentence in range(max(0, clause.sentence - REACH), clause.sentence + 1)
        for i in places.get(sentence, ())
        if found[i].firmness in OPEN and _same_paragraph(context, clause.sentence, sentence)
    ]
    if not near:
        return _ahead(context, clause, found, places)
    states = _states_of_parliament(context, clause) if condition.type == ConditionType.PARLIAMENT else set()
    subject = {ref.actor for ref in context.actors(clause.subject)} or _antecedents(context, clause)
    for actors in (states, subject):
        chosen = [i for i in near if found[i].actor.actor in actors]
        if chosen:
            newest = max(context.clauses[found[i].clauses[0]].sentence for i in chosen)
            return [i for i in chosen if context.clauses[found[i].clauses[0]].sentence == newest]
    apart = {actor for actor in subject if not actor.startswith("group:")}
    if condition.type == ConditionType.SUPPORT:
        apart.discard(condition.of or "")
    others = clause.link is Link.RELATIVE and bool(apart)
    if states or others or (apart and condition.type in HANGS_ON_HIM and not _opens_with_first(context, clause)):
        return []  # somebody else's: "Ireland requires approval by its cabinet"
    newest = max(context.clauses[found[i].clauses[0]].sentence for i in near)
    last = [i for i in near if context.clauses[found[i].clauses[0]].sentence == newest]
    many = len({found[i].actor.actor for i in last}) > FEW
    return [] if many and condition.type == ConditionType.OTHER else last


def _antecedents(context: Context, clause: Clause) -> set[str]:
    """Whom a relative clause says more of: "**Germany**, where lawmakers have to agree, plans to …"."""
    if clause.link is not Link.RELATIVE or clause.anchor is None:
        return set()
    return {ref.actor for ref in context.who.actors_at(clause.anchor, places=True)}


def _ahead(context: Context, clause: Clause, found: Sequence[Candidate], places: Mapping[int, list[int]]) -> list[int]:
    """What is named before it is promised: "Any **Belgian** deployment needs a vote. Belgium is considering 150 soldiers"."""
    told = {ref.actor for ref in context.who.actors_in(clause.start, clause.end, places=True)}
    if not _same_paragraph(context, clause.sentence, min(clause.sentence + 1, len(context.analysis.sentences) - 1)):
        return []
    return [
        i for i in places.get(clause.sentence + 1, ()) if found[i].firmness in OPEN and found[i].actor.actor in told
    ]


def _same_paragraph(context: Context, one: int, other: int) -> bool:
    return context.paragraph_of[one] == context.paragraph_of[other]


def _states_of_parliament(context: Context, clause: Clause) -> set[str]:
    found: set[str] = set()
    for i in range(clause.start, clause.end):
        token = context.tokens[i]
        if token.pos not in (Pos.NOUN, Pos.PROPN):
            continue
        trigger = context.lexicon.trigger(token.lemma, context.tokens[i - 1].lemma if i else "")
        if trigger is not None and trigger.type == ConditionType.PARLIAMENT:
            found.update(ref.actor for ref in context.who.actors_at(i, places=True))
    return found
