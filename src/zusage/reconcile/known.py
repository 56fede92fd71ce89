"""What is known from outside of the reports: terms of office, since when organisations exist, and who is named where.

Plain rows, so that everything after them can be tested without a dossier; `known_from` makes them out of one. Uses
`zusage.model` and `zusage.dossier`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from zusage.dossier.dossier import Dossier
from zusage.model.quote import Quote
from zusage.model.records import record
from zusage.reconcile.wording import day_label


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

    def terms_of(self, person: str, actor: str | None, office: str | None = None) -> tuple[Term, ...]:
        """Verified terms of a person for an actor (in one office, if that is told), in order of time."""
        found = [
            term
            for term in self.terms
            if term.verified
            and term.person == person
            and actor in {None, term.actor}
            and (office is None or office in {term.office, ""})
        ]
        return tuple(sorted(found, key=lambda term: (term.start or "", term.end or "9999", term.office, term.source)))

    def facts_of(self, actor: str) -> tuple[Fact, ...]:
        """Verified facts that bound an actor, in order of time."""
        found = [fact for fact in self.facts if fact.verified and fact.actor == actor]
        return tuple(sorted(found, key=lambda fact: (fact.start or "", fact.end or "9999", fact.source)))

    def actors_of(self) -> Mapping[str, frozenset[str]]:
        """For each person the actors in whose offices he is or was."""
        found: dict[str, set[str]] = defaultdict(set)
        for term in self.terms:
            found[term.person].add(term.actor)
        return {person: frozenset(actors) for person, actors in sorted(found.items())}


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
