"""What the ledger knows of fetching: which addresses gave which bytes, where polling a feed left off, what was taken down."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from zusage.ledger.tables import captures, feeds, texts, tombstones, visits
from zusage.model.report import Capture

GONE = ""
"""Stands for the bytes of an address that answers that there is nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """Where polling a feed left off: marks of the version read, when it may be asked again, failures in a row."""

    address: str
    etag: str | None = None
    last_modified: str | None = None
    polled_at: str | None = None
    next_at: str | None = None
    failures: int = 0
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a report that was taken down."""

    report: str
    capture: str
    address: str | None
    who: str
    why: str
    recorded_at: str


def is_visited(connection: Connection, address: str) -> bool:
    """Say whether an address has been fetched, or is known to hold nothing."""
    return connection.execute(select(visits.c.address).where(visits.c.address == address)).first() is not None


def note_gone(connection: Connection, address: str, *, at: str) -> None:
    """Keep that an address answers that there is nothing."""
    if not is_visited(connection, address):
        connection.execute(insert(visits).values(address=address, capture=GONE, recorded_at=at))


def load_feed(connection: Connection, address: str) -> FeedState:
    """Return where polling a feed left off; for a new one nothing is known."""
    row = connection.execute(select(feeds).where(feeds.c.address == address)).first()
    return FeedState(**row._mapping) if row is not None else FeedState(address=address)  # noqa: SLF001 - SQLAlchemy's public name


def save_feed(connection: Connection, state: FeedState) -> None:
    """Keep where polling a feed left off, instead of what was kept before."""
    row: dict[str, Any] = {name: getattr(state, name) for name in FeedState.__slots__}
    connection.execute(delete(feeds).where(feeds.c.address == state.address))
    connection.execute(insert(feeds).values(**row))


def find_tombstone(
    connection: Connection, *, report: str | None = None, capture: str | None = None, addresses: Iterable[str] = ()
) -> Tombstone | None:
    """Return the tombstone of a report, of bytes, or of an address, if it was taken down."""
    wanted: list[ColumnElement[bool]] = [tombstones.c.address.in_([each for each in addresses if each])]
    wanted += [tombstones.c.report == report] if report else []
    wanted += [tombstones.c.capture == capture] if capture else []
    for condition in wanted:
        row = connection.execute(select(tombstones).where(condition).order_by(tombstones.c.seq)).first()
        if row is not None:
            return Tombstone(row.report, row.capture, row.address, row.who, row.why, row.recorded_at)
    return None


def all_captures(connection: Connection) -> Iterator[Capture]:
    """Yield every capture in the order of its first text, then those without one; each is loaded when it is reached."""
    with_text = connection.scalars(select(texts.c.capture).order_by(texts.c.seq)).all()
    without = connection.scalars(select(captures.c.id).order_by(captures.c.recorded_at, captures.c.id)).all()
    for name in dict.fromkeys((*with_text, *without)):
        capture = load_capture(connection, name)
        if capture is not None:
            yield capture


def captures_without_text(connection: Connection) -> tuple[str, ...]:
    """Return the ids of the captures out of which no text was ever made."""
    query = select(captures.c.id).outerjoin(texts, texts.c.capture == captures.c.id).where(texts.c.id.is_(None))
    return tuple(connection.scalars(query.order_by(captures.c.recorded_at, captures.c.id)))


def load_capture(connection: Connection, name: str) -> Capture | None:
    """Return a capture, None if it is not there any more."""
    row = connection.execute(select(captures).where(captures.c.id == name)).first()
    if row is None:
        return None
    return Capture(zlib.decompress(row.content), row.address, row.captured_at, json.loads(row.headers))
