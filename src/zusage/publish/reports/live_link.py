"""A link to the words themselves on the live page: its address with a text fragment, which browsers scroll to and mark.

A long quote is named by its first and last words, a short one also by the words around it, so that it is found even
where the words occur more than once. Standard library only.

**Source**: URL Fragment Text Directives, W3C Community Group draft (wicg.github.io/scroll-to-text-fragment):
``#:~:text=[prefix-,]start[,end][,-suffix]``, each part percent-encoded, ``-``, ``,`` and ``&`` too.
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from zusage.model.quote import CONTEXT, Quote

_LONG = 12
"""Words of a quote from which on it is named by its ends."""
_END = 5
"""Words at each end of a long quote."""
_AROUND = 3
"""Words around a short one."""
_WORD = re.compile(r"\w")
_SCHEMES = frozenset({"http", "https"})


def link_to(address: str | None, quote: Quote | None, *, after_title: bool = True) -> str | None:
    """Return a page's address with the fragment of a quote; the address alone without one; None for no address of a page.

    ``after_title`` False: the quote begins the text, so that nothing before it is known to stand on the page.
    """
    if address is None or not is_page(address):
        return None
    base, _, fragment = address.partition("#")
    words = text_directive(quote, before=after_title) if quote is not None else ""
    own = fragment.partition(":~:")[0]
    if not words:
        return f"{base}#{own}" if own else base
    return f"{base}#{own}:~:text={words}"


def is_page(address: str) -> bool:
    """Say whether an address can be linked to: of the web, with a host, without anything that a browser would run."""
    try:
        parts = urlsplit(address)
        return parts.scheme in _SCHEMES and bool(parts.hostname) and not re.search(r"[\s<>\"\\\x00-\x20]", address)
    except ValueError:
        return False


def text_directive(quote: Quote, *, before: bool = True) -> str:
    """Return the value of ``text=`` for a quote; empty if there is no word in it.

    The words around it are taken within its own paragraph, and whole ones only: a browser matches at the edges of words.
    """
    words = quote.exact.split()
    if not any(_WORD.search(word) for word in words):
        return ""
    if len(words) >= _LONG or "\n" in quote.exact:
        return ",".join((_encoded(_first_line(quote.exact)), _encoded(_last_line(quote.exact))))
    parts = [_encoded(words)]
    if before and (prefix := _before(quote)):
        parts.insert(0, f"{_encoded(prefix)}-")
    if suffix := _after(quote):
        parts.append(f"-{_encoded(suffix)}")
    return ",".join(parts)


def _first_line(exact: str) -> list[str]:
    return exact.strip().partition("\n")[0].split()[:_END]


def _last_line(exact: str) -> list[str]:
    return exact.strip().rpartition("\n")[2].split()[-_END:]


def _before(quote: Quote) -> list[str]:
    """Return the words before a quote; where more stands before them the first may be half a word."""
    kept = quote.prefix.rpartition("\n")[2]
    words = kept.split()
    if kept == quote.prefix and len(kept) >= CONTEXT and not kept[:1].isspace():
        words = words[1:]
    return words[-_AROUND:] if _stands_apart(quote.prefix[-1:], quote.exact[:1]) else []


def _after(quote: Quote) -> list[str]:
    kept = quote.suffix.partition("\n")[0]
    words = kept.split()
    if kept == quote.suffix and len(kept) >= CONTEXT and not kept[-1:].isspace():
        words = words[:-1]
    return words[:_AROUND] if _stands_apart(quote.exact[-1:], quote.suffix[:1]) else []


def _stands_apart(left: str, right: str) -> bool:
    """Say whether an edge between two signs is the edge of a word."""
    return not (left.isalnum() and right.isalnum())


def _encoded(words: list[str]) -> str:
    return percent_encoded(" ".join(words), safe="").replace("-", "%2D")
