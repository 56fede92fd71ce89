"""What the network sees of a word: rows of its embedding tables, by spelling alone.

Training and inference must agree to the bit, so both import this module. Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from zlib import crc32

TABLES: Final[tuple[tuple[str, int], ...]] = (
    ("ending2", 1024),
    ("ending3", 4096),
    ("ending4", 4096),
    ("beginning1", 256),
    ("beginning3", 4096),
    ("shape", 1024),
)
"""Hashed tables in the order of `spelling_rows`, with their number of rows.

The table of whole words comes before them.
"""

UNKNOWN: Final = 0
"""Row of words that training has not seen (or seen once)."""

_SIGNS: Final = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "­": None,
    }
)
_DIGIT: Final = re.compile(r"\d")
_LONG_RUN: Final = re.compile(r"(.)\1{2,}")
_LONGEST: Final = 40


def normalise(word: str) -> str:
    """Return the word with plain quotation marks, dashes and the digit 0 for all digits; soft hyphens go."""
    return _DIGIT.sub("0", word[:_LONGEST].translate(_SIGNS)) or "-"


def shape(word: str) -> str:
    """Return the pattern of capitals, small letters, digits and signs, runs cut to three: "Xxxx", "X.X.", "dd,ddd"."""
    signs = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word)
    return _LONG_RUN.sub(r"\1\1\1", signs)[:12]


@lru_cache(maxsize=65536)
def spelling_rows(word: str) -> tuple[int, ...]:
    """Return the row in each table of `TABLES` for a word as it is written."""
    plain = normalise(word)
    lower = plain.lower()
    keys = (lower[-2:], lower[-3:], lower[-4:], plain[:1], lower[:3], shape(plain))
    return tuple(
        crc32(f"{name}:{key}".encode("utf-8", "replace")) % size for (name, size), key in zip(TABLES, keys, strict=True)
    )


def word_row(word: str, vocabulary: Mapping[str, int]) -> int:
    """Return the row of the whole word, `UNKNOWN` if it is not in the vocabulary."""
    return vocabulary.get(normalise(word).lower(), UNKNOWN)
