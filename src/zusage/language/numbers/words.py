"""Numbers in words and digits, German and English: "zweihundertfünfzig", "twenty-six", "1,6 Milliarden".

German writes numbers up to 999,999 as one word; those are generated, not listed. Uses the lexicons only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from zusage.language.numbers.lexicon import read_rows

_SPACES = re.compile(r"[ \u00a0\u202f\u2009\u2019']")
_GROUPED = {
    "de": re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?"),
    "en": re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"),
}
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_LONGEST_WORD = 60
_LONGEST = 30  # digits; what is longer is no number that a report means


def parse_digits(piece: str, language: str) -> float | None:
    """Return the number that digits write, or None: "15.000" and "1,6" in German, "15,000" and "1.6" in English.

    "15 000" and "15'000" are grouped in both. The other language's decimal sign is one too where it can be nothing else
    ("1.6 Milliarden").
    """
    if len(piece) > _LONGEST:
        return None
    bare = _SPACES.sub("", piece)
    if _GROUPED[language].fullmatch(bare):
        bare = bare.replace("." if language == "de" else ",", "")
    if not _PLAIN.fullmatch(bare):
        return None
    value = float(bare.replace(",", "."))
    return int(value) if value.is_integer() else value


@cache
def small_numbers(language: str) -> dict[str, float]:
    """Number words below 1000 that are one word, in lower case, with their values ("half" forms as 1.5, 2.5)."""
    listed = {
        word: float(value)
        for name, value, words in read_rows("numbers", f"numerals-{language}.tsv", 3)
        if name
        for word in words.split()
    }
    if language == "de":
        listed.update(_german(_values("de")))
    return listed


@cache
def _values(language: str) -> dict[str, dict[str, int]]:
    """Words of each kind (unit, teen, tens) with their values."""
    kinds: dict[str, dict[str, int]] = {}
    for name, value, words in read_rows("numbers", f"numerals-{language}.tsv", 3):
        if name in {"unit", "teen", "tens", "joint"}:
            kinds.setdefault(name, {}).update(dict.fromkeys(words.split(), int(float(value))))
    return kinds


def _german(kinds: dict[str, dict[str, int]]) -> Iterator[tuple[str, float]]:
    """Yield the compounds: einundzwanzig, zweihundert, hundertfünf, zweihundertfünfundsechzig."""
    units = {**kinds["joint"], **kinds["unit"]}
    below = {**units, **kinds["teen"], **kinds["tens"]}
    for unit, value in units.items():
        below.update({f"{unit}und{tens}": value + more for tens, more in kinds["tens"].items()})
    yield from ((word, float(value)) for word, value in below.items() if "und" in word)
    for lead, times in {"": 1, **units}.items():
        yield f"{lead}hundert", times * 100.0
        for rest, value in below.items():
            yield f"{lead}hundert{rest}", times * 100.0 + value
            yield f"{lead}hundertund{rest}", times * 100.0 + value


def parse_word(word: str, language: str) -> float | None:
    """Return the value of one number word ("dreißig", "zweitausendfünfhundert", "seventeen"), or None."""
    lower = word.lower()
    known = small_numbers(language)
    if lower in known:
        return known[lower]
    if language == "de" and "tausend" in lower and len(lower) <= _LONGEST_WORD:
        lead, _, rest = lower.partition("tausend")
        rest = rest.removeprefix("und")
        if (not lead or lead in known) and (not rest or rest in known):
            return known.get(lead, 1.0) * 1000 + known.get(rest, 0.0)
    return None
