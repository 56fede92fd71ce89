"""A feed as JSON Feed. Source: https://jsonfeed.org/version/1.1."""

from __future__ import annotations

import json
from typing import Any

from zusage.publish.feeds.content import as_html, as_text
from zusage.publish.feeds.feed import Feed, Item, first_words, visible

VERSION = "https://jsonfeed.org/version/1.1"


def write_json_feed(feed: Feed) -> bytes:
    """Write a feed as JSON Feed 1.1."""
    whole = {
        "version": VERSION,
        "title": visible(feed.title),
        "home_page_url": feed.page,
        "feed_url": feed.at("feed.json"),
        "description": visible(feed.about),
        "language": feed.language,
        "authors": [{"name": visible(feed.author)}],
    }
    items = [_item(item, feed.language) for item in feed.items]
    return (json.dumps(_filled(whole) | {"items": items}, ensure_ascii=False, indent=2) + "\n").encode()


def _item(item: Item, language: str) -> dict[str, Any]:
    made = {
        "id": item.id,
        "url": item.address,
        "title": visible(item.title),
        "content_html": as_html(item),
        "content_text": as_text(item),
        "summary": visible(first_words(item.content)),
        "date_published": item.published,
        "date_modified": item.updated,
        "tags": [visible(tag) for tag in item.tags],
        "language": language,
        "_zusage": {"labels": [visible(label) for label in item.labels]} if item.labels else None,
    }
    return _filled(made)


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
