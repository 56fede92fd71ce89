"""From a page's bytes to UTF-8, whatever its server and its head say: labels are often wrong, valid UTF-8 never by chance."""

from __future__ import annotations

import codecs
import re

from zusage.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_IN_HEAD = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_IN_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
"""Bytes at the beginning in which a page says how it is written; browsers look at 1024."""

_ZEROS = 4
"""Zero bytes in the head up to which bytes may still be a page with a fault."""

_LATIN = frozenset({"iso8859-1", "ascii", "latin-1"})
"""Labels that browsers read as Windows-1252. Source: WHATWG Encoding Standard, names and labels."""


def to_utf8(content: bytes, resource: str, *, content_type: str = "") -> tuple[bytes, tuple[str, ...]]:
    """Return a page's or feed's bytes as UTF-8 without a byte order mark, and notes on what was assumed.

    ``content_type`` is what the server said.

    Raises:
        InputError: the bytes are empty, or no text.
    """
    if not content.strip():
        raise InputError(resource, "is empty")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, "replace").encode("utf-8"), ()
    if content.count(0, 0, _HEAD) > _ZEROS:
        raise InputError(resource, "is no text but binary data", hint="give a page, a feed or a text")
    label = _label(content, content_type)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _decode_broken(content, label, problem)
    wrong = label not in {"", "utf-8"} and not content.isascii()
    return content, (f"says that it is {label}, but is UTF-8",) if wrong else ()


def _decode_broken(content: bytes, label: str, problem: UnicodeDecodeError) -> tuple[bytes, tuple[str, ...]]:
    """Decode bytes that are no valid UTF-8: by their label, as UTF-8 with a few faults, or as Windows-1252."""
    if label and label != "utf-8":
        encoding = "cp1252" if label in _LATIN else label
        return content.decode(encoding, "replace").encode("utf-8"), ()
    good = content.decode("utf-8", "ignore").encode("utf-8")
    high = len(content.translate(None, bytes(range(0x80))))
    if len(content) - len(good) <= high // 10 or problem.start >= len(content) - 4:
        return content.decode("utf-8", "replace").encode("utf-8"), ("is broken UTF-8; what is broken is shown as �",)
    said = "says that it is UTF-8, but is not" if label else "does not say how it is written"
    return content.decode("cp1252", "replace").encode("utf-8"), (f"{said}; read as Windows-1252",)


def _label(content: bytes, content_type: str) -> str:
    """Return Python's name of the encoding that the server, or else the page, says it has; empty for none it knows."""
    head = content[:_HEAD]
    found = _IN_HEADER.search(content_type)
    inside = _IN_HEAD.search(head) or _IN_XML.search(head)
    names = (found[1] if found else "", inside[1].decode("ascii") if inside else "")
    return next((known for name in names if (known := _python_name(name))), "")


def _python_name(label: str) -> str:
    try:
        return codecs.lookup(label).name if label else ""
    except LookupError:
        return ""
