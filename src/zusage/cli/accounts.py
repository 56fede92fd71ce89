"""``zusage user``, ``token`` and ``audit``: who may use the pages, and what is written down about it."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Sequence

import click

from zusage.cli.options import check_day, format_option, ledger_option, say, settings_of
from zusage.cli.output import make_console, plain, write_records
from zusage.errors import InputError
from zusage.ledger import accounts as rows
from zusage.ledger.auditing import audit_log, forget_audit
from zusage.model.accounts import TOKEN_RIGHTS, Right, Role
from zusage.workflow.accounts import people, tokens
from zusage.workflow.accounts.passwords import LEAST, Passwords
from zusage.workflow.workspace import Workspace, open_workspace

_ROLE = click.Choice([str(each) for each in Role])
_STDIN = click.option("--stdin", "from_stdin", is_flag=True, help="Read the password from standard input, one line.")


@click.group()
def user() -> None:
    """Make, change and remove accounts for the pages.

    A reader sees what is not public, a reviewer judges and adds, a moderator also lets readers' remarks through, an
    admin also sees the audit log.
    """


@user.command(epilog="Example: zusage user add mona --role reviewer")
@click.argument("name", metavar="NAME")
@click.option("--role", type=_ROLE, default=str(Role.REVIEWER), show_default=True, help="What the account may do.")
@_STDIN
@ledger_option
def add(name: str, role: str, folder: str | None, *, from_stdin: bool) -> None:
    """Make an account; the password is asked for."""
    workspace = _open(folder)
    password = _password(from_stdin=from_stdin)
    made = people.add_person(workspace, name, Role(role), password, passwords=Passwords(), by=_who())
    say(f"Made account {made.name}, {made.role}. Sign in at the pages: zusage serve")


@user.command(name="list", epilog="Example: zusage user list --format json")
@ledger_option
@format_option
def list_(folder: str | None, form: str) -> None:
    """List all accounts with their roles."""
    found = people.list_people(_open(folder, write=False))
    header = ("name", "role", "made", "disabled")
    lines = [(each.name, str(each.role), _minute(each.made_at), _minute(each.disabled_at)) for each in found]
    _show([plain(each) for each in found], header, lines, form, nothing="There are no accounts: the pages only show.")


@user.command(epilog="Example: zusage user role mona moderator")
@click.argument("name", metavar="NAME")
@click.argument("role", type=_ROLE)
@ledger_option
def role(name: str, role: str, folder: str | None) -> None:
    """Give an account another role, which holds at once."""
    made = people.change_role(_open(folder), name, Role(role), by=_who())
    say(f"Account {made.name} is {made.role} now.")


@user.command(epilog="Example: zusage user password mona")
@click.argument("name", metavar="NAME")
@_STDIN
@ledger_option
def password(name: str, folder: str | None, *, from_stdin: bool) -> None:
    """Set a new password; whoever is signed in with the old one is signed out."""
    workspace = _open(folder)
    words = _password(from_stdin=from_stdin)
    people.change_password(workspace, name, words, passwords=Passwords(), by=_who())
    say(f"Account {name} has a new password, and was signed out everywhere.")


@user.command(epilog="Example: zusage user disable mona")
@click.argument("name", metavar="NAME")
@click.option("--undo", is_flag=True, help="Let the account in again.")
@ledger_option
def disable(name: str, folder: str | None, *, undo: bool) -> None:
    """Disable an account: it is signed out, and neither it nor its tokens are let in."""
    if undo:
        people.enable_person(_open(folder), name, by=_who())
    else:
        people.disable_person(_open(folder), name, by=_who())
    say(f"Account {name} is let in again." if undo else f"Account {name} is disabled.")


@user.command(epilog="Example: zusage user remove mona")
@click.argument("name", metavar="NAME")
@ledger_option
def remove(name: str, folder: str | None) -> None:
    """Erase an account with its sessions and tokens.

    Its judgements stay, with its name: they are part of the ledger.
    """
    people.remove_person(_open(folder), name, by=_who())
    say(f"Account {name} is gone; its judgements stay.")


@click.group()
def token() -> None:
    """Make and remove tokens for programs that use the API."""


@token.command(name="add", epilog="Example: zusage token add mona --scope read --scope add --label 'nightly import'")
@click.argument("account", metavar="ACCOUNT")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    required=True,
    type=click.Choice([str(each) for each in TOKEN_RIGHTS]),
    help="What it may do, of what the account may; may be repeated.",
)
@click.option("--label", required=True, help="What it is for.")
@click.option("--days", type=int, default=90, show_default=True, help="How long it is valid.")
@ledger_option
def add_token(account: str, scopes: tuple[str, ...], label: str, days: int, folder: str | None) -> None:
    """Make a token; it is shown once, on standard output."""
    wanted = [Right(each) for each in scopes]
    made = tokens.make_token(_open(folder), account, wanted, label=label, days=days, by=_who())
    click.echo(made.secret)
    say(f"Token {made.token.id}, valid until {_minute(made.token.expires_at)} UTC. It is not shown again.")


@token.command(name="list", epilog="Example: zusage token list")
@click.option("--account", metavar="ACCOUNT", help="Only this account's.")
@ledger_option
@format_option
def list_tokens(account: str | None, folder: str | None, form: str) -> None:
    """List the tokens, without their secrets."""
    with _open(folder, write=False).ledger.reading() as connection:
        found = rows.all_tokens(connection, account)
    header = ("id", "account", "for", "may", "until", "last used")
    lines = [
        (each.id, each.account, each.label, " ".join(each.scopes), each.expires_at[:10], each.used_on or "–")
        for each in found
    ]
    _show([plain(each) for each in found], header, lines, form, nothing="There are no tokens.")


@token.command(name="remove", epilog="Example: zusage token remove 3fa2c001")
@click.argument("name", metavar="ID")
@ledger_option
def remove_token(name: str, folder: str | None) -> None:
    """Erase a token; it is refused from now on."""
    tokens.drop_token(_open(folder), name, by=_who())
    say(f"Token {name} is gone.")


@click.command(epilog="Example: zusage audit --who mona --last 20")
@click.option("--who", metavar="NAME", help="Only what one account did.")
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the newest N.")
@click.option(
    "--forget-before", "before", callback=check_day, metavar="DAY", help="Erase what is older instead of showing it."
)
@ledger_option
@format_option
def audit(who: str | None, last: int | None, before: str | None, folder: str | None, form: str) -> None:
    """Show who signed in, changed accounts and decided what, the oldest first."""
    if before is not None:
        _forget(folder, before)
        return
    with _open(folder, write=False).ledger.reading() as connection:
        found = audit_log(connection, who=who, last=last)
    header = ("when", "who", "what", "about", "more")
    lines = [(_minute(each.at), each.who, each.act, each.about, each.detail) for each in found]
    _show([plain(each) for each in found], header, lines, form, nothing="Nothing has been audited.")


def _forget(folder: str | None, before: str) -> None:
    workspace = _open(folder)
    with workspace.ledger.writing() as connection:
        gone = forget_audit(connection, before=before)
    workspace.ledger.forget()
    say(f"{gone} lines from before {before} are gone.")


def _open(folder: str | None, *, write: bool = True) -> Workspace:
    return open_workspace(settings_of(ledger=folder), write=write)


def _who() -> str:
    """Who runs a command, told from accounts of the pages."""
    return f"command line ({settings_of().reviewer})"


def _password(*, from_stdin: bool) -> str:
    """Ask for a password twice, or take a line of standard input; never an argument, which others could see."""
    if from_stdin or not sys.stdin.isatty():
        line = sys.stdin.readline()
        if not line.strip():
            raise InputError("the password", "is missing on standard input", hint="give it as one line")
        return line.rstrip("\r\n")
    first = getpass.getpass(f"Password ({LEAST} characters or more; a few words in a row are best): ")
    if first != getpass.getpass("Once more: "):
        raise InputError("the password", "was not the same the second time", hint="run the command again")
    return first


def _minute(at: str | None) -> str:
    return at[:16].replace("T", " ") if at else ""


def _show(
    records: Sequence[dict[str, object]],
    header: Sequence[str],
    lines: Sequence[Sequence[str]],
    form: str,
    *,
    nothing: str,
) -> None:
    if form != "table":
        write_records(records, form)
        return
    if not lines:
        say(nothing)
        return
    from zusage.cli.listing import Column, Group, Row, show_groups  # noqa: PLC0415 - only for tables

    *plain_ones, last = header
    columns = (*(Column(name) for name in plain_ones), Column(last, 8, 1))
    show_groups(make_console(), columns, [Group("", [Row(tuple(line)) for line in lines])])
