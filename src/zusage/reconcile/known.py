"""What is known from outside of the reports: terms of office, since when organisations exist, and who is named where.

Plain rows, so that everything after them can be tested without a dossier; `known_from` makes them out of one. Uses
`zusage.model` and `zusage.dossier`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from zusage.model.quote import Quote
from zusage.model.records import record
from zusage.reconcile.wording import day_label

if TYPE_CHECKING:  # processes of a rebuild need no dossier
    from zusage.dossier.dossier import Dossier


@record(frozen=True, slots=True)
class Term:
    """A person in an office of an actor, both days inclusive; an open end is None."""

    person: str
    actor: str
    office: str
    start: str | None
    end: str | None
    verified: bool
    source: str
    wording: Mapping[str, str] | None = None


@record(frozen=True, slots=True)
class Fact:
    """An actor (organisation, coalition) that cannot have met or acted before ``start`` or after ``end``."""

    actor: str
    start: str | None
    end: str | None
    verified: bool
    source: str
    wording: Mapping[str, str] | None = None


@record(frozen=True, slots=True)
class Known:
    """All rows that may bound a day. Only verified ones are ever used to rule one out."""

    terms: tuple[Term, ...] = ()
    facts: tuple[Fact, ...] = ()
    _terms: Mapping[str, Sequence[Term]] = field(init=False, repr=False, compare=False)
    _facts: Mapping[str, tuple[Fact, ...]] = field(init=False, repr=False, compare=False)
    """The verified ones of each person and actor, in order of time."""

    def __post_init__(self) -> None:
        """Put them in order, since every report asks for those of the persons and actors that it names."""
        terms: dict[str, list[Term]] = defaultdict(list)
        for term in sorted(self.terms, key=lambda each: (*_time_of(each), each.office, each.source)):
            if term.verified:
                terms[term.person].append(term)
        facts: dict[str, list[Fact]] = defaultdict(list)
        for fact in sorted(self.facts, key=lambda each: (*_time_of(each), each.source)):
            if fact.verified:
                facts[fact.actor].append(fact)
        object.__setattr__(self, "_terms", dict(terms))
        object.__setattr__(self, "_facts", {actor: tuple(found) for actor, found in facts.items()})

    def terms_of(self, person: str, actor: str | None, office: str | None = None) -> tuple[Term, ...]:
        """Verified terms of a person for an actor (in one office, if that is told), in order of time."""
        return tuple(
            term
            for term in self._terms.get(person, ())
            if actor in {None, term.actor} and (office is None or office in {term.office, ""})
        )

    def facts_of(self, actor: str) -> tuple[Fact, ...]:
        """Verified facts that bound an actor, in order of time."""
        return self._facts.get(actor, ())

    def actors_of(self) -> Mapping[str, frozenset[str]]:
        """For each person the actors in whose offices he is or was."""
        found: dict[str, set[str]] = defaultdict(set)
        for term in self.terms:
            found[term.person].add(term.actor)
        return {person: frozenset(actors) for person, actors in sorted(found.items())}


def _time_of(row: Term | Fact) -> tuple[str, str]:
    return row.start or "", row.end or "9999"


@record(frozen=True, slots=True)
class Mention:
    """A report's words that put an office-holder or an organisation at one of its meetings.

    ``person`` with the ``actor`` in whose ``office`` he is shown (None: any of his offices for that actor), or an
    ``actor`` alone (the coalition that meets). ``meeting``: index of the report's meeting, 0 for the main one.
    """

    report: str
    actor: str
    quote: Quote
    person: str | None = None
    office: str | None = None
    meeting: int = 0


def known_from(dossier: Dossier) -> Known:
    """Turn a dossier's terms of office, bounding events and launch of the effort into rows."""
    terms = tuple(
        Term(
            term.person,
            term.actor,
            term.office,
            term.from_,
            term.until,
            term.backing.verified,
            "; ".join(term.backing.sources),
        )
        for term in dossier.terms
    )
    facts = [
        Fact(
            actor,
            event.day,
            None,
            event.backing.verified,
            "; ".join(event.backing.sources),
            {"de": event.wording.de, "en": event.wording.en},
        )
        for event in dossier.events
        for actor in event.bounds
    ]
    effort = dossier.effort
    if effort.launched_on:
        facts.append(
            Fact(
                effort.actor,
                effort.launched_on,
                None,
                effort.backing.verified,
                "; ".join(effort.backing.sources),
                {
                    "de": f"{effort.names.de[0]}: gegründet am {day_label(effort.launched_on, 'de')}",
                    "en": f"{effort.names.en[0]}: launched on {day_label(effort.launched_on, 'en')}",
                },
            )
        )
    return Known(terms, tuple(facts))
