"""What pages are served from: a workspace, how it is served, and what has been worked out of the ledger's last revision."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from urllib.parse import urlsplit

from zusage.ledger.accounts import has_accounts
from zusage.ledger.auditing import FORMS, key_of
from zusage.ledger.remarks import last_published
from zusage.ledger.times import last_time
from zusage.model.accounts import Right, Role, rights_of
from zusage.settings import Settings
from zusage.web.adding import Adding
from zusage.web.cache import Answer, Cache
from zusage.web.standing import StandingLookups
from zusage.web.views.assessments import PackageLine, package_list
from zusage.web.workshop import Workshop
from zusage.workflow.accounts.passwords import Passwords
from zusage.workflow.following.mailing import can_mail, mailing_of
from zusage.workflow.lookups import Lookups
from zusage.workflow.review_queue import Desk
from zusage.workflow.revision import Watch
from zusage.workflow.workspace import Workspace, open_workspace

LOOPBACK = ("localhost", "127.0.0.1", "[::1]", "testserver")
"""Names by which a private server may be asked for: others are refused, so that no foreign page can read it by DNS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """How pages are served.

    ``public``: to everybody, so that who is not signed in sees the public edition. ``address``: under which address the
    world knows the server (for feeds, citations and mails); its host, and ``hosts``, are the only ones it answers to. No
    host at all: any. ``closed``: to nobody who is not signed in. ``patience``: for so many
    seconds it is not looked whether anything has changed, so that a busy writer does not empty the cache with every row.
    ``lag``: for so many seconds after a change who is not signed in may be shown what was there before it, while what is
    there now is worked out. ``free_hosts``: whose texts the public may see whole. ``answers``: whether a server is there that takes
    forms; not behind plain files. ``unreviewed``: the public edition has also what nobody has reviewed, marked so.
    """

    public: bool = False
    closed: bool = False
    address: str = ""
    hosts: tuple[str, ...] = LOOPBACK
    patience: float = 0
    lag: float = 0
    unreviewed: bool = False
    free_hosts: tuple[str, ...] = ()
    answers: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The hosts that are answered to, in small letters without port; empty for any."""
        own = urlsplit(self.address).hostname if self.address else None
        return tuple(each.lower() for each in (*self.hosts, *([own] if own else ())))


PEOPLE_FOR = 1.0
"""Seconds for which it is known whether there are accounts, and which remarks are shown."""


@dataclass(frozen=True, slots=True)
class People:
    """What people are and say here, as far as pages hang on it: it is no part of the ledger's revision.

    ``remarks``: how many are shown, and when one was last let through.
    """

    accounts: bool = False
    moderators: bool = False
    remarks: tuple[int, str] = (0, "")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an answer is kept, whatever the ledger's revision is: for whom, and under which address.

    ``root``: under which address the site was asked for, where the answer hangs on it; ``address`` is the canonical one.
    """

    audience: str | None
    people: People
    root: str
    address: str


@dataclass(frozen=True)
class Plan:
    """What another process needs to serve the same ledger."""

    settings: Settings
    serving: Serving

    def open(self) -> Site:
        """Open the ledger once more; every change is seen at once."""
        workspace = open_workspace(self.settings, stands=True)
        return Site(workspace, replace(self.serving, patience=0, lag=0), settings=self.settings)


class Site:
    """One ledger being served."""

    def __init__(
        self,
        workspace: Workspace,
        serving: Serving | None = None,
        *,
        passwords: Passwords | None = None,
        settings: Settings | None = None,
    ) -> None:
        """Serve a ledger; it is first looked at when something is asked for.

        ``settings`` are those of fetching, and of sending mails: where they name no mail server, no digests are offered.
        """
        self.workspace = workspace
        self.passwords = passwords or Passwords()
        self.serving = serving or Serving()
        self.mailing = mailing_of(settings) if settings and can_mail(settings) else None
        self.cache = Cache()
        self._changed_on = ("", "")
        self._people, self._people_until = People(), 0.0
        self._seen: dict[str, float] = {}
        self._watch = Watch(workspace.ledger, Lookups(workspace).revision, patience=self.serving.patience)
        self.lookups = StandingLookups(workspace, self.revision)
        self.accepted = StandingLookups(workspace, self.revision, accepted_only=not self.serving.unreviewed)
        self.workshop = Workshop()
        self.desk = Desk(workspace, self.lookups)
        self.adding = Adding(workspace, settings or Settings(ledger=workspace.ledger.folder))

    @property
    def title(self) -> Mapping[str, str]:
        """What the pages are about, by language."""
        titles = self.workspace.dossier.titles
        return {"de": titles.de, "en": titles.en}

    def revision(self) -> str:
        """The ledger's revision: another one whenever anything in it changed."""
        found = self._watch.revision()
        if self.serving.lag:
            self._seen[found] = time.monotonic()
        return found

    def kept(self, spot: Spot) -> Answer | None:
        """The answer of today's ledger that is kept at a spot."""
        return self.cache.get((self.revision(), spot))

    def kept_lately(self, spot: Spot) -> Answer | None:
        """The newest answer of a ledger as it was a moment ago."""
        now = time.monotonic()
        for revision, seen in sorted(self._seen.copy().items(), key=itemgetter(1), reverse=True):
            if now - seen > self.serving.lag:
                self._seen.pop(revision, None)
            elif found := self.cache.get((revision, spot)):
                return found
        return None

    @cached_property
    def hosts(self) -> tuple[str, ...]:
        """The hosts that are answered to; empty for any."""
        return self.serving.names

    @cached_property
    def packages(self) -> tuple[PackageLine, ...]:
        """The packages of the dossier, which nobody changes while it is served."""
        return package_list(self.lookups).packages

    def changed_on(self) -> str:
        """The day on which the ledger last changed; today for one that is empty."""
        revision = self.revision()
        known, day = self._changed_on
        if known != revision:
            with self.workspace.ledger.reading() as connection:
                day = (last_time(connection) or self.workspace.clock())[:10]
            self._changed_on = (revision, day)
        return day

    @cached_property
    def form_key(self) -> bytes:
        """The key that signs forms; all processes that serve a ledger have the same."""
        with self.workspace.ledger.writing() as connection:
            return key_of(connection, FORMS, at=self.workspace.clock())

    @property
    def people(self) -> People:
        """Whether there are accounts, and moderators among them, and what remarks are shown.

        It is looked up once in a second at most.
        """
        now = time.monotonic()
        if not self.serving.answers:
            return People()
        if now >= self._people_until:
            roles = [role for role in Role if Right.MODERATE in rights_of(role)]
            with self.workspace.ledger.reading() as connection:
                self._people = People(
                    has_accounts(connection), has_accounts(connection, roles), last_published(connection)
                )
            self._people_until = now + PEOPLE_FOR
        return self._people

    def know(self, people: People) -> None:
        """Go by what another process has looked up."""
        self._people, self._people_until = people, math.inf

    @property
    def has_accounts(self) -> bool:
        """Whether anybody could sign in; without accounts the pages only show."""
        return self.people.accounts

    @property
    def takes_remarks(self) -> bool:
        """Whether readers may send remarks: somebody is there to look at them."""
        return self.people.moderators
