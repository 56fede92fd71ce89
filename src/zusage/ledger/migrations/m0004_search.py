"""Migration 4: the index of words. It is filled when the ledger is opened for writing, since it is made from texts."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, Integer, MetaData, String, Table, UniqueConstraint

_metadata = MetaData()

_documents = Table(
    "search_documents",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("report", String, nullable=False),
    Column("version", String, nullable=False),
    UniqueConstraint("kind", "name", name="search_documents_by_name"),
    Index("search_documents_by_report", "report"),
)


def upgrade(connection: Connection) -> None:
    """Add the table of what is indexed, and beside it the index that the database knows to search."""
    _metadata.create_all(connection, checkfirst=False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE search_terms USING fts5"
            "(title, body, more, tokenize = \"unicode61 remove_diacritics 0 tokenchars '.'\")"
        )
    else:
        connection.exec_driver_sql("CREATE TABLE search_terms (seq INTEGER PRIMARY KEY, vector TSVECTOR NOT NULL)")
        connection.exec_driver_sql("CREATE INDEX search_terms_by_vector ON search_terms USING gin (vector)")
