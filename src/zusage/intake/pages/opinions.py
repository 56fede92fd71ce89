"""Second opinions on a page's body: the publisher's own for machines (JSON-LD), and trafilatura's.

The publisher's is often cut short or without paragraphs, so it only says which blocks are none of the body's, and only
where it holds most of what was found. Trafilatura is asked where little was found.
"""

from __future__ import annotations

import logging
import re
from collections import Counter

from zusage.intake.pages.blocks import Block

_WORD = re.compile(r"\w+")
_NO_WORD = re.compile(r"\W+")
_SHARED = 0.85
"""Share of the publisher's words that must be found for it to be believed."""
_HELD = 0.6
"""Harmonic mean of both shares from which on the publisher's body is a whole one."""
_SIGNS = 40
"""Letters at either end by which a block is found in the publisher's body."""


def by_publisher(blocks: tuple[Block, ...], body: str) -> tuple[Block, ...]:
    """Drop the blocks after the first that the publisher's body does not have, if that body is a whole one."""
    if not body or not _is_whole(body, " ".join(block.words for block in blocks)):
        return blocks
    letters = _NO_WORD.sub("", body)
    return tuple(block for index, block in enumerate(blocks) if index == 0 or _stands_in(block, letters))


def by_trafilatura(markup: str) -> tuple[Block, ...]:
    """Return trafilatura's body of a page, none if it finds none."""
    from trafilatura import extract  # noqa: PLC0415 - half a second to import, asked for few pages

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = extract(markup, include_comments=False, include_tables=False) or ""
    return tuple(Block("p", line.strip()) for line in found.split("\n") if line.strip())


def _is_whole(body: str, found: str) -> bool:
    theirs, ours = Counter(_WORD.findall(body)), Counter(_WORD.findall(found))
    common = (theirs & ours).total()
    if not common:
        return False
    recall, precision = common / theirs.total(), common / ours.total()
    return recall >= _SHARED and 2 * recall * precision / (recall + precision) >= _HELD


def _stands_in(block: Block, letters: str) -> bool:
    words = _NO_WORD.sub("", block.words)
    return words[:_SIGNS] in letters or words[-_SIGNS:] in letters
