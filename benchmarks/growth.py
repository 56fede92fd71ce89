"""How long adding one report takes when the ledger is small and when it is large.

usage: python benchmarks/growth.py [SMALL LARGE]

Fills two ledgers (2,000 and 200,000 reports) with rows of made-up reports, then adds 60 new pages to each, in turns so that
both share a busy machine, with a reader that finds two statements in each. Prints the median and the processor time a
report, and the ratio. Exit status 1 if the large one takes more than 1.5 times as long by both.
"""

from __future__ import annotations

import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from zusage.dossier import Dossier
from zusage.intake.reports import Intake
from zusage.intake.source import Failure, Source
from zusage.ledger.tables import captures, findings, readings, statements, texts, visits
from zusage.model.quote import Quote
from zusage.model.report import Reader, Reading, Report, digest
from zusage.model.statement import Commitment
from zusage.model.values import Firmness
from zusage.workflow.add import Outcome, add_sources
from zusage.workflow.workspace import Workspace, init_ledger

SIZES = (2_000, 200_000)
ADDED = 60
MOST = 1.5
BATCH = 5_000
READER = Reader("small", "1")
AT = "2025-01-01T00:00:00.000Z"
WORDS = "Oslo will send 40 medics to the harbour town, the ministry said in the evening after a long meeting. " * 8


def small_reader(report: Report, dossier: Dossier) -> Reading:
    """Read two pledges in each report."""
    assert dossier.id  # noqa: S101 - a reader is handed one
    quote = Quote.find(report.text, "Oslo will send 40 medics")
    made = (
        Commitment(actor=actor, measure="humanitarian", firmness=Firmness.PLEDGED, quote=quote)
        for actor in ("no", "lv")
    )
    return Reading(report=report, commitments=tuple(made), reader=READER)


def fill(workspace: Workspace, count: int) -> None:
    """Write the rows of many reports."""
    with workspace.ledger.writing() as connection:
        for start in range(0, count, BATCH):
            rows = [_rows(number) for number in range(start, min(start + BATCH, count))]
            for table in (captures, texts, visits, readings, statements, findings):
                connection.execute(insert(table), [row[table.name] for row in rows])


def _rows(number: int) -> dict[str, dict[str, Any]]:
    body = f"{WORDS}{number}"
    content = body.encode()
    capture, text, address = digest(content), digest(f"text {number}"), f"https://filled.example/{number}"
    report = digest(f"{address}\n{digest(body)}")[:16]
    reading, statement = digest(f"reading {number}"), digest(f"statement {number}")[:16]
    common: dict[str, Any] = {"report": report, "recorded_at": AT}
    quoted = {"quote": WORDS[:24], "quote_start": 0, "quote_end": 24}
    return {
        "captures": {
            "id": capture,
            "address": address,
            "captured_at": AT,
            "headers": "{}",
            "codec": "zlib",
            "size": len(content),
        }
        | {"content": zlib.compress(content, 1), "recorded_at": AT},
        "texts": common
        | {
            "id": text,
            "capture": capture,
            "resource": address,
            "extractor": "plain 1",
            "address": address,
            "language": "en",
        }
        | {"title": "", "body": body, "synthetic": True, "furniture": "[]"},
        "visits": {"address": address, "capture": capture, "recorded_at": AT},
        "readings": common
        | {
            "id": reading,
            "content": reading,
            "text": text,
            "reader": "small",
            "reader_version": "1",
            "fingerprint": "",
            "notes": "[]",
        },
        "statements": common
        | {"id": statement, "kind": "commitment", "actor": "no", "measure": "humanitarian", "payload": "{}"}
        | quoted,
        "findings": {"reading": reading, "kind": "commitment", "ordinal": 0, "statement": statement, "details": "{}"},
    }


def pages() -> Iterator[Source]:
    """Make pages that are in no ledger yet."""
    for number in range(ADDED):
        body = f"<html><body><article><h1>New {number}</h1><p>{WORDS}</p><p>Number {number}. {WORDS}</p></article></body></html>"
        address = f"https://new.example/{number}"
        yield Source(address, body.encode(), address=address, fetched_at=AT)


def add(workspace: Workspace, source: Source) -> tuple[float, float]:
    """Add a page; return the time and the processor time that it took."""
    sources: Iterator[Source | Failure] = iter((source,))
    start, used = time.perf_counter(), time.process_time()
    (outcome,) = add_sources(workspace, sources, Intake(), small_reader, who=READER)
    taken = time.perf_counter() - start, time.process_time() - used
    if not isinstance(outcome, Outcome):
        raise TypeError(outcome)
    return taken


def main() -> int:
    """Fill both, add in turns, compare."""
    sizes = tuple(int(each) for each in sys.argv[1:3]) or SIZES
    with TemporaryDirectory(prefix="zusage-growth-") as folder:
        workspaces = [init_ledger(Path(folder) / str(size), dossier="ukraine-guarantees") for size in sizes]
        for workspace, size in zip(workspaces, sizes, strict=True):
            fill(workspace, size)
        taken: list[list[tuple[float, float]]] = [[] for _ in sizes]
        for source in pages():
            for index, workspace in enumerate(workspaces):
                taken[index].append(add(workspace, source))
    print(f"{'reports':>9} {'median ms':>10} {'cpu ms':>8}")
    medians = [[median(column) * 1000 for column in zip(*each, strict=True)] for each in taken]
    for size, (wall, used) in zip(sizes, medians, strict=True):
        print(f"{size:9,} {wall:10.2f} {used:8.2f}")
    ratios = [large / small for small, large in zip(*medians, strict=True)]
    print(f"ratio {ratios[0]:.2f} by time, {ratios[1]:.2f} by processor time (limit {MOST})")
    return int(min(ratios) > MOST)


if __name__ == "__main__":
    sys.exit(main())
