"""What everything written as XML needs: text without the signs that XML cannot hold, and a tree as bytes."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(words: str) -> str:
    """Replace control signs, which XML 1.0 forbids, by U+FFFD."""
    return _NO_XML.sub("�", words)


def to_bytes(root: ET.Element) -> bytes:
    """Write a tree as UTF-8 with indentation and declaration."""
    ET.indent(root)
    written: str = ET.tostring(
        root, encoding="unicode"
    )  # in one piece: an encoder would be asked for each sign of a tag
    return f"<?xml version='1.0' encoding='utf-8'?>\n{written}\n".encode()
