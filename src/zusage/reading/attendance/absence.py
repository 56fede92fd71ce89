"""Words of absence: "conspicuously absent was …", "stayed at home", "the seat was empty", "in Abwesenheit von …".

Source: codebook, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from zusage.language.analysis import Clause
from zusage.model.values import Mode
from zusage.reading.actors import ActorRef
from zusage.reading.attendance.manner import is_open
from zusage.reading.attendance.occasion import Occasion
from zusage.reading.attendance.presence import Presence, acts, run_of, subjects
from zusage.reading.context import COPULAS, Context
from zusage.reading.lexicon import words
from zusage.reading.operators import is_negated

_REACH = 8  # tokens behind "in the absence of"


def away(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read who is away: "Conspicuously absent was Peru's president", "blieb zu Hause", "its seat was empty"."""
    clause = context.clauses[index]
    if clause.verb is None or is_negated(clause) or is_open(context, clause):
        return
    if occasion.is_apart(clause):
        return
    for ref in acts(_who_is_away(context, index, clause)):
        yield Presence(ref=ref, mode=Mode.ABSENT, clause=index, rule="is away", words=run_of(clause), sure=0.75)


def _who_is_away(context: Context, index: int, clause: Clause) -> tuple[ActorRef, ...]:
    assert clause.verb is not None  # noqa: S101 - the caller looked
    own = {context.tokens[i].lower for i in context.own_tokens(clause)}
    if clause.verb.lemma in words("staying-verbs") and not (own & words("seats") and own & words("emptiness")):
        named = subjects(context, index)
        return named if own & words("homes") else ()
    if clause.verb.lemma not in COPULAS | words("staying-verbs"):
        return ()
    if own & words("seats") and own & words("emptiness"):
        return subjects(context, index)
    inverted = clause.subject is not None and not context.actors(clause.subject)
    if own & words("absent-words"):
        named = context.who.actors_in(clause.start, clause.end) if inverted else subjects(context, index)
        return tuple(ref for ref in named if ref.person is not None or ref.authority is not None)
    return ()


def in_absence(context: Context, index: int, occasion: Occasion) -> Iterator[Presence]:
    """Read in whose absence a meeting is: "in the absence of Peru", "in Abwesenheit Perus"."""
    clause = context.clauses[index]
    if is_negated(clause) or occasion.is_apart(clause):
        return
    for i in context.own_tokens(clause):
        if context.tokens[i].lower not in words("absences"):
            continue
        led = {context.tokens[k].lower for k in range(max(i - 2, 0), i)}
        if not led & {"in", "by", "wegen", "to"} or context.tokens[i - 1].lower in words("own-of-it"):
            continue  # "by its absence" is said of the subject
        for ref in acts(context.who.actors_in(i + 1, min(i + _REACH, clause.end), places=True))[:1]:
            yield Presence(
                ref=ref, mode=Mode.ABSENT, clause=index, rule="in the absence of", words=(i, i + 1), sure=0.75
            )
