"""The ledger as a list with filters, and one entry in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zusage.model.ledger import Authorship, EntryChange, EntryCondition, Link, Severity, Status
from zusage.model.statement import Quantity
from zusage.model.values import ConditionType, Firmness
from zusage.reconcile import LookReason
from zusage.reconcile.naming import Names
from zusage.web.address import Address
from zusage.web.page import Table
from zusage.web.views.parts import (
    Cited,
    ConditionLine,
    EntryRow,
    Part,
    Source,
    cited_of,
    part_of,
    row_of,
    slice_of,
    source_of,
)
from zusage.workflow.lookups import (
    EVERYTHING,
    EntryFilter,
    EntryInFull,
    EntryOrder,
    Lookups,
    Matrix,
    ReportLine,
    StatementInEntry,
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters may be set to: actors and measures that the ledger has, and the codebook's values."""

    actors: tuple[str, ...]
    measures: tuple[str, ...]
    firmness: tuple[str, ...]
    conditions: tuple[str, ...]
    orders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """A part of the list of entries."""

    entries: tuple[EntryRow, ...]
    part: Part
    order: str
    choices: Choices


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step in the history, in whose words."""

    day: str | None
    before: Firmness | None
    after: Firmness
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class TraceLine:
    """Why one field has its value."""

    field: str
    rule: str
    quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """One statement: the words with a little of what stands around them, and what it is to the entry."""

    id: str
    day: str | None
    firmness: Firmness
    quote: str
    before: str
    after: str
    speaker: str | None
    authorship: Authorship
    status: Status
    counts: bool
    link: Link
    certainty: float | None
    source: Source
    trace: tuple[TraceLine, ...]
    second_look: LookReason | None


@dataclass(frozen=True, slots=True)
class ConditionSaid:
    """A condition with who says so; None for a report's own voice."""

    condition: ConditionLine
    said_by: tuple[str | None, ...]
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class AmountSaid:
    """A stated amount with the words; amounts of one entry are never added up."""

    quantity: Quantity
    day: str | None
    per: str | None
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ConflictRef:
    """A conflict in one line."""

    id: str
    slot: str
    severity: Severity
    explanation: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """One entry in full; ``roots`` are the independent reports behind it, ``remarks`` counts those that are shown.

    ``said`` is a ``part`` of its statements: a page for who reads, all of them as data.
    """

    entry: EntryRow
    joint_with: tuple[str, ...]
    history: tuple[StepLine, ...]
    conditions: tuple[ConditionSaid, ...]
    amounts: tuple[AmountSaid, ...]
    said: tuple[SaidLine, ...]
    roots: tuple[Source, ...]
    conflicts: tuple[ConflictRef, ...]
    remarks: int
    part: Part

    def table(self) -> Table:
        """The statements as CSV."""
        columns = ("id", "day", "firmness", "speaker", "authorship", "status", "counts", "link", "certainty")
        return Table(
            (*columns, "quote", "report", "outlet", "published_on", "address", "synthetic"),
            tuple(
                (
                    *(each.id, each.day, each.firmness, each.speaker, each.authorship, each.status, each.counts),
                    *(each.link, each.certainty, each.quote, each.source.id, each.source.outlet),
                    *(each.source.published_on, each.source.address, each.source.synthetic),
                )
                for each in self.said
            ),
        )


def wanted_of(address: Address, matrix: Matrix, names: tuple[Names, ...]) -> EntryFilter:
    """Read the filters out of an address; an actor may also be given by its name."""
    actor, measure = address.get("actor"), address.get("measure")
    reviewed = {"yes": True, "no": False}.get(address.get("reviewed") or "")
    return EntryFilter(
        actors=(_actor(actor, matrix, names),) if actor else (),
        measures=(measure,) if measure else (),
        firmness=address.get("firmness"),
        condition=address.get("condition"),
        roots=address.number("roots"),
        since=address.get("from"),
        until=address.get("until"),
        reviewed=reviewed,
        contested=True if address.get("contested") else None,
        unsure=address.get("all") is not None,
    )


def _actor(wanted: str, matrix: Matrix, names: tuple[Names, ...]) -> str:
    named = {each.actor(actor).casefold(): actor for each in names for actor in matrix.actors}
    return wanted if wanted in matrix.actors else named.get(wanted.casefold(), wanted)


def order_of(address: Address) -> EntryOrder:
    """The order that an address names; what it does not know is the usual one."""
    wanted = address.get("sort")
    return EntryOrder(wanted) if wanted in set(EntryOrder) else EntryOrder.MEASURE


def ledger_page(lookups: Lookups, address: Address, names: tuple[Names, ...], *, whole: bool = False) -> LedgerPage:
    """List entries as an address asks; ``whole``: all that fit, on one page."""
    matrix = lookups.matrix()
    order = order_of(address)
    page = EVERYTHING if whole else slice_of(address.page)
    found = lookups.entries(wanted_of(address, matrix, names), order=order, page=page, as_of=address.as_of)
    choices = Choices(matrix.actors, matrix.measures, tuple(Firmness), tuple(ConditionType), tuple(EntryOrder))
    part = part_of(1, 1) if whole else part_of(address.page, found.total)
    return LedgerPage(tuple(row_of(each) for each in found), part, order, choices)


def entry_page(found: EntryInFull, part: Part, *, whole: bool, remarks: int = 0) -> EntryPage:
    """Show one entry with a part of its statements; ``whole``: with what stands around each quote."""
    entry, reports = found.entry, found.reports
    return EntryPage(
        entry=row_of(found.line),
        joint_with=entry.joint_with,
        history=tuple(_step(each, reports) for each in entry.changes),
        conditions=tuple(_condition(each, reports) for each in entry.conditions),
        amounts=tuple(
            AmountSaid(each.quantity, each.day, each.per, cited_of(each.citations, reports))
            for each in entry.quantities
        ),
        said=tuple(_said(each, whole=whole) for each in found.statements),
        roots=tuple(source_of(reports[each]) for each in entry.roots if each in reports),
        conflicts=tuple(ConflictRef(each.id, each.slot, each.severity, each.explanation) for each in found.conflicts),
        remarks=remarks,
        part=part,
    )


def _step(step: EntryChange, reports: Mapping[str, ReportLine]) -> StepLine:
    return StepLine(step.day, step.before, step.after, cited_of(step.citations, reports))


def _condition(each: EntryCondition, reports: Mapping[str, ReportLine]) -> ConditionSaid:
    line = ConditionLine(each.type, each.of, each.n, each.measure)
    return ConditionSaid(line, each.said_by, cited_of(each.citations, reports))


def _said(each: StatementInEntry, *, whole: bool) -> SaidLine:
    said = each.said
    return SaidLine(
        id=said.id,
        day=said.day,
        firmness=said.firmness,
        quote=said.quote.exact,
        before=each.before if whole else "",
        after=each.after if whole else "",
        speaker=said.speaker,
        authorship=said.authorship,
        status=said.status,
        counts=said.counts,
        link=said.link,
        certainty=each.certainty,
        source=source_of(each.report),
        trace=tuple(TraceLine(step.field, step.rule, step.quote.exact if step.quote else None) for step in each.trace),
        second_look=each.look.reason if each.look else None,
    )
