"""Subscribing by mail: asked for by anybody, begun only by the owner of the mailbox, ended by one click.

Nobody learns from an answer whether a mailbox subscribes to something.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from zusage.deliver.mail import Mail, compose, parse_mailbox
from zusage.errors import AccessError
from zusage.ledger import outbox
from zusage.ledger import subscriptions as rows
from zusage.ledger.auditing import add_attempt, count_attempts, keyed_digest
from zusage.ledger.subscriptions import CONFIRM, LEAVE, Subscription
from zusage.publish.digests.html import write_html
from zusage.publish.digests.letter import Letter, Link
from zusage.publish.digests.plain import write_plain
from zusage.reconcile.naming import Names
from zusage.workflow.accounts.signing_in import caller_key, coarse_address
from zusage.workflow.accounts.tokens import digest_of, make_secret
from zusage.workflow.following.feeds import effort_of, title_of
from zusage.workflow.following.mailing import Mailing
from zusage.workflow.following.news import News
from zusage.workflow.following.texts import text
from zusage.workflow.following.topics import Topic, read_topic
from zusage.workflow.lookups import Lookups
from zusage.workflow.steps import moved
from zusage.workflow.workspace import Workspace

DAYS = 3
"""After how many days a request that nobody confirmed is erased."""

_MOST_REQUESTS = 5
"""Requests for one mailbox that wait for an answer: more would be a way to bother somebody."""

ACT = "follow"
_OF_ADDRESS = ((timedelta(hours=1), 10), (timedelta(days=1), 30))
"""How often one address may ask in a time: each question is a mail to somebody."""

EVERY = ("day", "week")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody asks for."""

    email: str
    topic: Topic
    language: str
    every: str
    accepted_only: bool


def ask(workspace: Workspace, wish: Wish, mailing: Mailing, title: str, *, address: str = "") -> bool:
    """Keep a request and put the question to the mailbox into the outbox; say whether a mail is to be sent.

    ``title`` is what the topic is called, ``address`` the network's from which somebody asks.

    Raises:
        AccessError: too much was asked for from there.
        DeliveryError: the mailbox is none.
    """
    email = parse_mailbox(wish.email).addr_spec
    at, secret = workspace.clock(), make_secret()
    asked = Subscription(
        id=secrets.token_hex(8),
        email=email,
        language=wish.language,
        every=wish.every,
        topic=wish.topic.address,
        accepted_only=wish.accepted_only,
        asked_at=at,
    )
    content = _question(asked, mailing, title=title, effort=_effort(workspace, wish.language), secret=secret)
    with workspace.ledger.writing() as connection:
        _admit(connection, address, at)
        open_requests = [each for each in rows.subscriptions_of(connection, email) if each.confirmed_at is None]
        if len(open_requests) >= _MOST_REQUESTS:
            return False
        rows.add_subscription(connection, asked)
        rows.add_token(connection, digest_of(secret), asked.id, CONFIRM, at=at)
        outbox.put(connection, asked.id, CONFIRM, content, items=0, at=at)
    return True


def _admit(connection: Connection, address: str, at: str) -> None:
    """Note that somebody asks, unless he has asked too often."""
    caller = keyed_digest(caller_key(connection, at), f"from {coarse_address(address)}")
    for span, most in _OF_ADDRESS:
        count, _ = count_attempts(connection, ACT, since=moved(at, -span), address=caller)
        if count >= most:
            wait = int(span.total_seconds())
            raise AccessError(
                "subscriptions", "were asked for too often from your network", hint="try again later", wait=wait
            )
    add_attempt(connection, ACT, about="", address=caller, at=at)


def _effort(workspace: Workspace, language: str) -> str:
    return effort_of(Names(language, workspace.dossier))


def _question(asked: Subscription, mailing: Mailing, *, title: str, effort: str, secret: str) -> bytes:
    def say(key: str, **values: object) -> str:
        return text(key, asked.language, **values)

    every = say(f"every_{asked.every}")
    letter = Letter(
        language=asked.language,
        brand=f"Zusage · {effort}",
        title=say("confirm_subject", title=title),
        words=(say("confirm_words", every=every, title=title),),
        buttons=(Link(say("confirm_button"), f"{mailing.root}/{asked.language}/follow/confirm/{secret}"),),
        small=(say("confirm_not", days=DAYS),),
    )
    return compose(
        Mail(
            sender=mailing.sender,
            to=asked.email,
            subject=letter.title,
            text=write_plain(letter),
            html=write_html(letter),
            language=asked.language,
            when=asked.asked_at,
            id=secrets.token_hex(16),
        )
    )


def find_request(workspace: Workspace, secret: str) -> Subscription | None:
    """Return what a confirmation is for, None where there is nothing to confirm."""
    return _find(workspace, secret, CONFIRM)


def find_to_leave(workspace: Workspace, secret: str) -> Subscription | None:
    """Return what somebody may leave."""
    return _find(workspace, secret, LEAVE)


def _find(workspace: Workspace, secret: str, act: str) -> Subscription | None:
    with workspace.ledger.reading() as connection:
        return rows.find_by_token(connection, digest_of(secret), act)


def confirm(workspace: Workspace, secret: str, lookups: Lookups) -> Subscription | None:
    """Begin to follow: from now on, and instead of what the same mailbox followed of the same before.

    ``lookups`` are of the edition that is followed.
    """
    asked = find_request(workspace, secret)
    if asked is None:
        return None
    at = workspace.clock()
    names = [item.id for item in News(lookups).items(read_topic(asked.topic), asked.language)]
    with workspace.ledger.writing() as connection:
        if rows.find_by_token(connection, digest_of(secret), CONFIRM) is None:
            return None  # erased meanwhile
        if asked.confirmed_at is None:
            rows.note(connection, names, accepted_only=asked.accepted_only, at=at)
            rows.change_subscription(connection, asked.id, confirmed_at=at, seen=rows.last_number(connection))
            _erase_others(connection, asked)
    return asked


def _erase_others(connection: Connection, asked: Subscription) -> None:
    for each in rows.subscriptions_of(connection, asked.email):
        is_same = (each.topic, each.accepted_only) == (asked.topic, asked.accepted_only)
        if each.id != asked.id and is_same and each.confirmed_at is not None:
            rows.erase_subscription(connection, each.id)


def leave(workspace: Workspace, secret: str) -> bool:
    """End a subscription and erase all that is known of it; say whether there was one."""
    with workspace.ledger.writing() as connection:
        found = rows.find_by_token(connection, digest_of(secret), LEAVE)
        if found is not None:
            rows.erase_subscription(connection, found.id)
    return found is not None


def remove_mailbox(workspace: Workspace, email: str) -> int:
    """Erase everything about a mailbox; return how many subscriptions that were."""
    with workspace.ledger.writing() as connection:
        found = rows.subscriptions_of(connection, email.strip())
        for each in found:
            rows.erase_subscription(connection, each.id)
    return len(found)


def erase_unanswered(connection: Connection, *, at: str) -> int:
    """Erase requests that nobody confirmed in time; return how many."""
    before = moved(at, -timedelta(days=DAYS))
    old = [each for each in rows.all_subscriptions(connection) if each.confirmed_at is None and each.asked_at < before]
    for each in old:
        rows.erase_subscription(connection, each.id)
    return len(old)


def topic_title(lookups: Lookups, topic: Topic, language: str) -> str:
    """Name a topic.

    Raises:
        MissingError: what it names is not in the ledger.
    """
    return title_of(topic, lookups, Names(language, lookups.workspace.dossier))
