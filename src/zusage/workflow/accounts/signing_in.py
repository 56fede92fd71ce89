"""Signing in, staying signed in, signing out.

Somebody who guesses is slowed down by name and address together, by address, and by name, in this order of strictness, so
that nobody is kept out of his own account by others for long. Whether a name exists shows neither in what is said nor in how
long it takes: an unknown name costs a digest as well.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from zusage.errors import AccessError, wording
from zusage.ledger import accounts as rows
from zusage.ledger.auditing import (
    CALLERS,
    add_attempt,
    add_audit,
    count_attempts,
    forget_attempts,
    forgive_attempts,
    key_of,
    keyed_digest,
)
from zusage.model.accounts import Account, Audit
from zusage.workflow.accounts.passwords import Passwords
from zusage.workflow.accounts.tokens import digest_of, make_secret
from zusage.workflow.steps import moved
from zusage.workflow.workspace import Workspace

ACT = "sign-in"
DAY = timedelta(days=1)
IDLE = timedelta(hours=8)
"""After so long without a request a session is over."""
ABSOLUTE = timedelta(days=7)
"""After so long a session is over whatever happens."""
_TOUCH = timedelta(minutes=5)
"""How exactly it is known when a session was last used."""

WINDOW = timedelta(minutes=15)
"""How far back failures count."""
_FREE = 5
"""Failures of one name from one address before waiting begins: 15 seconds, twice as long with each further one."""
_FIRST_WAIT = 15
_OF_ADDRESS = 30
_OF_NAME = 100
"""Failures from one address, and of one name from anywhere, before nobody is let try until the window has passed."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who has signed in, and the secret of the new session."""

    account: Account
    secret: str


def sign_in(
    workspace: Workspace, name: str, password: str, *, address: str, passwords: Passwords, old: str | None = None
) -> SignedIn:
    """Sign somebody in; a new session is begun, and the ``old`` one of the same browser ended.

    Raises:
        AccessError: name and password do not fit, or it has been tried too often.
    """
    name = name.strip().casefold()[:100]
    tried = _check(workspace, name, password, address, passwords)
    renewed = passwords.digest(password) if passwords.is_outdated(tried.digest) else None
    with workspace.ledger.writing() as connection:
        at = workspace.clock()
        secret = make_secret()
        rows.end_old_sessions(connection, made_before=moved(at, -ABSOLUTE), seen_before=moved(at, -IDLE))
        if old:
            rows.end_session(connection, digest_of(old))
        if renewed:
            rows.set_password(connection, name, renewed)
        rows.add_session(connection, digest_of(secret), name, at=at)
        add_audit(connection, Audit(at=at, who=name, act="signed in", about=name))
    return SignedIn(tried.account, secret)


def confirm(workspace: Workspace, account: Account, password: str, *, address: str, passwords: Passwords) -> None:
    """Make sure that whoever uses a session knows its account's password.

    Raises:
        AccessError: the password does not fit, or it has been tried too often.
    """
    _check(workspace, account.name, password, address, passwords)


@dataclass(frozen=True, slots=True)
class _Tried:
    account: Account
    digest: str


def _check(workspace: Workspace, name: str, password: str, address: str, passwords: Passwords) -> _Tried:
    """Check name and password, at the pace that is allowed; what was tried before is forgiven when they fit."""
    about, caller = _admit(workspace, name, address)
    with workspace.ledger.reading() as connection:
        digest = rows.password_of(connection, name)
    fits = passwords.matches(digest, password)
    with workspace.ledger.writing() as connection:
        account = rows.find_account(connection, name)
        if fits and account and digest and not account.disabled_at and rows.password_of(connection, name) == digest:
            forgive_attempts(connection, ACT, about=about, address=caller)
            return _Tried(account, digest)
        at = workspace.clock()
        wait = _wait(connection, about, caller, at)
        known = name if account is not None else "unknown"
        detail = f"held back for {wait} seconds" if wait else ""
        add_audit(connection, Audit(at=at, who=known, act="sign-in failed", about=known, detail=detail))
    raise AccessError("name and password", "do not fit", hint="check both; an admin can set a new password")


def find_session(workspace: Workspace, secret: str) -> rows.Session | None:
    """Return who is signed in with a session's secret; None if it has expired or was never one."""
    at = workspace.clock()
    with workspace.ledger.reading() as connection:
        found = rows.find_session(connection, digest_of(secret))
    if found is None or found.account.disabled_at is not None:
        return None
    if found.made_at < moved(at, -ABSOLUTE) or found.seen_at < moved(at, -IDLE):
        return None
    if found.seen_at < moved(at, -_TOUCH):
        with workspace.ledger.writing() as connection:
            rows.touch_session(connection, found.digest, at=at)
    return found


def sign_out(workspace: Workspace, session: rows.Session, *, everywhere: bool = False) -> None:
    """End a session, or all of its account."""
    with workspace.ledger.writing() as connection:
        if everywhere:
            rows.end_sessions(connection, session.account.name)
        else:
            rows.end_session(connection, session.digest)
        act = "signed out everywhere" if everywhere else "signed out"
        name = session.account.name
        add_audit(connection, Audit(at=workspace.clock(), who=name, act=act, about=name))


def coarse_address(address: str) -> str:
    """Return what of a network address one caller has: an IPv4 address, the first half of an IPv6 one."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.IPv6Network((int(found) >> 64 << 64, 64)))
    return str(found)


def caller_key(connection: Connection, at: str) -> bytes:
    """Return the day's key for digests of callers; what was tried more than a day ago is forgotten with the old one."""
    forget_attempts(connection, before=moved(at, -DAY))
    return key_of(connection, CALLERS, at=at, not_before=moved(at, -DAY))


def _admit(workspace: Workspace, name: str, address: str) -> tuple[str, str]:
    """Note an attempt before it is made, so that many at once gain nothing; return the digests of name and address.

    Raises:
        AccessError: it has been tried too often.
    """
    at = workspace.clock()
    with workspace.ledger.writing() as connection:
        key = caller_key(connection, at)
        about, caller = keyed_digest(key, f"name {name}"), keyed_digest(key, f"from {coarse_address(address)}")
        wait = _wait(connection, about, caller, at)
        if wait == 0:
            add_attempt(connection, ACT, about=about, address=caller, at=at)
            return about, caller
    raise AccessError(
        "signing in", "was tried too often", hint=wording("try again in {wait} seconds", wait=wait), wait=wait
    )


def _wait(connection: Connection, about: str, caller: str, at: str) -> int:
    """Return the seconds to wait before the next attempt, 0 for none."""
    since = moved(at, -WINDOW)
    whole = int(WINDOW.total_seconds())
    both, last = count_attempts(connection, ACT, since=since, about=about, address=caller)
    longest = _left(last, at, min(whole, _FIRST_WAIT * 2 ** min(both - _FREE, 10))) if both >= _FREE else 0
    for most, of in ((_OF_ADDRESS, {"address": caller}), (_OF_NAME, {"about": about})):
        count, last = count_attempts(connection, ACT, since=since, **of)
        if count >= most:
            longest = max(longest, _left(last, at, whole))
    return longest


def _left(last: str, at: str, seconds: int) -> int:
    gone = (datetime.fromisoformat(at) - datetime.fromisoformat(last)).total_seconds()
    return max(0, int(seconds - gone + 0.999))
