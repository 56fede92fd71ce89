"""The report's meetings as attendance sees them: does a clause speak of being there, or of another place?

Uses the meetings, cities and days found before. Source: codebook, section 4 ("said" alone is not attending).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from zusage.language.analysis import Clause, ClauseKind, Pos
from zusage.model.statement import Meeting
from zusage.model.values import MeetingKind
from zusage.reading.context import Context
from zusage.reading.lexicon import words
from zusage.reading.meetings.cities import places_in
from zusage.reading.meetings.days import days_in
from zusage.reading.meetings.mentions import gathering_at, gatherings_in
from zusage.reading.places import state_of

AT = frozenset(["in", "im", "bei", "beim", "auf", "am", "während", "at", "during", "aboard", "inside"])
_AWAY = frozenset(
    {
        "nach",
        "vor",
        "after",
        "before",
        "ahead",
        "following",
        "seit",
        "since",
        "über",
        "about",
        "for",
        "für",
        "vom",
        "von",
        "an",
        "zu",
        "zum",
        "to",
        "against",
        "gegen",
    }
)
_EDGES = frozenset(
    {
        "rande",
        "beginn",
        "ende",
        "eröffnung",
        "auftakt",
        "abschluss",
        "margins",
        "sidelines",
        "opening",
        "end",
        "start",
        "close",
        "day",
        "tag",
        "tags",
    }
)
_BEFORE = frozenset({"vor", "before"})
_INSIDE = frozenset({Pos.DET, Pos.ADJ, Pos.NUM, Pos.PROPN, Pos.NOUN, Pos.ADV, Pos.PRON, Pos.PART, Pos.X})
_DEFINITE = frozenset({"the", "der", "dem", "den", "beim", "im", "diesen", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "ein", "einem", "einer"})
_REACH = 8
_LATER = 2  # days after a meeting's first that may be its own


@dataclass(eq=False)
class Occasion:
    """A report's meetings: the cities where and the days when they are held."""

    context: Context
    meetings: Sequence[Meeting]
    cities: frozenset[str] = field(init=False, repr=False)
    days: frozenset[date] = field(init=False, repr=False)
    _places: dict[tuple[tuple[int, int], ...], tuple[str, ...]] = field(default_factory=dict, repr=False)
    _days: dict[tuple[tuple[int, int], ...], tuple[date, ...]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Gather where and when they are held."""
        self.cities = frozenset(m.place for m in self.meetings if m.place is not None)
        self.days = frozenset(date.fromisoformat(m.date) for m in self.meetings if m.date is not None)

    @property
    def main(self) -> Meeting | None:
        """The one that the report is about, None where none has a city or a day."""
        return self.meetings[0] if self.meetings else None

    @property
    def kind(self) -> MeetingKind | None:
        """The main meeting's kind."""
        return self.main.kind_of if self.main is not None else None

    @property
    def place(self) -> str | None:
        """The main meeting's city."""
        return self.main.place if self.main is not None else None

    def gathering(self, clause: Clause) -> int | None:
        """The noun of meeting that a clause is set at: "auf der Konferenz", "at the summit", "am Rande des Treffens"."""
        for i in gatherings_in(self.context, clause):
            found = gathering_at(self.context, i)
            if (
                found is not None
                and (found[1] > 1 or found[0] is MeetingKind.CALL or self._is_definite(clause, i))
                and self._is_at(clause, i)
            ):
                return i
        return self._relative_to(clause)

    def _is_definite(self, clause: Clause, noun: int) -> bool:
        """Say whether a weak noun is told as one that is known: "at the talks in Oslo", "in der Sitzung"; not "in talks with"."""
        if self.context.lemmas[noun] in words("councils"):
            return False
        for i in range(noun - 1, max(noun - _REACH, clause.start) - 1, -1):
            token = self.context.tokens[i]
            if token.lower in _DEFINITE:
                return True
            if token.pos not in _INSIDE or token.lower in _INDEFINITE:
                return False
        return False

    def _relative_to(self, clause: Clause) -> int | None:
        """The noun of meeting that a relative clause is set at: "a conference at which she spoke", "das Treffen, bei dem …"."""
        if (
            clause.kind is not ClauseKind.RELATIVE
            or clause.anchor is None
            or gathering_at(self.context, clause.anchor) is None
        ):
            return None
        set_at = (
            clause.phrases and clause.phrases[0].prep in AT | {"an"} and clause.phrases[0].start <= clause.start + 1
        )
        return clause.anchor if set_at else None

    def is_call(self, clause: Clause) -> bool:
        """Say whether a clause is set in a call: it names one, or the report is about one and it names no city."""
        noun = self.gathering(clause)
        found = gathering_at(self.context, noun) if noun is not None else None
        if found is not None and found[0] is MeetingKind.CALL:
            return True
        main = self.meetings[:1]
        return bool(main) and all(m.kind_of is MeetingKind.CALL for m in main) and not self.cities_in(clause)

    def _is_at(self, clause: Clause, noun: int) -> bool:
        """Say whether the preposition before a noun puts the clause there, not after or before or about it."""
        for i in range(noun - 1, max(noun - _REACH, clause.start) - 1, -1):
            token = self.context.tokens[i]
            if token.lower in _EDGES:
                return self.context.tokens[i - 1].lower not in _BEFORE  # not "vor Beginn des Gipfels"
            if token.lower in AT:
                return True
            if token.lower in _AWAY or (token.pos not in _INSIDE and token.lower != "of"):
                return False
            if self.context.analysis.language == "de" and token.pos is Pos.NOUN:
                return False
        return False

    def city(self, clause: Clause) -> str | None:
        """The city of one of the meetings that a clause is set in, None if it names none or only others."""
        return next((city for city in self.cities_in(clause) if city in self.cities), None)

    def cities_in(self, clause: Clause) -> tuple[str, ...]:
        """The cities that a clause's own words name, in order; asked by every rule, so that the answer is kept."""
        found = self._places.get(clause.own)
        if found is None:
            found = tuple(p.city for start, end in clause.own for p in places_in(self.context, start, end))
            self._places[clause.own] = found
        return found

    def _days_in(self, clause: Clause) -> tuple[date, ...]:
        """The days that a clause's own words name, in order; kept like the cities."""
        found = self._days.get(clause.own)
        if found is None:
            found = tuple(d.day for start, end in clause.own for d in days_in(self.context, start, end))
            self._days[clause.own] = found
        return found

    def is_elsewhere(self, clause: Clause) -> bool:
        """Say whether a clause names a city, and none of the meetings'."""
        named = self.cities_in(clause)
        return bool(named) and not any(city in self.cities for city in named)

    def has_day(self, clause: Clause) -> bool:
        """Say whether a clause names a day of a meeting."""
        return any(day in self.days for day in self._days_in(clause))

    def is_other_day(self, clause: Clause) -> bool:
        """Say whether a clause names a day, and none of the meetings' nor one beside it or of a long one."""
        named = self._days_in(clause)
        return (
            bool(named)
            and bool(self.days)
            and not any(-1 <= (d - day).days <= _LATER for d in named for day in self.days)
        )

    def is_apart(self, clause: Clause) -> bool:
        """Say whether a clause tells of something at another place or on another day than the meetings."""
        return self.is_elsewhere(clause) or self.is_other_day(clause)

    def is_guest(self, actor: str, city: str) -> bool:
        """Say whether an actor is not at home in a city."""
        return state_of(city) != actor and not (city == "Brussels" and actor in ("eu", "nato"))

    def index_of(self, clause: Clause) -> int | None:
        """The meeting that a clause speaks of: by its city or day; the only one; else None."""
        if len(self.meetings) == 1:
            return 0
        city = self.city(clause)
        for i, meeting in enumerate(self.meetings):
            if city is not None and meeting.place == city:
                return i
        for day in self._days_in(clause):
            for i, meeting in enumerate(self.meetings):
                if meeting.date == day.isoformat():
                    return i
        return None
