"""Cues: the signs of a clause without which a rule of attendance cannot find anything, so that most rules are not asked.

A cue is a class of words ("word remote"), a class of the verb ("verb send"), its lemma ("=include"), its sense ("sense attend"),
or something that the meetings know of ("city"). A clause may have more cues than the rule looks at, never fewer.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.mentions import gatherings_in

CLOSED = (
    "sidelines",
    "delegate-nouns",
    "delegations",
    "host-words",
    "chair-words",
    "absences",
    "abstentions",
    "chairs-of-meetings",
    "venues",
    "edges",
    "floor-of-it",
    "together",
    "running-meetings",
    "asked-to-come",
)
"""Closed classes that a rule needs a word of."""
BESIDE = frozenset({"neben", "alongside", "beside"})


def cues_of(context: Context, index: int, occasion: Occasion) -> set[str]:
    """Find the cues of a clause."""
    clause = context.clauses[index]
    found = {f"word {name}" for name in _classes_in(context, clause)}
    found.update(_of_verb(context, index))
    if occasion.city(clause) is not None:
        found.add("city")
    if next(gatherings_in(context, clause), None) is not None:
        found.add("meeting")
    if occasion.gathering(clause) is not None:
        found.add("at a meeting")
    if any(phrase.prep in BESIDE for phrase in clause.phrases):
        found.add("beside")
    return found


def cues_of_report(context: Context) -> frozenset[str]:
    """The classes of words that stand anywhere in a report: "report remote"; of closed ones too, by lemma or as written."""
    said = {token.lower for token in context.tokens} | set(context.lemmas)
    closed = (name for name in CLOSED if not words(name).isdisjoint(said))
    return frozenset(f"report {name}" for name in (*frozenset().union(*context.presence), *closed))


def lemmas(*classes: str) -> tuple[str, ...]:
    """The cues of verbs in some closed classes."""
    return tuple(f"={lemma}" for name in classes for lemma in words(name))


def _of_verb(context: Context, index: int) -> Iterator[str]:
    verb, sense = context.clauses[index].verb, context.sense(index)
    if sense is not None:
        yield f"sense {sense.kind}"
    if verb is None:
        yield "no verb"
        return
    for lemma in {verb.lemma, verb.lemma.split(" ")[0]}:
        yield f"={lemma}"
        yield from (f"verb {name}" for name in context.lexicon.presence_classes(lemma))
    if verb.lemma in COPULAS:
        yield "copula"


def _classes_in(context: Context, clause: Clause) -> frozenset[str]:
    """The classes of a clause's own words, and of its phrases where these stand elsewhere: a subject that it shares."""
    presence = context.presence
    phrases = clause.phrases if clause.subject is None else (clause.subject, *clause.phrases)
    runs = (*clause.own, *((phrase.start, phrase.end) for phrase in phrases))
    return frozenset().union(*(presence[i] for i in {i for run in runs for i in range(*run)} if presence[i]))
