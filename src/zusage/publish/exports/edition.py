"""What is exported: a ledger at one moment, cut as it was asked for, with who is called what.

Uses `zusage.model`, `zusage.reconcile`, `zusage.dossier`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from zusage.dossier import Dossier
from zusage.model.ledger import BoundedMeeting, Conflict, Entry, EntryStatement, Status
from zusage.model.report import Report
from zusage.reconcile import Claim, Grounds, roots_of
from zusage.reconcile.wording import actor_label, label, person_label

STATUS_WORDS = {Status.READ: "unreviewed"}
"""How the exports call a status, where not by its own name: nobody may take machine-read for checked."""

NOTE = (
    "Read from reports by a machine. What no person has reviewed has the status unreviewed and may be wrong: check it "
    "against its quote. What is marked synthetic comes from reports made up as samples: nobody said it."
)
"""What stands in every file that has room for it."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """Reports, claims, entries, conflicts and meetings to be exported, and what they were cut by.

    ``readers`` has the name and version of each report's reader. ``as_of``, ``known_at`` and ``reviewed`` say how it was
    cut.
    """

    dossier: Dossier
    reports: tuple[Report, ...]
    readers: Mapping[str, str]
    grounds: Grounds
    entries: tuple[Entry, ...]
    conflicts: tuple[Conflict, ...]
    meetings: tuple[BoundedMeeting, ...]
    as_of: str | None = None
    known_at: str | None = None
    reviewed: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The statements, in order of reports and places."""
        return self.grounds.claims

    @property
    def title(self) -> str:
        """What the dossier is about."""
        return self.dossier.titles.in_language("en")

    @cached_property
    def report_by_id(self) -> Mapping[str, Report]:
        """Reports by their id."""
        return {report.id: report for report in self.reports}

    @cached_property
    def claim_by_id(self) -> Mapping[str, Claim]:
        """Claims by the id of their statement."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def in_entry(self) -> Mapping[str, tuple[Entry, EntryStatement]]:
        """For each statement about a contribution its entry, and what it is in there."""
        return {each.id: (entry, each) for entry in self.entries for each in entry.statements}

    @cached_property
    def story_of(self) -> Mapping[str, str]:
        """For each report its story."""
        return self.grounds.story_of

    @cached_property
    def root_of(self) -> Mapping[str, str]:
        """For each report that is a copy, or has copies, the root."""
        return roots_of(self.grounds.families)

    def is_synthetic(self, reports: Iterable[str]) -> bool:
        """Say whether one of these reports is a made-up one."""
        return any(report.synthetic for report in map(self.report_by_id.get, reports) if report)

    def cut(self) -> Mapping[str, str]:
        """Return in words how the edition was cut; empty for a whole ledger as it is now."""
        words = {"as_of": self.as_of, "known_at": self.known_at, "reviewed": "only" if self.reviewed else None}
        return {name: value for name, value in words.items() if value}

    def actor(self, actor: str) -> str:
        """An actor's English name, with a capital."""
        known = self.dossier.actor(actor)
        names = known.names.in_language("en") if known else ()
        words = names[0] if names else actor_label(actor, "en")
        return words[:1].upper() + words[1:]

    def is_person(self, speaker: str) -> bool:
        """Say whether a speaker is a person, not an actor."""
        if self.dossier.person(speaker) is not None:
            return True
        return ":" not in speaker and "-" in speaker and self.dossier.actor(speaker) is None

    def speaker(self, speaker: str) -> str:
        """A speaker's English name: a person's, or an actor's."""
        if not self.is_person(speaker):
            return self.actor(speaker)
        known = self.dossier.person(speaker)
        names = known.names.in_language("en") if known else ()
        return names[0] if names else person_label(speaker)

    def entry(self, entry: Entry) -> str:
        """Name an entry: "Estonia: troops, for Ukraine"."""
        thing = f" ({entry.object})" if entry.object else ""
        recipient = f", for {self.actor(entry.recipient)}" if entry.recipient else ""
        return f"{self.actor(entry.actor)}: {label('measure', entry.measure, 'en')}{thing}{recipient}"


def status_of(claim: Claim) -> str:
    """What a person decided about a statement, as the exports call it."""
    return STATUS_WORDS.get(claim.status, str(claim.status))


def shared_status(statuses: Iterable[Status]) -> str:
    """How much of several statements a person has judged: `unreviewed`, `partly reviewed`, `reviewed`."""
    found = [status is not Status.READ for status in statuses]
    if not any(found):
        return "unreviewed"
    return "reviewed" if all(found) else "partly reviewed"
