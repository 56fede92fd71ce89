"""A letter before it has a form: a head, words, items under headings, buttons and small print."""

from __future__ import annotations

from dataclasses import dataclass

from zusage.publish.feeds.feed import Item


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading; the first ``in_full`` with all their words, the rest as lines with links."""

    heading: str
    items: tuple[Item, ...]
    in_full: int


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says, in one language.

    ``brand`` stands above everything, ``title`` is the first heading; ``buttons`` are what a reader may want to do,
    ``small`` is the small print with its links.
    """

    language: str
    brand: str
    title: str
    words: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    buttons: tuple[Link, ...] = ()
    small: tuple[str | Link, ...] = ()
