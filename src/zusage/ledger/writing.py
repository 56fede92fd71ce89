"""Appending rows: every function adds what is not there yet and says whether it did, in the caller's transaction."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, insert, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from zusage.errors import LedgerError
from zusage.ledger.payload import encode_value, write_payload
from zusage.ledger.queries import newest_reading, statements_of_reading
from zusage.ledger.tables import captures, failures, findings, judgements, readings, statements, texts, visits
from zusage.ledger.word_index import Document, Sort, index_document, language_of
from zusage.model.ledger import Judgement, statement_id
from zusage.model.report import Capture, Reader, Reading, Report, digest
from zusage.model.statement import Attendance, Commitment, Position, Statement
from zusage.model.values import Kind

PLAIN = "plain 1"
"""Name and version of what takes a text as it is."""

_DETAILS = frozenset({"trace", "evidence"})
_NOT_CONTENT = _DETAILS | {"certainty"}
_ORDER = {
    str(kind): place for place, kind in enumerate((Kind.COMMITMENT, Kind.POSITION, Kind.MEETING, Kind.ATTENDANCE))
}
"""The order of a reading's findings."""


@dataclass(frozen=True, slots=True)
class SavedReading:
    """What a reading changed: ids of statements that are new in force, and of those it no longer finds."""

    id: str
    is_new: bool
    found: tuple[str, ...] = ()
    retracted: tuple[str, ...] = ()


def save_report(
    connection: Connection, capture: Capture, report: Report, *, resource: str, at: str, extractor: str = PLAIN
) -> tuple[str, bool]:
    """Keep a capture and the text made of it, and index its words; return the text's id and whether it is new."""
    save_capture(connection, capture, at=at)
    fields = _text_fields(report) | {"extractor": extractor}
    later = {name: value for name, value in _later_fields(report).items() if value}
    # not the capture: spaces in a JSON file make no new text; no empty later fields: old texts keep their ids
    name = digest(json.dumps(fields | later, ensure_ascii=False, sort_keys=True))
    row = fields | later | {"id": name, "capture": capture.id, "resource": resource, "recorded_at": at}
    is_new = _add(connection, texts, row)
    if is_new:
        index_document(
            connection, Document(Sort.REPORT, report.id, report.id, report.language, report.title, report.text)
        )
    return name, is_new


def save_capture(connection: Connection, capture: Capture, *, at: str, asked: str | None = None) -> bool:
    """Keep bytes, and that they came from an address (``asked`` for where another one was asked for)."""
    row: dict[str, Any] = {"id": capture.id, "codec": "zlib", "size": len(capture.content), "recorded_at": at}
    row |= {"address": capture.address, "captured_at": capture.captured_at}
    row |= {"headers": json.dumps(dict(capture.headers), ensure_ascii=False, sort_keys=True)}
    for address in dict.fromkeys(each for each in (asked, capture.address) if each):
        visit = {"address": address, "capture": capture.id, "recorded_at": at}
        _insert_new(connection, visits, visit, visits.c.address == address, visits.c.capture == capture.id)
    return _add(connection, captures, row | {"content": zlib.compress(capture.content, 6)})


def save_reading(connection: Connection, reading: Reading, *, text: str, at: str) -> SavedReading:
    """Keep a reading of a text; where it says what the report's newest one says, nothing is added.

    Raises:
        QuoteError: a quote does not stand in the text.
    """
    report, body = reading.report.id, reading.report.text
    reader = reading.reader or Reader("unknown", "0")
    rows = [_finding(report, body, statement, ordinal) for ordinal, statement in _numbered(reading)]
    marks = [text, reader.name, reader.version, reader.fingerprint, *reading.notes]
    content = _content(marks, rows)
    before = newest_reading(connection, report)
    if before is not None and before.content == content:
        return SavedReading(before.id, is_new=False)
    old = statements_of_reading(connection, before.id) if before else ()
    name = digest(f"{before.id if before else ''}\n{content}")
    row = {"id": name, "content": content, "report": report, "text": text, "recorded_at": at}
    row |= {"reader": reader.name, "reader_version": reader.version, "fingerprint": reader.fingerprint}
    _add(connection, readings, row | {"notes": json.dumps(reading.notes, ensure_ascii=False)})
    for statement in reading.statements:
        save_statement(connection, report, body, statement, at=at)
    if rows:
        connection.execute(insert(findings), [each | {"reading": name} for each in rows])
    new = tuple(dict.fromkeys(each["statement"] for each in rows))
    found = tuple(each for each in new if each not in old)
    return SavedReading(name, is_new=True, found=found, retracted=tuple(each for each in old if each not in new))


def content_of(connection: Connection, row: Row[Any]) -> str:
    """Return the digest that a stored reading's text, reader and findings make, as when it was kept."""
    columns = (findings.c.kind, findings.c.ordinal, findings.c.statement, findings.c.certainty, findings.c.details)
    found = connection.execute(select(*columns).where(findings.c.reading == row.id)).mappings()
    rows = sorted((dict(each) for each in found), key=lambda each: (_ORDER[each["kind"]], each["ordinal"]))
    return _content([row.text, row.reader, row.reader_version, row.fingerprint, *json.loads(row.notes)], rows)


