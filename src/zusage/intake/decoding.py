"""From bytes to characters: UTF-8 and UTF-16 by their marks, Windows-1252 with a note, and nothing that is no text."""

from __future__ import annotations

import codecs
import re

from zusage.errors import InputError, wording

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_BINARY = "is no text but binary data"
_KINDS = "give .txt, .md, .json or .jsonl"

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\x0c\r")) + b"\x7f"

_MOST_CONTROL = 0.005
"""Share of control signs from which on bytes are no text."""

_MOST_HIGH = 0.25
"""Share of bytes above ASCII from which on bytes that are no UTF-8 are no Western text either."""


def decode_text(content: bytes, resource: str, *, limit: int) -> tuple[str, tuple[str, ...]]:
    """Return the text of bytes, with plain line ends, and notes on what was assumed.

    Bytes that are no UTF-8 are read as Windows-1252 if they look like text in it; the note says so.

    Raises:
        InputError: the bytes are empty, binary, in an unknown encoding, or longer than ``limit`` characters.
    """
    if not content.strip():
        raise InputError(resource, "is empty")
    text, notes = _decode(content, resource)
    if len(text) > limit:
        raise InputError(
            resource, wording("has more than {limit:,} characters", limit=limit), hint="give one report per file"
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > _MOST_CONTROL * len(text):
        raise InputError(resource, _BINARY, hint=_KINDS)
    return text, notes


def _decode(content: bytes, resource: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_as(content.removeprefix(mark), encoding, resource), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as problem:
        if _has_controls(content):
            raise InputError(resource, _BINARY, hint=_KINDS) from problem
        if _is_broken_utf8(content):
            place = f"byte {problem.start + 1:,}"
            raise InputError(
                resource, wording("is broken UTF-8 at {place}", place=place), hint="save it as UTF-8 again"
            ) from problem
        if _high(content) > _MOST_HIGH * len(content):
            raise InputError(resource, _BINARY, hint=_KINDS) from problem
        text = _decode_as(content, "cp1252", resource)
        return text, ("is no UTF-8; read as Windows-1252",)


def _decode_as(content: bytes, encoding: str, resource: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        hint = "save it as UTF-8"
        raise InputError(
            resource, wording("is in no encoding that can be told ({encoding} fails)", encoding=encoding), hint=hint
        ) from problem


def _has_controls(content: bytes) -> bool:
    controls = len(content) - len(content.translate(None, _CONTROL_BYTES))
    return controls > _MOST_CONTROL * len(content)


def _high(content: bytes) -> int:
    """Count the bytes above ASCII."""
    return len(content.translate(None, bytes(range(0x80))))


def _is_broken_utf8(content: bytes) -> bool:
    """Say whether most of the bytes above ASCII do form UTF-8 characters: read as anything else they garble."""
    return _high(content.decode("utf-8", "ignore").encode("utf-8")) * 2 > _high(content)
