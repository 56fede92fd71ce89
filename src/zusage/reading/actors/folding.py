"""Spelling without diacritics: keys to look names up with, and slugs. Standard library only."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "ı": "i",
        "æ": "ae",
        "Æ": "Ae",
        "ð": "d",
        "þ": "th",
    }
)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_NO_WORD = re.compile(r"[^a-z0-9]+")


_FOLDED: dict[str, str] = {}
_MOST_FOLDED = 65536


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word in lower case without diacritics: "Støre" is "store", "Erdoğan" is "erdogan"."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()


def fold_all(words: list[str]) -> list[str]:
    """Fold all words of a text; those of the texts before are kept."""
    known = _FOLDED
    if len(known) > _MOST_FOLDED:
        known.clear()
    found = []
    for word in words:
        folded = known.get(word)
        if folded is None:
            folded = known[word] = fold(word)
        found.append(folded)
    return found


def person_slug(name: str) -> str:
    """Return a person's slug in ASCII: "Marek Dvorský" is "marek-dvorsky"."""
    return _NO_WORD.sub("-", fold(name)).strip("-")


def organisation_slug(name: str) -> str:
    """Return an organisation's id: as for persons, but with German umlauts spelled out ("bruecke-nach-aleppo")."""
    return _NO_WORD.sub("-", fold(name.translate(_GERMAN))).strip("-")
