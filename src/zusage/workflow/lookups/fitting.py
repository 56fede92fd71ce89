"""Does what was worked out fit what is asked for?"""

from __future__ import annotations

from collections.abc import Sequence

from zusage.model.ledger import Conflict, Entry
from zusage.workflow.lookups.found import ChangeLine, ReportLine
from zusage.workflow.lookups.lines import Lines
from zusage.workflow.lookups.wanted import ChangeFilter, ConflictFilter, EntryFilter, ReportFilter


def fits(entry: Entry, wanted: EntryFilter, lines: Lines) -> bool:
    """Say whether an entry fits."""
    return (
        (wanted.unsure or not entry.is_unsure)
        and _is_named(entry, wanted)
        and wanted.firmness in {None, entry.firmness}
        and (wanted.condition is None or wanted.condition in {each.type for each in entry.conditions})
        and len(entry.roots) >= wanted.roots
        and wanted.reviewed in {None, entry.reviewed}
        and wanted.contested in {None, entry.id in lines.conflicts_of}
        and _is_spoken_of(entry, wanted.since, wanted.until)
    )


def _is_named(entry: Entry, wanted: EntryFilter) -> bool:
    return (
        (not wanted.actors or entry.actor in wanted.actors)
        and (not wanted.measures or entry.measure in wanted.measures)
        and wanted.recipient in {None, entry.recipient}
    )


def _is_spoken_of(entry: Entry, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    return any(_is_within(each.day, since, until) for each in entry.statements)


def _is_within(day: str | None, since: str | None, until: str | None) -> bool:
    """Say whether a day lies between two, both inclusive; a day that nobody tells lies between none."""
    if since is None and until is None:
        return True
    return day is not None and (since is None or since <= day) and (until is None or day <= until)


def may_step(entry: Entry, wanted: ChangeFilter, lines: Lines) -> bool:
    """Say whether steps of an entry can be wanted, before they are made."""
    return (
        wanted.entry in {None, entry.id}
        and (wanted.of is None or fits(entry, wanted.of, lines))
        and (not wanted.actors or entry.actor in wanted.actors)
        and (not wanted.measures or entry.measure in wanted.measures)
    )


def is_step(step: ChangeLine, wanted: ChangeFilter) -> bool:
    """Say whether a step is wanted."""
    return (
        wanted.after in {None, step.after}
        and wanted.first in {None, step.before is None}
        and _is_within(step.day, wanted.since, wanted.until)
    )


def is_wanted(conflict: Conflict, wanted: ConflictFilter, lines: Lines) -> bool:
    """Say whether a conflict is wanted."""
    return (
        wanted.slot in {None, conflict.slot}
        and wanted.severity in {None, conflict.severity}
        and wanted.story in {None, conflict.story}
        and (wanted.actor is None or wanted.actor in _actors(conflict))
        and (wanted.entry is None or wanted.entry in lines.entries_of(conflict))
    )


def _actors(conflict: Conflict) -> Sequence[str]:
    """The actors that a conflict's subject names."""
    return conflict.subject.partition(" ")[0].split(",")


def is_report(line: ReportLine, wanted: ReportFilter) -> bool:
    """Say whether a report is wanted."""
    return (
        wanted.outlet in {None, line.outlet}
        and wanted.language in {None, line.language}
        and wanted.story in {None, line.story}
        and _is_within(line.published_on, wanted.since, wanted.until)
    )
