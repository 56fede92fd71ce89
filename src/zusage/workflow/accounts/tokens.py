"""Secrets that are handed out: sessions' and API tokens'. Only their digests are kept.

They are 256 random bits, so that a plain digest is enough: there is nothing to guess.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from zusage.errors import AccessError, InputError, wording
from zusage.ledger import accounts as rows
from zusage.ledger.auditing import add_audit
from zusage.model.accounts import TOKEN_RIGHTS, Account, Audit, Right, Token
from zusage.workflow.steps import moved
from zusage.workflow.workspace import Workspace

PREFIX = "zusage_"
"""How an API token begins, so that it is recognised where it should not be."""
MOST_DAYS = 366
_LABEL = 80


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token and its secret, which is shown once."""

    token: Token
    secret: str


def make_secret() -> str:
    """Return 256 random bits as 43 signs that an address or a header can hold."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def make_token(
    workspace: Workspace, account: str, scopes: Sequence[Right], *, label: str, days: int, by: str
) -> NewToken:
    """Make an API token that acts for an account, with some of its rights.

    Raises:
        AccessError: there is no such account, or it has not these rights.
        InputError: no scope or label is given, or too long a time.
    """
    label = " ".join(label.split())
    if not label or len(label) > _LABEL or not label.isprintable():
        raise InputError(
            "the token", wording("has no label of 1 to {label} characters", label=_LABEL), hint="say what it is for"
        )
    if not 1 <= days <= MOST_DAYS:
        raise InputError(
            "the token",
            wording("would last {days} days", days=days),
            hint=wording("give 1 to {most_days}", most_days=MOST_DAYS),
        )
    at = workspace.clock()
    with workspace.ledger.writing() as connection:
        found = rows.find_account(connection, account)
        if found is None:
            raise AccessError(
                wording("account {account}", account=account), "does not exist", hint="zusage user list shows them"
            )
        wanted = tuple(each for each in TOKEN_RIGHTS if each in scopes)
        lacking = [str(each) for each in scopes if each not in found.rights or each not in TOKEN_RIGHTS]
        if lacking or not wanted:
            problem = wording("may not {scopes}", scopes=", ".join(lacking)) if lacking else "would be allowed nothing"
            raise AccessError(
                wording("a token of {account}", account=account),
                problem,
                hint="give scopes that the account's role has",
            )
        secret = PREFIX + make_secret()
        token = Token(
            id=secrets.token_hex(4),
            account=account,
            label=label,
            scopes=wanted,
            made_at=at,
            expires_at=moved(at, timedelta(days=days)),
        )
        rows.add_token(connection, token, digest=digest_of(secret))
        detail = f"{account}: {label}; {' '.join(wanted)}; {days} days"
        add_audit(connection, Audit(at=at, who=by, act="token made", about=token.id, detail=detail))
    return NewToken(token, secret)


def drop_token(workspace: Workspace, name: str, *, by: str, account: str | None = None) -> None:
    """Erase a token, of ``account`` if one is named.

    Raises:
        AccessError: there is none.
    """
    with workspace.ledger.writing() as connection:
        if not rows.remove_token(connection, name, account=account):
            raise AccessError(wording("token {name}", name=name), "does not exist", hint="zusage token list shows them")
        add_audit(connection, Audit(at=workspace.clock(), who=by, act="token removed", about=name))


def check_token(workspace: Workspace, secret: str) -> tuple[Account, frozenset[Right]] | None:
    """Return for whom a token acts and what it may do now; None if it is none, has expired, or its account is disabled.

    What an account has lost since, its tokens have lost too.
    """
    at = workspace.clock()
    if not secret.startswith(PREFIX):
        return None
    with workspace.ledger.reading() as connection:
        found = rows.find_token(connection, digest_of(secret))
    if found is None:
        return None
    token, account = found
    if token.expires_at <= at or account.disabled_at is not None:
        return None
    if token.used_on != at[:10]:
        with workspace.ledger.writing() as connection:
            rows.use_token(connection, token.id, on=at[:10])
    return account, account.rights & frozenset(token.scopes)
