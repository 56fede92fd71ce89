"""Parts that several pages show: reports that are cited, words with their source, lines of the ledger, parts of lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zusage.model.ledger import Citation, EntryCondition
from zusage.model.statement import Quantity
from zusage.model.values import Firmness
from zusage.web.marking import rank
from zusage.web.page import Table
from zusage.workflow.lookups import EntryLine, Page, ReportLine
from zusage.workflow.lookups import Saying as Said
from zusage.workflow.quoting import rest_of_sentence

PAGE_SIZE = 25
"""Lines on one page of a list."""


@dataclass(frozen=True, slots=True)
class Source:
    """A report as it is cited."""

    id: str
    name: str
    title: str
    outlet: str | None
    language: str
    published_on: str | None
    address: str | None
    synthetic: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """Words with who said them and where they stand; no words where a reader gave none."""

    quote: str
    speaker: str | None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Words with the rest of their sentence ``before`` and ``after`` them, who said them when, and how firm they are."""

    quote: str
    before: str
    after: str
    speaker: str | None
    day: str | None
    firmness: Firmness
    source: Source


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One condition as tokens."""

    type: str
    of: str | None
    n: int | None
    measure: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One line of the ledger; ``roots`` are independent reports behind it, ``conflicts`` how many quote it.

    ``basis`` are the words that set the firmness, ``newest`` the last ones; ``is_weaker_now``: the last ones say less.
    """

    id: str
    actor: str
    measure: str
    object: str | None
    recipient: str | None
    firmness: Firmness | None
    quantity: Quantity | None
    conditions: tuple[ConditionLine, ...]
    condition_logic: str
    first_day: str | None
    last_day: str | None
    statements: int
    roots: int
    utterances: int
    reviewed: bool
    unsure: bool
    synthetic: bool
    conflicts: int
    basis: Saying
    newest: Saying
    is_weaker_now: bool


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a list is shown: ``number`` of ``of`` pages, ``total`` items in all of them."""

    number: int
    of: int
    total: int

    @property
    def first(self) -> int:
        """The number of its first item, where pages have the usual size."""
        return (self.number - 1) * PAGE_SIZE + 1


def part_of(number: int, total: int, size: int = PAGE_SIZE) -> Part:
    """Say which part a page of a list is; there is always one."""
    return Part(number, max(1, -(-total // size)), total)


def slice_of(number: int, size: int = PAGE_SIZE) -> Page:
    """The part of a list that is a page, from 1 on."""
    return Page(size, (number - 1) * size)


def source_of(line: ReportLine) -> Source:
    """A report as it is cited, by its name in its file where it has no title."""
    name = line.name or line.id[:8]
    return Source(
        line.id, name, line.title or name, line.outlet, line.language, line.published_on, line.address, line.synthetic
    )


def cited_of(citations: Iterable[Citation], reports: Mapping[str, ReportLine]) -> tuple[Cited, ...]:
    """Words that are cited, each once."""
    found = {
        (each.report, each.quote.exact if each.quote else ""): each for each in citations if each.report in reports
    }
    return tuple(Cited(quote, None, source_of(reports[report])) for report, quote in found)


def conditions_of(conditions: Iterable[EntryCondition]) -> tuple[ConditionLine, ...]:
    """Conditions as tokens."""
    return tuple(ConditionLine(each.type, each.of, each.n, each.measure) for each in conditions)


def row_of(line: EntryLine) -> EntryRow:
    """An entry as a line."""
    return EntryRow(
        id=line.id,
        actor=line.actor,
        measure=line.measure,
        object=line.object,
        recipient=line.recipient,
        firmness=line.firmness,
        quantity=line.quantity,
        conditions=conditions_of(line.conditions),
        condition_logic=line.condition_logic,
        first_day=line.first_day,
        last_day=line.last_day,
        statements=line.statements,
        roots=line.roots,
        utterances=line.utterances,
        reviewed=line.reviewed,
        unsure=line.unsure,
        synthetic=line.synthetic,
        conflicts=line.conflicts,
        basis=_saying(line.basis),
        newest=_saying(line.newest),
        is_weaker_now=rank(line.newest.firmness) < rank(line.basis.firmness),
    )


def _saying(said: Said) -> Saying:
    before, after = rest_of_sentence(said.words.quote)
    return Saying(
        quote=said.words.quote.exact,
        before=before,
        after=after,
        speaker=said.words.speaker,
        day=said.day,
        firmness=said.firmness,
        source=source_of(said.words.report),
    )


def table_of(rows: Iterable[EntryRow]) -> Table:
    """Lines of the ledger as CSV."""
    columns = (
        *("id", "actor", "measure", "object", "recipient", "firmness", "minimum", "maximum", "unit"),
        *("conditions", "condition_logic", "first_day", "last_day", "statements", "roots", "utterances"),
        *("reviewed", "unsure", "synthetic", "conflicts", "quote", "speaker", "report", "published_on", "address"),
    )
    return Table(columns, tuple(_cells(each) for each in rows))


def _cells(each: EntryRow) -> tuple[object, ...]:
    amount = each.quantity
    source = each.basis.source
    return (
        *(each.id, each.actor, each.measure, each.object, each.recipient, each.firmness),
        *((amount.min, amount.max, amount.unit) if amount else (None, None, None)),
        *(each.conditions, each.condition_logic, each.first_day, each.last_day, each.statements, each.roots),
        *(each.utterances, each.reviewed, each.unsure, each.synthetic, each.conflicts),
        *(each.basis.quote, each.basis.speaker, source.id, source.published_on, source.address),
    )
