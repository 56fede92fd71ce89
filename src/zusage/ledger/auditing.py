"""Rows of the audit log, and of what was tried how often, in the caller's transaction.

Names that were typed and network addresses are kept as digests under a key that is thrown away after a day, and the rows
with it: enough to slow down somebody who guesses, too little to know who came.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from sqlalchemy import Connection, delete, func, insert, select

from zusage.ledger.people_tables import attempts, audit, keys
from zusage.model.accounts import Audit

FORMS = "forms"
"""The key that signs forms; it stays."""
CALLERS = "callers"
"""The key under which callers are digested; it lasts a day."""


def add_audit(connection: Connection, entry: Audit) -> None:
    """Append to the audit log."""
    row = {"at": entry.at, "who": entry.who, "act": entry.act, "about": entry.about, "detail": entry.detail}
    connection.execute(insert(audit).values(**row))


def audit_log(connection: Connection, *, who: str | None = None, last: int | None = None) -> tuple[Audit, ...]:
    """Return what was audited (by one, or all), the oldest first; ``last`` only the newest so many."""
    wanted = select(audit).order_by(audit.c.seq.desc())
    if who is not None:
        wanted = wanted.where(audit.c.who == who)
    if last is not None:
        wanted = wanted.limit(last)
    rows = reversed(connection.execute(wanted).all())
    return tuple(Audit(at=row.at, who=row.who, act=row.act, about=row.about, detail=row.detail) for row in rows)


def forget_audit(connection: Connection, *, before: str) -> int:
    """Erase what was audited before a time; return how many rows."""
    return connection.execute(delete(audit).where(audit.c.at < before)).rowcount


def key_of(connection: Connection, name: str, *, at: str, not_before: str = "") -> bytes:
    """Return a key, making it where there is none or the one there is from before a time."""
    row = connection.execute(select(keys).where(keys.c.name == name)).first()
    if row is not None and row.made_at >= not_before:
        return bytes.fromhex(row.value)
    connection.execute(delete(keys).where(keys.c.name == name))
    made = secrets.token_bytes(32)
    connection.execute(insert(keys).values(name=name, value=made.hex(), made_at=at))
    return made


def keyed_digest(key: bytes, words: str) -> str:
    """Return 32 hexadecimal digits that tell nothing without the key."""
    return hmac.new(key, words.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:32]


def add_attempt(connection: Connection, act: str, *, about: str, address: str, at: str) -> None:
    """Keep that something was tried; both digests are keyed."""
    connection.execute(insert(attempts).values(act=act, about=about, address=address, at=at))


def count_attempts(
    connection: Connection, act: str, *, since: str, about: str | None = None, address: str | None = None
) -> tuple[int, str]:
    """Return how often something was tried since a time, and the last time (empty for never)."""
    wanted = select(func.count(), func.max(attempts.c.at)).where(attempts.c.act == act, attempts.c.at >= since)
    if about is not None:
        wanted = wanted.where(attempts.c.about == about)
    if address is not None:
        wanted = wanted.where(attempts.c.address == address)
    count, last = connection.execute(wanted).one()
    return int(count), last or ""


def forgive_attempts(connection: Connection, act: str, *, about: str, address: str) -> None:
    """Erase what somebody tried before he succeeded."""
    same = (attempts.c.act == act, attempts.c.about == about, attempts.c.address == address)
    connection.execute(delete(attempts).where(*same))


def forget_attempts(connection: Connection, *, before: str) -> None:
    """Erase what was tried before a time."""
    connection.execute(delete(attempts).where(attempts.c.at < before))
