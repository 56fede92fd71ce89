"""Where everything stands in a report: the clause and the phrase of each token, found once for all pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from zusage.language.analysis import Phrase, Role
from zusage.reading.context import Context


class Place(NamedTuple):
    """A phrase in its clause: its own role, and the role and preposition of the clause's phrase that holds it."""

    phrase: Phrase
    clause: int
    role: Role
    top: Role
    prep: str | None
    depth: int


@dataclass(frozen=True, slots=True)
class Layout:
    """For each token its innermost clause (-1: none) and sentence; for each head of a phrase its place."""

    clause_of: tuple[int, ...]
    sentence_of: tuple[int, ...]
    places: dict[int, Place]


def lay_out(context: Context) -> Layout:
    """Find the clause, the sentence and the phrase of every token."""
    clause_of = [-1] * len(context.tokens)
    places: dict[int, Place] = {}
    for index, clause in enumerate(context.clauses):
        for start, end in clause.own:
            clause_of[start:end] = [index] * (end - start)
    for index, clause in enumerate(context.clauses):
        for phrase in clause.phrases:
            _place(places, Place(phrase, index, phrase.role, phrase.role, phrase.prep, 0))
    sentence_of = [0] * len(context.tokens)
    for number, sentence in enumerate(context.analysis.sentences):
        sentence_of[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    return Layout(tuple(clause_of), tuple(sentence_of), places)


def _place(places: dict[int, Place], place: Place) -> None:
    """Note a phrase and what stands in it; of phrases with one head the innermost counts, but not a shared subject."""
    places.setdefault(place.phrase.head, place)
    for part in place.phrase.members:
        if part.head != place.phrase.head:
            _place(places, Place(part, place.clause, place.role, place.top, place.prep, place.depth))
        for inner in part.dependents:
            _place(places, Place(inner, place.clause, inner.role, place.top, inner.prep or place.prep, place.depth + 1))
    for part in place.phrase.dependents:
        _place(places, Place(part, place.clause, part.role, place.top, part.prep or place.prep, place.depth + 1))
