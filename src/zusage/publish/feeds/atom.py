"""A feed as Atom. Source: RFC 4287; the link to itself as in its section 4.2.7."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from zusage.publish.feeds.content import as_html
from zusage.publish.feeds.feed import Feed, Item, first_words, visible
from zusage.publish.xml_text import to_bytes

NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def write_atom(feed: Feed) -> bytes:
    """Write a feed as an Atom document."""
    root = ET.Element("feed", {"xmlns": NAMESPACE, _LANGUAGE: feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    if feed.about:
        _add(root, "subtitle", feed.about)
    _add(root, "updated", feed.updated)
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.at("atom"))
    _add(root, "link", rel="alternate", type="text/html", href=feed.page)
    _add(root, "generator", "Zusage")
    for item in feed.items:
        _write_item(root, item)
    return to_bytes(root)


def _write_item(root: ET.Element, item: Item) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "published", item.published)
    _add(entry, "updated", item.updated)
    _add(entry, "link", rel="alternate", type="text/html", href=item.address)
    for tag in item.tags:
        _add(entry, "category", term=tag)
    if summary := first_words(item.content):
        _add(entry, "summary", summary)
    _add(entry, "content", as_html(item), type="html")


def _add(parent: ET.Element, tag: str, words: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, tag, {name: visible(value) for name, value in attributes.items()})
    if words:
        made.text = visible(words)
    return made
