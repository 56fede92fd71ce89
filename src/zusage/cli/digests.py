"""``zusage digest``: what is new, by mail to those who asked for it."""

from __future__ import annotations

import click

from zusage.cli.options import format_option, ledger_option, say, settings_of
from zusage.cli.output import write_records
from zusage.ledger import outbox
from zusage.ledger.subscriptions import all_subscriptions
from zusage.workflow.following.digests import Digests
from zusage.workflow.following.mailing import mailing_of
from zusage.workflow.following.sending import Sent, send_waiting
from zusage.workflow.following.subscribing import remove_mailbox
from zusage.workflow.workspace import open_workspace


@click.group()
def digest() -> None:
    """Tell by mail what is new to those who asked for it on the pages, daily or weekly.

    The settings smtp_host, smtp_sender and address say how.
    """


@digest.command(epilog="Example: zusage digest send --dry-run")
@click.option("--dry-run", is_flag=True, help="Only show who would be told of how much; nothing is sent or noted.")
@ledger_option
def send(folder: str | None, *, dry_run: bool) -> None:
    """Send the digests that are due, and what could not be sent before. Made for a timer: once an hour does no harm.

    Each piece of news is sent to each reader once, also if the command is interrupted: the same command goes on.
    """
    settings = settings_of(ledger=folder)
    mailing = mailing_of(settings)
    workspace = open_workspace(settings, write=not dry_run)
    digests = Digests(workspace, mailing)
    if dry_run:
        for due in digests.due():
            click.echo(f"{due.subscription.email}  {due.topic.address}  {_counted(len(due.items), 'item', 'items')}")
        return
    made = digests.prepare()
    say(f"{_counted(made, 'digest', 'digests')} made.")
    say(_words(send_waiting(workspace, mailing)))


@digest.command(name="list", epilog="Example: zusage digest list --format csv")
@ledger_option
@format_option
def list_(folder: str | None, form: str) -> None:
    """List who follows what, with what is not confirmed, on its way, or paused."""
    workspace = open_workspace(settings_of(ledger=folder))
    with workspace.ledger.reading() as connection:
        found = [(each, outbox.waiting(connection, each.id)) for each in all_subscriptions(connection)]
    records = [
        {
            "email": each.email,
            "topic": each.topic,
            "every": each.every,
            "language": each.language,
            "edition": "accepted" if each.accepted_only else "whole",
            "asked_at": each.asked_at,
            "confirmed_at": each.confirmed_at,
            "sent_at": each.sent_at,
            "refused": each.refused,
            "paused_at": each.paused_at,
            "on_their_way": waiting,
        }
        for each, waiting in found
    ]
    if form != "table":
        write_records(records, form)
        return
    if not records:
        say("Nobody follows anything yet: the pages have the form, below each of them.")
    for each in records:
        state = "paused" if each["paused_at"] else "confirmed" if each["confirmed_at"] else "not confirmed"
        told = f"last told {str(each['sent_at'])[:10]}" if each["sent_at"] else "not told yet"
        click.echo(f"{each['email']}  {each['topic']}  {each['every']}  {each['language']}  {state}, {told}")


@digest.command(epilog="Example: zusage digest remove reader@mail.example")
@click.argument("email", metavar="MAILBOX")
@ledger_option
def remove(email: str, folder: str | None) -> None:
    """Erase all that is known of a mailbox: its subscriptions, and the mails on their way to it."""
    removed = remove_mailbox(open_workspace(settings_of(ledger=folder), write=True), email)
    say(f"Erased {_counted(removed, 'subscription', 'subscriptions')}.")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _words(sent: Sent) -> str:
    parts = [f"{_counted(sent.accepted, 'mail', 'mails')} sent"]
    parts += [f"{sent.postponed} postponed"] if sent.postponed else []
    parts += [f"{sent.refused} refused"] if sent.refused else []
    parts += [f"{_counted(sent.paused, 'mailbox', 'mailboxes')} paused"] if sent.paused else []
    return f"{', '.join(parts)}."
