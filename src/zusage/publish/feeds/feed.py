"""What a feed holds, as values; the forms are beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from zusage.publish.xml_text import clean

_NAMESPACE = UUID("5a757361-6765-5000-8000-5a7573616765")
"""The namespace of our names: "Zusage" in ASCII, twice."""

NEVER = "1970-01-01T00:00:00.000Z"
"""The time of a feed in which nothing has happened yet."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of our own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a report: exactly these, in their language, with who says so and, where there is one, a link to them."""

    text: str
    language: str
    source: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that happened. ``id`` and the times depend on nothing but that.

    ``published`` is when the ledger first had it, ``updated`` when it last changed what it says: ISO times in UTC.
    ``labels`` are what a reader must know before the rest (unreviewed, synthetic), in words; ``tags`` are tokens
    (measure, actor, kind) that programs may sort by. ``address`` is the page.
    """

    id: str
    title: str
    address: str
    published: str
    updated: str
    content: tuple[Words | Quoted, ...] = ()
    labels: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A list of items, newest first. ``page`` is the page that it belongs to, ``address`` its own without an ending.

    ``query`` is what follows the ending (with its question mark); ``author`` answers for the whole.
    """

    id: str
    title: str
    about: str
    language: str
    author: str
    page: str
    address: str
    query: str = ""
    items: tuple[Item, ...] = ()

    @property
    def updated(self) -> str:
        """When an item last changed: the newest of their times."""
        return max((item.updated for item in self.items), default=NEVER)

    def at(self, ending: str) -> str:
        """Return the feed's address in one of its forms."""
        return f"{self.address}.{ending}{self.query}"


def name_of(*parts: str) -> str:
    """Make a name that is the same wherever the same thing is named: ``urn:uuid:`` of the parts (RFC 9562, version 5).

    No host stands in it: a ledger that moves, or is served at two places, keeps its names.
    """
    return f"urn:uuid:{uuid5(_NAMESPACE, chr(0).join(parts))}"


def newest(items: Iterable[Item], limit: int | None) -> tuple[Item, ...]:
    """Return the newest items, the newest first; those of one moment in the order of their ids."""
    by_id = sorted({item.id: item for item in items}.values(), key=lambda item: item.id)
    return tuple(sorted(by_id, key=lambda item: (item.updated, item.published), reverse=True)[:limit])


def visible(words: str) -> str:
    """Put words on one line and show what would steer: control signs and turns of direction become U+FFFD."""
    line = " ".join(words.split())
    return line if line.isprintable() else clean(line).translate(_TURNS)


_TURNS = dict.fromkeys(range(0x202A, 0x202F), "\N{REPLACEMENT CHARACTER}") | dict.fromkeys(
    range(0x2066, 0x206A), "\N{REPLACEMENT CHARACTER}"
)
"""Embeddings, overrides and isolates: they would turn what follows them."""


def first_words(content: Sequence[Words | Quoted]) -> str:
    """Return the first paragraph of our own, a summary."""
    return next((part.text for part in content if isinstance(part, Words)), "")
