"""Emptying the outbox: a mail leaves it when a server has acknowledged it, or when nobody will ever take it.

A process that dies between the server's word and ours leaves the mail there, and the same mail goes out once more, with
the same Message-ID, by which mail servers and programs know it: that much no sender can know (RFC 5321, section 4.5.4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from zusage.deliver.mail import parse_mailbox
from zusage.deliver.smtp import Outcome, Post, Reply, posting
from zusage.ledger import outbox
from zusage.ledger import subscriptions as rows
from zusage.ledger.outbox import Waiting
from zusage.ledger.subscriptions import CONFIRM
from zusage.workflow.following.mailing import Mailing
from zusage.workflow.steps import moved
from zusage.workflow.workspace import Workspace

_OURS = timedelta(minutes=15)
"""How long a mail is ours once we have taken it: nobody else sends it, and if we die it waits so long."""

_FIRST_WAIT = timedelta(minutes=10)
_LONGEST_WAIT = timedelta(days=1)
_GIVEN_UP = timedelta(days=5)
"""After which time a mail that is only ever postponed counts as refused (RFC 5321, section 4.5.4.1)."""

MOST_REFUSED = 3
"""Refusals in a row after which a mailbox gets nothing more."""


@dataclass(slots=True)
class Sent:
    """What became of the mails of a run; ``paused`` are mailboxes that get nothing more."""

    accepted: int = 0
    postponed: int = 0
    refused: int = 0
    paused: int = 0


def send_waiting(workspace: Workspace, mailing: Mailing, *, act: str | None = None) -> Sent:
    """Try each mail in the outbox that is due, once; ``act``: those of one sort.

    Raises:
        DeliveryError: the server cannot be reached, or refuses us; what it did not take stays.
    """
    sent, last = Sent(), 0
    with workspace.ledger.reading() as connection:
        if not outbox.waiting(connection):
            return sent
    with posting(mailing.server) as post:
        post.open()
        while (found := _take(workspace, last, act)) is not None:
            last = found.seq
            _send(workspace, mailing, post, found, sent)
    return sent


def _take(workspace: Workspace, after: int, act: str | None) -> Waiting | None:
    now = workspace.clock()
    with workspace.ledger.writing() as connection:
        return outbox.take(connection, now=now, until=moved(now, _OURS), after=after, act=act)


def _send(workspace: Workspace, mailing: Mailing, post: Post, mail: Waiting, sent: Sent) -> None:
    with workspace.ledger.reading() as connection:
        to = rows.find_subscription(connection, mail.subscription)
    if to is None:  # left since; the mail has gone with the subscription
        return
    outcome = post.send(mail.content, sender=parse_mailbox(mailing.sender).addr_spec, to=to.email)
    at = workspace.clock()
    with workspace.ledger.writing() as connection:
        if outcome.reply is Reply.ACCEPTED:
            sent.accepted += 1
            outbox.remove(connection, mail.seq)
            rows.change_subscription(connection, mail.subscription, refused=0)
        elif outcome.reply is Reply.POSTPONED and moved(mail.made_at, _GIVEN_UP) > at:
            sent.postponed += 1
            wait = min(_FIRST_WAIT * 2 ** min(mail.tries, 20), _LONGEST_WAIT)
            outbox.postpone(connection, mail.seq, until=moved(at, wait), problem=outcome.words)
        else:
            sent.refused += 1
            sent.paused += _refuse(connection, mail, outcome, at)


def _refuse(connection: Connection, mail: Waiting, outcome: Outcome, at: str) -> bool:
    """Count a refusal: the mail is tried again in a day, and after some of them the mailbox gets nothing more."""
    found = rows.find_subscription(connection, mail.subscription)
    if found is None:
        return False
    if mail.act == CONFIRM:  # nobody who could be paused has said yes
        rows.erase_subscription(connection, mail.subscription)
        return False
    rows.change_subscription(connection, mail.subscription, refused=found.refused + 1)
    if found.refused + 1 < MOST_REFUSED:
        outbox.postpone(connection, mail.seq, until=moved(at, _LONGEST_WAIT), problem=outcome.words)
        return False
    rows.change_subscription(connection, mail.subscription, paused_at=at)
    outbox.remove_all(connection, mail.subscription)
    return True
