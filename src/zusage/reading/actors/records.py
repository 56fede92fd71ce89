"""What the gazetteer knows of states, organisations, offices and persons. Uses the lexicon's tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zusage.model.values import Authority
from zusage.reading.actor_tables import words
from zusage.reading.actors.mention import Gender

PARTY_LEADER = "party-leader"
_HEADS = words("first-offices")
_SECOND = words("second-offices")


def is_federal(word: str) -> bool:
    """Say whether a German office is of a federation by its word: "Bundesjustizministerin" (Germany unless told)."""
    return word.startswith(("Bundes", "bundes"))


@dataclass(frozen=True, slots=True)
class StateRecord:
    """A state: gender of its German name, whether that is plural, and whether its president leads it."""

    iso: str
    gender: Gender
    plural: bool
    president_leads: bool


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """An organisation: ``type`` as in the table; ``number``: members that "the 27" means; ``home``: a party's state."""

    id: str
    type: str
    gender: Gender
    plural: bool
    number: int | None
    home: str | None


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """An office: the actor it is bound to by its word, and the offices of persons that may hold it, in order."""

    id: str
    authority: Authority | None
    actor: str | None
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office of an actor, None for no government or organisation. Days may be months or years."""

    person: str
    actor: str | None
    office: str
    from_: str
    until: str
    checked: bool

    def covers(self, day: date | None) -> bool:
        """Say whether the day is within the term; without a day only an open term counts."""
        if day is None:
            return not self.until
        iso = day.isoformat()
        return self.from_[: len(iso)] <= iso and (not self.until or iso[: len(self.until)] <= self.until)

    @property
    def rank(self) -> int:
        """0 for heads, 1 for those often in the news, 2 for the rest."""
        return 0 if self.office in _HEADS else 1 if self.office in _SECOND else 2


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A known person with all terms, the acting ones first by rank."""

    slug: str
    gender: Gender
    tenures: tuple[Tenure, ...]

    def tenure(self, day: date | None) -> Tenure | None:
        """Return the term on a day, the highest one; without a day an open one, else the latest."""
        acting = [tenure for tenure in self.tenures if tenure.office != PARTY_LEADER]
        found = [tenure for tenure in acting if tenure.covers(day)]
        if found:
            return min(found, key=lambda tenure: (tenure.actor is None, tenure.rank))
        if day is None and acting:
            return max(acting, key=lambda tenure: tenure.until)
        return None
