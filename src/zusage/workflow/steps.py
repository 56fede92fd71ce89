"""What the workflows are handed: the reader, the clock, the dossier; and the boundary at which one report may fail.

The reader is imported on first use only, because its lexicons take longer to load than most commands run.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from traceback import extract_tb
from typing import Protocol

from zusage.dossier import Dossier
from zusage.errors import InputError, ZusageError, wording
from zusage.intake.source import Failure
from zusage.model.report import Reader, Reading, Report

Clock = Callable[[], str]
"""Returns the time of recording, ISO with a zone."""


COLLECTED = 100_000
"""New objects after which Python looks for cycles among them: more than a report makes, as nearly all go with it unlooked for."""


class ReadReport(Protocol):
    """What a reader is: a pure function from a report to a reading."""

    def __call__(self, report: Report, dossier: Dossier) -> Reading:
        """Read a report."""
        ...


def utc_now() -> str:
    """Return the time of day as the ledger records it: UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def load_reader(*, keep_all: bool = False) -> ReadReport:
    """Return the program's own reader; ``keep_all`` keeps what its certainty would hold back."""
    from zusage.reading.report import read_report  # noqa: PLC0415 - see the module's docstring

    gc.set_threshold(COLLECTED)
    return partial(read_report, keep_all=True) if keep_all else read_report


def identify_reader(dossier: Dossier) -> Reader:
    """Return the name, version and fingerprint of the program's own reader with a dossier."""
    from zusage.reading.report import reader  # noqa: PLC0415 - see the module's docstring

    return reader(dossier)


def read_safely(resource: str, report: Report, dossier: Dossier, reader: ReadReport) -> Reading | Failure:
    """Read one report; whatever goes wrong is a `Failure`, so that the other reports go on."""
    try:
        reading = reader(report, dossier)
        for statement in reading.statements:
            if statement.quote is not None:
                statement.quote.check(report.text)
    except ZusageError as error:
        return Failure(resource, error)
    except Exception as error:  # noqa: BLE001 - the one boundary: a fault of the reader must not stop the others
        frame = extract_tb(error.__traceback__)[-1]
        words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        problem = wording("the reader failed ({words}, at {place})", words=words, place=place)
        return Failure(resource, InputError(resource, problem, hint="a fault of the program; please report it"))
    return reading


def moved(at: str, by: timedelta) -> str:
    """Return a time of recording that lies so much later (or earlier) than another one."""
    there = datetime.fromisoformat(at) + by
    return there.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
