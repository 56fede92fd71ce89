"""Feeds and lists of feeds: RSS 2.0 and 1.0, Atom, JSON Feed, OPML, to the addresses of reports and their days.

XML is parsed without entities, document types or network; what declares an entity is refused.

Source: RSS 2.0 specification; RFC 4287 (Atom); JSON Feed 1.1; OPML 2.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from zusage.errors import InputError, wording
from zusage.intake.fetching.addresses import is_address
from zusage.intake.pages.days import read_day
from zusage.intake.pages.decoding import to_utf8

_MOST = 2000
"""Entries of a feed that are looked at."""

_ROOTS = {"rss": "feed", "rdf": "feed", "feed": "feed", "opml": "list"}
_LINKS = ("alternate", None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One report that a feed names: its address, and the day that the feed gives."""

    address: str
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's entries, or the feeds that a list names, in their order; ``notes`` say what was assumed."""

    entries: tuple[Entry, ...] = ()
    feeds: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def is_feed(content: bytes) -> bool:
    """Say whether bytes look like a feed or a list of feeds, by their first signs."""
    head = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head[:1] == b"{":
        return b"jsonfeed.org/version" in head.replace(b"\\/", b"/")
    return head[:1] == b"<" and any(sign in head for sign in (b"<rss", b"<rdf:rdf", b"<feed", b"<opml"))


def read_feed(content: bytes, resource: str, *, address: str = "", content_type: str = "") -> Feed:
    """Read a feed or a list of feeds; ``address`` is where links in it are relative to.

    Raises:
        InputError: it is none, is broken, or declares entities.
    """
    markup, notes = to_utf8(content, resource, content_type=content_type)
    if markup.lstrip()[:1] == b"{":
        return Feed(tuple(_unique(_read_json(markup, resource, address))), notes=notes)
    root = _parse(markup, resource)
    kind = _ROOTS.get(_name(root))
    if kind is None:
        raise InputError(resource, "is no feed", hint="RSS, Atom, JSON Feed and OPML are read")
    if kind == "list":
        return Feed(feeds=tuple(dict.fromkeys(_read_outlines(root, address))), notes=notes)
    entries = (one for one in root.iter() if isinstance(one.tag, str) and _name(one) in {"item", "entry"})
    return Feed(tuple(_unique(entry for one in entries if (entry := _read_entry(one, address)))), notes=notes)


def _parse(markup: bytes, resource: str) -> Any:
    if b"<!ENTITY" in markup[:100_000].upper():
        raise InputError(resource, "declares entities, which no feed needs", hint="it may be an attack; it is not read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(markup.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise InputError(
            resource, wording("is broken XML: {problem}", problem=problem), hint="open it in a browser"
        ) from problem
    if root is None:
        raise InputError(resource, "is broken XML", hint="open it in a browser")
    return root


def _read_entry(element: Any, address: str) -> Entry | None:
    link, identity, day = "", "", None
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name, words = _name(child), (child.text or "").strip()
        if name == "link" and not link:
            relation = child.get("rel")
            link = (child.get("href") or words) if relation in _LINKS else ""
        elif name == "guid" and child.get("isPermaLink", "true") != "false" and is_address(words):
            identity = words
        elif name in {"pubdate", "published", "date", "issued"} or (name == "updated" and day is None):
            day = read_day(words) or day
    return _make_entry(link or identity, day, address)


def _read_json(markup: bytes, resource: str, address: str) -> Iterator[Entry]:
    try:
        record = json.loads(markup)
    except (ValueError, RecursionError) as problem:
        raise InputError(
            resource, wording("is no JSON: {problem}", problem=problem), hint="open it in a browser"
        ) from problem
    items = record.get("items") if isinstance(record, dict) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            link = item.get("url") or item.get("external_url")
            when = item.get("date_published")
            entry = _make_entry(str(link or ""), read_day(str(when)) if when else None, address)
            if entry:
                yield entry


def _read_outlines(root: Any, address: str) -> Iterator[str]:
    for outline in root.iter():
        if isinstance(outline.tag, str) and _name(outline) == "outline":
            link = next((outline.get(name) for name in ("xmlUrl", "xmlurl", "url") if outline.get(name)), "")
            full = _absolute(link, address)
            if full:
                yield full


def _make_entry(link: str, day: str | None, address: str) -> Entry | None:
    full = _absolute(link, address)
    return Entry(full, day) if full else None


def _absolute(link: str, address: str) -> str:
    try:
        full = urljoin(address, link.strip())
    except ValueError:
        return ""
    return full if link.strip() and is_address(full) else ""


def _unique(entries: Iterator[Entry]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.address not in seen and len(seen) < _MOST:
            seen.add(entry.address)
            yield entry


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()
