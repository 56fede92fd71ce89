"""All items of a topic, in one language, worked out once for all who follow it."""

from __future__ import annotations

from zusage.errors import MissingError
from zusage.publish.feeds.feed import Item, newest
from zusage.reconcile.naming import Names
from zusage.workflow.following.feeds import PUBLIC_EXCERPT
from zusage.workflow.following.happenings import Happenings, happenings
from zusage.workflow.following.items import Telling
from zusage.workflow.following.topics import Topic
from zusage.workflow.lookups import Lookups


class News:
    """What happened in an edition of a ledger, by topic."""

    def __init__(self, lookups: Lookups, root: str = "") -> None:
        """Look things up; links begin with ``root``."""
        self.lookups = lookups
        self._root = root
        self._found: dict[Topic, Happenings | None] = {}

    def items(self, topic: Topic, language: str) -> tuple[Item, ...]:
        """Return all items of a topic, the newest first; none where what it names is no longer in the ledger."""
        found = self._happenings(topic)
        if found is None:
            return ()
        names = Names(language, self.lookups.workspace.dossier)
        telling = Telling(names, self._root, PUBLIC_EXCERPT if self.lookups.accepted_only else None)
        return newest(telling.items(found), None)

    def _happenings(self, topic: Topic) -> Happenings | None:
        if topic not in self._found:
            try:
                self._found[topic] = happenings(self.lookups, topic)
            except MissingError:
                self._found[topic] = None
        return self._found[topic]
