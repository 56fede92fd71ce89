"""Reading rows back as model objects. Runs in the caller's transaction, so that several queries see one state.

In force is a report's newest reading; ``known_at`` (a time of recording) looks at the ledger as it was then.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select
from sqlalchemy import text as sql

from zusage.errors import MissingError, wording
from zusage.ledger.among import among, plain_rows
from zusage.ledger.payload import read_payload
from zusage.ledger.reading_rows import (
    KINDS,
    NOTHING,
    OF_READING,
    Found,
    ReadingRows,
    TextRow,
    fields_of,
    make_reading,
    make_report,
)
from zusage.ledger.tables import captures, findings, judgements, readings, statements, texts, tombstones
from zusage.model.report import Capture, Reading, Report
from zusage.model.statement import Statement

_BATCH = 500
"""Ids per query: databases bound the number of parameters."""


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A reading's row."""

    id: str
    content: str
    report: str
    text: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with where it stands: its report, whether the newest reading finds it, when it was first recorded."""

    id: str
    report: Report
    statement: Statement
    in_force: bool
    recorded_at: str


def revision_of(connection: Connection) -> str:
    """Return a token that changes whenever a row was added or a report taken down; costs the same for any ledger."""
    tables = (texts, readings, judgements, tombstones)
    counts = (connection.scalar(select(func.coalesce(func.max(table.c.seq), 0))) or 0 for table in tables)
    return "-".join(str(count) for count in counts)


def newest_reading(connection: Connection, report: str, *, known_at: str | None = None) -> StoredReading | None:
    """Return the reading of a report that is in force, None if it has never been read."""
    row = connection.execute(_newest(known_at, [report])).first()
    return None if row is None else StoredReading(row.id, row.content, row.report, row.text, row.recorded_at)


def times_of_reading(
    connection: Connection, *, reports: Sequence[str] | None = None, known_at: str | None = None
) -> dict[str, str]:
    """Return for each report, of some or all, when its reading in force was recorded."""
    return {row.report: row.recorded_at for row in connection.execute(_newest(known_at, reports))}


def statements_of_reading(connection: Connection, reading: str) -> tuple[str, ...]:
    """Return the ids of what a reading found, each once."""
    rows = connection.scalars(
        select(findings.c.statement).where(findings.c.reading == reading).order_by(findings.c.kind, findings.c.ordinal)
    )
    return tuple(dict.fromkeys(rows))


def readings_in_force(
    connection: Connection, *, reports: Sequence[str] | None = None, known_at: str | None = None
) -> Iterator[Reading]:
    """Yield the readings in force as model objects, in the order in which their reports arrived."""
    return map(make_reading, rows_in_force(connection, reports=reports, known_at=known_at))


_OF_TEXT = tuple((readings if name in OF_READING else texts).c[name] for name in TextRow._fields)


def rows_in_force(
    connection: Connection, *, reports: Sequence[str] | None = None, known_at: str | None = None
) -> Iterator[ReadingRows]:
    """Yield what `make_reading` makes the readings in force of, in the order in which their reports arrived."""
    others = texts.alias()
    first = select(func.min(others.c.seq)).where(others.c.report == readings.c.report).scalar_subquery()
    query = _newest(known_at, reports).with_only_columns(*_OF_TEXT).join(texts, texts.c.id == readings.c.text)
    rows = list(map(TextRow._make, connection.execute(query.order_by(first))))
    for batch in (rows[start : start + _BATCH] for start in range(0, len(rows), _BATCH)):
        found = _found(connection, {row.id: row.report for row in batch})
        yield from ((row, found.get(row.id, NOTHING)) for row in batch)


def texts_in_force(connection: Connection, reports: Sequence[str], *, known_at: str | None = None) -> dict[str, Report]:
    """Return some reports by their ids, with the texts of which their readings in force were made."""
    query = _newest(known_at, reports).with_only_columns(texts).join(texts, texts.c.id == readings.c.text)
    return {row.report: make_report(row, row.id) for row in connection.execute(query)}


def found_in_force(
    connection: Connection, names: Sequence[str], texts_of: Mapping[str, Report]
) -> Iterator[tuple[str, str, Statement]]:
    """Yield of some statements those that readings in force find: id, report, statement; each once for a report.

    ``texts_of``: the texts of which these readings were made, by the ids of their reports.
    """
    newest = _newest(None, list(texts_of)).subquery()
    query = (
        select(findings, statements.c.payload, newest.c.report)
        .join(newest, newest.c.id == findings.c.reading)
        .join(statements, statements.c.id == findings.c.statement)
        .where(findings.c.statement.in_(names))
        .order_by(findings.c.reading, findings.c.kind, findings.c.ordinal)
    )
    seen: set[tuple[str, str]] = set()
    for row in connection.execute(query):
        if (row.report, row.statement) not in seen:
            seen.add((row.report, row.statement))
            fields = fields_of(json.loads(row.payload), row.certainty, row.details)
            yield row.statement, row.report, read_payload(KINDS[row.kind], fields, texts_of[row.report].text)


def reports_in_order(connection: Connection) -> tuple[tuple[Report, str], ...]:
    """Return each report by its newest text, with when that was recorded, in the order of arrival."""
    newest = select(func.max(texts.c.seq)).group_by(texts.c.report)
    first = select(texts.c.report, func.min(texts.c.seq).label("first")).group_by(texts.c.report).subquery()
    query = select(texts).where(texts.c.seq.in_(newest)).join(first, first.c.report == texts.c.report)
    rows = connection.execute(query.order_by(first.c.first))
    return tuple((make_report(row, row.id), row.recorded_at) for row in rows)


def find_report(connection: Connection, name: str) -> tuple[Report, str]:
    """Find a report by its id, the beginning of it, or the name that its file gives it; return it with its text's id.

    Raises:
        MissingError: there is none, or more than one.
    """
    rows = _newest_texts(connection, texts.c.name == name)
    if not rows and name:
        rows = _newest_texts(connection, texts.c.report.startswith(name, autoescape=True))
    if not rows:
        raise MissingError(
            wording("report {name}", name=name), "is not in the ledger", hint="zusage report list shows them"
        )
    if len(rows) > 1:
        raise MissingError(
            wording("report {name}", name=name),
            wording("is the beginning of {count} ids", count=len(rows)),
            hint="give more of it",
        )
    return make_report(rows[0], rows[0].id), rows[0].id


def _newest_texts(connection: Connection, condition: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """Return the newest text of each report of which any text fits; nothing else is looked at."""
    named = select(texts.c.report).where(condition).distinct()
    newest = select(func.max(texts.c.seq)).where(texts.c.report.in_(named)).group_by(texts.c.report)
    return connection.execute(select(texts).where(texts.c.seq.in_(newest), condition)).all()


def find_statement(connection: Connection, name: str) -> StoredStatement:
    """Find a statement by its id or the beginning of it.

    Raises:
        MissingError: there is none, or more than one.
    """
    query = select(statements).where(statements.c.id.startswith(name, autoescape=True))
    rows = connection.execute(query).all() if name else []
    if not rows:
        raise MissingError(
            wording("statement {name}", name=name), "is not in the ledger", hint="zusage report show lists a report's"
        )
    if len(rows) > 1:
        raise MissingError(
            wording("statement {name}", name=name),
            wording("is the beginning of {count} ids", count=len(rows)),
            hint="give more of it",
        )
    row = rows[0]
    report = _report_of_statement(connection, row.id) or find_report(connection, row.report)[0]
    newest = newest_reading(connection, row.report)
    found = _found(connection, {newest.id: newest.report}).get(newest.id, NOTHING) if newest is not None else NOTHING
    places = {statement: place for place, statement in enumerate(found.statements)}
    if (place := places.get(row.id)) is None:
        statement = _make_statement(row, report.text)
    else:
        fields = fields_of(json.loads(found.payloads[place]), found.certainties[place], found.details[place])
        statement = read_payload(KINDS[row.kind], fields, report.text)
    return StoredStatement(row.id, report, statement, place is not None, row.recorded_at)


def _report_of_statement(connection: Connection, statement: str) -> Report | None:
    """Return the report with the text in which a statement was last found; None for one that was only coded."""
    query = (
        select(texts)
        .join(readings, readings.c.text == texts.c.id)
        .join(findings, findings.c.reading == readings.c.id)
        .where(findings.c.statement == statement)
        .order_by(readings.c.seq.desc())
    )
    row = connection.execute(query).first()
    return None if row is None else make_report(row, row.id)


def statements_by_id(connection: Connection, names: Iterable[str]) -> dict[str, StoredStatement]:
    """Return the statements that there are of some ids."""
    wanted = sorted(set(names))
    known: set[str] = set()
    for start in range(0, len(wanted), _BATCH):
        query = select(statements.c.id).where(statements.c.id.in_(wanted[start : start + _BATCH]))
        known.update(connection.scalars(query))
    return {name: find_statement(connection, name) for name in wanted if name in known}


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report with the bytes of its newest text, what made it of them, and whether people judged its statements."""

    resource: str
    capture: Capture
    report: Report
    extractor: str
    is_judged: bool


