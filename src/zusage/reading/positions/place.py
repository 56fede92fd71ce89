"""A clause with what the rules for positions look at, and what they make of it.

Uses `zusage.language`, `zusage.model` and the layers of reading below positions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zusage.language.analysis import Clause, ClauseKind, Link, Mood, Role
from zusage.model.records import record
from zusage.model.values import Aim, Stance
from zusage.reading.actors import ActorRef
from zusage.reading.context import Context
from zusage.reading.positions.words import words
from zusage.reading.speech import Said
from zusage.reading.topics import Topics

CONTENT = (Link.COMPLEMENT, Link.QUESTION)
"""How a clause hangs on the verb whose content it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A position before it is written down. ``sure``: 1 where words name the topic, less where the context does."""

    actor: ActorRef
    stance: Stance
    topic: str
    clauses: tuple[int, ...]
    rule: str
    said: Said | None
    aim: Aim | None = None
    addressee: str | None = None
    sure: float = 1.0


@record(frozen=True, slots=True)
class Place:
    """A clause with what the rules look at."""

    context: Context
    index: int
    clause: Clause
    said: Said | None
    topics: Topics

    @property
    def words(self) -> frozenset[str]:
        """The clause's own words, in lower case."""
        return frozenset(self.context.tokens[i].lower for i in self.context.own_tokens(self.clause))

    def content(self) -> tuple[Clause, ...]:
        """The clauses that say what it is about."""
        linked = self.context.linked(self.index, *CONTENT)
        return tuple(self.context.clauses[c] for c in linked if not stands_beside(self.context, c))


def stands_beside(context: Context, index: int) -> bool:
    """Say whether a German main clause only follows one that has its object: "Oslo fordert ihn, Rom lehnt dies ab"."""
    clause = context.clauses[index]
    if clause.link != Link.COMPLEMENT or clause.kind != ClauseKind.MAIN or clause.parent is None:
        return False
    if context.analysis.language != "de" or clause.verb is None or clause.verb.mood != Mood.INDICATIVE:
        return False
    sense, outer = context.sense(clause.parent), context.clauses[clause.parent]
    return sense is not None and sense.kind in ("position", "refuse") and bool(outer.with_role(Role.OBJECT))


def plain(
    place: Place, refs: Iterable[ActorRef], stance: Stance, topic: str, rule: str, *, sure: float = 1.0
) -> Iterator[Opinion]:
    """Yield one position for each of several holders of a clause."""
    for ref in refs:
        yield Opinion(
            actor=ref,
            stance=stance,
            topic=topic,
            clauses=(place.index, *place.context.linked(place.index, *CONTENT)),
            rule=rule,
            said=place.said,
            aim=Aim.MORE,
            sure=sure,
        )


def aim_of(clause: Clause, inside: Iterable[Clause]) -> Aim:
    """Find whether more or less is wanted, by the verbs of a clause and of its content."""
    for part in (clause, *inside):
        if part.verb is not None and part.verb.lemma in words("lessening"):
            return Aim.LESS
    return Aim.MORE
