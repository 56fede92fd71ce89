"""What a dossier's files say, as frozen dataclasses: names, actors, terms of office, facts, meetings, numbers.

Days are ISO strings as everywhere; where a file may give a month or a year only, the field says so. A record that is
not ``verified`` is shown, and never used to rule a report's day out. Standard library and `zusage.model` only.
"""

from __future__ import annotations

from dataclasses import dataclass

from zusage.model.values import ConditionLogic, ConditionType, Firmness, MeetingKind, Mode, Role, Stance, Where


@dataclass(frozen=True, slots=True)
class Words:
    """One wording in both languages."""

    de: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the German wording for ``de``, the English one for every other language."""
        return self.de if language == "de" else self.en


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one thing in both languages, the usual one first."""

    de: tuple[str, ...]
    en: tuple[str, ...]

    def in_language(self, language: str) -> tuple[str, ...]:
        """Return the German names for ``de``, the English ones for every other language."""
        return self.de if language == "de" else self.en


@dataclass(frozen=True, slots=True)
class Backing:
    """Where a record comes from, and whether somebody has checked it.

    ``verified``: at a primary source, or at two independent ones.
    """

    sources: tuple[str, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class Effort:
    """The common effort: the collective that acts, what it is called, and since when it exists."""

    actor: str
    names: Names
    launched_on: str | None
    launched_in: str | None
    backing: Backing


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor that is no state, or one whose names the dossier extends; ``members`` are actor ids."""

    id: str
    names: Names
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody in an office that belongs to an actor.

    ``from_`` None: not known when it began; ``until`` None: still in office as far as the dossier knows. Both ends
    belong to the term: on the day of a handover the old and the new holder are in office.
    """

    person: str
    actor: str
    office: str
    from_: str | None
    until: str | None
    backing: Backing

    def covers(self, day: str) -> bool:
        """Say whether the day is in the term as far as its ends are known."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the spellings of his name and all his terms, in the file's order."""

    id: str
    names: Names
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A known fact with a day: before it, what ``bounds`` names (actor ids) cannot have met or acted together."""

    id: str
    day: str
    wording: Words
    bounds: tuple[str, ...]
    backing: Backing


@dataclass(frozen=True, slots=True)
class KnownCondition:
    """A condition of a known statement (codebook, section 2)."""

    type: ConditionType
    of: str | None = None


@dataclass(frozen=True, slots=True)
class KnownQuantity:
    """An interval of persons, items or units of a currency; an unknown side is None."""

    min: float | None
    max: float | None
    unit: str
    shared: bool = False


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """One commitment (``measure``, ``firmness``) or position (``topic``, ``stance``) in the codebook's values."""

    actor: str
    speaker: str | None = None
    measure: str | None = None
    firmness: Firmness | None = None
    topic: str | None = None
    stance: Stance | None = None
    conditions: tuple[KnownCondition, ...] = ()
    condition_logic: ConditionLogic | None = None
    quantity: KnownQuantity | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """What the world knows that somebody said: our wording, the day (or month, year; or None), and it coded."""

    id: str
    said_on: str | None
    wording: Words
    statements: tuple[KnownStatement, ...]
    backing: Backing


@dataclass(frozen=True, slots=True)
class Document:
    """A declaration or agreement with its components; ``trigger``: the event that puts it into force."""

    id: str
    day: str | None
    title: Words
    trigger: ConditionType | None
    components: tuple[Words, ...]
    backing: Backing


@dataclass(frozen=True, slots=True)
class PlanningNumber:
    """A number that planners work with, and what it means."""

    id: str
    wording: Words
    measure: str
    quantity: KnownQuantity
    as_of: str | None
    backing: Backing


@dataclass(frozen=True, slots=True)
class Economy:
    """Gross domestic product of a state in billions of a currency, for shares of a burden; ``as_of`` a day or year."""

    actor: str
    billions: float
    currency: str
    as_of: str
    backing: Backing


@dataclass(frozen=True, slots=True)
class Difference:
    """A point on which real reports are known to have differed."""

    id: str
    wording: Words


@dataclass(frozen=True, slots=True)
class Participation:
    """Who came to a known meeting, and how; ``person`` None: some representative of the actor."""

    actor: str
    person: str | None
    role: Role
    mode: Mode


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting that is known to have been held; ``of``: the actor whose meeting it is, mostly the effort's."""

    id: str
    day: str
    place: str
    kind: MeetingKind
    of: str | None
    wording: Words
    countries: int | None
    leaders: int | None
    participants: tuple[Participation, ...]
    backing: Backing


@dataclass(frozen=True, slots=True)
class AddedValue:
    """A measure or topic that the dossier adds to the codebook's list."""

    id: str
    names: Names
    meaning: Words