def reports_to_reread(connection: Connection, *, but: str = "") -> tuple[str, ...]:
    """Return the ids of the reports in the order of their newest texts, but for those that one extractor made."""
    newest = select(func.max(texts.c.seq)).group_by(texts.c.report)
    query = select(texts.c.report).where(texts.c.seq.in_(newest), texts.c.extractor != but).order_by(texts.c.seq)
    return tuple(connection.scalars(query))


def load_kept(connection: Connection, report: str) -> KeptReport | None:
    """Return a report with what it was made of, None if it is not there any more."""
    query = select(texts).where(texts.c.report == report).order_by(texts.c.seq.desc()).limit(1)
    text = connection.execute(query).first()
    if text is None:
        return None
    row = connection.execute(select(captures).where(captures.c.id == text.capture)).one()
    capture = Capture(zlib.decompress(row.content), row.address, row.captured_at, json.loads(row.headers))
    judged = connection.execute(select(judgements.c.seq).where(judgements.c.report == report).limit(1)).first()
    return KeptReport(text.resource, capture, make_report(text, text.id), text.extractor, judged is not None)


def _newest(known_at: str | None, reports: Sequence[str] | None = None) -> Select[Any]:
    last = select(func.max(readings.c.seq)).group_by(readings.c.report)
    if reports is not None:
        last = last.where(among(readings.c.report, reports))
    if known_at is not None:
        last = last.where(readings.c.recorded_at <= known_at)
    return select(readings).where(readings.c.seq.in_(last))


