"""Digests: what is new for each who follows something, put into the outbox at once with the note that he was told.

So each piece of news is in one mail, whenever a process dies: either neither or both are in the ledger. The mail stays in
the outbox until a server has it.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from zusage.deliver.mail import Mail, MailingList, compose
from zusage.ledger import outbox
from zusage.ledger import subscriptions as rows
from zusage.ledger.subscriptions import LEAVE, Subscription
from zusage.publish.digests.html import write_html
from zusage.publish.digests.letter import Letter, Link, Section
from zusage.publish.digests.plain import write_plain
from zusage.publish.feeds.feed import Item
from zusage.reconcile.naming import Names
from zusage.workflow.accounts.tokens import digest_of, make_secret
from zusage.workflow.following.feeds import effort_of, title_of
from zusage.workflow.following.mailing import Mailing
from zusage.workflow.following.news import News
from zusage.workflow.following.subscribing import erase_unanswered
from zusage.workflow.following.texts import text
from zusage.workflow.following.topics import Topic, read_topic
from zusage.workflow.lookups import Lookups
from zusage.workflow.steps import moved
from zusage.workflow.workspace import Workspace

_PAUSE = {"day": timedelta(hours=20), "week": timedelta(days=6, hours=12)}
"""How long after a digest the next one is due: less than a day and a week, so that a timer that is late skips none."""

_IN_FULL = 40
"""Items of a section that are told with quotes; the rest are lines with links."""

_SORTS = ("change", "conflict", "statement", "report", "remark")


@dataclass(frozen=True, slots=True)
class Due:
    """What somebody is to be told."""

    subscription: Subscription
    topic: Topic
    items: tuple[Item, ...]


class Digests:
    """Makes digests of the two editions of a ledger."""

    def __init__(self, workspace: Workspace, mailing: Mailing) -> None:
        """Make digests that are sent as ``mailing`` says."""
        self.workspace = workspace
        self.mailing = mailing
        self._news = {only: News(Lookups(workspace, accepted_only=only), mailing.root) for only in (False, True)}

    def due(self) -> Iterator[Due]:
        """Yield what those are to be told for whom a digest is due, without noting anything; nobody without news."""
        at = self.workspace.clock()
        with self.workspace.ledger.reading() as connection:
            subscriptions = rows.all_subscriptions(connection)
        for each in subscriptions:
            if is_due(each, at):
                topic = read_topic(each.topic)
                items = self._news[each.accepted_only].items(topic, each.language)
                with self.workspace.ledger.reading() as connection:
                    told = rows.numbers_of(connection, [item.id for item in items], accepted_only=each.accepted_only)
                new = tuple(item for item in items if told.get(item.id, each.seen + 1) > each.seen)
                if new:
                    yield Due(each, topic, new)

    def prepare(self) -> int:
        """Put the digests that are due into the outbox; return how many. Requests that nobody confirmed are erased."""
        with self.workspace.ledger.writing() as connection:
            erase_unanswered(connection, at=self.workspace.clock())
        return sum(self._put(each) for each in list(self.due()))

    def _put(self, due: Due) -> bool:
        at, secret = self.workspace.clock(), make_secret()
        subscription = due.subscription
        content = self.compose(due, secret=secret, at=at)
        names = [item.id for item in due.items]
        with self.workspace.ledger.writing() as connection:
            now = rows.find_subscription(connection, subscription.id)
            if now != subscription:  # left, or told by another process
                return False
            rows.note(connection, names, accepted_only=subscription.accepted_only, at=at)
            seen = rows.last_number(connection)
            rows.change_subscription(connection, subscription.id, seen=seen, sent_at=at)
            rows.add_token(connection, digest_of(secret), subscription.id, LEAVE, at=at)
            outbox.put(connection, subscription.id, "digest", content, items=len(names), at=at)
        return True

    def compose(self, due: Due, *, secret: str, at: str) -> bytes:
        """Write the mail that tells somebody."""
        subscription, language = due.subscription, due.subscription.language
        letter = self.letter(due, secret=secret)
        title = self._title(due)
        key = "one" if len(due.items) == 1 else "many"
        host = self.mailing.host
        return compose(
            Mail(
                sender=self.mailing.sender,
                to=subscription.email,
                subject=text(f"digest_subject_{key}", language, title=title, count=len(due.items)),
                text=write_plain(letter),
                html=write_html(letter),
                language=language,
                when=at,
                id=secrets.token_hex(16),
                list=MailingList(f"{_list_name(due.topic)}.{host}", title, self._leave(subscription, secret)),
            )
        )

    def letter(self, due: Due, *, secret: str) -> Letter:
        """Return what the mail says."""
        subscription, language = due.subscription, due.subscription.language
        names = Names(language, self.workspace.dossier)
        title = self._title(due)
        every = text(f"every_{subscription.every}", language)
        return Letter(
            language=language,
            brand=f"Zusage · {effort_of(names)}",
            title=title,
            words=(text("digest_since" if subscription.sent_at else "digest_first", language),),
            sections=tuple(_sections(due.items, language)),
            buttons=(Link(text("digest_page", language), f"{self.mailing.root}/{language}{due.topic.address}"),),
            small=(
                text("digest_note", language),
                text("digest_why", language, every=every, title=title),
                Link(text("digest_leave", language), self._leave(subscription, secret)),
            ),
        )

    def _leave(self, subscription: Subscription, secret: str) -> str:
        return f"{self.mailing.root}/{subscription.language}/follow/leave/{secret}"

    def _title(self, due: Due) -> str:
        names = Names(due.subscription.language, self.workspace.dossier)
        return title_of(due.topic, self._news[due.subscription.accepted_only].lookups, names)


def is_due(subscription: Subscription, at: str) -> bool:
    """Say whether somebody may be told now: he said yes, is not paused, and was not told a short time ago."""
    if subscription.confirmed_at is None or subscription.paused_at is not None:
        return False
    return subscription.sent_at is None or moved(subscription.sent_at, _PAUSE[subscription.every]) <= at


def _sections(items: Sequence[Item], language: str) -> Iterator[Section]:
    for sort in _SORTS:
        own = tuple(item for item in items if item.tags[0] == sort)
        if own:
            yield Section(text(f"section_{sort}", language), own, _IN_FULL)


def _list_name(topic: Topic) -> str:
    """Name the list of a topic, as a part of a host's name: ``actors-ee``."""
    plain = re.sub(r"[^a-z0-9]+", "-", topic.address.lower()).strip("-")
    return plain[:60].strip("-") or "all"
