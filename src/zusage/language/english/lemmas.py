"""Dictionary forms of English words from their Penn Treebank tag: a table of irregular forms, then the spelling rules.

Uses the table beside it and a word list that the caller hands in (the parser's vocabulary), which settles what spelling
leaves open ("hoping" from "hope", "hopping" from "hop"). Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import cache
from typing import Final

from zusage.language.english.features import normalise
from zusage.language.english.lexicon import read_rows

_CLASSES: Final = {"V": "verb", "N": "noun", "J": "adjective", "R": "adverb"}
_SIGNS: Final = str.maketrans({"’": "'", "\u00ad": None})
_DOUBLE: Final = re.compile(r"[^aeiou]?[aeiou]([bdgklmnprtvz])\1$")


@cache
def load_lemmas() -> Mapping[tuple[str, str], str]:
    """Return the lemma of (form, class) for irregular forms (``lemmas.tsv``)."""
    return {(form, kind): lemma for form, kind, lemma in read_rows("lemmas.tsv")}


@cache
def _endings() -> Mapping[str, bool]:
    """Return whether a stem's ending takes an e (``stems.tsv``)."""
    return {ending: final == "e" for ending, final in read_rows("stems.tsv")}


def _needs_e(stem: str) -> bool:
    """Tell whether a verb stem's dictionary form ends in e, by the longest ending in the table.

    "pledg", not "visit".
    """
    endings = _endings()
    tails = (stem[start:] for start in range(max(0, len(stem) - 8), len(stem)))
    return next((endings[tail] for tail in tails if tail in endings), False)


def find_lemma(word: str, tag: str, known: Container[str]) -> str:
    """Return the lemma of a word with a Penn tag; names keep their spelling, all else is lower case."""
    plain = word.translate(_SIGNS) or word
    if tag in {"NNP", "NNPS"}:
        return plain
    lower = plain.lower()
    kind = _CLASSES.get(tag[:1], "other") if tag != "RP" else "other"
    if tag in {"VB", "VBP"}:
        irregular = load_lemmas().get((lower, "verb"))
        return irregular if irregular in {"be", "have", "go", "want", "do"} and lower not in {"have", "do"} else lower
    irregular = load_lemmas().get((lower, kind))
    if irregular is not None:
        return irregular
    if lower == "her":
        return "she" if tag == "PRP" else lower
    if not lower.isascii() and normalise(lower) != lower:
        return lower
    return _strip(lower, tag, known)


def _strip(word: str, tag: str, known: Container[str]) -> str:
    """Undo the regular ending that a tag stands for."""
    if tag in {"NNS", "VBZ"} and len(word) > 2:  # noqa: PLR2004 - "us", "'s"
        return _strip_s(word, known)
    if tag in {"VBD", "VBN"} and word.endswith("ed") and len(word) > 3:  # noqa: PLR2004 - "red"
        return f"{word[:-3]}y" if word.endswith("ied") and len(word) > 4 else _restore(word[:-2], known)  # noqa: PLR2004
    if tag == "VBG" and word.endswith("ing") and len(word) > 4:  # noqa: PLR2004 - "king"
        return _restore(word[:-3], known)
    if tag in {"JJR", "RBR"} and word.endswith("er"):
        return _strip_degree(word[:-2], known)
    if tag in {"JJS", "RBS"} and word.endswith("est"):
        return _strip_degree(word[:-3], known)
    return word


def _strip_s(word: str, known: Container[str]) -> str:
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "dies", "ties"
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes"):
        return word[:-2]
    if word.endswith("uses") and word[:-2] in known and word[:-1] not in known:
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is", "0s")) else word


def _restore(stem: str, known: Container[str]) -> str:
    """Return the verb of a stem before -ed or -ing: "plann" is "plan", "pledg" is "pledge"."""
    with_e = f"{stem}e"
    doubled = _DOUBLE.search(stem)
    single = stem[:-1] if doubled else ""
    if single and single in known and stem not in known:
        return single
    if stem in known and with_e in known:
        return with_e if _needs_e(stem) else stem
    if with_e in known:
        return with_e
    if stem in known:
        return stem
    if doubled and not stem.endswith("ll"):
        return single
    return with_e if _needs_e(stem) else stem


def _strip_degree(stem: str, known: Container[str]) -> str:
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if _DOUBLE.search(stem) and stem[:-1] in known:
        return stem[:-1]
    return f"{stem}e" if stem not in known and f"{stem}e" in known else stem
