"""Evaluating the reader: annotated reports in, scores and differences out.

The reader sees of each report what `zusage read` would hand it, and nothing of the annotations.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zusage.dossier import Dossier
from zusage.errors import InputError
from zusage.intake.reports import Annotated, Intake, read_annotated
from zusage.intake.source import Failure, Source
from zusage.model.report import Reading
from zusage.model.statement import Statement
from zusage.reading.certainty import is_kept_back
from zusage.reading.scoring import Difference, Scores, add_up, compare, find_differences
from zusage.workflow.steps import ReadReport, read_safely

RESAMPLES = 1000
ALL = "all"
"""The column of all languages together, where there are several."""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """An annotated report that has been read; ``predicted`` is None where the reader failed, for the ``failure``."""

    annotated: Annotated
    predicted: Reading | None
    failure: Failure | None = None

    @property
    def gold(self) -> Reading:
        """What people annotated."""
        return self.annotated.gold

    @property
    def found(self) -> Reading:
        """What was read; a report that could not be read has nothing."""
        return self.predicted if self.predicted is not None else Reading(report=self.gold.report)


@dataclass(frozen=True, slots=True)
class Explained:
    """A difference; ``instead`` is what was read at the words of a miss, ``held_back`` what certainty kept away."""

    difference: Difference
    instead: tuple[Statement, ...] = ()
    held_back: tuple[Statement, ...] = ()


def open_annotated(
    sources: Iterator[Source | Failure], intake: Intake, *, split: str | None = None
) -> Iterator[Annotated | Failure]:
    """Yield the annotated reports of all sources; one whose id has come before is a failure."""
    seen: set[str] = set()
    for source in sources:
        found = (source,) if isinstance(source, Failure) else read_annotated(source, intake, split=split)
        for each in found:
            name = each.item.report.name if isinstance(each, Annotated) else None
            if name is not None and name in seen:
                yield Failure(name, InputError(name, "occurs again", hint="the first one is scored"))
                continue
            seen.update([name] if name else ())
            yield each


def evaluate(
    annotated: Iterator[Annotated | Failure], dossier: Dossier, reader: ReadReport
) -> Iterator[Evaluated | Failure]:
    """Read each annotated report; failures of the file are handed on in their place."""
    for each in annotated:
        if isinstance(each, Failure):
            yield each
            continue
        reading = read_safely(each.item.resource, each.item.report, dossier, reader)
        yield Evaluated(each, None, reading) if isinstance(reading, Failure) else Evaluated(each, reading)


def score(evaluated: Sequence[Evaluated]) -> Mapping[str, Scores]:
    """Score by language, and over all reports where there are several languages; empty without a report."""
    by_language: dict[str, list[Evaluated]] = {}
    for each in evaluated:
        by_language.setdefault(each.gold.report.language, []).append(each)
    columns = {name: by_language[name] for name in sorted(by_language)}
    if len(columns) > 1:
        columns[ALL] = list(evaluated)
    return {name: _score(part) for name, part in columns.items()}


def explain_differences(each: Evaluated, everything: Reading | None) -> tuple[Explained, ...]:
    """Find a report's differences; ``everything`` is its reading with what certainty keeps back, if asked for."""
    held_back = [s for s in _statements(everything) if is_kept_back(s)]
    return tuple(
        Explained(one, _at(one, each.found.statements), _at(one, held_back))
        if one.gold and not one.predicted
        else Explained(one)
        for one in find_differences(each.gold, each.found)
    )


def _score(part: Sequence[Evaluated]) -> Scores:
    chance = random.Random(1)  # noqa: S311 - no secret: the codebook's scorer resamples with this seed
    draws = [chance.choices(range(len(part)), k=len(part)) for _ in range(RESAMPLES)]
    return add_up([compare(each.gold, each.predicted) for each in part], draws)


def _statements(reading: Reading | None) -> tuple[Statement, ...]:
    return reading.statements if reading is not None else ()


def _at(difference: Difference, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements of the same kind whose words a miss shares."""
    spans = [each.quote.span for each in difference.gold if each.quote is not None]
    return tuple(
        each
        for each in statements
        if each.kind == difference.kind
        and each.quote is not None
        and any(each.quote.span.overlaps(span) for span in spans)
    )
