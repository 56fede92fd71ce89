"""Migration 3: accounts, sessions, tokens, attempts to sign in, audit, and readers' remarks."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Index, Integer, MetaData, String, Table, Text

_metadata = MetaData()

Table(
    "accounts",
    _metadata,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("password", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("password_at", String, nullable=False),
    Column("disabled_at", String),
)

Table(
    "sessions",
    _metadata,
    Column("digest", String, primary_key=True),
    Column("account", String, ForeignKey("accounts.name"), nullable=False),
    Column("made_at", String, nullable=False),
    Column("seen_at", String, nullable=False),
    Index("sessions_by_account", "account"),
)

Table(
    "tokens",
    _metadata,
    Column("id", String, primary_key=True),
    Column("digest", String, nullable=False, unique=True),
    Column("account", String, ForeignKey("accounts.name"), nullable=False),
    Column("label", String, nullable=False),
    Column("scopes", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("expires_at", String, nullable=False),
    Column("used_on", String),
    Index("tokens_by_account", "account"),
)

Table(
    "attempts",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("act", String, nullable=False),
    Column("about", String, nullable=False),
    Column("address", String, nullable=False),
    Column("at", String, nullable=False),
    Index("attempts_by_address", "act", "address", "at"),
    Index("attempts_by_about", "act", "about", "at"),
)

Table(
    "keys",
    _metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
    Column("made_at", String, nullable=False),
)

Table(
    "audit",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("act", String, nullable=False),
    Column("about", String, nullable=False),
    Column("detail", Text, nullable=False),
    Index("audit_by_who", "who", "seq"),
)

Table(
    "remarks",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("entry", String, nullable=False),
    Column("statement", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("source", String, nullable=False),
    Column("by", String, nullable=False),
    Column("received_at", String, nullable=False),
    Column("state", String, nullable=False),
    Column("decided_at", String),
    Column("decided_by", String),
    Column("reason", String),
    Column("answer", Text, nullable=False),
    Index("remarks_by_entry", "entry", "seq"),
    Index("remarks_by_statement", "statement", "seq"),
    Index("remarks_by_state", "state", "seq"),
)


def upgrade(connection: Connection) -> None:
    """Add the tables."""
    _metadata.create_all(connection, checkfirst=False)
