"""German tokens with exact offsets, in the manner of Universal Dependencies.

Contractions ("im", "zur") and hyphenated compounds stay one token, ordinals and abbreviations keep their full stop, a
number keeps its separators. Soft hyphens, zero-width joiners and combining marks stay inside their word.

Standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufe00-\ufe0f"
_LETTER = r"[^\W\d_]"
_WORD = rf"[^\W_](?:[^\W_]|[{_MARKS}])*"
_TOKEN = re.compile(
    r"\s*+("  # no token begins so: nothing is tried there
    r"[^\W\d_]+(?=[\s,;)])"  # most words: nothing else can begin with them
    r"|https?://[^\s<>\"„“”»«)]+[^\s<>\"„“”»«).,;:!?]"
    r"|www\.[\w.-]+\w(?:/[^\s<>\"„“”»«)]*[\w/])?"
    r"|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{0,64}\w"
    r"|[A-Z]{1,3}-?[$€£]"
    r"|[@#]\w+"
    r"|\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?(?![\d])"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?(?!\d)"
    r"|\d+(?:[.,:]\d+)+"
    rf"|(?:{_LETTER}\.){{2,}}(?:-{_WORD})*"
    rf"|{_WORD}(?:[*:_](?:in|innen|r|n)\b)?(?:[-‐‑/]{_WORD})+(?:[-‐‑](?!\w))?"
    rf"|{_WORD}[*:_](?:innen|in|r|n)\b"
    rf"|{_WORD}['’](?:s|n|ne|nen|re)?\b(?!['’])"
    rf"|{_WORD}(?:[-‐‑](?=[\s,]|/))?"
    r"|['’](?:s|n|ne|nen)\b"
    r"|\.{2,}|[-–—]{2,}|\S)"
)
_SLASHED = re.compile(r"[/]")
_CLEAN = re.compile(f"[{_MARKS}]")


def find_tokens(text: str, start: int, end: int, ordinal_end: bool = False) -> list[tuple[int, int]]:  # noqa: FBT001, FBT002
    """Return the offsets of the tokens of one sentence, `text[start:end]`.

    ``ordinal_end``: the sentence's own last full stop belongs to its last number or abbreviation.
    """
    found: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text, start, end):
        left, right = match.span(1)
        word = match[1]
        if right < end - (0 if ordinal_end else 1) and text[right] == "." and _keeps_stop(text, word, right, end):
            right += 1
        if found and left < found[-1][1]:
            continue
        found.append((left, right))
    return found


def _keeps_stop(text: str, word: str, right: int, end: int) -> bool:
    """Tell whether the full stop after a word inside the sentence belongs to it ("3. Oktober", "Dr. Anders")."""
    follows = text[right + 1] if right + 1 < end else ""
    if not follows or text.startswith("..", right):
        return False
    if word.isdigit() or word.isalpha() or "." in word:
        return follows.isspace() or follows in ",;:)-–" or (follows.isalpha() and len(word) == 1)
    return False


@lru_cache(maxsize=200_000)
def clean(word: str) -> str:
    """Return the word as lexicons know it: composed, without soft hyphens and joiners."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", _strip_soft(word)) or word


def _strip_soft(word: str) -> str:
    return "".join(char for char in word if char not in "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f")
