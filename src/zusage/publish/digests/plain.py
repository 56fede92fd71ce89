"""A letter as plain text: narrow lines, addresses on lines of their own."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from zusage.publish.digests.letter import Letter, Link, Section
from zusage.publish.feeds.content import WIDTH, as_text, text_lines
from zusage.publish.feeds.feed import Item, visible


def write_plain(letter: Letter) -> str:
    """Write a letter as plain text."""
    return "\n\n".join(_parts(letter)) + "\n"


def _parts(letter: Letter) -> Iterator[str]:
    yield text_lines(letter.brand)
    yield f"{text_lines(letter.title)}\n{'=' * min(WIDTH, len(visible(letter.title)))}"
    yield from map(text_lines, letter.words)
    for section in letter.sections:
        yield from _section(section)
    yield from map(_link, letter.buttons)
    yield f"-- \n{_small(letter)}"


def _section(section: Section) -> Iterator[str]:
    yield f"{text_lines(section.heading)}\n{'-' * min(WIDTH, len(visible(section.heading)))}"
    yield from map(_item, section.items[: section.in_full])
    rest = section.items[section.in_full :]
    if rest:
        yield "\n".join(
            f"{fill(f'* {visible(item.title)}', WIDTH, subsequent_indent='  ')}\n  {item.address}" for item in rest
        )


def _item(item: Item) -> str:
    return f"{fill(f'* {visible(item.title)}', WIDTH, subsequent_indent='  ')}\n  {item.address}\n\n{as_text(item, indent='  ')}"


def _link(link: Link) -> str:
    return f"{text_lines(link.words)}:\n{link.address}"


def _small(letter: Letter) -> str:
    return "\n".join(_link(each) if isinstance(each, Link) else text_lines(each) for each in letter.small)
