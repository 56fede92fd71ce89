"""What a copy left out of its root, added to it or worded in another way: the words on both sides.

Marked furniture is nobody's words and left out; quotations count here, for leaving one out is a change like any other.
Uses `zusage.model`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

import numpy as np

from zusage.model.quote import Span
from zusage.model.report import Report
from zusage.reconcile.shingles import Numbers64, Words, runs_in, words_of


class Alteration(StrEnum):
    """What a copy did to a run of words."""

    LEFT_OUT = "left-out"
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One alteration: where in the root (None for what was added), where in the copy (None for what was left out).

    Of words that stand elsewhere in the other text only where they stood in the root is told.
    """

    what: Alteration
    root: Span | None
    copy: Span | None


@lru_cache(maxsize=512)
def changes_of(root: Report, copy: Report) -> tuple[Change, ...]:
    """Say what a copy changed, in the order of its root; nothing if it has the same words.

    What was found last is kept: comparing word by word takes long, and both texts stay as they are.
    """
    ours, theirs = _words(root), _words(copy)
    return tuple(
        change
        for start, end, other, other_end in _differing(ours.numbers, theirs.numbers)
        for change in _changes((ours, start, end), (theirs, other, other_end))
    )


def _differing(ours: Numbers64, theirs: Numbers64) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two rows of words differ; where they begin and end alike is passed over first, which is quick."""
    head = _alike(ours, theirs)
    tail = _alike(ours[head:][::-1], theirs[head:][::-1])
    left, right = (each[head : len(each) - tail].tolist() for each in (ours, theirs))
    for what, start, end, other, other_end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if what != "equal":
            yield head + start, head + end, head + other, head + other_end


def _alike(ours: Numbers64, theirs: Numbers64) -> int:
    """How many words two rows have alike from the first on."""
    shorter = min(len(ours), len(theirs))
    others = np.flatnonzero(ours[:shorter] != theirs[:shorter])
    return int(others[0]) if len(others) else shorter


Part = tuple[Words, int, int]


def _changes(root: Part, copy: Part) -> Iterator[Change]:
    ours, theirs = _span(root), _span(copy)
    if ours is not None and theirs is not None:
        yield Change(Alteration.CHANGED, ours, theirs)
    elif ours is not None:
        yield Change(Alteration.MOVED if _is_elsewhere(root, copy[0]) else Alteration.LEFT_OUT, ours, None)
    elif theirs is not None and not _is_elsewhere(copy, root[0]):
        yield Change(Alteration.ADDED, None, theirs)


def _span(part: Part) -> Span | None:
    words, start, end = part
    return Span(int(words.starts[start]), int(words.ends[end - 1])) if start < end else None


def _is_elsewhere(part: Part, other: Words) -> bool:
    """Say whether most of the runs of some words stand in another text."""
    words, start, end = part
    runs = runs_in(Words(words.starts[start:end], words.ends[start:end], words.numbers[start:end])).tolist()
    there = set(runs_in(other).tolist())
    return len(runs) > 0 and sum(run in there for run in runs) * 2 > len(runs)


def _words(report: Report) -> Words:
    return words_of(report.text, [(piece.span.start, piece.span.end) for piece in report.furniture])
