"""The dossier as one object, with the questions that other layers ask it.

Who is in which office on a day, which actor a person acts for, which meetings are known, what has been said. Pure
look-ups over a few hundred records. Uses `zusage.dossier.records` and `zusage.model`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from zusage.dossier.records import (
    AddedValue,
    Difference,
    Document,
    Economy,
    Effort,
    Event,
    KnownActor,
    KnownClaim,
    KnownMeeting,
    Person,
    PlanningNumber,
    Term,
    Words,
)
from zusage.model.values import MEASURES, TOPICS


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything a folder of dossier files says.

    ``fingerprint``: digest of the files, which goes into `zusage.model.report.Reader`. ``terms_known_until``: the day
    up to which the terms of office are recorded; who was in office after it is not known.
    """

    id: str
    titles: Words
    description: Words
    recipient: str | None
    adversary: str | None
    effort: Effort
    fingerprint: str
    actors: tuple[KnownActor, ...] = ()
    people: tuple[Person, ...] = ()
    terms_known_until: str | None = None
    events: tuple[Event, ...] = ()
    claims: tuple[KnownClaim, ...] = ()
    documents: tuple[Document, ...] = ()
    numbers: tuple[PlanningNumber, ...] = ()
    economies: tuple[Economy, ...] = ()
    differences: tuple[Difference, ...] = ()
    meetings: tuple[KnownMeeting, ...] = ()
    added_measures: tuple[AddedValue, ...] = ()
    added_topics: tuple[AddedValue, ...] = ()
    _people_by_id: dict[str, Person] = field(init=False, repr=False, compare=False)
    _actors_by_id: dict[str, KnownActor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Know actors and people by their ids: a page asks for hundreds of them. The first of an id is meant."""
        object.__setattr__(self, "_people_by_id", {each.id: each for each in reversed(self.people)})
        object.__setattr__(self, "_actors_by_id", {each.id: each for each in reversed(self.actors)})

    @property
    def measures(self) -> tuple[str, ...]:
        """The codebook's measures, then the dossier's own."""
        return (*MEASURES, *(value.id for value in self.added_measures))

    @property
    def topics(self) -> tuple[str, ...]:
        """The codebook's topics, then the dossier's own."""
        return (*TOPICS, *(value.id for value in self.added_topics))

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms of office, in the file's order."""
        return tuple(term for person in self.people for term in person.terms)

    def person(self, slug: str) -> Person | None:
        """Return the person with this slug."""
        return self._people_by_id.get(slug)

    def actor(self, actor_id: str) -> KnownActor | None:
        """Return what the dossier says about an actor; None for states and others that it does not list."""
        return self._actors_by_id.get(actor_id)

    def terms_of(self, person: str, *, day: str | None = None) -> tuple[Term, ...]:
        """Return a person's terms, on a day only those that cover it."""
        return tuple(term for term in self.terms if term.person == person and (day is None or term.covers(day)))

    def holders(self, actor: str, *, office: str | None = None, day: str | None = None) -> tuple[Term, ...]:
        """Return the terms in an actor's offices (or in one of them), on a day only those that cover it."""
        return tuple(
            term
            for term in self.terms
            if term.actor == actor and office in {None, term.office} and (day is None or term.covers(day))
        )

    def acts_for(self, person: str, *, day: str | None = None) -> str | None:
        """Return the actor that a person acts for on a day; None if he holds no office then, or several actors' ones.

        Without a day, the actor of all his terms if it is the same one.
        """
        actors = {term.actor for term in self.terms_of(person, day=day)}
        return actors.pop() if len(actors) == 1 else None

    def meetings_of(
        self, actor: str | None = None, *, day: str | None = None, place: str | None = None
    ) -> tuple[KnownMeeting, ...]:
        """Return the known meetings of an actor, on a day, at a place; each may be left open."""
        return tuple(
            meeting
            for meeting in self.meetings
            if actor in {None, meeting.of} and day in {None, meeting.day} and place in {None, meeting.place}
        )

    def claims_of(self, actor: str, *, measure: str | None = None) -> tuple[KnownClaim, ...]:
        """Return the known claims that hold a statement of the actor (on a measure)."""
        return tuple(
            claim
            for claim in self.claims
            if any(said.actor == actor and measure in {None, said.measure} for said in claim.statements)
        )
