"""From a page's bytes to its report: body, title, day of publication, byline, outlet, language.

Two tiers. The fast one reads the page's own marks and `zusage.intake.pages.blocks`. The other one, which is the default,
also weighs the body against what the publisher gives to machines, asks trafilatura where little was found, and htmldate
where no mark gives a day. Nothing is fetched, no clock is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from zusage.errors import InputError
from zusage.intake.pages.blocks import Block, find_blocks
from zusage.intake.pages.days import Day, disagreements, find_days, guess_day
from zusage.intake.pages.decoding import to_utf8
from zusage.intake.pages.metadata import Metadata, read_metadata
from zusage.intake.pages.nesting import refuse_deep
from zusage.intake.pages.opinions import by_publisher, by_trafilatura

EXTRACTOR = "pages 1"
"""Name and version of what makes texts of pages; a change of its results changes the number."""

_LITTLE = 250
"""Characters below which another extractor is asked."""

_SHOWN = 4_000_000
"""Bytes up to which others are asked: their time grows faster than a page does."""

_MORE = 3
"""How many times as much it must find to be believed."""

_LEAST = 40
"""Characters below which a page holds no report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a page is from: its address, the server's words, the day that its feed gives, the day it was fetched."""

    resource: str
    address: str | None = None
    content_type: str = ""
    feed_day: str | None = None
    fetched_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was read out of a page; ``notes`` say what was assumed, and which days disagree."""

    text: str
    title: str = ""
    published_on: str | None = None
    published_how: str | None = None
    byline: str | None = None
    outlet: str | None = None
    address: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


def read_page(content: bytes, origin: Origin, *, fast: bool = False) -> Page:
    """Read a page.

    Raises:
        InputError: it is empty, no text, or holds no report.
    """
    markup, notes = to_utf8(content, origin.resource, content_type=origin.content_type)
    refuse_deep(markup, origin.resource)
    tree = LexborHTMLParser(markup)
    metadata = read_metadata(tree, address=origin.address)
    days = _find_days(tree, metadata, markup, origin, fast=fast)
    blocks = find_blocks(tree, title=metadata.title, lead=metadata.description)
    if not fast:
        blocks = _improve(blocks, metadata, markup)
    text = join_blocks(blocks)
    if len(text) < _LEAST:
        raise InputError(
            origin.resource, "holds no report: no running text was found", hint="give the page of one report"
        )
    day = days[0] if days else None
    return Page(
        text=text,
        title=metadata.title,
        published_on=day.day if day else None,
        published_how=day.how if day else None,
        byline=metadata.byline,
        outlet=metadata.outlet,
        address=metadata.address,
        language=metadata.language,
        notes=(*notes, *disagreements(days)),
    )


def join_blocks(blocks: Sequence[Block]) -> str:
    """Write blocks as plain text: paragraphs apart, the items of a list below one another with a dash."""
    parts = []
    before = ""
    for block in blocks:
        listed = block.tag == "li"
        words = f"- {block.words}" if listed and not re.match(r"[-–—•*]", block.words) else block.words
        parts.append(("\n" if listed and before == "li" else "\n\n") + words)
        before = block.tag
    return "".join(parts).strip()


def _improve(blocks: tuple[Block, ...], metadata: Metadata, markup: bytes) -> tuple[Block, ...]:
    """Weigh the body against the publisher's own, and ask trafilatura where little was found."""
    blocks = by_publisher(blocks, metadata.body)
    found = _length(blocks)
    if found >= _LITTLE or len(markup) > _SHOWN:
        return blocks
    other = by_trafilatura(markup.decode("utf-8", "replace"))
    return other if _length(other) > _MORE * found else blocks


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.words) for block in blocks)


def _find_days(
    tree: LexborHTMLParser, metadata: Metadata, markup: bytes, origin: Origin, *, fast: bool
) -> tuple[Day, ...]:
    addresses = [address for address in (origin.address, metadata.address) if address]
    days = find_days(tree, metadata, feed=origin.feed_day, addresses=addresses, latest=origin.fetched_on)
    if days or fast:
        return days
    guessed = guess_day(markup[:_SHOWN].decode("utf-8", "replace"), latest=origin.fetched_on)
    return (guessed,) if guessed else ()
