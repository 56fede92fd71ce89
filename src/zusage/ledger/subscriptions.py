"""Rows about subscriptions, in the caller's transaction. They are changed and erased; tokens come in as digests only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from zusage.ledger.people_tables import noted, outbox, subscription_tokens, subscriptions

CONFIRM, LEAVE = "confirm", "leave"
"""What a token is for."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """Who follows what, how often, in which language; ``seen`` is the number of the last item that he was told.

    ``every`` is `day` or `week`; ``topic`` the address of the page; ``accepted_only``: of the public edition.
    """

    id: str
    email: str
    language: str
    every: str
    topic: str
    accepted_only: bool
    asked_at: str
    confirmed_at: str | None = None
    seen: int = 0
    sent_at: str | None = None
    refused: int = 0
    paused_at: str | None = None


_NAMES = tuple(each.name for each in fields(Subscription))


def add_subscription(connection: Connection, subscription: Subscription) -> None:
    """Keep a subscription."""
    connection.execute(insert(subscriptions).values({name: getattr(subscription, name) for name in _NAMES}))


def all_subscriptions(connection: Connection) -> tuple[Subscription, ...]:
    """Return all subscriptions, the oldest first."""
    rows = connection.execute(select(subscriptions).order_by(subscriptions.c.asked_at, subscriptions.c.id))
    return tuple(map(_subscription, rows))


def subscriptions_of(connection: Connection, email: str) -> tuple[Subscription, ...]:
    """Return what a mailbox follows, or was asked whether it wants to."""
    rows = connection.execute(select(subscriptions).where(func.lower(subscriptions.c.email) == email.lower()))
    return tuple(map(_subscription, rows))


def find_subscription(connection: Connection, name: str) -> Subscription | None:
    """Return the subscription with this id."""
    row = connection.execute(select(subscriptions).where(subscriptions.c.id == name)).first()
    return None if row is None else _subscription(row)


def change_subscription(connection: Connection, name: str, **values: Any) -> None:
    """Change fields of a subscription."""
    connection.execute(update(subscriptions).where(subscriptions.c.id == name).values(**values))


def erase_subscription(connection: Connection, name: str) -> None:
    """Erase a subscription with its tokens and the mails on their way to it."""
    for table in (subscription_tokens, outbox):
        connection.execute(delete(table).where(table.c.subscription == name))
    connection.execute(delete(subscriptions).where(subscriptions.c.id == name))


def add_token(connection: Connection, digest: str, subscription: str, act: str, *, at: str) -> None:
    """Keep the digest of a token that a mail has."""
    row = {"digest": digest, "subscription": subscription, "act": act, "made_at": at}
    connection.execute(insert(subscription_tokens).values(**row))


def find_by_token(connection: Connection, digest: str, act: str) -> Subscription | None:
    """Return the subscription that a token is for, if it is for that."""
    joined = select(subscriptions).join(subscription_tokens)
    same = (subscription_tokens.c.digest == digest, subscription_tokens.c.act == act)
    row = connection.execute(joined.where(*same)).first()
    return None if row is None else _subscription(row)


def note(connection: Connection, names: Iterable[str], *, accepted_only: bool, at: str) -> Mapping[str, int]:
    """Note the names of items that were not noted before; return the numbers of all of them."""
    wanted = sorted(set(names))
    numbers = numbers_of(connection, wanted, accepted_only=accepted_only)
    new = [{"name": name, "accepted_only": accepted_only, "noted_at": at} for name in wanted if name not in numbers]
    if not new:
        return numbers
    connection.execute(insert(noted), new)
    return numbers_of(connection, wanted, accepted_only=accepted_only)


def numbers_of(connection: Connection, names: Sequence[str], *, accepted_only: bool) -> dict[str, int]:
    """Return the numbers of the items that were noted."""
    found: dict[str, int] = {}
    for start in range(0, len(names), _AT_ONCE):
        batch = names[start : start + _AT_ONCE]
        query = select(noted.c.name, noted.c.seq).where(noted.c.name.in_(batch))
        rows = connection.execute(query.where(noted.c.accepted_only.is_(accepted_only)))
        found |= {row.name: row.seq for row in rows}
    return found


def last_number(connection: Connection) -> int:
    """Return the number of the item that was noted last; 0 before the first."""
    return int(connection.scalar(select(func.coalesce(func.max(noted.c.seq), 0))) or 0)


def _subscription(row: Row[Any]) -> Subscription:
    return Subscription(**{name: getattr(row, name) for name in _NAMES})
