"""Why statements were read so: the traces of readings in force, without the rest of what they say.

Runs in the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from zusage.ledger.payload import decode_field
from zusage.ledger.reading_rows import KINDS
from zusage.ledger.tables import findings, readings, texts
from zusage.model.statement import Trace


class Reason(NamedTuple):
    """Why a statement was read so and how sure the reader is, with the text in which its quote stands."""

    report: str
    body: str
    trace: Trace
    certainty: float | None


def reasons_in_force(connection: Connection, said: Mapping[str, str]) -> dict[str, Reason]:
    """Return for some statements why readings in force have them, by their ids; ``said`` names the report of each.

    Those that no reading in force finds are left out. Nothing else of a statement is read.
    """
    last = select(func.max(readings.c.seq)).where(readings.c.report.in_(sorted(set(said.values()))))
    query = (
        select(readings.c.id, texts.c.report, texts.c.body)
        .join(texts, texts.c.id == readings.c.text)
        .where(readings.c.seq.in_(last.group_by(readings.c.report)))
    )
    read = {row.id: row for row in connection.execute(query)}
    columns = (findings.c.statement, findings.c.reading, findings.c.kind, findings.c.certainty, findings.c.details)
    query = select(*columns).where(findings.c.statement.in_(list(said)), findings.c.reading.in_(list(read)))
    found: dict[str, Reason] = {}
    for row in connection.execute(query.order_by(findings.c.kind, findings.c.ordinal)):
        text = read[row.reading]
        if text.report == said[row.statement] and row.statement not in found:  # a reading may find one twice
            trace = _read_trace(row.kind, row.details, text.body)
            found[row.statement] = Reason(text.report, text.body, trace, row.certainty)
    return found


def _read_trace(kind: str, details: str, text: str) -> Trace:
    if details == "{}":
        return ()
    steps: Trace = decode_field(KINDS[kind], "trace", json.loads(details).get("trace", ()), text)
    return steps
