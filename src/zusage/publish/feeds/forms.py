"""The forms of a feed, by the ending of its address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zusage.publish.feeds.atom import write_atom
from zusage.publish.feeds.feed import Feed
from zusage.publish.feeds.json_feed import write_json_feed
from zusage.publish.feeds.rss import write_rss


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what people call it, its media type, and what writes it."""

    name: str
    media_type: str
    write: Callable[[Feed], bytes]


FORMS: dict[str, Form] = {
    "atom": Form("Atom", "application/atom+xml", write_atom),
    "rss": Form("RSS", "application/rss+xml", write_rss),
    "feed.json": Form("JSON Feed", "application/feed+json", write_json_feed),
}