def _content(marks: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    return digest("\n".join((*marks, *(json.dumps(row, sort_keys=True) for row in rows))))


def save_statement(connection: Connection, report: str, body: str, statement: Statement, *, at: str) -> str:
    """Keep a statement, and index the words of its quote; return its id.

    Raises:
        QuoteError: its quote does not stand in the text.
    """
    quote = statement.quote
    if quote is not None:
        quote.check(body)
    name = statement_id(report, statement)
    row: dict[str, Any] = {"id": name, "report": report, "kind": str(statement.kind), "recorded_at": at}
    row |= {"payload": write_payload(statement, body, but=_NOT_CONTENT)}
    row |= dict.fromkeys(("actor", "measure", "firmness", "recipient", "stance", "topic", "said_on"))
    row |= {"quote_start": None, "quote_end": None, "quote": None}
    if isinstance(statement, Commitment | Position | Attendance):
        row["actor"] = statement.actor
    if isinstance(statement, Commitment | Position):
        row["said_on"] = statement.said_on
    if isinstance(statement, Commitment):
        row |= {"measure": statement.measure, "firmness": str(statement.firmness), "recipient": statement.recipient}
    if isinstance(statement, Position):
        row |= {"stance": str(statement.stance), "topic": statement.topic}
    if quote is not None:
        row |= {"quote_start": quote.start, "quote_end": quote.end, "quote": quote.exact}
    if _add(connection, statements, row) and quote is not None:
        language = language_of(connection, report)
        index_document(connection, Document(Sort.QUOTE, name, report, language, "", quote.exact))
    return name


def save_judgement(connection: Connection, judgement: Judgement, *, report: str | None, body: str) -> bool:
    """Keep a judgement, and the statement that it codes; return whether it is new."""
    coded = None
    if judgement.statement is not None:
        coded = save_statement(connection, judgement.target, body, judgement.statement, at=judgement.when)
    changes = {name: encode_value(value, body) for name, value in judgement.changes.items()}
    if judgement.others:
        changes = {"others": list(judgement.others)}
    row: dict[str, Any] = {
        "id": judgement.id,
        "who": judgement.who,
        "act": str(judgement.what),
        "target": judgement.target,
    }
    row |= {"report": report, "statement": coded, "why": judgement.why, "recorded_at": judgement.when}
    return _add(connection, judgements, row | {"changes": json.dumps(changes, ensure_ascii=False, sort_keys=True)})


def save_failure(connection: Connection, report: str, problem: str, *, at: str) -> None:
    """Keep the reason why a report could not be read."""
    connection.execute(insert(failures).values(report=report, problem=problem, recorded_at=at))


def _numbered(reading: Reading) -> Iterator[tuple[int, Statement]]:
    yield from enumerate(reading.commitments)
    yield from enumerate(reading.positions)
    yield from enumerate(reading.meetings)
    yield from enumerate(reading.attendance)


def _finding(report: str, body: str, statement: Statement, ordinal: int) -> dict[str, Any]:
    details = write_payload(statement, body, only=_DETAILS)
    row: dict[str, Any] = {
        "kind": str(statement.kind),
        "ordinal": ordinal,
        "statement": statement_id(report, statement),
    }
    return row | {"certainty": statement.certainty, "details": details}


def _text_fields(report: Report) -> dict[str, Any]:
    fields = (
        "address",
        "name",
        "outlet",
        "language",
        "title",
        "published_on",
        "published_how",
        "credit",
        "genre",
        "event",
    )
    row: dict[str, Any] = {name: getattr(report, name) for name in fields}
    runs = [[each.span.start, each.span.end, each.rule] for each in report.furniture]
    row |= {"report": report.id, "body": report.text, "synthetic": report.synthetic}
    kind = str(report.source_kind) if report.source_kind else None
    return row | {"source_kind": kind, "furniture": json.dumps(runs, ensure_ascii=False)}


def _later_fields(report: Report) -> dict[str, Any]:
    """Return the fields that texts have had since the second schema."""
    flags = json.dumps(report.flags, ensure_ascii=False) if report.flags else None
    return {"byline": report.byline, "flags": flags, "first_text": report.first_text}


def _add(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert a row unless its id is there; say whether it was inserted."""
    return _insert_new(connection, table, row, table.c.id == row["id"])


def _insert_new(connection: Connection, table: Table, row: Mapping[str, Any], *same: ColumnElement[bool]) -> bool:
    """Insert a row unless the same one is there; say whether it was inserted."""
    if connection.execute(select(literal(1)).select_from(table).where(*same)).first() is not None:
        return False
    if connection.dialect.name == "sqlite":
        statement = sqlite.insert(table).values(**row).on_conflict_do_nothing()
        return bool(connection.execute(statement).rowcount)
    if connection.dialect.name == "postgresql":
        portable = postgresql.insert(table).values(**row).on_conflict_do_nothing()
        return bool(connection.execute(portable).rowcount)
    raise LedgerError(connection.dialect.name, "is no database that Zusage knows")
