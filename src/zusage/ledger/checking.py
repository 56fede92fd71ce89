"""Is everything in a ledger that was acknowledged, whole, and once? Every row against what its id is made of.

Findings are data: one line a flaw, with the row it is about. Looks at a database in batches, so that memory stays small.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select

from zusage.errors import ZusageError
from zusage.ledger.payload import read_payload
from zusage.ledger.reading_rows import KINDS, make_report
from zusage.ledger.tables import captures, findings, judgements, readings, statements, texts, tombstones
from zusage.ledger.word_index import check_index, count_documents
from zusage.ledger.writing import content_of
from zusage.model.ledger import Act, statement_id
from zusage.model.quote import Quote
from zusage.model.report import digest
from zusage.model.statement import Statement

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it should be: the row, by table and beginning of its id, and what is wrong with it."""

    row: str
    problem: str


@dataclass(frozen=True, slots=True)
class Checked:
    """How many rows of a table were looked at."""

    table: str
    rows: int


def check_rows(connection: Connection) -> Iterator[Flaw | Checked]:
    """Check all rows; yield each flaw, and after each table how many rows were looked at.

    Captures have the digest that is their id; texts make their report's id; every quote stands in a text of its report
    exactly; statements, readings and judgements make their ids; nothing hangs on a row that is not there; the index of
    words is what texts and quotes make.
    """
    for table, check in (
        (captures, _check_capture),
        (texts, _check_text),
        (statements, _Statements(connection)),
        (readings, _Readings(connection)),
        (judgements, _Judgements(connection)),
    ):
        count = 0
        for row in _rows(connection, table):
            count += 1
            yield from (Flaw(f"{table.name} {row.id[:12]}", problem) for problem in check(row))
        yield Checked(table.name, count)
    yield from _check_findings(connection)
    yield from (
        Flaw("index of words", f"{problem}; zusage search --rebuild mends it") for problem in check_index(connection)
    )
    yield Checked("words", count_documents(connection))


def _rows(connection: Connection, table: Table) -> Iterator[Row[Any]]:
    """Yield a table's rows in the order of their ids, a batch at a time."""
    last = ""
    while batch := connection.execute(select(table).where(table.c.id > last).order_by(table.c.id).limit(_BATCH)).all():
        yield from batch
        last = batch[-1].id


def _check_capture(row: Row[Any]) -> Iterator[str]:
    try:
        content = zlib.decompress(row.content)
    except zlib.error:
        yield "its bytes cannot be unpacked"
        return
    if digest(content) != row.id or len(content) != row.size:
        yield "its bytes are not those that were captured"


def _check_text(row: Row[Any]) -> Iterator[str]:
    try:
        make_report(row, row.id)
    except (ZusageError, ValueError) as problem:
        yield f"it is damaged: {problem}"


class _Statements:
    """Statements against the texts that they quote."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __call__(self, row: Row[Any]) -> Iterator[str]:
        bodies = self._connection.scalars(select(texts.c.body).where(texts.c.report == row.report)).all()
        if not bodies:
            yield f"its report {row.report} has no text"
            return
        problems = [list(self._check(row, body)) for body in bodies]
        if all(problems):  # a statement may quote an earlier text of its report
            yield from problems[-1]

    def _check(self, row: Row[Any], body: str) -> Iterator[str]:
        try:
            statement: Statement = read_payload(KINDS[row.kind], json.loads(row.payload), body)
            for quote in _quotes(statement):
                quote.check(body)
        except (ZusageError, ValueError, KeyError) as problem:
            yield f"it does not stand in its report: {problem}"
            return
        if statement_id(row.report, statement) != row.id:
            yield "what it says does not make its id"
        if row.quote is not None and body[row.quote_start : row.quote_end] != row.quote:
            yield "its quote is not at its place in the report"


def _quotes(statement: Statement) -> Iterable[Quote]:
    return (statement.quote,) if statement.quote is not None else ()


class _Readings:
    """Readings against what they found and the reading before them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __call__(self, row: Row[Any]) -> Iterator[str]:
        query = select(readings.c.id).where(readings.c.report == row.report, readings.c.seq < row.seq)
        before = self._connection.scalar(query.order_by(readings.c.seq.desc()).limit(1))
        if digest(f"{before or ''}\n{row.content}") != row.id:
            yield "a reading before it is missing, or its id is wrong"
        if content_of(self._connection, row) != row.content:
            yield "what it found is not complete"
        of_text = self._connection.scalar(select(texts.c.report).where(texts.c.id == row.text))
        if of_text != row.report:
            yield "it reads a text of another report, or one that is not there"


class _Judgements:
    """Judgements against what they are about."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __call__(self, row: Row[Any]) -> Iterator[str]:
        table, column = statements, statements.c.id
        if row.act in {Act.CODE, Act.MERGE, Act.SPLIT}:
            table, column = texts, texts.c.report
        elif row.act == Act.UNDO:
            table, column = judgements, judgements.c.id
            if self._is_taken_down:  # what it took back may have gone with its report
                return
        others = () if self._is_taken_down else json.loads(row.changes).get("others", ())
        for name in (row.target, *others):
            if not self._connection.scalar(select(func.count()).select_from(table).where(column == name)):
                yield f"what it judges is not there: {name[:12]}"

    @cached_property
    def _is_taken_down(self) -> bool:
        """Whether reports were taken down: statements that a pledge was told apart from may have gone with them."""
        return bool(self._connection.scalar(select(func.count()).select_from(tombstones)))


def _check_findings(connection: Connection) -> Iterator[Flaw | Checked]:
    for table, column in ((readings, findings.c.reading), (statements, findings.c.statement)):
        query = select(column).outerjoin(table, table.c.id == column).where(table.c.id.is_(None)).distinct()
        for name in connection.scalars(query):
            yield Flaw(f"findings of {name[:12]}", f"its row in {table.name} is missing")
    yield Checked(findings.name, connection.scalar(select(func.count()).select_from(findings)) or 0)
