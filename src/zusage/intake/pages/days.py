"""The day on which a page was published: every place that names one, and the first of them that can be true.

In this order: JSON-LD, meta elements, ``time`` elements, the feed that led here, the address, and what htmldate finds.
A day after the page was fetched, or before the web, is none. Places that differ by more than a day are told apart in
words, so that a person can look.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from zusage.intake.head import make_day
from zusage.intake.pages.metadata import Metadata

FIRST = date(1991, 8, 6)
"""The day of the first web page."""

_LINKED = ("datePublished", "dateCreated", "uploadDate")
_META = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date"),
    *("cxenseparse:recs:publishtime", "cxenseparse:publishtime", "sailthru.date", "publish-date", "publish_date"),
    *("pubdate", "publication_date", "dcterms.created", "dc.date.issued", "dcterms.date", "dc.date", "date"),
    *("article.published", "citation_publication_date", "citation_date", "last-published"),
)
_PUBLISHED = re.compile(r"publi|date-?created|entry-date|post-?date|veröff|erschienen", re.IGNORECASE)
_CHANGED = re.compile(r"modif|updat|aktual|comment|kommentar|event|start|end-", re.IGNORECASE)

_ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/.]?)(?P<m>[01]?\d)(?P=s)(?P<d>[0-3]?\d)(?!\d)")
_GERMAN = re.compile(r"(?<!\d)(?P<d>[0-3]?\d)\.\s?(?P<m>[01]?\d)\.\s?(?P<y>(?:19|20)\d\d)(?!\d)")
_NAMED = re.compile(
    r"(?<!\d)(?:(?P<d>[0-3]?\d)(?:\.|st|nd|rd|th)?\s+(?P<m>[A-Za-zä]{3,9})\.?,?\s+"
    r"|(?P<m2>[A-Za-z]{3,9})\.?\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?,?\s+)(?P<y>(?:19|20)\d\d)(?!\d)"
)
_UNIX = re.compile(r"^(\w{3}) (\w{3}) (\d+) ([\d:]+)(?: [A-Z]+)? (\d{4})$")
"""As ``date`` prints it: "Tue Mar 04 10:00:00 CET 2025"."""
_STAMP = re.compile(r"^1\d{9}(?:\d{3})?$")
_ADDRESS = re.compile(
    r"[/_.-](?P<y>(?:19|20)\d\d)(?:(?P<s>[/-])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])"
    r"|(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01]))(?![\d])"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of publication, ISO, and how it was found."""

    day: str
    how: str


def find_days(
    tree: LexborHTMLParser, metadata: Metadata, *, feed: str | None, addresses: Iterable[str], latest: str | None
) -> tuple[Day, ...]:
    """Return the days that a page's own marks give, the most telling first, one for each way.

    ``feed`` is the day that a feed's entry gives, ``latest`` the day after which nothing can have been published.
    """
    found: dict[str, Day] = {}
    for how, value in _values(tree, metadata, feed, addresses):
        day = value if how == "url" else read_day(value)
        if day is not None and how not in found and is_possible(day, latest):
            found[how] = Day(day, how)
    return tuple(found.values())


def guess_day(content: str, *, latest: str | None) -> Day | None:
    """Ask htmldate, which looks at what a page shows; None if it finds nothing that can be true."""
    from htmldate import find_date  # noqa: PLC0415 - a second to import, needed for one page in twenty

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    day = find_date(content, original_date=True, extensive_search=True, max_date=latest)
    return Day(day, "htmldate") if day and is_possible(day, latest) else None


def disagreements(days: Iterable[Day]) -> tuple[str, ...]:
    """Say in words which days differ from the first by more than a day."""
    chosen, *others = (*days,) or (None,)
    if chosen is None:
        return ()
    return tuple(
        f"published on {chosen.day} ({chosen.how}), but {other.day} ({other.how})"
        for other in others
        if abs((date.fromisoformat(other.day) - date.fromisoformat(chosen.day)).days) > 1
    )


def read_day(value: str) -> str | None:
    """Read a day as machines and people write it: ISO, RFC 2822, "28. April 2023", a time stamp; as the writer's clock says."""
    value = value.strip()
    if _STAMP.match(value):
        return (date(1970, 1, 1) + timedelta(seconds=int(value[:10]))).isoformat()
    for pattern in (_ISO, _GERMAN, _NAMED):
        match = pattern.search(value)
        day = _day_of(match) if match else None
        if day:
            return day
    parsed = parsedate(_UNIX.sub(r"\1, \3 \2 \5 \4", value))
    return make_day(str(parsed[0]), str(parsed[1]), str(parsed[2])) if parsed else None


def is_possible(day: str, latest: str | None) -> bool:
    """Say whether something can have been published on a day."""
    return FIRST.isoformat() <= day and (latest is None or day <= latest)


def _values(
    tree: LexborHTMLParser, metadata: Metadata, feed: str | None, addresses: Iterable[str]
) -> Iterator[tuple[str, str]]:
    yield from (("json-ld", value) for value in _linked_days(metadata.linked))
    yield from (("meta", metadata.meta[name]) for name in _META if name in metadata.meta)
    yield from (("time-tag", value) for value in _time_tags(tree))
    if feed:
        yield "feed", feed
    for address in addresses:
        day = day_of_address(address)
        if day:
            yield "url", day


def day_of_address(address: str) -> str | None:
    """Read the day in an address: "/2024/05/03/", "-2024-05-03-", "20240503"."""
    match = _ADDRESS.search(address.partition("?")[0])
    return _day_of(match) if match else None


def _linked_days(linked: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for name in _LINKED:
        for one in linked:
            value = one.get(name)
            if isinstance(value, str | int):
                yield str(value)


def _time_tags(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the times of a page's head: those marked as publication, then the first that is no change or event."""
    rest = []
    for element in tree.css("time"):
        marks = element.attributes
        value = marks.get("datetime") or element.text()
        words = " ".join(
            str(marks.get(name) or "") for name in ("itemprop", "class", "id", "title", "pubdate", "property")
        )
        if _PUBLISHED.search(words) or "pubdate" in marks:
            yield value
        elif not _CHANGED.search(words):
            rest.append(value)
    yield from rest[:1]


def _day_of(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    second = not found["m"]
    return make_day(found["y"], found["m2" if second else "m"], found["d2" if second else "d"])
