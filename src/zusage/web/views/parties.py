"""One actor, and one measure: what of the ledger is theirs, what changed last, and where reports contradict each other."""

from __future__ import annotations

from dataclasses import dataclass

from zusage.dossier import Dossier
from zusage.web.page import Table
from zusage.web.views.entries import ConflictRef
from zusage.web.views.overview import Change, change_of
from zusage.web.views.parts import EntryRow, Part, part_of, row_of, slice_of, table_of
from zusage.workflow.lookups import (
    ChangeFilter,
    ConflictFilter,
    EntryFilter,
    EntryOrder,
    Lookups,
    Page,
    Step,
)

_NEWEST = 8
_STEPS = 400
"""Steps that are drawn at most; the newest ones."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office, with the day since which he is known to be."""

    person: str
    office: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPage:
    """An actor or a measure (``kind``), its entries and its newest changes; ``steps`` are what the drawing shows."""

    kind: str
    id: str
    entries: tuple[EntryRow, ...]
    part: Part
    changes: tuple[Change, ...]
    steps: tuple[Step, ...]
    conflicts: tuple[ConflictRef, ...]
    holders: tuple[Holder, ...] = ()

    def table(self) -> Table:
        """The entries as CSV."""
        return table_of(self.entries)


def actor_page(lookups: Lookups, actor: str, *, as_of: str | None, number: int) -> PartyPage:
    """Show an actor."""
    wanted = EntryFilter(actors=(actor,))
    found = lookups.entries(wanted, order=EntryOrder.MEASURE, page=slice_of(number), as_of=as_of)
    stepped = ChangeFilter(actors=(actor,))
    changes = lookups.changes(stepped, page=Page(_NEWEST), as_of=as_of)
    conflicts = lookups.plain_conflicts(ConflictFilter(actor=actor), page=Page(_NEWEST))
    return PartyPage(
        kind="actor",
        id=actor,
        entries=tuple(row_of(each) for each in found),
        part=part_of(number, found.total),
        changes=tuple(change_of(each) for each in changes),
        steps=lookups.steps(stepped, most=_STEPS, as_of=as_of),
        conflicts=tuple(ConflictRef(each.id, each.slot, each.severity, each.explanation) for each in conflicts),
        holders=_holders(lookups.workspace.dossier, actor, as_of),
    )


def measure_page(lookups: Lookups, measure: str, *, as_of: str | None, number: int) -> PartyPage:
    """Show a measure."""
    wanted = EntryFilter(measures=(measure,))
    found = lookups.entries(wanted, order=EntryOrder.FIRMEST, page=slice_of(number), as_of=as_of)
    stepped = ChangeFilter(measures=(measure,))
    changes = lookups.changes(stepped, page=Page(_NEWEST), as_of=as_of)
    return PartyPage(
        kind="measure",
        id=measure,
        entries=tuple(row_of(each) for each in found),
        part=part_of(number, found.total),
        changes=tuple(change_of(each) for each in changes),
        steps=lookups.steps(stepped, most=_STEPS, as_of=as_of),
        conflicts=(),
    )


def _holders(dossier: Dossier, actor: str, day: str | None) -> tuple[Holder, ...]:
    """Who is in the actor's offices on a day; without one, on the last day up to which terms are recorded."""
    known = day or dossier.terms_known_until
    terms = dossier.holders(actor, day=known) if known else ()
    return tuple(Holder(each.person, each.office, each.from_, each.until) for each in terms)
