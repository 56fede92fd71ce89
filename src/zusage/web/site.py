"""What pages are served from: a workspace, how it is served, and what has been worked out of the ledger's last revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

from zusage.web.cache import Cache
from zusage.workflow.revision import Watch
from zusage.workflow.views import View, view_ledger
from zusage.workflow.workspace import Workspace

LOOPBACK = ("localhost", "127.0.0.1", "[::1]", "testserver")
"""Names by which a private server may be asked for: others are refused, so that no foreign page can read it by DNS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """How pages are served.

    ``public``: to everybody, so that who is not signed in sees the public edition. ``address``: under which address the
    world knows the server (for feeds, citations and mails); its host, and ``hosts``, are the only ones it answers to. No
    host at all: any.
    """

    public: bool = False
    address: str = ""
    hosts: tuple[str, ...] = LOOPBACK

    @property
    def names(self) -> tuple[str, ...]:
        """The hosts that are answered to, in small letters without port; empty for any."""
        own = urlsplit(self.address).hostname if self.address else None
        return tuple(each.lower() for each in (*self.hosts, *([own] if own else ())))


@dataclass
class Site:
    """One ledger being served."""

    workspace: Workspace
    serving: Serving = field(default_factory=Serving)
    cache: Cache = field(default_factory=Cache)
    _views: dict[tuple[str, str | None], View] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        """Begin to watch the ledger."""
        self._watch = Watch(self.workspace.ledger)

    @property
    def title(self) -> Mapping[str, str]:
        """What the pages are about, by language."""
        titles = self.workspace.dossier.titles
        return {"de": titles.de, "en": titles.en}

    def revision(self) -> str:
        """The ledger's revision: another one whenever anything in it changed."""
        return self._watch.revision()

    def view(self, as_of: str | None) -> View:
        """What the ledger comes to as of a day; worked out once for each revision."""
        key = (self.revision(), as_of)
        with self._lock:
            if key not in self._views:
                self._views = {kept: view for kept, view in self._views.items() if kept[0] == key[0]}
                self._views[key] = view_ledger(self.workspace, as_of=as_of)
            return self._views[key]
