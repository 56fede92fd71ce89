"""Making, changing and erasing accounts; each step is audited under the name of who takes it."""

from __future__ import annotations

from sqlalchemy import Connection

from zusage.errors import AccessError, InputError, wording
from zusage.ledger import accounts as rows
from zusage.ledger.auditing import add_audit
from zusage.model.accounts import NAME, Account, Audit, Role
from zusage.workflow.accounts.passwords import Passwords, check_password
from zusage.workflow.workspace import Workspace


def add_person(workspace: Workspace, name: str, role: Role, password: str, *, passwords: Passwords, by: str) -> Account:
    """Make an account.

    Raises:
        InputError: the name or password cannot be one.
        AccessError: the name is taken.
    """
    if not NAME.fullmatch(name):
        hint = "1 to 40 small letters, digits, and . _ - between them; it stands beside each judgement"
        raise InputError(wording("account {name!r}", name=name), "cannot be called so", hint=hint)
    check_password(password, name)
    digest = passwords.digest(password)
    account = Account(name=name, role=role, made_at=workspace.clock())
    with workspace.ledger.writing() as connection:
        if not rows.add_account(connection, account, password=digest):
            raise AccessError(wording("account {name}", name=name), "is there already", hint="choose another name")
        _audit(connection, workspace, "account made", name, by, detail=str(role))
    return account


def list_people(workspace: Workspace) -> tuple[Account, ...]:
    """Return all accounts by name."""
    with workspace.ledger.reading() as connection:
        return rows.all_accounts(connection)


def change_role(workspace: Workspace, name: str, role: Role, *, by: str) -> Account:
    """Give an account another role, which holds at once.

    Raises:
        AccessError: there is no such account.
    """
    with workspace.ledger.writing() as connection:
        before = _find(connection, name)
        rows.set_role(connection, name, role)
        _audit(connection, workspace, "role changed", name, by, detail=f"{before.role} to {role}")
        return _find(connection, name)


def change_password(
    workspace: Workspace, name: str, password: str, *, passwords: Passwords, by: str, keep_session: str = ""
) -> None:
    """Set an account's password; everybody who is signed in with it is signed out, but for one session.

    Raises:
        InputError: the password cannot be one.
        AccessError: there is no such account.
    """
    check_password(password, name)
    digest = passwords.digest(password)
    with workspace.ledger.writing() as connection:
        _find(connection, name)
        rows.set_password(connection, name, digest, at=workspace.clock())
        rows.end_sessions(connection, name, but=keep_session)
        _audit(connection, workspace, "password changed", name, by)


def disable_person(workspace: Workspace, name: str, *, by: str) -> None:
    """Disable an account: it is signed out, and neither it nor its tokens are let in.

    Raises:
        AccessError: there is no such account.
    """
    with workspace.ledger.writing() as connection:
        _find(connection, name)
        rows.set_disabled(connection, name, workspace.clock())
        rows.end_sessions(connection, name)
        _audit(connection, workspace, "account disabled", name, by)


def enable_person(workspace: Workspace, name: str, *, by: str) -> None:
    """Let a disabled account in again.

    Raises:
        AccessError: there is no such account.
    """
    with workspace.ledger.writing() as connection:
        _find(connection, name)
        rows.set_disabled(connection, name, None)
        _audit(connection, workspace, "account enabled", name, by)


def remove_person(workspace: Workspace, name: str, *, by: str) -> None:
    """Erase an account with its sessions and tokens; its judgements stay, with its name.

    Raises:
        AccessError: there is no such account.
    """
    with workspace.ledger.writing() as connection:
        _find(connection, name)
        rows.remove_account(connection, name)
        _audit(connection, workspace, "account removed", name, by)
    workspace.ledger.forget()


def _find(connection: Connection, name: str) -> Account:
    found = rows.find_account(connection, name)
    if found is None:
        raise AccessError(wording("account {name}", name=name), "does not exist", hint="zusage user list shows them")
    return found


def _audit(connection: Connection, workspace: Workspace, act: str, about: str, by: str, *, detail: str = "") -> None:
    add_audit(connection, Audit(at=workspace.clock(), who=by, act=act, about=about, detail=detail))
