"""Migration 5: subscriptions to digests, what digests have told, and mails on their way."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

_metadata = MetaData()

Table(
    "subscriptions",
    _metadata,
    Column("id", String, primary_key=True),
    Column("email", String, nullable=False),
    Column("language", String, nullable=False),
    Column("every", String, nullable=False),
    Column("topic", String, nullable=False),
    Column("accepted_only", Boolean, nullable=False),
    Column("asked_at", String, nullable=False),
    Column("confirmed_at", String),
    Column("seen", Integer, nullable=False),
    Column("sent_at", String),
    Column("refused", Integer, nullable=False),
    Column("paused_at", String),
    Index("subscriptions_by_email", "email"),
)

Table(
    "subscription_tokens",
    _metadata,
    Column("digest", String, primary_key=True),
    Column("subscription", String, ForeignKey("subscriptions.id"), nullable=False),
    Column("act", String, nullable=False),
    Column("made_at", String, nullable=False),
    Index("subscription_tokens_by_subscription", "subscription"),
)

Table(
    "noted",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("accepted_only", Boolean, nullable=False),
    Column("noted_at", String, nullable=False),
    Index("noted_by_name", "accepted_only", "name", unique=True),
)

Table(
    "outbox",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("subscription", String, ForeignKey("subscriptions.id"), nullable=False),
    Column("act", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("items", Integer, nullable=False),
    Column("made_at", String, nullable=False),
    Column("next_at", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("problem", Text, nullable=False),
    Index("outbox_by_subscription", "subscription"),
)


def upgrade(connection: Connection) -> None:
    """Add the tables."""
    _metadata.create_all(connection, checkfirst=False)
