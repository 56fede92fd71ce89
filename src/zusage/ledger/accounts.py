"""Rows about accounts, sessions and API tokens, in the caller's transaction. Secrets come in as digests only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from zusage.ledger.people_tables import accounts, sessions, tokens
from zusage.model.accounts import Account, Right, Role, Token


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in, since when, and when he was last seen. ``digest`` names it in lists and in the cookie's stead."""

    digest: str
    account: Account
    made_at: str
    seen_at: str


def add_account(connection: Connection, account: Account, *, password: str) -> bool:
    """Keep a new account; say whether the name was free."""
    if find_account(connection, account.name) is not None:
        return False
    row = {"name": account.name, "role": str(account.role), "password": password}
    connection.execute(insert(accounts).values(**row, made_at=account.made_at, password_at=account.made_at))
    return True


def find_account(connection: Connection, name: str) -> Account | None:
    """Return the account of this name."""
    row = connection.execute(select(accounts).where(accounts.c.name == name)).first()
    return None if row is None else _account(row)


def password_of(connection: Connection, name: str) -> str | None:
    """Return the digest of an account's password."""
    found: str | None = connection.scalar(select(accounts.c.password).where(accounts.c.name == name))
    return found


def all_accounts(connection: Connection) -> tuple[Account, ...]:
    """Return all accounts by name."""
    return tuple(_account(row) for row in connection.execute(select(accounts).order_by(accounts.c.name)))


def has_accounts(connection: Connection, roles: Sequence[Role] = tuple(Role)) -> bool:
    """Say whether anybody with one of some roles could sign in."""
    wanted = select(accounts.c.name).where(
        accounts.c.disabled_at.is_(None), accounts.c.role.in_([str(role) for role in roles])
    )
    return connection.execute(wanted.limit(1)).first() is not None


def set_role(connection: Connection, name: str, role: Role) -> None:
    """Give an account another role; it holds from the next request on."""
    connection.execute(update(accounts).where(accounts.c.name == name).values(role=str(role)))


def set_password(connection: Connection, name: str, password: str, *, at: str | None = None) -> None:
    """Keep a password's digest; without ``at`` only its parameters are new."""
    values = {"password": password} | ({"password_at": at} if at else {})
    connection.execute(update(accounts).where(accounts.c.name == name).values(**values))


def set_disabled(connection: Connection, name: str, at: str | None) -> None:
    """Disable an account since a time, or enable it."""
    connection.execute(update(accounts).where(accounts.c.name == name).values(disabled_at=at))


def remove_account(connection: Connection, name: str) -> None:
    """Erase an account with its sessions and tokens."""
    end_sessions(connection, name)
    connection.execute(delete(tokens).where(tokens.c.account == name))
    connection.execute(delete(accounts).where(accounts.c.name == name))


def add_session(connection: Connection, digest: str, account: str, *, at: str) -> None:
    """Keep that somebody has signed in."""
    connection.execute(insert(sessions).values(digest=digest, account=account, made_at=at, seen_at=at))


def find_session(connection: Connection, digest: str) -> Session | None:
    """Return a session, however old it is."""
    columns = (*accounts.c, sessions.c.digest, sessions.c.made_at.label("since"), sessions.c.seen_at)
    joined = select(*columns).join_from(sessions, accounts).where(sessions.c.digest == digest)
    row = connection.execute(joined).first()
    return None if row is None else Session(row.digest, _account(row), row.since, row.seen_at)


def sessions_of(connection: Connection, account: str) -> tuple[tuple[str, str, str], ...]:
    """Return digest, begin and last use of an account's sessions, the newest first."""
    columns = (sessions.c.digest, sessions.c.made_at, sessions.c.seen_at)
    rows = connection.execute(select(*columns).where(sessions.c.account == account).order_by(sessions.c.made_at.desc()))
    return tuple((row.digest, row.made_at, row.seen_at) for row in rows)


def touch_session(connection: Connection, digest: str, *, at: str) -> None:
    """Note that a session is used."""
    connection.execute(update(sessions).where(sessions.c.digest == digest).values(seen_at=at))


def end_session(connection: Connection, digest: str) -> None:
    """Erase a session."""
    connection.execute(delete(sessions).where(sessions.c.digest == digest))


def end_sessions(connection: Connection, account: str, *, but: str = "") -> None:
    """Erase an account's sessions but one."""
    connection.execute(delete(sessions).where(sessions.c.account == account, sessions.c.digest != but))


def end_old_sessions(connection: Connection, *, made_before: str, seen_before: str) -> None:
    """Erase the sessions that have expired."""
    connection.execute(delete(sessions).where((sessions.c.made_at < made_before) | (sessions.c.seen_at < seen_before)))


def add_token(connection: Connection, token: Token, *, digest: str) -> None:
    """Keep an API token."""
    row = {"id": token.id, "digest": digest, "account": token.account, "label": token.label}
    scopes = " ".join(token.scopes)
    made = insert(tokens).values(**row, scopes=scopes, made_at=token.made_at, expires_at=token.expires_at)
    connection.execute(made)


def find_token(connection: Connection, digest: str) -> tuple[Token, Account] | None:
    """Return the token with this digest and for whom it acts, however old it is."""
    row = connection.execute(select(tokens).where(tokens.c.digest == digest)).first()
    account = None if row is None else find_account(connection, row.account)
    return None if row is None or account is None else (_token(row), account)


def all_tokens(connection: Connection, account: str | None = None) -> tuple[Token, ...]:
    """Return all tokens, or an account's, the oldest first."""
    wanted = select(tokens).order_by(tokens.c.made_at, tokens.c.id)
    if account is not None:
        wanted = wanted.where(tokens.c.account == account)
    return tuple(_token(row) for row in connection.execute(wanted))


def use_token(connection: Connection, name: str, *, on: str) -> None:
    """Note the day on which a token was used."""
    connection.execute(update(tokens).where(tokens.c.id == name).values(used_on=on))


def remove_token(connection: Connection, name: str, *, account: str | None = None) -> bool:
    """Erase a token (of an account, where one is named); say whether it was there."""
    same = delete(tokens).where(tokens.c.id == name)
    if account is not None:
        same = same.where(tokens.c.account == account)
    return bool(connection.execute(same).rowcount)


def _account(row: Row[Any]) -> Account:
    return Account(name=row.name, role=Role(row.role), made_at=row.made_at, disabled_at=row.disabled_at)


def _token(row: Row[Any]) -> Token:
    return Token(
        id=row.id,
        account=row.account,
        label=row.label,
        scopes=tuple(Right(each) for each in row.scopes.split()),
        made_at=row.made_at,
        expires_at=row.expires_at,
        used_on=row.used_on,
    )
