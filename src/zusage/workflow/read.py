"""Reading without a ledger: files in, readings out, nothing kept."""

from __future__ import annotations

from collections.abc import Iterator

from zusage.dossier import Dossier
from zusage.intake.reports import Intake, Item, read_reports
from zusage.intake.source import Failure, Source
from zusage.model.report import Reading
from zusage.workflow.steps import ReadReport, read_safely


def open_items(sources: Iterator[Source | Failure], intake: Intake) -> Iterator[Item | Failure]:
    """Yield the reports of all sources in order, and what could not be read among them."""
    for source in sources:
        if isinstance(source, Failure):
            yield source
        else:
            yield from read_reports(source, intake)


def read_items(
    items: Iterator[Item | Failure], dossier: Dossier, reader: ReadReport
) -> Iterator[tuple[Item, Reading] | Failure]:
    """Read each report; failures are handed on in their place."""
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        reading = read_safely(item.resource, item.report, dossier, reader)
        yield reading if isinstance(reading, Failure) else (item, reading)
