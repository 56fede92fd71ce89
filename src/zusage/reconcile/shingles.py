"""A text as the runs of words by which copies are found: numbers instead of words, all at once for a whole text.

What stands in quotation marks is left out (everybody quotes the same sentence of a speech), and so is marked furniture.
The numbers depend on nothing but the words, so that they mean the same on every machine. Uses numpy and `zusage.model`.

Source: Broder, "On the resemblance and containment of documents", SEQUENCES 1997 (shingles); Karp and Rabin, "Efficient
randomized pattern-matching algorithms", IBM Journal of Research and Development 31 (1987) (words out of prefix sums).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from zusage.model.report import Report

RUN = 4
"""Words in a run."""

Numbers32 = NDArray[np.uint32]
Numbers64 = NDArray[np.uint64]
Places = NDArray[np.int64]

_QUOTED = re.compile(r"[„“\"»«”][^„“\"»«”\n]{0,600}[“”\"«»]")
_SIGNS = 0x2000
"""Letters and digits of German and English lie below; what is above (dashes, quotation marks) parts words."""

_TOGETHER = 1 << 16
"""Characters of texts that are looked at together."""

_POWER = 0x9E3779B97F4A7C15
_INVERSE = pow(_POWER, -1, 1 << 64)
_ORDER = np.array([pow(0xD1342543DE82EF95, place, 1 << 64) for place in range(1, RUN + 1)], dtype=np.uint64)
_SPREAD = np.uint64(0xBF58476D1CE4E5B9)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text outside of what is left out: where each starts and ends, and a number for each."""

    starts: Places
    ends: Places
    numbers: Numbers64


def words_of(text: str, left_out: Iterable[tuple[int, int]] = ()) -> Words:
    """Find the words of a text, without case; ``left_out`` are runs of characters that count as blanks."""
    codes = np.frombuffer(f" {text} ".encode("utf-32-le", "surrogatepass"), dtype="<u4")
    signs = _letters().take(codes, mode="clip")
    for start, end in left_out:
        signs[start + 1 : end + 1] = 0
    is_letter = signs != 0
    edges = np.flatnonzero(is_letter[1:] != is_letter[:-1])
    starts, ends = edges[0::2], edges[1::2]
    powers, inverses = _powers(1 << len(signs).bit_length())
    sums = np.cumsum(signs * powers[: len(signs)])
    numbers = (sums[ends] - sums[starts]) * inverses[starts]
    return Words(starts, ends, numbers ^ (numbers >> _HALF))


@lru_cache(maxsize=512)
def runs_of(report: Report) -> Numbers32:
    """Return the numbers of a report's runs of words, in order; empty if it has fewer words than one run.

    Those of the reports at hand are kept: a new one is compared with its neighbours, and they with each other.
    """
    return runs_in(words_of(report.text, left_out_of(report)))


def runs_of_all(reports: Iterable[Report]) -> Iterator[Numbers32]:
    """Yield for each report what `runs_of` gives; short texts are looked at together, which takes half the time."""
    gathered: list[Report] = []
    length = 0
    for report in reports:
        if gathered and length + len(report.text) > _TOGETHER:
            yield from _runs_together(gathered)
            gathered, length = [], 0
        gathered.append(report)
        length += len(report.text)
    yield from _runs_together(gathered)


def _runs_together(reports: Sequence[Report]) -> Iterator[Numbers32]:
    """The runs of texts that are laid one behind the other, but for those that begin in one and end in the next."""
    lengths = [len(report.text) + 1 for report in reports]
    starts = [0, *accumulate(lengths)]
    left_out = [(at + a, at + b) for at, report in zip(starts, reports, strict=False) for a, b in left_out_of(report)]
    words = words_of("\n".join(report.text for report in reports), left_out)
    places = np.searchsorted(words.starts, starts).tolist()
    runs = runs_in(words)
    for first, end in pairwise(places):
        yield runs[first : max(first, end - RUN + 1)]


def runs_in(words: Words) -> Numbers32:
    """Return the numbers of the runs of words, in order."""
    count = len(words.numbers) - RUN + 1
    if count < 1:
        return np.empty(0, dtype=np.uint32)
    runs = words.numbers[:count] * _ORDER[0]
    for place in range(1, RUN):
        runs += words.numbers[place : place + count] * _ORDER[place]
    runs ^= runs >> _HALF
    runs *= _SPREAD
    found: Numbers32 = (runs >> _HALF).astype(np.uint32)
    return found


def left_out_of(report: Report) -> list[tuple[int, int]]:
    """Return the runs of characters that say nothing about copying: quotations and marked furniture."""
    quoted = [found.span() for found in _QUOTED.finditer(report.text)]
    return quoted + [(piece.span.start, piece.span.end) for piece in report.furniture]


@cache
def _letters() -> Numbers64:
    """For each sign the small letter as a number, 0 for what is no letter or digit."""
    found = np.zeros(_SIGNS + 1, dtype=np.uint64)
    for code in range(_SIGNS):
        if chr(code).isalnum():
            small = chr(code).lower()
            found[code] = ord(small) if len(small) == 1 else code
    return found


@cache
def _powers(size: int) -> tuple[Numbers64, Numbers64]:
    """Powers of an odd number and of its inverse, modulo 2 to the 64th: they turn sums over a text into words."""
    ones = np.ones(size, dtype=np.uint64)
    powers, inverses = ones * np.uint64(_POWER), ones * np.uint64(_INVERSE)
    powers[0] = inverses[0] = 1
    return np.cumprod(powers), np.cumprod(inverses)
