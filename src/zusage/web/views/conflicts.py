"""Where reports contradict each other or known facts: a list, and one with the words of each side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zusage.model.ledger import ConflictSide, Scope, Severity
from zusage.web.address import Address
from zusage.web.page import Table
from zusage.web.views.parts import Cited, EntryRow, Part, cited_of, part_of, slice_of
from zusage.workflow.lookups import EVERYTHING, ConflictFilter, ConflictInFull, Lookups, ReportLine

SLOTS = ("firmness", "condition", "quantity", "attendance", "date", "place", "count", "actor", "attribution")
"""The points on which there are conflicts."""


@dataclass(frozen=True, slots=True)
class SideLine:
    """One value with the words that give it (its source, where it is a known fact)."""

    value: str
    citations: tuple[Cited, ...]
    roots: int
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictPage:
    """One conflict in full; ``entries`` are those whose statements are quoted."""

    id: str
    slot: str
    scope: Scope
    severity: Severity
    subject: str
    explanation: Mapping[str, str]
    reasons: tuple[str, ...]
    sides: tuple[SideLine, ...]
    reports: int
    story: str | None
    event: str | None
    entries: tuple[str, ...]
    pledges: tuple[EntryRow, ...] = ()

    def table(self) -> Table:
        """The words of each side as CSV."""
        return conflicts_table((self,))


@dataclass(frozen=True, slots=True)
class ConflictsPage:
    """A part of the list of conflicts."""

    conflicts: tuple[ConflictPage, ...]
    part: Part
    slots: tuple[str, ...]
    severities: tuple[str, ...]
    by_severity: Mapping[str, int]

    def table(self) -> Table:
        """One row for each quote of each side."""
        return conflicts_table(self.conflicts)


def wanted_of(address: Address) -> ConflictFilter:
    """Read the filters out of an address."""
    severity = address.get("severity")
    return ConflictFilter(
        slot=address.get("slot"),
        severity=Severity(severity) if severity in set(Severity) else None,
        actor=address.get("actor"),
    )


def conflicts_page(lookups: Lookups, address: Address, *, whole: bool = False) -> ConflictsPage:
    """List conflicts as an address asks; ``whole``: all that fit, on one page."""
    found = lookups.conflicts(wanted_of(address), page=EVERYTHING if whole else slice_of(address.page))
    counted = lookups.counts(as_of=address.as_of).conflicts_by_severity
    part = part_of(1, 1) if whole else part_of(address.page, found.total)
    return ConflictsPage(tuple(conflict_page(each) for each in found), part, SLOTS, tuple(Severity)[::-1], counted)


def conflict_page(found: ConflictInFull, pledges: tuple[EntryRow, ...] = ()) -> ConflictPage:
    """Show one conflict; ``pledges`` are its entries as lines, where it is shown alone."""
    each = found.conflict
    return ConflictPage(
        pledges=pledges,
        id=each.id,
        slot=each.slot,
        scope=each.scope,
        severity=each.severity,
        subject=each.subject,
        explanation=each.explanation,
        reasons=each.reasons,
        sides=tuple(_side(side, found.reports) for side in each.sides),
        reports=len(each.reports),
        story=each.story,
        event=found.event,
        entries=found.entries,
    )


def conflicts_table(conflicts: tuple[ConflictPage, ...]) -> Table:
    """One row for each quote of each side."""
    columns = (
        "id",
        "slot",
        "scope",
        "severity",
        "subject",
        "value",
        "quote",
        "report",
        "published_on",
        "address",
        "source",
    )
    rows: list[tuple[object, ...]] = []
    for each in conflicts:
        head = (each.id, each.slot, each.scope, each.severity, each.subject)
        for side in each.sides:
            rows.extend(
                (*head, side.value, words.quote, words.source.id, words.source.published_on, words.source.address, None)
                for words in side.citations
            )
            if not side.citations:
                rows.append((*head, side.value, None, None, None, None, side.source))
    return Table(columns, tuple(rows))


def _side(side: ConflictSide, reports: Mapping[str, ReportLine]) -> SideLine:
    return SideLine(str(side.value), cited_of(side.citations, reports), len(side.roots), side.source)
