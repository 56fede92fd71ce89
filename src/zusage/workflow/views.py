"""What a ledger comes to: readings and judgements in force, and the entries, meetings and conflicts made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from zusage.errors import MissingError, wording
from zusage.model.ledger import BoundedMeeting, Conflict, Entry, Judgement
from zusage.model.report import Reading, Report
from zusage.model.statement import Attendance
from zusage.publish.disclosure import BY_HAND
from zusage.reconcile import (
    Grounds,
    attendance_at,
    bound_meetings,
    build_entries,
    circle_names,
    find_conflicts,
    find_mentions,
    known_from,
    lay_grounds,
)
from zusage.workflow.current import Current, load_current
from zusage.workflow.workspace import Workspace


@dataclass(frozen=True)
class View:
    """Everything derived from a ledger's rows, worked out when it is asked for."""

    current: Current
    workspace: Workspace
    as_of: str | None = None
    accepted_only: bool = False

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings in force, in the order in which their reports arrived."""
        return self.current.readings

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, in the order in which they were made."""
        return self.current.judgements

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """Reports by their id."""
        return {reading.report.id: reading.report for reading in self.readings}

    @cached_property
    def grounds(self) -> Grounds:
        """What entries and conflicts are built on; of a public edition only what a person has accepted or coded."""
        dossier = self.workspace.dossier
        grounds = lay_grounds(
            self.readings,
            carried=self.current.carried,
            known=known_from(dossier),
            mentions=find_mentions(self.readings, circle_names(dossier)),
        )
        if not self.accepted_only:
            return grounds
        return replace(grounds, claims=tuple(claim for claim in grounds.claims if claim.status in BY_HAND))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The ledger's entries."""
        return build_entries(self.grounds, as_of=self.as_of)

    @cached_property
    def meetings(self) -> tuple[BoundedMeeting, ...]:
        """The meetings with the days on which they can have been."""
        return bound_meetings(self.grounds)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts."""
        return find_conflicts(self.grounds, bounded=self.meetings)

    @cached_property
    def story_names(self) -> Mapping[str, str]:
        """For each story the event that its reports' files name, if they do."""
        return {story.id: story.name for story in self.grounds.stories if story.name}

    @property
    def is_synthetic(self) -> bool:
        """Whether any of the reports is a made-up one."""
        return any(reading.report.synthetic for reading in self.readings)

    def attendance_of(self, story: str) -> tuple[tuple[Report, Attendance], ...]:
        """Return who came how to a story's meeting, with the report that says so."""
        found = [each for each in self.grounds.stories if each.id == story]
        return tuple(pair for each in found for pair in attendance_at(each, self.grounds.counting))

    def find_entry(self, name: str) -> Entry:
        """Return the entry with this id or beginning of one.

        Raises:
            MissingError: there is none, or more than one.
        """
        found = [entry for entry in self.entries if entry.id.startswith(name)]
        if not found:
            raise MissingError(
                wording("entry {name}", name=name), "is not in the ledger", hint="zusage ledger shows them"
            )
        if len(found) > 1:
            raise MissingError(
                wording("entry {name}", name=name),
                wording("is the beginning of {count} ids", count=len(found)),
                hint="give more of it",
            )
        return found[0]


def view_ledger(
    workspace: Workspace, *, as_of: str | None = None, known_at: str | None = None, accepted_only: bool = False
) -> View:
    """Load what is in force; ``as_of`` a day up to which things were said, ``known_at`` a time of recording."""
    return View(load_current(workspace, known_at=known_at), workspace, as_of, accepted_only)


def published_by(view: View, day: str) -> View:
    """Return what a ledger comes to if only its reports count that had been published by a day; undated ones do not."""
    readings = tuple(each for each in view.readings if each.report.published_on and each.report.published_on <= day)
    return replace(view, current=replace(view.current, readings=readings))
