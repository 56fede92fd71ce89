"""Mails on their way, in the caller's transaction: put there with what they tell, gone once a server has them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from zusage.ledger.people_tables import outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A mail that no server has yet. ``act`` is `confirm` or `digest`; ``tries`` counts those before this one."""

    seq: int
    subscription: str
    act: str
    content: bytes
    items: int
    made_at: str
    tries: int


def put(connection: Connection, subscription: str, act: str, content: bytes, *, items: int, at: str) -> None:
    """Put a mail into the outbox."""
    row = {"subscription": subscription, "act": act, "content": content, "items": items, "made_at": at}
    connection.execute(insert(outbox).values(**row, next_at=at, tries=0, problem=""))


def take(connection: Connection, *, now: str, until: str, after: int = 0, act: str | None = None) -> Waiting | None:
    """Take the oldest mail that is due, so that nobody else takes it before ``until``; None if none is.

    ``after``: only mails that were put in later than this one, so that a run tries each once. ``act``: those
    of one sort.
    """
    due = select(outbox).where(outbox.c.next_at <= now, outbox.c.seq > after).order_by(outbox.c.seq).limit(1)
    due = due if act is None else due.where(outbox.c.act == act)
    row = connection.execute(due).first()
    if row is None:
        return None
    connection.execute(update(outbox).where(outbox.c.seq == row.seq).values(next_at=until, tries=row.tries + 1))
    return Waiting(
        seq=row.seq,
        subscription=row.subscription,
        act=row.act,
        content=bytes(row.content),
        items=row.items,
        made_at=row.made_at,
        tries=row.tries,
    )


def remove(connection: Connection, seq: int) -> None:
    """Remove a mail that a server has, or that nobody will ever take."""
    connection.execute(delete(outbox).where(outbox.c.seq == seq))


def remove_all(connection: Connection, subscription: str) -> None:
    """Remove the mails on their way to somebody."""
    connection.execute(delete(outbox).where(outbox.c.subscription == subscription))


def postpone(connection: Connection, seq: int, *, until: str, problem: str) -> None:
    """Keep a mail for another try."""
    connection.execute(update(outbox).where(outbox.c.seq == seq).values(next_at=until, problem=problem))


def waiting(connection: Connection, subscription: str | None = None) -> int:
    """Return how many mails are on their way, to one or to all."""
    query = select(func.count()).select_from(outbox)
    query = query if subscription is None else query.where(outbox.c.subscription == subscription)
    return int(connection.scalar(query) or 0)
