"""The index of words: which terms the reports and the quotes have, in SQLite's FTS5 or as PostgreSQL's tsvector.

It is made from texts and statements alone, in the transaction that keeps them, and goes with them. The terms are ours
(`zusage.language.terms`), so that both databases find the same; the databases only store and rank them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, text

from zusage.language.terms import VERSION, find_terms
from zusage.ledger.tables import search_documents, statements, texts

_BATCH = 100
"""Reports whose quotes are read at once."""
_LARGEST = 600_000
"""Bytes of terms that PostgreSQL is given of one text: it refuses a vector of more than a megabyte."""
_LAST_PLACE = 16_383
"""The last place in a text that a vector of PostgreSQL can name."""
_GAP = 8
"""Places between the title and the body, so that no row of words reaches from one to the other."""


class Sort(StrEnum):
    """What can be found by its words."""

    REPORT = "report"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed: of a report its title and body, of a statement its quote (as the body)."""

    sort: Sort
    name: str
    report: str
    language: str
    title: str
    body: str


def index_document(connection: Connection, document: Document) -> None:
    """Put a document into the index, in place of what the index has of it."""
    _forget(connection, search_documents.c.kind == document.sort, search_documents.c.name == document.name)
    row = {"kind": str(document.sort), "name": document.name, "report": document.report, "version": VERSION}
    made = connection.execute(insert(search_documents).values(**row)).inserted_primary_key
    seq = made[0] if made else None
    if connection.dialect.name == "sqlite":
        title, body, more = _columns(document)
        query = text("INSERT INTO search_terms (rowid, title, body, more) VALUES (:seq, :title, :body, :more)")
        connection.execute(query, {"seq": seq, "title": title, "body": body, "more": more})
    else:
        query = text("INSERT INTO search_terms (seq, vector) VALUES (:seq, CAST(:vector AS tsvector))")
        connection.execute(query, {"seq": seq, "vector": _vector(document)})


def forget_report(connection: Connection, report: str) -> None:
    """Take everything of a report out of the index, so that no word of it is left in the file."""
    _forget(connection, search_documents.c.report == report)
    if connection.dialect.name == "sqlite":  # a deletion is only noted there until the pieces are merged
        connection.exec_driver_sql("INSERT INTO search_terms (search_terms) VALUES ('optimize')")


def rebuild_index(connection: Connection) -> int:
    """Make the index anew; return how many documents it has."""
    connection.execute(text("DELETE FROM search_terms"))
    connection.execute(delete(search_documents))
    count = 0
    for document in _documents(connection):
        index_document(connection, document)
        count += 1
    return count


def is_outdated(connection: Connection) -> bool:
    """Say whether the index is of another version than today's, or was never made."""
    other = select(search_documents.c.seq).where(search_documents.c.version != VERSION).limit(1)
    if connection.execute(other).first() is not None:
        return True
    is_empty = connection.execute(select(search_documents.c.seq).limit(1)).first() is None
    return is_empty and connection.execute(select(texts.c.seq).limit(1)).first() is not None


def check_index(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with the index, a line each; nothing if it is what the texts and statements make."""
    known = {(row.kind, row.name): row for row in connection.execute(select(search_documents))}
    for document in _documents(connection):
        row = known.pop((str(document.sort), document.name), None)
        what = f"{document.sort} {document.name[:12]}"
        if row is None:
            yield f"{what} is not in it"
        elif row.version != VERSION:
            yield f"{what} was indexed by another version, {row.version}"
        elif row.report != document.report or not _is_whole(connection, row, document):
            yield f"{what} has other words in it"
    yield from (f"{kind} {name[:12]} is in it and not in the ledger" for kind, name in known)


def count_documents(connection: Connection) -> int:
    """Return how many documents the index has."""
    return connection.scalar(select(func.count()).select_from(search_documents)) or 0


def language_of(connection: Connection, report: str) -> str:
    """Return the language of a report's newest text."""
    query = select(texts.c.language).where(texts.c.report == report).order_by(texts.c.seq.desc()).limit(1)
    return connection.scalar(query) or ""


def _forget(connection: Connection, *conditions: Any) -> None:
    found = connection.scalars(select(search_documents.c.seq).where(*conditions)).all()
    key = "rowid" if connection.dialect.name == "sqlite" else "seq"
    for seq in found:
        connection.execute(text(f"DELETE FROM search_terms WHERE {key} = :seq"), {"seq": seq})  # noqa: S608 - one of two words
    if found:
        connection.execute(delete(search_documents).where(*conditions))


def _documents(connection: Connection) -> Iterator[Document]:
    """Yield everything that is to be found: the newest text of each report, then all statements with a quote.

    Reports are in the order in which they came, statements in that of their reports.
    """
    newest = select(func.max(texts.c.seq)).group_by(texts.c.report)
    languages: dict[str, str] = {}
    for name in connection.scalars(select(texts.c.seq).where(texts.c.seq.in_(newest)).order_by(texts.c.seq)).all():
        row = connection.execute(select(texts).where(texts.c.seq == name)).one()
        languages[row.report] = row.language
        yield Document(Sort.REPORT, row.report, row.report, row.language, row.title, row.body)
    columns, names = (statements.c.id, statements.c.report, statements.c.quote), list(languages)
    for start in range(0, len(names), _BATCH):
        batch = names[start : start + _BATCH]
        query = select(*columns).where(statements.c.report.in_(batch), statements.c.quote.is_not(None))
        places = {name: place for place, name in enumerate(batch)}
        for row in sorted(connection.execute(query), key=lambda row: (places[row.report], row.id)):
            yield Document(Sort.QUOTE, row.id, row.report, languages[row.report], "", row.quote)


def _is_whole(connection: Connection, row: Row[Any], document: Document) -> bool:
    if connection.dialect.name == "sqlite":
        query = text("SELECT title, body, more FROM search_terms WHERE rowid = :seq")
        kept = connection.execute(query, {"seq": row.seq}).first()
        return kept is not None and tuple(kept) == _columns(document)
    query = text("SELECT vector = CAST(:vector AS tsvector) FROM search_terms WHERE seq = :seq")
    return bool(connection.scalar(query, {"seq": row.seq, "vector": _vector(document)}))


def _columns(document: Document) -> tuple[str, str, str]:
    """Return what FTS5 is given: the terms of title and body in their order, and apart by what else they are found."""
    title, body = (list(find_terms(words, document.language)) for words in (document.title, document.body))
    more = dict.fromkeys(each for term in (*title, *body) for each in term.more)
    return _row(term.word for term in title), _row(term.word for term in body), _row(more)


def _row(words: Iterable[str]) -> str:
    return " ".join(words)


def _vector(document: Document) -> str:
    """Return what PostgreSQL is given: each term with its places; A for a title's, B for a body's, D for what is beside.

    Of a text that is too long the rest is left out.
    """
    places: dict[str, list[str]] = {}
    size, place = 0, 0
    for words, weight in ((document.title, "A"), (document.body, "B")):
        for term in find_terms(words, document.language):
            place += 1
            for each, mark in ((term.word, weight), *((more, "D") for more in term.more)):
                known = places.setdefault(each, [])
                size += 8 + (0 if known else len(each.encode("utf-8")))
                if size > _LARGEST:
                    return _literal(places)
                known.append(f"{min(place, _LAST_PLACE)}{mark}")
        place += _GAP
    return _literal(places)


def _literal(places: dict[str, list[str]]) -> str:
    return " ".join(f"{quoted(term)}:{','.join(found)}" for term, found in places.items() if found)


def quoted(term: str) -> str:
    """Return a term as PostgreSQL takes it in a vector or a query."""
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"
