"""A feed as RSS. Source: RSS 2.0 (RSS Advisory Board, 2.0.11), with the link to itself that its best practices ask for."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from zusage.publish.feeds.atom import NAMESPACE
from zusage.publish.feeds.content import as_html
from zusage.publish.feeds.feed import Feed, Item, visible
from zusage.publish.xml_text import to_bytes


def write_rss(feed: Feed) -> bytes:
    """Write a feed as an RSS 2.0 document."""
    root = ET.Element("rss", {"version": "2.0", "xmlns:atom": NAMESPACE})
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.page)
    _add(channel, "description", feed.about or feed.title)
    _add(channel, "language", feed.language)
    _add(channel, "lastBuildDate", mail_time(feed.updated))
    _add(channel, "generator", "Zusage")
    _add(channel, "atom:link", rel="self", type="application/rss+xml", href=feed.at("rss"))
    for item in feed.items:
        _write_item(channel, item)
    return to_bytes(root)


def mail_time(when: str) -> str:
    """Write an ISO time as mails and RSS do: "Thu, 08 Jan 2026 09:00:00 GMT"."""
    return format_datetime(datetime.fromisoformat(when), usegmt=True)


def _write_item(channel: ET.Element, item: Item) -> None:
    made = ET.SubElement(channel, "item")
    _add(made, "title", item.title)
    _add(made, "link", item.address)
    _add(made, "guid", item.id, isPermaLink="false")
    _add(made, "pubDate", mail_time(item.published))
    _add(made, "atom:updated", item.updated)
    for tag in item.tags:
        _add(made, "category", tag)
    _add(made, "description", as_html(item))


def _add(parent: ET.Element, tag: str, words: str = "", **attributes: str) -> None:
    made = ET.SubElement(parent, tag, {name: visible(value) for name, value in attributes.items()})
    if words:
        made.text = visible(words)
