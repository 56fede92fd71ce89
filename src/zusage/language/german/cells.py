"""Case, gender and number as sets of cells: what an article, an adjective ending and a noun allow together.

A cell is a case with a gender of the singular or the plural; a set of cells is the bits of an integer. "der" allows
nominative masculine, genitive and dative feminine, genitive plural; with "Regierung" (feminine) two of them are left.
Uses the lexicon files.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from zusage.language.german.lexicon import read_table, word_set

_CASES = "nadg"
_NAMES = {"n": "nom", "a": "acc", "d": "dat", "g": "gen"}
_GENDERS = "mfnp"
ALL = (1 << 16) - 1


def cell(code: str) -> int:
    """Return the bit of a cell written as two letters: "nm" is nominative masculine, "dp" dative plural."""
    return 1 << (_CASES.index(code[0]) * 4 + _GENDERS.index(code[1]))


def of_case(case: str) -> int:
    """Return all cells of a case (its letter)."""
    return 0b1111 << (_CASES.index(case) * 4)


def of_gender(genders: str) -> int:
    """Return all cells of genders (letters of m, f, n, and p for the plural)."""
    bits = 0
    for gender in genders:
        bits |= 0b0001_0001_0001_0001 << _GENDERS.index(gender)
    return bits


NOM, ACC, DAT, GEN = (of_case(case) for case in _CASES)
PLURAL_CELLS = of_gender("p")
SINGULAR_CELLS = of_gender("mfn")
FEMININE = of_gender("f")


@lru_cache(maxsize=ALL + 1)
def case_names(cells: int) -> frozenset[str]:
    """Return the cases that a set of cells has; all four count as unknown and give the empty set."""
    names = frozenset(_NAMES[case] for case in _CASES if cells & of_case(case))
    return names if len(names) < len(_CASES) else frozenset()


@lru_cache(maxsize=20_000)
def determiner_cells(form: str) -> int:
    """Return the cells of a determiner or pronoun in lower case; all if it shows nothing."""
    table = _determiners()
    if form in table:
        return table[form]
    if form in {"ihr", "unser", "euer", "sein", "mein", "dein"}:
        return table["kein"]
    for stem in ("sein", "ihr", "unser", "unsr", "mein", "dein", "eur", "kein"):
        if form.startswith(stem) and form[len(stem) :] in _MIXED:
            return _MIXED[form[len(stem) :]]
    for ending in ("er", "es", "em", "en", "e"):
        if form.endswith(ending):
            return _STRONG[ending]
    return ALL


@cache
def governed_cells(preposition: str) -> int:
    """Return the cells that a preposition can govern; none if it is not known."""
    bits = 0
    for cases, words in read_table("prepositions.tsv"):
        if preposition in words.split():
            bits |= sum(of_case(case) for case in cases)
    return bits


@lru_cache(maxsize=50_000)
def adjective_cells(form: str) -> int:
    """Return the cells of an attributive adjective without a determiner before it (strong endings)."""
    for ending in ("er", "es", "em", "en", "e"):
        if form.endswith(ending):
            return _STRONG_ADJECTIVE[ending]
    return ALL


@lru_cache(maxsize=200_000)
def noun_cells(form: str, lemma: str) -> int:
    """Return the cells of a noun form: gender by the lemma, number and case by how the form differs from it."""
    if lemma.lower().endswith(_adjectival()):
        return ALL
    gender = find_gender(lemma)
    singular = of_gender(gender) if gender else SINGULAR_CELLS
    low, base = form.lower(), lemma.lower()
    if low == base:
        cells = singular & ~(GEN & of_gender("mn")) if not base.endswith(("s", "ß", "x", "z")) else singular
        if _plural_like_singular(base, gender):
            cells |= PLURAL_CELLS if base.endswith("n") else PLURAL_CELLS & ~DAT
        return cells
    if low in {base + "s", base + "es", base + "ses"} and gender != "f":
        genitive = GEN & of_gender("mn") & singular
        return genitive | (PLURAL_CELLS if low == base + "s" and base[-1] in "aeioukpm" else 0)
    if low in {base + "n", base + "en"} and gender == "m":
        return (ACC | DAT | GEN) & of_gender("m") | PLURAL_CELLS
    if low == base + "e" and gender in {"m", "n"} and len(base) <= 5:  # noqa: PLR2004 - "im Jahre", "dem Tage"
        return PLURAL_CELLS & ~DAT | DAT & of_gender(gender)
    if low.endswith(("n", "s")):
        return PLURAL_CELLS
    return PLURAL_CELLS & ~DAT


def _plural_like_singular(base: str, gender: str) -> bool:
    return gender in {"m", "n", ""} and base.endswith(("er", "el", "en", "chen", "lein"))


@lru_cache(maxsize=100_000)
def find_gender(lemma: str) -> str:
    """Return "m", "f" or "n" for a noun's lemma, or "" where its ending does not tell."""
    base = lemma.lower()
    endings = _endings()
    for size in range(min(len(base), 20), 0, -1):
        gender = endings.get(base[-size:])
        if gender:
            return gender
    return ""


@cache
def _adjectival() -> tuple[str, ...]:
    """Return nouns that are declined as adjectives and have two genders: "der/die Abgeordnete"."""
    return tuple(sorted(word_set("adjectival_noun")))


@cache
def _endings() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for gender, endings in read_table("gender.tsv"):
        for ending in endings.split():
            table[ending.partition("_")[0]] = gender
    return table


@cache
def _determiners() -> Mapping[str, int]:
    table = {}
    for form, codes in read_table("determiners.tsv"):
        bits = 0
        for code in codes.split():
            bits |= cell(code)
        table[form] = bits
    return table


def _cells(codes: str) -> int:
    bits = 0
    for code in codes.split():
        bits |= cell(code)
    return bits


_STRONG = {
    "er": _cells("nm gf df gp"),
    "es": _cells("nn an gm gn"),
    "em": _cells("dm dn"),
    "en": _cells("am dp"),
    "e": _cells("nf af np ap"),
}
_MIXED = {
    "er": _cells("gf df gp"),
    "es": _cells("gm gn"),
    "em": _cells("dm dn"),
    "en": _cells("am dp"),
    "e": _cells("nf af np ap"),
}
_STRONG_ADJECTIVE = {
    "er": _cells("nm gf df gp"),
    "es": _cells("nn an"),
    "em": _cells("dm dn"),
    "en": _cells("am dp gm gn"),
    "e": _cells("nf af np ap"),
}
