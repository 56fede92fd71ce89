"""What a line of the ledger shows of an entry, beyond what it is looked up by, as a row of values and back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from zusage.ledger.payload import compact, read_json
from zusage.model.ledger import Citation, Entry, EntryCondition, EntryStatement
from zusage.model.quote import Quote
from zusage.model.statement import Quantity
from zusage.model.values import Firmness
from zusage.reconcile.entries import Outline, brief_entry
from zusage.reconcile.firmness import Saying

Written = list[Any]


@dataclass(frozen=True, slots=True)
class ShownWords:
    """A statement in a line: its words, who says them in which report on which day, and how firm that is."""

    quote: Quote
    speaker: str | None
    report: str
    day: str | None
    firmness: Firmness


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a line shows: ``basis`` set the firmness, ``newest`` was said last; ``synthetic``: a report was a sample."""

    object: str | None
    quantity: Quantity | None
    conditions: tuple[EntryCondition, ...]
    condition_logic: str
    statements: int
    utterances: int
    synthetic: bool
    basis: ShownWords
    newest: ShownWords

    @property
    def reports(self) -> tuple[str, str]:
        """The reports that are named."""
        return self.basis.report, self.newest.report


def encode_shown(entry: Entry, synthetic: Collection[str]) -> str:
    """Write what a line shows of an entry; ``synthetic`` are the reports that were written as samples."""
    basis, newest = entry.deciding, entry.newest
    plain = [entry.object, entry.condition_logic, len(entry.statements), entry.utterances]
    said = [_words(each) for each in ((basis,) if basis is newest else (basis, newest))]
    is_synthetic = bool(synthetic) and any(said.report in synthetic for said in entry.statements)
    return compact(
        [plain, is_synthetic, _quantity(entry.quantity), [_condition(each) for each in entry.conditions], said]
    )


def encode_brief(outline: Outline, sayings: Sequence[Saying], synthetic: Collection[str]) -> str:
    """Write what a line shows of an entry of which the outline and the statements, in its order, are known."""
    entry = brief_entry(outline, sayings)
    basis, newest = entry.deciding, entry.newest
    plain = [outline.object, entry.condition_logic, len(sayings), entry.utterances]
    said = [_said(each) for each in ((basis,) if basis is newest else (basis, newest))]
    is_synthetic = bool(synthetic) and any(each.claim.report.id in synthetic for each in sayings)
    return compact(
        [plain, is_synthetic, _quantity(entry.quantity), [_condition(each) for each in entry.conditions], said]
    )


def decode_shown(written: str) -> Shown:
    """Make of it what `encode_shown` wrote."""
    (thing, logic, statements, utterances), synthetic, quantity, conditions, words = read_json(written)
    said = [_read_words(*each) for each in words]
    return Shown(
        object=thing,
        quantity=Quantity(*quantity) if quantity else None,
        conditions=tuple(_read_condition(*each) for each in conditions),
        condition_logic=logic,
        statements=statements,
        utterances=utterances,
        synthetic=synthetic,
        basis=said[0],
        newest=said[-1],
    )


def _condition(each: EntryCondition) -> Written:
    cited = [[words.report, _quote(words.quote) if words.quote else None, words.statement] for words in each.citations]
    return [each.type, each.of, each.n, each.measure, list(each.said_by), cited]


def _read_condition(kind: str, of: str | None, n: int | None, measure: str | None, *more: list[Any]) -> EntryCondition:
    said_by, cited = more
    citations = tuple(Citation(report, Quote(*quote) if quote else None, name) for report, quote, name in cited)
    return EntryCondition(kind, of, n, measure, tuple(said_by), citations)


def _quantity(quantity: Quantity | None) -> Written | None:
    return [quantity.min, quantity.max, quantity.unit, quantity.shared] if quantity else None


def _said(saying: Saying) -> Written:
    said = saying.commitment
    return [_quote(said.quote), said.speaker, saying.claim.report.id, saying.day, said.firmness]


def _words(said: EntryStatement) -> Written:
    return [_quote(said.quote), said.speaker, said.report, said.day, said.firmness]


def _read_words(quote: list[Any], speaker: str | None, report: str, day: str | None, firmness: str) -> ShownWords:
    return ShownWords(Quote(*quote), speaker, report, day, Firmness(firmness))


def _quote(quote: Quote) -> Written:
    return [quote.exact, quote.start, quote.end, quote.prefix, quote.suffix]
