"""How deep a page nests its elements, told before it is parsed: the parser's time grows with the square of that."""

from __future__ import annotations

import re

from zusage.errors import InputError, wording

_OPENED = re.compile(
    rb"<(/?)(?:div|section|article|main|aside|nav|header|footer|ul|ol|dl|menu|dir|table|blockquote|center|address"
    rb"|fieldset|figure|details|dialog|form|button|object|pre|marquee|applet|hgroup|summary|search)(?![\w-])",
    re.IGNORECASE,
)
_FEW = 10_000
"""Signs of elements up to which a page cannot nest so deep that it takes more than a second."""

DEEPEST = 2000
"""Levels above which a page is refused: parsing 2,000 takes hundredths of a second, 60,000 half a minute."""


def refuse_deep(markup: bytes, resource: str) -> None:
    """Make sure that a page can be parsed in time that grows with its length.

    Raises:
        InputError: it nests too deep.
    """
    if markup.count(b"<") <= _FEW:
        return
    depth = 0
    for match in _OPENED.finditer(markup):
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEEPEST:
            problem = wording("nests more than {most:,} elements in one another", most=DEEPEST)
            raise InputError(resource, problem, hint="no page that anybody wrote; look at it before you add it")
