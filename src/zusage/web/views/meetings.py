"""Meetings: on which days each can have been and why, and who came how by which report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from zusage.model.values import MeetingKind, Mode, Role
from zusage.web.page import Table
from zusage.web.views.parts import Cited, Part, cited_of, part_of, slice_of, source_of
from zusage.workflow.lookups import EVERYTHING, Lookups, MeetingInFull


@dataclass(frozen=True, slots=True)
class StatedLine:
    """A day that reports give; ``impossible`` if it lies outside of the bounds."""

    day: str
    impossible: bool
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class BoundLine:
    """Why a meeting cannot have been earlier (``side`` first) or later (last) than a day."""

    side: str
    day: str
    reason: Mapping[str, str]
    source: str | None
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class CameLine:
    """How somebody is said to have come, and in which words; None where only the state is named."""

    mode: Mode
    role: Role
    cited: Cited


@dataclass(frozen=True, slots=True)
class Guest:
    """A state or a person, and what each report says of it; ``modes`` are the different ways that are told."""

    actor: str
    person: str | None
    modes: tuple[Mode, ...]
    roles: tuple[Role, ...]
    said: tuple[CameLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """One meeting; ``first`` and ``last`` are the days between which it was, both inclusive, None for open."""

    story: str
    event: str | None
    place: str | None
    kind: MeetingKind
    first: str | None
    last: str | None
    stated: tuple[StatedLine, ...]
    bounds: tuple[BoundLine, ...]
    guests: tuple[Guest, ...]


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """A part of the list of meetings."""

    meetings: tuple[MeetingLine, ...]
    part: Part

    def table(self) -> Table:
        """One row for each thing said of each guest."""
        columns = ("story", "place", "kind", "first", "last", "actor", "person", "role", "mode", "quote", "report")
        rows = (
            (*_head(each), guest.actor, guest.person, said.role, said.mode, said.cited.quote, said.cited.source.id)
            for each in self.meetings
            for guest in each.guests
            for said in guest.said
        )
        return Table(columns, tuple(rows))


def meetings_page(lookups: Lookups, number: int, *, whole: bool = False) -> MeetingsPage:
    """List meetings; ``whole``: all, on one page."""
    size = 10
    found = lookups.meetings(page=EVERYTHING if whole else slice_of(number, size))
    part = part_of(1, 1) if whole else part_of(number, found.total, size)
    return MeetingsPage(tuple(_meeting(each) for each in found), part)


def _meeting(found: MeetingInFull) -> MeetingLine:
    bounded = found.bounded
    return MeetingLine(
        story=bounded.story,
        event=found.event,
        place=bounded.place,
        kind=bounded.meeting.kind_of,
        first=bounded.first,
        last=bounded.last,
        stated=tuple(
            StatedLine(each.day, each.impossible, cited_of(each.citations, found.reports)) for each in bounded.stated
        ),
        bounds=tuple(
            BoundLine(each.side, each.day, each.reason, each.source, cited_of(each.citations, found.reports))
            for each in bounded.bounds
        ),
        guests=_guests(found),
    )


def _guests(found: MeetingInFull) -> tuple[Guest, ...]:
    """Hosts first, then whom most reports name."""
    said: dict[tuple[str, str | None], list[CameLine]] = defaultdict(list)
    for line, each in found.attendance:
        cited = Cited(each.quote.exact, None, source_of(line))
        said[each.actor, each.person].append(CameLine(each.mode, each.role, cited))
    guests = [
        Guest(
            actor,
            person,
            tuple(dict.fromkeys(each.mode for each in lines)),
            tuple(dict.fromkeys(each.role for each in lines if each.role is not Role.PARTICIPANT)),
            tuple(lines),
        )
        for (actor, person), lines in said.items()
    ]
    return tuple(sorted(guests, key=lambda each: (not each.roles, -len(each.said), each.actor, each.person or "")))


def _head(each: MeetingLine) -> tuple[object, ...]:
    return each.story, each.place, each.kind, each.first, each.last
