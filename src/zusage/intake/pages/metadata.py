"""What a page's head says about it: JSON-LD, meta elements, headline, links. Nothing is decided here but the title.

The tree is only read. Broken JSON-LD is passed over: pages are full of it.

Source: schema.org Article; the Open Graph protocol; HTML Living Standard, metadata.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_TAG = re.compile(r"<[^>]{1,200}>")
_SEPARATOR = re.compile(r"\s+[|–—*·•:-]\s+")
_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_OTHERS = ("WebPage", "ItemPage")
"""Types that give a title or a day where there is no article."""

_INVISIBLE = dict.fromkeys((0x200B, 0x2060, 0xFEFF))
"""Signs that take no room; a soft hyphen stays, it is the publisher's."""

_DEPTH = 8
"""Levels of JSON-LD that are looked at."""

_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "cxenseparse:publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself; empty strings and None for what it does not say.

    ``linked`` are the JSON-LD objects of the article, the most telling first; ``meta`` the meta elements by lower-case
    name; ``body`` the report's words as the publisher gives them to machines.
    """

    title: str = ""
    description: str = ""
    outlet: str | None = None
    byline: str | None = None
    address: str | None = None
    language: str | None = None
    body: str = ""
    linked: tuple[Mapping[str, Any], ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)


def read_metadata(tree: LexborHTMLParser, *, address: str | None = None) -> Metadata:
    """Read a page's metadata; ``address`` is where it was fetched."""
    meta = _read_meta(tree)
    linked = tuple(_find_articles(tree))
    outlet = _first(meta, _OUTLETS) or _publisher(linked)
    root = tree.css_first("html")
    language = (root.attributes.get("lang") if root is not None else None) or meta.get("og:locale") or ""
    return Metadata(
        title=_choose_title(tree, meta, linked, outlet),
        description=_first(meta, ("og:description", "description", "twitter:description")),
        outlet=outlet or None,
        byline=_authors(linked) or _names(_first(meta, _AUTHORS)) or None,
        address=_canonical(tree, meta, address),
        language=language[:2].lower() or None,
        body=max(
            (_plain(one["articleBody"]) for one in linked if isinstance(one.get("articleBody"), str)),
            key=len,
            default="",
        ),
        linked=linked,
        meta=meta,
    )


def _read_meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.css("meta"):
        marks = element.attributes
        name = marks.get("property") or marks.get("name") or marks.get("itemprop")
        content = marks.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), content)
    return found


def _find_articles(tree: LexborHTMLParser) -> Iterator[Mapping[str, Any]]:
    """Yield the JSON-LD objects that can be the page's article: articles before pages, in the page's order."""
    others = []
    for script in tree.css('script[type*="ld+json" i]'):
        try:
            content = json.loads(script.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for one in _objects(content, _DEPTH):
            kinds = one.get("@type")
            names = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
            if any(isinstance(name, str) and _ARTICLE.search(name) for name in names):
                yield one
            elif any(name in _OTHERS for name in names):
                others.append(one)
    yield from others


def _objects(content: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(content, list):
        for one in content:
            yield from _objects(one, depth)
    elif isinstance(content, dict) and depth > 0:
        yield content
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            if name in content:
                yield from _objects(content[name], depth - 1)


def _choose_title(
    tree: LexborHTMLParser, meta: Mapping[str, str], linked: Sequence[Mapping[str, Any]], outlet: str
) -> str:
    """Return the headline that readers elsewhere are shown (Open Graph), else JSON-LD's, else the page's.

    Where headline, window and Open Graph all say one thing and JSON-LD another, the three are written for search
    engines, and JSON-LD has the editors' own.
    """
    headings = tree.css("h1")
    window = tree.css_first("title")
    candidates = (
        _plain(linked[0]["headline"]) if linked and isinstance(linked[0].get("headline"), str) else "",
        _first(meta, ("og:title", "twitter:title")),
        _plain(headings[0].text()) if headings else "",
        _plain(window.text()) if window is not None else "",
    )
    own, shared, headline, name = (_strip_outlet(title, outlet, candidates) for title in candidates)
    if own and _key(own) != _key(shared) and _key(shared) == _key(headline) == _key(name):
        return own
    return shared or own or headline or name


def _key(title: str) -> str:
    return re.sub(r"\W+", "", title).casefold()


def _strip_outlet(title: str, outlet: str, others: Sequence[str]) -> str:
    """Cut " | Outlet" off a title: from where the outlet is named, or where another title ends."""
    for match in _SEPARATOR.finditer(title):
        bare, rest = title[: match.start()].strip(), title[match.end() :]
        if not bare:
            continue
        if (outlet and _key(rest).startswith(_key(outlet))) or any(_key(bare) == _key(other) for other in others):
            return bare
    return title


def _publisher(linked: Sequence[Mapping[str, Any]]) -> str:
    for one in linked:
        name = next(iter(_people(one.get("publisher"))), "")
        if name:
            return name
    return ""


def _authors(linked: Sequence[Mapping[str, Any]]) -> str:
    for one in linked:
        names = list(dict.fromkeys(_people(one.get("author"))))
        if names:
            return ", ".join(names[:6])
    return ""


def _people(value: Any) -> Iterator[str]:
    """Yield the names of people and organisations however JSON-LD writes them."""
    if isinstance(value, str):
        yield from ([name] if (name := _names(_plain(value))) else [])
    elif isinstance(value, list):
        for one in value:
            yield from _people(one)
    elif isinstance(value, dict):
        yield from _people(value.get("name"))


def _names(value: str) -> str:
    """Return names, not the addresses that some pages give instead."""
    return "" if "://" in value or value.startswith(("@", "#")) else value


def _first(meta: Mapping[str, str], names: Sequence[str]) -> str:
    """Return the first that is there, as plain words."""
    return next((_plain(meta[name]) for name in names if name in meta), "")


def _canonical(tree: LexborHTMLParser, meta: Mapping[str, str], address: str | None) -> str | None:
    """Return the page's canonical address, if it is of the site that it was fetched from."""
    link = tree.css_first('link[rel="canonical" i]')
    named = (link.attributes.get("href") if link is not None else None) or meta.get("og:url")
    if not named:
        return address
    try:
        full = urljoin(address or "", named.strip())
        parts = urlsplit(full)
    except ValueError:
        return address
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return address
    if address is not None and _site(parts.hostname) != _site(urlsplit(address).hostname or ""):
        return address
    if address is not None and parts.path in {"", "/"} and urlsplit(address).path not in {"", "/"}:
        return address  # a careless page names its front page
    return full


def _site(host: str) -> str:
    """Return the last two parts of a host's name: a page may live on "www" and "m" of one site."""
    return ".".join(host.lower().rsplit(".", 2)[-2:])


def _plain(value: str) -> str:
    if "<" in value or "&" in value:
        value = _TAG.sub(" ", html.unescape(value))
    return " ".join(value.translate(_INVISIBLE).split())
