"""The content of an item as HTML and as plain text: labels first, then our words, then quotes with their sources.

What comes from reports is escaped, directions of writing are kept apart from ours (``<bdi>``), and nothing is loaded from
anywhere. Standard library only.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from textwrap import fill

from zusage.publish.feeds.feed import Item, Quoted, Words, visible

WIDTH = 72
"""Characters in a line of plain text (RFC 3676 asks for fewer than 78)."""

_MARKS = {"de": ("„", "“"), "en": ("“", "”")}


def as_html(item: Item) -> str:
    """Write an item's content as a fragment of HTML."""
    return "".join(_html_parts(item))


def _html_parts(item: Item) -> Iterator[str]:
    if item.labels:
        yield f"<p><strong>{_safe(' · '.join(item.labels))}</strong></p>"
    for part in item.content:
        yield f"<p>{_safe(part.text)}</p>" if isinstance(part, Words) else _quoted(part)


def _quoted(part: Quoted) -> str:
    source = _safe(part.source)
    if part.address and is_web(part.address):
        source = f'<a href="{_safe(part.address)}" rel="noreferrer">{source}</a>'
    words = f'<p lang="{_safe(part.language)}"><q><bdi>{_safe(part.text)}</bdi></q></p>'
    return f"<blockquote>{words}<p>— {source}</p></blockquote>"


def as_text(item: Item, *, indent: str = "") -> str:
    """Write an item's content as plain text, paragraphs apart, quotes indented."""
    return "\n\n".join(_text_parts(item, indent))


def _text_parts(item: Item, indent: str) -> Iterator[str]:
    if item.labels:
        yield text_lines(f"[{' · '.join(item.labels)}]", indent)
    for part in item.content:
        yield text_lines(part.text, indent) if isinstance(part, Words) else _quoted_text(part, indent)


def _quoted_text(part: Quoted, indent: str) -> str:
    first, last = _MARKS.get(part.language, _MARKS["en"])
    lines = [text_lines(f"{first}{visible(part.text)}{last}", f"{indent}  ")]
    lines += [text_lines(f"— {part.source}", f"{indent}  ")]
    lines += [f"{indent}    {visible(part.address)}"] if part.address and is_web(part.address) else []
    return "\n".join(lines)


def text_lines(words: str, indent: str = "") -> str:
    """Break words into lines that a mail can have; a word that is longer than a line is broken too."""
    line, room = visible(words), WIDTH - len(indent)
    if len(line) <= room:
        return f"{indent}{line}" if line else ""
    parts = line.split(" ")
    if max(map(len, parts)) > room:
        return fill(line, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    lines = [parts[0]]
    for part in parts[1:]:
        if len(lines[-1]) + 1 + len(part) <= room:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return "\n".join(indent + each for each in lines)


def is_web(address: str) -> bool:
    """Say whether an address is one that a reader may be sent to."""
    return address.lower().startswith(("https://", "http://"))


def _safe(words: str) -> str:
    return escape(visible(words))