def _found(connection: Connection, reports: Mapping[str, str]) -> dict[str, Found]:
    """What some readings (by their ids, each with its report) found.

    Statements are looked up by their reports, since those of one lie together.
    """
    said = select(statements.c.id, statements.c.payload).where(among(statements.c.report, reports.values()))
    payloads = dict(plain_rows(connection, said))
    query = (
        select(*(findings.c[name] for name in ("reading", "statement", "kind", "certainty", "details")))
        .where(among(findings.c.reading, reports))
        .order_by(findings.c.reading, findings.c.kind, findings.c.ordinal)
    )
    found = {}
    for name, own in groupby(plain_rows(connection, query), key=itemgetter(0)):
        rows = sorted([row for row in own if row[1] in payloads], key=_place)
        if rows:
            _, names, kinds, certainties, details = zip(*rows, strict=True)
            found[name] = Found(names, kinds, certainties, details, tuple(map(payloads.__getitem__, names)))
    return found


_PLACES = {str(kind): place for place, kind in enumerate(KINDS)}


def _place(row: tuple[Any, ...]) -> int:
    """The place of a finding's kind in a reading."""
    return _PLACES[row[2]]


def _make_statement(row: Row[Any], text: str) -> Statement:
    """Make a statement of its own row, which does not say how sure its readers are."""
    statement: Statement = read_payload(KINDS[row.kind], json.loads(row.payload), text)
    return replace(statement, certainty=None)


_ACTORS = sql("""
WITH RECURSIVE known (actor) AS (
  SELECT min(actor) FROM statements
  UNION ALL
  SELECT (SELECT min(actor) FROM statements WHERE actor > known.actor) FROM known WHERE known.actor IS NOT NULL
)
SELECT actor FROM known WHERE actor IS NOT NULL
""")
"""Each actor is found behind the last one in the index, which has few of them and many statements of each."""


def actors_of_statements(connection: Connection) -> tuple[str, ...]:
    """Return the actors of all statements that are kept."""
    return tuple(connection.scalars(_ACTORS))


def statements_of_actors(connection: Connection, actors: Collection[str]) -> dict[str, int]:
    """Return for some actors how many statements are kept of each, also such as are no longer in force."""
    query = select(statements.c.actor, func.count()).where(statements.c.actor.in_(actors)).group_by(statements.c.actor)
    return {row[0]: row[1] for row in connection.execute(query)}
