"""Words of others on a terminal: what would steer it, or turn the order of the signs round, is not sent to it.

A page's title may hold escape sequences that clear the screen or write to the clipboard, and marks of direction that let
"002" be seen as "200". Standard library only.
"""

from __future__ import annotations

import re

_STEERING = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSAFE = re.compile(f"[{_STEERING}{_DIRECTION}]")

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def make_visible(words: str) -> str:
    """Put a replacement character for each sign that steers a terminal; positions stay, and so do line ends and tabs."""
    return words if words.isprintable() else _UNSAFE.sub(REPLACEMENT, words)


def make_line(words: str) -> str:
    """Do the same, and put one for line ends and tabs, too: what is one line stays one line."""
    return re.sub(r"[\n\t\u2028\u2029]", REPLACEMENT, make_visible(words))


def without_steering(words: str) -> str:
    """Leave those signs out, as they have no width: tables that were laid out with them stay straight."""
    return words if words.isprintable() else _UNSAFE.sub("", words)
