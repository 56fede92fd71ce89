"""What a line shows of a step in an entry's history, beyond what it is looked up by, as a row of values and back.

And of entries as they were.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from zusage.ledger.payload import compact, read_json
from zusage.model.ledger import EntryChange, Status
from zusage.model.quote import Quote
from zusage.reconcile.entries import Outline
from zusage.reconcile.firmness import Saying
from zusage.workflow.derive.showing import encode_brief


@dataclass(frozen=True, slots=True)
class StepWords:
    """The words in which a step was made, who says them, and in which report."""

    quote: Quote
    speaker: str | None
    report: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """What a line shows of a step; ``words`` are None where a reader gave none. The rest is as in `ChangeLine`."""

    object: str | None
    recipient: str | None
    words: StepWords | None
    statements: tuple[str, ...]
    reviewed: bool
    synthetic: bool


class Wordings:
    """Writes what lines show of some entries as they were, and of their steps; the same step of several days once."""

    def __init__(self, sayings: Iterable[Saying], synthetic: Collection[str]) -> None:
        """Know the statements of the entries; ``synthetic`` are the reports that were written as samples."""
        self._said = {saying.claim.id: saying for saying in sayings}
        self._synthetic = synthetic
        self._written: dict[tuple[str, ...], str] = {}

    def encode(self, entry: Outline, step: EntryChange) -> str:
        """Write what a line shows of a step."""
        named = [each.statement for each in step.citations if each.statement]
        key = (entry.id, *named)
        if key not in self._written:
            self._written[key] = self._encode(entry, step, named)
        return self._written[key]

    def encode_line(self, entry: Outline) -> str:
        """Write what a line shows of an entry as it was."""
        return encode_brief(entry, [self._said[name] for name in entry.statements], self._synthetic)

    def _encode(self, entry: Outline, step: EntryChange, named: list[str]) -> str:
        cited = next((each for each in step.citations if each.quote is not None), None)
        words = None
        if cited is not None and cited.quote is not None:
            quote, said = cited.quote, self._said.get(cited.statement or "")
            speaker = said.commitment.speaker if said else None
            words = [quote.exact, quote.start, quote.end, quote.prefix, quote.suffix], speaker, cited.report
        judged = [name in self._said and self._said[name].claim.status is not Status.READ for name in named]
        synthetic = any(each.report in self._synthetic for each in step.citations)
        row = [entry.object, entry.recipient, words, named, bool(named) and all(judged), synthetic]
        return compact(row)


def decode_step(written: str) -> ShownStep:
    """Make of it what `Wordings.encode` wrote."""
    thing, recipient, words, named, reviewed, synthetic = read_json(written)
    made = None
    if words is not None:
        quote, speaker, report = words
        made = StepWords(Quote(*quote), speaker, report)
    return ShownStep(thing, recipient, made, tuple(named), reviewed, synthetic)
