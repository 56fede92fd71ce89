"""Migration 1: the first schema. Frozen: later changes are later migrations."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

_metadata = MetaData()

Table(
    "schema_versions",
    _metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("recorded_at", String, nullable=False),
)

Table(
    "captures",
    _metadata,
    Column("id", String, primary_key=True),
    Column("address", String),
    Column("captured_at", String),
    Column("headers", Text, nullable=False),
    Column("codec", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("recorded_at", String, nullable=False),
)

Table(
    "texts",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("report", String, nullable=False),
    Column("capture", String, ForeignKey("captures.id"), nullable=False),
    Column("resource", String, nullable=False),
    Column("extractor", String, nullable=False),
    Column("address", String),
    Column("name", String),
    Column("outlet", String),
    Column("language", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("published_on", String),
    Column("published_how", String),
    Column("credit", String),
    Column("source_kind", String),
    Column("genre", String),
    Column("event", String),
    Column("synthetic", Boolean, nullable=False),
    Column("furniture", Text, nullable=False),
    Column("recorded_at", String, nullable=False),
    Index("texts_by_report", "report", "seq"),
)

Table(
    "readings",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("content", String, nullable=False),
    Column("report", String, nullable=False),
    Column("text", String, ForeignKey("texts.id"), nullable=False),
    Column("reader", String, nullable=False),
    Column("reader_version", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("notes", Text, nullable=False),
    Column("recorded_at", String, nullable=False),
    Index("readings_by_report", "report", "seq"),
)

Table(
    "statements",
    _metadata,
    Column("id", String, primary_key=True),
    Column("report", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("actor", String),
    Column("measure", String),
    Column("firmness", String),
    Column("recipient", String),
    Column("stance", String),
    Column("topic", String),
    Column("said_on", String),
    Column("quote_start", Integer),
    Column("quote_end", Integer),
    Column("quote", Text),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String, nullable=False),
    Index("statements_by_report", "report"),
    Index("statements_by_actor", "actor", "measure"),
)

Table(
    "findings",
    _metadata,
    Column("reading", String, ForeignKey("readings.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("statement", String, ForeignKey("statements.id"), nullable=False),
    Column("certainty", Float),
    Column("details", Text, nullable=False),
    PrimaryKeyConstraint("reading", "kind", "ordinal"),
    Index("findings_by_statement", "statement"),
)

Table(
    "judgements",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("who", String, nullable=False),
    Column("act", String, nullable=False),
    Column("target", String, nullable=False),
    Column("report", String),
    Column("statement", String, ForeignKey("statements.id")),
    Column("changes", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("recorded_at", String, nullable=False),
    Index("judgements_by_target", "target"),
)

Table(
    "failures",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("report", String, nullable=False),
    Column("problem", Text, nullable=False),
    Column("recorded_at", String, nullable=False),
)


def upgrade(connection: Connection) -> None:
    """Make all tables."""
    _metadata.create_all(connection, checkfirst=False)
